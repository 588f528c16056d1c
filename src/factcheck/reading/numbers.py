"""Words and digits of one number -> its value and how precisely it was written."""

from __future__ import annotations

from fractions import Fraction

from factcheck.reading.lines import Line, Number

# Classes of number words: how each joins what stands before it in the same number.
ADDED = (
    "zeroword",
    "digitword",
    "teenword",
    "teenpart",
    "tensword",
    "hundreds",
    "ordinalunit",
    "ordinalteen",
)
MULTIPLIED = ("hundredword", "dozenword")
SCALES = ("scaleword", "scaledual")
MAX_VALUE = Fraction(10) ** 24


def evaluate(line: Line, start: int, end: int) -> Number | None:
    """The number that tokens ``start`` to ``end`` spell, in words, digits or both; ``None`` if it is none.

    Values add up inside a group (two hundred and five); a scale word multiplies its group and begins the next.
    """
    total, group, lowest, step = Fraction(0), Fraction(0), None, Fraction(1)
    written: Number | None = None
    spelled = False
    for at in range(start, end):
        if (number := line.number(at)) is not None:
            group, written, step, spelled = group + number.value, number, number.step, False
            continue
        kind, value = _word(line, at)
        if value is None:
            continue
        spelled = True
        if kind in SCALES:
            factor = value if group == 0 and kind == "scaledual" else (group or 1) * value
            if lowest is not None and value > lowest:
                total, factor = Fraction(0), (total + group) * value if group == 0 else total + factor
            total, group = total + factor, Fraction(0)
            step = (written.step if written else Fraction(1)) * _power(value)
            lowest, written = value, None
        elif kind in MULTIPLIED:
            group = (group or 1) * value if group < 10 or kind == "dozenword" else group + value
            step = Fraction(1)
        else:
            group, step = group + value, Fraction(1)
    value = total + group
    if value > MAX_VALUE or value < 0:
        return None
    return Number(value, step, _zeros(value), (), spelled)


def _word(line: Line, at: int) -> tuple[str, Fraction | None]:
    key = line.key(at, at + 1)
    for kind in (*SCALES, *MULTIPLIED, *ADDED):
        if (value := line.lexicon.value(kind, key)) is not None:
            return kind, Fraction(value)
    return "", None


def _power(value: Fraction) -> Fraction:
    """The power of ten in a scale (2000 of a dual gives 1000)."""
    power = Fraction(1)
    while power * 10 <= value:
        power *= 10
    return power


def _zeros(value: Fraction) -> int:
    if value == 0 or value.denominator != 1:
        return 0
    text = str(value.numerator)
    return len(text) - len(text.rstrip("0"))
