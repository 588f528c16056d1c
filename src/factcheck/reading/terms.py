"""What has just ended after so long a time, and when it had begun -> the relation of the three.

She stepped down in 2014 after twelve years in office. She had been elected in 2006; the pickets came down on Thursday,
after 64 days. They had walked out on 3 October. The beginning stands in the sentence of the length or in one beside it,
behind a verb of what begins. Where any two dates of these sentences, or one and the publication, lie so far apart,
nothing is claimed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from factcheck.languages.lexicon import Lexicon
from factcheck.languages.nodes import END
from factcheck.model import MINUTES_A_DAY, Relation
from factcheck.reading.durations import MONTHS
from factcheck.reading.ends import has
from factcheck.reading.lines import Draft, Line
from factcheck.reading.pieces import Marks
from factcheck.reading.sentences import around, bounds
from factcheck.reading.slots import Slots
from factcheck.reading.subjects import is_known

DATES = ("day", "month", "year", "moment", "period")
# What begins stands so near before its date, what says that a length is that of a term so near before that.
REACH, NEAR = 12, 4
# The least length of each unit that is looked at, its days, and by how many days more or less it may be told.
UNITS = {"day": (4, 1, 2), "week": (2, 7, 6), "month": (3, 30, 32), "year": (3, 365, 420)}
# Verbs of what begins.
BEGUN = ("order-begun", "seized", "term-entry")
# Of something that ended now is told where a text begins.
LEAD = 3


class Days(NamedTuple):
    """The first and last day that a date may be."""

    first: int
    last: int


def terms(path: str, lines: Sequence[Line], lexicon: Lexicon, published: date | None) -> Iterator[Relation]:
    """The relations ``duration`` or ``elapsed`` of each term that does not fit its dates."""
    for line in lines:
        needs = lexicon.words_of("term-exit").all_needs
        if any(need.isdisjoint(line.index.characters) for need in needs):
            continue
        for at in sorted(line.drafts):
            if line.drafts[at].kind == "duration" and _is_term(line, line.drafts[at]):
                yield from _of_length(path, line, line.drafts[at], published)


def _of_length(path: str, line: Line, length: Draft, published: date | None) -> Iterator[Relation]:
    places = around(line, length.start, 1)
    inside = [one for place in places for one in line.drafts_between(*place) if one.kind in DATES and one.readings]
    if any(_slots(one).calendar is not None for one in inside):
        return
    starts = [one for one in inside if _is_start(line, one, length)]
    beside = [one for one in _beside(line, length) if one is not length]
    if len(starts) != 1 or any(one.kind in ("duration", "ordinal") for one in beside):  # her second husband
        return
    ends = [one for one in _own(line, length, inside) if one is not starts[0] and _ends(line, one, starts[0], length)]
    unit = str(length.data.get("unit", ""))
    lead = line.index.number(length.start) < LEAD
    if len(ends) > 1 or (not ends and (unit != "year" or published is None or not lead)):
        return
    if _fits(inside, length, published):
        return
    kind = "elapsed" if unit == "year" else "duration"
    roles = {"start": [starts[0]], "length": [length], ("at" if kind == "elapsed" else "end"): ends}
    some = tuple((name, tuple(str(one.data["id"]) for one in each)) for name, each in sorted(roles.items()) if each)
    first, last = min(starts[0].start, length.start), max(starts[0].end, length.end)
    yield Relation(kind, path, line.span(first, last), some, "terms")


def _slots(draft: Draft) -> Slots:
    slots = draft.data.get("slots")
    return slots if isinstance(slots, Slots) else Slots()


def _beside(line: Line, length: Draft) -> list[Draft]:
    """The facts of the sentence of a length."""
    return line.drafts_between(*bounds(line, length.start))


def _own(line: Line, length: Draft, inside: Sequence[Draft]) -> list[Draft]:
    first, stop = bounds(line, length.start)
    return [one for one in inside if first <= one.start < stop]


def _is_term(line: Line, length: Draft) -> bool:
    """Whether a length is told as that of something which has ended: after twelve years in office."""
    unit = str(length.data.get("unit", ""))
    if unit not in UNITS or length.number is None or length.number.high is not None:
        return False
    if length.number.value < UNITS[unit][0]:
        return False
    first, stop = bounds(line, length.start)
    if has(line, "term-none", length.start - 1, min(length.end + 2, stop)):
        return False
    hedges = length.data.get("hedges")
    begins = min((length.start, *(one.start for one in hedges)) if isinstance(hedges, tuple) else (length.start,))
    led = has(line, "term-span", max(first, begins - NEAR), begins)
    followed = has(line, "term-of", length.end, min(length.end + NEAR, stop))
    after = line.line[length.end : length.end + 1]
    closed = after in Marks.of(line.lexicon).comma | line.lexicon.characters("over-term") | {END, ""}
    return (followed or (led and closed)) and has(line, "term-exit", first, stop)


def _is_start(line: Line, draft: Draft, length: Draft) -> bool:
    """Whether something is told to have begun on a date, and the date is as exact as the length."""
    slots, unit = _slots(draft), str(length.data.get("unit", ""))
    named = draft.kind == "year" or slots.year is not None
    if not (named if unit == "year" else slots.month is not None and (slots.day is not None or unit == "month")):
        return False
    if slots.part is not None and unit != "year":
        return False
    first, stop = bounds(line, draft.start)
    before = [one.end for one in line.drafts_between(first, draft.start) if one.kind in DATES]
    low = max(first, draft.start - REACH, *before)
    if any(has(line, name, first, stop) for name in ("kin", "theirkin")):
        return False
    if has(line, "born", low, draft.start):
        return False  # nobody holds an office from birth
    if has(line, "wedding", first, draft.start) != has(line, "marriage", length.end - 1, length.end + NEAR + 1):
        return False  # 27 years of marriage begin with a wedding, and no reign does
    verbs = (one for name in BEGUN for one in line.lexicon.words_of(name).finditer(line.line, low, draft.start))
    own, _ = bounds(line, length.start)
    past = unit != "year" and has(line, "pluperfect", first, draft.start)  # weavers had downed their tools on 2 April
    return any(first == own or past or _is_of_one(line, one.span(), length.start) for one in verbs)


def _is_of_one(line: Line, verb: tuple[int, int], told: int) -> bool:
    """Whether a verb of another sentence is said of what has ended: "he" is not "she", nor "it"."""
    first, own = bounds(line, verb[0])[0], bounds(line, told)[0]
    pronouns = [line.base[at : at + 1] for at in (first, own)]
    person, thing = line.lexicon.characters("heshe"), line.lexicon.characters("theyit")
    if any(one in person for one in pronouns) and any(one in thing for one in pronouns):
        return False
    keys = [line.key(at, at + 1) for at in (first, own)]
    if all(one in person for one in pronouns) and line.lexicon.has_capitals and keys[0] != keys[1]:
        return False
    return is_known(line, *verb, told)


def _ends(line: Line, draft: Draft, start: Draft, length: Draft) -> bool:
    """Whether a date is that of the end: told in the sentence of the length, and later than the beginning."""
    one, other = _days(start), _days(draft)
    return one is not None and other is not None and other.first > one.first


def _days(draft: Draft) -> Days | None:
    lows = [one.value.low for one in draft.readings if one.value.low is not None]
    highs = [one.value.high for one in draft.readings if one.value.high is not None]
    if not lows or len(highs) < len(draft.readings):
        return None
    return Days(int(min(lows)) // MINUTES_A_DAY, max(int(min(lows)), int(max(highs)) - 1) // MINUTES_A_DAY)


def _fits(dates: Sequence[Draft], length: Draft, published: date | None) -> bool:
    """Whether any two of the dates, or one and the publication, lie as far apart as told."""
    unit, number = str(length.data.get("unit", "")), length.number
    assert number is not None
    _, days, slack = UNITS[unit]
    if unit in MONTHS:
        days = 365 if unit == "year" else 30
    told = float(number.value) * (365.25 if unit == "year" else 30.44 if unit == "month" else days)
    slack = max(slack, round(told / 10) if unit in ("day", "week") else 0)
    spans = [found for one in dates if (found := _days(one)) is not None]
    if published is not None:
        spans.append(Days(published.toordinal() - 2, published.toordinal()))
    return any(
        other.first - one.last - slack <= told <= other.last - one.first + slack
        for one in spans
        for other in spans
        if other.last >= one.first and one is not other
    )
