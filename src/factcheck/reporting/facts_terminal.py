"""Reports in; every figure and date of their articles as lines to read out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.model import Document, Entry, Explained, Fact, Reading, Report
from factcheck.reporting import Setting
from factcheck.reporting.explained import steps_of, unread_rows
from factcheck.reporting.gathering import Tally, tallies_of
from factcheck.reporting.lines import Line, Piece, columns, drawn, prose, quoted, shown
from factcheck.reporting.places import Places
from factcheck.reporting.summary import counts
from factcheck.reporting.values import in_words

_NO_ENTRY = Entry("", "unchecked", "")
_STYLES = {"checked": "green", "ambiguous": "yellow", "open": "cyan", "unchecked": "dim"}
_WIDEST_VALUE = 30
_MOST_VALUES = 3  # so many ways to read a figure are shown
# Most figures of an article stand alone; a line below each that says so would hide the others.
_COMMON_REASON = "nothing to hold it against"


def render(report: Report, setting: Setting | None = None) -> str:
    return "".join(pieces([report], setting))


def pieces(reports: Iterable[Report], setting: Setting | None = None) -> Iterator[str]:
    """The lines of an article at a time. What is quoted stands last, so Arabic moves nothing else."""
    width, color, *_ = setting or Setting()
    for report in reports:
        entries = {entry.fact: entry for entry in report.ledger}
        for document, tally in zip(report.documents, tallies_of(report), strict=True):
            facts = [fact for fact in report.facts if fact.path == document.path]
            rows = [_head(document), *_rows(document, facts, entries, report.explained)]
            if report.explained is not None:
                rows += unread_rows(document, report.explained)
            yield drawn([*rows, *_foot(tally, facts, entries), Line()], width, color)


def _head(document: Document) -> Line:
    about = [document.language] if document.language else []
    about += [f"published {document.published.isoformat()}"] if document.published else []
    about += document.notes
    return Line((Piece(shown(document.path), "bold"), Piece(f"  ({', '.join(about)})" if about else "")))


def _foot(tally: Tally, facts: list[Fact], entries: dict[str, Entry]) -> Iterator[Line]:
    yield Line((Piece("  "),), (Piece(counts(tally)),))
    if any(entries.get(fact.id, _NO_ENTRY).reason == _COMMON_REASON for fact in facts):
        yield Line((Piece("  "),), (Piece(f"Unchecked without a reason: {_COMMON_REASON}.", "dim"),))


def _rows(
    document: Document, facts: list[Fact], entries: dict[str, Entry], explained: Explained | None
) -> Iterator[Line]:
    steps = dict(explained.steps) if explained is not None else {}
    places = Places(document.text)
    found = [":".join(map(str, places.at(fact.span.start))) for fact in facts]
    values = [_value(fact) for fact in facts]
    place_width = max(map(len, found), default=0)
    kind_width = max((len(fact.kind) for fact in facts), default=0)
    value_width = max((columns(value) for value in values if columns(value) <= _WIDEST_VALUE), default=0)
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
        if entry.reason and entry.reason != _COMMON_REASON:
            yield Line((Piece(" " * len(start)),), prose(entry.reason, "dim"))
        yield from steps_of(fact, steps.get(fact.id, ()), len(start))


def _value(fact: Fact) -> str:
    """The readings that exclude each other, the likeliest first; a coarser rounding of one says nothing new."""
    apart: list[Reading] = []
    for reading in fact.readings:
        if not any(reading.value.meets(other.value) for other in apart):
            apart.append(reading)
    values = dict.fromkeys(in_words(fact.kind, reading) for reading in apart)
    said = [shown(" ".join(filter(None, value))) for value in values]
    if len({unit for _, unit in values}) == 1:
        said = [shown(words) for words, _ in values][:-1] + said[-1:]
    if len(said) > _MOST_VALUES:
        said = [*said[:_MOST_VALUES], "..."]
    return " or ".join(said) or "no value"
