"""The two ends of a period and its length as they are written -> what of them may be compared, and how closely."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from factcheck.model import MINUTES_A_DAY, Fact, Reading
from factcheck.rules.forms import ZERO, Form

# Days in the units that people round to: a war of 44 days lasted six weeks.
_ROUNDED_TO: dict[str, Fraction] = {
    "W": Fraction(7),
    "M": Fraction(31),
    "Y": Fraction(366),
    "DE": Fraction(3660),
    "CE": Fraction(36600),
}
_TIMEX = re.compile(r"P(T?)[\d.]+([A-Z]+)")
_CLOCK_KINDS = ("moment", "time")


class Period(NamedTuple):
    start: Form
    end: Form
    length: Form


def period(start: Fact, end: Fact, length: Fact) -> Period | None:
    """The quantities to compare, in minutes; ``None`` when the ends are too coarse for the length.

    Between two whole days only whole days are counted, from midnight to midnight. A length in weeks or more may be
    off by half its unit, and by a day where one end has a time of day and the other none.
    """
    units = {_unit(reading) for reading in length.readings}
    if len(units) != 1 or None in units:
        return None
    (unit,) = units
    if unit in ("H", "MIN", "S"):
        if not all(fact.kind in _CLOCK_KINDS for fact in (start, end)):
            return None
        return Period(Form.of(start.id), Form.of(end.id), Form.of(length.id, _clock_slack(unit)))
    slack = _ROUNDED_TO.get(unit or "", ZERO) * MINUTES_A_DAY / 2
    if whole_days(start) and whole_days(end):
        return Period(Form.of(first_minute(start)), Form.of(first_minute(end)), Form.of(length.id, slack))
    return Period(Form.of(start.id), Form.of(end.id), Form.of(length.id, max(slack, Fraction(MINUTES_A_DAY))))


def first_minute(fact: Fact) -> str:
    """The variable that stands for the first minute of what ``fact`` says."""
    return f"{fact.id}#start"


def whole_days(fact: Fact) -> bool:
    """Whether every reading is one day from midnight to midnight."""
    return bool(fact.readings) and fact.kind == "day" and all(_is_day(reading) for reading in fact.readings)


def _is_day(reading: Reading) -> bool:
    low, high = reading.value.low, reading.value.high
    if low is None or high is None or low % MINUTES_A_DAY:
        return False
    return high - low == (MINUTES_A_DAY if reading.value.high_open else MINUTES_A_DAY - 1)


def _unit(reading: Reading) -> str | None:
    match = _TIMEX.fullmatch(reading.timex or "")
    if match is None or match[2] == "WE":
        return None
    return "MIN" if match[1] and match[2] == "M" else match[2]


def _clock_slack(unit: str | None) -> Fraction:
    """Half an hour for hours; minutes are exact, as clocks show them."""
    return Fraction(30) if unit == "H" else Fraction(1) if unit == "S" else ZERO
