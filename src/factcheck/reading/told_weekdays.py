"""A date and a weekday that is told beside it in words of its own -> the date with that weekday as one of its parts.

Tuesday (6 March); on Wednesday morning, March 6; on 6 May 1996. It was a Monday.
"""

from __future__ import annotations

from itertools import pairwise

from factcheck.languages.lexicon import Lexicon
from factcheck.reading.lines import Draft, Line
from factcheck.reading.pieces import Marks
from factcheck.reading.sentences import bounds
from factcheck.reading.slots import Slots
from factcheck.reading.weekday_words import is_eve

# Before a weekday that is one of two, the other stands so many tokens at most.
NEAR = 3


def pair_weekdays(line: Line, lexicon: Lexicon) -> None:
    """Gives each date the weekday that is said of it."""
    drafts = [line.drafts[at] for at in sorted(line.drafts)]
    for number, (one, other) in enumerate(pairwise(drafts)):
        if _is_weekday(one) and _is_date(other) and _is_beside(line, one, other):
            before = drafts[number - 1] if number else None
            if is_eve(line, one.end - 1, _slots(other)._replace(weekday=_slots(one).weekday)):
                continue
            if before is None or not _is_weekday(before) or one.start - before.end > NEAR:
                _join(other, one)
        elif _is_weekday(other) and _is_date(one) and _is_said_again(line, lexicon, one, other):
            _join(one, other)


def _join(date: Draft, weekday: Draft) -> None:
    date.parts = tuple(sorted((*date.parts, *weekday.parts), key=lambda one: one.span))


def _slots(draft: Draft) -> Slots:
    slots = draft.data.get("slots")
    return slots if isinstance(slots, Slots) else Slots()


def _is_weekday(draft: Draft) -> bool:
    """Whether a draft is a weekday, perhaps with its part of the day, and nothing else."""
    slots = _slots(draft)
    bare = slots.weekday is not None and slots == Slots(weekday=slots.weekday, daypart=slots.daypart)
    return bare and [part.role for part in draft.parts] == ["weekday"]


def _is_date(draft: Draft) -> bool:
    """Whether a draft is one day of the Gregorian calendar by its day and month, without a weekday."""
    slots, roles = _slots(draft), {part.role for part in draft.parts}
    plain = slots.calendar is None and slots.weekday is None and slots.reference is None
    return plain and {"day", "month"} <= roles and len(draft.data.get("options", ())) <= 1  # type: ignore[arg-type]


def _is_beside(line: Line, weekday: Draft, date: Draft) -> bool:
    """Whether the date follows in brackets, or at once where one of them has the part of the day."""
    marks = Marks.of(line.lexicon)
    if weekday.end == date.start:
        return (_slots(weekday).daypart is None) != (_slots(date).daypart is None)
    between, after = line.base[weekday.end : date.start], line.base[date.end : date.end + 1]
    return len(between) == 1 and between in marks.open and after != "" and after in marks.shut


def _is_said_again(line: Line, lexicon: Lexicon, date: Draft, weekday: Draft) -> bool:
    """Whether the next sentence says nothing but that it was this weekday."""
    start, end = bounds(line, weekday.start)
    first, last = bounds(line, date.start)
    alone = not line.drafts_between(first, date.start) and not line.drafts_between(date.end, last)
    said = lexicon.characters("itwas")
    whole = all(code in said for code in line.base[start : weekday.start]) and start < weekday.start
    return alone and last + 1 == start and whole and weekday.end == end
