"""A document and a lexicon -> drafts of its facts, line by line: every pattern of the language in its order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factcheck.languages.data import Pattern
from factcheck.languages.indexed import Calls, Indexed
from factcheck.languages.lexicon import Lexicon
from factcheck.languages.matching import Found, Matcher
from factcheck.languages.nodes import Value
from factcheck.model import Document
from factcheck.reading.builders import BUILDERS
from factcheck.reading.captures import Captures, Reader
from factcheck.reading.lines import Cover, Draft, Line, Over

BLOCK = 65_536
_PARAGRAPH = re.compile(r"\r?\n")

# A holiday is covered by its name before the words around it tell which day is meant.
FACT_KINDS = (
    "number", "ordinal", "percent", "money", "quantity", "age", "day", "month", "year", "period", "moment", "time",
    "duration", "set", "holiday",
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
    patterns, index = indexed(lexicon), line.index
    calls = patterns.calls
    met, everywhere = index.watch(patterns.needs_of, len(calls.needs)), index.everywhere
    wanted = patterns.called(index.characters)
    number, bits = -1, bin(wanted)[:1:-1]
    while (number := bits.find("1", number + 1)) >= 0:
        sentences = everywhere
        for need in calls.patterns[number]:
            sentences &= met[need]
        if not sentences:
            continue
        matches = patterns.matcher(number).found_in(line.line, index.bounds(sentences))
        if matches and (covered := _apply(line, patterns.patterns[number], matches, (number,))):
            wanted |= patterns.called(covered)
            bits = bin(wanted)[:1:-1]
    _remaining_numbers(line)
    line.index.rest()
    return line


def indexed(lexicon: Lexicon, calls: Calls | None = None) -> Indexed:
    """The patterns of a language; ``calls`` is what was made of them before."""
    return lexicon.once("patterns", lambda: Indexed(lexicon, lexicon.data.patterns, {}, calls))


def _apply(line: Line, pattern: Pattern, matches: Iterable[Found], step: tuple[int]) -> set[str]:
    """Reads what one pattern matched; the characters that now stand in the line. ``step`` is its number."""
    build, reader = BUILDERS[pattern.builder], Reader.of(pattern, line.lexicon)
    covers: list[tuple[int, int, str]] = []
    for match in matches:
        if covers and match.start() < covers[-1][1]:
            continue
        found = Captures(line, reader, match)
        built = build(found) if found.holds() else None
        if built is None:
            continue
        if isinstance(built, str):
            covers.append((found.start, found.end, built))
        elif isinstance(built, Cover):
            covers.append(built)
        elif isinstance(built, Over):
            line.over.append(built.draft)
        else:
            covers += [_placed(line, draft) for draft in (built if isinstance(built, list) else [built])]
    line.cover(covers)
    for start, _, _ in covers:
        line.trail[start] = line.trail.get(start, ()) + step
    return {character for _, _, character in covers}


def _placed(line: Line, draft: Draft) -> Cover:
    """The draft in the line, in place of any that it covers."""
    for at in range(draft.start, draft.end):
        line.drafts.pop(at, None)
    line.drafts[draft.start] = draft
    return Cover(draft.start, draft.end, line.lexicon.code(("fact:" + draft.kind,)))


def _remaining_numbers(line: Line) -> None:
    """What no pattern took is a number or an ordinal by itself."""
    lexicon = line.lexicon
    covers, ordinals = [], lexicon.characters("ordinal")
    codes = {kind: lexicon.code(("fact:" + kind,)) for kind in ("ordinal", "number")}
    for match in _numbers(lexicon).finditer(line.line):
        at, end = match.span()
        kind = "ordinal" if line.line[at] in ordinals else "number"
        line.drafts[at] = Draft(kind, at, end, number=line.number(at), data={"unit": ""})
        covers.append((at, end, codes[kind]))
    line.cover(covers)


def _numbers(lexicon: Lexicon) -> Matcher:
    characters = lexicon.characters("number|oddnumber|dotdate")
    return lexicon.once("numbers", lambda: Matcher(lambda: Value(characters), (characters,)))
