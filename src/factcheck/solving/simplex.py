"""Bounds and rows of numbers -> a point that fits them all, or the end of what a variable may be; exact.

The general simplex of Dutertre and de Moura (A Fast Linear-Arithmetic Solver for DPLL(T), CAV 2006): every
row is a variable with bounds of its own. A number is a pair (value, multiple of an arbitrarily small step),
so that open ends are ordinary ones; pairs compare as tuples do. Bland's rule keeps it from going in circles.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from factcheck.solving.propagation import Bounds
from factcheck.solving.results import Exhausted
from factcheck.solving.rows import Number, Row, quotient

Value = tuple[Number, Number]

PIVOTS = 2_000


def _moved(start: Value, by: Value, times: Number) -> Value:
    return start[0] + by[0] * times, start[1] + by[1] * times


def _divided(value: Value, divisor: Number) -> Value:
    return quotient(value[0], divisor), quotient(value[1], divisor)


class Tableau:
    """Variables are numbered: first the named ones, then one for each row."""

    def __init__(self, bounds: Mapping[str, Bounds], rows: Sequence[Row]) -> None:
        self.names = tuple(bounds)
        index = {name: number for number, name in enumerate(self.names)}
        self.low: list[Value | None] = []
        self.high: list[Value | None] = []
        self.lines: dict[int, dict[int, Number]] = {}
        for low, high, low_open, high_open in (*bounds.values(), *(row[2:] for row in rows)):
            self.low.append(None if low is None else (low, int(low_open)))
            self.high.append(None if high is None else (high, -int(high_open)))
        self.value: list[Value] = [self._nearest(number) for number in range(len(self.names))]
        for number, row in enumerate(rows, len(self.names)):
            line = {index[name]: factor for name, factor in zip(row.names, row.factors, strict=True)}
            self.lines[number] = line
            self.value.append(self._sum(line))
        self.pivots = PIVOTS

    def _nearest(self, number: int) -> Value:
        low, high = self.low[number], self.high[number]
        return low if low is not None else high if high is not None else (0, 0)

    def _sum(self, line: Mapping[int, Number]) -> Value:
        total: Value = (0, 0)
        for number, factor in line.items():
            total = _moved(total, self.value[number], factor)
        return total

    def _may_rise(self, number: int) -> bool:
        high = self.high[number]
        return high is None or self.value[number] < high

    def _may_fall(self, number: int) -> bool:
        low = self.low[number]
        return low is None or self.value[number] > low

    def feasible(self) -> bool:
        """Whether any point fits; afterwards ``point`` is one."""
        if any(h is not None and low is not None and low > h for low, h in zip(self.low, self.high, strict=True)):
            return False
        while (broken := self._broken()) is not None:
            number, target, rises = broken
            entering = self._entering(number, rises)
            if entering is None:
                return False
            step = _moved(target, self.value[number], -1)
            self._shift(entering, _divided(step, self.lines[number][entering]))
            self._pivot(number, entering)
        return True

    def _broken(self) -> tuple[int, Value, bool] | None:
        for number in sorted(self.lines):
            low, high = self.low[number], self.high[number]
            if low is not None and self.value[number] < low:
                return number, low, True
            if high is not None and self.value[number] > high:
                return number, high, False
        return None

    def _entering(self, leaving: int, rises: bool) -> int | None:
        line = self.lines[leaving]
        for number in sorted(line):
            if self._may_rise(number) if (line[number] > 0) == rises else self._may_fall(number):
                return number
        return None

    def _shift(self, number: int, step: Value) -> None:
        """Move a variable outside the basis, and the basis with it."""
        self.value[number] = _moved(self.value[number], step, 1)
        for basic, line in self.lines.items():
            if number in line:
                self.value[basic] = _moved(self.value[basic], step, line[number])

    def _pivot(self, leaving: int, entering: int) -> None:
        self.pivots -= 1
        if not self.pivots:
            raise Exhausted(f"the exact check stopped after {PIVOTS} steps")
        line = self.lines.pop(leaving)
        factor = line.pop(entering)
        solved = {number: quotient(-other, factor) for number, other in line.items()}
        solved[leaving] = quotient(1, factor)
        for other_line in self.lines.values():
            times = other_line.pop(entering, 0)
            if times:
                for number, other in solved.items():
                    total = other_line.get(number, 0) + times * other
                    if total:
                        other_line[number] = total
                    else:
                        other_line.pop(number, None)
        self.lines[entering] = solved

    def extreme(self, name: str, highest: bool) -> Value | None:
        """The highest or lowest value of ``name`` among all points that fit; ``None`` is unbounded.

        Ask only what is ``feasible``. A multiple of the small step in the answer means that the end is open.
        """
        goal = self.names.index(name)
        while (found := self._improving(goal, highest)) is not None:
            entering, rises = found
            step, blocking = self._room(entering, rises)
            if step is None:
                return None
            self._shift(entering, step)
            if blocking != entering:
                self._pivot(blocking, entering)
        return self.value[goal]

    def _improving(self, goal: int, highest: bool) -> tuple[int, bool] | None:
        line: Mapping[int, Number] = self.lines.get(goal, {goal: 1})
        for number in sorted(line):
            rises = (line[number] > 0) == highest
            if self._may_rise(number) if rises else self._may_fall(number):
                return number, rises
        return None

    def _room(self, entering: int, rises: bool) -> tuple[Value | None, int]:
        """How far a variable may move until it or one of the basis meets its bound, and which does."""
        effects = {entering: 1 if rises else -1, **dict.fromkeys(sorted(self.lines), 0)}
        best: Value | None = None
        blocking = entering
        for number in effects:
            speed: Number = effects[number] or self.lines[number].get(entering, 0) * (1 if rises else -1)
            if not speed:
                continue
            end = self.high[number] if speed > 0 else self.low[number]
            if end is None:
                continue
            room = _divided(_moved(end, self.value[number], -1), speed)
            if best is None or room < best:
                best, blocking = room, number
        if best is None:
            return None, entering
        return (best if rises else (-best[0], -best[1])), blocking

    def point(self) -> dict[str, Fraction]:
        """The present point, with a step small enough that every bound holds."""
        step = Fraction(1)
        for value, low, high in zip(self.value, self.low, self.high, strict=True):
            for smaller, larger in ((low, value), (value, high)):
                if smaller is not None and larger is not None and smaller[1] > larger[1]:
                    step = min(step, Fraction(larger[0] - smaller[0]) / (smaller[1] - larger[1]))
        return {name: Fraction(value[0] + value[1] * step) for name, value in zip(self.names, self.value, strict=False)}
