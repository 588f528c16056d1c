"""A language's data -> the words that tell one figure from another: scope, definiteness, what narrows a noun."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cached_property

from factcheck.languages.data import LanguageData
from factcheck.languages.folding import fold

Entries = tuple[tuple[tuple[str, ...], str], ...]
CLASSES = (
    "scope", "definite", "stative", "narrowing", "predicate", "state", "negation", "distinct", "article-attached",
    "tense", "counterpart",
    "clitic", "clitic-first", "befell", "befallen", "reaching", "toll-noun", "toll-hedge", "toll-apart", "toll-dull",
    "toll-of",
    "says", "reckoned", "taken-up", "victims", "perpetrator", "spent-on", "leftover", "participle", "fallen",
    "kin-noun", "demanded", "mishap", "revised", "indefinite", "when-word", "pluperfect",
)  # fmt: skip
ENDING = "-"


class Cues:
    """The classes of one language; looked up in its data when first asked, because few articles need them."""

    def __init__(self, language: Callable[[str], LanguageData], code: str) -> None:
        self._language = language
        self._code = code

    @cached_property
    def _entries(self) -> Mapping[str, Mapping[str, Entries]]:
        """For each class its entries by their first word; an entry is the rest of its words and its value."""
        entries: dict[str, dict[str, Entries]] = {kind: {} for kind in CLASSES}
        for item in self._language(self._code).entries(*CLASSES):
            first, *rest = (fold(word) for word in item.text.split())
            known = entries[item.kind]
            known[first] = (*known.get(first, ()), (tuple(rest), item.value))
        return entries

    @cached_property
    def _bare_entries(self) -> Mapping[str, Mapping[str, tuple[tuple[str, tuple[str, ...], str], ...]]]:
        """For each class its entries by their first word without an article; an entry as it stands, rest and value."""
        found: dict[str, dict[str, tuple[tuple[str, tuple[str, ...], str], ...]]] = {}
        for kind, known in self._entries.items():
            by_bare = found[kind] = {}
            for first, entries in known.items():
                bare = self.bare(first)
                rests = tuple((first, tuple(map(self.bare, rest)), value) for rest, value in entries)
                by_bare[bare] = (*by_bare.get(bare, ()), *rests)
        return found

    @cached_property
    def head_last(self) -> bool:
        """Whether what a figure counts comes after its modifiers, and after the figure."""
        return self._language(self._code).message("setting.head") == "last"

    def articled(self, text: str, key: str, attached: bool = False) -> bool:
        """Whether a word as it stands is its lookup form with an attached article, or begins with one.

        With ``attached`` only the first will do.
        """
        folded = fold(text)
        if any(folded == article + key for article in self._articles):
            return True
        return not attached and key.startswith(self._articles)

    def bare(self, key: str) -> str:
        """A lookup form without an attached article."""
        if not key.startswith(self._articles):
            return key
        return next((key[len(one) :] for one in self._articles if key.startswith(one) and len(key) > len(one) + 1), key)

    @cached_property
    def _articles(self) -> tuple[str, ...]:
        """The articles that are written in one with their word."""
        return tuple(self._entries["article-attached"])

    def is_led(self, key: str) -> bool:
        """Whether a word may begin with a preposition that is written in one with it: by, for, like."""
        return key.startswith(tuple(self._entries["clitic"]))

    def among(self, key: str, keys: Collection[str]) -> bool:
        """Whether a word is one of ``keys``, where either may have an attached article or clitic."""
        if not key or key in keys:
            return bool(key)
        if self.head_last:
            return False
        clitics = (*self._entries["clitic"], *self._entries["clitic-first"])
        bare = {self.bare(key), *(self.bare(key[len(one) :]) for one in clitics if key.startswith(one))}
        return any(
            self.bare(other) in bare
            or any(other.startswith(one) and self.bare(other[len(one) :]) in bare for one in clitics)
            for other in keys
        )

    @cached_property
    def fates(self) -> frozenset[str]:
        """What may befall people: the values of the class ``befell``."""
        return frozenset(value for known in self._entries["befell"].values() for _, value in known)

    def meaning(self, kind: str, key: str) -> str:
        """The value of the one word ``key`` in a class, or of its ending (an entry that begins with a hyphen)."""
        known = self._entries[kind]
        for rest, value in known.get(key, ()):
            if not rest:
                return value or key
        for ending, value in self._endings.get(kind, ()):
            if key.endswith(ending) and len(key) > len(ending):
                return value or key
        return ""

    @cached_property
    def _endings(self) -> Mapping[str, tuple[tuple[str, str], ...]]:
        """For each class its entries that are endings, without their hyphen, and their values."""
        found = {
            kind: tuple(
                (entry[1:], value)
                for entry, entries in known.items()
                if entry[0] == ENDING and len(entry) > 1
                for _, value in entries
            )
            for kind, known in self._entries.items()
        }
        return {kind: endings for kind, endings in found.items() if endings}

    def opens(self, kind: str, key: str) -> bool:
        """Whether an entry of a class begins with the word, or with it and an article."""
        return self.bare(key) in self._bare_entries[kind]

    def closing(self, kind: str, keys: Sequence[str]) -> str:
        """The value of the entry of a class that ``keys`` end with, the longest first; "" when there is none."""
        known = self._bare_entries[kind]
        bare = tuple(map(self.bare, keys))
        for at, word in enumerate(bare):
            after = bare[at + 1 :]
            fitting = [(entry != keys[at], value) for entry, rest, value in known.get(word, ()) if rest == after]
            if fitting:  # the word as it stands before the one with another article
                return min(fitting, key=lambda one: one[0])[1] or keys[at]
        return ""

    def opening(self, kind: str, keys: Sequence[str]) -> str:
        """The value of an entry of a class that ``keys`` begin with; "" when there is none."""
        for rest, value in self._entries[kind].get(keys[0], ()) if keys else ():
            if tuple(keys[1 : 1 + len(rest)]) == rest:
                return value or keys[0]
        return ""

    def values(self, kind: str, keys: Iterable[str]) -> frozenset[str]:
        """The values of the entries of a class that stand in ``keys``, a run of words, or those words."""
        words, known = tuple(keys), self._entries[kind]
        return frozenset(
            value or " ".join((word, *rest))
            for at, word in enumerate(words)
            for rest, value in known.get(word, ())
            if words[at + 1 : at + 1 + len(rest)] == rest
        )
