"""A number as written -> the values it can stand for (after XBRL Calculations 1.1: precision is data)."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from factcheck.model import Range, Reading
from factcheck.reading.lines import Number

HALF = Fraction(1, 2)
# "About 40" may be this far away, as a share of the number.
ABOUT = Fraction(1, 10)
NEARLY = Fraction(1, 10)


@lru_cache(maxsize=20_000)
def readings(number: Number, unit: str = "", hedge: str = "") -> tuple[Reading, ...]:
    """The ranges of ``number``, the likeliest first, after the hedge before or behind it."""
    found = [reading for value in (number.value, *number.others) for reading in _plain(number, value, unit)]
    return tuple(hedged(reading, hedge) for reading in found) if hedge else tuple(found)


def _plain(number: Number, value: Fraction, unit: str) -> list[Reading]:
    if number.step != 1:
        half = number.step * HALF
        return [Reading(Range(value - half, value + half, False, False), unit, note="rounded")]
    exact = Reading(Range.exactly(value), unit)
    if number.zeros < 2 or value < 1000:
        return [exact]
    half = Fraction(10**number.zeros, 2)
    return [exact, Reading(Range(value - half, value + half), unit, note="rounded")]


def hedged(reading: Reading, hedge: str) -> Reading:
    """``reading`` as widened or bounded by a hedge: about, nearly, more, at-least, less, at-most, exactly."""
    low, high = reading.value.low, reading.value.high
    if low is None or high is None:
        return reading
    middle = (low + high) / 2
    if hedge == "about":
        value = Range(low - abs(middle) * ABOUT, high + abs(middle) * ABOUT)
    elif hedge == "nearly":
        value = Range(low - abs(middle) * NEARLY, high)
    elif hedge == "more":
        value = Range(low, None, low_open=low == high)
    elif hedge == "at-least":
        value = Range(low, None)
    elif hedge == "less":
        value = Range(None, high, False, low == high)
    elif hedge == "at-most":
        value = Range(None, high)
    else:
        return reading
    return Reading(value, reading.unit, reading.timex, hedge, reading.when)
