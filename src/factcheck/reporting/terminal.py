"""A report in; lines for a terminal, a log or a pipe out: no boxes, no tables, nothing that must align.

Every number of the summary is also in the JSON. Arabic passages get a line of their own.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Edit, Finding, Passage, Repair, Report, Span
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
_WIDEST_EDIT = 40
_MOST_ARTICLES = 12  # more clean articles than these are only counted


def render(report: Report, setting: Setting | None = None) -> str:
    """Findings, what is undecided, notes, and a line of counts for each article."""
    chosen = setting or Setting()
    return drawn(_lines(report, chosen), chosen.width, chosen.color)


def _lines(report: Report, setting: Setting) -> Iterator[Line]:
    tallies = tallies_of(report) if setting.tallies is None else setting.tallies
    places = PlacesOf(report.documents)
    explained: set[str] = set()
    for finding in report.findings:
        yield from _finding(finding, places)
        if finding.rule not in explained:
            explained.add(finding.rule)
            yield _labelled("why", (Piece(_explaining(finding.rule, setting), "dim"),))
        yield Line()
    for sentence in report.undecided:
        yield Line((Piece("undecided  ", "bold"),), prose(sentence))
    for document in report.documents:
        for note in document.notes:
            yield Line((Piece("note  ", "bold cyan"),), prose(f"{document.path}: {note}"))
    for note in report.notes:
        yield Line((Piece("note  ", "bold cyan"),), prose(note))
    yield from _summary(list(report.findings), tallies)


def _explaining(rule: str, setting: Setting) -> str:
    """The command that shows the page of a rule."""
    own = () if rule.partition("/")[0] in setting.shipped else setting.rules
    return " ".join(("factcheck explain", *(f"--rules {as_argument(one)}" for one in own), shown(rule)))


def _finding(finding: Finding, places: PlacesOf) -> Iterator[Line]:
    state = "" if finding.state == "contradiction" else f"{finding.state}: "
    head = (
        Piece(finding.level, _LEVEL_STYLES[finding.level]),
        Piece(f"  {shown(finding.rule)}  ", "bold"),
    )
    message = prose(finding.message)
    yield Line(head, (Piece(state), *message) if state else message, hang=_LABEL + 2)
    yield from _passages(finding.passages, places)
    for reason in finding.because:
        yield _labelled("because", prose(reason))
    yield from _repairs(finding, places)


def _labelled(label: str, body: tuple[Piece, ...]) -> Line:
    return Line((Piece(f"  {label:<{_LABEL}}", "bold"),), body)


def _where(path: str, offset: int, places: PlacesOf) -> str:
    line, column = places.at(path, offset)
    return f"{shown(path)}:{line}:{column}" if line else shown(path)


def _passages(passages: tuple[Passage, ...], places: PlacesOf) -> Iterator[Line]:
    """Place, quote, role; where a quote is right-to-left, place and role, and each quote on a line of its own."""
    found_at = [_where(passage.path, passage.span.start, places) for passage in passages]
    quotes = [quoted(passage.text) for passage in passages]
    place_width = max(map(columns, found_at), default=0)
    widths = [columns(quote[0].text) for quote in quotes]
    quote_width = max((width for width in widths if width <= _WIDEST_QUOTE), default=0)
    stacked = any(is_right_to_left(passage.text) for passage in passages)
    for passage, place, quote, width in zip(passages, found_at, quotes, widths, strict=True):
        role = words(passage.role, "dim")
        head = (Piece("  "), words(place, "cyan"), Piece(" " * (place_width - columns(place) + 2)))
        after = Piece(" " * (max(0, quote_width - width) + 2))
        if stacked:
            yield Line(head, (role,) if role.text else ())
            yield Line((Piece(" " * 4),), quote)
        else:
            yield Line(head, (*quote, after, role) if role.text else quote)


def _repairs(finding: Finding, places: PlacesOf) -> Iterator[Line]:
    """One edit a line: ``or`` begins a repair, ``and`` goes on with it. A path is named where there are several.

    A repair without edits says in words what must be so.
    """
    repairs = [_joined(repair, places) for repair in finding.repairs]
    paths = {passage.path for passage in finding.passages} | {edit.path for edits in repairs for edit in edits}
    shown_edits = [[_edit(edit, places) for edit in edits] for edits in repairs]
    widths = [_width(pieces) for edits in shown_edits for pieces in edits]
    widest = max((width for width in widths if width <= _WIDEST_EDIT), default=0)
    for repair, edits, drawn_edits in zip(finding.repairs, repairs, shown_edits, strict=True):
        if not edits:
            yield _labelled("or", prose(repair.because))
        for number, (edit, pieces) in enumerate(zip(edits, drawn_edits, strict=True)):
            where = _where(edit.path, edit.span.start, places)
            where = where if len(paths) > 1 else where.removeprefix(f"{shown(edit.path)}:")
            gap = Piece(" " * (max(0, widest - _width(pieces)) + 2))
            is_last = number == len(edits) - 1
            because = (Piece("  "), *prose(repair.because, "dim")) if repair.because and is_last else ()
            place = (Piece("(", "dim"), words(where, "dim"), Piece(")", "dim"))
            yield _labelled("and" if number else "or", (*pieces, gap, *place, *because))


def _width(pieces: tuple[Piece, ...]) -> int:
    return sum(columns(piece.text) for piece in pieces)


def _joined(repair: Repair, places: PlacesOf) -> list[Edit]:
    """Edits with nothing but space between them read as one: ``2 October -> 26 September``."""
    joined: list[Edit] = []
    for edit in repair.edits:
        before = joined[-1] if joined else None
        if before is not None and before.path == edit.path:
            between = places.words(edit.path, before.span.end, edit.span.start)
            if between.isspace():
                span = Span(before.span.start, edit.span.end)
                joined[-1] = Edit(edit.path, span, before.text + between + edit.text)
                continue
        joined.append(edit)
    return joined


def _edit(edit: Edit, places: PlacesOf) -> tuple[Piece, ...]:
    """``37 -> 35``; between Arabic words a Latin one holds the order."""
    before, after = places.words(edit.path, edit.span.start, edit.span.end), edit.text
    if is_right_to_left(before + after):
        return (Piece("from "), words(before, "bold"), Piece(" to "), words(after, "bold"))
    return (words(before, "bold"), Piece(" -> "), words(after, "bold"))


def _summary(findings: list[Finding], tallies: tuple[Tally, ...]) -> Iterator[Line]:
    by_path: dict[str, list[Finding]] = {}
    for finding in findings:
        for path in sorted({passage.path for passage in finding.passages}):
            by_path.setdefault(path, []).append(finding)
    for tally in tallies:
        mine = by_path.get(tally.path, [])
        if mine or len(tallies) <= _MOST_ARTICLES:
            yield _article(tally, mine, hint=len(tallies) == 1)
    if len(tallies) > 1:
        sentence = f"{len(tallies)} articles: {verdict(findings, total(tallies), len(tallies))}"
        yield Line((), (Piece(sentence, "bold red" if found(findings) else "bold"),), hang=2)


def _article(tally: Tally, findings: list[Finding], hint: bool) -> Line:
    sentence = verdict(findings, tally)
    if tally.facts and hint and tally.path != "-" and "#" not in tally.path:
        sentence = f"{sentence.removesuffix('.')} (factcheck facts {as_argument(tally.path)})."
    return Line((words(tally.path, "bold"), Piece(": ")), (Piece(sentence),), hang=2)
