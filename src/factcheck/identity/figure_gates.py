"""Two views of figures that differ -> whether figures and dates around them say that they are of two things."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from factcheck.identity.cues import Cues
from factcheck.identity.values import DATES, TIMES, agree, comparable, keys, likeliest
from factcheck.identity.views import View, Views, neighbours
from factcheck.model import Document, Fact, Range, Word

THOUSAND = 1000
# So many characters leave room for two short words.
CLOSE = 10
THREE_DIGITS = re.compile(r"[.,\u066b\u066c]\d{3}(?!\d)")
SLASH = "/"
COMMAS = (",", "،")
# Dates that may begin or end a stretch, and how many ends it has.
POINTS = ("day", "month", "year", "moment")
STRETCH = 2


def composite(one: View, other: View, views: Views, cues: Cues) -> bool:
    """A figure that only a sign parts from another one is a piece of a score, a clock time, a range or a number.

    So is one beside digits that were not read, or after a slash.
    """
    return _touches(one) or _touches(other)


def _touches(view: View) -> bool:
    words = view.sentence.words
    for near, next_to_it in ((view.first - 1, view.first - 2), (view.last, view.last + 1)):
        if not 0 <= near < len(words):
            continue
        if words[near].kind != "figure" and _has_digit(words[near].key):
            return True
        if words[near].kind != "sign":
            continue
        beside = words[next_to_it] if 0 <= next_to_it < len(words) else None
        if words[near].key == SLASH or (
            beside is not None and beside.kind == "figure" and not _dated(view, near, beside)
        ):
            return True
    return False


def _dated(view: View, sign: int, beside: Word) -> bool:
    """Whether what a comma parts from the figure is a date: set up in 2014, 11,560 troops."""
    start = beside.start
    return view.sentence.words[sign].key in COMMAS and any(
        fact.kind in TIMES and fact.span.start == start for fact in view.figures
    )


def agreeing_value(one: View, other: View, views: Views, cues: Cues) -> bool:
    """When a sentence also holds the other's value, the difference is something else."""
    return _holds(one, other.fact) or _holds(other, one.fact)


def _holds(view: View, fact: Fact) -> bool:
    """Whether another figure of the sentence has the value; of the kind alone, for its noun may be left out."""
    same = (mine for mine in view.figures if mine.kind == fact.kind and mine.readings)
    return any(agree(mine, fact) and not _bounds_another(mine, fact) for mine in same)


def _bounds_another(one: Fact, other: Fact) -> bool:
    """Whether one is vague, such as "over 12" or "dozens", and not known to count what the other does."""
    return likeliest(one).exact is None and one.kind == "number" and not comparable(one, other)


def better_partner(one: View, other: View, views: Views, cues: Cues) -> bool:
    """Another figure of the sentence stands in the same words, or in more of them."""
    return _rival(one, other, views) or _rival(other, one, views)


def _rival(one: View, other: View, views: Views) -> bool:
    here = neighbours(one, other)
    rivals = (mine for mine in other.figures if comparable(mine, one.fact))
    return any(neighbours(one, views.of(mine)) >= here for mine in rivals)


def other_dates(one: View, other: View, views: Views, cues: Cues) -> bool:
    """Both say when, and no date of one can be a date of the other."""
    if one.fact.kind in DATES:
        return False
    first = [(fact, one.key(fact)) for fact in one.figures if fact.kind in TIMES]
    second = [(fact, other.key(fact)) for fact in other.figures if fact.kind in TIMES]
    return bool(first and second) and not any(a[1] == b[1] or same_time(a[0], b[0]) for a in first for b in second)


def later_date(one: View, other: View, views: Views, cues: Cues) -> bool:
    """Only the later one says when: three bombs fell on the port. Five bombs fell on the port on Sunday."""
    if one.fact.kind in DATES or one.sentence.path != other.sentence.path:
        return False
    early, late = sorted((one, other), key=lambda view: view.sentence.span)
    dated = [any(fact.kind in TIMES for fact in view.figures) for view in (early, late)]
    return dated == [False, True]


def other_stretch(one: View, other: View, views: Views, cues: Cues) -> bool:
    """Of two dates that differ each stands beside another one that differs too: two stretches, not one slip."""
    if one.fact.kind not in DATES:
        return False
    first, second = ([fact for fact in view.all_figures if fact.kind in POINTS] for view in (one, other))
    return _unlike(first, second) >= STRETCH and _unlike(second, first) >= STRETCH


def _unlike(some: Sequence[Fact], others: Sequence[Fact]) -> int:
    """How many dates are none of the others; the year, which one end may have from the other, says nothing."""
    return sum(not any(_is_alike(one, other) for other in others) for one in some)


def _is_alike(one: Fact, other: Fact) -> bool:
    first, second = ({part.role: part.value for part in fact.parts if part.role != "year"} for fact in (one, other))
    shared = first.keys() & second.keys()
    return all(first[role] == second[role] for role in shared) if shared else same_time(one, other)


def same_time(one: Fact, other: Fact) -> bool:
    """Whether two dates can be one; of those without a reading, whether what both name is the same."""
    if one.readings and other.readings:
        return agree(one, other)
    parts = {part.role: part.value for part in one.parts}
    shared = [part for part in other.parts if part.role in parts]
    return bool(shared) and all(parts[part.role] == part.value for part in shared)


