"""Claims -> rows of numbers, with what whole numbers allow rounded inwards, and choices between such rows.

Numbers here are ``int`` where they can be and ``Fraction`` where they must: both exact, the first faster.
"""

from __future__ import annotations

from collections.abc import Container
from fractions import Fraction
from math import ceil, floor, gcd, lcm
from typing import NamedTuple

from factcheck.model import AllOf, Claim, Linear

Number = int | Fraction


class Row(NamedTuple):
    """``low <= sum(factor * name) <= high``; ``None`` is unbounded, an open end is left out."""

    names: tuple[str, ...]
    factors: tuple[Number, ...]
    low: Number | None
    high: Number | None
    low_open: bool
    high_open: bool


class Node(NamedTuple):
    """All ``rows`` hold and, of each of ``choices``, at least one node."""

    rows: tuple[Row, ...]
    choices: tuple[tuple[Node, ...], ...]


def plain(number: Number) -> Number:
    return number.numerator if number.denominator == 1 else number


def quotient(number: Number, divisor: Number) -> Number:
    if divisor == 1:
        return number
    return plain(Fraction(number) / divisor)


def lowest_whole(low: Number, is_open: bool) -> int:
    """The least integer from ``low`` on, ``low`` itself left out if open."""
    return floor(low) + 1 if is_open else ceil(low)


def highest_whole(high: Number, is_open: bool) -> int:
    return ceil(high) - 1 if is_open else floor(high)


def node(claim: Claim, whole: Container[str]) -> Node:
    """``claim`` as rows and choices; ``whole`` are the variables that are integers."""
    if isinstance(claim, Linear):
        return Node((row(claim, whole),), ())
    parts = tuple(node(part, whole) for part in claim.claims)
    if isinstance(claim, AllOf):
        return Node(tuple(r for p in parts for r in p.rows), tuple(c for p in parts for c in p.choices))
    return parts[0] if len(parts) == 1 else Node((), (parts,))


def row(linear: Linear, whole: Container[str]) -> Row:
    low, high, low_open, high_open = linear.value
    factors: dict[str, Fraction] = {}
    for name, factor in linear.terms:
        factors[name] = factors[name] + factor if name in factors else factor
    used = [name for name in factors if factors[name]]
    scale = Fraction(lcm(*(factors[name].denominator for name in used)))
    if used and all(name in whole for name in used):
        scale /= gcd(*((factors[name] * scale).numerator for name in used))
        low = None if low is None else Fraction(lowest_whole(low * scale, low_open))
        high = None if high is None else Fraction(highest_whole(high * scale, high_open))
        low_open = high_open = False
    elif scale != 1:
        low = None if low is None else low * scale
        high = None if high is None else high * scale
    return Row(
        tuple(used),
        tuple(plain(factors[name] * scale if scale != 1 else factors[name]) for name in used),
        None if low is None else plain(low),
        None if high is None else plain(high),
        low_open,
        high_open,
    )
