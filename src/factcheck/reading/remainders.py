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
from factcheck.reading.breakdowns import concept, is_net, is_part, is_set_aside
from factcheck.reading.divisions import BALLOTS
from factcheck.reading.lines import Draft, Line
from factcheck.reading.pieces import Marks, has_prefix
from factcheck.reading.places import Count, Ends, Place, hedges_of, sentence_after, sentences_before
from factcheck.reading.sentences import bounds

# The rest stands so near to the beginning of its sentence where the parts are told in those before it.
LEAD = 12
# What calls a figure the rest stands so near to it.
NEAR = 4
# So many sentences before that of the rest are looked through, and so many of their figures.
SENTENCES, MOST = 3, 9
# What is missing or too much is not more than this share of the total: else that is no total of these parts.
MOST_MISSED = Fraction(1, 2)
# The mark of a figure that the words call the rest; its value is whether they are loose (nothing is said of a total:
# only seven remain; then a part must be called one of the total), and the pattern.
REST = "rest"
# The mark of a figure that the words call some of others.
SOME = "some"


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
    return frozenset(_id(told.rest) for told in _told(lines) if next(told.fitting(), None) is not None)


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
            if one.kind == draft.kind and one.readings and (place.line is not line or one.start < draft.start)
        ]
        after = sentence_after(lines, at, places[-1])
        later = [
            Count(one, place.line, len(places))
            for place in (Place(line, draft.end, stop), *((after,) if after is not None else ()))
            for one in place.counts()
            if one.kind == draft.kind and one.readings
        ]
        return Told(Count(draft, line, len(places) - 1), places, tuple(counts[-MOST:]), tuple(later))

    def fitting(self) -> Iterator[Sum]:
        """Every total and choice of parts that the rest completes."""
        for total in (*self.counts, *self.later):
            others = [one for one in self.counts if one is not total and not _is_other(total, one)]
            whole, rest, *ends = _as_integers([one.ends for one in (total, self.rest, *others)])
            for size in range(1, len(others) + 1):
                for some in combinations(range(len(others)), size):
                    if _fits(whole, (*(ends[at] for at in some), rest)):
                        yield Sum(total, tuple(others[at] for at in some))

    def claimed(self) -> Sum | None:
        """What is said to be the sum: one that fits where there is any, else the likeliest that does not."""
        likely = self._likeliest()
        if likely is None:
            return None
        fitting = [*self.fitting()]
        if fitting:
            return likely if likely in fitting else None
        return likely if self._is_told(likely) else None

    def _likeliest(self) -> Sum | None:
        """The largest figure that is a total with parts which miss it by little, and those that miss it least."""
        found: list[tuple[Fraction, Fraction, Sum]] = []
        for number, total in enumerate(self.counts):
            later = (one for one in self.counts[number + 1 :] if not _is_some(one) and _is_of(total, one))
            if not _may_be_total(total, self.rest) or any(one.value > total.value for one in later):
                continue
            if self._is_coordinated(number):
                continue
            parts = [
                one
                for at, one in enumerate(self.counts)
                if one is not total and _may_be_part(total, one) and not self._is_of_others(at, total)
            ]
            doubtful = [one for one in parts if _is_some(one) or one in self.counts[:number]]
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
        if after is None or after.line is not one.line or not _is_other(total, after):
            return False
        between = one.line.base[one.draft.end : after.draft.start]
        return len(between) <= 2 and not one.line.lexicon.characters("of").isdisjoint(between)

    def _is_told(self, claim: Sum) -> bool:
        """Whether nothing between the total and the rest may be a part without a figure."""
        parts, here = claim.parts, self.places[-1]
        if any(_is_other(claim.total, one) for one in self.counts if one.number >= parts[-1].number):
            return False  # six players are hurt, leaving 14: no rest of the games before
        if _mark(self.rest)[0] and not any(map(_is_some, parts)):
            return False
        if any(_is_some(one) and is_set_aside(one.line, one.draft) for one in self.counts):
            return False  # eight bodies, one of which was not a hostage's
        if claim.total.number == self.rest.number and not (_is_whole(claim.total) or any(map(_is_some, parts))):
            return False  # one got 4 million, another 3 million, and the 2 million left over went to a third
        inside = any(one.number == self.rest.number for one in parts)
        if not inside and (parts[-1].number < self.rest.number - 1 or not self._leads(here)):
            return False
        first = min(claim.total.number, parts[0].number)
        places = self.places[first:]
        if any(_has_vague(place, self.rest.draft) for place in places):
            return False
        missing = claim.total.value - sum(one.value for one in parts) - self.rest.value
        if missing < 0:
            return True
        told = {one.number for one in (claim.total, *parts, self.rest)}
        single = sum(_names(place) + _singles(place, claim.total.draft) for place in places)
        return set(range(first, self.rest.number + 1)) == told and single < missing

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


