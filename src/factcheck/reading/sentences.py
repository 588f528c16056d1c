"""A place in the lines of a document -> the sentence there, word by word."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from operator import add
from typing import cast

from factcheck.languages.folding import fold
from factcheck.languages.lexicon import Lexicon
from factcheck.languages.nodes import END
from factcheck.languages.tokens import core
from factcheck.model import Document, Sentence, Word
from factcheck.reading.lines import Line

LINE_ENDS = "\r\n\x0b\x0c\x85\u2028\u2029"
LONGEST_TITLE = 30
TITLE = -1

# A table, a list or noise may run on for thousands of tokens without a stop; it is cut, so that what is looked up
# around each of its figures does not grow with it.
LONGEST_SENTENCE = 400


# A tuple made without a call of Python for each.
_word = cast("Callable[[tuple[str, int, int, str]], Word]", partial(tuple.__new__, Word))


def sentence_at(document: Document, lines: Sequence[Line], place: int) -> Sentence:
    """The sentence around code point ``place`` of the text; ``lines`` may begin with the title of the front matter."""
    number = bisect_right([line.starts[0] for line in lines], place) - 1
    line = lines[number]
    at = bisect_right(line.starts, place) - 1
    start, end = bounds(line, at)
    first = sum(line.starts[0] < document.body for line in lines[:1])
    before = sum(len(one.index) - 1 for one in lines[first:number]) + line.index.number(start)
    titled = number < first or (number == first == 0 and before == 0 and _is_title(line, end))
    return Sentence(document.path, line.span(start, end), TITLE if titled else before, tuple(_words(line, start, end)))


def bounds(line: Line, at: int) -> tuple[int, int]:
    """The first token of the sentence that token ``at`` stands in, and the one after its last."""
    start = line.line.rfind(END, 0, at) + 1
    if at - start >= LONGEST_SENTENCE:
        start += (at - start) // LONGEST_SENTENCE * LONGEST_SENTENCE
    end = line.line.find(END, at, start + LONGEST_SENTENCE)
    if end < 0:
        return start, min(len(line.line), start + LONGEST_SENTENCE)
    return start, end if end > start else start + 1


def around(line: Line, at: int, reach: int) -> list[tuple[int, int]]:
    """The sentence that token ``at`` stands in and so many before and after it; blank ones are passed over."""
    found = [bounds(line, at)]
    for step in (-1, 1):
        place = found[0][0] - 1 if step < 0 else found[-1][1]
        for _ in range(reach):
            while 0 <= place < len(line.line) and line.line[place] == END:
                place += step
            if not 0 <= place < len(line.line):
                break
            start, stop = bounds(line, place)
            if step < 0:
                found.insert(0, (start, stop))
                place = start - 1
            else:
                found.append((start, stop))
                place = stop
    return found


def _is_title(line: Line, end: int) -> bool:
    """The text's first line is its title when it is short, ends without a stop, and more follows."""
    return end < len(line.pieces) - 1 and end <= LONGEST_TITLE and line.pieces[end][0] in LINE_ENDS


def _words(line: Line, start: int, end: int) -> list[Word]:
    """The tokens of a sentence; those of a figure are one. Made all at once: that is what sentences cost."""
    before = fold(core(line.pieces[start - 1])) if start else ""
    pieces, starts = line.pieces[start:end], line.starts[start:end]
    keys = line.lexicon.keys(pieces, before)
    ends = map(add, starts, map(len, map(core, pieces)))
    kinds = map(_kinds(line.lexicon).__getitem__, line.base[start:end])
    words = [*map(_word, zip(keys, starts, ends, kinds, strict=True))]
    if words and words[0].kind == "name":
        words[0] = words[0]._replace(kind="word")
    at, found = start, list[Word]()
    for draft in line.drafts_between(start, end):
        if draft.start >= at:
            found += words[at - start : draft.start - start]
            key = " ".join(filter(None, keys[draft.start - start : draft.end - start]))
            found.append(Word(key, *line.span(draft.start, draft.end), "figure"))
            at = max(draft.end, draft.start + 1)
    return found + words[at - start :]


class _Kinds(dict[str, str]):
    """What a token is in a sentence, by its character in the line."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self._classes = tuple(lexicon.characters(name) for name in ("function", "word", "cap"))

    def __missing__(self, code: str) -> str:
        function, word, capital = self._classes
        kind = "function" if code in function else "sign" if code not in word else "name" if code in capital else "word"
        self[code] = kind
        return kind


@lru_cache(maxsize=16)
def _kinds(lexicon: Lexicon) -> _Kinds:
    return _Kinds(lexicon)
