"""The text of a file in; where its body begins and what its front matter says out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple

from factcheck.languages.data import codes
from factcheck.model import Problem, Span

FIELDS = ("title", "date", "lang", "source")
# What else is written for our fields, and keys that only look like them.
MEANT = {"published": "date", "pubdate": "date", "publication_date": "date", "language": "lang", "headline": "title"}
OTHERS = ("publisher", "publish", "sources", "titles", "dates", "languages")
_OPENING = re.compile(r"---[ \t]*(?:\r\n|\r|\n)(?=[ \t]*(?:#|---|\.\.\.|[\w-]+[ \t]*:))")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|\Z)", re.MULTILINE)
_CLOSING_AFTER_CR = re.compile(r"(?<=\r)(?:---|\.\.\.)[ \t]*(?:\r|\Z)")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d.*)?", re.ASCII)
_DAY = len("2020-11-10")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]+)*")
_TITLE = re.compile(r"^title[ \t]*:[ \t]*(?P<quote>[\"']?)(?P<words>[^\r\n]*?)(?P=quote)[ \t]*$", re.MULTILINE)
_MOST_CHARACTERS = 65_536


class FrontMatter(NamedTuple):
    """``body`` is the offset after the closing line; fields that are absent or wrong are ``None``."""

    body: int = 0
    title: str | None = None
    published: date | None = None
    language: str | None = None
    source: str | None = None
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()


def read_date(words: str) -> date | None:
    """The day of an ISO 8601 date, the ``datetime`` of a date and time, else ``None``."""
    words = words.strip()
    if not _MOMENT.fullmatch(words):
        return None
    try:
        return datetime.fromisoformat(words) if len(words) > _DAY else date.fromisoformat(words)
    except ValueError:
        return None


def read_language(words: str) -> str | None:
    """The primary tag (``ar`` of ``ar-SA``) in lower case, else ``None``."""
    words = words.strip()
    return re.split("[-_]", words)[0].lower() if _LANGUAGE.fullmatch(words) else None


def front_matter(text: str, path: str) -> FrontMatter:
    """What stands between a first line ``---`` and the next one; without these, all of it is body."""
    opening = _OPENING.match(text)
    if opening is None:
        return FrontMatter()
    closing = _CLOSING.search(text, opening.end()) or _CLOSING_AFTER_CR.search(text, opening.end())
    if closing is None:
        hint = "close it with a line '---', or begin the article with other words"
        return FrontMatter(problems=(Problem(path, 1, 1, "the front matter is not closed", hint),))
    block = text[opening.end() : closing.start()]
    if len(block) > _MOST_CHARACTERS:
        message = f"the front matter is longer than {_MOST_CHARACTERS} characters"
        return FrontMatter(closing.end(), problems=(Problem(path, 1, 1, message),))
    values, problems, notes = _scalars(block, path)
    matter = _typed(closing.end(), values, problems, path)
    return matter._replace(notes=(*notes, *_unknown_language(matter.language, values)))


def title_place(matter: str, title: str) -> Span | None:
    """Where the words of ``title`` stand in the front matter; ``None`` unless they stand there letter for letter.

    A title over several lines, or with characters written as escapes, has no place that could be quoted.
    """
    found = _TITLE.search(matter)
    if found is None or not title or _letters(found["words"]) != _letters(title):
        return None
    return Span(*found.span("words"))


def _letters(words: str) -> list[str]:
    return [character for character in words if character.isalnum()]


class _Scalar(NamedTuple):
    words: str
    line: int
    column: int


def _unknown_language(language: str | None, values: dict[str, _Scalar]) -> Iterator[str]:
    if language is not None and language not in codes():
        words = values["lang"].words[:80]
        what = f"'{words}' is not a language that ships ({', '.join(codes())})"
        yield f"line {values['lang'].line}: {what}; the text tells which it is"


def _scalars(block: str, path: str) -> tuple[dict[str, _Scalar], list[Problem], list[str]]:
    """Our fields as the words that stand there: composed, not constructed, so that ``no`` stays ``no``."""
    import yaml

    try:
        node = yaml.compose(block, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 2, mark.column + 1) if mark else (1, 1)
        hint = "one 'name: value' a line; quote a value that holds ': ', '[', '{' or a quotation mark"
        return {}, [Problem(path, line, column, "the front matter is not YAML from here on", hint)], []
    except (yaml.YAMLError, RecursionError, ValueError):
        return {}, [Problem(path, 1, 1, "the front matter is not YAML", "one 'name: value' a line")], []
    if node is None:
        return {}, [], []
    if not isinstance(node, yaml.MappingNode):
        return {}, [Problem(path, 2, 1, "the front matter is not a list of 'name: value' lines")], []
    return _fields_of(node.value, path)


def _fields_of(pairs: list[tuple[object, object]], path: str) -> tuple[dict[str, _Scalar], list[Problem], list[str]]:
    import yaml

    values: dict[str, _Scalar] = {}
    problems, misspelt = [], []
    for key, value in pairs:
        if not isinstance(key, yaml.ScalarNode):
            continue
        line, column = key.start_mark.line + 2, key.start_mark.column + 1
        if key.value not in FIELDS:
            if isinstance(value, yaml.ScalarNode) and (field := _nearly(key.value, value.value)):
                misspelt.append((field, f"line {line}: '{key.value[:80]}' is not read (did you mean '{field}'?)"))
            continue
        if key.value in values:
            problems.append(Problem(path, line, column, f"'{key.value}' is given twice in the front matter"))
        elif not isinstance(value, yaml.ScalarNode):
            problems.append(Problem(path, line, column, f"'{key.value}' is not a plain value"))
        elif value.tag != "tag:yaml.org,2002:null":
            mark = value.start_mark
            values[key.value] = _Scalar(value.value, mark.line + 2, mark.column + 1)
    return values, problems, [note for field, note in misspelt if field not in values]


def _nearly(key: str, value: str) -> str:
    """The field that a key is meant for which we do not read; empty for keys that have nothing to do with ours."""
    import difflib  # only other keys need it

    key = key.casefold()
    if key in OTHERS or not value.strip():
        return ""
    near = difflib.get_close_matches(key, (*FIELDS, *MEANT), 1, 0.8)
    if not near or near[0][0] != key[:1]:
        return ""
    field = MEANT.get(near[0], near[0])
    return "" if field == "date" and not any(sign.isdigit() for sign in value) else field


def _typed(body: int, values: dict[str, _Scalar], problems: list[Problem], path: str) -> FrontMatter:
    def words(name: str) -> str | None:
        return values[name].words.strip() or None if name in values else None

    published = language = None
    if given := words("date"):
        published = read_date(given)
        if published is None:
            problems.append(_wrong(path, values["date"], "a date", "write it as 2020-11-10"))
    if given := words("lang"):
        language = read_language(given)
        if language is None:
            problems.append(_wrong(path, values["lang"], "a language", "write it as 'ar' or 'en'"))
    return FrontMatter(body, words("title"), published, language, words("source"), tuple(problems))


def _wrong(path: str, value: _Scalar, what: str, hint: str) -> Problem:
    return Problem(path, value.line, value.column, f"'{value.words[:80]}' is not {what}", hint)
