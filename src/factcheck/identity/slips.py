"""Figures that are one but for two neighbouring digits that changed places: 137 people on the boat, 173 on board.

That two figures of one kind in an article have the same digits by chance is rare: in 559 articles of English news it
happened five times, each time among the scores of a match. So little else is needed to know that they are one figure.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction

from factcheck.identity import figure_gates, word_gates
from factcheck.identity.cues import Cues
from factcheck.identity.definite import (
    adds_words,
    after_noun,
    clause_repeated,
    following,
    narrowed,
    pointer,
    repeated,
)
from factcheck.identity.elsewhere import other_actor, published_apart
from factcheck.identity.figure_gates import same_time
from factcheck.identity.gates import VALUES, Gates, holds_apart
from factcheck.identity.tolls import ANYBODY, moves, toll
from factcheck.identity.values import DATES, agree, comparable, likeliest, middle
from factcheck.identity.views import View, Views, contained
from factcheck.languages.data import concept_kinds
from factcheck.model import MINUTES_A_DAY, NOBODY, Fact

KINDS = ("number", "money", "quantity")
# Two digits are alike by chance more often than three.
MANY = 3
# Content words that two sentences about a figure of two digits share besides what is counted.
SHARED = 2
# A bare figure so large (the 64 million) may be an amount whose currency was named before.
LARGE = 1000
# What was rounded may be so much larger or smaller; a wider range was written with two ends.
WIDEST = Fraction(1, 10)
# Decimals further than these are not written.
MOST_DECIMALS = 6
# The kinds of things whose figures make up tables and scores.
TABLED = ("event", "vote")
EVIDENCE = ("swapped-digits",)
# Two sentences of which one has so few words more say the same of two things.
PARALLEL = 2
# A date so many days from that of the article tells of another time.
OTHER_TIME = 31


def other_time(one: View, other: View, views: Views, cues: Cues) -> bool:
    """One of them is said of a time that is neither that of the other nor that of its article: in 2019 it had."""
    return _has_own_time(one, other) or _has_own_time(other, one)


def _has_own_time(view: View, beside: View) -> bool:
    theirs = [fact for fact in beside.figures if fact.kind in DATES]
    own = (fact for fact in view.figures if fact.kind in DATES and not any(same_time(fact, each) for each in theirs))
    return any(not _is_recent(fact, view.document.published) for fact in own)


def _is_recent(fact: Fact, published: date | None) -> bool:
    """Whether a date names no year, or one near the day of publication."""
    if fact.kind != "year" and all(part.role != "year" for part in fact.parts):
        return True
    value = middle(fact)
    if published is None or value is None:
        return False
    return abs(value / MINUTES_A_DAY - published.toordinal()) <= OTHER_TIME


def other_phrase(one: View, other: View, views: Views, cues: Cues) -> bool:
    """A phrase after the later one says of which it is, and the first sentence does not: the 230 beds for children.

    A clause says so of a smaller count, which may be a part: the 46 passengers who got on in the harbour. Where nouns
    come before their figures a phrase after the figure goes with the verb.
    """
    subject = other.fact.subject
    after = following(other, (len(subject.words) + bool(subject.concept)) if cues.head_last else 0)
    meaning = cues.meaning("narrowing", after[0].key) if after and after[0].kind != "sign" else ""
    if meaning == "phrase":
        return cues.head_last and not repeated(one, after, cues)
    smaller = (middle(other.fact) or 0) < (middle(one.fact) or 0)
    counted = one.fact.kind == other.fact.kind == "number"
    return bool(meaning) and smaller and counted and not clause_repeated(one, after, cues)


def parallel(one: View, other: View, views: Views, cues: Cues) -> bool:
    """The second says the same of something that it names: the hospital has 320 beds, the hospital in Hollin 230."""
    if other.once(pointer, cues):
        return False
    few, many = sorted((one.content, other.content), key=len)
    return len(few) < len(many) <= len(few) + PARALLEL and contained(few, many, cues) == len(few)


SLIPPED: Gates = (
    ("one sentence", word_gates.one_sentence),
    ("composite", figure_gates.composite),
    ("other dates", figure_gates.other_dates),
    ("other time", other_time),
    ("other phrase", other_phrase),
    ("parallel", parallel),
    ("scope", word_gates.scope),
    ("states", word_gates.other_states),
    ("modifiers", word_gates.modifiers),
    ("polarity", word_gates.polarity),
    ("distinct", word_gates.distinct),
    ("counterpart", word_gates.counterpart),
    *(gate for gate in VALUES if gate[0] != "better partner"),
)
ACROSS: Gates = (("day of publication", published_apart), ("other actor", other_actor))
# Across documents no figure is the later one.
ALIKE: Gates = tuple(gate for gate in SLIPPED if gate[1] is not other_phrase)
# Of them those that serve across languages.
UNTOLD: Gates = tuple(gate for gate in SLIPPED if gate[1] is other_time or gate[1].__module__ == figure_gates.__name__)

Digits = tuple[str, int]
"""The digits of a value without the zeros at its end, and the power of ten of the last of them."""


def digits(value: Fraction) -> Digits | None:
    """The digits of a value; ``None`` where they do not end soon, or there are too few to change places."""
    power = 0
    while value.denominator != 1:
        value, power = value * 10, power - 1
        if power < -MOST_DECIMALS:
            return None
    whole = str(abs(value.numerator))
    bare = whole.rstrip("0")
    return (bare, power + len(whole) - len(bare)) if len(bare) > 1 else None


def _written(fact: Fact) -> Fraction | None:
    """The value as written; ``None`` of a range with two ends, and of a bound."""
    value = middle(fact)
    if value is None:
        return None
    low, high, *_ = likeliest(fact)
    wide = low is not None and high is not None and low != high and high - low > abs(value) * WIDEST
    return None if wide else value


def swapped(one: str, other: str) -> bool:
    """Whether two neighbouring digits that are not the same changed places, and nothing else."""
    if len(one) != len(other):
        return False
    places = [at for at, pair in enumerate(zip(one, other, strict=True)) if pair[0] != pair[1]]
    if len(places) != 2 or places[1] - places[0] != 1:
        return False
    first, second = places
    return one[first] == other[second] and one[second] == other[first]


def are_swapped(one: Fact, other: Fact) -> bool:
    """Whether two figures of many digits have the same ones but for two that changed places."""
    first, second = (digits(_written(fact) or Fraction(0)) for fact in (one, other))
    if first is None or second is None or first[1] != second[1]:
        return False
    return len(first[0]) >= MANY and swapped(first[0], second[0])


def slips(facts: Iterable[Fact], views: Views) -> Iterator[tuple[View, View]]:
    """Pairs of views, the earlier first, of figures that have the same digits but for two that changed places."""
    groups: dict[tuple[str, int], list[tuple[str, Fact]]] = {}
    for fact in facts:
        value = _written(fact) if fact.kind in KINDS else None
        if value is not None and (found := digits(value)) is not None:
            groups.setdefault(("".join(sorted(found[0])), found[1]), []).append((found[0], fact))
    for group in groups.values():
        values: dict[str, list[Fact]] = {}
        for written, fact in group:
            values.setdefault(written, []).append(fact)
        # Two figures that are each told again are two; one that meets three has its digits by chance.
        if len(values) == 2 and swapped(*values) and min(map(len, values.values())) == 1:
            first, second = (some[0] for some in values.values())
            yield views.of(first), views.of(second)


def slip(one: View, other: View, cues: Cues) -> tuple[str, ...]:
    """Both figures count or measure one thing, as far as their words tell."""
    many = _are_many(one.fact)
    pointing = bool(other.once(pointer, cues)) and not one.once(pointer, cues)
    tolls = any(view.once(toll, cues) for view in (one, other))
    if moves(one, cues, near=not tolls) or moves(other, cues, near=not tolls):
        return ()
    alike = contained(one.content, other.content, cues)
    if pointing and alike and _is_bare(other.fact):  # the pupils of the school, all 460
        return EVIDENCE
    if not _one_thing(one.fact, other.fact, many, pointing) or (pointing and _is_narrower(one, other, cues)):
        return ()
    return EVIDENCE if many or pointing or alike >= SHARED else ()


def _is_narrower(one: View, other: View, cues: Cues) -> bool:
    """Whether words around the noun of the later figure say which of several are meant."""
    if adds_words(one, other, cues):
        return True
    pointing, counted = other.once(pointer, cues), bool(other.fact.subject.concept)
    return counted and narrowed(one, other, after_noun(other, cues), pointing, cues)


def _are_many(fact: Fact) -> bool:
    found = digits(_written(fact) or Fraction(0))
    return found is not None and len(found[0]) >= MANY


def _is_bare(fact: Fact) -> bool:
    return fact.kind == "number" and fact.subject == NOBODY


def _one_thing(one: Fact, other: Fact, many: bool, pointing: bool) -> bool:
    if one.kind != other.kind:  # 46 million euros; the 64 million
        return pointing and _is_bare(other) and one.kind == "money" and (_written(other) or 0) >= LARGE
    if one.kind != "number":
        return comparable(one, other)
    first, second = one.subject, other.subject
    if not first.concept and not second.concept:
        return bool(first.words) and first.words == second.words
    kinds = concept_kinds()
    if kinds.get(first.concept) in TABLED:
        return many and first.concept == second.concept
    if first.concept == second.concept and first.concept not in ANYBODY:
        return True
    people = all(kinds.get(each.concept) == "person" or each.concept in ANYBODY for each in (first, second))
    return people and bool(first.concept and second.concept) and (many or (pointing and first == second))


def slipped_across(
    facts: Iterable[Fact], views: Views, cues: Mapping[str, Cues]
) -> Iterator[tuple[View, View, tuple[str, ...]]]:
    """The same of two documents; of two languages only three digits or more tell, since no words can."""
    for one, other in slips(facts, views):
        first, second = (view.document.language for view in (one, other))
        alike = contained(one.content, other.content, cues[second]) if first == second else 0
        many = _are_many(one.fact)
        if one.fact.path == other.fact.path or not _one_thing(one.fact, other.fact, many, False):
            continue
        gates = (*(ALIKE if first == second else UNTOLD), *ACROSS)
        told = any(view.once(toll, cues[view.document.language]) for view in (one, other))
        days = {view.document.published for view in (one, other)}
        enough = alike >= SHARED or (many and (alike or first != second))
        if enough and (not told or len(days) == 1) and not holds_apart(gates, one, other, views, cues[second]):
            yield one, other, EVIDENCE


def slipped(facts: Sequence[Fact], views: Views, cues: Cues) -> Iterator[tuple[View, View, tuple[str, ...]]]:
    """The pairs of one document that are one figure with a slip of the hand in it, with the evidence."""
    for one, other in slips(facts, views):
        evidence = slip(one, other, cues)
        if evidence and not agree(one.fact, other.fact) and not holds_apart(SLIPPED, one, other, views, cues):
            yield one, other, evidence
