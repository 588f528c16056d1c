"""Dates of which the text itself tells that they are wrong -> the same dates without parts that could be held to it.

A forged letter is of 30 February, and its Monday was a Tuesday: whoever says so makes no slip.
"""

from __future__ import annotations

from fractions import Fraction

from factcheck.languages.lexicon import Lexicon
from factcheck.model import MINUTES_A_DAY
from factcheck.reading.ends import has
from factcheck.reading.lines import Draft, Line
from factcheck.reading.sentences import bounds

DAYS_A_WEEK = 7


def without_doubted(line: Line, lexicon: Lexicon) -> None:
    """Takes the parts of dates away that the sentence or one beside it calls forged, mistaken or of another weekday."""
    dates = [draft for draft in line.drafts.values() if _may_be_wrong(draft)]
    if not dates:
        return
    doubted = [match.start() for match in line.find(lexicon.words_of("doubted"))]
    for draft in dates:
        start, end = _around(line, draft)
        strange = any(start <= at < end for at in doubted) or _is_of_writing(line, draft, start, end)
        if strange or _is_told_right(line, lexicon, draft, end):
            draft.parts = ()


def _may_be_wrong(draft: Draft) -> bool:
    roles = {part.role for part in draft.parts}
    return "day" in roles and ("weekday" in roles or not draft.readings)


def _around(line: Line, draft: Draft) -> tuple[int, int]:
    """The sentence of a date with the one before it and the one after it."""
    start, end = bounds(line, draft.start)
    if start > 1:
        start = bounds(line, start - 2)[0]
    return start, bounds(line, end + 1)[1] if end + 1 < len(line.line) else end


def _is_of_writing(line: Line, draft: Draft, start: int, end: int) -> bool:
    """Whether something is called forged or mistaken, and the sentence of the date tells of what was written.

    Without that, the word must stand in the sentence itself, and not be one of a crime: on trial for forgery.
    """
    if not has(line, "doubted-thing", start, end):
        return False
    own = bounds(line, draft.start)
    if has(line, "doubted-paper", *own):
        return True
    return has(line, "doubted-thing", *own) and not has(line, "doubted-crime", *own)


def _is_told_right(line: Line, lexicon: Lexicon, draft: Draft, end: int) -> bool:
    """Whether the true weekday of a date is said of it by itself: it was a Tuesday."""
    true = {_weekday(reading.value.low) for reading in draft.readings if reading.value.low is not None}
    said = lexicon.characters("isday")
    for other in line.drafts_between(draft.end, end):
        if other.kind == "day" and [part.role for part in other.parts] == ["weekday"]:
            before = line.base[max(other.start - 1, 0)]
            if other.parts[0].value in true and before in said:
                return True
    return False


def _weekday(minute: Fraction) -> int:
    return int(minute) // MINUTES_A_DAY % DAYS_A_WEEK
