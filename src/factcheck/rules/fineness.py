"""Two figures that are held against each other, of which one is written finer -> the other is taken to be as fine.

From 6.5 to 7 percent, 2 billion after 2.3 billion: whoever writes the one to a decimal leaves out only its zero in the
other.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from factcheck.expressions import within
from factcheck.model import AllOf, Claim, Fact, Range, Relation

# The relations of two figures, and their roles.
PAIRS = {
    "change": ("old", "new"),
    "difference": ("less", "more"),
    "direction": ("less", "more"),
    "doubled": ("less", "more"),
    "twofold": ("less", "more"),
}
PLAIN = ("", "rounded")
HALF = Fraction(1, 2)
# Only a whole number, of its scale, is one whose decimals were left out: 1.2 beside 1.04 was rounded.
WHOLE = (1, 10**3, 10**6, 10**9, 10**12)


def as_fine(claim: Claim, relation: Relation, facts: Mapping[str, Fact]) -> Claim:
    """The claim, with the coarser of its two figures held to the fineness of the other."""
    names = [relation.role(role) for role in PAIRS.get(relation.kind, ())]
    if [len(some) for some in names] != [1, 1]:
        return claim
    old, new = (facts.get(some[0]) for some in names)
    if old is None or new is None or not (_is_plain(old) and _is_plain(new)) or old.kind != new.kind:
        return claim
    steps = [_step(one) for one in (old, new)]
    fine = min(steps)
    for one, step in zip((old, new), steps, strict=True):
        if step > fine and step in WHOLE:
            middle = _middle(one)
            claim = AllOf((claim, within(one.id, Range(middle - fine * HALF, middle + fine * HALF))))
    return claim


def _is_plain(fact: Fact) -> bool:
    """Whether no hedge or bound is at a measured figure, and it has one value."""
    values = [reading.value for reading in fact.readings]
    bounded = all(value.low is not None and value.high is not None for value in values)
    plain = all(reading.note in PLAIN for reading in fact.readings)
    return bool(values) and bounded and plain and (fact.kind == "percent" or values[0].exact is None)


def _middle(fact: Fact) -> Fraction:
    low, high, *_ = fact.readings[0].value
    return (low + high) * HALF if low is not None and high is not None else Fraction(0)


def _step(fact: Fact) -> Fraction:
    """The unit of the last digit of a figure: a percentage that is taken as exact is one of whole numbers."""
    low, high, *_ = fact.readings[0].value
    if low is None or high is None:
        return Fraction(0)
    return high - low or Fraction(1)
