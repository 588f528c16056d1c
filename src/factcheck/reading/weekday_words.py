"""Weekdays beside dates, as the patterns found them -> which of them is the weekday of which date."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.model import Part
from factcheck.reading.calendar import day_number, days_in_month
from factcheck.reading.captures import Captures
from factcheck.reading.lines import Draft, Line
from factcheck.reading.slots import Slots
from factcheck.reading.stretches import Taken

DAYS_A_WEEK = 7
# A month has each weekday so many times at most.
MOST_IN_A_MONTH = 5
# The longest words for the evening before, such as "the night before".
EVE_WORDS = 3


def fitting(options: tuple[Slots, ...]) -> tuple[Slots, ...]:
    """Of the orders in which figures may be read those that the weekday fits; all where it fits none."""
    return tuple(slots for slots in options if _fits(slots)) or options


def _fits(slots: Slots) -> bool:
    day, month, year = slots.day, slots.month, slots.year
    if day is None or month is None or year is None or not 1 <= day <= days_in_month(year, month):
        return False
    return day_number(year, month, day) % DAYS_A_WEEK == slots.weekday


def without_weekday(found: Captures, draft: Draft) -> Draft:
    """The date without the weekday before it where that is not its own: the last of several (Friday and Saturday,
    6 June), the time at which something happened to what the date names (on Monday the 12 February ruling), itself
    counted by the ordinal after it (the second Sunday of May, where ordinals come last), or the day after it (on the
    eve of Sunday, 8 June).
    """
    spans, slots = found.spans("weekday"), draft.data["slots"]
    if not spans or not isinstance(slots, Slots) or slots.day is None or not spans[0][0] < found.spans("day")[0][0]:
        return draft
    apart = _is_last_of_several(found.line, spans[0][0]) or _names_a_thing(found) or _is_counted(found, slots)
    if not apart and not is_eve(found.line, spans[0][0], slots):
        return draft
    signs = found.line.lexicon.characters("comma|fullstop")
    start = spans[0][1]
    while found.line.base[start] in signs:
        start += 1
    draft.start, draft.parts = start, tuple(part for part in draft.parts if part.role != "weekday")
    draft.data["slots"] = slots._replace(weekday=None)
    if isinstance(options := draft.data.get("options"), tuple):
        draft.data["options"] = tuple(one._replace(weekday=None) for one in options)
    return draft


def _is_counted(found: Captures, slots: Slots) -> bool:
    """Whether an ordinal right after the weekday may count it, and does not make a date that it fits."""
    after, day = found.spans("weekday")[0][1], found.spans("day")[0][0]
    ordinal = after == day and found.line.line[day] in found.line.lexicon.characters("ordinal")
    return ordinal and slots.day is not None and slots.day <= MOST_IN_A_MONTH and not _fits(slots)


def is_eve(line: Line, at: int, slots: Slots) -> bool:
    """Whether words right before the weekday say that the night before it is meant, and it may be the next day's."""
    eve = line.lexicon.words_of("eve-of")
    if not any(one.end() == at for one in eve.finditer(line.base, max(at - EVE_WORDS, 0), at)):
        return False
    day, month, year = slots.day, slots.month, slots.year
    if day is None or month is None or year is None or not 1 <= day <= days_in_month(year, month):
        return True
    return (day_number(year, month, day) + 1) % DAYS_A_WEEK == slots.weekday


def counted(found: Captures, draft: Draft) -> Draft | None:
    """The n-th such weekday of a month, where the ordinal that may be its day comes right after a weekday that does not
    fit this day: the third Tuesday of September 2014, in a language where ordinals come last.
    """
    slots, weekday = draft.data["slots"], found.whole("weekday")
    if not isinstance(slots, Slots) or weekday is None or slots.year is None or slots.day is None:
        return None
    dated = slots._replace(weekday=weekday)
    if (
        not found.spans("day")
        or not _is_counted(found, dated)
        or is_eve(found.line, found.spans("weekday")[0][0], dated)
    ):
        return None
    data: dict[str, object] = {"slots": slots._replace(day=None, weekday=None)}
    data["taken"] = Taken("nth", slots.day, "weekday", weekday)
    return Draft("day", found.start, found.end, read_by=found.path, data=data)


