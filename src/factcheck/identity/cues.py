"""A language's data -> the words that tell one figure from another: scope, definiteness, what narrows a noun."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

from factcheck.languages.data import LanguageData
from factcheck.languages.folding import fold

Entries = tuple[tuple[tuple[str, ...], str], ...]
CLASSES = ("scope", "definite", "narrowing", "state", "negation", "distinct", "article-attached")


class Cues:
    """The classes of one language; looked up in its data when first asked, because few articles need them."""

    def __init__(self, language: Callable[[str], LanguageData], code: str) -> None:
        self._language = language
        self._code = code

    @cached_property
    def _entries(self) -> Mapping[str, Mapping[str, Entries]]:
        """For each class its entries by their first word; an entry is the rest of its words and its value."""
        entries: dict[str, dict[str, Entries]] = {kind: {} for kind in CLASSES}
        for item in self._language(self._code).vocabulary:
            if item.kind in entries:
                first, *rest = (fold(word) for word in item.text.split())
                known = entries[item.kind]
                known[first] = (*known.get(first, ()), (tuple(rest), item.value))
        return entries

    @cached_property
    def head_last(self) -> bool:
        """Whether what a figure counts comes after its modifiers, and after the figure."""
        return self._language(self._code).message("setting.head") == "last"

    def articled(self, text: str, key: str) -> bool:
        """Whether a word as it stands is its lookup form with an attached article, or begins with one."""
        folded = fold(text)
        return any(folded == article + key or key.startswith(article) for article in self._entries["article-attached"])

    def values(self, kind: str, keys: Iterable[str]) -> frozenset[str]:
        """The values of the entries of a class that stand in ``keys``, a run of words, or those words."""
        words, known = tuple(keys), self._entries[kind]
        return frozenset(
            value or " ".join((word, *rest))
            for at, word in enumerate(words)
            for rest, value in known.get(word, ())
            if words[at + 1 : at + 1 + len(rest)] == rest
        )
