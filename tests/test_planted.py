"""Consistent articles, and each with one error planted: exactly one contradiction, of the right rule and passages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from factcheck.engine import check
from factcheck.model import Document, Report
from factcheck.reading.documents import load

ARTICLES = Path(__file__).parent / "articles"
PACKS = ("karabakh-2020",)

# What is written, what is planted instead, the rule that must be found, and the words that its passages hold.
ENGLISH = [
    ("on Tuesday, 10", "on Monday, 10", "calendar/weekday", ["Monday", "10", "November", "2020"]),
    ("30 November 2019", "31 November 2019", "calendar/impossible-date", ["31", "November"]),
    ("30 November 2019", "30 November/October 2019", "calendar/month-pair", ["November", "October"]),
    ("15 November of this month", "15 December of this month", "calendar/reference", ["15 December of this month"]),
    ("to 30 October 2020", "to 3 October 2020", "calendar/range", ["12 October 2020", "3 October 2020"]),
    ("125 people", "152 people", "arithmetic/parts", ["152", "84", "41"]),
    ("41 civilians", "14 civilians", "arithmetic/parts", ["125", "84", "14"]),
    ("three districts", "four districts", "arithmetic/list", ["four", "Kalbajar", "Aghdam", "Lachin"]),
    (", Aghdam and Lachin.", " and Lachin.", "arithmetic/list", ["three", "Kalbajar", "Lachin"]),
    ("75 percent", "57 percent", "arithmetic/share", ["120", "90", "57 percent"]),
    ("lasted 44 days", "lasted 54 days", "arithmetic/duration", ["54 days", "27 September 2020", "10 November 2020"]),
    ("The 1,960 soldiers", "The 1,690 soldiers", "agreement/restated", ["1,960", "1,690"]),
    (
        "by 20 November 2020",
        "by 2 November 2020",
        "karabakh-2020/handover-follows-ceasefire",
        ["midnight on Tuesday, 10 November 2020", "2 November 2020"],
    ),
    ("90 armoured", "60 armoured", "karabakh-2020/armoured_vehicles", ["60"]),
]
ARABIC = [
    ("الأربعاء 11", "الخميس 11", "calendar/weekday", ["الخميس", "11", "نوفمبر/تشرين الثاني", "2020"]),
    ("30 نوفمبر 2019", "31 نوفمبر 2019", "calendar/impossible-date", ["31", "نوفمبر"]),
    ("إلى 10 نوفمبر/تشرين الثاني", "إلى 10 نوفمبر/تشرين الأول", "calendar/month-pair", ["نوفمبر", "تشرين الأول"]),
    (
        "15 نوفمبر/تشرين الثاني الجاري",
        "15 ديسمبر/كانون الأول الجاري",
        "calendar/reference",
        ["15 ديسمبر/كانون الأول الجاري"],
    ),
    ("إلى 30 أكتوبر 2020", "إلى 3 أكتوبر 2020", "calendar/range", ["12 أكتوبر 2020", "3 أكتوبر 2020"]),
    ("125 شخصاً", "152 شخصاً", "arithmetic/parts", ["152", "84", "41"]),
    ("و41 مدنياً", "و14 مدنياً", "arithmetic/parts", ["125", "84", "14"]),
    ("3 محافظات", "4 محافظات", "arithmetic/list", ["4", "كلبجار", "أغدام", "لاتشين"]),
    ("75 في المئة", "57 في المئة", "arithmetic/share", ["90", "120", "57 في المئة"]),
    ("استمرت 44 يوماً", "استمرت 54 يوماً", "arithmetic/duration", ["54 يوماً", "27 سبتمبر/أيلول 2020"]),
    ("الجنود الـ1960", "الجنود الـ1690", "agreement/restated", ["1960", "1690"]),
    (
        "15 نوفمبر/تشرين الثاني الجاري",
        "5 نوفمبر/تشرين الثاني الجاري",
        "karabakh-2020/handover-follows-ceasefire",
        ["منتصف ليل الإثنين-الثلاثاء", "5 نوفمبر/تشرين الثاني الجاري"],
    ),
    ("و380 مركبة", "و830 مركبة", "karabakh-2020/vehicles", ["830"]),
]
PLANTED = [("en-truce.md", *case) for case in ENGLISH] + [("ar-truce.md", *case) for case in ARABIC]


def article(name: str, old: str = "", new: str = "") -> Document:
    documents, problems = load([str(ARTICLES / name)])
    assert not problems
    (document,) = documents
    if old:
        text, count = re.subn(r"\s".join(map(re.escape, old.split())), new, document.text)
        assert count == 1, f"{name}: {old!r} stands there {count} times"
        document = document._replace(text=text)
    return document


def contradictions(report: Report) -> list[tuple[str, list[str]]]:
    found = [finding for finding in report.findings if finding.state == "contradiction"]
    return [(finding.rule, [" ".join(one.text.split()) for one in finding.passages]) for finding in found]


@pytest.mark.parametrize("name", ["en-truce.md", "ar-truce.md", "en-clean.md", "ar-clean.md"])
def test_a_consistent_article_has_no_finding(name: str) -> None:
    assert contradictions(check([article(name)], PACKS)) == []


def test_articles_in_two_languages_agree() -> None:
    assert contradictions(check([article("en-truce.md"), article("ar-truce.md")], PACKS)) == []


@pytest.mark.parametrize(("name", "old", "new", "rule", "words"), PLANTED)
def test_a_planted_error_is_the_only_finding(name: str, old: str, new: str, rule: str, words: list[str]) -> None:
    report = check([article(name, old, new)], PACKS)
    ((found, passages),) = contradictions(report)
    assert found == rule
    assert [word for word in words if not any(word in passage for passage in passages)] == []
    assert len(report.findings) == 1


@pytest.mark.parametrize(("name", "old", "new", "rule", "words"), PLANTED)
def test_every_repair_of_a_planted_error_restores_the_article(
    name: str, old: str, new: str, rule: str, words: list[str]
) -> None:
    wrong = article(name, old, new)
    (finding,) = check([wrong], PACKS).findings
    assert finding.repairs
    for repair in filter(lambda one: one.edits, finding.repairs):
        text = wrong.text
        for edit in sorted(repair.edits, key=lambda edit: edit.span, reverse=True):
            text = text[: edit.span.start] + edit.text + text[edit.span.end :]
        again = contradictions(check([wrong._replace(text=text)], PACKS))
        assert rule not in [found for found, _ in again], repair


def test_sources_in_two_languages_that_disagree() -> None:
    english = article("en-truce.md", "Lachin by 1 December", "Lachin by 2 December")
    report = check([english, article("ar-truce.md")], PACKS)
    ((rule, passages),) = contradictions(report)
    assert rule == "karabakh-2020/handover"
    assert set(passages) == {"2 December 2020", "1 ديسمبر/كانون الأول المقبل"}


def test_a_planted_error_is_found_whatever_the_order_of_the_files() -> None:
    pair = [article("en-truce.md", "125 people", "152 people"), article("ar-truce.md")]
    assert check(pair, PACKS) == check(pair[::-1], PACKS)


def test_two_articles_with_the_same_mistake_are_each_told_of_their_own() -> None:
    text = "Floods have killed 37 people: 24 in Aldbury, 8 in Stowe and 3 in Carrick."
    findings = check([Document.of(text, path=path) for path in ("a.txt", "b.txt")]).findings
    assert [(one.rule, {passage.path for passage in one.passages}) for one in findings] == [
        ("arithmetic/parts", {"a.txt"}),
        ("arithmetic/parts", {"b.txt"}),
    ]


def test_an_article_is_mended_in_its_own_language() -> None:
    truce = Document.of("دخل وقف إطلاق النار في قره باغ حيز التنفيذ في 10 نوفمبر 2020.", path="a.txt")
    handover = Document.of("Armenia is to hand over Kalbajar to Azerbaijan by 8 November 2020.", path="b.txt")
    findings = check([truce, handover], ["karabakh-2020"]).findings
    edits = [edit for one in findings for repair in one.repairs for edit in repair.edits if edit.path == "b.txt"]
    assert edits and all(edit.text.isascii() for edit in edits)
