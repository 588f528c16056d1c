"""The figures of an article in; numbers written with its digits and separators out."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

import regex

from factcheck.explaining.texts import Texts

_GROUPED = regex.compile(r"(?<![\d.,٫٬])\d{1,3}([,٬'’])\d{3}(?!\d)")
_UNGROUPED = regex.compile(r"(?<![\d.,٫٬])\d{4,}(?!\d)")
_DIGIT = regex.compile(r"\d")
_POINT = regex.compile(r"(?<=\d)٫(?=\d)")
ASCII_ZERO = ord("0")
MAX_DECIMALS = 6


class Numerals(NamedTuple):
    """How an article writes numbers: the code point of its zero, what groups thousands, the decimal sign."""

    zero: int = ASCII_ZERO
    group: str = ""
    point: str = "."

    def number(self, value: Fraction, decimals: int = 0, most: int = MAX_DECIMALS) -> str:
        """``value`` with at least ``decimals`` of them, as many as it needs, at most ``most`` (rounded half up)."""
        least = decimals
        while decimals < most and (value * 10**decimals).denominator != 1:
            decimals += 1
        scaled = (abs(value) * 10**decimals + Fraction(1, 2)).__floor__()
        while decimals > least and scaled % 10 == 0:
            scaled, decimals = scaled // 10, decimals - 1
        whole, rest = divmod(scaled, 10**decimals)
        text = f"{whole:,}".replace(",", self.group) if whole >= 1000 else str(whole)
        fraction = f"{self.point}{rest:0{decimals}d}" if decimals else ""
        return self.in_script(("-" if value < 0 else "") + text + fraction)

    def plain(self, value: int, width: int = 0) -> str:
        """A whole number without groups, as in dates."""
        return self.in_script(f"{value:0{width}d}")

    def in_script(self, text: str) -> str:
        if self.zero == ASCII_ZERO:
            return text
        return "".join(chr(self.zero + int(c)) if c in "0123456789" else c for c in text)


def numerals_of(figures: Sequence[str], text: str, texts: Texts) -> Numerals:
    """The habits of ``figures`` (the words at hand), what they leave open from the whole ``text``.

    The language settles what neither shows.
    """
    sample = " ".join(figures)
    digit = _DIGIT.search(sample) or _DIGIT.search(text)
    zero = ord(digit[0]) - int(digit[0]) if digit else ASCII_ZERO
    point = "٫" if _POINT.search(sample) or (zero != ASCII_ZERO and not _POINT.search(text) and "٫" in text) else "."
    for words in (sample, text):
        if grouped := _GROUPED.search(words):
            return Numerals(zero, grouped[1], point)
        if words is sample and _UNGROUPED.search(words):
            return Numerals(zero, "", point)
    return Numerals(zero, texts.text("style.group") if texts.has("style.group") else "", point)
