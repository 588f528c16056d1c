"""Counts in; the sentences that sum a run up out."""

from __future__ import annotations

import re
from collections import Counter

from factcheck.model import Finding, FindingState
from factcheck.reporting.gathering import Tally
from factcheck.reporting.lines import shown

_STATES: tuple[FindingState, ...] = ("contradiction", "tension", "ambiguous", "undecided")
_SAFE_WORD = re.compile(r"[\w@%+=:,./-]+", re.ASCII)


def counts(tally: Tally) -> str:
    """``31 figures and dates: 14 checked, 2 ambiguous, 15 unchecked.``"""
    if not tally.facts:
        return "Not read." if tally.unread or tally.lost else "No figure or date."
    return f"{_figures(tally)}: {', '.join(_fates(tally))}."


def _figures(tally: Tally) -> str:
    return "1 figure or date" if tally.facts == 1 else f"{tally.facts} figures and dates"


def _fates(tally: Tally) -> list[str]:
    """Every fate that some of them have; that none could be checked is worth saying."""
    numbers = {"ambiguous": tally.ambiguous, "open": tally.open, "unchecked": tally.unchecked}
    return [f"{tally.checked} checked", *(f"{number} {name}" for name, number in numbers.items() if number)]


def found(findings: list[Finding]) -> str:
    """``2 contradictions, 1 tension``, or nothing."""
    states = Counter(finding.state for finding in findings)
    words = []
    for state in _STATES:
        number = states[state]
        plural = "s" if number != 1 and state in ("contradiction", "tension") else ""
        words += [f"{number} {state}{plural}"] if number else []
    return ", ".join(words)


def verdict(findings: list[Finding], tally: Tally, articles: int = 1) -> str:
    """What was found and among how much: a clean run says how much it looked at, and what it could not read."""
    if (missing := tally.unread + tally.lost) and (findings or tally.facts or missing < articles):
        were = "1 article was" if missing == 1 else f"{missing} articles were"
        return f"{verdict(findings, tally._replace(unread=0, lost=0))} {were} not read."
    if tally.lost:
        return "could not be read."
    if tally.unread:
        return "not checked: not in a language that is known."
    if findings:
        return f"{found(findings)}. {counts(tally)}"
    if not tally.facts:
        return "no contradiction: no figure or date."
    rest = ", ".join(_fates(tally)[1:])
    among = f"{tally.checked} checked of {_figures(tally)}"
    return f"no contradiction among {among}{'; ' + rest if rest else ''}."


def as_argument(path: str) -> str:
    """A path as one would type it into a shell."""
    path = f"./{path}" if path.startswith("-") and path != "-" else path
    if _SAFE_WORD.fullmatch(path):
        return path
    import shlex

    return shlex.quote(shown(path))
