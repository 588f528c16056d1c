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
from factcheck.solving.rows import tightened
from factcheck.solving.search import Witness, settled
from factcheck.solving.smtlib import term

# The search without z3 may take so many steps to come upon a witness.
QUICK = 20
# A question about less than this part of the constraints is cheap.
SMALL = 4


class Session:
    """A solver for rationals and one for integers, kept for a whole run and emptied between components.

    They live in a context of their own, so that what a run may spend does not depend on what else a process
    did with z3.
    """

    def __init__(self) -> None:
        import z3

        context = z3.Context()
        self.solvers: tuple[Any, Any] = (z3.SimpleSolver(context), z3.SimpleSolver(context))
        self.steps = 0

    @contextmanager
    def judge(self, constraints: Sequence[Constraint], sorts: Mapping[str, Sort], budget: Budget) -> Iterator[Oracle]:
        """An oracle on ``constraints`` for the length of a ``with`` block."""
        for solver in self.solvers:
            solver.push()
        try:
            yield Oracle(constraints, sorts, budget, self)
        finally:
            for solver in self.solvers:
                solver.pop()

    def check(self, solver: Any, assumptions: Sequence[Any]) -> tuple[str, int]:
        """The verdict on ``assumptions``, and the steps spent since the last one."""
        verdict = str(solver.check(*assumptions))
        before, self.steps = self.steps, int(solver.statistics().get_key_value("rlimit count"))
        return verdict, self.steps - before


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
        session: Session,
    ) -> None:
        self.constraints = tuple(constraints)
        self.names = tuple(dict.fromkeys(n for c in constraints for n in variables(c.claim)))
        self.whole = frozenset(n for n in self.names if sorts.get(n) == "integer")
        self.left = budget.rlimit
        self._limit = budget.rlimit
        self._timeout = budget.timeout
        self._session = session
        self._real = _Encoding(self, session.solvers[0], frozenset())
        self._integer: _Encoding | None = None
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
        values = self._found(asked, extra) or self._real.ask(asked, extra)
        if values is not None and any(values[name].denominator != 1 for name in self.whole):
            if self._integer is None:
                self._integer = _Encoding(self, self._session.solvers[1], self.whole)
            values = self._integer.ask(asked, extra)
        if values is not None:
            self._remember(values, asked, extra)
        return values

    def core(self, positions: Iterable[int]) -> Sequence[int]:
        """Of constraints that are inconsistent some that are already so by themselves, in order."""
        asked = frozenset(positions)
        known = (sorted(core) for core in self._cores if core <= asked)
        return min(known, key=lambda core: (len(core), core), default=sorted(asked))

    def _found(self, asked: frozenset[int], extra: Claim | None) -> Witness | None:
        """A witness that plain arithmetic comes upon, at a fraction of the solver's cost."""
        claims = [self.constraints[position].claim for position in sorted(asked)]
        values = settled([*claims, *([] if extra is None else [extra])], self.whole, QUICK).witness
        return None if values is None else dict.fromkeys(self.names, Fraction(0)) | values

    def _remember(self, values: Witness, asked: frozenset[int], extra: Claim | None) -> None:
        if SMALL * len(asked) < len(self.constraints):
            return  # to see what else it fits would take longer than to ask again
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
        started = time.monotonic()
        verdict, used = self._session.check(solver, assumptions)
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
            self.handles[name] = (z3.Int if is_whole else z3.Real)(symbol, solver.ctx)
            self.declared += f"(declare-const {symbol} {'Int' if is_whole else 'Real'})"
        text = []
        for number, constraint in enumerate(oracle.constraints):
            switch = f"a{number}"
            claim = term(tightened(constraint.claim, whole), self.symbols)
            text.append(f"(declare-const {switch} Bool)(assert (=> {switch} {claim}))")
        self._add("".join(text))
        self.switches = [z3.Bool(f"a{number}", solver.ctx) for number in range(len(oracle.constraints))]
        self.positions = {switch.get_id(): number for number, switch in enumerate(self.switches)}

    def _add(self, assertions: str) -> None:
        # A solver's own from_string keeps what it declares past a pop; a parser of its own does not.
        self.solver.add(self.z3.parse_smt2_string(self.declared + assertions, ctx=self.solver.ctx))

    def ask(self, asked: frozenset[int], extra: Claim | None) -> Witness | None:
        assumptions = [self.switches[position] for position in sorted(asked)]
        if extra is None:
            if self.oracle.spend(self.solver, assumptions):
                return self._values()
            core = self.solver.unsat_core()
            self.oracle.refuted(frozenset(self.positions[switch.get_id()] for switch in core))
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
