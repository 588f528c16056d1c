"""When holidays are kept, what words around them change, and what comes back: laws and published dates."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import Document, read_facts
from factcheck.languages.data import codes, holiday_rules, load
from factcheck.model import MINUTES_A_DAY
from factcheck.reading.calendar import civil, day_number
from factcheck.reading.durations import DAYS_A_MONTH
from factcheck.reading.holidays import easter, hebrew_new_year, kept, nth_weekday, of_holiday, orthodox_easter, parsed
from factcheck.reading.moments import resolve
from factcheck.reading.slots import Context

YEARS = st.integers(1583, 4099)
SUNDAY = 6
PUBLISHED = date(2020, 11, 12)
# The first sentence that is read waits for the vocabulary.
patient = settings(deadline=None)


@pytest.mark.parametrize(
    ("year", "western", "orthodox"),
    [
        (1961, (4, 2), (4, 9)),
        (2013, (3, 31), (5, 5)),
        (2016, (3, 27), (5, 1)),
        (2017, (4, 16), (4, 16)),
        (2024, (3, 31), (5, 5)),
        (2038, (4, 25), (4, 25)),
    ],
)
def test_easter_is_kept_on_the_published_days(year: int, western: tuple[int, int], orthodox: tuple[int, int]) -> None:
    assert (civil(easter(year))[1:], civil(orthodox_easter(year))[1:]) == (western, orthodox)


@given(YEARS)
def test_easter_is_a_sunday_between_its_limits(year: int) -> None:
    assert easter(year) % 7 == orthodox_easter(year) % 7 == SUNDAY
    assert day_number(year, 3, 22) <= easter(year) <= day_number(year, 4, 25)
    assert easter(year) <= orthodox_easter(year)


@given(YEARS)
def test_hebrew_years_have_the_lengths_they_may_have(year: int) -> None:
    assert hebrew_new_year(year + 1) - hebrew_new_year(year) in (353, 354, 355, 383, 384, 385)
    assert hebrew_new_year(year) % 7 in (0, 1, 3, 5)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("rosh-hashanah", date(2020, 9, 19)),
        ("yom-kippur", date(2018, 9, 19)),
        ("passover", date(2024, 4, 23)),
        ("hanukkah", date(2019, 12, 23)),
        ("hanukkah", date(2020, 12, 11)),
        ("purim", date(2024, 3, 24)),
        ("thanksgiving", date(2017, 11, 23)),
        ("black-friday", date(2019, 11, 29)),
        ("memorial-day", date(2021, 5, 31)),
        ("nowruz", date(2021, 3, 21)),
        ("lunar-new-year", date(2020, 1, 25)),
        ("diwali", date(2020, 11, 14)),
        ("dhanteras", date(2020, 11, 12)),
        ("yom-haatzmaut", date(2024, 5, 14)),
        ("yom-haatzmaut", date(2021, 4, 15)),
        ("corpus-christi", date(2022, 6, 16)),
        ("karva-chauth", date(2019, 10, 17)),
    ],
)
def test_holidays_are_kept_on_the_published_days(name: str, day: date) -> None:
    period = kept(holiday_rules()[name][0], day.year)
    assert period is not None and civil(period.low // MINUTES_A_DAY) == (day.year, day.month, day.day)


def test_a_feast_that_differs_by_country_may_be_the_day_before_and_a_hebrew_one_begins_in_the_evening() -> None:
    for name, year in (("dussehra", 2018), ("janmashtami", 2019), ("hanukkah", 2018), ("navaratri", 2018)):
        readings = resolve(of_holiday(name)[0]._replace(year=year), Context(published=PUBLISHED))
        first, *others = (reading.value.low for reading in readings)
        assert first is not None and others and {first - MINUTES_A_DAY} == set(others)


@given(YEARS, st.integers(1, 12), st.integers(1, 7), st.sampled_from((1, 2, 3, 4, -1)))
def test_the_nth_weekday_of_a_month_is_that_weekday_of_it(year: int, month: int, weekday: int, which: int) -> None:
    found = nth_weekday(year, month, weekday, which)
    _, of_month, day = civil(found)
    assert (of_month, found % 7 + 1) == (month, weekday)
    assert (day - 1) // 7 + 1 == which or (which == -1 and civil(found + 7)[1] != month)


@pytest.mark.parametrize("name", sorted(holiday_rules()))
def test_every_rule_gives_a_day_in_every_year_of_our_time(name: str) -> None:
    for slots in of_holiday(name):
        for year in (2005, 2015, 2024, 2030):
            assert resolve(slots._replace(year=year), Context(published=PUBLISHED)), (name, year)
    assert all(parsed(rule).days >= 1 for rule in holiday_rules()[name])


@pytest.mark.parametrize("code", codes())
def test_every_holiday_that_a_language_names_has_a_rule(code: str) -> None:
    named = {entry.value for entry in load(code).entries("holiday", "doubtfulholiday")}
    assert named and named <= holiday_rules().keys()


@patient
@given(
    st.dates(date(1990, 1, 1), date(2030, 12, 31)),
    st.sampled_from(("christmas", "easter", "thanksgiving", "yom-kippur")),
)
def test_last_this_and_next_are_before_around_and_after_the_publication(published: date, name: str) -> None:
    (slots,) = of_holiday(name)
    today = published.toordinal() - 1
    for reference, holds in (("last", lambda low: low < today), ("next", lambda low: low > today)):
        for reading in resolve(slots._replace(reference=reference), Context(published=published)):
            assert reading.value.low is not None
            assert holds(int(reading.value.low) // MINUTES_A_DAY) or reading.note == "eve"
    near = resolve(slots, Context(published=published))
    assert near and all(abs(int(reading.value.low or 0) // MINUTES_A_DAY - today) < 400 for reading in near)


@patient
@given(st.integers(1, 60), st.booleans(), st.integers(1990, 2030))
def test_days_before_and_after_a_holiday_are_counted_from_it(count: int, before: bool, year: int) -> None:
    text = f"It was {count} days {'before' if before else 'after'} Christmas {year}."
    (fact,) = read_facts(Document.of(text, language="en", published=PUBLISHED))
    day = date.fromordinal(date(year, 12, 25).toordinal() + (-count if before else count))
    assert [reading.timex for reading in fact.readings] == [day.isoformat()]


@patient
@given(st.integers(2, 60), st.sampled_from((("days", "D"), ("weeks", "W"), ("months", "M"), ("years", "Y"))))
def test_every_so_many_units_is_a_set_of_that_length(count: int, unit: tuple[str, str]) -> None:
    (fact,) = read_facts(Document.of(f"They meet every {count} {unit[0]}.", language="en", published=PUBLISHED))
    assert (fact.kind, fact.readings[0].timex) == ("set", f"P{count}{unit[1]}")


@patient
@given(st.integers(1, 9), st.integers(1, 11), st.integers(1, 30))
def test_years_months_and_days_make_one_length_in_both_languages(years: int, months: int, days: int) -> None:
    english = f"It took {years} years, {months} months and {days} days."
    arabic = f"استغرق ذلك {years} سنوات و{months} أشهر و{days} يوما."
    for language, text in (("en", english), ("ar", arabic)):
        (fact,) = read_facts(Document.of(text, language=language, published=PUBLISHED))
        assert (fact.kind, fact.readings[0].timex) == ("duration", f"P{years}Y{months}M{days}D")
        low, high = fact.readings[0].value.low, fact.readings[0].value.high
        assert low is not None and high is not None
        assert low <= ((years * 12 + months) * DAYS_A_MONTH + days) * MINUTES_A_DAY <= high
