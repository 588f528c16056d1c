"""A pattern and a line of characters -> where it matches, and what its slots hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Protocol

from factcheck.languages.nodes import Groups, Node, charset

# After so many tokens a pattern is compiled: that costs as much as it takes to try it on about as many.
COMPILED_AFTER = 1000


class Found(Protocol):
    """A match, of either kind: as ``re.Match`` has it."""

    def span(self, group: int | str = 0, /) -> tuple[int, int]: ...
    def start(self, group: int | str = 0, /) -> int: ...
    def end(self, group: int | str = 0, /) -> int: ...
    def groupdict(self) -> dict[str, str | None]: ...
    def __getitem__(self, group: int | str, /) -> str | None: ...


class _Match:
    """A match of a tree. A slot that is captured twice has the names ``day``, ``day__2`` ..."""

    __slots__ = ("_groups", "_line", "_span")

    def __init__(self, line: str, start: int, end: int, groups: Groups) -> None:
        self._line, self._span = line, (start, end)
        captured: list[tuple[str, tuple[int, int]]] = []
        while groups is not None:
            name, first, last, groups = groups
            captured.append((name, (first, last)))
        self._groups: dict[str, tuple[int, int]] = {}
        seen: dict[str, int] = {}
        for name, span in reversed(captured):
            seen[name] = seen.get(name, 0) + 1
            self._groups[name if seen[name] == 1 else f"{name}__{seen[name]}"] = span

    def span(self, group: int | str = 0) -> tuple[int, int]:
        return self._span if group == 0 else self._groups.get(str(group), (-1, -1))

    def start(self, group: int | str = 0) -> int:
        return self.span(group)[0]

    def end(self, group: int | str = 0) -> int:
        return self.span(group)[1]

    def groupdict(self) -> dict[str, str | None]:
        return {name: self._line[start:end] for name, (start, end) in self._groups.items()}

    def __getitem__(self, group: int | str) -> str | None:
        start, end = self.span(group)
        return None if start < 0 else self._line[start:end]


class Matcher:
    """A pattern, made when a line holds what it needs: one character of each set of ``all_needs``.

    A pattern that nothing is certain of has no needs.
    """

    def __init__(self, make: Callable[[], Node], all_needs: tuple[frozenset[str], ...]) -> None:
        self._make = make
        self._tried = 0
        self._pattern: re.Pattern[str] | None = None
        self.all_needs = all_needs

    @cached_property
    def _node(self) -> Node:
        return self._make()

    @property
    def pattern(self) -> re.Pattern[str]:
        """The pattern compiled. Only classes stand in a line, so ``re`` will do, and it is faster than ``regex``."""
        if self._pattern is None:
            firsts = self._node.firsts
            # What may be left out at the beginning is tried at every token, unless a look at the token forbids it.
            ahead = f"(?={charset(firsts)})" if firsts is not None else ""
            self._pattern = re.compile(ahead + distinct_names(self._node.source))
        return self._pattern

    def finditer(self, line: str, start: int = 0, end: int | None = None) -> Iterator[Found]:
        """The matches that do not overlap, from left to right, between ``start`` and ``end``."""
        stop = len(line) if end is None else end
        if self._is_compiled(stop - start):
            return self.pattern.finditer(line, start, stop)
        return self._walk(line, start, stop)

    def found_in(self, line: str, places: Iterable[tuple[int, int]]) -> list[Found]:
        """The matches between each start and end of ``places``."""
        if self._pattern is not None:
            find = self._pattern.finditer
            return [match for start, end in places for match in find(line, start, end)]
        return [match for start, end in places for match in self.finditer(line, start, end)]

    def match(self, line: str, at: int) -> Found | None:
        """The match that begins at ``at``."""
        firsts = self._node.firsts
        if firsts is not None and (at >= len(line) or line[at] not in firsts):
            return None
        return self.pattern.match(line, at) if self._is_compiled(1) else self._at(line, at, len(line))

    def _is_compiled(self, tokens: int) -> bool:
        """Whether the pattern is an expression by now; counts the tokens that it has to look at."""
        if self._pattern is not None:
            return True
        self._tried += tokens
        return self._tried > COMPILED_AFTER

    def _walk(self, line: str, start: int, end: int) -> Iterator[Found]:
        at, firsts = start, self._node.firsts
        while at < end:
            if firsts is not None and line[at] not in firsts:
                at += 1
                continue
            found = self._at(line, at, end)
            if found is None:
                at += 1
            else:
                yield found
                at = max(found.end(), at + 1)

    def _at(self, line: str, at: int, end: int) -> Found | None:
        found = self._node.match(line, at, end, None, lambda stop, groups: (stop, groups))
        return None if found is None else _Match(line, at, *found)


def distinct_names(source: str) -> str:
    """The expression with groups of one name told apart: ``day``, ``day__2`` ... (``re`` allows each name once)."""
    seen: dict[str, int] = {}

    def rename(match: re.Match[str]) -> str:
        name = match[1]
        seen[name] = seen.get(name, 0) + 1
        return match[0] if seen[name] == 1 else f"(?P<{name}__{seen[name]}>"

    return re.sub(r"\(\?P<(\w+)>", rename, source)
