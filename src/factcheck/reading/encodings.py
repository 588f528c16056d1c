"""Bytes of a file in; its text and what was guessed about it out, or why it is not text."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

_BINARY_BEGINNINGS: dict[bytes, str] = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a zip or Office file",
    b"{\\rtf": "an RTF file",
    b"\xd0\xcf\x11\xe0": "an old Office file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a gzip file",
    b"\x7fELF": "a program",
}
_BYTE_ORDER_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_OLD_ENCODINGS = {"cp1256": "windows-1256", "cp1252": "windows-1252"}
_UTF16_HIGH_BYTES = frozenset(b"\x00\x06\x20")  # Latin, Arabic and the dashes and quotes of both
_MOST_CONTROLS = 0.3  # of valid UTF-8: an article with escape codes is still an article
_MOST_CONTROLS_GUESSED = 0.01
_MOST_BROKEN = 0.1  # broken bytes to well-formed letters: more than this is another encoding
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_MIXED_WORD = re.compile("[A-Za-z\u00c0-\u024f][\u0621-\u064a]|[\u0621-\u064a][A-Za-z\u00c0-\u024f]")
_ARABIC = re.compile("[\u0621-\u064a]")
# Where nobody writes them: a capital after a small letter, a letter of one script in a word of another, an accented
# letter beside a digit, a sign within a word, an opening sign after one.
_UNLIKELY = re.compile(
    "(?<=[a-z\u00df-\u00ff])[\u00c0-\u00de\u0152\u0160\u0178\u017d]"
    "|(?<=[A-Za-z\u00c0-\u024f])[\u0621-\u06d2]|(?<=[\u0621-\u06d2])[A-Za-z\u00c0-\u024f]"
    r"|(?<=\d)[\u00c0-\u024f]|[\u00c0-\u024f](?=\d)"
    r"|(?<=[^\W\d_])[^\x00-\x7f\w\s\u00ab\u00ad\u00b7\u00bb\u060c\u061b\u061f\u064b-\u0652\u200c-\u200f\u2013-\u2026](?=[^\W\d_])"
    r"|(?<=[^\W\d_])[\u00a1\u00bf\u201a\u201e](?!\w)"
)
_MOST_UNLIKELY = 0.1
_CUT_OFF = "unexpected end of data"
_SAVE_AS_UTF8 = "save it as UTF-8 text"


class Decoded(NamedTuple):
    text: str
    notes: tuple[str, ...]


class NotText(Exception):
    """The bytes are no text that can be told; ``line`` counts from 1, 0 when there is no place."""

    def __init__(self, message: str, hint: str = _SAVE_AS_UTF8, line: int = 0) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.line = line


def decode(data: bytes) -> Decoded:
    """The text of a file without its byte order mark, line ends as they are. Raises ``NotText``."""
    for beginning, name in _BINARY_BEGINNINGS.items():
        if data.startswith(beginning):
            raise NotText(f"this is {name}, not a text file", "export its text and give that")
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _with_mark(data[len(mark) :], encoding)
    if b"\x00" in data and (guess := _utf16_without_mark(data)):
        return Decoded(data.decode(guess), (f"read as {guess.upper()}, which was guessed",))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _guessed(data, error)
    return _checked(text, _MOST_CONTROLS, ())


def _with_mark(data: bytes, encoding: str) -> Decoded:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].decode(encoding, "replace").count("\n") + 1
        raise NotText(f"begins as {encoding.upper()} but byte {error.start} is not", line=line) from None
    notes = () if encoding == "utf-8" else (f"read as {encoding.upper()}",)
    return _checked(text, _MOST_CONTROLS, notes)


def _utf16_without_mark(data: bytes) -> str | None:
    """UTF-16 tells itself by its high bytes, which for one script are nearly always the same few."""
    if len(data) % 2:
        return None
    sample = data[:4096]
    shares = [sum(byte in _UTF16_HIGH_BYTES for byte in half) for half in (sample[::2], sample[1::2])]
    pairs = len(sample) // 2
    orders = (("utf-16-le", shares[1], shares[0]), ("utf-16-be", shares[0], shares[1]))
    for encoding, high, low in orders:
        if high >= 0.9 * pairs and low <= 0.6 * pairs:
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                return None
            return None if "\x00" in text else encoding
    return None


def _guessed(data: bytes, error: UnicodeDecodeError) -> Decoded:
    replaced = data.decode("utf-8", "replace")
    broken = replaced.count("\ufffd")
    letters = sum(1 for character in replaced if character > "\x7f") - broken
    if letters and broken <= _MOST_BROKEN * letters:
        line = data.count(b"\n", 0, error.start) + 1
        raise NotText(f"byte {data[error.start]:#04x} is not UTF-8, though the rest is", line=line)
    for encoding in _old_encodings(data):
        text = data.decode(encoding)
        if _is_likely(text):
            note = f"read as {_OLD_ENCODINGS[encoding]}, which was guessed"
            return _checked(text, _MOST_CONTROLS_GUESSED, (note,))
    line = data.count(b"\n", 0, error.start) + 1
    broken_at = f"byte {data[error.start]:#04x} at offset {error.start} is not UTF-8"
    if error.end >= len(data) and error.reason == _CUT_OFF:
        raise NotText(f"{broken_at}: the file ends in the middle of a character", "get all of the file", line)
    raise NotText(f"{broken_at}, and this is not likely to be text in another encoding that can be read", line=line)


def _old_encodings(data: bytes) -> list[str]:
    """Those of the old encodings that the bytes may be in, the likelier one first."""
    from charset_normalizer import from_bytes  # only for the few files that are not UTF-8

    matches = list(from_bytes(data, cp_isolation=list(_OLD_ENCODINGS)))
    if not matches:
        return []
    best = min((match.chaos, -match.coherence) for match in matches)
    names = {match.encoding for match in matches if (match.chaos, -match.coherence) == best}
    if len(names) > 1:
        text = data.decode("cp1256", "replace")
        names = {"cp1256" if _ARABIC.search(text) and not _MIXED_WORD.search(text) else "cp1252"}
    others = {match.encoding for match in matches} - names
    return [name for name in (*names, *sorted(others)) if name in _OLD_ENCODINGS]


def _is_likely(text: str) -> bool:
    """Whether hardly any sign that is not ASCII stands where nobody would write it."""
    signs = sum(character > "\x7f" for character in text)
    return len(_UNLIKELY.findall(text)) <= _MOST_UNLIKELY * signs


def _checked(text: str, most_controls: float, notes: tuple[str, ...]) -> Decoded:
    if sum(1 for _ in _CONTROLS.finditer(text)) > most_controls * len(text):
        raise NotText("this is a binary file, not text")
    return Decoded(text, (*notes, *control_notes(text)))


def control_notes(text: str) -> tuple[str, ...]:
    """How many control characters a text holds, and where the first one stands; nothing where it holds none."""
    first = _CONTROLS.search(text)
    if first is None:
        return ()
    count = sum(1 for _ in _CONTROLS.finditer(text))
    line, column = text.count("\n", 0, first.start()) + 1, first.start() - text.rfind("\n", 0, first.start())
    place = f"line {line}, column {column}"
    if count == 1:
        return (f"holds a control character in {place}, which is passed over",)
    return (f"holds {count:,} control characters, the first in {place}; they are passed over",)
