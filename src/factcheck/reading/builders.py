"""Matches of language patterns -> numbers and drafts of facts. One function a builder name of ``patterns.txt``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from factcheck.languages.numerals import classes_of
from factcheck.model import Part
from factcheck.reading.captures import Captures
from factcheck.reading.lines import Draft, Line, Number
from factcheck.reading.numbers import evaluate
from factcheck.reading.slots import Slots

Built = Draft | str | None
"""A draft to cover its tokens with, a character to cover them with, or ``None``: read on."""

INTEGER_SLOTS = (
    "day",
    "month",
    "weekday",
    "decade",
    "century",
    "hour",
    "minute",
    "quarter",
    "offset_days",
    "zone",
)
WORD_SLOTS = ("reference", "unit", "part", "daypart", "meridiem", "season", "calendar", "era")
PART_ROLES = ("weekday", "day", "month", "year")


def number(found: Captures) -> Built:
    """A number of several words or of number words."""
    line = found.line
    value = evaluate(line, found.start, found.end)
    if value is None:
        return None
    return _numeric(line, found.start, value, "spelled")


def ordinal(found: Captures) -> Built:
    value = evaluate(found.line, found.start, found.end)
    return None if value is None else _numeric(found.line, found.start, replace(value, spelled=True), "ordinal")


def _numeric(line: Line, at: int, value: Number, form: str) -> str:
    line.numbers[at] = value
    whole = int(value.value) if value.value.denominator == 1 else -1
    if whole < 0:
        return line.lexicon.code(("number", "decimal"))
    return line.lexicon.code((*classes_of(whole), form))


def identifier(found: Captures) -> Built:
    """A name that holds a figure: no fact."""
    return found.line.lexicon.code(("mixed",))


def date(found: Captures) -> Built:
    """A day, month or other stretch of the calendar from the slots that the pattern names."""
    return _dated(found, "day")


def month(found: Captures) -> Built:
    return _dated(found, "month")


def year(found: Captures) -> Built:
    return _dated(found, "year", start=found.spans("part")[0][0] if found.has("part") else found.spans("year")[0][0])


def decade(found: Captures) -> Built:
    value = found.whole("decade")
    return None if value is None or value % 10 else _dated(found, "period")


def century(found: Captures) -> Built:
    return _dated(found, "period")


def quarter(found: Captures) -> Built:
    value = found.whole("quarter")
    return _dated(found, "period") if value is not None and 1 <= value <= 4 else None


def time(found: Captures) -> Built:
    return _dated(found, "time")


def relative(found: Captures) -> Built:
    """So many units before or after, or a unit that a word points at (last month)."""
    sign = found.whole("sign")
    if sign is None:
        return _dated(found, "period")
    count = 1 if found.text("count") is not None else found.whole("count")
    if count is None:
        return None
    return _dated(found, "day" if found.text("unit") == "day" else "period", count=sign * count)


def midnight(found: Captures) -> Built:
    pair = found.whole("first"), found.whole("second")
    if pair[0] is None or pair[1] is None or (pair[0] + 1) % 7 != pair[1]:
        return None
    return _dated(found, "moment", weekdays=(pair[0], pair[1]), daypart="midnight")


def daypart(found: Captures) -> Built:
    """A part of a day beside the day itself."""
    inner = found.draft("date")
    if inner is None or not isinstance(inner.data.get("slots"), Slots):
        return None
    slots = inner.data["slots"]
    assert isinstance(slots, Slots)
    joined = replace(slots, daypart=found.text("daypart"))
    options = tuple(replace(one, daypart=joined.daypart) for one in inner.data.get("options", ()))  # type: ignore[attr-defined]
    data: dict[str, object] = {"slots": joined, "options": options}
    return Draft("day", found.start, found.end, parts=inner.parts, read_by=inner.read_by, data=data)


def numericdate(found: Captures) -> Built:
    """Two numbers and a year: day and month either way round when both fit."""
    one, two, year_value = found.whole("one"), found.whole("two"), _year(found)
    if one is None or two is None or year_value is None:
        return None
    found_slots = [Slots(day=d, month=m, year=year_value) for d, m in ((one, two), (two, one)) if m <= 12 and d <= 31]
    if not found_slots:
        return None
    options = tuple(dict.fromkeys(found_slots))
    return Draft("day", found.start, found.end, read_by=_path(found), data={"slots": options[0], "options": options})


def dotdate(found: Captures) -> Built:
    day, month_value, year_value = map(int, found.line.words(found.start, found.end)[0].split("."))
    slots = Slots(day=day, month=month_value, year=year_value if year_value > 99 else _century_of(year_value))
    return Draft("day", found.start, found.end, read_by=_path(found), data={"slots": slots})


def percent(found: Captures) -> Built:
    return _figure(found, "percent", "percent")


def percentpoint(found: Captures) -> Built:
    return _figure(found, "number", "percentage point")


def money(found: Captures) -> Built:
    return _figure(found, "money", found.text("unit") or "")


def quantity(found: Captures) -> Built:
    return _figure(found, "quantity", found.text("unit") or "")


def age(found: Captures) -> Built:
    return _figure(found, "age", "year")


def duration(found: Captures) -> Built:
    unit = found.text("unit") or ""
    value = found.line.number(found.spans("n")[0][0]) if found.spans("n") else None
    value = value or Number(Fraction(found.given.get("n", 1)))
    return Draft("duration", found.start, found.end, number=value, read_by=_path(found), data={"unit": unit})


def fraction(found: Captures) -> Built:
    """A share in words; it is a percentage of what follows."""
    count = found.whole("n")
    text = found.text("share")
    share = Fraction(text) * (count or 1) if text else Fraction(1, count) if count else None
    if share is None or not 0 < share <= 1:
        return None
    exact = Number(share * 100, Fraction(1))
    return Draft("percent", found.start, found.end, number=exact, read_by=_path(found), data={"unit": "percent"})


def dual(found: Captures) -> Built:
    """A noun whose ending says two."""
    unit = found.text("noun") or ""
    two = Number(Fraction(2), spelled=True)
    return Draft("number", found.start, found.end, number=two, read_by=_path(found), data={"unit": unit})


def _figure(found: Captures, kind: str, unit: str) -> Built:
    value = found.line.number(found.spans("n")[0][0])
    if value is None or not unit:
        return None
    return Draft(kind, found.start, found.end, number=value, read_by=_path(found), data={"unit": unit})


def _dated(found: Captures, kind: str, start: int | None = None, **more: object) -> Built:
    values: dict[str, object] = {}
    for name in INTEGER_SLOTS:
        if found.has(name) and (whole := found.whole(name)) is not None:
            values[name] = whole
    for name in WORD_SLOTS:
        if found.has(name) and (text := found.text(name)) is not None:
            values[name] = text
    if (year_value := _year(found)) is not None:
        values["year"] = year_value
    values.update(more)
    slots = Slots(**values)  # type: ignore[arg-type]
    parts = tuple(_parts(found, values))
    data: dict[str, object] = {"slots": slots}
    months = dict.fromkeys(part.value for part in parts if part.role == "month")
    if len(months) > 1:  # two names that name two months: it may be either
        data["options"] = tuple(replace(slots, month=number) for number in months)
    return Draft(kind, start if start is not None else found.start, found.end, (), parts, _path(found), None, data)


def _parts(found: Captures, values: dict[str, object]) -> list[Part]:
    """The words of a Gregorian date that can be wrong singly; a month that is named twice gives two."""
    if values.get("calendar") is not None:
        return []
    parts = []
    for role in PART_ROLES:
        value = values.get(role)
        for start, end in found.spans(role)[: 2 if role == "month" else 1]:
            own = found.meaning(role, start, end) if role == "month" else None
            if own is not None or isinstance(value, int):
                parts.append(Part(role, found.line.span(start, end), int(own) if own else int(str(value))))
    return sorted(parts, key=lambda part: part.span)


def _year(found: Captures) -> int | None:
    value = found.whole("year")
    if value is None:
        return None
    at = found.spans("year")[0][0]
    short = len(found.line.words(at, at + 1)[0]) == 2
    return _century_of(value) if short and found.text("calendar") is None else value


def _century_of(short: int) -> int:
    """Two digits of a year: 1950 to 2049."""
    return short + (2000 if short < 50 else 1900)


def _path(found: Captures) -> tuple[str, ...]:
    return (found.reader.pattern.place,)


BUILDERS: dict[str, Callable[[Captures], Built]] = {
    builder.__name__: builder
    for builder in (
        number, ordinal, identifier, date, month, year, decade, century, quarter, time, relative, midnight, daypart,
        numericdate, dotdate, percent, percentpoint, money, quantity, age, duration, fraction, dual,
    )
}  # fmt: skip
