"""Facts in; what their words say, as soft constraints over one variable each, and the sorts of those out."""

from __future__ import annotations

from collections.abc import Collection

from factcheck.checks.months import in_month_of
from factcheck.expressions import one_of, within
from factcheck.model import AllOf, AnyOf, Claim, Constraint, Fact, Passage, Range, Reading, Sort

# Kinds whose values are whole by nature: minutes and things that one counts.
WHOLE_KINDS = frozenset(
    ("number", "ordinal", "age", "day", "month", "year", "period", "moment", "time", "duration", "set")
)


def start_of(fact_id: str) -> str:
    """The variable of the moment at which a date begins."""
    return fact_id + "#start"


def published_of(path: str) -> str:
    """The variable of the moment (in minutes) at which an article was published."""
    return path + "@published"


def mention(fact: Fact, text: str, extra: Collection[str]) -> tuple[Constraint, ...]:
    """That the variable ``fact.id`` has one of the fact's readings; nothing of a fact without readings.

    A day of the same month as its ``anchor`` moves with it. ``text`` is that of the fact's document. ``extra`` are
    the further variables in use: where the start of the date is among them, each reading fixes it to its low end,
    where the publication of the article is, a reading that holds for some publication moments only says so.
    """
    if not fact.readings:
        return ()
    start = start_of(fact.id) if start_of(fact.id) in extra else None
    published = published_of(fact.path) if published_of(fact.path) in extra else None
    claim: Claim
    if start is None and (published is None or all(reading.when is None for reading in fact.readings)):
        claim = one_of(fact.id, (reading.value for reading in fact.readings))
    else:
        options = tuple(dict.fromkeys(_reading(fact.id, reading, start, published) for reading in fact.readings))
        claim = options[0] if len(options) == 1 else AnyOf(options)
    if fact.anchor and start is None and len(fact.readings) == 1:
        claim = in_month_of(fact.anchor, fact.id, fact.readings[0].value)
    passage = Passage(fact.path, fact.span, text[fact.span.start : fact.span.end], "")
    return (Constraint(fact.id, claim, "mention", "", (passage,), (fact.id,)),)


def _reading(variable: str, reading: Reading, start: str | None, published: str | None) -> Claim:
    value = within(variable, reading.value)
    claims = [value]
    if start is not None and reading.value.low is not None:
        claims.append(within(start, Range.exactly(reading.value.low)))
    if published is not None and reading.when is not None:
        claims.append(within(published, reading.when))
    return value if len(claims) == 1 else AllOf(tuple(claims))


def sort_of(fact: Fact) -> Sort:
    """Whole numbers for minutes and counts of which every bound is whole; reals for all else."""
    if fact.kind not in WHOLE_KINDS:
        return "real"
    for reading in fact.readings:
        low, high = reading.value.low, reading.value.high
        if (low is not None and low.denominator != 1) or (high is not None and high.denominator != 1):
            return "real"
    return "integer"
