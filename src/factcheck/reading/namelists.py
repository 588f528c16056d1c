"""A small number and a list of names in its sentence or the next -> the relation ``list``, where capitals tell names.

``four ministers ... Shown the door were A B (Works), C D (Power) and E F``. A list is read after the verb "are" or a
colon, whatever stands before, and at the beginning of a sentence. How many it names is a range: words between commas
may be no member, "and" may stand in a name. It is claimed where no number that may have announced it is in that range.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import islice

from factcheck.languages.data import concept_kinds
from factcheck.languages.lexicon import Lexicon
from factcheck.model import Relation
from factcheck.reading.breakdowns import concept, counts_something
from factcheck.reading.enumerations import is_of_those
from factcheck.reading.lines import Draft, Line
from factcheck.reading.namespans import Names, names_from
from factcheck.reading.pieces import Marks
from factcheck.reading.places import Place, noun_end, sentence_after, sentences_before, written
from factcheck.reading.rosters import concept_is_listed, is_small, roster
from factcheck.reading.sentences import bounds

# A subject of two words and its verb: the guides were.
SHORTEST = 3
# What says that there are more stands so near after the list, or to the beginning of the next sentence.
NEXT = 4
# From the beginning of a sentence to the verb that leads to the names.
SUBJECT = 9
WORK = "work"
# The number is announced in the sentence itself or in one of so many before.
SENTENCES = 1
# Where the words say that these are all, in one of so many.
FAR = 2


def namelists(path: str, lines: Sequence[Line], lexicon: Lexicon, *_: object) -> Iterator[Relation]:
    """The numbers that announce other than as many names as the list has that is led to."""
    if not lexicon.has_capitals:
        return
    marks = Marks.of(lexicon)
    for at, line in enumerate(lines):
        if not any(is_small(one) for near in lines[max(at - 1, 0) : at + 1] for one in near.drafts.values()):
            continue
        for lead in ("roster-verb", "colon"):
            for match in line.find(lexicon.words_of(lead)):
                place = Place(line, *bounds(line, match.start()))
                if _leads(place, match.start(), match.end()):
                    yield from _claimed(path, lines, at, place, match.end())
        for start in _starts(line):
            yield from _claimed(path, lines, at, Place(line, *bounds(line, start)), start)
        for match in line.find(lexicon.words_of("all-named")):
            place = Place(line, *bounds(line, match.start()))
            comma = line.line[match.start() - 1] in marks.comma
            if comma and (start := _list_before(place, match.start() - 1)):
                yield from _claimed(path, lines, at, place, start, complete=True)
        for draft in line.drafts.values():
            end = noun_end(draft)
            listed = is_small(draft) and _has_names(draft) and not is_of_those(line, draft)
            if listed and line.line[end : end + 1] in marks.comma:
                yield from _claimed(path, lines, at, Place(line, *bounds(line, draft.start)), end + 1)


def _starts(line: Line) -> Iterator[int]:
    """Where sentences begin with a name, which say of those named that they are all, or make up a number."""
    capital, comma = line.lexicon.characters("cap!function"), Marks.of(line.lexicon).comma
    told = line.told(line.lexicon.words_of_any("names-make", "taken-up"))
    for start, stop in dict.fromkeys(bounds(line, one.start()) for one in told):
        if line.base[start] in capital and not comma.isdisjoint(line.line[start:stop]):
            yield start


def _list_before(place: Place, end: int) -> int:
    """Where the names begin that end at ``end``: after the last small word before them; 0 without any."""
    line, lexicon = place.line, place.line.lexicon
    capital, marks = lexicon.characters("cap"), Marks.of(lexicon)
    small = lexicon.characters("function") - marks.conjunction
    at = end - 1
    while at > place.start and line.base[at] not in small:
        if line.line[at] not in marks.comma | marks.conjunction and line.base[at] not in capital:
            return 0
        at -= 1
    return at + 1 if at > place.start else 0


def _leads(place: Place, at: int, end: int) -> bool:
    """Whether what stands before the verb or colon is short, and says nothing of only some or of others."""
    line, lexicon = place.line, place.line.lexicon
    if line.line[at] in lexicon.characters("colon"):
        said = line.base[place.start : at]
    elif at - place.start > SUBJECT:
        return False
    else:
        said = line.base[place.start : at]
    some = ("including", "some-of", "others", "list-open", "toll-apart", "negation")
    return all(lexicon.characters(name).isdisjoint(said) for name in some) and end < place.stop


def _claimed(
    path: str, lines: Sequence[Line], at: int, place: Place, start: int, complete: bool = False
) -> Iterator[Relation]:
    """The list from a token on, if no number announces it; ``complete`` where the words say that these are all."""
    capital, joint = place.line.lexicon.characters("cap"), Marks.of(place.line.lexicon).conjunction
    if capital.isdisjoint(place.line.base[start : place.stop]) or joint.isdisjoint(place.line.line[start : place.stop]):
        return
    announced, doubted = _announced(lines, at, place, start, FAR if complete else SENTENCES)
    names = names_from(place, start) if announced or place.has("names-make") else None
    if names is None:
        return
    subject = start == place.start
    if (told := _told_after(place, names)) is not None:
        announced, doubted, subject, complete = [told], False, False, True
    values = [one.number.value for one in announced if one.number is not None]
    if not values or doubted or any(names.least <= value <= names.most for value in values):
        return
    if any(names.least <= 2 * value <= names.most for value in values):
        return  # Paris, France, Rome, Italy, and Berlin, Germany
    if min(values) < names.least and any(concept_kinds().get(concept(one)) == WORK for one in announced):
        return  # "and" may stand in a title
    missing = {value - number for value in values for number in range(names.least, names.most + 1)}
    # Who does something in the next sentence may be others: two were hurt; three named ones were arrested.
    if subject and (len(values) > 1 or not _are_all(place, names)):
        return
    led = (names.end, min(names.end + NEXT, place.stop)) if complete else (place.start, start)
    if any(_are_others(place, *led, one) for one in announced):
        return
    if max(values) > names.most and not complete and _goes_on(lines, at, place, names, missing):
        return
    nearest = min(announced, key=lambda one: abs(names.most - written(one)))
    yield roster(path, nearest, place.line, names.members)


def _are_others(place: Place, first: int, last: int, announced: Draft) -> bool:
    """Whether the words that lead to the names call them otherwise: two suspects ... the victims are."""
    line = place.line
    if first <= announced.start < last:
        return False
    keys = [line.key(at, at + 1) for at in range(first, last)]
    nouns = {line.lexicon.value("noun", key) for key in keys} - {None, ""}
    if nouns:
        return concept(announced) not in nouns
    definite = first == place.start and line.base[first : first + 1] in line.lexicon.characters("definite-word")
    return definite and len(keys) == SHORTEST and announced.data.get("noun") != keys[1]  # the guides were


def _announced(lines: Sequence[Line], at: int, place: Place, start: int, sentences: int) -> tuple[list[Draft], bool]:
    """The small numbers before a list that may announce it, and whether others may be meant."""
    own = Place(place.line, place.start, start)
    before = [own, *islice(sentences_before(lines, at, place.start), sentences)]
    for one in before:
        counts = [draft for draft in one.counts() if draft.kind == "number"]
        fitting = [draft for draft in counts if is_small(draft) and _has_names(draft)]
        if fitting:
            return fitting, one.has("others") or any(_is_some(one, draft) for draft in fitting)
        if counts and sentences == SENTENCES:
            break
    return [], False


def _told_after(place: Place, names: Names) -> Draft | None:
    """The number that the names are said to make up right after them: A, B and C made up the four that abstained."""
    match = place.line.lexicon.words_of("names-make").match(place.line.base, names.end)
    draft = place.line.drafts.get(match.end()) if match is not None else None
    return draft if draft is not None and draft.kind == "number" and is_small(draft) else None


def _has_names(draft: Draft) -> bool:
    """Whether what a number counts has names, as far as is known; where capitals tell them, works have some too."""
    return concept_is_listed(draft) or (counts_something(draft) and concept_kinds().get(concept(draft)) == WORK)


def _is_some(place: Place, draft: Draft) -> bool:
    """Whether a number is of a larger whole that may be what is listed: two of the five."""
    of = place.line.lexicon.characters("of")
    whole = not of.isdisjoint(place.line.base[max(draft.start - 2, place.start) : draft.start])  # three of the five
    return whole or "part" in getattr(draft.data.get("subject"), "scope", ()) or draft.end >= place.stop


def _goes_on(lines: Sequence[Line], at: int, place: Place, names: Names, missing: set[Fraction]) -> bool:
    """Whether more may be named later: words that leave it open, or "a fourth", "two others" in the next sentence.

    Where others are counted they must be as many as are ``missing``.
    """
    semicolon = place.line.lexicon.characters("semicolon")
    stop = next((one for one in range(names.end, place.stop) if place.line.line[one] in semicolon), place.stop)
    tail = Place(place.line, names.end, stop)
    if tail.has("list-open") or tail.has("others") or tail.has("negation"):
        return True
    near = Place(place.line, names.end, min(names.end + NEXT, stop))
    if near.has("including") or near.has("toll-apart"):
        return True
    after = sentence_after(lines, at, place)
    if after is None or stop < place.stop:
        return False
    first = Place(after.line, after.start, min(after.start + NEXT, after.stop))
    if any(one.kind == "ordinal" for one in first.line.drafts_between(first.start, first.stop)) and not first.has(
        "definite"
    ):
        return True
    counted = [one.number.value for one in first.counts() if one.number is not None]
    return first.has("others") and (not counted or not missing.isdisjoint(counted))


def _are_all(place: Place, names: Names) -> bool:
    """Whether "all" or "each" of those named is said right after the names."""
    line = place.line
    return not line.lexicon.characters("taken-up").isdisjoint(line.base[names.end : min(names.end + 2, place.stop)])
