"""Days, months and years of the Islamic calendars in; day numbers (days since 0001-01-01) out.

The lunar (Hijri) tables are those of Umm al-Qura, from the package ``hijridate`` (1343 to 1500 AH), which
is imported at the first Hijri date only. The moon is sighted a day later or earlier elsewhere, so a written
day means one of three. The solar Hijri calendar of Iran and Afghanistan follows the 33-year rule, which
agrees with the official one from 1244 to 1472.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from factcheck.model import MINUTES_A_DAY
from factcheck.reading.calendar import Period, day_number, day_period

FIRST_YEAR, LAST_YEAR = 1343, 1500
FIRST_SOLAR_YEAR, LAST_SOLAR_YEAR = 1244, 1472
SIGHTED = ((0, "hijri"), (1, "hijri+1"), (-1, "hijri-1"))
# Day number of 1 Muharram of the year 1, and how long a lunar year is on average.
EPOCH, DAYS_A_YEAR = day_number(622, 7, 19), Fraction(10_631, 30)
SOLAR_LEAP_YEARS = frozenset((1, 5, 9, 13, 17, 22, 26, 30))


@lru_cache(maxsize=2048)
def hijri_month(year: int, month: int) -> tuple[int, int] | None:
    """First day number of a lunar month and the number of its days."""
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12):
        return None
    from hijridate import Hijri

    first = Hijri(year, month, 1)
    return first.to_gregorian().toordinal() - 1, first.month_length()


def hijri_day(year: int, month: int, day: int) -> int | None:
    """Day number by the tables. Day 30 of a month that has 29 there is the next one: elsewhere it has 30."""
    found = hijri_month(year, month)
    return found[0] + day - 1 if found and 1 <= day <= 30 else None


@lru_cache(maxsize=2048)
def hijri_of(number: int) -> tuple[int, int, int] | None:
    """Lunar year, month and day of a day number, inside the tables."""
    low, high = hijri_month(FIRST_YEAR, 1), hijri_month(LAST_YEAR, 12)
    if low is None or high is None or not low[0] <= number < high[0] + high[1]:
        return None
    from hijridate import Gregorian

    found = Gregorian.fromordinal(number + 1).to_hijri()
    return found.year, found.month, found.day


def sighted(period: Period) -> list[Period]:
    """A lunar day and, as less likely, the days after and before; longer periods get a day at both ends."""
    if period.unit != "day":
        return [period._replace(low=period.low - MINUTES_A_DAY, high=period.high + MINUTES_A_DAY)]
    number = period.low // MINUTES_A_DAY
    return [day_period(number + days)._replace(note=note, when=period.when) for days, note in SIGHTED]


def hijri_period(year: int, month: int | None = None, day: int | None = None) -> Period | None:
    """A lunar day, month or year by the tables; a month and a year have no TIMEX3 value."""
    if month and day:
        number = hijri_day(year, month, day)
        return None if number is None else day_period(number)
    first, last = hijri_month(year, month or 1), hijri_month(year, month or 12)
    if first is None or last is None:
        return None
    low, high = first[0] * MINUTES_A_DAY, sum(last) * MINUTES_A_DAY
    return Period(low, high, None, "month" if month else "year", "hijri")


def hijri_century(number: int) -> Period:
    """The third is 200 to 300 AH, both included; no table reaches so far back, so that the mean year counts."""
    first, end = (EPOCH + int((year - 1) * DAYS_A_YEAR) for year in (max(number * 100 - 100, 1), number * 100 + 1))
    return Period((first - 1) * MINUTES_A_DAY, (end + 2) * MINUTES_A_DAY, None, "days", "hijri")


def lunar_in(year: int, month: int | None, day: int | None) -> list[Period]:
    """A lunar day or month in a Gregorian year, where it may begin twice or not at all."""
    first = hijri_of(day_number(year))
    if first is None or month is None:
        return []
    found = (hijri_period(first[0] + count, month, day) for count in range(3))
    ends = day_number(year) * MINUTES_A_DAY, day_number(year + 1) * MINUTES_A_DAY
    return [period for period in found if period is not None and ends[0] <= period.low < ends[1]]


def is_solar_leap(year: int) -> bool:
    return year % 33 in SOLAR_LEAP_YEARS


def solar_month_days(year: int, month: int) -> int:
    if month == 12:
        return 30 if is_solar_leap(year) else 29
    return 31 if month <= 6 else 30


@lru_cache(maxsize=256)
def solar_year_start(year: int) -> int:
    """Day number of 1 Farvardin, counted from 1 Farvardin 1399 (20 March 2020)."""
    start = day_number(2020, 3, 20)
    if year >= 1399:
        return start + sum(365 + is_solar_leap(y) for y in range(1399, year))
    return start - sum(365 + is_solar_leap(y) for y in range(year, 1399))


def solar_period(year: int, month: int | None = None, day: int | None = None) -> Period | None:
    """A day, month or year of the solar Hijri calendar."""
    if not (FIRST_SOLAR_YEAR <= year <= LAST_SOLAR_YEAR and 1 <= (month or 1) <= 12):
        return None
    first, end = solar_year_start(year), solar_year_start(year + 1)
    if month:
        first += sum(solar_month_days(year, m) for m in range(1, month))
        end = first + solar_month_days(year, month)
        if day:
            return day_period(first + day - 1) if 1 <= day <= end - first else None
    return Period(first * MINUTES_A_DAY, end * MINUTES_A_DAY, None, "month" if month else "year", "solar-hijri")


def solar_of(number: int) -> tuple[int, int, int] | None:
    """Solar Hijri year, month and day of a day number."""
    year = FIRST_SOLAR_YEAR + (number - solar_year_start(FIRST_SOLAR_YEAR)) * 33 // 12053
    for candidate in (year - 1, year, year + 1):
        if not FIRST_SOLAR_YEAR <= candidate <= LAST_SOLAR_YEAR:
            continue
        rest = number - solar_year_start(candidate)
        if 0 <= rest < 365 + is_solar_leap(candidate):
            month = rest // 31 + 1 if rest < 186 else (rest - 186) // 30 + 7
            return candidate, month, (rest % 31 if rest < 186 else (rest - 186) % 30) + 1
    return None
