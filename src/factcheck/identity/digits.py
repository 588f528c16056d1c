"""A figure in a definite noun phrase, given nowhere else -> the only one before it that differs in a digit.

A fine of 240,000 dollars ... the 340,000 dollars; won by 218 votes ... all of the 281 who backed it. In 2,000 articles
of news no figure of people, votes or money that is taken up so differed from one before in one digit alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.identity.cues import Cues
from factcheck.identity.definite import CONTENT, adds_words, following, narrowed, pointer, small
from factcheck.identity.gates import holds_apart
from factcheck.identity.resumed import APART, MOST_FIGURES, are_some, is_of_others, stands_alone
from factcheck.identity.tolls import ANYBODY, moves
from factcheck.identity.values import middle
from factcheck.identity.views import View, Views
from factcheck.languages.data import concept_kinds
from factcheck.model import Fact

EVIDENCE = ("one-digit",)
KINDS = ("number", "money")
# Two figures are of one scale.
SCALE = 3
# Figures of fewer digits share one by chance; of money hardly any two are told of.
FEWEST = {"number": 3, "money": 2}
# What may stand between a name and its figure: the banks' $3.6 billion.
POSSESSIVE = ("'", "’")
HYPHEN = "-"
# Of what people are counted, those who cast votes are told of as votes.
VOTE = "vote"


def changed_digits(facts: Sequence[Fact], views: Views, cues: Cues) -> Iterator[tuple[View, View, tuple[str, ...]]]:
    """The pairs of one document, each with the evidence; at most one for each figure that takes another up."""
    figures = [fact for fact in facts if fact.kind in KINDS and fact.readings]
    if len(figures) > MOST_FIGURES:
        return
    written = [_digits(fact) for fact in figures]
    for at, fact in enumerate(figures):
        if len(written[at]) < FEWEST[fact.kind]:
            continue
        same = (number for number in range(at) if figures[number].kind == fact.kind)
        off = [figures[number] for number in same if _differ_in_a_digit(figures, written, number, at)]
        if not off:
            continue
        later = views.of(fact)
        pointing = _pointing(later, cues)
        if not pointing or small(later):
            continue
        near = [views.of(one) for one in off]
        near = [one for one in near if one.position < later.position and _is_alike(one, later, pointing, cues)]
        near = [one for one in near if not moves(one, cues, near=True) and not is_of_others(one, cues)]
        if len({middle(one.fact) for one in near}) != 1 or are_some(later, cues):
            continue
        if stands_alone(later, figures, views, cues) and not holds_apart(APART, near[0], later, views, cues):
            yield near[0], later, EVIDENCE


def _pointing(view: View, cues: Cues) -> str:
    """An article and the like, or a possessive."""
    if found := view.once(pointer, cues):
        return found
    words = view.sentence.words
    return "possessive" if view.first and words[view.first - 1].key in POSSESSIVE else ""


def _digits(fact: Fact) -> str:
    """The digits of a figure as one would write it, without the zeros at its end: 420,000 and 4.2 million are 42."""
    value = middle(fact)
    if value is None or value <= 0:
        return ""
    while value.denominator != 1 and value.denominator % 10 in (0, 5, 2, 4, 8):
        value *= 10
        if value > 10**18:
            return ""
    digits = str(value.numerator)
    return digits.rstrip("0") if fact.kind == "money" else digits


def _differ_in_a_digit(figures: Sequence[Fact], written: Sequence[str], one: int, other: int) -> bool:
    """Whether two figures differ in one digit, or in the order of their digits."""
    first, second = written[one], written[other]
    if len(first) != len(second) or first == second:
        return False
    if sum(a != b for a, b in zip(first, second, strict=True)) != 1 and sorted(first) != sorted(second):
        return False
    low, high = sorted(middle(figures[at]) or Fraction(0) for at in (one, other))
    return bool(low) and high <= SCALE * low


def _coin(fact: Fact) -> str:
    """The last word of a currency: dollars are US dollars."""
    return (fact.readings[0].unit or "").split(" ")[-1]


def _is_alike(earlier: View, later: View, pointing: str, cues: Cues) -> bool:
    one, other = earlier.fact, later.fact
    after = following(later, len(other.subject.words) + bool(other.subject.concept) if cues.head_last else 0)
    voters = one.subject.concept == VOTE and concept_kinds().get(other.subject.concept) == "person"
    if not voters and narrowed(earlier, later, after, pointing, cues):
        return False
    if other.kind == "money":
        return _coin(one) == _coin(other)
    first, second = one.subject, other.subject
    kinds = concept_kinds()
    people = kinds.get(first.concept) == "person" or first.concept in (VOTE, *ANYBODY[1:])
    if adds_words(earlier, later, cues):
        return False
    if second.concept:
        return voters or (bool(first.concept) and first.concept == second.concept)
    if second.words or not first.concept:
        return False
    if after and after[0].key == HYPHEN:
        return len(after) > 1 and after[1].key == first.concept
    if after and after[0].kind != "sign":
        meaning = cues.meaning("narrowing", after[0].key)
        return people and (meaning == "clause" or (after[0].kind == "function" and not meaning and cues.head_last))
    aside = len(after) > 1 and after[1].kind not in ("figure", *CONTENT)
    return cues.head_last and (not after or after[0].key != "," or aside)
