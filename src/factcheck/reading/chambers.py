"""A body that votes and how many sit in it, and the votes or seats told after it -> they are no more than that.

``In the 120-member parliament 66 deputies voted for the bill and 58 against it``; ``of the 51 seats the Greens won 24,
the Liberals 19 and a local list 13``; ``a majority in the 81-seat assembly ... 37 seats``. Only more votes or seats
than there are is a slip: who is not told of was absent, or won the rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from factcheck.languages.lexicon import Lexicon
from factcheck.languages.matching import Found
from factcheck.languages.nodes import END
from factcheck.model import Passage, Relation
from factcheck.reading.breakdowns import concept, counts_something
from factcheck.reading.ends import ENDS
from factcheck.reading.lines import Draft, Line
from factcheck.reading.pieces import Marks
from factcheck.reading.places import Place, noun_end, sentences_of, written
from factcheck.reading.sentences import bounds
from factcheck.reading.votes import Sentence, side_of

# Smaller bodies, and fewer votes, are told of in many ways.
LEAST, LEAST_PARTS = 7, 2
# Words that make a figure the size of a body stand so near to it.
NEAR = 3
# The votes or seats stand in so many sentences after that of the size.
SENTENCES = 2
# A word for a side stands within so many tokens after its figure; one for a change so near before it.
SIDE, SHIFT = 6, 2
IDLE = "voteidle"
ELSEWHERE = ("pluperfect", "noshare", "elsewise", "votesneeded", "together", "local-body")
SIDES = (("aye", "ayeside"), ("nay", "nayside"))
# Words that deny a majority stand so near before it.
CLAIMED = 8
OUTCOME = "outcome"


def chambers(path: str, lines: Sequence[Line], lexicon: Lexicon, *_: object) -> Iterator[Relation]:
    """The relations ``parts`` and ``majority`` of the bodies of a text."""
    telling = lexicon.words_of_any("chamberseat", "chambernoun", "chamberown")
    begins = {line.starts[bounds(line, one.start())[0]] for line in lines for one in line.told(telling)}
    if not begins:
        return
    places = [place for line in lines for place in sentences_of(line)]
    for at, place in enumerate(places):
        if place.line.starts[place.start] not in begins:
            continue
        sizes = [one for one in _numbers(place) if _is_attending(place, one, lexicon)]
        sizes = sizes or [one for one in _numbers(place) if _is_size(place, one, lexicon)]
        if len({written(one) for one in sizes}) != 1:
            continue
        near = places[at : at + SENTENCES + 1]
        yield from _votes(path, places[max(at - 1, 0) : at + SENTENCES + 1], place, sizes[0], lexicon)
        yield from _seats(path, near, sizes[0], lexicon)
        yield from _majority(path, places[max(at - 1, 0) : at + 2], place, sizes[0], lexicon)


def _numbers(place: Place) -> list[Draft]:
    some = place.line.drafts_between(place.start, place.stop)
    return [one for one in some if one.kind == "number" and one.number is not None and one.number.high is None]


def _is_size(place: Place, one: Draft, lexicon: Lexicon) -> bool:
    """The 81-member assembly; all 120 deputies; a chamber of 65; where nouns come first: its 41 seats."""
    if written(one) < LEAST or written(one).denominator != 1:
        return False
    line, first, stop = place
    start = one.start - (one.start > first and line.base[one.start - 1] in lexicon.characters("article-attached"))
    start -= start > first and lexicon.has_capitals and line.base[start - 1] in lexicon.characters("article")
    if any(
        each.end() == start
        for each in lexicon.words_of("chamberown").finditer(line.base, max(first, start - NEAR), start)
    ):
        return lexicon.has_capitals or start < one.start or line.base[start] in lexicon.characters("articled")
    end = min(stop, one.end + SIDE)
    nouns = [*lexicon.words_of_any("chambernoun", "chamberseat").finditer(line.base, one.end, end)]
    if lexicon.has_capitals and line.base[one.end : one.end + 1] in lexicon.characters("hyphen"):
        return bool(nouns) and line.base[one.end + 1 : one.end + 2] in lexicon.characters("chamberbody")
    before = [*lexicon.words_of("chamberall").finditer(line.base, max(first, start - NEAR), start)]
    if lexicon.has_capitals:
        return any(each.end() == start for each in before) and any(each.start() - one.end < NEAR for each in nouns)
    seats = [*nouns, *lexicon.words_of("chamberseat").finditer(line.base, max(first, start - 2), start)]
    every = [*before, *lexicon.words_of("chamberall").finditer(line.base, one.end, min(stop, one.end + 2))]
    return any(each.start() - one.end < 2 for each in seats) and bool(every)


def _is_attending(place: Place, one: Draft, lexicon: Lexicon) -> bool:
    """Of the 225 members 213 were present."""
    if written(one) < LEAST or written(one).denominator != 1:
        return False
    line, first, stop = place
    if not line.may_hold("attending", first, stop):
        return False
    out_of = any(_is_size(place, each, lexicon) for each in _numbers(place) if each is not one)
    if not out_of:
        return False
    end = min(stop, one.end + NEAR)
    after = any(each.start() - one.end < 2 for each in lexicon.words_of("attending").finditer(line.base, one.end, end))
    if lexicon.has_capitals:
        return after
    before = lexicon.words_of("attending").finditer(line.base, max(first, one.start - NEAR), one.start)
    return after or any(one.start - each.end() <= 1 for each in before)


def _is_then(place: Place, one: Draft, lexicon: Lexicon) -> bool:
    """Whether a figure is of another time, or of what might be."""
    line, first, _ = place
    told = lexicon.words_of_any("elsewise", "thentime").finditer(line.base, first, one.start)
    drafts = (line.drafts.get(each.end()) for each in told)  # the last three results are of now
    return any(draft is None or draft.kind != "number" for draft in drafts)


def _votes(path: str, near: Sequence[Place], said: Place, size: Draft, lexicon: Lexicon) -> Iterator[Relation]:
    """The votes of both sides in one sentence, and those who took neither in it or in the next."""
    for at, place in enumerate(near):
        if place != said and place.has("electing"):
            continue  # the council has 73 members. He was re-elected by 68 votes to 44.
        counts = [one for one in _numbers(place) if one is not size and written(one) <= written(size)]
        if len(counts) < LEAST_PARTS or _is_then(place, counts[0], lexicon):
            continue
        sides = _sides(place, counts, lexicon)
        idle = [(place.line, one) for one in _idle(place, counts, sides, lexicon)]
        if at + 1 < len(near) and near[at + 1] is not said:
            after = [one for one in _numbers(near[at + 1]) if one is not size]
            idle += [(near[at + 1].line, one) for one in _idle(near[at + 1], after, [], lexicon)]
        if not sides or (len(sides) < LEAST_PARTS and len(idle) < LEAST_PARTS):
            continue
        parts = [*((place.line, one) for one in sides), *idle[: LEAST_PARTS if len(sides) < LEAST_PARTS else 1]]
        if sum(written(one) for _, one in parts) > written(size):
            yield _sum(path, said.line, size, parts)
            return


def _sides(place: Place, counts: Sequence[Draft], lexicon: Lexicon) -> list[Draft]:
    """The counts of those for and of those against; none where one side has two."""
    line, first, stop = place
    sentence = Sentence(line, first, stop, tuple(counts), "", (0, 0))
    found: dict[str, list[Draft]] = {"aye": [], "nay": []}
    for one, later in zip_longest(counts, counts[1:]):
        if side := side_of(sentence, one, later, lexicon) or _side(place, one, later, lexicon):
            found[side].append(one)
    if len(found["aye"]) == len(found["nay"]) == 1:
        return [*found["aye"], *found["nay"]]
    if found["aye"] and not found["nay"] and len(found["aye"]) == 1 and place.has(IDLE):
        return found["aye"]
    if not place.has("polled") and not place.has("votenoun"):
        return []
    for one, other in pairwise(counts):
        gap = line.base[one.end : other.start]
        if len(gap) == 1 and gap[0] in lexicon.characters("dash|hyphen"):
            return [one, other]
        links = lexicon.words_of("votesto").finditer(line.base, one.end, other.start)
        if any(each.end() == other.start and each.start() - one.end <= 1 for each in links):
            return [one, other]
    return []


def _side(place: Place, one: Draft, later: Draft | None, lexicon: Lexicon) -> str:
    """By the first word for a side after it, before the next figure or sign."""
    line, _, stop = place
    end = min(stop, one.end + SIDE, later.start if later is not None else stop)
    cut = Marks.of(lexicon).comma | lexicon.characters("semicolon") | {END}
    end = next((at for at in range(one.end, end) if line.line[at] in cut), end)
    found = [
        (each.start(), name)
        for name, words in SIDES
        for each in lexicon.words_of(words).finditer(line.base, one.end, end)
    ]
    return max(found)[1] if found else ""


def _idle(place: Place, counts: Sequence[Draft], sides: Sequence[Draft], lexicon: Lexicon) -> list[Draft]:
    line, first, stop = place
    cut = lexicon.characters("semicolon") | {END}
    found = []
    for at, one in enumerate(counts):
        if one in sides:
            continue
        later = counts[at + 1].start if at + 1 < len(counts) else stop
        after = [
            each.start()
            for each in lexicon.words_of(IDLE).finditer(line.base, one.end, min(stop, later, one.end + SIDE))
        ]
        before = [
            each.end() for each in lexicon.words_of(IDLE).finditer(line.base, max(first, one.start - NEAR), one.start)
        ]
        close = before and not lexicon.has_capitals and one.start - before[-1] <= 1
        if close or (after and cut.isdisjoint(line.line[one.end : after[0]])):
            found.append(one)
    return found


def _seats(path: str, near: Sequence[Place], size: Draft, lexicon: Lexicon) -> Iterator[Relation]:
    """The seats of several parties, in the sentences from that of the size on."""
    if not any(place.has("chamberseat") or place.has("chamberown") for place in near):
        return
    parts: list[tuple[Line, Draft]] = []
    closed = False
    for place in near:
        if closed or (place is not near[0] and _is_elsewhere(place, lexicon)):
            break
        for one in _numbers(place):
            if one is size or written(one) >= written(size) or _is_then(place, one, lexicon):
                continue
            if one.start < size.start and place is near[0]:
                held = _is_out_of(place, one, size, lexicon)
            else:
                held = _is_held(place, one, parts, lexicon)
            if held:
                parts.append((place.line, one))
                full = sum(written(each) for _, each in parts) == written(size)
                closed = full or _is_rest(place, one, lexicon)
                if closed:
                    break
    total = sum(written(one) for _, one in parts)
    if len(parts) > 2 and (total > written(size) or (closed and total != written(size))):
        yield _sum(path, near[0].line, size, parts)


def _is_elsewhere(place: Place, lexicon: Lexicon) -> bool:
    """Whether a sentence tells of another body or time: in 2016 it had won 125; the senate's 40 seats."""
    first = next((one.start for one in _numbers(place)), place.stop)
    dated = any(one.kind in ENDS for one in place.line.drafts_between(place.start, first))
    told = any(place.has(name) for name in ELSEWHERE)
    where = not lexicon.characters("place-preposition").isdisjoint(place.line.base[place.start : place.start + 2])
    return where or dated or told or any(_is_size(place, one, lexicon) for one in _numbers(place))


