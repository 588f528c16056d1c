"""Dates in figures alone (31/12/2020, 10.11.2020), with a weekday or without -> drafts; years of two digits."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from factcheck.model import Part, Span
from factcheck.reading.captures import Captures
from factcheck.reading.lines import Draft
from factcheck.reading.slots import Slots, impossible
from factcheck.reading.stretches import Taken
from factcheck.reading.weekday_words import fitting

LAST_MONTH, LAST_DAY, LAST_SHORT_YEAR = 12, 31, 99
# Years that are written beside a month in figures.
EARLIEST, LATEST = 1900, 2099
# Two years of which the later has two digits, with a hyphen or dash between them (1861-65) or a slash (2014/15).
FIRST_OF_TWO, LONGEST_STRETCH = 1700, 60
_DIGITS = re.compile(r"\d+")


def year_of(found: Captures) -> int | None:
    """The year of the slot ``year``, in four digits where two are written."""
    value = found.whole("year")
    if value is None:
        return None
    at = found.spans("year")[0][0]
    short = len(found.line.words(at, at + 1)[0]) == 2
    return century_of(value) if short and not (found.has("calendar") or found.has("era")) else value


def century_of(short: int) -> int:
    """Two digits of a year: 1950 to 2049."""
    return short + (2000 if short < 50 else 1900)


def monthday(found: Captures) -> Draft | None:
    """Two numbers without a year, where the words before them say that they are a date.

    ``order=day``: the language has the day first. In one without an order they must fit one way only: 9/11 is a name.
    ``apart=yes``: no word may come after them.
    """
    one, two = found.whole("one"), found.whole("two")
    if one is None or two is None or (found.given.get("apart") and found.is_before_word()):
        return None
    orders = [(two, one), (one, two)] if found.given.get("order") != "day" else [(one, two), (two, one)]
    options = tuple(dict.fromkeys(Slots(day=d, month=m) for d, m in orders if m <= LAST_MONTH and d <= LAST_DAY))
    options = tuple(one for one in options if not impossible(one))
    if not options or (len(options) > 1 and not found.given.get("order")):
        return None
    data: dict[str, object] = {"slots": options[0], "options": options}
    return Draft("day", *found.quoted, read_by=found.path, data=data)


def yearmonth(found: Captures) -> Draft | None:
    """A year and a month in figures, where they cannot be two years in a row (2016-11, but 2016-17 and 2005-06)."""
    year, month = found.whole("year"), found.whole("month")
    signs = found.line.lexicon.characters("hyphen|slash")
    around = found.line.base[found.start - 1 : found.start] + found.line.base[found.end : found.end + 1]
    signs |= found.line.lexicon.characters("numbered")
    if year is None or month is None or not signs.isdisjoint(around) or not EARLIEST <= year <= LATEST:
        return None
    if found.spans("year") < found.spans("month") and month > year % 100:
        return None
    return Draft("month", found.start, found.end, (), (), found.path, None, {"slots": Slots(month=month, year=year)})


def years(found: Captures) -> Draft | None:
    """A year and the two last digits of a later one: a season (2007-08) or a stretch (1981-85)."""
    first, last, at = found.whole("year"), found.whole("end"), found.spans("year")[0][0]
    signs, around = found.line.lexicon.characters("hyphen|slash|numbered"), found.line.base[found.end : found.end + 1]
    if first is None or last is None or not FIRST_OF_TWO <= first <= LATEST:
        return None
    count = (last - first) % 100
    is_slash = found.line.base[at + 1] in found.line.lexicon.characters("slash")
    if not 0 < count <= (1 if is_slash else LONGEST_STRETCH) or {found.line.base[at - 1 : at], around} & signs:
        return None
    data: dict[str, object] = {"slots": Slots(year=first), "taken": Taken("years", count + 1, "year")}
    return Draft("period", found.start, found.end, (), (), found.path, None, data)


def numericdate(found: Captures) -> Draft | None:
    """Two numbers and a year: day and month either way round when both fit, unless the weekday fits one way only."""
    one, two, year, weekday = found.whole("one"), found.whole("two"), year_of(found), found.whole("weekday")
    if one is None or two is None or year is None:
        return None
    orders = [(d, m) for d, m in ((one, two), (two, one)) if m <= LAST_MONTH and d <= LAST_DAY]
    if not orders:
        return None
    options = tuple(Slots(day=day, month=month, year=year, weekday=weekday) for day, month in dict.fromkeys(orders))
    options = fitting(options)
    data: dict[str, object] = {"slots": options[0], "options": options}
    return Draft("day", found.start, found.end, (), _parts(found, options), found.path, None, data)


def _parts(found: Captures, options: Sequence[Slots]) -> tuple[Part, ...]:
    """The figures with what each is. Without a weekday those of which that is certain, of a number of a file none."""
    slots, line = options[0], found.line
    if len(options) > 1 and slots.weekday is None:
        return ()
    (year_at, year_end), numbered = found.spans("year")[0], line.lexicon.characters("numbered")
    if impossible(slots):
        before = line.base[found.start - 1] if found.start else ""
        if len(line.words(year_at, year_end)[0]) == 2 or before in numbered:
            return ()
    first, second = ("day", "month") if slots.day == found.whole("one") else ("month", "day")
    values = {"weekday": slots.weekday, first: found.whole("one"), second: found.whole("two"), "year": slots.year}
    names = {"weekday": "weekday", first: "one", second: "two", "year": "year"}
    parts = [
        Part(role, line.span(*found.spans(name)[0]), value)
        for role, name in names.items()
        if (value := values[role]) is not None
    ]
    return tuple(sorted(parts, key=lambda part: part.span))


def dotdate(found: Captures) -> Draft | None:
    """Day, month and year with full stops between, all one token."""
    line, at = found.line, found.end - 1
    figures = list(_DIGITS.finditer(line.pieces[at]))
    day, month, year = (int(figure[0]) for figure in figures)
    roles = ("day", "month", "year")
    if day <= LAST_MONTH < month <= LAST_DAY:
        (day, month), roles = (month, day), ("month", "day", "year")
    slots = Slots(day=day, month=month, year=year if year > LAST_SHORT_YEAR else century_of(year))
    parts: tuple[Part, ...] = ()
    if year > LAST_SHORT_YEAR and month <= LAST_MONTH:
        spans = (Span(line.starts[at] + figure.start(), line.starts[at] + figure.end()) for figure in figures)
        parts = tuple(map(Part, roles, spans, map(int, (figure[0] for figure in figures))))
        if (weekday := found.whole("weekday")) is not None:
            slots = slots._replace(weekday=weekday)
            parts = (Part("weekday", line.span(*found.spans("weekday")[0]), weekday), *parts)
    return Draft("day", found.start, found.end, (), parts, found.path, None, {"slots": slots})


BUILDERS: dict[str, Callable[[Captures], Draft | None]] = {
    builder.__name__: builder for builder in (numericdate, monthday, dotdate, yearmonth, years)
}
