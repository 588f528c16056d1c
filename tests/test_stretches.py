"""Stretches between two dates, and what is the n-th of one."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import Document, check, read_facts
from factcheck.model import MINUTES_A_DAY, Fact, Reading
from factcheck.reading.calendar import day_range, month_period, range_of, to_minutes
from factcheck.reading.stretches import Taken, between, taken

PUBLISHED = date(2020, 11, 12)
DAYS = st.dates(date(1990, 1, 1), date(2030, 12, 31))
MONTHS = {
    "en": "January February March April May June July August September October November December".split(),  # noqa: SIM905
    "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split(),  # noqa: SIM905
}
FROM_TO = {"en": "It ran from {} to {}.", "ar": "استمر من {} إلى {}."}


def facts(text: str, language: str) -> tuple[Fact, ...]:
    return read_facts(Document.of(text, language=language, published=PUBLISHED))


def written(day: date, language: str) -> str:
    return f"{day.day} {MONTHS[language][day.month - 1]} {day.year}"


@pytest.mark.parametrize("language", ["en", "ar"])
@settings(deadline=None)  # the first reads the language data
@given(DAYS, st.integers(1, 900))
def test_a_stretch_reaches_from_the_first_minute_of_its_start_to_the_last_of_its_end(
    language: str, first: date, length: int
) -> None:
    last = first + timedelta(days=length)
    found = facts(FROM_TO[language].format(written(first, language), written(last, language)), language)
    assert sorted(fact.kind for fact in found) == ["day", "day", "period"]
    (period,) = (fact for fact in found if fact.kind == "period")
    assert period.readings[0].value == range_of(to_minutes(first), to_minutes(last) + MINUTES_A_DAY)
    assert len({fact.id for fact in found}) == 3


@given(st.integers(1990, 2030), st.integers(1, 12), st.integers(1, 5), st.integers(0, 6))
def test_the_nth_weekday_of_a_month_is_found_from_either_end(year: int, month: int, number: int, weekday: int) -> None:
    whole = month_period(year, month)
    reading = Reading(range_of(whole.low, whole.high), "minute", whole.timex)
    found = taken([reading], Taken("nth", number, "weekday", weekday))
    days = [
        day
        for day in (date(year, month, 1) + timedelta(days=move) for move in range(31))
        if day.month == month and day.weekday() == weekday
    ]
    assert [one.value for one in found] == [day_range(day) for day in days[number - 1 : number]]
    from_end = taken([reading], Taken("nth", number - len(days) - 1, "weekday", weekday))
    assert number > len(days) or from_end == found


@given(DAYS, DAYS)
def test_a_stretch_never_ends_before_it_begins(one: date, other: date) -> None:
    readings = [Reading(day_range(day), "minute", day.isoformat()) for day in (one, other)]
    assert bool(between(readings[:1], readings[1:])) == (one <= other)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The fair opened on 31 Muharram 1437 in Jeddah.", "en"),
        ("افتتح المعرض في 31 محرم 1437هـ بحضور الوزير.", "ar"),
        ("افتتح المعرض في 32 شوال 1437هـ بحضور الوزير.", "ar"),
        ("افتتح المعرض في 31 من شهر رمضان بحضور الوزير.", "ar"),
    ],
)
def test_no_month_of_the_hijri_calendar_has_more_than_thirty_days(text: str, language: str) -> None:
    (finding,) = check([Document.of(text, language=language)]).findings
    assert finding.rule == "calendar/impossible-date"


@pytest.mark.parametrize("text", ["افتتح المعرض في 30 محرم 1437هـ بحضور الوزير.", "قتل 31 رجلاً في شهر رجب."])
def test_days_that_a_hijri_month_may_have_are_left_alone(text: str) -> None:
    assert not check([Document.of(text, language="ar")]).findings


@pytest.mark.parametrize(("day", "count"), [("6 February", 2), ("20 January", 1), ("10 October", 1)])
def test_days_ahead_of_publication_are_certain_for_five_weeks_only(day: str, count: int) -> None:
    (fact,) = read_facts(Document.of(f"It began on {day}.", published=date(2020, 12, 31)))
    assert len(fact.readings) == count
