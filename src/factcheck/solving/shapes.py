"""Components -> the same without their names, so that one of a changed text is known again."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.expressions import variables
from factcheck.model import Claim, Linear, Sort
from factcheck.solving.components import Component

Shape = tuple[object, ...]


def shape(component: Component, sorts: Mapping[str, Sort]) -> Shape:
    """Equal for components that say the same of variables of other names; their ids only tell them from each other."""
    numbers: dict[str, int] = {}
    for constraint in component:
        for name in variables(constraint.claim):
            numbers.setdefault(name, len(numbers))
    kinds = tuple(sorts.get(name) for name in numbers)
    return (kinds, *((one.kind, one.rule, _numbered(one.claim, numbers)) for one in component))


def _numbered(claim: Claim, numbers: Mapping[str, int]) -> Shape:
    if isinstance(claim, Linear):
        return (tuple((numbers[name], factor) for name, factor in claim.terms), claim.value)
    return (claim.kind, *(_numbered(one, numbers) for one in claim.claims))
