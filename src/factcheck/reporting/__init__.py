"""Reports in; their text in each output format out. A format is a module and its name in a list below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple, Protocol, cast

from factcheck.model import Report
from factcheck.reporting.gathering import Tally

# Each module has `render(report, setting) -> str`.
FORMATS: dict[str, str] = {
    "terminal": "factcheck.reporting.terminal",
    "json": "factcheck.reporting.json_report",
}
# Each module has `pieces(reports, setting)`, which writes an archive without holding all of it.
FACT_FORMATS: dict[str, str] = {
    "terminal": "factcheck.reporting.facts_terminal",
    "json": "factcheck.reporting.facts_json",
}


class Setting(NamedTuple):
    """How to draw: columns to wrap at (``None``: never), colours, and the counts of what was let go.

    Without ``tallies`` they are counted from the report. ``rules`` are those that the user asked for; a rule that is
    in none of the ``shipped`` packs is explained with them.
    """

    width: int | None = None
    color: bool = False
    tallies: tuple[Tally, ...] | None = None
    rules: tuple[str, ...] = ()
    shipped: tuple[str, ...] = ()


class Format(Protocol):
    def render(self, report: Report, setting: Setting = ...) -> str: ...


class FactFormat(Protocol):
    def pieces(self, reports: Iterable[Report], setting: Setting = ...) -> Iterator[str]: ...


def format_named(name: str) -> Format:
    """The module that draws a report; raises ``KeyError`` for a name that is not in ``FORMATS``."""
    from importlib import import_module

    return cast(Format, import_module(FORMATS[name]))


def fact_format_named(name: str) -> FactFormat:
    """The module that draws a ledger; raises ``KeyError`` for a name that is not in ``FACT_FORMATS``."""
    from importlib import import_module

    return cast(FactFormat, import_module(FACT_FORMATS[name]))
