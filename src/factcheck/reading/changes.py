"""A sentence with figures that rose or fell -> the old one, the new one, and by how much they are said to differ.

Fell to 64 million from 80 million, a drop of 20 percent. Ranks, exchange rates, forecasts and adjusted figures are
left alone, and so is whatever stands between the two that may begin another statement.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise, takewhile
from typing import NamedTuple

from factcheck.languages.lexicon import Lexicon
from factcheck.languages.matching import Matcher
from factcheck.languages.phrases import parse
from factcheck.model import Relation
from factcheck.reading.breakdowns import COUNTS, concept, counts_something, is_part
from factcheck.reading.ends import ENDS
from factcheck.reading.enumerations import relation
from factcheck.reading.lines import Draft, Line
from factcheck.reading.pieces import Marks
from factcheck.reading.places import noun_end
from factcheck.reading.sentences import bounds

FIGURES = (*COUNTS, "percent")
POINTS = ("percentage point", "point")
# From the verb to its first figure, from there to the second, and to what is said of the two: so many tokens.
REACH, BETWEEN, BEHIND = 14, 16, 16
# Between a part and what it is a part of stand so many words: 42 of the 90.
PARTITIVE = 2
# The word that says whether a figure is the old or the new one stands so near before it.
NEAR = 3
# Whole figures further apart than this are not of one scale: from 1.2 to 1.5 million.
FURTHEST = 30
# A bare number up to this may be a rank, an age or a temperature.
SMALL = 100
OPPOSITE = {"rise": "fall", "fall": "rise"}
SIDES = ("changefrom", "changeto", "changeby", "setagainst")


class Words(NamedTuple):
    """Classes of one language that tell of changes."""

    trend: Matcher
    doubling: Matcher
    lead: Matcher
    sides: tuple[tuple[str, Matcher], ...]
    small: frozenset[str]
    cuts: frozenset[str]
    signs: frozenset[str]
    telling: frozenset[str]
    barred: frozenset[str]
    apiece: frozenset[str]
    hedges: frozenset[str]

    @staticmethod
    @lru_cache(maxsize=16)
    def of(lexicon: Lexicon) -> Words:
        trend, doubling = lexicon.words_of("trend"), lexicon.words_of("doubling")
        lead = lexicon.matcher(parse("({trend-noun}|{amounting})"))
        sides = tuple((name, lexicon.words_of(name)) for name in SIDES)
        marks = Marks.of(lexicon)
        small = lexicon.characters("function|hedge")
        telling = frozenset[str]().union(*trend.all_needs, *doubling.all_needs, *lead.all_needs)
        return Words(
            trend, doubling, lead, sides, small, marks.conjunction | lexicon.characters("while"),
            marks.comma | marks.open | lexicon.characters("dash"), telling,
            lexicon.characters("ranked|adjusted"), lexicon.characters("apiece"),
            lexicon.characters("hedge|compared"),
        )  # fmt: skip


class Move(NamedTuple):
    """Two figures of one thing, and what the sentence says of the way between them."""

    old: Draft
    new: Draft
    trend: str
    by: Draft | None
    certain: bool


def changes(path: str, line: Line, lexicon: Lexicon) -> Iterator[Relation]:
    """The relations ``change``, ``direction``, ``difference`` and ``doubled`` that each sentence states."""
    words = Words.of(lexicon)
    if words.telling.isdisjoint(line.index.characters):
        return
    for first, stop, figures in _sentences(line):
        base = line.base[first:stop]
        if words.telling.isdisjoint(base):
            continue
        for move in (*_moves(line, words, first, stop, figures), *_against(line, words, stop, figures)):
            if not words.barred.isdisjoint(line.base[first : _end(line, words, move, stop)]):
                continue
            if any(lexicon.words_of("respective").finditer(line.base, first, stop)):
                continue
            for kind, roles in _stated(line, move, first):
                yield relation(path, line, kind, roles, "changes")
        if not words.barred.isdisjoint(base):
            continue
        for old, new, trend in _doublings(line, words, first, stop, figures):
            less, more = (old, new) if trend == "rise" else (new, old)
            if are_alike(old, new):
                yield relation(path, line, "doubled", [("less", [less]), ("more", [more])], "changes")


def _end(line: Line, words: Words, move: Move, stop: int) -> int:
    """Where what is said of two figures ends: at the next sign or "while" behind them and their amount."""
    last = max(one.end for one in (move.old, move.new, move.by) if one is not None)
    cuts = words.signs | words.cuts
    return next((at for at in range(last, stop) if line.line[at] in cuts), stop)


def _sentences(line: Line) -> Iterator[tuple[int, int, list[Draft]]]:
    """The sentences that hold two figures or more."""
    end = -1
    for start in sorted(line.drafts):
        if start < end or line.drafts[start].kind not in FIGURES:
            continue
        first, end = bounds(line, start)
        figures = [one for one in line.drafts_between(first, end) if one.kind in FIGURES]
        if len(figures) > 1:
            yield first, end, figures


def _moves(line: Line, words: Words, first: int, stop: int, figures: Sequence[Draft]) -> Iterator[Move]:
    """What each verb of rising or falling says of the figures after it, or of those on both sides of it."""
    verbs = list(words.trend.finditer(line.base, first, stop))
    for at, verb in enumerate(verbs):
        limit = verbs[at + 1].start() if at + 1 < len(verbs) else stop
        trend = line.lexicon.value("trend", line.key(*verb.span())) or ""
        after = [one for one in figures if verb.end() <= one.start < limit]
        led = led_by(line, words, verb.end(), after)
        some = after[1:] if led else after
        pair = from_to(line, words, _after(line, words, led) if led else verb.end(), some, led)
        if pair is None and some and side_of(line, words, some[0]) == "changefrom":
            pair = _since(line, words, verb.start(), some[0], figures)
        if pair is None:
            continue
        old, new = pair
        last = max(pair, key=lambda one: one.start)
        if led and any(one.kind not in FIGURES for one in line.drafts_between(led.end, max(some[0].start, led.end))):
            led = None  # rose 5 percent from a year earlier to 50, from 45 in May
        if led and led.end + 1 != some[0].start and not is_plain(line, words, led):
            led = None
        if led and _is_of_another_time(line, words, led, pair):
            between = line.base[new.end : old.start]
            small = words.small | words.signs | line.lexicon.characters("trend|number")
            if last is old and small.issuperset(between):  # rose 2 percent to 81, up from 70 in June
                yield Move(old, new, trend, None, side_of(line, words, old) != "setagainst")
            continue
        by, told = (led, "") if led else _behind(line, words, last, stop, figures)
        if told != OPPOSITE[trend]:
            partitive = last is old and line.base[old.start - 1] in line.lexicon.characters("of")
            sure = not partitive and side_of(line, words, old) != "setagainst"
            yield Move(old, new, trend, by, sure)


def _is_of_another_time(line: Line, words: Words, led: Draft, pair: tuple[Draft, Draft]) -> bool:
    """Whether by how much something rose need not be the way from the old figure: in a day; to 81, from 70 in June.

    Whoever tells of earnings means the same time a year before; of prices, tolls and rates any time may be meant.
    """
    first, last = sorted(pair, key=lambda one: one.start)
    if first.start < led.start:
        return False  # 64 burglaries, down 30 percent from 80
    between, lead = line.base[first.end : last.start], line.line[noun_end(led) : first.start]
    cuts = words.signs | line.lexicon.characters("semicolon")
    if len(lead) > NEAR or any(words.trend.finditer(line.base, first.end, last.start)):
        return True
    if last is pair[1] or cuts.isdisjoint(between):
        return False
    start, stop = bounds(line, led.start)
    measured = any(line.lexicon.words_of("measured-as").finditer(line.base, start, led.start))
    end = next((at for at in range(last.end, stop) if line.line[at] in cuts), stop)
    times = [one for one in line.drafts_between(last.end, end) if one.kind not in FIGURES]
    return not measured or any(one.kind not in ("year", "duration") for one in times)


def _after(line: Line, words: Words, led: Draft) -> int:
    """The token after a figure and the comma behind it; what another clause tells is no part of the change."""
    cut = line.base[led.end : led.end + 1]
    return led.end + (cut not in words.cuts and cut not in line.lexicon.characters("semicolon"))


def _doublings(
    line: Line, words: Words, first: int, stop: int, figures: Sequence[Draft]
) -> Iterator[tuple[Draft, Draft, str]]:
    """Doubled from 20 to 40, or to 40 from 20; "nearly" and "more than" leave open how much it is."""
    for verb in words.doubling.finditer(line.base, first, stop):
        before = line.base[verb.start() - 1 : verb.start()]
        pair = from_to(line, words, verb.end(), [one for one in figures if one.start >= verb.end()], None)
        if pair and not words.hedges.intersection(before):
            yield (*pair, line.lexicon.value("doubling", line.key(*verb.span())) or "")


def led_by(line: Line, words: Words, at: int, after: Sequence[Draft]) -> Draft | None:
    """By how much, right after the verb or its subject: rose 10 percent, fell by 12."""
    if not after:
        return None
    one = after[0]
    near = one.start - at <= NEAR and all(code in words.small for code in line.base[at : one.start])
    side = side_of(line, words, one)
    return one if side == "changeby" or (near and not side) else None


def from_to(line: Line, words: Words, at: int, some: Sequence[Draft], led: Draft | None) -> tuple[Draft, Draft] | None:
    """From the one figure to the other, in either order; one that it is set against only where a share was led in."""
    if len(some) < 2:
        return None
    one, two = some[:2]
    sides = {side_of(line, words, one): one, side_of(line, words, two): two}
    if led and led.kind == "percent" and "setagainst" in sides:
        sides.setdefault("changefrom", sides.pop("setagainst"))
    if set(sides) != {"changefrom", "changeto"} or one.start - at > REACH or two.start - one.end > BETWEEN:
        return None
    gaps = line.base[at : one.start] + line.base[one.end : two.start]
    if not words.cuts.isdisjoint(gaps) or not words.signs.isdisjoint(line.base[at : one.start]):
        return None
    return None if _has_lead(line, words, at, one.start) else (sides["changefrom"], sides["changeto"])


def _since(line: Line, words: Words, at: int, old: Draft, figures: Sequence[Draft]) -> tuple[Draft, Draft] | None:
    """64 cases, down from 80."""
    before = [one for one in figures if one.end <= at]
    if not before or at - before[-1].end > REACH:
        return None
    new, of = before[-1], line.lexicon.characters("of")
    if len(before) > 1 and not of.isdisjoint(line.base[before[-2].end : new.start]):
        gap = line.base[before[-2].end : new.start]
        if len(gap) <= PARTITIVE:  # won 42 of the 90 seats, down from 51
            return (old, before[-2]) if before[-2].kind == old.kind else None
    gap = line.base[new.end : at]
    near = at - int(str(new.data.get("noun end", new.end))) <= 1 or gap[-1:] in words.signs
    return (old, new) if near and words.cuts.isdisjoint(gap) else None


def _against(line: Line, words: Words, stop: int, figures: Sequence[Draft]) -> Iterator[Move]:
    """50 students against 40 last year, an increase of 25 percent."""
    for new, old in pairwise(figures):
        gap = line.base[new.end : old.start]
        if side_of(line, words, old) == "setagainst" and old.start - new.end <= BETWEEN and words.cuts.isdisjoint(gap):
            by, told = _behind(line, words, old, stop, figures)
            if by and told in OPPOSITE:
                yield Move(old, new, told, by, False)


def _behind(line: Line, words: Words, last: Draft, stop: int, figures: Sequence[Draft]) -> tuple[Draft | None, str]:
    """What is said of both figures behind them, and whether it is called a rise or a fall: , a drop of 20 percent."""
    by = next((one for one in figures if one.start >= last.end), None)
    if by is None or by.start - last.end > BEHIND or not is_plain(line, words, by):
        return None, ""
    gap = line.base[last.end : by.start]
    if not words.cuts.isdisjoint(gap):
        return None, ""
    ends = (int(str(one.data.get("noun end", one.end))) for one in line.drafts_between(last.start, by.start))
    starts = {last.end, *ends} | {at + 1 for at in range(last.end, by.start) if line.base[at] in words.signs}
    leads = list(words.lead.finditer(line.base, last.end, min(by.end + NEAR, stop)))
    kinds = [line.lexicon.value("trend-noun", line.key(*one.span())) or "" for one in leads]
    if not leads or is_of_part(line, words, min(leads[0].start(), by.start), by, leads[-1].end()):
        return None, ""
    begins = min(leads[0].start(), by.start)
    while begins - 1 >= last.end and begins not in starts and line.base[begins - 1] in words.small:
        begins -= 1
    if begins not in starts or by.start - leads[-1].end() > NEAR + 1:
        return None, ""
    return by, next((kind for kind in kinds if kind), "")


def is_of_part(line: Line, words: Words, start: int, by: Draft, last: int = 0) -> bool:
    """Whether an amount is that of something else: after an increase of 12 in 2022; an increase of 12 in the north.

    What is said of it begins at ``start`` and ends with it, or at ``last``.
    """
    lexicon, stop = line.lexicon, bounds(line, by.start)[1]
    small = words.small | lexicon.characters("article")
    run = [*takewhile(lambda at: line.base[at] in small, range(start - 1, max(start - NEAR - 1, 0), -1))]
    if any(line.base[at] in lexicon.characters("lead-apart") for at in run):
        return True
    end = max(noun_end(by), last)
    if end >= stop or line.base[end] not in lexicon.characters("place-preposition|purpose"):
        return end < stop and end in line.drafts and line.drafts[end].kind in ENDS
    single = line.base[end + 1 : end + 2] in lexicon.characters("article")
    return not single and not any(one.kind == "duration" for one in line.drafts_between(end, min(end + NEAR + 1, stop)))


def is_plain(line: Line, words: Words, by: Draft) -> bool:
    """Whether a change is no share of something else, no rate, and not since another time that is named."""
    after = line.base[by.end : by.end + 1]
    if not after or (by.end in line.drafts and line.drafts[by.end].kind == "set"):
        return not after  # 3 percent monthly
    return after not in line.lexicon.characters("of") and after not in words.apiece


def _has_lead(line: Line, words: Words, start: int, end: int) -> bool:
    """Whether a noun of rising or falling stands there: lowered its forecast for the rise in prices from ..."""
    found = words.lead.finditer(line.base, start, end)
    return any(line.lexicon.value("trend-noun", line.key(*one.span())) for one in found)


def side_of(line: Line, words: Words, draft: Draft) -> str:
    """The class of the word before a figure that says what it is in the change; hedges may stand between."""
    nearest, found = (-1, 0), ""
    for name, matcher in words.sides:
        for match in matcher.finditer(line.base, max(draft.start - NEAR - 1, 0), draft.start):
            near = match.end(), -match.start()
            if near > nearest and all(code in words.small for code in line.base[match.end() : draft.start]):
                nearest, found = near, name
    return found


def _stated(line: Line, move: Move, first: int) -> Iterator[tuple[str, list[tuple[str, list[Draft]]]]]:
    """The relations of a change, with their roles."""
    old, new, by = move.old, move.new, move.by
    if not are_alike(old, new) or not _is_money_moved(line, move, first):
        return
    less, more = (old, new) if move.trend == "rise" else (new, old)
    if move.certain and _is_measured(line, move, first):
        yield "direction", [("less", [less]), ("more", [more])]
    if by is None or by.number is None:
        return
    if by.kind == "percent" and not _are_points(old, new, by):
        yield "change", [("old", [old]), ("new", [new]), ("percent", [by])]
    elif by.kind != "percent" and _is_difference(old, by):
        yield "difference", [("less", [less]), ("more", [more]), ("difference", [by])]


def are_alike(old: Draft, new: Draft) -> bool:
    """Whether two figures are of one measure and one scale."""
    if old.number is None or new.number is None or old.kind != new.kind or old.number.high or new.number.high:
        return False
    if not (is_part(old, new) and is_part(new, old)):
        return False
    low, high = sorted((abs(old.number.value), abs(new.number.value)))
    return low > 0 and high <= low * FURTHEST


def _are_points(old: Draft, new: Draft, by: Draft) -> bool:
    """From 5 to 6 percent, by 1 percent: loosely said, points are meant."""
    if old.kind != "percent" or old.number is None or new.number is None or by.number is None:
        return False
    return abs(abs(new.number.value - old.number.value) - by.number.value) < 1


def _is_difference(old: Draft, by: Draft) -> bool:
    """Whether a figure is of what has changed: of the same measure, or points of percentages."""
    if old.kind == "percent":
        return by.kind == "number" and bool(by.readings) and by.readings[0].unit in POINTS
    return old.kind == by.kind and is_part(old, by) and not (by.number and by.number.high)


def _is_money_moved(line: Line, move: Move, first: int) -> bool:
    """Whether it is no exchange rate: the lira fell to 32 per dollar from 30."""
    start = min(move.old.start, move.new.start)
    return line.lexicon.characters("currency").isdisjoint(
        code for at, code in enumerate(line.base[first:start], first) if not _is_inside(line, at)
    )


def _is_inside(line: Line, at: int) -> bool:
    return any(one.start <= at < one.end for one in line.drafts_between(at - NEAR - 1, at + 1))


def _is_measured(line: Line, move: Move, first: int) -> bool:
    """Whether the words show that figures are amounts, whose order tells which way they moved."""
    old, new = move.old, move.new
    if old.kind != "number":  # fell from 30 to 40 percent: by so much
        return not (move.trend == "fall" and old.start < new.start and old.end - old.start == 1)
    if counts_something(old) or counts_something(new) or concept(old):
        return True
    if old.number and new.number and max(old.number.value, new.number.value) > SMALL:
        return True
    return not line.lexicon.characters("tallied").isdisjoint(line.base[first : min(old.start, new.start)])
