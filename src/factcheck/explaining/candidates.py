"""A mention that may be wrong -> the values it might have instead, nearest first, each with claim and edits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

from factcheck.explaining.calendar import (
    MONTHS_A_YEAR,
    day_at,
    moved_months,
    range_of_day,
    range_of_month,
    range_of_year,
)
from factcheck.explaining.case import DATE_PARTS, DURATION_ROLES, PUBLISHED, Case, Mention, atoms
from factcheck.explaining.counted import counted_edits
from factcheck.explaining.dates import changed_parts, date_edits, part_edits
from factcheck.explaining.hijri import hijri_dates, is_hijri
from factcheck.explaining.surroundings import with_parts
from factcheck.explaining.writing import Written, is_writable, written_in
from factcheck.expressions import one_of, within
from factcheck.model import MINUTES_A_DAY, AllOf, Claim, Edit, Linear, Range

PART_VALUES = {"weekday": range(7), "day": range(1, 32), "month": range(1, 13), "month2": range(1, 13)}
YEARS_AROUND = 12
MONTHS_AROUND = 11
DECIMALS_MORE = 2
STEPS_AROUND = 1


class Candidate(NamedTuple):
    """``value`` orders candidates and may be shown; ``claim`` says what the words would mean then.

    ``places`` is how many more decimals than the written number it has, ``parts`` what the roles of a date become.
    """

    value: Fraction
    claim: Claim
    edits: tuple[Edit, ...]
    places: int = 0
    parts: tuple[tuple[str, int], ...] = ()


def candidates(case: Case, mention: Mention, allowed: Mapping[str, Range]) -> tuple[Candidate, ...]:
    """The nearest to what is written first."""
    if mention.fact is None or mention.fact.path not in case.documents or mention.nominal is None:
        return ()
    if mention.part == PUBLISHED:
        found = _references(case, mention)
    elif mention.part:
        found = _parts(case, mention, allowed.get(mention.variable))
    elif mention.is_moment:
        found = _dates(case, mention, allowed)
    else:
        found = _figures(case, mention, allowed)
    nominal = mention.nominal
    if mention.part == PUBLISHED:
        return tuple(found)
    if mention.is_moment:
        wanted = _wanted(case, mention)
        return tuple(sorted(found, key=lambda one: (len(one.parts), abs(one.value - wanted), one.value)))
    return tuple(sorted(found, key=lambda one: (abs(one.value - nominal), one.value)))


def _wanted(case: Case, mention: Mention) -> Fraction:
    """The date from which candidates are counted: the written one, or where the written length begins or ends.

    Of a day in two calendars it is what the other one says: by the tables, before the moon was seen earlier or later.
    """
    assert mention.nominal is not None
    others = [
        one for one in case.mentions if one.is_moment and one.fact is not None and one.variable != mention.variable
    ]
    if len(others) == 1 and others[0].nominal is not None and is_hijri(mention.fact) != is_hijri(others[0].fact):
        return others[0].nominal
    ends = [case.of_role(role) for role in DURATION_ROLES]
    if all(ends) and mention in (*ends[0], *ends[1]):
        start, end, length = (mentions[0] for mentions in ends)
        if length.is_duration and start.nominal is not None and end.nominal is not None and length.nominal is not None:
            return end.nominal - length.nominal if mention in ends[0] else start.nominal + length.nominal
    return mention.nominal


def _parts(case: Case, mention: Mention, allowed: Range | None) -> Iterator[Candidate]:
    assert mention.fact is not None and mention.nominal is not None
    own = int(mention.nominal)
    document = case.documents[mention.fact.path]
    for value in PART_VALUES.get(mention.part, range(max(1, own - YEARS_AROUND), own + YEARS_AROUND + 1)):
        if value == own or (allowed is not None and not allowed.holds(Fraction(value))):
            continue
        edits = part_edits(mention.fact, mention.part, value, document, case.texts_in(document.path))
        if edits:
            parts = ((mention.part.removesuffix("2"), value),)
            yield Candidate(Fraction(value), within(mention.variable, Range.exactly(value)), edits, parts=parts)


def _references(case: Case, mention: Mention) -> Iterator[Candidate]:
    """Another month or day under the same words: what they allow moves along with it. The nearest first."""
    fact = mention.fact
    assert fact is not None
    written = {part.role: part.value for part in fact.parts}
    found: list[Candidate] = []
    for distance in range(1, MONTHS_AROUND + 1) if "month" in written else ():
        for move in (-distance, distance):
            value = (written["month"] - 1 + move) % MONTHS_A_YEAR + 1
            found += _referring(case, mention, "month", value, _of_other_month(mention, move))
    for value in sorted(PART_VALUES["day"], key=lambda value: abs(value - written.get("day", value))):
        if value != written.get("day", value):
            move = (value - written["day"]) * MINUTES_A_DAY
            found += _referring(case, mention, "day", value, [shifted(one, move) for one in mention.ranges])
    yield from found


def _of_other_month(mention: Mention, move: int) -> Iterator[Range | None]:
    """Publication in the month so far off ("of this month") or so many days ("yesterday")."""
    assert mention.fact is not None
    days = [reading.value.low for reading in mention.fact.readings[:1] if reading.value.low is not None]
    for one in mention.ranges:
        yield _moved(one, move)
        for day in days:
            new = moved_months(day, move)
            yield None if new is None else shifted(one, new - day)


def _referring(
    case: Case, mention: Mention, role: str, value: int, moved: Iterable[Range | None]
) -> Iterator[Candidate]:
    fact = mention.fact
    assert fact is not None
    ranges = [one for one in moved if one is not None]
    edits = part_edits(fact, role, value, case.documents[fact.path], case.texts_in(fact.path))
    if ranges and edits:
        yield Candidate(Fraction(value), one_of(mention.variable, ranges), edits, parts=((role, value),))


def _moved(value: Range, months: int) -> Range | None:
    ends = [None if end is None else moved_months(end, months) for end in value[:2]]
    if [end is None for end in ends] != [end is None for end in value[:2]]:
        return None
    return value._replace(low=ends[0], high=ends[1])


def shifted(value: Range, by: Fraction | int) -> Range:
    """Both ends, as far as there are any, so much later or larger."""
    return value._replace(
        low=None if value.low is None else value.low + by, high=None if value.high is None else value.high + by
    )


def seeds(case: Case, mention: Mention, allowed: Mapping[str, Range]) -> tuple[Fraction, ...]:
    """Values that the rules lead to when everything else is as written, and the ends of what is allowed."""
    names = {mention.variable}
    if mention.fact is not None:
        names |= {mention.fact.id, f"{mention.fact.id}#start"}
    shared = {
        name
        for rule in case.rules
        for linear in atoms(rule.claim)
        if names & {name for name, _ in linear.terms}
        for name, _ in linear.terms
        if case.split(name)[0] is None
    }
    found: dict[Fraction, None] = {}
    for rule in case.rules:
        for linear in atoms(rule.claim):
            for name, _ in linear.terms:
                if name in names or name in shared:
                    found.update(dict.fromkeys(_implied(case, linear, name, mention)))
    for name in sorted(names):
        ends = allowed.get(name, Range(None, None))[:2]
        found.update(dict.fromkeys(end for end in ends if end is not None))
        if ends[0] is not None and ends[1] is not None:
            found[(ends[0] + ends[1]) / 2] = None
    return tuple(sorted(found))


def _implied(case: Case, linear: Linear, name: str, mention: Mention) -> Iterator[Fraction]:
    """What the claim makes of one variable when the others have their written values."""
    low = high = Fraction(0)
    own = next(c for variable, c in linear.terms if variable == name)
    for variable, c in linear.terms:
        if variable == name:
            continue
        ends = _ends(case, variable, mention)
        if ends is None:
            return
        low, high = low + c * ends[0], high + c * ends[1]
    for limit in dict.fromkeys(end for end in linear.value[:2] if end is not None):
        yield from dict.fromkeys(((limit - low) / own, (limit - high) / own, (limit - (low + high) / 2) / own))


def _ends(case: Case, variable: str, spared: Mention) -> tuple[Fraction, Fraction] | None:
    mentions = [one for one in case.of_variable(variable) if one != spared]
    if mentions:
        nominal = mentions[0].nominal
        low, high = mentions[0].ranges[0][:2]
        if nominal is None:
            return None
        return (nominal if low is None else low, nominal if high is None else high)
    known = case.known(variable)
    if known is None:
        return None
    low, high = known.range.low, known.range.high
    low, high = (high if low is None else low), (low if high is None else high)
    return None if low is None or high is None else (low, high)


def _figures(case: Case, mention: Mention, allowed: Mapping[str, Range]) -> Iterator[Candidate]:
    """Numbers as precise as what is written, if need be a little more."""
    fact, nominal = mention.fact, mention.nominal
    assert fact is not None and nominal is not None
    document = case.documents[fact.path]
    written = written_in(fact, document)
    if written is None or not written.value:
        return
    if fact.kind == "percent" and written.value != nominal:
        return  # "one in five": the numbers in it are not the percentage
    unit = _unit(mention, written)
    most = 0 if fact.kind in ("number", "age", "ordinal") else DECIMALS_MORE
    for value, places in _grid((seed / unit for seed in seeds(case, mention, allowed)), written, most):
        if value == written.value or not is_writable(value):
            continue
        edits = counted_edits(written, value, document, case.texts_in(fact.path))
        yield Candidate(value * unit, _shifted(mention, (value - written.value) * unit), edits, places)


def _unit(mention: Mention, written: Written) -> Fraction:
    """What the written number is multiplied by to give the value: minutes a day of a number of days."""
    low, high = mention.ranges[0][:2]
    if not mention.is_duration or low is None or high is None:
        return Fraction(1)
    return (low + high) / 2 / written.value


def _grid(values: Iterable[Fraction], written: Written, more: int) -> tuple[tuple[Fraction, int], ...]:
    """The numbers near ``values`` that the written precision allows, then those with more places.

    A scale is left behind where it is too coarse: 30 thousand may have to become 30,250.
    """
    steps = [written.step]
    while steps[-1] > 1 or len(steps) <= more:
        steps.append(steps[-1] / 10)
    found: dict[Fraction, int] = {}
    wanted = tuple(values)
    for places, step in enumerate(steps):
        for value in wanted:
            floor = (value / step).__floor__()
            for move in range(-STEPS_AROUND, STEPS_AROUND + 2):
                found.setdefault(step * (floor + move), places)
    return tuple((value, places) for value, places in sorted(found.items()) if value > 0)


def _shifted(mention: Mention, move: Fraction) -> Claim:
    """The mention's claim with every reading moved: a number of the same precision."""
    return one_of(mention.variable, (shifted(one, move) for one in mention.ranges))


