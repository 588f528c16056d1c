"""A language's data -> the words that tell one figure from another: scope, definiteness, what narrows a noun."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from factcheck.languages.data import LanguageData
from factcheck.languages.folding import fold

Entries = tuple[tuple[tuple[str, ...], str], ...]
CLASSES = ("scope", "definite", "narrowing", "state", "negation", "distinct")


@dataclass(frozen=True, slots=True)
class Cues:
    """For each class its entries by their first word; an entry is the rest of its words and its value."""

    entries: dict[str, dict[str, Entries]] = field(default_factory=dict)

    @staticmethod
    def of(data: LanguageData) -> Cues:
        entries: dict[str, dict[str, Entries]] = {kind: {} for kind in CLASSES}
        for item in data.vocabulary:
            if item.kind in entries:
                first, *rest = (fold(word) for word in item.text.split())
                known = entries[item.kind]
                known[first] = (*known.get(first, ()), (tuple(rest), item.value))
        return Cues(entries)

    def values(self, kind: str, keys: Iterable[str]) -> frozenset[str]:
        """The values of the entries of a class that stand in ``keys``, a run of words."""
        words, known = tuple(keys), self.entries[kind]
        return frozenset(
            value or " ".join((word, *rest))
            for at, word in enumerate(words)
            for rest, value in known.get(word, ())
            if words[at + 1 : at + 1 + len(rest)] == rest
        )


class AllCues:
    """The cues of each language of a run, read when first needed."""

    def __init__(self, language: Callable[[str], LanguageData]) -> None:
        self._language = language
        self._cues: dict[str, Cues] = {}

    def of(self, code: str) -> Cues:
        if code not in self._cues:
            self._cues[code] = Cues.of(self._language(code))
        return self._cues[code]
