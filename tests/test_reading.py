"""Sentences and the facts read from them."""

import pytest

from factcheck.languages.data import load
from factcheck.languages.lexicon import Lexicon
from factcheck.model import Document
from factcheck.reading.facts import read_text
from factcheck.reading.lines import Line
from factcheck.reading.reader import FACT_KINDS

LEXICONS = {code: Lexicon(load(code), kinds=FACT_KINDS) for code in ("en",)}


def read(text, language="en", published=None):
    document = Document.of(text, language=language, published=published)
    return read_text(document, LEXICONS[language]).facts


def values(text, language="en", published=None):
    found = []
    for fact in read(text, language, published):
        first = fact.readings[0]
        value = first.timex or str(first.value.exact if first.value.exact is not None else first.value.low)
        found.append((fact.kind, text[fact.span.start : fact.span.end], value))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Tuesday, 10 November 2020, it rained.", [("day", "Tuesday, 10 November 2020", "2020-11-10")]),
        ("It rained on Nov. 10, 2020.", [("day", "Nov. 10, 2020", "2020-11-10")]),
        ("Two hundred and fifty people came.", [("number", "Two hundred and fifty", "250")]),
        ("It costs 20 percent of $5.", [("percent", "20 percent", "20"), ("money", "$5", "5")]),
        ("The war began in the 1990s.", [("period", "the 1990s", "199")]),
        ("Planes of type Il-76 flew 5 km.", [("quantity", "5 km", "5")]),
    ],
)
def test_english_is_read(text, expected):
    assert values(text) == expected


@pytest.mark.parametrize("code", sorted(LEXICONS))
def test_looking_only_into_sentences_that_hold_what_a_pattern_needs_misses_nothing(code):
    lexicon = LEXICONS[code]
    text = "On Tuesday, 10 November 2020, 37 people died. It cost $5 million or 20 percent. None came.\nThe 1990s."
    text += " قتل 37 شخصا يوم الثلاثاء 10 نوفمبر 2020. نحو ثلاثين ألف جندي.\n12"
    line = Line(lexicon, text)
    for pattern in lexicon.data.patterns:
        matcher = lexicon.matcher(pattern.phrase)
        everywhere = [match.span() for match in matcher.pattern.finditer(line.line)]
        assert [match.span() for match in line.find(matcher)] == everywhere, pattern.place


def test_words_between_a_figure_and_its_noun_are_kept():
    first, second = read("1,960 heavily armed Russian soldiers and 12 of the wounded men left.")
    assert (first.subject.concept, first.subject.words) == ("soldier", ("heavily", "armed", "russian"))
    assert (second.subject.concept, second.subject.words) == ("man", ("wounded",))
    assert second.subject.scope == ("part",)


@pytest.mark.parametrize(
    ("text", "concept", "scope"),
    [
        ("37 people were killed.", "person", ("killed",)),
        ("37 killed.", "killed", ("killed",)),
        ("24 dead, say police.", "killed", ("killed",)),
        ("20 of them died.", "killed", ("part", "killed")),
        ("37 people sang.", "person", ()),
        ("30,000 came.", "", ()),
    ],
)
def test_what_happened_to_those_who_are_counted(text, concept, scope):
    (fact,) = read(text)
    assert (fact.subject.concept, fact.subject.scope) == (concept, scope)
