"""Facts and what was asked of them -> the fate of each: checked, ambiguous, open, or unchecked and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.model import Bound, Entry, Fact, Range


def ledger(facts: Sequence[Fact], bound: Bound, undecided: Mapping[str, str]) -> tuple[Entry, ...]:
    """One entry for each fact; ``undecided`` gives, by fact, why the solver came to no verdict about it."""
    rules = _rules_by_fact(bound)
    return tuple(_entry(fact, rules.get(fact.id, ()), undecided.get(fact.id)) for fact in facts)


def fact_of(variable: str) -> str:
    """The fact that a variable is about: its own, or that of one of its parts. A path may hold ``#`` itself."""
    path, at, place = variable.rpartition("@")
    return path + at + place.partition("#")[0]


def _rules_by_fact(bound: Bound) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for instance in bound.instances:
        for _, variables in instance.roles:
            for variable in variables:
                found.setdefault(fact_of(variable), {})[instance.rule] = None
    return {fact: tuple(sorted(rules)) for fact, rules in found.items()}


def _entry(fact: Fact, rules: Sequence[str], undecided: str | None) -> Entry:
    if undecided is not None:
        return Entry(fact.id, "open", f"undecided: {undecided}")
    if rules:
        return Entry(fact.id, "checked", ", ".join(rules))
    if not fact.readings:
        return Entry(fact.id, "open", "nothing in the text fixes its value")
    if _is_ambiguous([reading.value for reading in fact.readings]):
        return Entry(fact.id, "ambiguous", f"it can be read in {len(fact.readings)} ways")
    return Entry(fact.id, "unchecked", "nothing to hold it against")


def _is_ambiguous(values: Sequence[Range]) -> bool:
    """Whether two readings exclude each other; a rounded one beside the exact one does not."""
    return any(not one.meets(values[0]) for one in values[1:])
