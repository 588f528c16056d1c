"""Constraints -> groups that share variables, in an order that does not depend on how they were given."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.expressions import variables
from factcheck.model import Constraint

Component = tuple[Constraint, ...]


def place(constraint: Constraint) -> tuple[int, str]:
    """Mentions before rules, then by id; ids sort as their passages stand in the text."""
    return (0 if constraint.kind == "mention" else 1, constraint.id)


def components(constraints: Sequence[Constraint]) -> list[Component]:
    """Groups that share no variable with each other, each sorted by ``place``, and so are the groups.

    The same constraint given twice counts once; two different ones with one id are a ``ValueError``.
    """
    ordered = sorted(_distinct(constraints), key=place)
    parent: dict[str, str] = {}
    anchors: list[str | None] = []
    for constraint in ordered:
        names = variables(constraint.claim)
        for name in names:
            parent.setdefault(name, name)
        anchors.append(names[0] if names else None)
        for name in names[1:]:
            parent[_root(parent, name)] = _root(parent, names[0])
    groups: dict[tuple[str, str], list[Constraint]] = {}
    for constraint, anchor in zip(ordered, anchors, strict=True):
        group = ("alone", constraint.id) if anchor is None else ("variable", _root(parent, anchor))
        groups.setdefault(group, []).append(constraint)
    return [tuple(group) for group in groups.values()]


def _distinct(constraints: Sequence[Constraint]) -> list[Constraint]:
    seen: dict[str, Constraint] = {}
    for constraint in constraints:
        known = seen.setdefault(constraint.id, constraint)
        if known is not constraint and known != constraint:
            raise ValueError(f"two different constraints are both called {constraint.id!r}")
    return list(seen.values())


def _root(parent: dict[str, str], name: str) -> str:
    while parent[name] != name:
        parent[name] = parent[parent[name]]
        name = parent[name]
    return name
