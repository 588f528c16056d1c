"""Verdicts on sets -> minimal contradictions and smallest corrections; numbers stand for constraints.

Everything here depends on the verdicts and on the order of the numbers alone, not on how a solver works.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator, Sequence

from factcheck.solving.results import Exhausted

Verdict = Callable[[Iterable[int]], bool]
Core = Callable[[Iterable[int]], Sequence[int]]
"""Those of an inconsistent set that are known to suffice, in order."""

HITTING_STEPS = 20_000
CORE_ROUNDS = 200


def minimal_contradiction(consistent: Verdict, hard: Sequence[int], soft: Sequence[int]) -> tuple[int, ...]:
    """Those of ``soft`` that clash with ``hard``, none of which can be spared, the earlier ones preferred.

    ``hard`` and ``soft`` together must be inconsistent. QuickXplain (Junker, AAAI 2004).
    """

    def explain(background: tuple[int, ...], added: bool, rest: tuple[int, ...]) -> tuple[int, ...]:
        if added and not consistent(background):
            return ()
        if len(rest) == 1:
            return rest
        half = len(rest) // 2
        first, second = rest[:half], rest[half:]
        late = explain(background + first, bool(first), second)
        early = explain(background + late, bool(late), first)
        return early + late

    return tuple(sorted(explain(tuple(hard), True, tuple(soft)))) if soft else ()


def _some_contradiction(consistent: Verdict, core: Core, hard: Sequence[int], soft: Sequence[int]) -> tuple[int, ...]:
    """Like ``minimal_contradiction``, of what is known to suffice: not the earliest, but found soon."""
    known = {*core((*hard, *soft))}
    return minimal_contradiction(consistent, [n for n in hard if n in known], [n for n in soft if n in known])


def smallest_correction(consistent: Verdict, core: Core, hard: Sequence[int], soft: Sequence[int]) -> tuple[int, ...]:
    """The fewest of ``soft`` without which the rest is consistent; of several the first in order.

    Smallest hitting sets of the contradictions met so far, until one corrects everything (Davies and
    Bacchus, CP 2011). Past a cap, those that do not fit when taken one by one in order: then no proper
    subset corrects, though a smaller set elsewhere might.
    """
    cores: list[tuple[int, ...]] = []
    for _ in range(CORE_ROUNDS):
        taken = smallest_hitting_set(cores)
        if taken is None:
            break
        left = [number for number in soft if number not in taken]
        if consistent((*hard, *left)):
            return taken
        while left and not consistent((*hard, *left)):
            clash = _some_contradiction(consistent, core, hard, left)
            cores.append(clash)
            left = [number for number in left if number not in clash]
    kept: list[int] = []
    for number in soft:
        if consistent((*hard, *kept, number)):
            kept.append(number)
    return tuple(number for number in soft if number not in kept)


def smallest_hitting_set(cores: Sequence[tuple[int, ...]]) -> tuple[int, ...] | None:
    """The fewest numbers of which every core has one, of several the first in order; ``None`` past a cap."""
    steps = [HITTING_STEPS]
    size = _disjoint(cores)
    try:
        while not _hittable(cores, size, steps):
            size += 1
        chosen: list[int] = []
        left = list(cores)
        for number in sorted({n for core in cores for n in core}):
            rest = [core for core in left if number not in core]
            if left and _hittable(rest, size - len(chosen) - 1, steps):
                chosen.append(number)
                left = rest
    except Exhausted:
        return None
    return tuple(chosen)


def _disjoint(cores: Sequence[tuple[int, ...]]) -> int:
    """How many cores, picked one after the other, share nothing: no hitting set is smaller."""
    met: set[int] = set()
    count = 0
    for core in sorted(cores, key=lambda core: (len(core), core)):
        if met.isdisjoint(core):
            met.update(core)
            count += 1
    return count


def _hittable(cores: Sequence[tuple[int, ...]], size: int, steps: list[int]) -> bool:
    """Whether ``size`` numbers can hit all ``cores``."""
    steps[0] -= 1
    if steps[0] < 0:
        raise Exhausted("too many ways to choose corrections")
    if not cores:
        return size >= 0
    if _disjoint(cores) > size:
        return False
    first = min(cores, key=lambda core: (len(core), core))
    return any(_hittable([c for c in cores if number not in c], size - 1, steps) for number in first)


def corrections(
    consistent: Verdict, core: Core, hard: Sequence[int], soft: Sequence[int], steps: int, beyond: int | None = None
) -> Iterator[tuple[int, ...]]:
    """Every minimal choice of ``soft`` without which the rest is consistent, by size, then by order.

    With ``beyond`` only those of at most so many more than the smallest: where a story gives one figure ten times,
    nobody wants to change the nine. Breadth first over the hitting sets of contradictions (Reiter, AIJ 1987). Raises
    ``Exhausted`` after ``steps`` sets looked at.
    """
    cores: list[tuple[int, ...]] = []
    found: list[frozenset[int]] = []
    heap: list[tuple[int, tuple[int, ...]]] = [(0, ())]
    seen: set[tuple[int, ...]] = {()}
    while heap:
        _, removed = heapq.heappop(heap)
        if beyond is not None and found and len(removed) > len(found[0]) + beyond:
            return
        if any(smaller <= set(removed) for smaller in found):
            continue
        steps -= 1
        if steps < 0:
            raise Exhausted("there are more corrections than were looked for")
        clash = next((clash for clash in cores if not set(clash) & set(removed)), None)
        if clash is None:
            left = [number for number in soft if number not in removed]
            if consistent((*hard, *left)):
                found.append(frozenset(removed))
                yield removed
                continue
            clash = _some_contradiction(consistent, core, hard, left)
            cores.append(clash)
        for number in clash:
            larger = tuple(sorted((*removed, number)))
            if larger not in seen:
                seen.add(larger)
                heapq.heappush(heap, (len(larger), larger))
