"""Dates with their weekday in; that the calendar has such a day out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from factcheck.checks.named_years import NamedMonths, NamedYears
from factcheck.checks.values import NOBODY_SAYS, Spec
from factcheck.checks.written import (
    FIRST_YEAR,
    LAST_JULIAN_YEAR,
    LAST_YEAR,
    Row,
    Written,
    YearMonth,
    bound,
    day_of,
    days_near,
    joined,
    moment_of,
    row_of,
    written,
)
from factcheck.model import MINUTES_A_DAY, Bound, Fact, Passage, Range

# Dates before are given in the Julian calendar, whose weekdays are others; until 1923 they may be, in some country.
FIRST_GREGORIAN = date(1582, 10, 15)
DAYS_A_WEEK, FEBRUARY, CENTURY = 7, 2, 100
# A day without its month may be of that of a day which stands so many characters before it.
MONTH_FROM = 600


def weekday(
    facts: Sequence[Fact],
    texts: Mapping[str, str],
    published: Mapping[str, Range],
    spec: Spec,
    dated_by: Mapping[str, Passage] = NOBODY_SAYS,
) -> Bound:
    """Weekday, day, month and year of each date belong together.

    A year left out is one of the readings' or one that is named close by; where the day of publication is not known,
    it and a month left out may be those beside too. Where it is known, a month left out is one of the three around it,
    or one that the article names. While some country kept the Julian calendar, the weekday may be
    that of the same date in it. A date of which nothing gives a year is left alone, and so is a fact whose readings
    are not the Gregorian day that its parts say (another calendar or era).
    """
    weekdays = [fact for fact in facts if fact.readings and any(part.role == "weekday" for part in fact.parts)]
    years, months = NamedYears(facts if weekdays else ()), NamedMonths(facts if weekdays else ())
    found: list[Bound | None] = []
    for before, fact in pairwise((None, *weekdays)):
        assert fact is not None
        text, named = texts[fact.path], Named(years.near(fact), months.of(fact))
        bound_ = _of_fact(fact, text, spec, fact.path in published, named)
        found.append(bound_ if before is None or bound_ is None else _beside(bound_, fact, before, text))
    return joined(one for one in found if one is not None)


def _beside(bound_: Bound, fact: Fact, before: Fact, text: str) -> Bound:
    """Where neither date has a month, the one before shows as well which month is meant."""
    near = fact.path == before.path and fact.span.start - before.span.end <= MONTH_FROM
    days = [{part.role for part in one.parts} == {"weekday", "day"} for one in (fact, before)]
    if not near or not all(days):
        return bound_
    passage = Passage(before.path, before.span, text[before.span.start : before.span.end], "anchor")
    return bound_._replace(
        constraints=tuple(
            one._replace(passages=(passage,)) if one.kind == "rule" else one for one in bound_.constraints
        )
    )


class Named(NamedTuple):
    """The years that are named near a date, and the months that its article names."""

    years: Collection[int]
    months: Collection[int]


def _of_fact(fact: Fact, text: str, spec: Spec, published: bool, named: Named) -> Bound | None:
    date_ = written(fact)
    if date_ is None or "weekday" not in date_.parts or "day" not in date_.parts:
        return None
    day, given = date_.value("day"), date_.value("weekday")
    assert day is not None
    roles = tuple(role for role in ("weekday", "day", "month", "year") if role in date_.parts)
    wrong_pair = date_.value("month2") not in (None, date_.value("month"))
    for month in ("month", "month2") if wrong_pair else ("month",):
        bases = tuple(_candidates(date_, month, day, published, named))
        fitting = next((base for base in bases if given in _weekdays(base, day)), None)
        if fitting is not None:
            row = date_.row(roles, month, fitting.year)
            # Another week is as right: a repair of something else may lead there.
            weeks = (other for other in range(day % 7, 32, 7) if other == day or day_of(*fitting, other) is not None)
            return bound(date_, roles, (_of_day(row, other) for other in weeks), text, spec, month)
    # Of two different months one is wrong, and that is said already; then so may be the weekday's.
    if wrong_pair or not bases:
        return None
    return bound(date_, roles, _rows(bases, day, given, roles), text, spec, "month")


def _of_day(row: Row, day: int) -> Row:
    return tuple((role, day if role == "day" else value) for role, value in row)


def _weekdays(base: YearMonth, day: int) -> tuple[int, ...]:
    """The weekday of a day, and that which it had in the Julian calendar where that was in use."""
    found = day_of(base.year, base.month, day)
    if found is None:
        return ()
    gregorian = found.weekday()
    if base.year > LAST_JULIAN_YEAR:
        return (gregorian,)
    centuries = (base.year - (base.month <= FEBRUARY)) // CENTURY
    behind = centuries - centuries // 4 - 2  # so many days its dates come later
    return gregorian, (gregorian + behind) % DAYS_A_WEEK


def _rows(bases: Sequence[YearMonth], day: int, given: int | None, roles: Sequence[str]) -> Iterator[Row]:
    """The date as it is written with its own weekday, and dates near it with the written weekday.

    With both changed there would be more to correct than there is wrong.
    """
    for base in bases:
        for near in days_near(base, day, [role for role in roles if role != "weekday"]):
            if near.weekday() == given or near == day_of(*base, day):
                yield row_of(near, roles)


def _candidates(date_: Written, month: str, day: int, published: bool, named: Named) -> Iterator[YearMonth]:
    """The months and years that the date may be of: those of its readings, then the others that it may mean."""
    months = tuple(dict.fromkeys(_read(date_, month, day)))
    yield from months
    counted = "reference" in date_.parts and month not in date_.parts
    if "year" in date_.parts or not months or counted:
        return
    if month in date_.parts:
        years = dict.fromkeys(
            (*named.years, *(base.year + move for base in months for move in (-1, 1) if not published))
        )
        beside = dict.fromkeys(YearMonth(year, months[0].month) for year in years)
    else:
        moved = [_moved(base, move) for base in months for move in (-1, 1)] if not published else []
        those = dict.fromkeys(base.year + move for base in months for move in (0, -1))
        beside = dict.fromkeys((*moved, *(YearMonth(year, one) for year in those for one in sorted(named.months))))
    yield from (base for base in beside if base not in months and FIRST_YEAR <= base.year <= LAST_YEAR)


def _moved(base: YearMonth, months: int) -> YearMonth:
    year, index = divmod(base.year * 12 + base.month - 1 + months, 12)
    return YearMonth(year, index + 1)


def _read(date_: Written, month: str, day: int) -> Iterator[YearMonth]:
    """The months of the readings that are the written day; its eve or another time zone may begin a day off."""
    for reading in date_.fact.readings:
        if reading.value.low is None or not 0 <= reading.value.low < moment_of(date.max):
            continue
        begins = date.fromordinal(int(reading.value.low) // MINUTES_A_DAY + 1)
        for move in (0, 1, -1):
            if not 0 < begins.toordinal() + move <= date.max.toordinal():
                continue
            near = begins + timedelta(days=move)
            same = near.day == day and date_.value(month) in (None, near.month)
            if same and date_.value("year") in (None, near.year) and near >= FIRST_GREGORIAN:
                yield YearMonth(near.year, near.month)
                break
