"""A length of time that leads from one day or moment to another (an hour and a half ago) -> drafts of dates."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.model import MINUTES_A_DAY
from factcheck.reading import lengths
from factcheck.reading.captures import Captures
from factcheck.reading.durations import EXACT, MONTHS, WRITTEN_IN
from factcheck.reading.lines import Draft
from factcheck.reading.slots import Slots

# The units in which such a length is counted, the largest first, by how many minutes it has.
COUNTED_IN = (("week", 7 * MINUTES_A_DAY), ("day", MINUTES_A_DAY), ("hour", 60), ("minute", 1))

MOST_WEEKDAYS = 60


def distance(found: Captures) -> Draft | None:
    """So long before (``sign=-1``) or after the day of publication, or with ``reference`` the date named before.

    The length is the fact ``length`` that was read before, or as in ``duration``: numbers of units.
    """
    draft = found.draft("length") if found.has("length") else lengths.duration(found)
    counted = None if draft is None else _counted(draft)
    if counted is None:
        return None
    months, minutes = (part * (found.whole("sign") or 1) for part in counted)
    reference = found.given.get("reference")
    if months and minutes:
        days, rest = divmod(abs(minutes), MINUTES_A_DAY)
        if rest:
            return None
        slots = Slots(reference=reference, length=(months, -days if minutes < 0 else days))
        return _draft(found, "day", slots)
    if months:
        unit, count = ("year", months // 12) if months % 12 == 0 else ("month", months)
        return _draft(found, "period", Slots(reference=reference, unit=unit, count=count))
    unit, size = next((unit, size) for unit, size in COUNTED_IN if minutes % size == 0)
    kind = "day" if unit == "day" else "period" if unit == "week" else "moment"
    return _draft(found, kind, Slots(reference=reference, unit=unit, count=minutes // size))


def minutes_of(draft: Draft) -> int | None:
    """A length in whole minutes; ``None`` for one that is longer by months, or has seconds."""
    months, minutes = _counted(draft) or (1, 0)
    return None if months else minutes


def _draft(found: Captures, kind: str, slots: Slots) -> Draft:
    return Draft(kind, *found.quoted, read_by=found.path, data={"slots": slots})


def _counted(draft: Draft) -> tuple[int, int] | None:
    """The months and the minutes of a length; ``None`` where one is not whole, or it is a range."""
    known = draft.data.get("length")
    if isinstance(known, tuple):
        months, minutes = known
    elif draft.number is None or draft.number.high is not None:
        return None
    else:
        times, unit = WRITTEN_IN.get(str(draft.data["unit"]), (1, str(draft.data["unit"])))
        number = draft.number.value * times
        months, minutes = number * MONTHS.get(unit, 0), number * EXACT.get(unit, 0)
    whole = months.denominator == minutes.denominator == 1 and (months or minutes)
    return (int(months), int(minutes)) if whole else None


def weekdays(found: Captures) -> Draft | None:
    """The n-th such weekday after (``sign=1``) or before the day of publication: three Fridays from now."""
    number, weekday = found.whole("n"), found.whole("weekday")
    if number is None or weekday is None or not 1 <= number <= MOST_WEEKDAYS:
        return None
    # The day that lies amid the week in which it is: the weekday nearest to that is meant.
    middle = (7 * number - 3) * (found.whole("sign") or 1)
    return _draft(found, "day", Slots(weekday=weekday, offset_days=middle))


BUILDERS: dict[str, Callable[[Captures], Draft | None]] = {"distance": distance, "weekdays": weekdays}
