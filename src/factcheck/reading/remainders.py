"""A total, parts of it that are told in the sentences after it, and the rest of it -> the relation ``parts``.

``43 on board ... 21 were taken to hospital ... The other five escaped``. Which figure is the total, and which are its
parts, is not said: every total with every choice of parts that the sentences before the rest hold is tried, and only
where none of them makes the sum is the likeliest one claimed. What is told without a figure (most went home, a driver
died) may be a part too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, islice
from math import lcm
from typing import NamedTuple, cast

from factcheck.languages.data import concept_kinds
from factcheck.model import Relation
from factcheck.reading.breakdowns import LARGE, concept, counts_something, is_net, is_part, is_set_aside
from factcheck.reading.lines import Draft, Line
from factcheck.reading.pieces import Marks, has_prefix
from factcheck.reading.places import Count, Ends, Place, sentence_after, sentences_before
from factcheck.reading.remaining import (
    PERSON,
    has_vague,
    is_alike,
    is_further,
    is_other,
    is_some,
    is_whole,
    names,
    singles,
)
from factcheck.reading.sentences import bounds

# The rest stands so near to the beginning of its sentence where the parts are told in those before it.
LEAD = 12
# What a figure is set against stands so near before it.
NEAR = 2
# So many sentences before that of the rest are looked through, and so many of their figures.
SENTENCES, MOST = 3, 9
# What is missing or too much is not more than this share of the total: else that is no total of these parts.
MOST_MISSED = Fraction(1, 2)
# The mark of a figure that the words call the rest; its value is whether they are loose (nothing is said of a total:
# only seven remain; then a part must be called one of the total), and the pattern.
REST = "rest"


class Sum(NamedTuple):
    """A total and its parts but for the rest."""

    total: Count
    parts: tuple[Count, ...]


def remainders(path: str, lines: Sequence[Line], *_: object) -> Iterator[Relation]:
    """The totals whose parts are closed by a rest, each with the likeliest of its parts."""
    for told in _told(lines):
        if (found := told.claimed()) is not None:
            yield _relation(path, found, told.rest)


def completing(lines: Sequence[Line]) -> frozenset[str]:
    """The ids of the rests that complete some total."""
    return frozenset(_id(told.rest) for told in _told(lines) if told.completes())


def _told(lines: Sequence[Line]) -> Iterator[Told]:
    for at, line in enumerate(lines):
        for start in sorted(line.drafts):
            if REST in line.drafts[start].data:
                yield Told.of(lines, at, line.drafts[start])


class Told(NamedTuple):
    """The rest, the sentences that it ends with all that they count, and what is counted after it."""

    rest: Count
    places: tuple[Place, ...]
    counts: tuple[Count, ...]
    later: tuple[Count, ...]

    @staticmethod
    def of(lines: Sequence[Line], at: int, draft: Draft) -> Told:
        line = lines[at]
        start, stop = bounds(line, draft.start)
        places = (*reversed([*islice(sentences_before(lines, at, start), SENTENCES)]), Place(line, start, stop))
        counts = [
            Count(one, place.line, number)
            for number, place in enumerate(places)
            for one in place.counts()
            if _is_such(one, draft) and (place.line is not line or one.start < draft.start)
        ]
        after = sentence_after(lines, at, places[-1])
        later = [
            Count(one, place.line, len(places))
            for place in (Place(line, draft.end, stop), *((after,) if after is not None else ()))
            for one in place.counts()
            if _is_such(one, draft)
        ]
        return Told(Count(draft, line, len(places) - 1), places, tuple(counts[-MOST:]), tuple(later))

    def fitting(self) -> Iterator[Sum]:
        """Every total and choice of parts that the rest completes."""
        for total in (*self.counts, *self.later):
            others = [one for one in self.counts if one is not total and not is_other(total, one)]
            whole, rest, *ends = _as_integers([one.ends for one in (total, self.rest, *others)])
            for size in range(1, len(others) + 1):
                for some in combinations(range(len(others)), size):
                    if _fits(whole, (*(ends[at] for at in some), rest)):
                        yield Sum(total, tuple(others[at] for at in some))

    def completed(self, likely: Sum | None) -> Iterator[Sum]:
        """Those that may be meant: of a total told after the rest, what is likeliest must be parts as well."""
        for one in self.fitting():
            if likely is None or one.total not in self.later or {*likely.parts} <= {*one.parts}:
                yield one

    def completes(self) -> bool:
        return next(self.completed(self._likeliest()), None) is not None

    def claimed(self) -> Sum | None:
        """What is said to be the sum: one that fits where there is any, else the likeliest that does not."""
        likely = self._likeliest()
        if likely is None:
            return None
        fitting = [*self.completed(likely)]
        if fitting and (likely not in fitting or not _only_touches(likely.total, (*likely.parts, self.rest))):
            return likely if likely in fitting else None
        return likely if self._is_told(likely) else None

    def _likeliest(self) -> Sum | None:
        """The largest figure that is a total with parts which miss it by little, and those that miss it least."""
        found: list[tuple[Fraction, Fraction, Sum]] = []
        for number, total in enumerate(self.counts):
            later = (one for one in self.counts[number + 1 :] if not is_some(one) and _is_of(total, one))
            if not _may_be_total(total, self.rest) or any(one.value > total.value for one in later):
                continue
            if self._is_coordinated(number) or (number and self._is_coordinated(number - 1)):
                continue  # twelve were killed and 31 wounded; the other eight
            parts = [
                one
                for at, one in enumerate(self.counts)
                if one is not total
                and _may_be_part(total, one)
                and not self._is_of_others(at, total)
                and not self._is_nested(at, total)
            ]
            doubtful = [one for one in parts if is_some(one) or one in self.counts[:number]]
            certain = [one for one in parts if one not in doubtful]
            small = [one for one in certain if one.number > total.number or one.value + self.rest.value <= total.value]
            certain = small or certain  # 1.35 million tonnes, after 1.2 million the year before
            for some in _choices(certain, doubtful):
                missed = abs(total.value - sum(one.value for one in some) - self.rest.value)
                if some and missed <= total.value * MOST_MISSED:
                    found.append((-total.value, missed, Sum(total, some)))
        return min(found, key=lambda one: one[:2])[2] if found else None

    def _is_of_others(self, number: int, total: Count) -> bool:
        """Whether a figure is some of things of another kind: one of three flights."""
        one, after = self.counts[number], next(iter(self.counts[number + 1 :]), None)
        if after is None or after.line is not one.line or not is_other(total, after):
            return False
        between = one.line.base[one.draft.end : after.draft.start]
        return len(between) <= 2 and not one.line.lexicon.characters("of").isdisjoint(between)

    def _is_nested(self, number: int, total: Count) -> bool:
        """Whether a figure is some of those that its sentence counted before: 26 were ill, nine of them badly."""
        one = self.counts[number]
        before = (other for other in self.counts[:number] if other.number == one.number and other is not total)
        return is_some(one) and any(other.value > one.value and not is_some(other) for other in before)

    def _is_told(self, claim: Sum) -> bool:
        """Whether nothing between the total and the rest may be a part without a figure."""
        parts, here = claim.parts, self.places[-1]
        if any(is_other(claim.total, one) for one in self.counts if one.number >= parts[-1].number):
            return False  # six players are hurt, leaving 14: no rest of the games before
        if _mark(self.rest)[0] and not (any(map(is_some, parts)) or (len(parts) > 1 and self._are_shares(parts))):
            return False
        if _mark(self.rest)[0] and not is_alike((claim.total, *parts), self.rest):
            return False  # in four wards ... three schools remain open
        named = {concept(one.draft) for one in (claim.total, *parts)} - {""}
        counted = concept(self.rest.draft)
        if counted != PERSON and concept_kinds().get(counted) == PERSON and named and counted not in named:
            return False  # of the 15 members 12 live abroad; the other eight candidates
        if claim.total.number == parts[0].number and self._are_votes(claim):
            return False
        if any(is_some(one) and is_set_aside(one.line, one.draft) for one in self.counts):
            return False  # eight bodies, one of which was not a hostage's
        if claim.total.number == self.rest.number and not (is_whole(claim.total) or any(map(is_some, parts))):
            return False  # one got 4 million, another 3 million, and the 2 million left over went to a third
        inside = any(one.number == self.rest.number for one in parts)
        if not inside and (parts[-1].number < self.rest.number - 1 or not self._leads(here)):
            return False
        first = min(claim.total.number, parts[0].number)
        places = self.places[first:]
        if any(has_vague(place, self.rest.draft) for place in places):
            return False
        missing = claim.total.value - sum(one.value for one in parts) - self.rest.value
        if missing < 0:
            return True
        told = {one.number for one in (claim.total, *parts, self.rest)}
        single = sum(names(place) + singles(place, claim.total.draft) for place in places)
        return set(range(first, self.rest.number + 1)) == told and single < missing

    def _are_votes(self, claim: Sum) -> bool:
        """Whether a total is the votes of one side and a part those of the other: by 55 votes to 44."""
        line, some = claim.total.line, (claim.total.draft, claim.parts[0].draft)
        first, last = sorted(some, key=lambda one: one.start)
        return any(line.lexicon.words_of("votesto").finditer(line.base, first.end, last.start))

    def _are_shares(self, parts: Sequence[Count]) -> bool:
        """Whether parts share an amount of money, or one is told as another of a row."""
        return self.rest.draft.kind == "money" or any(map(is_further, parts))

    def _leads(self, here: Place) -> bool:
        """Whether the rest stands in the first clause of its sentence: some went home; the other five did not."""
        line, cut = here.line, here.line.lexicon.characters("semicolon|while")
        at = self.rest.draft.start
        return at - here.start <= LEAD and cut.isdisjoint(line.line[here.start + 1 : at])

    def _is_coordinated(self, number: int) -> bool:
        """Whether "and" with no more than a few words joins a figure to the next: 14 last week and nine this week."""
        one, after = self.counts[number : number + 2] if number + 1 < len(self.counts) else (None, None)
        if one is None or after is None or one.number != after.number:
            return False
        marks = Marks.of(one.line.lexicon)
        between = range(int(str(one.draft.data.get("noun end", one.draft.end))), after.draft.start + 1)
        cut = {at for at in between if one.line.line[at] in marks.comma}
        joined = {at for at in between if one.line.line[at] in marks.conjunction or has_prefix(one.line, marks, at)}
        return bool(joined) and not cut


def _is_such(one: Draft, rest: Draft) -> bool:
    """Whether a figure has the kind of the rest; a large one without a noun may be an amount: 210 million."""
    scales = [each.number is not None and each.number.step >= LARGE for each in (one, rest)]
    bare = [each.kind == "number" and not counts_something(each) for each in (one, rest)]
    if one.kind == rest.kind:  # 53 witnesses are no part of millions
        return bool(one.readings) and (rest.kind != "number" or scales[0] or not (scales[1] and bare[1]))
    kinds = {one.kind, rest.kind}
    return (
        bool(one.readings) and kinds == {"money", "number"} and any(a and b for a, b in zip(scales, bare, strict=True))
    )


def _choices(certain: Sequence[Count], doubtful: Sequence[Count]) -> Iterator[tuple[Count, ...]]:
    for size in range(len(doubtful) + 1):
        for some in combinations(doubtful, size):
            yield tuple(sorted((*certain, *some), key=lambda one: (one.number, one.draft.start)))


def _as_integers(ends: Sequence[Ends]) -> list[tuple[int, int | None]]:
    """What figures may be, in a unit of which all are multiples: there may be thousands of choices of parts."""
    unit = lcm(*(one.denominator for each in ends for one in each if one is not None))
    return [(int(low * unit), None if high is None else int(high * unit)) for low, high in ends]


def _fits(total: tuple[int, int | None], parts: Sequence[tuple[int, int | None]]) -> bool:
    least, most = total
    low, highs = sum(one for one, _ in parts), [one for _, one in parts if one is not None]
    reaches = len(highs) < len(parts) or sum(highs) >= least
    return reaches and (most is None or low <= most)


def _only_touches(total: Count, parts: Sequence[Count]) -> bool:
    """Whether rounded figures fit only at the ends of what they may be, where no two meet: 182 and 81 + 95 + 4."""
    least, most = total.ends
    ends = [one.ends for one in parts]
    low, highs = sum(one for one, _ in ends), [one for _, one in ends if one is not None]
    rounded = any(one != other for one, other in (total.ends, *ends))
    return rounded and (low == most or (len(highs) == len(ends) and sum(highs) == least))


def _may_be_total(total: Count, rest: Count) -> bool:
    if total.value <= rest.value or REST in total.draft.data or is_some(total) or is_net(total.line, total.draft):
        return False
    line, start = total.line, total.draft.start
    if not line.lexicon.characters("compared|changefrom").isdisjoint(line.base[max(start - NEAR, 0) : start]):
        return False  # up from 389 million; 6 percent more than the 389 million of this year
    return _is_of(total, rest)


def _may_be_part(total: Count, part: Count) -> bool:
    return part.value < total.value and REST not in part.draft.data and _is_of(total, part)


def _is_of(total: Count, part: Count) -> bool:
    bare = part.draft.kind == "number" and (is_some(part) or not concept(part.draft))
    return bare or is_part(total.draft, part.draft)


def _mark(rest: Count) -> tuple[bool, str]:
    return cast("tuple[bool, str]", rest.draft.data[REST])


def _id(count: Count) -> str:
    return str(count.draft.data["id"])


def _relation(path: str, claim: Sum, rest: Count) -> Relation:
    counts = (claim.total, *claim.parts, rest)
    spans = [one.line.span(one.draft.start, one.draft.end) for one in counts]
    span = min(spans)._replace(end=max(span.end for span in spans))
    roles = (("part", tuple(map(_id, (*claim.parts, rest)))), ("total", (_id(claim.total),)))
    return Relation("parts", path, span, roles, _mark(rest)[1])
