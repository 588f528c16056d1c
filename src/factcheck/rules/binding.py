"""Rules, and the facts, relations and phrases that were read from texts -> the constraints that must hold of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set

from factcheck.expressions import variables
from factcheck.model import Bound, Constraint, Document, Fact, Instance, PhraseMatch, Relation, Sort
from factcheck.rules.pack_rules import Bindings, apply_to_packs
from factcheck.rules.relation_rules import Applied, apply_to_relations
from factcheck.rules.ties import Tie, day_variable, pins, sort, tied, ties
from factcheck.rules.values import RuleSet

Placed = tuple[tuple[str, int, str], Constraint, Instance]


def bind(
    ruleset: RuleSet,
    facts: Sequence[Fact],
    relations: Sequence[Relation],
    matches: Sequence[PhraseMatch],
    documents: Sequence[Document],
) -> Bound:
    """Every application of every rule, in text order; the order of what comes in does not matter.

    A fact has one variable, named by its id, and ``id#start`` is the first minute of it; the caller says what each
    mention means. Only what stands in ``documents`` is bound. All constraints made here are rules (hard):

    - a rule with ``each``: one for each relation of the kind, called ``pack/rule@path@start``;
    - a mention that a phrase makes a fact of a pack: it has the value of ``pack/fact`` or ``pack/fact[member]``, which
      all mentions share, called ``pack/fact@path@start``; its instance has the roles (fact, (variable, mention)).
      Left out where nothing else speaks of that fact;
    - ``known``: each mention has that value, called ``pack/fact@path@start@known``, or, where no text mentions the
      fact, the shared variable has it, called ``pack/fact@known``; the instance has the source;
    - a rule with ``require`` over facts: one for each choice of members that is mentioned or known, called
      ``pack/rule[member]``; its roles hold the shared variable and then the mentions behind it.
    """
    paths = {document.path for document in documents}
    by_id = {fact.id: fact for fact in facts if fact.path in paths}
    found = ties(ruleset, [match for match in matches if match.path in paths], by_id)
    within = [relation for relation in relations if relation.path in paths]
    published = {document.path: document.published for document in documents}
    each = [rule for rule in ruleset.rules() if rule.each]
    applied = [*apply_to_relations(each, within, by_id, published), *_over_packs(ruleset, found)]
    placed: list[Placed] = [((tie.fact.path, tie.fact.span.start, tie.variable), *tied(tie)) for tie in found]
    placed += [(one.place, one.constraint, one.instance) for one in applied if one.constraint and one.instance]
    placed += _known(ruleset, found, placed)
    placed = _without_loners(placed, {tie.variable for tie in found})
    placed.sort(key=lambda one: (one[0], one[1].id))
    constraints = tuple(constraint for _, constraint, _ in placed)
    return Bound(
        constraints,
        _sorts(ruleset, constraints),
        tuple(instance for _, _, instance in placed),
        tuple(dict.fromkeys(one.note for one in sorted(applied, key=lambda one: one.place) if one.note)),
    )


def _over_packs(ruleset: RuleSet, found: Sequence[Tie]) -> Iterator[Applied]:
    for pack in ruleset.packs:
        bindings = Bindings(pack, found)
        for rule in pack.rules:
            if rule.condition is not None and not rule.each:
                yield from apply_to_packs(rule, bindings)


def _known(ruleset: RuleSet, found: Sequence[Tie], placed: Sequence[Placed]) -> list[Placed]:
    """The known values of what something else speaks of, each placed where that begins."""
    first: dict[str, tuple[str, int, str]] = {}
    for place, constraint, _ in sorted(placed, key=lambda one: one[0]):
        for name in variables(constraint.claim):
            first.setdefault(name, place)
    return [
        ((*first[name][:2], name), constraint, instance)
        for pack in ruleset.packs
        for name, constraint, instance in pins(pack, [tie for tie in found if tie.pack.name == pack.name])
        if name in first
    ]


def _without_loners(placed: Sequence[Placed], shared: Set[str]) -> list[Placed]:
    """Without the mentions that share their value with nothing: there is nothing to hold them against."""
    uses = Counter(name for _, constraint, _ in placed for name in {*variables(constraint.claim)} & shared)
    return [one for one in placed if all(uses[name] > 1 for name in variables(one[1].claim) if name in shared)]


def _sorts(ruleset: RuleSet, constraints: Sequence[Constraint]) -> tuple[tuple[str, Sort], ...]:
    used = {name for constraint in constraints for name in variables(constraint.claim)}
    sorts: dict[str, Sort] = {}
    for pack in ruleset.packs:
        kinds = {f"{pack.name}/{spec.name}": sort(spec) for spec in pack.facts}
        for name in used:
            base = name.partition("[")[0].removesuffix(day_variable(""))
            if base in kinds:
                sorts[name] = "integer" if name.endswith(day_variable("")) else kinds[base]
    return tuple(sorted(sorts.items()))
