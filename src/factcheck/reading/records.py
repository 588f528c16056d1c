"""Records, marks that are passed for the first time, and what nobody reached -> the figures that must be within them.

``Closed at 318 dirhams, an all-time high; the previous record, of 336, is from October``: the old record may not be
beyond the new one. ``Passed 40 million for the first time, against 42.7 million the year before``: it had been passed.
``None of the six got past 50 percent; Diaz came closest with 57 percent``. A ``since`` bounds all of these to a time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.languages.lexicon import Lexicon
from factcheck.languages.matching import Found
from factcheck.languages.nodes import END
from factcheck.model import Passage, Relation
from factcheck.reading.breakdowns import COUNTS, concept, is_part
from factcheck.reading.ends import ENDS
from factcheck.reading.lines import Draft, Line
from factcheck.reading.pieces import Marks
from factcheck.reading.places import spans_of
from factcheck.reading.sentences import bounds

FIGURES = (*COUNTS, "percent")
# From words for an old record, or for what is passed, to their figure are so many tokens; to a first time so many.
REACH, PASSED, FIRST = 20, 6, 14
# A date so near after words for a first time says since when it is the first.
SINCE = 5
# What tells that a figure is of an earlier year stands so near to it.
BESIDE = 7
# Sentences after the first in which the other figure may stand.
NEAR = 2
# Figures further apart than this many times are not of one scale.
FURTHEST = 10
OUTCOME = "outcome"
HALF = 50

Place = tuple[Line, int, int]


def records(path: str, lines: Sequence[Line], lexicon: Lexicon, *others: object) -> Iterator[Relation]:
    """The relations ``record`` and ``limit`` of a text: of both roles ``less`` is at most ``more``."""
    telling = lexicon.words_of_any("oldrecord", "firsttime", "noneof")
    begins = {line.starts[bounds(line, one.start())[0]] for line in lines for one in line.told(telling)}
    if not begins:
        return
    places = [(line, *place) for line in lines for place in spans_of(line)]
    for at, place in enumerate(places):
        line, first, _ = place
        if line.starts[first] in begins:
            yield from _records(path, place, places[max(0, at - NEAR) : at + 1], lexicon)
            yield from _passed(path, places[at : at + NEAR + 1], lexicon)
            yield from _unreached(path, places[at : at + NEAR + 1], lexicon)


def _words(place: Place, lexicon: Lexicon, name: str) -> list[Found]:
    line, first, stop = place
    return [*lexicon.words_of(name).finditer(line.base, first, stop)]


def _has(place: Place, lexicon: Lexicon, *names: str) -> bool:
    return any(_words(place, lexicon, name) for name in names)


def _figures(place: Place, start: int, end: int) -> list[Draft]:
    line, first, stop = place
    some = line.drafts_between(max(first, start), min(stop, end))
    return [one for one in some if one.kind in FIGURES and one.number is not None and one.number.high is None]


def _alike(one: Draft, other: Draft) -> bool:
    """Whether two figures are of one measure and scale; a bare one takes its measure from the other."""
    if one.number is None or other.number is None or one is other:
        return False
    if not (is_part(one, other) or is_part(other, one)):
        return False
    if one.kind == other.kind == "number" and concept(one) and concept(other) and concept(one) != concept(other):
        return False
    low, high = sorted((abs(one.number.value), abs(other.number.value)))
    return low > 0 and high <= low * FURTHEST


def _tie(
    path: str, kind: str, less: tuple[Line, Draft], more: tuple[Line, Draft], said: Place, word: Found
) -> Relation:
    roles = (("less", (str(less[1].data["id"]),)), ("more", (str(more[1].data["id"]),)))
    line = said[0]
    passage = Passage(path, line.span(*word.span()), line.text(*word.span()), OUTCOME)
    return Relation(kind, path, line.span(*word.span()), roles, "records", (passage,))


def _records(path: str, place: Place, near: Sequence[Place], lexicon: Lexicon) -> Iterator[Relation]:
    """The old record, and the only figure of its measure where the new one is told: in its sentence or before it."""
    old = _words(place, lexicon, "oldrecord")
    if len(old) != 1 or _has(place, lexicon, "standing", "negation"):
        return
    line = place[0]
    after = _figures(place, old[0].end(), old[0].end() + REACH)
    if not after:
        return
    held = after[0]
    if not lexicon.characters("purpose").isdisjoint(line.base[old[0].end() : held.start]):
        return  # the previous record for a Sunday
    told = [(other, word) for other in near for word in _words(other, lexicon, "recordset")]
    told = [(other, word) for other, word in told if other is not place or word.end() <= old[0].start()]
    if not told:
        return
    said, word = told[-1]
    if any(_has(one, lexicon, "fewer-better") for one in (place, said)):
        return  # a round of 61 strokes
    beside = said[0].drafts_between(word.end(), min(word.end() + SINCE - 1, said[2]))
    if any(one.kind in ("month", "day") for one in beside):
        return  # a record for January
    if any(_has_rate(one, lexicon) for one in (place, said)):
        return  # the crown fell to a record 12.10 to the euro
    if _has(said, lexicon, "negation", "sincetime") or _is_unbroken(said, word, lexicon):
        return
    end = old[0].start() if said is place else said[2]
    figures = [one for one in _figures(said, said[1], end) if _alike(one, held)]
    if len({one.number.value for one in figures if one.number}) != 1:
        return
    is_low = any(_has(other, lexicon, "lowrecord") for other in (place, said))
    is_high = any(_has(other, lexicon, "highrecord") for other in (place, said))
    if not is_high and _falls(said, lexicon):
        is_low = True
    if (is_low and is_high) or (not is_low and not is_high and held.kind == "duration"):
        return  # of times the shortest is the record as often as the longest
    new, former = (said[0], figures[0]), (line, held)
    less, more = (new, former) if is_low else (former, new)
    yield _tie(path, "record", less, more, said, word)


def _has_rate(place: Place, lexicon: Lexicon) -> bool:
    """Whether a sentence names a currency with no amount: then its figures may be rates, of which low is high."""
    line, first, stop = place
    inside = {at for one in line.drafts_between(first, stop) for at in range(one.start, one.end)}
    return any(one.start() not in inside for one in lexicon.words_of("currency").finditer(line.base, first, stop))


def _falls(place: Place, lexicon: Lexicon) -> bool:
    """Whether a sentence says that something fell: to a record 3 dollars."""
    line = place[0]
    return any(lexicon.value("trend", line.key(*one.span())) == "fall" for one in _words(place, lexicon, "trend"))


def _is_unbroken(place: Place, record: Found, lexicon: Lexicon) -> bool:
    """Whether a record was only nearly reached: near its all-time high, short of the record."""
    return any(0 <= record.start() - word.start() <= PASSED for word in _words(place, lexicon, "unbroken"))


def _passed(path: str, near: Sequence[Place], lexicon: Lexicon) -> Iterator[Relation]:
    """A mark that is passed for the first time, and figures of the year before beyond it."""
    place = near[0]
    for first in _words(place, lexicon, "firsttime"):
        if _is_since(place, first):
            continue
        for name in ("passing", "droppingbelow"):
            for verb in _words(place, lexicon, name):
                marks = _figures(place, verb.end(), verb.end() + PASSED)
                if not marks or not verb.end() <= marks[0].start <= first.start() <= verb.end() + FIRST + PASSED:
                    continue
                for other in near:
                    for one in _figures(other, other[1], other[2]):
                        if not _alike(one, marks[0]) or not _follows_alike(other, one, marks[0]):
                            continue
                        if _is_of_year_before(other, one, lexicon):
                            mark, held = (place[0], marks[0]), (other[0], one)
                            less, more = (held, mark) if name == "passing" else (mark, held)
                            yield _tie(path, "limit", less, more, place, first)


def _follows_alike(place: Place, one: Draft, mark: Draft) -> bool:
    """Whether the figure before one in its sentence is of the measure of the mark too: a bare one may be of that."""
    before = [other for other in _figures(place, place[1], one.start) if other is not mark]
    return not before or before[-1].end > mark.start > before[-1].start or _alike(before[-1], mark)


def _is_since(place: Place, word: Found) -> bool:
    """Whether a time follows from which on it is the first one: for the first time since 2014, in ten years."""
    line, _, stop = place
    dates = line.drafts_between(word.end(), min(stop, word.end() + SINCE))
    return any(one.kind not in FIGURES for one in dates)


def _is_of_year_before(place: Place, one: Draft, lexicon: Lexicon) -> bool:
    """Whether the figure is that of the year before: 8.4 million the year before; the previous year, which saw 8.4.

    What rose from the year before, or over it, is another one.
    """
    line = place[0]
    small = lexicon.characters("function")
    for word in _words(place, lexicon, "yearbefore"):
        noun_end = int(str(one.data.get("noun end", one.end)))
        gap = line.base[noun_end : word.start()]
        if noun_end <= word.start() and len(gap) <= 2 and all(code in small for code in gap):
            return True
        gap = line.line[word.end() : one.start]
        signs = Marks.of(lexicon).comma | {END}
        if word.end() <= one.start and len(gap) <= BESIDE and signs.isdisjoint(gap):
            return not _figures(place, word.end(), one.start)
    return False


def _unreached(path: str, near: Sequence[Place], lexicon: Lexicon) -> Iterator[Relation]:
    """The half of the votes that none of them reached, where a runoff is told of, and a share that one of them got."""
    place = near[0]
    if not any(_has(other, lexicon, "runoff") for other in near) or _has(place, lexicon, "exceptfor"):
        return
    for none in _words(place, lexicon, "noneof"):
        figures = _figures(place, none.end(), none.end() + PASSED + PASSED)
        mark = next((one for one in figures if _is_half(one)), None)
        if mark is None or not _is_not_reached(place, none, mark, lexicon):
            continue
        for other in near[1:]:
            line, first, stop = other
            if any(one.kind in ENDS for one in line.drafts_between(first, stop)) or _has(other, lexicon, "runoff"):
                continue  # in the run-off, in 2019 or in a poll on Monday somebody won with 54 percent
            for one in _figures(other, first, stop):
                if one.kind == "percent" and _is_gained(other, one, lexicon):
                    yield _tie(path, "limit", (line, one), (place[0], mark), place, none)


def _is_half(one: Draft) -> bool:
    return one.kind == "percent" and one.number is not None and one.number.value == HALF


def _is_not_reached(place: Place, none: Found, mark: Draft, lexicon: Lexicon) -> bool:
    """None got past it; where the verb comes first, it is denied before: no one of them passed it."""
    line, first, _ = place
    verbs = lexicon.words_of("reachingmark").finditer(line.base, none.end(), mark.start)
    if lexicon.has_capitals:
        return any(verbs)
    return not lexicon.characters("negation").isdisjoint(line.base[max(first, none.start() - PASSED) : none.start()])


def _is_gained(place: Place, one: Draft, lexicon: Lexicon) -> bool:
    """Whether somebody got the share: it is no turnout, and nothing was counted so far."""
    line, first, _ = place
    start = max(first, one.start - PASSED)
    if any(lexicon.words_of("noshare").finditer(line.base, start, one.start)):
        return False
    before = lexicon.words_of("gotshare").finditer(line.base, start, one.start)
    return any(not _figures(place, word.end(), one.start) for word in before)
