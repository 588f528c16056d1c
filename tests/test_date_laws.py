"""What must hold of every date and of every text: read back as written, quoted as it stands, the same each time."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.languages.data import codes, load
from factcheck.languages.lexicon import Lexicon
from factcheck.model import MINUTES_A_DAY, Document, Fact
from factcheck.reading.facts import read_text
from factcheck.reading.moments import to_minutes
from factcheck.reading.reader import FACT_KINDS

LEXICONS = {code: Lexicon(load(code), kinds=FACT_KINDS) for code in codes()}
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
TODAY = date(2020, 11, 12)

days = st.dates(date(1600, 1, 1), date(2150, 12, 31))


def read(text: str, language: str = "en", published: date | None = None) -> tuple[Fact, ...]:
    return read_text(Document.of(text, language=language, published=published), LEXICONS[language]).facts


def quoted(text: str, fact: Fact) -> str:
    return text[fact.span.start : fact.span.end]


def of_suffix(day: int) -> str:
    return "th" if 11 <= day <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def written(day: date) -> list[str]:
    """The day as English news write it."""
    month, weekday = MONTHS[day.month - 1], WEEKDAYS[day.weekday()]
    ordinal = f"{day.day}{of_suffix(day.day)}"
    return [
        day.isoformat(),
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"{month[:3]}. {day.day}, {day.year}" if month != "May" else f"{month} {day.day}, {day.year}",
        f"{weekday}, {day.day} {month} {day.year}",
        f"{weekday}, {month} {day.day}, {day.year}",
        f"{ordinal} {month} {day.year}",
        f"the {ordinal} of {month}, {day.year}",
        f"{month} {ordinal}, {day.year}",
        f"{day.day}-{month[:3]}-{day.year}",
    ]


@given(day=days, form=st.integers(0, 9))
@settings(max_examples=300)
def test_a_full_date_is_read_back_in_every_form(day: date, form: int) -> None:
    words = written(day)[form]
    for text in (words, f"It was signed on {words}.", f"The day ({words}) was cold."):
        (fact,) = read(text)
        assert (fact.kind, quoted(text, fact)) == ("day", words)
        (reading,) = fact.readings
        assert (reading.value.low, reading.timex) == (to_minutes(day), day.isoformat())
        assert reading.value.high == to_minutes(day) + MINUTES_A_DAY
        assert {part.role: part.value for part in fact.parts}.get("day", day.day) == day.day
        for part in fact.parts:
            assert fact.span.start <= part.span.start < part.span.end <= fact.span.end


@given(day=days)
@settings(max_examples=100)
def test_two_figures_and_a_year_are_the_day_either_way_round(day: date) -> None:
    for text, other in (
        (f"{day.day}/{day.month}/{day.year}", (day.month, day.day)),
        (f"{day.month}/{day.day}/{day.year}", (day.day, day.month)),
    ):
        (fact,) = read(text)
        found = {reading.timex for reading in fact.readings}
        both = day.day <= 12 and other[0] != other[1]
        assert day.isoformat() in found and len(found) == 1 + both


@given(day=days, length=st.integers(1, 200))
@settings(max_examples=150)
def test_both_ends_of_a_stretch_are_days_of_their_own(day: date, length: int) -> None:
    end = day + timedelta(days=length)
    months = MONTHS[day.month - 1], MONTHS[end.month - 1]
    texts = [f"It lasted from {day.day} {months[0]} to {end.day} {months[1]} {end.year}."]
    if (day.year, day.month) == (end.year, end.month):
        texts = [
            f"It lasted from {day.day} to {end.day} {months[0]} {day.year}.",
            f"It lasted {months[0]} {day.day}-{end.day}, {day.year}.",
        ]
    if day.year < end.year and day.month - end.month < 6:
        return
    for text in texts:
        found = [fact for fact in read(text) if fact.kind == "day"]
        assert [fact.readings[0].timex for fact in found] == [day.isoformat(), end.isoformat()], text
        assert found[0].span.end <= found[1].span.start


@given(day=st.dates(date(2000, 1, 1), date(2030, 12, 31)), published=st.dates(date(2001, 1, 1), date(2030, 1, 1)))
@settings(max_examples=100)
def test_a_date_without_its_year_is_near_the_day_of_publication(day: date, published: date) -> None:
    text = f"It rained on {day.day} {MONTHS[day.month - 1]}."
    (fact,) = read(text, published=published)
    first = fact.readings[0]
    assert first.timex is not None and first.timex[5:] == day.isoformat()[5:]
    leap = 8 * 366 if (day.month, day.day) == (2, 29) else 367
    assert first.value.low is not None and abs(first.value.low - to_minutes(published)) <= leap * MINUTES_A_DAY


WORDS = """10 November 2020 the of May may in 3.5 , . - – % $ million two half Tuesday ago last 5 p.m. 1990s 's ( )
people killed to from between and م نوفمبر الثلاثاء من ألف جنديا ٣٠ قتيلان"""
texts = st.one_of(
    st.text(max_size=300),
    st.lists(st.sampled_from([*WORDS.split(), "\u200f", "\n", "\t", "\x00"]), max_size=60).map(" ".join),
)


@given(text=texts)
@settings(max_examples=400)
@pytest.mark.parametrize("language", codes())
def test_any_text_at_all_is_read_the_same_each_time_and_spans_lie_in_it(language: str, text: str) -> None:
    found = read(text, language, TODAY)
    assert found == read(text, language, TODAY)
    assert [fact.span for fact in found] == sorted(fact.span for fact in found)
    at = 0
    for fact in found:
        assert at <= fact.span.start < fact.span.end <= len(text)
        assert quoted(text, fact) == quoted(text, fact).strip()
        assert not any(reading.value.is_empty() for reading in fact.readings)
        at = fact.span.end


@given(text=texts, more=texts)
@settings(max_examples=200)
@pytest.mark.parametrize("language", codes())
def test_a_paragraph_more_does_not_change_what_was_read_before(language: str, text: str, more: str) -> None:
    whole = read(f"{text}\n\n{more}", language, TODAY)
    alone = read(f"{text}\n\n", language, TODAY)
    before = [fact for fact in whole if fact.span.end <= len(text)]
    assert [(f.kind, f.span, f.subject) for f in before] == [(f.kind, f.span, f.subject) for f in alone]
    figures = ("number", "percent", "money", "quantity", "age", "duration")
    assert [f.readings for f in before if f.kind in figures] == [f.readings for f in alone if f.kind in figures]


@given(text=texts)
@settings(max_examples=100)
def test_empty_lines_in_front_only_move_the_spans(text: str) -> None:
    found, moved = read(text, published=TODAY), read("\n\n" + text, published=TODAY)
    assert [(f.kind, f.span.start + 2, f.readings) for f in found] == [
        (f.kind, f.span.start, f.readings) for f in moved
    ]
