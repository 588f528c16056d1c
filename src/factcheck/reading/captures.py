"""A match of a pattern -> the values of its slots, by the classes that the slots name."""

from __future__ import annotations

import re
from copy import copy
from fractions import Fraction
from typing import NamedTuple

from factcheck.languages.data import Pattern
from factcheck.languages.lexicon import Lexicon
from factcheck.languages.matching import Found
from factcheck.languages.phrases import Sequence, Slot, slots
from factcheck.reading.lines import Draft, Line
from factcheck.reading.sentences import bounds

# A date is quoted in so many tokens at most.
LONGEST_DATE = 12


class Reader(NamedTuple):
    """A pattern made ready: its classes by slot name, and the values that its line gives."""

    pattern: Pattern
    classes: dict[str, tuple[str, ...]]
    given: dict[str, str]

    @staticmethod
    def of(pattern: Pattern, lexicon: Lexicon) -> Reader:
        return lexicon.once(pattern, lambda: Reader._made(pattern, lexicon))

    @staticmethod
    def _made(pattern: Pattern, lexicon: Lexicon) -> Reader:
        found: dict[str, tuple[str, ...]] = {}
        for slot in _all_slots(pattern.phrase, lexicon):
            if slot.name:
                inner = [slot]
                if slot.kind.startswith("@"):
                    inner = list(_all_slots(lexicon.data.phrase(slot.kind[1:]), lexicon))
                kinds = tuple(re.split("[&!]", one.kind)[0] for one in inner)
                found[slot.name] = tuple(dict.fromkeys(found.get(slot.name, ()) + kinds))
        return Reader(pattern, found, dict(pattern.given))


def _all_slots(phrase: Sequence, lexicon: Lexicon) -> tuple[Slot, ...]:
    found: list[Slot] = []
    for slot in slots(phrase):
        found.append(slot)
        if slot.kind.startswith("@"):
            found += _all_slots(lexicon.data.phrase(slot.kind[1:]), lexicon)
    return tuple(found)


class Captures:
    """What one match of one pattern holds.

    ``start`` and ``end`` are its tokens, or those of the slot ``fact`` where words around that only tell what it is.
    """

    def __init__(self, line: Line, reader: Reader, match: Found) -> None:
        self.line = line
        self.reader = reader
        groups = match.groupdict()
        self.start, self.end = match.span("fact" if groups.get("fact") is not None else 0)
        self.given = reader.given
        self.classes = reader.classes
        self._spans: dict[str, list[tuple[int, int]]] = {}
        for group, text in groups.items():
            if text is not None:
                self._spans.setdefault(group.partition("__")[0], []).append(match.span(group))

    @property
    def path(self) -> tuple[str, ...]:
        """Where the pattern that matched stands in the language data."""
        return (self.reader.pattern.place,)

    @property
    def quoted(self) -> tuple[int, int]:
        """The tokens that the fact quotes: the match, or with ``span=slots`` those of its named slots."""
        if self.given.get("span") != "slots" or not self._spans:
            return self.start, self.end
        found = list(self._spans.values())
        return min(spans[0][0] for spans in found), max(spans[-1][1] for spans in found)

    def spans(self, name: str) -> list[tuple[int, int]]:
        """The tokens of every capture of ``name``, in order."""
        return sorted(self._spans.get(name, ()))

    def is_before_noun(self) -> bool:
        """Whether a word that has a meaning of its own comes right after the match: it is part of a longer phrase."""
        codes, lexicon = self.line.base[self.end : self.end + 1], self.line.lexicon
        return bool(codes) and codes in lexicon.characters("word!function")

    def is_before_word(self) -> bool:
        """Whether any word but one for a place or time comes right after the match."""
        code, lexicon = self.line.base[self.end : self.end + 1], self.line.lexicon
        words = lexicon.characters("word!preposition|of")
        return bool(code) and code in words

    def holds(self) -> bool:
        """Whether the words around are as the pattern asks.

        ``needs`` is a class that the sentence must have a word of, where there is more than the match in it,
        ``unless`` one that it must not. ``free`` are
        classes, joined by commas, that no word right after may be in; with ``after=nodate`` no date stands before, with
        ``all=yes`` there is nothing else in the sentence.
        """
        needs, unless, free = (self.given.get(name) for name in ("needs", "unless", "free"))
        if self.given.get("all") and not (self._is_all() and self._ends_its_words()):
            return False
        if self.given.get("after") == "nodate" and self._is_after_date():
            return False
        if needs is not None and not self.line.sentence_has(self.start, needs) and not self._is_all():
            return False
        if unless is not None and self.line.sentence_has(self.start, unless):
            return False
        after, lexicon = self.line.base[self.end : self.end + 1], self.line.lexicon
        return not free or not after or all(after not in lexicon.characters(name) for name in free.split(","))

    def _ends_its_words(self) -> bool:
        """Whether no word or figure of the sentence comes after the match."""
        last = bounds(self.line, self.start)[1]
        return not any(letter.isalnum() for piece in self.line.pieces[self.end : last] for letter in piece)

    def _is_all(self) -> bool:
        """Whether the match is all of its sentence, but for a sign after it."""
        first, last = bounds(self.line, self.start)
        return self.start == first and self.end + 1 >= last

    def _is_after_date(self) -> bool:
        """Whether a date ends where the match begins: what follows it may be how long it lasted until then."""
        before = self.line.drafts_between(self.start - LONGEST_DATE, self.start)
        return any(draft.end == self.start and "slots" in draft.data for draft in before)

    def end_of_pair(self, which: str) -> Captures:
        """One end of a pair: slots named ``day1`` and ``day2`` become ``day``; what both share stays.

        Its tokens are those of its own slots and of the shared ones on its side.
        """
        spans = {name: found for name, found in self._spans.items() if name[-1] not in "12"}
        own = {name[:-1]: found for name, found in self._spans.items() if name[-1] == which}
        middle = min(found[0][0] for name, found in self._spans.items() if name[-1] == "2")
        mine = [*own.values(), *(found for found in spans.values() if (found[0][0] >= middle) == (which == "2"))]
        one = copy(self)
        one._spans = spans | own
        one.classes = self.classes | {n[:-1]: kinds for n, kinds in self.classes.items() if n[-1] == which}
        one.start, one.end = min(found[0][0] for found in mine), max(found[-1][1] for found in mine)
        return one

    def has(self, name: str) -> bool:
        return name in self._spans or name in self.given

    def text(self, name: str) -> str | None:
        """The value of a word: what its class says it means."""
        if (spans := self._spans.get(name)) is None:
            return self.given.get(name)
        return self.meaning(name, *spans[0])

    def meaning(self, name: str, start: int, end: int) -> str | None:
        key = self.line.key(start, end)
        for kind in self.classes.get(name, ()):
            if (value := self.line.lexicon.value(kind, key)) is not None:
                return value
        return None

    def number(self, name: str) -> Fraction | None:
        """The value of a figure, or of a word whose class gives a number."""
        if (spans := self._spans.get(name)) is not None and (number := self.line.number(spans[0][0])):
            return number.value
        text = self.text(name)
        return Fraction(text) if text else None

    def whole(self, name: str) -> int | None:
        value = self.number(name)
        return int(value) if value is not None and value.denominator == 1 else None

    def draft(self, name: str) -> Draft | None:
        """The fact that a capture of a value kind covers."""
        spans = self._spans.get(name)
        return self.line.drafts.get(spans[0][0]) if spans else None
