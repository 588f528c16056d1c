"""Paths in; documents out, grouped into stories, with a problem for each path that cannot be read."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import BinaryIO

from factcheck.model import Document, Problem, day_and_moment
from factcheck.reading.encodings import NotText, decode
from factcheck.reading.frontmatter import front_matter
from factcheck.reading.jsonlines import Story, stories
from factcheck.reading.markup import IS_PAGE, PAGE_HINT, is_page

ARTICLES = (".txt", ".md", ".jsonl")
STANDARD_INPUT = "-"
MOST_NAMED = 3  # of the files that were given more than once
_EMPTY = "there is no text in this file"


def load(
    paths: Sequence[str], day: date | None = None, stdin: BinaryIO | None = None
) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """Every article of the paths, sorted by path, and what is wrong with them.

    ``day`` is the publication date of all of them and beats what they say themselves.
    """
    documents: list[Document] = []
    problems: list[Problem] = []
    for story in iterate(paths, day, stdin):
        documents += story.documents
        problems += story.problems
    return tuple(sorted(documents, key=lambda document: document.path)), tuple(problems)


def iterate(
    paths: Sequence[str], day: date | None = None, stdin: BinaryIO | None = None, separate: bool = False
) -> Iterator[Story]:
    """Story after story, so that an archive need not fit into memory.

    Text files are one story together, or one each if ``separate``; a ``.jsonl`` says itself which of its
    lines belong together. The order of ``paths`` does not matter.
    """
    files, problems, notes = _files(paths)
    texts: list[Document] = []
    for path in files:
        if _is_lines(path):
            continue
        document, wrong = _text_file(path, day, stdin)
        problems += wrong
        if document is not None and separate:
            yield Story((document,), ())
        elif document is not None:
            texts.append(document)
    if texts or problems or notes:
        yield Story(tuple(texts), tuple(problems), notes)
    for path in files:
        if _is_lines(path):
            yield from _line_file(path, day, separate)


def _is_lines(path: str) -> bool:
    return path.lower().endswith(".jsonl")


def _files(paths: Sequence[str]) -> tuple[list[str], list[Problem], tuple[str, ...]]:
    """The files behind the paths, each once, sorted; a note says which were given more than once."""
    found: dict[str, list[str]] = {}
    problems = []
    for path in sorted(paths):
        inside = [path]
        if path != STANDARD_INPUT and os.path.isdir(path):
            inside = _articles_of(path)
            if not inside:
                hint = f"articles end in {', '.join(ARTICLES)}"
                problems.append(Problem(path, 0, 0, "there is no article in this folder", hint))
        for file in inside:
            real = file if file == STANDARD_INPUT else os.path.realpath(file)
            found.setdefault(real, []).append(file)
    return sorted(min(files) for files in found.values()), list(dict.fromkeys(problems)), _repeated(found.values())


def _repeated(found: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """A note on the files that were given by more than one path, or by one more than once."""
    twice = (files for files in found if len(files) > 1 and (files[0] == STANDARD_INPUT or os.path.exists(files[0])))
    again = sorted((min(files), *sorted(set(files) - {min(files)})) for files in twice)
    if not again:
        return ()
    more = f" and {len(again) - MOST_NAMED:,} more" if len(again) > MOST_NAMED else ""
    named = [f"{file} (also as {', '.join(others)})" if others else file for file, *others in again[:MOST_NAMED]]
    were, are = ("was", "is") if len(again) == 1 else ("were", "are")
    return (f"{', '.join(named)}{more} {were} given more than once and {are} read once",)


def _articles_of(folder: str) -> list[str]:
    files = []
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        files += [
            os.path.join(place, name)
            for name in sorted(names)
            if name.lower().endswith(ARTICLES)
            and not name.startswith(".")
            and not _would_wait(os.path.join(place, name))
        ]
    return files


def _would_wait(path: str) -> bool:
    """Whether a path of a folder is a pipe or device, which may never end."""
    return os.path.exists(path) and not os.path.isfile(path)


def _bytes(path: str, stdin: BinaryIO | None) -> bytes:
    if path == STANDARD_INPUT:
        if stdin is None:
            raise OSError("there is no standard input")
        return stdin.read()
    with open(path, "rb") as file:
        return file.read()


def _unreadable(path: str, error: OSError | ValueError) -> Problem:
    if isinstance(error, FileNotFoundError):
        return Problem(path, 0, 0, "there is no such file", "look at the spelling of the path", lost=True)
    words = getattr(error, "strerror", None) or str(error)
    return Problem(path, 0, 0, f"cannot be read: {words}", lost=True)


def _text_file(path: str, day: date | None, stdin: BinaryIO | None) -> tuple[Document | None, tuple[Problem, ...]]:
    try:
        data = _bytes(path, stdin)
        text, notes = decode(data)
    except (OSError, ValueError) as error:
        return None, (_unreadable(path, error),)
    except NotText as error:
        return None, (Problem(path, error.line, 0, error.message, error.hint, lost=True),)
    matter = front_matter(text, path)
    if is_page(text[matter.body :], path):
        return None, (*matter.problems, Problem(path, 0, 0, IS_PAGE, PAGE_HINT, lost=True))
    if not text[matter.body :].strip():
        return None, (*matter.problems, Problem(path, 0, 0, _EMPTY, lost=True))
    published, moment = day_and_moment(day or matter.published)
    document = Document(
        path,
        text,
        matter.language or "",
        published,
        matter.source,
        matter.title,
        matter.body,
        notes=(*notes, *matter.notes),
        moment=moment,
    )
    return document, matter.problems


def _line_file(path: str, day: date | None, separate: bool) -> Iterator[Story]:
    any_line = False
    try:
        with open(path, "rb") as file:
            for story in stories(file, path, day):
                any_line = True
                yield from _apart(story) if separate else (story,)
    except (OSError, ValueError) as error:
        yield Story((), (_unreadable(path, error),))
        return
    if not any_line:
        yield Story((), (Problem(path, 0, 0, _EMPTY, lost=True),))


def _apart(story: Story) -> Iterator[Story]:
    yield from (Story((document,), ()) for document in story.documents)
    if story.problems:
        yield Story((), story.problems)
