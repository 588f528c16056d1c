"""The parts of a written date -> a variable and a mention for each, and tables of the dates that may stand there.

Each part is a constraint of its own, because each may be the slip. What must hold of them together is a
finite table of calendar days near what is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from factcheck.checks.values import Spec
from factcheck.expressions import within
from factcheck.model import (
    MINUTES_A_DAY,
    AllOf,
    AnyOf,
    Bound,
    Claim,
    Constraint,
    Fact,
    Instance,
    Part,
    Passage,
    Range,
)

# Years around the written one that a table holds. A date falls on each weekday within 12 years to either
# side, across a century's missing leap day too; 29 February within 40.
YEARS_AROUND = 12
YEARS_AROUND_LEAP_DAY = 40

FIRST_YEAR, LAST_YEAR = date.min.year, date.max.year
# Until then some country told its dates in the Julian calendar, in which every fourth year is a leap year.
LAST_JULIAN_YEAR = 1923

Row = tuple[tuple[str, int], ...]
"""Roles of the parts and their values, of one day of the calendar."""


class YearMonth(NamedTuple):
    year: int
    month: int


class Written(NamedTuple):
    """A date's parts by role; the second of two months has the role ``month2``. See ``written``."""

    fact: Fact
    parts: Mapping[str, Part]

    def value(self, role: str) -> int | None:
        part = self.parts.get(role)
        return None if part is None else part.value

    def variable(self, role: str) -> str:
        return f"{self.fact.id}#{role}"

    def mention(self, role: str, text: str) -> Constraint:
        """That the words of a part mean its value. The same whoever asks, so that checks share it."""
        part, variable = self.parts[role], self.variable(role)
        passage = Passage(self.fact.path, part.span, text[part.span.start : part.span.end], role)
        claim = within(variable, Range.exactly(part.value))
        return Constraint(variable, claim, "mention", "", (passage,), (variable,))

    def row(self, roles: Iterable[str], month: str, year: int | None) -> Row:
        """What is written, as a row; the month is the one of role ``month``."""
        values = {role: self.value(role) for role in roles} | {"month": self.value(month), "year": year}
        return tuple((role, value) for role in roles if (value := values[role]) is not None)


def written(fact: Fact) -> Written | None:
    """The parts of ``fact`` by role; ``None`` where one role but the month stands more often than once."""
    parts: dict[str, Part] = {}
    for part in fact.parts:
        role = part.role
        if role in parts:
            if role != "month" or "month2" in parts:
                return None
            role = "month2"
        parts[role] = part
    return Written(fact, parts)


def day_of(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def moment_of(day: date) -> int:
    """The minute at which a day begins."""
    return (day.toordinal() - 1) * MINUTES_A_DAY


def days_near(base: YearMonth, day: int, vary: Iterable[str]) -> Iterator[date]:
    """The days of the calendar that differ from ``base`` and ``day`` in one of the parts ``vary``, or in none."""
    year, month = base
    found: list[date | None] = [day_of(year, month, day)]
    if "day" in vary:
        found += [day_of(year, month, other) for other in range(1, 32)]
    if "month" in vary:
        found += [day_of(year, other, day) for other in range(1, 13)]
    if "year" in vary:
        reach = YEARS_AROUND_LEAP_DAY if (month, day) == (2, 29) else YEARS_AROUND
        years = range(max(FIRST_YEAR, year - reach), min(LAST_YEAR, year + reach) + 1)
        found += [day_of(other, month, day) for other in years]
    yield from dict.fromkeys(one for one in found if one is not None)


def row_of(day: date, roles: Iterable[str]) -> Row:
    """The values that the parts of these roles must have for ``day``."""
    values = {"weekday": day.weekday(), "day": day.day, "month": day.month, "year": day.year}
    return tuple((role, values[role]) for role in roles)


def runs(rows: Iterable[Row]) -> list[tuple[tuple[str, Range], ...]]:
    """The same rows in fewer: those that differ in consecutive values of one role become one with their range."""
    found = [{role: (value, value) for role, value in row} for row in dict.fromkeys(rows)]
    for role in found[0] if len(found) > 1 else ():
        merged: list[dict[str, tuple[int, int]]] = []
        ends: dict[tuple[object, ...], dict[str, tuple[int, int]]] = {}
        for row in sorted(found, key=lambda row: row[role]):
            others = tuple(value for name, value in row.items() if name != role)
            last = ends.get(others)
            if last is not None and last[role][1] + 1 == row[role][0]:
                last[role] = (last[role][0], row[role][1])
            else:
                merged.append(row)
                ends[others] = row
        found = merged
    return [tuple((role, Range(Fraction(low), Fraction(high))) for role, (low, high) in row.items()) for row in found]


def bound(date_: Written, roles: Iterable[str], rows: Iterable[Row], text: str, spec: Spec, month: str) -> Bound:
    """The mentions of the parts of ``roles``, and that together they are one of ``rows``.

    ``month`` is the role of the part that stands for the month of the rows.
    """
    names = {role: month if role == "month" else role for role in roles}
    variables = {role: date_.variable(name) for role, name in names.items()}
    options: list[Claim] = []
    for row in runs(rows):
        options.append(AllOf(tuple(within(variables[role], value) for role, value in row)))
    claim = options[0] if len(options) == 1 else AnyOf(tuple(options))
    return ruled(date_, names.values(), claim, text, spec)


def ruled(date_: Written, roles: Iterable[str], claim: Claim, text: str, spec: Spec) -> Bound:
    """The mentions of the parts of ``roles`` and the rule ``claim`` over them."""
    fact, roles = date_.fact, tuple(roles)
    variables = tuple(date_.variable(role) for role in roles)
    name = f"{spec.rule}@{fact.id}"
    mentions = tuple(date_.mention(role, text) for role in roles)
    rule = Constraint(name, claim, "rule", spec.rule, (), variables)
    named = tuple((role, (variable,)) for role, variable in zip(roles, variables, strict=True))
    instance = Instance(name, spec.rule, spec.level, spec.messages, (("date", (fact.id,)), *named))
    return Bound((*mentions, rule), tuple((variable, "integer") for variable in variables), (instance,))


def joined(bounds: Iterable[Bound]) -> Bound:
    """All of them in one."""
    kept = tuple(bounds)
    return Bound(
        tuple(constraint for one in kept for constraint in one.constraints),
        tuple(sort for one in kept for sort in one.sorts),
        tuple(instance for one in kept for instance in one.instances),
        tuple(note for one in kept for note in one.notes),
    )
