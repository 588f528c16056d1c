"""A date with words such as "last" or "of this month" -> the publication moments that make them true."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from factcheck.model import Range
from factcheck.reading.calendar import range_of
from factcheck.reading.moments import resolve
from factcheck.reading.slots import Slots
from factcheck.reading.yearly import Yearly

# Years that stand for all where none is known: months come back in each of them.
ANY_YEARS = (2000, 2001, 2002, 2003)
YEARS_AROUND = 1


def allowed(slots: Slots, years: Iterable[int]) -> tuple[Range, ...]:
    """When an article with this date can have appeared; of none: nothing is certain.

    A date with its year that is called last (next) lies before (after) the publication day. "Of this month"
    is said in the month itself, in one of ``years`` or the years beside them. Without a year "last" and "next"
    fit any day.
    """
    if slots.reference not in ("this", "last", "next") or slots.month is None or slots.calendar is not None:
        return ()
    if slots.unit not in (None, "month"):
        return ()
    if slots.year is not None:
        return _of_year(slots)
    if slots.reference != "this":
        return ()
    near = sorted({year + move for year in years for move in range(-YEARS_AROUND, YEARS_AROUND + 1)})
    yearly = Yearly(None, slots.month, slots.day)
    found = (yearly.when(year, "this") for year in near or ANY_YEARS if 1 <= year <= 9998)
    return tuple(range_of(*when) for when in found if when is not None)


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
