"""Months named twice (in two calendars' names) in; that both names are of one month out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from factcheck.checks.values import NOBODY_SAYS, Spec
from factcheck.checks.written import joined, ruled, written
from factcheck.model import Bound, Fact, Linear, Passage, Range


def month_pair(
    facts: Sequence[Fact],
    texts: Mapping[str, str],
    published: Mapping[str, Range],
    spec: Spec,
    dated_by: Mapping[str, Passage] = NOBODY_SAYS,
) -> Bound:
    """The two month names of a date are equal."""
    return joined(one for fact in facts if len(fact.parts) > 1 and (one := _of_fact(fact, texts[fact.path], spec)))


def _of_fact(fact: Fact, text: str, spec: Spec) -> Bound | None:
    date_ = written(fact)
    if date_ is None or "month2" not in date_.parts:
        return None
    terms = ((date_.variable("month"), Fraction(1)), (date_.variable("month2"), Fraction(-1)))
    return ruled(date_, ("month", "month2"), Linear(terms, Range.exactly(0)), text, spec)
