"""A line with its facts -> totals with the parts that make them up, and numbers with the list they announce.

``37 people: 24 soldiers and 13 civilians`` is a sum, ``three provinces: A, B and C`` a list. What follows the
sign or word that opens an enumeration is cut at commas and conjunctions; only where every piece is understood, and
the last is joined by a conjunction, is the enumeration taken for complete.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from factcheck.languages.data import concept_kinds
from factcheck.languages.lexicon import Lexicon
from factcheck.languages.matching import Found, Matcher
from factcheck.languages.nodes import END
from factcheck.languages.phrases import parse
from factcheck.model import Relation
from factcheck.reading.breakdowns import (
    COUNTED,
    COUNTS,
    concept,
    is_net,
    is_part,
    is_party,
    is_set_aside,
    is_several,
    is_whole,
)
from factcheck.reading.lines import Draft, Line
from factcheck.reading.lists import is_name, listed
from factcheck.reading.others import of_both
from factcheck.reading.pieces import Marks, Piece, is_closed, pieces
from factcheck.reading.sentences import bounds

# An announced number stands at most so many tokens before its list.
REACH = 30
SHORTEST_CLAUSE = 4
# Words between what is counted and a dash before the list of it.
SPACED = 3
# What opens a list only right after what is counted.
ADJACENT = ("named", "apposition")


def enumerations(path: str, line: Line, lexicon: Lexicon) -> Iterator[Relation]:
    """The relations ``parts``, ``included`` and ``list`` of a line."""
    ends = {draft.data.get("noun end", draft.end) for draft in line.drafts.values() if draft.kind in COUNTS}
    for kind, matcher in _openers(lexicon):
        for match in line.find(matcher, COUNTED):
            if kind in ADJACENT and match.start() not in ends:
                continue
            first, end = bounds(line, match.start())
            within = line.drafts_between(max(first, match.start() - REACH), match.start())
            counts = [draft for draft in within if draft.kind in COUNTS and draft.end <= match.start()]
            if not counts or not _opens(line, kind, match, counts[-1]):
                continue
            members = _without_ages(line, pieces(line, match.end(), end))
            if members:
                yield from _related(path, line, kind, counts, members)


@lru_cache(maxsize=16)
def _openers(lexicon: Lexicon) -> tuple[tuple[str, Matcher], ...]:
    """What opens an enumeration: a sign, words such as "namely", or words such as "including"."""
    phrases = (
        ("all", "[,] {opener} [:]"),
        ("all", "({colon}|{dash!hyphen}|{open})"),
        ("spaced", "{hyphen!glued}"),
        ("named", "{copula}"),
        ("apposition", "{comma}"),
        ("some", "[,] {including} [:]"),
    )
    return tuple((kind, lexicon.matcher(parse(phrase))) for kind, phrase in phrases)


def _opens(line: Line, kind: str, match: Found, last: Draft) -> bool:
    """Whether the sign or word opens an enumeration of what ``last`` counts."""
    adjacent = match.start() == last.data.get("noun end", last.end)
    if line.line[match.start()] in line.lexicon.characters("open") and not line.lexicon.characters("colon").isdisjoint(
        line.line[last.end : match.start()]
    ):
        return False  # three ministers: Sami Haddad (trade and industry), ...: the bracket is one member's
    if kind == "named":
        return adjacent
    if kind == "apposition":  # four cities, Aldmoor, Castleby and Port Renn; not three of his eight children
        return adjacent and bool(concept(last)) and line.lexicon.has_capitals and not is_of_those(line, last)
    if kind == "some":
        # 40 of them electric and 50 for the north: "of them" makes 40 itself a part
        partitive = match.start() == last.end and "part" in getattr(last.data.get("subject"), "scope", ())
        return not partitive and (adjacent or line.line[match.start()] in line.lexicon.characters("comma"))
    if kind == "spaced":  # 120 posts - 70 in assembly; three ministers resigned - A, B and C; not AK - 47
        near = match.start() - int(str(last.data.get("noun end", last.end))) <= SPACED
        return near and bool(concept(last)) and line.base[match.start() - 1] not in line.lexicon.characters("glued")
    return line.base[match.start() - 1] not in line.lexicon.characters("including")


def is_of_those(line: Line, count: Draft) -> bool:
    """Whether a count may be whose others are: three of his eight children, owners of two shops; not of two cities."""
    of = line.lexicon.characters("of")
    at = next((at for at in range(count.start - 1, max(0, count.start - 2) - 1, -1) if line.base[at] in of), 0)
    if not at:
        return False
    some = line.lexicon.characters("some-of|function")
    counted = any(one.end == at for one in line.drafts_between(at - REACH, at))
    return counted or line.base[at - 1] in some or concept_kinds().get(concept(count)) != "place"


def _related(path: str, line: Line, kind: str, counts: list[Draft], members: list[Piece]) -> Iterator[Relation]:
    if kind == "apposition":
        figures = [_figure(line, piece) for piece in members]
        if all(figures):
            parts = [figure for figure in figures if figure is not None]
            if _are_too_many(line, counts[-1], parts, members):
                yield relation(path, line, "parts", (("part", parts), ("total", counts[-1:])), "enumeration/apposition")
            return
        signs, capital = line.lexicon.characters("comma") | {END}, line.lexicon.characters("cap")
        ended = members[-1].end >= len(line.line) or line.line[members[-1].end] in signs
        article = line.lexicon.characters("article")
        firsts = (one.start + (line.base[one.start] in article and one.end > one.start + 1) for one in members)
        some = line.lexicon.words_of("including").finditer(line.base, members[0].start, members[-1].end)
        if any(some):
            return  # four towns, Homs, Hama and Idlib among them
        names = all(line.base[at] in capital for at in firsts) and all(is_name(line, one, False) for one in members)
        if ended and names and is_closed(members) and sum(one.joined for one in members) == 1:
            yield from listed(path, line, counts[-1:], members)
        return
    members = _without_clause(line, members)
    if kind != "some":
        # 24 soldiers, including 3 officers, and 13 civilians: the officers are some of the soldiers
        including = line.lexicon.words_of("including")
        members = [piece for piece in members if not including.match(line.base, piece.start)]
    figures = [_figure(line, piece) for piece in members]
    if kind == "some":
        yield from _included(path, line, counts[-1], members, figures)
        return
    if not members or not is_closed(members):
        return
    if all(figures):
        parts = [figure for figure in figures if figure is not None]
        fitting = [one for one in counts if all(_is_part(line, one, part, members[0].start) for part in parts)]
        bare = counts[-1].kind == "number" and counts[-1].end == members[0].start - 1
        if bare and not all(concept(part) for part in parts):
            return  # 10: 37 is a time, not a total
        if len(fitting) == 1 and is_whole(line, fitting[0], parts, members[0].start, members[-1].end):
            yield relation(path, line, "parts", (("part", parts), ("total", fitting)), "enumeration/parts")
    elif not any(figures) and line.lexicon.characters("including").isdisjoint(
        line.base[members[0].start : members[-1].end]
    ):
        yield from listed(path, line, counts, members)


def _are_too_many(line: Line, total: Draft, parts: list[Draft], members: list[Piece]) -> bool:
    """Whether figures after a comma are more than the total: 15 members, eight from the north and nine from the south.

    With nouns of their own they may be counted besides it (20 players, five coaches and three doctors), and all of it
    need not be told.
    """
    where = line.lexicon.characters("place-preposition")
    placed = not any(map(concept, parts)) and all(line.base[part.end : part.end + 1] in where for part in parts)
    if not placed or not is_closed(members) or not all(is_part(total, part) for part in parts):
        return False
    values = [part.number.value for part in parts if part.number is not None]
    return total.number is not None and max(values) <= total.number.value < sum(values)


def _included(
    path: str, line: Line, total: Draft, members: list[Piece], figures: Sequence[Draft | None]
) -> Iterator[Relation]:
    """Each of the figures right after "including" is a part by itself; those after the first must be of its kind."""
    first = figures[0]
    if (
        first is None
        or first.start > members[0].start + 2
        or not is_part(total, first)
        or is_net(line, total)
        or not is_several(total)
        or not _is_number_of(line, first)
    ):
        return
    if _is_of_both(line, total, first, members[0].start):
        return
    kind = concept_kinds().get(concept(first))
    for figure in figures if kind and is_closed(members) else figures[:1]:
        if figure is None or not is_part(total, figure) or concept_kinds().get(concept(figure)) != kind:
            return
        if not is_set_aside(line, figure):
            yield relation(path, line, "included", (("part", [figure]), ("total", [total])), "enumeration/included")


def _is_number_of(line: Line, part: Draft) -> bool:
    """Whether a figure counts some of those before it: not a 56-room hotel, nor the 14.10 to London."""
    whole = part.kind != "number" or part.number is None or part.number.value.denominator == 1
    return whole and (part.end >= len(line.base) or line.base[part.end] not in line.lexicon.characters("hyphen"))


def _is_of_both(line: Line, total: Draft, part: Draft, start: int) -> bool:
    """Whether a part may be of the sum of two figures: 53 missiles and 47 drones, of which 81 were shot down."""
    if total.number is None or part.number is None:
        return False
    return total.number.value < part.number.value <= of_both(line, total, start)


def relation(path: str, line: Line, kind: str, roles: Sequence[tuple[str, Sequence[Draft]]], read_by: str) -> Relation:
    """A relation over facts of the line."""
    members = tuple((role, tuple(str(draft.data["id"]) for draft in drafts)) for role, drafts in roles)
    drafts = [draft for _, some in roles for draft in some]
    span = line.span(min(one.start for one in drafts), max(one.end for one in drafts))
    return Relation(kind, path, span, members, read_by)


def _without_ages(line: Line, members: list[Piece]) -> list[Piece]:
    """The members without the ages that follow names between commas: John Smith, 45, Jane Doe, 33, and ..."""
    ages = [
        piece
        for piece in members[1:]
        if (draft := line.drafts.get(piece.start)) is not None
        and draft.end == piece.end
        and draft.kind in ("number", "age")
        and not piece.joined
    ]
    if 2 * len(ages) in (len(members), len(members) - 1):
        return [piece for piece in members if piece not in ages]
    return members


def _without_clause(line: Line, members: list[Piece]) -> list[Piece]:
    """The members without a last one that is a clause of its own: joined after a comma, long, and of another kind."""
    if len(members) < 3 or not members[-2].joined:
        return members
    *others, last = members
    long = last.end - last.start >= SHORTEST_CLAUSE
    counts_else = any(draft.kind in COUNTS for draft in line.drafts_between(last.start, last.end))
    if (long or counts_else) and all(_figure(line, one) for one in others) and _figure(line, last) is None:
        return others
    if not long:
        return members
    names = line.lexicon.has_capitals and all(is_name(line, one, False) for one in others)
    return others if names and not is_name(line, last, False) else members


def _figure(line: Line, piece: Piece) -> Draft | None:
    """The only count of a member: at its beginning, or all that stands in the bracket after its name."""
    marks = Marks.of(line.lexicon)
    inside = [draft for draft in line.drafts_between(piece.start, piece.end) if draft.kind in COUNTS]
    opening = next((at for at in range(piece.start + 1, piece.end) if line.line[at] in marks.open), piece.end)
    before = [draft for draft in inside if draft.start < opening]
    if before:
        lead = line.base[piece.start : before[0].start]  # "about", "the"; a verb begins a sentence of its own
        small = line.lexicon.characters("function|hedge")
        return before[0] if len(before) == 1 and len(lead) <= 1 and all(code in small for code in lead) else None
    return inside[0] if len(inside) == 1 and inside[0].start == opening + 1 else None


def _is_part(line: Line, total: Draft, part: Draft, start: int) -> bool:
    """Whether a figure can be a part of the total; right after 45 members 15 Greens can."""
    adjacent = int(str(total.data.get("noun end", total.end))) == start - 1
    party = adjacent and part.kind == "number" and concept_kinds().get(concept(total)) == "person"
    return (is_part(total, part) or (party and is_party(line, part))) and _is_smaller(part, total)


def _is_smaller(part: Draft, total: Draft) -> bool:
    """A figure without a noun may count something else; then it is a part only if it is not more than the total."""
    if concept(part) or part.number is None or total.number is None:
        return True
    return part.number.value <= total.number.value
