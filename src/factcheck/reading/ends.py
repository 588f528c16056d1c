"""Two dates, and perhaps a length -> whether they are the beginning, the end and the length of one period."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.languages.nodes import END
from factcheck.reading.lines import Draft, Line
from factcheck.reading.sentences import bounds

Roles = dict[str, list[Draft]]
ENDS = ("day", "month", "year", "period", "moment")
HYPHENS = "-‐‑"
# A noun or a number that belongs to a date or a length stands so many words before it.
NEAR = 4


def has(line: Line, name: str, start: int, end: int) -> bool:
    """Whether a word or several words of a class stand in tokens ``start`` to ``end``."""
    return any(line.lexicon.words_of(name).finditer(line.line, max(start, 0), min(end, len(line.line))))


def are_ends(line: Line, roles: Roles) -> bool:
    """Two ends of one kind, neither a bare weekday, and nothing in the sentence that moves a date."""
    (start,), (end,) = roles["start"], roles["end"]
    if not (is_named(start) and is_named(end)):
        return False
    if start.kind != end.kind and not (start.kind == "year" and _is_in_years(roles)):
        return False
    if start.kind == "year" and (
        has(line, "dated", start.start - NEAR, start.start) or has(line, "yeared", end.end, end.end + 1)
    ):
        return False  # between 2010 and 2005 prices
    first, last = bounds(line, start.start)
    return not has(line, "moved", first, min(last, end.end + 2))


def _is_in_years(roles: Roles) -> bool:
    """Whether a length is given that a year and a day may be the ends of: 142 years from 1884 to this spring."""
    return any(draft.data.get("unit") == "year" for draft in roles.get("length", ()))


def are_any_order(line: Line, roles: Roles) -> bool:
    """Whether years may be told with the later one first: what fell from 2020 to 2010, which may also be counts."""
    (start,), (end,) = roles["start"], roles["end"]
    if start.kind != "year" or end.kind != "year":
        return False
    sentence = bounds(line, start.start)
    return any(has(line, name, *sentence) for name in ("trend", "change", "backwards"))


def is_named(draft: Draft) -> bool:
    return draft.kind != "day" or any(part.role == "day" for part in draft.parts)


def is_length(given: Mapping[str, str], line: Line, roles: Roles) -> bool:
    """Whether a length is that of the whole period, and not of each of several things or of a part of it."""
    (start,), (end,), (length,) = roles["start"], roles["end"], roles["length"]
    between = (length.end, start.start) if length.end <= start.start else (end.end, length.start)
    before = line.drafts_between(length.start - NEAR, length.start)
    counted = any(draft.kind == "number" and draft.end == length.start for draft in before)
    if length.start >= end.end and has(line, "counted-from", length.end, length.end + 1):
        return False  # from 3 to 9 May, that is 20 years after the war
    later = bounds(line, length.start)[1]
    if has(line, "again", max(end.end, length.end), later) and any(
        one.kind in ENDS for one in line.drafts_between(end.end, later)
    ):
        return False  # twelve years, from 1988 to 1996 and again from 2004 to 2008
    if counted or has(line, "apart", *between) or has(line, "repeated", *bounds(line, length.start)):
        return False  # two 5-day courses from 2 to 27 September
    if "whole" in given and not _is_closed(line, length):
        return False  # closed in 2011 after five years of losses
    if "longer" in given:  # three days between 18 and 27 July fit; twenty do not
        return _is_longer(start, end, length)
    if "hyphen" in given:
        return any(hyphen in piece for piece in line.pieces[length.start : length.end] for hyphen in HYPHENS)
    return True


def _is_closed(line: Line, length: Draft) -> bool:
    """Whether nothing after a length says what of the whole it is the length of."""
    stops = line.lexicon.characters("comma|fullstop") | {END}
    after = length.end
    if after >= len(line.line) or line.base[after] in stops or line.line[after] == END:
        return True
    return any(
        one.start() == after for one in line.lexicon.words_of("wholelength").finditer(line.line, after, after + 3)
    )


def _is_longer(start: Draft, end: Draft, length: Draft) -> bool:
    """Whether a length is more than the time from the first minute of ``start`` to the last of ``end``."""
    firsts = [reading.value.low for reading in start.readings]
    lasts = [reading.value.high for reading in end.readings]
    lengths = [reading.value.low for reading in length.readings]
    if not (firsts and lasts and lengths):
        return False
    most = [last - first for first in firsts for last in lasts if first is not None and last is not None]
    return bool(most) and all(low is not None and low > max(most) for low in lengths)
