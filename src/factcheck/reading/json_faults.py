"""What the JSON reader of Python met in; what is wrong with the line, and what to do, out."""

from __future__ import annotations

import json
from typing import NamedTuple

WRITE_TEXT = 'write {"text": "..."}'
_BACKSLASH = "write a backslash itself as \\\\"
_ONE_LINE = "an article is one line: write the line breaks of its text as \\n"
_QUOTE = 'write a quotation mark inside of a text as \\"'
_ESCAPES = {"\t": "\\t", "\r": "\\r", "\b": "\\b", "\f": "\\f"}


class Fault(NamedTuple):
    message: str
    hint: str


# How the messages of the reader begin, which differ in the rest from version to version.
_FAULTS: tuple[tuple[str, Fault], ...] = (
    ("Unterminated string", Fault("the text that begins here has no quotation mark at its end", _ONE_LINE)),
    ("Invalid \\u", Fault("four hexadecimal digits are missing after \\u", _BACKSLASH)),
    ("Extra data", Fault("more follows after the object", "write each article on a line of its own")),
    ("Expecting ',' delimiter", Fault("a comma or the closing bracket is missing", _QUOTE)),
    ("Expecting ':' delimiter", Fault("a colon is missing after the name of a field", WRITE_TEXT)),
    ("Expecting property name", Fault("the name of a field in double quotation marks is missing", WRITE_TEXT)),
    ("Illegal trailing comma", Fault("a comma stands before the closing bracket", "leave it out")),
    ("Expecting value", Fault("a value is missing", f"texts stand in double quotation marks: {WRITE_TEXT}")),
)


def fault_of(error: json.JSONDecodeError) -> Fault:
    """A whole sentence for what is wrong at the place of ``error``, the same in every version of Python."""
    sign, after = error.doc[error.pos : error.pos + 1], error.doc[error.pos + 1 : error.pos + 2]
    if not sign:
        return Fault("the line ends before the object does", _ONE_LINE)
    if error.msg.startswith("Invalid control character"):
        escape = _ESCAPES.get(sign, f"\\u{ord(sign):04x}")
        return Fault(f"the control character U+{ord(sign):04X} stands in a text as it is", f"write it as {escape}")
    if error.msg.startswith("Invalid \\escape"):
        return Fault(f"a backslash before '{after}' means nothing", _BACKSLASH)
    found = (fault for begins, fault in _FAULTS if error.msg.startswith(begins))
    return next(found, Fault(error.msg, WRITE_TEXT))
