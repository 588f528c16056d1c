"""What an editor reads about whole sentences: proofs in the article's own words, and repairs that keep them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

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


TOWN = """
pack: floods
facts:
  flooded[town]:
    kind: day
    label: {en: "the flood in {town}", ar: "فيضان {town}"}
    phrases:
      en: ["{town:word} was flooded on {day}", "water reached {town:word} by {day}"]
      ar: ["غمرت المياه {town:word} في {day}", "وصل السيل إلى {town:word} يوم {day}"]
    not:
      en: ["(in error | last time)"]
      ar: ["(خطأً | المرة السابقة)"]
  camps:
    kind: quantity
    phrases:
      en: ["relief ... sheltered {quantity}"]
      ar: ["الإغاثة ... آوت {quantity}"]
known:
  - camps: 1,250
    source: {en: Ministry report, ar: تقرير الوزارة}
"""


@pytest.fixture
def town(tmp_path: Path) -> str:
    (tmp_path / "floods.yaml").write_text(TOWN, "utf-8")
    return str(tmp_path / "floods.yaml")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "Homs was flooded on 3 May 2021. The dam broke and water reached Homs by 5 May 2021.",
            "the flood in Homs is given as 3 May 2021 and 5 May 2021",
        ),
        (
            "غمرت المياه حمص في 3 مايو 2021. وقيل وصل السيل إلى حمص يوم 5 مايو 2021.",
            "ورد فيضان حمص مرة 3 مايو 2021 ومرة 5 مايو 2021",
        ),
    ],
)
def test_a_fact_is_called_by_its_label(town: str, text: str, message: str) -> None:
    assert finding(text, town).message == message


@pytest.mark.parametrize(
    "text",
    [
        "Homs was flooded on 3 May 2021. A paper said in error that water reached Homs by 5 May 2021.",
        "غمرت المياه حمص في 3 مايو 2021. وقيل خطأً وصل السيل إلى حمص يوم 5 مايو 2021.",
    ],
)
def test_a_sentence_that_a_not_phrase_matches_says_nothing_of_the_fact(town: str, text: str) -> None:
    assert findings(text, town) == ()
    assert findings(text.replace("in error ", "").replace("خطأً ", ""), town) != ()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("The relief agency sheltered 1,520 people in camps.", "Ministry report: 1,250"),
        ("قالت هيئة الإغاثة إنها آوت 1,520 شخصاً في المخيمات.", "تقرير الوزارة: 1,250"),
    ],
)
def test_a_known_value_is_cited_in_the_language_of_the_article(town: str, text: str, line: str) -> None:
    assert line in finding(text, town).because
