"""Reports in; every figure and date of their articles as lines to read out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.model import Document, Entry, Fact, Report
from factcheck.reporting import Setting
from factcheck.reporting.gathering import tallies_of
from factcheck.reporting.lines import Line, Piece, drawn, prose, quoted, shown
from factcheck.reporting.places import Places
from factcheck.reporting.summary import counts
from factcheck.reporting.values import in_words

_NO_ENTRY = Entry("", "unchecked", "")
_STYLES = {"checked": "green", "ambiguous": "yellow", "open": "cyan", "unchecked": "dim"}
_WIDEST_VALUE = 36


def render(report: Report, setting: Setting | None = None) -> str:
    return "".join(pieces([report], setting))


def pieces(reports: Iterable[Report], setting: Setting | None = None) -> Iterator[str]:
    """The lines of an article at a time. What is quoted stands last, so Arabic moves nothing else."""
    width, color, _ = setting or Setting()
    for report in reports:
        entries = {entry.fact: entry for entry in report.ledger}
        for document, tally in zip(report.documents, tallies_of(report), strict=True):
            facts = [fact for fact in report.facts if fact.path == document.path]
            rows = [_head(document), *_rows(document, facts, entries)]
            yield drawn([*rows, Line((Piece(f"  {counts(tally)}"),)), Line()], width, color)


def _head(document: Document) -> Line:
    about = [document.language] if document.language else []
    about += [f"published {document.published.isoformat()}"] if document.published else []
    about += document.notes
    return Line((Piece(shown(document.path), "bold"), Piece(f"  ({', '.join(about)})" if about else "")))


def _rows(document: Document, facts: list[Fact], entries: dict[str, Entry]) -> Iterator[Line]:
    places = Places(document.text)
    found = [":".join(map(str, places.at(fact.span.start))) for fact in facts]
    values = [_value(fact) for fact in facts]
    place_width = max(map(len, found), default=0)
    kind_width = max((len(fact.kind) for fact in facts), default=0)
    value_width = min(_WIDEST_VALUE, max(map(len, values), default=0))
    for fact, place, value in zip(facts, found, values, strict=True):
        entry = entries.get(fact.id, _NO_ENTRY)
        start = f"  {place:<{place_width}}  "
        head = (
            Piece(start, "cyan"),
            Piece(f"{entry.state:<9}  ", _STYLES[entry.state]),
            Piece(f"{fact.kind:<{kind_width}}  "),
        )
        text = document.text[fact.span.start : fact.span.end]
        yield Line(head, (Piece(f"{value:<{value_width}}  "), *quoted(text, longest=120)))
        if entry.reason:
            yield Line((Piece(" " * len(start)),), prose(entry.reason, "dim"))


def _value(fact: Fact) -> str:
    """Every reading, the likeliest first."""
    readings = dict.fromkeys(in_words(fact.kind, reading) for reading in fact.readings)
    return " or ".join(map(shown, readings)) or "no value"
