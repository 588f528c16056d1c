"""Two facts -> whether their readings can be one value, and the keys under which facts are compared at all."""

from __future__ import annotations

from factcheck.model import Fact, Range

FIGURES = ("number", "percent", "money", "quantity", "age", "duration")
DATES = ("day", "month", "year", "period")

Key = tuple[str, str]


def keys(fact: Fact) -> tuple[Key, ...]:
    """What a fact is compared under; of none: it is not compared.

    A number that counts a known thing has its concept as key; one before words that are not known has each of
    them, since any may be the head.
    """
    if not fact.readings:
        return ()
    unit = fact.readings[0].unit
    if fact.kind in DATES:
        return (("date", ""),)
    if fact.kind not in FIGURES:
        return ()
    if fact.kind != "number":
        return ((fact.kind, unit),)
    if fact.subject.concept or not fact.subject.words:
        return (("number", unit),)
    return tuple(("number", word) for word in dict.fromkeys(fact.subject.words))


def comparable(one: Fact, other: Fact) -> bool:
    """Whether the two share something under which they are compared."""
    return not set(keys(one)).isdisjoint(keys(other))


def agree(one: Fact, other: Fact) -> bool:
    """Whether some reading of one and some reading of the other can be the same value."""
    return any(a.value.meets(b.value) for a in one.readings for b in other.readings)


def likeliest(fact: Fact) -> Range:
    return fact.readings[0].value
