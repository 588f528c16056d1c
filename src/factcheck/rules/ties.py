"""Phrases of rule files that were found in texts -> which mention is which fact of a pack, and known values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from factcheck.expressions import within
from factcheck.model import (
    MINUTES_A_DAY,
    AllOf,
    AnyOf,
    Claim,
    Constraint,
    Fact,
    Instance,
    Linear,
    PhraseMatch,
    Range,
    Sort,
)
from factcheck.rules.forms import Form, compared
from factcheck.rules.literals import Literal, whole_days
from factcheck.rules.members import Members
from factcheck.rules.values import KINDS, FactSpec, Known, Pack, RuleSet

DATES = ("day", "month", "year", "period", "moment", "time")
CLOCK = ("moment", "time")
MEASURED = ("money", "quantity")

# Which kinds of fact in a text may be a fact of a pack.
FITTING: dict[str, tuple[str, ...]] = {
    "number": ("number", "quantity", "age"),
    "quantity": ("number", "quantity"),
    "money": ("money",),
    "percent": ("percent",),
    "duration": ("duration",),
    **dict.fromkeys((kind for kind, dimension in KINDS.items() if dimension == "moment"), DATES),
}


class Tie(NamedTuple):
    """A mention that is a fact of a pack: ``word`` is how the text names the member."""

    pack: Pack
    spec: FactSpec
    member: str
    word: str
    fact: Fact

    @property
    def variable(self) -> str:
        return variable(self.pack, self.spec.name, self.member)


def variable(pack: Pack, name: str, member: str = "") -> str:
    """The variable that all mentions of a fact share."""
    return f"{pack.name}/{name}[{member}]" if member else f"{pack.name}/{name}"


def ties(ruleset: RuleSet, matches: Sequence[PhraseMatch], facts: Mapping[str, Fact]) -> tuple[Tie, ...]:
    """The mentions that phrases make facts of packs, in text order.

    Where a mention could be two members of one fact, the match in fewer words counts. Of amounts in different
    units only those in the unit that comes first are one fact.
    """
    members = {pack.name: Members(pack) for pack in ruleset.packs}
    chosen: dict[tuple[str, str], Tie] = {}
    for match in sorted(dict.fromkeys(matches), key=_width):
        if tie := _tie(ruleset, members, match, facts):
            chosen.setdefault((match.spec.fact, tie.fact.id), tie)
    ordered = sorted(chosen.values(), key=lambda tie: (tie.fact.path, tie.fact.span.start, tie.variable))
    units: dict[str, str] = {}
    return tuple(
        tie
        for tie in ordered
        if tie.fact.kind not in MEASURED or _unit(tie.fact) == units.setdefault(tie.variable, _unit(tie.fact))
    )


def _width(match: PhraseMatch) -> tuple[int, str, int, str]:
    return match.span.end - match.span.start, match.path, match.span.start, repr(match)


def _tie(ruleset: RuleSet, members: Mapping[str, Members], match: PhraseMatch, facts: Mapping[str, Fact]) -> Tie | None:
    found = ruleset.fact(match.spec.fact)
    if found is None:
        return None
    pack, spec = found
    values = dict(reversed(match.values))
    fact = facts.get(values.get(spec.name) or values.get("") or "")
    if fact is None or not _fits(spec, fact):
        return None
    if not spec.indexed_by:
        return Tie(pack, spec, "", "", fact)
    words = dict(reversed(match.words))
    word = words.get(spec.indexed_by) or words.get("") or ""
    member, listed = members[pack.name].member(spec.indexed_by, word)
    if not member or (spec.listed and not listed):
        return None
    return Tie(pack, spec, member, word, fact)


def _fits(spec: FactSpec, fact: Fact) -> bool:
    if not fact.readings or fact.kind not in FITTING[spec.kind]:
        return False
    return not spec.units or fact.subject.concept in spec.units or _unit(fact) in spec.units


def _unit(fact: Fact) -> str:
    return fact.readings[0].unit


def sort(spec: FactSpec) -> Sort:
    """Moments are whole minutes, unless a tolerance sets the shared value between two of them."""
    return "integer" if KINDS[spec.kind] == "moment" and spec.tolerance is None else "real"


def day_variable(name: str) -> str:
    """The variable that numbers the day of a fact that is a day, from 0001-01-01 as 0."""
    return f"{name}#day"


def tied(tie: Tie) -> tuple[Constraint, Instance]:
    """The mention and its fact have one value."""
    spec, identifier = tie.spec, f"{tie.pack.name}/{tie.spec.name}@{tie.fact.id}"
    claim = _agreement(tie.variable, tie.fact.id, spec.tolerance)
    if spec.kind == "day" and spec.tolerance is None and tie.fact.kind in CLOCK:
        claim = _same_day(tie.variable, tie.fact.id)
    rule = f"{tie.pack.name}/{spec.name}"
    words = ((spec.indexed_by, tie.word),) if spec.indexed_by else ()
    roles = ((spec.name, (tie.variable, tie.fact.id)),)
    return Constraint(identifier, claim, "rule", rule), Instance(
        identifier, rule, spec.level, (), roles, words, labels=spec.labels
    )


def _same_day(shared: str, mention: str) -> Claim:
    """Two times on one day are one day: both lie in the day whose number they share."""
    day = ((day_variable(shared), Fraction(-MINUTES_A_DAY)),)
    inside = Range(Fraction(0), Fraction(MINUTES_A_DAY - 1))
    return AllOf(tuple(Linear(((name, Fraction(1)), *day), inside) for name in (shared, mention)))


def _agreement(shared: str, mention: str, tolerance: Literal | None) -> Claim:
    """Equal, or so close to the shared value that two mentions differ by the tolerance at most."""
    if tolerance is None:
        return compared(Form.of(mention), "==", Form.of(shared))
    half = tolerance.high / 2
    if tolerance.dimension != "percent":
        return compared(Form.of(mention, half), "==", Form.of(shared))
    near, far = (Form.of(shared).times(1 + sign * half / 100) for sign in (-1, 1))
    upward = (within(shared, Range(Fraction(0), None)), near, far)
    downward = (within(shared, Range(None, Fraction(0))), far, near)
    options = [
        AllOf((side, compared(Form.of(mention), ">=", low), compared(Form.of(mention), "<=", high)))
        for side, low, high in (upward, downward)
    ]
    return AnyOf(tuple(options))


def pins(pack: Pack, ties: Sequence[Tie] = ()) -> Iterator[tuple[str, Constraint, Instance]]:
    """What ``known`` says: a variable, and that it has the value as exactly as it is written.

    Each mention is held against the known value by itself, so that a rule over the fact speaks of the mention and
    not of what is known; the shared variable is pinned where no text mentions the fact. A date is its whole day. A
    moment with an offset is any time of the days on which it falls there and in UTC: articles give local times and
    seldom say of which place.
    """
    mentions: dict[str, list[Tie]] = {}
    for tie in ties:
        mentions.setdefault(tie.variable, []).append(tie)
    seen: dict[str, int] = {}
    for known in pack.known:
        spec = pack.fact(known.fact)
        assert spec is not None
        name, rule = variable(pack, known.fact, known.member), f"{pack.name}/{spec.name}"
        seen[name] = seen.get(name, 0) + 1
        suffix = "@known" + (f"#{seen[name]}" if seen[name] > 1 else "")
        held = [(tie.fact.id, f"{rule}@{tie.fact.id}", tie.word) for tie in mentions.get(name, ())]
        for subject, identifier, word in held or [(name, name, known.member)]:
            claim = within(subject, known_range(spec, known))
            shown = [(spec.indexed_by, word)] if spec.indexed_by else []
            words = (*shown, ("known", known.written))
            roles = ((spec.name, (subject,)),)
            instance = Instance(identifier + suffix, rule, spec.level, (), roles, words, known.sources, spec.labels)
            yield subject, Constraint(identifier + suffix, claim, "rule", rule), instance


def known_range(spec: FactSpec, known: Known) -> Range:
    """What a mention of a fact may be, given its known value and all tolerances."""
    value = known.value
    if value.dimension == "moment" and "T" in value.text:
        value = whole_days(value) if _has_offset(value.text) else value
    return widened(widened(value.value, known.tolerance), spec.tolerance)


def widened(value: Range, tolerance: Literal | None) -> Range:
    """``value`` and all that lies within a tolerance of it."""
    if tolerance is None:
        return value
    return Range(
        None if value.low is None else value.low - _reach(value.low, tolerance),
        None if value.high is None else value.high + _reach(value.high, tolerance),
    )


def _reach(end: Fraction, tolerance: Literal) -> Fraction:
    return abs(end) * tolerance.high / 100 if tolerance.dimension == "percent" else tolerance.high


def _has_offset(moment: str) -> bool:
    clock = moment.partition("T")[2]
    return any(sign in clock for sign in "Z+-")
