"""Words that count from a day (last week, two months ago, next Tuesday), and that day, in; periods out."""

from __future__ import annotations

from factcheck.model import MINUTES_A_DAY
from factcheck.reading.calendar import (
    Period,
    containing,
    day_period,
    moved,
    week_period,
)

STEPS: dict[str | None, int] = {"this": 0, "last": -1, "next": 1}
CLOCK_UNITS: dict[str, int] = {"minute": 1, "hour": 60}

# Half of each unit in days, rounded up: "three weeks ago" may be so much nearer or farther.
HALVES: dict[str, int] = {
    "week": 4,
    "weekend": 3,
    "month": 16,
    "quarter": 46,
    "season": 46,
    "half": 92,
    "year": 183,
    "decade": 1827,
    "century": 18263,
}

# Letters of durations ("the last two weeks" is P2W).
SPANS: dict[str, str] = {
    "day": "D",
    "week": "W",
    "weekend": "WE",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
}


def steps(reference: str | None, count: int | None) -> int | None:
    """How many units on: the sign is the reference's if there is one; ``None`` when nothing says so."""
    if reference not in STEPS:
        return count
    return STEPS[reference] * (1 if count is None else abs(count))


def unit_periods(
    unit: str, today: int, reference: str | None, count: int | None, anchored: bool, weeks: tuple[int, int], exact: bool
) -> list[Period]:
    """The unit that many units on from ``today``; ``weeks`` is what weeks and weekends begin with.

    With a count it is as wide as half a unit either way asks ("two years ago" is the calendar year, and what
    lies within half a year of the day), and, if ``exact``, the day itself. "The last two weeks" reaches from two weeks
    back to ``today``.
    """
    number = steps(reference, count)
    if number is None:
        return []
    if unit in CLOCK_UNITS:
        low = today * MINUTES_A_DAY + number * CLOCK_UNITS[unit]
        return [Period(low, low + MINUTES_A_DAY, None, unit)]
    if count is not None and reference in ("last", "next") and not anchored:
        return _span(unit, today, number, weeks)[: None if exact else 1]
    day = moved(today, unit, number)
    period = containing(unit, day, *weeks)
    if period is None:
        return []
    if count is not None and unit in HALVES:
        low = min(period.low, (day - HALVES[unit]) * MINUTES_A_DAY)
        high = max(period.high, (day + HALVES[unit] + 1) * MINUTES_A_DAY)
        return [period._replace(low=low, high=high), *([day_period(day)] if exact and unit != "weekend" else [])]
    return [period]


def from_now(unit: str, now: int, number: int, reference: str | None) -> list[Period]:
    """So many minutes or hours on from the minute ``now``; counted in a stretch, all between the two.

    "Two hours ago" is as wide as half an hour either way asks, and the very minute; the last two hours are also the
    whole ones before this one.
    """
    size = CLOCK_UNITS[unit]
    then = now + number * size
    if reference in STEPS:
        near = now // size * size
        timex = f"PT{abs(number)}{unit[0].upper()}"
        whole = (near + number * size, near) if number < 0 else (near + size, near + (number + 1) * size)
        ends = dict.fromkeys([(min(now, then), max(now, then)), whole])
        return [Period(*pair, timex, "span") for pair in ends if pair[0] < pair[1]]
    day, minute = divmod(then, MINUTES_A_DAY)
    name = f"{day_period(day).timex}T{minute // 60:02d}:{minute % 60:02d}"
    around = Period(then - size // 2, then + size - size // 2, name, unit)
    return [around, Period(then, then, name, "minute")]


def _span(unit: str, today: int, number: int, weeks: tuple[int, int]) -> list[Period]:
    """From ``number`` units back to the end of ``today``, or from its start to as many units on.

    Inside of it, so many whole units before or after the one of ``today``, or so many from day to day.
    """
    day = moved(today, unit, number)
    far, near = containing(unit, day, *weeks), containing(unit, today, *weeks)
    if far is None or near is None:
        return []
    low, high = today * MINUTES_A_DAY, (today + 1) * MINUTES_A_DAY
    timex = f"P{abs(number)}{SPANS[unit]}" if unit in SPANS else None
    whole, exact = (near.high, far.high), [(low, day * MINUTES_A_DAY), (high, (day + 1) * MINUTES_A_DAY)]
    if number < 0:
        whole, exact = (far.low, near.low), [(day * MINUTES_A_DAY, low)]
    ends = dict.fromkeys([(min(low, far.low), max(high, far.high)), whole, *exact])
    return [Period(*pair, timex, "span") for pair in ends if pair[0] < pair[1]]


def weekday_periods(weekday: int, today: int, reference: str | None, anchored: bool, week_start: int) -> list[Period]:
    """The day of the week around ``today`` that was meant, the likeliest first.

    Without a reference: today, else the latest and the coming. "Last" is the
    latest before today or the one of last week, "next" mirrors it, "this" is the coming or of this week.
    """
    back = (today - weekday) % 7
    latest, coming = today - back, today - back + 7
    first = today - (today - week_start) % 7
    this_week = first + (weekday - week_start) % 7
    before = latest if back else today - 7
    if reference == "last":
        found = [before, this_week - 7]
    elif reference == "next":
        found = [coming, this_week + 7]
    elif reference == "this":
        found = [coming if back else today, this_week]
    else:
        found = [latest, coming] if back else [today]
    if anchored and reference in STEPS:
        found = found[:1]
    return [day_period(number) for number in dict.fromkeys(found)]


def weekday_in_week(weekday: int, today: int, number: int, week_start: int) -> Period:
    """The weekday of the week ``number`` weeks on."""
    low = week_period(today + 7 * number, week_start).low
    return day_period(low // MINUTES_A_DAY + (weekday - week_start) % 7)
