"""A date, so many days after it and the weekday of that day -> the relation of the three.

On Thursday 28 November ... Two days later, that is on Saturday; the next day, Friday. Which weekday it is, is counted
from the date; the two are told right beside each other, and no other date stands between.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from factcheck.model import MINUTES_A_DAY, Reading
from factcheck.reading.calendar import day_period, range_of
from factcheck.reading.ends import ENDS
from factcheck.reading.lines import Draft, Line
from factcheck.reading.pieces import Marks
from factcheck.reading.sentences import bounds
from factcheck.reading.sequences import words_in
from factcheck.reading.slots import Slots
from factcheck.reading.told_days import clashing, split

DAYS_A_WEEK = 7
# From the date to what follows on it may stand so many tokens, and so many between the distance and its weekday.
LONGEST, NEAR = 60, 4
# A distance of so many days is told by them.
MOST = 13


class Followup(NamedTuple):
    """``weekday`` is said to be ``days`` after ``start``, as ``distance`` tells; ``where`` is the line of ``start``."""

    start: Draft
    distance: Draft
    weekday: Draft
    days: int
    where: Line


def followups(line: Line) -> Iterator[Followup]:
    """Each weekday that is told beside its distance from a date."""
    drafts = [line.drafts[at] for at in sorted(line.drafts)]
    for number, distance in enumerate(drafts):
        days = _days(line, distance)
        if not 0 < days <= MOST:
            continue
        after = drafts[number + 1] if number + 1 < len(drafts) else None
        before = drafts[number - 1] if number else None
        if after is not None and _is_weekday(after) and _is_linked(line, distance.end, after.start):
            start, weekday = _start(line, drafts[:number], distance), after
        elif before is not None and _is_weekday(before) and _is_said_of(line, before, distance):
            start, weekday = _start(line, drafts[: number - 1], before), before
        else:
            continue
        if start is not None:
            yield Followup(start, distance, weekday, days, line)
    yield from line.counted


def count(line: Line, published: date | None) -> None:
    """Has two days that are counted from now, and cannot both have their weekdays, counted from each other."""
    if (found := clashing(line, published)) is not None:
        start, told = found
        line.counted.append(Followup(start.draft, *split(told), told.offset - start.offset, start.line))


def tell(line: Line) -> None:
    """Gives the weekday the reading nearest to its distance from the date, and the distance the day that it ends on."""
    for start, distance, weekday, days, _ in followups(line):
        first = _day(start)
        slots = weekday.data.get("slots")
        if first is None or not isinstance(slots, Slots) or slots.weekday is None:
            continue
        if _is_from_now(distance) and any(_weekday(one) == slots.weekday for one in distance.readings):
            continue
        told = first + days
        nearest = told + (slots.weekday - told + 3) % DAYS_A_WEEK - 3
        weekday.readings = (_reading(nearest),)
        if distance.kind == "day":
            distance.readings = (_reading(told),)
        weekday.data["told from"] = start


def _days(line: Line, distance: Draft) -> int:
    """How many days after a date something is told to be; 0 where that is not said."""
    slots = distance.data.get("slots")
    if distance.kind == "day" and isinstance(slots, Slots) and slots.unit == "day":
        if slots.weekday is None and slots.reference in ("following", None) and slots.month is None:
            return slots.count or (1 if slots.reference == "following" else 0)
        return 0
    if distance.kind != "duration" or distance.number is None or distance.data.get("unit") != "day":
        return 0
    exact = distance.number.value.denominator == 1 and distance.number.high is None and not distance.data.get("hedges")
    from_it = words_in(line, "followup-from", distance.start - NEAR, distance.start)
    told = (
        any(words_in(line, "lapse-after", distance.end - 1, distance.end + 1))
        or any(words_in(line, "followup-after", distance.end, distance.end + 2))
        or any(match.end() == distance.start for match in from_it)
    )
    return int(distance.number.value) if exact and told else 0


def _is_weekday(draft: Draft) -> bool:
    slots = draft.data.get("slots")
    return draft.kind == "day" and slots == Slots(weekday=getattr(slots, "weekday", None)) and slots != Slots()


def _is_linked(line: Line, end: int, start: int) -> bool:
    """Whether nothing but commas and words such as "that is on" stands between."""
    links = line.lexicon.characters("followup-link") | Marks.of(line.lexicon).comma
    links |= line.lexicon.characters("open|dash")
    return start - end <= NEAR and all(code in links for code in line.base[end:start])


def _is_said_of(line: Line, weekday: Draft, distance: Draft) -> bool:
    """Whether a distance closes what is told of a weekday before it: on Friday, three days later."""
    marks = Marks.of(line.lexicon)
    after = line.base[distance.end : distance.end + 1]
    own = all(code in marks.comma for code in line.base[weekday.end : distance.start])
    return own and weekday.end < distance.start and (not after or after in marks.comma | marks.close)


def _start(line: Line, before: list[Draft], told: Draft) -> Draft | None:
    """The date that a distance is counted from: the last one before it, if only words stand between."""
    dates = [one for one in before if one.kind in ENDS]
    if not dates or told.start - dates[-1].end > LONGEST:
        return None
    start, first = dates[-1], bounds(line, told.start)[0]
    slots = start.data.get("slots")
    if not isinstance(slots, Slots) or slots.day is None or slots.month is None or slots.daypart is not None:
        return None
    if start.start >= first:
        return start
    own = bounds(line, start.start)
    alone = sum(own[0] <= one.start < own[1] for one in dates) == 1
    return start if alone and own[1] + 1 >= first else None


def _is_from_now(distance: Draft) -> bool:
    """Whether a distance may be counted from the publication as well: in two days."""
    slots = distance.data.get("slots")
    return distance.kind == "day" and isinstance(slots, Slots) and slots.reference is None


def _day(draft: Draft) -> int | None:
    """The number of the day that a date is, if it is one."""
    days = {one.value.low for one in draft.readings}
    low = next(iter(days), None)
    return int(low) // MINUTES_A_DAY if len(days) == 1 and low is not None else None


def _weekday(reading: Reading) -> int | None:
    return None if reading.value.low is None else int(reading.value.low) // MINUTES_A_DAY % DAYS_A_WEEK


def _reading(day: int) -> Reading:
    period = day_period(day)
    return Reading(range_of(period.low, period.high), "minute", period.timex)
