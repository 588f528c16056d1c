"""A contradiction and what is known around it -> its mentions, rules and values, as explaining asks for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from factcheck.explaining.calendar import range_of_day
from factcheck.explaining.numerals import Numerals, numerals_of
from factcheck.explaining.texts import Texts, texts_of
from factcheck.expressions import one_of, variables
from factcheck.model import (
    MINUTES_A_DAY,
    AllOf,
    AnyOf,
    Claim,
    Constraint,
    Contradiction,
    Document,
    Fact,
    Instance,
    Linear,
    Passage,
    Range,
)

PUBLISHED = "published"
MOMENTS = frozenset({"day", "month", "year", "period", "moment", "time", "set"})
WHOLE_KINDS = frozenset({"number", "age", "ordinal"})
DATE_PARTS = ("day", "month", "year")
DAY_LENGTH = len("2020-11-10")
DURATION_ROLES = ("start", "end", "length")


class Mention(NamedTuple):
    """Some words of an article: ``part`` is empty for a fact's value, else the piece of it that they are.

    ``fact`` is ``None`` for the day of publication. ``ranges`` are the values that the words can have.
    """

    constraint: Constraint
    variable: str
    fact: Fact | None
    part: str
    ranges: tuple[Range, ...]

    @property
    def words(self) -> str:
        return self.constraint.passages[0].text if self.constraint.passages else ""

    @property
    def is_moment(self) -> bool:
        if self.part:
            return self.part == PUBLISHED
        return self.fact is None or (self.fact.kind in MOMENTS)

    @property
    def is_duration(self) -> bool:
        return self.fact is not None and self.fact.kind == "duration" and not self.part

    @property
    def exact(self) -> Fraction | None:
        """The only value, if the words leave no other."""
        return self.ranges[0].exact if len(self.ranges) == 1 else None

    @property
    def nominal(self) -> Fraction | None:
        """The value that stands for the range: a date's beginning, a rounded number's middle, a bound."""
        low, high = self.ranges[0].low, self.ranges[0].high
        if low is None or high is None or self.is_moment:
            return high if low is None else low
        if self.fact is not None and self.fact.readings and self.fact.readings[0].note == "nearly":
            return high
        return (low + high) / 2

    @property
    def slack(self) -> Fraction:
        """How far the value may lie from the nominal one."""
        low, high = self.ranges[0].low, self.ranges[0].high
        return Fraction(0) if low is None or high is None else (high - low) / 2

    @property
    def is_whole(self) -> bool:
        """Whether it counts whole things."""
        whole = self.fact is not None and self.fact.kind in WHOLE_KINDS and not self.is_moment
        return whole and self.nominal is not None and self.nominal.denominator == 1

    @property
    def is_day(self) -> bool:
        low, high = self.ranges[0].low, self.ranges[0].high
        return low is not None and high is not None and high - low <= MINUTES_A_DAY


class Known(NamedTuple):
    """A value of a rule file: the range it stands for, and how the file writes it."""

    range: Range
    written: str


class Case:
    """One contradiction with its surroundings; it knows what stands for what and changes nothing."""

    def __init__(
        self,
        contradiction: Contradiction,
        instances: Mapping[str, Instance],
        facts: Mapping[str, Fact],
        documents: Mapping[str, Document],
    ) -> None:
        self.contradiction, self.facts, self.documents = contradiction, facts, documents
        mentions = [self._mention(c) for c in contradiction.constraints if c.kind == "mention"]
        self.mentions: tuple[Mention, ...] = tuple(sorted(mentions, key=place_of))
        self.rules = tuple(sorted((c for c in contradiction.constraints if c.kind == "rule"), key=lambda c: c.id))
        self.instances = tuple(
            sorted((instances[c.id] for c in self.rules if c.id in instances), key=lambda one: one.id)
        )

    def _mention(self, constraint: Constraint) -> Mention:
        fact, part = self.split(constraint.id)
        variable = constraint.about[0] if constraint.about else next(iter(variables(constraint.claim)), constraint.id)
        return Mention(constraint, variable, fact, part, tuple(ranges_of(constraint.claim, variable)))

    def split(self, name: str) -> tuple[Fact | None, str]:
        """The fact and the part that a variable or a mention's id names; the beginning of a date is its value."""
        if name in self.facts:
            return self.facts[name], ""
        head, _, part = name.rpartition("#")
        if head in self.facts:
            return self.facts[head], "" if part == "start" else part
        return None, PUBLISHED if name.endswith("@" + PUBLISHED) else ""

    def texts_in(self, path: str) -> Texts:
        """The texts of the language that a document is written in: what is changed in it must be in that."""
        return texts_of(self.documents[path].language if path in self.documents else "")

    @cached_property
    def texts(self) -> Texts:
        return self.texts_in(self.mentions[0].constraint.passages[0].path if self._has_words else "")

    @property
    def _has_words(self) -> bool:
        return bool(self.mentions and self.mentions[0].constraint.passages)

    @cached_property
    def numerals(self) -> Numerals:
        path = self.mentions[0].constraint.passages[0].path if self._has_words else ""
        here = [one for one in self.mentions if one.fact is not None and one.fact.path == path]
        figures = [one.words for one in here if not one.is_moment]
        text = self.documents[path].text if path in self.documents else ""
        return numerals_of(figures or [one.words for one in here], text, self.texts)

    @cached_property
    def main(self) -> Instance | None:
        """The instance that matters most: of a condition, before an agreement, before a known value."""
        return min(self.instances, key=lambda one: (self.rank(one), one.id), default=None)

    @property
    def rule(self) -> str:
        """The rule that a finding names."""
        return self.main.rule if self.main is not None else next((one.rule for one in self.rules), "")

    def rank(self, instance: Instance) -> int:
        if is_known(instance):
            return 2
        claim = next((rule.claim for rule in self.rules if rule.id == instance.id), None)
        names = variables(claim) if claim is not None else ()
        return int(any(name.partition("[")[0] == instance.rule for name in names))

    def rule_of(self, instance: Instance) -> Constraint:
        return next(rule for rule in self.rules if rule.id == instance.id)

    def of_variable(self, variable: str) -> tuple[Mention, ...]:
        """The mentions that give a variable its value: of itself, or those that agree with the fact it is."""
        fact, part = self.split(variable)
        if fact is not None or part == PUBLISHED:
            mine = (m for m in self.mentions if m.variable == variable or (fact and (m.fact, m.part) == (fact, part)))
            return tuple(mine)
        found = [
            mention
            for rule in self.rules
            if variable in (names := variables(rule.claim)) and self._is_agreement(names)
            for name in names
            if self.split(name)[0] is not None
            for mention in self.of_variable(name)
        ]
        return tuple(dict.fromkeys(found))

    def _is_agreement(self, names: tuple[str, ...]) -> bool:
        """One fact of a pack and the mentions of one fact of the text."""
        own = {name.partition("#")[0] for name in names if self.split(name)[0] is None}
        return len(own) == 1 and len({fact.id for name in names if (fact := self.split(name)[0]) is not None}) == 1

    def of_role(self, name: str) -> tuple[Mention, ...]:
        """The mentions behind a role of the main instance."""
        return () if self.main is None else self.of_variables(self.main.role(name))

    def told(self, role: str) -> tuple[Mention, ...]:
        """The mentions behind a role of the main instance, those too that the contradiction does without."""
        found = self.of_role(role)
        if found or self.main is None:
            return found
        facts = (self.facts[name] for name in self.main.role(role) if name in self.facts)
        return tuple(self._mention(_said(fact, self.documents[fact.path])) for fact in facts if fact.readings)

    def of_variables(self, names: tuple[str, ...]) -> tuple[Mention, ...]:
        found = dict.fromkeys(mention for name in names for mention in self.of_variable(name))
        return tuple(sorted(found, key=place_of))

    def known(self, variable: str) -> Known | None:
        """The value that a rule file pins a variable to, or a mention of the text that agrees with it."""
        names = dict.fromkeys((variable, *self._agreeing(variable)))
        for instance in self.instances:
            if is_known(instance):
                for value in (one for name in names for one in ranges_of(self.rule_of(instance).claim, name)):
                    return Known(value, dict(instance.words).get("known", ""))
        return None

    def _agreeing(self, variable: str) -> Iterator[str]:
        for rule in self.rules:
            if variable in (names := variables(rule.claim)) and self._is_agreement(names):
                yield from names

    def as_written(self, rule: Constraint) -> Constraint:
        """What pins a moment, with the day that its file writes alone: a repair need not lead to another zone's."""
        instance = next((one for one in self.instances if one.id == rule.id and is_known(one)), None)
        day = None if instance is None else written_day(dict(instance.words).get("known", ""))
        if day is None or not isinstance(rule.claim, Linear):
            return rule
        value = rule.claim.value.meet(range_of_day(day))
        return rule if value.is_empty() else rule._replace(claim=rule.claim._replace(value=value))


