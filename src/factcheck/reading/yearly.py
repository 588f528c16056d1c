"""A date without its year, and the publication day if known, in; the periods it may be out.

What is not known when the article was published gives one period for each year with the publication
moments (``when``) for which a reader would take it so. Both ways agree: a year is listed for a known
publication day exactly when that day lies in the ``when`` of the year.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from factcheck.model import MINUTES_A_DAY
from factcheck.reading.calendar import (
    Period,
    civil,
    containing,
    day_number,
    day_period,
    days_in_month,
    month_period,
    quarter_period,
    season_period,
    year_period,
)
from factcheck.reading.hijri import hijri_of, hijri_period, solar_of, solar_period
from factcheck.reading.holidays import kept

# 29 February may be eight years away from the next (1896, 1904).
FARTHEST = 9

# A day without its year that lies within so many days before the publication (four months) or after it (five weeks, for
# news mostly tells of the past) needs no year to be understood. Farther away it may be of the year before or after.
# A holiday is often spoken of long before and after, so that only one within three weeks needs no year.
HOLIDAY_UNDERSTOOD = 21 * MINUTES_A_DAY
# "This Christmas" is the one of eleven months ahead or of the last month.
SAID_BEFORE, SAID_AFTER = 334 * MINUTES_A_DAY, 31 * MINUTES_A_DAY
UNDERSTOOD = 122 * MINUTES_A_DAY
UNDERSTOOD_AHEAD = 35 * MINUTES_A_DAY


class Yearly(NamedTuple):
    """A day, month, quarter or season that comes back every year of its calendar."""

    calendar: str | None = None
    month: int | None = None
    day: int | None = None
    quarter: int | None = None
    season: str | None = None
    holiday: str | None = None

    @property
    def understood(self) -> tuple[int, int] | None:
        """How near before and after the publication it needs no year; ``None`` for what is longer than a day."""
        if self.holiday:
            return HOLIDAY_UNDERSTOOD, HOLIDAY_UNDERSTOOD
        return (UNDERSTOOD, UNDERSTOOD_AHEAD) if self.day else None

    def _is_understood(self, period: Period, now: int) -> bool:
        return self.understood is not None and _distance(period, now) < self.understood[period.low > now]

    def year_at(self, number: int) -> int | None:
        """The year of the calendar that a day number lies in."""
        if self.calendar == "hijri":
            found = hijri_of(number)
        elif self.calendar == "solar-hijri":
            found = solar_of(number)
        else:
            return civil(number)[0]
        return found[0] if found else None

    def occurrence(self, year: int) -> Period | None:
        """Where it lies in a year; ``None`` in a year without it."""
        return _occurrence(self, year)

    def month_around(self, year: int) -> Period | None:
        if self.month:
            return Yearly(self.calendar, self.month).occurrence(year)
        found = self.occurrence(year)
        return containing("month", found.low // MINUTES_A_DAY) if found else None

    def near(self, year: int) -> tuple[int, int]:
        """Where "last" and "next" may skip to the occurrence before or after.

        That is the month of a day and the year of anything longer. On 20 November "the 15th of November
        last" is five days ago or, for a careful writer, a year and five days.
        """
        if self.day or self.holiday:
            around = self.month_around(year)
        elif self.calendar in ("hijri", "solar-hijri"):
            around = (hijri_period if self.calendar == "hijri" else solar_period)(year)
        else:
            around = year_period(year)
        return (around.low, around.high) if around else (0, 0)

    def current(self, year: int) -> tuple[int, int]:
        """When "this" may be said of it: in the month of a day, in the year of a month or season."""
        found = self.occurrence(year)
        if self.holiday:
            return (found.low - SAID_BEFORE, found.high + SAID_AFTER) if found else (0, 0)
        if self.month and (self.day or self.calendar is not None):
            around = self.month_around(year)
            return (around.low, around.high) if around else (0, 0)
        low_high = self.near(year)
        return low_high[0], max(low_high[1], found.high if found else 0)

    def step(self, year: int, direction: int) -> int | None:
        """The next year (1) or the one before (-1) that has it."""
        for count in range(1, FARTHEST):
            if self.occurrence(year + direction * count):
                return year + direction * count
        return None

    def occurrences(self, year: int, direction: int) -> Iterator[tuple[int, Period]]:
        for count in range(FARTHEST + 2):
            found = self.occurrence(year + direction * count)
            if found:
                yield year + direction * count, found

    def around(self, today: int, reference: str | None, sole: bool = False) -> list[Period]:
        """The occurrences that a reader on day ``today`` may take it for, the likeliest first."""
        year, now = self.year_at(today), today * MINUTES_A_DAY
        if year is None:
            return []
        if reference == "this":
            return self._current(year, now)
        if reference in ("last", "next"):
            return self._beyond(year, now, reference == "last", sole)
        before = next((p for _, p in self.occurrences(year + 1, -1) if p.low <= now), None)
        after = next((p for _, p in self.occurrences(year - 1, 1) if p.low > now), None)
        found = sorted((p for p in (before, after) if p), key=lambda p: _distance(p, now))
        near = [period for period in found if self._is_understood(period, now)]
        return near[:1] or found

    def _current(self, year: int, now: int) -> list[Period]:
        found = []
        for candidate in (year, year - 1, year + 1):
            period, (low, high) = self.occurrence(candidate), self.current(candidate)
            if period and low <= now < high:
                found.append(period)
        return found

    def _beyond(self, year: int, now: int, past: bool, sole: bool) -> list[Period]:
        if past:
            pairs = ((y, p) for y, p in self.occurrences(year + 1, -1) if p.high <= now)
        else:
            pairs = ((y, p) for y, p in self.occurrences(year - 1, 1) if p.low > now)
        first = next(pairs, None)
        if first is None:
            return []
        low, high = self.near(first[0])
        second = next(pairs, None) if low <= now < high and not sole else None
        return [first[1], second[1]] if second else [first[1]]

    def when(self, year: int, reference: str | None) -> tuple[int, int] | None:
        """The publication moments for which ``around`` lists the occurrence of a year."""
        return _when(self, year, reference)


def _distance(period: Period, now: int) -> int:
    return max(0, period.low - now, now - period.high + 1)


@lru_cache(maxsize=8192)
def _occurrence(yearly: Yearly, year: int) -> Period | None:
    calendar, month, day, quarter, season, holiday = yearly
    if holiday and calendar is None:
        return kept(holiday, year)
    if calendar in ("hijri", "solar-hijri"):
        make = hijri_period if calendar == "hijri" else solar_period
        return make(year, month, day) if month else None
    if month and day:
        return day_period(day_number(year, month, day)) if day <= days_in_month(year, month) else None
    if month:
        return month_period(year, month)
    if quarter:
        return quarter_period(year, quarter)
    return season_period(year, season) if season else None


@lru_cache(maxsize=4096)
def _when(yearly: Yearly, year: int, reference: str | None) -> tuple[int, int] | None:
    found = yearly.occurrence(year)
    if found is None:
        return None
    if reference == "this":
        return yearly.current(year)
    before, after = yearly.step(year, -1), yearly.step(year, 1)
    previous = yearly.occurrence(before) if before is not None else None
    following = yearly.occurrence(after) if after is not None else None
    a_year = 366 * MINUTES_A_DAY
    if reference == "last":
        if after is None or following is None:
            return found.high, found.high + a_year
        return found.high, max(following.high, yearly.near(after)[1])
    if reference == "next":
        if before is None or previous is None:
            return found.low - a_year, found.low
        return min(previous.low, yearly.near(before)[0]), found.low
    low = previous.low if previous else found.low - a_year
    high = following.low if following else found.low + a_year
    if yearly.understood and previous and following:
        return previous.high - 1 + yearly.understood[0], following.low - yearly.understood[1] + 1
    return low, high
