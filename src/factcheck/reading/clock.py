"""A calendar period and the part of it that was meant (early, evening, 14:30) in; narrower periods out."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from factcheck.model import EVERYTHING, MINUTES_A_DAY, Reading
from factcheck.reading.calendar import (
    Period,
    civil,
    day_number,
    day_period,
    month_start,
    to_minutes,
)
from factcheck.reading.slots import Slots

# Each part as fractions of the unit (start, end, denominator) and the TIMEX3 modifier. The ends
# are rounded outwards to whole steps: early is the first 4 years of a decade, 5 months of a year, 12 days
# of a month, 3 of a week; mid is years 3 to 6, April to September, days 10 to 21; late mirrors early.
PARTS: dict[str, tuple[int, int, int, str]] = {
    "early": (0, 4, 10, "START"),
    "mid": (3, 7, 10, "MID"),
    "late": (6, 10, 10, "END"),
    "start": (0, 1, 4, "START"),
    "end": (3, 4, 4, "END"),
    "first-half": (0, 1, 2, "START"),
    "second-half": (1, 2, 2, "END"),
    "first-third": (0, 1, 3, "START"),
    "second-third": (1, 2, 3, "MID"),
    "last-third": (2, 3, 3, "END"),
}


class Daypart(NamedTuple):
    """Minutes of the day, wide on purpose, and the TIMEX3 time."""

    low: int
    high: int
    timex: str


DAYPARTS: dict[str, Daypart] = {
    "dawn": Daypart(0, 8 * 60, "MO"),
    "morning": Daypart(3 * 60, 13 * 60, "MO"),
    "daytime": Daypart(5 * 60, 20 * 60, "DT"),
    "noon": Daypart(11 * 60, 15 * 60, "12:00"),
    "afternoon": Daypart(12 * 60, 19 * 60, "AF"),
    "evening": Daypart(15 * 60, 24 * 60, "EV"),
    "night": Daypart(17 * 60, 30 * 60, "NI"),
    "eve": Daypart(-7 * 60, 6 * 60, "NI"),
    "midnight": Daypart(0, 24 * 60, "00:00"),
}

# Hours (as on a twelve-hour clock) that each part of the day moves to the second half of it.
LATE_HOURS: dict[str, frozenset[int]] = {
    "noon": frozenset((1, 2, 3, 4)),
    "afternoon": frozenset(range(1, 12)),
    "evening": frozenset(range(1, 12)),
    "night": frozenset(range(6, 12)),
    "eve": frozenset(range(6, 12)),
}
MIDNIGHT_AT_TWELVE = frozenset(("night", "eve", "midnight"))


def part_of(period: Period, part: str | None) -> Period:
    """The early, middle, late ... stretch of a period; unchanged for parts unknown or an instant."""
    if part not in PARTS or period.low == period.high or period.unit == "clock":
        return period
    start, end, whole, modifier = PARTS[part]
    steps = _steps(period)
    low = period.low if start == 0 else _step(period, start * steps // whole)
    high = period.high if end == whole else _step(period, -(-end * steps // whole))
    note = f"{period.note};{modifier}" if period.note else modifier
    timex = period.timex
    if period.unit == "year" and timex and part in ("first-half", "second-half"):
        timex, note = f"{timex}-H{1 + (start > 0)}", period.note
    return period._replace(low=low, high=high, timex=timex, note=note)


def left_of(period: Period, part: str | None, published: date | None) -> Period:
    """What is left (``later``) of a period on the day of publication that lies in it, or over of it (``earlier``)."""
    if part not in ("later", "earlier") or published is None:
        return period
    now = to_minutes(published)
    if not period.low < now < period.high:
        return period
    return period._replace(low=now) if part == "later" else period._replace(high=now)


def _steps(period: Period) -> int:
    """In how many steps (years, months, days, hours) a period of this unit is cut."""
    fixed = {"century": 100, "decade": 10, "year": 12, "day": 24}
    if period.unit in fixed and not (period.unit == "year" and period.timex is None):
        return fixed[period.unit]
    if period.unit == "daypart":
        return (period.high - period.low) // 60
    return (period.high - period.low) // MINUTES_A_DAY


def _step(period: Period, step: int) -> int:
    """The minute that a step of a period begins at."""
    if period.unit in ("day", "daypart"):
        return period.low + step * 60
    number = period.low // MINUTES_A_DAY
    if period.unit in ("century", "decade"):
        return day_number(civil(number)[0] + step) * MINUTES_A_DAY
    if period.unit == "year" and period.timex is not None:
        return month_start(civil(number)[0] * 12 + step) * MINUTES_A_DAY
    return period.low + step * MINUTES_A_DAY


def zone_note(zone: int) -> str:
    """``UTC+03:00``; empty for what is no zone on earth."""
    if abs(zone) > 14 * 60:
        return ""
    return f"UTC{'-' if zone < 0 else '+'}{abs(zone) // 60:02d}:{abs(zone) % 60:02d}"


def hours_of(slots: Slots) -> list[int]:
    """The hour as it may be on a clock of 24, counted from the start of the day; may reach into the next."""
    hour, daypart = slots.hour or 0, slots.daypart
    if hour > 12 or (hour == 0 and slots.meridiem is None):
        return [hour]
    if slots.meridiem == "am":
        return [hour % 12]
    if slots.meridiem == "pm":
        return [hour % 12 + 12]
    if daypart is not None and daypart in DAYPARTS:
        if hour == 12:
            return [24, 0] if daypart in MIDNIGHT_AT_TWELVE else [12]
        if hour in LATE_HOURS.get(daypart, ()):
            return [hour - 12 if daypart == "eve" else hour + 12]
        return [hour, hour + 24] if daypart == "night" else [hour]
    return [hour % 12, hour % 12 + 12] if slots.meridiem == "12h" else [hour]


def stretches(slots: Slots) -> list[tuple[int, int]]:
    """The minutes of the day between which a stretch of the clock lies, the shortest where hours leave a choice.

    "From 11 to 3 p.m." begins in the morning, "from 9 to 5" may do so in the evening.
    """
    if slots.until is None:
        return []
    ends = [[hour * 60 + (one.minute or 0) for hour in hours_of(one)] for one in (slots, slots.until)]
    found = [(start, (end - start) % MINUTES_A_DAY or MINUTES_A_DAY) for start in ends[0] for end in ends[1]]
    least = min(length for _, length in found)
    return [(start, start + length) for start, length in found if length == least]


def timed(period: Period, slots: Slots) -> list[Period]:
    """A day narrowed to the time or part of the day in the slots; other periods stay as they are."""
    if period.unit != "day":
        return [period]
    if slots.until is not None:
        return [_stretch(period, start, end, slots) for start, end in stretches(slots)]
    if slots.weekdays is not None:
        return [_between(period, slots)]
    if slots.hour is not None:
        return [_at(period, hour, slots) for hour in hours_of(slots)]
    if slots.daypart == "midnight":
        ends = ((period.low, "T00:00"), (period.high, "T24:00"))
        return [period._replace(low=at, high=at, timex=f"{period.timex}{end}", unit="minute") for at, end in ends]
    if slots.daypart is not None and slots.daypart in DAYPARTS:
        return [_in_daypart(period, DAYPARTS[slots.daypart])]
    return [period]


def clock_readings(slots: Slots) -> tuple[Reading, ...]:
    """A time of an unknown day: only its TIMEX3 text is known."""
    note = zone_note(slots.zone) if slots.zone is not None else PARTS[slots.part][3] if slots.part in PARTS else ""
    if slots.until is not None:
        names = ["/".join(map(time_text, ends)) for ends in stretches(slots)]
    elif slots.hour is not None:
        hours = (hour if hour == 24 else hour % 24 for hour in hours_of(slots))
        names = [clock_text(hour, slots) for hour in hours]
    else:
        names = [f"T{DAYPARTS[slots.daypart].timex}"] if slots.daypart in DAYPARTS else []
    return tuple(Reading(EVERYTHING, "minute", name, note) for name in dict.fromkeys(names))


def _in_daypart(period: Period, daypart: Daypart) -> Period:
    day = period if daypart.low >= 0 else day_period(period.low // MINUTES_A_DAY - 1)
    low, high = period.low + daypart.low, period.low + daypart.high
    return period._replace(low=low, high=high, timex=f"{day.timex}T{daypart.timex}", unit="daypart")


def _between(period: Period, slots: Slots) -> Period:
    """The night between two weekdays, of which ``period`` is the second; its middle is an instant.

    A written date may also be that of the first weekday.
    """
    before, after = slots.weekdays or (None, None)
    if before != after and period.low // MINUTES_A_DAY % 7 == before:
        period = day_period(period.low // MINUTES_A_DAY + 1)
    eve = _in_daypart(period, DAYPARTS["eve"])
    if slots.daypart == "midnight" or slots.hour in (0, 12, 24):
        return period._replace(high=period.low, timex=f"{period.timex}T00:00", unit="minute")
    if slots.daypart in ("night", "eve"):
        return eve
    return period._replace(low=period.low - MINUTES_A_DAY, unit="days")


def _stretch(period: Period, start: int, end: int, slots: Slots) -> Period:
    names = []
    for at in (start, end):
        shift, minute = divmod(at, MINUTES_A_DAY)
        names.append(f"{day_period(period.low // MINUTES_A_DAY + shift).timex}{time_text(minute)}")
    notes = [note for note in (period.note, zone_note(slots.zone) if slots.zone is not None else "") if note]
    low, high = period.low + start, period.low + end
    return period._replace(low=low, high=high, timex="/".join(names), unit="clock", note=";".join(notes))


def beside_now(slots: Slots, today: int, now: int) -> list[int]:
    """The day after ``today`` for a time of day that is over at the minute ``now``, the day before for one to come."""
    if slots.hour is None:
        return []
    is_over = any(hour * 60 + (slots.minute or 0) <= now for hour in hours_of(slots))
    return [today + (1 if is_over else -1)]


def in_zone(period: Period, slots: Slots, zone: int) -> Period:
    """A time of a day that was said with its zone, as a clock in another one shows it."""
    if slots.zone is None or slots.zone == zone or period.unit not in ("minute", "clock"):
        return period
    ends = [end + zone - slots.zone for end in dict.fromkeys((period.low, period.high))]
    if period.unit == "minute":
        ends = ends[:1]
    names = [f"{day_period(end // MINUTES_A_DAY).timex}{time_text(end)}" for end in ends]
    names[-1] += f":{slots.second:02d}" if slots.second else ""
    low, high = ends[0], period.high + zone - slots.zone
    return period._replace(low=low, high=high, timex="/".join(names), note=zone_note(zone))


def time_text(minute: int) -> str:
    """A minute of the day as TIMEX3 writes it: ``T17:30``."""
    hour, rest = divmod(minute % MINUTES_A_DAY, 60)
    return f"T{hour:02d}:{rest:02d}"


def clock_text(hour: int, slots: Slots) -> str:
    second = f":{slots.second:02d}" if slots.second else ""
    return f"T{hour:02d}:{slots.minute or 0:02d}{second}"


def _at(period: Period, hour: int, slots: Slots) -> Period:
    """An instant of the day; with seconds the minute that they lie in. The zone goes to the note."""
    low = period.low + hour * 60 + (slots.minute or 0)
    shift, clock = (0, hour) if hour == 24 and not slots.minute else divmod(hour, 24)
    day = day_period(period.low // MINUTES_A_DAY + shift) if shift else period
    notes = [note for note in (period.note, zone_note(slots.zone) if slots.zone is not None else "") if note]
    timex = f"{day.timex}{clock_text(clock, slots)}"
    return period._replace(low=low, high=low + bool(slots.second), timex=timex, unit="minute", note=";".join(notes))
