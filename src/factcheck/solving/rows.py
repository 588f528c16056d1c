"""Claims -> rows of numbers, with what whole numbers allow rounded inwards, and choices between such rows.

Numbers here are ``int`` where they can be and ``Fraction`` where they must: both exact, the first faster.
"""

from __future__ import annotations

from collections.abc import Container
from fractions import Fraction
from math import ceil, floor, gcd, lcm
from typing import NamedTuple

from factcheck.expressions import REMEMBERED, variables
from factcheck.model import AllOf, AnyOf, Claim, Linear, Range

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
    if divisor == -1:
        return -number
    return plain(Fraction(number) / divisor)


def lowest_whole(low: Number, is_open: bool) -> int:
    """The least integer from ``low`` on, ``low`` itself left out if open."""
    if low.denominator == 1:
        return low.numerator + 1 if is_open else low.numerator
    return ceil(low)


def highest_whole(high: Number, is_open: bool) -> int:
    if high.denominator == 1:
        return high.numerator - 1 if is_open else high.numerator
    return floor(high)


# A run asks for the rows of the same claims again and again, with the same integers. By identity, as for names.
_nodes: dict[int, tuple[Claim, tuple[str, ...], Node]] = {}


def node(claim: Claim, whole: Container[str]) -> Node:
    """``claim`` as rows and choices; ``whole`` are the variables that are integers."""
    integers = tuple(name for name in variables(claim) if name in whole)
    known = _nodes.get(id(claim))
    if known is not None and known[0] is claim and known[1] == integers:
        return known[2]
    if len(_nodes) >= REMEMBERED:
        _nodes.clear()
    found = _node(claim, whole)
    _nodes[id(claim)] = (claim, integers, found)
    return found


def _node(claim: Claim, whole: Container[str]) -> Node:
    if isinstance(claim, Linear):
        return Node((row(claim, whole),), ())
    parts = tuple(_node(part, whole) for part in claim.claims)
    if isinstance(claim, AllOf):
        return Node(tuple(r for p in parts for r in p.rows), tuple(c for p in parts for c in p.choices))
    return parts[0] if len(parts) == 1 else Node((), (parts,))


def row(linear: Linear, whole: Container[str]) -> Row:
    """``linear`` with whole factors, divided and rounded inwards where all its variables are integers."""
    low, high, low_open, high_open = linear.value
    if len(linear.terms) == 1 and linear.terms[0][1] == 1:
        names: tuple[str, ...] = (linear.terms[0][0],)
        factors: tuple[int, ...] = (1,)
    else:
        names, factors, scale = _whole_factors(linear)
        if scale != 1:
            low = None if low is None else low * scale
            high = None if high is None else high * scale
    if not names or any(name not in whole for name in names):
        return Row(
            names,
            factors,
            None if low is None else plain(low),
            None if high is None else plain(high),
            low_open,
            high_open,
        )
    least = None if low is None else lowest_whole(low, low_open)
    most = None if high is None else highest_whole(high, high_open)
    common = gcd(*factors)
    if common != 1:
        factors = tuple(factor // common for factor in factors)
        least = None if least is None else -(-least // common)
        most = None if most is None else most // common
    return Row(names, factors, least, most, False, False)


def tightened(claim: Claim, whole: Container[str]) -> Claim:
    """The same claim with the bounds of whole numbers rounded inwards, as a solver may search for ever between them."""
    if isinstance(claim, Linear):
        names, factors, low, high, low_open, high_open = row(claim, whole)
        least, most = (None if end is None else Fraction(end) for end in (low, high))
        value = Range(least, most, low_open, high_open)
        return Linear(tuple((name, Fraction(f)) for name, f in zip(names, factors, strict=True)), value)
    parts = tuple(tightened(part, whole) for part in claim.claims)
    return AllOf(parts) if isinstance(claim, AllOf) else AnyOf(parts)


def _whole_factors(linear: Linear) -> tuple[tuple[str, ...], tuple[int, ...], int]:
    """The variables that count, their factors as integers, and what all was multiplied by for that."""
    scale = lcm(*(factor.denominator for _, factor in linear.terms))
    factors: dict[str, int] = {}
    for name, factor in linear.terms:
        factors[name] = factors.get(name, 0) + factor.numerator * (scale // factor.denominator)
    if 0 in factors.values():
        factors = {name: factor for name, factor in factors.items() if factor}
    return tuple(factors), tuple(factors.values()), scale
