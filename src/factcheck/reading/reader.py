"""A document and a lexicon -> drafts of its facts, line by line: every pattern of the language in its order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from factcheck.languages.lexicon import Lexicon
from factcheck.languages.matching import Matcher
from factcheck.languages.nodes import Value
from factcheck.model import Document
from factcheck.reading.builders import BUILDERS
from factcheck.reading.captures import Captures, Reader
from factcheck.reading.lines import Cover, Draft, Line

BLOCK = 65_536
_PARAGRAPH = re.compile(r"\r?\n")

FACT_KINDS = (
    "number", "ordinal", "percent", "money", "quantity", "age", "day", "month", "year", "period", "moment", "time",
    "duration", "set",
)  # fmt: skip


def lines(document: Document, lexicon: Lexicon) -> Iterator[Line]:
    """The document's text in blocks that end with a paragraph, each read."""
    text, at = document.text, document.body
    while at < len(text):
        end = len(text)
        if end - at > BLOCK:
            breaks = [m.end() for m in _PARAGRAPH.finditer(text, at, at + BLOCK)]
            end = breaks[-1] if breaks else _blank_before(text, at, at + BLOCK)
        yield read_line(lexicon, text[at:end], at)
        at = end


def _blank_before(text: str, start: int, end: int) -> int:
    cut = text.rfind(" ", start, end)
    return cut + 1 if cut > start else end


def read_line(lexicon: Lexicon, text: str, offset: int = 0) -> Line:
    """One block with everything covered that the patterns of the language read."""
    line = Line(lexicon, text, offset)
    readers = _readers(lexicon)
    wanted = readers.wanted(line.index.characters)
    for number, (reader, matcher) in enumerate(readers.patterns):
        if wanted >> number & 1:
            for character in _apply(line, reader, matcher):
                wanted |= readers.by_character.get(character, 0)
    _remaining_numbers(line)
    return line


class Readers(NamedTuple):
    """The patterns in order; ``by_character`` says as bits which of them a character calls for.

    A pattern is called for by the characters of its rarest need, so that most are never tried on a text.
    """

    patterns: tuple[tuple[Reader, Matcher], ...]
    by_character: dict[str, int]
    always: int

    def wanted(self, characters: Iterable[str]) -> int:
        """The patterns that a text of these characters may match."""
        found = self.always
        for character in characters:
            found |= self.by_character.get(character, 0)
        return found


@lru_cache(maxsize=16)
def _readers(lexicon: Lexicon) -> Readers:
    patterns = tuple((Reader.of(one, lexicon), lexicon.matcher(one.phrase)) for one in lexicon.data.patterns)
    by_character: dict[str, int] = {}
    always = 0
    for number, (_, matcher) in enumerate(patterns):
        rarest = matcher.all_needs[0] if matcher.all_needs else ()
        always |= (not rarest) << number
        for character in rarest:
            by_character[character] = by_character.get(character, 0) | 1 << number
    return Readers(patterns, by_character, always)


def _apply(line: Line, reader: Reader, matcher: Matcher) -> Iterable[str]:
    """Reads what one pattern matches; the characters that now stand in the line."""
    build = BUILDERS[reader.pattern.builder]
    covers: list[tuple[int, int, str]] = []
    for match in line.find(matcher):
        found = Captures(line, reader, match)
        built = build(found)
        if built is None:
            continue
        if isinstance(built, str):
            covers.append((found.start, found.end, built))
        elif isinstance(built, Cover):
            covers.append(built)
        else:
            covers += [_placed(line, draft) for draft in (built if isinstance(built, list) else [built])]
    line.cover(covers)
    return [character for _, _, character in covers]


def _placed(line: Line, draft: Draft) -> Cover:
    """The draft in the line, in place of any that it covers."""
    for at in range(draft.start, draft.end):
        line.drafts.pop(at, None)
    line.drafts[draft.start] = draft
    return Cover(draft.start, draft.end, line.lexicon.code(("fact:" + draft.kind,)))


def _remaining_numbers(line: Line) -> None:
    """What no pattern took is a number or an ordinal by itself."""
    lexicon = line.lexicon
    covers = []
    for match in _numbers(lexicon).finditer(line.line):
        at, end = match.span()
        kind = "ordinal" if line.line[at] in lexicon.characters("ordinal") else "number"
        number = line.number(at)
        line.drafts[at] = Draft(kind, at, end, number=number, data={"unit": ""})
        covers.append((at, end, lexicon.code(("fact:" + kind,))))
    line.cover(covers)


def _numbers(lexicon: Lexicon) -> Matcher:
    matcher = lexicon.matchers.get("numbers")
    if matcher is None:
        characters = lexicon.characters("number") | lexicon.characters("oddnumber") | lexicon.characters("dotdate")
        matcher = lexicon.matchers["numbers"] = Matcher(Value(characters), (characters,))
    return matcher
