"""Sums of variables with a range of slack -> linear claims: what a comparison of two quantities says.

The slack of a constant is what it stands for (a day is 1440 minutes), that of a variable what its writer may have
rounded. A comparison is true where some value within the slack makes it true, so slack never causes an alarm.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from factcheck.expressions import negation
from factcheck.model import AllOf, AnyOf, Claim, Linear, Range
from factcheck.rules.requirements import Comparison

Terms = tuple[tuple[str, Fraction], ...]
ZERO = Fraction(0)
OPPOSITE: dict[Comparison, Comparison] = {"<": ">=", ">=": "<", ">": "<=", "<=": ">", "==": "!=", "!=": "=="}


@dataclass(frozen=True, slots=True)
class Form:
    """``sum(c * variable)`` plus something between ``low`` and ``high``."""

    terms: Terms = ()
    low: Fraction = ZERO
    high: Fraction = ZERO

    @staticmethod
    def of(variable: str, slack: Fraction = ZERO) -> Form:
        """A variable that may be written as much as ``slack`` away from what it stands for."""
        return Form(((variable, Fraction(1)),), -slack, slack)

    @staticmethod
    def constant(value: Range) -> Form:
        """A bounded range of numbers.

        Raises:
            ValueError: the range has no end on one side.
        """
        if value.low is None or value.high is None:
            raise ValueError("a constant has two ends")
        return Form((), value.low, value.high)

    @property
    def number(self) -> Fraction | None:
        """The only number that this is, if it is one whatever its variables are."""
        return self.low if not self.terms and self.low == self.high else None

    def plus(self, other: Form) -> Form:
        return Form(_joined((*self.terms, *other.terms)), self.low + other.low, self.high + other.high)

    def times(self, factor: Fraction) -> Form:
        ends = sorted((self.low * factor, self.high * factor))
        return Form(_joined(tuple((name, c * factor) for name, c in self.terms)), ends[0], ends[1])

    def minus(self, other: Form) -> Form:
        return self.plus(other.times(Fraction(-1)))


def total(forms: Sequence[Form]) -> Form:
    whole = Form()
    for form in forms:
        whole = whole.plus(form)
    return whole


def compared(left: Form, comparison: Comparison, right: Form) -> Claim:
    """``left <= right`` and the like; ``!=`` is true only where no value within the slack is equal."""
    difference = left.minus(right)
    least, most = -difference.high, -difference.low
    values = {
        "==": Range(least, most),
        "<=": Range(None, most),
        "<": Range(None, most, False, True),
        ">=": Range(least, None),
        ">": Range(least, None, True, False),
    }
    if comparison == "!=":
        return negation(Linear(difference.terms, values["=="]))
    return Linear(difference.terms, values[comparison])


def any_of(claims: Sequence[Claim]) -> Claim:
    distinct = tuple(dict.fromkeys(claims))
    return distinct[0] if len(distinct) == 1 else AnyOf(distinct)


def all_of(claims: Sequence[Claim]) -> Claim:
    distinct = tuple(dict.fromkeys(claims))
    return distinct[0] if len(distinct) == 1 else AllOf(distinct)


def _joined(terms: Terms) -> Terms:
    sums: dict[str, Fraction] = {}
    for name, coefficient in terms:
        sums[name] = sums.get(name, ZERO) + coefficient
    return tuple((name, coefficient) for name, coefficient in sums.items() if coefficient)
