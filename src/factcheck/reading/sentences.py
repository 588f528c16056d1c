"""A place in the lines of a document -> the sentence there, word by word."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from factcheck.languages.lexicon import END
from factcheck.model import Sentence, Word
from factcheck.reading.lines import Line

LINE_ENDS = "\r\n\x0b\x0c\x85\u2028\u2029"
LONGEST_TITLE = 30

# A table, a list or noise may run on for thousands of tokens without a stop; it is cut, so that what is looked up
# around each of its figures does not grow with it.
LONGEST_SENTENCE = 400


def sentence_at(path: str, lines: Sequence[Line], place: int) -> Sentence:
    """The sentence around code point ``place`` of the text."""
    number = bisect_right([line.starts[0] for line in lines], place) - 1
    line = lines[number]
    at = bisect_right(line.starts, place) - 1
    start, end = bounds(line, at)
    before = sum(len(one.index) - 1 for one in lines[:number]) + line.index.number(start)
    position = -1 if number == 0 and before == 0 and _is_title(line, end) else before
    span = line.span(start, end)
    return Sentence(path, span, position, tuple(_words(line, start, end)))


def bounds(line: Line, at: int) -> tuple[int, int]:
    """The first token of the sentence that token ``at`` stands in, and the one after its last."""
    start = line.line.rfind(END, 0, at) + 1
    start += max(at - start, 0) // LONGEST_SENTENCE * LONGEST_SENTENCE
    end = line.line.find(END, at, start + LONGEST_SENTENCE)
    return start, min(len(line.line), start + LONGEST_SENTENCE) if end < 0 else max(end, start + 1)


def _is_title(line: Line, end: int) -> bool:
    """The text's first line is its title when it is short, ends without a stop, and more follows."""
    return end < len(line.pieces) - 1 and end <= LONGEST_TITLE and line.pieces[end][0] in LINE_ENDS


def _words(line: Line, start: int, end: int) -> Iterator[Word]:
    lexicon = line.lexicon
    function, word, capital = (lexicon.characters(name) for name in ("function", "word", "cap"))
    at = start
    while at < end:
        if (draft := line.drafts.get(at)) is not None:
            yield Word(line.key(at, draft.end), line.span(at, draft.end), "figure")
            at = max(draft.end, at + 1)
            continue
        code = line.base[at]
        if code in function:
            kind = "function"
        elif code not in word:
            kind = "sign"
        else:
            kind = "name" if code in capital and at > start else "word"
        yield Word(line.key(at, at + 1), line.span(at, at + 1), kind)
        at += 1
