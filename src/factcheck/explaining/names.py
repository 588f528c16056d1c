"""A word that names a value in one of a language's styles -> the word for another value in the same style."""

from __future__ import annotations

from factcheck.explaining.texts import Texts
from factcheck.languages.folding import fold

TEN = 10


def name_of(texts: Texts, style: str, value: int, like: str = "", like_value: int = 0, around: str = "") -> str | None:
    """The name of ``value`` (from 1) in the style in which ``like`` names ``like_value``, with its case.

    Of several such styles it is the one of which most names stand in the text ``around``; without any it is the
    first one. ``None`` when no style reaches so far.
    """
    rows = sorted(texts.rows(style), key=lambda row: -sum(name in around for name in row if around))
    for row in rows:
        own = row[like_value - 1] if 0 < like_value <= len(row) else None
        if own is not None and (prefix := _prefix(like, own)) is not None and value <= len(row):
            return prefix + _cased(row[value - 1], like)
    return next((row[value - 1] for row in rows if 0 < value <= len(row)), None)


def named_in(texts: Texts, style: str, value: int, like: str, like_value: int) -> str | None:
    """As ``name_of``, but ``None`` when ``like`` is of no style: there is no way to write it alike."""
    for row in texts.rows(style):
        if 0 < like_value <= len(row) and 0 < value <= len(row) and _prefix(like, row[like_value - 1]) is not None:
            return name_of(texts, style, value, like, like_value)
    return None


def compound_in(texts: Texts, value: int, like: str, like_value: int) -> str | None:
    """The words for a number up to 99 in the style in which ``like`` writes ``like_value``.

    That of a number below twenty shows its units only, that of twenty, thirty ... its tens only; what it does not
    show is not guessed.
    """
    plain = named_in(texts, "number", value, like, like_value)
    if plain is not None:
        return plain
    shows_units = like_value % TEN != 0
    if value < 1 or not (shows_units or value % TEN == 0):
        return None
    for units in texts.rows("number"):
        for tens in texts.rows("tens"):
            if fold(_compound(texts, like_value, units, tens) or "") == fold(like):
                found = units[value - 1] if value <= len(units) else _compound(texts, value, units, tens)
                return None if found is None or (not shows_units and value <= len(units)) else _cased(found, like)
    return None


def _compound(texts: Texts, value: int, units: tuple[str, ...], tens: tuple[str, ...]) -> str | None:
    ten, unit = divmod(value, TEN)
    if not 2 <= ten <= 9:
        return None
    if not unit:
        return tens[ten - 2]
    return texts.text("style.compound", unit=units[unit - 1], tens=tens[ten - 2])


def _prefix(like: str, name: str) -> str | None:
    """What stands before ``name`` in ``like`` (an attached article), if ``like`` is it."""
    if not like:
        return None
    if fold(like) == fold(name):
        return ""
    cut = len(like) - len(name)
    attached = 0 < cut <= 3 and name[0].isalpha() and not name.isascii() and like.endswith(name)
    return like[:cut] if attached else None


def _cased(name: str, like: str) -> str:
    if like.isupper() and len(like) > 1:
        return name.upper()
    if like[:1].islower() and name.isascii():
        return name.lower()
    return name[:1].upper() + name[1:] if like[:1].isupper() else name
