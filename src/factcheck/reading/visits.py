"""A visit or feast of so many days, and when it begins and ends -> the relation of the three.

Arrives today for a three-day visit ... and leaves on Wednesday, 5 June: the length stands beside its noun, the two
days in its sentence or one beside it, each the only one that something begins or ends on.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.languages.lexicon import Lexicon
from factcheck.reading.ends import Roles, is_named
from factcheck.reading.lines import Draft, Line
from factcheck.reading.sentences import around, bounds
from factcheck.reading.slots import Slots
from factcheck.reading.subjects import is_known

# A length stands so near to its noun, a date so far behind its verb.
NEAR, REACH = 3, 6
UNITS = ("day", "night", "week")


def visits(line: Line, lexicon: Lexicon) -> Iterator[Roles]:
    """The roles ``start``, ``end`` and ``length`` of each stay that is told with its days."""
    needs = (need for name in ("stay", "arriving", "departing") for need in lexicon.words_of(name).all_needs)
    if any(need.isdisjoint(line.index.characters) for need in needs):
        return
    for at in sorted(line.drafts):
        length = line.drafts[at]
        if length.kind != "duration" or str(length.data.get("unit", "")) not in UNITS or not _is_stay(line, length):
            continue
        places = around(line, at, 1)
        lengths = [one for place in places for one in line.drafts_between(*place) if one.kind == "duration"]
        found = [
            [one for place in places for one in line.drafts_between(*place) if _is_on(line, one, name, length)]
            for name in ("arriving", "departing")
        ]
        if lengths != [length] or not all(len(some) == 1 for some in found):
            continue
        (start,), (end,) = found
        if start is not end and start.start < end.start:
            yield {"start": [start], "end": [end], "length": [length]}


def _is_stay(line: Line, length: Draft) -> bool:
    """Whether the noun of a visit stands beside a length: a three-day visit, زيارة تستغرق ثلاثة أيام."""
    first, stop = bounds(line, length.start)
    if line.lexicon.has_capitals:
        start, end = length.end, min(length.end + NEAR, stop)
    else:
        start, end = max(length.start - NEAR, first), length.start
    return any(line.lexicon.words_of("stay").finditer(line.base, start, end))


def _is_on(line: Line, day: Draft, name: str, length: Draft) -> bool:
    """Whether what lasts so long begins or ends on a day that is named, or is today, yesterday or tomorrow."""
    if day.kind != "day" or not day.readings:
        return False
    slots = day.data.get("slots")
    if not is_named(day) and not (isinstance(slots, Slots) and slots.offset_days is not None):
        return False
    first = bounds(line, day.start)[0]
    told = bounds(line, length.start)[0] == first
    verbs = line.lexicon.words_of(name).finditer(line.base, max(first, day.start - REACH), day.start)
    return any(told or is_known(line, *one.span(), length.start) for one in verbs)
