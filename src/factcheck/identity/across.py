"""The facts of several documents of one story -> pairs in different documents that are certainly one figure.

Words are compared within a language only. Across languages, and where sources use their own words, two figures of one
concept are the same when at least two other figures beside them agree, or one and a full date.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence

from factcheck.identity.cues import Cues
from factcheck.identity.gates import ELSEWHERE, NAMING, REPEATING, VALUES, WORDLESS, holds_apart, states
from factcheck.identity.pairs import Pair, chained, grouped
from factcheck.identity.thresholds import AGREEING_FIGURES, COPIED, COPIED_WITH_NAME, POSTINGS, WHOLE_COPY
from factcheck.identity.values import adds_up, agree, comparable
from factcheck.identity.views import View, Views, contains, shared
from factcheck.identity.ways import apposition, near_copy
from factcheck.model import Fact

Entry = tuple[str, str]


def across(facts: Sequence[Fact], views: Views, cues: Mapping[str, Cues]) -> tuple[Pair, ...]:
    """Pairs of facts of different documents; ``cues`` are those of each language."""
    found: dict[tuple[str, str], Pair] = {}
    for group in grouped(facts).values():
        if len({fact.path for fact in group}) > 1:
            for pair in _of_group(group, views, cues):
                found.setdefault((pair.one.id, pair.other.id), pair)
    return chained(found.values())


def _of_group(group: Sequence[Fact], views: Views, cues: Mapping[str, Cues]) -> Iterator[Pair]:
    index: dict[Entry, deque[Fact]] = {}
    alone = _of_one_value(group)
    for later in group:
        other = views.of(later)
        spoken = cues[other.document.language]
        entries = _entries(other)
        for earlier in _candidates(index, entries, later):
            one, agrees = views.of(earlier), agree(earlier, later)
            evidence: tuple[str, ...] = ()
            if one.document.language == other.document.language:
                evidence = _near(one, other, views, spoken, agrees)
            if not evidence and {earlier.path, later.path} <= alone:
                evidence = _beside(one, other, views, spoken)
            if (
                evidence
                and not agrees
                and (_moved_on(one, other, spoken) or _explained(one, other, group, views, spoken))
            ):
                continue
            if evidence:
                yield Pair(earlier, later, agrees, ("across", *evidence))
        for entry in entries:
            index.setdefault(entry, deque(maxlen=POSTINGS)).append(later)


def _explained(one: View, other: View, group: Sequence[Fact], views: Views, cues: Cues) -> bool:
    """Whether the two differ because they speak of two things, or one is what the other and further figures come to."""
    beside = [fact for fact in group if fact.path in (one.fact.path, other.fact.path)]
    return bool(holds_apart(ELSEWHERE, one, other, views, cues)) or adds_up(one.fact, other.fact, beside)


def _moved_on(one: View, other: View, cues: Cues) -> bool:
    """What happened to people is counted anew every day: between days of publication it is an update."""
    if one.document.published == other.document.published:
        return False
    return any(states(view, cues) for view in (one, other))


def _entries(view: View) -> list[Entry]:
    """What the facts that may be the same have in common: a word of a language, or figures beside them."""
    words = [(view.document.language, word) for word in sorted(view.content)]
    return [*words, ("", "")] if len(view.figures) >= AGREEING_FIGURES else words


def _candidates(index: Mapping[Entry, deque[Fact]], entries: Sequence[Entry], fact: Fact) -> list[Fact]:
    """Facts of other documents that share an entry, in the order of their ids."""
    found = {one.id: one for entry in entries for one in index.get(entry, ()) if one.path != fact.path}
    return [found[name] for name in sorted(found)]


def _of_one_value(group: Sequence[Fact]) -> frozenset[str]:
    """The documents in which all facts of the group agree with the first."""
    first: dict[str, Fact] = {}
    for fact in group:
        first.setdefault(fact.path, fact)
    several = {fact.path for fact in group if not agree(fact, first[fact.path])}
    return frozenset(first) - several


def _copied(one: View, other: View) -> tuple[str, ...]:
    """A near copy is weaker evidence across documents: short sentences of other stories are alike."""
    enough = COPIED_WITH_NAME if one.names & other.every or other.names & one.every else COPIED
    whole = shared(one, other) >= enough and contains(one, other, WHOLE_COPY)
    return near_copy(one, other) if whole else ()


def _near(one: View, other: View, views: Views, cues: Cues, agrees: bool) -> tuple[str, ...]:
    evidence, gates = _copied(one, other), REPEATING
    # Between two days of publication a person may have had a birthday.
    if not evidence and one.document.published == other.document.published:
        evidence, gates = apposition(one, other, cues), NAMING
    if evidence and holds_apart(gates if agrees else (*gates, *VALUES), one, other, views, cues):
        return ()
    return evidence


def _beside(one: View, other: View, views: Views, cues: Cues) -> tuple[str, ...]:
    """Other figures of the two sentences that agree."""
    if one.fact.kind != "number" or not one.fact.subject.concept or not other.fact.subject.concept:
        return ()
    agreeing = sum(any(_tells(a, b) for b in other.figures) for a in one.figures)
    if agreeing < AGREEING_FIGURES or holds_apart(WORDLESS, one, other, views, cues):
        return ()
    return ("agreeing-figures",)


def _tells(one: Fact, other: Fact) -> bool:
    """Whether the two agree exactly and tell something: a count of a known thing, a day with its year."""
    if one.kind != other.kind or not one.readings or not other.readings:
        return False
    if one.kind == "day":
        return {part.role for part in one.parts} >= {"day", "month", "year"} and one.readings[0] == other.readings[0]
    known = one.kind != "number" or bool(one.subject.concept)
    return known and comparable(one, other) and one.readings[0].value == other.readings[0].value
