"""A condition that is none -> what stands in it that the rule language does not have, and what to write instead.

``requirements`` asks before it parses (signs and dates that would be read otherwise) and again when parsing fails.
"""

from __future__ import annotations

import keyword
import re
from typing import NamedTuple

COMPARISON = "write a comparison such as 'a + b == c'"
VALUES = "write values as 1,960, 3 % or 5 days, and dates as 2020-11-10 or 2020-11-10T00:00"
_SIGNS = "the signs are + - * / < <= == != >= >"

# What other languages and editors write, and what the rule language has for it.
INSTEAD: dict[str, str] = {
    "=": "write ==",
    "=>": "write >=",
    "=<": "write <=",
    "<>": "write !=",
    "\u2265": "write >=",
    "\u2264": "write <=",
    "\u2260": "write !=",
    "\u00d7": "write *",
    "\u00f7": "write /",
    "\u2212": "write -",
    "\u2013": "write -",
    "\u2014": "write -",
    "&": "write and",
    "&&": "write and",
    "|": "write or",
    "||": "write or",
    "!": "write not",
    ":=": "write ==",
    ":": "a time of day follows its date, as in 2020-11-10T00:00",
    ";": "join conditions by 'and'",
    "#": "a comment stands on a line of its own, outside of the condition",
}
_WORDS = ("and", "or", "not")
_CONSTANTS = ("True", "False", "None")
_FOREIGN = re.compile(
    r"=>|=<|<>|&&|\|\||:=|(?<![<>=!])=(?!=)|!(?!=)|[^\w\s<>=!+\-*/()\[\],.%'\"\u0300-\u036f\u064b-\u065f\u0670]"
)
_OTHER_DIGITS = re.compile(r"(?<!\w)(?![0-9])\d+")
_QUOTED = re.compile(r"'[^'\n]*'|\"[^\"\n]*\"")
_DATE = re.compile(
    r"(?<![\w.])(?:\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([-/.])\d{1,2}\2\d{2,4})(?![\w.]|[-/]\d)"
    r"|(?<![\w.])\d{4}-0\d(?![\w.])"
)
_TOKEN = re.compile(
    r"(?P<text>'[^']*'|\"[^\"]*\")|(?P<number>\d[\w.]*)|(?P<name>\w[\w\u0300-\u036f\u064b-\u065f\u0670]*)|(?P<open>[(\[])|(?P<close>[)\]])"
    r"|(?P<sign>[<>=!]=|//|\*\*|[-+*/<>,%.])|(?P<other>\S)"
)
_PAIRS = {")": "(", "]": "["}


class Misread(NamedTuple):
    """``column`` counts from 0 inside the condition."""

    message: str
    column: int
    hint: str


class _Token(NamedTuple):
    kind: str
    text: str
    at: int


def foreign(text: str) -> Misread | None:
    """The first sign that is not of the rule language, or date that would be read as arithmetic."""
    bare = _QUOTED.sub(lambda quoted: " " * len(quoted.group()), text)
    if date := _DATE.search(bare):
        return Misread(f"'{date.group()}' is not a date of the rule language", date.start(), "a date is YYYY-MM-DD")
    if match := _OTHER_DIGITS.search(bare):
        return Misread(
            f"'{match.group()}' is not a number of the rule language", match.start(), "write the digits 0 to 9"
        )
    if match := _FOREIGN.search(bare):
        sign = match.group()
        named = sign if sign.isprintable() else f"U+{ord(sign[0]):04X}"
        return Misread(f"'{named}' is not a sign of the rule language", match.start(), INSTEAD.get(sign, _SIGNS))
    return None


def explained(masked: str, text: str, guess: int) -> Misread:
    """Why ``text`` is no condition; ``masked`` has one name for each value with a unit. ``guess`` is a last resort."""
    tokens = [_Token(m.lastgroup or "", text[m.start() : m.end()], m.start()) for m in _TOKEN.finditer(masked)]
    found = _unreadable(tokens) or _unbalanced(tokens) or _misplaced(tokens, len(text.rstrip()))
    return found or Misread(f"'{text.strip()}' cannot be read", guess, COMPARISON)


def _unreadable(tokens: list[_Token]) -> Misread | None:
    for token in tokens:
        if token.kind == "number" and re.fullmatch(r"0+[\d_]+", token.text):
            return Misread(f"'{token.text}' begins with 0", token.at, VALUES)
        if token.kind == "number" and re.search(r"[^\W\d_]|_$", token.text):
            return Misread(f"'{token.text}' is neither a number nor a value with a unit", token.at, VALUES)
        if token.kind == "other":
            what = "is never closed" if token.text in "'\"" else "is not a sign of the rule language"
            return Misread(
                f"'{token.text}' {what}", token.at, "names of members stand in quotation marks, as in f['x']"
            )
        if token.kind == "name" and token.text.lower() in _WORDS and token.text not in _WORDS:
            return Misread(f"'{token.text}' stands in capital letters", token.at, f"write {token.text.lower()}")
        if token.kind == "name" and keyword.iskeyword(token.text) and token.text not in (*_WORDS, *_CONSTANTS):
            return Misread(f"'{token.text}' is not a name of the rule language", token.at, COMPARISON)
    return None


def _unbalanced(tokens: list[_Token]) -> Misread | None:
    opened: list[_Token] = []
    for token in tokens:
        if token.kind == "open":
            opened.append(token)
        elif token.kind == "close" and (not opened or opened.pop().text != _PAIRS[token.text]):
            return Misread(f"'{token.text}' closes nothing", token.at, f"write a '{_PAIRS[token.text]}' before it")
    if opened:
        last = opened[-1]
        close = next(sign for sign, other in _PAIRS.items() if other == last.text)
        return Misread(f"'{last.text}' is never closed", last.at, f"write a '{close}' after it")
    return None


def _misplaced(tokens: list[_Token], end: int) -> Misread | None:
    """Two values with no sign between them, or a sign with no value."""
    before: _Token | None = None
    for token in [*tokens, _Token("end", "", end)]:
        begins = _is_value(token) or token.kind == "open"
        ends = before is not None and (_is_value(before) or before.kind == "close")
        if before is not None and ends and (_is_value(token) or token.text == "("):
            if token.text == "(" and before.kind == "name":
                before = token
                continue
            hint = VALUES if "number" in (before.kind, token.kind) else f"{COMPARISON}; names have no blanks"
            return Misread(f"no sign stands between '{before.text}' and '{token.text}'", token.at, hint)
        if not begins and not ends and not _may_begin(token, before):
            after = f"after '{before.text}'" if before else "at the beginning"
            found = f"'{token.text}'" if token.text else "nothing"
            at = token.at if token.text or before is None else before.at
            return Misread(f"{found} stands {after}, where a value should", at, COMPARISON)
        before = token
    return None


def _is_value(token: _Token) -> bool:
    return token.kind in ("number", "text") or (token.kind == "name" and token.text not in _WORDS)


def _may_begin(token: _Token, before: _Token | None) -> bool:
    """A sign of a number, ``not``, or the end of an empty call may stand where a value begins."""
    if token.text in ("+", "-", "not"):
        return True
    return token.kind == "close" and before is not None and before.kind == "open"