def _is_out_of(place: Place, one: Draft, size: Draft, lexicon: Lexicon) -> bool:
    """16 of the 30 seats; not: none has 16 of them."""
    line, first, _ = place
    denied = line.base[max(first, one.start - SIDE) : one.start]
    if not lexicon.characters("negation").isdisjoint(denied) or not lexicon.characters("seatshift").isdisjoint(
        denied[-2:]
    ):
        return False
    of = lexicon.words_of("outof").finditer(line.base, one.end, size.start)
    return size.start - one.end <= SIDE and any(each.start() <= noun_end(one) for each in of)


def _majority(path: str, near: Sequence[Place], said: Place, size: Draft, lexicon: Lexicon) -> Iterator[Relation]:
    """Who has a majority, and the only seats that are told in that sentence or the next."""
    for at, place in enumerate(near):
        word = _claimed(place, lexicon)
        if word is None:
            continue
        for other in near[at : at + 2]:
            some = [one for one in _numbers(other) if one is not size and written(one) < written(size)]
            held = [one for one in some if not _is_then(other, one, lexicon) and _has_seats(other, one, size, lexicon)]
            if held:
                first, last = sorted((held[0], size), key=lambda one: one.start) if other is said else (size, size)
                roles = (("need", (str(held[0].data["id"]),)), ("whole", (str(size.data["id"]),)))
                passage = Passage(path, place.line.span(*word.span()), place.line.text(*word.span()), OUTCOME)
                span = said.line.span(first.start, last.end)
                yield Relation("majority", path, span, roles, "chambers", (passage,))
                return


