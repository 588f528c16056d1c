"""A birth, an age and when somebody was so old -> whether another value of one of them is right to the birthday.

The rule allows a year either way, because papers do; what is offered instead of an error is not to be another one.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from factcheck.explaining.calendar import day_at, range_of_day
from factcheck.explaining.case import Case, Mention
from factcheck.model import MINUTES_A_DAY, Range

AGE_ROLES = ("born", "age")
DAYS_A_YEAR = Fraction(1461, 4)


def fits_birthday(case: Case, mention: Mention, value: Fraction) -> bool:
    """Whether with ``value`` in place of a mention the age is one that somebody born then has; of no ages, always."""
    found = [case.told(role)[:1] for role in AGE_ROLES]
    if not all(found) or mention.nominal is None:
        return True
    (born,), (age,) = found
    at = next(iter(case.told("at")), None)
    published = None if age.fact is None else case.documents[age.fact.path].published
    if at is None and published is None:
        return True
    move = value - mention.nominal
    years = age.nominal if age != mention else value
    birth = _moved(born, move if born == mention else Fraction(0))
    if at is not None:
        when: Range | None = _moved(at, move if at == mention else Fraction(0))
    else:
        when = range_of_day(published) if published is not None else None
    possible = None if when is None or birth is None else _ages(birth, when)
    if possible is None or years is None:
        return True
    return round(years / (MINUTES_A_DAY * DAYS_A_YEAR) if age.is_duration else years) in possible


def _moved(mention: Mention, minutes: Fraction) -> Range:
    low, high = mention.ranges[0][:2]
    return Range(None if low is None else low + minutes, None if high is None else high + minutes)


def _ages(born: Range, at: Range) -> range | None:
    """From the age of who was born last at the first day to that of who was born first at the last one."""
    if None in (*born[:2], *at[:2]):
        return None
    first, last = (_days(one) for one in (born, at))
    if first is None or last is None:
        return None
    return range(_age(first[1], last[0]), _age(first[0], last[1]) + 1)


def _days(value: Range) -> tuple[date, date] | None:
    assert value.low is not None and value.high is not None
    one, other = day_at(value.low), day_at(max(value.low, value.high - 1))
    return None if one is None or other is None else (one, other)


def _age(born: date, at: date) -> int:
    return at.year - born.year - ((at.month, at.day) < (born.month, born.day))
