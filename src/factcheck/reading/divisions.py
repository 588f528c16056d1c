"""A total and the sentence after it, if only of the next paragraph, that divides it -> the relation ``parts``.

``a £96 million programme ... The plan sets aside £44 million for schools, £23 million for roads and £17 million for
housing`` need not tell all: parts that are more than the total are a slip, parts that are less only where the text
says that there are no others, or where they are all that there can be (men and women, votes and spoilt papers).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.languages.data import concept_kinds
from factcheck.languages.lexicon import Lexicon
from factcheck.model import Relation
from factcheck.reading.breakdowns import LARGE, concept, counts_something, is_part
from factcheck.reading.lines import Draft, Line
from factcheck.reading.lists import DATES
from factcheck.reading.pieces import Marks, has_prefix
from factcheck.reading.places import Place, sentence_after, sentence_before, written
from factcheck.reading.sentences import bounds

# A part stands so near to the word that leads to it, or to the sign that joins it to the part before.
NEAR = 3
# The subject of the dividing has so many words before its verb (a clause between commas is not counted).
SUBJECT = 4
# Between "won" and what was won may stand who won it.
WINNER = 8
# Parts of a sentence, more would be a table.
MOST = 12
EXISTED, GAINED = "existed", "gained"
# The classes of verbs that lead to parts: the plan sets aside, there were, the party won.
LEADS = ("divides", EXISTED, GAINED)
BALLOTS = ("vote", "ballot", "voter")
# The kind of difference that men and women have.
AGES = "age-and-sex"
# Not all who are counted among these need be known yet.
TOLL = frozenset(("killed", "injured", "missing", "death", "casualty", "victim", "body", "displaced"))


def divisions(path: str, lines: Sequence[Line], lexicon: Lexicon, *_: object) -> Iterator[Relation]:
    """The totals whose parts are told in the next sentence and cannot make them."""
    for at, line in enumerate(lines):
        for lead in LEADS:
            for match in line.find(lexicon.words_of(lead)):
                place = Place(line, *bounds(line, match.start()))
                parts = parts_from(place, match.end(), WINNER if lead == GAINED else NEAR)
                for before in _sources(lines, at, place, match.start(), lead) if len(parts) > 1 else ():
                    total = _total(before, parts, lead == GAINED)
                    places = (before, place, sentence_after(lines, at, place))
                    if total is not None and _is_told(places, total, parts, lead):
                        yield _relation(path, before.line, total, line, parts)
                    if total is not None:
                        break


def _sources(lines: Sequence[Line], at: int, place: Place, verb: int, lead: str) -> Iterator[Place]:
    """Where the total may stand: before the verb in its own sentence, and in the sentence before."""
    if lead == GAINED and verb > place.start:  # of the 120 seats, the party won 61
        yield Place(place.line, place.start, verb)
    before = sentence_before(lines, at, place.start)
    if before is not None and _is_led(place, verb, lead):
        yield before


def _relation(path: str, before: Line, total: Draft, line: Line, parts: Sequence[Draft]) -> Relation:
    """A relation over the figures of two sentences, which may stand in two lines."""
    some = tuple(str(one.data["id"]) for one in parts)
    end = line.span(parts[-1].start, parts[-1].end).end
    span = before.span(total.start, total.end)._replace(end=end)
    return Relation("parts", path, span, (("part", some), ("total", (str(total.data["id"]),))), "divisions")


def parts_from(place: Place, at: int, reach: int = NEAR) -> list[Draft]:
    """The figures after the leading word, joined by commas and a last conjunction; none where they are no list."""
    line, marks = place.line, Marks.of(place.line.lexicon)
    counts = place.counts(at)
    colon = next((one for one in range(at, place.stop) if line.line[one] in line.lexicon.characters("colon")), at)
    if colon > at and counts and counts[0].start < colon:  # over four chapters only: 19 million for ...
        at, counts = colon + 1, [one for one in counts if one.start > colon]
    money = bool(counts) and counts[0].kind == "money"
    if money:  # 44 million for four schools
        large = [one for one in counts if one.kind == "number" and one.number is not None and one.number.step >= LARGE]
        counts = [one for one in counts if one.kind == "money" or one in large]
    if not counts or counts[0].start - at > reach or len(counts) > MOST:
        return []
    joints = [_joint(line, marks, one.end, other.start) for one, other in pairwise(counts)]
    while joints and not joints[-1]:  # a clause of its own comes after the list
        joints.pop()
    last = joints and joints[-1] != ","
    return counts[: len(joints) + 1] if all(joints) and last else []


def _joint(line: Line, marks: Marks, start: int, end: int) -> str:
    """What joins the figure at ``end`` to the one before it: a comma, or a word; nothing where a sentence begins."""
    if any(line.line[at] in line.lexicon.characters("semicolon") for at in range(start, end)):
        return ""
    joined = line.lexicon.characters("while|versus") | marks.conjunction
    for at in range(end, max(start, end - NEAR) - 1, -1):
        if (at < end and line.base[at] in joined) or has_prefix(line, marks, at):
            return "and"
    commas = [at for at in range(start, end) if line.line[at] in marks.comma]
    words = line.base[commas[-1] : end] if commas else line.base[start:end]
    if not joined.isdisjoint(words):
        return "and"
    return "," if commas else ""


def _is_led(place: Place, verb: int, lead: str) -> bool:
    """Whether the sentence speaks of what was told before: the plan sets aside, it provides, there were."""
    line, first = place.line, place.line.drafts_between(place.start, verb)[:1]
    if first and first[0].kind in DATES and first[0].start <= place.start + 1:
        return False  # last year it set aside
    if lead == GAINED:
        return True
    if lead == EXISTED:
        return verb - place.start <= 1
    stop = min(place.start + SUBJECT, verb + 1)
    planned = line.lexicon.words_of("planned")
    told = any(planned.finditer(line.base, place.start, stop))
    return told or any(one.start() <= verb + NEAR for one in planned.finditer(line.base, verb, verb + SUBJECT))


def _total(before: Place, parts: Sequence[Draft], polled: bool) -> Draft | None:
    """The only figure of the sentence before that the parts can be parts of."""
    if polled and concept(parts[0]) == "vote" and not before.has("cast"):
        return None
    if polled and concept(parts[0]) != "vote" and before.has(GAINED):
        return None  # the party holds 40 seats: they are its own
    counts = before.counts()
    fitting = [one for one in counts if _may_be_total(one, parts, polled)]
    if polled and concept(parts[0]) != "vote":
        fitting = [one for one in fitting if _is_of_all(before, one)]
    if len(fitting) != 1 or _is_net(before.line, fitting[0]):
        return None
    return fitting[0]


def _is_of_all(before: Place, total: Draft) -> bool:
    """Whether seats are those of a body, not of a party: the council has 40; of the 120 seats."""
    line, lexicon, first = before.line, before.line.lexicon, before.start
    where = lexicon.characters("place-preposition")
    for body in lexicon.words_of_any("chambernoun", "chamberown").finditer(line.base, first, total.start):
        if where.isdisjoint(line.base[max(first, body.start() - NEAR) : body.start()]):
            return True  # not: in the council the party has 40
    of = lexicon.words_of("outof").finditer(line.base, max(first, total.start - NEAR), total.start)
    return any(total.start - one.end() <= 1 for one in of)


def _is_net(line: Line, total: Draft) -> bool:
    """Whether words right around a total say that it is what is left of gains and losses."""
    net = line.lexicon.characters("net|balance")
    return not net.isdisjoint(line.base[max(total.start - SUBJECT, 0) : total.end + SUBJECT])


def _may_be_total(total: Draft, parts: Sequence[Draft], polled: bool) -> bool:
    if total.number is None or (total.kind == "number" and not counts_something(total)):
        return False
    values = [one.number.value for one in parts if one.number is not None]
    if len(values) < len(parts) or total.number.value < max(values):
        return False
    if polled:
        bare = all(concept(one) in ("", "seat") for one in parts) and not counts_something(parts[-1])
        seats = concept(total) == "seat" and bare
        return total.kind == "number" and (seats or (concept(parts[0]) == "vote" and concept(total) in BALLOTS))
    if concept(total) == "seat" and all(concept_kinds().get(concept(one)) == "person" for one in parts):
        return True  # those who sit on them
    return all(is_part(total, one) for one in parts) and (total.kind != "number" or all(map(concept, parts)))


def _is_told(places: tuple[Place, Place, Place | None], total: Draft, parts: Sequence[Draft], lead: str) -> bool:
    """Whether the parts are more than the total; or less, and the text says that there are no others."""
    before, place, after = places
    if any(reading.value.high is None for reading in total.readings):
        return False
    missing = written(total) - sum(map(written, parts))
    if missing <= 0:
        return lead != EXISTED or _is_apart(place, parts)
    if len(place.counts(parts[0].start)) > len(parts) + (parts[0].kind == "money") * MOST:
        return False
    closed = any(_is_closed(one) for one in (place, after) if one is not None)
    if lead == EXISTED:
        all_there = not before.has("stricken") and _are_all(place, after, total, parts)
        return all_there or (closed and _is_apart(place, parts))
    return closed and (lead != GAINED or place.has("spoiled"))


def _is_closed(place: Place) -> bool:
    """Whether a sentence says that there is no other: nothing else, no other spending, by words or a negation."""
    if place.has("closing"):
        return True
    at = next((one.start() for one in place.find("negation")), place.stop)
    return Place(place.line, at, place.stop).has("others")


def _are_all(place: Place, after: Place | None, total: Draft, parts: Sequence[Draft]) -> bool:
    """Whether the parts are the men and the women, and nothing tells of children or of somebody not counted yet."""
    ages = [_ages(place.line, one.start, int(str(one.data.get("noun end", one.end)))) for one in parts]
    if sorted(map(sorted, ages)) != [["man"], ["woman"]] or concept_kinds().get(concept(total)) != "person":
        return False
    if not TOLL.isdisjoint((concept(total), *getattr(total.data["subject"], "scope", ()))):
        return False
    if place.has("list-open"):
        return False
    around = [one for one in (place, after) if one is not None]
    children = any({"boy", "girl"} & _ages(one.line, one.start, one.stop) for one in around)
    return not children or any(one.has("negation") for one in around)


def _is_apart(place: Place, parts: Sequence[Draft]) -> bool:
    """Whether nobody is two of the parts: men, women."""
    ages = [_ages(place.line, one.start, int(str(one.data.get("noun end", one.end)))) for one in parts]
    return all(ages) and sum(map(len, ages)) == len(frozenset().union(*ages))


def _ages(line: Line, start: int, end: int) -> frozenset[str]:
    """Of which ages and sexes tokens ``start`` to ``end`` tell."""
    found: set[str] = set()
    for match in line.lexicon.words_of("pole").finditer(line.base, start, end):
        kind, *some = (line.lexicon.value("pole", line.key(*match.span())) or "").split()
        found.update(some if kind == AGES else ())
    return frozenset(found)
