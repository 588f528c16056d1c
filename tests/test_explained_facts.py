"""``factcheck facts --explain``: how each fact was read, and why other numbers were not."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from factcheck import engine
from factcheck.cli import main
from factcheck.languages.data import codes, load
from factcheck.model import Document, Report, Step
from factcheck.reading.unread import FIGURES, MIXED, NAMED, SORTS, WORDS
from factcheck.reporting import Setting, fact_format_named


def explained(text: str, language: str = "en", published: date | None = None) -> Report:
    return engine.read([Document.of(text, "a.txt", language, published)], explain=True)


def steps(report: Report, number: int = 0) -> dict[str, list[Step]]:
    """The steps to one fact by their kind."""
    assert report.explained is not None
    found: dict[str, list[Step]] = {}
    for step in report.explained.steps[number][1]:
        found.setdefault(step.kind, []).append(step)
    return found


def reasons(text: str, language: str = "en") -> dict[str, str]:
    """Why each number that is in no fact was not read, without the place of the pattern."""
    report = explained(text, language)
    assert report.explained is not None
    return {text[slice(*one.span)]: one.reason.partition(" (")[0] for one in report.explained.unread}


def test_a_fact_names_every_pattern_that_led_to_it() -> None:
    (fact,) = explained("It cost about two million dollars.").facts
    patterns = {pattern.place: pattern.builder for pattern in load("en").patterns}
    assert [patterns[place] for place in fact.read_by] == ["number", "money"]


def test_the_words_and_their_classes_are_shown() -> None:
    words = steps(explained("He left on 3 November 2020."))["word"]
    assert [word.text for word in words] == ["3", "November", "2020"]
    assert "month 11" in words[1].says and "fouryear" in words[2].says


def test_what_a_hedge_did_to_the_range_is_shown() -> None:
    (hedge,) = steps(explained("At least 37 people died."))["hedge"]
    before, after = hedge.readings
    assert (hedge.text, hedge.says) == ("At least", "at-least")
    assert (before.value.high, after.value.high) == (37, None)


def test_what_is_counted_and_how_it_was_rounded_is_shown() -> None:
    found = steps(explained("The army sent 3,000 soldiers."))
    assert [(step.text, step.says) for step in found["counted"]] == [("soldiers", "soldier")]
    assert "3 zeros" in found["rounding"][0].says
    assert "nearest 100000" in steps(explained("It cost 3.5 million dollars."))["rounding"][0].says
    assert "rounding" not in steps(explained("It sold 37 cars."))


@pytest.mark.parametrize(
    ("text", "published", "day", "says"),
    [
        ("He left last Tuesday.", date(2020, 11, 12), "2020-11-12", "the day of publication"),
        ("OSLO, 12 November 2020 - He left on Tuesday.", None, "2020-11-12", 'its dateline says: "12 November 2020"'),
        ("It began on 3 May 2020. It ended two weeks later.", None, "2020-05-03", "the date named before"),
        ("It ended two weeks later.", None, "", "no full date"),
        ("He left on 3 November.", None, "", "not known"),
    ],
)
def test_the_day_that_a_date_was_counted_from_is_shown(text: str, published: date | None, day: str, says: str) -> None:
    report = explained(text, "en", published)
    number = len(report.facts) - 1
    against = steps(report, number)["against"]
    assert against[0].text == day and says in against[0].says


def test_a_full_date_is_counted_from_nothing() -> None:
    assert "against" not in steps(explained("He left on 3 November 2020.", "en", date(2020, 11, 12)))


def test_numbers_in_no_fact_are_listed_with_their_reason() -> None:
    found = reasons("An Il-76 landed. They won 2-1. No one came. Call 1-800-555-1234. The A320 flew 12 hours.")
    assert found == {
        "Il-76": NAMED,
        "2-1": SORTS["score"],
        "No one": SORTS["expression"],
        "1-800-555-1234": SORTS["telephone"],
        "A320": NAMED,
    }


def test_numbers_in_no_fact_are_listed_in_arabic_too() -> None:
    assert reasons("حطت طائرة سوخوي-25 وعلى متنها 12 جندياً.", "ar") == {"سوخوي-25": NAMED}
    assert reasons("فاز الفريق 2-1.", "ar") == {"2-1": SORTS["score"]}


@pytest.mark.parametrize("code", codes())
def test_every_sort_of_identifier_has_a_reason(code: str) -> None:
    for pattern in load(code).patterns:
        if pattern.builder == "identifier":
            assert dict(pattern.given).get("as", "score") in SORTS, pattern.place


def test_every_number_of_a_text_is_in_a_fact_or_listed() -> None:
    text = "On 5 May 2020 the 3rd of 12 Il-76s took 4.5 tonnes; 7 won 2-1, x9y, 10/0, 1:99, No. 7, twenty-one (VII)."
    report = explained(text)
    assert report.explained is not None
    spans = [fact.span for fact in report.facts] + [one.span for one in report.explained.unread]
    for place, character in enumerate(text):
        if character.isnumeric():
            assert any(start <= place < end for start, end in spans), text[place:]
    assert {MIXED, FIGURES, WORDS, NAMED}.isdisjoint(SORTS.values())


def test_the_terminal_shows_it_and_isolates_arabic() -> None:
    text = "قتل نحو 12 جندياً في 10 نوفمبر 2020، وحطت سوخوي-25."
    drawn = fact_format_named("terminal").render(explained(text, "ar"), Setting(100))
    assert 'hedge     \u2068"نحو"\u2069  about: 12 soldier ->' in drawn
    assert "Numbers in no fact:" in drawn and '\u2068"سوخوي-25"\u2069' in drawn


def test_json_has_it_and_is_as_it_was_without(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "a.txt"
    file.write_text("About 12 soldiers left in an Il-76.", encoding="utf-8")
    outputs = []
    for words in ([], ["--explain"]):
        assert main(["facts", "--format", "json", *words, str(file)]) == 0
        (document,) = json.loads(capsys.readouterr().out)["documents"]
        outputs.append(document)
    plain, full = outputs
    assert [(one["text"], one["start"]) for one in full.pop("unread")] == [("Il-76", 29)]
    read_by = full["facts"][0].pop("read_by")
    assert [step["step"] for step in read_by] == ["word", "pattern", "counted", "hedge", "reading"]
    assert [reading["low"] for reading in read_by[3]["readings"]] == ["12", "54/5"]
    assert full == plain


def test_only_facts_are_explained_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--explain", "a.txt"]) == 2
    assert "factcheck facts" in capsys.readouterr().err
