"""A date of the lunar calendar that may be wrong in one part -> the days that it might be instead, with their edits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache

from factcheck.explaining.calendar import MONTHS_A_YEAR, day_at
from factcheck.explaining.case import Case, Mention
from factcheck.explaining.dates import part_edits
from factcheck.expressions import within
from factcheck.model import MINUTES_A_DAY, AllOf, AnyOf, Claim, Edit, Fact, Range

DAY, MONTH, YEAR = "hijriday", "hijrimonth", "hijriyear"
DAYS_A_MONTH = 30
YEARS_AROUND = 12

Way = tuple[Fraction, Claim, tuple[Edit, ...], tuple[tuple[str, int], ...]]
"""When the day begins, what the words would mean, the edits that make it so, and the parts that they change."""


def is_hijri(fact: Fact | None) -> bool:
    """Whether a fact is a day of the lunar calendar."""
    return fact is not None and any(part.role == DAY for part in fact.parts)


def hijri_dates(case: Case, mention: Mention, wanted: Fraction) -> Iterator[Way]:
    """The same date with another day, month or year, and the date of the day ``wanted``.

    Each may be a day earlier or later as the moon is seen, when the written one may.
    """
    fact = mention.fact
    old, new = (None if minutes is None else day_at(minutes) for minutes in (mention.nominal, wanted))
    own = None if old is None else _hijri_of(old)
    if fact is None or old is None or own is None:
        return
    written = {part.role: part.value for part in fact.parts}
    parts = {**own, **written}
    for changed in _changes(parts, written, None if new is None else _hijri_of(new)):
        values = {**parts, **changed}
        day = _day_of(values[YEAR], values[MONTH], values[DAY])
        document, texts = case.documents[fact.path], case.texts_in(fact.path)
        found = [part_edits(fact, role, value, document, texts) for role, value in changed.items()]
        if day is not None and all(found):
            move = (day - old).days * MINUTES_A_DAY
            edits = tuple(sorted((edit for edits in found for edit in edits), key=lambda one: one.span))
            yield (mention.nominal or Fraction(0)) + move, _moved(mention, move), edits, tuple(changed.items())


def _changes(
    parts: Mapping[str, int], written: Iterable[str], wanted: Mapping[str, int] | None
) -> Iterator[dict[str, int]]:
    values = {
        DAY: range(1, DAYS_A_MONTH + 1),
        MONTH: range(1, MONTHS_A_YEAR + 1),
        YEAR: range(parts[YEAR] - YEARS_AROUND, parts[YEAR] + YEARS_AROUND + 1),
    }
    written = [role for role in values if role in written]
    yield from ({role: value} for role in written for value in values[role] if value != parts[role])
    several = {role: value for role, value in (wanted or {}).items() if value != parts[role]}
    if len(several) > 1 and all(role in written for role in several):
        yield several


def _moved(mention: Mention, minutes: int) -> Claim:
    claims: list[Claim] = []
    for one in mention.ranges:
        if one.low is not None and one.high is not None:
            value = one._replace(low=one.low + minutes, high=one.high + minutes)
            start = within(f"{mention.variable}#start", Range.exactly(one.low + minutes))
            claims.append(AllOf((within(mention.variable, value), start)))
    return claims[0] if len(claims) == 1 else AnyOf(tuple(claims))


@lru_cache(maxsize=2048)
def _day_of(year: int, month: int, day: int) -> date | None:
    from hijridate import Hijri

    try:
        return Hijri(year, month, 1).to_gregorian() + timedelta(days=day - 1)
    except (ValueError, OverflowError):
        return None


def _hijri_of(day: date) -> dict[str, int] | None:
    """The parts of a day by the tables."""
    from hijridate import Gregorian

    try:
        found = Gregorian(day.year, day.month, day.day).to_hijri()
    except (ValueError, OverflowError):
        return None
    return {YEAR: found.year, MONTH: found.month, DAY: found.day}
