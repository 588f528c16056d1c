"""Control characters, soft hyphens and word joiners inside of words and figures: read as if they were not there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.engine import check, read
from factcheck.model import Document, Fact

SIGNS = "\x00\x07\x1b\x7f\x9b\xad\u2060"
GONE = str.maketrans("", "", SIGNS)
TEXTS = [
    "The 1,960 soldiers met 35 delegates on Thursday 5 November 2020, three million dollars in hand, 12.5 percent.",
    "التقى 1960 جندياً ثلاثة وفود يوم الخميس 5 نوفمبر 2020 ومعهم ٣٫٥ ملايين دولار و35 خيمة في المخيم الكبير.",
]


def facts(text: str) -> tuple[Fact, ...]:
    return read([Document.of(text)]).facts


@pytest.mark.parametrize("text", TEXTS, ids=["en", "ar"])
@given(data=st.data())
def test_values_are_the_same_and_spans_hold_the_same_words(text: str, data: st.DataObject) -> None:
    inside = [at for at in range(1, len(text)) if text[at - 1 : at + 1].isalnum() or text[at - 1 : at + 1].isdigit()]
    drawn = data.draw(st.dictionaries(st.sampled_from(inside), st.text(st.sampled_from(SIGNS), min_size=1, max_size=2)))
    littered = "".join(drawn.get(at, "") + sign for at, sign in enumerate(text))
    found, expected = facts(littered), facts(text)
    assert [(one.kind, one.readings, one.subject.concept) for one in found] == [
        (one.kind, one.readings, one.subject.concept) for one in expected
    ]
    for one, same in zip(found, expected, strict=True):
        words = littered[slice(*one.span)]
        assert words.translate(GONE) == text[slice(*same.span)]
        assert words.strip(SIGNS) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It opened on 5\x00 Novem\xadber 20\x0020\x07 in town.", "5\x00 Novem\xadber 20\x0020"),
        ("\x1bFrom \x01Cairo: \x0112 May 2021\x01.", "12 May 2021"),
        ("افتُتح في 5 نوف\x00مبر \x072020\x00.", "5 نوف\x00مبر \x072020"),
    ],
)
def test_a_date_is_not_lost(text: str, words: str) -> None:
    (fact,) = facts(text)
    assert (fact.kind, text[slice(*fact.span)]) == ("day", words)


def test_separators_part_words_as_blanks_do() -> None:
    assert [fact.kind for fact in facts("12\x1f13 people")] == ["number", "number"]


def test_a_year_with_a_sign_in_it_is_replaced_as_a_whole() -> None:
    text = "The dam broke on 29 Feb\x00ruary 20\x0023."
    (finding,) = check([Document.of(text)]).findings
    years = [edit for repair in finding.repairs for edit in repair.edits if edit.text.startswith("20")]
    assert [text[slice(*edit.span)] for edit in years] == ["20\x0023"]
