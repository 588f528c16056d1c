"""A line of characters -> in which of its sentences each character stands, to run patterns only where they can match.

No pattern matches across the end of a sentence. Characters that were covered stay listed: the index may name a
sentence too many, never one too few.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator

from factcheck.languages.nodes import END


class SentenceIndex:
    """Sentences as bits of whole numbers, one number for each character of the line."""

    def __init__(self, line: str) -> None:
        self._starts = [0]
        self._ends: list[int] = []
        self._masks: dict[str, int] = {}
        at = 0
        for number, sentence in enumerate(line.split(END)):
            bit = 1 << number
            for character in set(sentence):
                self._masks[character] = self._masks.get(character, 0) | bit
            at += len(sentence)
            self._ends.append(at)
            at += 1
            self._starts.append(at)
        self._all = (1 << len(self._ends)) - 1
        self._present = set(self._masks)

    def add(self, at: int, character: str) -> None:
        """Lists a character that now stands at position ``at``."""
        bit = 1 << (bisect_right(self._starts, at) - 1)
        self._masks[character] = self._masks.get(character, 0) | bit
        self._present.add(character)

    @property
    def characters(self) -> Collection[str]:
        """Every character that stood in the line so far."""
        return self._present

    def __len__(self) -> int:
        return len(self._ends)

    def number(self, at: int) -> int:
        """How many sentences of the line end before position ``at``."""
        return bisect_right(self._starts, at, hi=len(self._ends)) - 1

    def holding(self, needs: Collection[frozenset[str]]) -> list[tuple[int, int]]:
        """Start and end of every sentence that holds at least one character of each set, in order."""
        masks, present = self._masks, self._present
        for need in needs:
            if need.isdisjoint(present):
                return []
        wanted = self._all
        for need in needs:
            found = 0
            for character in need & present:
                found |= masks[character]
            wanted &= found
            if not wanted:
                return []
        return [*self._bounds(wanted)]

    def _bounds(self, wanted: int) -> Iterator[tuple[int, int]]:
        number = 0
        while wanted:
            skip = (wanted & -wanted).bit_length() - 1
            number += skip
            yield self._starts[number], self._ends[number]
            wanted >>= skip + 1
            number += 1
