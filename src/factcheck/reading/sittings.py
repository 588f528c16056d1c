"""Two times of day, when something began and when it was over, and so many hours that it took -> the relation.

The ferry sailed at 06.15 and did not tie up until 14.45. Those on board had spent eleven hours at sea. The three stand
in one sentence or in two beside each other, and no other time of day with them.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.languages.lexicon import Lexicon
from factcheck.model import MINUTES_A_DAY
from factcheck.reading.ends import Roles, has
from factcheck.reading.lines import Draft, Line
from factcheck.reading.sentences import around, bounds
from factcheck.reading.slots import Slots

# What ends something stands so near before its time, what says that a length is that of something before that.
REACH, NEAR = 9, 4
# From so many minutes on a length is looked at; it may be told to the half hour.
LEAST, SLACK = 120, 45
LED = ("lapse-spent", "term-span", "lapse-whole")


def sittings(line: Line, lexicon: Lexicon) -> Iterator[Roles]:
    """The roles ``start``, ``end`` and ``length`` of hours that do not fit the only two times beside them."""
    if lexicon.characters("timeunit").isdisjoint(line.index.characters):
        return
    for at in sorted(line.drafts):
        length = line.drafts[at]
        if length.kind != "duration" or length.data.get("unit") != "hour" or not _is_whole(line, length):
            continue
        places = around(line, at, 1)
        clocks = [one for place in places for one in line.drafts_between(*place) if _minutes(one)]
        if len(clocks) != 2 or _fits(clocks[0], clocks[1], length):
            continue
        start, end = clocks
        first = max(bounds(line, end.start)[0], end.start - REACH)
        over = any(has(line, name, first, end.start) for name in ("term-exit", "lapse-ended"))
        if over and bounds(line, start.start)[1] + 1 >= bounds(line, end.start)[0]:
            yield {"start": [start], "end": [end], "length": [length]}


def _is_whole(line: Line, length: Draft) -> bool:
    """Whether a length of some hours is told as that of something: lasted, spent, later."""
    lows = [one.value.low for one in length.readings if one.value.low is not None]
    if not lows or min(lows) < LEAST or has(line, "term-none", length.end + 1, length.end + 3):
        return False
    first, stop = bounds(line, length.start)
    hedges = length.data.get("hedges")
    begins = min((length.start, *(one.start for one in hedges)) if isinstance(hedges, tuple) else (length.start,))
    if has(line, "lapse-after", length.end - 1, min(length.end + 1, stop)) or has(line, "lapse-lasted", first, begins):
        return True
    return any(has(line, name, max(first, begins - NEAR), begins) for name in LED)


def _minutes(draft: Draft) -> set[int]:
    """The minutes of the day that a time may be."""
    slots = draft.data.get("slots")
    if draft.kind not in ("time", "moment") or not isinstance(slots, Slots) or slots.hour is None:
        return set()
    return {int(one.value.low) % MINUTES_A_DAY for one in draft.readings if one.value.low is not None}


def _fits(start: Draft, end: Draft, length: Draft) -> bool:
    """Whether so long may lie between two times of day, in either order and over midnight."""
    lows = [one.value.low for one in length.readings]
    highs = [one.value.high for one in length.readings]
    if None in lows or None in highs:
        return True
    least, most = (
        min(float(one) for one in lows if one is not None),
        max(float(one) for one in highs if one is not None),
    )
    if most >= MINUTES_A_DAY:
        return True
    slack = max(SLACK, most / 10)
    pairs = [(a, b) for a in _minutes(start) for b in _minutes(end)]
    apart = [(move * (b - a)) % MINUTES_A_DAY for a, b in pairs for move in (1, -1)]
    return any(least - slack <= one <= most + slack for one in apart)
