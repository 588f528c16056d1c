"""Anniversaries and terms against what they are counted from, ages, visits, and lengths with both of their ends."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck import check
from factcheck.model import Document

# language, rule, text, right, wrong
TWINS = [
    ("en", "elapsed", "A march marks the {} anniversary of the guard, which was founded in 1964.", "60th", "50th"),
    ("en", "elapsed", "The firm is marking {} in business. It was set up in 1949 by brothers.", "75 years", "85 years"),
    ("en", "elapsed", "Veterans gathered for the {} anniversary of the landings of 6 June 1944.", "80th", "90th"),
    ("en", "elapsed", "A march marked the 50th anniversary of the {} coup.", "1974", "1984"),
    ("en", "elapsed", "He was freed on Monday after serving {} in jail. He had been arrested in May 2008.",
     "16 years", "26 years"),
    ("en", "age", "Born in Bergen in June 1980, the singer, who is now {}, has sold two million records.", "43", "53"),
    ("en", "age", "Born in Oslo in June 1980, the {} singer is very popular.", "43-year-old", "53-year-old"),
    ("en", "duration", "The war broke out on 27 March and ended on 10 May, lasted {} and killed 2,300.",
     "44 days", "64 days"),
    ("en", "duration", "He was sent to Hull in May 1991 and spent {} there before leaving in May 2018.",
     "27 years", "17 years"),
    ("en", "duration", "A strike began on 3 May and ended on 12 May. In those {} no bus ran.", "ten days", "20 days"),
    ("en", "duration", "The pope arrives today for a {} visit and leaves on 14 June.", "three-day", "six-day"),
    ("en", "duration", "The fair opens on 3 June. The {} fair ends on 8 June.", "six-day", "ten-day"),
    ("ar", "elapsed", "تحيي المدينة الذكرى الستين لتأسيس فرقة الإطفاء التي أنشئت عام {}.", "1964", "1954"),
    ("ar", "elapsed", "احتفلت الشركة بمرور 75 عاماً على تأسيسها. وكانت قد أنشئت عام {} على يد شقيقين.", "1949", "1959"),
    ("ar", "elapsed", "خرج من السجن بعد أن أمضى {} خلف القضبان. وكان قد اعتقل عام 2008.", "16 عاماً", "26 عاماً"),
    ("ar", "age", "ولدت المغنية في بيروت عام 1980، وتبلغ من العمر {}.", "43 عاماً", "53 عاماً"),
    ("ar", "age", "توفيت الكاتبة يوم الأحد عن {}. وهي من مواليد دمشق عام 1943.", "81 عاماً", "91 عاماً"),
    ("ar", "duration", "بدأ الإضراب في 3 أيار وانتهى في 12 أيار. وطوال {} لم يسر قطار.", "عشرة أيام", "عشرين يوماً"),
    ("ar", "duration", "يصل الوزير اليوم في زيارة تستغرق {}، ويغادر في 14 حزيران.", "ثلاثة أيام", "خمسة أيام"),
]  # fmt: skip
CLEAN = [
    ("en", "The city marks the 40th anniversary of the revolution. A party founded in 2019 won 50 seats."),
    ("en", "Seventeen years have passed since the decree. The company was founded in 2010."),
    ("en", "The club celebrates its 50th anniversary. Its stadium, opened in 1999, was sold in 2004."),
    ("en", "In 2014 the choir marked its 50th anniversary. It was founded in 1964 by teachers."),
    ("en", "He was freed after serving 12 years for robbery. His brother was arrested in 1998."),
    ("en", "The minister arrives today for a five-day visit. The king leaves on 14 June for Rome."),
    ("ar", "تحيي المدينة الذكرى الأربعين للثورة. وفاز حزب تأسس عام 2019 بخمسين مقعداً."),
    ("ar", "رغم مرور 17 عاماً على صدور القرار، تأسست الشركة عام 2010."),
    ("ar", "توفي الكاتب أمس عن 81 عاماً. وترك ولداً وابنتين، وهو من مواليد حلب عام 1943."),
]


def rules(language: str, text: str) -> list[str]:
    return [one.rule for one in check([Document("article", text, language, date(2024, 6, 12))]).findings]


@pytest.mark.parametrize(("language", "rule", "text", "right", "wrong"), TWINS)
def test_years_and_days_that_do_not_fit_their_beginning_are_found(
    language: str, rule: str, text: str, right: str, wrong: str
) -> None:
    assert rules(language, text.format(wrong)) == [f"arithmetic/{rule}"]
    assert rules(language, text.format(right)) == []


@pytest.mark.parametrize(("language", "text"), CLEAN)
def test_what_began_otherwise_raises_no_alarm(language: str, text: str) -> None:
    assert rules(language, text) == []
