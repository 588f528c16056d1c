"""The rule of a holiday (``languages/holidays.txt``) and a year in; the days on which it is kept out."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from factcheck.languages.data import holiday_rules
from factcheck.model import MINUTES_A_DAY
from factcheck.reading.calendar import (
    Period,
    containing,
    day_number,
    day_period,
    days_in_month,
    moved,
)
from factcheck.reading.hijri import FIRST_SOLAR_YEAR, sighted, solar_of, solar_period
from factcheck.reading.slots import Slots

# The years for which feasts of churches and of the Hebrew calendar are worked out.
FIRST_YEAR, LAST_YEAR = 1583, 4099

# Day number of 1 Tishri of the Hebrew year 1, and the years by which that calendar is ahead of the Gregorian in autumn.
HEBREW_EPOCH = -1_373_428
HEBREW_AHEAD = 3761
# Days from the Hebrew new year that falls in a Gregorian year to the first of each month of that Gregorian year.
FROM_NEW_YEAR = {1: -177, 2: -147, 3: -118, 4: -88, 5: -59, 6: -29, 7: 0, 8: 30, 9: 59, 12: -206}
KISLEV = 9
LONG_YEARS = (355, 385)

# A weekend belongs to a holiday that is at most three days away from its Saturday.
SATURDAY = 5


class Rule(NamedTuple):
    """One way to find the day: ``kind`` with its ``numbers``, ``then`` so many days on, for ``days`` days.

    Some keep it ``other`` days on; ``like`` names the holiday that it is counted from.
    """

    kind: str
    numbers: tuple[int, ...] = ()
    dates: tuple[date, ...] = ()
    then: int = 0
    days: int = 1
    other: int = 0
    like: str = ""


@lru_cache(maxsize=512)
def parsed(text: str) -> Rule:
    """A rule as the data write it."""
    kind, *words = text.split()
    keys = {word: int(words[at + 1]) for at, word in enumerate(words) if word in ("then", "days", "or")}
    plain = words[: min((words.index(key) for key in keys), default=len(words))]
    rule = Rule(kind, then=keys.get("then", 0), days=keys.get("days", 1), other=keys.get("or", 0))
    if kind == "on":
        return rule._replace(dates=tuple(map(date.fromisoformat, plain)))
    return rule._replace(like=plain[0]) if kind == "like" else rule._replace(numbers=tuple(map(int, plain)))


def of_holiday(name: str) -> tuple[Slots, ...]:
    """The slots of each rule of a holiday. One of the Islamic calendar is a date of it, others keep their rule."""
    found = []
    for text in holiday_rules()[name]:
        rule = parsed(text)
        if rule.kind == "hijri":
            month, day = (*rule.numbers, None)[:2]
            found.append(Slots(calendar="hijri", month=month, day=day, holiday=text))
        elif rule.kind == "date" and rule.days == 1 and not rule.then:
            found.append(Slots(month=rule.numbers[0], day=rule.numbers[1], holiday=text))
        else:
            found.append(Slots(holiday=text))
    return tuple(found)


def is_day(slots: Slots) -> bool:
    """Whether the holiday lasts one day."""
    return parsed(slots.holiday or "").days == 1 and (slots.calendar is None or slots.day is not None)


@lru_cache(maxsize=4096)
def kept(text: str, year: int) -> Period | None:
    """When the holiday is kept in a Gregorian year; ``None`` where that is not known."""
    rule = parsed(text)
    first = _first(rule, year)
    if first is None:
        return None
    first += rule.then
    if rule.days == 1:
        return day_period(first)
    return Period(first * MINUTES_A_DAY, (first + rule.days) * MINUTES_A_DAY, None, "holiday")


def _first(rule: Rule, year: int) -> int | None:
    if rule.kind == "on":
        return next((day.toordinal() - 1 for day in rule.dates if day.year == year), None)
    if rule.kind == "like":
        other = kept(holiday_rules()[rule.like][0], year)
        return None if other is None else other.low // MINUTES_A_DAY
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    if rule.kind == "easter":
        return easter(year) + rule.numbers[0]
    if rule.kind == "orthodox":
        return orthodox_easter(year) + rule.numbers[0]
    if rule.kind == "weekday":
        return nth_weekday(year, *rule.numbers)
    if rule.kind == "hebrew":
        return _hebrew(year, *rule.numbers)
    if rule.kind == "solar":
        found = solar_of(day_number(year, 7, 1)) if year > FIRST_SOLAR_YEAR else None
        period = solar_period(found[0], *rule.numbers) if found else None
        return None if period is None else period.low // MINUTES_A_DAY
    month, day = rule.numbers
    return day_number(year, month, day)


def easter(year: int) -> int:
    """Easter Sunday of the Western churches (the anonymous Gregorian computus; Meeus, Astronomical Algorithms)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    skipped, leap = divmod(century, 4)
    moon = (19 * golden + century - skipped - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * leap + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return day_number(year, month, day + 1)


def orthodox_easter(year: int) -> int:
    """Easter Sunday of the Orthodox churches: the Julian computus (Meeus), as a day of the Gregorian calendar."""
    moon = (19 * (year % 19) + 15) % 30
    sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + sunday + 114, 31)
    return day_number(year, month, day + 1) + year // 100 - year // 400 - 2


