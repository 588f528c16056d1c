"""Language data and the words of rule files -> one character for each token, and patterns over such characters.

A token's character stands for the set of classes that its word is in, so a class is a set of characters and
a pattern an ordinary regular expression over a line of them (see CONTRIBUTING.md, "How reading works").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from operator import itemgetter
from typing import TypeVar

from factcheck.languages.classes import INITIAL, MIXED, PUNCTUATION, SIGN, WORD
from factcheck.languages.compiling import Compiler
from factcheck.languages.data import LanguageData
from factcheck.languages.division import Division
from factcheck.languages.folding import fold
from factcheck.languages.matching import Matcher
from factcheck.languages.nodes import END
from factcheck.languages.numerals import in_list, numeral
from factcheck.languages.phrases import Sequence, parse
from factcheck.languages.tables import Tables, code_of, signature, tables
from factcheck.languages.tokens import core

MEMO = 200_000
OPERATIONS = {"&": frozenset.intersection, "!": frozenset.difference, "|": frozenset.union}
SEVERAL = "several-"
# The classes of words that a figure may be written together with.
CODE, CURRENCY = "currencycode", "currencysign"
_FIGURE_INSIDE = re.compile(r"(\d(?:[\d.,]*\d)?)")
T = TypeVar("T")
_second = itemgetter(1)


class Lexicon:
    """The words of one language (and of the rule files in use) with their classes, values and characters."""

    def __init__(
        self,
        data: LanguageData,
        extra: Iterable[Sequence] = (),
        kinds: tuple[str, ...] = (),
        kept: Tables | None = None,
    ) -> None:
        """``extra`` are phrases of rule files, ``kinds`` those of facts; ``kept`` are tables made of just these."""
        self.data = data
        self.tables = kept if kept is not None else tables(data, extra, kinds)
        self.values = self.tables.values
        self.several = self.tables.several
        self.division = Division(self.tables.words, self.tables.affixes)
        signatures = self.tables.signatures
        self._codes = dict(zip(map(frozenset, signatures), range(code_of(0), code_of(len(signatures)), 4), strict=True))
        self._coded: dict[tuple[str, ...] | frozenset[str], int] = {}
        self._members: dict[str, frozenset[str]] = {}
        self.compiler = Compiler(self)
        self.memo = _Memo(self)
        self._forms, self._contracted = _Forms(self, False), _Forms(self, True)
        self._words_of: dict[str, Matcher] = {}
        self.made: dict[object, object] = {}

    @cached_property
    def has_capitals(self) -> bool:
        """Whether the script tells names by capitals."""
        return any(letter.lower() != letter.upper() for letter in self.data.letters)

    def prefixes(self, kind: str) -> tuple[str, ...]:
        """The words of a class that are written together with the word after them."""
        return tuple(text for text in self.division.first if text in self.values.get(kind, {}))

    # -- tokens -----------------------------------------------------------------------------------

    def code(self, signature: tuple[str, ...] | frozenset[str], cap: bool = False, glued: bool = False) -> str:
        """The character of a signature (a set of classes that some word or number has)."""
        found = self._coded.get(signature)
        if found is None:
            found = self._coded[signature] = self._codes[frozenset(signature)]
        return chr(found + 2 * cap + glued)

    @cached_property
    def _names(self) -> dict[int, frozenset[str]]:
        return {code: names for names, code in self._codes.items()}

    def classes(self, character: str) -> tuple[str, ...]:
        """The classes that a character stands for, sorted; of words the data names one by one: none."""
        code = ord(character)
        names = self._names.get(code - (code - code_of(0)) % 4, frozenset())
        return tuple(sorted({name.rstrip("^") for name in names if not name.startswith("=")}))

    def known(self, folded: str) -> bool:
        return folded in self.tables.words

    def analyse(self, token: str) -> tuple[str, tuple[str, ...]]:
        """A token -> its characters and the pieces it falls into (clitics before a known word are split off)."""
        word = core(token)
        glued = len(word) == len(token)
        first = word[0]
        if first.isdecimal():
            listed = in_list(word)
            if len(listed) > 1:
                *first_ones, last = map(self.analyse, (*listed[:-1], listed[-1] + token[len(word) :]))
                return "".join(codes for codes, _ in (*first_ones, last)), listed[:-1] + last[1]
            return self.code(numeral(word).classes, False, glued), (token,)
        if not first.isalpha():
            if first in "\r\n\x0b\x0c\x85\u2028\u2029":
                return END, (token,)
            classes = self._signature(word) if word in PUNCTUATION or self.known(word) else SIGN
            return self.code(classes, False, glued), (token,)
        parts, stems, marked = self.division.divide(word)
        if self.known(stems[-1]):
            codes = [self.code(self._signature(stem), False, True) for stem in stems[:-1]]
            codes.append(self.code(self._signature(stems[-1]), marked, glued))
            return "".join(codes), (*parts[:-1], parts[-1] + token[len(word) :])
        mixed = any(map(str.isdecimal, word))
        if mixed and (found := self._currency_and_figure(word, glued)):
            return found[0], (*found[1][:-1], found[1][-1] + token[len(word) :])
        shape = MIXED if mixed else INITIAL if marked and len(word) == 1 else WORD
        return self.code(shape, marked, glued), (token,)

    def _currency_and_figure(self, word: str, glued: bool) -> tuple[str, tuple[str, ...]] | None:
        """The characters and pieces of a currency, a figure and perhaps a scale written together: USD3.14, EUR500m."""
        sign, figure, scale = _FIGURE_INSIDE.split(word, maxsplit=1)
        read = numeral(figure)
        if read.value is None or not self.known(fold(sign)) or (scale and not self.known(fold(scale))):
            return None
        code = self.code(self._signature(fold(sign)), word[0].isupper(), True)
        if code not in self.one_class(CODE) | self.one_class(CURRENCY):
            return None
        code += self.code(read.classes, False, glued or bool(scale))
        if not scale:
            return code, (sign, figure)
        return code + self.code(self._signature(fold(scale)), scale[0].isupper(), glued), (sign, figure, scale)

    def _signature(self, word: str) -> frozenset[str]:
        return signature(self.tables.words, word)

    def key(self, pieces: Iterable[str], before: str = "") -> str:
        """The lookup key of some tokens of an article; ``before`` is the folded token that they follow."""
        return " ".join(filter(None, self.keys(pieces, before)))

    def keys(self, pieces: Iterable[str], before: str = "") -> list[str]:
        """The lookup key of each token; empty of one that holds nothing to be read."""
        contracted = self.division.contracted
        if not contracted:
            return list(map(_second, map(self._forms.__getitem__, pieces)))
        forms = []
        for piece in pieces:
            folded, form = (self._contracted if before in contracted else self._forms)[piece]
            forms.append(form)
            before = folded or before
        return forms

    def form(self, piece: str, contracted: bool) -> tuple[str, str]:
        """A token folded, and its lookup form; ``contracted``: it follows what an article contracts with."""
        folded = fold(core(piece))
        return folded, (self.division.stem(folded, contracted) or folded) if folded else ""

    def value(self, kind: str, key: str) -> str | None:
        """What the words of ``key`` mean as a ``kind``; ``None`` when they are not in that class."""
        return self.values.get(kind, {}).get(key)

    def beginnings(self, kind: str) -> dict[str, tuple[int, ...]]:
        """The sizes of the entries of several words of a class by their first two words, the longest first."""
        return self.once(("beginnings", kind), lambda: _beginnings(self.several[kind]))

    # -- patterns ---------------------------------------------------------------------------------

    def characters(self, kind: str) -> frozenset[str]:
        """Characters of a class; ``a&b`` is in both, ``a!b`` in the first only, ``a|b`` in one of them.

        They are read from left to right. ``glued`` and ``cap`` are classes.

        So is ``articled`` in a language whose words have their article attached; it has no capitals. ``several-a``
        are words with which an entry of several words of class ``a`` begins.
        """
        known = self._members.get(kind)
        if known is None:
            known = self._members[kind] = self._combined(kind)
        return known

    def _combined(self, kind: str) -> frozenset[str]:
        found: frozenset[str] | None = None
        for operator, name in re.findall(r"([&!|]?)([^&!|]+)", kind):
            these = self.one_class(name)
            found = these if found is None else OPERATIONS[operator](found, these)
        return found or frozenset()

    def one_class(self, name: str) -> frozenset[str]:
        """Characters of a class that is named alone."""
        found = self._members.get(name)
        if found is None:
            found = self._members[name] = self._characters_of(name)
        return found

    def _characters_of(self, name: str) -> frozenset[str]:
        members = self.tables.members
        if name == ("articled" if self.division.article else "cap"):
            return frozenset(_capitals(self._every))
        if name.startswith(SEVERAL):
            pieces = {entry[0] for entry in self.several.get(name.removeprefix(SEVERAL), ())}
            return frozenset[str]().union(*(self.one_class("=" + piece) for piece in sorted(pieces)))
        if name == "glued":
            return frozenset(self._every[1::2])
        return frozenset(members.get(name, "") + _capitals(members.get(name + "^", "")))

    @cached_property
    def _every(self) -> str:
        """All characters that tokens can have."""
        return "".join(map(chr, range(code_of(0), code_of(len(self._codes)))))

    def matcher(self, phrase: Sequence, facts: Mapping[str, tuple[str, ...]] | None = None) -> Matcher:
        """The phrase as a pattern over lines; ``facts`` maps value kinds to kinds of facts."""
        return self.compiler.matcher(phrase, facts or {})

    def words_of(self, kind: str) -> Matcher:
        """The words and the entries of several words of a class as a pattern, made once."""
        found = self._words_of.get(kind)
        if found is None:
            found = self._words_of[kind] = self.matcher(parse(f"{{{kind}}}"))
        return found

    def words_of_any(self, *kinds: str) -> Matcher:
        """The words and the entries of several words of some classes as one pattern, made once."""
        return self.once(kinds, lambda: self.matcher(parse("(" + "|".join(f"{{{kind}}}" for kind in kinds) + ")")))

    def once(self, name: object, make: Callable[[], T]) -> T:
        """What ``make`` made of this lexicon when it was first asked for under ``name``."""
        if name not in self.made:
            self.made[name] = make()
        found: T = self.made[name]  # type: ignore[assignment]
        return found


def _capitals(members: str) -> str:
    """Those characters of a class (``Tables.members``) that stand for words with a capital."""
    return members[2::4] + members[3::4]


def _beginnings(entries: Iterable[tuple[str, ...]]) -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for entry in entries:
        found.setdefault(" ".join(entry[:2]), set()).add(len(entry))
    return {words: tuple(sorted(sizes, reverse=True)) for words, sizes in found.items()}


class _Memo(dict[str, tuple[str, tuple[str, ...]]]):
    """Token -> characters and pieces, each distinct token analysed once; bounded."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self._lexicon = lexicon

    def __missing__(self, token: str) -> tuple[str, tuple[str, ...]]:
        if len(self) >= MEMO:
            self.clear()
        result = self[token] = self._lexicon.analyse(token)
        return result


class _Forms(dict[str, tuple[str, str]]):
    """Token -> its folded and its lookup form, each found once; bounded. Whether they follow a contraction is one."""

    def __init__(self, lexicon: Lexicon, contracted: bool) -> None:
        super().__init__()
        self._lexicon, self._contracted = lexicon, contracted

    def __missing__(self, token: str) -> tuple[str, str]:
        if len(self) >= MEMO:
            self.clear()
        result = self[token] = self._lexicon.form(token, self._contracted)
        return result
