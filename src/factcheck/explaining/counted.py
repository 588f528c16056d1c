"""A number and the noun that it counts -> the edits that make it another number with the noun's form for that number.

Languages in which nouns change with the number say so in ``setting.counted`` (ranges of what is left of a number
after its hundreds, one for each form) and list the forms of common nouns in ``style.counted``. Forms of other nouns
are not guessed.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from factcheck.explaining.texts import Texts
from factcheck.explaining.writing import Written, edit_of
from factcheck.languages import data
from factcheck.languages.folding import fold
from factcheck.languages.tokens import core, split
from factcheck.model import Document, Edit, Span

COUNTED = "setting.counted"
HUNDRED = 100
NOT_COUNTED = ("function", "preposition")


def counted_edits(written: Written, value: Fraction, document: Document, texts: Texts) -> tuple[Edit, ...]:
    """The edit of the number, and that of the noun behind it where its form changes; none where that is not known."""
    edit = edit_of(written, value, document, texts)
    if edit is None:
        return ()
    if not texts.has(COUNTED):
        return (edit,)
    scaled = written.scale != 1 and edit.span == written.figure_span
    unit = written.scale if scaled else Fraction(1)
    was, becomes = (_form(texts, number / unit) for number in (written.value, value))
    noun = _noun(written.figure_span.end if scaled else written.span.end, document)
    if was == becomes or noun is None:
        return (edit,)
    span, word = noun
    rows = [row for row in texts.rows("counted") if any(fold(form) == fold(word) for form in row)]
    if rows and becomes is not None and becomes < len(rows[0]):
        form = rows[0][becomes]
        return (edit,) if fold(form) == fold(word) else (edit, Edit(document.path, span, form))
    is_counted = bool(rows) or fold(word) not in _function_words(document.language)
    return () if is_counted else (edit,)


@cache
def _function_words(language: str) -> frozenset[str]:
    """Words behind a number that are not what it counts."""
    if language not in data.codes():
        return frozenset()
    return frozenset(fold(entry.text) for entry in data.load(language).entries(*NOT_COUNTED))


def _form(texts: Texts, value: Fraction) -> int | None:
    """Which form of a noun stands behind a number; ``None`` behind fractions, and one and two."""
    if value.denominator != 1 or value < min(low for low, _ in _ranges(texts) if low):
        return None
    rest = int(value) % HUNDRED
    return next((number for number, (low, high) in enumerate(_ranges(texts)) if low <= rest <= high), None)


def form_of(texts: Texts, noun: str, value: int) -> str:
    """The form of a noun of ``style.counted`` behind a number; empty where nothing is known of it."""
    forms, form = texts.messages.get(f"style.counted.{noun}", ""), _form(texts, Fraction(value))
    return "" if form is None or not forms else forms.split("|")[form].strip()


def _ranges(texts: Texts) -> Iterator[tuple[int, int]]:
    for pair in texts.text(COUNTED).split():
        low, _, high = pair.partition("-")
        yield int(low), int(high)


def _noun(end: int, document: Document) -> tuple[Span, str] | None:
    """The word right behind a number."""
    following = document.text[end : end + 40]
    blanks = len(following) - len(following.lstrip(" \u00a0"))
    word = core(next(iter(split(following[blanks:])), "")) if blanks else ""
    if not word[:1].isalpha():
        return None
    return Span(end + blanks, end + blanks + len(word)), word
