"""A number as written -> the values it can stand for (after XBRL Calculations 1.1: precision is data).

The first reading is the finest: the number itself when it was written to the last unit, else what rounds to it.
Coarser ones follow: amounts that are measured (per cent, money, kilometres) are rounded even where they are
whole, and trailing zeros (3,000) may be rounding. Rounded ranges are half open, so that 60.5 is no 60.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from factcheck.model import Range, Reading
from factcheck.reading.lines import Number

HALF = Fraction(1, 2)
# "About 40" may be this far away, as a share of the number, and by one of its last digit at least (half of one,
# where it is measured).
ABOUT = Fraction(1, 10)
NEARLY = Fraction(1, 10)
# From here on the trailing zeros of a count may be rounding.
LEAST_ROUND = 100
# A thousand is rounded to no more than half of it: 750 to 1,250.
WIDEST = Fraction(1, 2)


@lru_cache(maxsize=20_000)
def readings(number: Number, unit: str = "", hedge: str = "") -> tuple[Reading, ...]:
    """The ranges of ``number``, the likeliest first, after the hedge before or behind it."""
    if number.high is not None:
        found = _between(number, number.high, unit)
    else:
        found = [reading for value in (number.value, *number.others) for reading in _plain(number, value, unit)]
        if hedge in BOUNDS or hedge == "exactly":
            found = [Reading(Range.exactly(value), unit) for value in (number.value, *number.others)]
    if hedge:
        least = number.step * HALF if number.measured or number.scale != 1 else number.step
        found = [hedged(reading, hedge, least) for reading in found]
    return tuple(dict.fromkeys(found))


def _plain(number: Number, value: Fraction, unit: str) -> list[Reading]:
    first = Range.exactly(value) if number.step == 1 else _rounded(value, number.step)
    found = [Reading(first, unit, note="" if number.step == 1 else "rounded")]
    return [*found, *(Reading(_rounded(value, grain), unit, note="rounded") for grain in _grains(number, value))]


def _grains(number: Number, value: Fraction) -> Iterator[Fraction]:
    """What else the number may have been rounded to."""
    if number.measured and number.step == 1:
        yield Fraction(1)
    mantissa = value / number.scale if number.scale != 1 else value
    zeros = _zeros(mantissa) if number.scale != 1 else number.zeros
    if zeros >= 2 and abs(mantissa) >= LEAST_ROUND and number.step >= 1:
        yield min(number.scale * 10**zeros, abs(value) * WIDEST)
    if number.grain:
        yield number.grain


def _zeros(value: Fraction) -> int:
    text = str(value.numerator) if value.denominator == 1 else ""
    return len(text) - len(text.rstrip("0"))


def _rounded(value: Fraction, step: Fraction) -> Range:
    return Range(value - step * HALF, value + step * HALF, False, True)


def _between(low: Number, high: Number, unit: str) -> list[Reading]:
    """A range in words, from the low end of one figure to the high end of the other, finest first."""
    lows, highs = _plain(low, low.value, unit), _plain(high._replace(measured=low.measured), high.value, unit)
    pairs = {(0, 0): None, (-1, -1): None} if low.measured else {(0, 0): None}
    found = []
    for one, two in pairs:
        least, most = lows[one].value, highs[two].value
        found.append(Reading(Range(least.low, most.high, least.low_open, most.high_open), unit, note="range"))
    return found


# Hedges that give one end of a range, and how: a bound is what was said, not what rounds to it.
BOUNDS = ("more", "at-least", "less", "at-most")


def hedged(reading: Reading, hedge: str, least: Fraction = Fraction(1)) -> Reading:
    """``reading`` as widened or bounded by a hedge: about, nearly, just-over, more, at-least, less, at-most.

    "About" widens it by ``least`` to each side or more.
    """
    low, high = reading.value.low, reading.value.high
    if low is None or high is None:
        return reading
    middle = abs(low + high) / 2
    if hedge == "about":
        width = max(middle * ABOUT, least)
        value = Range(low - width, high + width)
    elif hedge == "nearly":
        value = Range(low - middle * NEARLY, high, False, reading.value.high_open)
    elif hedge == "just-over":
        value = Range(low, high + middle * NEARLY)
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
