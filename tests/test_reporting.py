"""What a report looks like: places, exact values, JSON keys, and text that is data."""

from __future__ import annotations

import json
import re
from datetime import date, datetime, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import (
    Document,
    Edit,
    Entry,
    Fact,
    Finding,
    Passage,
    Problem,
    Range,
    Reading,
    Repair,
    Report,
    Span,
    Subject,
)
from factcheck.reporting import (
    FACT_FORMATS,
    FORMATS,
    Setting,
    fact_format_named,
    facts_json,
    facts_terminal,
    format_named,
    json_report,
    terminal,
)
from factcheck.reporting.gathering import Gathered, tallies_of
from factcheck.reporting.lines import Line, Piece, columns, drawn, prose, shown
from factcheck.reporting.places import Places
from factcheck.reporting.problems import problem_line
from factcheck.reporting.values import in_words, moment

ENGLISH = "Dam\n\nOfficials said 37 people were killed,\nincluding 24 soldiers and the other 11, all civilians.\n"
ARABIC = "قال المسؤول يوم الأربعاء 10 نوفمبر/تشرين الأول 2020 إن 1960 جندياً وصلوا.\n"


def passage(document: Document, words: str, role: str) -> Passage:
    start = document.text.index(words)
    return Passage(document.path, Span(start, start + len(words)), words, role)


def edit(document: Document, words: str, new: str) -> Edit:
    start = document.text.index(words)
    return Edit(document.path, Span(start, start + len(words)), new)


def english_report(text: str = ENGLISH) -> Report:
    document = Document("draft.md", text, "en", date(2021, 3, 4))
    finding = Finding(
        "arithmetic/parts",
        "contradiction",
        "error",
        "the parts do not make the total",
        (passage(document, "37 people", "total"), passage(document, "24 soldiers", "part")),
        ("24 + 11 = 35, not 37",),
        (
            Repair((edit(document, "37", "35"),)),
            Repair((edit(document, "24", "25"), edit(document, "11", "12")), "both at once"),
        ),
        "abc123",
    )
    facts = (
        Fact(
            "f1",
            "draft.md",
            "quantity",
            passage(document, "37 people", "").span,
            (Reading(Range.exactly(37), "person"),),
            Subject("person", ("killed",)),
        ),
        Fact("f2", "draft.md", "number", passage(document, "11", "").span, (Reading(Range.exactly(11)),)),
    )
    ledger = (Entry("f1", "checked", ""), Entry("f2", "unchecked", "nothing to hold it against"))
    return Report((document,), facts, (finding,), ledger, (Problem("b.txt", 0, 0, "gone"),), ("f2 ...",))


def arabic_report() -> Report:
    document = Document("خبر.md", ARABIC, "ar")
    finding = Finding(
        "calendar/weekday",
        "contradiction",
        "error",
        "التاريخ ليس يوم أربعاء",
        (passage(document, "الأربعاء", "weekday"), passage(document, "10 نوفمبر/تشرين الأول 2020", "date")),
        ("10 November 2020 is a Tuesday, not «الأربعاء»",),
        (Repair((edit(document, "الأربعاء", "الثلاثاء"),)),),
    )
    return Report((document,), (), (finding,), ())


def test_a_finding_reads_like_a_compilers(monkeypatch: pytest.MonkeyPatch) -> None:
    assert terminal.render(english_report()).splitlines() == [
        "error  arithmetic/parts  the parts do not make the total",
        '  draft.md:3:16  "37 people"    total',
        '  draft.md:4:11  "24 soldiers"  part',
        "  because  24 + 11 = 35, not 37",
        "  or       37 -> 35  (3:16)",
        "  or       24 -> 25  (4:11)",
        "  and      11 -> 12  (4:37)  both at once",
        "  why      factcheck explain arithmetic/parts",
        "",
        "undecided  f2 ...",
        "draft.md: 1 contradiction. 2 figures and dates: 1 checked, 1 unchecked (factcheck facts draft.md).",
    ]


def test_arabic_stands_in_isolates_and_latin_letters_hold_the_order() -> None:
    assert terminal.render(arabic_report()).splitlines()[:7] == [
        "error  calendar/weekday  \u2068التاريخ ليس يوم أربعاء\u2069",
        "  \u2068خبر.md:1:17\u2069  weekday",
        '    \u2068"الأربعاء"\u2069',
        "  \u2068خبر.md:1:26\u2069  date",
        '    \u2068"10 نوفمبر/تشرين الأول 2020"\u2069',
        "  because  10 November 2020 is a Tuesday, not «\u2068الأربعاء\u2069»",
        "  or       from \u2068الأربعاء\u2069 to \u2068الثلاثاء\u2069  (1:17)",
    ]


