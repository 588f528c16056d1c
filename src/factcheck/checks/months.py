"""A day of the same month as another date in; the claim that both move together, month by month, out."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from factcheck.expressions import within
from factcheck.model import MINUTES_A_DAY, AllOf, AnyOf, Claim, Range

MONTHS_AROUND = 24


def in_month_of(anchor: str, variable: str, day: Range) -> Claim:
    """``variable`` is the same day of the month that ``anchor`` lies in, within two years of ``day``, nearest first.

    A value that is no day of the calendar (a part of one, years beyond it) does not move.
    """
    if day.low is None or day.high is None or not 0 <= day.low < date.max.toordinal() * MINUTES_A_DAY:
        return within(variable, day)
    read = date.fromordinal(int(day.low // MINUTES_A_DAY) + 1)
    offset, length = day.low % MINUTES_A_DAY, day.high - day.low
    options: list[Claim] = []
    for move in sorted(range(-MONTHS_AROUND, MONTHS_AROUND + 1), key=abs):
        first = _first(read, move)
        if first is None or (following := _first(first, 1)) is None:
            continue
        moved = first.toordinal() + read.day - 1
        if moved < following.toordinal():
            low = (moved - 1) * MINUTES_A_DAY + offset
            value = within(variable, Range(low, low + length, day.low_open, day.high_open))
            month = Range(_minutes(first), _minutes(following), False, True)
            options.append(AllOf((within(anchor, month), value)))
    return AnyOf(tuple(options))


def _first(day: date, move: int) -> date | None:
    """The first day of the month ``move`` months on."""
    year, month = divmod(day.year * 12 + day.month - 1 + move, 12)
    return date(year, month + 1, 1) if 1 <= year < 9999 else None


def _minutes(day: date) -> Fraction:
    return Fraction((day.toordinal() - 1) * MINUTES_A_DAY)
