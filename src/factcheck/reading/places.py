"""The sentences around a figure, if only in another paragraph, and what they count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from factcheck.languages.matching import Found
from factcheck.languages.nodes import END
from factcheck.reading.breakdowns import COUNTS
from factcheck.reading.lines import Draft, Line
from factcheck.reading.pieces import Marks
from factcheck.reading.sentences import bounds

Ends = tuple[Fraction, Fraction | None]


class Place(NamedTuple):
    """Tokens ``start`` to ``stop`` of a line: a sentence."""

    line: Line
    start: int
    stop: int

    def counts(self, start: int = 0) -> list[Draft]:
        return [one for one in self.line.drafts_between(max(start, self.start), self.stop) if one.kind in COUNTS]

    def find(self, kind: str) -> Iterator[Found]:
        """The words of a class in it."""
        return self.line.lexicon.words_of(kind).finditer(self.line.base, self.start, self.stop)

    def has(self, kind: str) -> bool:
        return any(self.find(kind))


class Count(NamedTuple):
    """A figure in the sentence ``number`` of those that are looked through."""

    draft: Draft
    line: Line
    number: int

    @property
    def value(self) -> Fraction:
        return written(self.draft)

    @property
    def ends(self) -> Ends:
        return ends_of(self.draft)


def written(draft: Draft) -> Fraction:
    """The number as it is written; zero of a date."""
    return draft.number.value if draft.number is not None else Fraction(0)


def ends_of(draft: Draft) -> Ends:
    """The least and the most that a figure or date may be, in all its readings."""
    lows = [one.value.low or Fraction(0) for one in draft.readings]
    highs = [one.value.high for one in draft.readings if one.value.high is not None]
    return min(lows, default=Fraction(0)), max(highs) if highs and len(highs) == len(lows) else None


def spans_of(line: Line) -> tuple[tuple[int, int], ...]:
    """The first token of each sentence of a line that was read, and the one after its last; found once."""
    if not line.sentences:
        line.sentences = tuple(_spans(line))
    return line.sentences


def _spans(line: Line) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(line.line):
        first, stop = bounds(line, start)
        yield first, stop
        start = max(stop, start) + 1


def sentences_of(line: Line) -> Iterator[Place]:
    return (Place(line, first, stop) for first, stop in spans_of(line) if stop > first)


def sentence_before(lines: Sequence[Line], at: int, start: int) -> Place | None:
    """The sentence before the one that begins at ``start``, if only in the paragraph before."""
    if start > 1:
        return Place(lines[at], *bounds(lines[at], start - 2))
    if not at or len(lines[at - 1].line) < 2:
        return None
    line = lines[at - 1]
    last = len(line.line.rstrip(END))
    return Place(line, *bounds(line, max(last - 1, 0)))


def sentences_before(lines: Sequence[Line], at: int, start: int) -> Iterator[Place]:
    """The sentences before the one that begins at ``start``, the nearest first."""
    while (place := sentence_before(lines, at, start)) is not None:
        yield place
        if place.line is not lines[at]:
            at -= 1
        start = place.start


def sentence_after(lines: Sequence[Line], at: int, place: Place) -> Place | None:
    """The sentence after one, if only in the paragraph after."""
    line, stop = place.line, place.stop
    if stop + 1 < len(line.line):
        return Place(line, *bounds(line, stop + 1))
    return Place(lines[at + 1], *bounds(lines[at + 1], 0)) if at + 1 < len(lines) and lines[at + 1].line else None


def is_placed(place: Place) -> bool:
    """Whether a sentence begins with where or when it holds: in the south."""
    line = place.line
    start = place.start + (line.line[place.start] in Marks.of(line.lexicon).conjunction)
    return line.base[start] in line.lexicon.characters("preposition")


def hedges_of(draft: Draft) -> Iterator[int]:
    """The tokens of the words that hedge a figure: more than, some."""
    hedges = draft.data.get("hedges")
    for hedge in hedges if isinstance(hedges, tuple) else ():
        yield from range(hedge.start, hedge.end)


def noun_end(draft: Draft) -> int:
    """The token after the noun that says what a figure counts."""
    return int(str(draft.data.get("noun end", draft.end)))
