"""Two facts -> whether their readings can be one value, and the keys under which facts are compared at all."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from itertools import combinations, islice

from factcheck.identity.thresholds import ADDENDS_AMONG
from factcheck.model import MINUTES_A_DAY, Fact, Range

FIGURES = ("number", "percent", "money", "quantity", "age", "duration")
DATES = ("day", "month", "year", "period")
TIMES = (*DATES, "moment", "time")

COUNTS = ("number", "money")

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
        return () if fact.kind == "period" and _hours(likeliest(fact)) else (("date", ""),)
    if fact.kind not in FIGURES:
        return ()
    if fact.kind != "number":
        return ((fact.kind, unit),)
    if fact.subject.concept or not fact.subject.words:
        return (("number", unit),)
    return tuple(("number", word) for word in dict.fromkeys(fact.subject.words))


def _hours(value: Range) -> bool:
    """Whether a stretch is of less than a day: of which day "from noon to 3 p.m." is, is another matter."""
    return value.low is not None and value.high is not None and value.high - value.low < MINUTES_A_DAY


def comparable(one: Fact, other: Fact) -> bool:
    """Whether the two share something under which they are compared."""
    return not set(keys(one)).isdisjoint(keys(other))


def agree(one: Fact, other: Fact) -> bool:
    """Whether some reading of one and some reading of the other can be the same value."""
    return any(a.value.meets(b.value) for a in one.readings for b in other.readings)


def likeliest(fact: Fact) -> Range:
    return fact.readings[0].value


def middle(fact: Fact) -> Fraction | None:
    """The value as written: the middle of what a rounded figure may be; ``None`` of one without bounds or readings."""
    if not fact.readings:
        return None
    low, high, *_ = likeliest(fact)
    if low is None or high is None:
        return None
    return low if low == high else (low + high) / 2


def adds_up(one: Fact, other: Fact, others: Iterable[Fact]) -> bool:
    """Whether the larger of the two is the smaller and one of ``others``, or two of them if they count something.

    Those that agree with either of them are the same figure again, and no addend.
    """
    a, b = middle(one), middle(other)
    if a is None or b is None or one.kind in DATES:
        return False
    rest = (value for fact in others if (value := middle(fact)) is not None and value not in (a, b))
    missing, some = abs(a - b), [*islice(dict.fromkeys(rest), ADDENDS_AMONG)]
    if one.kind not in COUNTS:
        return missing in some
    return missing in some or any(first + second == missing for first, second in combinations(some, 2))
