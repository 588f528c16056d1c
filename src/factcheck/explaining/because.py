"""A contradiction in; one to four lines that prove it, in the article's language, out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction

from factcheck.explaining import arithmetic_lines, calendar_lines, showing
from factcheck.explaining.arithmetic_lines import known_side
from factcheck.explaining.case import Case
from factcheck.expressions import variables
from factcheck.model import Linear, Range

MOST_LINES = 4

# The shapes of a proof, the most telling first; each gives no line where it does not apply.
SHAPES: tuple[Callable[[Case], Iterator[str]], ...] = (
    calendar_lines.month_pair,
    calendar_lines.weekday,
    calendar_lines.impossible,
    calendar_lines.two_calendars,
    calendar_lines.reference,
    arithmetic_lines.count,
    arithmetic_lines.share,
    arithmetic_lines.change,
    arithmetic_lines.product,
    arithmetic_lines.duration,
    arithmetic_lines.age,
    arithmetic_lines.sums,
    arithmetic_lines.limited,
    arithmetic_lines.comparison,
)


def because(case: Case) -> tuple[str, ...]:
    """The lines of the first shape that fits, then what was cited and what was rounded."""
    proof = next((lines for shape in SHAPES if (lines := tuple(shape(case)))), None) or tuple(_generic(case))
    lines = (*proof[: MOST_LINES - 1], *_cited(case), *_rounded(case))
    return tuple(dict.fromkeys(lines))[:MOST_LINES]


def _generic(case: Case) -> Iterator[str]:
    """The main rule's linear claim with the values in it; of other claims the values alone."""
    claim = None if case.main is None else case.rule_of(case.main).claim
    lines = tuple(_linear(case, claim)) if isinstance(claim, Linear) else ()
    words = [showing.value(case, mention) for mention in case.mentions if mention.words or mention.ranges]
    yield from lines or (case.texts.text("because.values", words=case.texts.joined(words)),)


def _linear(case: Case, linear: Linear) -> Iterator[str]:
    sides = [(c, case.of_variable(name)) for name, c in linear.terms]
    if len(sides) == 1 and sides[0][1] and sides[0][0] == 1:
        (mention, *_) = sides[0][1]
        limit = showing.bounds(case, linear.value, mention.is_moment, like=mention.fact)
        yield case.texts.text("because.outside", one=showing.value(case, mention), bounds=limit)
        return
    if len(sides) < 2 or any(not mentions or mentions[0].exact is None for _, mentions in sides):
        return
    if any(mentions[0].is_moment or mentions[0].is_duration for _, mentions in sides):
        return
    total = sum((c * (mentions[0].exact or 0) for c, mentions in sides), Fraction(0))
    words = ""
    for c, (mention, *_) in sides:
        sign = ("- " if c < 0 else "+ ") if words else ("-" if c < 0 else "")
        factor = "" if abs(c) == 1 else f"{showing.number(case, abs(c))} × "
        words += f"{' ' if words else ''}{sign}{factor}{showing.value(case, mention)}"
    limit = showing.bounds(case, linear.value, moments=False)
    yield case.texts.text("because.claim", sum=words, result=showing.number(case, total), bounds=limit)


def _cited(case: Case) -> Iterator[str]:
    """Where a known value comes from."""
    for instance in case.instances:
        if not instance.sources:
            continue
        for name in variables(case.rule_of(instance).claim):
            if (side := known_side(case, name)) is not None:
                yield case.texts.text("because.known", source=case.texts.chosen(instance.sources), value=side[0])


def _rounded(case: Case) -> Iterator[str]:
    """Figures that were taken for a range, because they are rounded or hedged, where that plays a part."""
    matters = arithmetic_lines.rounding_matters(case)
    for mention in case.mentions:
        if mention.part or mention.is_moment or mention.is_duration or mention.fact is None:
            continue
        reading = next((r for r in mention.fact.readings if r.note and r.value.exact is None), None)
        if reading is not None and reading.note == "rounded" and (mention.fact.kind == "percent" or not matters):
            continue  # that 60 % is 59.5 to 60.5 goes without saying
        if reading is None or reading.value.low is None or reading.value.high is None or not mention.words:
            continue
        hull = Range(reading.value.low, reading.value.high)
        limits = showing.figures(case, hull, mention)
        yield case.texts.text("because.stands-for", words=showing.value(case, mention), range=limits)
