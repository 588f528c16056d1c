"""Words that count from the day of publication beside the date that they mean ("last month, on 4 March") -> drafts.

What the pair says of the publication moments is worked out where that day is known (``dating.py``).
"""

from __future__ import annotations

from collections.abc import Callable

from factcheck.model import Part
from factcheck.reading.captures import Captures
from factcheck.reading.lines import Draft, Line
from factcheck.reading.sentences import LINE_ENDS, bounds
from factcheck.reading.slots import Slots

# A quotation that began so many tokens before is over.
LONGEST_PARAGRAPH = 2000
# The slot of a word that says which of the weekdays of that name a date is.
CALLED = "called"
COUNTED_UNITS = ("day", "week", "month", "year")


def beside(found: Captures) -> list[Draft] | None:
    """Both drafts, the date's with the reference that stands beside it; nothing where a list or a noun goes on."""
    reference, dated = found.draft("reference"), found.draft("date")
    if reference is None or dated is None or (found.given.get("alone") and found.is_before_noun()):
        return None
    first, second = reference.data.get("slots"), dated.data.get("slots")
    if not isinstance(first, Slots) or not isinstance(second, Slots) or not _counts(first) or not _is_named(second):
        return None
    if len(dated.data.get("options", ())) > 1 or _goes_on(found):  # type: ignore[arg-type]
        return None
    part = Part("reference", found.line.span(reference.start, reference.end), 0)
    dated.data["beside"] = (first, part)
    return [reference, dated]


def _counts(slots: Slots) -> bool:
    """Whether the words say how far from the publication something is, and name no date."""
    if slots.calendar is not None or not all(x is None for x in (slots.day, slots.month, slots.year, slots.season)):
        return False
    if slots.offset_days is not None:
        return True
    counted = slots.unit in COUNTED_UNITS if slots.weekday is None else slots.unit is None
    return counted and slots.count is None and slots.reference in ("this", "last", "next")


def called(found: Captures, slots: Slots) -> tuple[Slots, Part] | None:
    """What a word such as "last" beside the weekday of a date says of the publication: last Saturday, 8 November."""
    if not found.has(CALLED) or slots.weekday is None or not _is_named(slots):
        return None
    start, end = found.spans(CALLED)[0]
    reference = Slots(reference=found.meaning(CALLED, start, end), weekday=slots.weekday)
    return (reference, Part("reference", found.line.span(start, end), 0)) if _counts(reference) else None


def _is_named(slots: Slots) -> bool:
    return slots.calendar is None and slots.reference is None and (slots.month is not None or slots.year is not None)


def _goes_on(found: Captures) -> bool:
    after = found.line.base[found.end : found.end + 1]
    lexicon = found.line.lexicon
    return bool(after) and after in lexicon.characters("dash|slash")


def is_certain(line: Line, draft: Draft, year: int) -> bool:
    """Whether the words count from the day of publication: nobody is quoted, no other ``year`` is spoken of."""
    start, end = bounds(line, draft.start)
    for other in line.drafts_between(start, end):
        slots = other.data.get("slots")
        if other is not draft and isinstance(slots, Slots) and slots.year not in (None, year):
            return False
    lexicon = line.lexicon
    quotes = lexicon.characters("quote!apostrophe")
    at, marks = draft.start - 1, 0
    first = max(0, at - LONGEST_PARAGRAPH)
    while at >= first and line.pieces[at][0] not in LINE_ENDS:
        marks += line.base[at] in quotes
        at -= 1
    return marks % 2 == 0


BUILDERS: dict[str, Callable[[Captures], list[Draft] | None]] = {"beside": beside}