def nth_weekday(year: int, month: int, weekday: int, which: int) -> int:
    """The first, second ... (-1: last) such weekday of a month; weekday 1 is Monday."""
    first = day_number(year, month)
    if which > 0:
        return first + (weekday - 1 - first) % 7 + 7 * (which - 1)
    last = first + days_in_month(year, month) - 1
    return last - (last - weekday + 1) % 7 + 7 * (which + 1)


def _hebrew(year: int, month: int, day: int) -> int:
    new_year = hebrew_new_year(year + HEBREW_AHEAD)
    is_long = month == KISLEV and hebrew_new_year(year + HEBREW_AHEAD + 1) - new_year in LONG_YEARS
    return new_year + FROM_NEW_YEAR[month] + is_long + day - 1


def hebrew_new_year(year: int) -> int:
    """1 Tishri of a Hebrew year (Reingold and Dershowitz, Calendrical Calculations)."""
    before, start, after = (_elapsed(year + move) for move in (-1, 0, 1))
    delay = 2 if after - start == 356 else int(start - before == 382)
    return HEBREW_EPOCH + start + delay


def _elapsed(year: int) -> int:
    months = (235 * year - 234) // 19
    days = 29 * months + (12084 + 13753 * months) // 25920
    return days + (3 * (days + 1) % 7 < 3)


def variants(period: Period, slots: Slots) -> list[Period]:
    """The days that are meant by one that is found: where the moon is sighted, from the evening before, and so on."""
    found = [period]
    if slots.calendar == "hijri":
        begins = day_period(period.low // MINUTES_A_DAY)._replace(when=period.when)
        found = sighted(period if slots.shift is None else begins)
    elif slots.holiday is not None and period.unit in ("day", "holiday"):
        found = _kept_also(period, parsed(slots.holiday))
    return [_shifted(one, *slots.shift) for one in found] if slots.shift is not None else found


def _kept_also(period: Period, rule: Rule) -> list[Period]:
    """A holiday, and where else it may be: a Hebrew day begins in the evening before, others differ by country."""
    is_day, move = period.unit == "day", -1 if rule.kind == "hebrew" else rule.other
    if not move:
        return [period]
    low, high = (end + move * MINUTES_A_DAY for end in (period.low, period.high))
    if is_day:
        return [period, day_period(low // MINUTES_A_DAY)._replace(note="eve", when=period.when)]
    moved_by = period._replace(low=low, high=high, note="eve")
    return [period, moved_by._replace(high=period.high), moved_by]


def _shifted(period: Period, count: int, unit: str) -> Period:
    """The day so many units after the holiday begins, or before it; the weekend nearest to it."""
    first = period.low // MINUTES_A_DAY
    if unit == "weekend":
        weekend = containing("week", first + 2)
        assert weekend is not None
        saturday = weekend.low // MINUTES_A_DAY + SATURDAY
        saturday -= 7 if saturday - first > 3 else 0
        found = containing("weekend", saturday)
        assert found is not None
    else:
        found = day_period(moved(first, unit, count))
    return found._replace(note=period.note, when=period.when)
