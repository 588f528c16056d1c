"""A language's data and the words of rule files -> what is known of each word, as plain values that can be kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from factcheck.languages.classes import JOINED, NUMERIC_SIGNATURES, PUNCTUATION, SHAPES
from factcheck.languages.data import LanguageData, LanguageDataError, Vocabulary
from factcheck.languages.division import AFFIXES, Division
from factcheck.languages.folding import fold
from factcheck.languages.phrases import Sequence as Phrase
from factcheck.languages.phrases import words
from factcheck.languages.tokens import core, split

BASE = 0x3400
LIMIT = 0xD7FF
Signature = tuple[str, ...]


class Tables(NamedTuple):
    """What is known of words.

    ``words`` are the classes of each folded word, ``values`` what a lookup key means in a class, ``several`` the
    entries of several words of a class, piece by piece. ``signatures`` are the sets of classes that tokens can
    have, sorted; the place of one is the number of its characters. ``members`` are the characters of each class, four
    of each signature: plain, glued to what follows, with a capital, and both.
    """

    words: dict[str, Signature]
    values: dict[str, dict[str, str]]
    several: dict[str, list[tuple[str, ...]]]
    affixes: dict[str, tuple[str, ...]]
    signatures: list[Signature]
    members: dict[str, str]


def tables(data: LanguageData, extra: Iterable[Phrase], kinds: Iterable[str]) -> Tables:
    """The tables of a language; ``extra`` are phrases of rule files, ``kinds`` those of facts."""
    return _Making(data).tables(extra, kinds)


def code_of(number: int) -> int:
    """The first of the four characters of a signature, as a code point."""
    return BASE + 4 * number


def members(signatures: Sequence[Signature]) -> dict[str, str]:
    """The characters of each class."""
    if code_of(len(signatures)) > LIMIT:
        raise LanguageDataError("too many different words in the rule files; load fewer of them")
    found: dict[str, list[str]] = {}
    for number, names in enumerate(signatures):
        four = "".join(map(chr, range(code_of(number), code_of(number + 1))))
        for name in names:
            found.setdefault(name, []).append(four)
    return {name: "".join(characters) for name, characters in found.items()}


def signature(words: Mapping[str, Iterable[str]], word: str) -> frozenset[str]:
    """All classes of a word or sign."""
    if word in PUNCTUATION:  # of which some are written in several ways: ' and ’
        return frozenset(words.get(fold(word), ())) | frozenset(PUNCTUATION[word])
    own = frozenset(words.get(word, ()))
    return own | {"word"} if word[:1].isalpha() else own | {"sign"}


class _Making:
    def __init__(self, data: LanguageData) -> None:
        self._data = data
        self._words: dict[str, set[str]] = {}
        self._values: dict[str, dict[str, str]] = {}
        self._several: dict[str, list[tuple[str, ...]]] = {}
        self._affixes = {
            kind: tuple(fold(entry.text) for entry in data.vocabulary if entry.kind == kind) for kind in AFFIXES
        }
        self._division = Division(self._words, self._affixes)

    def tables(self, extra: Iterable[Phrase], kinds: Iterable[str]) -> Tables:
        phrases = [pattern.phrase for pattern in (*self._data.patterns, *self._data.relations, *self._data.named)]
        self._add_vocabulary([word for phrase in (*phrases, *extra) for word in words(phrase)])
        known = {word: tuple(sorted(classes)) for word, classes in self._words.items()}
        signatures = self._signatures(kinds)
        return Tables(known, self._values, self._several, self._affixes, signatures, members(signatures))

    def _add_vocabulary(self, literals: list[str]) -> None:
        """Single words first and short ones before long, so that those with affixes are seen to hold known ones."""
        several = []
        for entry in self._data.vocabulary:
            if entry.text.isalpha() or len(split(entry.text)) == 1:
                piece = fold(entry.text)
                self._add_value(entry, piece)
                cap = "^" if entry.text[0].isupper() else ""
                self._words.setdefault(piece, set()).add(entry.kind + cap)
            else:
                several.append(entry)
        self._share_with_accusatives()
        tokens = {core(token) for text in (*literals, *(entry.text for entry in several)) for token in split(text)}
        for token in sorted(filter(str.strip, tokens), key=lambda token: (len(token), token)):
            for piece in self._division.divide(token)[1]:
                self._words.setdefault(piece, set()).add("=" + piece)
        own = {piece for text in literals for token in split(text) for piece in self._division.divide(core(token))[1]}
        for entry in several:
            pieces = self._division.pieces_of(entry.text)
            self._add_value(entry, " ".join(pieces))
            self._several.setdefault(entry.kind, []).append(pieces)
            for piece in pieces:
                if piece.isalpha() and piece not in own and self._words[piece] == {"=" + piece}:
                    self._words[piece].add("unknown")  # it means something in this entry only

    def _share_with_accusatives(self) -> None:
        """A word with the alef of its accusative is in the classes of the bare word too, unless it is ``whole``."""
        if not self._division.article:
            return
        for word in [word for word in self._words if len(word) > 3 and word[-1] == "ا"]:
            kinds = self._words.get(word[:-1], set())
            for kind in sorted(kinds) if "whole" not in self._words[word] else ():
                self._words[word].add(kind)
                self._values[kind].setdefault(word, self._values[kind][word[:-1]])

    def _add_value(self, entry: Vocabulary, key: str) -> None:
        known = self._values.setdefault(entry.kind, {})
        if known.setdefault(key, entry.value) != entry.value:
            raise LanguageDataError(
                f"{entry.place}: '{entry.text}' is {known[key]} and {entry.value} in [{entry.kind}]"
            )

    def _signatures(self, kinds: Iterable[str]) -> list[Signature]:
        found = {signature(self._words, word) for word in self._words}
        found.update(frozenset(names) for names in PUNCTUATION.values())
        found.update(frozenset(("fact:" + kind,)) for kind in kinds)
        found.update(map(frozenset, NUMERIC_SIGNATURES))
        found.update(map(frozenset, SHAPES))
        found.update(frozenset((kind, *JOINED)) for kind in self._data.joined)
        return sorted(tuple(sorted(one)) for one in found)
