"""Lines -> a weekday that is told beside "today" or "yesterday" and does not fit the one beside another such word.

Today, Wednesday ... yesterday, Monday. An article is written on one day, whichever it is: two words of different
distance with different weekdays must come to the same one. That the same weekday is called "today" and "yesterday" is
left alone: such a text was moved from one day to the next.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from factcheck.languages.nodes import END
from factcheck.reading.beside import is_certain
from factcheck.reading.lines import Draft, Line
from factcheck.reading.pieces import Marks
from factcheck.reading.slots import Slots
from factcheck.reading.weekday_words import DAYS_A_WEEK

# The two are told so many sentences apart at most.
SENTENCES = 4


class Told(NamedTuple):
    """A day ``offset`` days from now that is said to be a ``weekday``; ``named`` has the weekday if it stands apart."""

    line: Line
    draft: Draft
    named: Draft
    offset: int
    weekday: int

    @property
    def now(self) -> int:
        """The weekday on which this was written."""
        return (self.weekday - self.offset) % DAYS_A_WEEK


def clashing(line: Line, published: date | None) -> tuple[Told, Told] | None:
    """The first two days that cannot both have their weekdays; the one that fits the publication comes first."""
    told = [one for one in _told(line) if is_certain(line, one.draft, 0)]
    for number, one in enumerate(told):
        for other in told[number + 1 :]:
            near = line.index.number(other.draft.start) - line.index.number(one.draft.start) <= SENTENCES
            if near and one.offset != other.offset and one.weekday != other.weekday and one.now != other.now:
                fits = published is not None and other.now == published.weekday() != one.now
                return (other, one) if fits else (one, other)
    return None


def split(told: Told) -> tuple[Draft, Draft]:
    """The word that counts from now and the weekday as two drafts."""
    line, draft = told.line, told.draft
    if told.named is not draft:
        return draft, told.named
    (part,) = (one for one in draft.parts if one.role == "weekday")
    at = next(at for at in range(draft.start, draft.end) if line.starts[at] >= part.span.start)
    slots = draft.data["slots"]
    assert isinstance(slots, Slots)
    stop = at
    while stop - 1 > draft.start and line.base[stop - 1] in Marks.of(line.lexicon).comma | Marks.of(line.lexicon).open:
        stop -= 1
    readings = draft.readings
    draft.end, draft.parts, draft.readings = stop, (), ()
    draft.data["slots"] = slots._replace(weekday=None)
    named = Draft("day", at, at + 1, readings, (part,), draft.read_by, None, {"slots": Slots(weekday=told.weekday)})
    line.drafts[at] = named
    return draft, named


def _told(line: Line) -> Iterator[Told]:
    drafts = [line.drafts[at] for at in sorted(line.drafts)]
    for number, draft in enumerate(drafts):
        slots = draft.data.get("slots")
        if not isinstance(slots, Slots) or slots.offset_days is None or draft.kind != "day":
            continue
        if slots.weekday is not None and sum(part.role == "weekday" for part in draft.parts) == 1:
            yield Told(line, draft, draft, slots.offset_days, slots.weekday)
        elif (named := _beside(line, draft, drafts[number + 1 : number + 3])) is not None:
            yield Told(line, draft, named, slots.offset_days, named.data["slots"].weekday)  # type: ignore[attr-defined]


def _beside(line: Line, draft: Draft, after: Sequence[Draft]) -> Draft | None:
    """The weekday that follows in brackets or between commas, and is no member of a list."""
    marks = Marks.of(line.lexicon)
    if not after:
        return None
    named, between = after[0], line.base[draft.end : after[0].start]
    slots = named.data.get("slots")
    if slots != Slots(weekday=getattr(slots, "weekday", None)) or slots == Slots():
        return None
    if any(one.kind == "day" and one.start - named.end <= 2 for one in after[1:]):
        return None
    close = line.line[named.end : named.end + 1]
    ends = marks.shut if between in marks.open else marks.comma | {"", END}
    return named if len(between) == 1 and between in marks.open | marks.comma and close in ends else None
