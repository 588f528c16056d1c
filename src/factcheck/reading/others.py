"""A figure in its sentence -> what else is named or joined there that may be meant instead of what it counts."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from factcheck.languages.data import concept_kinds
from factcheck.languages.lexicon import Lexicon
from factcheck.reading.breakdowns import is_part
from factcheck.reading.lines import Draft, Line
from factcheck.reading.nouns import nouns_of
from factcheck.reading.pieces import Marks, has_prefix
from factcheck.reading.places import Place, hedges_of, noun_end
from factcheck.reading.sentences import bounds

PERSON = "person"
# "And" joins two figures with so many words between them.
JOINED = 5


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
    return led and names_others(place, range(start - 2, start - 1), human)


def names_others(place: Place, tokens: range, human: bool, counted: str = "") -> bool:
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
        if noun and (noun == counted or (human and concept_kinds().get(noun, PERSON) != PERSON)):
            continue
        governed = key.startswith(_attached(lexicon))
        several = bool(noun) or (line.base[at] not in lexicon.characters("function") and not governed)
        if line.base[at] in lexicon.characters("plural") or (several and nouns_of(lexicon).is_plural(key, human)):
            return True
    return False


@lru_cache(maxsize=16)
def _attached(lexicon: Lexicon) -> tuple[str, ...]:
    """The prepositions that are written as one with the word after them: of one letter."""
    return tuple(word for word in lexicon.values.get("preposition", {}) if len(word) == 1)
