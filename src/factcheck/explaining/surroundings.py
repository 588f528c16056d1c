"""Edits of an article -> what every mention they touch then says, and whether the rest of the story stands it."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction

from factcheck.explaining.calendar import day_at, range_of_month, range_of_year, start
from factcheck.explaining.case import PUBLISHED, Case
from factcheck.expressions import one_of, variables, within
from factcheck.model import (
    MINUTES_A_DAY,
    AllOf,
    AnyOf,
    Claim,
    Constraint,
    Contradiction,
    Edit,
    Fact,
    Linear,
    Range,
    Repair,
)

# What hangs together in a chain of more than so many ties is not looked at to its end.
MOST_TIED = 60
# After so many repairs of one contradiction that break something else no others are tried.
MOST_VAIN = 20

Fits = Callable[[Sequence[Constraint]], bool]
Again = Callable[[Sequence[Edit]], tuple[Counter[str], Counter[str]] | None]
"""What rules the story breaks, how often each, and what it would break with some edits made."""
Place = tuple[str, int]
"""A document's path and the code point where a part of a date begins."""


class Surroundings:
    """All that is said and must hold beside a contradiction.

    Mentions that are part of some contradiction and are not edited are left out: no edit elsewhere mends them.
    """

    def __init__(
        self,
        constraints: Sequence[Constraint],
        facts: Iterable[Fact],
        contradictions: Sequence[Contradiction],
        fits: Fits,
        again: Again | None = None,
    ) -> None:
        self._fits, self._again = fits, again
        self._mended: dict[tuple[str, tuple[Edit, ...]], bool] = {}
        self._broken: dict[tuple[str, tuple[Edit, ...]], int] = {}
        self._vain: Counter[str] = Counter()
        self._by_id = {one.id: one for one in constraints}
        self._wrong = {one.id for found in contradictions for one in found.constraints if one.kind == "mention"}
        self._speaking: dict[str, list[Constraint]] = {}
        for one in constraints:
            for name in variables(one.claim):
                self._speaking.setdefault(name, []).append(one)
        self._stood: dict[frozenset[str], bool] = {}
        self._facts: dict[Place, list[Fact]] = {}
        for fact in facts:
            for place in dict.fromkeys((fact.path, part.span.start) for part in fact.parts):
                self._facts.setdefault(place, []).append(fact)

    def known(self, variable: str) -> Fraction | None:
        """The middle of what a pack says that a mention is, so that all repairs of one figure lead to one value."""
        for one in self._speaking.get(variable, ()):
            value = one.claim.value if "@known" in one.id and isinstance(one.claim, Linear) else None
            if value is not None and value.low is not None and value.high is not None:
                return (value.low + value.high) / 2
        return None

    def effects(self, places: Mapping[Place, int]) -> dict[str, Claim]:
        """What the mentions of every date say once the parts at ``places`` have these values, by mention.

        "May" in "from 9 to 12 May" is a part of two dates.
        """
        found: dict[str, Claim] = {}
        for fact in dict.fromkeys(fact for place in places for fact in self._facts.get(place, ())):
            seen: set[str] = set()
            parts: dict[str, int] = {}
            for part in fact.parts:
                role = f"{part.role}2" if part.role in seen else part.role
                seen.add(part.role)
                if (value := places.get((fact.path, part.span.start))) is not None:
                    parts.setdefault(part.role, value)
                    name = f"{fact.id}#{role}"
                    found[name] = within(name, Range.exactly(value))
            moved = [with_parts(reading.value, parts) for reading in fact.readings]
            claims = [_dated(fact.id, value) for value in moved if value is not None]
            if claims and len(claims) == len(moved):
                found[fact.id] = claims[0] if len(claims) == 1 else AnyOf(tuple(claims))
                found |= _published(fact, moved[0])
        return found

    def stand(self, changed: Mapping[str, Claim]) -> bool:
        """Whether what is tied to the changed mentions can hold with them, if it can without them."""
        news = [self._by_id[name]._replace(claim=claim) for name, claim in changed.items() if name in self._by_id]
        if not news:
            return True
        kept, without = self._tied(news, changed), frozenset(changed)
        if without not in self._stood:
            self._stood[without] = self._fits(kept)
        return not self._stood[without] or self._fits((*kept, *news))

    def mended(self, case: Case, edits: tuple[Edit, ...]) -> bool:
        """Whether the story, read again with these edits, breaks the case's rule once less and no rule more often."""
        if self._again is None or not edits:
            return True
        asked, key = case.rules[0].id, (case.rule, edits)
        if key not in self._mended:
            if self._vain[asked] == MOST_VAIN:
                return False
            read = self._again(edits)
            self._mended[key] = read is None or read[1] <= read[0] - Counter([case.rule])
            self._broken[key] = 0 if read is None else read[1].total()
            self._vain[asked] += not self._mended[key]
        return self._mended[key]

    def best(self, case: Case, found: Sequence[Repair]) -> tuple[Repair, ...]:
        """Those after which the least of the story is still wrong."""
        left = [self._broken.get((case.rule, one.edits), 0) for one in found]
        return tuple(one for one, broken in zip(found, left, strict=True) if broken == min(left))

    def _tied(self, news: Sequence[Constraint], changed: Container[str]) -> list[Constraint]:
        """The nearest that share a variable with ``news``, or with one that does: no other can fall with them.

        The day of publication ties nothing more: it would make one of all dates.
        """
        waiting = deque(dict.fromkeys(name for one in news for name in variables(one.claim)))
        met, found = {*waiting}, dict[str, Constraint]()
        while waiting and len(found) < MOST_TIED:
            name = waiting.popleft()
            for one in self._speaking.get(name, ()):
                names = variables(one.claim)
                apart = name.endswith(f"@{PUBLISHED}") and names != (name,)
                if apart or one.id in found or one.id in changed or one.id in self._wrong:
                    continue
                found[one.id] = one
                waiting.extend(other for other in names if other not in met)
                met.update(names)
        return _bound(list(found.values()), news)


