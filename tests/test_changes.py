"""Figures that rise and fall: by which percentage, by how much and which way; and shares that are told further on."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import Document, check

WRONG = [
    (
        "arithmetic/change",
        "Net income fell to $64 million in the three months to April 30 from $80 million, a drop of 30%.",
    ),
    ("arithmetic/change", "Profit fell 20% to 44 million euros from 50 million euros in 2023."),
    ("arithmetic/change", "The police recorded 64 burglaries last year, down 30 percent from 80 in 2023."),
    ("arithmetic/change", "The number of wolves grew from 30 to 45 (up 40%)."),
    ("arithmetic/change", "Attendances climbed from 12,140 in 2019 to 15,600 last season, a 50 percent increase."),
    ("arithmetic/change", "There were 64 fires, compared with 80 a year earlier, a drop of 30 percent."),
    ("arithmetic/change", "ارتفعت صادرات الشركة من 50 مليون دولار إلى 60 مليون دولار، بزيادة نسبتها 40 في المئة."),
    ("arithmetic/change", "بلغت الأرباح 60 مليون دولار مقابل 50 مليون دولار قبل عام، بزيادة قدرها 35%."),
    ("arithmetic/change", "انخفض العدد بنسبة 35% إلى 90 من 120."),
    ("arithmetic/difference", "The number of wolves grew by 20 to 45 from 30."),
    ("arithmetic/difference", "The council cut the number of libraries from 14 to 9, a reduction of six."),
    ("arithmetic/difference", "Turnout dropped from 71 percent in 2019 to 64 percent, a fall of 12 points."),
    ("arithmetic/difference", "ارتفع عدد الأعضاء من 40 إلى 52، بزيادة قدرها 15."),
    ("arithmetic/direction", "The death toll rose to 45 from 50."),
    ("arithmetic/direction", "The police recorded 64 burglaries last year, up from 80 in 2023."),
    ("arithmetic/direction", "انخفضت الصادرات من 64 مليون دولار إلى 80 مليون دولار."),
    (
        "arithmetic/share",
        "The union said 1,350 of its 1,800 members at X had taken part in the ballot, a turnout of 65 percent.",
    ),
    ("arithmetic/share", "The test was passed by 12 of the 18 cars, or four in five."),
    ("arithmetic/share", "Three quarters of the 40 members, 25 people, voted."),
    ("arithmetic/share", "One in three of the 90 houses, 45, were damaged."),
    ("arithmetic/share", "أدلى 3200 مهندس بأصواتهم من إجمالي 12800 مهندس، لتبلغ نسبة المشاركة 40٪."),
    ("arithmetic/share", "وقال إن تسعة سدود من بين 36 مستغلة حالياً، أي ثلثها، جفت."),
    ("arithmetic/share", "تضرر ثلث المنازل البالغ عددها 90، أي 45 منزلاً."),
]
RIGHT = [
    "Net income fell to $64 million in the three months to April 30 from $80 million, a drop of 20%.",
    "Net profit rose 5 percent from a year earlier to 50 million euros, from 45 million in the previous quarter.",
    "Sales rose 8 percent to 54 million euros, against 52 million expected by analysts.",
    "Exports rose from 40 to 50 million euros while imports fell 30 percent.",
    "Exports rose from 40 to 50 million euros, with imports down 30 percent.",
    "The death toll rose from 32 to 45, or 12 percent of those on board.",
    "Prices went up from 40 euros in 2010 to 50 euros in 2020, an increase of 2 percent a year.",
    "Overnight lows dropped from 3 degrees to 8 degrees below zero.",
    "Temperatures fell from 10 to 15 degrees overnight.",
    "The lira fell to 32.5 per dollar from 31.2 a day earlier.",
    "He moved up from 12 to 8 in the standings.",
    "The club rose from 12 to 4.",
    "She climbed from 45th to 12th.",
    "Annual inflation slowed to 3.2% from 2.9% in March.",
    "The rate rose from 5 percent to 6 percent, a rise of 1 percent.",
    "The rate rose from 5 percent to 6 percent, a rise of one percentage point.",
    "The rate rose from 5 percent to 6 percent, a rise of 20 percent.",
    "The number of MPs was cut from 650 to 600, a reduction of 50, or 7.7 percent.",
    "The number of visitors rose from 900,000 to 1.2 million, 40 percent of them from abroad.",
    "Some 24 of the 32 flats had been sold by Friday, half of them to foreigners.",
    "Half of the 40 members, 12 of them women, stayed away.",
    "Half of the 40 members, 12 women and eight men, stayed away.",
    "One in three of the 90 houses, 45 years old, was damaged.",
    "Some 2,210 of the 3,400 members voted, and 88 percent backed the deal.",
    "ارتفع عدد الدول الموقعة إلى 90 من 120 دولة.",
    "صعد المنتخب من المركز 50 إلى المركز 40.",
    "تباطأ التضخم إلى 3.2 في المئة من 2.9 في المئة.",
    "ارتفع عدد النواب من 100 إلى 120، بينهم 30 في المئة من النساء.",
    "ارتفع السعر من 40 إلى 50 جنيهاً للكيلو، بزيادة 3% شهرياً.",
    "بيعت 24 شقة من أصل 36، نصفها لأجانب.",
    "شارك في الاقتراع 1350 عضواً من مجموع 1800، وهو ما يمثل 75 في المئة.",
]


def rules_of(text: str) -> list[str]:
    return [finding.rule for finding in check([Document.of(text)]).findings]


@pytest.mark.parametrize(("rule", "text"), WRONG)
def test_a_change_or_share_that_does_not_fit_is_found(rule: str, text: str) -> None:
    assert rules_of(text) == [rule]


@pytest.mark.parametrize("text", RIGHT)
def test_what_fits_or_is_said_of_something_else_is_silent(text: str) -> None:
    assert rules_of(text) == []


def test_the_proof_gives_the_true_change() -> None:
    (finding,) = check([Document.of("The number of cases rose 10 percent from 40 to 50.")]).findings
    assert finding.because[0] == "from 40 to 50 is 25 %, not 10 %"


@given(st.integers(11, 9999), st.integers(11, 9999), st.integers(12, 60))
def test_a_rounded_change_is_silent_and_one_far_off_is_found(old: int, new: int, off: int) -> None:
    if old % 10 == 0 or new % 10 == 0 or abs(new - old) * 100 < old or not old < 3 * new < 9 * old:
        return  # figures that may be rounded themselves, changes of no per cent, and to several times as much
    exact = Fraction(abs(new - old) * 100, old)
    verb = "rose" if new > old else "fell"
    text = "The number of cases {} {} percent from {:,} to {:,}."
    assert rules_of(text.format(verb, max(round(exact), 1), old, new)) == []
    assert rules_of(text.format(verb, round(exact) + off, old, new)) == ["arithmetic/change"]
