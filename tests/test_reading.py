"""Sentences and the facts read from them."""

import pytest

from factcheck.languages.data import load
from factcheck.languages.lexicon import Lexicon
from factcheck.model import Document
from factcheck.reading.facts import read_text
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
