"""A total, a number of things and what one of them makes, as they are written -> the claim that they fit.

A product is of unknowns, so it is written out twice, as a share is (``shares.py``): once with the number and once with
the figure for each as the text has them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.expressions import within
from factcheck.model import MINUTES_A_DAY, AllOf, AnyOf, Claim, Fact, Linear, Range, Reading

# Whoever multiplies rounds: what is so much of itself off is no slip.
TOLERANCE = Fraction(1, 20)
# Minutes of the units that something is done for each of.
MINUTES = {
    "minute": Fraction(1),
    "hour": Fraction(60),
    "day": Fraction(MINUTES_A_DAY),
    "week": Fraction(7 * MINUTES_A_DAY),
    "month": Fraction(146_097 * MINUTES_A_DAY, 4800),
    "year": Fraction(1461 * MINUTES_A_DAY, 4),
}
# Dates that are so many units of time: a month, the last six days.
DATES = ("month", "period")
_COUNTED = re.compile(r"P(\d+)[DWMY]")
ZERO, ONE = Fraction(0), Fraction(1)


def product_claim(total: Fact, number: Fact, each: Fact, unit: Sequence[str]) -> Claim:
    """``total`` is ``number`` times ``each``; of a length of time, as often as ``unit`` is in it."""
    ranges = [[reading.value for reading in fact.readings] for fact in (number, each)]
    if number.kind in DATES:
        known = [_units(reading) for reading in number.readings]
        return AnyOf(tuple(AllOf(_between(total.id, each.id, units, ONE)) for units in known))
    minutes = MINUTES.get("".join(unit), ONE) if number.kind == "duration" else ONE
    return multiplied(total.id, number.id, each.id, ranges[0], ranges[1], minutes)


def multiplied(
    total: str, number: str, each: str, numbers: Sequence[Range], some: Sequence[Range], times: Fraction = ONE
) -> Claim:
    """``total`` taken ``times`` is ``number`` times ``each``, within the tolerance; all are taken to be positive."""
    options = [*_of_known(total, each, number, numbers, times), *_of_known(total, number, each, some, times)]
    return AnyOf(tuple(options))


def _units(date: Reading) -> Range:
    """How many days a month has, or the last six days are."""
    counted = _COUNTED.fullmatch(date.timex or "")
    if counted is not None:
        return Range.exactly(int(counted[1]))
    low, high = date.value.low, date.value.high
    return Range.exactly((high - low) / MINUTES_A_DAY) if low is not None and high is not None else Range(None, None)


def _of_known(total: str, free: str, known: str, ranges: Sequence[Range], times: Fraction) -> Iterator[Claim]:
    for value in dict.fromkeys(ranges):
        yield AllOf((within(known, value), *_between(total, free, value, times)))


def _between(total: str, free: str, value: Range, times: Fraction) -> tuple[Claim, ...]:
    """``total`` taken ``times`` is ``free`` times some number of ``value``, within the tolerance."""
    claims: list[Claim] = []
    if value.high is not None:
        claims.append(Linear(((total, times), (free, -value.high * (1 + TOLERANCE))), Range(None, ZERO)))
    if value.low is not None:
        claims.append(Linear(((total, times), (free, -value.low * (1 - TOLERANCE))), Range(ZERO, None)))
    return tuple(claims)
