"""Matches of language patterns -> numbers, and drafts of figures. One function a builder name."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from factcheck.languages.classes import JOINED
from factcheck.languages.folding import digits
from factcheck.languages.nodes import END
from factcheck.languages.numerals import classes_of
from factcheck.reading.captures import Captures
from factcheck.reading.compounds import HUNDRED, LARGEST_SHARE, SHARE_GRAIN, amount, is_alone, is_apart
from factcheck.reading.lines import Cover, Draft, Line, Number
from factcheck.reading.numbers import evaluate, plural, spelled_year

Built = Draft | list[Draft] | Cover | str | None

LONGEST_FRACTION = 4
# A number in words that may be a year where the words around it say so.
FIRST_WORD_YEAR, LAST_WORD_YEAR = 1000, 2199


def number(found: Captures) -> Built:
    """A number of several words or of number words."""
    line = found.line
    value = evaluate(line, found.start, found.end)
    if value is None:
        return None
    return _numeric(line, found.start, value, "spelled")


def ordinal(found: Captures) -> Built:
    value = evaluate(found.line, found.start, found.end)
    if value is None or ("alone" in found.given and not is_alone(found.line, found.start, found.end)):
        return None
    return _numeric(found.line, found.start, Number(value.value, spelled=True), "ordinal")


def _numeric(line: Line, at: int, value: Number, form: str) -> str:
    line.numbers[at] = value
    whole = int(value.value) if value.value.denominator == 1 else -1
    if whole < 0:
        return line.lexicon.code(("number", "decimal"))
    if form == "spelled" and FIRST_WORD_YEAR <= whole <= LAST_WORD_YEAR:
        return line.lexicon.code((*classes_of(whole), form, "wordyear"))
    return line.lexicon.code((*classes_of(whole), form))


def spelledyear(found: Captures) -> Built:
    """A year that is read as two numbers."""
    value = spelled_year(found.line, found.start, found.end)
    if value is None:
        return None
    found.line.numbers[found.start] = Number(Fraction(value), spelled=True)
    return found.line.lexicon.code((*classes_of(value, 4), "spelled"))


def splitnumber(found: Captures) -> Built:
    """Thousands that a blank parted from the rest of their number (4, 051), where no number of a list looks so."""
    line, (at, end) = found.line, found.spans("rest")[0]
    whole, rest = number_of(found, "n"), line.words(at, end)[0]
    if whole is None or not 0 < whole.value < 1000 or len(rest) != 3 or not rest.startswith("0"):
        return None
    value = whole.value * 1000 + int(rest)
    text = str(int(value))
    return amount(line, found.start, found.end, Number(value, zeros=len(text) - len(text.rstrip("0"))))


def splitdecimal(found: Captures) -> Built:
    """A decimal that a blank parted from its point (93. 6 billion)."""
    whole, (at, end) = number_of(found, "n"), found.spans("rest")[0]
    rest = found.line.words(at, end)[0]
    if whole is None or not rest.isdecimal():
        return None
    step = Fraction(1, 10 ** len(rest))
    return amount(found.line, found.spans("n")[0][0], end, Number(whole.value + int(rest) * step, step))


def pointed(found: Captures) -> Built:
    """A fraction that begins with its point: .08."""
    line, (at, end) = found.line, found.spans("n")[0]
    value, digits = number_of(found, "n"), line.words(at, end)[0]
    first = found.start - (found.start > 0 and line.line[found.start - 1] in line.lexicon.characters("hyphen"))
    if value is None or (first and not is_apart(line, first)):
        return None
    step = Fraction(1, 10 ** len(digits))
    return amount(line, found.start, end, Number(value.value * step, step))


def swapped(found: Captures) -> Built:
    """A decimal whose fraction was written first, as right-to-left agencies do; the other way round second."""
    at, end = found.spans("fraction")[0]
    whole, text = number_of(found, "whole"), digits(found.line.words(at, end)[0])
    if whole is None or whole.value.denominator != 1 or not text.isdecimal() or len(text) > LONGEST_FRACTION:
        return None
    step = Fraction(1, 10 ** len(text))
    other = int(text) + whole.value / 10 ** len(str(whole.value))
    return amount(found.line, found.start, found.end, Number(whole.value + int(text) * step, step, 0, (other,)))


def pointgroups(found: Captures) -> Built:
    """Thousands parted by a point, where what follows is counted and has no decimals (1.305 soldiers)."""
    value, (at, end) = number_of(found, "n"), found.spans("n")[0]
    if value is None or value.step != Fraction(1, 1000) or not 1 <= value.value < 1000:
        return None
    count = int(value.value * 1000)
    text = str(count)
    return amount(found.line, at, end, Number(Fraction(count), zeros=len(text) - len(text.rstrip("0"))))


def spaced(found: Captures) -> Built:
    """Thousands parted by a blank (1 960), also where marks of direction swapped the two groups (960 1)."""
    (at, middle), (_, end) = found.spans("n")[0], found.spans("rest")[0]
    first, second = (digits(text) for text in (*found.line.words(at, at + 1), *found.line.words(middle, middle + 1)))
    if (
        not first.isdecimal()
        or not second.isdecimal()
        or max(len(first), len(second)) != 3
        or second[0] == first[0] == "0"
    ):
        return None
    values = [int(a + b) for a, b in ((first, second), (second, first)) if len(b) == 3 and a[0] != "0"]
    zeros = len(str(values[0])) - len(str(values[0]).rstrip("0"))
    return amount(
        found.line, at, end, Number(Fraction(values[0]), Fraction(1), zeros, tuple(map(Fraction, values[1:])))
    )


def slashed(found: Captures) -> Built:
    """A fraction in figures, after a whole number or without: 10 1/2.

    Where marks of direction may have swapped the two (``flip``), it is the one below one, or standing alone either.
    """
    top, bottom, whole = (number_of(found, name) for name in ("top", "bottom", "whole"))
    if top is None or bottom is None or not top.value or not bottom.value:
        return None
    alone, flip = "alone" in found.given, "flip" in found.given
    if alone and not is_alone(found.line, found.start, found.end):
        return None
    values = [top.value / bottom.value, *([bottom.value / top.value] if flip else [])]
    if not alone:
        values = [value for value in values if value < 1]
    if not values or values[0] == 1 or max(top.value, bottom.value) > (HUNDRED if alone else LARGEST_SHARE):
        return None
    first, *others = (value + (whole.value if whole else 0) for value in values)
    spans = sorted(found.spans("whole") + found.spans("top") + found.spans("bottom"))
    return amount(found.line, spans[0][0], spans[-1][1], Number(first, others=tuple(others)))


def plurals(found: Captures) -> Built:
    """A plural of a number word: dozens, hundreds of thousands."""
    value = plural(found.line, found.start, found.end)
    return None if value is None else amount(found.line, found.start, found.end, value)


def minus(found: Captures) -> Built:
    """A number below zero."""
    value = number_of(found, "n")
    if value is None or value.high is not None:
        return None
    end = found.spans("n")[0][1]
    if found.start and "joined" not in found.given and not is_apart(found.line, found.start):
        return None
    if "alone" in found.given and not is_alone(found.line, found.start, found.end):
        return None
    if "counted" in found.given and found.line.line[end : end + 1] in found.line.lexicon.characters("timeunit"):
        return None
    others = tuple(-other for other in value.others)
    return amount(found.line, found.start, end, value._replace(value=-value.value, others=others))


def count(found: Captures) -> Built:
    """A figure ``n`` of four digits that what stands beside it shows to be no year."""
    start, end = found.spans("n")[0]
    return Cover(start, end, found.line.lexicon.code(("number", "int", "grouped")))


def order(found: Captures) -> Built:
    """An ordinal ``n`` that counts what follows and is no day of a month."""
    start, end = found.spans("n")[0]
    return Cover(start, end, found.line.lexicon.code(("number", "int", "ordinal")))


def scaled(found: Captures) -> Built:
    """A figure ``n`` with the letter ``s`` for its scale, which the rest of the phrase shows to be one."""
    (start, _), (_, end) = found.spans("n")[0], found.spans("s")[0]
    value = evaluate(found.line, start, end)
    if value is None or ("alone" in found.given and not is_alone(found.line, start, end)):
        return None
    return amount(found.line, start, end, value)


def range_(found: Captures) -> Built:
    """Two figures ``low`` and ``high`` that are one range; what follows in the phrase only shows that they are.

    A scale word of the second belongs to the first as well (10 to 12 million), unless that is the larger.
    """
    low, high = number_of(found, "low"), number_of(found, "high")
    if found.text("unit1") != found.text("unit2"):
        return None
    if low is None or high is None or low.high is not None or high.high is not None:
        return None
    if "unless" in found.given and found.line.sentence_has(found.start, found.given["unless"]):
        return None
    if low.scale == 1 < high.scale and low.value < high.value / high.scale:
        low = low._replace(value=low.value * high.scale, step=low.step * high.scale, scale=high.scale)
    if low.value >= high.value or ("round" in found.given and (low.zeros < 2 or high.zeros < 2)):
        return None
    return amount(found.line, found.spans("low")[0][0], found.spans("high")[0][1], low._replace(high=high))


def number_of(found: Captures, name: str) -> Number | None:
    spans = found.spans(name)
    return found.line.number(spans[0][0]) if spans else None


def joined(found: Captures) -> Built:
    """The longest entry of a ``class`` that begins here, of several words: one word of the class from now on."""
    line, kind = found.line, found.given["class"]
    last = line.line.find(END, found.start)
    room = (last if last >= 0 else len(line.line)) - found.start
    for size in line.lexicon.beginnings(kind).get(line.key(found.start, found.start + 2), ()):
        end = found.start + size
        if size <= room and line.lexicon.value(kind, line.key(found.start, end)) is not None:
            return Cover(found.start, end, line.lexicon.code((kind, *JOINED)))
    return None


def identifier(found: Captures) -> Built:
    """A name that holds a figure: no fact."""
    return found.line.lexicon.code(("mixed",))


def fraction(found: Captures) -> Built:
    """A share in words; it is a percentage of what follows."""
    count = found.whole("n")
    text = found.text("share")
    share = Fraction(text) * (count or 1) if text else Fraction(1, count) if count else None
    if share is None or not 0 < share <= 1:
        return None
    exact = Number(share * 100, grain=share * 100 * SHARE_GRAIN)
    return Draft("percent", *found.quoted, number=exact, read_by=found.path, data={"unit": "percent"})


def dual(found: Captures) -> Built:
    """A noun whose ending says two."""
    unit = found.text("noun") or ""
    two = Number(Fraction(2), spelled=True)
    return Draft("number", found.start, found.end, number=two, read_by=found.path, data={"unit": unit})


BUILDERS: dict[str, Callable[[Captures], Built]] = {
    builder.__name__.rstrip("_"): builder
    for builder in (
        number, splitnumber, splitdecimal, pointed, swapped, pointgroups, spaced, slashed, ordinal, order, scaled,
        spelledyear, plurals, minus, count, range_, joined, identifier, fraction, dual,
    )
}  # fmt: skip
