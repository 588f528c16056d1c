"""A condition and what its names stand for -> a claim in linear form that the solver can read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import product
from typing import NamedTuple, Protocol

from factcheck.model import Claim
from factcheck.rules.conditions import (
    Aggregate,
    Arithmetic,
    Compare,
    Comparison,
    Condition,
    Junction,
    Name,
    Negated,
    Quantity,
    Share,
)
from factcheck.rules.forms import OPPOSITE, Form, all_of, any_of, compared, total
from factcheck.rules.literals import Literal

MAX_CASES = 200

MIRRORED: dict[Comparison, Comparison] = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "==": "==", "!=": "!="}
# Where a comparison of the least or greatest member is one of every member, or of some member.
_JOINS: dict[tuple[str, Comparison], Callable[[Sequence[Claim]], Claim]] = {
    ("max", "<"): all_of,
    ("max", "<="): all_of,
    ("min", ">"): all_of,
    ("min", ">="): all_of,
    ("max", ">"): any_of,
    ("max", ">="): any_of,
    ("min", "<"): any_of,
    ("min", "<="): any_of,
}


class Unbound(Exception):
    """Something that the condition needs is not there; the rule says nothing then."""


class TooMany(Exception):
    """``min`` and ``max`` would make more than ``MAX_CASES`` cases."""


class Names(Protocol):
    """What the names of a condition stand for here. Each method raises ``Unbound`` when it is nothing."""

    def one(self, name: Name) -> Form:
        """The quantity of a name that stands alone."""

    def all(self, name: Name) -> tuple[Form, ...]:
        """The members of a name inside ``sum``, ``min`` and ``max``."""

    def count(self, name: Name) -> int: ...

    def constant(self, name: Name) -> tuple[Fraction, bool] | None:
        """The known number that a name stands for, and whether it is a percentage."""

    def share(self, share: Share) -> Claim: ...


class _Case(NamedTuple):
    """A quantity as it is where ``guards`` hold: which member is the least is a case each."""

    form: Form
    guards: tuple[Claim, ...] = ()


def lowered(condition: Condition, names: Names) -> Claim:
    """What must hold, with negation moved inwards to the comparisons.

    Raises:
        Unbound: a name stands for nothing here.
        TooMany: there are too many cases.
    """
    return _Lowering(names).condition(condition, True)


class _Lowering:
    def __init__(self, names: Names) -> None:
        self._names = names

    def condition(self, condition: Condition, positive: bool) -> Claim:
        if isinstance(condition, Negated):
            return self.condition(condition.condition, not positive)
        if isinstance(condition, Junction):
            join = all_of if condition.every == positive else any_of
            return join([self.condition(part, positive) for part in condition.conditions])
        if isinstance(condition, Share):
            return self._names.share(condition)
        return self._compare(condition, positive)

    def _compare(self, condition: Compare, positive: bool) -> Claim:
        comparison = condition.comparison if positive else OPPOSITE[condition.comparison]
        mirrored = (condition.right, MIRRORED[comparison], condition.left)
        for one, order, two in ((condition.left, comparison, condition.right), mirrored):
            if isinstance(one, Aggregate) and (join := _JOINS.get((one.function, order))):
                return join(self._each(one, order, two))
        pairs = _bounded(self._cases(condition.left), self._cases(condition.right))
        return any_of(
            [all_of([*one.guards, *two.guards, compared(one.form, comparison, two.form)]) for one, two in pairs]
        )

    def _each(self, aggregate: Aggregate, comparison: Comparison, other: Quantity) -> list[Claim]:
        """The comparison for each member alone, where that says the same as for the least or greatest."""
        cases = self._cases(other)
        return [
            any_of([all_of([*case.guards, compared(member, comparison, case.form)]) for case in cases])
            for member in self._members(aggregate)
        ]

    def _members(self, aggregate: Aggregate) -> tuple[Form, ...]:
        members = self._names.all(aggregate.of)
        if not members:
            raise Unbound(aggregate.of.name)
        if len(members) > MAX_CASES and aggregate.function != "sum":
            raise TooMany
        return members

    def _cases(self, quantity: Quantity) -> list[_Case]:
        if isinstance(quantity, Literal):
            return [_Case(Form.constant(quantity.value))]
        if isinstance(quantity, Name):
            return [_Case(self._names.one(quantity))]
        if isinstance(quantity, Aggregate):
            return self._aggregate(quantity)
        if quantity.operator in "*/":
            return self._scaled(quantity)
        join = Form.plus if quantity.operator == "+" else Form.minus
        return self._joined(quantity, join)

    def _joined(self, quantity: Arithmetic, join: Callable[[Form, Form], Form]) -> list[_Case]:
        pairs = _bounded(self._cases(quantity.left), self._cases(quantity.right))
        return [_Case(join(one.form, two.form), (*one.guards, *two.guards)) for one, two in pairs]

    def _aggregate(self, quantity: Aggregate) -> list[_Case]:
        if quantity.function == "count":
            return [_Case(Form((), *[Fraction(self._names.count(quantity.of))] * 2))]
        members = self._members(quantity)
        if quantity.function == "sum":
            return [_Case(total(members))]
        order: Comparison = "<=" if quantity.function == "min" else ">="
        return [
            _Case(one, tuple(compared(one, order, other) for other in members if other is not one)) for one in members
        ]

    def _scaled(self, quantity: Arithmetic) -> list[_Case]:
        if (factor := self._factor(quantity.right)) is not None:
            if quantity.operator == "/":
                if not factor:
                    raise Unbound("division by zero")
                factor = 1 / factor
            scaled = quantity.left
        elif (factor := self._factor(quantity.left)) is not None and quantity.operator == "*":
            scaled = quantity.right
        else:
            raise Unbound("a product of two unknown quantities")
        return [_Case(case.form.times(factor), case.guards) for case in self._cases(scaled)]

    def _factor(self, quantity: Quantity) -> Fraction | None:
        """The number that a side of a product is; 5 % of something is a twentieth of it."""
        if isinstance(quantity, Literal):
            number = quantity.value.exact
            return number / 100 if number is not None and quantity.dimension == "percent" else number
        if isinstance(quantity, Name):
            known = self._names.constant(quantity)
            return known and (known[0] / 100 if known[1] else known[0])
        if isinstance(quantity, Aggregate):
            return Fraction(self._names.count(quantity.of)) if quantity.function == "count" else None
        left, right = self._factor(quantity.left), self._factor(quantity.right)
        if left is None or right is None:
            return None
        return _calculated(quantity.operator, left, right)


def _calculated(operator: str, left: Fraction, right: Fraction) -> Fraction | None:
    if operator == "/":
        return left / right if right else None
    return left + right if operator == "+" else left - right if operator == "-" else left * right


def _bounded(left: list[_Case], right: list[_Case]) -> list[tuple[_Case, _Case]]:
    if len(left) * len(right) > MAX_CASES:
        raise TooMany
    return list(product(left, right))
