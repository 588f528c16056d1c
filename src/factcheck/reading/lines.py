"""A block of text -> its tokens as one line of characters that patterns match on, and what was read of it.

What a pattern reads is covered by one character of its kind and fillers, so positions never change.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import lru_cache
from itertools import accumulate
from typing import Any, NamedTuple

from factcheck.languages.data import Pattern
from factcheck.languages.folding import fold
from factcheck.languages.indexed import Indexed
from factcheck.languages.lexicon import Lexicon
from factcheck.languages.matching import Found, Matcher
from factcheck.languages.nodes import END, FILLER, charset
from factcheck.languages.numerals import numeral
from factcheck.languages.tokens import core, split
from factcheck.model import Part, Reading, Span
from factcheck.reading.sentence_index import SentenceIndex


class Number(NamedTuple):
    """A number as written: ``step`` is the unit of its last written digit, ``zeros`` its trailing zeros.

    ``others`` are values that the same digits may have. ``scale`` is what a scale word multiplied it by,
    ``grain`` what it may have been rounded to besides (a dozen). ``measured`` amounts are rounded even where
    they are whole. ``high`` is the upper end of a range; ``value`` is then the lower one.
    """

    value: Fraction
    step: Fraction = Fraction(1)
    zeros: int = 0
    others: tuple[Fraction, ...] = ()
    spelled: bool = False
    scale: Fraction = Fraction(1)
    grain: Fraction = Fraction(0)
    measured: bool = False
    high: Number | None = None

    def __hash__(self) -> int:  # that of a fraction takes long
        return hash((self.value.numerator, self.value.denominator, self.zeros, self.measured))


class Cover(NamedTuple):
    """Tokens ``start`` to ``end`` of a line and the character that says what they are together."""

    start: int
    end: int
    character: str


class Over(NamedTuple):
    """A fact that covers no tokens: a period beside its two ends, what is called now."""

    draft: Draft


class Draft:
    """A fact while it is read: tokens ``start`` to ``end``, in this line."""

    __slots__ = ("data", "end", "kind", "number", "parts", "read_by", "readings", "start")

    def __init__(
        self,
        kind: str,
        start: int,
        end: int,
        readings: tuple[Reading, ...] = (),
        parts: tuple[Part, ...] = (),
        read_by: tuple[str, ...] = (),
        number: Number | None = None,
        data: dict[str, object] | None = None,
    ) -> None:
        self.kind, self.start, self.end = kind, start, end
        self.readings, self.parts, self.read_by, self.number = readings, parts, read_by, number
        self.data: dict[str, object] = {} if data is None else data


class Line:
    """One block of a document, token by token.

    ``counted`` holds the weekdays that must be so many days from another one (``followups.Followup``), ``dated`` the
    dates (``counted_dates.Counted``).
    ``ordered`` holds the pairs of dates of which the first is told to come no later than the second.
    ``sentences`` are kept for ``places.spans_of``.
    ``trail`` holds the numbers of the patterns that read something from a token on, in the order of the patterns.
    """

    def __init__(self, lexicon: Lexicon, text: str, offset: int = 0) -> None:
        self.lexicon = lexicon
        analysed = list(map(lexicon.memo.__getitem__, split(text)))
        self.pieces = [piece for _, pieces in analysed for piece in pieces]
        self.starts = array("I", accumulate(map(len, self.pieces), initial=offset))
        self.line = "".join([codes for codes, _ in analysed])
        self.numbers: dict[int, Number] = {}
        self.drafts: dict[int, Draft] = {}
        self.over: list[Draft] = []
        self.ordered: list[tuple[Draft, Draft]] = []
        self.counted: list[Any] = []
        self.dated: list[Any] = []
        self.trail: dict[int, tuple[int, ...]] = {}
        self.sentences: tuple[tuple[int, int], ...] = ()
        self.line = _sentences(lexicon, self.line)
        self.base = self.line
        self.index = SentenceIndex(self.line)

    def span(self, start: int, end: int) -> Span:
        """The code points of tokens ``start`` to ``end``, without the blanks after the last."""
        return Span(self.starts[start], self.starts[end - 1] + len(core(self.pieces[end - 1])))

    def words(self, start: int, end: int) -> tuple[str, ...]:
        return tuple([core(piece) for piece in self.pieces[start:end]])

    def text(self, start: int, end: int) -> str:
        """Tokens ``start`` to ``end`` as they stand in the document, without the blanks after the last."""
        return "".join(self.pieces[start : end - 1]) + core(self.pieces[end - 1])

    def steps(self, start: int, end: int) -> tuple[int, ...]:
        """The numbers of the patterns that read something in tokens ``start`` to ``end``, in their order."""
        found = [number for at in range(start, end) if at in self.trail for number in self.trail[at]]
        return tuple(sorted(set(found)) if len(found) > 1 else found)

    def drafts_between(self, start: int, end: int) -> list[Draft]:
        """The facts that begin at tokens ``start`` to ``end`` (exclusive), in order."""
        drafts = self.drafts
        if end - start > len(drafts):
            return [drafts[at] for at in sorted(drafts) if start <= at < end]
        return [drafts[at] for at in range(max(start, 0), end) if at in drafts]

    def sentence_has(self, at: int, kind: str) -> bool:
        """Whether a word of class ``kind`` stands in the sentence around token ``at``."""
        start, end = self.line.rfind(END, 0, at) + 1, self.line.find(END, at)
        return not self.lexicon.characters(kind).isdisjoint(self.base[start : end if end >= 0 else None])

    def key(self, start: int, end: int) -> str:
        before = fold(core(self.pieces[start - 1])) if start else ""
        return self.lexicon.key(self.pieces[start:end], before)

    def number(self, at: int) -> Number | None:
        """The number that starts at token ``at``: one that was read, or a numeral of digits."""
        if (found := self.numbers.get(at)) is not None:
            return found
        return _written(self.pieces[at]) if self.pieces[at][0].isdecimal() else None

    def find(self, matcher: Matcher, *kinds: str) -> list[Found]:
        """Matches of a pattern, in the sentences that hold what it needs; none reaches from one into the next.

        And what else is looked for in them: a word, fact or sign of each of ``kinds``.
        """
        return matcher.found_in(self.line, self.index.holding((*matcher.all_needs, *self._also(kinds))))

    def told(self, matcher: Matcher, *kinds: str) -> list[Found]:
        """Matches in the words as they stood before figures covered them."""
        return matcher.found_in(self.base, self.index.holding((*matcher.all_needs, *self._also(kinds))))

    def may_hold(self, name: str, start: int, end: int) -> bool:
        """Whether words or entries of several words of a class may stand in some tokens; quicker than to look."""
        base = self.base[start:end]
        return not any(need.isdisjoint(base) for need in self.lexicon.words_of(name).all_needs)

    def where(self, matcher: Matcher) -> int:
        """The sentences that hold what a pattern needs, as bits."""
        return self.index.where(matcher.all_needs)

    def _also(self, kinds: tuple[str, ...]) -> Iterable[frozenset[str]]:
        return map(self.lexicon.characters, kinds)

    def matches(self, patterns: Indexed, met: int) -> Iterator[tuple[Pattern, list[Found]]]:
        """What patterns that cover nothing match, in their order; those without a match are left out.

        ``met`` are the needs that the line meets somewhere, as bits.
        """
        for number, needs in enumerate(patterns.of_patterns):
            if needs & met != needs:
                continue
            matcher = patterns.matcher(number)
            places = self.index.holding(matcher.all_needs)
            if places and (found := matcher.found_in(self.line, places)):
                yield patterns.patterns[number], found

    def cover(self, covers: list[tuple[int, int, str]]) -> None:
        """Replaces tokens ``start`` to ``end`` by a character and fillers."""
        if not covers:
            return
        out, at = [], 0
        for start, end, character in covers:
            out += [self.line[at:start], character, FILLER * (end - start - 1)]
            at = end
        self.index.add(covers)
        self.line = "".join([*out, self.line[at:]])


@lru_cache(maxsize=20_000)
def _written(piece: str) -> Number | None:
    """The number that the digits of a token stand for."""
    read = numeral(core(piece))
    return None if read.value is None else Number(read.value, Fraction(1, 10**read.decimals), read.zeros, read.others)


def _sentences(lexicon: Lexicon, line: str) -> str:
    """The line with the stops that end a sentence replaced by ``END``.

    A full stop ends none inside a figure or a name (nothing but a quote or the end follows it directly),
    between two figures of which the first is no year (a decimal that a blank tore), nor after an abbreviation
    (part no. 31) or an initial.
    """
    return _sentence_end(lexicon).sub(END, line)


@lru_cache(maxsize=16)
def _sentence_end(lexicon: Lexicon) -> re.Pattern[str]:
    spaced = charset(lexicon.characters("fullstop!glued"))
    full = charset(lexicon.characters("fullstop"))
    other = charset(lexicon.characters("stop!fullstop"))
    short = charset(lexicon.characters("abbreviation|initial"))
    after = charset(lexicon.characters("quote|close") | {END})
    torn = charset(lexicon.characters("int&glued!fouryear"))
    figure = charset(lexicon.characters("int"))
    code, letters = charset(lexicon.characters("codeword")), charset(lexicon.characters("codeletters"))
    source = f"(?<!{short})(?<!{code}{letters})(?!(?<={torn}){spaced}{figure}){spaced}|{full}(?={after}|$)|{other}"
    return re.compile(source)
