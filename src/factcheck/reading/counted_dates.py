"""Lines -> a date that is told beside its distance from one before it, and comes to none of those.

She was last seen on 3 October. ... Three days later, on 2 October, a ranger found her. What the distance is counted
from may be any date that was told before, so nothing is claimed where it fits one of them; else it is held against the
last one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from factcheck.model import MINUTES_A_DAY, Reading
from factcheck.reading.calendar import range_of
from factcheck.reading.ends import ENDS
from factcheck.reading.lines import Draft, Line
from factcheck.reading.pieces import Marks
from factcheck.reading.sentences import bounds
from factcheck.reading.sequences import words_in
from factcheck.reading.slots import Slots

# Between a distance and its date stand so many tokens, and so many sentences from the date that it is counted from.
NEAR, SENTENCES = 4, 3
# A sentence that counts from the one before begins with the distance: and on the following day.
OPENING = 4
# So many days has a unit, and so many more or less may have passed.
UNITS = {"day": (1, 1), "night": (1, 1), "week": (7, 3), "month": (30, 17), "year": (365, 200)}


class Counted(NamedTuple):
    """``date`` is said to lie ``distance`` after ``start``, which stands in the line ``where``."""

    start: Draft
    distance: Draft
    date: Draft
    where: Line


class Days(NamedTuple):
    """The days that a date may be, or those that may lie between two, ``last`` included."""

    first: int
    last: int


def counted(lines: Sequence[Line]) -> Iterator[tuple[Line, Counted]]:
    """Each date whose distance fits no date before it."""
    before: list[tuple[Line, Draft]] = []
    for line in lines:
        drafts = [line.drafts[at] for at in sorted(line.drafts)]
        for distance in drafts:
            if distance.kind not in ("duration", "day", "period") or (span := _distance(line, distance)) is None:
                continue
            date = _date(line, distance)
            if date is None:
                continue
            first = min(distance.start, date.start)
            told = [(line, one) for one in drafts if one.start < first and _is_date(one) and one is not distance]
            told = [*before, *told]
            if not told or any(_fits(one, span, date) for _, one in told):
                continue
            where, start = told[-1]
            if (
                _is_counted_from(line, where, start, first)
                and _is_near(line, where, start, first)
                and _is_precise(start, distance)
            ):
                yield line, Counted(start, distance, date, where)
        before += [(line, one) for one in drafts if _is_date(one)]


def _is_counted_from(line: Line, where: Line, start: Draft, first: int) -> bool:
    """Whether nothing else happened in between: the distance opens the next sentence, or follows the date at once."""
    begin, marks = bounds(line, first)[0], Marks.of(line.lexicon)
    if where is line and start.start >= begin:
        return (marks.comma | marks.conjunction).isdisjoint(line.base[start.end : first])
    return first - begin <= OPENING and (where is not line or bounds(line, start.start)[1] + 1 >= begin)


def tell(line: Line, told: Counted) -> None:
    """Gives a distance that is itself a day or a week the days on which it ends."""
    span = _distance(line, told.distance)
    if told.distance.kind == "duration" or span is None:
        return
    starts = (_days(one) for one in told.start.readings)
    told.distance.readings = tuple(_reading(one.first + span.first, one.last + span.last) for one in starts if one)


def _slots(draft: Draft) -> Slots:
    slots = draft.data.get("slots")
    return slots if isinstance(slots, Slots) else Slots()


def _is_date(draft: Draft) -> bool:
    return draft.kind in ENDS and bool(draft.readings)


def _distance(line: Line, draft: Draft) -> Days | None:
    """How many days lie between the two, if a draft says that something came so much later."""
    slots = _slots(draft)
    if draft.kind == "duration":
        exact = draft.number is not None and draft.number.high is None and not draft.data.get("hedges")
        if not exact or draft.number is None or not _is_later(line, draft):
            return None
        count, unit = draft.number.value, str(draft.data.get("unit", ""))
    elif slots.unit is not None and slots._replace(reference=None, unit=None, count=None) == Slots():
        later = slots.reference == "following" or (slots.reference is None and (slots.count or 0) > 0)
        if not later or draft.data.get("hedges"):
            return None
        count, unit = Fraction(slots.count or 1), slots.unit
    else:
        return None
    if unit not in UNITS or count.denominator != 1:
        return None
    days, slack = UNITS[unit]
    return Days(int(count) * days - slack, int(count) * days + slack)


def _is_later(line: Line, length: Draft) -> bool:
    """Whether "later" or "after that" stands beside a length, or "after" before it and nothing that it is after."""
    if any(words_in(line, "lapse-after", length.end - 1, length.end + 1)):
        return True
    before = (one.end() == length.start for one in words_in(line, "followup-from", length.start - NEAR, length.start))
    return any(words_in(line, "followup-after", length.end, length.end + 2)) or any(before)


def _date(line: Line, distance: Draft) -> Draft | None:
    """The date that stands right behind a distance, with nothing but signs and words such as "on" between."""
    links = Marks.of(line.lexicon).comma | Marks.of(line.lexicon).open | line.lexicon.characters("dash")
    links |= line.lexicon.characters("followup-link|order-when")
    after = line.drafts_between(distance.end, min(distance.end + NEAR + 1, bounds(line, distance.start)[1]))
    if not after or not _is_date(after[0]):
        return None
    date, slots = after[0], _slots(after[0])
    between = line.base[distance.end : date.start]
    later = line.lexicon.words_of("followup-after").match(line.base, distance.end)
    if later is not None:
        between = line.base[later.end() : date.start]
    told = slots.day is not None and slots.reference in (None, "same") and slots.calendar is None
    return date if told and between and all(code in links for code in between) else None


def _days(reading: Reading) -> Days | None:
    low, high = reading.value.low, reading.value.high
    if low is None or high is None:
        return None
    return Days(int(low) // MINUTES_A_DAY, max(int(low), int(high) - 1) // MINUTES_A_DAY)


def _reading(first: int, last: int) -> Reading:
    return Reading(range_of(first * MINUTES_A_DAY, (last + 1) * MINUTES_A_DAY), "minute")


def _fits(start: Draft, span: Days, date: Draft) -> bool:
    """Whether a date may lie so far behind another one, in some readings of both."""
    for one in map(_days, start.readings):
        for other in map(_days, date.readings):
            if one is None or other is None:
                return True
            if other.first - one.last <= span.last and span.first <= other.last - one.first:
                return True
    return False


def _is_near(line: Line, where: Line, start: Draft, at: int) -> bool:
    if where is line:
        return line.index.number(at) - line.index.number(start.start) <= SENTENCES
    return line.index.number(at) < SENTENCES


def _is_precise(start: Draft, distance: Draft) -> bool:
    """Whether a date is told as exactly as what is counted from it: days from a day, years from a year."""
    slots = _slots(start)
    unit = str(distance.data.get("unit") or _slots(distance).unit)
    if slots.calendar is not None or slots.reference not in (None, "same", "last", "this"):
        return False
    if unit == "year":
        return slots.year is not None
    return slots.month is not None and (slots.day is not None or unit == "month")
