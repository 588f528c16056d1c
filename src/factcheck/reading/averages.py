"""An average and the highest or lowest of the figures that it is of -> the relation ``average``.

The mercury touched 50.4 degrees at the airport, the highest of the week; the weekly average there was 41 degrees. Bids
ranged from 3.1 to 4.6 million and were 3.8 million on average. Both stand in one sentence or in sentences beside each
other, each the only figure of its unit that is called so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.languages.lexicon import Lexicon
from factcheck.model import Relation
from factcheck.reading.breakdowns import concept, counts_something
from factcheck.reading.ends import ENDS
from factcheck.reading.enumerations import relation
from factcheck.reading.lines import Draft, Line
from factcheck.reading.oldnew import is_apiece
from factcheck.reading.pieces import Marks, has_prefix
from factcheck.reading.places import hedges_of, noun_end
from factcheck.reading.sentences import around, bounds
from factcheck.reading.subjects import bare_key

FIGURES = ("number", "money", "quantity", "percent")
# What is called an average or the highest figure is the next one, so many tokens on; "on average" stands right behind.
AHEAD, BEHIND = 9, 3
# From the word for a range to its first figure, and from there to the second.
FIRST, SECOND = 8, 16
# So far behind the later figure may stand what it is more than.
AFTER = 2
# Words of sentences that tell of other times or things: the highest since 2008, when it was 48.
BARRED = ("edge-apart", "trend-noun", "compared", "while")
EDGES = (("highest", "less", "more"), ("lowest", "more", "less"))


def averages(path: str, line: Line, lexicon: Lexicon) -> Iterator[Relation]:
    """Averages beside the highest and the lowest figure that the sentences around them tell."""
    names = ("average-of", "on-average")
    needs = [need for name in names for need in lexicon.words_of(name).all_needs]
    if all(need.isdisjoint(line.index.characters) for need in needs):
        return
    for average in _averages(line, 0, len(line.line)):
        some = around(line, average.start, 1)
        first, stop = some[0][0], some[-1][1]
        if len([one for one in _averages(line, first, stop) if _is_like(one, average)]) != 1:
            continue
        ranges = [pair for pair in _ranges(line, first, stop) if _is_like(pair[0], average) and average not in pair]
        for at, (name, own, other) in enumerate(EDGES):
            edges = [one for one in _called(line, name, first, stop) if _is_like(one, average)]
            barred = BARRED if edges else BARRED[2:]
            edges = edges or [pair[1 - at] for pair in ranges]
            if len(edges) == 1 and edges[0] is not average and _are_of_one(line, average, edges[0], barred):
                yield relation(path, line, "average", [(own, [average]), (other, edges)], "averages")


def _averages(line: Line, start: int, end: int) -> list[Draft]:
    """The figures that are called averages: the average of 41, 41 on average."""
    found: dict[int, Draft] = {}
    behind = [range(*one.span()) for one in line.lexicon.words_of("on-average").finditer(line.base, start, end)]
    for one in _called(line, "average-of", start, end, behind):
        found[one.start] = one
    for match in line.lexicon.words_of("on-average").finditer(line.base, start, end):
        first = bounds(line, match.start())[0]
        before = [one for one in line.drafts_between(first, match.start()) if one.kind in FIGURES][-1:]
        for one in before:
            if match.start() - noun_end(one) < BEHIND and one.number is not None and one.number.high is None:
                found[one.start] = one
    return list(found.values())


def _ranges(line: Line, start: int, end: int) -> Iterator[tuple[Draft, Draft]]:
    """The lower and the upper end of what figures range between."""
    lexicon, marks = line.lexicon, Marks.of(line.lexicon)
    to = lexicon.characters("changeto") | marks.conjunction
    for match in lexicon.words_of("ranging").finditer(line.base, start, end):
        stop = bounds(line, match.start())[1]
        figures = [one for one in line.drafts_between(match.end(), stop) if one.kind in FIGURES]
        if not figures or figures[0].start - match.end() > FIRST or figures[0].number is None:
            continue
        low = figures[0]
        if low.number is not None and low.number.high is not None:
            yield low, low
            continue
        for high in figures[1:]:
            joined = line.base[high.start - 1] in to or has_prefix(line, marks, high.start)
            if joined and _may_be_end(low, high) and high.start - low.end <= SECOND:
                yield low, high
                break


def _may_be_end(low: Draft, high: Draft) -> bool:
    """Whether two figures may be the ends of one range; the unit of the second may be left out."""
    if low.number is None or high.number is None or not low.number.value < high.number.value:
        return False
    return _is_like(low, high) or low.kind == high.kind or (high.kind == "number" and not counts_something(high))


def _are_of_one(line: Line, average: Draft, edge: Draft, barred: Sequence[str]) -> bool:
    """Whether nothing in the two sentences tells of another time, and the later names nothing that is new."""
    early, late = sorted((average, edge), key=lambda one: one.start)
    (first, stop), (start, end) = bounds(line, early.start), bounds(line, late.start)
    hedges = {at for one in line.drafts_between(first, end) for at in hedges_of(one)}
    comma = Marks.of(line.lexicon).comma
    after = next((at for at in range(late.end, min(late.end + AFTER, end)) if line.line[at] in comma), end)
    for name in barred:
        last = min(late.end + AFTER, after) if name == BARRED[0] else late.end
        if any(one.start() not in hedges for one in line.lexicon.words_of(name).finditer(line.base, first, last)):
            return False
    names = line.lexicon.characters("cap")
    if first == start:  # the average in the north is 20 degrees, in the south the lowest is 25
        stop, start = early.end, early.end
    if _is_placed(line, start, min(late.end + AFTER, end)):
        return False
    told = {key for at in range(first, stop) for key in (line.key(at, at + 1), bare_key(line, at))}
    if not _is_of_the_same(line, average, edge):
        return False
    if _is_narrowed(line, start, late, end, told) or is_apiece(line, average) != is_apiece(line, edge):
        return False
    own = (line.key(at, at + 1) for at in range(start + 1, end) if line.base[at] in names and at not in line.drafts)
    return all(one in told for one in own)


def _is_placed(line: Line, start: int, end: int) -> bool:
    """Whether a word that tells places apart stands there: in the south."""
    where, article = line.lexicon.characters("place-preposition"), line.lexicon.characters("definite-word")
    for found in line.lexicon.words_of("distinct").finditer(line.base, start, end):
        at = found.start() - 1
        at -= line.base[at] in article
        if at >= start and line.base[at] in where:
            return True
    return False


def _is_of_the_same(line: Line, average: Draft, edge: Draft) -> bool:
    """Whether the nouns behind the two words are not two: the highest rent and the average loan."""
    nouns = []
    for one, names in ((average, ("average-of",)), (edge, ("highest", "lowest"))):
        first = bounds(line, one.start)[0]
        said = line.lexicon.words_of_any(*names).finditer(line.base, max(first, one.start - AHEAD), one.start)
        at = max((each.end() for each in said), default=one.start)
        adjective = not line.lexicon.has_capitals and line.base[at - 1] in line.lexicon.characters("articled")
        named = (
            at < one.start and not adjective and line.base[at] in line.lexicon.characters("word!function!tense!copula")
        )
        nouns.append(line.key(at, at + 1) if named else "")
    whole = {line.key(at, at + 1) for at in range(*bounds(line, edge.start))}
    return not nouns[0] or nouns[0] == nouns[1] or (not nouns[1] and nouns[0] in whole)


def _is_narrowed(line: Line, start: int, late: Draft, end: int, told: set[str]) -> bool:
    """Whether the clause of the later figure says of which it is, where or when: for members, in the city, in July."""
    lexicon, comma = line.lexicon, Marks.of(line.lexicon).comma
    first = max((at + 1 for at in range(start, late.start) if line.line[at] in comma), default=start)
    stop = min(noun_end(late) + AFTER, end)
    if any(one.kind in ENDS and line.key(one.start, one.end) not in told for one in line.drafts_between(first, stop)):
        return True
    if any(lexicon.words_of("setagainst").finditer(line.base, first, late.start)):
        return True
    where, articles = lexicon.characters("place-preposition|purpose!changefrom"), lexicon.characters("definite-word")
    for at in range(first, stop):
        if line.base[at] in where and at + 1 not in line.drafts:
            noun = at + 1 + (line.base[at + 1 : at + 2] in articles and lexicon.has_capitals)
            if noun < len(line.base) and bare_key(line, noun) not in told:
                return True
    return False


def _called(line: Line, name: str, start: int, end: int, but: Sequence[range] = ()) -> list[Draft]:
    """The figures that the words of a class name."""
    found: dict[int, Draft] = {}
    for match in line.lexicon.words_of(name).finditer(line.base, start, end):
        if any(match.start() in one for one in but):
            continue
        _, stop = bounds(line, match.start())
        drafts = line.drafts_between(match.end(), min(stop, match.end() + AHEAD))
        after = [one for one in drafts if one.kind in FIGURES]
        by = line.lexicon.characters("changeby|clitic")
        if line.base[match.end() : match.end() + 1] in by:
            continue  # 15 degrees, higher by 2 degrees than in May
        while len(after) > 1 and after[0].kind == "number" != after[1].kind and counts_something(after[0]):
            after = after[1:]  # the mean across the 22 car parks was 7.85
        if after and after[0].number is not None and after[0].number.high is None:
            found[after[0].start] = after[0]
    return list(found.values())


def _is_like(one: Draft, other: Draft) -> bool:
    """Whether two figures are of one measure, or count one thing."""
    if one.kind != other.kind:
        return False
    if one.kind == "number":
        return bool(concept(one)) and concept(one) == concept(other)
    units = {draft.readings[0].unit if draft.readings else "" for draft in (one, other)}
    return len(units) == 1
