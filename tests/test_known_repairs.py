"""Mentions that a known value with a tolerance contradicts: all repairs lead to one value, and restore."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import Document, check
from factcheck.model import Finding

PACK = """pack: k
facts:
  toll:
    kind: number
    phrases: {{en: ["toll of {{number}}"]}}
    {agree}
known:
  - toll: 10
    {tolerance}
    source: office
"""
TEXTS = [
    "A toll of 8. Later a toll of 12.",
    "A toll of 5. Later a toll of 12.",
    "A toll of 5. Later a toll of 15.",
    "A toll of 7. Later a toll of 13, and at last a toll of 10.",
]


def findings(text: str, rules: Path) -> tuple[Finding, ...]:
    report = check([Document.of(text, language="en")], [str(rules)])
    assert report.problems == ()
    return report.findings


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize(
    ("tolerance", "agree"), [("1", ""), ("", "1"), ("", "2"), ("2", "2"), ("10 %", ""), ("", "10 %")]
)
def test_all_repairs_lead_to_the_known_value(text: str, tolerance: str, agree: str, tmp_path: Path) -> None:
    rules = tmp_path / "k.yaml"
    rules.write_text(
        PACK.format(
            agree=f"agree: within {agree}" if agree else "level: error",
            tolerance=f"tolerance: {tolerance}" if tolerance else "",
        ),
        "utf-8",
    )
    found = findings(text, rules)
    assert found
    for finding in found:
        for repair in finding.repairs:
            (edit,) = repair.edits
            was = text[edit.span.start : edit.span.end]
            assert edit.text == "10" or was == "10", (was, edit.text)


def test_a_repair_is_the_value_nearest_to_the_known_one_that_fits_the_other_mentions(tmp_path: Path) -> None:
    rules = tmp_path / "k.yaml"
    rules.write_text(PACK.format(agree="agree: within 10 %", tolerance="tolerance: 10 %"), "utf-8")
    assert [[one.edits[0].text for one in f.repairs] for f in findings(TEXTS[0], rules)] == [["11"]]
    assert [[one.edits[0].text for one in f.repairs] for f in findings(TEXTS[3], rules)] == [["10"], ["10"]]


def test_the_repairs_of_all_findings_together_restore(tmp_path: Path) -> None:
    rules = tmp_path / "k.yaml"
    rules.write_text(PACK.format(agree="agree: within 2", tolerance="tolerance: 2"), "utf-8")
    text = "A toll of 5. Later a toll of 15."
    edits = [finding.repairs[0].edits[0] for finding in findings(text, rules)]
    for edit in sorted(edits, key=lambda one: -one.span.start):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    assert text == "A toll of 10. Later a toll of 10."
    assert findings(text, rules) == ()
