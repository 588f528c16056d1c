"""A birth, an age and when somebody is so old, as they are written -> what of them may be compared, and how closely."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import NamedTuple

from factcheck.model import MINUTES_A_DAY, Fact, Range
from factcheck.rules.forms import ZERO, Form

YEAR = Fraction(1461, 4) * MINUTES_A_DAY
# Whoever is 79 may be called 78 or 80: a birthday is near, or the day of the death and not of the paper is counted.
TOLERANCE = YEAR


class Aged(NamedTuple):
    born: Form
    at: Form
    age: Form


def aged(born: Fact, at: Fact | None, age: Fact, published: date | None) -> Aged | None:
    """The quantities to compare, in minutes; an age without its day is that on the day of publication."""
    if at is not None:
        when = Form.of(at.id)
    elif published is not None:
        start = Fraction((published.toordinal() - 1) * MINUTES_A_DAY)
        when = Form.constant(Range(start, start + MINUTES_A_DAY))
    else:
        return None
    length = Form.of(age.id) if age.kind == "duration" else Form.of(age.id).times(YEAR)
    running = Form((), ZERO, YEAR, TOLERANCE)  # one is 79 until the 80th birthday
    return Aged(Form.of(born.id), when, length.plus(running))
