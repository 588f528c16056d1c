"""Many patterns and a lexicon -> those that a text may match, each compiled when it is first called for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from factcheck.languages.data import Pattern
from factcheck.languages.lexicon import Lexicon
from factcheck.languages.matching import Matcher


class Calls(NamedTuple):
    """Which patterns a character calls for, as bits; ``always`` are those that need none.

    A pattern is called for by the characters of its rarest need, so that most are never tried on a text.
    ``needs`` are all needs of each, as strings of their characters.
    """

    by_character: dict[str, int]
    always: int
    needs: tuple[tuple[str, ...], ...]

    def of(self, characters: Iterable[str]) -> int:
        """The patterns that a text of these characters may match."""
        found = self.always
        for character in characters:
            found |= self.by_character.get(character, 0)
        return found


class Indexed:
    """Patterns in their order; ``facts`` maps their value kinds to kinds of facts."""

    def __init__(
        self, lexicon: Lexicon, patterns: Sequence[Pattern], facts: Mapping[str, tuple[str, ...]], calls: Calls | None
    ) -> None:
        self._lexicon, self._facts = lexicon, facts
        self.patterns = patterns
        self._matchers: list[Matcher | None] = [None] * len(patterns)
        self._needs: dict[str, frozenset[str]] = {}
        self.calls = calls if calls is not None else self._calls()

    def _calls(self) -> Calls:
        by_character: dict[str, int] = {}
        always = 0
        made = [self._lexicon.matcher(pattern.phrase, self._facts) for pattern in self.patterns]
        for number, matcher in enumerate(made):
            always |= (not matcher.all_needs) << number
            for character in matcher.all_needs[0] if matcher.all_needs else ():
                by_character[character] = by_character.get(character, 0) | 1 << number
        needs = tuple(tuple("".join(sorted(need)) for need in matcher.all_needs) for matcher in made)
        return Calls(by_character, always, needs)

    def matcher(self, number: int) -> Matcher:
        found = self._matchers[number]
        if found is None:
            pattern, compiler = self.patterns[number], self._lexicon.compiler
            needs = tuple(self._needs.setdefault(need, frozenset(need)) for need in self.calls.needs[number])
            found = self._matchers[number] = Matcher(lambda: compiler.node(pattern.phrase, self._facts), needs)
        return found

    def wanted(self, characters: Iterable[str]) -> Iterator[tuple[Pattern, Matcher]]:
        """The patterns that a text of these characters may match, in order."""
        wanted = self.calls.of(characters)
        for number, pattern in enumerate(self.patterns):
            if wanted >> number & 1:
                yield pattern, self.matcher(number)
