"""A date that the text itself calls wrong raises no alarm; the same date without such words does."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import Document, check

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
TOLD = (
    ("en", "The letter was dated 31 April 2011. There is no such date, the prosecutor said."),
    ("en", "The forger wrote Monday 14 April 1998 at the head of the page."),
    ("en", "The deed was dated Monday, 14 April 1998, a mistake that gave it away."),
    ("en", "The certificate bore the date 29 February 2011, although 2011 was not a leap year."),
    ("ar", "الوثيقة مزورة، فقد كُتب فيها الجمعة 16 ديسمبر 2009، وهو يوم أربعاء."),
    ("ar", "جاء في النص يوم الجمعة 16 ديسمبر 2009، والصحيح أنه يوم الأربعاء."),
)
NOT_TOLD = (
    ("en", "The court met on Monday 14 April 1998 to hear the case."),
    ("en", "The court put off the case to Monday 14 April 1998. The five are accused of forgery and manslaughter."),
    ("en", "He appeared in court on Monday 14 April 1998 on charges of forgery."),
    ("ar", "أُجلت القضية إلى جلسة الجمعة 16 ديسمبر 2009. ويواجه الخمسة تهم القتل الخطأ والتزوير."),
    ("en", "The festival runs until 31 June, the council said."),
    ("ar", "اجتمع المجلس يوم الجمعة 16 ديسمبر 2009 في بغداد."),
)


def rules(language: str, text: str) -> list[str]:
    return [one.rule for one in check([Document.of(text, "a.txt", language, date(2026, 2, 5))]).findings]


@pytest.mark.parametrize(("language", "text"), TOLD)
def test_a_date_that_is_called_wrong_is_no_slip(language: str, text: str) -> None:
    assert rules(language, text) == []


@pytest.mark.parametrize(("language", "text"), NOT_TOLD)
def test_a_date_that_nobody_doubts_is_checked(language: str, text: str) -> None:
    assert len(rules(language, text)) == 1


@given(st.dates(date(1924, 1, 1), date(2020, 12, 28)), st.integers(1, 6))
def test_the_true_weekday_beside_a_date_says_that_the_other_is_wrong(day: date, moved: int) -> None:
    wrong, right = DAYS[(day.weekday() + moved) % 7], DAYS[day.weekday()]
    text = f"The will was dated {wrong} {day.day} {day:%B} {day.year}."
    assert rules("en", text) == ["calendar/weekday"]
    assert rules("en", f"{text} It fell on a {right}, the expert said.") == []
    assert rules("en", f"{text} It fell on a {wrong}, the expert said.") == ["calendar/weekday"]