def _may_be_total(total: Count, rest: Count) -> bool:
    if total.value <= rest.value or REST in total.draft.data or _is_some(total) or is_net(total.line, total.draft):
        return False
    return _is_of(total, rest)


def _may_be_part(total: Count, part: Count) -> bool:
    return part.value < total.value and REST not in part.draft.data and _is_of(total, part)


def _is_of(total: Count, part: Count) -> bool:
    bare = part.draft.kind == "number" and (_is_some(part) or not concept(part.draft))
    return bare or is_part(total.draft, part.draft)


def _is_other(total: Count, one: Count) -> bool:
    """Whether a figure counts things of another kind: flights are no part of soldiers, votes are those of members."""
    kinds = concept_kinds()
    if not {concept(total.draft), concept(one.draft)}.isdisjoint(BALLOTS):
        return False
    whole, some = kinds.get(concept(total.draft)), kinds.get(concept(one.draft))
    return whole is not None and some is not None and whole != some


def _is_whole(count: Count) -> bool:
    """Whether a figure is said to be a whole: nine of the 20."""
    before = count.line.base[max(count.draft.start - 2, 0) : count.draft.start]
    return not count.line.lexicon.characters("of").isdisjoint(before)


def _is_some(count: Count) -> bool:
    """Whether a figure may be of others, or a difference: nine of them, including 3 million, 7 million more."""
    line, draft, lexicon = count.line, count.draft, count.line.lexicon
    if SOME in draft.data or "part" in getattr(draft.data.get("subject"), "scope", ()):
        return True
    before = range(max(draft.start - 2, 0), draft.start)
    included = any(line.base[at] in lexicon.characters("including") for at in before)
    return included or lexicon.value("scope", line.key(draft.end, draft.end + 1)) == "other"


def _has_vague(place: Place, rest: Draft) -> bool:
    """Whether a part is told without a figure: most, several, others; not "710,000 are in Chad, most in the east"."""
    line, marks = place.line, Marks.of(place.line.lexicon)
    read = line.drafts_between(place.start, place.stop)
    skipped = {at for one in read for at in (*hedges_of(one), *range(one.start, one.end))}
    skipped |= set(range(rest.start - NEAR, rest.end + NEAR))
    inner = line.lexicon.characters("preposition|of")
    for one in place.find("vague-part"):
        at, nested = one.start(), line.base[one.end() : one.end() + 1] in inner
        if at not in skipped and not (line.line[at - 1] in marks.comma and nested):
            return True
    return False


def _names(place: Place) -> int:
    """How many names a sentence may count one by one: words with a capital that follow no preposition."""
    line, lexicon = place.line, place.line.lexicon
    if not lexicon.has_capitals:
        return 0
    capital, before = lexicon.characters("cap!function"), lexicon.characters("preposition")
    skipped = capital | lexicon.characters("month|weekday") | before
    return sum(
        line.base[at] in capital and line.base[at - 1] not in skipped and at not in line.drafts
        for at in range(place.start + 1, place.stop)
    )


def _singles(place: Place, total: Draft) -> int:
    """How many single ones of the kind of a total a sentence may tell of: the goalkeeper, a driver."""
    line, lexicon, kinds = place.line, place.line.lexicon, concept_kinds()
    kind, found = kinds.get(concept(total), "person"), 0
    figures = {at for one in place.counts() for at in range(one.start, int(str(one.data.get("noun end", one.end))))}
    articles, several = lexicon.characters("indefinite"), lexicon.characters("plural")
    for at in range(place.start, place.stop):
        if at in figures or line.base[at] in several:
            continue
        known = lexicon.value("noun", line.key(at, at + 1))
        one_of_many = line.base[at] in lexicon.characters("unknown") and line.base[at - 1 : at] in articles
        found += kinds.get(known) == kind if known else one_of_many
    return found


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
