"""A fact and its sentence -> what the sentence holds besides the figure, ready to be compared."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from functools import cached_property, lru_cache
from itertools import islice
from typing import TypeVar, cast

from factcheck.identity.cues import Cues
from factcheck.identity.thresholds import REACH, SURROUNDINGS
from factcheck.identity.values import likeliest
from factcheck.languages.folding import fold
from factcheck.model import Document, Fact, Sentence, Word

T = TypeVar("T")
_CAPITAL = re.compile(r"\b[A-Z]\w{2,}")


@lru_cache(maxsize=64)
def _folded(text: str) -> str:
    return fold(text)


@lru_cache(maxsize=64)
def _folded_before(document: Document, end: int) -> str:
    return fold(document.text[:end])


class View:
    """``first`` to ``last`` (exclusive) are the words of the figure, ``all_figures`` all facts of the sentence.

    ``content`` are the words and names of the sentence, ``every`` all words of it but signs and figures.
    """

    def __init__(
        self,
        fact: Fact,
        sentence: Sentence,
        first: int,
        last: int,
        content: frozenset[str],
        names: frozenset[str],
        every: frozenset[str],
        all_figures: Sequence[Fact],
        document: Document,
    ) -> None:
        self.fact, self.sentence, self.first, self.last = fact, sentence, first, last
        self.content, self.names, self.every = content, names, every
        self.all_figures, self.document = all_figures, document
        self.position = sentence.position
        self._known: dict[Callable[[View, Cues], object], object] = {}

    def once(self, make: Callable[[View, Cues], T], cues: Cues) -> T:
        """What ``make`` says of the figure, asked once; each is compared with many others. All cues are the same."""
        if make not in self._known:
            self._known[make] = make(self, cues)
        return cast("T", self._known[make])

    @cached_property
    def figures(self) -> tuple[Fact, ...]:
        """The other figures of the sentence."""
        return tuple(other for other in self.all_figures if other is not self.fact)

    @cached_property
    def exact(self) -> Fraction | None:
        """The likeliest value of the figure, where it is exact."""
        return likeliest(self.fact).exact

    @property
    def text(self) -> str:
        """The words of the figure as they stand."""
        return self.document.text[self.fact.span.start : self.fact.span.end]

    @property
    def document_text(self) -> str:
        """The whole text of its document in the letters of lookup forms."""
        return _folded(self.document.text)

    @property
    def before_text(self) -> str:
        """The text of its document before the sentence, in the letters of lookup forms."""
        return _folded_before(self.document, self.sentence.span.start)

    @property
    def has_capitals(self) -> bool:
        """Whether names are written with capitals: in the script of most words of the sentence there are some."""
        return 2 * sum(word != word.upper() for word in self.content) > len(self.content)

    @property
    def surroundings(self) -> frozenset[str]:
        """Names shortly before the sentence: words with a capital that do not begin a sentence everywhere."""
        text, end = self.document.text, self.sentence.span.start
        near = text[max(self.document.body, end - SURROUNDINGS) : end]
        return frozenset(name for name in _CAPITAL.findall(near) if re.search(rf"[\w,;-] {name}\b", text))

    def key(self, fact: Fact) -> str:
        """The words of a fact of this sentence in their lookup form."""
        span = fact.span
        return " ".join(word.key for word in self.sentence.words if span.start <= word.start < span.end)

    @cached_property
    def before(self) -> tuple[str, ...]:
        """The nearest words before the figure, in the order of the text."""
        return tuple(reversed(_nearest(reversed(self.sentence.words[: self.first]))))

    @cached_property
    def after(self) -> tuple[str, ...]:
        """The nearest words after the figure."""
        return _nearest(self.sentence.words[self.last :])


def _nearest(words: Iterable[Word]) -> tuple[str, ...]:
    return tuple(islice((word.key for word in words if word.kind != "sign"), REACH))


class Views:
    """Views of the facts of a run, made when they are needed; facts are in the order of the text."""

    def __init__(
        self, facts: Iterable[Fact], sentence: Callable[[Fact], Sentence], documents: Mapping[str, Document]
    ) -> None:
        self._sentence = sentence
        self._documents = documents
        self._facts: dict[str, list[Fact]] = {}
        self._starts: dict[str, list[int]] = {}
        self._done: dict[str, View] = {}
        for fact in facts:
            self._facts.setdefault(fact.path, []).append(fact)
            self._starts.setdefault(fact.path, []).append(fact.span.start)

    def document(self, fact: Fact) -> Document:
        """The document that a fact stands in."""
        return self._documents[fact.path]

    def of(self, fact: Fact) -> View:
        if fact.id not in self._done:
            self._read(self._sentence(fact))
        return self._done[fact.id]

    def around(self, view: View) -> tuple[Fact, ...]:
        """The facts of the sentences before and after that of ``view``."""
        path, span = view.fact.path, view.sentence.span
        facts, starts = self._facts[path], self._starts[path]
        low, high = bisect_left(starts, span.start - SURROUNDINGS), bisect_left(starts, span.end + SURROUNDINGS)
        near = (fact for fact in facts[low:high] if not span.start <= fact.span.start < span.end)
        return tuple(fact for fact in near if abs(self.of(fact).position - view.position) == 1)

    def _read(self, sentence: Sentence) -> None:
        """Makes the views of all facts of a sentence, because reading it costs most."""
        words = sentence.words
        document = self._documents[sentence.path]
        names = {word.key for word in words if word.kind == "name"}
        if words and words[0].kind == "word" and document.text[words[0].start].isupper():
            names.add(words[0].key)  # a capital says nothing of the first word, so it may be a name
        content = frozenset(names.union(word.key for word in words if word.kind == "word"))
        every = content.union(word.key for word in words if word.kind == "function")
        figures = self._figures(sentence)
        starts = [word.start for word in words]
        for fact in figures:
            first, last = bisect_left(starts, fact.span.start), bisect_left(starts, fact.span.end)
            self._done[fact.id] = View(fact, sentence, first, last, content, frozenset(names), every, figures, document)

    def _figures(self, sentence: Sentence) -> Sequence[Fact]:
        starts = self._starts[sentence.path]
        low, high = bisect_left(starts, sentence.span.start), bisect_left(starts, sentence.span.end)
        return self._facts[sentence.path][low:high]


def shared(one: View, other: View) -> int:
    """How many content words the two sentences share."""
    return len(one.content & other.content)


def contains(one: View, other: View, share: Fraction) -> bool:
    """Whether at least ``share`` of the content words of the shorter sentence stand in the other one."""
    least = min(len(one.content), len(other.content))
    return shared(one, other) * share.denominator >= least * share.numerator


def neighbours(one: View, other: View) -> int:
    """How many words next to the two figures are equal, before and after counted apart."""
    return len(set(one.before) & set(other.before)) + len(set(one.after) & set(other.after))


def contained(some: Iterable[str], others: frozenset[str], cues: Cues) -> int:
    """How many of ``some`` words are among the ``others``, articles and clitics aside."""
    return sum(cues.among(word, others) for word in some)
