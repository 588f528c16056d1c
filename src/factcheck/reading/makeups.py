"""Those counted before, told again as all the groups they are made up of -> the relation ``parts``.

``killing 19 people ... The dead were nine women, six men and two children``: where no figure of the sentences before is
their sum, the nearest one that counts such people is the total that they miss.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import islice
from typing import cast

from factcheck.languages.data import concept_kinds
from factcheck.model import Relation
from factcheck.reading.breakdowns import concept, counts_something
from factcheck.reading.divisions import parts_from
from factcheck.reading.lines import Draft, Line
from factcheck.reading.pieces import Marks, has_prefix
from factcheck.reading.places import Count, Place, is_placed, sentences_before
from factcheck.reading.sentences import bounds

# The mark of the first figure of those groups; its value is where the words that lead to it begin, and the pattern.
MADE = "made"
# The total stands at most so many sentences before.
SENTENCES = 3
# A total that is more than so many times the sum is one of others.
MOST_MISSED = 2
PERSON = "person"
# "And" that adds one more stands so near after the last figure.
NEAR = 5


def makeups(path: str, lines: Sequence[Line], *_: object) -> Iterator[Relation]:
    """The totals that the groups they are said to be made up of do not make, and those that they do."""
    for at, line in enumerate(lines):
        for start in sorted(line.drafts):
            if MADE not in line.drafts[start].data:
                continue
            place = Place(line, *bounds(line, start))
            if not _begins(place, _mark(line.drafts[start])[0]):
                continue
            parts = parts_from(place, start)
            told = len(parts) > 1 and not _goes_on(place, parts[-1])
            total = _total(lines, at, place, parts) if told else None
            if total is not None:
                yield _relation(path, total, line, parts)


def _goes_on(place: Place, last: Draft) -> bool:
    """Whether "and" soon after the last figure may add one without a figure: and a child; وبولنديان."""
    line, marks = place.line, Marks.of(place.line.lexicon)
    near = range(last.end, min(last.end + NEAR, place.stop))
    return any(line.line[at] in marks.conjunction or has_prefix(line, marks, at) for at in near)


def _mark(first: Draft) -> tuple[int, str]:
    return cast("tuple[int, str]", first.data[MADE])


def _begins(place: Place, at: int) -> bool:
    """Whether what stands at ``at`` begins a statement: a sentence, or what somebody said."""
    line, marks = place.line, Marks.of(place.line.lexicon)
    before = marks.comma | marks.conjunction | line.lexicon.characters("that|quote")
    return at <= place.start or line.line[at - 1] in before


def _total(lines: Sequence[Line], at: int, place: Place, parts: Sequence[Draft]) -> Count | None:
    """The figure before that is the sum of the parts, else the nearest that may be what they are parts of."""
    values = [one.number.value for one in parts if one.number is not None]
    if len(values) < len(parts) or place.has("list-open"):
        return None
    before = [*islice(sentences_before(lines, at, place.start), SENTENCES)]
    counts = [
        Count(one, one_place.line, number)
        for number, one_place in enumerate((Place(place.line, place.start, parts[0].start), *before))
        for one in reversed(one_place.counts())
        if one.kind == "number" and one.readings and one.number is not None
    ]
    fitting = next((one for one in counts if _fits(one, sum(values))), None)
    if fitting is not None:
        return fitting if counts_something(fitting.draft) else None
    for one in counts:
        if any(is_placed(between) for between in before[: one.number]):
            return None
        if _may_be_total(one, parts, sum(values)):
            return one
    return None


def _fits(total: Count, value: Fraction | int) -> bool:
    least, most = total.ends
    return least <= value and (most is None or value <= most)


def _may_be_total(total: Count, parts: Sequence[Draft], value: Fraction | int) -> bool:
    """Whether a figure counts people, as far as is known, and may be of those parts: a people may not be known."""
    kinds, most = concept_kinds(), total.ends[1]
    people = (kinds.get(one, PERSON) == PERSON for one in map(concept, (total.draft, *parts)))
    if not counts_something(total.draft) or not all(people) or not any(map(counts_something, parts)):
        return False
    return most is not None and value <= MOST_MISSED * most and most <= MOST_MISSED * value


def _relation(path: str, total: Count, line: Line, parts: Sequence[Draft]) -> Relation:
    spans = [total.line.span(total.draft.start, total.draft.end), *(line.span(one.start, one.end) for one in parts)]
    some = tuple(str(one.data["id"]) for one in parts)
    roles = (("part", some), ("total", (str(total.draft.data["id"]),)))
    return Relation("parts", path, spans[0]._replace(end=spans[-1].end), roles, _mark(parts[0])[1])
