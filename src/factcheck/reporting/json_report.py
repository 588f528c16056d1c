"""A report in; JSON of version 1 out. Offsets and columns are code points, ends exclusive."""

from __future__ import annotations

from factcheck.model import Finding, Passage, Problem, Repair, Report
from factcheck.reporting import Setting
from factcheck.reporting.gathering import tallies_of, total
from factcheck.reporting.json_text import json_text
from factcheck.reporting.places import PlacesOf

VERSION = 1


def render(report: Report, setting: Setting | None = None) -> str:
    """Keys as README describes them; they change only with ``VERSION``."""
    given = setting.tallies if setting else None
    tallies = tallies_of(report) if given is None else given
    places = PlacesOf(report.documents)
    sums = total(tallies)
    unread = sums.unread + sums.lost
    summary = {"documents": len(tallies) - sums.lost, "unread": unread, "facts": sums.facts, "checked": sums.checked}
    summary |= {"ambiguous": sums.ambiguous, "open": sums.open, "unchecked": sums.unchecked}
    summary |= {"findings": len(report.findings), "undecided": len(report.undecided)}
    value = {
        "version": VERSION,
        "summary": summary,
        "findings": [_finding(finding, places) for finding in report.findings],
        "problems": [_problem(problem) for problem in report.problems],
        "undecided": list(report.undecided),
        "notes": _notes(report),
    }
    return json_text(value, indent=2) + "\n"


def _notes(report: Report) -> list[dict[str, object]]:
    """What was guessed or left out: of an article with its path, of a limit that was reached without one."""
    noted: list[tuple[str | None, str]] = [(one.path, note) for one in report.documents for note in one.notes]
    noted += [(None, note) for note in report.notes]
    return [{"path": path, "message": note} for path, note in noted]


def _finding(finding: Finding, places: PlacesOf) -> dict[str, object]:
    return {
        "rule": finding.rule,
        "state": finding.state,
        "level": finding.level,
        "message": finding.message,
        "fingerprint": finding.fingerprint,
        "because": list(finding.because),
        "passages": [_passage(passage, places) for passage in finding.passages],
        "repairs": [_repair(repair) for repair in finding.repairs],
    }


def _passage(passage: Passage, places: PlacesOf) -> dict[str, object]:
    start, end = passage.span
    line, column = places.at(passage.path, start)
    return {
        "path": passage.path,
        "start": start,
        "end": end,
        "line": line,
        "column": column,
        "text": passage.text,
        "role": passage.role,
    }


def _repair(repair: Repair) -> dict[str, object]:
    edits = [
        {"path": edit.path, "start": edit.span.start, "end": edit.span.end, "text": edit.text} for edit in repair.edits
    ]
    return {"because": repair.because, "edits": edits}


def _problem(problem: Problem) -> dict[str, object]:
    return {
        "path": problem.path,
        "line": problem.line,
        "column": problem.column,
        "message": problem.message,
        "hint": problem.hint,
    }
