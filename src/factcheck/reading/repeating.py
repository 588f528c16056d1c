"""Matches of language patterns -> drafts of what comes back: every Sunday, twice a year, daily at noon."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from factcheck.model import EVERYTHING, Reading
from factcheck.reading.captures import Captures
from factcheck.reading.clock import DAYPARTS, clock_text, hours_of
from factcheck.reading.durations import LETTERS, duration_timex
from factcheck.reading.holidays import of_holiday
from factcheck.reading.lengths import is_named
from factcheck.reading.lines import Draft
from factcheck.reading.slots import Slots

DAY = "P1D"
# Classes of names of holidays.
HOLIDAYS = ("holiday", "doubtfulholiday", "ofcountry", "worldday")
# So many tokens may stand between two times that are one stretch.
RANGE = 5


def set_(found: Captures) -> Draft | None:
    """What comes back, as TIMEX3 writes it.

    It is told by ``often`` (daily), by a ``unit`` (every ``n`` weeks), a ``weekday``, ``month``, ``day``, ``season``
    or ``holiday``, or by a repetition ``set`` or a day ``date`` that was read; a ``daypart`` or ``clock`` time may
    stand beside it. ``times`` is how often in each unit.
    """
    base = _base(found)
    if base is None or ("bare" in found.given and is_named(found)):
        return None
    timex = _with_time(found, base)
    if timex is None:
        return None
    times = found.whole("times")
    reading = Reading(EVERYTHING, "minute", timex, f"{times}X" if times is not None else "")
    return Draft("set", *found.quoted, readings=(reading,), read_by=found.path, data={"set": timex})


def holiday_name(found: Captures) -> str | None:
    """The holiday that the slot ``holiday`` holds, covered by its name or in words."""
    for start, end in found.spans("holiday")[:1]:
        key = found.line.key(start, end)
        names = (found.line.lexicon.value(kind, key) for kind in HOLIDAYS)
        return next((name for name in names if name is not None), None)
    return None


def sets(found: Captures) -> list[Draft] | None:
    """Two days of the week that come back, a fact each."""
    drafts = [set_(found.end_of_pair(which)) for which in "12"]
    return [draft for draft in drafts if draft is not None]


def _base(found: Captures) -> str | None:
    """The TIMEX3 value of the days that come back."""
    if (often := found.text("often")) is not None:
        return often
    if (draft := found.draft("set")) is not None:
        return str(draft.data["set"])
    if (draft := found.draft("date")) is not None:
        slots = draft.data.get("slots")
        return _yearly(slots.month, slots.day) if isinstance(slots, Slots) and slots.year is None else None
    if (name := holiday_name(found)) is not None:
        slots = of_holiday(name)[0]
        return _yearly(slots.month, slots.day) if slots.calendar is None and slots.month else "P1Y"
    if found.has("weekday"):
        weekday = found.whole("weekday")
        return None if weekday is None else f"XXXX-WXX-{weekday + 1}"
    if found.has("month") or found.has("day"):
        return _yearly(found.whole("month"), found.whole("day"))
    if (season := found.text("season")) is not None:
        return f"XXXX-{season}"
    return _period(found)


def _yearly(month: int | None, day: int | None) -> str | None:
    if month is None and day is None:
        return None
    name = f"XXXX-{month:02d}" if month is not None else "XXXX-XX"
    return name if day is None else f"{name}-{day:02d}"


def _period(found: Captures) -> str | None:
    """The length after which it comes back: every ``n`` units (X: several), or a part of every day."""
    unit = found.text("unit")
    if unit is None:
        return DAY if found.has("daypart") else None
    if found.given.get("n") == "X":
        return "X".join(LETTERS[unit]) if unit in LETTERS else None
    count = found.number("n") if found.has("n") else Fraction(1)
    return None if count is None or count <= 0 else duration_timex(count, unit)


def _with_time(found: Captures, base: str) -> str | None:
    """A time or a part of the day beside days that come back; it stands alone where these are all."""
    days = "" if base == DAY or base.startswith("T") else base
    clock, part = found.draft("clock"), found.text("daypart")
    hour = found.whole("hour")
    slots = clock.data["slots"] if clock is not None else Slots(hour=hour) if hour is not None else None
    if isinstance(slots, Slots):
        return None if days.startswith("P") or _ends_range(found) else f"{days.partition('T')[0]}{_clock(slots, base)}"
    if part in DAYPARTS:
        return None if days.startswith("P") else f"{days}T{DAYPARTS[part].timex}"
    return base


def _clock(slots: Slots, base: str) -> str:
    """The hour on a clock of 24, for which a part of the day may tell the half that it is in."""
    if slots.daypart is None and slots.meridiem not in ("am", "pm"):
        parts = (name for name, value in DAYPARTS.items() if base.endswith(f"T{value.timex}"))
        slots = slots._replace(daypart=next(parts, None))
    return clock_text(hours_of(slots)[0] % 24, slots)


def _ends_range(found: Captures) -> bool:
    """Whether a time that stands just before ends here: "from 5 to 7 daily" comes back at both."""
    before = found.line.drafts_between(found.start - RANGE, found.start)
    return any(draft.kind == "time" for draft in before)


BUILDERS: dict[str, Callable[[Captures], Draft | list[Draft] | None]] = {"set": set_, "sets": sets}
