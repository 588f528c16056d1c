"""Matches of language patterns -> numbers and drafts of facts. One function a builder name of ``patterns.txt``."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.model import Part
from factcheck.reading import beside, figures, measures, numeric_dates, weekday_words
from factcheck.reading.captures import Captures
from factcheck.reading.lines import Cover, Draft
from factcheck.reading.numeric_dates import year_of
from factcheck.reading.sentences import bounds
from factcheck.reading.slots import Slots, impossible
from factcheck.reading.weekday_words import without_weekday

Built = Draft | list[Draft] | Cover | str | None
"""Drafts to cover their tokens with, a character to cover some or all tokens with, or ``None``: read on."""

INTEGER_SLOTS = (
    "day",
    "month",
    "weekday",
    "decade",
    "century",
    "hour",
    "minute",
    "quarter",
    "half",
    "offset_days",
    "zone",
)
WORD_SLOTS = ("reference", "unit", "part", "daypart", "meridiem", "season", "calendar", "era")
# "From December to March 2021" begins in 2020: the months run backwards by half a year at least.
HALF_A_YEAR = 6
# "In their 10s" is no decade.
SHORTEST_DECADE = 20
PART_ROLES = ("weekday", "day", "month", "year")


def date(found: Captures) -> Built:
    """A day, month or other stretch of the calendar from the slots that the pattern names.

    ``least`` and ``most`` bound the day; ``before=count`` tells that a day which no month has is a count where a noun
    comes after it ("31 June weddings").
    """
    draft = without_weekday(found, _dated(found, "day"))
    slots = draft.data["slots"]
    assert isinstance(slots, Slots)
    if slots.day is not None and not int(found.given.get("least", 0)) <= slots.day <= int(found.given.get("most", 99)):
        return None
    if impossible(slots):
        if found.given.get("before") == "count" and slots.weekday is None and found.is_before_noun():
            return None
        if _is_said_not_to_be(found):
            draft.parts = ()
    if slots.reference == "same" and slots.month is None:
        before = _month_before(found)
        if before is not None and before.calendar is not None:
            draft.data["slots"], draft.parts = before._replace(day=slots.day, weekday=slots.weekday), ()
    return draft


def _is_said_not_to_be(found: Captures) -> bool:
    """The text itself says that there is no such day: "no 31 June", "31 June, a day that does not exist"."""
    line, lexicon = found.line, found.line.lexicon
    if found.start and line.base[found.start - 1] in lexicon.characters("negation"):
        return True
    start, end = bounds(line, found.start)
    if end + 1 < len(line.line):
        end = bounds(line, end + 1)[1]
    return not lexicon.characters("unreal").isdisjoint(line.base[start:end])


def _month_before(found: Captures) -> Slots | None:
    """The last date with its month that stands before the match: "the same month" is that of its calendar."""
    for at in sorted(found.line.drafts, reverse=True):
        slots = found.line.drafts[at].data.get("slots")
        if at < found.start and isinstance(slots, Slots) and slots.month is not None:
            return slots
    return None


def month(found: Captures) -> Built:
    return _dated(found, "month")


def year(found: Captures) -> Built:
    """A year; ``least`` and ``most`` bound it where nothing but its size says that it is one."""
    value = year_of(found) or 0
    if not int(found.given.get("least", 0)) <= value <= int(found.given.get("most", 9999)):
        return None
    return _dated(found, "year", start=found.spans("part")[0][0] if found.has("part") else found.spans("year")[0][0])


def period(found: Captures) -> Built:
    """A season, half or other stretch of a year."""
    return _dated(found, "period")


def pair(found: Captures) -> Built:
    """Two ends of a stretch of the calendar, a fact each; what only one of them names holds for both."""
    kind = found.given["kind"]
    drafts = [without_weekday(end, draft) for end, draft in _ends(found, kind)]
    if kind == "year" and not _rises(drafts, int(found.given.get("least", 0)), int(found.given.get("most", 9999))):
        return None
    return drafts


def _ends(found: Captures, kind: str) -> list[tuple[Captures, Draft]]:
    one, two = (found.end_of_pair(which) for which in "12")
    months = one.whole("month"), two.whole("month")
    wraps = not found.has("year1") and months[0] and months[1] and months[0] - months[1] >= HALF_A_YEAR
    year_value = year_of(one)
    early = {"year": year_value - 1} if wraps and year_value else {}
    return [(one, _dated(one, kind, **early)), (two, _dated(two, kind))]


def each(found: Captures) -> Built:
    """Two weekdays and then their two dates (Friday and Saturday, 6 and 7 June): each weekday is that of its own."""
    (one, first), (two, second) = _ends(found, "day")
    begins = min(one.spans(name)[0][0] for name in ("day", "month") if one.spans(name))
    middle = min(found.spans(name)[0][0] for name in ("day2", "month2") if found.spans(name))
    return weekday_words.of_each(one, first, begins, two, second, middle)


def _rises(drafts: list[Draft], least: int, most: int) -> bool:
    one, two = (draft.data["slots"] for draft in drafts)
    assert isinstance(one, Slots) and isinstance(two, Slots)
    return one.year is not None and two.year is not None and least <= one.year < two.year <= most


def decade(found: Captures) -> Built:
    value = found.whole("decade")
    return None if value is None or value % 10 or 0 < value < SHORTEST_DECADE else _dated(found, "period")


def century(found: Captures) -> Built:
    return _dated(found, "period")


def quarter(found: Captures) -> Built:
    value = found.whole("quarter")
    return _dated(found, "period") if value is not None and 1 <= value <= 4 else None


def time(found: Captures) -> Built:
    """A time of day; ``clock`` holds hour and minute in one figure (5.30, 1745), ``less`` minutes before the hour."""
    hour, less = found.whole("hour"), found.whole("less")
    if hour is not None and less is not None:
        return _dated(found, "time", hour=(hour - 2) % 12 + 1 if hour <= 12 else hour - 1, minute=60 - less)
    if not found.has("clock"):
        return _dated(found, "time")
    value, at = found.number("clock"), found.spans("clock")[0][0]
    digits = found.line.words(at, at + 1)[0]
    if value is None or not 4 <= len(digits) + (value.denominator != 1) <= 6:
        return None
    hour, minute = divmod(value * 100 if "." in digits else value, 100)
    if hour > 24 or minute > 59 or minute.denominator != 1:
        return None
    return _dated(found, "time", hour=int(hour), minute=int(minute))


def clocked(found: Captures) -> Built:
    """A time of day beside the day itself."""
    clock = found.draft("clock")
    own = clock.data["slots"] if clock else _slots(found)
    assert isinstance(own, Slots)
    changes = {name: getattr(own, name) for name in ("hour", "minute", "meridiem", "zone")}
    if part := found.text("daypart") or own.daypart:
        changes["daypart"] = part
    return _beside_day(found, "moment", changes)


def _beside_day(found: Captures, kind: str, changes: dict[str, object]) -> Built:
    """The day ``date`` with slots that words beside it give, in each of the ways to read it."""
    day = found.draft("date")
    if day is None or not isinstance(day.data.get("slots"), Slots):
        return None
    slots, options = day.data["slots"], day.data.get("options", ())
    assert isinstance(slots, Slots) and isinstance(options, tuple)
    data: dict[str, object] = {
        "slots": slots._replace(**changes),  # type: ignore[arg-type]
        "options": tuple(one._replace(**changes) for one in options),
    }
    return Draft(kind, *found.quoted, parts=day.parts, read_by=found.path, data=data)


def relative(found: Captures) -> Built:
    """So many units before or after, or a unit that a word points at (last month)."""
    sign = found.whole("sign")
    if sign is None:
        length = {"count": found.whole("count")} if found.has("count") else {}
        return _dated(found, "period", **length)
    count = found.whole("count") or (1 if found.text("count") is not None else None)
    if count is None:
        return None
    unit = found.text("unit")
    kind = "day" if unit == "day" else "moment" if unit in ("second", "minute", "hour") else "period"
    return _dated(found, kind, count=sign * count)


def midnight(found: Captures) -> Built:
    pair = found.whole("first"), found.whole("second")
    if pair[0] is None or pair[1] is None or (pair[0] + 1) % 7 != pair[1]:
        return None
    return _dated(found, "moment", weekdays=(pair[0], pair[1]), daypart="midnight")


def daypart(found: Captures) -> Built:
    """A part of a day beside the day itself."""
    return _beside_day(found, "day", {"daypart": found.text("daypart")})


def _slots(found: Captures) -> Slots:
    return Slots(**_values(found))  # type: ignore[arg-type]


def _values(found: Captures) -> dict[str, object]:
    values: dict[str, object] = {}
    for name in INTEGER_SLOTS:
        if found.has(name) and (whole := found.whole(name)) is not None:
            values[name] = whole
    for name in WORD_SLOTS:
        if found.has(name) and (text := found.text(name)) is not None:
            values[name] = text
    if (year_value := year_of(found)) is not None:
        values["year"] = year_value
    return values


def _dated(found: Captures, kind: str, start: int | None = None, **more: object) -> Draft:
    values = _values(found) | more
    slots = Slots(**values)  # type: ignore[arg-type]
    parts = tuple(_parts(found, values))
    data: dict[str, object] = {"slots": slots}
    months = dict.fromkeys(part.value for part in parts if part.role == "month")
    if len(months) > 1:  # two names that name two months: it may be either
        data["options"] = tuple(slots._replace(month=number) for number in months)
    if (calendar := found.given.get("also")) is not None:
        data["options"] = (slots, slots._replace(calendar=calendar))
    if found.spans("weekday") and not parts:
        data["weekday"] = Part("weekday", found.line.span(*found.spans("weekday")[0]), int(str(values["weekday"])))
    first, end = found.quoted
    return Draft(kind, first if start is None else start, end, (), parts, found.path, None, data)


def _parts(found: Captures, values: dict[str, object]) -> list[Part]:
    """The words of a Gregorian date that can be wrong singly; a month that is named twice gives two."""
    if values.get("calendar") is not None or found.given.get("parts") == "none":
        return []
    parts = []
    for role in PART_ROLES:
        value = values.get(role)
        for start, end in found.spans(role)[: 2 if role == "month" else 1]:
            own = found.meaning(role, start, end) if role == "month" else None
            if own is not None or isinstance(value, int):
                parts.append(Part(role, found.line.span(start, end), int(own) if own else int(str(value))))
    return sorted(parts, key=lambda part: part.span)


BUILDERS: dict[str, Callable[[Captures], Built]] = {
    builder.__name__: builder
    for builder in (
        date, pair, each, period, month, year, decade, century, quarter, time, clocked, relative, midnight, daypart,
    )
} | beside.BUILDERS | figures.BUILDERS | measures.BUILDERS  # fmt: skip
BUILDERS.update(numeric_dates.BUILDERS)
BUILDERS.update(weekday_words.BUILDERS)
