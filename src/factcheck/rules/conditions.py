"""What a rule requires, as values: comparisons of facts, roles and constants."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal as OneOf
from typing import NamedTuple

from factcheck.rules.literals import Literal

Operator = OneOf["+", "-", "*", "/"]
Comparison = OneOf["<", "<=", ">", ">=", "==", "!="]


class Name(NamedTuple):
    """A fact, one member of it (``subscript``: the index's name or a member's), or a role of a relation."""

    name: str
    subscript: str = ""
    column: int = 0


class Aggregate(NamedTuple):
    function: str
    of: Name


class Arithmetic(NamedTuple):
    operator: Operator
    left: Quantity
    right: Quantity
    column: int = 0


class Compare(NamedTuple):
    left: Quantity
    comparison: Comparison
    right: Quantity
    column: int = 0


class Share(NamedTuple):
    """``part``, or what it is more than ``less``, is ``percent`` percent of ``whole``, to the digit that is written.

    Where it is ``times``, ``part`` is ``percent`` times ``whole`` instead, or nearly.
    """

    part: Name
    whole: Name
    percent: Name
    column: int = 0
    less: Name | None = None
    times: bool = False


class Junction(NamedTuple):
    """``and`` or ``or`` of conditions."""

    every: bool
    conditions: tuple[Condition, ...]


class Negated(NamedTuple):
    condition: Condition


Quantity = Literal | Name | Aggregate | Arithmetic
Condition = Compare | Share | Junction | Negated


def names(condition: Condition) -> Iterator[tuple[Name, bool]]:
    """Every name in order of appearance, and whether it stands alone (not inside sum, count, min, max)."""
    if isinstance(condition, Junction):
        for part in condition.conditions:
            yield from names(part)
    elif isinstance(condition, Negated):
        yield from names(condition.condition)
    elif isinstance(condition, Share):
        yield from ((name, True) for name in condition[:3])
        yield from () if condition.less is None else ((condition.less, True),)
    else:
        yield from _quantity_names(condition.left)
        yield from _quantity_names(condition.right)


def _quantity_names(quantity: Quantity) -> Iterator[tuple[Name, bool]]:
    if isinstance(quantity, Name):
        yield quantity, True
    elif isinstance(quantity, Aggregate):
        yield quantity.of, False
    elif isinstance(quantity, Arithmetic):
        yield from _quantity_names(quantity.left)
        yield from _quantity_names(quantity.right)
