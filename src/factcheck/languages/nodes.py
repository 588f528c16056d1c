"""What a phrase means over a line of characters: as a tree that matches by itself, and as a regular expression.

Both ways match alike (a test holds them against each other). The tree needs no preparation, which pays for patterns
that are tried a few times; an expression takes long to compile and is many times faster afterwards.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any

FILLER = "\u0001"
END = "\u0002"
MAX_GAP = 40

Groups = tuple[str, int, int, "Groups"] | None  # the captures so far, the last first
End = tuple[int, Groups] | None
Then = Callable[[int, Groups], End]
NOTHING: frozenset[str] = frozenset()


def charset(characters: Iterable[str]) -> str:
    """A character class with runs written as ranges; of nothing: what never matches."""
    codes = sorted(map(ord, set(characters)))
    if not codes:
        return "(?!)"
    runs: list[list[int]] = []
    for code in codes:
        if runs and code == runs[-1][1] + 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    inner = "".join(chr(a) if a == b else f"{chr(a)}-{chr(b)}" for a, b in runs)
    return f"[{inner}]"


class Node(ABC):
    """A piece of a pattern. ``needs`` are characters of which every match holds one; of none: nothing is certain.

    ``firsts`` are the characters that a match may begin with, ``None`` when it may begin with any or be empty.
    """

    @cached_property
    def needs(self) -> frozenset[str]:
        return NOTHING

    @cached_property
    def firsts(self) -> frozenset[str] | None:
        return None

    @cached_property
    @abstractmethod
    def source(self) -> str:
        """The regular expression."""

    @abstractmethod
    def match(self, line: str, at: int, end: int, groups: Groups, then: Then) -> End:
        """Where the pattern ends that begins at ``at`` with this node and goes on as ``then`` says."""


class One(Node):
    """One character of a class."""

    def __init__(self, characters: frozenset[str]) -> None:
        self.characters = characters

    @cached_property
    def needs(self) -> frozenset[str]:
        return self.characters

    @cached_property
    def firsts(self) -> frozenset[str]:
        return self.characters

    @cached_property
    def source(self) -> str:
        return charset(self.characters)

    def match(self, line: str, at: int, end: int, groups: Groups, then: Then) -> End:
        return then(at + 1, groups) if at < end and line[at] in self.characters else None


class Value(One):
    """One character of a class that stands for several tokens: all its fillers belong to it."""

    @cached_property
    def source(self) -> str:
        return charset(self.characters) + FILLER + "*+"

    def match(self, line: str, at: int, end: int, groups: Groups, then: Then) -> End:
        if at >= end or line[at] not in self.characters:
            return None
        at += 1
        while at < end and line[at] == FILLER:
            at += 1
        return then(at, groups)


class Chain(Node):
    """One after the other; ``commonness`` sorts the needs of its items, those that a text is likely to lack first."""

    def __init__(self, items: tuple[Node, ...], commonness: Callable[[frozenset[str]], Any] = len) -> None:
        self.items, self._commonness = items, commonness

    @cached_property
    def needs(self) -> frozenset[str]:
        return min((item.needs for item in self.items if item.needs), key=self._commonness, default=NOTHING)

    @cached_property
    def firsts(self) -> frozenset[str] | None:
        found = NOTHING
        for item in self.items:
            if item.firsts is not None:
                return found | item.firsts
            if not isinstance(item, Optional) or item.item.firsts is None:
                return None
            found |= item.item.firsts
        return None

    @cached_property
    def source(self) -> str:
        return "".join(item.source for item in self.items)

    def match(self, line: str, at: int, end: int, groups: Groups, then: Then) -> End:
        return self._from(0, line, at, end, groups, then)

    def _from(self, number: int, line: str, at: int, end: int, groups: Groups, then: Then) -> End:
        if number == len(self.items):
            return then(at, groups)
        following = number + 1
        return self.items[number].match(
            line, at, end, groups, lambda at, groups: self._from(following, line, at, end, groups, then)
        )


class Either(Node):
    """The first of several that lets the rest match."""

    def __init__(self, options: tuple[Node, ...]) -> None:
        self.options = options
        self._beginning: dict[str, tuple[Node, ...]] = {}

    @cached_property
    def needs(self) -> frozenset[str]:
        needs = [option.needs for option in self.options]
        return NOTHING.union(*needs) if all(needs) else NOTHING

    @cached_property
    def firsts(self) -> frozenset[str] | None:
        firsts = [option.firsts for option in self.options]
        known = [one for one in firsts if one is not None]
        return NOTHING.union(*known) if len(known) == len(firsts) else None

    @cached_property
    def source(self) -> str:
        return "(?:" + "|".join(option.source for option in self.options) + ")"

    def match(self, line: str, at: int, end: int, groups: Groups, then: Then) -> End:
        for option in self._options(line[at] if at < end else ""):
            if (found := option.match(line, at, end, groups, then)) is not None:
                return found
        return None

    def _options(self, first: str) -> tuple[Node, ...]:
        """Those that may begin with a character, so that a class of many long entries is not tried one by one."""
        found = self._beginning.get(first)
        if found is None:
            found = tuple(one for one in self.options if one.firsts is None or first in one.firsts)
            self._beginning[first] = found
        return found


class Optional(Node):
    """With it if that lets the rest match, else without."""

    def __init__(self, item: Node) -> None:
        self.item = item

    @cached_property
    def source(self) -> str:
        return f"(?:{self.item.source})?"

    def match(self, line: str, at: int, end: int, groups: Groups, then: Then) -> End:
        found = self.item.match(line, at, end, groups, then)
        return found if found is not None else then(at, groups)


class Few(Node):
    """One to ``most`` of some values, as few as let the rest match."""

    def __init__(self, item: Node, most: int) -> None:
        self.item, self.most = item, most

    @cached_property
    def needs(self) -> frozenset[str]:
        return self.item.needs

    @cached_property
    def firsts(self) -> frozenset[str] | None:
        return self.item.firsts

    @cached_property
    def source(self) -> str:
        return f"(?:{self.item.source}){{1,{self.most}}}?"

    def match(self, line: str, at: int, end: int, groups: Groups, then: Then) -> End:
        return self._after(0, line, at, end, groups, then)

    def _after(self, count: int, line: str, at: int, end: int, groups: Groups, then: Then) -> End:
        if count and (found := then(at, groups)) is not None:
            return found
        if count == self.most:
            return None
        more = count + 1
        return self.item.match(line, at, end, groups, lambda at, groups: self._after(more, line, at, end, groups, then))


class Nearest(Node):
    """A gap inside the sentence and what follows it, taken where it first stands: that keeps matching linear."""

    def __init__(self, item: Node) -> None:
        self.item = item

    @cached_property
    def needs(self) -> frozenset[str]:
        return self.item.needs

    @cached_property
    def source(self) -> str:
        return f"(?>[^{END}]{{0,{MAX_GAP}}}?{self.item.source})"

    def match(self, line: str, at: int, end: int, groups: Groups, then: Then) -> End:
        for start in range(at, min(at + MAX_GAP, end) + 1):
            if (found := self.item.match(line, start, end, groups, _done)) is not None:
                return then(*found)
            if start < end and line[start] == END:
                break
        return None


class Group(Node):
    """What ``item`` matches, kept under a name."""

    def __init__(self, name: str, item: Node) -> None:
        self.name, self.item = name, item

    @cached_property
    def needs(self) -> frozenset[str]:
        return self.item.needs

    @cached_property
    def firsts(self) -> frozenset[str] | None:
        return self.item.firsts

    @cached_property
    def source(self) -> str:
        return f"(?P<{self.name}>{self.item.source})"

    def match(self, line: str, at: int, end: int, groups: Groups, then: Then) -> End:
        name = self.name
        return self.item.match(line, at, end, groups, lambda stop, groups: then(stop, (name, at, stop, groups)))


def _done(at: int, groups: Groups) -> End:
    return at, groups


def needs_of(node: Node) -> Iterable[frozenset[str]]:
    """Every set of characters of which a match holds at least one."""
    if isinstance(node, Chain):
        for item in node.items:
            yield from needs_of(item)
    elif isinstance(node, Group):
        yield from needs_of(node.item)
    elif node.needs:
        yield node.needs
