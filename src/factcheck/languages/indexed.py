"""Many patterns and a lexicon -> those that a text may match, each compiled when it is first called for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from factcheck.languages.data import Pattern
from factcheck.languages.lexicon import Lexicon
from factcheck.languages.matching import Matcher
from factcheck.languages.phrases import parse


class Calls(NamedTuple):
    """Which patterns a text calls for, by the characters of its line.

    A need is a set of characters, as a string: a text must hold one of them to match. ``needs_of`` gives the numbers
    of the needs that characters meet (all of one string meet the same), ``patterns`` those of the needs of each
    pattern, ``first`` the patterns whose rarest need it is, as bits, so that most are never tried on a text;
    ``always`` are those that need nothing. ``readers`` are the needs of what is called beside the patterns.
    """

    needs: tuple[str, ...]
    needs_of: tuple[tuple[str, tuple[int, ...]], ...]
    patterns: tuple[tuple[int, ...], ...]
    first: tuple[int, ...]
    always: int
    readers: tuple[tuple[int, ...], ...] = ()


class Indexed:
    """Patterns in their order; ``facts`` maps their value kinds to kinds of facts.

    ``readers`` are functions that look for what no pattern says: each has phrases, of which a text must hold one match.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        patterns: Sequence[Pattern],
        facts: Mapping[str, tuple[str, ...]],
        calls: Calls | None,
        readers: Sequence[tuple[str, ...]] = (),
    ) -> None:
        self._lexicon, self._facts = lexicon, facts
        self.patterns = patterns
        self._matchers: list[Matcher | None] = [None] * len(patterns)
        self._needs: dict[int, frozenset[str]] = {}
        self._called: dict[str, int] = {}
        self._met: dict[str, int] = {}
        self.calls = calls if calls is not None else self._calls(readers)
        self.needs_of = {one: numbers for characters, numbers in self.calls.needs_of for one in characters}

    def _calls(self, readers: Sequence[tuple[str, ...]]) -> Calls:
        made = [self._lexicon.matcher(pattern.phrase, self._facts) for pattern in self.patterns]
        phrases = [[self._lexicon.matcher(parse(phrase), self._facts) for phrase in some] for some in readers]
        of_readers = [[need for matcher in some for need in matcher.all_needs] for some in phrases]
        of_patterns = [matcher.all_needs for matcher in made]
        needs = tuple(dict.fromkeys(need for some in (*of_patterns, *of_readers) for need in some))
        number_of = {need: number for number, need in enumerate(needs)}
        by_pattern, by_reader = (
            tuple(tuple(number_of[need] for need in own) for own in some) for some in (of_patterns, of_readers)
        )
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
        shown = tuple("".join(sorted(need)) for need in needs)
        return Calls(shown, grouped, by_pattern, tuple(first), always, by_reader)

    @cached_property
    def of_patterns(self) -> tuple[int, ...]:
        """The needs of each pattern, as bits."""
        return tuple(map(_bits, self.calls.patterns))

    @cached_property
    def of_readers(self) -> tuple[int, ...]:
        """The needs of each reader, as bits."""
        return tuple(map(_bits, self.calls.readers))

    def met(self, characters: Iterable[str]) -> int:
        """The needs that a text of these characters meets somewhere, as bits."""
        found, met = 0, self._met
        for character in characters:
            bits = met.get(character)
            if bits is None:
                bits = met[character] = _bits(self.needs_of.get(character, ()))
            found |= bits
        return found

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


def _bits(numbers: Iterable[int]) -> int:
    return sum(1 << number for number in set(numbers))