def test_edits_side_by_side_read_as_one_and_paths_are_named_where_there_are_several() -> None:
    here, there = Document("a.md", "from 2 October 2023", "en"), Document("b.md", "since 9 October", "en")
    passages = (passage(here, "2 October 2023", "start"), passage(there, "9 October", "start"))
    both = Repair((edit(here, "2", "26"), edit(here, "October", "September")))
    other, told = Repair((edit(there, "9", "2"),)), Repair((), '"9 October" must be earlier')
    finding = Finding("a/b", "contradiction", "error", "not both", passages, (), (both, other, told))
    lines = terminal.render(Report((here, there), (), (finding,))).splitlines()
    assert lines[3:6] == [
        "  or       2 October -> 26 September  (a.md:1:6)",
        "  or       9 -> 2                     (b.md:1:7)",
        '  or       "9 October" must be earlier',
    ]


def test_the_page_of_a_rule_of_ones_own_is_found_with_its_file() -> None:
    setting = Setting(rules=("my rules.yaml",), shipped=("calendar",))
    assert "factcheck explain --rules 'my rules.yaml' arithmetic/parts\n" in terminal.render(english_report(), setting)
    shipped = setting._replace(shipped=("arithmetic",))
    assert "factcheck explain arithmetic/parts\n" in terminal.render(english_report(), shipped)


def test_an_arabic_sentence_is_isolated_as_a_whole_even_with_latin_names_in_it() -> None:
    assert [piece.isolated for piece in prose("ورد peacekeepers مرة 1960")] == [True]
    assert [piece.isolated for piece in prose("peacekeepers and armoured vehicles مرة 1960")] == [False, True, False]


def test_a_clean_run_says_how_much_was_checked() -> None:
    document = Document("a b.txt", "5", "en")
    fact = Fact("f", "a b.txt", "number", Span(0, 1), (Reading(Range.exactly(5)),))
    report = Report((document,), (fact,), (), (Entry("f", "open", ""),))
    line = "a b.txt: no contradiction among 0 checked of 1 figure or date; 1 open (factcheck facts 'a b.txt').\n"
    assert terminal.render(report) == line
    assert terminal.render(Report((document,))) == "a b.txt: no contradiction: no figure or date.\n"


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("report", [english_report(), arabic_report()])
def test_lines_fit_the_width_and_every_isolate_is_closed_on_its_line(width: int, report: Report) -> None:
    for line in terminal.render(report, Setting(width)).splitlines():
        assert columns(line.replace("\u2068", "").replace("\u2069", "")) <= width
        assert line.count("\u2068") == line.count("\u2069")


@given(st.text(alphabet="ab \u0628\u0629,1", max_size=200), st.integers(30, 90))
def test_wrapping_loses_no_word(sentence: str, width: int) -> None:
    text = drawn([Line((), prose(sentence))], width, False)
    assert text.replace("\u2068", "").replace("\u2069", "").split() == sentence.split()


HOSTILE = "[bold]x[/bold] \x1b[2J\x9b31m\x07\u202eabc\u2069\u2028 37 people, 4 of [red]11[/]\r\n:smile:\ud800"


@pytest.mark.parametrize("color", [False, True])
def test_text_of_an_article_is_data(color: bool) -> None:
    document = Document("[red]d\x1b.md", HOSTILE, "en")
    whole = Passage(document.path, Span(0, len(HOSTILE)), HOSTILE, "total\x1b")
    finding = Finding("a/b", "tension", "warning", HOSTILE, (whole,), (HOSTILE,))
    text = terminal.render(Report((document,), findings=(finding,)), Setting(80, color))
    without_styles = re.sub("\x1b\\[[0-9;]*m", "", text) if color else text
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066\u2067\ud800-\udfff]", without_styles)
    assert "[bold]x[/bold]" in without_styles
    assert ":smile:" in without_styles
    assert text.splitlines() == text.split("\n")[:-1]


