"""A figure in its line -> what is counted: the noun, the words beside it, and what happens to it."""

from __future__ import annotations

from factcheck.languages.lexicon import END, Lexicon, Matcher
from factcheck.languages.phrases import parse
from factcheck.model import Subject
from factcheck.reading.lines import Line

REACH = 4


class Nouns:
    """Classes of one language that tell what a figure counts."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.head_last = lexicon.data.message("setting.head") == "last"
        self._noun = lexicon.matcher(parse("{noun}"))
        self._state = lexicon.matcher(parse("{state}"))
        self._word = lexicon.characters("word")
        self._stop = lexicon.characters("function") | {END}

    def after(self, line: Line, at: int) -> tuple[Subject, int]:
        """What is counted from token ``at`` on, and the token after the noun (``at`` when there is none)."""
        words: list[str] = []
        end = min(len(line.line), at + REACH)
        here = at
        while here < end and line.line[here] in self._word:
            if (size := self._size(self._noun, line, here)) and not self._more(line, here + size, end):
                concept = line.lexicon.value("noun", line.key(here, here + size)) or ""
                return Subject(concept, tuple(words)), here + size
            if size := self._size(self._state, line, here):
                return Subject(
                    line.lexicon.value("state", line.key(here, here + size)) or "", tuple(words)
                ), here + size
            if line.line[here] in self._stop:
                break
            words.append(line.key(here, here + 1))
            here += 1
            if not self.head_last:
                return Subject("", tuple(words)), here
        return Subject("", tuple(words)), here

    def _more(self, line: Line, at: int, end: int) -> bool:
        """Whether a noun that is the head follows (police *officers*, army *helicopter pilots*)."""
        return self.head_last and at < end and bool(self._size(self._noun, line, at))

    def _size(self, matcher: Matcher, line: Line, at: int) -> int:
        """The tokens that a word of the class takes at ``at``; 0 when none stands there."""
        match = matcher.pattern.match(line.line, at)
        return match.end() - at if match else 0
