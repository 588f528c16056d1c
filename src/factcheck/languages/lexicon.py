"""Language data and the words of rule files -> one character for each token, and patterns over such characters.

A token's character stands for the set of classes that its word is in, so a class is a set of characters and
a pattern an ordinary regular expression over a line of them (see CONTRIBUTING.md, "How reading works").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property

from factcheck.languages.data import LanguageData, LanguageDataError, Vocabulary
from factcheck.languages.folding import fold
from factcheck.languages.matching import Matcher
from factcheck.languages.nodes import (
    END,
    Chain,
    Either,
    Few,
    Group,
    Nearest,
    Node,
    One,
    Optional,
    Value,
    needs_of,
)
from factcheck.languages.numerals import classes_of, numeral
from factcheck.languages.phrases import Choice, Gap, Maybe, Sequence, Slot, Word, words
from factcheck.languages.phrases import Node as Phrase
from factcheck.languages.tokens import core, split

BASE = 0x3400
LIMIT = 0xD7FF
# Facts that {words} may pass: they are no figures of their own (the second phase, 300 cars in May).
PASSED = ("ordinal", "day", "month", "year", "period")
MAX_WORDS = 6
MEMO = 200_000

# What signs of punctuation are, in every script that this program reads.
PUNCTUATION: Mapping[str, tuple[str, ...]] = {
    ".": ("stop", "fullstop"), "!": ("stop",), "?": ("stop",), "؟": ("stop",), "…": ("stop",), "۔": ("stop",),
    ",": ("comma",), "،": ("comma",), "؛": ("semicolon",), ";": ("semicolon",), ":": ("colon",),
    "-": ("dash", "hyphen"), "–": ("dash",), "—": ("dash",), "−": ("dash", "minus"), "‑": ("dash", "hyphen"),
    "‐": ("dash", "hyphen"), "/": ("slash",), "\\": ("slash",), "(": ("open",), "[": ("open",),
    ")": ("close",), "]": ("close",), '"': ("quote",), "“": ("quote",), "”": ("quote",), "«": ("quote",),
    "»": ("quote",), "'": ("quote", "apostrophe"), "’": ("quote", "apostrophe"), "‘": ("quote", "apostrophe"),
    "`": ("quote",), "„": ("quote",),
}  # fmt: skip
NUMERIC = (
    "number",
    "int",
    "decimal",
    "dom",
    "monthnumber",
    "hour",
    "minutes",
    "fouryear",
    "hijriyear",
    "shortyear",
    "grouped",
    "ordinal",
    "spelled",
)
Signature = frozenset[str]


class Lexicon:
    """The words of one language (and of the rule files in use) with their classes, values and characters."""

    def __init__(self, data: LanguageData, extra: Iterable[Sequence] = (), kinds: tuple[str, ...] = ()) -> None:
        self.data = data
        self.kinds = kinds
        self.values: dict[str, dict[str, str]] = {}
        self.several: dict[str, list[tuple[str, ...]]] = {}
        self.named = dict(data.named)
        self._classes: dict[str, set[str]] = {}
        self._first = self._affixes("clitic-first")
        self._then = self._affixes("clitic")
        self._article = self._affixes("article-attached")
        self._contracted = self._affixes("article-contracted")
        patterns = (pattern.phrase for pattern in (*data.patterns, *data.relations))
        self._add_vocabulary([word for phrase in [*patterns, *self.named.values(), *extra] for word in words(phrase)])
        self._codes: dict[Signature, int] = {}
        self._codes_of: dict[str, list[int]] = {}
        self._members: dict[str, frozenset[str]] = {}
        self._nodes: dict[str, Node] = {}
        self._allocate()
        self.memo = _Memo(self)
        self._forms = _Forms(self)
        self.matchers: dict[str, Matcher] = {}  # by the text of the phrase, made when needed

    @cached_property
    def has_capitals(self) -> bool:
        """Whether the script tells names by capitals."""
        return any(letter.lower() != letter.upper() for letter in self.data.letters)

    def prefixes(self, kind: str) -> tuple[str, ...]:
        """The words of a class that are written together with the word after them."""
        return tuple(text for text in self._first if text in self.values.get(kind, {}))

    # -- building ---------------------------------------------------------------------------------

    def _affixes(self, kind: str) -> tuple[str, ...]:
        return tuple(fold(v.text) for v in self.data.vocabulary if v.kind == kind)

    def _add_vocabulary(self, literals: list[str]) -> None:
        """Single words first and short ones before long, so that those with affixes are seen to hold known ones."""
        several = []
        for entry in self.data.vocabulary:
            if entry.text.isalpha() or len(split(entry.text)) == 1:
                piece = fold(entry.text)
                self._add_value(entry, piece)
                cap = "^" if entry.text[0].isupper() else ""
                self._classes.setdefault(piece, set()).add(entry.kind + cap)
            else:
                several.append(entry)
        self._share_with_accusatives()
        tokens = {core(token) for text in (*literals, *(entry.text for entry in several)) for token in split(text)}
        for token in sorted(filter(str.strip, tokens), key=lambda token: (len(token), token)):
            for piece in self._divide(token)[1]:
                self._classes.setdefault(piece, set()).add("=" + piece)
        for entry in several:
            pieces = self.pieces_of(entry.text)
            self._add_value(entry, " ".join(pieces))
            self.several.setdefault(entry.kind, []).append(pieces)

    def _share_with_accusatives(self) -> None:
        """A word with the alef of its accusative is in the classes of the bare word too, unless it is ``whole``."""
        for word in [word for word in self._classes if self._article and len(word) > 3 and word[-1] == "ا"]:
            kinds = self._classes.get(word[:-1], set())
            for kind in sorted(kinds) if "whole" not in self._classes[word] else ():
                self._classes[word].add(kind)
                self.values[kind].setdefault(word, self.values[kind][word[:-1]])

    def _add_value(self, entry: Vocabulary, key: str) -> None:
        known = self.values.setdefault(entry.kind, {})
        if known.setdefault(key, entry.value) != entry.value:
            raise LanguageDataError(
                f"{entry.place}: '{entry.text}' is {known[key]} and {entry.value} in [{entry.kind}]"
            )

    def pieces_of(self, text: str) -> tuple[str, ...]:
        """The lookup forms of words of the data or of a rule file, as those of an article are found."""
        tokens = (core(token) for token in split(text))
        return tuple(piece for token in tokens if token.strip() for piece in self._divide(token)[1])

    def _allocate(self) -> None:
        signatures = {self._signature(word) for word in self._classes}
        signatures.update(frozenset(names) for names in PUNCTUATION.values())
        signatures.update(frozenset(("fact:" + kind,)) for kind in self.kinds)
        signatures.update(map(frozenset, _NUMERIC_SIGNATURES))
        signatures.update(map(frozenset, _SHAPES))
        for signature in sorted(signatures, key=sorted):
            code = self._codes[signature] = BASE + 4 * len(self._codes)
            for name in signature:
                self._codes_of.setdefault(name, []).append(code)
        if BASE + 4 * len(self._codes) > LIMIT:
            raise LanguageDataError("too many different words in the rule files; load fewer of them")

    def _signature(self, word: str) -> Signature:
        own = frozenset(self._classes.get(word, ()))
        if word in PUNCTUATION:
            return own | frozenset(PUNCTUATION[word])
        return own | {"word"} if word[:1].isalpha() else own | {"sign"}

    # -- tokens -----------------------------------------------------------------------------------

    def code(self, signature: Iterable[str], cap: bool = False, glued: bool = False) -> str:
        """The character of a signature (a set of classes that some word or number has)."""
        return chr(self._codes[frozenset(signature)] + 2 * cap + glued)

    def known(self, folded: str) -> bool:
        return folded in self._classes

    def analyse(self, token: str) -> tuple[str, tuple[str, ...]]:
        """A token -> its characters and the pieces it falls into (clitics before a known word are split off)."""
        word = core(token)
        glued = len(word) == len(token)
        first = word[0]
        if first.isdecimal():
            return self.code(numeral(word).classes, False, glued), (token,)
        if not first.isalpha():
            if first in "\r\n\x0b\x0c\x85\u2028\u2029":
                return END, (token,)
            signature = self._signature(word) if word in PUNCTUATION or self.known(word) else _SIGN
            return self.code(signature, False, glued), (token,)
        parts, stems, marked = self._divide(word)
        if self.known(stems[-1]):
            codes = [self.code(self._signature(stem), False, True) for stem in stems[:-1]]
            codes.append(self.code(self._signature(stems[-1]), marked, glued))
            return "".join(codes), (*parts[:-1], parts[-1] + token[len(word) :])
        shape = _MIXED if any(map(str.isdecimal, word)) else _INITIAL if marked and len(word) == 1 else _WORD
        return self.code(shape, marked, glued), (token,)

    def _divide(self, word: str) -> tuple[tuple[str, ...], tuple[str, ...], bool]:
        """A word's pieces, their lookup forms, and whether it is marked: by a capital or, where it can be, an article.

        Clitics are taken off only where that leaves a known word.
        """
        for lengths in self._divisions(word):
            parts = tuple(word[a:b] for a, b in zip((0, *lengths), (*lengths, len(word)), strict=True))
            *clitics, last = map(fold, parts)
            stem = self._stem(last, bool(clitics) and clitics[-1] in self._contracted)
            if stem and all(map(self.known, clitics)):
                stripped = last != stem and not last.startswith(stem)
                return parts, (*clitics, stem), stripped if clitics else stripped or self._is_marked(word)
        return (word,), (fold(word),), self._is_marked(word)

    def _is_marked(self, word: str) -> bool:
        return word[0].isupper() or (len(word) > 4 and word.startswith(self._article))

    def _stem(self, folded: str, contracted: bool = False) -> str | None:
        """The known word that ``folded`` is: itself, without its article, or without a final bare alef.

        After a clitic that swallows a letter of the article (``contracted``), the article is restored.
        """
        if contracted and self._article:
            restored = self._article[0][:-1] + folded
            if restored.startswith(self._article) and (stem := self._stem(restored)):
                return stem
        if self.known(folded):
            return folded
        for article in self._article:
            rest = folded.removeprefix(article)
            if rest != folded and len(rest) > 1 and self.known(rest):
                return rest
        if self._article and len(folded) > 3 and folded[-1] == "ا" and self.known(folded[:-1]):
            return folded[:-1]
        return None

    def _divisions(self, word: str) -> Iterable[tuple[int, ...]]:
        yield ()
        if not self._then or len(word) < 3:
            return
        starts: list[tuple[int, ...]] = [()]
        for affixes in (self._first, self._then):
            for done in list(starts):
                at = done[-1] if done else 0
                end = _letter_end(word, at)
                if end and fold(word[at:end]) in affixes and len(word) - end > 1:
                    starts.append((*done, end))
        yield from (lengths for lengths in starts[1:])

    def key(self, pieces: Iterable[str], before: str = "") -> str:
        """The lookup key of some tokens of an article; ``before`` is the folded token that they follow."""
        forms = []
        for piece in pieces:
            folded, form = self._forms[piece, before in self._contracted]
            if folded:
                forms.append(form)
                before = folded
        return " ".join(forms)

    def form(self, piece: str, contracted: bool) -> tuple[str, str]:
        """A token folded, and its lookup form; ``contracted``: it follows what an article contracts with."""
        folded = fold(core(piece))
        return folded, (self._stem(folded, contracted) or folded) if folded else ""

    def value(self, kind: str, key: str) -> str | None:
        """What the words of ``key`` mean as a ``kind``; ``None`` when they are not in that class."""
        return self.values.get(kind, {}).get(key)

    # -- patterns ---------------------------------------------------------------------------------

    def characters(self, kind: str) -> frozenset[str]:
        """Characters of a class; ``a&b`` is in both, ``a!b`` in the first only; ``glued`` and ``cap`` are classes.

        So is ``articled`` in a language whose words have their article attached; it has no capitals.
        """
        found: frozenset[str] | None = None
        for operator, name in re.findall(r"([&!]?)([^&!]+)", kind):
            these = self._one_class(name)
            found = these if found is None else found & these if operator == "&" else found - these
        return found or frozenset()

    def _one_class(self, name: str) -> frozenset[str]:
        found = self._members.get(name)
        if found is None:
            found = self._members[name] = self._characters_of(name)
        return found

    def _characters_of(self, name: str) -> frozenset[str]:
        if name == ("articled" if self._article else "cap"):
            return frozenset(chr(code + k) for code in self._codes.values() for k in (2, 3))
        if name == "glued":
            return frozenset(chr(code + k) for code in self._codes.values() for k in (1, 3))
        whole = (chr(code + k) for code in self._codes_of.get(name, ()) for k in range(4))
        capital = (chr(code + k) for code in self._codes_of.get(name + "^", ()) for k in (2, 3))
        return frozenset((*whole, *capital))

    def matcher(self, phrase: Sequence, facts: Mapping[str, tuple[str, ...]] | None = None) -> Matcher:
        """The phrase as a pattern over lines; ``facts`` maps value kinds to kinds of facts."""
        node = self._node(phrase, facts or {})
        return Matcher(node, tuple(sorted(set(needs_of(node)), key=self._commonness)))

    def _commonness(self, need: frozenset[str]) -> tuple[int, int, str]:
        """A key that sorts sets of characters, those that a text is likely to lack first."""
        rank = 2 if need & self._everywhere else int(not need.isdisjoint(self.characters("number")))
        return rank, len(need), min(need)

    @cached_property
    def _everywhere(self) -> frozenset[str]:
        return self.characters("function") | self.characters("comma") | self.characters("fullstop")

    def _node(self, node: Phrase, facts: Mapping[str, tuple[str, ...]]) -> Node:
        if isinstance(node, Word):
            return Chain(tuple(self._literal(piece) for piece in self.pieces_of(node.text)))
        if isinstance(node, Choice):
            return Either(tuple(self._node(option, facts) for option in node.options))
        if isinstance(node, Maybe):
            return Optional(self._node(node.item, facts))
        if isinstance(node, Slot):
            item = self._slot(node, facts)
            return Group(node.name, item) if node.name else item
        assert isinstance(node, Sequence)
        return Chain(tuple(self._items(node.items, facts)))

    def _items(self, items: tuple[Phrase, ...], facts: Mapping[str, tuple[str, ...]]) -> Iterator[Node]:
        gaps = 0
        for item in items:
            if isinstance(item, Gap):
                gaps += 1
                continue
            node = self._node(item, facts)
            for _ in range(gaps):
                node = Nearest(node)
            gaps = 0
            yield node

    def _literal(self, piece: str) -> Node:
        return self._shared("=" + piece, lambda: One(self._one_class("=" + piece)))

    def _slot(self, slot: Slot, facts: Mapping[str, tuple[str, ...]]) -> Node:
        if slot.kind.startswith("@"):
            named = self.named[slot.kind[1:]]
            return self._shared(" ".join((slot.kind, *facts)), lambda: self._node(named, facts))
        if slot.kind.isupper():
            return self._facts((slot.kind.lower(),))
        if slot.kind in facts:
            return self._facts(facts[slot.kind])
        if facts and slot.kind in ("word", "words"):
            word = One(self._one_class("word"))
            return Few(Either((word, self._facts(PASSED))), MAX_WORDS) if slot.kind == "words" else word
        return self._shared(slot.kind, lambda: self._class(slot.kind))

    def _facts(self, kinds: tuple[str, ...]) -> Node:
        return self._shared("fact:" + " ".join(kinds), lambda: Value(self._characters_of_facts(kinds)))

    def _characters_of_facts(self, kinds: tuple[str, ...]) -> frozenset[str]:
        return frozenset(c for kind in kinds for c in self._one_class("fact:" + kind))

    def _shared(self, name: str, make: Callable[[], Node]) -> Node:
        """A node that many patterns have in common, made once."""
        if (found := self._nodes.get(name)) is None:
            found = self._nodes[name] = make()
        return found

    def _class(self, kind: str) -> Node:
        single = self.characters(kind)
        if any(name in NUMERIC for name in re.split("[&!]", kind)):
            return Value(single)
        several = tuple(Chain(tuple(map(self._literal, pieces))) for pieces in self._longest_first(kind))
        return Either((*several, One(single))) if several else One(single)

    def _longest_first(self, kind: str) -> list[tuple[str, ...]]:
        return sorted(self._several(kind), key=lambda pieces: (-len(pieces), pieces))

    def _several(self, kind: str) -> list[tuple[str, ...]]:
        """The entries of several words of a class; a class that is excluded takes away its own."""
        base, *excluded = kind.split("!")
        without = {pieces for name in excluded for pieces in self.several.get(name, ())}
        return [pieces for pieces in self.several.get(base, ()) if pieces not in without]


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


class _Forms(dict[tuple[str, bool], tuple[str, str]]):
    """Token and whether it follows a contraction -> its folded and its lookup form, each found once; bounded."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self._lexicon = lexicon

    def __missing__(self, token: tuple[str, bool]) -> tuple[str, str]:
        if len(self) >= MEMO:
            self.clear()
        result = self[token] = self._lexicon.form(*token)
        return result


