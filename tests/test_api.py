"""What ``import factcheck`` gives to programs."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from functools import partial

import pytest

import factcheck
from factcheck import solving

TEXT = "The attack on Monday killed 37 people: 24 soldiers and 11 civilians."


def test_a_document_is_checked_from_its_words() -> None:
    document = factcheck.Document.of(TEXT, path="draft", language="en", published=date(2023, 10, 19))
    report = factcheck.check([document])
    assert [finding.rule for finding in report.findings] == ["arithmetic/parts"]
    states = {entry.fact: entry.state for entry in report.ledger}
    assert [states[fact.id] for fact in report.facts[1:]] == ["checked"] * 3


def test_rules_are_named_like_on_the_command_line() -> None:
    text = "The trilateral statement was signed on 20 November 2020, according to the paper."
    document = factcheck.Document.of(text)
    assert not factcheck.check([document]).findings
    assert [one.rule for one in factcheck.check([document], rules=["karabakh-2020"]).findings] == [
        "karabakh-2020/agreement"
    ]


def test_facts_come_in_the_order_of_the_text_with_exact_values() -> None:
    facts = factcheck.read_facts(factcheck.Document.of(TEXT, published=date(2023, 10, 19)))
    assert [TEXT[slice(*fact.span)] for fact in facts] == ["Monday", "37", "24", "11"]
    assert facts[1].readings[0].value.exact == Fraction(37)


def test_contradictions_without_ways_out_are_counted_in_a_note(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(solving, "solve", partial(solving.solve, budget=solving.Budget(mended=1)))
    report = factcheck.check([factcheck.Document.of(f"{TEXT} On Monday, 4 October 2023 they left.")])
    assert sorted(bool(finding.repairs) for finding in report.findings) == [False, True]
    assert [note for note in report.notes if "the last 1 come without ways out" in note]


def test_every_public_name_is_there_and_no_other() -> None:
    assert set(factcheck.__all__) <= set(dir(factcheck))
    assert all(getattr(factcheck, name) is not None for name in factcheck.__all__)
    with pytest.raises(AttributeError, match="no attribute 'chekc'"):
        _ = factcheck.chekc  # type: ignore[attr-defined]
