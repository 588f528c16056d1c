"""An average and the highest or lowest of the figures that it is of -> the relation ``average``.

The mercury touched 50.4 degrees at the airport, the highest of the week; the weekly average there was 41 degrees. Both
stand in one sentence or in sentences beside each other, each the only figure of its unit that is called so.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.languages.lexicon import Lexicon
from factcheck.model import Relation
from factcheck.reading.breakdowns import concept
from factcheck.reading.enumerations import relation
from factcheck.reading.lines import Draft, Line
from factcheck.reading.sentences import around, bounds

FIGURES = ("number", "money", "quantity", "percent")
# What is called an average or the highest figure is the next one, so many tokens on.
AHEAD = 9
# So far behind the later figure may stand what it is more than.
AFTER = 2
# Words of sentences that tell of other times or things: the highest since 2008, when it was 48.
BARRED = ("edge-apart", "trend-noun", "compared", "while")
EDGES = (("highest", "less", "more"), ("lowest", "more", "less"))


def averages(path: str, line: Line, lexicon: Lexicon) -> Iterator[Relation]:
    """Averages beside the highest and the lowest figure that the sentences around them tell."""
    mean = lexicon.words_of("average-of")
    if any(need.isdisjoint(line.index.characters) for need in mean.all_needs):
        return
    for average in _called(line, "average-of", 0, len(line.line)):
        some = around(line, average.start, 1)
        first, stop = some[0][0], some[-1][1]
        if len([one for one in _called(line, "average-of", first, stop) if _is_like(one, average)]) != 1:
            continue
        for name, own, other in EDGES:
            edges = [one for one in _called(line, name, first, stop) if _is_like(one, average)]
            if len(edges) == 1 and edges[0] is not average and _are_of_one(line, average, edges[0]):
                yield relation(path, line, "average", [(own, [average]), (other, edges)], "averages")


def _are_of_one(line: Line, average: Draft, edge: Draft) -> bool:
    """Whether nothing in the two sentences tells of another time, and the later names nothing that is new."""
    early, late = sorted((average, edge), key=lambda one: one.start)
    (first, stop), (start, end) = bounds(line, early.start), bounds(line, late.start)
    for name in BARRED:
        last = min(late.end + AFTER, end) if name == BARRED[0] else late.end
        if any(line.lexicon.words_of(name).finditer(line.base, first, last)):
            return False
    names = line.lexicon.characters("cap")
    if first == start:  # the average in the north is 20 degrees, in the south the lowest is 25
        stop, start = early.end, early.end
    if _is_placed(line, start, min(late.end + AFTER, end)):
        return False
    told = {line.key(at, at + 1) for at in range(first, stop)}
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


def _called(line: Line, name: str, start: int, end: int) -> list[Draft]:
    """The figures that the words of a class name."""
    found: dict[int, Draft] = {}
    for match in line.lexicon.words_of(name).finditer(line.base, start, end):
        _, stop = bounds(line, match.start())
        drafts = line.drafts_between(match.end(), min(stop, match.end() + AHEAD))
        after = [one for one in drafts if one.kind in FIGURES]
        by = line.lexicon.characters("changeby") | line.lexicon.characters("clitic")
        if line.base[match.end() : match.end() + 1] in by:
            continue  # 15 degrees, higher by 2 degrees than in May
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
