"""A number as written and the value that other figures make it -> whether they fit, or would but for a digit."""

from __future__ import annotations

from fractions import Fraction

from factcheck.reading.lines import Number

# What is so much of itself off was rounded.
ROUNDED = Fraction(1, 20)
# So much may what is expected lie beside the number that is written for it.
CLOSE = Fraction(1, 100)
# One digit alone is like many others.
FEWEST = 2


def fits(expected: Fraction, value: Fraction, within: Fraction = ROUNDED) -> bool:
    """Whether a value is the expected one, or a rounded form of it."""
    return abs(expected - value) <= abs(value) * within


def slipped(written: Number | None, expected: Fraction, fewest: int = FEWEST) -> Fraction | None:
    """How far from the expected value a number is with another digit, or with two that change places.

    In parts of the expected value; ``None`` where no such number is near it, or both have fewer digits than
    ``fewest`` without the zeros at the end.
    """
    if written is None or written.high is not None or written.value <= 0 or expected <= 0:
        return None
    step = written.step if (written.value / written.step).denominator == 1 else Fraction(1)
    rounded = round(expected / step)
    off = abs(rounded * step - expected) / expected
    if off > CLOSE:
        return None
    one, other = str(round(written.value / step)), str(rounded)
    while one.endswith("0") and other.endswith("0"):
        one, other = one[:-1], other[:-1]
    if len(one) != len(other) or len(one) < fewest:
        return None
    apart = [at for at, pair in enumerate(zip(one, other, strict=True)) if pair[0] != pair[1]]
    if len(apart) == 1:
        return off
    swapped = len(apart) == 2 and apart[1] == apart[0] + 1
    swapped = swapped and one[apart[0]] == other[apart[1]] and one[apart[1]] == other[apart[0]]
    return off if swapped else None