def test_json_escapes_what_a_terminal_would_obey() -> None:
    document = Document("d.md", HOSTILE, "en")
    finding = Finding("a/b", "tension", "note", HOSTILE, (Passage("d.md", Span(0, 2), HOSTILE, "r"),))
    text = json_report.render(Report((document,), findings=(finding,)))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\ud800-\udfff]", text)
    assert json.loads(text)["findings"][0]["message"] == HOSTILE


def test_the_keys_of_the_json_report() -> None:
    value = json.loads(json_report.render(english_report()))
    assert list(value) == ["version", "summary", "findings", "problems", "undecided", "notes"]
    assert value["summary"] == {
        "documents": 1,
        "unread": 0,
        "facts": 2,
        "checked": 1,
        "ambiguous": 0,
        "open": 0,
        "unchecked": 1,
        "findings": 1,
        "undecided": 1,
    }
    finding = value["findings"][0]
    keys = ["rule", "state", "level", "message", "fingerprint", "because", "passages", "repairs"]
    assert list(finding) == keys
    assert finding["passages"][1] == {
        "path": "draft.md",
        "start": 53,
        "end": 64,
        "line": 4,
        "column": 11,
        "text": "24 soldiers",
        "role": "part",
    }
    assert finding["repairs"][0] == {
        "because": "",
        "edits": [{"path": "draft.md", "start": 20, "end": 22, "text": "35"}],
    }
    problem = {"path": "b.txt", "line": 0, "column": 0, "message": "gone", "hint": ""}
    assert value["problems"] == [problem]


def test_notes_of_the_terminal_are_in_the_json_too() -> None:
    report = english_report()
    noted = report.documents[0]._replace(notes=("read as WINDOWS-1256",))
    report = report._replace(documents=(noted,), notes=("arithmetic/parts was applied 200 times",))
    assert json.loads(json_report.render(report))["notes"] == [
        {"path": noted.path, "message": "read as WINDOWS-1256"},
        {"path": None, "message": "arithmetic/parts was applied 200 times"},
    ]
    assert json.loads(facts_json.render(report))["documents"][0]["notes"] == ["read as WINDOWS-1256"]


def test_the_keys_of_the_ledger() -> None:
    value = json.loads(facts_json.render(english_report()))
    assert list(value) == ["version", "documents"]
    document = value["documents"][0]
    assert list(document) == ["path", "language", "published", "notes", "facts"]
    fact = document["facts"][0]
    assert list(fact) == ["id", "kind", "start", "end", "text", "state", "reason", "subject", "readings"]
    assert (fact["text"], fact["state"]) == ("37 people", "checked")
    number = {"low": "37", "high": "37", "low_open": False, "high_open": False}
    assert fact["readings"] == [number | {"unit": "person", "timex": None}]


def test_dates_of_the_ledger_are_moments_and_bounds_may_be_absent() -> None:
    day = Fraction((date(2020, 11, 10) - date(1, 1, 1)).days * 1440)
    readings = (Reading(Range(day, day + 1440, False, True), "minute", "2020-11-10"),)
    rate = (Reading(Range(Fraction(59, 2), None), "percent"),)
    document = Document("d", "10 Nov, 29.5", "en")
    facts = (Fact("a", "d", "day", Span(0, 6), readings), Fact("b", "d", "percent", Span(8, 12), rate))
    found = json.loads(facts_json.render(Report((document,), facts)))["documents"][0]["facts"]
    dates, rates = found[0]["readings"][0], found[1]["readings"][0]
    assert (dates["low"], dates["high"]) == ("2020-11-10T00:00", "2020-11-11T00:00")
    assert (dates["high_open"], dates["timex"]) == (True, "2020-11-10")
    assert (rates["low"], rates["high"]) == ("59/2", None)
    assert "at least 29.5 percent" in facts_terminal.render(Report((document,), facts))


def test_the_ledger_as_lines() -> None:
    assert facts_terminal.render(english_report()).splitlines() == [
        "draft.md  (en, published 2021-03-04)",
        '  3:16  checked    quantity  37 person  "37 people"',
        '  4:37  unchecked  number    11         "11"',
        "  2 figures and dates: 1 checked, 1 unchecked.",
        "  Unchecked without a reason: nothing to hold it against.",
        "",
    ]


