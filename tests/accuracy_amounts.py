"""A number, range or quantity that the data expect, held against the readings of a figure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from accuracy_units import SIZES
from factcheck.model import Reading

# The data write 1/3 as 0.333333333333333; what has so many places was rounded by them.
LONG = 10**9
CLOSE = Fraction(1, 10**9)
HUNDREDTH = Fraction(1, 100)
# An end of a range may lie beyond by half of the last place it is written to, at most a tenth of it.
COARSEST = Fraction(1, 5)
# "About 10 to 20" may be wider at each end by a tenth of the middle, or by one.
WIDENED = Fraction(1, 10)
_COUNTED = re.compile(r"PT?(\d+(?:\.\d+)?)[A-Z]+", re.ASCII)


class Amount(NamedTuple):
    """The numbers from ``low`` to ``high`` (``None``: without end), in one of ``units`` (of none: in any).

    A single number (``low == high``) is a reading's when it is

    - the only number that the reading holds, or the middle of one that was rounded or hedged to both sides
      (3.5 is read as 3.45 to 3.55), the upper end after "nearly" and the lower one after "just over";
    - the count of a duration as its TIMEX3 value gives it (5 of ``PT5H``);
    - a hundredth of a percentage (0.5 of 50 per cent);
    - as much in another unit of known size (24 inches for 2 feet);
    - if ``loose``, also the bound or an end of a range: such data give each number as it stands and leave the words
      around it out, 20 for "more than 20", 10 and 12 for "10 to 12".

    A range is a reading's when both ends are; one that is hedged ("about 10 to 20") has the same middle and is a little
    wider. Whether the end of a bound belongs to it must agree too where the data say so (``low_open``, ``high_open``;
    ``None``: they do not).
    """

    low: Fraction | None
    high: Fraction | None
    units: frozenset[str] = frozenset()
    loose: bool = False
    low_open: bool | None = None
    high_open: bool | None = None

    def fits(self, kind: str, reading: Reading) -> bool:
        factors = [_size(reading.unit, unit) for unit in sorted(self.units)] if self.units else [Fraction(1)]
        if kind == "percent" and not self.units:
            factors.append(HUNDREDTH)
        return any(self._is(kind, reading, factor) for factor in factors if factor is not None)

    def _is(self, kind: str, reading: Reading, factor: Fraction) -> bool:
        low, high = (None if end is None else end * factor for end in reading.value[:2])
        if self.low is None or self.high is None:
            low_agrees = self.low_open in (None, reading.value.low_open)
            high_agrees = self.high_open in (None, reading.value.high_open)
            return low_agrees and high_agrees and _same_end(low, self.low, -1) and _same_end(high, self.high, 1)
        if self.low == self.high:
            return any(_same(number * factor, self.low) for number in _numbers(kind, reading, self.loose))
        if low is None or high is None:
            return False
        if reading.note == "about":
            middle = (self.low + self.high) / 2
            return _same((low + high) / 2, middle) and 0 <= self.low - low <= max(abs(middle) * WIDENED, Fraction(1))
        return reading.note == "range" and _same_end(low, self.low, -1) and _same_end(high, self.high, 1)


def _size(unit: str, wanted: str) -> Fraction | None:
    """How many of the unit ``wanted`` one of ``unit`` is, where that is known."""
    return Fraction(1) if unit == wanted else SIZES.get((unit, wanted))


def _numbers(kind: str, reading: Reading, loose: bool) -> Iterator[Fraction]:
    """The number that was written, as a reading shows it; several where it may be one of them."""
    low, high = reading.value.low, reading.value.high
    if kind == "duration":
        counted = _COUNTED.fullmatch(reading.timex or "")
        yield from [Fraction(counted[1])] if counted else []
    elif low is None or high is None:
        yield from [end for end in (low, high) if end is not None] if loose else []
    elif reading.note == "range":
        yield from (low, high) if loose else ()
    else:
        yield {"nearly": high, "just-over": low}.get(reading.note, (low + high) / 2)


def _same(number: Fraction, wanted: Fraction) -> bool:
    return number == wanted or (wanted.denominator >= LONG and abs(number - wanted) <= abs(wanted) * CLOSE)


def _same_end(end: Fraction | None, wanted: Fraction | None, side: int) -> bool:
    """Whether an end of a range is as written, or lies beyond by half of its last place (3.45 for 3.5)."""
    if end is None or wanted is None:
        return end is wanted
    place = (end - wanted) * side * 2
    if place <= 0:
        return _same(end, wanted)
    return place <= abs(wanted) * COARSEST and _is_power_of_ten(place) and (wanted / place).denominator == 1


def _is_power_of_ten(number: Fraction) -> bool:
    one, digits = sorted((str(number.numerator), str(number.denominator)), key=len)
    return one == "1" and digits.rstrip("0") == "1"
