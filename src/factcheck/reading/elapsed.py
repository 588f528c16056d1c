"""An anniversary, or years that somebody has just spent, and when they began -> the relation ``elapsed``.

The 50th anniversary of the revolution ... the events of 25 April 1974; its 150th birthday ... started in 1874; freed
after eleven years in prison ... he had been arrested in April 2011. What the years are counted from is told in their
sentence or in one near it. Where any date of the text fits them nothing is claimed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from factcheck.languages.lexicon import Lexicon
from factcheck.languages.matching import Found
from factcheck.languages.nodes import END
from factcheck.model import MINUTES_A_DAY, Relation
from factcheck.reading.calendar import civil
from factcheck.reading.durations import MONTHS
from factcheck.reading.lines import Draft, Line
from factcheck.reading.pieces import Marks, has_prefix
from factcheck.reading.sentences import around, bounds
from factcheck.reading.subjects import is_known

DATES = ("day", "month", "year")
# So many years more or less may have passed: a birthday is near, or the year's feast is held before its day.
SLACK = 2
# A word that makes a number an anniversary stands so near to it; what begins or ends something before its date.
NEAR, REACH = 2, 8
# How far around the anniversary its date may be told, in sentences, and that of a term.
SENTENCES, TERM = 3, 1
# Fewer years are told of by many dates.
FEWEST = 5
SEIZED = "seized"
# A feast is within so many days of its date, and what is known has so short a subject.
WEEK, SUBJECT = 7, 6


class Count(NamedTuple):
    """Years that have passed, as many as ``draft`` says; ``begun`` is the class of what began then."""

    draft: Draft
    years: Fraction
    begun: str
    reach: int


def elapsed(path: str, lines: Sequence[Line], lexicon: Lexicon, published: date | None) -> Iterator[Relation]:
    """The only anniversary of a text, and the only term that it says has ended, each with its beginning."""
    for kind in (_anniversaries, _terms):
        found = [(line, one) for line in lines for one in kind(line, lexicon)]
        if not found or len({count.years for _, count in found}) > 1:
            continue
        line, count = found[0]
        dates = [one for each in lines for one in each.drafts.values() if one.kind in DATES and _year(one)]
        starts = [
            one for one in _around(line, count, count.reach) if one in dates and _is_start(line, one, count, published)
        ]
        if len(starts) != 1:
            continue
        years = {_year(one) for one in _around(line, count, 0) if one in dates and _year(one) > _year(starts[0])}
        ends = [one for one in _around(line, count, 0) if one in dates and _year(one) in years]
        if any(_is_parted(line, one, count) for one in ends):
            continue  # founded in 1921 and listed in 1974, it marks its 100th anniversary
        years |= {published.year} if published is not None else set()
        others = (one for one in dates if one is not starts[0])
        if any(abs(end - _year(one) - count.years) <= SLACK for one in others for end in years if end > _year(one)):
            continue
        if len(ends) == 1 or (not ends and published is not None):
            roles = [("at", ends), ("length", [count.draft]), ("start", starts)]
            some = tuple((name, tuple(str(one.data["id"]) for one in each)) for name, each in roles if each)
            first, last = sorted((count.draft, starts[0]), key=lambda one: one.start)
            yield Relation("elapsed", path, line.span(first.start, last.end), some, "elapsed")


def _is_parted(line: Line, date: Draft, count: Count) -> bool:
    """Whether another clause stands between a date and an anniversary, which then is not that of the date."""
    first, last = sorted((date, count.draft), key=lambda one: one.start)
    marks = Marks.of(line.lexicon)
    cuts = marks.comma | marks.conjunction | line.lexicon.characters("clausal|semicolon")
    opens = first.start - bounds(line, first.start)[0] < NEAR  # in 1974, the school marked its 50th anniversary
    between = range(first.end + opens, last.start)
    return count.begun == "founded" and any(line.line[at] in cuts or has_prefix(line, marks, at) for at in between)


def _around(line: Line, count: Count, reach: int) -> list[Draft]:
    return [one for place in around(line, count.draft.start, reach) for one in line.drafts_between(*place)]


def _is_start(line: Line, draft: Draft, count: Count, published: date | None) -> bool:
    return _is_day(line, draft, count, published) or _is_of(line, draft, count) or _began(line, draft, count)


def _is_of(line: Line, draft: Draft, count: Count) -> bool:
    """Whether a date belongs to what the anniversary is of: the 50th anniversary of the 1974 coup."""
    gap = line.base[count.draft.end : draft.start]
    of = line.lexicon.characters("of|purpose")
    near = count.begun == "founded" and 0 < len(gap) <= REACH
    return near and END not in line.line[count.draft.end : draft.start] and not of.isdisjoint(gap[: NEAR + 1])


def _began(line: Line, draft: Draft, count: Count) -> bool:
    """Whether what was just spoken of is said to have begun on a date: it was founded in, started in.

    Another date may not stand between the two, nor may the subject be anything new: a party founded in 2019.
    """
    first, stop = bounds(line, draft.start)
    before = [one.end for one in line.drafts_between(first, draft.start) if one.kind in DATES]
    verbs = line.lexicon.words_of(count.begun).finditer(
        line.base, max(first, draft.start - REACH, *before), draft.start
    )
    if count.begun != SEIZED and any(
        _has(line, one, max(first, draft.start - REACH), draft.start) for one in ("kin", "theirkin")
    ):
        return False  # his son was born in 1930
    if count.begun == SEIZED:
        kin = any(_has(line, one, first, stop) for one in ("kin", "theirkin"))
        apart = line.lexicon.has_capitals
        return not kin and any(not apart or _is_known(line, first, one, count) for one in verbs)
    return any(_is_known(line, first, one, count) for one in verbs)


def _is_known(line: Line, first: int, verb: Found, count: Count) -> bool:
    """Whether a verb is said of what the count is of; in its sentence, where its clause begins with nothing new."""
    if bounds(line, count.draft.start)[0] != first:
        return not _is_of_another(line, count) and is_known(line, *verb.span(), count.draft.start)
    lexicon = line.lexicon
    comma = Marks.of(lexicon).comma | lexicon.characters("relative")
    clause = max((at + 1 for at in range(first, verb.start()) if line.line[at] in comma), default=first)
    near = verb.start() - clause <= SUBJECT
    return near and lexicon.characters("one-of-many").isdisjoint(line.base[clause : verb.start()])


def _is_of_another(line: Line, count: Count) -> bool:
    """Whether an anniversary is said to be of something: the 100th birthday of the poet; not of its foundation."""
    end, lexicon = count.draft.end, line.lexicon
    of = lexicon.characters("of|purpose")
    led = tuple(lexicon.values.get("purpose", {}))
    unknown = lexicon.characters("unknown")
    near = range(end, min(end + NEAR + 1, len(line.base)))
    at = next(
        (
            one
            for one in near
            if line.base[one] in of or (line.base[one] in unknown and line.pieces[one].startswith(led))
        ),
        None,
    )
    founded = at is not None and any(
        lexicon.words_of("founding").finditer(line.base, at, min(at + REACH, len(line.base)))
    )
    return count.begun != SEIZED and at is not None and not founded


def _is_day(line: Line, draft: Draft, count: Count, published: date | None) -> bool:
    """Whether a date has the day and month of the anniversary, or nearly."""
    if published is None or sum(part.role in ("day", "month") for part in draft.parts) != 2 or not draft.readings:
        return False
    if _year(draft) >= published.year:
        return False  # this year's feast
    _, month, day = civil(int(draft.readings[0].value.low or 0) // MINUTES_A_DAY)
    apart = abs((published.month - month) * 30.5 + published.day - day)
    return count.begun == "founded" and min(apart, 365 - apart) <= WEEK


def _year(draft: Draft) -> int:
    """The year that a date names; 0 where it names none."""
    named = draft.kind == "year" or any(part.role == "year" for part in draft.parts)
    low = draft.readings[0].value.low if draft.readings else None
    return civil(int(low) // MINUTES_A_DAY)[0] if named and low is not None else 0


def _years(draft: Draft) -> Fraction:
    """How many years a figure says; 0 where it does not say so exactly."""
    if draft.number is None or draft.number.high is not None:
        return Fraction(0)
    months = MONTHS.get(str(draft.data.get("unit", "")), 0) if draft.kind == "duration" else 12
    return draft.number.value * months / 12 if months >= 12 else Fraction(0)


def _anniversaries(line: Line, lexicon: Lexicon) -> Iterator[Count]:
    """The 50th anniversary, fifty years of existence."""
    for name, kinds in (("anniversary", ("ordinal", "number")), ("years-of", ("duration",))):
        found: dict[int, Draft] = {}
        for match in _find(line, lexicon, name):
            first, stop = bounds(line, match.start())
            for draft in line.drafts_between(max(first, match.start() - NEAR - 1), min(stop, match.end() + NEAR + 1)):
                near = draft.end <= match.start() <= draft.end + NEAR or match.end() <= draft.start
                if near and draft.kind in kinds and _years(draft) >= FEWEST:
                    found[draft.start] = draft
        yield from (Count(one, _years(one), "founded", SENTENCES) for one in found.values())


def _terms(line: Line, lexicon: Lexicon) -> Iterator[Count]:
    """Was freed after having spent eleven years in prison."""
    for match in _find(line, lexicon, "freed"):
        first, stop = bounds(line, match.start())
        for spent in lexicon.words_of("spent").finditer(line.base, first, stop):
            for draft in line.drafts_between(spent.end(), min(stop, spent.end() + REACH)):
                if draft.kind == "duration" and (years := _years(draft)) >= FEWEST:
                    yield Count(draft, years, SEIZED, TERM)
                    return


def _find(line: Line, lexicon: Lexicon, name: str) -> Iterator[Found]:
    matcher = lexicon.words_of(name)
    if any(need.isdisjoint(line.index.characters) for need in matcher.all_needs):
        return iter(())
    return matcher.finditer(line.base)


def _has(line: Line, name: str, start: int, end: int) -> bool:
    return any(start <= one.start() < end for one in _find(line, line.lexicon, name))
