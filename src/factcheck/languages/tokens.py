"""A text -> its tokens, each with the blanks after it, so that their lengths add up to the text."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import pairwise

import regex

from factcheck.languages.folding import BIDI, HIDDEN

_BLANK = rf"[^\S\r\n\x0b\x0c\x85\u2028\u2029]|[{BIDI}{HIDDEN}\u200b\ufeff]"
_CORE = rf"""
    (?:https?://|www\.)[^\s]*[^\s.,;:!?)\]}}»"'،؛؟]
  | \d(?:[\d{BIDI}{HIDDEN}]|[.,٫٬](?=[{BIDI}{HIDDEN}]*\d))*
  | \p{{Latin}}[\p{{Latin}}\p{{M}}]*\d(?:\d|[.,](?=\d))*[\p{{Latin}}\p{{M}}\d]*
  | \p{{L}}[\p{{L}}\p{{M}}\u200c\u200d\u0640{HIDDEN}]*
  | [\r\n\x0b\x0c\x85\u2028\u2029]+(?:(?:{_BLANK})*[\r\n\x0b\x0c\x85\u2028\u2029]+)*
  | \S
  | .
"""
_LINES = rf"(?:{_CORE})(?:{_BLANK})*"
_WRAPPED = rf"(?:{_CORE})(?:(?:{_BLANK})|\r?\n(?=[^\S\r\n]*[^\s\-*#•>\d]))*"
# What may stand between a token and the next one: blanks of every kind, marks of direction and what nobody sees.
_EDGE = HIDDEN + (
    "\t\n\x0b\x0c\r \x85\xa0\u061c\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b"
    "\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u202f\u205f\u2066\u2067\u2068\u2069\u3000\ufeff"
)

# Nobody breaks lines by hand where they would no longer fit a wide window.
LONGEST_WRAPPED = 140


def split(text: str) -> list[str]:
    """The tokens of ``text``; joined they are the text. A line end is a token unless the text is wrapped by hand."""
    return _compiled(_WRAPPED if is_wrapped(text) else _LINES).findall(text)


@cache
def _compiled(source: str) -> regex.Pattern[str]:
    return regex.compile(source, regex.VERBOSE | regex.DOTALL)


@lru_cache(maxsize=20_000)
def core(token: str) -> str:
    """The token without the blanks after it (a line end stays as it is)."""
    return token.rstrip(_EDGE) or token


def is_wrapped(text: str) -> bool:
    """Whether line ends only break long lines: most lines are of one length and most end within a sentence."""
    lines = text.splitlines()
    if len(lines) < 4 or max(map(len, lines)) > LONGEST_WRAPPED:
        return False
    inner = [one.rstrip() for one, after in pairwise(lines) if one.strip() and after.strip()]
    if len(inner) < 3:
        return False
    longest = max(map(len, inner))
    full = sum(len(line) > longest * 0.7 for line in inner)
    open_ended = sum(line[-1] not in '.!?؟:»"”' for line in inner)
    return longest >= 50 and full >= 0.7 * len(inner) and open_ended >= 0.6 * len(inner)
