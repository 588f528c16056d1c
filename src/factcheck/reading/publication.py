"""A date with words such as "last" or "of this month" -> the publication moments that make them true."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction

from factcheck.model import MINUTES_A_DAY, Range
from factcheck.reading.calendar import day_number, month_start, range_of
from factcheck.reading.moments import resolve
from factcheck.reading.relative import STEPS
from factcheck.reading.slots import Slots
from factcheck.reading.yearly import Yearly

# Years that stand for all where none is known: months come back in each of them.
ANY_YEARS = (2000, 2001, 2002, 2003)
YEARS_AROUND = 1

# "Last week" is the week before, or the last seven days: so many days after a day it is said of, first and end.
WEEKS = {-1: (1, 15), 0: (-7, 8), 1: (-14, 0)}
# "Last Saturday" is one of the last two, "this Saturday" one within a week on either side.
WEEKDAYS = {-1: (0, 15), 0: (-7, 8), 1: (-14, 1)}


def allowed(slots: Slots, years: Iterable[int]) -> tuple[Range, ...]:
    """When an article with this date can have appeared; of none: nothing is certain.

    A date with its year that is called last (next) lies before (after) the publication day. "Of this month"
    is said in the month itself, in one of ``years`` or the years beside them. Without a year "last" and "next"
    fit any day, but a day of last (next) month lies in the month before (after) that of publication.
    """
    if slots.reference not in ("this", "last", "next") or slots.month is None or slots.calendar is not None:
        return ()
    if slots.unit not in (None, "month"):
        return ()
    if slots.year is not None:
        return _of_year(slots)
    if slots.reference != "this":
        of_month = slots.unit == "month" and slots.day is not None
        return allowed_beside(Slots(reference=slots.reference, unit="month"), slots, years) if of_month else ()
    near = _near(years)
    yearly = Yearly(None, slots.month, slots.day)
    found = (yearly.when(year, "this") for year in near or ANY_YEARS if 1 <= year <= 9998)
    return tuple(range_of(*when) for when in found if when is not None)


def allowed_beside(reference: Slots, dated: Slots, years: Iterable[int]) -> tuple[Range, ...]:
    """When an article can have appeared in which ``dated`` is what ``reference`` means ("last month, on 4 March").

    A date without its year may be of one of ``years`` or the years beside them; of none: nothing is certain.
    """
    near = _near(years) if dated.year is None else [dated.year]
    found: list[Range] = []
    for year in near:
        if reference.unit == "year" and dated.year is None:
            continue
        for reading in resolve(Slots(day=dated.day, month=dated.month, year=year)):
            if reading.value.low is not None and reading.value.high is not None:
                days = int(reading.value.low) // MINUTES_A_DAY, int(reading.value.high) // MINUTES_A_DAY
                found.extend(_said_of(reference, *days))
    return tuple(dict.fromkeys(found))


def _near(years: Iterable[int]) -> list[int]:
    return sorted({year + move for year in years for move in range(-YEARS_AROUND, YEARS_AROUND + 1)})


def _said_of(reference: Slots, first: int, end: int) -> Iterator[Range]:
    """When the reference is said of the days ``first`` to ``end`` (exclusive)."""
    if reference.offset_days is not None:
        if end - first == 1:
            yield _days(first - reference.offset_days, end - reference.offset_days)
        return
    steps = STEPS[reference.reference]
    if reference.weekday is not None and end - first == 1:
        yield _days(*(first + move for move in WEEKDAYS[steps]))
    elif reference.unit == "week" and end - first == 1:
        yield _days(*(first + move for move in WEEKS[steps]))
    elif reference.unit == "month":
        day = date.fromordinal(first + 1)
        index = day.year * 12 + day.month - 1 - steps
        yield _days(month_start(index), month_start(index + 1))
    elif reference.unit == "year":
        year = date.fromordinal(first + 1).year - steps
        yield _days(day_number(year), day_number(year + 1))


def _days(first: int, end: int) -> Range:
    return range_of(first * MINUTES_A_DAY, end * MINUTES_A_DAY)


def _of_year(slots: Slots) -> tuple[Range, ...]:
    named = resolve(Slots(day=slots.day, month=slots.month, year=slots.year))
    if not named:
        return ()
    low, high = named[0].value.low, named[0].value.high
    if low is None or high is None:
        return ()
    if slots.reference == "last":
        return (Range(low, None),)
    if slots.reference == "next":
        return (Range(None, high, False, True),)
    month = resolve(Slots(month=slots.month, year=slots.year))
    return (month[0].value,) if month else (Range(low, high + Fraction(0)),)
