"""Text that nobody writes in good faith: it is read to the end, and every figure in it stands where it says."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import engine
from factcheck.cli import main
from factcheck.model import Document, Report
from factcheck.reporting import fact_format_named, format_named

SENTENCE = "The army lost 12 soldiers near the town on 5 May 2020, officials said. "
CONTROLS = "".join(map(chr, (*range(32), *range(127, 160))))
BIDI = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"

TEXTS = {
    "escape codes": "\x1b[31m12 men\x1b[0m \x1b]0;title\x07 5 May 2020 \x9b1m" * 200,
    "markup": "[bold red]12 men[/] [link=file:///x]5 May 2020[/link] [/] [" * 200,
    "html": "<b>12</b> &lt;5 May 2020&gt; <script>alert(1)</script>" * 200,
    "format strings": "%s %n {0} {12} ${5} $(5 May 2020) " * 200,
    "a million digits": "7" * 1_000_000,
    "grouped digits": "1" + ",000" * 100_000,
    "half a decimal": "12 men, 3." + "0" * 200_000,
    "two megabytes on one line": SENTENCE * 100 + "x " * 1_000_000,
    "control characters": CONTROLS + "".join(f"12{control}men{control}5 May 2020" for control in CONTROLS),
    "lone surrogates": "\ud800 12 men \udfff5 May 2020\udc00" * 200,
    "unbalanced bidi": "".join(f"{mark}12 men 5 May 2020" for mark in BIDI) * 20 + BIDI * 1_000,
    "bidi within figures": "1.\u200f9 12\u202e men 96\u2067 0 " * 200,
    "number words": "million " * 50_000,
    "a number that never ends": "one hundred and " * 4_000,
    "Arabic number words": "مليون ومئة وعشرون و" * 2_000,
    "clitics without end": "وبال" * 20_000 + "١٢ و" * 2_000,
    "hyphens between numbers": "twenty-" * 2_000,
    "brackets": "[" * 100_000 + "(" * 100_000,
    "brackets with figures": "(1 " * 2_000,
    "dashes": "-" * 100_000 + "\u2013" * 100_000,
    "slashes": "/" * 100_000,
    "dots": "." * 100_000 + "\u2026" * 100_000,
    "quotes": '"' * 50_000 + "\u201c" * 50_000,
    "fractions without end": "1/" * 20_000,
    "clocks without end": "1:" * 2_000,
    "a long word": "a" * 1_000_000,
    "a long word with figures": "a1" * 200_000,
    "a long hyphenated word": "ab-" * 50_000,
    "marks on marks": "e" + "\u0301" * 200_000 + " 5\u0301\u0301 men",
    "spaces": "5" + " " * 500_000 + "men",
    "lines": "\n" * 200_000 + "5\r5\r\n5\u2028\u2029\x0b\x0c\x85",
    "tatweel": "\u0640" * 200_000 + " \u0661\u066c" * 2_000,
    "zero width": "1\u200b2\u200d\ufeff" * 1_000,
    "nothing but marks": "\u0301\u200d\ufe0f" * 10_000,
    "astral": "\U0001d7d9\U0001d7da men \U0001f468\u200d\U0001f469 \U00010d31" * 200,
    "dates": "5 May " * 1_000,
    "weekdays": "Monday " * 1_000,
    "references": "on 5 May of this month, last Monday, " * 100,
    "empty": "",
}


def written_as_json(report: Report) -> list[dict[str, object]]:
    json.loads(format_named("json").render(report))
    (document,) = json.loads(fact_format_named("json").render(report))["documents"]
    found = document["facts"]
    assert isinstance(found, list)
    return found


def looked_at(text: str, language: str) -> Report:
    """A report of ``text`` in which everything stands where it says, in JSON too."""
    report = engine.read([Document.of(text, language=language)])
    (document,) = report.documents
    assert document.text == text
    starts = [fact.span for fact in report.facts]
    assert starts == sorted(set(starts))
    assert [entry.fact for entry in report.ledger] == [fact.id for fact in report.facts]
    for fact, row in zip(report.facts, written_as_json(report), strict=True):
        assert 0 <= fact.span.start < fact.span.end <= len(text)
        assert text[fact.span.start : fact.span.end] == row["text"]
        assert all(fact.span.start <= p.span.start < p.span.end <= fact.span.end for p in fact.parts)
    return report


@pytest.mark.parametrize("name", TEXTS)
def test_it_is_read_to_the_end(name: str) -> None:
    looked_at(TEXTS[name], "en")


@pytest.mark.parametrize(
    "name",
    [
        "Arabic number words",
        "clitics without end",
        "bidi within figures",
        "control characters",
        "dots",
        "fractions without end",
        "lone surrogates",
        "tatweel",
        "unbalanced bidi",
    ],
)
def test_it_is_read_as_arabic_to_the_end(name: str) -> None:
    looked_at(TEXTS[name], "ar")


def test_what_is_meant_is_found_among_it() -> None:
    for name in ("escape codes", "markup", "html", "control characters", "lone surrogates", "unbalanced bidi"):
        assert {"number", "day"} <= {fact.kind for fact in looked_at(TEXTS[name], "en").facts}, name
    for name in ("brackets", "dashes", "a long word", "empty"):
        assert looked_at(TEXTS[name], "en").facts == (), name


@settings(max_examples=100)
@given(st.lists(st.sampled_from([*CONTROLS, *BIDI, *"[]()/-.,:%$'\"", "1", "12", "May", "million", "\ud800"])))
def test_any_mixture_of_it_is_read(pieces: list[str]) -> None:
    looked_at("".join(pieces), "en")


UNSAFE = set(CONTROLS) - {"\n"}


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("words", [("draft.txt",), ("facts", "draft.txt")], ids=["check", "facts"])
@pytest.mark.parametrize("name", ["escape codes", "markup", "control characters", "unbalanced bidi", "brackets"])
def test_a_terminal_is_sent_no_code_of_the_article(
    name: str, words: tuple[str, ...], desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = TEXTS[name].replace("\0", "")  # a text with null bytes is refused as binary
    (desk / "draft.txt").write_text("The army said: " + text, encoding="utf-8", newline="")
    main(list(words))
    streams = capsys.readouterr()
    assert UNSAFE.isdisjoint(streams.out) and UNSAFE.isdisjoint(streams.err)
    assert "draft.txt" in streams.out


@pytest.mark.parametrize("command", [(), ("facts",)], ids=["check", "facts"])
def test_half_characters_in_a_json_article_come_out_as_valid_json(
    command: tuple[str, ...], desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "wire.jsonl").write_text('{"id": "\\ud800", "text": "12 men \\udfff on 5 May 2020 \\ud800."}\n')
    main([*command, "--format", "json", "wire.jsonl"])
    out = capsys.readouterr().out
    assert json.loads(out)["version"] == 1
    out.encode("utf-8")


BYTES = {
    "nulls": b"\x00" * 4_096,
    "every byte": bytes(range(256)) * 16,
    "halves of UTF-16": b"\xff\xfe\x00\xd8" * 100,
    "only a mark": b"\xef\xbb\xbf",
}


@pytest.mark.parametrize("content", BYTES.values(), ids=BYTES)
def test_bytes_that_are_no_text_are_said_to_be_so(
    content: bytes, desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "draft.txt").write_bytes(content)
    assert main(["draft.txt"]) == 2
    streams = capsys.readouterr()
    assert "draft.txt" in streams.err and UNSAFE.isdisjoint(streams.err)


def test_the_digits_of_python_are_not_a_limit() -> None:
    (fact, *_) = looked_at("It cost " + "9" * (sys.get_int_max_str_digits() + 1) + " dollars.", "en").facts
    assert fact.span.start == 8