def _is_last_of_several(line: Line, at: int) -> bool:
    """Whether another weekday stands right before token ``at``, with a comma, a dash or a link between at most."""
    lexicon, start = line.lexicon, max(at - 3, 0)
    before = line.base[start:at]
    signs = lexicon.characters("comma|dash|slash")
    links = (signs | lexicon.characters("function")) - lexicon.characters("that")
    if before[-1:] not in links or not before:
        return False
    nearest = before[-3:-2] if before[-2:-1] in signs and before[-2:-1] else before[-2:-1]
    return bool(nearest) and nearest in lexicon.characters("weekday")


def _names_a_thing(found: Captures) -> bool:
    """The date has an article and no ordinal, and a noun follows."""
    ordinal = found.line.line[found.spans("day")[0][0]] in found.line.lexicon.characters("ordinal")
    return bool(found.spans("the")) and not ordinal and found.is_before_noun()


def named(found: Captures) -> Draft | None:
    """A date and its weekday after it: 22 June 2023 (a Thursday); ``span=date`` quotes the date only."""
    day, weekday = found.draft("date"), found.whole("weekday")
    if day is None or weekday is None or (found.given.get("alone") and found.is_before_noun()):
        return None
    slots = day.data.get("slots")
    if not isinstance(slots, Slots) or slots.day is None or slots.calendar is not None or slots.weekday is not None:
        return None
    start, end = (day.start, day.end) if found.given.get("span") == "date" else (found.start, found.end)
    return _with_weekday(day, start, end, Part("weekday", found.line.span(*found.spans("weekday")[0]), weekday))


def twocalendars(found: Captures) -> list[Draft] | None:
    """A weekday, a Hijri date and the same day in the Gregorian calendar: the weekday is that of the latter."""
    one, two = found.draft("first"), found.draft("second")
    if one is None or two is None:
        return None
    first, second, weekday = one.data.get("slots"), two.data.get("slots"), one.data.get("weekday")
    if not isinstance(first, Slots) or not isinstance(second, Slots) or not isinstance(weekday, Part):
        return None
    if first.calendar != "hijri" or second.calendar is not None or second.weekday is not None or not two.parts:
        return None
    return [one, _with_weekday(two, two.start, two.end, weekday)]


def _with_weekday(day: Draft, start: int, end: int, part: Part) -> Draft:
    """The date of that weekday; a part may stand outside the words that are quoted for the date."""
    slots, options = day.data["slots"], day.data.get("options", ())
    assert isinstance(slots, Slots) and isinstance(options, tuple)
    kept = fitting(tuple(one._replace(weekday=part.value) for one in options or (slots,)))
    parts = tuple(sorted((*day.parts, part), key=lambda one: one.span)) if day.parts else ()
    return Draft("day", start, end, (), parts, day.read_by, None, {"slots": kept[0], "options": kept})


def of_each(one: Captures, first: Draft, begins: int, two: Captures, second: Draft, middle: int) -> list[Draft]:
    """Both weekdays, each read as its date, and both dates with their weekdays.

    "Monday and Friday, 6 to 10 June" pairs nothing with certainty, as long as the days do not say so.
    """
    dates = [_moved(first, begins, first.end), _moved(second, middle, second.end)]
    if not _are_paired(one, two):
        for draft in dates:
            draft.parts = tuple(part for part in draft.parts if part.role != "weekday")
    slots = [draft.data["slots"] for draft in dates]
    words = []
    for found, date in zip((one, two), slots, strict=True):
        assert isinstance(date, Slots)
        span = found.spans("weekday")[0]
        words.append(Draft("day", *span, read_by=found.path, data={"slots": date._replace(weekday=None)}))
    return [*words, *dates]


def _are_paired(one: Captures, two: Captures) -> bool:
    """Weekdays and days are linked alike (both "and", or both as ends), or lie equally far apart."""
    pairs = [(one.spans(name)[0][1], two.spans(name)[0][0]) for name in ("weekday", "day")]
    links = [one.line.lexicon.characters("conjunction").isdisjoint(one.line.base[a:b]) for a, b in pairs]
    apart = [(two.whole(name) or 0) - (one.whole(name) or 0) for name in ("weekday", "day")]
    return links[0] == links[1] or apart[0] % DAYS_A_WEEK == apart[1] % DAYS_A_WEEK


def _moved(draft: Draft, start: int, end: int) -> Draft:
    return Draft(draft.kind, start, end, (), draft.parts, draft.read_by, None, draft.data)


BUILDERS: dict[str, Callable[[Captures], Draft | list[Draft] | None]] = {
    "named": named,
    "twocalendars": twocalendars,
}
