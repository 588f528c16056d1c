"""A line of characters -> in which of its sentences each character stands, to run patterns only where they can match.

No pattern matches across the end of a sentence. Characters that were covered stay listed: the index may name a
sentence too many, never one too few.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping

from factcheck.languages.nodes import END


class SentenceIndex:
    """Sentences as bits of whole numbers, one number for each character of the line."""

    def __init__(self, line: str) -> None:
        self._starts = array("I", [0])
        self._ends = array("I")
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
        self._found: dict[frozenset[str], int] = {}
        self._needs_of: Mapping[str, tuple[int, ...]] = {}
        self._watched: list[int] = []
        self._bounds: dict[int, list[tuple[int, int]]] = {}

    def watch(self, needs_of: Mapping[str, tuple[int, ...]], size: int) -> list[int]:
        """For each of ``size`` needs the sentences that meet it, as bits, kept up to date until ``rest``.

        ``needs_of`` gives the numbers of the needs that a character meets.
        """
        watched = [0] * size
        masks = self._masks
        for character in masks.keys() & needs_of.keys():
            mask = masks[character]
            for need in needs_of[character]:
                watched[need] |= mask
        self._needs_of, self._watched = needs_of, watched
        return watched

    def add(self, covers: Iterable[tuple[int, int, str]]) -> None:
        """Lists the characters that now stand at the first positions of ``covers``."""
        added: dict[str, int] = {}
        for at, _, character in covers:
            added[character] = added.get(character, 0) | 1 << (bisect_right(self._starts, at) - 1)
        for character, bits in added.items():
            mask = self._masks.get(character, 0)
            if bits & ~mask:
                self._masks[character] = mask | bits
                self._present.add(character)
                for number in self._needs_of.get(character, ()):
                    self._watched[number] |= bits
                for need in self._found:
                    if character in need:
                        self._found[need] |= bits

    def rest(self) -> None:
        """Forgets what is quickly found again; many lines are kept after they were read."""
        self._found.clear()
        self._bounds.clear()
        self._needs_of, self._watched = {}, []

    @property
    def everywhere(self) -> int:
        """All sentences, as bits."""
        return self._all

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
        """Start and end of the sentences that hold at least one character of each set, in order.

        Those that stand side by side are one stretch: no pattern matches across the end of a sentence.
        """
        wanted = self.where(needs)
        return self.bounds(wanted) if wanted else []

    def where(self, needs: Collection[frozenset[str]]) -> int:
        """The sentences that hold at least one character of each set, as bits."""
        known, wanted = self._found, self._all
        for need in needs:
            found = known.get(need)
            if found is None:
                found = known[need] = self._sentences_with(need)
            wanted &= found
            if not wanted:
                return 0
        return wanted

    def _sentences_with(self, need: frozenset[str]) -> int:
        found = 0
        for character in need & self._present:
            found |= self._masks[character]
        return found

    def bounds(self, wanted: int) -> list[tuple[int, int]]:
        """Start and end of runs of sentences. One between two that are wanted costs less to look at than to skip."""
        found = self._bounds.get(wanted)
        if found is None:
            found = self._bounds[wanted] = [*self._runs(wanted | wanted << 1 & wanted >> 1)]
        return found

    def _runs(self, wanted: int) -> Iterator[tuple[int, int]]:
        number = 0
        while wanted:
            skip = (wanted & -wanted).bit_length() - 1
            number, wanted = number + skip, wanted >> skip
            run = (~wanted & wanted + 1).bit_length() - 1
            yield self._starts[number], self._ends[number + run - 1]
            number, wanted = number + run, wanted >> run
