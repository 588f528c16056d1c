"""A relation that does not hold, and the other figures of its sentences -> whether they make another that does.

``12 gold, nine silver and 14 bronze, 35 in all``: nine and 14 are not all parts. ``1,500 jobs, 350 of them in Germany,
or 6 percent of its 25,400 staff``: the percentage is that of the 1,500. What the words tie is not what they say then.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations, pairwise
from typing import NamedTuple

from factcheck.languages.data import concept_kinds
from factcheck.model import MINUTES_A_DAY, Relation
from factcheck.reading.breakdowns import COUNTS, concept, is_set_aside
from factcheck.reading.ends import ENDS
from factcheck.reading.lines import Draft, Line
from factcheck.reading.others import PERSON, is_of_others
from factcheck.reading.partitives import LIKELY
from factcheck.reading.pieces import Marks
from factcheck.reading.places import Ends, ends_of, hedges_of, noun_end, written
from factcheck.reading.remainders import REST, completing
from factcheck.reading.remaining import SOME
from factcheck.reading.sentences import bounds

# More figures than these are a table.
MOST = 10
# Places of different kinds lie in each other: 40 towns in three states.
PLACE = "place"
# What is counted as people and is several of them.
HOUSEHOLDS = frozenset(("family", "household", "couple", "crew", "team"))
# A percentage may be rounded by so much.
ROUNDED = Fraction(1)
# A year, in minutes.
COMPLETED = {"year": MINUTES_A_DAY * Fraction(3652425, 10000)}


class Standing(NamedTuple):
    """A figure or date in its line."""

    line: Line
    draft: Draft

    @property
    def written(self) -> Fraction:
        """The number as it is written."""
        return written(self.draft)

    @property
    def ends(self) -> Ends:
        """The least and the most that it may be."""
        return ends_of(self.draft)


# The word of a change stands so near before its percentage: with a rise of 3 percent.
BY = 3

Stretch = tuple[Standing, Standing]


def only_reading(lines: Sequence[Line], some: Iterable[Relation]) -> Iterator[Relation]:
    """The relations but those that do not hold where others of the same figures do."""
    some = tuple(some)
    if not any(one.kind in TOLD or one.kind in WHOLES for one in some):
        yield from some
        return
    where = {str(draft.data.get("id")): Standing(line, draft) for line in lines for draft in _all(line)}
    sums = completing(lines) if any(one.kind == "parts" for one in some) else frozenset[str]()
    for one in some:
        if one.kind in WHOLES and _goes_on(one, where):
            continue
        is_other = TOLD.get(one.kind)
        if is_other is None or not where.keys() >= {name for _, names in one.roles for name in names}:
            yield one
            continue
        roles = {role: [where[name] for name in names] for role, names in one.roles}
        if not is_other(roles, one, sums):
            yield one


def _goes_on(one: Relation, where: Mapping[str, Standing]) -> bool:
    """Whether what a list or sum lacks is told after it: as well as Poland; while the seventh died in hospital."""
    whole, members = WHOLES[one.kind]
    told = where.get(one.role(whole)[0]) if len(one.role(whole)) == 1 else None
    if told is None or told.draft.start > bisect_left(told.line.starts, one.span.end):
        return False
    some = [where[name] for name in one.role(members) if name in where]
    if any(REST in each.draft.data for each in some):
        return False
    parts = [each.written for each in some]
    named = sum(parts) if one.kind == "parts" else len(one.role(members))
    if named >= told.written:
        return False
    line, end = told.line, min(bisect_left(told.line.starts, one.span.end), len(told.line.line) - 1)
    stop = bounds(line, end)[1]
    if line.line[end] in line.lexicon.characters("dash|hyphen"):
        return True  # a name with a dash
    after = bounds(line, stop + 1)[1] if stop + 1 < len(line.line) else stop
    ranks = (each for each in line.drafts_between(end, after) if each.kind == "ordinal")
    left = line.lexicon.words_of("two-others").finditer(line.base, stop, after)
    if one.read_by == "enumeration/parts" and any(left):
        return True  # nothing is known of the two others
    more = line.lexicon.words_of_any("list-open", "list-more").finditer(line.base, end, stop)
    return any(written(each) == told.written for each in ranks) or (one.read_by != "divisions" and any(more))


def _all(line: Line) -> Iterator[Draft]:
    yield from line.drafts.values()
    yield from line.over


def _around(some: Iterable[Standing], kinds: Sequence[str]) -> list[Standing]:
    """The figures of all sentences that some figures stand in, those themselves as well."""
    places = dict.fromkeys((id(one.line), *bounds(one.line, one.draft.start)) for one in some)
    lines = {id(one.line): one.line for one in some}
    found = (Standing(lines[key], draft) for key, *ends in places for draft in lines[key].drafts_between(*ends))
    return [one for one in found if one.draft.kind in kinds and one.draft.readings]


def _is_sum(parts: Iterable[Standing], total: Standing) -> bool:
    ends, (least, most) = [one.ends for one in parts], total.ends
    low, highs = sum(one for one, _ in ends), [one for _, one in ends if one is not None]
    return (len(highs) < len(ends) or sum(highs) >= least) and (most is None or low <= most)


def _other_parts(roles: Mapping[str, list[Standing]], one: Relation, sums: frozenset[str]) -> bool:
    """Whether the rest completes other parts, or more parts of the same sentence make the total."""
    (total,), parts = roles["total"], roles["part"]
    if _is_sum(parts, total):
        return False
    if not sums.isdisjoint(one.role("part")) or any(_is_denied(each) for each in parts):
        return True
    if parts[-1].draft.start < total.draft.start and _is_dated(total):
        return True  # 41 on Friday and 23 on Saturday, 70 in all since Thursday
    if sum(each.written for each in parts) < total.written and _has_share(total, parts):
        return True
    *first, last = parts
    exact = sum(each.written for each in first) == total.written
    if first and _is_sum(first, total) and (last.written > total.written or (exact and _is_closed(first))):
        return True  # 12 ships: 5 frigates, 4 corvettes and 3 minesweepers, and 60 aircraft
    if len(parts) > 2 and last.draft.start < total.draft.start and _is_sum(parts[1:], total):
        return True  # of 30 arrested, 12 were held in January and nine in February, 21 in all
    if any(_is_taken_off(each, parts, total) for each in _around(parts[-1:], (total.draft.kind,))):
        return True
    told = {id(each.draft) for each in (total, *parts)}
    others = [
        each
        for each in _around((total, *parts), (total.draft.kind,))
        if id(each.draft) not in told and each.draft.start < total.draft.start and each.line is total.line
    ]
    if len(others) > MOST or any(each.draft.start > total.draft.start for each in parts):
        return False
    more = (some for size in range(1, len(others) + 1) for some in combinations(others, size))
    return any(_is_sum((*parts, *some), total) for some in more)


def _is_closed(parts: Sequence[Standing]) -> bool:
    """Whether a conjunction joins the last two of some parts, so that what follows is none: 30 and 15, and fined 12."""
    if len(parts) < 2 or not parts[-1].line.lexicon.has_capitals or parts[-1].line is not parts[-2].line:
        return False
    joined = Marks.of(parts[-1].line.lexicon).conjunction
    return not joined.isdisjoint(parts[-1].line.base[parts[-2].draft.end : parts[-1].draft.start])


def _is_taken_off(one: Standing, parts: Sequence[Standing], total: Standing) -> bool:
    """Whether a figure after the parts is what they are more than the total: less 5 million in fees."""
    after = one.draft.start > parts[-1].draft.start and one.draft is not total.draft
    return after and sum(each.written for each in parts) - one.written == total.written


def _has_share(total: Standing, parts: Sequence[Standing]) -> bool:
    """Whether a part is told as a share of the whole: half of the 60 passed, 20 failed, and the other ten were ill."""
    some = [each for each in (total, *parts) if each.line is total.line]
    first, last = (pick(each.draft.start for each in some) for pick in (min, max))
    start = bounds(total.line, first)[0]
    skipped = {at for each in some for at in hedges_of(each.draft)}
    found = total.line.lexicon.words_of("some-of").finditer(total.line.base, start, last)
    shares = (each for each in total.line.drafts_between(start, last) if each.kind == "percent")
    changed = total.line.lexicon.characters("change|trend-noun")
    told = any(changed.isdisjoint(total.line.base[max(each.start - BY, start) : each.start]) for each in shares)
    return told or any(one.start() not in skipped for one in found)


def _is_dated(total: Standing) -> bool:
    """Whether a date after a figure says since when, or in which time, it was counted."""
    line, draft = total
    return any(one.kind in (*ENDS, "period") for one in line.drafts_between(draft.end, bounds(line, draft.start)[1]))


def _other_share(roles: Mapping[str, list[Standing]], one: Relation, sums: frozenset[str]) -> bool:
    """Whether the percentage is that of two other counts of the same sentences."""
    (part,), (whole,), (percent,) = roles["part"], roles["whole"], roles["percent"]
    if _is_share(part, whole, percent):
        return False
    line, first, last = percent.line, percent.draft.end, part.draft.start
    told = one.read_by == "ratios"  # where "turnout" or "or" ties the two
    if line is part.line and not told and not line.lexicon.characters("colon").isdisjoint(line.line[first:last]):
        return True  # unemployment is 5 percent: 12 of the 40 factories have closed
    counts = [each for each in _around((part, whole, percent), COUNTS) if each.ends[0] > 0]
    if len(counts) > MOST:
        return True
    return any(_is_share(small, large, percent) for small in counts for large in counts if small is not large)


def _is_share(part: Standing, whole: Standing, percent: Standing) -> bool:
    small, large = part.written, whole.written
    low, high = percent.ends
    if not large or small > large:
        return False
    share = 100 * small / large
    return low - ROUNDED < share and (high is None or share < high + ROUNDED)


def _other_dates(roles: Mapping[str, list[Standing]], one: Relation, sums: frozenset[str]) -> bool:
    """Whether the length lies between two other dates of the sentence, or that tells of two stretches of time."""
    (start,), (end,), (length,) = roles["start"], roles["end"], roles["length"]
    if _is_length(start, end, length):
        return False
    if _is_completed(start, end, length) or _is_filled(length):
        return True
    last = max(each.draft.start for each in (start, end))
    dates = [each for each in _around((start, end, length), ENDS) if each.draft.start <= last]
    if len(dates) < 3 or len(dates) > MOST:
        return False
    own = (start.draft, end.draft)
    pairs = (pair for pair in combinations(dates, 2) if any(one.draft in own for one in pair))
    if any(_is_length(*pair, length) for pair in pairs):
        return True
    stretches = [*pairwise(dates)]
    return any(_are_together(*both, length) for both in combinations(stretches, 2))


def _are_together(one: Stretch, other: Stretch, length: Standing) -> bool:
    """Whether two stretches of time together are so long: 2010 to 2014 and 2020 to 2024."""
    years = [stretch[1].ends[0] - stretch[0].ends[0] for stretch in (one, other)]
    least, most = length.ends
    apart = one[1].draft is not other[0].draft and min(years) > 0
    return apart and least <= sum(years) + MINUTES_A_DAY and (most is None or sum(years) - MINUTES_A_DAY <= most)


def _is_completed(start: Standing, end: Standing, length: Standing) -> bool:
    """Whether so many whole years lie between two dates, and not yet one more: 70 years, 7 months."""
    unit = COMPLETED.get(str(length.draft.data.get("unit", "")))
    (first, after_first), (last, after_last) = start.ends, end.ends
    if unit is None or after_first is None or after_last is None:
        return False
    return length.written * unit <= after_last - first and last - after_first < (length.written + 1) * unit


def _is_filled(length: Standing) -> bool:
    """Whether a length is of what filled it, and may be some of the days between two dates: 18 days of hearings."""
    line, at = length.line, length.draft.end
    return line.lexicon.words_of("filled-with").match(line.base, at) is not None


def _is_length(start: Standing, end: Standing, length: Standing) -> bool:
    (first, after_first), (last, after_last), (least, most) = start.ends, end.ends, length.ends
    slack = Fraction(MINUTES_A_DAY)
    if after_first is None or after_last is None:
        return True
    return last - after_first - slack <= (least if most is None else most) and least <= after_last - first + slack


def _no_change(roles: Mapping[str, list[Standing]], one: Relation, sums: frozenset[str]) -> bool:
    """Whether a percentage beside two others is a level like them: to 88 from 93 percent, less than the 95 needed."""
    figures = [each for role in ("old", "new") for each in roles.get(role, ())]
    percents = roles.get("percent", ())
    levels = bool(figures) and all(each.draft.kind == "percent" for each in figures)
    return levels and any(each.ends[0] > max(figure.ends[0] for figure in figures) for each in percents)


def _no_difference(roles: Mapping[str, list[Standing]], one: Relation, sums: frozenset[str]) -> bool:
    """Whether one of the figures is some of a whole of its own: 12 of 41 drowned, three of 27 are missing."""
    return any(_is_out_of(each) for some in roles.values() for each in some)


def _is_out_of(some: Standing) -> bool:
    line, draft = some
    found = line.lexicon.words_of("outof").finditer(line.base, draft.end, min(noun_end(draft) + 3, len(line.base)))
    return any(one.start() <= noun_end(draft) and one.end() in line.drafts for one in found)


def _is_denied(part: Standing) -> bool:
    """Whether something is denied of a part, which then may be none: eight bodies, one of which was no hostage's."""
    return REST not in part.draft.data and is_set_aside(*part)


