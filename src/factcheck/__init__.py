"""Checks the figures and dates of news articles against each other.

What is imported by name is loaded when it is first asked for, so that ``factcheck --version`` starts at once.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.engine import check
    from factcheck.model import Document, Fact, Finding, Report

__version__ = "0.1.0"
__all__ = ["Document", "Fact", "Finding", "Report", "__version__", "check", "read_facts"]

_HOMES = {
    "Document": "factcheck.model",
    "Fact": "factcheck.model",
    "Finding": "factcheck.model",
    "Report": "factcheck.model",
    "check": "factcheck.engine",
}


def read_facts(document: Document, rules: Sequence[str] = ()) -> tuple[Fact, ...]:
    """Every figure and date of one document, in the order of its text; ``rules`` may name more to look for."""
    from factcheck.engine import read

    return read([document], rules).facts


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'factcheck' has no attribute '{name}'")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
