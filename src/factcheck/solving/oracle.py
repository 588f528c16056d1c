"""z3 as a judge: which constraints of a component can hold together, with a witness for every yes.

The only file that imports z3, and only when something is asked of it.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from fractions import Fraction
from typing import Any

from factcheck.expressions import holds, variables
from factcheck.model import Claim, Constraint, Sort
from factcheck.solving.results import Budget, Disagreement, Exhausted
from factcheck.solving.search import Witness
from factcheck.solving.smtlib import term


class Session:
    """One solver for rationals and one for integers, kept for a whole run and emptied between components."""

    def __init__(self) -> None:
        self._solvers: tuple[Any, Any] | None = None

    @contextmanager
    def judge(
        self, constraints: Sequence[Constraint], sorts: Mapping[str, Sort], budget: Budget
    ) -> Iterator[Oracle]:
        """An oracle on ``constraints`` for the length of a ``with`` block."""
        if self._solvers is None:
            import z3

            self._solvers = z3.SimpleSolver(), z3.SimpleSolver()
        for solver in self._solvers:
            solver.push()
        try:
            yield Oracle(constraints, sorts, budget, self._solvers)
        finally:
            for solver in self._solvers:
                solver.pop()


class Oracle:
    """Verdicts on subsets of ``constraints``, given as their positions.

    Each question is put to rationals first and to integers only if rationals allow it. A witness answers
    all later questions that it fits, a core all those that contain it.
    """

    def __init__(
        self,
        constraints: Sequence[Constraint],
        sorts: Mapping[str, Sort],
        budget: Budget,
        solvers: tuple[Any, Any],
    ) -> None:
        self.constraints = tuple(constraints)
        self.names = tuple(dict.fromkeys(n for c in constraints for n in variables(c.claim)))
        self.whole = frozenset(n for n in self.names if sorts.get(n) == "integer")
        self.left = budget.rlimit
        self._limit = budget.rlimit
        self._timeout = budget.timeout
        self._real = _Encoding(self, solvers[0], frozenset())
        self._integer = _Encoding(self, solvers[1], self.whole) if self.whole else None
        self._witnesses: list[tuple[Witness, frozenset[int]]] = []
        self._cores: list[frozenset[int]] = []

    def consistent(self, positions: Iterable[int]) -> bool:
        return self.witness(positions) is not None

    def witness(self, positions: Iterable[int], extra: Claim | None = None) -> Witness | None:
        """Values that make these constraints (and ``extra``) true, or ``None`` if there are none.

        Raises ``Exhausted`` when a limit runs out, ``KeyboardInterrupt`` when the user interrupts z3.
        """
        asked = frozenset(positions)
        for witness, fits in self._witnesses:
            if asked <= fits and (extra is None or holds(extra, witness)):
                return witness
        if any(core <= asked for core in self._cores):
            return None
        values = self._real.ask(asked, extra)
        if values is not None and any(values[name].denominator != 1 for name in self.whole):
            assert self._integer is not None
            values = self._integer.ask(asked, extra)
        if values is not None:
            self._remember(values, asked, extra)
        return values

    def _remember(self, values: Witness, asked: frozenset[int], extra: Claim | None) -> None:
        fits = frozenset(i for i, c in enumerate(self.constraints) if holds(c.claim, values))
        if not asked <= fits or (extra is not None and not holds(extra, values)):
            wrong = ", ".join(self.constraints[i].id for i in sorted(asked - fits))
            raise Disagreement(f"z3 takes for true what is not: {wrong or extra}")
        self._witnesses.append((values, fits))

    def refuted(self, core: frozenset[int]) -> None:
        self._cores.append(core)

    def spend(self, solver: Any, assumptions: Sequence[Any]) -> bool:
        """Whether ``assumptions`` can hold with what the solver knows."""
        if self.left <= 0:
            raise Exhausted(f"the limit of {self._limit} solver steps ran out")
        solver.set(rlimit=self.left, timeout=self._timeout)
        before, started = _steps(solver), time.monotonic()
        verdict = str(solver.check(*assumptions))
        used = _steps(solver) - before
        limit, self.left = self.left, self.left - used
        if verdict != "unknown":
            return verdict == "sat"
        if used >= limit:
            raise Exhausted(f"the limit of {self._limit} solver steps ran out")
        if (time.monotonic() - started) * 1000 >= self._timeout:
            raise Exhausted(f"the solver took longer than {self._timeout} ms over one question")
        reason = solver.reason_unknown()
        if reason in ("canceled", "interrupted", "interrupted from keyboard"):
            raise KeyboardInterrupt
        raise Exhausted(f"the solver gave up: {reason}")


def _steps(solver: Any) -> int:
    return next((int(value) for name, value in solver.statistics() if name == "rlimit count"), 0)


class _Encoding:
    """The constraints in one solver, each behind a switch, with integers as integers or as rationals."""

    def __init__(self, oracle: Oracle, solver: Any, whole: frozenset[str]) -> None:
        import z3

        self.z3, self.oracle, self.solver = z3, oracle, solver
        self.symbols: dict[str, str] = {}
        self.handles: dict[str, Any] = {}
        self.declared = ""
        for number, name in enumerate(oracle.names):
            is_whole = name in whole
            symbol = f"{'i' if is_whole else 'r'}{number}"
            self.symbols[name] = f"(to_real {symbol})" if is_whole else symbol
            self.handles[name] = z3.Int(symbol) if is_whole else z3.Real(symbol)
            self.declared += f"(declare-const {symbol} {'Int' if is_whole else 'Real'})"
        text = []
        for number, constraint in enumerate(oracle.constraints):
            switch = f"a{number}"
            claim = term(constraint.claim, self.symbols)
            text.append(f"(declare-const {switch} Bool)(assert (=> {switch} {claim}))")
        self._add("".join(text))
        self.switches = [z3.Bool(f"a{number}") for number in range(len(oracle.constraints))]
        self.positions = {f"a{number}": number for number in range(len(oracle.constraints))}

    def _add(self, assertions: str) -> None:
        # A solver's own from_string keeps what it declares past a pop; a parser of its own does not.
        self.solver.add(self.z3.parse_smt2_string(self.declared + assertions))

    def ask(self, asked: frozenset[int], extra: Claim | None) -> Witness | None:
        assumptions = [self.switches[position] for position in sorted(asked)]
        if extra is None:
            if self.oracle.spend(self.solver, assumptions):
                return self._values()
            core = self.solver.unsat_core()
            self.oracle.refuted(frozenset(self.positions[str(switch)] for switch in core))
            return None
        self.solver.push()
        try:
            claim = term(extra, self.symbols)
            self._add(f"(assert {claim})")
            return self._values() if self.oracle.spend(self.solver, assumptions) else None
        finally:
            self.solver.pop()

    def _values(self) -> Witness:
        model = self.solver.model()
        return {name: self._value(model, handle) for name, handle in self.handles.items()}

    def _value(self, model: Any, handle: Any) -> Fraction:
        value = model.eval(handle, model_completion=True)
        if self.z3.is_int_value(value):
            return Fraction(value.as_long())
        return Fraction(value.numerator_as_long(), value.denominator_as_long())
