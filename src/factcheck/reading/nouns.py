"""A figure in its line -> what is counted: the noun, the words beside it, and what happens to it."""

from __future__ import annotations

from functools import lru_cache

from factcheck.languages.lexicon import Lexicon
from factcheck.languages.matching import Matcher
from factcheck.languages.nodes import END, FILLER
from factcheck.languages.phrases import parse
from factcheck.model import NOBODY, Subject
from factcheck.reading.lines import Line

REACH = 4
SHORTEST_PLURAL = 4
# A word that is not known counts as a noun with so many modifiers before it; farther off it may be a verb.
MODIFIERS = 1
EACH = "each"
# The sign and the letter of a possessive: 's.
POSSESSIVE = 2


class Nouns:
    """Classes of one language that tell what a figure counts.

    A known noun gives its concept. Where the language says how its plurals end (``setting.plurals``, pairs
    ``ending>singular``, and ``setting.not-plural``, endings that are none), a word that is not known and ends so
    is its own concept: "12 llamas" are of ``llama``. A word that is shaped as ``setting.verbal`` says of verbs
    (beginning and end, with ``…`` between) is counted by nothing. States ("12 killed") stand in for a noun that
    is not there, and with a noun they are in ``Subject.scope``, as is ``part`` for a figure of a whole ("12 of
    them").
    """

    def __init__(self, lexicon: Lexicon) -> None:
        settings = dict(lexicon.data.messages)
        self.head_last = settings["setting.head"] == "last"
        self._plurals = tuple(
            (ending, singular)
            for ending, _, singular in (pair.partition(">") for pair in settings.get("setting.plurals", "").split())
        )
        self._singulars = tuple(settings.get("setting.not-plural", "").split())
        self._things = tuple(settings.get("setting.not-people", "").split())
        self._verbal = tuple(shape.partition("…")[::2] for shape in settings.get("setting.verbal", "").split())
        self._noun = lexicon.words_of("noun")
        self._state = lexicon.matcher(parse("[{statelink}] [{statelink}] {state}"))
        self._partitive = lexicon.words_of("partitive")
        self._hedge = lexicon.words_of("hedge-after")
        self._of = lexicon.words_of("of")
        self._word = lexicon.characters("word")
        self._unknown = lexicon.characters("unknown|any-of")
        self._plural = lexicon.characters("plural")
        self._attached = lexicon.characters("article-attached")
        self._articled = lexicon.characters("articled")
        self._open, self._close = lexicon.characters("open"), lexicon.characters("close")
        self._apostrophe = lexicon.characters("apostrophe")
        self._stop = lexicon.characters("function") | {END}

    def after(self, line: Line, at: int) -> tuple[Subject, int]:
        """What is counted from token ``at`` on, and the token after the noun (``at`` when there is none)."""
        first = at + self._size(self._hedge, line, at)
        here = first + self._size(self._partitive, line, first)
        part = ("part",) if here > first else ()
        here += self._size(self._of, line, here)
        if not self.head_last:
            if here == at and at < len(line.line) and line.line[at] in self._articled:  # what is counted has no article
                return NOBODY, at
            linked, here = here > at, here + self._is_bracketed(line, here)
            return self._first(line, here, part, linked)
        words: list[str] = []
        end = min(len(line.line), here + REACH)
        if (size := self._size(self._state, line, here)) and not self._concept(line, here + size, end)[0]:
            state = self._state_of(line, here, here + size)
            return Subject(state, scope=(*part, state)), here + size
        while here < end and line.line[here] in self._word:
            concept, size = self._concept(line, here, end)
            if concept and here + size < len(line.line) and line.line[here + size] in self._apostrophe:
                here, words = here + size + POSSESSIVE, []  # 60 of the town's houses
                end = min(len(line.line), here + REACH)
                continue
            if concept and len(words) > MODIFIERS and line.line[here] in self._unknown:
                break
            if concept and not self._concept(line, here + size, end)[0]:
                after = here + size
                state = self._state_of(line, after, after + self._size(self._state, line, after))
                return Subject(concept, tuple(words), scope=(*part, state) if state else part), after
            if line.line[here] in self._stop:
                break
            words.append(line.key(here, here + 1))
            here += 1
        return Subject(scope=part) if part else NOBODY, at

    def before(self, line: Line, at: int) -> Subject | None:
        """What a definite figure at ``at`` counts where the noun comes first: several of something before it.

        After a noun in the singular such a figure is a rank, so a form that means several is asked for.
        """
        if self.head_last or at == 0:
            return None
        attached = line.line[at - 1] in self._attached
        if not attached and line.base[at] not in self._articled:
            return None
        end = at - attached
        for start in range(end - 1, max(-1, end - 1 - REACH), -1):
            if line.line[start] in self._plural and self._size(self._noun, line, start) == end - start:
                return Subject(line.lexicon.value("noun", line.key(start, end)) or "")
        return None

    def is_plural(self, word: str, human: bool = False) -> bool:
        """Whether a word that is not known ends as several of something do, where the language says how they do.

        ``human``: as several people do; ``setting.not-people`` are endings that only things have.
        """
        return bool(self._singular(word)) and not (human and word.endswith(self._things))

    def concept(self, word: str) -> str:
        """What a word that is not known means where it ends as several of something do: itself, in the singular."""
        return self._singular(word)

    def _first(self, line: Line, at: int, part: tuple[str, ...], linked: bool) -> tuple[Subject, int]:
        """Where the noun comes first: the word right after the figure, whatever it is.

        After "of" and "of them" (``linked``) an unknown word must have its article to be what is counted.
        """
        if size := self._size(self._noun, line, at):
            if linked and not part and line.line[at] not in self._articled | self._plural:  # whose it is, or whence
                return Subject(scope=part) if part else NOBODY, at
            concept = line.lexicon.value("noun", line.key(at, at + size)) or ""
            return Subject(concept, scope=part), at + size
        if size := self._size(self._state, line, at):
            return Subject(self._state_of(line, at, at + size), scope=part), at + size
        if at >= len(line.line) or line.line[at] not in self._word or line.line[at] in self._stop:
            return Subject(scope=part) if part else NOBODY, at
        if linked and line.line[at] not in self._articled:
            return Subject(scope=part) if part else NOBODY, at
        if self._is_no_noun(line, at):
            return Subject(scope=part) if part else NOBODY, at
        return Subject("", (line.key(at, at + 1),), scope=part), at + 1

    def _is_no_noun(self, line: Line, at: int) -> bool:
        """Whether the word at ``at`` ends as verbs do, or says that something is of each."""
        key = line.key(at, at + 1)
        if line.line[at] in self._unknown:
            return any(
                len(key) > SHORTEST_PLURAL and key.startswith(first) and key.endswith(last)
                for first, last in self._verbal
            )
        return line.lexicon.value("scope", key) == EACH

    def _is_bracketed(self, line: Line, at: int) -> bool:
        """Whether token ``at`` closes brackets around the figure alone: (12) soldiers."""
        if at >= len(line.line) or line.line[at] not in self._close:
            return False
        start = at - 1
        while start > 0 and line.line[start] == FILLER:
            start -= 1
        return start > 0 and line.line[start - 1] in self._open

    def _concept(self, line: Line, at: int, end: int) -> tuple[str, int]:
        """The concept of the noun at ``at`` and its tokens; empty when no noun stands there."""
        if at >= end:
            return "", 0
        if size := self._size(self._noun, line, at):
            return line.lexicon.value("noun", line.key(at, at + size)) or "", size
        if line.line[at] in self._unknown:
            return self._singular(line.key(at, at + 1)), 1
        return "", 0

    def _singular(self, word: str) -> str:
        if len(word) < SHORTEST_PLURAL or word.endswith(self._singulars):
            return ""
        for ending, singular in self._plurals:
            if word.endswith(ending):
                return word.removesuffix(ending) + singular
        return ""

    def _state_of(self, line: Line, start: int, end: int) -> str:
        """What the last word of a state's tokens means; empty of no tokens."""
        return (line.lexicon.value("state", line.key(end - 1, end)) or "") if end > start else ""

    def _size(self, matcher: Matcher, line: Line, at: int) -> int:
        """The tokens that a word of the class takes at ``at``; 0 when none stands there."""
        match = matcher.match(line.line, at)
        return match.end() - at if match else 0


@lru_cache(maxsize=16)
def nouns_of(lexicon: Lexicon) -> Nouns:
    """The nouns of a language, made once."""
    return Nouns(lexicon)
