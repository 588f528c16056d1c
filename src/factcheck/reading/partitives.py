"""A figure that is said to be some of those before, and the figures before it -> the relation ``included``.

``destroyed 112 homes ... More than 190 of those houses were uninsured``. Which figure before is meant is not always
clear: it is a slip where the part is more than each of them, and where one is there that can be meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import islice
from typing import NamedTuple, cast

from factcheck.languages.data import concept_kinds
from factcheck.languages.lexicon import Lexicon
from factcheck.model import Relation
from factcheck.reading.breakdowns import concept, counts_something, is_net, is_part, is_several
from factcheck.reading.lines import Draft, Line
from factcheck.reading.nouns import nouns_of
from factcheck.reading.pieces import Marks, has_prefix
from factcheck.reading.places import Count, Place, hedges_of, is_placed, noun_end, sentences_before
from factcheck.reading.rates import is_timed
from factcheck.reading.remainders import SOME
from factcheck.reading.sentences import bounds

# How those others are named, and how many sentences before are looked through for them: "which" right after them,
# "them", "those houses", "the dead", "among those called up are 15 players", "this sum".
REACH = {"relative": 0, "pronoun": 1, "noun": 2, "state": 2, "same": 2, "sum": 1}
# What "which" stands for ends so many tokens before it; what befell people is told so near to their figure.
ADJACENT, NEAR = 4, 3
# "And" joins two figures with so many words between them.
JOINED = 5


class Mark(NamedTuple):
    """The value of the mark ``SOME``, how a pattern says that a figure is of some: ``by`` is a key of ``REACH``.

    ``human`` and ``things`` tell that only people, or only things, can be meant by the words.
    The words stand from token ``start`` to ``end``; ``read_by`` is the place of the pattern.
    """

    by: str
    human: bool
    things: bool
    start: int
    end: int
    read_by: str


class Those(NamedTuple):
    """A figure of some, in its sentence, and the figures before it."""

    some: Count
    mark: Mark
    places: tuple[Place, ...]
    counts: tuple[Count, ...]


def partitives(path: str, lines: Sequence[Line]) -> Iterator[Relation]:
    """The figures of some that are more than any that they can be some of."""
    for at, line in enumerate(lines):
        for start in sorted(line.drafts):
            if SOME in line.drafts[start].data:
                those = _those(lines, at, line.drafts[start])
                total = _total(those)
                if total is not None:
                    yield _relation(path, total, those.some)


def _those(lines: Sequence[Line], at: int, draft: Draft) -> Those:
    line, mark = lines[at], cast("Mark", draft.data[SOME])
    start, stop = bounds(line, draft.start)
    places = (*reversed([*islice(sentences_before(lines, at, start), REACH[mark.by])]), Place(line, start, stop))
    counts = tuple(
        Count(one, place.line, number)
        for number, place in enumerate(places)
        for one in place.counts()
        if one.readings and one.number is not None and (place.line is not line or one.start < draft.start)
    )
    return Those(Count(draft, line, len(places) - 1), mark, places, counts)


def _total(those: Those) -> Count | None:
    """The nearest figure that can be meant, if the part is more than it and all others."""
    some, alike = those.some, [one for one in those.counts if _is_alike(one.draft, those.some.draft)]
    meant = [one for one in alike if _may_be_meant(those, one)]
    if not meant or some.draft.number is None or any(is_timed(one.line, one.draft) for one in alike):
        return None  # 200 trucks a day ... so 1,200 of them have come
    least, _ = some.ends
    if not all(most is not None and most < least for _, most in (one.ends for one in alike)):
        return None
    total = meant[-1]
    both = of_both(total.line, total.draft, some.draft.start if total.line is some.line else len(total.line.line))
    return None if both >= least or _may_be_others(those, total) else total


def _may_be_others(those: Those, total: Count) -> bool:
    """Whether others that no figure counts may be meant (dozens), or the figure is what was added to them."""
    *full, last = those.places[total.number :]
    told = [*full, Place(last.line, last.start, those.some.draft.start)]
    hedged = {at for place in told for one in place.counts() for at in hedges_of(one)}
    if any(one.start() not in hedged for place in told for one in place.find("untold")):
        return True
    if those.mark.by in ("sum", "pronoun") and any(place.has("change") for place in told):
        return True
    if those.mark.by == "state":
        return any(is_placed(place) for place in told if place.start < those.mark.start - 1 or place is not told[-1])
    here = range(last.start, min(those.some.draft.start, those.mark.start))
    named = those.mark.by == "pronoun" and total.number < those.some.number
    return named and _names_others(last, here, those.mark.human)


def _is_alike(one: Draft, some: Draft) -> bool:
    """Whether two figures are of one kind: amounts of one unit, or counts; a bare figure may be an amount."""
    if one.kind == "number" or some.kind == "number":
        return True
    return one.kind == some.kind and is_part(one, some)


def _may_be_meant(those: Those, total: Count) -> bool:
    line, draft, some = total.line, total.draft, those.some.draft
    by, start = those.mark.by, min((draft.start, *hedges_of(draft)))
    if draft.number is None or "part" in getattr(draft.data.get("subject"), "scope", ()) or is_net(line, draft):
        return False
    if draft.kind == "number" and not (counts_something(draft) and is_several(draft)):
        return False
    if by == "relative":
        near = those.some.draft.start - noun_end(draft) <= ADJACENT
        alike = is_part(draft, some) or some.kind == "number"
        return near and alike and not is_of_others(line, draft, those.mark.human)
    if by == "sum" or draft.kind != "number":
        return draft.kind != "number" and some.kind in (draft.kind, "number")
    if some.kind != "number":
        return False
    if by == "state":
        return _state(those) in _states(line, draft)
    if by == "same":
        return bool(concept(some)) and concept(some) == concept(draft)
    if by == "noun" and (noun := _noun(those)):
        return _are_they(draft, noun)
    place = those.places[total.number]
    end = start - nouns_of(line.lexicon).head_last  # the strikers hurt two; residents of ...
    person = concept_kinds().get(concept(draft)) == "person"
    fitting = person != those.mark.things and is_part(draft, some)
    return fitting and not _names_others(place, range(place.start, end), those.mark.human, concept(draft))


def _are_they(draft: Draft, noun: str) -> bool:
    """Whether "those houses" can be what a figure counts."""
    kinds, counted = concept_kinds(), concept(draft)
    return bool(noun) and (noun == counted or (noun in kinds and kinds[noun] == kinds.get(counted)))


def _noun(those: Those) -> str:
    """The concept of the noun in the words that name those others."""
    line, mark = those.some.line, those.mark
    nouns = (line.lexicon.value("noun", line.key(at, at + 1)) for at in range(mark.end - 1, mark.start - 1, -1))
    return next((noun for noun in nouns if noun), "")


def _state(those: Those) -> str:
    """What befell those that "the dead" or "the injured" means."""
    line, mark = those.some.line, those.mark
    states = (line.lexicon.value("state", line.key(at, at + 1)) for at in range(mark.end - 1, mark.start - 1, -1))
    return next((state for state in states if state), "")


def _states(line: Line, draft: Draft) -> frozenset[str]:
    """What is said to have befallen those that a figure counts: 12 dead, killed 12."""
    near = (line.lexicon.value("state", line.key(at, at + 1)) for at in range(max(draft.start - NEAR, 0), draft.start))
    scope = getattr(draft.data.get("subject"), "scope", ())
    return frozenset(one for one in (concept(draft), *scope, *near) if one)


def of_both(line: Line, total: Draft, before: int) -> Fraction:
    """The sum of a figure and of those that "and" joins to it before token ``before``: 53 missiles and 47 drones."""
    marks, joined = Marks.of(line.lexicon), Fraction(0)
    counts = Place(line, *bounds(line, total.start)).counts()
    counts = [one for one in counts if one.start < before and one.number is not None and is_part(total, one)]
    at = counts.index(total) if total in counts else 0
    for step in (-1, 1):
        one, place = total, at
        while 0 <= place + step < len(counts):
            place += step
            first, last = sorted((one, counts[place]), key=lambda draft: draft.start)
            between = range(first.end, last.start + 1)
            near = last.start - first.end <= JOINED
            if not near or not any(line.line[t] in marks.conjunction or has_prefix(line, marks, t) for t in between):
                break
            one = counts[place]
            joined += one.number.value if one.number is not None else 0
    return joined + (total.number.value if total.number is not None else 0)


def is_of_others(line: Line, total: Draft, human: bool = False) -> bool:
    """Whether a figure only says whose or where those are that are named before it: companies in three provinces."""
    start = min((total.start, *hedges_of(total)))
    place = Place(line, *bounds(line, total.start))
    led = start - 1 > place.start and line.base[start - 1] in line.lexicon.characters("preposition")
    return led and _names_others(place, range(start - 2, start - 1), human)


def _names_others(place: Place, tokens: range, human: bool, counted: str = "") -> bool:
    """Whether several of something else that no figure counts are named there; of ``human`` others only people are.

    ``counted`` is the concept of what the figure itself counts: the number of schools that ... stands at 18 schools.
    """
    line, lexicon = place.line, place.line.lexicon
    figures = {at for one in place.counts() for at in range(one.start, noun_end(one))}
    for at in tokens:
        if at in figures or line.base[at] not in lexicon.characters("word"):
            continue
        key = line.key(at, at + 1)
        noun = lexicon.value("noun", key) or ""
        if noun and (noun == counted or (human and concept_kinds().get(noun, "person") != "person")):
            continue
        governed = key.startswith(_attached(lexicon))
        several = bool(noun) or (line.base[at] in lexicon.characters("unknown") and not governed)
        if line.base[at] in lexicon.characters("plural") or (several and nouns_of(lexicon).is_plural(key, human)):
            return True
    return False


@lru_cache(maxsize=16)
def _attached(lexicon: Lexicon) -> tuple[str, ...]:
    """The prepositions that are written as one with the word after them: of one letter."""
    return tuple(word for word in lexicon.values.get("preposition", {}) if len(word) == 1)


def _relation(path: str, total: Count, some: Count) -> Relation:
    spans = [one.line.span(one.draft.start, one.draft.end) for one in (total, some)]
    roles = (("part", (str(some.draft.data["id"]),)), ("total", (str(total.draft.data["id"]),)))
    return Relation(
        "included",
        path,
        min(spans)._replace(end=max(one.end for one in spans)),
        roles,
        cast("Mark", some.draft.data[SOME]).read_by,
    )
