"""Days, months and other units of the Gregorian calendar in; day numbers, minutes and TIMEX3 text out.

Moments are whole minutes since 0001-01-01T00:00, day numbers whole days since then (day 0 is a Monday).
The calendar is proleptic Gregorian and years are astronomical (0 is 1 BC), so that any year at all has
its place: the pattern repeats every 400 years, and ``datetime`` does one such cycle quickly.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from functools import lru_cache
from math import floor
from typing import NamedTuple

from factcheck.model import MINUTES_A_DAY, Range, Reading

DAYS_A_CYCLE = 146_097
YEARS_A_CYCLE = 400

# Months that a unit of whole months has.
MONTHS: dict[str, int] = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}

# First month, and the exclusive end as (month, day), of each northern season. Meteorologists begin
# seasons on the first of a month, astronomers about the 21st: the range holds both.
SEASONS: dict[str, tuple[int, int, int]] = {
    "SP": (3, 6, 22),
    "SU": (6, 9, 24),
    "FA": (9, 12, 23),
    "WI": (12, 15, 22),
}


class Period(NamedTuple):
    """A stretch of the calendar: minutes [low, high), or an instant when they are equal.

    ``when`` is the half open range of publication moments for which this is what was meant.
    """

    low: int
    high: int
    timex: str | None
    unit: str
    note: str = ""
    when: tuple[int, int] | None = None


def is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    if month == 2:
        return 29 if is_leap(year) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def day_number(year: int, month: int = 1, day: int = 1) -> int:
    """Days from 0001-01-01 to a day that exists, of any astronomical year."""
    cycle, rest = divmod(year - 1, YEARS_A_CYCLE)
    return date(rest + 1, month, day).toordinal() - 1 + cycle * DAYS_A_CYCLE


def civil(number: int) -> tuple[int, int, int]:
    """Year, month and day of a day number."""
    cycle, rest = divmod(number, DAYS_A_CYCLE)
    day = date.fromordinal(rest + 1)
    return day.year + cycle * YEARS_A_CYCLE, day.month, day.day


def month_start(index: int) -> int:
    """The day number that month ``index`` (year * 12 + month - 1) begins with."""
    year, month = divmod(index, 12)
    return day_number(year, month + 1)


def year_name(year: int) -> str:
    """A year as TIMEX3 writes it: ``2020``, ``BC0044``."""
    return f"{year:04d}" if year > 0 else f"BC{1 - year:04d}"


def day_period(number: int) -> Period:
    year, month, day = civil(number)
    low = number * MINUTES_A_DAY
    return Period(low, low + MINUTES_A_DAY, f"{year_name(year)}-{month:02d}-{day:02d}", "day")


def _days(first: int, end: int, timex: str, unit: str) -> Period:
    return Period(first * MINUTES_A_DAY, end * MINUTES_A_DAY, timex, unit)


def month_period(year: int, month: int) -> Period:
    index = year * 12 + month - 1
    return _days(month_start(index), month_start(index + 1), f"{year_name(year)}-{month:02d}", "month")


def quarter_period(year: int, quarter: int) -> Period:
    index = year * 12 + quarter * 3 - 3
    return _days(month_start(index), month_start(index + 3), f"{year_name(year)}-Q{quarter}", "quarter")


def half_period(year: int, half: int) -> Period:
    index = year * 12 + half * 6 - 6
    return _days(month_start(index), month_start(index + 6), f"{year_name(year)}-H{half}", "half")


def season_period(year: int, season: str) -> Period:
    """A northern season; a winter is named after the year of its December."""
    first, month, day = SEASONS[season]
    end = month_start(year * 12 + month - 1) + day - 1
    return _days(month_start(year * 12 + first - 1), end, f"{year_name(year)}-{season}", "season")


def year_period(year: int) -> Period:
    return _days(day_number(year), day_number(year + 1), year_name(year), "year")


def fiscal_period(year: int) -> Period:
    """The twelve months that accounts name by a year: they begin in April of the year before or later, and end by June
    of the next."""
    return _days(day_number(year - 1, 4), day_number(year + 1, 7), f"FY{year_name(year)}", "year")


def decade_period(year: int) -> Period:
    """The ten years that share all digits but the last with ``year``."""
    first = year // 10 * 10
    name = f"{first // 10:03d}" if first > 0 else year_name(first)[:-1]
    return _days(day_number(first), day_number(first + 10), name, "decade")


def century_period(century: int) -> Period:
    """The 20th is 1900 to 2000, both included: people count it either way. Negative: before Christ."""
    if century > 0:
        first, name = century * 100 - 100, f"{century - 1:02d}"
    else:
        first, name = century * 100, f"BC{-century - 1:02d}"
    return _days(day_number(first), day_number(first + 101), name, "century")


def week_period(number: int, week_start: int = 0) -> Period:
    """The week around a day, named after the ISO week that holds its middle."""
    first = number - (number - week_start) % 7
    year, week = iso_week(first + 3)
    return _days(first, first + 7, f"{year_name(year)}-W{week:02d}", "week")


def weekend_period(number: int, week_start: int = 0, weekend: int = 5) -> Period:
    """The two days from weekday ``weekend`` on in the week around a day."""
    week = week_period(number, week_start)
    first = week.low // MINUTES_A_DAY + (weekend - week_start) % 7
    return _days(first, first + 2, f"{week.timex}-WE", "weekend")


def iso_week(number: int) -> tuple[int, int]:
    """ISO year and week of a day number: a week belongs to the year that has its Thursday."""
    thursday = number - number % 7 + 3
    year = civil(thursday)[0]
    return year, (thursday - day_number(year)) // 7 + 1


def week_of_year(year: int, week: int) -> Period | None:
    """ISO week ``week`` of a year, if the year has it."""
    period = week_period(day_number(year, 1, 4) + (week - 1) * 7)
    return period if 1 <= week <= 53 and period.timex == f"{year_name(year)}-W{week:02d}" else None


def season_at(year: int, month: int) -> tuple[int, str]:
    """The season (meteorological) that a month lies in, with the year that names it."""
    index = (month - 3) % 12 // 3
    return (year - 1 if month < 3 else year), ("SP", "SU", "FA", "WI")[index]


def moved(number: int, unit: str, count: int) -> int:
    """The day ``count`` units on, the day of the month cut down to what the new month has."""
    if unit == "day":
        return number + count
    if unit in ("week", "weekend"):
        return number + 7 * count
    year, month, day = civil(number)
    index = year * 12 + month - 1 + count * MONTHS.get(unit, 3)
    year, month = divmod(index, 12)
    return day_number(year, month + 1, min(day, days_in_month(year, month + 1)))


def containing(unit: str, number: int, week_start: int = 0, weekend: int = 5) -> Period | None:
    """The day, week, month ... that a day lies in; ``None`` when there is no such unit."""
    if unit == "day":
        return day_period(number)
    if unit == "week":
        return week_period(number, week_start)
    if unit == "weekend":
        return weekend_period(number, week_start, weekend)
    year, month, _ = civil(number)
    if unit == "season":
        return season_period(*season_at(year, month))
    if unit == "century":
        return century_period(year // 100 + 1 if year > 0 else -(-year // 100 + 1))
    makers = {
        "month": lambda: month_period(year, month),
        "quarter": lambda: quarter_period(year, (month + 2) // 3),
        "half": lambda: half_period(year, (month + 5) // 6),
        "year": lambda: year_period(year),
        "decade": lambda: decade_period(year),
    }
    make = makers.get(unit)
    return make() if make else None


@lru_cache(maxsize=8192)
def range_of(low: int, high: int) -> Range:
    """Minutes [low, high), or the instant when they are equal."""
    return Range.exactly(low) if low == high else Range(Fraction(low), Fraction(high), False, True)


def day_range(day: date) -> Range:
    """The minutes of a day."""
    low = (day.toordinal() - 1) * MINUTES_A_DAY
    return range_of(low, low + MINUTES_A_DAY)


def to_minutes(day: date, hour: int = 0, minute: int = 0) -> int:
    return (day.toordinal() - 1) * MINUTES_A_DAY + hour * 60 + minute


def from_minutes(minutes: int | Fraction) -> tuple[date, int] | None:
    """The day and the minute of it; seconds are dropped. ``None`` outside the years 1 to 9999."""
    number, minute = divmod(floor(minutes), MINUTES_A_DAY)
    if not 0 <= number < date.max.toordinal():
        return None
    return date.fromordinal(number + 1), minute


def iso(minutes: int | Fraction) -> str:
    """ISO 8601 (``2020-11-10T00:00``); years outside 0 to 9999 get a sign, year 0 is 1 BC."""
    number, minute = divmod(floor(minutes), MINUTES_A_DAY)
    year, month, day = civil(number)
    name = f"{year:04d}" if 0 <= year <= 9999 else f"{year:+05d}"
    return f"{name}-{month:02d}-{day:02d}T{minute // 60:02d}:{minute % 60:02d}"


def zone_shift(value: Range, zone: int) -> Range:
    """Wall time in a zone (minutes east of Greenwich) as UTC."""
    low = None if value.low is None else value.low - zone
    high = None if value.high is None else value.high - zone
    return Range(low, high, value.low_open, value.high_open)


LONGEST_FOR_WEEKDAYS = 400 * MINUTES_A_DAY


def weekday_ranges(readings: Iterable[Reading], weekday: int, radius_days: int) -> tuple[Range, ...]:
    """The days with that weekday (0 is Monday) at most ``radius_days`` from a reading, in order.

    Readings without both ends, or longer than 400 days, say nothing about a weekday and are left out.
    """
    numbers: set[int] = set()
    for reading in readings:
        low, high = reading.value.low, reading.value.high
        if low is None or high is None or high - low > LONGEST_FOR_WEEKDAYS or not 0 <= weekday <= 6:
            continue
        first = floor(low) // MINUTES_A_DAY
        last = max(first, -(floor(-high) // MINUTES_A_DAY) - 1)
        start, end = first - max(0, radius_days), last + max(0, radius_days)
        numbers.update(range(start + (weekday - start) % 7, end + 1, 7))
    return tuple(range_of(n * MINUTES_A_DAY, (n + 1) * MINUTES_A_DAY) for n in sorted(numbers))
