"""What solving may spend, and what it hands back."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.model import Contradiction

Ids = tuple[str, ...]


class Budget(NamedTuple):
    """Limits of one component; all but ``timeout`` mean the same on every machine.

    ``rlimit`` is in z3's own steps (one to two million are about a second), ``cases`` the steps of the
    search without z3, ``corrections`` the ways out that are listed of one contradiction. ``timeout``
    (milliseconds for one question) is a net below ``rlimit``, not a limit to work with. After so many
    contradictions of all components as ``mended`` says, ways out are looked for no more.
    """

    rlimit: int = 10_000_000
    cases: int = 400
    corrections: int = 12
    timeout: int = 60_000
    mended: int = 300


class Undecided(NamedTuple):
    """Constraints (ids, in order) of which a limit ran out before a verdict, and what ran out."""

    constraints: Ids
    reason: str


class Solution(NamedTuple):
    """All contradictions, by their first constraint, and what could not be decided.

    ``solver_only`` names (by constraint ids) the contradictions that z3 proves but the exact check without
    it could not repeat within its limit; ``cut_short`` those that may have more corrections than are
    listed. Of the last ``without_ways_out`` contradictions no correction was looked for.
    """

    contradictions: tuple[Contradiction, ...] = ()
    undecided: tuple[Undecided, ...] = ()
    solver_only: tuple[Ids, ...] = ()
    cut_short: tuple[Ids, ...] = ()
    without_ways_out: int = 0


class Exhausted(Exception):
    """A limit ran out before a verdict; the message says which."""


class Disagreement(RuntimeError):
    """z3 and plain arithmetic contradict each other: a fault of ours, never of the article."""
