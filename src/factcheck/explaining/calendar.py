"""Minutes since 0001-01-01T00:00 -> days of the calendar and back; the Gregorian calendar's own arithmetic."""

from __future__ import annotations

from calendar import isleap, monthrange
from datetime import date
from fractions import Fraction

from factcheck.model import MINUTES_A_DAY, Range

MONTHS_A_YEAR = 12
FEBRUARY = 2

__all__ = [
    "day_at",
    "days_in_month",
    "isleap",
    "moved_months",
    "range_of_day",
    "range_of_month",
    "range_of_year",
    "start",
]


def day_at(minutes: Fraction) -> date | None:
    """The day that a moment lies in; ``None`` outside the years 1 to 9999."""
    number = (minutes / MINUTES_A_DAY).__floor__()
    return date.fromordinal(number + 1) if 0 <= number < date.max.toordinal() else None


def start(day: date) -> Fraction:
    """The minute at which a day begins."""
    return Fraction((day.toordinal() - 1) * MINUTES_A_DAY)


def days_in_month(year: int, month: int) -> int:
    return monthrange(year, month)[1]


def range_of_day(day: date) -> Range:
    return Range(start(day), start(day) + MINUTES_A_DAY, False, True)


def range_of_month(year: int, month: int) -> Range:
    days = days_in_month(year, month)
    low = start(date(year, month, 1))
    return Range(low, low + days * MINUTES_A_DAY, False, True)


def range_of_year(year: int) -> Range:
    low = start(date(year, 1, 1))
    return Range(low, start(date(year, 12, 31)) + MINUTES_A_DAY, False, True)


def moved_months(minutes: Fraction, months: int) -> Fraction | None:
    """The same time ``months`` later, the day cut down to what that month has; ``None`` outside years 1 to 9999."""
    day = day_at(minutes)
    if day is None:
        return None
    year, index = divmod(day.year * MONTHS_A_YEAR + day.month - 1 + months, MONTHS_A_YEAR)
    if not date.min.year <= year <= date.max.year:
        return None
    other = date(year, index + 1, min(day.day, days_in_month(year, index + 1)))
    return start(other) + (minutes - start(day))
