"""A mark that nothing is told to pass, and the one of all that went furthest -> the relation ``limit``.

``No class has more than 30 pupils ... the largest one, 1b, has 34``; ``at least 200 euros each; the smallest payment
was 150``. Where the text says that the mark was not kept nothing is claimed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.languages.lexicon import Lexicon
from factcheck.languages.matching import Found
from factcheck.languages.nodes import END
from factcheck.model import Passage, Relation
from factcheck.reading.breakdowns import COUNTS, concept, counts_something, is_part
from factcheck.reading.lines import Draft, Line
from factcheck.reading.places import Place, hedges_of, sentences_of
from factcheck.reading.sentences import bounds
from factcheck.reading.subjects import bare_key
from factcheck.reading.superlatives import OUTCOME

FIGURES = (*COUNTS, "percent", "duration", "age")
MOST, LEAST = "most", "least"
EXTREMES = {MOST: "utmost", LEAST: "slightest"}
# The furthest one is told in so many sentences after the mark, its figure so many tokens after its word.
NEAR, REACH, BEFORE = 2, 14, 3
# What denies a mark stands so near before it, and its verb.
DENIED, VERB = 12, 6
SCALE = 4
# A mark of less is a share.
FEWEST = 2


def limits(path: str, lines: Sequence[Line], lexicon: Lexicon, *_: object) -> Iterator[Relation]:
    """The marks of a text that something is told to be the furthest of."""
    telling = lexicon.words_of_any("utmost", "slightest")
    begins = {line.starts[bounds(line, one.start())[0]] for line in lines for one in line.told(telling)}
    places = [place for line in lines for place in sentences_of(line)] if begins else []
    for at, place in enumerate(places):
        if not any(near.line.starts[near.start] in begins for near in places[at : at + NEAR + 1]):
            continue
        marks = [(one, side) for one in _figures(place) if (side := _side(place, one, lexicon))]
        for mark, side in marks:
            for number, other in enumerate(places[at : at + NEAR + 1]):
                if any(each.has("flouted") for each in places[at : at + number + 1]):
                    break
                if found := _furthest(place, mark, side, other, lexicon):
                    yield _tie(path, (place, mark), (other, found[0]), side, found[1])
                    break


def _figures(place: Place) -> list[Draft]:
    some = place.line.drafts_between(place.start, place.stop)
    return [one for one in some if one.kind in FIGURES and one.number is not None and one.readings]


def _side(place: Place, one: Draft, lexicon: Lexicon) -> str:
    """Whether a figure is the most or the least that is told to be: no more than 60, at least 25, within 5 minutes."""
    values = [each.value for each in one.readings]
    line, first, _ = place
    if one.number is None or one.number.high is not None or one.number.value < FEWEST:
        return ""
    if one.start > first and _is_restrictive(place, one):
        return ""
    if all(each.low is None for each in values):
        return MOST
    if all(each.high is None for each in values):
        return LEAST
    start = max(first, one.start - DENIED)
    start = max((at + 1 for at in range(start, one.start) if line.line[at] == END), default=start)
    denied = any(lexicon.words_of_any("denying", "noneof").finditer(line.base, start, one.start))
    before = max(first, one.start - VERB)
    if denied:
        for name, side in (("notbeyond", MOST), ("notbelow", LEAST)):
            if any(lexicon.words_of(name).finditer(line.base, before, one.start)):
                return side
    within = lexicon.words_of("withinlimit").finditer(line.base, max(first, one.start - 2), one.start)
    return MOST if one.kind == "duration" and any(each.end() == one.start for each in within) else ""


def _is_restrictive(place: Place, one: Draft) -> bool:
    """Whether a bound says which things are meant, or when: flats of less than 40 metres; in less than an hour."""
    line, lexicon = place.line, place.line.lexicon
    begins = min((one.start, *hedges_of(one)))
    before = line.base[max(begins - 1, place.start) : begins]
    clause = any(lexicon.words_of("clausal").finditer(line.base, max(place.start, begins - VERB), begins))
    return clause or not lexicon.characters("of|place-preposition!changefrom").isdisjoint(before)


def _is_of_those(place: Place, other: Place, word: Found) -> bool:
    """Whether the noun of what is called the furthest is told of in the sentence of the mark: the tallest church."""
    line, lexicon = other.line, other.line.lexicon
    at = word.end()
    if at >= other.stop or line.base[at] not in lexicon.characters(
        "word!function!payout!oneword!was-word!copula!tense"
    ):
        return True
    keys = {bare_key(place.line, one) for one in range(place.start, place.stop)}
    known = keys | {lexicon.value("noun", key) or "" for key in keys}
    key = bare_key(line, at)
    return key in known or (lexicon.value("noun", key) or "-") in known


def _alike(one: Draft, mark: Draft) -> bool:
    """Whether a figure is of the measure of the mark; a bare one may be."""
    if one is mark or one.number is None or mark.number is None or not one.number.value or not mark.number.value:
        return False
    if one.kind == mark.kind == "number":
        return concept(one) == concept(mark) or not counts_something(one)
    bare = one.kind == "number" and not counts_something(one)
    return bare or (one.kind == mark.kind and is_part(mark, one))


def _furthest(place: Place, mark: Draft, side: str, other: Place, lexicon: Lexicon) -> tuple[Draft, Found] | None:
    """The figure of what is called the largest or smallest."""
    line, first, stop = other
    for word in other.find(EXTREMES[side]):
        if (line is place.line and word.start() < mark.end) or not _is_of_those(place, other, word):
            continue
        end = min(stop, word.end() + REACH)
        some = [one for one in _figures(other) if word.end() <= one.start < end]
        some += [one for one in _figures(other) if max(first, word.start() - BEFORE) <= one.start < word.start()]
        some = [one for one in some if _alike(one, mark) and one.number is not None and one.number.high is None]
        some = [one for one in some if _is_told_of(other, one, place, mark)]
        if found := next((one for one in some if _is_near(one, mark)), None):
            return found, word
    return None


def _is_told_of(other: Place, one: Draft, place: Place, mark: Draft) -> bool:
    """Whether a bare figure's sentence names what the mark counts: 25 were killed; the youngest was 17."""
    counted = concept(mark)
    if one.kind != "number" or mark.kind != "number" or concept(one) or other.start == place.start:
        return True
    keys = (other.line.key(at, at + 1) for at in range(other.start, other.stop))
    return any(other.line.lexicon.value("noun", key) == counted for key in keys)


def _is_near(one: Draft, mark: Draft) -> bool:
    """Whether two figures are of one scale; lengths of time in their minutes."""
    ends = []
    for each in (one, mark):
        value = each.readings[0].value
        end = value.low if value.low is not None else value.high
        if end is None or end <= 0:
            return False
        ends.append(end)
    return max(ends) <= SCALE * min(ends)


def _tie(path: str, mark: tuple[Place, Draft], furthest: tuple[Place, Draft], side: str, word: Found) -> Relation:
    ends = [str(one.data["id"]) for _, one in (mark, furthest)]
    less, more = ends[::-1] if side == MOST else ends
    line = furthest[0].line
    passage = Passage(path, line.span(*word.span()), line.text(*word.span()), OUTCOME)
    return Relation("limit", path, passage.span, (("less", (less,)), ("more", (more,))), "limits", (passage,))
