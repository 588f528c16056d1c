"""Today, yesterday and tomorrow with the weekdays beside them: an article is written on one day."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck import Document, check

TUESDAY = date(2024, 6, 4)


def rules(text: str, published: date = TUESDAY) -> list[str]:
    return [finding.rule for finding in check([Document.of(text, published=published)]).findings]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor resigned yesterday (Monday). Her deputy takes over tomorrow (Friday).",
        "The mayor resigned yesterday (Sunday). Her deputy takes over tomorrow (Wednesday).",
        "Today, Tuesday, the court rose. It sits again tomorrow, Saturday.",
        "أعلنت البلدية اليوم الثلاثاء أن الأمطار التي هطلت أمس الأحد أغلقت سبعة طرق.",
        "أعلنت البلدية أمس الاثنين أن الجسر يُفتح غداً الخميس.",
    ],
)
def test_two_weekdays_that_cannot_both_be_counted_from_one_day(text: str) -> None:
    assert rules(text) == ["calendar/counted-day"]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor resigned yesterday (Monday). Her deputy takes over tomorrow (Wednesday).",
        # printed a day after it was written
        "The mayor resigned yesterday (Sunday). Her deputy takes over tomorrow (Tuesday).",
        "The mayor resigned yesterday (Monday). She had said: “I stay until tomorrow (Friday)”.",
        "Today, Friday and Saturday are holidays, and the court sat yesterday (Monday).",
        "أعلنت البلدية اليوم الثلاثاء أن الأمطار التي هطلت أمس الاثنين أغلقت سبعة طرق.",
        # a text that was moved from one day to the next
        "استقال العمدة أمس الثلاثاء، وقال نائبه اليوم الثلاثاء إنه سيخلفه.",
    ],
)
def test_weekdays_that_can_be_counted_from_one_day(text: str) -> None:
    assert rules(text) == []