def _bound(kept: list[Constraint], news: Sequence[Constraint]) -> list[Constraint]:
    """Without the rules of which some variable is spoken of nowhere else: it gives way to whatever else is said."""
    uses = Counter(name for one in (*kept, *news) for name in variables(one.claim))
    while loose := [
        one for one in kept if one.kind == "rule" and any(uses[name] == 1 for name in variables(one.claim))
    ]:
        ids = {one.id for one in loose}
        kept = [one for one in kept if one.id not in ids]
        uses.subtract(name for one in loose for name in variables(one.claim))
    return kept


def places_of(fact: Fact, edits: Iterable[Edit], values: Iterable[tuple[str, int]]) -> dict[Place, int]:
    """The parts of a date that edits change, and what they become."""
    edited, becomes = {edit.span.start for edit in edits}, dict(values)
    return {
        (fact.path, part.span.start): becomes[part.role]
        for part in fact.parts
        if part.span.start in edited and part.role in becomes
    }


def _published(fact: Fact, moved: Range | None) -> dict[str, Claim]:
    """When an article with "yesterday, 12 May" appeared if the date is another, give or take the day of its issue."""
    name, low = f"{fact.id}#{PUBLISHED}", fact.readings[0].value.low
    if moved is None or moved.low is None or low is None or not fact.when:
        return {}
    move, found = moved.low - low, []
    for when in fact.when:
        if when.low is None or when.high is None or when.high - when.low > MINUTES_A_DAY:
            return {}
        found.append(when._replace(low=when.low + move - MINUTES_A_DAY, high=when.high + move + MINUTES_A_DAY))
    return {name: one_of(name, found)}


def _dated(name: str, value: Range) -> Claim:
    assert value.low is not None
    return AllOf((within(name, value), within(f"{name}#start", Range.exactly(value.low))))


def with_parts(value: Range, parts: Mapping[str, int]) -> Range | None:
    """The day, month or year ``value`` with other parts; ``None`` where the calendar has no such day."""
    low, high = value.low, value.high
    day = None if low is None else day_at(low)
    if day is None or low is None or high is None:
        return None
    numbers = {"year": day.year, "month": day.month, "day": day.day}
    numbers |= {role: number for role, number in parts.items() if role in numbers}
    try:
        new = date(**numbers)
    except ValueError:
        return None
    if value == range_of_year(day.year):
        return range_of_year(new.year)
    if value == range_of_month(day.year, day.month):
        return range_of_month(new.year, new.month)
    if high - low > MINUTES_A_DAY:
        return None
    move: Fraction = start(new) - start(day)
    return value._replace(low=low + move, high=high + move)
