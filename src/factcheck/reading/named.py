"""Slots that name their year, decade or century in; calendar periods out."""

from __future__ import annotations

from factcheck.reading.calendar import (
    Period,
    century_period,
    day_number,
    day_period,
    days_in_month,
    decade_period,
    fiscal_period,
    half_period,
    month_period,
    quarter_period,
    season_period,
    week_of_year,
    year_period,
)
from factcheck.reading.hijri import hijri_century, hijri_period, lunar_in, solar_period
from factcheck.reading.holidays import kept
from factcheck.reading.slots import Context, Slots

# Years from here on are of the common era, also beside a day of another calendar (Ramadan 2020).
FIRST_COMMON_YEAR = 1600


def of_year(slots: Slots, year: int) -> list[Period]:
    """What the slots name of one known year, by the calendar they are in."""
    if slots.calendar == "hijri" and year >= FIRST_COMMON_YEAR:
        return lunar_in(year, slots.month, slots.day)
    if slots.calendar in ("hijri", "solar-hijri"):
        make = hijri_period if slots.calendar == "hijri" else solar_period
        found = make(year, slots.month, slots.day) if slots.month or not slots.day else None
        return [found] if found else []
    if slots.calendar == "fiscal":
        return [fiscal_period(year)]
    if slots.holiday is not None:
        found = kept(slots.holiday, year)
        return [found] if found else []
    if slots.month is not None:
        if slots.day is None:
            return [month_period(year, slots.month)]
        if slots.day > days_in_month(year, slots.month):
            return []
        return [day_period(day_number(year, slots.month, slots.day))]
    if slots.quarter is not None:
        return [quarter_period(year, slots.quarter)]
    if slots.half is not None:
        return [half_period(year, slots.half)]
    if slots.week is not None:
        week = week_of_year(year, slots.week)
        return [week] if week else []
    if slots.season is not None:
        return _season(slots.season, year)
    return [year_period(year)] if slots.day is None else []


def _season(season: str, year: int) -> list[Period]:
    """A winter is named after the year it begins in or the year it ends in."""
    if season not in ("SP", "SU", "FA", "WI"):
        return []
    first = season_period(year, season)
    return [first, season_period(year - 1, season)] if season == "WI" else [first]


def century(slots: Slots) -> list[Period]:
    number = slots.century or 0
    if number < 1 or number > 100 or slots.calendar == "solar-hijri":
        return []
    if slots.calendar == "hijri":
        return [hijri_century(number)]
    return [century_period(-number if slots.era == "bc" else number)]


def decade(slots: Slots, context: Context) -> list[Period]:
    """A decade with its century (1990) or without (90).

    Without, it is the latest that has begun and, if that was not long ago, the one a century before. With neither
    a publication day nor a year in the text it is of the 20th century first, then of the 21st.
    """
    first = slots.decade or 0
    if slots.century is not None and first < 100:
        first += slots.century * 100 - 100
    if first < 0 or slots.calendar in ("hijri", "solar-hijri"):
        return []
    if first >= 100:
        return [decade_period(first)]
    years = (context.published.year,) if context.published else context.candidate_years()
    if not years:
        return [decade_period(1900 + first), decade_period(2000 + first)]
    now = max(years)
    latest = now - (now - first) % 100
    found = [decade_period(latest)]
    return [*found, decade_period(latest - 100)] if now - latest < 30 and latest > 100 else found


def full_years(two_digits: int, context: Context) -> tuple[int, ...]:
    """The years that 92 or 07 may stand for, the one nearest to the article's own years first."""
    if not 0 <= two_digits <= 99:
        return ()
    years = (context.published.year,) if context.published else context.candidate_years()
    found = (1900 + two_digits, 2000 + two_digits)
    return tuple(sorted(found, key=lambda year: abs(year - max(years)))) if years else found
