"""A consistent choice of constraints and a variable in it -> the range of values it may take."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import floor

from factcheck.expressions import holds, within
from factcheck.model import AllOf, Claim, Linear, Range
from factcheck.solving.oracle import Oracle
from factcheck.solving.propagation import FREE, Bounds, Domain, Network, tighten
from factcheck.solving.results import Exhausted
from factcheck.solving.rows import Number, Row, node, row
from factcheck.solving.search import Witness
from factcheck.solving.simplex import Tableau, Value

QUESTIONS = 60

End = tuple[Fraction, bool] | None  # value and whether it is open; None is unbounded


def allowed(oracle: Oracle, positions: Sequence[int], name: str) -> Range:
    """The smallest range that holds every value which ``name`` may take when these constraints hold.

    The ends are exact: each is reached, or open and approached. Raises ``Exhausted`` when that takes more
    than ``QUESTIONS`` questions of the solver for one end.
    """
    hull = _hull(oracle, positions)[name]
    low, high = (_Side(oracle, positions, name, sign, hull).end() for sign in (-1, 1))
    return Range(
        None if low is None else low[0],
        None if high is None else high[0],
        low is not None and low[1],
        high is not None and high[1],
    )


class _Side:
    """The search for one end: the witness at hand, what it proves, and what z3 finds beyond it."""

    def __init__(self, oracle: Oracle, positions: Sequence[int], name: str, sign: int, hull: Bounds) -> None:
        self.oracle, self.positions, self.name, self.sign = oracle, positions, name, sign
        self.claims = [oracle.constraints[position].claim for position in positions]
        self.limit = hull[1] if sign > 0 else hull[0]
        self.questions = QUESTIONS

    def end(self) -> End:
        witness = self._ask(None)
        if witness is None:
            raise ValueError("only what is consistent has a range")
        if witness[self.name] == self.limit:
            return witness[self.name], False
        return self._whole_end(witness) if self.name in self.oracle.whole else self._real_end(witness)

    def _ask(self, beyond: Range | None) -> Witness | None:
        self.questions -= 1
        if self.questions < 0:
            raise Exhausted(f"the range of {self.name!r} took more than {QUESTIONS} questions")
        extra = None if beyond is None else within(self.name, beyond)
        return self.oracle.witness(self.positions, extra)

    def _real_end(self, witness: Witness) -> End:
        """As far as the branch of a witness goes, then a witness beyond that, until there is none."""
        while True:
            if self._extreme(witness, frozenset()) is None:
                return None
            best = self._extreme(witness, self.oracle.whole)
            assert best is not None
            value, is_open = Fraction(best[0]), best[1] != 0
            beyond = Range(value, None, not is_open) if self.sign > 0 else Range(None, value, False, not is_open)
            further = self._ask(beyond)
            if further is None:
                return value, is_open
            witness = further

    def _whole_end(self, witness: Witness) -> End:
        """The same in whole numbers, halving the distance once z3 has said how far is too far."""
        barrier: int | None = None
        while True:
            best = int(witness[self.name]) * self.sign
            if barrier is None:
                edge = self._extreme(witness, frozenset())
                if edge is None:
                    return None
                target = max(best + 1, floor(Fraction(edge[0]) * self.sign))
            elif barrier == best + 1:
                return Fraction(best * self.sign), False
            else:
                target = (best + barrier) // 2
            number = Fraction(target * self.sign)
            further = self._ask(Range(number, None) if self.sign > 0 else Range(None, number))
            if further is not None:
                witness = further
            else:
                barrier = target

    def _extreme(self, witness: Witness, fixed: frozenset[str]) -> Value | None:
        """How far the variable goes in the branch that ``witness`` takes, with ``fixed`` at its values."""
        rows = [row(linear, self.oracle.whole) for claim in self.claims for linear in branch(claim, witness)]
        rows = _connected(rows, self.name)
        names = dict.fromkeys((self.name, *(name for r in rows for name in r.names)))
        domain: Domain = dict.fromkeys(names, FREE)
        for name in names:
            if name in fixed:
                value: Number = witness[name]
                domain[name] = (value, value, False, False)
        for single in (r for r in rows if len(r.names) == 1):
            tighten(single, domain, self.oracle.whole)
        tableau = Tableau(domain, [r for r in rows if len(r.names) > 1])
        if not tableau.feasible():
            raise AssertionError("the branch of a witness has a point: the witness")
        return tableau.extreme(self.name, self.sign > 0)


def _hull(oracle: Oracle, positions: Sequence[int]) -> Domain:
    """Bounds that each variable certainly keeps: what the constraints without a choice lead to."""
    rows = [r for i in positions for r in node(oracle.constraints[i].claim, oracle.whole).rows]
    domain: Domain = dict.fromkeys(oracle.names, FREE)
    Network(rows).propagate(domain, oracle.whole)
    return domain


def branch(claim: Claim, witness: Witness) -> list[Linear]:
    """The linear claims that ``witness`` makes true, of each choice the first that it fits."""
    if isinstance(claim, Linear):
        return [claim]
    if isinstance(claim, AllOf):
        return [linear for part in claim.claims for linear in branch(part, witness)]
    return branch(next(part for part in claim.claims if holds(part, witness)), witness)


def _connected(rows: Sequence[Row], name: str) -> list[Row]:
    """The rows that reach ``name`` through shared variables."""
    touching: dict[str, list[int]] = {}
    for index, one in enumerate(rows):
        for variable in one.names:
            touching.setdefault(variable, []).append(index)
    met, waiting, chosen = {name}, [name], set()
    while waiting:
        for index in touching.get(waiting.pop(), ()):
            if index not in chosen:
                chosen.add(index)
                fresh = [variable for variable in rows[index].names if variable not in met]
                met.update(fresh)
                waiting.extend(fresh)
    return [rows[index] for index in sorted(chosen)]
