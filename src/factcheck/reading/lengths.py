"""Matches of language patterns -> drafts of lengths of time: two years and a half, several months, an hour."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from factcheck.languages.nodes import FILLER
from factcheck.model import EVERYTHING, MINUTES_A_DAY, Range, Reading
from factcheck.reading.captures import Captures
from factcheck.reading.durations import DAYS_A_MONTH, EXACT, LETTERS, MONTHS, duration_timex
from factcheck.reading.durations import duration as length
from factcheck.reading.lines import Draft, Number, Over

PARTS = ("", "2", "3", "4")
# Classes of units whose ending says that there are two of them.
DUALS = ("timedual", "longdual")
# What stands before a unit that is the second half of a rate (5 dollars a day), or of a count (twice a week).
RATED = ("plural", "unit", "currency", "percent", "number", "often")
RATED_FACTS = ("number", "percent", "money", "quantity", "ordinal")
# What stands after a unit that begins a date (the year 2020, the day Friday).
DATED_FACTS = ("day", "month", "year", "period", "number", "ordinal", "time", "moment")
# What is not counted ("several days") is at least so many.
FEWEST = Fraction(2)


def duration(found: Captures) -> Draft | None:
    """A length of time: ``n`` times ``unit``, and ``n2`` of the smaller ``unit2``, ``n3`` ... more.

    ``share`` is a part of the unit besides (an hour and a half), ``parts`` how many of it. ``bare=yes`` is for a unit
    without its number, which may belong to a rate or a date. ``only`` is the one number that is meant.
    """
    units = [unit for which in PARTS if (unit := found.text(f"unit{which}"))]
    if not units or ("bare" in found.given and (is_rate(found) or is_named(found))):
        return None
    numbers = [_times(found, which) for which in PARTS[: len(units)]]
    if "only" in found.given and numbers[0].value != int(found.given["only"]):
        return None
    if (share := found.text("share")) is not None:
        extra = Fraction(share) * (found.whole("parts") or 1)
        if not 0 < extra < 1:
            return None
        numbers[0] = Number(numbers[0].value + extra)
    if len(units) == 1:
        return _draft(found, numbers[0], units[0])
    if any(unit not in EXACT and unit not in MONTHS for unit in units):
        return None
    if any(one >= two for one, two in zip(map(_days, units[1:]), map(_days, units), strict=False)):
        return None
    for sizes in (EXACT, MONTHS):
        if all(unit in sizes for unit in units):
            amount = sum((n.value * sizes[unit] for n, unit in zip(numbers, units, strict=True)), Fraction(0))
            return _draft(found, Number(amount / sizes[units[-1]]), units[-1])
    return _mixed(found, numbers, units)


def _draft(found: Captures, number: Number, unit: str) -> Draft:
    return Draft("duration", *found.quoted, number=number, read_by=found.path, data={"unit": unit})


def _times(found: Captures, which: str) -> Number:
    """How many there are of a unit: as its number says, or its ending, or one."""
    if spans := found.spans(f"n{which}"):
        value = found.number(f"n{which}")  # that of a word, where it is no figure yet
        return found.line.number(spans[0][0]) or Number(Fraction(1) if value is None else value)
    if f"n{which}" in found.given:
        return Number(Fraction(found.given[f"n{which}"]))
    spans = found.spans(f"unit{which}")
    key = found.line.key(*spans[0]) if spans else ""
    two = any(found.line.lexicon.value(kind, key) is not None for kind in DUALS)
    return Number(Fraction(2 if two else 1))


def _days(unit: str) -> Fraction:
    return EXACT[unit] / MINUTES_A_DAY if unit in EXACT else MONTHS[unit] * DAYS_A_MONTH


def _mixed(found: Captures, numbers: Sequence[Number], units: Sequence[str]) -> Draft | None:
    """Years or months and days or hours: a length that is only known within a few days."""
    low = high = months = minutes = Fraction(0)
    dates = clock = ""
    for number, unit in zip(numbers, units, strict=True):
        timex = duration_timex(number.value, unit)
        if timex is None or number.high is not None:
            return None
        value = length(number.value, number.value, unit).value
        low, high = low + (value.low or 0), high + (value.high or 0)
        months, minutes = months + number.value * MONTHS.get(unit, 0), minutes + number.value * EXACT.get(unit, 0)
        if timex.startswith("PT"):
            clock += timex[2:]
        else:
            dates += timex[1:]
    reading = Reading(Range(low, high), "minute", f"P{dates}T{clock}" if clock else f"P{dates}")
    data: dict[str, object] = {"length": (months, minutes)}
    return Draft("duration", *found.quoted, readings=(reading,), read_by=found.path, data=data)


def indefinite(found: Captures) -> Draft | None:
    """A length that nobody counted: several months, for years, a few hours."""
    unit = found.text("unit")
    if unit not in LETTERS or ("bare" in found.given and (is_rate(found) or is_named(found))):
        return None
    prefix, letters = LETTERS[unit]
    reading = Reading(Range(length(FEWEST, FEWEST, unit).value.low, None), "minute", f"{prefix}X{letters}")
    return Draft("duration", *found.quoted, readings=(reading,), read_by=found.path)


def sometime(found: Captures) -> Draft:
    """Some days, months or years that nobody counted, before or after now (``ref``): years ago, in recent weeks."""
    reading = Reading(EVERYTHING, "minute", found.given["ref"])
    return Draft("period", *found.quoted, readings=(reading,), read_by=found.path)


def present(found: Captures) -> Over | None:
    """What is called now: a fact that leaves its words to be read for all else that they say (is now 12 %).

    ``notafter`` is a class that no word right before may be in.
    """
    line, before = found.line, found.given.get("notafter")
    if before is not None and found.start and line.base[found.start - 1] in line.lexicon.characters(before):
        return None
    return None if any(one.start <= found.start < one.end for one in line.over) else Over(sometime(found))


def someday(found: Captures) -> str | None:
    """One unit ``n`` that is no length but some time or other (one day, he left)."""
    return found.line.lexicon.code(("mixed",)) if found.whole("n") == 1 else None


def is_rate(found: Captures) -> bool:
    """Whether the figure or noun before a unit without its number makes it that of a rate: 5 dollars a day."""
    line, lexicon = found.line, found.line.lexicon
    before = found.quoted[0] - 1
    while before > 0 and line.line[before] == FILLER:
        before -= 1
    return before >= 0 and line.line[before] in lexicon.once("rated", lambda: _characters(found, RATED, RATED_FACTS))


def is_named(found: Captures) -> bool:
    """Whether what comes after a unit without its number names it: the year 2020, the days of the feast."""
    line, lexicon = found.line, found.line.lexicon
    named = lexicon.once("named", lambda: _characters(found, ("number", "ordinal"), DATED_FACTS))
    if lexicon.division.article:
        named = lexicon.once("named and articled", lambda: named | lexicon.characters("articled"))
    return line.line[found.quoted[1] : found.quoted[1] + 1] in named


def _characters(found: Captures, classes: Sequence[str], facts: Sequence[str]) -> frozenset[str]:
    names = (*classes, *(f"fact:{kind}" for kind in facts))
    return frozenset[str]().union(*(found.line.lexicon.characters(name) for name in names))


BUILDERS: dict[str, Callable[[Captures], Draft | Over | str | None]] = {
    "duration": duration,
    "indefinite": indefinite,
    "present": present,
    "someday": someday,
    "sometime": sometime,
}
