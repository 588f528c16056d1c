"""Words that count from the day of publication in; that some day of publication suits them all out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction

from factcheck.checks.mentions import published_of
from factcheck.checks.values import NOBODY_SAYS, Spec
from factcheck.checks.written import joined
from factcheck.expressions import one_of, within
from factcheck.model import MINUTES_A_DAY, Bound, Constraint, Fact, Instance, Linear, Passage, Range, Span

# An article is dated by the day of its issue, up to so many days after it was written.
WRITTEN_BEFORE = 3 * MINUTES_A_DAY
# It is late in the month that one writes of the last days of "this month" for the next month's issue; of its earlier
# days one day less is allowed.
LATE = 10
WRITTEN_BEFORE_OF_EARLY = 2 * MINUTES_A_DAY
# And what is called next month's is of this one as soon as that has begun.
WRITTEN_BEFORE_OF_NEXT = MINUTES_A_DAY
DAYS = ("day", "month", "moment")
# What ends a sentence in the scripts that are read.
_END = re.compile(r"[.!?؟۔]\s|[\r\n]")
SHORTEST_MONTH, LONGEST_MONTH, MONTHS = 28, 31, 12


def reference(
    facts: Sequence[Fact],
    texts: Mapping[str, str],
    published: Mapping[str, Range],
    spec: Spec,
    dated_by: Mapping[str, Passage] = NOBODY_SAYS,
) -> Bound:
    """Every fact's publication moments (``Fact.when``) hold the one moment at which its article appeared."""
    counting = [fact for fact in facts if fact.when and not _is_of_a_day_told(fact, facts, texts[fact.path])]
    paths = tuple(dict.fromkeys(fact.path for fact in counting))
    articles = (_article(path, published[path], dated_by.get(path)) for path in paths if path in published)
    return joined((*articles, *(_of_fact(fact, texts[fact.path], spec, published.get(fact.path)) for fact in counting)))


def _is_of_a_day_told(fact: Fact, facts: Sequence[Fact], text: str) -> bool:
    """Whether the words may count from a date told before them in their sentence: on 20 May he wrote: on 3 May last."""
    before = (one for one in facts if one.path == fact.path and one.kind in DAYS and one.span.end <= fact.span.start)
    near = [one for one in before if not one.when and not _END.search(text, one.span.end, fact.span.start)]
    month = {part.value for part in fact.parts if part.role == "month"}
    if any(part.role == "month" and part.value in month for one in near for part in one.parts):
        return True
    return any(one.value.meets(when) for other in near for one in other.readings for when in fact.when)


def _article(path: str, when: Range, words: Passage | None) -> Bound:
    name = published_of(path)
    passages = () if words is None else (words,)
    return Bound((Constraint(name, within(name, when), "mention", "", passages, (name,)),), ((name, "integer"),))


def _of_fact(fact: Fact, text: str, spec: Spec, given: Range | None) -> Bound:
    # A variable of its own lets the fact be freed: the common day is then that of all the others.
    mine, common, name = f"{fact.id}#published", published_of(fact.path), f"{spec.rule}@{fact.id}"
    start = min(fact.span.start, *(part.span.start for part in fact.parts if part.role == "reference"), fact.span.end)
    end = fact.span.end + (text[fact.span.end : fact.span.end + 1] == ")" and "(" in text[start : fact.span.end])
    passage = Passage(fact.path, Span(start, end), text[start:end], "reference")
    near = () if given is None else tuple(given for one in fact.when if _slack(fact, one).meets(given))[:1]
    mention = Constraint(mine, one_of(mine, (*fact.when, *near)), "mention", "", (passage,), (mine,))
    equal = Linear(((mine, Fraction(1)), (common, Fraction(-1))), Range.exactly(0))
    rule = Constraint(name, equal, "rule", spec.rule, (), (mine, common))
    roles = (("date", (fact.id,)), ("reference", (mine,)), ("published", (common,)))
    instance = Instance(name, spec.rule, spec.level, spec.messages, roles)
    return Bound((mention, rule), ((mine, "integer"), (common, "integer")), (instance,))


def _slack(fact: Fact, when: Range) -> Range:
    """The days by which an article may be dated that was written at the moments ``when``.

    "Yesterday" may be of the day before or after the issue's. Longer stretches run on until the issue that was written
    in them is out.
    """
    low, high = when.low, when.high
    if low is not None and high is not None and high - low <= MINUTES_A_DAY:
        return when._replace(low=low - MINUTES_A_DAY, high=high + MINUTES_A_DAY)
    if high is None or (low is not None and high - low < SHORTEST_MONTH * MINUTES_A_DAY):
        return when
    return when._replace(high=high + (WRITTEN_BEFORE if low is None else _written_before(fact, low, high)))


def _written_before(fact: Fact, low: Fraction, high: Fraction) -> int:
    parts = {part.role: part.value for part in fact.parts}
    if high - low > LONGEST_MONTH * MINUTES_A_DAY or not {"month", "day"} <= parts.keys():
        return WRITTEN_BEFORE
    month, days = date.fromordinal(int(low) // MINUTES_A_DAY + 1).month, int(high - low) // MINUTES_A_DAY
    if parts["month"] == month % MONTHS + 1:
        return WRITTEN_BEFORE_OF_NEXT
    return WRITTEN_BEFORE_OF_EARLY if parts["month"] == month and parts["day"] <= days - LATE else WRITTEN_BEFORE
