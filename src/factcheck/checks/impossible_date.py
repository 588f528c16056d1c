"""Dates with a day and a month by name in; that the calendar has such a day out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from factcheck.checks.values import NOBODY_SAYS, Spec
from factcheck.checks.written import Row, Written, YearMonth, bound, day_of, days_near, joined, row_of, written
from factcheck.model import Bound, Fact, Passage, Range

# A year that has every day which any year has.
LEAP_YEAR = 2000

# Until then every fourth year was a leap year.
FIRST_GREGORIAN_YEAR = 1583


def impossible_date(
    facts: Sequence[Fact],
    texts: Mapping[str, str],
    published: Mapping[str, Range],
    spec: Spec,
    dated_by: Mapping[str, Passage] = NOBODY_SAYS,
) -> Bound:
    """Day, month and year (if written) of each date exist together. Dates that exist give no constraint.

    A date that was read as something all the same is of another calendar, and left alone.
    """
    found = (_of_fact(fact, texts[fact.path], spec) for fact in facts if len(fact.parts) > 1 and not fact.readings)
    return joined(one for one in found if one is not None)


def _of_fact(fact: Fact, text: str, spec: Spec) -> Bound | None:
    date_ = written(fact)
    if date_ is None or "day" not in date_.parts or "month" not in date_.parts or _exists(date_):
        return None
    roles = tuple(role for role in ("day", "month", "year") if role in date_.parts)
    rows = tuple(_rows(date_, roles))
    return bound(date_, roles, rows, text, spec, "month") if rows else None


def _exists(date_: Written) -> bool:
    """Whether some day of the calendar is like this, in the month of either name."""
    day, year = date_.value("day"), date_.value("year")
    months = [date_.value(role) for role in ("month", "month2")]
    assert day is not None
    if year is None or (year < FIRST_GREGORIAN_YEAR and year % 4 == 0):
        year = LEAP_YEAR
    return any(month is not None and day_of(year, month, day) is not None for month in months)


def _rows(date_: Written, roles: Sequence[str]) -> Iterator[Row]:
    day, month = date_.value("day"), date_.value("month")
    assert day is not None and month is not None
    year = date_.value("year") or LEAP_YEAR
    if date.min.year <= year <= date.max.year:
        for near in days_near(YearMonth(year, month), day, roles):
            yield row_of(near, roles)
