"""Words that count from the day of publication in; that some day of publication suits them all out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from factcheck.checks.mentions import published_of
from factcheck.checks.values import NOBODY_SAYS, Spec
from factcheck.checks.written import joined
from factcheck.expressions import one_of, within
from factcheck.model import MINUTES_A_DAY, Bound, Constraint, Fact, Instance, Linear, Passage, Range

# An article is dated by the day of its issue; "this month" was true on the day it was written.
WRITTEN_BEFORE = 3 * MINUTES_A_DAY


def reference(
    facts: Sequence[Fact],
    texts: Mapping[str, str],
    published: Mapping[str, Range],
    spec: Spec,
    dated_by: Mapping[str, Passage] = NOBODY_SAYS,
) -> Bound:
    """Every fact's publication moments (``Fact.when``) hold the one moment at which its article appeared."""
    counting = [fact for fact in facts if fact.when]
    paths = tuple(dict.fromkeys(fact.path for fact in counting))
    articles = (_article(path, published[path], dated_by.get(path)) for path in paths if path in published)
    return joined((*articles, *(_of_fact(fact, texts[fact.path], spec) for fact in counting)))


def _article(path: str, when: Range, words: Passage | None) -> Bound:
    name = published_of(path)
    passages = () if words is None else (words,)
    if words is None and when.low is not None:
        when = when._replace(low=when.low - WRITTEN_BEFORE)
    return Bound((Constraint(name, within(name, when), "mention", "", passages, (name,)),), ((name, "integer"),))


def _of_fact(fact: Fact, text: str, spec: Spec) -> Bound:
    # A variable of its own lets the fact be freed: the common day is then that of all the others.
    mine, common, name = f"{fact.id}#published", published_of(fact.path), f"{spec.rule}@{fact.id}"
    passage = Passage(fact.path, fact.span, text[fact.span.start : fact.span.end], "reference")
    mention = Constraint(mine, one_of(mine, fact.when), "mention", "", (passage,), (mine,))
    equal = Linear(((mine, Fraction(1)), (common, Fraction(-1))), Range.exactly(0))
    rule = Constraint(name, equal, "rule", spec.rule, (), (mine, common))
    roles = (("date", (fact.id,)), ("reference", (mine,)), ("published", (common,)))
    instance = Instance(name, spec.rule, spec.level, spec.messages, roles)
    return Bound((mention, rule), ((mine, "integer"), (common, "integer")), (instance,))
