"""Pieces of text with a style in; lines for a terminal or a pipe out, Arabic kept whole in both.

A terminal may reorder right-to-left text by itself or leave it in the order of writing. What is quoted
stands in isolates (U+2068 ... U+2069), closed and opened anew where a line is wrapped, and every line
begins with Latin letters or with nothing else, so that both kinds show the same columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

ISOLATE, END_ISOLATE = "\u2068", "\u2069"
_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_LETTER = re.compile(f"[{_RIGHT_TO_LEFT}]")
_RUN = re.compile(f"([{_RIGHT_TO_LEFT}](?:[^A-Za-z{_RIGHT_TO_LEFT}]{{0,40}}[{_RIGHT_TO_LEFT}])*)")
_LATIN = re.compile("[A-Za-z]")
_FIRST_LETTER = re.compile(f"[A-Za-z{_RIGHT_TO_LEFT}]")
_SPACES = re.compile(r"[\s\u0085\u2028\u2029]+")
_SURROGATE = re.compile("[\ud800-\udfff]")
_DROPPED = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
_VISIBLE = (
    {code: chr(0x2400 + code) for code in range(32)}
    | {0x7F: "\u2421"}
    | {code: f"\\x{code:02x}" for code in range(0x80, 0xA0)}
    | {ord(character): None for character in _DROPPED}
)
_NARROWEST = 20  # columns that the wrapped part of a line always has


class Piece(NamedTuple):
    text: str
    style: str = ""
    isolated: bool = False


class Line(NamedTuple):
    """``body`` is wrapped and hangs under its own beginning, or at column ``hang``; ``head`` stays as it is."""

    head: tuple[Piece, ...] = ()
    body: tuple[Piece, ...] = ()
    hang: int | None = None


def shown(text: str) -> str:
    """Words of an article or path as they may be printed: one line, control characters visible."""
    clean = _SPACES.sub(" ", text).translate(_VISIBLE)
    return _SURROGATE.sub("\ufffd", clean)


def is_right_to_left(text: str) -> bool:
    return _LETTER.search(text) is not None


def prose(text: str, style: str = "") -> tuple[Piece, ...]:
    """A sentence of ours or of a rule: Arabic words in it are isolated, an Arabic sentence as a whole.

    A sentence is Arabic when it begins so, or is so for the greater part.
    """
    text = shown(text)
    right = len(_LETTER.findall(text))
    if not right:
        return (Piece(text, style),)
    first = _FIRST_LETTER.search(text)
    begins = first is not None and is_right_to_left(first[0])
    if begins or right >= len(_LATIN.findall(text)):
        return (Piece(text, style, isolated=True),)
    parts = _RUN.split(text)
    return tuple(Piece(part, style, index % 2 == 1) for index, part in enumerate(parts) if part)


def quoted(text: str, style: str = "", longest: int = 240) -> tuple[Piece, ...]:
    """Words of the article in their quotation marks; very long ones lose their middle."""
    text = shown(text)
    if len(text) > longest:
        half = longest // 2
        text = f"{text[:half]} ... {text[-half:]}"
    return (Piece(f'"{text}"', style, is_right_to_left(text)),)


def words(text: str, style: str = "") -> Piece:
    """A value that stands for itself, isolated where it must be."""
    text = shown(text)
    return Piece(text, style, is_right_to_left(text))


def drawn(lines: Iterable[Line], width: int | None, color: bool) -> str:
    """The lines as text, wrapped to ``width`` columns if given; Rich is only loaded for colours."""
    rows = [row for line in lines for row in (_wrapped(line, width) if width else [line.head + line.body])]
    return _colored(rows) if color else "".join(f"{_plain(row)}\n" for row in rows)


def _plain(row: Iterable[Piece]) -> str:
    return "".join(_as_written(piece) for piece in row).rstrip(" ")


def _as_written(piece: Piece) -> str:
    return f"{ISOLATE}{piece.text}{END_ISOLATE}" if piece.isolated else piece.text


def _colored(rows: list[tuple[Piece, ...]]) -> str:
    import io

    from rich.console import Console
    from rich.text import Text

    console = Console(
        file=io.StringIO(), force_terminal=True, width=100_000, markup=False, emoji=False, highlight=False
    )
    with console.capture() as capture:
        for row in rows:
            text = Text(no_wrap=True, overflow="ignore")
            for piece in row:
                text.append(_as_written(piece), piece.style or None)
            text.rstrip()
            console.print(text, soft_wrap=True)
    return capture.get()


def columns(text: str) -> int:
    """How many columns a terminal gives the text."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def _wrapped(line: Line, width: int) -> list[tuple[Piece, ...]]:
    indent = sum(columns(piece.text) for piece in line.head)
    if indent + sum(columns(piece.text) for piece in line.body) <= width:
        return [line.head + line.body]
    hanging = line.hang if line.hang is not None else indent if width - indent >= _NARROWEST else 4
    first_word = next(iter(line.body), Piece("")).text.lstrip(" ").partition(" ")[0]
    if line.head and indent > hanging and columns(first_word) > width - indent:
        rows = list(_rows(line.body, width - hanging, width - hanging))
        return [line.head, *((Piece(" " * hanging), *row) for row in rows)]
    rows = list(_rows(line.body, width - indent, width - hanging))
    return [line.head + rows[0], *((Piece(" " * hanging), *row) for row in rows[1:])] if rows else [line.head]


def _rows(body: tuple[Piece, ...], first: int, others: int) -> Iterator[tuple[Piece, ...]]:
    """Words put into rows; neighbours that come from one piece become one piece again."""
    row: list[Piece] = []
    room = first
    for piece in body:
        for number, word in enumerate(re.findall(r" *[^ ]+| +", piece.text)):
            if row and columns(word) > room:
                yield tuple(row)
                row, room, word, number = [], others, word.lstrip(" "), 0
            room -= columns(word)
            if number and row:
                row[-1] = row[-1]._replace(text=row[-1].text + word)
            elif word:
                row.append(piece._replace(text=word))
    if row:
        yield tuple(row)
