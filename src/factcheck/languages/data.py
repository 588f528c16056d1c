"""A language's folder -> its vocabulary, patterns and texts. Plain lines, because they load in milliseconds.

``words.txt`` holds classes: a line ``[class]``, then entries ``value = word | two words | ...``; without
``value =`` an entry has none. ``patterns.txt`` holds ``@name = phrase`` and ``builder key=value ... : phrase``;
``relations.txt`` the same over facts that were read, with the kind of relation for a builder.
``messages.txt`` holds ``key = text``. ``#`` begins a comment line.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from factcheck.languages.phrases import PhraseError, Sequence, parse

FOLDER = Path(__file__).parent


class LanguageDataError(ValueError):
    """A line of a language's data is wrong; the message names file and line."""


class Vocabulary(NamedTuple):
    """One entry: the words of ``text`` belong to class ``kind`` and mean ``value``."""

    kind: str
    value: str
    text: str
    place: str


class Pattern(NamedTuple):
    """What reads a phrase: ``builder`` names the code, ``given`` are values the phrase itself does not hold."""

    builder: str
    given: tuple[tuple[str, str], ...]
    phrase: Sequence
    text: str
    place: str


class LanguageData(NamedTuple):
    code: str
    vocabulary: tuple[Vocabulary, ...]
    named: tuple[tuple[str, Sequence], ...]
    patterns: tuple[Pattern, ...]
    relations: tuple[Pattern, ...]
    messages: tuple[tuple[str, str], ...]

    @property
    def letters(self) -> frozenset[str]:
        """The letters that tell the language's script."""
        return frozenset(self.message("setting.letters"))

    def message(self, key: str) -> str:
        """The text for ``key``; a missing one is a fault of the data and raises ``KeyError``."""
        return dict(self.messages)[key]


def codes() -> tuple[str, ...]:
    """The languages that have a folder."""
    return tuple(sorted(p.parent.name for p in FOLDER.glob("*/words.txt")))


@cache
def load(code: str) -> LanguageData:
    """The data of one language.

    Raises:
        LanguageDataError: a line that is neither an entry nor a comment, or a phrase that does not parse.
    """
    folder = FOLDER / code
    named: list[tuple[str, Sequence]] = []
    patterns = tuple(_patterns(folder / "patterns.txt", named))
    relations = tuple(_patterns(folder / "relations.txt", named))
    messages = tuple(_message(line, place) for line, place in _lines(folder / "messages.txt"))
    vocabulary = tuple(_vocabulary(folder / "words.txt"))
    return LanguageData(code, vocabulary, tuple(named), patterns, relations, messages)


def _patterns(path: Path, named: list[tuple[str, Sequence]]) -> Iterator[Pattern]:
    for line, place in _lines(path):
        if line.startswith("@"):
            name, _, phrase = line.partition("=")
            named.append((name.strip()[1:], _parse(phrase, place)))
        else:
            yield _pattern(line, place)


@cache
def concept_kinds() -> dict[str, str]:
    """The kind of each concept (soldier -> person), from ``concepts.txt``; the same for all languages."""
    found = {}
    for line, _ in _lines(FOLDER / "concepts.txt"):
        kind, _, concepts = line.partition(":")
        found.update({concept.strip(): kind.strip() for concept in concepts.split(",")})
    return found


def _lines(path: Path) -> Iterator[tuple[str, str]]:
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        text = line.strip()
        if text and not text.startswith("#"):
            yield text, f"{path.parent.name}/{path.name}:{number}"


def _vocabulary(path: Path) -> Iterator[Vocabulary]:
    kind = ""
    for line, place in _lines(path):
        if line.startswith("[") and line.endswith("]"):
            kind = line[1:-1].strip()
            continue
        if not kind:
            raise LanguageDataError(f"{place}: a word stands before the first [class]")
        value, equals, words = line.partition(" = ")
        for word in (words if equals else line).split("|"):
            if not word.strip():
                raise LanguageDataError(f"{place}: an entry is empty between two '|'")
            yield Vocabulary(kind, value.strip() if equals else "", word.strip(), place)


def _pattern(line: str, place: str) -> Pattern:
    head, colon, phrase = line.partition(" : ")
    if not colon:
        raise LanguageDataError(f"{place}: expected 'builder : phrase'")
    builder, *given = head.split()
    pairs = tuple((key, value) for key, _, value in (item.partition("=") for item in given))
    return Pattern(builder, pairs, _parse(phrase, place), phrase.strip(), place)


def _parse(phrase: str, place: str) -> Sequence:
    try:
        return parse(phrase.strip())
    except PhraseError as error:
        raise LanguageDataError(f"{place}: {error} (column {error.column + 1} of the phrase)") from error


def _message(line: str, place: str) -> tuple[str, str]:
    key, equals, text = line.partition(" = ")
    if not equals:
        raise LanguageDataError(f"{place}: expected 'key = text'")
    return key.strip(), text