@given(st.datetimes(timezones=st.none()))
def test_moments_are_what_the_calendar_of_python_says(when: datetime) -> None:
    when = when.replace(second=0, microsecond=0)
    minutes = Fraction((when - datetime(1, 1, 1)) // timedelta(minutes=1))
    assert moment(minutes) == when.isoformat(timespec="minutes")


def test_moments_outside_the_four_digit_years() -> None:
    assert moment(Fraction(-1)) == "0000-12-31T23:59"
    assert moment(Fraction(-366 * 1440 - 1)) == "-0001-12-31T23:59"
    last = (date(9999, 12, 31) - date(1, 1, 1)).days + 1
    assert moment(Fraction(last * 1440)) == "+10000-01-01T00:00"
    assert moment(Fraction(1, 2)) == "0001-01-01T00:00:30"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Range(Fraction(1), Fraction(3)), "1 to 3"),
        (Range(None, Fraction(3), False, True), "less than 3"),
        (Range(Fraction(5, 2), None, True), "more than 2.5"),
        (Range(Fraction(-1, 3), Fraction(-1, 3)), "-1/3"),
        (Range(None, None), "any"),
    ],
)
def test_values_in_words(value: Range, words: str) -> None:
    assert in_words("quantity", Reading(value, "soldier")) == (words, "soldier")


def test_lengths_of_time_are_told_in_the_greatest_unit_that_divides_them() -> None:
    def told(low: int, high: int) -> str:
        return " ".join(in_words("duration", Reading(Range(Fraction(low), Fraction(high)), "minute")))

    assert told(21 * 1440, 21 * 1440) == "21 day"
    assert told(365 * 1440, 366 * 1440) == "365 to 366 day"
    assert told(180, 180) == "3 hour"
    assert told(1440, 1500) == "24 to 25 hour"
    assert told(90, 90) == "90 minute"


def test_lines_end_where_editors_end_them() -> None:
    places = Places("a\r\nb\rc\u2028d\n\x0c\x85e")
    assert [places.at(offset) for offset in (0, 1, 3, 5, 7, 9, 11)] == [
        (1, 1),
        (1, 2),
        (2, 1),
        (3, 1),
        (4, 1),
        (5, 1),
        (5, 3),
    ]


@given(st.text(alphabet="ab\n\r\u2028"), st.data())
def test_a_place_leads_back_to_its_offset(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    line, column = Places(text).at(offset)
    starts = [0, *(end.end() for end in re.finditer("\r\n|[\n\r\u2028]", text))]
    assert starts[line - 1] + column - 1 == offset


def test_problems_read_like_a_compilers() -> None:
    problem = Problem("my.yaml", 10, 30, "'totel' is not a fact of this pack", "did you mean 'total'?")
    assert problem_line(problem) == ("my.yaml:10:30: 'totel' is not a fact of this pack (did you mean 'total'?)")
    assert problem_line(Problem("a\x1b.txt", 0, 0, "there is no such file")) == "a\u241b.txt: there is no such file"


def test_gathering_keeps_the_counts_and_lets_texts_go() -> None:
    gathered = Gathered()
    clean = Document("a.txt", "long text", "en")
    gathered.add(Report((clean,), (Fact("x", "a.txt", "number", Span(0, 1), ()),)))
    gathered.add(english_report())
    report = gathered.report()
    assert [document.path for document in report.documents] == ["draft.md"]
    assert report.facts == ()
    setting = Setting(tallies=gathered.tallies())
    text = terminal.render(report, setting)
    assert "a.txt: no contradiction among 0 checked of 1 figure or date." in text
    assert text.endswith("2 articles: 1 contradiction. 3 figures and dates: 1 checked, 1 unchecked.\n")
    assert json.loads(json_report.render(report, setting))["summary"]["documents"] == 2
    assert tallies_of(english_report())[0].facts == 2


def test_every_format_named_can_be_loaded() -> None:
    for name in FORMATS:
        assert format_named(name).render(Report((Document("a", "b", "en"),)))
    for name in FACT_FORMATS:
        "".join(fact_format_named(name).pieces([Report()]))


def test_what_is_shown_is_one_line() -> None:
    assert shown("a\n b\x00\u2029c") == "a b\u2400 c"


def test_a_word_that_does_not_fit_behind_a_long_name_begins_a_line() -> None:
    head = (Piece("error", "bold"), Piece("  a-long-pack/with-a-long-rule  ", "bold"))
    assert drawn([Line(head, prose("Kalbajar is due"), hang=11)], 40, False).splitlines() == [
        "error  a-long-pack/with-a-long-rule",
        "           Kalbajar is due",
    ]