def _claimed(place: Place, lexicon: Lexicon) -> Found | None:
    """The words for a majority that somebody is said to have."""
    line, first, stop = place
    for word in place.find("majorityheld"):
        around = (max(first, word.start() - CLAIMED), min(stop, word.end() + NEAR))
        if any(lexicon.words_of("majoritydenied").finditer(line.base, *around)):
            continue
        if any(lexicon.words_of("majorityclaim").finditer(line.base, max(first, word.start() - NEAR), word.start())):
            return word
    return None


def _has_seats(place: Place, one: Draft, size: Draft, lexicon: Lexicon) -> bool:
    if place.line.drafts.get(size.start) is size and one.start < size.start:
        return _is_out_of(place, one, size, lexicon)
    return concept(one) in ("seat", "vote") and _is_held(place, one, (), lexicon)


def _is_rest(place: Place, one: Draft, lexicon: Lexicon) -> bool:
    """The other five."""
    line, first, stop = place
    around = max(first, one.start - NEAR), min(stop, one.end + 2)
    found = lexicon.words_of_any("leftover", "therest").finditer(line.base, *around)
    return any(each.end() <= one.start or each.end() not in line.drafts for each in found)  # not: 11 and others 6


def _is_held(place: Place, one: Draft, parts: Sequence[object], lexicon: Lexicon) -> bool:
    """Whether a party has so many: it won 24; after the first one its verb may be left out."""
    line, first, stop = place
    if counts_something(one) and concept(one) != "seat":
        words = getattr(one.data.get("subject"), "words", ())
        if concept(one) or not words or line.base[one.end] not in lexicon.characters("function"):
            return False
    before = line.base[max(first, one.start - SHIFT) : one.start]
    if not lexicon.characters("seatshift").isdisjoint(before):
        return False
    after = line.line[one.end : one.end + 1]
    if line.base[one.end : one.end + 1] and line.base[one.end] in lexicon.characters("of") | lexicon.characters(
        "hyphen"
    ):
        return False
    if not lexicon.characters("scope").isdisjoint(line.base[one.end : one.end + 1]) and not _is_rest(
        place, one, lexicon
    ):
        return False
    reach = NEAR if lexicon.has_capitals else SIDE
    start = next((at + 1 for at in range(one.start - 1, first, -1) if line.line[at] in Marks.of(lexicon).comma), first)
    verbs = lexicon.words_of("seatheld").finditer(line.base, max(start, one.start - reach), one.start)
    if any(one.start - each.end() <= (1 if lexicon.has_capitals else reach) for each in verbs):
        return True
    ends = Marks.of(lexicon).comma | lexicon.characters("conjunction|semicolon") | {END}
    end = line.line[noun_end(one) : noun_end(one) + 1]
    return bool(parts) and (noun_end(one) >= stop or not after or end in ends or _is_rest(place, one, lexicon))


def _sum(path: str, line: Line, size: Draft, parts: Sequence[tuple[Line, Draft]]) -> Relation:
    names = tuple(str(one.data["id"]) for _, one in parts)
    some = [*(one for own, one in parts if own is line), size]
    span = line.span(min(one.start for one in some), max(one.end for one in some))
    return Relation("parts", path, span, (("part", names), ("total", (str(size.data["id"]),))), "chambers")
