"""Words as they stand -> the form under which they are looked up; digits of every script -> ASCII.

Scripts are folded here, not languages: case, Arabic vowel signs and tatweel, the forms of alef, ya and kaf,
ta marbuta, and controls of direction. No word of a language stands in this file.
"""

from __future__ import annotations

import unicodedata

import regex

TATWEEL = "\u0640"
LAST_LATIN = "\u024f"
# Control characters that are no blanks, soft hyphens and word joiners: nobody sees them, so they are no part of a word.
HIDDEN = "".join(map(chr, (*range(9), *range(14, 28), *range(0x7F, 0x85), *range(0x86, 0xA0), 0xAD, 0x2060)))
BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_DROPPED = regex.compile(rf"[\p{{Mn}}\u0640\u200b-\u200d\ufeff{BIDI}{HIDDEN}]+")
_TANWIN = regex.compile(r"[اى]\u064b|\u064b[اى]")
_LETTERS = str.maketrans("أإآٱىیېکةھہۀ", "اااايييكهههه")
_LETTERS |= str.maketrans("’‘ʼ‐‑", "'''--")


def fold(word: str) -> str:
    """The form under which ``word`` is looked up; the accusative ending of Arabic (اً) is dropped with its alef."""
    if word.isascii():
        return word.lower() if word.isprintable() else _DROPPED.sub("", word).lower()
    if word[0] > LAST_LATIN and word.isalpha() and TATWEEL not in word:
        return word.translate(_LETTERS).lower()
    text = _TANWIN.sub("", word)
    text = _DROPPED.sub("", text).translate(_LETTERS)
    return _plain(text.lower())


def _plain(text: str) -> str:
    """Latin letters without accents (café -> cafe); other scripts as they are."""
    if text.isascii() or not any("\u00c0" <= letter <= "\u024f" for letter in text):
        return text
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def digits(text: str) -> str:
    """``text`` with the decimal digits of every script written in ASCII, and without what nobody sees."""
    if text.isascii() and text.isprintable():
        return text
    text = _DROPPED.sub("", text)
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)
