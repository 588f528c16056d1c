"""Lengths of time that a sentence ties to two dates by its words, and those that are of something else."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import check
from factcheck.model import Document

WRONG = [
    ("en", "The strike began on 3 March and ended on 17 March, 21 days later."),
    ("en", "She vanished on 2 May and was found alive nine days later, on 14 May."),
    ("en", "Hall led the party from 2011 to 2019, a stretch of 12 years."),
    ("en", "For the 17 years between 1998 and 2022 she rose at four."),
    ("en", "The five-year contract runs from January 2020 until December 2026."),
    ("en", "The pass was closed on 4 May 2021 and reopened on 9 June 2021, a gap of about 12 weeks."),
    ("ar", "أُغلق الجسر في 12 يناير وأُعيد فتحه في 26 يناير، أي بعد ثلاثة أسابيع."),
    ("ar", "أُغلق المدرج عند الثامنة من مساء 14 يونيو وفُتح في الثانية من ظهر 16 يونيو، أي بعد نحو 18 ساعة."),
    ("ar", "تولى رئاسة الحزب عام 2011 واستقال عام 2019، أي بعد 12 سنة."),
    ("ar", "بدأ الإضراب في 3 مارس وانتهى في 17 مارس، واستمر 21 يوماً."),
]
RIGHT = [
    ("en", "The strike began on 3 March and ended on 24 March, 21 days later."),
    ("en", "She vanished on 2 May and was found alive nine days later, on 11 May."),
    ("en", "He was born in 1950, studied law and five years later, in 1978, became a judge."),
    ("en", "The mine opened in 1962 and closed in 1998 after three years of losses."),
    ("en", "She was arrested in 2011 and released in 2015, having spent two years in a camp in the north."),
    ("en", "He joined the firm in 1990 and left in 2020, after ten years as its chairman."),
    ("en", "He left on 3 June and returned on 17 June after four days in jail."),
    ("en", "It began on 3 March and ended on 9 March, two days later than planned."),
    ("en", "She left Rome on 3 May, stopped in Pisa and two days later, on 9 May, reached Turin."),
    ("en", "He joined the board in 2004 and left in 2016, having spent 30 years in politics."),
    ("en", "The party lost seats in 1998 and was voted out in 2004 after 16 years in power."),
    ("en", "He was born in 1950. His father left. Two years later, in 1956, they moved."),
    ("en", "Rates rose in 2015 and 2016, and in 2019, three years later, they fell."),
    ("ar", "انضم إلى الفريق عام 2015 وغادره عام 2019، بعدما أمضى 12 عاماً في الملاعب."),
    ("ar", "مرض عام 2004 ثم تعافى وتوفي عام 2012، بعد عامين."),
    ("en", "In the five years between 2016 and 2020 sales doubled."),
    ("ar", "أُغلق الجسر في 12 يناير وأُعيد فتحه في 26 يناير، أي بعد أسبوعين."),
    ("ar", "اعتُقل الصحفي في 3 أيار وأُفرج عنه في 17 أيار بعد ثلاثة أيام من الإضراب."),
    ("ar", "تأسس المصنع عام 1962 وأُغلق عام 1998 بعد ثلاث سنوات من الخسائر."),
    ("ar", "بدأت المفاوضات في 3 مارس واختتمت في 17 مارس بعد سنتين من القطيعة."),
    ("ar", "تزوج عام 1990 وتوفي عام 2020 بعد عامين من المرض."),
]


def rules(language: str, text: str) -> list[str]:
    return [one.rule for one in check([Document("article", text, language, date(2024, 6, 20))]).findings]


@pytest.mark.parametrize(("language", "text"), WRONG)
def test_a_length_that_does_not_lie_between_its_dates_is_found(language: str, text: str) -> None:
    assert rules(language, text) == ["arithmetic/duration"]


@pytest.mark.parametrize(("language", "text"), RIGHT)
def test_a_length_of_something_else_or_one_that_fits_raises_no_alarm(language: str, text: str) -> None:
    assert rules(language, text) == []


@given(st.dates(date(2000, 1, 1), date(2020, 1, 1)), st.integers(2, 60), st.integers(2, 60))
def test_days_later_must_be_so_many(day: date, between: int, told: int) -> None:
    """Both ways of counting the ends are allowed."""
    end = day + timedelta(between)
    dates = [f"{one.day} {one:%B} {one.year}" for one in (day, end)]
    text = "The road was shut on {} and reopened on {}, {} days later.".format(*dates, told)
    found = rules("en", text)
    assert found == ([] if told - between in (0, 1) else ["arithmetic/duration"])
