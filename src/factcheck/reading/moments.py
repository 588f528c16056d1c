"""Slots of a date or time and what is known around them in; readings in minutes, likeliest first, out."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from factcheck.model import MINUTES_A_DAY, Reading
from factcheck.reading.calendar import (
    Period,
    civil,
    day_number,
    day_period,
    day_range,
    days_in_month,
    from_minutes,
    iso,
    moved,
    range_of,
    to_minutes,
    weekday_ranges,
    zone_shift,
)
from factcheck.reading.clock import beside_now, clock_readings, in_zone, left_of, part_of, timed
from factcheck.reading.durations import duration
from factcheck.reading.holidays import variants
from factcheck.reading.named import century, decade, of_year
from factcheck.reading.relative import CLOCK_UNITS, from_now, steps, unit_periods, weekday_in_week, weekday_periods
from factcheck.reading.slots import Context, Slots, impossible
from factcheck.reading.yearly import Yearly

__all__ = [
    "Context",
    "Slots",
    "day_range",
    "duration",
    "from_minutes",
    "impossible",
    "iso",
    "resolve",
    "to_minutes",
    "weekday_ranges",
    "zone_shift",
]

# References that count from the date named before, and what they come to there.
ANCHORED = {"same": "this", "following": "next", "previous": "last"}

# Those of them that may count from the day of publication, where no date was named.
MOVED_ON = ("following", "previous")

LARGEST = 99_999
EARLIEST = day_number(-9999) * MINUTES_A_DAY
LATEST = day_number(10_001) * MINUTES_A_DAY

NOWHERE = Context()

# Of how many of the dates named last the year may be meant where one is left out.
NEAREST_ANCHORS = 3

DAYS_A_WEEK = 7

# A window of so many days is tried out day by day.
LONGEST_WINDOW = 31


@lru_cache(maxsize=4096)
def resolve(slots: Slots, context: Context = NOWHERE) -> tuple[Reading, ...]:
    """Every way to understand a date or time, the likeliest first; none when it cannot be or stays open.

    Values are minutes, days and longer half open, clock times instants. ``when`` is the publication moments
    for which a reading holds, where the publication day is not known. Years reach from 9999 BC to 9999.
    """
    if impossible(slots) or _too_large(slots):
        return ()
    if _is_bare_clock(slots):
        days = [d.toordinal() - 1 for d in (*context.anchors[:1], context.published) if d is not None]
        if not days:
            return clock_readings(slots)
        if context.published is not None and context.now is not None:
            days += beside_now(slots, context.published.toordinal() - 1, context.now)
        dates = [day_period(number) for number in dict.fromkeys(days)]
    else:
        dates = _dates(slots, context)
    found: list[Period] = []
    for period in dates:
        for variant in variants(period, slots):
            if variant.unit == "day" and (slots.daypart is not None or slots.hour is not None):
                found.extend(part_of(one, slots.part) for one in timed(variant, slots))
            else:
                cut = left_of(part_of(variant, slots.part), slots.part, context.published)
                found.extend(timed(cut, slots))
    if slots.zone is not None and context.zone is not None:
        found += [in_zone(period, slots, context.zone) for period in found]
    kept = dict.fromkeys(_in_window(found, context))
    return tuple(_reading(period) for period in kept if period.low >= EARLIEST and period.high <= LATEST)


NUMBERS = ("year", "count", "offset_days", "decade", "century", "zone")


def _too_large(slots: Slots) -> bool:
    if slots.year is not None and not 1 <= slots.year <= 9999:
        return True
    return any((value := getattr(slots, name)) is not None and abs(value) > LARGEST for name in NUMBERS)


def _reading(period: Period) -> Reading:
    when = range_of(*period.when) if period.when else None
    return Reading(range_of(period.low, period.high), "minute", period.timex, period.note, when)


def _in_window(periods: list[Period], context: Context) -> list[Period]:
    """Those that hold for the presumed publication moments; all when none does, for then these are wrong."""
    window = context.window
    if window is None or context.published is not None:
        return periods
    kept = [p for p in periods if p.when is None or range_of(*p.when).meets(window)]
    return kept or periods


def _is_bare_clock(slots: Slots) -> bool:
    if slots.hour is None and slots.daypart is None:
        return False
    dated = (slots.day, slots.month, slots.year, slots.weekday, slots.unit, slots.offset_days, slots.week)
    return all(value is None for value in (*dated, slots.reference, slots.weekdays, slots.season, slots.holiday))


def _dates(slots: Slots, context: Context) -> list[Period]:
    if slots.year is not None:
        return of_year(slots, -slots.year + 1 if slots.era == "bc" else slots.year)
    if slots.decade is not None:
        return decade(slots, context)
    if slots.century is not None:
        return century(slots)
    reference = slots.reference if slots.reference != "coming-or-past" else None
    if reference in ANCHORED:
        anchor = next(iter(context.anchors), context.published if _moves_on(slots) else None)
        if anchor is None:
            return []
        return _counted(slots, anchor.toordinal() - 1, ANCHORED[reference], True, context)
    if context.published is not None:
        return _counted(slots, context.published.toordinal() - 1, reference, False, context)
    return _unpublished(slots, reference, context)


def _moves_on(slots: Slots) -> bool:
    """Whether it is a day, week or longer after or before another day: that of publication where no date is named."""
    moved_by = (slots.unit, slots.length, slots.weekday)
    return any(one is not None for one in moved_by) and slots.day is None and slots.reference in MOVED_ON


def _yearly(slots: Slots) -> Yearly | None:
    named = (slots.month, slots.quarter, slots.holiday)
    if all(value is None for value in named) and slots.season not in ("SP", "SU", "FA", "WI"):
        return None
    return Yearly(slots.calendar, slots.month, slots.day, slots.quarter, slots.season, slots.holiday)


def _names_partof_year(slots: Slots) -> bool:
    named = (slots.month, slots.quarter, slots.half, slots.season, slots.week, slots.holiday)
    return any(value is not None for value in named)


def _counted(slots: Slots, today: int, reference: str | None, anchored: bool, context: Context) -> list[Period]:
    """The date, counted from the day ``today``."""
    yearly = _yearly(slots)
    if _names_partof_year(slots):
        number = steps(reference, slots.count)
        if slots.unit == "year" and number is not None:
            year = Yearly(slots.calendar).year_at(today)
            return [] if year is None else of_year(slots, year + number)
        if yearly is not None:
            found = yearly.around(today, reference, anchored)
            return found if reference else [*found, *_of_named_years(yearly, context)]
        year = civil(today)[0]
        return [p for y in (year, year - 1) for p in of_year(slots, y)] if slots.half or slots.week else []
    if slots.day is not None:
        return _day_of_month(slots, today, reference, anchored)
    weekday = slots.weekdays[1] if slots.weekdays and slots.weekday is None else slots.weekday
    if weekday is not None:
        if not 0 <= weekday <= 6:
            return []
        if slots.offset_days is not None:
            return [day_period(_nearest(weekday, today + slots.offset_days))]
        number = steps(reference, slots.count) if slots.unit == "week" else None
        if number is not None:
            return [weekday_in_week(weekday, today, number, context.week_start)]
        if reference is None and (named := _named_before(weekday, today, context)) is not None:
            return [day_period(named)]
        return weekday_periods(weekday, today, reference, anchored, context.week_start)
    if slots.offset_days is not None:
        return [day_period(today + slots.offset_days)]
    if slots.length is not None:
        months, days = slots.length
        return [day_period(moved(today, "month", months) + days)]
    if slots.unit is not None:
        weeks = (context.week_start, context.weekend)
        exact = context.published is not None and (not anchored or slots.reference in MOVED_ON)
        if slots.unit in CLOCK_UNITS and exact and not anchored and context.now is not None:
            number = steps(reference, slots.count)
            now = today * MINUTES_A_DAY + context.now
            return [] if number is None else from_now(slots.unit, now, number, reference)
        return unit_periods(slots.unit, today, reference, slots.count, anchored, weeks, exact)
    if slots.daypart is not None or slots.hour is not None:
        return [day_period(today + (steps(reference, slots.count) or 0))]
    return []


def _nearest(weekday: int, number: int) -> int:
    """The day of that weekday that is at most three days from day ``number``."""
    return number + (weekday - number + 3) % DAYS_A_WEEK - 3


def _named_before(weekday: int, today: int, context: Context) -> int | None:
    """The day of that weekday that the text gave with its date, if it is less than a week from today."""
    days = (day.toordinal() - 1 for day in context.anchors if day.weekday() == weekday)
    return next((number for number in days if abs(number - today) < DAYS_A_WEEK), None)


def _of_named_years(yearly: Yearly, context: Context) -> list[Period]:
    """A date without its year may be of a year that the text named just before, however long ago."""
    years = dict.fromkeys(yearly.year_at(day.toordinal() - 1) for day in context.anchors[:NEAREST_ANCHORS])
    found = [yearly.occurrence(year) for year in years if year is not None]
    return [period for period in found if period]


def _day_of_month(slots: Slots, today: int, reference: str | None, anchored: bool) -> list[Period]:
    """A day without its month: of this, last or next month; without a reference the nearest of the three."""
    number = steps(reference, slots.count)
    moves = (0, -1, 1) if number is None else (number,)
    found = []
    year, month, _ = civil(today)
    for move in moves:
        of_year, index = divmod(year * 12 + month - 1 + move, 12)
        if slots.day is not None and slots.day <= days_in_month(of_year, index + 1):
            found.append(day_number(of_year, index + 1, slots.day))
    found.sort(key=lambda day: abs(day - today))
    return [day_period(day) for day in found]


def _unpublished(slots: Slots, reference: str | None, context: Context) -> list[Period]:
    """The date when nobody knows the publication day: by candidate years, by anchors, by the window."""
    yearly = _yearly(slots)
    if _names_partof_year(slots):
        number = steps(reference, slots.count) if slots.unit == "year" else None
        if number is not None:
            return _by_year(slots, context, lambda y: of_year(slots, y), lambda y: _year_of(slots, y - number))
        if yearly is None:
            return []
        found = _by_year(slots, context, lambda y: _one(yearly.occurrence(y)), lambda y: yearly.when(y, reference))
        named = [] if reference else _of_named_years(yearly, context)
        return [p._replace(when=None) if p._replace(when=None) in named else p for p in found]
    weekday = slots.weekdays[1] if slots.weekdays and slots.weekday is None else slots.weekday
    if weekday is not None and reference is None and slots.unit is None:
        days = dict.fromkeys(day.toordinal() - 1 for day in context.anchors if day.weekday() == weekday)
        if days:
            return [day_period(number) for number in days]
    return _day_by_day(slots, reference, context)


def _one(period: Period | None) -> list[Period]:
    return [period] if period else []


def _year_of(slots: Slots, year: int) -> tuple[int, int] | None:
    found = of_year(Slots(calendar=slots.calendar), year)
    return (found[0].low, found[0].high) if found else None


def _by_year(
    slots: Slots,
    context: Context,
    periods: Callable[[int], list[Period]],
    when: Callable[[int], tuple[int, int] | None],
) -> list[Period]:
    """One period for each candidate year; those that a written weekday agrees with come first."""
    calendar = Yearly(slots.calendar)
    given = [calendar.year_at(day_number(year, 7, 1)) for year in context.candidate_years()]
    near = [year + move for move in (0, -1, 1) for year in given if year is not None]
    found = [p._replace(when=when(year)) for year in dict.fromkeys(near) for p in periods(year)]
    if slots.weekday is None:
        return found
    return sorted(found, key=lambda p: p.unit == "day" and p.low // MINUTES_A_DAY % 7 != slots.weekday)


def _day_by_day(slots: Slots, reference: str | None, context: Context) -> list[Period]:
    """What each day of a short window would make of it; ``when`` joins the days that agree."""
    ends = context.window_days()
    if ends is None or ends[1] - ends[0] >= LONGEST_WINDOW:
        return []
    found: dict[Period, tuple[int, int]] = {}
    for today in range(ends[0], ends[1] + 1):
        low, high = today * MINUTES_A_DAY, (today + 1) * MINUTES_A_DAY
        for period in _counted(slots, today, reference, False, context):
            found[period] = (found[period][0], high) if period in found else (low, high)
    whole = (ends[0] * MINUTES_A_DAY, (ends[1] + 1) * MINUTES_A_DAY)
    return _joined([p._replace(when=None if when == whole else when) for p, when in found.items()])


def _joined(periods: list[Period]) -> list[Period]:
    """Those that are called alike as one that holds them all: "two weeks ago" is the same week for seven days."""
    found: dict[object, Period] = {}
    for period in periods:
        name = period.timex or period
        if (known := found.get(name)) is not None:
            low, high = min(known.low, period.low), max(known.high, period.high)
            when = (
                (min(known.when[0], period.when[0]), max(known.when[1], period.when[1]))
                if known.when and period.when
                else None
            )
            period = known._replace(low=low, high=high, when=when)
        found[name] = period
    return list(found.values())
