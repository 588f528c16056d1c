"""Sums of variables with their extent and slack -> linear claims: what a comparison of two quantities says.

The extent is that of a constant date (a day is 1440 minutes): after a day is after all of it, from a day on is from
its first minute. Slack is what the writer of a number may have rounded; a comparison holds where some value within
the slack makes it true, so slack never causes an alarm.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from factcheck.expressions import negation
from factcheck.model import AllOf, AnyOf, Claim, Linear, Range
from factcheck.rules.conditions import Comparison

Terms = tuple[tuple[str, Fraction], ...]
ZERO = Fraction(0)
OPPOSITE: dict[Comparison, Comparison] = {"<": ">=", ">=": "<", ">": "<=", "<=": ">", "==": "!=", "!=": "=="}


class Form(NamedTuple):
    """``sum(c * variable)`` plus something between ``low`` and ``high``, give or take ``slack``."""

    terms: Terms = ()
    low: Fraction = ZERO
    high: Fraction = ZERO
    slack: Fraction = ZERO

    @staticmethod
    def of(variable: str, slack: Fraction = ZERO) -> Form:
        """A variable that may be written as much as ``slack`` away from what it stands for."""
        return Form(((variable, Fraction(1)),), slack=slack)

    @staticmethod
    def constant(value: Range) -> Form:
        """A bounded range of numbers.

        Raises:
            ValueError: the range has no end on one side.
        """
        if value.low is None or value.high is None:
            raise ValueError("a constant has two ends")
        return Form((), value.low, value.high)

    def plus(self, other: Form) -> Form:
        terms = joined((*self.terms, *other.terms))
        return Form(terms, self.low + other.low, self.high + other.high, self.slack + other.slack)

    def times(self, factor: Fraction) -> Form:
        low, high = sorted((self.low * factor, self.high * factor))
        terms = joined(tuple((name, c * factor) for name, c in self.terms))
        return Form(terms, low, high, self.slack * abs(factor))

    def minus(self, other: Form) -> Form:
        return self.plus(other.times(Fraction(-1)))


def total(forms: Sequence[Form]) -> Form:
    whole = Form()
    for form in forms:
        whole = whole.plus(form)
    return whole


def compared(left: Form, comparison: Comparison, right: Form) -> Claim:
    """``left <= right`` and the like; ``!=`` is true where no value of the extent is equal."""
    difference = left.minus(right)
    least, most, slack = -difference.high, -difference.low, difference.slack
    values = {
        "==": Range(least - slack, most + slack),
        "<=": Range(None, most + slack),
        "<": Range(None, least + slack, False, True),
        ">=": Range(least - slack, None),
        ">": Range(most - slack, None, True, False),
    }
    if comparison == "!=":
        return negation(Linear(difference.terms, Range(least, most)))
    return Linear(difference.terms, values[comparison])


def any_of(claims: Sequence[Claim]) -> Claim:
    distinct = tuple(dict.fromkeys(claims))
    return distinct[0] if len(distinct) == 1 else AnyOf(distinct)


def all_of(claims: Sequence[Claim]) -> Claim:
    distinct = tuple(dict.fromkeys(claims))
    return distinct[0] if len(distinct) == 1 else AllOf(distinct)


def joined(terms: Terms) -> Terms:
    sums: dict[str, Fraction] = {}
    for name, coefficient in terms:
        sums[name] = sums.get(name, ZERO) + coefficient
    return tuple((name, coefficient) for name, coefficient in sums.items() if coefficient)