def other_figures(one: View, other: View, views: Views, cues: Cues) -> bool:
    """Both carry further figures that the other one lacks: another event, or a row of a list."""
    first, second = _figures(one), _figures(other)
    return _lacks(first, second) and _lacks(second, first)


def other_counts(one: View, other: View, views: Views, cues: Cues) -> bool:
    """The same of further figures that count what these count: those of other things say nothing here."""
    keyed = set(keys(one.fact)) | set(keys(other.fact))
    first, second = ([fact for fact in _figures(view) if keyed & set(keys(fact))] for view in (one, other))
    return _lacks(first, second) and _lacks(second, first)


def several(one: View, other: View, views: Views, cues: Cues) -> bool:
    """A sentence that counts the same thing, or something unnamed, with a further value tells of a change."""
    return _counts_again(one, other) or _counts_again(other, one)


def _counts_again(view: View, beside: View) -> bool:
    own, known = set(keys(view.fact)), [view.fact, *_figures(beside)]
    others = (fact for fact in _figures(view) if fact.kind == view.fact.kind)
    again = (fact for fact in others if own & set(keys(fact)) or not (fact.subject.concept or fact.subject.words))
    return any(not any(agree(fact, one) for one in known) for fact in again)


def _figures(view: View) -> list[Fact]:
    return [fact for fact in view.figures if fact.kind not in TIMES and fact.readings]


def _lacks(mine: list[Fact], theirs: list[Fact]) -> bool:
    return any(not any(a.kind == b.kind and agree(a, b) for b in theirs) for a in mine)


def arithmetic(one: View, other: View, views: Views, cues: Cues) -> bool:
    """A third figure is the sum or the difference of the two."""
    if one.fact.kind in DATES:
        return False
    a, b = likeliest(one.fact).exact, likeliest(other.fact).exact
    if a is None or b is None:
        return False
    others = (likeliest(fact).exact for fact in (*_figures(one), *_figures(other)))
    return any(c is not None and c in (a + b, abs(a - b)) for c in others)


def rounded(one: View, other: View, views: Views, cues: Cues) -> bool:
    """Nearly the same, and one of them rounded or a bound: 9.3 thousand for 9,370 is cut, not wrong."""
    if one.fact.kind in DATES:
        return False
    a, b = likeliest(one.fact), likeliest(other.fact)
    slack = max(_width(a), _width(b)) / 2
    return Range(_plus(a.low, -slack), _plus(a.high, slack)).meets(Range(b.low, b.high))


def _width(value: Range) -> Fraction:
    return value.high - value.low if value.low is not None and value.high is not None else Fraction(0)


def _plus(value: Fraction | None, more: Fraction) -> Fraction | None:
    return None if value is None else value + more


def separator(one: View, other: View, views: Views, cues: Cues) -> bool:
    """1305 and 1.305 are the same digits; which sign parts thousands differs from writer to writer.

    So are -100 and 100, of which one has a dash before it.
    """
    first, second = _width(likeliest(one.fact)), _width(likeliest(other.fact))
    a, b = likeliest(one.fact).low, likeliest(other.fact).low
    if a and likeliest(one.fact).exact == -(likeliest(other.fact).exact or 0):
        return True
    if not (THREE_DIGITS.search(one.text) or THREE_DIGITS.search(other.text)) or not a or not b:
        return False
    return max(abs(a + first / 2), abs(b + second / 2)) == THOUSAND * min(abs(a + first / 2), abs(b + second / 2))


def relative(one: View, other: View, views: Views, cues: Cues) -> bool:
    """Words such as yesterday, or a weekday alone, move with the day of writing: no date of the calendar."""
    return not (is_calendrical(one.fact, one.document) and is_calendrical(other.fact, other.document))


def is_calendrical(fact: Fact, document: Document) -> bool:
    """Whether a fact is no date, or one that the calendar has: with digits."""
    return fact.kind not in DATES or _has_digit(document.text[slice(*fact.span)])


def _has_digit(text: str) -> bool:
    return any(map(str.isdecimal, text))


def rank_beside(one: View, other: View, views: Views, cues: Cues) -> bool:
    """A rank close to a figure is one of so many (the 32nd of the 56 laps): a whole, and not what was left of it."""
    return any(_has_rank_beside(view) for view in (one, other))


def _has_rank_beside(view: View) -> bool:
    ranks = (fact.span for fact in view.figures if fact.kind == "ordinal")
    own = view.fact.span
    return any(max(own.start - rank.end, rank.start - own.end) <= CLOSE for rank in ranks)


def ordinals(one: View, other: View, views: Views, cues: Cues) -> bool:
    """An ordinal that only one of them has tells events of a series apart."""
    return _ordinal_words(one) != _ordinal_words(other)


def ordinals_of_one(one: View, other: View, views: Views, cues: Cues) -> bool:
    """An ordinal of the first that the other lacks."""
    return bool(_ordinal_words(one) - _ordinal_words(other))


def _ordinal_words(view: View) -> frozenset[str]:
    return frozenset(view.key(fact) for fact in view.figures if fact.kind == "ordinal")
