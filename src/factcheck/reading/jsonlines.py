"""A ``.jsonl`` file in; its stories out, one at a time, with a problem for each line that is wrong.

Lines with the same ``story`` belong together wherever they stand. A first pass notes where they stand,
so that only one story is in memory at any time.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import IO, Any, NamedTuple

from factcheck.model import Document, Problem, day_and_moment
from factcheck.reading.encodings import control_notes
from factcheck.reading.frontmatter import read_date, read_language
from factcheck.reading.json_faults import WRITE_TEXT, fault_of
from factcheck.reading.markup import IS_PAGE, is_page

_SURROGATE = re.compile("[\ud800-\udfff]")
_MARK = b"\xef\xbb\xbf"


class Story(NamedTuple):
    """Articles that must agree with each other, and the problems and what is worth a note on the way to them."""

    documents: tuple[Document, ...]
    problems: tuple[Problem, ...]
    notes: tuple[str, ...] = ()


class _Line(NamedTuple):
    number: int
    offset: int


def stories(file: IO[bytes], path: str, day: date | None) -> Iterator[Story]:
    """Each story of the file in the order of its first line; blank lines are skipped."""
    if file.seekable():
        yield from _stories(file, path, day)
        return
    import shutil
    import tempfile

    with tempfile.TemporaryFile() as copy:
        shutil.copyfileobj(file, copy)
        yield from _stories(copy, path, day)


def _stories(file: IO[bytes], path: str, day: date | None) -> Iterator[Story]:
    together = _lines_of_stories(file)
    seen: set[str] = set()
    file.seek(0)
    for number, line in enumerate(iter(file.readline, b""), 1):
        if not line.strip():
            continue
        name = _story_of(line) if together else None
        if name is None:
            yield _alone(line, path, number, day, seen)
        elif (members := together[name])[0].number == number:
            here = file.tell()
            yield _joined([(at.number, _line_at(file, at)) for at in members], path, day, seen)
            file.seek(here)


def _lines_of_stories(file: IO[bytes]) -> dict[str, list[_Line]]:
    together: dict[str, list[_Line]] = {}
    file.seek(0)
    offset = 0
    for number, line in enumerate(iter(file.readline, b""), 1):
        name = _story_of(line)
        if name is not None:
            together.setdefault(name, []).append(_Line(number, offset))
        offset += len(line)
    return together


def _line_at(file: IO[bytes], line: _Line) -> bytes:
    file.seek(line.offset)
    return file.readline()


def _story_of(line: bytes) -> str | None:
    if b'"story"' not in line:
        return None
    try:
        record = json.loads(line.removeprefix(_MARK))
    except (ValueError, RecursionError):
        return None
    story = record.get("story") if isinstance(record, dict) else None
    return str(story) if isinstance(story, str | int) and story != "" else None


def _alone(line: bytes, path: str, number: int, day: date | None, seen: set[str]) -> Story:
    return _joined([(number, line)], path, day, seen)


def _joined(lines: list[tuple[int, bytes]], path: str, day: date | None, seen: set[str]) -> Story:
    documents: list[Document] = []
    problems: list[Problem] = []
    for number, line in lines:
        document, wrong = _article(line, path, number, day)
        if document is not None and document.path in seen:
            name = document.path.removeprefix(f"{path}#")
            wrong.append(Problem(path, number, 0, f"the id '{name}' was given before", "ids must differ", lost=True))
        elif document is not None:
            seen.add(document.path)
            documents.append(document)
        problems += wrong
    return Story(tuple(sorted(documents, key=lambda document: document.path)), tuple(problems))


def _article(line: bytes, path: str, number: int, day: date | None) -> tuple[Document | None, list[Problem]]:
    try:
        record = _record(line)
    except _Unreadable as wrong:
        return None, [Problem(path, number, wrong.column, wrong.message, wrong.hint, lost=True)]
    text = record["text"]
    fields, problems = _fields(record, path, number)
    notes = control_notes(text)
    if _SURROGATE.search(text):
        text, notes = _SURROGATE.sub("\ufffd", text), (*notes, "holds half characters, read as U+FFFD")
    name = fields["id"] or f"line-{number}"
    language = read_language(fields["lang"] or "") or ""
    published, moment = day_and_moment(day or read_date(fields["published"] or ""))
    document = Document(f"{path}#{name}", text, language, published, fields["source"], fields["title"], moment=moment)
    return _noted(document, fields["story"], notes), problems


class _Unreadable(Exception):
    """A line is no article; ``column`` counts code points from 1, 0 is the line as a whole."""

    def __init__(self, message: str, hint: str = "", column: int = 0) -> None:
        super().__init__(message)
        self.message, self.hint, self.column = message, hint, column


def _record(line: bytes) -> dict[str, Any]:
    """The object of a line, with a ``text`` that is one; raises what is wrong with it."""
    try:
        words = line.removeprefix(_MARK).decode("utf-8").rstrip()
        record = json.loads(words)
    except UnicodeDecodeError:
        raise _Unreadable("this line is not UTF-8", "save the file as UTF-8") from None
    except json.JSONDecodeError as error:
        fault = fault_of(error)
        raise _Unreadable(f"this line is not JSON: {fault.message}", fault.hint, error.colno) from None
    except (ValueError, RecursionError):
        raise _Unreadable("this line is not JSON that can be read", "its numbers or nesting are too large") from None
    if not isinstance(record, dict):
        raise _Unreadable("this line is not a JSON object", WRITE_TEXT, 1)
    text = record.get("text")
    if not isinstance(text, str):
        raise _Unreadable("'text' is missing or not a string", WRITE_TEXT)
    if not text.strip():
        raise _Unreadable("'text' is empty")
    if is_page(text):
        raise _Unreadable(IS_PAGE, "give its text without tags")
    return record


def _noted(document: Document, story: str | None, notes: tuple[str, ...]) -> Document:

    return document._replace(story=story, notes=notes) if story or notes else document


def _fields(record: dict[str, object], path: str, number: int) -> tuple[dict[str, str | None], list[Problem]]:
    """The other fields as words, ``None`` where absent or wrong."""
    fields: dict[str, str | None] = {}
    problems = []
    for name in ("id", "lang", "source", "published", "title", "story"):
        value = record.get(name)
        if isinstance(value, int) and not isinstance(value, bool) and name in ("id", "story"):
            value = str(value)
        if value is not None and not isinstance(value, str):
            problems.append(Problem(path, number, 0, f"'{name}' is not a string"))
            value = None
        fields[name] = _SURROGATE.sub("\ufffd", value) or None if value else None
    if fields["published"] and read_date(fields["published"]) is None:
        message = f"'{fields['published'][:80]}' is not a date"
        problems.append(Problem(path, number, 0, message, "write 'published' as 2020-11-10"))
    if fields["lang"] and read_language(fields["lang"]) is None:
        message = f"'{fields['lang'][:80]}' is not a language"
        problems.append(Problem(path, number, 0, message, "write 'lang' as 'ar' or 'en'"))
    return fields, problems
