"""The highest or lowest since some time, and what was measured in that time -> the relation ``record``.

``At 31.4 degrees the hottest April day since 2012 ... the previous peak, 32.8 degrees, was in 2019``; ``the lowest in
ten years ... until then 940 tons in 2016 had been the least``. Where several figures may be the highest one, all are
tried, and the one beyond the others is taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from factcheck.languages.lexicon import Lexicon
from factcheck.languages.matching import Found
from factcheck.model import MINUTES_A_DAY, Passage, Relation
from factcheck.reading.breakdowns import COUNTS, concept, counts_something, is_part
from factcheck.reading.lines import Draft, Line
from factcheck.reading.places import Place, ends_of, sentences_of, written
from factcheck.reading.sentences import bounds

FIGURES = (*COUNTS, "percent", "duration")
DATES = ("day", "month", "year", "period")
OUTCOME = "outcome"
PEAK, TROUGH = "peak", "trough"
# From the superlative to its time are so many tokens; from "since" to its date, from "in" to its years so many.
REACH, SINCE, SPAN = 12, 6, 4
# A superlative that is denied has its word so near before it.
DENIED = 4
# The old figure stands in so many sentences after that of the superlative.
NEAR = 2
# Figures further apart than this many times are not of one thing.
SCALE = 3
YEAR = MINUTES_A_DAY * Fraction(3652425, 10000)
# What is nearer to the day of publication may be part of the new record.
RECENT = 20 * MINUTES_A_DAY


class Time(NamedTuple):
    """The minutes from which to which something is the most; ``told`` is the date or length that says so."""

    start: Fraction | None
    end: Fraction | None
    told: Draft | None

    def holds(self, one: Draft) -> bool:
        low, high = ends_of(one)
        if one.kind not in DATES or one is self.told or not one.readings or high is None:
            return False
        return (self.start is None or low >= self.start) and (self.end is None or high <= self.end)


def superlatives(path: str, lines: Sequence[Line], lexicon: Lexicon, published: date | None) -> Iterator[Relation]:
    """The superlatives of a text that have a time, each with the figures of that time in the sentences after it."""
    telling = lexicon.words_of_any(PEAK, TROUGH)
    begins = {line.starts[bounds(line, one.start())[0]] for line in lines for one in line.told(telling)}
    places = [place for line in lines for place in sentences_of(line)] if begins else []
    for at, place in enumerate(places):
        if place.line.starts[place.start] not in begins:
            continue
        for kind in (PEAK, TROUGH):
            for word in place.find(kind):
                time = _time(place, word, lexicon, published)
                if time is not None and not _is_denied(place, word, lexicon):
                    before = places[at - 1] if at else None
                    yield from _held(path, before, places[at : at + NEAR + 1], word, kind, time)
                    break


def _time(place: Place, word: Found, lexicon: Lexicon, published: date | None) -> Time | None:
    """Since a date, ever, or in the last years."""
    line, _, stop = place
    today = None if published is None else Fraction((published.toordinal() - 1) * MINUTES_A_DAY)
    end, until = min(stop, word.end() + REACH), None if today is None else today - RECENT
    for one in lexicon.words_of("sincetime").finditer(line.base, word.end(), end):
        dates = [each for each in line.drafts_between(one.end(), min(stop, one.end() + SINCE)) if each.kind in DATES]
        if dates and dates[0].readings and (start := ends_of(dates[0])[1]) is not None:
            return Time(start, until, dates[0])
    if any(lexicon.words_of("alltime").finditer(line.base, word.end(), end)):
        return Time(None, until, None)
    for one in lexicon.words_of("recentspan").finditer(line.base, word.end(), end):
        counted = [each for each in line.drafts_between(one.end(), min(stop, one.end() + SPAN)) if each.readings]
        length = _years(line, counted[0], lexicon) if counted else None
        if length and today is not None:
            return Time(today - length, until, counted[0])
    return None


def _is_denied(place: Place, word: Found, lexicon: Lexicon) -> bool:
    before = place.line.base[max(place.start, word.start() - DENIED) : word.start()]
    return not lexicon.characters("negation").isdisjoint(before)


def _years(line: Line, one: Draft, lexicon: Lexicon) -> Fraction | None:
    """How long a length of whole years is; where the noun comes first it may be a bare number."""
    if one.kind == "duration":
        low = ends_of(one)[0]
        return low if low >= YEAR else None
    before = lexicon.words_of("yearplural").finditer(line.base, max(one.start - 2, 0), one.start)
    return written(one) * YEAR if one.kind == "number" and any(before) else None


def _figures(place: Place, end: int | None = None) -> list[Draft]:
    some = place.line.drafts_between(place.start, place.stop if end is None else end)
    return [one for one in some if one.kind in FIGURES and one.number is not None and one.number.high is None]


def _alike(one: Draft, other: Draft) -> bool:
    """Whether two figures are of one measure and scale; a bare one takes its measure from the other."""
    bare = [each for each in (one, other) if each.kind == "number" and not counts_something(each)]
    if one is other or not one.readings or not other.readings:
        return False
    if one.kind == other.kind == "number":
        alike = bool(bare) or concept(one) == concept(other)
    elif one.kind == other.kind:
        alike = is_part(one, other) or _unit(one) == _unit(other)
    else:
        alike = len(bare) == 1
    low, high = sorted((abs(written(one)), abs(written(other))))
    return alike and 0 < high <= low * SCALE


def _unit(one: Draft) -> str:
    """The first word of a unit: degrees are degrees Celsius."""
    return (one.readings[0].unit or "").split(" ")[0]


def _held(
    path: str, before: Place | None, near: Sequence[Place], word: Found, kind: str, time: Time
) -> Iterator[Relation]:
    said = near[0]
    for other in near:
        if not other.has("pastmark") and (other is said or not other.has(kind)):
            continue
        for old in _figures(other):
            if old is time.told or (other is said and old.start < word.end()) or not _is_of_time(other, old, time):
                continue
            found = _newest(before, near, old, other, time)
            if found is None:
                continue
            line, news = found
            best = (max if kind == PEAK else min)(news, key=written)
            ends = ((other.line, old), (line, best))
            yield _tie(path, ends if kind == PEAK else ends[::-1], said, word)


def _is_of_time(place: Place, old: Draft, time: Time) -> bool:
    """Whether a date of that time stands nearer to a figure than to any other of its measure."""
    some = [one for one in _figures(place) if one is old or _alike(one, old)]
    dates = (one for one in place.line.drafts_between(place.start, place.stop) if time.holds(one))
    return any(_nearest(some, each) is old for each in dates)


def _nearest(some: Sequence[Draft], to: Draft) -> Draft:
    return min(some, key=lambda one: max(one.start - to.end, to.start - one.end))


def _newest(
    before: Place | None, near: Sequence[Place], old: Draft, other: Place, time: Time
) -> tuple[Line, list[Draft]] | None:
    """The figures that may be the highest: of its sentence, else of the one before it, else the first after it.

    What stands before the old figure in a sentence after may be of something else, which that is held against.
    """
    said = near[0]
    for place in (said, before, near[1] if len(near) > 1 else None):
        if place is None:
            continue
        some = _figures(place, old.start if place is other else None)
        news = [one for one in some if one is not time.told and _alike(one, old)]
        if news:
            ahead = [one for one in _figures(other, old.start) if _alike(one, old) and one not in news]
            return None if ahead and other is not said else (place.line, news)
    return None


def _tie(path: str, ends: Sequence[tuple[Line, Draft]], said: Place, word: Found) -> Relation:
    (_, less), (_, more) = ends
    roles = (("less", (str(less.data["id"]),)), ("more", (str(more.data["id"]),)))
    span, words = said.line.span(*word.span()), said.line.text(*word.span())
    return Relation("record", path, span, roles, "superlatives", (Passage(path, span, words, OUTCOME),))
