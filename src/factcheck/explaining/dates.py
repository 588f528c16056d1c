"""A date as it stands in a text -> the edits that make one of its parts, or the whole of it, another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import regex

from factcheck.explaining.names import name_of, named_in
from factcheck.explaining.numerals import ASCII_ZERO, Numerals
from factcheck.explaining.texts import Texts
from factcheck.languages.folding import HIDDEN, digits
from factcheck.model import Document, Edit, Fact, Part, Span

CENTURY = 100
_NUMBERS = regex.compile(rf"\d(?:[{HIDDEN}]*\d)*")
_LETTERS = regex.compile(r"\p{Latin}+")


def part_edits(fact: Fact, role: str, value: int, document: Document, texts: Texts) -> tuple[Edit, ...]:
    """The edits that give one part a new value; none when the part cannot be written so.

    A month named twice is changed in both places when both said the same.
    """
    parts = _parts(fact, role)
    edits = [_edit(part, value, document, texts) for part in parts]
    return tuple(edit for edit in edits if edit is not None) if all(edits) else ()


def _parts(fact: Fact, role: str) -> tuple[Part, ...]:
    if role not in ("month", "month2"):
        return tuple(part for part in fact.parts if part.role == role)
    months = tuple(part for part in fact.parts if part.role == "month")
    if len({part.value for part in months}) == 1 and role == "month":
        return months
    return months[1:2] if role == "month2" else months[:1]


def _edit(part: Part, value: int, document: Document, texts: Texts) -> Edit | None:
    words = document.text[part.span.start : part.span.end]
    number = _NUMBERS.match(words)
    if number is not None:
        return _digits_edit(part, number[0], value, document, texts)
    if part.role in ("month", "hijrimonth", "weekday"):
        move = part.role == "weekday"
        name = name_of(texts, part.role, value + move, words, part.value + move, document.text)
    else:
        name = named_in(texts, "ordinal", value, words, part.value) or str(value)
    return None if name is None else Edit(document.path, part.span, name)


def _digits_edit(part: Part, old: str, value: int, document: Document, texts: Texts) -> Edit:
    zero = ord(old[0]) - int(old[0])
    numerals = Numerals(zero if zero else ASCII_ZERO)
    if part.role == "year" and len(old) == 2:
        value %= CENTURY
    width = len(old) if len(old) == 2 and (int(old[0]) == 0 or part.role == "year") else 0
    new, end = numerals.plain(value, width), part.span.start + len(old)
    suffix = _LETTERS.match(document.text, end)
    if part.role == "day" and suffix is not None:
        named = named_in(texts, "suffix", value, suffix[0], part.value)
        if named is not None and named != suffix[0]:
            return Edit(document.path, Span(part.span.start, suffix.end()), new + named)
    return Edit(document.path, Span(part.span.start, end), new)


def date_edits(fact: Fact, old: date, new: date, document: Document, texts: Texts) -> tuple[Edit, ...]:
    """The edits that make a written date another; none when a part that must change is not written."""
    if not fact.parts:
        return tuple(_numeric(fact, old, new, document))
    was, becomes = _values(old), _values(new)
    written = {part.role for part in fact.parts}
    changed = [role for role in ("weekday", "day", "month", "year") if was[role] != becomes[role]]
    if any(role not in written for role in changed if role != "weekday"):
        return ()
    found = [part_edits(fact, role, becomes[role], document, texts) for role in changed if role in written]
    if not all(found):
        return ()
    # A weekday that was wrong beside the old date may be right beside the new one.
    changes = (edit for edits in found for edit in edits if edit.text != document.text[slice(*edit.span)])
    return tuple(sorted(changes, key=lambda edit: edit.span))


def changed_parts(old: date, new: date) -> tuple[tuple[str, int], ...]:
    """The parts in which two days differ, weekdays aside, with the value of the new one."""
    was, becomes = _values(old), _values(new)
    return tuple((role, becomes[role]) for role in ("day", "month", "year") if was[role] != becomes[role])


def _values(day: date) -> dict[str, int]:
    return {"weekday": day.weekday(), "day": day.day, "month": day.month, "year": day.year}


def _numeric(fact: Fact, old: date, new: date, document: Document) -> Iterator[Edit]:
    """A date in figures alone (``2020-11-10``, ``10/11/2020``); of two that read alike day and month are open."""
    found = list(_NUMBERS.finditer(document.text, fact.span.start, fact.span.end))
    orders = [("year", "month", "day")] if found and len(found[0][0]) == 4 else [("day", "month", "year")]
    orders += [("month", "day", "year")] if orders[0][0] == "day" else []
    was, becomes = _values(old), _values(new)
    for order in orders:
        fits = len(found) == 3 and all(
            int(digits(number[0])) in (was[role], was[role] % CENTURY if role == "year" else was[role])
            for number, role in zip(found, order, strict=True)
        )
        if not fits:
            continue
        for number, role in zip(found, order, strict=True):
            if was[role] != becomes[role]:
                part = Part(role, Span(number.start(), number.end()), was[role])
                yield _plain_edit(part, number[0], becomes[role], document)
        return


def _plain_edit(part: Part, old: str, value: int, document: Document) -> Edit:
    numerals = Numerals(ord(old[0]) - int(old[0]))
    short = part.role == "year" and len(old) == 2
    return Edit(document.path, part.span, numerals.plain(value % CENTURY if short else value, len(old)))
