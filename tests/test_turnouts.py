"""Shares whose count and whole are told in sentences beside theirs, and shares that a rest completes."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck import check
from factcheck.model import Document

# language, rule, text, right, wrong
TWINS = [
    ("en", "share", "A quarter of the cafes checked in May had mice. Inspectors visited 240 kitchens and closed {}.",
     "60", "96"),
    ("en", "share", "One in five of the samples was unfit. The office took 640 samples in nine towns and rejected {}.",
     "128", "228"),
    ("en", "share", "About 1.2 million people voted. There are 2.4 million registered voters, a turnout of {} percent.",
     "50", "70"),
    ("en", "share", "The firm laid off 90 people, {} percent of its workforce of 450.", "20", "30"),
    ("en", "remaining-percent",
     "Labour was on 42 percent and the Tories on 27. The Liberals had 14 percent and all other parties together {}.",
     "17", "9"),
    ("ar", "share", "ربع المطاعم التي فحصت في أيار غير نظيف. وقد زار المفتشون 240 مطعماً وأغلقوا {}.", "60", "96"),
    ("ar", "share", "أدلى 1,2 مليون ناخب بأصواتهم. وتضم السجلات 2,4 مليون اسم، فبلغت نسبة المشاركة {} في المئة.",
     "50", "70"),
    ("ar", "share", "بتت المحكمة في جميع الطعون الخمسة عشر. وردت 12 منها، أي {} في المئة.", "80", "60"),
    ("ar", "remaining-percent",
     "نال الأول 42 في المئة والثاني 27 في المئة. وحصل الثالث على 14 في المئة، ولم يبق لسائر الأحزاب سوى {} في المئة.",
     "17", "9"),
]  # fmt: skip
CLEAN = [
    ("en", "Half of the voters were women. Canvassers visited 200 homes and were turned away at 20."),
    ("en", "Some 60 percent of the flats are rented. Of the rest, 70 percent are owned and 30 percent stand empty."),
    ("en", "A third of the pupils walk to school. The council checked 240 bicycles and took away 20."),
    ("en", "Turnout was 60 percent. The party has 1.2 million members, and 300,000 of them voted in its own poll."),
    ("ar", "نصف الناخبين من النساء. وزار المتطوعون 200 منزل ولم يفتح لهم 20."),
    ("ar", "ثلث التلاميذ يمشون إلى المدرسة. وفحصت البلدية 240 دراجة وصادرت 20."),
]


def rules(language: str, text: str) -> list[str]:
    return [one.rule for one in check([Document("article", text, language, date(2024, 6, 12))]).findings]


@pytest.mark.parametrize(("language", "rule", "text", "right", "wrong"), TWINS)
def test_a_share_that_the_counts_beside_it_do_not_give_is_found(
    language: str, rule: str, text: str, right: str, wrong: str
) -> None:
    assert rules(language, text.format(wrong)) == [f"arithmetic/{rule}"]
    assert rules(language, text.format(right)) == []


@pytest.mark.parametrize(("language", "text"), CLEAN)
def test_shares_of_other_things_raise_no_alarm(language: str, text: str) -> None:
    assert rules(language, text) == []
