"""The steps from words to values in; lines that show them below each fact, and the numbers that were not read, out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.model import Document, Explained, Fact, Reading, Step
from factcheck.reporting.lines import Line, Piece, prose, quoted, shown
from factcheck.reporting.places import Places
from factcheck.reporting.values import in_words, moment

# Steps whose text is no quotation.
_PLACES = ("pattern", "against")
_WIDEST_STEP = 8


def steps_of(fact: Fact, steps: Sequence[Step], indent: int) -> Iterator[Line]:
    """The steps to a fact in their order, then every reading with its note; nothing where nothing was explained."""
    if not steps:
        return
    for step in (*steps, *map(step_of, fact.readings)):
        values = " -> ".join(_value(fact.kind, reading) for reading in step.readings)
        said = ": ".join(filter(None, (step.says, values)))
        yield _row(step.kind, indent, (*_subject(step), *prose(said, "" if step.kind == "reading" else "dim")))


def step_of(reading: Reading) -> Step:
    """A reading as the last step: its note, and when an article must have appeared for it to hold."""
    when = reading.when
    low, high = (when.low, when.high) if when is not None else (None, None)
    holds = [f"if published from {moment(low)}" if low is not None else ""]
    holds += [f"{'and' if low is not None else 'if published'} before {moment(high)}" if high is not None else ""]
    note = ", ".join(filter(None, (reading.note, " ".join(filter(None, holds)))))
    return Step("reading", "", note, (reading,))


def _row(kind: str, indent: int, body: tuple[Piece, ...]) -> Line:
    return Line((Piece(" " * indent), Piece(f"{kind:<{_WIDEST_STEP}}  ", "dim")), body)


def _subject(step: Step) -> tuple[Piece, ...]:
    if not step.text:
        return ()
    if step.kind in _PLACES:
        return (Piece(shown(step.text)), Piece("  "))
    return (*quoted(step.text, longest=60), Piece("  "))


def _value(kind: str, reading: Reading) -> str:
    return " ".join(filter(None, in_words(kind, reading)))


def unread_rows(document: Document, explained: Explained) -> Iterator[Line]:
    """Where each number stands that is in no fact, and why. What is quoted stands last."""
    found = [one for one in explained.unread if one.path == document.path]
    if not found:
        return
    places = Places(document.text)
    shown_at = [":".join(map(str, places.at(one.span.start))) for one in found]
    width = max(map(len, shown_at))
    yield Line((Piece("  "),), (Piece("Numbers in no fact:"),))
    for one, place in zip(found, shown_at, strict=True):
        text = document.text[one.span.start : one.span.end]
        yield Line((Piece(f"  {place:<{width}}  ", "cyan"),), (*prose(f"{one.reason}  "), *quoted(text, longest=60)))
