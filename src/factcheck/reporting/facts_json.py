"""Reports in; the ledger of their articles as JSON of version 1 out, one fact a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from factcheck.model import Document, Entry, Explained, Fact, Reading, Report, Step, Subject, Unread
from factcheck.reporting import Setting
from factcheck.reporting.explained import step_of
from factcheck.reporting.json_text import json_text
from factcheck.reporting.values import is_moment, moment, number

VERSION = 1
_NO_ENTRY = Entry("", "unchecked", "")


def render(report: Report, setting: Setting | None = None) -> str:
    return "".join(pieces([report], setting))


def pieces(reports: Iterable[Report], setting: Setting | None = None) -> Iterator[str]:
    """The JSON text, an article at a time."""
    yield f'{{"version": {VERSION}, "documents": ['
    between = "\n"
    for report in reports:
        entries = {entry.fact: entry for entry in report.ledger}
        for document in report.documents:
            facts = [fact for fact in report.facts if fact.path == document.path]
            yield between + _document(document, facts, entries, report.explained)
            between = ",\n"
    yield "\n]}\n"


def _document(document: Document, facts: list[Fact], entries: dict[str, Entry], explained: Explained | None) -> str:
    published = document.published.isoformat() if document.published else None
    head = json_text(
        {
            "path": document.path,
            "language": document.language,
            "published": published,
            "notes": list(document.notes),
        }
    )
    found = [_fact(fact, document.text, entries.get(fact.id, _NO_ENTRY)) for fact in facts]
    if explained is None:
        return f'{head[:-1]}, "facts": [{_listed(found)}]}}'
    steps = dict(explained.steps)
    for fact, row in zip(facts, found, strict=True):
        read_by = [*steps.get(fact.id, ()), *map(step_of, fact.readings)]
        row["read_by"] = [_step(fact.kind, step) for step in read_by]
    unread = [_unread(one, document.text) for one in explained.unread if one.path == document.path]
    return f'{head[:-1]}, "facts": [{_listed(found)}], "unread": [{_listed(unread)}]}}'


def _listed(rows: list[dict[str, object]]) -> str:
    return ",".join(f"\n  {json_text(row)}" for row in rows)


def _step(kind: str, step: Step) -> dict[str, object]:
    readings = [_reading(kind, reading) for reading in step.readings]
    return {"step": step.kind, "text": step.text, "says": step.says, "readings": readings}


def _unread(one: Unread, text: str) -> dict[str, object]:
    start, end = one.span
    return {"start": start, "end": end, "text": text[start:end], "reason": one.reason}


def _fact(fact: Fact, text: str, entry: Entry) -> dict[str, object]:
    return {
        "id": fact.id,
        "kind": fact.kind,
        "start": fact.span.start,
        "end": fact.span.end,
        "text": text[fact.span.start : fact.span.end],
        "state": entry.state,
        "reason": entry.reason,
        "subject": _subject(fact.subject),
        "readings": [_reading(fact.kind, reading) for reading in fact.readings],
    }


def _subject(subject: Subject) -> dict[str, object]:
    return {
        "concept": subject.concept,
        "words": list(subject.words),
        "entities": list(subject.entities),
        "place": subject.place,
        "time": subject.time,
        "speaker": subject.speaker,
        "scope": list(subject.scope),
    }


def _reading(kind: str, reading: Reading) -> dict[str, object]:
    show = moment if is_moment(kind, reading) else number

    def bound(value: Fraction | None) -> str | None:
        return None if value is None else show(value)

    return {
        "low": bound(reading.value.low),
        "high": bound(reading.value.high),
        "low_open": reading.value.low_open,
        "high_open": reading.value.high_open,
        "unit": reading.unit,
        "timex": reading.timex,
    }
