"""Times of day, parts of day and stretches of the clock, as the patterns found them -> drafts of facts."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from factcheck.languages.lexicon import Lexicon
from factcheck.model import MINUTES_A_DAY
from factcheck.reading import distances, lengths
from factcheck.reading.captures import Captures
from factcheck.reading.clock import hours_of
from factcheck.reading.lines import Draft
from factcheck.reading.slots import Slots

Built = Draft | None

CLOCK_NUMBERS = ("hour", "minute", "second", "zone")
CLOCK_WORDS = ("daypart", "meridiem", "part")
# What a time of day says of itself; the rest are slots of the day that it belongs to.
OF_CLOCK = ("hour", "minute", "second", "meridiem", "zone", "daypart", "part", "until")
# An hour without its half of the day is one of twelve, unless it is written with a zero before it.
HALF_A_DAY = 12
# What may come right after a time of day without a link: the day.
DAYS = ("weekday", "shortweekday", "month", "dayword", "reference")
SIGNS = ("number", "percent", "slash", "timeunit", "currencysign", "colon", "hyphen&glued")
# What may stand between hour and minute where they are one figure.
POINTS = frozenset(".,٫")
# Minutes to the hour, as one says them.
FIVE_MINUTES = 5


def clock_slots(found: Captures) -> Slots | None:
    """The time of day that the words give; ``None`` where they give none.

    ``clock`` is hour and minute in one figure (5.30, 1745), or a time that was read before; ``less`` are minutes before
    the hour, or before the half of it that is named too.
    """
    values: dict[str, object] = {}
    for name in CLOCK_NUMBERS:
        if found.has(name) and (whole := found.whole(name)) is not None:
            values[name] = whole
    for name in CLOCK_WORDS:
        if found.has(name) and (text := found.text(name)) is not None:
            values[name] = text
    if (draft := found.draft("clock")) is not None and isinstance(known := draft.data.get("slots"), Slots):
        if not found.spans("meridiem"):
            values.pop("meridiem", None)
        values = {name: value for name in OF_CLOCK if (value := getattr(known, name)) is not None} | values
    elif found.has("clock"):
        if (pair := _hour_and_minute(found)) is None:
            return None
        values["hour"], values["minute"] = pair
    hour, less = values.get("hour"), found.whole("less")
    if isinstance(hour, int) and less is not None:
        if not 0 < less < 60 or (less % FIVE_MINUTES and not found.spans("mark")):
            return None
        past = values.get("minute")
        if isinstance(past, int) and past >= less:
            values["minute"] = past - less
        else:
            values["hour"], values["minute"] = (hour - 2) % 12 + 1 if hour <= HALF_A_DAY else hour - 1, 60 - less
    if values.get("meridiem") == "12h" and (values.get("zone") is not None or _is_padded(found)):
        del values["meridiem"]
    return Slots(**values)  # type: ignore[arg-type]


def _hour_and_minute(found: Captures) -> tuple[int, int] | None:
    """5.30, 5,30, 1745 or 530 as hour and minute."""
    value, at = found.number("clock"), found.spans("clock")[0][0]
    digits = found.line.words(at, at + 1)[0]
    short = found.has("meridiem") or found.has("daypart")
    if value is None or not 4 - short <= len(digits) + (value.denominator != 1) <= 6:
        return None
    hour, minute = divmod(value * 100 if POINTS.intersection(digits) else value, 100)
    if hour > 24 or minute > 59 or Fraction(minute).denominator != 1:
        return None
    return int(hour), int(minute)


def _is_padded(found: Captures) -> bool:
    """Whether the hour is written with a zero before it (09:30), as on a clock of 24 hours."""
    spans = found.spans("hour") or found.spans("clock")
    return bool(spans) and found.line.number(spans[0][0]) is not None and found.line.pieces[spans[0][0]][0] == "0"


def _is_something_else(found: Captures) -> bool:
    """``alone=yes``: a noun, a figure or a unit right after the match says that the words are no time; with
    ``without=CLASS+CLASS`` a word of these in the sentence does, with ``notafter=CLASS`` one right before the match."""
    line, lexicon = found.line, found.line.lexicon
    after = line.base[found.end : found.end + 1]
    is_alone = found.given.get("alone") is not None and bool(after) and not _is_any(lexicon, after, DAYS)
    if is_alone and (found.is_before_noun() or _is_any(lexicon, after, SIGNS)):
        return True
    before = line.base[found.start - 1] if found.start else ""
    if "notafter" in found.given and before in lexicon.characters(found.given["notafter"]):
        return True
    without = filter(None, found.given.get("without", "").split("+"))
    return any(line.sentence_has(found.start, name) for name in without)


def _is_any(lexicon: Lexicon, character: str, kinds: tuple[str, ...]) -> bool:
    return any(character in lexicon.characters(kind) for kind in kinds)


def _draft(found: Captures, kind: str, slots: Slots, **data: object) -> Draft:
    return Draft(kind, *found.quoted, read_by=found.path, data={"slots": slots} | data)


def time(found: Captures) -> Built:
    """A time or part of a day."""
    slots = None if _is_something_else(found) else clock_slots(found)
    return None if slots is None else _draft(found, "time", slots)


def timespan(found: Captures) -> Built:
    """From one time of day to another: slots with 1 and 2 after their names."""
    slots = None if _is_something_else(found) else _stretch(found)
    return None if slots is None else _draft(found, "period", slots)


def _stretch(found: Captures) -> Slots | None:
    ends = [clock_slots(found.end_of_pair(which)) for which in "12"]
    first, second = (_at_midnight(end) for end in ends)
    if first is None or second is None or first.hour is None or second.hour is None:
        return None
    if second.zone is None and first.zone is not None:
        second = second._replace(zone=first.zone)
    return first._replace(until=second, zone=second.zone)


def _at_midnight(slots: Slots | None) -> Slots | None:
    """Midnight as the time that it is."""
    if slots is None or slots.hour is not None or slots.daypart != "midnight":
        return slots
    return slots._replace(hour=0, daypart=None, meridiem=None)


def clocklasting(found: Captures) -> Built:
    """A time of day and how long from then on: from 10 a.m. for three hours and a half."""
    start = _at_midnight(clock_slots(found))
    draft = found.draft("length") if found.has("length") else lengths.duration(found)
    long = None if draft is None else distances.minutes_of(draft)
    if start is None or start.hour is None or long is None or not 0 < long < MINUTES_A_DAY:
        return None
    options = hours_of(start)
    if len(options) > 1:
        return None
    hour, minute = divmod((options[0] * 60 + (start.minute or 0) + long) % MINUTES_A_DAY, 60)
    until = Slots(hour=hour, minute=minute, zone=start.zone)
    return _draft(found, "period", start._replace(until=until))


def clocked(found: Captures) -> Built:
    """A time of day, or a stretch from one to another, beside the day itself."""
    two = bool(found.spans("hour2"))
    own = None if _is_something_else(found) else _stretch(found) if two else clock_slots(found)
    if own is None or (own.hour is None and own.daypart is None):
        return None
    changes = {name: getattr(own, name) for name in OF_CLOCK if getattr(own, name) is not None}
    return _beside_day(found, "period" if own.until is not None else "moment", changes)


def daypart(found: Captures) -> Built:
    """A part of a day beside the day itself."""
    if _is_something_else(found):
        return None
    values = ((name, found.text(name)) for name in ("daypart", "part"))
    changes: dict[str, object] = {name: text for name, text in values if text is not None}
    return _beside_day(found, "day", changes)


def _beside_day(found: Captures, kind: str, changes: dict[str, object]) -> Built:
    """The day ``date`` with slots that words beside it give, in each of the ways to read it."""
    day = found.draft("date")
    if day is None or not isinstance(day.data.get("slots"), Slots) or "taken" in day.data:
        return None
    slots, options = day.data["slots"], day.data.get("options", ())
    assert isinstance(slots, Slots) and isinstance(options, tuple)
    data: dict[str, object] = {
        "slots": slots._replace(**changes),  # type: ignore[arg-type]
        "options": tuple(one._replace(**changes) for one in options),
    }
    return Draft(kind, *found.quoted, parts=day.parts, read_by=found.path, data=data)


def midnight(found: Captures) -> Built:
    """The night between two days of the week, or the middle of it; a date behind them is that of the second."""
    pair = found.whole("first"), found.whole("second")
    if pair[0] is None or pair[1] is None or (pair[0] + 1) % 7 != pair[1]:
        return None
    dated = found.draft("date")
    known = dated.data.get("slots") if dated is not None else Slots()
    if (
        not isinstance(known, Slots)
        or known.weekday not in (None, pair[1])
        or (dated is not None and known.day is None)
    ):
        return None
    slots = known._replace(weekday=None, weekdays=(pair[0], pair[1]), daypart=found.given.get("daypart", "midnight"))
    return _draft(found, "moment" if slots.daypart == "midnight" else "day", slots)


BUILDERS: dict[str, Callable[[Captures], Built]] = {
    builder.__name__: builder for builder in (time, timespan, clocked, clocklasting, daypart, midnight)
}
