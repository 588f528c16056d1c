"""Dates with a day and a month by name in; that the calendar has such a day out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction

from factcheck.checks.named_years import NamedYears
from factcheck.checks.values import NOBODY_SAYS, Spec
from factcheck.checks.written import (
    LAST_JULIAN_YEAR,
    Row,
    Written,
    YearMonth,
    bound,
    day_of,
    days_near,
    joined,
    row_of,
    ruled,
    written,
)
from factcheck.expressions import within
from factcheck.model import Bound, Fact, Passage, Range

# A year that has every day which any year has.
LEAP_YEAR = 2000

# No month of the Hijri calendar has more.
MOST_HIJRI_DAYS = 30

# Until then some country kept another calendar: dates were in use that ours has not (30 February 1712 in Sweden).
FIRST_YEAR_OF_ONE_CALENDAR = 1800


def impossible_date(
    facts: Sequence[Fact],
    texts: Mapping[str, str],
    published: Mapping[str, Range],
    spec: Spec,
    dated_by: Mapping[str, Passage] = NOBODY_SAYS,
) -> Bound:
    """Day, month and year (if written) of each date exist together. Dates that exist give no constraint.

    A date that was read as something all the same is of another calendar, and left alone; so are dates of times
    when there was more than one calendar. Of Hijri dates it is only asked that their day is one of thirty.
    """
    wrong = [fact for fact in facts if len(fact.parts) > 1 and not fact.readings]
    years = NamedYears(facts if wrong else ())
    found = (_of_fact(fact, texts[fact.path], spec, years.near(fact)) for fact in wrong)
    return joined(one for one in found if one is not None)


def _of_fact(fact: Fact, text: str, spec: Spec, named: Iterable[int]) -> Bound | None:
    date_ = written(fact)
    if date_ is None or "day" not in date_.parts:
        return None
    if "hijrimonth" in date_.parts:
        days = within(date_.variable("day"), Range(Fraction(1), Fraction(MOST_HIJRI_DAYS)))
        return ruled(date_, ("day",), days, text, spec)
    if "month" not in date_.parts or _exists(date_):
        return None
    year = date_.value("year")
    if min(named if year is None else (year,), default=date.max.year) < FIRST_YEAR_OF_ONE_CALENDAR:
        return None
    roles = tuple(role for role in ("day", "month", "year") if role in date_.parts)
    rows = tuple(_rows(date_, roles))
    return bound(date_, roles, rows, text, spec, "month") if rows else None


def _exists(date_: Written) -> bool:
    """Whether some day of the calendar is like this, in the month of either name."""
    day, year = date_.value("day"), date_.value("year")
    months = [date_.value(role) for role in ("month", "month2")]
    assert day is not None
    if year is None or (year <= LAST_JULIAN_YEAR and year % 4 == 0):
        year = LEAP_YEAR
    return any(month is not None and day_of(year, month, day) is not None for month in months)


def _rows(date_: Written, roles: Sequence[str]) -> Iterator[Row]:
    day, month = date_.value("day"), date_.value("month")
    assert day is not None and month is not None
    year = date_.value("year") or LEAP_YEAR
    if date.min.year <= year <= date.max.year:
        for near in days_near(YearMonth(year, month), day, roles):
            yield row_of(near, roles)
