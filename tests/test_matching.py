"""A pattern matches by itself as the regular expression does that is made of it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.languages.data import codes, load
from factcheck.languages.lexicon import Lexicon
from factcheck.languages.matching import Matcher
from factcheck.languages.phrases import numbered, parse
from factcheck.reading.lines import Line
from factcheck.reading.phrased import KINDS
from factcheck.reading.phrases import VALUE_KINDS
from factcheck.reading.reader import FACT_KINDS, read_line

ARTICLES = Path(__file__).parent / "articles"
PHRASES = ("(ceasefire|truce) ... from [the] {day}", "{place:word} ... by {day} ... {quantity}", "{words} of {number}")


@cache
def lexicon(code: str) -> Lexicon:
    return Lexicon(load(code), tuple(map(parse, PHRASES)), FACT_KINDS)


@cache
def matchers(code: str) -> tuple[Matcher, ...]:
    own = lexicon(code)
    return (
        *(own.matcher(pattern.phrase) for pattern in own.data.patterns),
        *(own.matcher(pattern.phrase, KINDS) for pattern in own.data.relations),
        *(own.matcher(numbered(parse(phrase)), VALUE_KINDS) for phrase in PHRASES),
    )


def found(matches: object) -> list[tuple[tuple[int, int], list[tuple[str, tuple[int, int]]]]]:
    return [
        (one.span(), sorted((name, one.span(name)) for name, text in one.groupdict().items() if text is not None))
        for one in matches
    ]


def plain(spans: list[tuple[str, tuple[int, int]]]) -> list[tuple[str, tuple[int, int]]]:
    """Names without the number of their occurrence, which counts those in the pattern or those in the match."""
    return sorted((name.partition("__")[0], span) for name, span in spans)


def alike(line: str, matcher: Matcher) -> None:
    by_itself = [(span, plain(groups)) for span, groups in found(matcher._walk(line, 0, len(line)))]
    compiled = [(span, plain(groups)) for span, groups in found(matcher.pattern.finditer(line))]
    assert by_itself == compiled


@pytest.mark.parametrize("code", codes())
def test_patterns_match_articles_alike(code: str) -> None:
    for path in sorted(ARTICLES.glob(f"{code}-*.md")):
        read = read_line(lexicon(code), path.read_text("utf-8"))
        for matcher in matchers(code):
            alike(read.base, matcher)
            alike(read.line, matcher)


@pytest.mark.parametrize("code", codes())
@given(data=st.data())
@settings(max_examples=60)
def test_patterns_match_any_words_alike(code: str, data: st.DataObject) -> None:
    words = sorted({entry.text for entry in load(code).vocabulary} | {".", ",", ":", "-", "12", "2020", "٣", "Xy"})
    text = " ".join(data.draw(st.lists(st.sampled_from(words), max_size=25)))
    line = read_line(lexicon(code), text).line if data.draw(st.booleans()) else Line(lexicon(code), text).line
    alike(line, data.draw(st.sampled_from(matchers(code))))