def _other_whole(roles: Mapping[str, list[Standing]], one: Relation, sums: frozenset[str]) -> bool:
    """Whether another count of the sentence may be the whole: 40 people were killed in two raids, seven children."""
    (total,), (part,) = roles["total"], roles["part"]
    mark = part.draft.data.get(SOME)
    if one.read_by == getattr(mark, "read_by", ""):
        return False  # all others that it may be some of were tried
    if getattr(mark, "by", "") == "pronoun" and not _may_be_some(total, part):
        return True  # two winters netting birds, 212 of them with tags
    before = [each for each in _around((part,), COUNTS) if each.draft.start < part.draft.start]
    others = (each for each in before if each.draft is not total.draft and each.draft.kind == part.draft.kind)
    if total.written >= part.written:
        return False
    whole, some, kinds = _counted(total), _counted(part), concept_kinds()
    apart = (
        whole in kinds and some in kinds and (kinds[whole] != kinds[some] or (kinds[some] != PERSON and whole != some))
    ) or _holds(whole, _counted(part) or " ".join(getattr(part.draft.data.get("subject"), "words", ())))
    return apart or is_of_others(*total) or any(each.written >= part.written for each in others)


def _holds(whole: str, some: str) -> bool:
    """Whether things may hold others that are named after "including": twelve houses, including 40 flats."""
    several = concept_kinds().get(whole) != PERSON or whole in HOUSEHOLDS
    return several and bool(some) and whole != some


