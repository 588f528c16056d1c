"""A sentence with a percentage and a count out of another, which no phrase ties together -> the relation ``share``.

Turnout came to 61 percent, the commission said, with 1.84 of the 3 million voters casting a ballot; 240 pupils, a fifth
of those in its classes, who number 1,200. Where other counts around give the percentage nothing is claimed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.languages.lexicon import Lexicon
from factcheck.model import Relation
from factcheck.reading.breakdowns import concept, counts_something, is_part
from factcheck.reading.enumerations import relation
from factcheck.reading.lines import Draft, Line
from factcheck.reading.pieces import Marks
from factcheck.reading.places import hedges_of, noun_end
from factcheck.reading.quotas import is_explained, middle
from factcheck.reading.rates import value
from factcheck.reading.sentences import around, bounds

COUNTS = ("number", "money", "quantity")
# Words that say that a count is all of some things stand so near before it.
NEAR = 3
# A count between these and what it is of stand so many tokens.
OUT_OF = 5
# More figures than these are a table.
MOST = 8
Pair = tuple[Draft, Draft]


def ratios(path: str, line: Line, lexicon: Lexicon) -> Iterator[Relation]:
    """The shares of the sentences that tell one percentage and one count out of another."""
    for at in sorted(line.drafts):
        percent = line.drafts[at]
        if percent.kind != "percent" or middle(percent) is None:
            continue
        first, stop = bounds(line, at)
        some = line.drafts_between(first, stop)
        counts = [one for one in some if one.kind in COUNTS and value(one) > 0]
        if len(counts) > MOST:
            continue
        pairs = [pair for pair in _out_of(line, counts) if _is_tied(line, percent, pair)]
        pairs += _numbered(line, percent, counts)
        if len(pairs) != 1 or _is_of_another(line, percent, pairs[0]):
            continue
        part, whole = pairs[0]
        last = max(whole.end, percent.end)
        if any(one.kind == "percent" and one is not percent and one.start < last for one in some):
            continue
        near = [one for place in around(line, at, 1) for one in line.drafts_between(*place) if one.kind in COUNTS]
        if not is_explained(percent, near, pairs[0]):
            yield relation(
                path, line, "share", [("part", [part]), ("percent", [percent]), ("whole", [whole])], "ratios"
            )


def _out_of(line: Line, counts: Sequence[Draft]) -> Iterator[Pair]:
    """Each count that is told to be out of the next one: 162,000 of 270,000 voters."""
    for part, whole in pairwise(counts):
        found = line.lexicon.words_of("outof").finditer(line.base, part.end, whole.start)
        near = whole.start - noun_end(part) <= OUT_OF
        if near and any(one.start() <= noun_end(part) for one in found) and _are_of_one(part, whole):
            yield part, whole


def _is_tied(line: Line, percent: Draft, pair: Pair) -> bool:
    """Whether a percentage is a turnout, or "or" and the like join it to the two counts."""
    lexicon, (part, whole) = line.lexicon, pair
    first, stop = bounds(line, percent.start)
    if percent.start > whole.end and line.base[percent.start - 1] in Marks.of(lexicon).conjunction:
        return False  # 2,210 of the 3,400 members voted, and 88 percent agreed
    cut = lexicon.characters("semicolon|contrasting|flouted")
    ahead = percent.end <= part.start and not cut.isdisjoint(line.line[percent.end : part.start])
    if not ahead and any(
        lexicon.words_of("turnout").finditer(
            line.base, max(first, percent.start - 2 * NEAR), min(percent.end + NEAR, stop)
        )
    ):
        return True
    start, end = (percent.end, part.start) if percent.start < part.start else (whole.end, percent.start)
    links = lexicon.words_of("ratio-link").finditer(line.base, start, end)
    return any(end - one.end() < NEAR for one in links)


def _numbered(line: Line, percent: Draft, counts: Sequence[Draft]) -> Iterator[Pair]:
    """The count that is said to be all of some things, and the one before it: of its pupils, who number 1,200."""
    for whole in counts:
        found = line.lexicon.words_of("numbering").finditer(line.base, max(whole.start - NEAR - 2, 0), whole.start)
        hedges = {*hedges_of(whole)}
        if not any(all(at in hedges for at in range(one.end(), whole.start)) for one in found):
            continue
        before = [one for one in counts if one.end <= min(whole.start, max(percent.start, whole.start))]
        before = [one for one in before if one.end <= whole.start and _are_of_one(one, whole)]
        if before and (percent.start > whole.start or before[-1].end <= percent.start):
            yield before[-1], whole


def _are_of_one(part: Draft, whole: Draft) -> bool:
    """Whether a count may be some of another, which is more."""
    bare = part.kind == whole.kind == "number" and not concept(part)
    return value(part) < value(whole) and (bare or is_part(whole, part))


def _is_of_another(line: Line, percent: Draft, pair: Pair) -> bool:
    """Whether a percentage is one of something else (25 percent of the votes, or 30 of 150 seats), or a change."""
    lexicon = line.lexicon
    first, stop = bounds(line, percent.start)
    if counts_something(pair[1]) and line.base[percent.end : percent.end + 1] in lexicon.characters("of"):
        return percent.end < stop
    for name in ("trend", "trend-noun", "compared"):
        if any(
            lexicon.words_of(name).finditer(
                line.base, max(first, percent.start - 2 * NEAR), min(percent.end + NEAR, stop)
            )
        ):
            return True
    return any(lexicon.words_of("hypothetical").finditer(line.base, first, stop))
