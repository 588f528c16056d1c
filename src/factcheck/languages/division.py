"""A word as it stands -> the pieces it falls into: clitics and article written together with a known word."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping

from factcheck.languages.folding import fold
from factcheck.languages.tokens import core, split

AFFIXES = ("clitic-first", "clitic", "article-attached", "article-contracted")
Affixes = Mapping[str, tuple[str, ...]]


class Division:
    """How words of one language are divided; ``known`` are the folded words of its vocabulary."""

    def __init__(self, known: Container[str], affixes: Affixes) -> None:
        self._known = known
        self.first, self.then, self.article, self.contracted = (affixes[kind] for kind in AFFIXES)

    def pieces_of(self, text: str) -> tuple[str, ...]:
        """The lookup forms of words of the data or of a rule file, as those of an article are found."""
        tokens = (core(token) for token in split(text))
        return tuple(piece for token in tokens if token.strip() for piece in self.divide(token)[1])

    def divide(self, word: str) -> tuple[tuple[str, ...], tuple[str, ...], bool]:
        """A word's pieces, their lookup forms, and whether it is marked: by a capital or, where it can be, an article.

        Clitics are taken off only where that leaves a known word.
        """
        for lengths in self._divisions(word):
            parts = tuple(word[a:b] for a, b in zip((0, *lengths), (*lengths, len(word)), strict=True))
            *clitics, last = map(fold, parts)
            stem = self.stem(last, bool(clitics) and clitics[-1] in self.contracted)
            if stem and all(clitic in self._known for clitic in clitics):
                stripped = last != stem and not last.startswith(stem)
                return parts, (*clitics, stem), stripped if clitics else stripped or self._is_marked(word)
        return (word,), (fold(word),), self._is_marked(word)

    def _is_marked(self, word: str) -> bool:
        return word[0].isupper() or (len(word) > 4 and word.startswith(self.article))

    def stem(self, folded: str, contracted: bool = False) -> str | None:
        """The known word that ``folded`` is: itself, without its article, or without a final bare alef.

        After a clitic that swallows a letter of the article (``contracted``), the article is restored.
        """
        if contracted and self.article:
            restored = self.article[0][:-1] + folded
            if restored.startswith(self.article) and (stem := self.stem(restored)):
                return stem
        if folded in self._known:
            return folded
        for article in self.article:
            rest = folded.removeprefix(article)
            if rest != folded and len(rest) > 1 and rest in self._known:
                return rest
        if self.article and len(folded) > 3 and folded[-1] == "ا" and folded[:-1] in self._known:
            return folded[:-1]
        return None

    def _divisions(self, word: str) -> Iterable[tuple[int, ...]]:
        yield ()
        if not self.then or len(word) < 3:
            return
        starts: list[tuple[int, ...]] = [()]
        for affixes in (self.first, self.then):
            for done in list(starts):
                at = done[-1] if done else 0
                end = _letter_end(word, at)
                if end and fold(word[at:end]) in affixes and len(word) - end > 1:
                    starts.append((*done, end))
        yield from (lengths for lengths in starts[1:])


def _letter_end(word: str, at: int) -> int:
    """The end of the letter at ``at`` with the marks on it; 0 when the word ends there."""
    end = at + 1
    while end < len(word) and not word[end].isalpha():
        end += 1
    return end if end < len(word) else 0
