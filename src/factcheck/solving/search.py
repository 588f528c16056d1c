"""Constraints -> a witness that makes all of them true, or the certainty that there is none, without z3.

Depth first over the choices, each step narrowed by propagation; where no choice is left a guess, then exact
simplex, then a split on an integer that came out broken. It answers most articles at a fraction of z3's
cost, and repeats the proof of every contradiction that z3 finds.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from fractions import Fraction
from math import floor
from typing import Literal, NamedTuple

from factcheck.expressions import holds, variables
from factcheck.model import Claim, Constraint, Sort
from factcheck.solving.propagation import FREE, Bounds, Domain, Network, narrow, status, tighten
from factcheck.solving.results import Disagreement, Exhausted
from factcheck.solving.rows import Node, Row, node, quotient
from factcheck.solving.simplex import Tableau

Witness = dict[str, Fraction]


class Outcome(NamedTuple):
    """``open`` when the limit ran out first."""

    verdict: Literal["consistent", "inconsistent", "open"]
    witness: Witness | None = None


class _State:
    def __init__(self, domain: Domain, network: Network, choices: list[tuple[Node, ...]]) -> None:
        self.domain, self.network, self.choices = domain, network, choices


def integers(constraints: Sequence[Constraint], sorts: Mapping[str, Sort]) -> Set[str]:
    """The variables of ``constraints`` that only take whole numbers."""
    return {n for c in constraints for n in variables(c.claim) if sorts.get(n) == "integer"}


def decide(constraints: Sequence[Constraint], sorts: Mapping[str, Sort], limit: int) -> Outcome:
    """Whether all ``constraints`` can hold; gives up after ``limit`` steps."""
    return settled([constraint.claim for constraint in constraints], integers(constraints, sorts), limit)


def settled(claims: Sequence[Claim], whole: Set[str], limit: int) -> Outcome:
    """The same of plain claims; ``whole`` are the variables that are integers."""
    names = dict.fromkeys(name for claim in claims for name in variables(claim))
    nodes = [node(claim, whole) for claim in claims]
    start = _State(dict.fromkeys(names, FREE), Network(()), [])
    stack = [start] if _add(start, nodes, whole) else []
    complete = True
    while stack:
        limit -= 1
        if limit < 0:
            return Outcome("open")
        state = stack.pop()
        if not _settle(state, whole):
            continue
        if state.choices:
            stack.extend(_branches(state, whole))
            continue
        try:
            witness, halves = _end(state, whole)
        except Exhausted:
            complete = False
            continue
        if witness is not None:
            return Outcome("consistent", _verified(witness, claims))
        stack.extend(halves)
    return Outcome("inconsistent" if complete else "open")


def _verified(witness: Witness, claims: Sequence[Claim]) -> Witness:
    for claim in claims:
        if not holds(claim, witness):
            raise Disagreement(f"the search took {claim} for true, and it is not")
    return witness


def _add(state: _State, nodes: Sequence[Node], whole: Set[str]) -> bool:
    """Let ``nodes`` hold in ``state``: single variables at once, rows into the network; False at a clash."""
    rows: list[Row] = []
    for one in nodes:
        state.choices.extend(one.choices)
        for row in one.rows:
            if len(row.names) > 1:
                rows.append(row)
            elif tighten(row, state.domain, whole) is None:
                return False
    if rows:
        state.network = Network((*state.network.rows, *rows))
    return True


def _settle(state: _State, whole: Set[str]) -> bool:
    """Propagate, drop what can no longer hold, take what must hold, to the end; False at a clash."""
    while True:
        if not state.network.propagate(state.domain, whole):
            return False
        waiting, forced = [], []
        for choice in state.choices:
            standing = [_standing(option, state.domain) for option in choice]
            if True in standing:
                continue
            left = tuple(option for option, fits in zip(choice, standing, strict=True) if fits is None)
            if not left:
                return False
            if len(left) == 1:
                forced.append(left[0])
            else:
                waiting.append(left)
        state.choices = waiting
        if not forced:
            return True
        if not _add(state, forced, whole):
            return False


def _standing(option: Node, domain: Domain) -> bool | None:
    """Whether ``option`` holds of all that is left (True), of nothing (False), or may do either."""
    outcomes = [status(row, domain) for row in option.rows]
    if False in outcomes:
        return False
    return None if None in outcomes or option.choices else True


def _branches(state: _State, whole: Set[str]) -> list[_State]:
    """One state for each option of the first choice, the first option last, for a stack."""
    first, rest = state.choices[0], state.choices[1:]
    branches = []
    for option in reversed(first):
        branch = _State(dict(state.domain), state.network, list(rest))
        if _add(branch, (option,), whole):
            branches.append(branch)
    return branches


def _end(state: _State, whole: Set[str]) -> tuple[Witness | None, list[_State]]:
    """Where no choice is left: a witness, or the two halves to look at next (none: there is no witness)."""
    guess = _guess(state, whole)
    if guess is not None:
        return guess, []
    tableau = Tableau(state.domain, state.network.rows)
    if not tableau.feasible():
        return None, []
    point = tableau.point()
    broken = next((n for n in point if n in whole and point[n].denominator != 1), None)
    if broken is None:
        return point, []
    at = floor(point[broken])
    halves = []
    for bounds in ((at + 1, None, False, False), (None, at, False, False)):
        half = _State(dict(state.domain), state.network, [])
        if narrow(half.domain, whole, broken, bounds) is not None:
            halves.append(half)
    return None, halves


def _guess(state: _State, whole: Set[str]) -> Witness | None:
    """Fix one variable after the other in its middle; often enough all the others still fit."""
    domain = dict(state.domain)
    for name in domain:
        low, high, _, _ = domain[name]
        if low is not None and low == high:
            continue
        value = _middle(domain[name], name in whole)
        domain[name] = (value, value, False, False)
        if not state.network.propagate(domain, whole, (name,)):
            return None
    if any(status(row, domain) is not True for row in state.network.rows):
        return None
    return {name: Fraction(low) for name, (low, _, _, _) in domain.items() if low is not None}


def _middle(bounds: Bounds, whole: bool) -> int | Fraction:
    low, high, low_open, high_open = bounds
    if low is not None and high is not None:
        middle = quotient(low + high, 2)
        return floor(middle) if whole else middle
    if low is not None:
        return low + 1 if low_open else low
    if high is not None:
        return high - 1 if high_open else high
    return 0
