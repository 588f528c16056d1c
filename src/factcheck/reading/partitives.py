"""A figure that is said to be some of those before, and the figures before it -> the relation ``included``.

``destroyed 112 homes ... More than 190 of those houses were uninsured``. Which figure before is meant is not always
clear: it is a slip where the part is more than each of them, and where one is there that can be meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple, cast

from factcheck.languages.data import concept_kinds
from factcheck.model import Relation
from factcheck.reading.breakdowns import concept, counts_something, is_net, is_part, is_several
from factcheck.reading.lines import Draft, Line
from factcheck.reading.lists import DATES
from factcheck.reading.nouns import nouns_of
from factcheck.reading.others import PERSON, is_of_others, names_others, of_both
from factcheck.reading.pieces import Marks
from factcheck.reading.places import Count, Place, hedges_of, is_placed, noun_end, sentences_before
from factcheck.reading.rates import is_timed
from factcheck.reading.remaining import SOME
from factcheck.reading.sentences import bounds

# How those others are named, and how many sentences before are looked through for them: "which" right after them,
# "them", "those houses", "the houses", "the dead", "among those called up are 15 players", "this sum".
REACH = {"relative": 0, "pronoun": 1, "noun": 2, "definite": 2, "state": 2, "same": 2, "sum": 1}
# What "which" stands for ends so many tokens before it; what befell people is told so near to their figure.
ADJACENT, NEAR = 4, 3
# "Whom" can only mean people, and may stand farther off.
FAR = 8
# What says that a figure was added to others, or taken from them, stands so near to it: rose by 300, to 900.
CHANGED = 8
# What names what a count is of.
NAMED = ("noun", "definite", "state", "same")
# The value of words that may mean any of several things but people: the items.
ANYTHING = "thing"
# A figure so many times as large is of something else.
LIKELY = 4


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


def partitives(path: str, lines: Sequence[Line], *_: object) -> Iterator[Relation]:
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
    if _is_counted(those):
        return None
    some, alike = those.some, [one for one in those.counts if _is_alike(those, one.draft)]
    if (nearest := _part_told_last(those, alike)) is not None:
        return nearest
    meant = [one for one in alike if _may_be_meant(those, one)]
    if not meant or some.draft.number is None or any(is_timed(one.line, one.draft) for one in alike):
        return None  # 200 trucks a day ... so 1,200 of them have come
    least, _ = some.ends
    if not all(most is not None and most < least for _, most in (one.ends for one in alike)):
        return None
    likely = [one for one in meant if those.mark.by == "relative" or some.value <= LIKELY * one.value]
    if not likely:
        return None
    total = likely[-1]
    beside = [one.value for one in alike if one.number == total.number]
    if those.mark.by == "pronoun" and len(beside) > 2 and sum(beside) >= some.value:
        return None  # Jupiter has 97 moons, Uranus 28 and Neptune 16. Most of them, 110 ...
    both = of_both(total.line, total.draft, some.draft.start if total.line is some.line else len(total.line.line))
    return None if both >= least or _may_be_others(those, total) else total


def _is_counted(those: Those) -> bool:
    """Whether the words that name those others tell how many they are, where nouns come first: of the dead, the 94."""
    mark, line, draft = those.mark, those.some.line, those.some.draft
    if line.base[draft.start] in line.lexicon.characters("articled"):
        return True
    found = line.drafts_between(mark.end - 1, mark.end + 1) if not nouns_of(line.lexicon).head_last else []
    return any(one.kind == "number" and one is not draft and one.start >= mark.end - 1 for one in found)


def _part_told_last(those: Those, alike: Sequence[Count]) -> Count | None:
    """The part of a larger whole that a sentence begins with some of: of the 212, 186 came; of those, 194 stayed."""
    some, last, marks = those.some, those.places[-1], Marks.of(those.some.line.lexicon)
    joined = last.line.line[last.start] in marks.conjunction
    if those.mark.by not in ("pronoun", "noun") or those.mark.start > last.start + joined or not alike:
        return None
    nearest, (least, _) = alike[-1], some.ends
    most = nearest.ends[1]
    part = SOME in nearest.draft.data or "part" in getattr(nearest.draft.data.get("subject"), "scope", ())
    told = nearest.number == some.number - 1 and some.value <= LIKELY * nearest.value
    return nearest if part and told and most is not None and most < least else None


def _is_dated(those: Those) -> bool:
    """Whether a sentence tells of another time: 40 ships were waiting; on Monday there had been 44 of them."""
    last = those.places[-1]
    return any(one.kind in DATES for one in last.line.drafts_between(last.start, those.some.draft.start))


def _may_be_others(those: Those, total: Count) -> bool:
    """Whether others that no figure counts may be meant (dozens), or the figure is what was added to them."""
    *full, last = those.places[total.number :]
    told = [*full, Place(last.line, last.start, those.some.draft.start)]
    hedged = {at for place in told for one in place.counts() for at in hedges_of(one)}
    if any(one.start() not in hedged for place in told for one in place.find("untold")):
        return True
    near = Place(total.line, max(total.draft.start - CHANGED, 0), noun_end(total.draft))
    if those.mark.by in ("sum", "pronoun") and near.has("change"):
        return True
    if those.mark.by == "pronoun" and concept_kinds().get(concept(total.draft)) != PERSON and _is_dated(those):
        return True
    if those.mark.by == "state":
        return any(is_placed(place) for place in told if place.start < those.mark.start - 1 or place is not told[-1])
    here = range(last.start, min(those.some.draft.start, those.mark.start))
    named = those.mark.by == "pronoun" and total.number < those.some.number
    return named and names_others(last, here, those.mark.human)


def _is_alike(those: Those, one: Draft) -> bool:
    """Whether two figures are of one kind: amounts of one unit, or counts; a bare figure may be an amount.

    Of people only people are some, and of things only things.
    """
    some, mark, kind = those.some.draft, those.mark, concept_kinds().get(concept(one))
    if mark.by in NAMED and some.kind != one.kind:
        return False
    if mark.human and (one.kind != "number" or kind not in (None, PERSON)):
        return False
    if mark.things and kind == PERSON:
        return False
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
        near = min((some.start, *hedges_of(some))) - noun_end(draft) <= (FAR if those.mark.human else ADJACENT)
        alike = is_part(draft, some) or some.kind == "number"
        return near and alike and not is_of_others(line, draft, those.mark.human)
    if by == "definite":  # hectares are of the land
        return is_part(draft, some) and _is_named(those, draft)
    if by == "sum" or draft.kind != "number":
        return draft.kind != "number" and some.kind in (draft.kind, "number")
    if some.kind != "number":
        return False
    if by == "state":
        return _state(those) in _states(line, draft) or (_is_any_of(those) and _is_named(those, draft))
    if by == "same":
        return bool(concept(some)) and concept(some) == concept(draft)
    if by == "noun" and (noun := _noun(those)):
        return _are_they(draft, noun)
    if by == "noun" and those.some.line.line[those.mark.end - 1] in those.some.line.lexicon.characters("articled"):
        return True  # those bottles, which are not known
    place = those.places[total.number]
    end = start - nouns_of(line.lexicon).head_last  # the strikers hurt two; residents of ...
    told = noun_end(some) <= those.mark.end  # 12 boys of them; not 12 of them boys
    fitting = not told or is_part(draft, some)
    return fitting and not names_others(place, range(place.start, end), those.mark.human, concept(draft))


def _is_any_of(those: Those) -> bool:
    line, mark = those.some.line, those.mark
    return any(line.lexicon.value("any-of", line.key(at, at + 1)) for at in range(mark.start, mark.end))


def _is_named(those: Those, total: Draft) -> bool:
    """Whether "the houses", or what means any of a kind ("the buildings"), can be what a figure counts."""
    line, counted, kinds = those.some.line, concept(total), concept_kinds()
    key, noun = _head(those)
    if kind := line.lexicon.value("any-of", key):
        return kinds.get(counted, kind) == kind or (kind == ANYTHING and kinds.get(counted) != PERSON)
    words = getattr(total.data.get("subject"), "words", ())
    return bool(counted and noun) and (counted == noun or key in words)


def _head(those: Those) -> tuple[str, str]:
    """The first noun of the words that name those others, with its article where that is one word with it.

    Where nouns come last it is the last of those that follow each other: of the fishing boats.
    """
    line, mark, draft, found = those.some.line, those.mark, those.some.draft, ("", "")
    nouns, articled = nouns_of(line.lexicon), line.lexicon.characters("articled")
    for at in range(mark.start, mark.end):
        if draft.start <= at < draft.end or (articled and line.line[at] not in articled):
            continue
        key = line.key(at, at + 1)
        noun = line.lexicon.value("noun", key) or nouns.concept(key) or line.lexicon.value("any-of", key) or ""
        if found[0] and (not noun or not nouns.head_last):
            break
        found = (key, noun) if noun else found
    return found


def _are_they(draft: Draft, noun: str) -> bool:
    """Whether "those houses" can be what a figure counts."""
    kinds, counted = concept_kinds(), concept(draft)
    return noun == counted or (noun in kinds and kinds[noun] == kinds.get(counted, kinds[noun]))


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
