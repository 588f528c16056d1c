"""What the phrases of ``relations.txt`` match in a line -> relations, where the figures can be tied so.

The phrases ``rest``, ``some`` and ``made`` tie nothing: they mark a figure for the readers of several sentences.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factcheck.languages.data import Pattern, concept_kinds
from factcheck.languages.indexed import Indexed
from factcheck.languages.matching import Found
from factcheck.model import Relation
from factcheck.reading.breakdowns import (
    COUNTS,
    concept,
    counts_something,
    is_net,
    is_part,
    is_set_aside,
    is_several,
    is_whole,
)
from factcheck.reading.divisions import BALLOTS
from factcheck.reading.ends import ENDS, Roles, are_any_order, are_ends, has, is_length
from factcheck.reading.enumerations import relation
from factcheck.reading.lines import Draft, Line
from factcheck.reading.makeups import MADE
from factcheck.reading.others import of_both
from factcheck.reading.partitives import Mark
from factcheck.reading.pieces import Marks, has_prefix, is_of_them
from factcheck.reading.places import noun_end
from factcheck.reading.portions import exclude
from factcheck.reading.remainders import REST
from factcheck.reading.remaining import SOME
from factcheck.reading.sentences import bounds
from factcheck.reading.slots import Slots
from factcheck.reading.votes import TIES, are_votes, winning

KINDS: Mapping[str, tuple[str, ...]] = {
    "date": ENDS,
    "figure": ("number", "quantity", "money"),
    "count": ("number",),
    "length": ("duration",),
    "percent": ("percent",),
}
# The noun that a percentage is of stands among so many words after it.
OF_WITHIN = 4


def phrased(path: str, line: Line, patterns: Indexed, met: int) -> Iterator[Relation]:
    """The relations that phrases state; ``met`` are the needs that the line meets somewhere, as bits."""
    lexicon = line.lexicon
    for pattern, matches in line.matches(patterns, met):
        for match in matches:
            roles: Roles = {}
            for start, name in sorted((match.start(name), name) for name in _captured(match)):
                if (draft := line.drafts.get(start)) is not None:
                    roles.setdefault(name.partition("__")[0], []).append(draft)
            if pattern.builder == REST:
                given = dict(pattern.given)
                begins = _begins_anew(line, roles["part"][0].end, match.end())
                if not begins and (
                    "money" not in given or roles["part"][0].kind == "money"
                ):  # six games are left to it
                    roles["part"][0].data[REST] = ("loose" in given, pattern.place)
            elif pattern.builder == MADE:
                roles["part"][0].data[MADE] = (match.start(), pattern.place)
            elif pattern.builder == SOME:
                given = dict(pattern.given)
                mark = Mark(given["by"], "human" in given, "things" in given, match.start(), match.end(), pattern.place)
                each = line.base[max(match.start() - 1, 0)] in lexicon.characters("apiece")  # 90 in each of them
                each = each or _is_superlative(line, match.start())
                if not each and not any(one.end == match.start() for one in line.drafts.values()):  # 45 of them over 70
                    roles["part"][0].data[SOME] = mark
            elif _is_certain(pattern, line, roles):
                one = relation(path, line, pattern.builder, sorted(roles.items()), pattern.place)
                yield one._replace(passages=winning(path, line, match.start())) if one.kind == "won" else one


def _is_superlative(line: Line, at: int) -> bool:
    """Whether the word before is one of the furthest of some, whose figure is no number of them: the oldest of them."""
    furthest = line.lexicon.words_of_any("utmost", "slightest", "highest", "lowest")
    return any(one.end() == at for one in furthest.finditer(line.base, max(at - 2, 0), at))


def _begins_anew(line: Line, start: int, end: int) -> bool:
    """Whether a conjunction in one word with a verb stands between a figure and the rest: four, and the rest wait."""
    marks = Marks.of(line.lexicon)
    return not line.lexicon.has_capitals and any(has_prefix(line, marks, at) for at in range(start, end))


def _captured(match: Found) -> Iterator[str]:
    for name, text in match.groupdict().items():
        if text is not None:
            yield name


def _is_certain(pattern: Pattern, line: Line, roles: Roles) -> bool:
    if pattern.builder == "share":
        given = dict(pattern.given)
        if ("near" in given and not _are_near(line, roles)) or ("same" in given and not _is_same(line, roles)):
            return False
        return _may_be_share(line, roles) and _is_share(line, roles, "own" in given)
    if pattern.builder == "included":
        total, part = roles["total"][0], roles["part"][0]
        alone = "alone" not in dict(pattern.given) or _is_alone(line, total, part)
        mine = is_part(total, part) and is_several(total) and not _is_of_people(line, total, part)
        return mine and not is_net(line, total) and not is_set_aside(line, part) and alone
    if pattern.builder == "parts":
        return _are_parts(dict(pattern.given), line, roles)
    if pattern.builder in ("shares", "completed"):
        return _are_of_one(line, roles["part"], pattern.builder == "completed")
    if pattern.builder in TIES:
        return are_votes(pattern.builder, line, roles)
    if pattern.builder == "calendars":
        return _are_of_two_calendars(roles)
    if not are_ends(line, roles):
        return False
    if pattern.builder == "range":
        return not are_any_order(line, roles)
    return is_length(dict(pattern.given), line, roles)


def _are_of_two_calendars(roles: Roles) -> bool:
    """Whether one is a Hijri day with its month and its year, the other a day of the Gregorian calendar."""
    slots = [draft.data.get("slots") for name in ("one", "other") for draft in roles[name]]
    days = [one for one in slots if isinstance(one, Slots) and None not in (one.day, one.month, one.year)]
    return len(days) == 2 and sorted(str(one.calendar) for one in days) == ["None", "hijri"]


def _may_be_share(line: Line, roles: Roles) -> bool:
    """Whether a count may be some of another: 12 points are no part of 30 games, nor is what "and" parts from them."""
    (part,), (whole,), (percent,) = roles["part"], roles["whole"], roles["percent"]
    names = [concept(one) or " ".join(getattr(one.data.get("subject"), "words", ())) for one in (part, whole)]
    kinds = [concept_kinds().get(name) for name in names]
    ahead = percent.start <= whole.start
    if ahead and all(names) and names[0] != names[1] and (kinds[0] != kinds[1] or kinds[0] is None):
        return False
    moved = line.lexicon.words_of("trend").finditer(line.base, max(percent.start - OF_WITHIN, 0), percent.start)
    if any(percent.start - one.end() <= 1 for one in moved):
        return False  # fell 3 percent to 40 crowns from a high of 90
    if not part.end <= percent.start <= whole.start:
        return True
    cut = line.lexicon.characters("conjunction|purpose|clausal")
    linked = any(line.lexicon.words_of("ratio-link").finditer(line.base, part.end, percent.start))
    return cut.isdisjoint(line.base[noun_end(part) : percent.start]) and (bool(names[0]) or linked)


def _is_of_people(line: Line, total: Draft, part: Draft) -> bool:
    """Whether people were counted before the things right before a part that has no noun and is more than those.

    They are whom "of them" means: 3,400 employees in 12 countries, of whom 2,100 ...
    """
    if concept(part) or not concept(total) or None in (part.number, total.number):
        return False
    kinds = concept_kinds()
    before = line.drafts_between(bounds(line, total.start)[0], total.start)
    people = [one for one in before if one.number and kinds.get(concept(one)) == "person"]
    larger = any(one.number.value >= part.number.value for one in people if one.number and part.number)
    return larger and kinds.get(concept(total)) != "person"


def _is_alone(line: Line, total: Draft, part: Draft) -> bool:
    """Whether no other figure of the sentence before ``part`` is as large: "of them" may be of any of those."""
    before = line.drafts_between(bounds(line, part.start)[0], part.start)
    others = (one.number for one in before if one is not total and one.kind in COUNTS)
    if part.number is None or total.number is None:
        return False
    first = bounds(line, part.start)[0]
    told = line.drafts_between(bounds(line, first - 2)[0], first) if first > 1 and not counts_something(total) else ()
    if any(one.kind in COUNTS and one.number is not None and one.number.value >= part.number.value for one in told):
        return False  # 2,050 firms ... the small ones, whose staff is no more than fifty, 1,120 of them
    both = of_both(line, total, part.start) if total.number.value < part.number.value else total.number.value
    unsure = total.number.value < part.number.value <= both
    return not unsure and all(one is not None and one.value < part.number.value for one in others)


def _are_parts(given: Mapping[str, str], line: Line, roles: Roles) -> bool:
    """``closed`` parts must be shown to be all; ``over`` a total that may hold what was counted before.

    ``votes`` are counted, and those who cast them. ``apart``: of things the parts must exclude each other (seats went
    to women and to newcomers); what is spent once is not spent again.
    """
    (total,), parts = roles["total"], roles["part"]
    if "votes" not in given and not all(is_part(total, part) for part in parts):
        return False
    if "closed" in given:
        return is_whole(line, total, parts, parts[0].start, parts[-1].end)
    if "apart" in given and _are_things(total) and not exclude(line, parts):
        return False
    values = [part.number.value for part in parts if part.number is not None]
    return "over" not in given or (total.number is not None and sum(values) > total.number.value)


def _are_things(total: Draft) -> bool:
    """Whether a total counts neither money nor people nor their votes: seats, posts."""
    counted = concept(total)
    return total.kind == "number" and concept_kinds().get(counted) != "person" and counted not in BALLOTS


def _are_of_one(line: Line, parts: list[Draft], completed: bool) -> bool:
    """Whether percentages are of one whole at one time: no date stands among them, and none has a whole of its own.

    Where the rest completes them no other percentage may belong to them.
    """
    start, stop = bounds(line, parts[0].start)
    those = line.lexicon.characters("ofthem")
    if not completed and any(line.base[one.end : one.end + 1] in those for one in parts[:-1]):
        return False  # 60 percent voted, and 80 percent of them agreed
    if any(is_of_them(line, one.end) for one in parts):
        return False  # the rest, half of them, walked
    inside = line.drafts_between(parts[0].start, stop)
    if completed:
        before = bounds(line, start - 2)[0] if start > 1 else start
        others = (one for one in line.drafts_between(before, parts[-1].start) if one not in parts)
        return not any(one.kind == "percent" for one in others) and not has(line, "therest", start, parts[-1].start - 2)
    where = line.lexicon.characters("preposition!purpose")  # 41 percent for his rival
    if any(has(line, "votes-counted", one.start - OF_WITHIN, one.end + OF_WITHIN + 1) for one in parts):
        return False  # with 98 percent of the votes counted
    own = (line.base[one.end] in where for one in parts[1:] if one.end < stop)
    dates = (one.kind in (*ENDS, "time") for one in inside)
    moved = (has(line, name, parts[0].start, stop) for name in ("change", "compared"))
    return not any(own) and not any(dates) and not any(moved)


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
    cut = line.lexicon.characters("conjunction|while")
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
