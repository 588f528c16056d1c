"""Constraints -> minimal contradictions with every smallest way out, or the certainty that all can hold.

``solve`` answers, ``smt2`` writes a contradiction down so that any solver can replay it. z3 is imported
when a component is left that plain arithmetic does not show to be consistent, and not before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.model import Constraint, Sort
from factcheck.solving.components import components
from factcheck.solving.results import Budget, Disagreement, Ids, Solution, Undecided
from factcheck.solving.search import decide
from factcheck.solving.shapes import shape
from factcheck.solving.smtlib import smt2

__all__ = [
    "BARELY",
    "Budget",
    "Disagreement",
    "Ids",
    "Solution",
    "Undecided",
    "components",
    "consistent",
    "shape",
    "smt2",
    "solve",
]

DEFAULT = Budget()
BARELY = Budget(corrections=0)
"""What clashes is wanted, and not the ways out."""


def solve(constraints: Sequence[Constraint], sorts: Mapping[str, Sort], budget: Budget = DEFAULT) -> Solution:
    """What contradicts itself in ``constraints``; a variable absent from ``sorts`` is real.

    Ids sort as their passages stand in the text; the answer is the same however the constraints are
    ordered. Two different constraints with one id are a ``ValueError``.
    """
    clashing = [c for c in components(constraints) if decide(c, sorts, budget.cases).verdict != "consistent"]
    if not clashing:
        return Solution()
    from factcheck.solving.diagnosis import Diagnosis, diagnose
    from factcheck.solving.oracle import Session

    session = Session()
    bare, found, mended, without = budget._replace(corrections=0), list[Diagnosis](), 0, 0
    for component in clashing:
        found.append(diagnose(component, sorts, budget if mended < budget.mended else bare, session))
        if mended < budget.mended:
            mended += len(found[-1].contradictions)
        else:
            without += len(found[-1].contradictions)
    return Solution(
        tuple(contradiction for one in found for contradiction in one.contradictions),
        tuple(undecided for one in found for undecided in one.undecided),
        tuple(ids for one in found for ids in one.solver_only),
        tuple(ids for one in found for ids in one.cut_short),
        without,
    )


def consistent(constraints: Sequence[Constraint], sorts: Mapping[str, Sort], budget: Budget = DEFAULT) -> bool:
    """Whether all of ``constraints`` can hold; where a limit runs out first, no is the answer."""
    from factcheck.solving.results import Exhausted

    unsure = []
    for component in components(constraints):
        verdict = decide(component, sorts, budget.cases).verdict
        if verdict == "open":
            unsure.append(component)
        elif verdict != "consistent":
            return False
    if not unsure:
        return True
    from factcheck.solving.oracle import Session

    session = Session()
    for component in unsure:
        with session.judge(component, sorts, budget) as oracle:
            try:
                if not oracle.consistent(range(len(component))):
                    return False
            except Exhausted:
                return False
    return True
