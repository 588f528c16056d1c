"""The figures around what is said of a change -> those next to each other of which one is told to be the old one.

Words before it ("compared with"), words around it ("a year earlier", "had been") or a date before the other's say so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from factcheck.languages.data import concept_kinds
from factcheck.languages.lexicon import Lexicon
from factcheck.languages.matching import Matcher
from factcheck.languages.nodes import END
from factcheck.reading import changes
from factcheck.reading.aftermath import is_like
from factcheck.reading.breakdowns import concept, counts_something
from factcheck.reading.changes import NEAR, side_of
from factcheck.reading.lines import Draft, Line
from factcheck.reading.pieces import Marks
from factcheck.reading.places import noun_end
from factcheck.reading.rates import value
from factcheck.reading.sentences import bounds

FIGURES = ("number", "money", "quantity", "percent")
DATES = ("year", "month", "day", "period")
POINTS = {"percentage point": Fraction(1), "point": Fraction(1), "basis point": Fraction(1, 100)}
# So far before or behind a figure stand the words for its time; "was" stands nearer.
CLAUSE, WAS = 14, 5
# A bare figure of less may be a rank, an age or an hour; one without its unit is so near to one that has it.
LEAST, NEAREST = 10, 5
# Figures further apart are of different things.
FURTHER = 10


class Words(NamedTuple):
    """Classes of one language that tell of changes."""

    trend: Matcher
    noun: Matcher
    factor: Matcher
    former: Matcher
    barred: Matcher
    telling: frozenset[str]

    @staticmethod
    @lru_cache(maxsize=16)
    def of(lexicon: Lexicon) -> Words:
        names = ("trend", "trend-noun", "multiplying", "former-time", "hypothetical")
        trend, noun, factor, former, barred = (lexicon.words_of(name) for name in names)
        needs = (*trend.all_needs, *noun.all_needs, *factor.all_needs)
        return Words(trend, noun, factor, former, barred, frozenset[str]().union(*needs))


class Told(NamedTuple):
    """What is said of a change from token ``at`` on: which way, by how much, or how many times.

    A ``direct`` word stands between the new figure and the old one: 520, twice the 260 of May.
    """

    at: int
    trend: str
    by: Draft | None
    factor: Fraction
    direct: bool = False


class Pair(NamedTuple):
    """Two figures of one thing beside each other; ``sure`` where a word ties them."""

    old: Draft
    new: Draft
    sure: bool


def figures_of(line: Line, start: int, stop: int) -> list[Draft]:
    return [one for one in line.drafts_between(start, stop) if one.kind in FIGURES]


def may_move(line: Line, told: Told, one: Draft) -> bool:
    """Whether a figure may be the old or the new one of a change."""
    if is_apiece(line, one) or any(each.value.low is None or each.value.high is None for each in one.readings):
        return False  # 2.71 a share; below 40
    if told.by is None:
        return True
    unit = told.by.readings[0].unit if told.by.readings else ""
    if told.by.kind == "percent":
        return one.kind != "percent"
    if unit in POINTS:
        return one.kind == "percent"
    return is_like(one, told.by) if one.kind == told.by.kind else is_alike(one, told.by)


def is_apiece(line: Line, one: Draft) -> bool:
    """Whether a figure is one for each of something; a year ago is a time."""
    at, lexicon = noun_end(one), line.lexicon
    after = line.base[at + 1 : at + 2]
    timed = bool(after) and after in lexicon.characters("timeunit|dateunit")
    return line.base[at : at + 1] in lexicon.characters("apiece") and bool(line.base[at : at + 1]) and not timed


def is_alike(one: Draft, other: Draft) -> bool:
    """Whether two figures are of one measure and one scale; the unit of the second may be left out."""
    one, other = sorted((one, other), key=lambda each: each.start)
    low, high = sorted((value(one), value(other)))
    if low <= 0 or low == high:
        return False
    if one.kind != other.kind:
        return other.kind == "number" and not counts_something(other) and LEAST <= high <= low * NEAREST
    if one.kind == "number" and low < LEAST and not (concept(one) and concept(one) == concept(other)):
        return False
    return high <= low * FURTHER and is_like(one, other) and _count_one(one, other)


def _count_one(one: Draft, other: Draft) -> bool:
    """Whether two counts may be of one thing: their nouns are one, or both are people."""
    names = [concept(each) or "".join(getattr(each.data.get("subject"), "words", ())[:1]) for each in (one, other)]
    kinds = [concept_kinds().get(name) for name in names]
    return one.kind != "number" or not all(names) or names[0] == names[1] or (kinds[0] == kinds[1] is not None)


def _are_named_alike(line: Line, one: Draft, other: Draft) -> bool:
    """Whether the noun of one of two counts stands in the sentence of the other too, where that has none."""
    places = [bounds(line, each.start) for each in (one, other)]
    if one.kind != "number" or places[0] == places[1]:
        return True
    names = [{concept(each), *getattr(each.data.get("subject"), "words", ())} - {""} for each in (one, other)]
    if all(names) or not any(names):
        return True
    name, place = (names[0], places[1]) if names[0] else (names[1], places[0])
    keys = {line.key(at, at + 1) for at in range(*place)}
    return not name.isdisjoint(keys | {line.lexicon.value("noun", key) or "" for key in keys})


def pairs_of(line: Line, words: Words, some: Sequence[Draft]) -> Iterator[Pair]:
    """The figures next to each other among their like of which one is told to be the old one."""
    theirs = changes.Words.of(line.lexicon)
    for at, one in enumerate(some):
        other = next((later for later in some[at + 1 :] if is_alike(one, later)), None)
        if other is None or not _are_named_alike(line, one, other):
            continue
        sides = side_of(line, theirs, one), side_of(line, theirs, other)
        former = [_is_former(line, words, each) for each in (one, other)]
        if any(_is_barred(line, words, each) for each in (one, other)):
            continue
        older = _older(line, one, other)
        if sides == ("changeto", "changeto"):
            continue  # to 60 in 2025 and to 56 in 2026
        if sides[1] in ("setagainst", "changefrom") and sides[0] != "changefrom" and older is not one:
            yield Pair(other, one, True)
        elif sides[0] == "changefrom" and sides[1] == "changeto":
            yield Pair(one, other, True)
        elif former == [True, False]:
            yield Pair(one, other, False)
        elif former == [False, True]:
            yield Pair(other, one, False)
        elif former == [False, False] and older is not None:
            yield Pair(older, other if older is one else one, False)


def summed_up(line: Line, words: Words, told: Told, some: Sequence[Draft]) -> Iterator[Pair]:
    """The last two figures before a noun that sums them up: went for 7,000 in May, sold at 8,400, an increase of ..."""
    first = bounds(line, told.at)[0]
    before = [one for one in some if first <= one.start < told.at]
    if told.by is None or len(before) < 2 or not words.noun.match(line.base, told.at):
        return
    old, new = before[-2:]
    gap, small = line.line[noun_end(new) : told.at], changes.Words.of(line.lexicon).small
    marks = Marks.of(line.lexicon)
    comma = max((at for at, code in enumerate(gap) if code in marks.comma), default=-1)
    small |= line.lexicon.characters("amounting")
    cuts = words.trend, line.lexicon.words_of("contrasting")
    if any(any(some.finditer(line.base, old.end, new.start)) for some in cuts):
        return
    if comma >= 0 and all(code in small for code in gap[comma + 1 :]) and is_alike(old, new):
        yield Pair(old, new, False)


def clause(line: Line, one: Draft) -> tuple[int, int]:
    """The words around a figure up to the next sign or figure."""
    first, stop = bounds(line, one.start)
    marks = Marks.of(line.lexicon)
    cuts = marks.comma | marks.open | marks.close | {END} | line.lexicon.characters("while")
    start, end = one.start, noun_end(one)
    least = max([first, start - CLAUSE, *(other.end for other in figures_of(line, first, start))])
    while start > least and line.line[start - 1] not in cuts:
        start -= 1
    most = min([stop, end + CLAUSE, *(other.start for other in figures_of(line, one.end, stop))])
    while end < most and line.line[end] not in cuts:
        end += 1
    return start, end


def _is_former(line: Line, words: Words, one: Draft) -> bool:
    start, end = clause(line, one)
    was = line.lexicon.characters("was-word")
    near = NEAR if line.lexicon.has_capitals else NEAR + WAS
    first = bounds(line, one.start)[0]
    begun = first + (line.base[first] in line.lexicon.characters("conjunction"))
    if line.base[begun] in was and not figures_of(line, begun, one.start):
        return True
    told = not was.isdisjoint(line.base[max(start, one.start - near) : one.start])
    return told or any(words.former.finditer(line.base, start, end))


def _older(line: Line, one: Draft, other: Draft) -> Draft | None:
    """The one of two figures whose words have the earlier date, where both have one."""
    dates = [date_of(line, one), date_of(line, other)]
    if any(date is None or not date.readings for date in dates):
        return None
    first, second = (date.readings[0].value for date in dates if date is not None)
    if first.low is None or second.low is None or first.low == second.low:
        return None
    return one if first.low < second.low else other


def date_of(line: Line, one: Draft) -> Draft | None:
    """The only date behind a figure, or else before it."""
    start, end = clause(line, one)
    for place in ((one.end, end), (start, one.start)):
        if found := [date for date in line.drafts_between(*place) if date.kind in DATES]:
            return found[0] if len(found) == 1 else None
    return None


def _is_barred(line: Line, words: Words, one: Draft) -> bool:
    return any(words.barred.finditer(line.base, *clause(line, one)))
