"""The facts of one document -> pairs that are certainly one figure given twice, each with its evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from factcheck.identity import thresholds
from factcheck.identity.cues import Cues
from factcheck.identity.definite import definite, pointer
from factcheck.identity.digits import changed_digits
from factcheck.identity.figure_gates import is_calendrical
from factcheck.identity.gates import (
    NAMING,
    POINTING,
    REPEATING,
    STATING,
    TELLING,
    TITLING,
    TOLLS,
    VALUES,
    Gates,
    holds_apart,
)
from factcheck.identity.resumed import resumed
from factcheck.identity.slips import slipped
from factcheck.identity.statements import statement
from factcheck.identity.thresholds import WINDOW
from factcheck.identity.tolls import again, moves_on, toll
from factcheck.identity.values import Key, adds_up, agree, keys, likeliest
from factcheck.identity.views import View, Views, shared
from factcheck.identity.ways import TITLE, apposition, near_copy, title
from factcheck.model import NOBODY, Fact

# So many figures of one kind in a document are a table or noise: no place tells one of them from the rest, and each
# is compared with its next neighbours alone.
CROWD = 60
CROWD_WINDOW = 2
# So many values of one toll are told of several events, or of how it grew.
SEVERAL = 3


class Pair(NamedTuple):
    """Two facts in the order of the text, whether their values can be one, and why they are one figure."""

    one: Fact
    other: Fact
    agrees: bool
    evidence: tuple[str, ...]


def grouped(facts: Iterable[Fact]) -> dict[Key, list[Fact]]:
    """Facts by what they are compared under, in their order; those that stand alone are left out."""
    groups: dict[Key, list[Fact]] = {}
    for fact in facts:
        for key in keys(fact):
            groups.setdefault(key, []).append(fact)
    return {key: group for key, group in groups.items() if len(group) > 1}


def within(facts: Sequence[Fact], views: Views, cues: Cues) -> tuple[Pair, ...]:
    """The pairs of one document, each fact with the nearest earlier ones that agree and that clash."""
    found: dict[tuple[str, str], Pair] = {}
    facts = [fact for fact in facts if is_calendrical(fact, views.document(fact))]
    loose = [fact for fact in facts if fact.kind == "number" and fact.subject == NOBODY]
    for key, group in grouped(facts).items():
        for pair in _of_group(key, group, views, cues):
            if pair.agrees or not adds_up(pair.one, pair.other, (*group, *loose)):
                found.setdefault((pair.one.id, pair.other.id), pair)
    for group in tolls(facts, views, lambda fact: cues).values():
        for pair in _told_again(group, views, cues):
            if pair.agrees or not adds_up(pair.one, pair.other, (*group, *loose)):
                found.setdefault((pair.one.id, pair.other.id), pair)
    for one, other, evidence in slipped(facts, views, cues):
        if not adds_up(one.fact, other.fact, facts):
            pair = Pair(one.fact, other.fact, False, evidence)
            found.setdefault((pair.one.id, pair.other.id), pair)
    for one, other, evidence in resumed(facts, views, cues):
        pair = Pair(one.fact, other.fact, False, evidence)
        found.setdefault((pair.one.id, pair.other.id), pair)
    for one, other, evidence in changed_digits(facts, views, cues):
        pair = Pair(one.fact, other.fact, False, evidence)
        found.setdefault((pair.one.id, pair.other.id), pair)
    return chained(without_lists(found.values()))


def _of_group(key: Key, group: Sequence[Fact], views: Views, cues: Cues) -> Iterator[Pair]:
    crowded = len(group) > CROWD
    busy = bool(key[1]) and len({likeliest(fact) for fact in group}) > thresholds.BUSY
    window = CROWD_WINDOW if crowded else WINDOW
    seen = [views.of(fact) for fact in group]
    for at, later in enumerate(group):
        other = seen[at]
        for earlier, one in zip(
            reversed(group[max(0, at - window) : at]), reversed(seen[max(0, at - window) : at]), strict=True
        ):
            evidence, gates = near_copy(one, other), REPEATING
            if (busy and shared(one, other) < thresholds.BUSY_SHARED) or one.position == TITLE:
                evidence = ()  # a title is short: what it says is weighed by a way of its own
            if not evidence and (evidence := apposition(one, other, cues)):
                gates = NAMING
            elif not evidence and not crowded and (evidence := statement(one, other, cues)):
                gates = STATING
            elif not evidence and key[1] and not crowded:
                evidence, gates = _by_place(one, other, group, views, cues)
            if not evidence:
                continue
            agrees = agree(earlier, later)
            if not agrees and moves_on(one, other, cues):
                continue
            if not holds_apart(gates if agrees else (*gates, *VALUES), one, other, views, cues):
                yield Pair(earlier, later, agrees, evidence)


def tolls(facts: Iterable[Fact], views: Views, cues: Callable[[Fact], Cues]) -> dict[str, list[Fact]]:
    """The figures of people by what befell them, in their order."""
    groups: dict[str, list[Fact]] = {}
    for fact in facts:
        if fact.kind == "number" and (befell := views.of(fact).once(toll, cues(fact))):
            groups.setdefault(befell, []).append(fact)
    return groups


def _told_again(group: Sequence[Fact], views: Views, cues: Cues) -> Iterator[Pair]:
    """Tolls of one event. With three or more values an article tells of several events, or how the toll grew."""
    for at, later in enumerate(group):
        for earlier in reversed(group[max(0, at - WINDOW) : at]):
            one, other = views.of(earlier), views.of(later)
            evidence = again(one, other, cues)
            if not evidence:
                continue
            agrees = agree(earlier, later)
            if not agrees and (len(apart(group, SEVERAL)) == SEVERAL or several(one, other, group, views)):
                continue
            gates = POINTING if other.once(pointer, cues) else TELLING
            if not holds_apart(gates if agrees else (*gates, *TOLLS), one, other, views, cues):
                yield Pair(earlier, later, agrees, evidence)


def several(one: View, other: View, group: Sequence[Fact], views: Views) -> bool:
    """Whether one of the sentences has two of the figures: one that grew, or two parts."""
    sentences = {(view.sentence.path, view.sentence.span): view.fact for view in (one, other)}
    beside = ((fact, sentences.get((fact.path, views.of(fact).sentence.span))) for fact in group)
    return any(known is not None and not agree(fact, known) for fact, known in beside)


def apart(group: Iterable[Fact], most: int) -> list[Fact]:
    """One fact for each value, those that agree with it left out; ``most`` so many."""
    found: list[Fact] = []
    for fact in group:
        if not any(agree(fact, one) for one in found):
            found.append(fact)
            if len(found) == most:
                break
    return found


def _by_place(one: View, other: View, group: Sequence[Fact], views: Views, cues: Cues) -> tuple[tuple[str, ...], Gates]:
    """Identity by where the figures stand, which needs that nothing else in the document could be meant."""
    if evidence := definite(one, other, cues):
        earlier = (fact for fact in group if fact.span < other.fact.span)
        alone = all(agree(fact, one.fact) for fact in earlier)
        return (evidence if alone and not _given_elsewhere(other.fact, one.fact, group) else ()), POINTING
    if evidence := title(one, other, cues):
        alone = sum(views.of(fact).position == TITLE for fact in group[:2]) == 1
        return (evidence if alone and not _given_elsewhere(one.fact, other.fact, group) else ()), TITLING
    return (), ()


def _given_elsewhere(fact: Fact, partner: Fact, group: Sequence[Fact]) -> bool:
    """Whether the value of ``fact`` is given again, but not by its partner: then the partner is another thing."""
    others = (one for one in group if one.id not in (fact.id, partner.id))
    return not agree(fact, partner) and any(agree(fact, one) for one in others)


def without_lists(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    """The pairs less those of a figure that clashes with two values: it is an item of a list or a table."""
    pairs = tuple(pairs)
    values: dict[str, set[object]] = {}
    for pair in pairs:
        if not pair.agrees:
            values.setdefault(pair.one.id, set()).add(likeliest(pair.other))
            values.setdefault(pair.other.id, set()).add(likeliest(pair.one))
    return tuple(p for p in pairs if p.agrees or max(len(values[p.one.id]), len(values[p.other.id])) == 1)


def chained(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    """For each fact the nearest earlier one that agrees and the nearest that clashes: as many as there are facts."""
    nearest: dict[tuple[str, bool], Pair] = {}
    for pair in pairs:
        known = nearest.get((pair.other.id, pair.agrees))
        if known is None or pair.one.id > known.one.id:
            nearest[pair.other.id, pair.agrees] = pair
    return tuple(sorted(nearest.values(), key=lambda pair: (pair.other.id, pair.one.id)))


def single(pairs: Sequence[Pair]) -> tuple[Pair, ...]:
    """All pairs that agree; of those that clash one between any two groups of facts that agree with each other.

    A figure given three times, once wrong, is one mistake and clashes once.
    """
    group: dict[str, str] = {}

    def root(name: str) -> str:
        while (above := group.get(name, name)) != name:
            group[name] = group.get(above, above)
            name = above
        return name

    for pair in pairs:
        if pair.agrees:
            group[root(pair.other.id)] = root(pair.one.id)
    kept, seen = [], set()
    for pair in pairs:
        between = tuple(sorted((root(pair.one.id), root(pair.other.id))))
        if pair.agrees or between not in seen:
            kept.append(pair)
        if not pair.agrees:
            seen.add(between)
    return tuple(kept)
