"""Matches of patterns for numbers that are made of several numbers -> numbers, shares and ranges.

Decimals in words, whole numbers with a fraction, so many of so many, powers of ten, digits in groups, two bounds.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction

from factcheck.languages.folding import digits
from factcheck.languages.nodes import END
from factcheck.languages.numerals import MAX_DIGITS, numeral
from factcheck.reading.captures import Captures
from factcheck.reading.lines import Cover, Draft, Line, Number
from factcheck.reading.numbers import HALF_STEP, MAX_VALUE, evaluate, word_value

Built = Draft | Cover | str | None

# "A third" may be anything from 30 to 37 per cent.
SHARE_GRAIN = Fraction(1, 5)
# Figures with a slash beyond tenths are dates (9/11) and scores rather than shares.
LARGEST_SHARE = 10
LARGEST_EXPONENT = 30
HUNDRED = 100
# "A few" are three, or some more.
MOST_OF_FEW = 10
_POWER = re.compile(r"(-?)([\d.,]+)(?:(\^)|e|[x×]10\^)([-+]*)(\d+)", re.ASCII | re.IGNORECASE)


def amount(line: Line, start: int, end: int, value: Number) -> Cover:
    """Tokens read as a number that can be no day, hour or year."""
    line.numbers[start] = value
    return Cover(start, end, line.lexicon.code(("number", "decimal")))


def spelleddecimal(found: Captures) -> Built:
    """A decimal whose point is a word: three point one four; ``rest`` are its digits, or the number that they make."""
    whole, text = _value(found, "whole"), _decimals(found.line, *found.spans("rest")[0])
    if (found.spans("whole") and whole is None) or not text:
        return None
    step = Fraction(1, 10 ** len(text))
    base = whole.value if whole else 0
    return amount(found.line, *found.quoted, Number(base + int(text) * step, step))


def _decimals(line: Line, start: int, end: int) -> str:
    """The digits after the point: noughts, then single digits or one number."""
    text, at, single = "", start, []
    while at < end and (zero := _figure_at(line, at)) is not None and zero.strip("0") == "":
        text, at = text + zero, at + 1
    for place in range(at, end):
        single.append(_figure_at(line, place))
    if all(figure is not None and len(figure) == 1 for figure in single):
        return text + "".join(filter(None, single))
    rest = evaluate(line, at, end)
    return text + str(rest.value) if rest is not None and rest.value.denominator == 1 else ""


def _figure_at(line: Line, at: int) -> str | None:
    """The digits of the figure or single word at ``at``."""
    if line.pieces[at][0].isdecimal():
        return digits(line.words(at, at + 1)[0])
    if (letter := line.lexicon.value("zeroletter", line.key(at, at + 1))) is not None:
        return letter
    value = word_value(line, at)
    return None if value is None or value.denominator != 1 else str(value)


def mixedfraction(found: Captures) -> Built:
    """A whole number and a part (three and a quarter); the part is of the scale of the whole, or of its own."""
    whole, part = _value(found, "whole"), _part(found)
    if whole is None or part is None or not 0 < part < 1:
        return None
    scale = Fraction(found.text("scale") or whole.scale)
    if found.spans("scale") and whole.scale == 1:  # three and a quarter million
        return amount(found.line, *found.quoted, Number((whole.value + part) * scale, HALF_STEP * scale, scale=scale))
    if found.spans("scale") and whole.scale <= scale:
        return None
    return amount(found.line, *found.quoted, Number(whole.value + part * scale, HALF_STEP * scale, scale=scale))


def partof(found: Captures) -> Built:
    """A part of a scale: a quarter million, three quarters of a million."""
    part, scale = _part(found), Fraction(found.text("scale") or 1)
    if part is None or ("alone" in found.given and not is_alone(found.line, found.start, found.end)):
        return None
    return amount(found.line, *found.quoted, Number(part * scale, HALF_STEP * scale, scale=scale))


def parts(found: Captures) -> Built:
    """So many parts of a whole: a share, or a number above one (thirty-two fifths)."""
    part = _part(found)
    if part is None or not part:
        return None
    return share(found, part) if part <= 1 else amount(found.line, *found.quoted, Number(part, HALF_STEP))


def withpart(found: Captures) -> Built:
    """An amount and a part of its unit: three pounds and a quarter of one."""
    whole, unit, part = _value(found, "n") or Number(Fraction(1)), found.text("unit"), _part(found)
    if unit is None or part is None:
        return None
    number = Number(whole.value + part, HALF_STEP, measured=True)
    return Draft(found.given["kind"], *found.quoted, number=number, read_by=found.path, data={"unit": unit})


def outof(found: Captures) -> Built:
    """So many out of so many: a share, or a number above one."""
    top, bottom = _value(found, "top") or Number(Fraction(1)), _value(found, "bottom")
    if "alone" in found.given and not is_alone(found.line, found.start, found.end):
        return None
    if bottom is None or bottom.value <= 1 or not top.value:
        return None
    if (
        "noun" in found.given and bottom.value <= LARGEST_SHARE and found.is_before_noun()
    ):  # one of three that there are
        return None
    if ("single" in found.given and top.value != 1) or ("small" in found.given and bottom.value > LARGEST_SHARE):
        return None
    value = top.value / bottom.value
    if abs(value) > 1 or value < 0:
        return amount(found.line, *found.quoted, Number(value)) if "below" not in found.given else None
    return share(found, value)


def share(found: Captures, part: Fraction) -> Draft:
    """A share in words as a percentage of what follows."""
    exact = Number(part * HUNDRED, grain=part * HUNDRED * SHARE_GRAIN)
    return Draft("percent", *found.quoted, number=exact, read_by=found.path, data={"unit": "percent"})


def _part(found: Captures) -> Fraction | None:
    """The part that a match names: ``top`` of ``share``, or a word for all of it."""
    top = _value(found, "top")
    text = found.text("share")
    if text is None or (found.spans("top") and top is None):
        return None
    return Fraction(text) * (top.value if top else 1)


def power(found: Captures) -> Built:
    """Figures as science writes them: 1.3x10^6, 12.3e+14."""
    match = _POWER.fullmatch(re.sub(r"\s", "", digits(found.line.text(found.start, found.end))))
    if match is None or (found.start and not is_apart(found.line, found.start)):
        return None
    read = numeral(match[2])
    exponent = int(match[5][:3]) * (-1 if match[4] == "-" else 1)
    if read.value is None or abs(exponent) > LARGEST_EXPONENT or (match[3] and not read.value and exponent < 0):
        return None
    value = read.value**exponent if match[3] else read.value * Fraction(10) ** exponent
    if abs(value) > MAX_VALUE:
        return None
    return amount(found.line, found.start, found.end, Number(-value if match[1] else value))


def grouped(found: Captures) -> Built:
    """Digits in groups of three with blanks between; two groups only where no number of its own begins with 0."""
    spans = [*found.spans("n"), *found.spans("rest")]
    groups = [digits(found.line.words(at, end)[0]) for at, end in spans]
    first, *rest = groups
    if not all(map(str.isdecimal, groups)) or len(first) > 3 or first[0] == "0" or any(len(g) != 3 for g in rest):
        return None
    if len(rest) == 1 and not rest[0].startswith("0"):
        return None
    text = "".join(groups)
    if len(text) > MAX_DIGITS:
        return None
    return amount(found.line, *found.quoted, Number(Fraction(text), zeros=len(text) - len(text.rstrip("0"))))


def spelledhundreds(found: Captures) -> Built:
    """Hundreds without their word: one twenty-two."""
    hundreds, rest = (_value(found, name) for name in ("hundreds", "rest"))
    if hundreds is None or rest is None:
        return None
    return amount(found.line, *found.quoted, Number(hundreds.value * HUNDRED + rest.value, spelled=True))


def bounds(found: Captures) -> Built:
    """A lower and an upper bound that are one range: more than 10 and fewer than 20."""
    low, high = _value(found, "low"), _value(found, "high")
    if low is None or high is None or low.high is not None or high.high is not None or low.value >= high.value:
        return None
    return amount(found.line, found.start, found.end, low._replace(high=high))


def few(found: Captures) -> Built:
    """A small number that is not told: three, or up to ten, or where ``most`` is given, to that."""
    if "most" in found.given:
        return amount(found.line, *found.quoted, Number(Fraction(3), high=Number(Fraction(found.given["most"]))))
    if "alone" in found.given and not is_alone(found.line, found.start, found.end):
        return None
    return amount(found.line, *found.quoted, Number(Fraction(3), others=tuple(map(Fraction, range(2, MOST_OF_FEW)))))


def lastbut(found: Captures) -> Built:
    """A rank that is counted from the end: there is no telling which number that is."""
    return Draft("ordinal", *found.quoted, read_by=found.path)


def is_apart(line: Line, at: int) -> bool:
    """Whether a blank stands before token ``at``, or what opens a bracket or quotation."""
    if line.line[at - 1] in line.lexicon.characters("open|quote"):
        return True
    return len(line.words(at - 1, at)[0]) < len(line.pieces[at - 1]) or not line.pieces[at - 1].strip()


def is_alone(line: Line, start: int, end: int) -> bool:
    """Whether tokens ``start`` to ``end``, and a sign before them, are all of their line, or of a bracket."""
    start -= start > 0 and line.line[start - 1] in line.lexicon.characters("hyphen")
    edges = line.lexicon.characters("stop") | {END}
    before = edges | line.lexicon.characters("open")
    after = edges | line.lexicon.characters("close")
    opens = start == 0 or line.line[start - 1] in before or not line.pieces[start - 1].strip()
    return opens and (end == len(line.line) or line.line[end] in after)


def _value(found: Captures, name: str) -> Number | None:
    spans = found.spans(name)
    return evaluate(found.line, *spans[0]) if spans else None


BUILDERS: dict[str, Callable[[Captures], Built]] = {
    builder.__name__: builder
    for builder in (
        spelleddecimal, mixedfraction, partof, parts, withpart, outof, power, grouped, spelledhundreds, bounds, few,
        lastbut,
    )
}  # fmt: skip
