"""Words that take something of a date, or join two -> drafts; their readings come with those of the dates."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.reading.calendar import MONTHS
from factcheck.reading.captures import Captures
from factcheck.reading.lines import Cover, Draft, Over
from factcheck.reading.sentences import bounds
from factcheck.reading.slots import Slots, wraps
from factcheck.reading.stretches import Taken

DAYS = ("day", "weekday")
MOST = 400


def nth(found: Captures) -> Draft | None:
    """The third Tuesday, the last week of a month, year or other stretch; with ``from=end`` counted from its end."""
    number, weekday = found.whole("n"), found.whole("weekday")
    unit = "weekday" if weekday is not None else found.text("unit")
    if number is None or unit is None or not 1 <= abs(number) <= MOST:
        return None
    number = -number if found.given.get("from") == "end" else number
    return _draft(found, "day" if unit in DAYS else "period", Taken("nth", number, unit, weekday))


def edge(found: Captures) -> Draft | None:
    """The first or, with ``sign=-1``, last so many units of a stretch."""
    return None if found.has("n") and found.whole("n") != 1 else _counted(found, "edge", "period")


def shift(found: Captures) -> Draft | None:
    """So many units after a date, or with ``sign=-1`` before it."""
    day = found.draft("of")
    return _counted(found, "shift", "period" if day is None else day.kind)


def lasting(found: Captures) -> Draft | None:
    """So many units that begin with a day."""
    return _counted(found, "lasting", "period")


def _counted(found: Captures, way: str, kind: str) -> Draft | None:
    count, unit = found.whole("count") or (1 if found.text("count") is not None else None), found.text("unit")
    if count is None or unit is None or not 1 <= count <= MOST:
        return None
    return _draft(found, kind, Taken(way, count * (found.whole("sign") or 1), unit))


def around(found: Captures) -> Draft | None:
    """The week of a date; with ``way=until`` the one that ends with it."""
    unit = found.text("unit")
    return None if unit is None else _draft(found, "period", Taken(found.given.get("way", "around"), 1, unit))


def _draft(found: Captures, kind: str, what: Taken) -> Draft | None:
    """What is taken of the date ``of``, or of the one that the pattern's own slots name."""
    date = found.draft("of")
    if date is None:
        own = Slots(
            day=found.whole("day"),
            month=found.whole("month"),
            year=found.whole("year"),
            calendar=found.text("calendar"),
            reference=found.text("reference"),
            unit=found.text("within"),
        )
        data: dict[str, object] = {"slots": own}
    elif not isinstance(date.data.get("slots"), Slots) or "taken" in date.data:
        return None
    else:
        data = {name: date.data[name] for name in ("slots", "options") if name in date.data}
    return Draft(kind, *found.quoted, read_by=found.path, data=data | {"taken": what})


def _give_year(start: Draft, end: Draft) -> None:
    """A beginning without its year is of that of the end, or of the one before: from 20 December to 5 January 2023."""
    one, other = start.data["slots"], end.data["slots"]
    assert isinstance(one, Slots) and isinstance(other, Slots)
    month, until = _month(one), _month(other)
    counted = one.reference is not None or one.offset_days is not None or one.calendar != other.calendar
    if one.year is not None or other.year is None or other.era is not None or counted or month is None or until is None:
        return
    year = other.year - wraps(month, until, one.day is None, (one.day, other.day))
    options = start.data.get("options")
    if isinstance(options, tuple):
        start.data["options"] = tuple(each._replace(year=year) for each in options)
    start.data["slots"] = one._replace(year=year)


def _month(slots: Slots) -> int | None:
    return slots.month if slots.quarter is None else MONTHS["quarter"] * (slots.quarter - 1) + 1


def interval(found: Captures) -> Over | None:
    """All from one date to another, a fact beside those of its ends; not where the words move a date to another."""
    start, end, line = found.draft("start"), found.draft("end"), found.line
    if start is None or end is None or not all(isinstance(one.data.get("slots"), Slots) for one in (start, end)):
        return None
    if "joined" in start.data or (found.given.get("alike") and start.kind != end.kind):
        return None
    slashes, around = line.lexicon.characters("slash"), line.base[found.end : found.end + 1]
    if found.given.get("alike") and around and (around in slashes or line.base[found.start - 1] in slashes):
        return None
    first, last = bounds(line, found.start)
    if not line.lexicon.characters("moved").isdisjoint(line.base[first:last]):
        return None
    start.data["joined"] = True
    _give_year(start, end)
    return Over(Draft("period", found.start, found.end, read_by=found.path, data={"ends": (start, end)}))


BUILDERS: dict[str, Callable[[Captures], Draft | list[Draft] | Cover | Over | str | None]] = {
    builder.__name__: builder for builder in (nth, edge, shift, lasting, around, interval)
}
