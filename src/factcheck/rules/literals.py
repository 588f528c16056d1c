"""A value as a rule file writes it (``1,960``, ``5 days``, ``3 %``, ``2020-11-10T00:00+03:00``) -> its range.

A day or a moment is a range of whole minutes, both ends included. A moment with an offset covers what clocks
there and clocks in UTC show, since an article may use either.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from typing import Literal as OneOf
from typing import NamedTuple

from factcheck.model import MINUTES_A_DAY, Range

Dimension = OneOf["number", "percent", "moment", "duration", "any"]

UNITS: dict[str, int] = {"minute": 1, "hour": 60, "day": MINUTES_A_DAY, "week": 7 * MINUTES_A_DAY}
_EPOCH = datetime(1, 1, 1)
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:_\d+)*(?:\.\d+)?"
_DATE = r"\d{4}-\d{2}-\d{2}"
_CLOCK = r"T\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})?"
WITH_UNIT = re.compile(
    rf"(?<![\w.])(?:{_DATE}(?:{_CLOCK})?(?!\w)|(?:{_NUMBER})\s*(?:%|(?:minute|hour|day|week)s?\b)"
    rf"|\d{{1,3}}(?:,\d{{3}})+(?![\w,]))"
)
_PLAIN = re.compile(rf"[+-]?(?:{_NUMBER})")


class Literal(NamedTuple):
    """A constant: ``value`` in minutes for moments and durations, in percent for percentages."""

    value: Range
    dimension: Dimension
    text: str

    @property
    def low(self) -> Fraction:
        return self.value.low or Fraction(0)

    @property
    def high(self) -> Fraction:
        return self.value.high or Fraction(0)


def literal(text: str) -> Literal:
    """Reads one value.

    Raises:
        ValueError: the text is none; the message says what was found and what is expected.
    """
    text = text.strip()
    if re.match(_DATE, text):
        return Literal(_moments(text), "moment", text)
    if WITH_UNIT.fullmatch(text) and not text[-1].isdigit():
        match = re.match(_NUMBER, text)
        assert match is not None
        number, unit = _number(match.group()), text[match.end() :].strip().removesuffix("s")
        if unit == "%":
            return Literal(Range.exactly(number), "percent", text)
        return Literal(Range.exactly(number * UNITS[unit]), "duration", text)
    if _PLAIN.fullmatch(text):
        return Literal(Range.exactly(_number(text)), "number", text)
    raise ValueError(f"'{text}' is not a value")


def whole_days(moment: Literal) -> Literal:
    """The calendar days that ``moment`` touches where it is written, and the moment itself in UTC."""
    start = datetime.fromisoformat(moment.text.replace("Z", "+00:00"))
    first = _minutes(datetime.combine(start.date(), time()))
    last = first + MINUTES_A_DAY - 1
    if start.utcoffset() is not None:
        first, last = min(first, moment.low), max(last, moment.high)
    return Literal(Range(Fraction(first), Fraction(last)), "moment", moment.text)


def _number(text: str) -> Fraction:
    return Fraction(text.replace(",", "").replace("_", ""))


def _minutes(moment: datetime) -> Fraction:
    return Fraction((moment - _EPOCH) // timedelta(minutes=1))


def _moments(text: str) -> Range:
    try:
        if len(text) == 10:
            day = date.fromisoformat(text)
            start = _minutes(datetime.combine(day, time()))
            return Range(start, start + MINUTES_A_DAY - 1)
        if not re.fullmatch(_DATE + _CLOCK, text):
            raise ValueError(text)
        moment = datetime.fromisoformat(text.replace("Z", "+00:00"))
    except ValueError:
        raise ValueError(f"'{text}' is not a date or moment") from None
    written = _minutes(moment.replace(tzinfo=None))
    offset = moment.utcoffset() or timedelta()
    utc = written - offset // timedelta(minutes=1)
    return Range(min(written, utc), max(written, utc))
