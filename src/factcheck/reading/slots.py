"""What a pattern found in a date or time (numbers and codes, no words) and what is known around it.

Also: which such combinations no calendar has.
"""

from __future__ import annotations

from datetime import date
from math import floor
from typing import NamedTuple

from factcheck.model import MINUTES_A_DAY, Range
from factcheck.reading.calendar import civil, is_leap
from factcheck.reading.hijri import is_solar_leap

# Months that lie so far apart are not confused with each other.
A_QUARTER = 3


class Slots(NamedTuple):
    """The parts of a date, time or reference to one; whatever was not written is ``None``.

    ``weekday`` counts from Monday, 0. ``era`` is ``bc`` or none. ``calendar`` is ``gregorian`` (the default),
    ``hijri`` or ``solar-hijri``. ``decade`` is its first year (1990; 90 when the century was left out),
    ``century`` its ordinal (20). ``season`` is ``SP SU FA WI``.

    ``reference`` counts from the publication day: ``this last next``, and ``coming-or-past``, which is the
    same as none: the nearest. ``same following previous`` count from the last date named before.
    ``unit`` is what the reference or ``count`` is about: ``minute hour day week weekend month quarter half
    season year decade century``; with finer slots beside it they lie in that unit (November of last year).
    ``count`` without a reference goes that many units on (-2: two ago), with ``last`` or ``next`` it is the
    length (the last two weeks), with ``following`` or ``previous`` the distance from the date named before.
    ``offset_days`` is the same in days (-1: yesterday).

    ``part``: ``early mid late start end first-half second-half first-third second-third last-third``, and on the day
    of publication ``later`` (what is left of this week) and ``earlier``. ``daypart``: ``dawn morning noon afternoon
    evening night eve midnight daytime``; ``eve`` is the night that ends in the day. ``meridiem``: ``am``,
    ``pm``, or ``12h`` when the hour may be either. ``zone`` is minutes east of Greenwich. ``weekdays`` is the
    pair that a night or midnight lies between. ``until`` is the time of day at which a stretch of the clock ends that
    begins with this one.

    ``holiday`` is the rule by which its day is found (``languages/holidays.txt``), ``shift`` how far from it the day
    is that was meant: so many units (-3, day), or the weekend beside it (0, weekend).
    """

    day: int | None = None
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    era: str | None = None
    calendar: str | None = None
    reference: str | None = None
    unit: str | None = None
    count: int | None = None  # type: ignore[assignment]  # nobody counts the values of a tuple of slots
    offset_days: int | None = None
    part: str | None = None
    daypart: str | None = None
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    meridiem: str | None = None
    zone: int | None = None
    week: int | None = None
    quarter: int | None = None
    half: int | None = None
    decade: int | None = None
    century: int | None = None
    season: str | None = None
    weekdays: tuple[int, int] | None = None
    until: Slots | None = None
    holiday: str | None = None
    shift: tuple[int, str] | None = None
    length: tuple[int, int] | None = None


# So many days has a month at least.
SHORTEST_MONTH = 28


def wraps(month: int, until: int, bare: bool, days: tuple[int | None, int | None] = (None, None)) -> bool:
    """Whether a stretch from one month to an earlier one runs over New Year: from October to May 2022.

    With days to them they must lie apart, or make a whole year: from 1 July to 30 June 2026; from 12 June to 9 May 2021
    is a slip.
    """
    whole = month == until + 1 and days[0] == 1 and days[1] is not None and days[1] >= SHORTEST_MONTH
    return month > until and (bare or whole or month - until >= A_QUARTER)


class Context(NamedTuple):
    """What is known where the words stand.

    ``published``: the publication day. ``window``: the presumed publication moments when that is not known.
    ``anchors``: the full dates of the article so far, nearest first. ``years``: years of full dates, the
    candidates when a year was left out. ``week_start`` and ``weekend``: the weekday each begins with. ``now`` and
    ``zone``: the minute of the publication day, and how many its clock is east of Greenwich, where they are known.
    """

    published: date | None = None
    window: Range | None = None
    anchors: tuple[date, ...] = ()
    years: tuple[int, ...] = ()
    week_start: int = 0
    weekend: int = 5
    now: int | None = None
    zone: int | None = None

    def window_days(self) -> tuple[int, int] | None:
        """First and last day number of the window, if it has both ends."""
        if self.window is None or self.window.low is None or self.window.high is None:
            return None
        first, end = floor(self.window.low) // MINUTES_A_DAY, -(floor(-self.window.high) // MINUTES_A_DAY)
        return (first, max(first, end - 1)) if not self.window.is_empty() else None

    def candidate_years(self) -> tuple[int, ...]:
        """The years that the article may be about or from, as its text or the window gives them."""
        years = self.years or tuple(dict.fromkeys(day.year for day in self.anchors))
        ends = self.window_days()
        if years or ends is None:
            return tuple(year for year in years if 1 <= year <= 9999)
        first, last = civil(ends[0])[0], civil(ends[1])[0]
        return tuple(range(first, min(last, first + 3) + 1))


# The most that each slot may be (the least is the other number), and the code when it is not.
LIMITS: tuple[tuple[str, int, int, str], ...] = (
    ("month", 1, 12, "month-out-of-range"),
    ("day", 1, 31, "day-not-in-month"),
    ("weekday", 0, 6, "weekday-out-of-range"),
    ("week", 1, 53, "week-out-of-range"),
    ("quarter", 1, 4, "quarter-out-of-range"),
    ("half", 1, 2, "half-out-of-range"),
    ("hour", 0, 24, "hour-out-of-range"),
    ("minute", 0, 59, "minute-out-of-range"),
    ("second", 0, 60, "second-out-of-range"),
)

# Days of each month in a year that has the most.
MOST_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

# A lunar month has 29 or 30.
MOST_HIJRI_DAYS = 30

# Before this year the Julian calendar was in use, which has more leap years.
FIRST_GREGORIAN_YEAR = 1583


def impossible(slots: Slots) -> str | None:
    """Why no day or time is like this, as a stable code; ``None`` when one may be.

    Codes: ``day-not-in-month``, ``not-a-leap-year``, ``month-out-of-range``, ``year-out-of-range``,
    ``hour-out-of-range`` and so on. Only what is certain: 31 April of any year, 29 February of a year
    known not to be a leap year.
    """
    for name, least, most, code in LIMITS:
        value = getattr(slots, name)
        if value is not None and not least <= value <= most:
            return code
    if slots.hour == 24 and (slots.minute or slots.second):
        return "hour-out-of-range"
    if slots.until is not None and (reason := impossible(slots.until)) is not None:
        return reason
    if slots.year == 0:
        return "year-out-of-range"
    return _impossible_day(slots)


def _impossible_day(slots: Slots) -> str | None:
    day, month, year = slots.day, slots.month, slots.year
    if day is None or day <= 28:
        return None
    if slots.calendar == "hijri":
        return "day-not-in-month" if day > MOST_HIJRI_DAYS else None
    if month is None:
        return None
    if slots.calendar == "solar-hijri":
        if day > (31 if month <= 6 else 30):
            return "day-not-in-month"
        late = month == 12 and day == 30 and year is not None
        return "not-a-leap-year" if late and year is not None and not is_solar_leap(year) else None
    if day > MOST_DAYS[month - 1]:
        return "day-not-in-month"
    if month == 2 and day == 29 and year is not None and slots.era != "bc":
        julian = year < FIRST_GREGORIAN_YEAR and year % 4 == 0
        return None if is_leap(year) or julian else "not-a-leap-year"
    return None