def _said(fact: Fact, document: Document) -> Constraint:
    passage = Passage(fact.path, fact.span, document.text[slice(*fact.span)], "")
    claim = one_of(fact.id, (reading.value for reading in fact.readings))
    return Constraint(fact.id, claim, "mention", "", (passage,), (fact.id,))


def written_day(known: str) -> date | None:
    """The day of a moment in a rule file; ``None`` for what is written without a time of day."""
    day, clock = known[:DAY_LENGTH], known[DAY_LENGTH:]
    try:
        return date.fromisoformat(day) if clock.startswith("T") else None
    except ValueError:
        return None


def is_known(instance: Instance) -> bool:
    return bool(instance.sources) or "known" in dict(instance.words)


def place_of(mention: Mention) -> tuple[object, ...]:
    """Mentions sort as they stand in the text, those without words last."""
    passage = mention.constraint.passages[0] if mention.constraint.passages else None
    return (passage is None, passage.path if passage else "", passage.span if passage else (0, 0), mention.variable)


def ranges_of(claim: Claim, variable: str) -> Iterator[Range]:
    """The ranges that ``claim`` gives ``variable`` alone."""
    if isinstance(claim, Linear):
        if len(claim.terms) == 1 and claim.terms[0][0] == variable and claim.terms[0][1] == 1:
            yield claim.value
    else:
        for part in claim.claims:
            yield from ranges_of(part, variable)


def atoms(claim: Claim) -> Iterator[Linear]:
    """The linear claims inside ``claim``."""
    if isinstance(claim, Linear):
        yield claim
    elif isinstance(claim, AllOf | AnyOf):
        for part in claim.claims:
            yield from atoms(part)
