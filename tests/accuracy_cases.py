"""What accuracy is measured with: cases in, and facts that were read; a verdict on each thing expected out.

*Found* is relaxed: a fact of a fitting kind shares a letter with the words expected. *Exact*: such a fact has just
these words. *Right*: the expected value is one of the readings of a fact that makes it found.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple, Protocol

from factcheck.model import Fact, Reading, Span

MOMENTS = frozenset({"day", "month", "year", "period", "moment", "time"})
TEMPORAL = MOMENTS | {"duration", "set"}
# Kinds that hold a number, be it of a unit: where "180" is expected, "180 ml" was read right.
FIGURES = frozenset({"number", "percent", "money", "quantity", "age", "duration"})

NOT_READ = "not read"
OTHER_KIND = "read as another kind"
WRONG_VALUE = "wrong value"
WRONG_SPAN = "wrong span"
OVER_READ = "over-read"
CAUSES = (NOT_READ, OTHER_KIND, WRONG_VALUE, WRONG_SPAN, OVER_READ)


class Value(Protocol):
    """A value that the data expect."""

    def fits(self, kind: str, reading: Reading) -> bool:
        """Whether this reading of a fact of this kind is that value."""


class Expected(NamedTuple):
    """Words in which a fact is expected. ``values`` are the right ones; of none, the data give no value."""

    span: Span
    what: str
    kinds: frozenset[str]
    values: tuple[Value, ...] = ()
    shown: str = ""


class Case(NamedTuple):
    """A text and what is expected in it. Where that is nothing, a fact that ``is_over`` tells is one too many."""

    id: str
    language: str
    group: str
    set: str
    text: str
    published: date | None
    expected: tuple[Expected, ...]
    is_over: Callable[[Fact], bool]


class Verdict(NamedTuple):
    """``right`` is ``None`` where no value is given. ``cause`` is empty when nothing is wrong."""

    case: Case
    expected: Expected | None
    facts: tuple[Fact, ...]
    found: bool
    exact: bool
    right: bool | None
    cause: str = ""
    detail: str = ""


def judge(case: Case, facts: Sequence[Fact]) -> list[Verdict]:
    """A verdict on each thing expected, or one on the whole text where nothing is."""
    if not case.expected:
        over = tuple(fact for fact in facts if case.is_over(fact))
        return [Verdict(case, None, over, bool(over), False, None, OVER_READ if over else "", _kinds(over))]
    return [_judged(case, expected, facts) for expected in case.expected]


def _judged(case: Case, expected: Expected, facts: Sequence[Fact]) -> Verdict:
    over = tuple(fact for fact in facts if _overlap(fact.span, expected.span))
    fitting = tuple(fact for fact in over if fact.kind in expected.kinds)
    exact = any(fact.span == expected.span for fact in fitting)
    right = any(_is(value, fact) for value in expected.values for fact in fitting) if expected.values else None
    if not over:
        cause, detail = NOT_READ, expected.what
    elif not fitting:
        cause, detail = OTHER_KIND, f"{expected.what} as {_kinds(over)}"
    elif right is False:
        cause, detail = WRONG_VALUE, f"{expected.what} in {_kinds(fitting)}"
    else:
        cause, detail = ("", "") if exact else (WRONG_SPAN, f"{expected.what} in {_kinds(fitting)}")
    return Verdict(case, expected, over, bool(fitting), exact, right, cause, detail)


def _is(value: Value, fact: Fact) -> bool:
    return any(value.fits(fact.kind, reading) for reading in fact.readings)


def _overlap(one: Span, two: Span) -> bool:
    return one.start < two.end and two.start < one.end


def _kinds(facts: Sequence[Fact]) -> str:
    """``day + day``: two facts where one was expected."""
    return " + ".join(fact.kind for fact in facts)
