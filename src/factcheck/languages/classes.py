"""The classes that tokens have by their form: signs of punctuation, shapes of words, kinds of figures."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.languages.numerals import classes_of, numeral

# What signs of punctuation are, in every script that this program reads.
PUNCTUATION: Mapping[str, tuple[str, ...]] = {
    ".": ("stop", "fullstop"), "!": ("stop",), "?": ("stop",), "؟": ("stop",), "…": ("stop",), "۔": ("stop",),
    ",": ("comma",), "،": ("comma",), "؛": ("semicolon",), ";": ("semicolon",), ":": ("colon",),
    "-": ("dash", "hyphen"), "–": ("dash",), "—": ("dash",), "−": ("dash", "minus"), "‑": ("dash", "hyphen"),
    "‐": ("dash", "hyphen"), "/": ("slash",), "\\": ("slash",), "(": ("open",), "[": ("open",),
    ")": ("close",), "]": ("close",), '"': ("quote",), "“": ("quote",), "”": ("quote",), "«": ("quote",),
    "»": ("quote",), "'": ("quote", "apostrophe"), "’": ("quote", "apostrophe"), "‘": ("quote", "apostrophe"),
    "`": ("quote",), "„": ("quote",),
}  # fmt: skip
NUMERIC = (
    "number",
    "int",
    "decimal",
    "dom",
    "monthnumber",
    "hour",
    "minutes",
    "fouryear",
    "hijriyear",
    "shortyear",
    "grouped",
    "ordinal",
    "spelled",
    "wordyear",
)

WORD, MIXED, INITIAL, SIGN = ("word", "unknown"), ("mixed",), ("word", "unknown", "initial"), ("sign",)
# What entries of several words are in besides their class, once a pattern has made one word of them.
JOINED = ("joined", "word")
SHAPES = (WORD, MIXED, INITIAL, SIGN)
_WRITTEN = [f"{v:0{width}}" for v in (0, 1, 12, 13, 24, 25, 31, 32, 59, 60, 99) for width in (1, 2, 3)]
_NUMERIC = {numeral(text).classes for text in (*_WRITTEN, "0999", "1000", "1436", "2200", "99999")}
_NUMERIC |= {classes_of(value) for value in (0, 1, 12, 13, 24, 25, 31, 32, 59, 60)} | {
    classes_of(1992, 4),
    classes_of(1436, 4),
}
_NUMERIC |= {numeral(text).classes for text in ("1,000", "1.5")}
NUMERIC_SIGNATURES = sorted(
    _NUMERIC
    | {(*c, "ordinal") for c in _NUMERIC}
    | {(*c, "spelled") for c in _NUMERIC}
    | {("number", "int", "spelled", "wordyear")}
    | {("dotdate",), ("oddnumber",)}
)
