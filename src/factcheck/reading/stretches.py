"""Readings of dates and what words take of them in; readings of the stretch that is meant out.

The last Friday of a month, two days after a date, the week of a date, all that lies between two dates.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import floor
from typing import NamedTuple

from factcheck.model import MINUTES_A_DAY, Range, Reading
from factcheck.reading.calendar import (
    MONTHS,
    Period,
    civil,
    containing,
    day_period,
    month_start,
    moved,
    range_of,
    week_period,
)
from factcheck.reading.hijri import SIGHTED

DAYS_A_WEEK, THURSDAY = 7, 3
MOST_STRETCHES = 8
# A stretch of this length and no longer may be the one of which something is the third (of a century: no week).
LONGEST_WHOLE = 400 * MINUTES_A_DAY
# The note of lunar months, which are a day wider at both ends than their table says.
WIDENED = "hijri"
# The notes of the days beside a lunar day on which it may be sighted.
BESIDE = tuple(note for days, note in SIGHTED if days)
NAMED_UNITS = ("day", "week", "month", "quarter", "half", "year", "decade")


class Taken(NamedTuple):
    """What words take of a date, which the slots beside it name.

    ``nth``: the third, or with a negative number from the end, ``unit`` (a ``weekday`` is a day) that lies in it.
    ``edge``: the first or last (negative) so many units of it. ``shift``: what lies so many units on. ``lasting``: so
    many units that begin with it. ``around``: the unit that it lies in, or that begins with it; ``until``: the one that
    ends with it; ``years``: so many calendar years from it on.
    """

    way: str
    number: int
    unit: str
    weekday: int | None = None


def taken(readings: Iterable[Reading], what: Taken) -> tuple[Reading, ...]:
    """The readings of what is taken, in the order of those that it is taken of."""
    found: list[Reading] = []
    for reading in readings:
        low, high = reading.value.low, reading.value.high
        if low is None or high is None:
            continue
        wide = reading.note == WIDENED
        first, end = floor(low) // MINUTES_A_DAY + wide, -(floor(-high) // MINUTES_A_DAY) - wide
        for period in _WAYS[what.way](first, end, what):
            found.append(reading._replace(value=range_of(period.low, period.high), timex=period.timex, note=""))
    return tuple(dict.fromkeys(found))


def _nth(first: int, end: int, what: Taken) -> Iterator[Period]:
    """The n-th unit of the days ``first`` to ``end``; weeks hold their Thursday, or seven days, or are whole."""
    if what.unit == "weekday" and what.weekday is not None:
        days = range(first + (what.weekday - first) % DAYS_A_WEEK, end, DAYS_A_WEEK)
        if (day := _of(days, what.number)) is not None:
            yield day_period(day)
    elif what.unit == "day":
        if (day := _of(range(first, end), what.number)) is not None:
            yield day_period(day)
    elif what.unit in ("week", "weekend"):
        yield from _weeks(first, end, what)
    elif what.unit in MONTHS:
        starts = _starts(first, end, MONTHS[what.unit])
        if (day := _of(starts, what.number)) is not None and (period := containing(what.unit, day)) is not None:
            yield period


def _of(days: Sequence[int], number: int) -> int | None:
    at = number - 1 if number > 0 else len(days) + number
    return days[at] if 0 <= at < len(days) else None


def _starts(first: int, end: int, months: int) -> list[int]:
    """The first days of the units of so many months that begin in the days ``first`` to ``end``."""
    year, month, day = civil(first)
    index = year * 12 + month - 1 + (day > 1)
    index += -index % months
    found: list[int] = []
    while (start := month_start(index)) < end and len(found) < MONTHS["century"]:
        found.append(start)
        index += months
    return found


def _weeks(first: int, end: int, what: Taken) -> Iterator[Period]:
    middles = range(first + (THURSDAY - first) % DAYS_A_WEEK, end, DAYS_A_WEEK)
    middle = _of(middles, what.number)
    if middle is None:
        return
    if what.unit == "weekend":
        if (weekend := containing("weekend", middle)) is not None:
            yield weekend
        return
    yield week_period(middle)
    low = first + DAYS_A_WEEK * (what.number - 1) if what.number > 0 else end + DAYS_A_WEEK * what.number
    yield named(low, low + DAYS_A_WEEK)
    whole = _of(range(first + -first % DAYS_A_WEEK, end - DAYS_A_WEEK + 1, DAYS_A_WEEK), what.number)
    if whole is not None:
        yield week_period(whole)


def _edge(first: int, end: int, what: Taken) -> Iterator[Period]:
    """The first or last so many units of the days."""
    if what.unit not in MONTHS and what.unit not in ("day", "week"):
        return
    low, high = (
        (first, moved(first, what.unit, what.number))
        if what.number > 0
        else (
            moved(end, what.unit, what.number),
            end,
        )
    )
    if first <= low < high <= end:
        yield named(low, high)
    if what.unit == "week":  # or as many weeks with their Thursday in it
        middles = range(first + (THURSDAY - first) % DAYS_A_WEEK, end, DAYS_A_WEEK)
        if 0 < abs(what.number) <= len(middles):
            at = 0 if what.number > 0 else what.number
            monday = middles[at] - THURSDAY
            yield named(monday, monday + DAYS_A_WEEK * abs(what.number))


def _shift(first: int, end: int, what: Taken) -> Iterator[Period]:
    """What lies so many units on, as wide as what it is counted from."""
    low, high = moved(first, what.unit, what.number), moved(end, what.unit, what.number)
    if low < high:
        yield named(low, high if high - low < LONGEST_WHOLE else low + end - first)


def _lasting(first: int, end: int, what: Taken) -> Iterator[Period]:
    """So many units that begin with a day."""
    if end - first == 1:
        yield named(first, moved(first, what.unit, what.number))


def _around(first: int, end: int, what: Taken) -> Iterator[Period]:
    """The unit that a day lies in, and the one that begins with it."""
    if end - first == 1 and (period := containing(what.unit, first)) is not None:
        yield period
        yield named(first, moved(first, what.unit, 1))


def _until(first: int, end: int, what: Taken) -> Iterator[Period]:
    """The unit that ends with a day."""
    if end - first == 1:
        yield named(moved(end, what.unit, -1), end)


def _years(first: int, _end: int, what: Taken) -> Iterator[Period]:
    """So many calendar years, of which this is the first."""
    end = moved(first, what.unit, what.number)
    names = (day_period(day).timex for day in (first, end - 1))
    name = "/".join(name[:-6] for name in names if name)
    yield Period(first * MINUTES_A_DAY, end * MINUTES_A_DAY, name, "days")


_WAYS = {
    "nth": _nth,
    "edge": _edge,
    "shift": _shift,
    "lasting": _lasting,
    "around": _around,
    "until": _until,
    "years": _years,
}


def named(first: int, end: int) -> Period:
    """The days ``first`` to ``end`` (exclusive), named as the unit that they are, or by the first and last of them."""
    for unit in NAMED_UNITS:
        period = containing(unit, first)
        if period is not None and (period.low, period.high) == (first * MINUTES_A_DAY, end * MINUTES_A_DAY):
            return period
    name = f"{day_period(first).timex}/{day_period(end - 1).timex}"
    return Period(first * MINUTES_A_DAY, end * MINUTES_A_DAY, name, "days")


def between(first: Sequence[Reading], second: Sequence[Reading]) -> tuple[Reading, ...]:
    """From the first minute of ``first`` to the end of ``second``: for each start the nearest end that may follow.

    First those that keep to the tables of a lunar calendar.
    """
    found = []
    for starts, ends in ((_likely(first), _likely(second)), (first, second)):
        for start in starts:
            joined = [one for end in ends if (one := _joined(start, end)) is not None]
            if joined:
                found.append(min(joined, key=lambda one: one.value.high or 0))
    return tuple(dict.fromkeys(found))[:MOST_STRETCHES]


def _likely(readings: Sequence[Reading]) -> Sequence[Reading]:
    """Those of a lunar day that the table gives, without the days beside it on which the moon may be sighted."""
    return [one for one in readings if one.note not in BESIDE] or readings


def _joined(start: Reading, end: Reading) -> Reading | None:
    low, high = start.value.low, end.value.high
    if low is None or high is None or end.value.low is None or end.value.low < low or low >= high:
        return None
    when = start.when if end.when is None else end.when
    if start.when is not None and end.when is not None:
        if not start.when.meets(end.when):
            return None
        when = start.when.meet(end.when)
    timex = f"{start.timex}/{end.timex}" if start.timex and end.timex else None
    return Reading(Range(low, high, False, end.value.low != high), "minute", timex, "", when)
