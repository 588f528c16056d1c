"""Percentages tied to the count before them, and the only whole that the sentence or the one before it gives."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import check
from factcheck.model import Document

WRONG = [
    ("en", "Of 140 farms that agreed to have their wells tested, 91, or 75 percent, were above the limit."),
    (
        "en",
        "The union counted 6,000 ballots. Exactly 3,900 of its members rejected the deal, which comes to 55 per cent.",
    ),
    ("en", "Officials visited 320 kitchens last year. They closed 48 of them, or 25 percent."),
    ("en", "The plant lost 150 of its 600 workers, a fifth of the workforce."),
    ("en", "Of its 80 branches, 20 will close - a third of the network."),
    ("ar", "زار المفتشون 320 مطعماً في العام الماضي. وأغلقوا 48 منها، أي 25 في المئة."),
    ("ar", "من بين 140 مزرعة وافقت على فحص آبارها كانت 91 منها، أي 75 في المئة، فوق الحد."),
    ("ar", "رصد المكتب 1,500 عقد، كان نصيب الأجانب منها 450 عقداً بما يعادل 45 بالمائة."),
]
RIGHT = [
    ("en", "Of 140 farms that agreed to have their wells tested, 91, or 65 percent, were above the limit."),
    ("en", "Of 150 households, 96 people, or 12 percent of the population, were ill."),
    ("en", "Of the 200 guests, 90 came from abroad; 30 of them, or 33 percent, were Swedes."),
    ("en", "Of the 200 guests, 90 came from abroad; 30 of them, or 15 percent, were Swedes."),
    ("en", "Of 500 letters, 120 were answered, up 40 percent on the year before."),
    ("en", "More than 300 letters came. Some 30 of them, or 4 percent, were answered."),
    ("en", "The firm has 900 staff. Some 60 of the drivers, or 50 percent, are women."),
    ("ar", "زار المفتشون 320 مطعماً في العام الماضي. وأغلقوا 48 منها، أي 15 في المئة."),
    ("ar", "من أصل 200 ضيف جاء 90 من الخارج، 30 منهم، أي 33 في المئة، سويديون."),
]


def rules(language: str, text: str) -> list[str]:
    return [one.rule for one in check([Document("article", text, language)]).findings]


@pytest.mark.parametrize(("language", "text"), WRONG)
def test_a_percentage_that_its_only_whole_does_not_give_is_found(language: str, text: str) -> None:
    assert rules(language, text) == ["arithmetic/share"]


@pytest.mark.parametrize(("language", "text"), RIGHT)
def test_a_percentage_of_another_whole_or_one_that_fits_raises_no_alarm(language: str, text: str) -> None:
    assert rules(language, text) == []


@given(st.integers(21, 399), st.integers(3, 19))
def test_a_true_percentage_raises_no_alarm(whole: int, part: int) -> None:
    text = f"Officials visited {whole} kitchens. They closed {part} of them, or {100 * part / whole:.0f} percent."
    assert rules("en", text) == []
