"""What rules are asked for by name -> the rules in use; those that are always on come ready-made."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from factcheck.languages.kept import kept
from factcheck.model import Problem
from factcheck.rules.packs import always_on
from factcheck.rules.values import RuleSet

READY = "rules"
Loaded = tuple[RuleSet, tuple[Problem, ...]]


def ruleset(names: Sequence[str], checks: Collection[str]) -> Loaded:
    """The packs that are always on and those that ``names`` ask for, and what is wrong with their files."""
    if names:
        return _loaded(names, checks)
    sources = (*always_on().values(), *sorted(Path(__file__).parent.glob("*.py")))
    found: Loaded = kept(READY, sources, lambda: _loaded((), checks))
    return found


def _loaded(names: Sequence[str], checks: Collection[str]) -> Loaded:
    from factcheck.rules.loading import load  # reads YAML

    return load(names, checks)
