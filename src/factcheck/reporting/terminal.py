"""A report in; lines for a terminal, a log or a pipe out: no boxes, no tables, nothing that must align.

Every number of the summary is also in the JSON. Arabic passages get a line of their own.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Edit, Finding, Passage, Report
from factcheck.reporting import Setting
from factcheck.reporting.gathering import Tally, tallies_of, total
from factcheck.reporting.lines import (
    Line,
    Piece,
    columns,
    drawn,
    is_right_to_left,
    prose,
    quoted,
    shown,
    words,
)
from factcheck.reporting.places import PlacesOf
from factcheck.reporting.summary import as_argument, found, verdict

_LEVEL_STYLES = {"error": "bold red", "warning": "bold yellow", "note": "bold cyan"}
_LABEL = 9  # columns of `because` and its space
_WIDEST_QUOTE = 48
_MOST_ARTICLES = 12  # more clean articles than these are only counted


def render(report: Report, setting: Setting | None = None) -> str:
    """Findings, what is undecided, notes, and a line of counts for each article."""
    width, color, given = setting or Setting()
    tallies = tallies_of(report) if given is None else given
    return drawn(_lines(report, tallies), width, color)


def _lines(report: Report, tallies: tuple[Tally, ...]) -> Iterator[Line]:
    places = PlacesOf(report.documents)
    explained: set[str] = set()
    for finding in report.findings:
        yield from _finding(finding, places)
        if finding.rule not in explained:
            explained.add(finding.rule)
            yield _labelled("why", (Piece(f"factcheck explain {shown(finding.rule)}", "dim"),))
        yield Line()
    for sentence in report.undecided:
        yield Line((Piece("undecided  ", "bold"),), prose(sentence))
    for document in report.documents:
        for note in document.notes:
            yield Line((Piece("note  ", "bold cyan"),), prose(f"{document.path}: {note}"))
    for note in report.notes:
        yield Line((Piece("note  ", "bold cyan"),), prose(note))
    yield from _summary(list(report.findings), tallies)


def _finding(finding: Finding, places: PlacesOf) -> Iterator[Line]:
    state = "" if finding.state == "contradiction" else f"{finding.state}: "
    head = (
        Piece(finding.level, _LEVEL_STYLES[finding.level]),
        Piece(f"  {shown(finding.rule)}  ", "bold"),
    )
    yield Line(head, (Piece(state), *prose(finding.message)) if state else prose(finding.message))
    yield from _passages(finding.passages, places)
    for reason in finding.because:
        yield _labelled("because", prose(reason))
    for repair in finding.repairs:
        edits = [piece for edit in repair.edits for piece in (Piece(" and "), *_edit(edit, places))][1:]
        because = (Piece("  "), *prose(repair.because, "dim")) if repair.because else ()
        yield _labelled("or", (*edits, *because))


def _labelled(label: str, body: tuple[Piece, ...]) -> Line:
    return Line((Piece(f"  {label:<{_LABEL}}", "bold"),), body)


def _where(path: str, offset: int, places: PlacesOf) -> str:
    line, column = places.at(path, offset)
    return f"{shown(path)}:{line}:{column}" if line else shown(path)


def _passages(passages: tuple[Passage, ...], places: PlacesOf) -> Iterator[Line]:
    """Left-to-right: place, quote, role. Right-to-left: the place, then the role and the quote."""
    found_at = [_where(passage.path, passage.span.start, places) for passage in passages]
    quotes = [quoted(passage.text) for passage in passages]
    place_width = max(map(columns, found_at), default=0)
    widths = [columns(quote[0].text) for quote in quotes]
    quote_width = max((width for width in widths if width <= _WIDEST_QUOTE), default=0)
    role_width = max((columns(shown(passage.role)) for passage in passages), default=0)
    for passage, place, quote, width in zip(passages, found_at, quotes, widths, strict=True):
        role = shown(passage.role)
        if is_right_to_left(passage.text):
            yield Line((Piece("  "), words(place, "cyan")))
            gap = " " * (role_width - columns(role))
            yield Line((Piece(" " * 4), words(role, "dim"), Piece(gap + "  ")), quote)
        else:
            gap = " " * (place_width - columns(place))
            after = " " * max(0, quote_width - width)
            body = (*quote, Piece(after + "  "), words(role, "dim")) if role else quote
            yield Line((Piece("  "), words(place, "cyan"), Piece(gap + "  ")), body)


def _edit(edit: Edit, places: PlacesOf) -> Iterator[Piece]:
    """``37 -> 35  (draft.md:12:9)``; between Arabic words a Latin one holds the order."""
    before = places.words(edit.path, edit.span.start, edit.span.end)
    if is_right_to_left(before + edit.text):
        yield from (Piece("from "), words(before, "bold"), Piece(" to "), words(edit.text, "bold"))
    else:
        yield from (words(before, "bold"), Piece(" -> "), words(edit.text, "bold"))
    where = _where(edit.path, edit.span.start, places)
    yield from (Piece("  (", "dim"), words(where, "dim"), Piece(")", "dim"))


def _summary(findings: list[Finding], tallies: tuple[Tally, ...]) -> Iterator[Line]:
    by_path: dict[str, list[Finding]] = {}
    for finding in findings:
        for path in sorted({passage.path for passage in finding.passages}):
            by_path.setdefault(path, []).append(finding)
    for tally in tallies:
        mine = by_path.get(tally.path, [])
        if mine or len(tallies) <= _MOST_ARTICLES:
            yield _article(tally, mine)
    if len(tallies) > 1:
        sentence = f"{len(tallies)} articles: {verdict(findings, total(tallies))}"
        yield Line((), (Piece(sentence, "bold red" if found(findings) else "bold"),))


def _article(tally: Tally, findings: list[Finding]) -> Line:
    hint = "" if "#" in tally.path else f" (factcheck facts {as_argument(tally.path)})"
    sentence = verdict(findings, tally)
    if tally.facts and hint:
        sentence = sentence.removesuffix(".") + f"{hint}."
    return Line((words(tally.path, "bold"), Piece(": ")), (Piece(sentence),))
