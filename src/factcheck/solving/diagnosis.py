"""One component that may be inconsistent -> its independent contradictions, each with its ways out."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence, Set
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
# A component of more constraints is looked at in pieces, and at so many of them: a story may repeat one mistake a
# hundred times, and what a solver needs grows faster than what it is given.
LARGE = 150
MOST_PIECES = 100


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
    which the rest fits are the root causes, and each is seen with the others taken out. A component of very many
    constraints is looked at piece by piece, and what is settled in one is set aside for the next.
    """
    found = Diagnosis()
    settled: set[str] = set()
    try:
        for number, piece in enumerate(_pieces(component, settled, sorts, budget, session)):
            if number == MOST_PIECES:
                raise Exhausted(f"so many clashes hang together that only the first {number} places were looked at")
            with session.judge(piece, sorts, budget) as oracle:
                settled.update(_Case(piece, sorts, budget, oracle, found).explain())
    except Exhausted as limit:
        found.undecided.append(Undecided(tuple(one.id for one in component if one.id not in settled), str(limit)))
    return found


def _pieces(
    component: Sequence[Constraint],
    settled: Container[str],
    sorts: Mapping[str, Sort],
    budget: Budget,
    session: Session,
) -> Iterator[tuple[Constraint, ...]]:
    """What is looked at one after the other: all, or of very many constraints what clashes around single rules first.

    What then still clashes is found by the solver, which names more than need be and costs the more the more it is
    given. ``settled`` are the ids of what pieces so far settled; it grows between two of them.
    """
    if len(component) <= LARGE:
        yield tuple(component)
        return
    speaking: dict[str, list[int]] = {}
    for position, one in enumerate(component):
        for name in variables(one.claim):
            speaking.setdefault(name, []).append(position)

    def tied(positions: Iterable[int]) -> set[int]:
        names = {name for position in positions for name in variables(component[position].claim)}
        around = {position for name in names for position in speaking[name]}
        return {position for position in around if component[position].id not in settled}.union(positions)

    def fits(positions: Iterable[int]) -> bool:
        some = [component[position] for position in sorted(positions)]
        return decide(some, sorts, budget.cases).verdict == "consistent"

    for rule in (position for position, one in enumerate(component) if one.kind == "rule"):
        star = {rule, *(position for position in tied((rule,)) if component[position].kind == "mention")}
        if not fits(star):
            wider = tied(tied(star))  # with what tells which of them is wrong
            yield tuple(component[position] for position in sorted(wider if len(wider) <= LARGE else star))
    while not fits(rest := [position for position, one in enumerate(component) if one.id not in settled]):
        some = [component[position] for position in rest]
        with session.judge(some, sorts, budget) as oracle:
            if oracle.consistent(range(len(some))):
                return
            core = oracle.core(range(len(some)))
        yield tuple(some[position] for position in core)


class _Case(NamedTuple):
    component: Sequence[Constraint]
    sorts: Mapping[str, Sort]
    budget: Budget
    oracle: Oracle
    found: Diagnosis

    def explain(self) -> Set[str]:
        """Reports what clashes; the ids of the rules and mentions without which the rest fits."""
        positions = range(len(self.component))
        if self.oracle.consistent(positions):
            return set()
        mentions = [i for i in positions if self.component[i].kind == "mention"]
        rules = every_rule = [i for i in positions if self.component[i].kind == "rule"]
        while not self.oracle.consistent(rules):
            clash = minimal_contradiction(self.oracle.consistent, (), rules)
            self._report(clash, ())
            rules = [i for i in rules if i not in clash]
        causes = smallest_correction(self.oracle.consistent, self.oracle.core, rules, mentions)
        for cause in causes:
            soft = [i for i in mentions if i == cause or i not in causes]
            clash = minimal_contradiction(self.oracle.consistent, (), self._nearest(cause, (*soft, *rules)))
            self._report(clash, self._corrections(clash, rules, soft))
        return {self.component[i].id for i in (*causes, *every_rule) if i not in rules}

    def _nearest(self, cause: int, positions: Sequence[int]) -> list[int]:
        """The same, what is of the article of ``cause`` alone first: one that contradicts itself needs no other."""
        own = {passage.path for passage in self.component[cause].passages}
        mentions = [one for one in self.component if own and own.issuperset(said.path for said in one.passages)]
        names = {name for one in mentions if one.kind == "mention" for name in variables(one.claim)}
        return sorted(positions, key=lambda position: not names.issuperset(variables(self.component[position].claim)))

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
        if not self.budget.corrections:
            return ()
        try:
            for freed in corrections(
                self.oracle.consistent, self.oracle.core, rules, soft, CORRECTION_STEPS, BEYOND_SMALLEST
            ):
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
