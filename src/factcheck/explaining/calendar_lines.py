"""A contradiction about a date by itself -> the lines that prove it: weekday, days of a month, references."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from itertools import permutations

from factcheck.explaining import showing
from factcheck.explaining.calendar import FEBRUARY, day_at, days_in_month, isleap
from factcheck.explaining.case import PUBLISHED, Case, Mention
from factcheck.explaining.hijri import is_hijri
from factcheck.explaining.names import name_of
from factcheck.model import Fact, Range

MOST_YEARS = 3
MOST_PERIODS = 2
LEAP_YEAR = 2000
MOST_HIJRI_DAYS = 30


def part_of(case: Case, name: str) -> Mention | None:
    return next((mention for mention in case.mentions if mention.part == name), None)


def month_pair(case: Case) -> Iterator[str]:
    """Two names of a month that are of two months."""
    one, other = part_of(case, "month"), part_of(case, "month2")
    if one is None or other is None or one.exact is None or other.exact is None:
        return
    yield case.texts.text(
        "because.month-pair",
        one=one.words,
        first=case.numerals.plain(int(one.exact)),
        other=other.words,
        second=case.numerals.plain(int(other.exact)),
    )


def weekday(case: Case) -> Iterator[str]:
    """The weekday that the date has; where more than one year may be meant, that of each in one line."""
    given = part_of(case, "weekday")
    if given is None or given.fact is None or given.exact is None:
        return
    days = [day for day in days_of(given.fact) if day.weekday() != given.exact][:MOST_YEARS]
    wrong = weekday_name(case, int(given.exact), given)
    if len(days) == 1:
        right = weekday_name(case, days[0].weekday(), given)
        words = showing.day_words(case, days[0], given.fact)
        yield case.texts.text("because.weekday", date=words, right=right, wrong=wrong)
    elif days:
        yield _weekdays(case, days, given, wrong)


def _weekdays(case: Case, days: Sequence[date], given: Mention, wrong: str) -> str:
    """The weekdays of one date in several years, or in several months where it names none."""
    fact, first = given.fact, days[0]
    monthly = fact is not None and all(part.role != "month" for part in fact.parts)
    found = []
    for day in days:
        month = showing.month(case, day.month, fact)
        year = showing.year(case, day.year)
        when = case.texts.text("style.month-of-year", month=month, year=year) if monthly else year
        found.append(case.texts.text("because.weekday-in", right=weekday_name(case, day.weekday(), given), when=when))
    number = case.numerals.plain(first.day)
    month = showing.month(case, first.month, fact)
    words = number if monthly else case.texts.text("style.day-of-year", day=number, month=month)
    return case.texts.text("because.weekdays", date=words, found=case.texts.joined(found), wrong=wrong)


def weekday_name(case: Case, value: int, like: Mention) -> str:
    """The name of a weekday in full, with a capital as the language has it: what stands in a sentence of ours."""
    return name_of(case.texts, "weekday", value + 1) or like.words


def days_of(fact: Fact) -> list[date]:
    """The days that the readings are, or those that the written parts alone make."""
    found = [day_at(reading.value.low) for reading in fact.readings if reading.value.low is not None]
    parts = {part.role: part.value for part in fact.parts}
    if not found and {"day", "month", "year"} <= parts.keys():
        try:
            found = [date(parts["year"], parts["month"], parts["day"])]
        except ValueError:
            return []
    same = (day for day in found if day is not None and parts.get("day", day.day) == day.day)
    return list(dict.fromkeys(same))


def impossible(case: Case) -> Iterator[str]:
    """How many days the month has, and whether the year is a leap year."""
    day = part_of(case, "day")
    if day is None or day.fact is None or part_of(case, "weekday") is not None:
        return
    parts = {part.role: part.value for part in day.fact.parts}
    if "hijrimonth" in parts:
        yield case.texts.text("because.hijri-days", count=case.numerals.plain(MOST_HIJRI_DAYS))
    for part in day.fact.parts:
        if part.role != "month" or not 1 <= part.value <= 12:
            continue
        year = parts.get("year", LEAP_YEAR)
        name, count = showing.month(case, part.value, day.fact), days_in_month(year, part.value)
        if part.value == FEBRUARY and parts["day"] == count + 1 and not isleap(year):
            yield case.texts.text(
                "because.no-leap-year", year=showing.year(case, year), month=name, count=case.numerals.plain(count)
            )
        elif parts["day"] > count:
            yield case.texts.text("because.month-days", month=name, count=case.numerals.plain(count))


def two_calendars(case: Case) -> Iterator[str]:
    """What a date of the lunar calendar is in the other one, as far as the moon is not seen."""
    for hijri, other in permutations(case.mentions, 2):
        if hijri.fact is None or hijri.nominal is None or not is_hijri(hijri.fact) or is_hijri(other.fact):
            continue
        if other.fact is None or other.nominal is None or not other.is_moment:
            continue
        right, wrong = (showing.moment(case, one.nominal or Fraction(0), other.fact) for one in (hijri, other))
        text = case.documents[hijri.fact.path].text
        words = text[hijri.fact.parts[0].span.start : max(hijri.fact.span.end, hijri.fact.parts[-1].span.end)]
        yield case.texts.text("because.two-calendars", hijri=words, right=right, wrong=wrong)
        return


def reference(case: Case) -> Iterator[str]:
    """The publication times that the words allow, and the day on which the article appeared."""
    references = [m for m in case.mentions if m.part == PUBLISHED and m.fact is not None]
    for mention in references[:MOST_YEARS]:
        yield case.texts.text("because.reference", words=mention.words, when=fitting_times(case, mention))
    if references:
        for mention in case.mentions:
            if mention.part == PUBLISHED and mention.fact is None and mention.ranges:
                key = "because.published" if mention.is_day else "because.published-range"
                when = showing.bounds(case, mention.ranges[0], moments=True, like=references[0].fact)
                yield case.texts.text(key, date=when, when=when)


def fitting_times(case: Case, reference: Mention) -> str:
    """The publication times nearest to the given one that a reference allows."""
    near = sorted(reference.ranges, key=lambda one: _distance(case, one))[:MOST_PERIODS]
    words = [showing.bounds(case, one, moments=True, like=reference.fact) for one in near]
    return case.texts.text("list.either", one=words[0], two=words[1]) if len(words) > 1 else words[0]


def _distance(case: Case, value: Range) -> Fraction:
    """How far from the day of publication a range is, as far as that is given."""
    given = next((m.nominal for m in case.mentions if m.part == PUBLISHED and m.fact is None), None)
    ends = [end for end in value[:2] if end is not None]
    return Fraction(0) if given is None else min((abs(given - end) for end in ends), default=Fraction(0))
