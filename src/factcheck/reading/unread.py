"""A line that was read -> the numbers in it that are in no fact, and why."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.languages.data import Pattern
from factcheck.languages.lexicon import Lexicon
from factcheck.languages.nodes import FILLER
from factcheck.model import Unread
from factcheck.reading.lines import Line
from factcheck.reading.numbers import ADDED, HALVES, MULTIPLIED, SCALES

NUMBER_WORDS = (*SCALES, *MULTIPLIED, *HALVES, *ADDED, "pluralscale", "ordinalhundred")
# What an identifier is; "as=..." of its pattern says so.
SORTS = {
    "score": "a score, a tally or a number of several parts",
    "telephone": "a telephone or reference number",
    "expression": "no number in this expression",
    "season": "a season or pair of years",
}
NAMED = "part of a name or identifier"
MIXED = "figures and letters in one word"
ELSEWHERE = "it only tells how to read the fact beside it"
WORDS = "no pattern reads this word as a number here"
FIGURES = "no pattern reads it"


def unread(path: str, line: Line) -> Iterator[Unread]:
    """In text order; what one pattern took as a whole is quoted as a whole."""
    numbers = _characters(line.lexicon)
    inside = {at for draft in line.drafts.values() for at in range(draft.start, draft.end)}
    done = 0
    for at, code in enumerate(line.base):
        if at < done or at in inside or not (code in numbers or _has_digit(line.pieces[at])):
            continue
        start, done = _covered(line, at)
        if (reason := _reason(line, start, at)) is not None:
            yield Unread(path, line.span(start, done), reason)


def _characters(lexicon: Lexicon) -> frozenset[str]:
    return lexicon.once("number words", lambda: frozenset().union(*map(lexicon.characters, NUMBER_WORDS)))


def _has_digit(piece: str) -> bool:
    return any(map(str.isnumeric, piece))


def _covered(line: Line, at: int) -> tuple[int, int]:
    """The tokens that were read together with token ``at``."""
    start, end = at, at + 1
    while start > 0 and line.line[start] == FILLER:
        start -= 1
    while end < len(line.line) and line.line[end] == FILLER:
        end += 1
    return start, end


def _reason(line: Line, start: int, at: int) -> str:
    patterns = line.lexicon.data.patterns
    for number in reversed(line.trail.get(start, ())):
        if patterns[number].builder == "identifier":
            return _sort(patterns[number])
    if line.line[at] != line.base[at]:
        return ELSEWHERE
    piece = line.pieces[at]
    if not _has_digit(piece):
        return WORDS
    return MIXED if any(map(str.isalpha, piece)) else FIGURES


def _sort(pattern: Pattern) -> str:
    what = dict(pattern.given).get("as", "")
    return f"{SORTS.get(what, NAMED)} ({pattern.place})"
