"""Reports of many stories in; one report and the counts of each article out.

Facts, and texts that no finding quotes, are counted and let go, so that an archive fits into memory.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from factcheck.languages.data import codes
from factcheck.model import Document, Finding, Problem, Report


class Tally(NamedTuple):
    """How many figures and dates of one article have which fate.

    ``unread`` counts articles in unknown languages, ``lost`` files and lines that could not be read as articles.
    """

    path: str
    facts: int
    checked: int = 0
    ambiguous: int = 0
    open: int = 0
    unchecked: int = 0
    unread: int = 0
    lost: int = 0


def tallies_of(report: Report) -> tuple[Tally, ...]:
    """One tally an article, in the order of the report, then those of what could not be read."""
    paths = {fact.id: fact.path for fact in report.facts}
    facts = Counter(paths.values())
    states = Counter((paths.get(entry.fact, ""), entry.state) for entry in report.ledger)
    read = (
        Tally(
            document.path,
            facts[document.path],
            states[document.path, "checked"],
            states[document.path, "ambiguous"],
            states[document.path, "open"],
            states[document.path, "unchecked"],
            int(document.language not in ("", *codes())),
        )
        for document in report.documents
    )
    return (*read, *lost(report.problems))


def lost(problems: Iterable[Problem]) -> tuple[Tally, ...]:
    """One tally for each article that should have been read where a problem is."""
    gone = (problem for problem in problems if problem.lost)
    return tuple(Tally(f"{one.path}:{one.line}" if one.line else one.path, 0, lost=1) for one in gone)


def total(tallies: tuple[Tally, ...]) -> Tally:
    """All of them together, without a path."""
    sums = [sum(numbers) for numbers in zip(*(tally[1:] for tally in tallies), strict=True)]
    return Tally("", *sums) if sums else Tally("", 0)


class Gathered:
    """What is left of the stories so far."""

    def __init__(self) -> None:
        self._documents: list[Document] = []
        self._findings: list[Finding] = []
        self._problems: dict[Problem, None] = {}
        self._undecided: dict[str, None] = {}
        self._notes: dict[str, None] = {}
        self._tallies: list[Tally] = []

    def add(self, report: Report) -> None:
        quoted = {passage.path for finding in report.findings for passage in finding.passages}
        for document in report.documents:
            if document.path in quoted:
                self._documents.append(document)
            elif document.notes:
                self._documents.append(document._replace(text="", body=0))
        self._findings += report.findings
        self.add_problems(report.problems)
        self._undecided.update(dict.fromkeys(report.undecided))
        self.add_notes(report.notes)
        self._tallies += tallies_of(report._replace(problems=()))

    def add_problems(self, problems: tuple[Problem, ...]) -> None:
        self._problems.update(dict.fromkeys(problems))

    def add_notes(self, notes: tuple[str, ...]) -> None:
        self._notes.update(dict.fromkeys(notes))

    def tallies(self) -> tuple[Tally, ...]:
        return (*self._tallies, *lost(self._problems))

    def report(self) -> Report:
        return Report(
            documents=tuple(self._documents),
            findings=tuple(sorted(self._findings, key=place_of)),
            problems=tuple(self._problems),
            undecided=tuple(self._undecided),
            notes=tuple(self._notes),
        )


def place_of(finding: Finding) -> tuple[object, ...]:
    """Findings sort by their first passage, then by name."""
    places = [(passage.path, passage.span) for passage in finding.passages]
    return (min(places, default=("", (0, 0))), finding.rule, places, finding.message)
