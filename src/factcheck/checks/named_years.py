"""The facts of an article in; which years it names close to a date out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from datetime import date

from factcheck.model import MINUTES_A_DAY, Fact

# How many characters before and after a date a year may be named that the date is of.
BEFORE = 400
AFTER = 100

# "Two years ago" is so many days wide at most; what is wider names no year.
WIDEST = 740

KINDS = ("year", "period", "month")


class NamedYears:
    """The years that facts name, in figures (2019) or by distance (last year), and where."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        found = ((fact.path, fact.span.start, year) for fact in facts for year in dict.fromkeys(_years(fact)))
        self._places = sorted(found)

    def near(self, fact: Fact) -> tuple[int, ...]:
        """The years named close before or after ``fact``, in text order; its own year is one."""
        first = bisect_left(self._places, (fact.path, fact.span.start - BEFORE))
        end = bisect_right(self._places, (fact.path, fact.span.start + AFTER))
        return tuple(dict.fromkeys(year for _, _, year in self._places[first:end]))


def _years(fact: Fact) -> Iterator[int]:
    yield from (part.value for part in fact.parts if part.role == "year")
    for reading in fact.readings if fact.kind in KINDS else ():
        low, high = reading.value.low, reading.value.high
        if low is None or high is None or low < 0 or high - low > WIDEST * MINUTES_A_DAY:
            continue
        first, last = int(low) // MINUTES_A_DAY + 1, (int(high) - 1) // MINUTES_A_DAY + 1
        if 0 < first <= last <= date.max.toordinal():
            yield from range(date.fromordinal(first).year, date.fromordinal(last).year + 1)


class NamedMonths:
    """The months that each article names: one of them may be that of a day that stands without its own."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._months: dict[str, set[int]] = {}
        for fact in facts:
            own = {part.value for part in fact.parts if part.role == "month"}
            if fact.kind == "month":
                own.update(_months(fact))
            if own:
                self._months.setdefault(fact.path, set()).update(own)

    def of(self, fact: Fact) -> frozenset[int]:
        """The months named in the article of ``fact``."""
        return frozenset(self._months.get(fact.path, ()))


def _months(fact: Fact) -> Iterator[int]:
    for reading in fact.readings:
        low = reading.value.low
        if low is not None and 0 <= low < date.max.toordinal() * MINUTES_A_DAY:
            yield date.fromordinal(int(low) // MINUTES_A_DAY + 1).month
