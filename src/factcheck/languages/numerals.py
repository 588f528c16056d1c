"""A numeral as written (``1,960``, ``٣٫٥``, ``10.11.2020``) -> its classes and the values it can have."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from factcheck.languages.folding import BIDI, digits

MAX_DIGITS = 30
_GROUPED = re.compile(r"\d{1,3}(?:[,٬'’]\d{3})+")
_DOT_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3}){2,}")
_DECIMAL = re.compile(r"(\d+|\d{1,3}(?:[,٬]\d{3})+)[.٫](\d+)")
_COMMA_DECIMAL = re.compile(r"(\d+),(\d{1,2}|\d{4,})")
_DOT_DATE = re.compile(r"\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})")
_POINT_GROUPED = re.compile(r"(\d{1,3}(?:\.\d{3})+),(\d+)")
_LIST = re.compile(r"\d{1,3}(?:,\d{1,3}){2,}")
_HAS_BIDI = re.compile(f"[{BIDI}]")


class Numeral(NamedTuple):
    """``classes`` say what it can be; ``value`` is ``None`` when it is no number; ``decimals`` are digits written."""

    classes: tuple[str, ...]
    value: Fraction | None
    decimals: int = 0
    zeros: int = 0
    others: tuple[Fraction, ...] = ()


@lru_cache(maxsize=20_000)
def numeral(text: str) -> Numeral:
    """Reads digits of any script with their separators; a decimal split by a mark of direction has two values."""
    plain = digits(text)
    if sum(map(str.isdigit, plain)) > MAX_DIGITS:
        return Numeral(("oddnumber",), None)
    if plain.isdecimal():
        return _whole(plain, plain)
    if _GROUPED.fullmatch(plain) or _DOT_GROUPED.fullmatch(plain):
        return _whole("".join(c for c in plain if c.isdecimal()), plain)
    if match := _DECIMAL.fullmatch(plain) or _COMMA_DECIMAL.fullmatch(plain) or _POINT_GROUPED.fullmatch(plain):
        whole, fraction = "".join(c for c in match[1] if c.isdecimal()), match[2]
        others = (_decimal(fraction, whole),) if _HAS_BIDI.search(text) else ()
        return Numeral(("number", "decimal"), _decimal(whole, fraction), len(fraction), 0, others)
    return Numeral(("dotdate",) if _DOT_DATE.fullmatch(plain) else ("oddnumber",), None)


@lru_cache(maxsize=20_000)
def in_list(text: str) -> tuple[str, ...]:
    """The figures and commas of a list without blanks (``22,24,26``), or ``text`` alone where it is one numeral."""
    if "," not in text or numeral(text).value is not None or not _LIST.fullmatch(digits(text)):
        return (text,)
    return tuple(re.split("(,)", text))


def classes_of(value: int, width: int = 0) -> tuple[str, ...]:
    """What a whole number can be: a day of a month, a month, an hour, a year, a Hijri year of our times ..."""
    found = ["number", "int"]
    if 1 <= value <= 31 and width <= 2:
        found.append("dom")
    if 1 <= value <= 12 and width <= 2:
        found.append("monthnumber")
    if 0 <= value <= 24 and width <= 2:
        found.append("hour")
    if 0 <= value <= 59 and width in (0, 2):
        found.append("minutes")
    if width == 2:
        found.append("shortyear")
    if width == 4 and 1000 <= value <= 2199:
        found.append("fouryear")
    if width == 4 and 1300 <= value <= 1500:
        found.append("hijriyear")
    return tuple(found)


def _whole(bare: str, written: str) -> Numeral:
    value = int(bare)
    zeros = len(bare) - len(bare.rstrip("0")) if value else 0
    kinds = classes_of(value, len(bare)) if bare == written else ("number", "int", "grouped")
    if bare == written and len(bare) > 4 and bare[0] == "0":
        return Numeral(("oddnumber",), None)
    return Numeral(kinds, Fraction(value), 0, zeros)


def _decimal(whole: str, fraction: str) -> Fraction:
    return Fraction(int(whole + fraction), 10 ** len(fraction))
