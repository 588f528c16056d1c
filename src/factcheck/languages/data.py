"""A language's folder -> its vocabulary, patterns and texts. Plain lines, because they load in milliseconds.

``words.txt`` holds classes: a line ``[class]``, then entries ``value = word | two words | ...``; without
``value =`` an entry has none. ``patterns.txt`` holds ``@name = phrase`` and ``builder key=value ... : phrase``;
``relations.txt`` the same over facts that were read, with the kind of relation for a builder.
``messages.txt`` holds ``key = text``. ``#`` begins a comment line.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

from factcheck.languages.phrases import PhraseError, Sequence, parse

FOLDER = Path(__file__).parent
FILES = WORDS, PATTERNS, RELATIONS, MESSAGES = "words.txt", "patterns.txt", "relations.txt", "messages.txt"


class LanguageDataError(ValueError):
    """A line of a language's data is wrong; the message names file and line."""


class Vocabulary(NamedTuple):
    """One entry: the words of ``text`` belong to class ``kind`` and mean ``value``."""

    kind: str
    value: str
    text: str
    place: str


class Pattern(NamedTuple):
    """What reads a phrase: ``builder`` names the code, ``given`` are values the phrase itself does not hold.

    Of a named pattern ``builder`` is its name.
    """

    builder: str
    given: tuple[tuple[str, str], ...]
    text: str
    place: str

    @property
    def phrase(self) -> Sequence:
        """The phrase parsed; one that does not parse raises ``LanguageDataError``."""
        try:
            return parse(self.text)
        except PhraseError as error:
            raise LanguageDataError(f"{self.place}: {error} (column {error.column + 1} of the phrase)") from error


class LanguageData:
    """The folder of one language. Each of its files is read when it is first asked for.

    Raises:
        LanguageDataError: a line that is neither an entry nor a comment.
    """

    def __init__(self, code: str) -> None:
        self.code = code
        self.files = tuple(FOLDER / code / name for name in FILES)

    @cached_property
    def _sections(self) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
        return tuple(_sections(FOLDER / self.code / WORDS))

    @cached_property
    def vocabulary(self) -> tuple[Vocabulary, ...]:
        return tuple(entry for kind, lines in self._sections for entry in _vocabulary(kind, lines))

    def entries(self, *kinds: str) -> tuple[Vocabulary, ...]:
        """The vocabulary of some classes only."""
        return tuple(entry for kind, lines in self._sections if kind in kinds for entry in _vocabulary(kind, lines))

    @cached_property
    def patterns(self) -> tuple[Pattern, ...]:
        return tuple(one for one in self._all(PATTERNS) if not one.builder.startswith("@"))

    @cached_property
    def relations(self) -> tuple[Pattern, ...]:
        return tuple(one for one in self._all(RELATIONS) if not one.builder.startswith("@"))

    @cached_property
    def named(self) -> tuple[Pattern, ...]:
        """The patterns that others call by their name; ``builder`` is ``@name``."""
        both = (*self._all(PATTERNS), *self._all(RELATIONS))
        return tuple(one for one in both if one.builder.startswith("@"))

    @cached_property
    def _by_name(self) -> dict[str, Pattern]:
        return {one.builder[1:]: one for one in self.named}

    def phrase(self, name: str) -> Sequence:
        """The phrase of a named pattern."""
        return self._by_name[name].phrase

    @cached_property
    def messages(self) -> dict[str, str]:
        return dict(_message(line, place) for line, place in _lines(FOLDER / self.code / MESSAGES))

    @cached_property
    def letters(self) -> frozenset[str]:
        """The letters that tell the language's script."""
        return frozenset(self.message("setting.letters"))

    def message(self, key: str) -> str:
        """The text for ``key``; a missing one is a fault of the data and raises ``KeyError``."""
        return self.messages[key]

    def _all(self, name: str) -> tuple[Pattern, ...]:
        return _patterns(FOLDER / self.code / name)


def codes() -> tuple[str, ...]:
    """The languages that have a folder."""
    return tuple(sorted(p.parent.name for p in FOLDER.glob(f"*/{WORDS}")))


@cache
def load(code: str) -> LanguageData:
    """The data of one language."""
    return LanguageData(code)


@cache
def _patterns(path: Path) -> tuple[Pattern, ...]:
    return tuple(_pattern(line, place) for line, place in _lines(path))


@cache
def concept_kinds() -> dict[str, str]:
    """The kind of each concept (soldier -> person), from ``concepts.txt``; the same for all languages."""
    found = {}
    for line, _ in _lines(FOLDER / "concepts.txt"):
        kind, _, concepts = line.partition(":")
        found.update({concept.strip(): kind.strip() for concept in concepts.split(",")})
    return found


@cache
def holiday_rules() -> dict[str, tuple[str, ...]]:
    """The rules of each holiday by its name, from ``holidays.txt``; the same for all languages."""
    found: dict[str, list[str]] = {}
    for line, _ in _lines(FOLDER / "holidays.txt"):
        name, _, rules = line.partition(":")
        found.setdefault(name, []).append(rules.strip())
    return {name: tuple(rule.strip() for rule in " ".join(rules).split("|")) for name, rules in found.items()}


def _lines(path: Path) -> Iterator[tuple[str, str]]:
    shown = f"{path.parent.name}/{path.name}"
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        text = line.strip()
        if text and not text.startswith("#"):
            yield text, f"{shown}:{number}"


def _sections(path: Path) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    """Each class with its lines and their places."""
    kind = ""
    found: list[tuple[str, str]] = []
    for line, place in _lines(path):
        if line.startswith("[") and line.endswith("]"):
            if kind:
                yield kind, tuple(found)
            kind, found = line[1:-1].strip(), []
        elif not kind:
            raise LanguageDataError(f"{place}: a word stands before the first [class]")
        else:
            found.append((line, place))
    yield kind, tuple(found)


def _vocabulary(kind: str, lines: tuple[tuple[str, str], ...]) -> Iterator[Vocabulary]:
    for line, place in lines:
        value, equals, words = line.partition(" = ")
        for word in (words if equals else line).split("|"):
            if not word.strip():
                raise LanguageDataError(f"{place}: an entry is empty between two '|'")
            yield Vocabulary(kind, value.strip() if equals else "", word.strip(), place)


def _pattern(line: str, place: str) -> Pattern:
    if line.startswith("@"):
        name, _, phrase = line.partition("=")
        return Pattern(name.strip(), (), phrase.strip(), place)
    head, colon, phrase = line.partition(" : ")
    if not colon:
        raise LanguageDataError(f"{place}: expected 'builder : phrase'")
    builder, *given = head.split()
    pairs = tuple((key, value) for key, _, value in (item.partition("=") for item in given))
    return Pattern(builder, pairs, phrase.strip(), place)


def _message(line: str, place: str) -> tuple[str, str]:
    key, equals, text = line.partition(" = ")
    if not equals:
        raise LanguageDataError(f"{place}: expected 'key = text'")
    return key.strip(), text
