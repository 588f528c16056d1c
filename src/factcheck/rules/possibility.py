"""Packs and a way to ask whether constraints can all hold -> rules that always, never or cannot apply, as problems."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from factcheck.expressions import negation
from factcheck.model import Claim, Constraint, Problem
from factcheck.rules.conditions import Name, Share, names
from factcheck.rules.forms import Form
from factcheck.rules.lowering import TooMany, Unbound, lowered
from factcheck.rules.ties import pins, variable
from factcheck.rules.values import Pack, Rule, RuleSet

Consistent = Callable[[Sequence[Constraint]], bool]
"""Whether some numbers make all constraints true."""

MEMBERS = 2


def impossible(ruleset: RuleSet, consistent: Consistent) -> tuple[Problem, ...]:
    """The rules that say nothing of any text, each with its place and what to do about it."""
    return tuple(
        problem
        for pack in ruleset.packs
        for rule in pack.rules
        if rule.condition is not None
        for problem in _problems(pack, rule, consistent)
    )


def _problems(pack: Pack, rule: Rule, consistent: Consistent) -> Iterator[Problem]:
    if message := _never_fires(pack, rule):
        yield Problem(rule.path, rule.line, rule.column, message, "give the fact phrases, or leave the rule out")
        return
    assert rule.condition is not None
    try:
        claim = lowered(rule.condition, _AnyText(pack, rule))
    except (Unbound, TooMany):
        return
    known = [constraint for _, constraint, _ in pins(pack)]
    if not consistent([_rule(claim)]):
        message = f"'{rule.require}' is never true: every text would be wrong"
        yield Problem(rule.path, rule.line, rule.column, message, "check the signs and the sides of the comparison")
    elif not rule.each and not consistent([*known, _rule(claim)]):
        message = f"'{rule.require}' contradicts the known values of this file"
        yield Problem(rule.path, rule.line, rule.column, message, "correct the rule or the known values")
    elif not consistent([_rule(negation(claim))]):
        message = f"'{rule.require}' is true whatever a text says"
        yield Problem(rule.path, rule.line, rule.column, message, "check the signs and the sides of the comparison")


def _never_fires(pack: Pack, rule: Rule) -> str:
    """Why no text can bring the rule into play; empty when one can."""
    if rule.each or rule.condition is None:
        return ""
    used = tuple(dict.fromkeys(name.name for name, _ in names(rule.condition)))
    specs = [spec for spec in pack.facts if spec.name in used]
    known = {one.fact for one in pack.known}
    for spec in specs:
        if not spec.phrases and spec.name not in known:
            return f"rule '{rule.name}' can never apply: '{spec.name}' has no phrases and no known value"
    if not any(spec.phrases for spec in specs):
        return f"rule '{rule.name}' can never apply: no text mentions any of its facts"
    return ""


def _rule(claim: Claim) -> Constraint:
    return Constraint("rule", claim, "rule")


class _AnyText:
    """Names that stand for free variables, as in a text of which nothing is known (see ``lowering.Names``)."""

    def __init__(self, pack: Pack, rule: Rule) -> None:
        self._pack = None if rule.each else pack

    def one(self, name: Name) -> Form:
        return Form.of(self._variable(name))

    def all(self, name: Name) -> tuple[Form, ...]:
        return tuple(Form.of(f"{name.name} {number}") for number in range(MEMBERS))

    def count(self, name: Name) -> int:
        raise Unbound(name.name)

    def constant(self, name: Name) -> None:
        return None

    def share(self, share: Share) -> Claim:
        raise Unbound(share.percent.name)

    def _variable(self, name: Name) -> str:
        return variable(self._pack, name.name, name.subscript) if self._pack else name.name
