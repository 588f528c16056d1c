"""What a rule file says, as values: packs, facts, known values, rules and their examples."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from factcheck.model import Level, PhraseSpec
from factcheck.rules.conditions import Condition, Name
from factcheck.rules.literals import Dimension, Literal

# Relations that reading finds in the text: the names a condition may use, and what the roles may be called.
RELATIONS: dict[str, dict[str, tuple[str, ...]]] = {
    "parts": {"total": ("total", "whole"), "part": ("part", "parts")},
    "included": {"total": ("total", "whole"), "part": ("part", "parts")},
    "list": {"announced": ("count", "announced", "total"), "item": ("item", "items", "member")},
    "share": {"part": ("part",), "whole": ("whole", "total"), "percent": ("percent",)},
    "shares": {"part": ("part", "parts")},
    "completed": {"part": ("part", "parts")},
    "change": {"old": ("old",), "new": ("new",), "percent": ("percent",)},
    "direction": {"less": ("less",), "more": ("more",)},
    "doubled": {"less": ("less",), "more": ("more",)},
    "twofold": {"less": ("less",), "more": ("more",)},
    "difference": {"less": ("less",), "more": ("more",), "difference": ("difference",)},
    "rate": {"each": ("each",), "number": ("number",), "total": ("total",)},
    "average": {"less": ("less",), "more": ("more",)},
    "won": {"winner": ("winner",), "loser": ("loser",)},
    "margin": {"less": ("less",), "more": ("more",), "difference": ("difference",)},
    "reached": {"figure": ("figure",), "need": ("need",)},
    "missed": {"figure": ("figure",), "need": ("need",)},
    "majority": {"need": ("need",), "whole": ("whole",)},
    "record": {"less": ("less",), "more": ("more",)},
    "limit": {"less": ("less",), "more": ("more",)},
    "range": {"start": ("start",), "end": ("end",)},
    "sameday": {"one": ("one",), "other": ("other",)},
    "sequence": {"earlier": ("earlier",), "later": ("later",)},
    "duration": {"start": ("start",), "end": ("end",), "length": ("length", "duration")},
    "age": {"born": ("born",), "at": ("at",), "age": ("age",)},
    "elapsed": {"start": ("start",), "at": ("at",), "length": ("length",)},
    "calendars": {"one": ("one",), "other": ("other",)},
    "restated": {"one": ("one",), "other": ("other",)},
}

# The kinds of value a phrase may catch, and what may be compared with what.
KINDS: dict[str, Dimension] = {
    "number": "number",
    "percent": "percent",
    "money": "number",
    "quantity": "number",
    "day": "moment",
    "moment": "moment",
    "year": "moment",
    "duration": "duration",
}


class Example(NamedTuple):
    """A text that a rule file gives as wrong (its rule must be found) or right (no contradiction at all)."""

    rule: str
    wrong: bool
    text: str
    language: str
    published: date | None
    path: str
    line: int
    column: int

    @property
    def expected(self) -> str | None:
        """The rule that must be found in the text; ``None`` when nothing may be."""
        return self.rule if self.wrong else None


class FactSpec(NamedTuple):
    """A fact of a pack: ``indexed_by`` is empty when there is one of it; ``listed`` takes only listed members.

    ``units`` are what a figure must count to be this fact; of none: anything. ``exclusions`` are phrases whose
    sentences say nothing of it. ``labels`` are (language, what reports call it).
    """

    name: str
    indexed_by: str
    kind: str
    phrases: tuple[PhraseSpec, ...]
    tolerance: Literal | None = None
    listed: bool = False
    level: Level = "error"
    summary: str = ""
    units: tuple[str, ...] = ()
    exclusions: tuple[PhraseSpec, ...] = ()
    labels: tuple[tuple[str, str], ...] = ()
    examples: tuple[Example, ...] = ()
    line: int = 0
    column: int = 0


class Known(NamedTuple):
    """A fact (or one member of it) has ``value``, say ``sources``: (language, citation)."""

    fact: str
    member: str
    value: Literal
    sources: tuple[tuple[str, str], ...]
    tolerance: Literal | None = None
    written: str = ""
    line: int = 0
    column: int = 0


class Rule(NamedTuple):
    """One entry. ``condition`` is what must hold, or ``check`` names the function that says so.

    ``each`` is a kind of relation whose roles are the names in ``condition``; empty for facts of the pack.
    ``messages`` are (language, template); the language is empty when one text serves all.
    """

    name: str
    pack: str
    summary: str
    why: str
    level: Level
    each: str = ""
    check: str = ""
    require: str = ""
    condition: Condition | None = None
    names: tuple[Name, ...] = ()
    messages: tuple[tuple[str, str], ...] = ()
    examples: tuple[Example, ...] = ()
    path: str = ""
    line: int = 0
    column: int = 0

    @property
    def id(self) -> str:
        return f"{self.pack}/{self.name}"

    def message(self, language: str) -> str:
        """The template for ``language``, else the one for all, else English; empty when there is none."""
        texts = dict(self.messages)
        return texts.get(language) or texts.get("") or texts.get("en") or next(iter(texts.values()), "")


class Pack(NamedTuple):
    """One rule file. ``members`` are (index, folded spelling, member)."""

    name: str
    path: str
    summary: str = ""
    members: tuple[tuple[str, str, str], ...] = ()
    facts: tuple[FactSpec, ...] = ()
    known: tuple[Known, ...] = ()
    rules: tuple[Rule, ...] = ()

    def fact(self, name: str) -> FactSpec | None:
        return next((fact for fact in self.facts if fact.name == name), None)


class RuleSet(NamedTuple):
    """Every pack in use, those that are always on first."""

    packs: tuple[Pack, ...] = ()

    def rules(self) -> Iterator[Rule]:
        for pack in self.packs:
            yield from pack.rules

    def rule(self, identifier: str) -> Rule | None:
        """The entry called ``pack/rule``."""
        return next((rule for rule in self.rules() if rule.id == identifier), None)

    def phrases(self) -> tuple[PhraseSpec, ...]:
        """Every phrase to be looked for in articles; ``fact`` is ``pack/fact``."""
        facts = (fact for pack in self.packs for fact in pack.facts)
        return tuple(spec for fact in facts for spec in (*fact.phrases, *fact.exclusions))

    def fact(self, identifier: str) -> tuple[Pack, FactSpec] | None:
        """The fact called ``pack/fact`` and its pack."""
        for pack in self.packs:
            for fact in pack.facts:
                if f"{pack.name}/{fact.name}" == identifier:
                    return pack, fact
        return None

    def names(self) -> tuple[str, ...]:
        """What a finding may be called after: each ``pack/rule``, and each ``pack/fact`` (its mentions must agree)."""
        rules = tuple(rule.id for rule in self.rules())
        return rules + tuple(f"{pack.name}/{fact.name}" for pack in self.packs for fact in pack.facts)

    def level(self, identifier: str) -> Level:
        """How grave a finding of ``pack/rule`` or ``pack/fact`` is."""
        if rule := self.rule(identifier):
            return rule.level
        found = self.fact(identifier)
        return found[1].level if found else "error"
