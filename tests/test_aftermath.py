"""By how much and how often two figures differ, told in a sentence beside theirs."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck import check
from factcheck.model import Document

# language, rule, text, right, wrong
TWINS = [
    ("en", "difference", "The council will raise the number of seats from 90 to 102. The {} additional seats are new.",
     "12", "16"),
    ("en", "difference", "Shares in the brewer fell 15p to 285p on Monday. They had closed at {} on Friday.",
     "300p", "310p"),
    ("en", "difference", "The lake was at 847 metres in May and is now at 836 metres. So it has lost {}.",
     "11 metres", "21 metres"),
    ("en", "doubled", "The number of attacks doubled in a year. After 210 attacks in 2022 there were {} in 2023.",
     "420 attacks", "270 attacks"),
    ("en", "rate", "The mill made 6 million tonnes last year, three times as much as in 2019. It had made {} then.",
     "2 million tonnes", "3 million tonnes"),
    ("en", "change", "Counters found 900 birds in a bay that had 3,100 in 1995, a loss of {} per cent.", "71", "91"),
    ("en", "change", "The fee rose within two weeks from 12 euros to 18 euros, an increase of {} percent.", "50", "25"),
    ("en", "change", "Profit climbed {} percent. The mill earned $2.36 billion, compared with $2.05 billion.",
     "15", "35"),
    ("ar", "change", "ارتفعت أرباح الشركة {} في المئة. وبلغت الأرباح 2,36 مليار دولار مقابل 2,05 مليار دولار قبل عام.",
     "15", "35"),
    ("ar", "difference", "قرر المجلس رفع عدد المقاعد من 90 إلى 102. وستذهب المقاعد الإضافية {} إلى الضواحي.",
     "الاثنا عشر", "الستة عشر"),
    ("ar", "difference", "رفع المصرف سعر الفائدة من 4,25 إلى 4,75 في المئة. وبذلك تكون الفائدة قد زادت {} نقطة أساس.",
     "50", "80"),
    ("ar", "difference", "كان المنسوب عند 847 متراً وبات عند 836 متراً. وبهذا تكون البحيرة قد خسرت {}.",
     "11 متراً", "21 متراً"),
    ("ar", "doubled", "تضاعف عدد الهجمات خلال عام. فبعد 210 هجمات في 2022 سُجل {} في 2023.", "420 هجوماً", "270 هجوماً"),
    ("ar", "change", "قفز السعر خلال أسبوعين من 12 ديناراً إلى 18 ديناراً، بزيادة {}.", "50%", "25%"),
]  # fmt: skip
CLEAN = [
    ("en", "Shares in the brewer fell 15p to 285p on Monday. Those of its rival had closed at £4.10 on Friday."),
    ("en", "The number of attacks doubled in a year. Police had 210 officers and 270 cars."),
    ("en", "The rate rose from 4 to 5 percent in May. The bank has lost 20 customers since."),
    ("en", "Profit at the mill climbed 35 percent. Revenue was $2.36 billion, compared with $2.05 billion a year ago."),
    ("ar", "ارتفعت أرباح الشركة 35 في المئة. وبلغت الإيرادات 2,36 مليار دولار مقابل 2,05 مليار دولار قبل عام."),
    ("ar", "تضاعف عدد الهجمات خلال عام. وكان لدى الشرطة 210 رجال و270 سيارة."),
    ("ar", "ارتفع السعر من 40 إلى 50 ديناراً. وبذلك يكون المصنع قد خسر 20 زبوناً."),
]


def rules(language: str, text: str) -> list[str]:
    return [one.rule for one in check([Document("article", text, language, date(2024, 6, 12))]).findings]


@pytest.mark.parametrize(("language", "rule", "text", "right", "wrong"), TWINS)
def test_a_change_that_the_figures_beside_it_do_not_make_is_found(
    language: str, rule: str, text: str, right: str, wrong: str
) -> None:
    assert rules(language, text.format(wrong)) == [f"arithmetic/{rule}"]
    assert rules(language, text.format(right)) == []


@pytest.mark.parametrize(("language", "text"), CLEAN)
def test_changes_of_other_things_raise_no_alarm(language: str, text: str) -> None:
    assert rules(language, text) == []