def _dates(case: Case, mention: Mention, allowed: Mapping[str, Range]) -> Iterator[Candidate]:
    """Days, months or years, as the date itself is one."""
    fact, nominal = mention.fact, mention.nominal
    assert fact is not None and nominal is not None
    document, old = case.documents[fact.path], day_at(nominal)
    if old is None:
        return
    if is_hijri(fact):
        for moment, claim, edits, parts in hijri_dates(case, mention, _wanted(case, mention)):
            yield Candidate(moment, claim, edits, parts=parts)
        return
    likely = (*seeds(case, mention, allowed), _wanted(case, mention))
    near = [_like(mention, seed, move) for seed in likely for move in (-1, 0, 1)]
    years = [*range(old.year - YEARS_AROUND, old.year + YEARS_AROUND + 1)]
    years += [day.year + move for seed in likely if (day := day_at(seed)) is not None for move in (-1, 0, 1)]
    alone = [
        with_parts(mention.ranges[0], {part.role: value})
        for part in fact.parts
        if part.role in DATE_PARTS
        for value in PART_VALUES.get(part.role, years)
    ]
    for value in dict.fromkeys((*near, *alone)):
        new = None if value is None or value.low is None else day_at(value.low)
        if value is not None and value.low is not None and new is not None and new != old:
            edits = date_edits(fact, old, new, document, case.texts_in(fact.path))
            claims = (within(fact.id, value), within(f"{fact.id}#start", Range.exactly(value.low)))
            yield Candidate(value.low, AllOf(claims), edits, parts=changed_parts(old, new))


def _like(mention: Mention, seed: Fraction, move: int) -> Range | None:
    """The day, month or year around ``seed``, or the one before or after it."""
    low, high = mention.ranges[0][:2]
    day = day_at(seed)
    if day is None or low is None or high is None:
        return None
    old = day_at(low)
    if old is not None and mention.ranges[0] == range_of_year(old.year):
        year = day.year + move
        return range_of_year(year) if 1 <= year <= 9999 else None
    if old is not None and mention.ranges[0] == range_of_month(old.year, old.month):
        moved = moved_months(seed, move)
        first = None if moved is None else day_at(moved)
        return None if first is None else range_of_month(first.year, first.month)
    if not mention.is_day or old is None:
        return None
    near = day_at(seed + move * MINUTES_A_DAY)
    if near is None:
        return None
    shift = (range_of_day(near).low or 0) - (range_of_day(old).low or 0)
    return mention.ranges[0]._replace(low=low + shift, high=high + shift)
