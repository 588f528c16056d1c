"""A number of units of time in; a reading in minutes out."""

from __future__ import annotations

from fractions import Fraction

from factcheck.model import MINUTES_A_DAY, Range, Reading

EXACT: dict[str, Fraction] = {
    "second": Fraction(1, 60),
    "minute": Fraction(1),
    "hour": Fraction(60),
    "day": Fraction(MINUTES_A_DAY),
    "week": Fraction(7 * MINUTES_A_DAY),
}

# Units that are so many of another: what is measured in them is written in that one.
WRITTEN_IN: dict[str, tuple[int, str]] = {
    "half": (6, "month"),
    "fortnight": (2, "week"),
    "night": (1, "day"),
    "millennium": (1000, "year"),
}

# Days on which people work are not so many days of the calendar, but they take at least as many.
WORKING_DAY = "working day"

# How many months a unit has, for those that have no fixed length.
MONTHS: dict[str, int] = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}

LETTERS: dict[str, tuple[str, str]] = {
    "second": ("PT", "S"),
    "minute": ("PT", "M"),
    "hour": ("PT", "H"),
    "day": ("P", "D"),
    "week": ("P", "W"),
    "weekend": ("P", "WE"),
    WORKING_DAY: ("P", "BD"),
    "month": ("P", "M"),
    "quarter": ("P", "Q"),
    "year": ("P", "Y"),
    "decade": ("P", "DE"),
    "century": ("P", "CE"),
}

DAYS_A_MONTH = Fraction(146_097, 4800)


def duration(low: Fraction, high: Fraction, unit: str, written: Fraction | None = None) -> Reading:
    """Between ``low`` and ``high`` units as minutes, both ends included.

    Seconds to weeks are exact. A month has 28 to 31 days, a year 365 or 366, and n of them what n in a row
    can have. ``written`` is the number for TIMEX3 where the two ends differ.
    """
    if unit in WRITTEN_IN:
        times, unit = WRITTEN_IN[unit]
        low, high, written = low * times, high * times, written * times if written is not None else None
    number = written if written is not None or low != high else low
    timex = None if number is None else duration_timex(number, unit)
    if unit == WORKING_DAY:
        return Reading(Range(low * MINUTES_A_DAY, None), "minute", timex)
    if unit in MONTHS:
        months = MONTHS[unit]
        value = Range(_least_days(low * months) * MINUTES_A_DAY, _most_days(high * months) * MINUTES_A_DAY)
        return Reading(value, "minute", timex)
    minutes = EXACT.get(unit, Fraction(MINUTES_A_DAY))
    if unit == "weekend":
        minutes *= 2
    return Reading(Range(low * minutes, high * minutes), "minute", timex)


def _least_days(months: Fraction) -> Fraction:
    """The fewest days of so many months in a row: February is 2 short of its share, a century 1 or 2 more."""
    if months.denominator != 1 or months <= 0:
        return months * DAYS_A_MONTH * Fraction(9, 10) if months > 0 else months * 31
    if months % 12 == 0:
        years = months / 12
        return years * 365 + max(Fraction(0), years // 4 - _skipped(years))
    return max(months * 28, (months * DAYS_A_MONTH).__floor__() - Fraction(4))


def _most_days(months: Fraction) -> Fraction:
    if months.denominator != 1 or months <= 0:
        return months * DAYS_A_MONTH * Fraction(11, 10) if months > 0 else months * 28
    if months % 12 == 0:
        years = months / 12
        return years * 365 + -(-years // 4)
    return min(months * 31, (months * DAYS_A_MONTH).__floor__() + Fraction(5))


def _skipped(years: Fraction) -> Fraction:
    """At most so many years divisible by 4 among so many in a row are not leap years."""
    return Fraction(-(-years // 100))


def duration_timex(number: Fraction, unit: str) -> str | None:
    """``P44D``, ``PT2H``, ``P1.5Y``; ``None`` when the number has no end in decimals."""
    if unit not in LETTERS or number < 0:
        return None
    prefix, letters = LETTERS[unit]
    return None if (written := _decimal(number)) is None else f"{prefix}{written}{letters}"


def _decimal(number: Fraction) -> str | None:
    if number.denominator == 1:
        return str(number.numerator) if number.numerator < 10**18 else None
    for places in range(1, 7):
        scaled = number * 10**places
        if scaled.denominator == 1:
            whole, rest = divmod(scaled.numerator, 10**places)
            return f"{whole}.{rest:0{places}d}" if whole < 10**18 else None
    return None