def _letter_end(word: str, at: int) -> int:
    """The end of the letter at ``at`` with the marks on it; 0 when the word ends there."""
    end = at + 1
    while end < len(word) and not word[end].isalpha():
        end += 1
    return end if end < len(word) else 0


_WORD, _MIXED, _INITIAL, _SIGN = ("word", "unknown"), ("mixed",), ("word", "unknown", "initial"), ("sign",)
_SHAPES = (_WORD, _MIXED, _INITIAL, _SIGN)
_WRITTEN = [f"{v:0{width}}" for v in (0, 1, 12, 13, 24, 25, 31, 32, 59, 60, 99) for width in (1, 2, 3)]
_NUMERIC = {numeral(text).classes for text in (*_WRITTEN, "0999", "1000", "1436", "2200", "99999")}
_NUMERIC |= {classes_of(value) for value in (0, 1, 12, 13, 24, 25, 31, 32, 59, 60)} | {
    classes_of(1992, 4),
    classes_of(1436, 4),
}
_NUMERIC |= {numeral(text).classes for text in ("1,000", "1.5")}
_NUMERIC_SIGNATURES = sorted(
    _NUMERIC
    | {(*c, "ordinal") for c in _NUMERIC}
    | {(*c, "spelled") for c in _NUMERIC}
    | {("dotdate",), ("oddnumber",)}
)
