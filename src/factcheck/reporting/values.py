"""Exact values in; the words that stand for them in a report out."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from factcheck.model import MINUTES_A_DAY, Range, Reading

MOMENT_KINDS = frozenset({"day", "month", "year", "period", "moment", "time", "set"})
_LENGTHS = (("day", MINUTES_A_DAY), ("hour", 60))
_DAYS_BEFORE_0001 = 306  # from 0000-03-01, where the years of the algorithm begin
_DAYS_IN_400_YEARS = 146_097


def number(value: Fraction) -> str:
    """``1960`` or ``59/2``."""
    return str(value)


def moment(minutes: Fraction) -> str:
    """Minutes since 0001-01-01T00:00 as ISO 8601, with seconds only where there are some.

    Years outside 1 to 9999 have a sign, as ISO 8601 writes them.
    """
    days, rest = divmod(minutes, MINUTES_A_DAY)
    year, month, day = _civil(int(days))
    hour, minute = divmod(int(rest), 60)
    seconds = int((rest - int(rest)) * 60)
    years = f"{year:04d}" if 0 <= year <= 9999 else f"{year:+05d}"
    clock = f"{hour:02d}:{minute:02d}" + (f":{seconds:02d}" if seconds else "")
    return f"{years}-{month:02d}-{day:02d}T{clock}"


def _civil(days: int) -> tuple[int, int, int]:
    """Howard Hinnant's ``civil_from_days``: proleptic Gregorian, any year."""
    era, day = divmod(days + _DAYS_BEFORE_0001, _DAYS_IN_400_YEARS)
    year = (day - day // 1460 + day // 36_524 - day // 146_096) // 365
    day_of_year = day - (365 * year + year // 4 - year // 100)
    shifted = (5 * day_of_year + 2) // 153
    day_of_month = day_of_year - (153 * shifted + 2) // 5 + 1
    month = shifted + 3 if shifted < 10 else shifted - 9
    return year + era * 400 + (month <= 2), month, day_of_month


def is_moment(kind: str, reading: Reading) -> bool:
    """Whether the range is in calendar time; a duration in minutes is not."""
    return reading.unit == "minute" and kind in MOMENT_KINDS


def in_words(kind: str, reading: Reading) -> tuple[str, str]:
    """A reading and its unit: ``("1960", "soldier")``, ``("at least 21", "day")``, ``("2020-11-10", "")``."""
    if is_moment(kind, reading):
        return reading.timex or _range(reading.value, moment), ""
    unit, minutes = _length_unit(reading.value) if reading.unit == "minute" else (reading.unit, 1)
    return _range(reading.value, lambda value: _decimal(value / minutes)), unit


def _length_unit(value: Range) -> tuple[str, int]:
    """The greatest of these that a length of time can be counted in without a rest."""
    ends = [end for end in (value.low, value.high) if end is not None]
    whole = (pair for pair in _LENGTHS if all((end / pair[1]).denominator == 1 for end in ends))
    return next(whole, ("minute", 1))


def _range(value: Range, show: Callable[[Fraction], str]) -> str:
    if value.exact is not None:
        return show(value.exact)
    if value.high is None:
        if value.low is None:
            return "any"
        return f"{'more than' if value.low_open else 'at least'} {show(value.low)}"
    if value.low is None:
        return f"{'less than' if value.high_open else 'at most'} {show(value.high)}"
    return f"{show(value.low)} to {'before ' if value.high_open else ''}{show(value.high)}"


def _decimal(value: Fraction) -> str:
    """Decimals where they end within six places, else the fraction."""
    millionths = value * 1_000_000
    if value.denominator == 1 or millionths.denominator != 1:
        return str(value)
    sign = "-" if value < 0 else ""
    whole, rest = divmod(abs(millionths.numerator), 1_000_000)
    return f"{sign}{whole}." + f"{rest:06d}".rstrip("0")
