"""Rules over facts of a pack, and which of them the texts mention -> what must hold, for each of their members."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product

from factcheck.expressions import variables
from factcheck.model import Claim, Constraint, Instance, Range
from factcheck.rules.conditions import Condition, Name, Share
from factcheck.rules.conditions import names as names_in
from factcheck.rules.forms import Form
from factcheck.rules.lowering import TooMany, Unbound, lowered
from factcheck.rules.products import multiplied
from factcheck.rules.relation_rules import Applied
from factcheck.rules.shares import share_claim
from factcheck.rules.ties import Tie, known_range, variable, widened
from factcheck.rules.values import KINDS, Pack, Rule

MAX_INSTANCES = 200
MAX_CHOICES = 10_000


class Bindings:
    """Which facts of a pack have a value: a mention in a text, or a known one."""

    def __init__(self, pack: Pack, ties: Sequence[Tie]) -> None:
        self.pack = pack
        found: dict[tuple[str, str], list[Tie]] = {}
        for tie in ties:
            if tie.pack.name == pack.name:
                found.setdefault((tie.spec.name, tie.member), []).append(tie)
        for known in pack.known:
            found.setdefault((known.fact, known.member), [])
        self._bound = {key: tuple(mentions) for key, mentions in found.items()}
        self._listed = {spec.name: _listed(pack, spec.indexed_by) for spec in pack.facts if spec.indexed_by}

    def __contains__(self, key: tuple[str, str]) -> bool:
        return key in self._bound

    def ties(self, name: str, member: str) -> tuple[Tie, ...]:
        return self._bound.get((name, member), ())

    def members(self, name: str) -> tuple[str, ...]:
        """The members of an indexed fact that are bound, by name."""
        return tuple(sorted(member for fact, member in self._bound if fact == name and member))

    def every(self, name: str) -> tuple[str, ...]:
        """All members of an indexed fact, as a sum needs them.

        Raises:
            Unbound: none is bound, or one that the pack lists is not.
        """
        found = self.members(name)
        if not found or not set(self._listed.get(name, ())) <= set(found):
            raise Unbound(name)
        return found


def _listed(pack: Pack, index: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(member for listed, _, member in pack.members if listed == index))


def apply_to_packs(rule: Rule, bindings: Bindings) -> Iterator[Applied]:
    """One application for each choice of members for which every fact of the condition is bound."""
    pack = bindings.pack
    indexes = {spec.name: spec.indexed_by for spec in pack.facts}
    free = _free(rule, indexes)
    choices = [_candidates(names, bindings) for names in free.values()]
    left = MAX_INSTANCES
    for tried, members in enumerate(product(*choices)):
        if left == 0 or tried == MAX_CHOICES:
            note = f"{rule.id} was applied {MAX_INSTANCES - left} times; the other combinations were left out"
            yield Applied(("", 0, rule.id), None, None, note)
            return
        chosen = dict(zip(free, members, strict=True))
        if applied := _applied(rule, PackNames(bindings, chosen, indexes)):
            left -= 1
            yield applied


def _condition(rule: Rule) -> Condition:
    assert rule.condition is not None
    return rule.condition


def _free(rule: Rule, indexes: Mapping[str, str]) -> dict[str, list[str]]:
    """The indexes that stand for "each" (outside sum, count, min, max) and the facts that carry them."""
    found: dict[str, list[str]] = {}
    for name, alone in names_in(_condition(rule)):
        if alone and name.subscript and name.subscript == indexes.get(name.name):
            found.setdefault(name.subscript, []).append(name.name)
    return found


def _candidates(names: Sequence[str], bindings: Bindings) -> list[str]:
    shared = set(bindings.members(names[0])).intersection(*(bindings.members(name) for name in names[1:]))
    return sorted(shared)


def _applied(rule: Rule, names: PackNames) -> Applied | None:
    at = "".join(f"[{member}]" for member in names.chosen.values())
    try:
        claim = lowered(_condition(rule), names)
    except Unbound:
        return None
    except TooMany:
        return Applied(("", 0, rule.id + at), None, None, f"{rule.id}{at} was not applied: too many cases")
    mentions = sorted({(tie.fact.path, tie.fact.span.start) for tie in names.ties()})
    if not mentions or not variables(claim):
        return None
    identifier = rule.id + at
    instance = Instance(identifier, rule.id, rule.level, rule.messages, names.roles(rule), names.words())
    return Applied((*mentions[0], identifier), Constraint(identifier, claim, "rule", rule.id), instance)


class PackNames:
    """What the names of a condition stand for with one choice of members (see ``lowering.Names``)."""

    def __init__(self, bindings: Bindings, chosen: Mapping[str, str], indexes: Mapping[str, str]) -> None:
        self.chosen = chosen
        self._bindings = bindings
        self._indexes = indexes
        self._used: dict[tuple[str, str], None] = {}

    def one(self, name: Name) -> Form:
        return Form.of(self._variable(name))

    def all(self, name: Name) -> tuple[Form, ...]:
        members = self._bindings.every(name.name)
        return tuple(Form.of(self._variable(Name(name.name, member))) for member in members)

    def count(self, name: Name) -> int:
        return len(self._bindings.every(name.name))

    def constant(self, name: Name) -> tuple[Fraction, bool] | None:
        spec = self._bindings.pack.fact(name.name)
        for known in self._bindings.pack.known:
            if spec and known.fact == name.name and known.tolerance is None and not known.member:
                self._used[name.name, ""] = None
                value = known.value.value.exact
                return None if value is None else (value, spec.kind == "percent")
        return None

    def share(self, share: Share) -> Claim:
        part, whole, percent = (self._variable(name) for name in (share.part, share.whole, share.percent))
        if share.times:
            return multiplied(part, whole, percent, self._written(share.whole), self._written(share.percent))
        less = self._variable(share.less) if share.less else ""
        claim = share_claim(part, whole, percent, self._written(share.whole), self._written(share.percent), less)
        if claim is None:
            raise Unbound(share.percent.name)
        return claim

    def ties(self) -> tuple[Tie, ...]:
        """The mentions of all facts that the condition used."""
        return tuple(tie for key in self._used for tie in self._bindings.ties(*key))

    def roles(self, rule: Rule) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """For each name its variables, the mentions behind them after each."""
        found: dict[str, dict[str, None]] = {name.name: {} for name, _ in names_in(_condition(rule))}
        for name, member in self._used:
            found[name][variable(self._bindings.pack, name, member)] = None
            found[name].update(dict.fromkeys(tie.fact.id for tie in self._bindings.ties(name, member)))
        return tuple((name, tuple(ids)) for name, ids in found.items())

    def words(self) -> tuple[tuple[str, str], ...]:
        """How the texts name the members that were chosen."""
        shown = []
        for index, member in self.chosen.items():
            named = (tie.word for tie in self.ties() if tie.spec.indexed_by == index and tie.member == member)
            shown.append((index, next(named, member)))
        return tuple(shown)

    def _variable(self, name: Name) -> str:
        key = (name.name, self._member(name))
        if key not in self._bindings:
            raise Unbound(name.name)
        self._used[key] = None
        return variable(self._bindings.pack, *key)

    def _member(self, name: Name) -> str:
        return (
            self.chosen.get(name.subscript, name.subscript)
            if name.subscript == self._indexes.get(name.name)
            else name.subscript
        )

    def _written(self, name: Name) -> list[Range]:
        """What the texts and the pack give for a fact, widened by its tolerance."""
        pack, key = self._bindings.pack, (name.name, self._member(name))
        spec = pack.fact(name.name)
        assert spec is not None and KINDS[spec.kind] != "moment"
        given = [reading.value for tie in self._bindings.ties(*key) for reading in tie.fact.readings]
        known = [known_range(spec, one) for one in pack.known if (one.fact, one.member) == key]
        return [*(widened(value, spec.tolerance) for value in given), *known]
