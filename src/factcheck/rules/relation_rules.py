"""Rules for each relation of a kind, and the relations that the texts state -> what must hold of their facts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from factcheck.expressions import variables
from factcheck.model import Claim, Constraint, Fact, Instance, Relation
from factcheck.rules.ages import aged
from factcheck.rules.conditions import Name, Share
from factcheck.rules.fineness import as_fine
from factcheck.rules.forms import Form
from factcheck.rules.lengths import Period, period
from factcheck.rules.lowering import TooMany, Unbound, lowered
from factcheck.rules.products import product_claim
from factcheck.rules.shares import HALF, share_claim, written_step
from factcheck.rules.ties import DATES, MEASURED
from factcheck.rules.values import RELATIONS, Rule

LENGTH_RELATION = "duration"
# Relations of a beginning, the years since, and when it is so many: the names of the first two.
AGE_RELATIONS = {"age": ("born", "age"), "elapsed": ("start", "length")}
# What percentages are apart by.
POINTS = ("percentage point", "point", "basis point")
BASIS_POINT = Fraction(1, 100)

NOBODY: Mapping[str, date | None] = {}


class Applied(NamedTuple):
    """A rule applied once: its constraint and what it was applied to; ``None`` where a limit was reached."""

    place: tuple[str, int, str]
    constraint: Constraint | None
    instance: Instance | None
    note: str = ""


def apply_to_relations(
    rules: Sequence[Rule],
    relations: Sequence[Relation],
    facts: Mapping[str, Fact],
    published: Mapping[str, date | None] = NOBODY,
) -> Iterator[Applied]:
    """One application for each relation of a rule's kind whose roles the condition finds filled.

    ``published`` is when the articles appeared, by their path.
    """
    by_kind: dict[str, list[Relation]] = {}
    for relation in sorted(dict.fromkeys(relations), key=_order):
        by_kind.setdefault(relation.kind, []).append(relation)
    for rule in rules:
        seen: dict[str, int] = {}
        for relation in by_kind.get(rule.each, ()):
            if applied := _applied(rule, relation, facts, published, seen):
                yield applied


def _order(relation: Relation) -> tuple[str, int, int, str]:
    return relation.path, relation.span.start, relation.span.end, repr(relation)


def _applied(
    rule: Rule,
    relation: Relation,
    facts: Mapping[str, Fact],
    published: Mapping[str, date | None],
    seen: dict[str, int],
) -> Applied | None:
    place = (relation.path, relation.span.start, rule.id)
    at = f"{relation.path}@{relation.span.start:08d}"
    if rule.condition is None:
        return None
    try:
        claim = lowered(rule.condition, RelationNames(relation, facts, published.get(relation.path)))
    except Unbound:
        return None
    except TooMany:
        return Applied(place, None, None, f"{rule.id} was not applied at {at}: too many cases")
    if not variables(claim):
        return None
    claim = as_fine(claim, relation, facts)
    seen[at] = seen.get(at, 0) + 1
    identifier = f"{rule.id}@{at}" + (f"#{seen[at]}" if seen[at] > 1 else "")
    roles = tuple((name, members(relation, name)) for name in RELATIONS[relation.kind])
    return Applied(
        place,
        Constraint(identifier, claim, "rule", rule.id, relation.passages),
        Instance(identifier, rule.id, rule.level, rule.messages, roles),
    )


def members(relation: Relation, name: str) -> tuple[str, ...]:
    """The members of the role that a condition calls ``name``."""
    for role in RELATIONS[relation.kind].get(name, ()):
        if found := relation.role(role):
            return found
    return ()


class RelationNames:
    """What the names of a condition stand for in one relation (see ``lowering.Names``)."""

    def __init__(self, relation: Relation, facts: Mapping[str, Fact], published: date | None = None) -> None:
        self._relation = relation
        self._facts = facts
        self._adds = sum(len(ids) for _, ids in relation.roles) > 2
        self._measure = ""
        self._forms: dict[str, Form] = {}
        if relation.kind == LENGTH_RELATION:
            self._forms = self._measured()._asdict()
        elif relation.kind in AGE_RELATIONS:
            self._forms = self._aged(published, *AGE_RELATIONS[relation.kind])

    def one(self, name: Name) -> Form:
        if self._forms:
            return self._forms[name.name]
        return self._form(self._single(name))

    def all(self, name: Name) -> tuple[Form, ...]:
        return tuple(self._form(self._fact(member, name)) for member in members(self._relation, name.name))

    def count(self, name: Name) -> int:
        found = members(self._relation, name.name)
        if not found:
            raise Unbound(name.name)
        return len(found)

    def constant(self, name: Name) -> None:
        return None

    def share(self, share: Share) -> Claim:
        part, whole, percent = (self._single(name) for name in (share.part, share.whole, share.percent))
        if share.times:
            return product_claim(part, whole, percent, self._relation.evidence[:1])
        claim = share_claim(
            part.id,
            whole.id,
            percent.id,
            [reading.value for reading in whole.readings],
            [reading.value for reading in percent.readings],
            self._single(share.less).id if share.less else "",
        )
        if claim is None:
            raise Unbound(share.percent.name)
        return claim

    def _single(self, name: Name) -> Fact:
        found = members(self._relation, name.name)
        if len(found) != 1:
            raise Unbound(name.name)
        return self._fact(found[0], name)

    def _fact(self, member: str, name: Name) -> Fact:
        fact = self._facts.get(member)
        if fact is None or not fact.readings:
            raise Unbound(name.name)
        return fact

    def _form(self, fact: Fact) -> Form:
        """The quantity of a fact; what is added or compared in one relation must be of one measure."""
        measure = _measure(fact)
        self._measure = self._measure or measure
        if measure and measure != self._measure:
            raise Unbound(fact.id)
        form = Form.of(fact.id, _rounding(fact) if self._adds else Fraction(0))
        return form.times(BASIS_POINT) if fact.readings[0].unit == "basis point" else form

    def _measured(self) -> Period:
        start, end, length = (self._single(Name(role)) for role in RELATIONS[LENGTH_RELATION])
        found = period(start, end, length)
        if found is None:
            raise Unbound("length")
        return found

    def _aged(self, published: date | None, born: str, age: str) -> dict[str, Form]:
        at = self._single(Name("at")) if members(self._relation, "at") else None
        found = aged(self._single(Name(born)), at, self._single(Name(age)), published)
        if found is None:
            raise Unbound("at")
        return {born: found.born, "at": found.at, age: found.age}


def _measure(fact: Fact) -> str:
    """What a quantity is measured in; empty for a bare number, which takes its measure from what stands around it."""
    if fact.kind in DATES:
        return "date"
    if fact.readings[0].unit in POINTS:
        return "percent"
    if fact.kind in MEASURED:
        return fact.readings[0].unit
    named = ("", *fact.subject.words)  # a word that is not known need not be what is counted
    bare = fact.kind == "number" and not fact.subject.concept and fact.readings[0].unit in named
    return "" if bare else fact.kind


def _rounding(fact: Fact) -> Fraction:
    """Half a step for a percentage that reading took as exact: nearly every percentage is rounded."""
    if fact.kind != "percent":
        return Fraction(0)
    steps = [written_step(reading.value.exact) for reading in fact.readings if reading.value.exact is not None]
    return max(steps) * HALF if len(steps) == len(fact.readings) else Fraction(0)
