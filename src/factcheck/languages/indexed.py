"""Many patterns and a lexicon -> those that a text may match, each compiled when it is first called for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from factcheck.languages.data import Pattern
from factcheck.languages.lexicon import Lexicon
from factcheck.languages.matching import Matcher


class Calls(NamedTuple):
    """Which patterns a text calls for, by the characters of its line.

    A need is a set of characters, as a string: a text must hold one of them to match. ``needs_of`` gives the numbers
    of the needs that characters meet (all of one string meet the same), ``patterns`` those of the needs of each
    pattern, ``first`` the patterns whose rarest need it is, as bits, so that most are never tried on a text;
    ``always`` are those that need nothing.
    """

    needs: tuple[str, ...]
    needs_of: tuple[tuple[str, tuple[int, ...]], ...]
    patterns: tuple[tuple[int, ...], ...]
    first: tuple[int, ...]
    always: int


class Indexed:
    """Patterns in their order; ``facts`` maps their value kinds to kinds of facts."""

    def __init__(
        self, lexicon: Lexicon, patterns: Sequence[Pattern], facts: Mapping[str, tuple[str, ...]], calls: Calls | None
    ) -> None:
        self._lexicon, self._facts = lexicon, facts
        self.patterns = patterns
        self._matchers: list[Matcher | None] = [None] * len(patterns)
        self._needs: dict[int, frozenset[str]] = {}
        self._called: dict[str, int] = {}
        self.calls = calls if calls is not None else self._calls()
        self.needs_of = {one: numbers for characters, numbers in self.calls.needs_of for one in characters}

    def _calls(self) -> Calls:
        made = [self._lexicon.matcher(pattern.phrase, self._facts) for pattern in self.patterns]
        needs = tuple(dict.fromkeys(need for matcher in made for need in matcher.all_needs))
        number_of = {need: number for number, need in enumerate(needs)}
        by_pattern = tuple(tuple(number_of[need] for need in matcher.all_needs) for matcher in made)
        needs_of: dict[str, tuple[int, ...]] = {}
        for number, need in enumerate(needs):
            for character in sorted(need):
                needs_of[character] = (*needs_of.get(character, ()), number)
        first = [0] * len(needs)
        for number, own in enumerate(by_pattern):
            if own:
                first[own[0]] |= 1 << number
        always = sum((not own) << number for number, own in enumerate(by_pattern))
        alike: dict[tuple[int, ...], list[str]] = {}
        for character, numbers in needs_of.items():
            alike.setdefault(numbers, []).append(character)
        grouped = tuple(("".join(characters), numbers) for numbers, characters in alike.items())
        return Calls(tuple("".join(sorted(need)) for need in needs), grouped, by_pattern, tuple(first), always)

    def called(self, characters: Iterable[str]) -> int:
        """The patterns that a text of these characters may match, as bits."""
        found, called = self.calls.always, self._called
        for character in characters:
            bits = called.get(character)
            if bits is None:
                bits = called[character] = self._called_by(character)
            found |= bits
        return found

    def _called_by(self, character: str) -> int:
        found = 0
        for need in self.needs_of.get(character, ()):
            found |= self.calls.first[need]
        return found

    def matcher(self, number: int) -> Matcher:
        found = self._matchers[number]
        if found is None:
            pattern, compiler = self.patterns[number], self._lexicon.compiler
            needs = tuple(map(self._need, self.calls.patterns[number]))
            found = self._matchers[number] = Matcher(lambda: compiler.node(pattern.phrase, self._facts), needs)
        return found

    def _need(self, number: int) -> frozenset[str]:
        """A need as a set, one and the same for all patterns: lines remember where it is met."""
        if number not in self._needs:
            self._needs[number] = frozenset(self.calls.needs[number])
        return self._needs[number]

    def numbers(self, characters: Iterable[str]) -> Iterator[int]:
        """The numbers of the patterns that a text of these characters may match, in order."""
        bits, number = bin(self.called(characters))[:1:-1], -1
        while (number := bits.find("1", number + 1)) >= 0:
            yield number
