"""Lines with their facts -> how the text itself ties them: shares, durations, ranges, sums and lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from factcheck.languages.data import Pattern, concept_kinds
from factcheck.languages.indexed import Calls, Indexed
from factcheck.languages.lexicon import Lexicon
from factcheck.languages.matching import Found
from factcheck.languages.nodes import END
from factcheck.model import Relation
from factcheck.reading.ages import ages
from factcheck.reading.breakdowns import COUNTS, concept, is_net, is_part, is_set_aside, is_whole
from factcheck.reading.changes import changes
from factcheck.reading.divisions import divisions
from factcheck.reading.enumerations import enumerations, relation
from factcheck.reading.episodes import episodes
from factcheck.reading.facts import Text
from factcheck.reading.lines import Draft, Line
from factcheck.reading.portions import portions
from factcheck.reading.rosters import rosters
from factcheck.reading.sentences import bounds
from factcheck.reading.titles import titles

Roles = dict[str, list[Draft]]
KINDS: Mapping[str, tuple[str, ...]] = {
    "date": ("day", "month", "year", "period", "moment"),
    "figure": ("number", "quantity", "money"),
    "count": ("number",),
    "length": ("duration",),
    "percent": ("percent",),
}
SUMS = ("parts", "shares", "completed")
HYPHENS = "-‐‑"
# The noun that a percentage is of stands among so many words after it.
OF_WITHIN = 4


def relations(text: Text, lexicon: Lexicon) -> tuple[Relation, ...]:
    """Every relation that the words state, in text order; no two of one kind over the same facts."""
    found: dict[tuple[object, ...], Relation] = {}
    path = text.document.path
    for line in text.lines:
        for one in (
            *_phrased(path, line, lexicon),
            *titles(path, line, lexicon),
            *enumerations(path, line, lexicon),
            *portions(path, line, lexicon),
            *changes(path, line, lexicon),
        ):
            found.setdefault((one.kind, one.role("announced") or one.roles), one)
        for roles in episodes(line, lexicon):
            if _are_ends(line, roles) and _is_length({}, line, roles):
                one = relation(path, line, "duration", sorted(roles.items()), "")
                found.setdefault((one.kind, one.roles), one)
    for one in divisions(path, text.lines, lexicon):
        found.setdefault((one.kind, one.roles), one)
    for one in rosters(path, text.lines, lexicon):
        found.setdefault((one.kind, one.role("announced")), one)
    for one in ages(path, text.lines, lexicon):
        found.setdefault((one.kind, one.roles), one)
    return tuple(sorted(_fullest(found.values()), key=lambda one: (one.span, one.kind)))


def _fullest(some: Iterable[Relation]) -> Iterator[Relation]:
    """The relations without sums of some of the parts whose sum with more of them is another relation."""
    some = tuple(some)
    parts: dict[tuple[str, ...], list[frozenset[str]]] = {}
    for one in some:
        if one.kind in SUMS:
            parts.setdefault((one.kind, *one.role("total")), []).append(frozenset(one.role("part")))
    for one in some:
        own = frozenset(one.role("part"))
        if one.kind not in SUMS or not any(own < other for other in parts[one.kind, *one.role("total")]):
            yield one


def _phrased(path: str, line: Line, lexicon: Lexicon) -> Iterator[Relation]:
    for pattern, matches in line.matches(indexed(lexicon)):
        for match in matches:
            roles: Roles = {}
            for start, name in sorted((match.start(name), name) for name in _captured(match)):
                if (draft := line.drafts.get(start)) is not None:
                    roles.setdefault(name.partition("__")[0], []).append(draft)
            if _is_certain(pattern, line, roles):
                yield relation(path, line, pattern.builder, sorted(roles.items()), pattern.place)


def _captured(match: Found) -> Iterator[str]:
    for name, text in match.groupdict().items():
        if text is not None:
            yield name


def indexed(lexicon: Lexicon, calls: Calls | None = None) -> Indexed:
    """The relations of a language; ``calls`` is what was made of them before."""
    return lexicon.once("relations", lambda: Indexed(lexicon, lexicon.data.relations, KINDS, calls))


def _is_certain(pattern: Pattern, line: Line, roles: Roles) -> bool:
    if pattern.builder == "share":
        given = dict(pattern.given)
        if ("near" in given and not _are_near(line, roles)) or ("same" in given and not _is_same(line, roles)):
            return False
        return _is_share(line, roles, "own" in given)
    if pattern.builder == "included":
        total, part = roles["total"][0], roles["part"][0]
        alone = "alone" not in dict(pattern.given) or _is_alone(line, total, part)
        return is_part(total, part) and not is_net(line, total) and not is_set_aside(line, part) and alone
    if pattern.builder == "parts":
        return _are_parts(dict(pattern.given), line, roles)
    if pattern.builder in ("shares", "completed"):
        return _are_of_one(line, roles["part"], pattern.builder == "completed")
    if not _are_ends(line, roles):
        return False
    return pattern.builder == "range" or _is_length(dict(pattern.given), line, roles)


def _is_alone(line: Line, total: Draft, part: Draft) -> bool:
    """Whether no other figure of the sentence before ``part`` is as large: "of them" may be of any of those."""
    before = line.drafts_between(bounds(line, part.start)[0], part.start)
    others = (one.number for one in before if one is not total and one.kind in COUNTS)
    return part.number is not None and all(one is not None and one.value < part.number.value for one in others)


def _are_parts(given: Mapping[str, str], line: Line, roles: Roles) -> bool:
    """``closed`` parts must be shown to be all; ``over`` a total that may hold what was counted before.

    ``votes`` are counted, and those who cast them.
    """
    (total,), parts = roles["total"], roles["part"]
    if "votes" not in given and not all(is_part(total, part) for part in parts):
        return False
    if "closed" in given:
        return is_whole(line, total, parts, parts[0].start, parts[-1].end)
    values = [part.number.value for part in parts if part.number is not None]
    return "over" not in given or (total.number is not None and sum(values) > total.number.value)


def _are_of_one(line: Line, parts: list[Draft], completed: bool) -> bool:
    """Whether percentages are of one whole at one time: no date stands among them, and none has a whole of its own.

    Where the rest completes them no other percentage may belong to them.
    """
    start, stop = bounds(line, parts[0].start)
    inside = line.drafts_between(parts[0].start, stop)
    if completed:
        before = bounds(line, start - 2)[0] if start > 1 else start
        others = (one for one in line.drafts_between(before, parts[-1].start) if one not in parts)
        return not any(one.kind == "percent" for one in others) and not _has(
            line, "therest", start, parts[-1].start - 2
        )
    where = line.lexicon.characters("preposition")
    own = (line.base[one.end] in where for one in parts[1:] if one.end < stop)
    dates = (one.kind in (*KINDS["date"], "time") for one in inside)
    moved = (_has(line, name, parts[0].start, stop) for name in ("change", "compared"))
    return not any(own) and not any(dates) and not any(moved)


def _has(line: Line, name: str, start: int, end: int) -> bool:
    """Whether a word or several words of a class stand in tokens ``start`` to ``end``."""
    return any(line.lexicon.words_of(name).finditer(line.line, max(start, 0), end))


def _are_ends(line: Line, roles: Roles) -> bool:
    """Two ends of one kind, neither a bare weekday, and nothing in the sentence that moves a date."""
    (start,), (end,) = roles["start"], roles["end"]
    if not (_is_named(start) and _is_named(end)):
        return False
    if start.kind != end.kind and not (start.kind == "year" and _is_in_years(roles)):
        return False
    if start.kind == "year" and (
        _has(line, "dated", start.start - OF_WITHIN, start.start) or _has(line, "yeared", end.end, end.end + 1)
    ):
        return False  # between 2010 and 2005 prices
    first, last = bounds(line, start.start)
    return not _has(line, "moved", first, min(last, end.end + 2))


def _is_in_years(roles: Roles) -> bool:
    """Whether a length is given that a year and a day may be the ends of: 142 years from 1884 to this spring."""
    return any(draft.data.get("unit") == "year" for draft in roles.get("length", ()))


def _is_named(draft: Draft) -> bool:
    return draft.kind != "day" or any(part.role == "day" for part in draft.parts)


def _is_length(given: Mapping[str, str], line: Line, roles: Roles) -> bool:
    """Whether a length is that of the whole period, and not of each of several things or of a part of it."""
    (start,), (end,), (length,) = roles["start"], roles["end"], roles["length"]
    between = (length.end, start.start) if length.end <= start.start else (end.end, length.start)
    before = line.drafts_between(length.start - OF_WITHIN, length.start)
    counted = any(draft.kind == "number" and draft.end == length.start for draft in before)
    if length.start >= end.end and _has(line, "counted-from", length.end, length.end + 1):
        return False  # from 3 to 9 May, that is 20 years after the war
    if counted or _has(line, "apart", *between) or _has(line, "repeated", *bounds(line, length.start)):
        return False  # two 5-day courses from 2 to 27 September
    if "whole" in given and not _is_closed(line, length):
        return False  # closed in 2011 after five years of losses
    if "longer" in given:  # three days between 18 and 27 July fit; twenty do not
        return _is_longer(start, end, length)
    if "hyphen" in given:
        return any(hyphen in piece for piece in line.pieces[length.start : length.end] for hyphen in HYPHENS)
    return True


def _is_closed(line: Line, length: Draft) -> bool:
    """Whether nothing after a length says what of the whole it is the length of."""
    stops = line.lexicon.characters("comma") | line.lexicon.characters("fullstop") | {END}
    after = length.end
    if after >= len(line.line) or line.base[after] in stops or line.line[after] == END:
        return True
    return any(
        one.start() == after for one in line.lexicon.words_of("wholelength").finditer(line.line, after, after + 3)
    )


def _is_longer(start: Draft, end: Draft, length: Draft) -> bool:
    """Whether a length is more than the time from the first minute of ``start`` to the last of ``end``."""
    firsts = [reading.value.low for reading in start.readings]
    lasts = [reading.value.high for reading in end.readings]
    lengths = [reading.value.low for reading in length.readings]
    if not (firsts and lasts and lengths):
        return False
    most = [last - first for first in firsts for last in lasts if first is not None and last is not None]
    return bool(most) and all(low is not None and low > max(most) for low in lengths)


def _are_near(line: Line, roles: Roles) -> bool:
    """Whether no other figure and no "and" of another statement stands among those of a share told further on."""
    drafts = sorted((one for some in roles.values() for one in some), key=lambda one: one.start)
    start, end = drafts[0].start, drafts[-1].start
    others = (one for one in line.drafts_between(start, end) if one not in drafts)
    if any(one.kind in KINDS["figure"] or one.kind == "percent" for one in others):
        return False
    percent = roles["percent"][0]
    before = max((one.end for one in drafts if one.end <= percent.start), default=percent.start)
    comma = line.lexicon.characters("comma")
    cut = line.lexicon.characters("conjunction") | line.lexicon.characters("while")
    last = max((at for at in range(before, percent.start) if line.base[at] in comma), default=percent.start)
    return cut.isdisjoint(line.base[before:last])


def _is_same(line: Line, roles: Roles) -> bool:
    """Whether a part that is named after its share counts the things of the whole: of the 40 members, 30 people."""
    (part,), (whole,) = roles["part"], roles["whole"]
    named, counted = concept(part), concept(whole)
    if not named:
        return line.base[part.end] not in line.lexicon.characters("word")
    scope = getattr(part.data.get("subject"), "scope", ())
    return named == counted or named in scope or (named == "person" and concept_kinds().get(counted, named) == "person")


def _is_share(line: Line, roles: Roles, own: bool) -> bool:
    """Part and whole count one thing, and the percentage is not said to be of another.

    Of ``own`` the phrase itself says what it is of.

    What "of" follows is a part itself. The percentage is said to be of another where its own base follows it
    (25 percent of the votes), and where "and" stands between it and the part (34 percent and 61 of the 150 seats).
    """
    (percent,), (part,), (whole,) = roles["percent"], roles["part"], roles["whole"]
    lexicon = line.lexicon
    inside = whole.end <= part.start and line.base[whole.end] in lexicon.characters("of")
    if inside or not (own or is_part(whole, part)):
        return False  # the backing of 18 of the 25 members (72 percent): 18 is no whole
    if percent.end <= part.start and not lexicon.characters("conjunction").isdisjoint(
        line.line[percent.end : part.start]
    ):
        return False
    after = percent.end
    if own or after >= len(line.line) or line.line[after] not in lexicon.characters("of"):
        return True
    if after < whole.start <= after + OF_WITHIN:
        return True
    named = concept(whole)
    if not (named or concept(part)):  # two thirds of the members, or 28 of 60
        return any(line.line[at] in lexicon.characters("comma") for at in range(after, part.start))
    nouns = (line.key(at, at + 1) for at in range(after + 1, min(after + OF_WITHIN, len(line.pieces))))
    return bool(named) and named in (lexicon.value("noun", noun) for noun in nouns)
