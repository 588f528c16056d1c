"""A date and a weekday that is told beside it in words of its own -> the date with that weekday as one of its parts.

Tuesday (6 March); on Wednesday morning, March 6; on 6 May 1996. It was a Monday.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from factcheck.languages.lexicon import Lexicon
from factcheck.languages.nodes import END
from factcheck.reading.builders import HELD
from factcheck.reading.hijri import hijri_month, hijri_of
from factcheck.reading.lines import Draft, Line
from factcheck.reading.pieces import Marks
from factcheck.reading.relative import STEPS
from factcheck.reading.sentences import bounds
from factcheck.reading.slots import Slots
from factcheck.reading.weekday_words import DAYS_A_WEEK, is_eve

# Before a weekday that is one of two, the other stands so many tokens at most.
NEAR = 3


def pair_weekdays(line: Line, lexicon: Lexicon) -> None:
    """Gives each date the weekday that is said of it."""
    drafts = [line.drafts[at] for at in sorted(line.drafts)]
    for number, (one, other) in enumerate(pairwise(drafts)):
        if _is_counted(one) and _is_day(other) and _is_aside(line, one, other):
            _join(other, one)
        elif _is_weekday(one) and _is_date(other) and _is_beside(line, one, other):
            before = drafts[number - 1] if number else None
            if is_eve(line, one.end - 1, _slots(other)._replace(weekday=_slots(one).weekday)):
                continue
            if before is None or not _is_weekday(before) or one.start - before.end > NEAR:
                _join(other, one)
        elif _is_weekday(other) and _is_date(one) and _is_said_again(line, lexicon, one, other):
            _join(one, other)


def hold(drafts: Sequence[Draft], published: date | None) -> None:
    """Gives "Thursday, the 24th of this month" its parts, unless the month that is meant may be Hijri.

    It is none where months are named and all of them are Gregorian, nor where the weekday does not fit in the Hijri
    month of the publication. "The same month" is that of a date before.
    """
    if not any(HELD in draft.data for draft in drafts):
        return
    named = [slots for draft in drafts if (slots := _slots(draft)).month is not None]
    gregorian = bool(named) and all(one.calendar is None for one in named)
    for number, draft in enumerate(drafts):
        if HELD not in draft.data:
            continue
        slots = _slots(draft)
        same = slots.reference == "same" and any(_slots(one).month is not None for one in drafts[:number])
        this = slots.reference == "this" and published is not None
        if (gregorian and (same or this)) or (this and not _is_hijri(slots, published)):
            draft.parts = draft.data[HELD]  # type: ignore[assignment]


def _is_hijri(slots: Slots, today: date | None) -> bool:
    """Whether a day of the Hijri month in which an article appeared has the weekday, give or take the moon."""
    found = None if today is None else hijri_of(today.toordinal() - 1)
    first = None if found is None else hijri_month(*found[:2])
    if first is None or slots.day is None:
        return True
    middle = first[0] + slots.day - 1
    return any(day % DAYS_A_WEEK == slots.weekday for day in (middle - 1, middle, middle + 1))


def _join(dated: Draft, weekday: Draft) -> None:
    dated.parts = tuple(sorted((*dated.parts, *weekday.parts), key=lambda one: one.span))


def _slots(draft: Draft) -> Slots:
    slots = draft.data.get("slots")
    return slots if isinstance(slots, Slots) else Slots()


def _is_weekday(draft: Draft) -> bool:
    """Whether a draft is a weekday, perhaps with its part of the day, and nothing else."""
    slots = _slots(draft)
    bare = slots.weekday is not None and slots == Slots(weekday=slots.weekday, daypart=slots.daypart)
    return bare and [part.role for part in draft.parts] == ["weekday"]


def _is_date(draft: Draft) -> bool:
    """Whether a draft is one day of the Gregorian calendar by its day and month, without a weekday."""
    slots, roles = _slots(draft), {part.role for part in draft.parts}
    plain = slots.calendar is None and slots.weekday is None and slots.reference is None
    return plain and {"day", "month"} <= roles and len(draft.data.get("options", ())) <= 1  # type: ignore[arg-type]


def _is_counted(draft: Draft) -> bool:
    """Whether a draft is the weekday of a week that is counted from now, and nothing else: Thursday of last week."""
    slots = _slots(draft)
    bare = slots._replace(weekday=None, reference=None, unit=None, daypart=None) == Slots()
    weekly = slots.reference in STEPS and slots.unit in (None, "week")
    return bare and weekly and slots.weekday is not None and [part.role for part in draft.parts] == ["weekday"]


def _is_day(draft: Draft) -> bool:
    """Whether a draft is a date, or a day of a month that is not named: the 9th."""
    slots = _slots(draft)
    return _is_date(draft) or (slots == Slots(day=slots.day) and [part.role for part in draft.parts] == ["day"])


def _is_aside(line: Line, weekday: Draft, date: Draft) -> bool:
    """Whether a date says once more which day is meant: Tuesday next week (10 October); Thursday last week, the 9th."""
    marks, small = Marks.of(line.lexicon), line.lexicon.characters("function")
    between = line.base[weekday.end : date.start]
    signs = marks.comma | marks.open | line.lexicon.characters("dash")
    if len(between) > NEAR or not all(code in signs | small for code in between):
        return False
    if line.lexicon.characters("conjunction").intersection(between):
        return False
    ends = marks.comma | marks.close | line.lexicon.characters("stop") | {END}
    after = line.line[date.end : date.end + 1]
    return between[:1] in signs and (not after or after in ends or between[:1] in marks.open)


def _is_beside(line: Line, weekday: Draft, date: Draft) -> bool:
    """Whether the date follows in brackets, or at once where one of them has the part of the day."""
    marks = Marks.of(line.lexicon)
    if weekday.end == date.start:
        return (_slots(weekday).daypart is None) != (_slots(date).daypart is None)
    between, after = line.base[weekday.end : date.start], line.line[date.end : date.end + 1]
    if len(between) != 1:
        return False
    if between in line.lexicon.characters("dash!glued"):
        return not after or after in marks.comma | line.lexicon.characters("dash!glued") | {END}
    return between in marks.open and after != "" and after in marks.shut


def _is_said_again(line: Line, lexicon: Lexicon, date: Draft, weekday: Draft) -> bool:
    """Whether the next sentence says nothing but that it was this weekday."""
    start, end = bounds(line, weekday.start)
    first, last = bounds(line, date.start)
    alone = not line.drafts_between(first, date.start) and not line.drafts_between(date.end, last)
    said = lexicon.characters("itwas")
    whole = all(code in said for code in line.base[start : weekday.start]) and start < weekday.start
    return alone and last + 1 == start and whole and weekday.end == end
