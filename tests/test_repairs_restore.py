"""Every edit that is offered, made in the article, leaves a story without this finding and without another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

import pytest
from tests.test_planted import PACKS, PLANTED, article

from factcheck.engine import check
from factcheck.model import Document, Finding, Report

PUBLISHED = date(2020, 11, 12)
# Each is wrong in one place, and some ways to mend that place would break something else.
STORIES = [
    ("en", "The ceasefire took effect on Tuesday, 18 November 2020. Kalbajar is to be returned by 15 November 2020."),
    ("en", "The ceasefire took effect on Tuesday, 10 November 2019. Kalbajar is to be returned by 15 November 2020."),
    ("en", "The truce holds from midnight on Monday, 10 November 2020. Lachin is handed over by 1 December 2020."),
    ("en", "The truce began on 10 November 2020. The army leaves Aghdam by 6 November of this month."),
    ("en", "The truce began on 10 November 2020. Aghdam is handed over by 3 November 2020."),
    ("en", "The war lasted 44 days, from 37 September 2020 to 10 November 2020."),
    ("en", "The bridge was closed on 20 November last month, the council said."),
    ("ar", "دخلت الهدنة حيز التنفيذ يوم الثلاثاء 18 نوفمبر 2020. وتعاد كلبجار حتى 15 نوفمبر 2020."),
    ("ar", "دخلت الهدنة حيز التنفيذ يوم الخميس 10 نوفمبر 2020. وتعاد لاتشين حتى 1 ديسمبر/كانون الأول 2020."),
    ("ar", "دخلت الهدنة حيز التنفيذ في 10 نوفمبر 2020. وتعاد كلبجار حتى 15 أكتوبر/تشرين الأول الماضي."),
    ("ar", "دخلت الهدنة حيز التنفيذ في 10 نوفمبر 2020. وتعاد كلبجار حتى 5 نوفمبر/تشرين الثاني الجاري."),
    ("ar", "تعاد كلبجار حتى 15 نوفمبر/تشرين الأول الجاري، بحسب البيان."),
    ("ar", "دخلت الهدنة حيز التنفيذ في 10 نوفمبر 2020. وتعاد كلبجار حتى 15 نوفمبر الجاري وأغدام حتى 2 من الشهر نفسه."),
    ("ar", "استمرت الحرب 44 يوماً، من 37 سبتمبر 2020 إلى 10 نوفمبر 2020."),
]


def edited(document: Document, finding: Finding) -> list[tuple[str, Document]]:
    found = []
    for repair in finding.repairs:
        text = document.text
        for edit in sorted(repair.edits, key=lambda one: one.span, reverse=True):
            text = text[: edit.span.start] + edit.text + text[edit.span.end :]
        if repair.edits:
            shown = ", ".join(f"{document.text[slice(*one.span)]} -> {one.text}" for one in repair.edits)
            found.append((shown, document._replace(text=text)))
    return found


def rules(report: Report) -> Counter[str]:
    return Counter(finding.rule for finding in report.findings)


def assert_restored(document: Document, packs: Sequence[str]) -> None:
    report = check([document], packs)
    for finding in report.findings:
        for shown, mended in edited(document, finding):
            assert rules(check([mended], packs)) <= rules(report) - Counter([finding.rule]), shown


@pytest.mark.parametrize(("language", "text"), STORIES)
@pytest.mark.parametrize("packs", [(), PACKS], ids=["without the pack", "with it"])
def test_every_edit_restores_a_story(language: str, text: str, packs: tuple[str, ...]) -> None:
    assert_restored(Document.of(text, language=language, published=PUBLISHED), packs)


@pytest.mark.parametrize(("name", "old", "new"), [case[:3] for case in PLANTED])
def test_every_edit_restores_an_article_with_another_date(name: str, old: str, new: str) -> None:
    assert_restored(article(name, old, new), PACKS)
    assert_restored(article(name, old, new), ())


def test_every_story_is_found_wrong() -> None:
    silent = [text for language, text in STORIES if not _found(language, text)]
    assert silent == []


def _found(language: str, text: str) -> tuple[Finding, ...]:
    return check([Document.of(text, language=language, published=PUBLISHED)], PACKS).findings


def test_a_deadline_is_moved_by_as_little_as_can_be() -> None:
    (finding,) = _found(*STORIES[4])
    assert [[edit.text for edit in one.edits] for one in finding.repairs if one.edits[0].span.start > 40] == [
        ["10"],
        ["December"],
    ]


def test_a_bound_by_a_known_moment_is_told_as_its_file_writes_it() -> None:
    (finding,) = _found("en", "The ceasefire holds from Tuesday. Kalbajar is returned by 5 November 2019.")
    assert finding.because[0] == "5 November 2019 comes before 10 November 2020"
    assert all("21:00" not in one.because and "9 November" not in one.because for one in finding.repairs)


def test_the_date_that_another_refers_to_is_called_so() -> None:
    roles = {passage.text: passage.role for finding in _found(*STORIES[12]) for passage in finding.passages}
    assert roles["15 نوفمبر الجاري"] == "التاريخ المحال إليه"


def test_an_impossible_day_becomes_the_nearest() -> None:
    (finding,) = _found("en", "The bridge was opened on 31 November 2019.")
    assert [one.edits[0].text for one in finding.repairs] == ["30", "October", "December"]
