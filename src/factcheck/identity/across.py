"""The facts of several documents of one story -> pairs in different documents that are certainly one figure.

Words are compared within a language only. Across languages, and where sources use their own words, two figures of one
concept are the same when at least two other figures beside them agree, or one and a full date.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from factcheck.identity.cues import Cues
from factcheck.identity.elsewhere import ELSEWHERE, FAR, FRAMED
from factcheck.identity.frames import FRAME, frame
from factcheck.identity.gates import (
    FRAMING,
    NAMING,
    REPEATING,
    TELLING,
    TOLLS,
    VALUES,
    WORDLESS,
    Gates,
    holds_apart,
)
from factcheck.identity.pairs import Pair, chained, grouped, several, tolls
from factcheck.identity.slips import slipped_across
from factcheck.identity.thresholds import (
    AGREEING_FIGURES,
    COPIED,
    COPIED_WITH_NAME,
    LEAST_WHOLE,
    POSTINGS,
    WHOLE_COPY,
)
from factcheck.identity.tolls import ANYBODY, moves, toll
from factcheck.identity.tolls import across as told
from factcheck.identity.values import adds_up, agree, comparable, likeliest
from factcheck.identity.views import View, Views, contains, shared
from factcheck.identity.ways import apposition, near_copy
from factcheck.identity.word_gates import states
from factcheck.model import NOBODY, Fact

Entry = tuple[str, str]


def across(facts: Sequence[Fact], views: Views, cues: Mapping[str, Cues]) -> tuple[Pair, ...]:
    """Pairs of facts of different documents; ``cues`` are those of each language."""
    found: dict[tuple[str, str], Pair] = {}
    for group in grouped(facts).values():
        if len({fact.path for fact in group}) > 1:
            for pair in _of_group(group, views, cues):
                found.setdefault((pair.one.id, pair.other.id), pair)
    for group in tolls(facts, views, lambda fact: cues[views.document(fact).language]).values():
        if len({fact.path for fact in group}) > 1:
            for pair in _told_across(group, views, cues):
                found.setdefault((pair.one.id, pair.other.id), pair)
    for one, other, evidence in slipped_across(facts, views, cues):
        pair = Pair(one.fact, other.fact, False, ("across", *evidence))
        found.setdefault((pair.one.id, pair.other.id), pair)
    return chained(found.values())


def _of_group(group: Sequence[Fact], views: Views, cues: Mapping[str, Cues]) -> Iterator[Pair]:
    index: dict[Entry, deque[Fact]] = {}
    alone = _of_one_value(group)
    for later in group:
        other = views.of(later)
        spoken = cues[other.document.language]
        entries = _entries(other, views)
        for earlier in _candidates(index, entries, later):
            one, agrees = views.of(earlier), agree(earlier, later)
            evidence: tuple[str, ...] = ()
            if one.document.language == other.document.language:
                evidence = _near(one, other, views, spoken, agrees)
            if not evidence and {earlier.path, later.path} <= alone:
                evidence = _beside(one, other, views, cues)
            far = FRAMED if evidence == FRAME else ELSEWHERE
            if evidence and (agrees or not _explained(one, other, group, views, spoken, far)):
                yield Pair(earlier, later, agrees, ("across", *evidence))
        for entry in entries:
            index.setdefault(entry, deque(maxlen=POSTINGS)).append(later)


def _told_across(group: Sequence[Fact], views: Views, cues: Mapping[str, Cues]) -> Iterator[Pair]:
    """Tolls of one event, told on one day in two articles of which each gives one value."""
    alone = [fact for fact in group if fact.path in _of_one_value(group)]
    for at, later in enumerate(alone):
        for earlier in alone[max(0, at - POSTINGS) : at]:
            one, other = views.of(earlier), views.of(later)
            day = one.document.published
            if earlier.path == later.path or day is None or day != other.document.published:
                continue
            spoken, agrees = cues[other.document.language], agree(earlier, later)
            alike = one.document.language == other.document.language
            evidence = told(one, other, spoken) if alike else ()
            gates = TELLING if agrees else (*TELLING, *TOLLS, *FAR)
            if not evidence and _with_others(one, other, views, cues):
                evidence, gates = ("agreeing-figures",), gates if alike else WORDLESS
            if not evidence or (not agrees and several(one, other, alone, views)):
                continue
            if not holds_apart(gates, one, other, views, spoken):
                yield Pair(earlier, later, agrees, ("across", *evidence))


def _with_others(one: View, other: View, views: Views, cues: Mapping[str, Cues]) -> bool:
    """Whether the two sentences agree in what befell others, and in the day or in a further figure."""
    first, second = (cues[view.document.language] for view in (one, other))
    if moves(one, first) or moves(other, second):
        return False
    tolls = [_exact_tolls(one, views, first), _exact_tolls(other, views, second)]
    agreeing = sum(any(_tells(a, b) for b in other.figures) for a in one.figures)
    agreeing += len(tolls[0] & tolls[1])
    return agreeing >= AGREEING_FIGURES or (agreeing > 0 and _one_day(one, other))


def _exact_tolls(view: View, views: Views, cues: Cues) -> frozenset[tuple[str, Fraction]]:
    """The other tolls of the sentence, as what befell how many."""
    found = ((views.of(fact).once(toll, cues), likeliest(fact).exact) for fact in view.figures if fact.readings)
    return frozenset((befell, value) for befell, value in found if befell and value is not None)


def _one_day(one: View, other: View) -> bool:
    """Whether both sentences name one day, in the likeliest reading of each."""
    first, second = ([f.readings[0] for f in view.figures if f.kind == "day" and f.readings] for view in (one, other))
    return any(a.value == b.value for a in first for b in second)


def _explained(one: View, other: View, group: Sequence[Fact], views: Views, cues: Cues, far: Gates) -> bool:
    """Whether the two differ because they speak of two things, or one is what the other and further figures come to."""
    if _moved_on(one, other, cues):
        return True
    beside = [fact for fact in group if fact.path in (one.fact.path, other.fact.path)]
    return bool(holds_apart(far, one, other, views, cues)) or adds_up(one.fact, other.fact, beside)


def _moved_on(one: View, other: View, cues: Cues) -> bool:
    """What happened to people is counted anew every day: between days of publication it is an update."""
    if one.document.published == other.document.published:
        return False
    return any(states(view, cues) for view in (one, other))


def _entries(view: View, views: Views) -> list[Entry]:
    """What the facts that may be the same have in common: a word of a language, or figures beside them."""
    words = [(view.document.language, word) for word in sorted(view.content)]
    enough = len(view.figures) >= AGREEING_FIGURES or (view.figures and _of_a_day(view) and views.around(view))
    return [*words, ("", "")] if enough else words


def _of_a_day(view: View) -> bool:
    return view.document.published is not None and any(fact.kind == "day" for fact in view.figures)


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
    """How the words around them show that the two are one; each way has its own reasons against it."""
    ways: list[tuple[tuple[str, ...], Gates]] = []
    if not moves(one, cues, near=True) and not moves(other, cues, near=True):
        ways.append((frame(one, other, cues), FRAMING))
    ways.append((_copied(one, other), REPEATING))
    # Between two days of publication a person may have had a birthday.
    if one.document.published == other.document.published:
        ways.append((apposition(one, other, cues), NAMING))
    found = ((evidence, gates if agrees else (*gates, *VALUES)) for evidence, gates in ways if evidence)
    return next((evidence for evidence, gates in found if not holds_apart(gates, one, other, views, cues)), ())


def _beside(one: View, other: View, views: Views, cues: Mapping[str, Cues]) -> tuple[str, ...]:
    """Other figures of the two sentences that agree, or one beside them and the day of it, told on one day."""
    known = one.fact.kind == "number" and bool(one.fact.subject.concept and other.fact.subject.concept)
    agreeing = sum(any(_tells(a, b) for b in other.figures) for a in one.figures) if known else 0
    if one.fact.kind == "money" and not _one_deal(one, other, views):
        return ()
    specific = known and one.fact.subject.concept not in ANYBODY
    if specific and agreeing and _one_day(one, other) and _on_one_day(one, other):
        agreeing += 1
    if (
        one.fact.kind != "money"
        and agreeing < AGREEING_FIGURES
        and not (_one_event(one, other, cues, known) and _large(one, other, views))
    ):
        return ()
    apart = holds_apart(WORDLESS, one, other, views, cues[other.document.language])
    return () if apart else ("agreeing-figures",)


def _on_one_day(one: View, other: View) -> bool:
    return one.document.published is not None and one.document.published == other.document.published


def _one_deal(one: View, other: View, views: Views) -> bool:
    """Whether two articles of one day tell of a sum beside the same day and a further figure that agrees, close by."""
    if not _on_one_day(one, other) or not _one_day(one, other):
        return False
    near = [(*view.figures, *views.around(view)) for view in (one, other)]
    further = [fact for fact in near[0] if fact.kind != "day"]
    return any(_tells(a, b) for a in further for b in near[1])


def _one_event(one: View, other: View, cues: Mapping[str, Cues], known: bool) -> bool:
    """Whether both tell of one day, published on one day, of what happened to the same people or of the same names."""
    if not (_on_one_day(one, other) and _one_day(one, other)):
        return False
    happened = [states(view, cues[view.document.language]) for view in (one, other)]
    alike = one.document.language == other.document.language and len(one.names & other.names) >= AGREEING_FIGURES
    return alike or (known and bool(happened[0] & happened[1]))


def _large(one: View, other: View, views: Views) -> bool:
    """Whether a count that is not small and that both know agrees, in these sentences or the next ones."""
    first, second = ((*view.figures, *views.around(view)) for view in (one, other))
    counts = [a for a in first if a.kind == "number" and (value := likeliest(a).exact) and value >= LEAST_WHOLE]
    named = [a for a in counts if a.subject != NOBODY]
    return any(comparable(a, b) and a.readings[0].value == b.readings[0].value for a in named for b in second)


def _tells(one: Fact, other: Fact) -> bool:
    """Whether the two agree exactly and tell something: a count of a known thing, a day with its year."""
    if one.kind != other.kind or not one.readings or not other.readings:
        return False
    if one.kind == "day":
        return {part.role for part in one.parts} >= {"day", "month", "year"} and one.readings[0] == other.readings[0]
    known = one.kind != "number" or bool(one.subject.concept)
    return known and comparable(one, other) and one.readings[0].value.low == other.readings[0].value.low
