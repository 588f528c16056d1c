"""A figure as it stands in a text -> its number, and the edit that makes it another, in the same script and style."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from factcheck.explaining.names import compound_in
from factcheck.explaining.numerals import Numerals, numerals_of
from factcheck.explaining.texts import Texts
from factcheck.languages import data
from factcheck.languages.folding import fold
from factcheck.languages.numerals import numeral
from factcheck.languages.tokens import core, split
from factcheck.model import Document, Edit, Fact, Span

SCALES = ("scaleword", "scaledual")
MULTIPLIERS = ("hundredword", "dozenword")
ADDENDS = ("zeroword", "digitword", "digitpart", "digitday", "teenword", "teenpart", "tensword", "hundreds")
GROUPED_FROM = 1000
NOWHERE = Span(0, 0)


class Token(NamedTuple):
    span: Span
    text: str


class Written(NamedTuple):
    """A number in a text: the span of its digits and words, its value, and the digits' own precision and scale.

    ``figure`` is empty for a number in words; ``scale`` is what a word such as "thousand" multiplies it by.
    """

    path: str
    span: Span
    text: str
    value: Fraction
    figure: str = ""
    figure_span: Span = NOWHERE
    decimals: int = 0
    scale: Fraction = Fraction(1)

    @property
    def step(self) -> Fraction:
        """The unit of the last digit that is written."""
        return self.scale * Fraction(1, 10**self.decimals)


def written_in(fact: Fact, document: Document) -> Written | None:
    """The number in the words of a fact; ``None`` where there is none (a dual) or more than one."""
    words = _number_words(document.language)
    tokens = tuple(_tokens(document.text, fact.span))
    figures = [token for token in tokens if token.text[0].isdecimal() and numeral(token.text).value is not None]
    if len(figures) > 1 or any(token.text[0].isdecimal() and token not in figures for token in tokens):
        return None
    if figures:
        return _figure(fact, document, tokens, figures[0], words)
    spelled = [(token, found) for token in tokens if (found := _meaning(token.text, words)) is not None]
    if not spelled:
        return None
    span = Span(spelled[0][0].span.start, spelled[-1][0].span.end)
    text = document.text[span.start : span.end]
    return Written(fact.path, span, text, _spelled([found for _, found in spelled]))


def _tokens(text: str, span: Span) -> Iterator[Token]:
    at = span.start
    for token in split(text[span.start : span.end]):
        bare = core(token)
        if bare.strip():
            yield Token(Span(at, at + len(bare)), bare)
        at += len(token)


Meaning = tuple[str, Fraction]


def _meaning(token: str, words: Mapping[str, Meaning]) -> Meaning | None:
    """The class and value of a number word, perhaps with one letter attached before it."""
    key = fold(token)
    return words.get(key) or (words.get(key[1:]) if not key.isascii() and len(key) > 2 else None)


@cache
def _number_words(language: str) -> Mapping[str, Meaning]:
    if language not in data.codes():
        return {}
    kinds = (*SCALES, *MULTIPLIERS, *ADDENDS)
    return {
        fold(entry.text): (entry.kind, Fraction(entry.value))
        for entry in data.load(language).entries(*kinds)
        if entry.value
    }


def _figure(
    fact: Fact, document: Document, tokens: Sequence[Token], figure: Token, words: Mapping[str, Meaning]
) -> Written:
    read = numeral(figure.text)
    assert read.value is not None
    whole = Written(fact.path, figure.span, figure.text, read.value, figure.text, figure.span, read.decimals)
    after = next((token for token in tokens if token.span.start >= figure.span.end), None)
    scale = _meaning(after.text, words) if after is not None else None
    if after is None or scale is None or scale[0] not in SCALES:
        return whole
    span = Span(figure.span.start, after.span.end)
    text = document.text[span.start : span.end]
    return whole._replace(span=span, text=text, value=read.value * scale[1], scale=scale[1])


def _spelled(meanings: Sequence[Meaning]) -> Fraction:
    """Values add up inside a group; a scale word multiplies its group and ends it."""
    total, group = Fraction(0), Fraction(0)
    for kind, value in meanings:
        if kind in SCALES:
            total, group = total + (group or 1) * value, Fraction(0)
        elif kind in MULTIPLIERS:
            group = (group or 1) * value
        else:
            group += value
    return total + group


def is_writable(value: Fraction) -> bool:
    """Whether digits can write a number exactly."""
    return value >= 0 and (value * 10**6).denominator == 1


def edit_of(written: Written, value: Fraction, document: Document, texts: Texts) -> Edit | None:
    """The smallest edit that makes the number ``value``; ``None`` when digits cannot write it exactly."""
    if not is_writable(value):
        return None
    if not written.figure:
        name = _named(written, value, texts)
        text = name or numerals_of((), document.text, texts).number(value)
        return Edit(written.path, written.span, text)
    numerals = _style(written, document, texts)
    scaled = value / written.scale
    if written.scale != 1 and (scaled * 10**written.decimals).denominator != 1:
        return Edit(written.path, written.span, numerals.number(value))
    return Edit(written.path, written.figure_span, numerals.number(scaled, written.decimals))


def _named(written: Written, value: Fraction, texts: Texts) -> str | None:
    if value.denominator != 1 or written.value.denominator != 1:
        return None
    return compound_in(texts, int(value), written.text, int(written.value))


def _style(written: Written, document: Document, texts: Texts) -> Numerals:
    """As the figure itself is written; whether to group is left to the article where the figure is too short."""
    own = numerals_of((written.figure,), document.text, texts)
    short = numeral(written.figure).value or Fraction(0)
    grouped = any(sign in written.figure for sign in ",٬'’") and written.decimals == 0
    return own if grouped or short < GROUPED_FROM else own._replace(group="")
