"""The moment of publication: how it is given, and what is counted from it."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import factcheck
from factcheck.arguments import parser
from factcheck.model import Document, Fact
from factcheck.reading.documents import iterate

MOMENT = datetime(2020, 11, 12, 14, 30)
MOMENTS = st.datetimes(datetime(1900, 1, 2), datetime(2100, 1, 1)).map(lambda one: one.replace(second=0, microsecond=0))


def facts(text: str, published: date | None = MOMENT, language: str = "en") -> tuple[Fact, ...]:
    return tuple(factcheck.read_facts(Document.of(text, language=language, published=published)))


def values(text: str, published: date | None = MOMENT, language: str = "en") -> list[str | None]:
    (fact,) = facts(text, published, language)
    return [reading.timex for reading in fact.readings]


@settings(deadline=None)
@given(MOMENTS, st.integers(2, 90))
def test_hours_and_minutes_are_counted_from_the_moment(moment: datetime, count: int) -> None:
    for unit, size in (("hours", 60), ("minutes", 1)):
        past = moment - timedelta(minutes=count * size)
        assert values(f"It began {count} {unit} ago.", moment)[-1] == f"{past:%Y-%m-%dT%H:%M}"
        coming = moment + timedelta(minutes=count * size)
        assert values(f"It begins {count} {unit} from now.", moment)[-1] == f"{coming:%Y-%m-%dT%H:%M}"


@settings(deadline=None)
@given(MOMENTS, st.integers(-12, 14), st.integers(0, 23), st.integers(0, 59))
def test_a_time_of_another_zone_is_shown_on_the_clock_of_publication(
    moment: datetime, east: int, hour: int, minute: int
) -> None:
    here = moment.replace(tzinfo=timezone(timedelta(hours=east)))
    said = datetime(2021, 3, 4, hour, minute, tzinfo=UTC)
    found = values(f"It begins on 4 March 2021 at {hour:02d}:{minute:02d} GMT.", here)
    assert found[0] == f"{said:%Y-%m-%dT%H:%M}"
    assert found[-1] == f"{said.astimezone(here.tzinfo):%Y-%m-%dT%H:%M}"


def test_the_last_hours_reach_to_the_moment() -> None:
    (fact,) = facts("Five ships came in the last three hours.")[1:]
    ends = [(reading.value.low, reading.value.high) for reading in fact.readings]
    now = (MOMENT - datetime(1, 1, 1)) // timedelta(minutes=1)
    assert ends == [(now - 180, now), (now - 30 - 180, now - 30)]


@pytest.mark.parametrize(
    ("text", "others"),
    [("It began at 10 p.m.", "2020-11-11T22:00"), ("It begins at 3 a.m.", "2020-11-13T03:00")],
)
def test_a_time_alone_may_be_that_of_the_day_before_or_after(text: str, others: str) -> None:
    assert values(text)[1:] == [others]
    assert len(values(text, MOMENT.date())) == 1


@pytest.mark.parametrize(
    ("text", "value"),
    [("غادر قبل ساعتين.", "2020-11-12T12:30"), ("سيبدأ الاجتماع بعد نصف ساعة.", "2020-11-12T15:00")],
)
def test_arabic_counts_from_the_moment_too(text: str, value: str) -> None:
    assert values(text, MOMENT, "ar")[-1] == value


def test_a_day_alone_says_nothing_of_the_hour() -> None:
    assert values("It began two hours ago.", MOMENT.date()) == [None]
    assert values("It began two hours ago.", None) == []


def test_a_document_has_the_day_and_the_moment() -> None:
    document = Document.of("", published=MOMENT)
    assert (document.published, document.moment) == (MOMENT.date(), MOMENT)
    assert type(document.published) is date
    assert Document.of("", published=MOMENT.date()).moment is None


def test_files_and_the_command_line_give_it(tmp_path: Path) -> None:
    article, lines = tmp_path / "a.md", tmp_path / "b.jsonl"
    article.write_text("---\ndate: 2020-11-12T14:30+03:00\n---\nIt began.\n", encoding="utf-8")
    lines.write_text(json.dumps({"text": "It began.", "published": "2020-11-12T14:30:00Z"}), encoding="utf-8")
    documents = [
        document for path in (article, lines) for story in iterate([str(path)]) for document in story.documents
    ]
    east = timezone(timedelta(hours=3))
    assert [one.moment for one in documents] == [MOMENT.replace(tzinfo=east), MOMENT.replace(tzinfo=UTC)]
    assert {one.published for one in documents} == {MOMENT.date()}
    assert parser().parse_args(["--date", "2020-11-12T14:30", "a.txt"]).date == MOMENT
