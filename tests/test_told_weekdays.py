"""Weekdays that are told beside a date or its distance from one, and those that belong to something else."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import Document, check

PUBLISHED = date(2024, 3, 12)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WRONG = [
    ("en", "The council met on Tuesday (6 March) to pick a mayor."),
    ("en", "She died on Wednesday morning, March 5, at her home."),
    ("en", "The bridge fell on 7 May 1996. It was a Sunday."),
    ("en", "The clerks walked out on Monday, the 4th. They went back on Friday, the 7th."),
    ("en", "The talks began on Monday, March 4. Two days later, on Thursday, they collapsed."),
    ("en", "The talks began on Monday, March 4. Three days later, that is on Friday, they collapsed."),
    ("en", "The talks began on Monday, March 4; they collapsed the next day, Wednesday."),
    ("en", "The talks began on Monday, March 4. They collapsed the following day, a Thursday."),
    ("en", "The fire broke out on Wednesday 6 March. It was put out two days after that, on Saturday."),
    ("en", "The strike began on Monday 4 March and ended on Saturday, three days later."),
    ("ar", "توفيت فجر يوم الأربعاء الخامس من آذار في منزلها."),
    ("ar", "بدأت المحادثات يوم الاثنين 4 مارس وانهارت في اليوم التالي، الأربعاء."),
    ("ar", "بدأت المحادثات يوم الاثنين 4 مارس. وفي اليوم التالي (الخميس) انهارت."),
    ("ar", "بدأت المحادثات يوم الاثنين 4 مارس. وبعد ذلك بيومين، أي الجمعة، انهارت."),
    ("ar", "بدأت المحادثات يوم الاثنين 4 مارس. وبعدها بثلاثة أيام، أي السبت، انهارت."),
]
RIGHT = [
    ("en", "The council met on Wednesday (6 March) to pick a mayor."),
    ("en", "The council met on Friday and Tuesday (6 March) to pick a mayor."),
    ("en", "She died on Tuesday morning, March 5, at her home."),
    ("en", "The bridge fell on 7 May 1996. It was a Tuesday."),
    ("en", "The bridge fell on 7 May 1996. It was a Sunday paper that told of it."),
    ("en", "The clerks walked out on Monday, the 4th. They went back on Thursday, the 7th."),
    ("en", "In November the clerks walked out on Monday, the 6th. They went back on Thursday, the 9th."),
    ("en", "The talks began on Monday, March 4. Two days later, on Wednesday, they collapsed."),
    ("en", "The talks began on Monday, March 4; they collapsed the next day, Tuesday."),
    ("en", "They meet on Thursday 14 March, two days after the vote on Monday."),
    ("en", "The talks began on Monday, March 4. She spoke on Friday. Two days later, on Sunday, they collapsed."),
    ("en", "The fire broke out late in the night of Wednesday 6 March. The next day, a Friday, it was out."),
    ("ar", "توفيت فجر يوم الثلاثاء الخامس من آذار في منزلها."),
    ("ar", "بدأت المحادثات يوم الاثنين 4 مارس وانهارت في اليوم التالي، الثلاثاء."),
    ("ar", "بدأت المحادثات يوم الاثنين 4 مارس. وبعد ذلك بيومين، أي الأربعاء، انهارت."),
    ("ar", "بدأت المحادثات يوم الاثنين 4 مارس. وبعد يومين، أي الخميس، تستأنف."),
]


def rules(language: str, text: str) -> list[str]:
    return [one.rule for one in check([Document.of(text, "a.txt", language, PUBLISHED)]).findings]


@pytest.mark.parametrize(("language", "text"), WRONG)
def test_a_weekday_beside_a_date_is_held_to_it(language: str, text: str) -> None:
    assert len(rules(language, text)) == 1


@pytest.mark.parametrize(("language", "text"), RIGHT)
def test_a_weekday_that_fits_or_is_of_something_else_is_silent(language: str, text: str) -> None:
    assert rules(language, text) == []


@given(st.dates(date(1950, 1, 1), date(2023, 12, 1)), st.integers(0, 6))
def test_the_next_day_has_the_next_weekday(day: date, moved: int) -> None:
    after = day + timedelta(days=1)
    text = f"The talks began on {day.day} {day:%B} {day.year}. They collapsed the next day, a {DAYS[moved]}."
    assert rules("en", text) == ([] if moved == after.weekday() else ["calendar/counted-day"])
