"""A figure in a definite noun phrase that the article gives nowhere else -> the figure of the same thing before it.

Nine miners were killed ... the bodies of the seven victims; a ransom of 340 million ... half of the 430 million. Who
says "the seven victims" takes up a number that was told. In 2,000 articles of news hardly any such number of people
stands alone: where the article has another one of the same people, and none that it can be made of, one is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import combinations, takewhile

from factcheck.identity import figure_gates, word_gates
from factcheck.identity.amounts import MEASURES, SCALE, is_only_amount, one_amount, one_measure
from factcheck.identity.cues import Cues
from factcheck.identity.definite import (
    adds_words,
    after_noun,
    are_of_another,
    is_a_rate,
    is_governed,
    narrowed,
    pointer,
    small,
)
from factcheck.identity.gates import Gates, holds_apart
from factcheck.identity.slips import are_swapped, other_time
from factcheck.identity.thresholds import ADDENDS_AMONG, TOLL_LINKS
from factcheck.identity.tolls import ANYBODY, moves, speakers_differ, toll
from factcheck.identity.values import agree, likeliest, middle
from factcheck.identity.views import View, Views, contained
from factcheck.languages.data import concept_kinds
from factcheck.languages.folding import fold
from factcheck.model import Fact, Subject

EVIDENCE = ("resumed",)
KINDS = ("number", "money", "quantity", "duration")
COUNTED = ("number", "money")
ENTIRE = "entire"
# What gives a figure by adding or taking away: so many others at most.
ADDENDS = 3
# Their number stands so many words before the figure: and their number is to be exact 430.
NUMBERED_WITHIN = 6
# Of fewer than so many some may have been told of without a figure (a man, his wife and four others), and so many may
# be those who did it.
FEW, NAMED, SINGLES = 20, 3, 2
TAKEN_UP, NUMBER = "taken-up", "number"
_WORD = re.compile(r"\w+")
# The first words of sentences.
_BEGINNING = re.compile(r"(?:^|[.!?])\W*(\w+)")


APART: Gates = (
    ("one sentence", word_gates.one_sentence),
    ("composite", figure_gates.composite),
    ("other time", other_time),
    ("states", word_gates.other_states),
    ("distinct", word_gates.distinct),
    ("separator", figure_gates.separator),
    ("rounded", figure_gates.rounded),
    ("speakers", lambda one, other, views, cues: speakers_differ(one, other, cues)),
)


# Among more figures than these none stands alone, and each would be held against all.
MOST_FIGURES = 200


def resumed(facts: Sequence[Fact], views: Views, cues: Cues) -> Iterator[tuple[View, View, tuple[str, ...]]]:
    """The pairs of one document, each with the evidence; at most one for each figure that takes another up."""
    figures = [fact for fact in facts if fact.kind in KINDS and fact.readings]
    if len(figures) > MOST_FIGURES:
        return
    for at, fact in enumerate(figures):
        later = views.of(fact)
        pointing = later.once(_reference, cues)
        if not pointing or not stands_alone(later, figures, views, cues):
            continue
        earlier = [views.of(one) for one in figures[:at] if _may_be_meant(views.of(one), later, pointing, cues)]
        if earlier and earlier[0].fact.kind != "number" and not is_only_amount(earlier[0], figures, later):
            continue
        earlier = [one for one in earlier if not one.once(pointer, cues) and not is_of_others(one, cues)]
        earlier = [one for one in earlier if not is_a_rate(one, cues)]
        earlier = [one for one in earlier if not _is_of_new_event(one, later, cues)]
        earlier = [one for one in earlier if not holds_apart(APART, one, later, views, cues)]
        if earlier and not any(agree(one.fact, fact) for one in earlier):
            yield max(earlier, key=lambda one: _closeness(one, later, cues)), later, EVIDENCE


def _is_of_new_event(earlier: View, later: View, cues: Cues) -> bool:
    """Whether a sentence between two tells of something new: a bus fell into a gorge. The nine victims ..."""
    between = later.document.text[earlier.sentence.span.end : later.sentence.span.start]
    return any(cues.meaning("indefinite", fold(word)) for word in _BEGINNING.findall(between))


def _reference(view: View, cues: Cues) -> str:
    """What points back before the figure: an article and the like, a word for all of them, or their number."""
    if small(view):
        return ""
    if found := view.once(pointer, cues):
        return found
    if cues.closing(TAKEN_UP, view.before) == ENTIRE:
        return ENTIRE
    words = view.sentence.words[max(0, view.first - NUMBERED_WITHIN) : view.first]
    near = [*takewhile(lambda word: word.kind not in ("sign", "figure"), reversed(words))]
    return NUMBER if any(cues.meaning(TAKEN_UP, word.key) == NUMBER for word in near) else ""


def stands_alone(later: View, figures: Sequence[Fact], views: Views, cues: Cues) -> bool:
    """Whether no other figure of the article is the same, and none can be put together to make it.

    Those whom something else befell are no part of the victims: 94 dead and 20 survivors make no 74 victims.
    """
    fact, told = later.fact, _fate(later, cues)
    kinds = COUNTED if fact.kind in COUNTED else (fact.kind,)
    others = [one for one in figures if one is not fact and one.kind in kinds]
    if any(map(likeliest(fact).meets, map(likeliest, others))):
        return False
    value = middle(fact)
    if value is None:
        return False
    every = tuple(dict.fromkeys(known for one in others if (known := middle(one)) is not None))[:ADDENDS_AMONG]
    if any(value == sum(some) for size in range(2, ADDENDS + 1) for some in combinations(every, size)):
        return False
    left = [middle(one) for one in others if not told or _fate(views.of(one), cues) in ("", told)]
    return not any(one is not None and value + one in every for one in left)


def is_of_others(view: View, cues: Cues) -> bool:
    """Four others: some more were told of before."""
    return any(cues.opens("leftover", word) for word in (*view.before[-1:], *view.after[:2]))


def _may_be_meant(earlier: View, later: View, pointing: str, cues: Cues) -> bool:
    if earlier.position >= later.position or small(earlier) or earlier.sentence.path != later.sentence.path:
        return False
    whole, part = middle(earlier.fact) or _bound(earlier.fact), middle(later.fact)
    if not whole or not part or not whole / SCALE <= part <= whole * SCALE:
        return False
    if later.fact.kind in MEASURES:
        return one_measure(earlier, later, pointing, cues)
    if "money" in (earlier.fact.kind, later.fact.kind):
        return one_amount(earlier, later, pointing, cues)
    return _same_people(earlier, later, pointing, cues) and not _are_uncounted(earlier, later, whole, part, cues)


def _bound(fact: Fact) -> Fraction | None:
    low, high, *_ = likeliest(fact)
    return low if high is None else high


def _are_uncounted(earlier: View, later: View, whole: Fraction, part: Fraction, cues: Cues) -> bool:
    """Whether some whom no figure counts may make the difference: a man and three others; the dead and the gunman."""
    if part > whole:
        return part < FEW and part - whole <= NAMED
    single = whole - part <= SINGLES
    return single and any(cues.meaning("perpetrator", word) for word in _words_of(later.document_text))


def _fate(view: View, cues: Cues) -> str:
    """What befell those whom a figure counts; victims and bodies are of the dead."""
    if found := view.once(toll, cues):
        return found
    after = [word.key for word in after_noun(view, cues)[:TOLL_LINKS]]
    if (
        len(after) > 1
        and cues.meaning("narrowing", after[0]) == "clause"
        and (clause := cues.opening("fallen", after[1:]))
    ):
        return clause
    concept = view.fact.subject.concept
    return concept if concept in cues.fates else cues.meaning("victims", concept)


def _same_people(earlier: View, later: View, pointing: str, cues: Cues) -> bool:
    one, other = earlier.fact.subject, later.fact.subject
    if later.fact.kind != "number" or earlier.fact.kind != "number":
        return False
    if are_swapped(earlier.fact, later.fact):
        return all(concept_kinds().get(each.concept) == "person" for each in (one, other))
    if are_some(later, cues):
        return False
    first, second = _fate(earlier, cues), _fate(later, cues)
    if second:
        alike = one.concept == other.concept or bool({one.concept, other.concept} & {*ANYBODY, first})
        told = first == second and alike and other.words in ((), one.words)
        return told and not are_of_another(earlier, later, pointing, cues)
    if not other.concept or (pointing == NUMBER and other.concept in ANYBODY):
        all_of_them = pointing in (ENTIRE, NUMBER) and not other.words and _is_pronoun(later, cues)
        return all_of_them and not first and _are_people(one)
    if concept_kinds().get(one.concept) != "person":
        return False
    after = after_noun(later, cues)
    if narrowed(earlier, later, after, pointing, cues) or is_governed(after, cues):
        return False
    if adds_words(earlier, later, cues):
        return False
    return one.concept == other.concept and (not first or one.concept not in ANYBODY)


def _is_pronoun(view: View, cues: Cues) -> bool:
    """Whether nothing follows that says where or which ones: all 430 of those who came; not all 430 in the north."""
    after = after_noun(view, cues)
    meaning = cues.meaning("narrowing", after[0].key) if after else ""
    of = len(after) > 1 and cues.meaning("toll-of", after[0].key) and cues.closing("definite", (after[1].key,))
    return not meaning or of == "pointing"


def are_some(view: View, cues: Cues) -> bool:
    """Whether words near the figure say that others or some are counted: the remaining seven victims."""
    if moves(view, cues, near=True):
        return True
    words = view.sentence.words
    near = words[max(0, view.first - NUMBERED_WITHIN) : view.first] + words[view.last : view.last + TOLL_LINKS]
    return any(cues.opens("leftover", word.key) for word in near)


def _are_people(subject: Subject) -> bool:
    """Whether people are counted, or something that is not known."""
    return concept_kinds().get(subject.concept, "person") == "person" and bool(subject.concept or subject.words)


def _closeness(earlier: View, later: View, cues: Cues) -> tuple[bool, int, int]:
    """How likely the earlier one is meant: no toll that was told before, and with the most words of the later."""
    return not moves(earlier, cues, near=True), contained(later.content, earlier.content, cues), -earlier.position


@lru_cache(maxsize=16)
def _words_of(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text))
