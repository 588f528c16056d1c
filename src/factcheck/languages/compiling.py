"""A phrase and the classes of a lexicon -> a pattern over lines of characters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from factcheck.languages.classes import NUMERIC, PUNCTUATION
from factcheck.languages.matching import Matcher
from factcheck.languages.nodes import Chain, Either, Few, Group, Nearest, Node, One, Optional, Value, needs_of
from factcheck.languages.phrases import Choice, Gap, Maybe, Sequence, Slot, Word
from factcheck.languages.phrases import Node as Phrase

if TYPE_CHECKING:
    from factcheck.languages.lexicon import Lexicon

# Facts that {words} may pass: they are no figures of their own (the second phase, 300 cars in May).
PASSED = ("ordinal", "day", "month", "year", "period")
MAX_WORDS = 6
Facts = Mapping[str, tuple[str, ...]]


class Compiler:
    """Makes patterns for one lexicon; what many of them have in common is made once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._nodes: dict[str, Node] = {}

    def matcher(self, phrase: Sequence, facts: Facts) -> Matcher:
        """The phrase as a pattern; ``facts`` maps value kinds to kinds of facts."""
        node = self.node(phrase, facts)
        return Matcher(lambda: node, tuple(sorted(set(needs_of(node)), key=self._commonness)))

    def _commonness(self, need: frozenset[str]) -> tuple[int, int, str]:
        """A key that sorts sets of characters, those that a text is likely to lack first."""
        rank = 2 if need & self._everywhere else int(not need.isdisjoint(self._lexicon.characters("number")))
        return rank, len(need), min(need)

    @cached_property
    def _everywhere(self) -> frozenset[str]:
        signs = {name for names in PUNCTUATION.values() for name in names}
        return self._lexicon.characters("function").union(*map(self._lexicon.one_class, sorted(signs)))

    def node(self, node: Phrase, facts: Facts) -> Node:
        """The tree of a phrase or of a piece of one."""
        if isinstance(node, Word):
            return self._shared("'" + node.text, lambda: self._word(node.text))
        if isinstance(node, Choice):
            return Either(tuple(self.node(option, facts) for option in node.options))
        if isinstance(node, Maybe):
            return Optional(self.node(node.item, facts))
        if isinstance(node, Slot):
            item = self._slot(node, facts)
            return Group(node.name, item) if node.name else item
        assert isinstance(node, Sequence)
        return Chain(tuple(self._items(node.items, facts)), self._commonness)

    def _items(self, items: tuple[Phrase, ...], facts: Facts) -> Iterator[Node]:
        gaps = 0
        for item in items:
            if isinstance(item, Gap):
                gaps += 1
                continue
            node = self.node(item, facts)
            for _ in range(gaps):
                node = Nearest(node)
            gaps = 0
            yield node

    def _word(self, text: str) -> Node:
        return Chain(tuple(map(self._literal, self._lexicon.division.pieces_of(text))), self._commonness)

    def _literal(self, piece: str) -> Node:
        return self._shared("=" + piece, lambda: One(self._lexicon.one_class("=" + piece)))

    def _slot(self, slot: Slot, facts: Facts) -> Node:
        if slot.kind.startswith("@"):
            named = self._lexicon.data.phrase(slot.kind[1:])
            return self._shared(" ".join((slot.kind, *facts)), lambda: self.node(named, facts))
        if slot.kind.isupper():
            return self._facts((slot.kind.lower(),))
        if slot.kind in facts:
            return self._facts(facts[slot.kind])
        if facts and slot.kind in ("word", "words"):
            word = One(self._lexicon.one_class("word"))
            return Few(Either((word, self._facts(PASSED))), MAX_WORDS) if slot.kind == "words" else word
        return self._shared(slot.kind, lambda: self._class(slot.kind))

    def _facts(self, kinds: tuple[str, ...]) -> Node:
        characters = (self._lexicon.one_class("fact:" + kind) for kind in kinds)
        return self._shared("fact:" + " ".join(kinds), lambda: Value(frozenset[str]().union(*characters)))

    def _shared(self, name: str, make: Callable[[], Node]) -> Node:
        """A node that many patterns have in common, made once."""
        if (found := self._nodes.get(name)) is None:
            found = self._nodes[name] = make()
        return found

    def _class(self, kind: str) -> Node:
        single = self._lexicon.characters(kind)
        if any(name in NUMERIC for name in re.split("[&!]", kind)):
            return Value(single)
        if kind.split("!")[0].split("&")[0] in self._lexicon.data.joined:  # its entries of several words are one by now
            return Value(single)
        entries = self._longest_first(kind)
        several = tuple(Chain(tuple(map(self._literal, pieces)), self._commonness) for pieces in entries)
        if not several:
            return One(single)
        return Either((*several, One(single)) if single else several)

    def _longest_first(self, kind: str) -> list[tuple[str, ...]]:
        return sorted(self._several(kind), key=lambda pieces: (-len(pieces), pieces))

    def _several(self, kind: str) -> list[tuple[str, ...]]:
        """The entries of several words of a class; a class that is excluded takes away its own."""
        base, *excluded = kind.split("!")
        without = {pieces for name in excluded for pieces in self._lexicon.several.get(name, ())}
        return [pieces for pieces in self._lexicon.several.get(base, ()) if pieces not in without]
