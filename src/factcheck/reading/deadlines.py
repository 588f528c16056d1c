"""A paragraph that tells when a term ends -> that date, and the one of what comes after: its new end, or what was done.

They have until 15 March. ... After the deadline had passed, on 17 March, the police moved in; the truce ran out on
26 January and has been prolonged until 18 February.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.languages.matching import Found
from factcheck.reading.ends import Roles, has
from factcheck.reading.lines import Draft, Line
from factcheck.reading.pieces import Marks
from factcheck.reading.sequences import Sentence, code, words_in

# The word for a term, and its date; the words that it is over, or longer, and the date of that.
NEAR, FAR = 8, 16
# What comes after a term is told so many sentences further on at most.
SENTENCES = 3


def deadlines(line: Line, told: Sequence[Sentence]) -> Iterator[Roles]:
    """The roles ``earlier`` and ``later`` of each end of a term and what comes after it."""
    yield from _moved(line, told)
    if not any(line.find(line.lexicon.words_of(name)) for name in ("term-over", "term-longer")):
        return
    terms = [one for sentence in told for one in _terms(line, sentence)]
    for sentence in told:
        for later in (*_afterwards(line, sentence, terms), *_longer(line, sentence, terms)):
            ends = [one for one in terms if one.end <= later.start and one is not later]
            if ends and _is_near(line, ends[-1], later) and not has(line, "term-other", ends[-1].end, later.start):
                yield {"earlier": [ends[-1]], "later": [later]}


def _moved(line: Line, told: Sequence[Sentence]) -> Iterator[Roles]:
    """What was put off from one day to a later one, or brought forward from one day to an earlier one."""
    for sentence in told:
        for one, other in pairwise(sentence.dates):
            whence, whither = _before(line, one, "order-from"), _before(line, other, "order-to")
            if not (whence and whither) or other.start - one.end > NEAR // 2:
                continue
            for name in ("order-delayed", "order-hastened"):
                if has(line, name, max(sentence.start, one.start - NEAR), one.start):
                    ends = (one, other) if name == "order-delayed" else (other, one)
                    yield {"earlier": [ends[0]], "later": [ends[1]]}
                    break


def _before(line: Line, date: Draft, name: str) -> bool:
    """Whether a word of a class stands before a date, with nothing but "the" or "day" in between."""
    return any(code(line, at) in line.lexicon.characters(name) for at in range(max(date.start - 2, 0), date.start))


def _terms(line: Line, sentence: Sentence) -> Iterator[Draft]:
    """The dates on which a term ends."""
    for date in sentence.dates:
        before = [one for one in sentence.dates if one.end <= date.start]
        after = [one for one in sentence.dates if one.start >= date.end]
        low = max(date.start - NEAR, sentence.start, before[-1].end if before else 0)
        high = min(date.end + NEAR // 2, sentence.end, after[0].start if after else sentence.end)
        first = before[-1].end if before else sentence.start
        if _is_longer(line, low, date) or has(line, "term-over", first, date.start):
            continue
        over = has(line, "term-over", date.end, high + NEAR)
        if has(line, "term", low, date.start) or (has(line, "term-named", date.end, high) and not over):
            yield date


def _is_longer(line: Line, low: int, date: Draft) -> bool:
    """Whether a date is the new end of a term: what is longer is said after the term, if that is said."""
    longer, term = ([one.start() for one in words_in(line, name, low, date.start)] for name in ("term-longer", "term"))
    return bool(longer) and max(longer) > max(term, default=-1)


def _afterwards(line: Line, sentence: Sentence, terms: Sequence[Draft]) -> Iterator[Draft]:
    """The only date of a sentence that tells what was done when the term was over."""
    for over in words_in(line, "term-over", sentence.start, sentence.end):
        dates = [one for one in sentence.dates if one not in terms]
        if len(dates) != 1 or _is_of(line, over, dates[0]) or abs(dates[0].start - over.end()) > FAR:
            continue
        if not has(line, "order-stop", over.end(), dates[0].start):
            yield dates[0]


def _is_of(line: Line, over: Found, date: Draft) -> bool:
    """Whether a date is that of the term itself: after the deadline of 15 March."""
    return over.end() == date.start or (
        over.end() + 1 == date.start and code(line, over.end()) not in Marks.of(line.lexicon).comma
    )


def _longer(line: Line, sentence: Sentence, terms: Sequence[Draft]) -> Iterator[Draft]:
    """The new end of a term."""
    for longer in words_in(line, "term-longer", sentence.start, sentence.end):
        if longer.start() > sentence.start and has(line, "term-before", longer.start() - 3, longer.start()):
            continue
        date = next((one for one in sentence.dates if one.start >= longer.end() and one not in terms), None)
        if date is not None and date.start - longer.end() <= FAR and _is_end(line, date):
            yield date


def _is_end(line: Line, date: Draft) -> bool:
    return code(line, date.start - 1) in line.lexicon.characters("term-to")


def _is_near(line: Line, one: Draft, other: Draft) -> bool:
    """Whether no more than a few sentences end between."""
    return line.index.number(other.start) - line.index.number(one.start) <= SENTENCES
