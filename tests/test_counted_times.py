"""Weekdays counted from now, months in figures and lengths from a time of day on: laws of what is read."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import Document, read_facts
from factcheck.model import Fact

WEEKDAYS = ("Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays")
# The first sentence that is read waits for the vocabulary.
patient = settings(deadline=None, max_examples=60)


def read(text: str, published: date) -> tuple[Fact, ...]:
    return tuple(read_facts(Document.of(text, language="en", published=published)))


@patient
@given(st.dates(date(1990, 1, 1), date(2040, 1, 1)), st.integers(0, 6), st.integers(1, 9), st.booleans())
def test_the_nth_weekday_from_now_is_that_weekday_in_the_nth_week(
    published: date, weekday: int, number: int, ahead: bool
) -> None:
    text = f"They met {number} {WEEKDAYS[weekday]} {'from now' if ahead else 'ago'}."
    (fact,) = (fact for fact in read(text, published) if fact.kind == "day")
    day = date.fromisoformat(str(fact.readings[0].timex))
    distance = (day - published).days if ahead else (published - day).days
    assert day.weekday() == weekday
    assert 7 * (number - 1) < distance <= 7 * number


@patient
@given(st.integers(1950, 2049), st.integers(1, 12))
def test_a_year_and_a_figure_are_a_month_unless_they_may_be_two_years(year: int, month: int) -> None:
    kinds = [fact.kind for fact in read(f"It opened in {year}-{month:02d}.", date(2020, 11, 12))]
    assert ("month" in kinds) is (month <= year % 100)


@pytest.mark.parametrize("words", ["from {start} for {length}", "for {length} from {start}"])
@patient
@given(start=st.integers(1, 11), half=st.sampled_from(("a.m.", "p.m.")), hours=st.integers(2, 12))
def test_a_length_from_a_time_of_day_on_ends_so_much_later(words: str, start: int, half: str, hours: int) -> None:
    published = date(2020, 11, 12)
    (fact,) = read(f"It is shut {words.format(start=f'{start} {half}', length=f'{hours} hours')}.", published)
    low, high = fact.readings[0].value.low, fact.readings[0].value.high
    assert low is not None and high is not None and high - low == 60 * hours
    begins = timedelta(minutes=int(low) % 1440)
    assert begins == timedelta(hours=start + (12 if half == "p.m." else 0))
