"""One component that may be inconsistent -> its independent contradictions, each with its ways out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from factcheck.expressions import variables
from factcheck.model import Constraint, Contradiction, Correction, Range, Sort
from factcheck.solving.allowed import allowed
from factcheck.solving.minimal import corrections, minimal_contradiction, smallest_correction
from factcheck.solving.oracle import Oracle, Session
from factcheck.solving.results import Budget, Disagreement, Exhausted, Ids, Undecided
from factcheck.solving.search import decide

CORRECTION_STEPS = 1_000
# How many mentions more than the smallest way out another one may change.
BEYOND_SMALLEST = 2


class Diagnosis:
    """What was found in one component so far."""

    def __init__(self) -> None:
        self.contradictions: list[Contradiction] = []
        self.undecided: list[Undecided] = []
        self.solver_only: list[Ids] = []
        self.cut_short: list[Ids] = []


def diagnose(component: Sequence[Constraint], sorts: Mapping[str, Sort], budget: Budget, session: Session) -> Diagnosis:
    """Every root cause in ``component`` (sorted by ``place``) as a contradiction of its own.

    Rules that clash among themselves come first and are set aside; of the mentions, the fewest without
    which the rest fits are the root causes, and each is seen with the others taken out.
    """
    found = Diagnosis()
    ids = tuple(constraint.id for constraint in component)
    with session.judge(component, sorts, budget) as oracle:
        case = _Case(component, sorts, budget, oracle, found)
        try:
            if not oracle.consistent(range(len(component))):
                case.explain()
        except Exhausted as limit:
            found.undecided.append(Undecided(ids, str(limit)))
    return found


class _Case(NamedTuple):
    component: Sequence[Constraint]
    sorts: Mapping[str, Sort]
    budget: Budget
    oracle: Oracle
    found: Diagnosis

    def explain(self) -> None:
        positions = range(len(self.component))
        mentions = [i for i in positions if self.component[i].kind == "mention"]
        rules = [i for i in positions if self.component[i].kind == "rule"]
        while not self.oracle.consistent(rules):
            clash = minimal_contradiction(self.oracle.consistent, (), rules)
            self._report(clash, ())
            rules = [i for i in rules if i not in clash]
        causes = smallest_correction(self.oracle.consistent, rules, mentions)
        for cause in causes:
            soft = [i for i in mentions if i == cause or i not in causes]
            clash = minimal_contradiction(self.oracle.consistent, (), (*soft, *rules))
            self._report(clash, self._corrections(clash, rules, soft))

    def _report(self, clash: Sequence[int], ways_out: tuple[Correction, ...]) -> None:
        constraints = tuple(self.component[i] for i in clash)
        self._confirm(clash, constraints)
        self.found.contradictions.append(Contradiction(constraints, ways_out))

    def _confirm(self, clash: Sequence[int], constraints: tuple[Constraint, ...]) -> None:
        """Prove it again: without any one of them a witness, with all of them none, by plain arithmetic."""
        for spared in clash:
            if not self.oracle.consistent(i for i in clash if i != spared):
                raise Disagreement(f"a contradiction is not minimal without {self.component[spared].id!r}")
        verdict = decide(constraints, self.sorts, self.budget.cases).verdict
        if verdict == "consistent":
            raise Disagreement(f"z3 rejects what fits: {', '.join(c.id for c in constraints)}")
        if verdict == "open":
            self.found.solver_only.append(tuple(c.id for c in constraints))

    def _corrections(self, clash: Sequence[int], rules: Sequence[int], soft: Sequence[int]) -> tuple[Correction, ...]:
        ways_out: list[Correction] = []
        try:
            for freed in corrections(self.oracle.consistent, rules, soft, CORRECTION_STEPS, BEYOND_SMALLEST):
                if len(ways_out) == self.budget.corrections:
                    raise Exhausted("there are more corrections than are listed")
                ways_out.append(self._correction(freed, rules, soft))
        except Exhausted:
            self.found.cut_short.append(tuple(self.component[i].id for i in clash))
        return tuple(ways_out)

    def _correction(self, freed: Sequence[int], rules: Sequence[int], soft: Sequence[int]) -> Correction:
        rest = sorted((*rules, *(i for i in soft if i not in freed)))
        mentions = tuple(self.component[i] for i in freed)
        names = dict.fromkeys(n for mention in mentions for n in mention.about or variables(mention.claim))
        ranges: list[tuple[str, Range]] = []
        for name in names:
            if name not in self.oracle.names:
                continue
            try:
                ranges.append((name, allowed(self.oracle, rest, name)))
            except Exhausted:
                continue
        return Correction(mentions, tuple(ranges))
