"""Words and digits of one number -> its value and how precisely it was written."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from factcheck.languages.folding import fold
from factcheck.languages.lexicon import Lexicon
from factcheck.languages.nodes import FILLER
from factcheck.languages.tokens import core
from factcheck.reading.lines import Line, Number

# Classes of number words: how each joins what stands before it in the same number.
ADDED = (
    "zeroword",
    "digitword",
    "digitpart",
    "digitday",
    "teenword",
    "teenpart",
    "tensword",
    "hundreds",
    "ordinalunit",
    "ordinalpart",
    "ordinalteen",
    "gluedword",
    "coupleword",
    "ordinalglued",
)
MULTIPLIED = ("hundredword", "dozenword", "counteddozen", "countedhundred", "ordinalhundred")
DOZENS = ("dozenword", "counteddozen")
SCALES = ("scaleword", "shortscale", "bigscale", "scaledual", "countedscale", "gigaletter", "ordinalscale")
HALVES = ("halfword", "vulgar", "quarterpart")
MAX_VALUE = Fraction(10) ** 24

# A dozen people may be nine to fifteen.
DOZEN_GRAIN = Fraction(1, 2)
HALF_STEP = Fraction(1, 10)

# "Hundreds" are more than one and a half times a hundred and fewer than twenty times.
FEWEST_OF_PLURAL = Fraction(3, 2)
MOST_OF_PLURAL = Fraction(20)


def evaluate(line: Line, start: int, end: int) -> Number | None:
    """The number that tokens ``start`` to ``end`` spell, in words, digits or both; ``None`` if it is none.

    Values add up inside a group (two hundred and five); a scale word multiplies its group and begins the next.
    A half belongs to what it follows: two and a half million, a million and a half.
    """
    total, group, lowest, step = Fraction(0), Fraction(0), None, Fraction(1)
    written: Number | None = None
    spelled, grain, scale, before = False, Fraction(0), Fraction(1), -2
    fine, halved = Fraction(1), False
    for at in range(start, end):
        if line.line[at] == FILLER:  # of a number that was read before
            continue
        if (number := line.number(at)) is not None:
            group, written, step, spelled = group + number.value, number, number.step, False
            scale, before = Fraction(1), at
            continue
        kind, value = _word(line, at)
        if value is None:
            continue
        spelled = True
        if kind in SCALES:
            if halved and lowest is not None and value == _power(lowest):
                continue  # "a million and half a million"
            factor = value if group == 0 and kind == "scaledual" else (group or 1) * value
            if lowest is not None and value > lowest:
                total, factor = Fraction(0), (total + group) * value if group == 0 else total + factor
            total, group, scale = total + factor, Fraction(0), _power(value)
            step = (written.step if written else fine) * _power(value)
            lowest, written, fine = value, None, Fraction(1)
        elif kind in MULTIPLIED:
            joined = group < 10 or kind in DOZENS or before == at - 1
            group = (group or 1) * value if joined else group + value
            step, grain = Fraction(1), group * DOZEN_GRAIN if kind in DOZENS else grain
        elif kind in HALVES:
            whole = _power(lowest) if lowest and not group else Fraction(1)
            fine, halved = HALF_STEP * whole, True
            group, step, written = group + value * whole, fine, None
        else:
            group, step, scale = group + value, Fraction(1), Fraction(1)
            grain = value if kind == "coupleword" else grain
        before = at
    value = total + group
    if before < 0 or value > MAX_VALUE or value < 0:
        return None
    return Number(value, step, _zeros(value), _others(line, start, end, value), spelled, scale, grain)


def _others(line: Line, start: int, end: int, value: Fraction) -> tuple[Fraction, ...]:
    """What else the number may be where its digits may, each as many times as large as the scale words make it."""
    written = line.number(start)
    if written is None or not written.others or not written.value or end - start < 2:
        return ()
    return tuple(other * value / written.value for other in written.others)


def spelled_year(line: Line, start: int, end: int) -> int | None:
    """The year that tokens spell as its two halves (nineteen ninety-two); ``None`` if they spell none."""
    halves = [_word(line, at) for at in range(start, end)]
    values = [value for _, value in halves if value is not None]
    if len(values) < 2 or not 11 <= values[0] <= 20:
        return None
    rest = sum(values[1:])
    return int(values[0] * 100 + rest) if rest < 100 else None


def plural(line: Line, start: int, end: int) -> Number | None:
    """How many words such as "dozens" and "tens of thousands" stand for: a wide range."""
    product, found = Fraction(1), False
    for at in range(start, end):
        value = line.lexicon.value("pluralscale", line.key(at, at + 1))
        if value is not None:
            product, found = product * Fraction(value), True
    if not found or product > MAX_VALUE:
        return None
    most = Number(product * MOST_OF_PLURAL, spelled=True)
    return Number(product * FEWEST_OF_PLURAL, spelled=True, high=most)


def word_value(line: Line, at: int) -> Fraction | None:
    """The value of a number word."""
    return _word(line, at)[1]


def _word(line: Line, at: int) -> tuple[str, Fraction | None]:
    return _meaning(line.lexicon, line.pieces[at], fold(core(line.pieces[at - 1])) if at else "")


@lru_cache(maxsize=20_000)
def _meaning(lexicon: Lexicon, piece: str, before: str) -> tuple[str, Fraction | None]:
    """The class of number words that a token is in, and its value."""
    key = lexicon.key((piece,), before)
    for kind in (*SCALES, *MULTIPLIED, *HALVES, *ADDED):
        if (value := lexicon.value(kind, key)) is not None:
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
