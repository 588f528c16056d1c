"""Lines -> the pairs of dates that their words put in order, and the years that such an order leaves to them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from factcheck.languages.lexicon import Lexicon
from factcheck.model import MINUTES_A_DAY, Reading
from factcheck.reading.calendar import from_minutes, to_minutes
from factcheck.reading.deadlines import deadlines
from factcheck.reading.ends import Roles
from factcheck.reading.lines import Draft, Line
from factcheck.reading.sentences import bounds
from factcheck.reading.sequences import REACH, code, sentences, sequences, words_in
from factcheck.reading.slots import Slots

# Dates without a year that lie farther apart than two months may be of two years: from 20 July to 20 March.
FARTHEST = 61 * MINUTES_A_DAY


def orders(line: Line) -> Iterator[Roles]:
    """The roles ``earlier`` and ``later`` of two dates that a line was found to put in order."""
    for earlier, later in line.ordered:
        if not _may_be_years_apart(earlier, later):
            yield {"earlier": [earlier], "later": [later]}


def _may_be_years_apart(earlier: Draft, later: Draft) -> bool:
    """Whether the year that a date lacks may be another one than that in which it comes too early."""
    if not (_is_bare(earlier) or _is_bare(later)):
        return False
    first = [one.value.low for one in earlier.readings if one.value.low is not None]
    last = [one.value.high for one in later.readings if one.value.high is not None]
    return bool(first and last) and min(first) - max(last) > FARTHEST


def _is_bare(draft: Draft) -> bool:
    """Whether nothing says of which year a date is."""
    slots = draft.data.get("slots")
    return not isinstance(slots, Slots) or (slots.year is None and slots.reference is None)


def settle(line: Line, lexicon: Lexicon, published: date | None) -> None:
    """Finds the dates that are put in order, and takes readings of years away that nobody means in such."""
    told = [*sentences(line)]
    if sum(len(one.dates) for one in told) < 2:
        return
    for roles in (*sequences(line, told), *deadlines(line, told)):
        (earlier,), (later,) = roles["earlier"], roles["later"]
        line.ordered.append((earlier, later))
        within_a_year((earlier, later))
        if published is not None and not _is_bare(earlier) and _is_bare(later) and _is_over(line, lexicon, later):
            now = to_minutes(published) + MINUTES_A_DAY
            past = tuple(one for one in later.readings if one.value.low is not None and one.value.low < now)
            later.readings = past or later.readings


def within_a_year(ends: tuple[Draft, Draft]) -> None:
    """Of "from 18 August through 9 August" both ends are of one year: nobody means all but nine days of two years.

    From the 6th to the 5th is a whole year, which is meant.
    """
    one, other = (draft.data.get("slots") for draft in ends)
    if not (isinstance(one, Slots) and isinstance(other, Slots)) or one.month is None or one.day is None:
        return
    bare = all(s.year is None and s.reference is None and s.calendar in (None, "gregorian") for s in (one, other))
    if not bare or one.month != other.month or other.day is None or other.day >= one.day - 1:
        return
    years = [{day.year: reading for reading in draft.readings for day in days((reading,))} for draft in ends]
    common = next((year for year in years[0] if year in years[1]), None)
    if common is not None:
        for draft, by_year in zip(ends, years, strict=True):
            draft.readings = (by_year[common],)


def days(readings: tuple[Reading, ...]) -> Iterator[date]:
    """The first day of each reading."""
    for reading in readings:
        if reading.value.low is not None and (found := from_minutes(reading.value.low)) is not None:
            yield found[0]


def _is_over(line: Line, lexicon: Lexicon, later: Draft) -> bool:
    """Whether a verb of the past before a date says that it is past: it ended on 2 March."""
    future = lexicon.characters("order-future")
    start = max(later.start - REACH, bounds(line, later.start)[0])
    return any(
        verb.start() == 0 or code(line, verb.start() - 1) not in future
        for verb in words_in(line, "order-past", start, later.start)
    )
