"""A condition -> the same in English words, for whoever does not read formulas."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.rules.conditions import Aggregate, Arithmetic, Condition, Junction, Name, Negated, Quantity, Share
from factcheck.rules.literals import Literal

IsMoment = Callable[[str], bool]

_NUMBERS = {
    "<": "is less than",
    "<=": "is at most",
    ">": "is more than",
    ">=": "is at least",
    "==": "equals",
    "!=": "differs from",
}
_MOMENTS = {
    "<": "is before",
    "<=": "is not after",
    ">": "is after",
    ">=": "is not before",
    "==": "is at the time of",
    "!=": "is not at the time of",
}
_OPERATORS = {"+": "plus", "-": "minus", "*": "times", "/": "divided by"}
_AGGREGATES = {"sum": "the sum of all", "count": "the number of", "min": "the least", "max": "the greatest"}


def in_words(condition: Condition, is_moment: IsMoment) -> str:
    """One clause without a full stop; ``is_moment`` tells of a name whether it is a date or time."""
    if isinstance(condition, Negated):
        return f"it is not so that {in_words(condition.condition, is_moment)}"
    if isinstance(condition, Junction):
        both = ", and " if condition.every else ", or "
        return both.join(in_words(part, is_moment) for part in condition.conditions)
    if isinstance(condition, Share):
        part, whole, percent = (_quantity(name) for name in (condition.part, condition.whole, condition.percent))
        if condition.times:
            return f"{part} is {whole} times {percent}, or nearly"
        part = f"{part} less {_quantity(condition.less)}" if condition.less else part
        return f"{part} is as much of {whole} as {percent} says, rounded up or down"
    dated = all(_dated(side, is_moment) for side in (condition.left, condition.right))
    relation = (_MOMENTS if dated else _NUMBERS)[condition.comparison]
    return f"{_quantity(condition.left)} {relation} {_quantity(condition.right)}"


def _dated(quantity: Quantity, is_moment: IsMoment) -> bool:
    if isinstance(quantity, Literal):
        return quantity.dimension == "moment"
    if isinstance(quantity, Name):
        return is_moment(quantity.name)
    if isinstance(quantity, Aggregate):
        return quantity.function != "count" and is_moment(quantity.of.name)
    return quantity.operator in "+-" and _dated(quantity.left, is_moment) != _dated(quantity.right, is_moment)


def _quantity(quantity: Quantity) -> str:
    if isinstance(quantity, Literal):
        return quantity.text
    if isinstance(quantity, Name):
        return _name(quantity)
    if isinstance(quantity, Aggregate):
        return f"{_AGGREGATES[quantity.function]} {_name(quantity.of)}"
    return f"{_side(quantity.left)} {_OPERATORS[quantity.operator]} {_side(quantity.right)}"


def _side(quantity: Quantity) -> str:
    text = _quantity(quantity)
    return f"({text})" if isinstance(quantity, Arithmetic) else text


def _name(name: Name) -> str:
    shown = name.name.replace("_", " ")
    return f"{shown} of {name.subscript}" if name.subscript else shown