def _may_be_some(total: Standing, part: Standing) -> bool:
    """Whether a part is not so many times as large as things that it is said to be some of."""
    return concept_kinds().get(_counted(total)) == PERSON or part.written <= LIKELY * total.written


def _counted(one: Standing) -> str:
    """What a figure counts; a noun in the dual is its unit."""
    return concept(one.draft) or str(one.draft.data.get("unit", ""))


def _other_average(roles: Mapping[str, list[Standing]], one: Relation, sums: frozenset[str]) -> bool:
    """Whether an average and an extreme may be of different things: a time or "among" parts them."""
    (less,), (more,) = roles["less"], roles["more"]
    line = less.line
    cuts = line.lexicon.characters("including|among")
    first, last = sorted((less, more), key=lambda each: each.draft.start)
    if less.line is not more.line or less.written < more.written:
        return False
    stop = bounds(line, last.draft.start)[1]
    timed = any(each.kind in ("period", "duration") for each in line.drafts_between(first.draft.end, stop))
    return timed or not cuts.isdisjoint(line.line[first.draft.end : last.draft.start])


def _other_time(roles: Mapping[str, list[Standing]], one: Relation, sums: frozenset[str]) -> bool:
    """Whether the later event is one before it: and divorced in 1985 from his first wife."""
    some = [each for told in roles.values() for each in told]
    last = max(some, key=lambda each: each.draft.start)
    after = last.line.drafts_between(last.draft.end, bounds(last.line, last.draft.start)[1])
    return any(each.kind == "ordinal" for each in after)


# The roles of a whole and of what makes it.
WHOLES = {"list": ("announced", "item"), "parts": ("total", "part")}
TOLD = {
    "included": _other_whole,
    "average": _other_average,
    "sequence": _other_time,
    "parts": _other_parts,
    "share": _other_share,
    "duration": _other_dates,
    "change": _no_change,
    "difference": _no_difference,
}
