"""What a rule file calls a fact is what reports call it, in the language of the article."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import Document, check

PACK = """pack: mine
facts:
  opened[shaft]:
    kind: day
    phrases:
      en: ["{shaft:word} opened on {day}"]
      ar: ["افتتح {shaft:word} في {day}"]
    LABEL
  flood_day:
    kind: day
    phrases:
      en: ["flood of {day}"]
      ar: ["فيضان {day}"]
rules:
  - rule: opened-before-flood
    summary: Shafts opened before the flood.
    why: They were under water after it.
    require: opened[shaft] < flood_day
"""
ENGLISH = "Marwell opened on 5 May 2020. The flood of 3 May 2020 filled it."
ARABIC = "افتتح مرويل في 5 مايو 2020. وقد غمره فيضان 3 مايو 2020."


def roles(folder: Path, label: str, article: str) -> list[str]:
    pack = folder / "mine.yaml"
    pack.write_text(PACK.replace("LABEL", label), "utf-8")
    report = check([Document.of(article)], [str(pack)])
    assert report.problems == ()
    (finding,) = report.findings
    return [passage.role for passage in finding.passages]


def test_a_rule_without_a_message_that_one_figure_breaks_reads_well(tmp_path: Path) -> None:
    pack = tmp_path / "crew.yaml"
    pack.write_text(
        "pack: crew\nfacts:\n  crew: {kind: number, phrases: {en: ['crew of {number}'], ar: ['طاقم من {number}']}}\n"
        "rules:\n  - {rule: few, summary: s, why: w, require: crew < 10}\n",
        "utf-8",
    )
    (english,) = check([Document.of("She sailed with a crew of 12.")], [str(pack)]).findings
    (arabic,) = check([Document.of("أبحرت السفينة مع طاقم من 12 بحاراً.")], [str(pack)]).findings
    assert english.message == "12 breaks this rule"
    assert arabic.message.endswith(": 12")


@pytest.mark.parametrize(
    ("label", "english", "arabic"),
    [
        ('label: {en: "the opening of {shaft}", ar: "افتتاح {shaft}"}', "the opening of Marwell", "افتتاح مرويل"),
        ('label: {en: "the opening of {shaft}"}', "the opening of Marwell", "the opening of مرويل"),
        ('label: "{shaft}"', "Marwell", "مرويل"),
        ("level: error", "opened", "opened"),
    ],
    ids=["both languages", "one language", "all languages", "none"],
)
def test_a_label_is_the_role_of_its_passages(label: str, english: str, arabic: str, tmp_path: Path) -> None:
    assert roles(tmp_path, label, ENGLISH) == [english, "flood day"]
    assert roles(tmp_path, label, ARABIC) == [arabic, "flood day"]
