"""What an editor reads about whole sentences: proofs in the article's own words, and repairs that keep their promise."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck import Document, check
from factcheck.model import Finding, Repair

PUBLISHED = date(2024, 3, 1)


def article(text: str, published: date | None = PUBLISHED) -> Document:
    return Document.of(text, "draft", published=published)


def findings(text: str, *rules: str) -> tuple[Finding, ...]:
    return check([article(text)], rules).findings


def finding(text: str, *rules: str) -> Finding:
    (found,) = findings(text, *rules)
    return found


def shown(text: str, repair: Repair) -> str:
    edits = (f"{text[slice(*edit.span)]} -> {edit.text}" for edit in repair.edits)
    return " and ".join(edits) or repair.because


def repaired(text: str, *rules: str) -> list[str]:
    return [shown(text, repair) for repair in finding(text, *rules).repairs]


def applied(text: str, repair: Repair) -> str:
    for edit in sorted(repair.edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


@pytest.mark.parametrize(
    ("text", "line", "wrong", "right"),
    [
        (
            "The council met on Friday, 12 October, to vote on the plan.",
            "12 October is a Thursday in 2023 and a Saturday in 2024, not a Friday",
            "Friday",
            "Thursday",
        ),
        (
            "اجتمع المجلس يوم الجمعة 12 أكتوبر للتصويت على الخطة.",
            "12 أكتوبر يوافق الخميس في 2023 والسبت في 2024، لا الجمعة",
            "الجمعة",
            "الخميس",
        ),
    ],
)
def test_a_weekday_without_a_year_is_repaired_for_the_year_that_is_shown(
    text: str, line: str, wrong: str, right: str
) -> None:
    found = finding(text)
    assert found.because == (line,)
    weekdays = [one for one in found.repairs if text[slice(*one.edits[0].span)] == wrong]
    assert [one.edits[0].text for one in weekdays] == [right]
    for one in found.repairs:
        assert "2023" in one.because
        assert not findings(applied(text, one))
