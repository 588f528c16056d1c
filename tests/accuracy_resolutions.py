"""A resolution of Recognizers-Text in; the values that are right for it out, none where it gives none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime, time, timedelta
from fractions import Fraction
from typing import Any

from accuracy_amounts import Amount
from accuracy_cases import Value
from accuracy_times import PARTS, Length, Stretch, after, length, since_beginning
from accuracy_units import POUND_OF_MONEY, POUND_OF_WEIGHT, RECOGNIZERS, units_of

NOTHING = ("", "not resolved", "null", None)
NO_DATE = "0001-01-01"
# Both ends of a range as written, and how long it is: (2016-11-04,2016-11-22,P18D).
_TRIPLE = re.compile(r"\((\S+),(\S+),P\d+([DWMY])\)", re.ASCII)
# The units that begin on the first of a month, each with how many months apart they begin.
_BEGINNINGS = (("month", 1), ("quarter", 3), ("year", 12))
# The end of a day is its last minute for them, and the day with its end as MOD for TIMEX3.
LAST_MINUTE = (23, 59)
# A reference that the text leaves open.
UNDEFINED = "ref_undef"
_RANGE = re.compile(r"([\[(])(-?[\d.]*),(-?[\d.]*)([\])])", re.ASCII)
_WEEKDAY = re.compile(r"XXXX-WXX-[1-7]", re.ASCII)
_YEARLESS = re.compile(r"XXXX(?=-)(?!.*WXX)")


def values(what: str, resolution: Mapping[str, Any]) -> Iterator[Value]:
    """The values of an entity of type ``what``; of several, each is right."""
    if what == "numberrange":
        yield from _range(resolution["value"])
    elif what in ("number", "percentage", "ordinal", "ordinal.relative"):
        yield from _number(resolution["value"].removesuffix("%") if resolution["value"] else None)
    elif what in ("currency", "dimension", "temperature", "age"):
        yield from _number(resolution["value"], _units(what, resolution["unit"]))
    else:
        for timex, one in _alternatives(resolution):
            yield from _time(what, timex, one)


def _number(text: str | None, units: frozenset[str] = frozenset()) -> Iterator[Amount]:
    """No value for a position that only counts from another ("the one before last")."""
    if text in NOTHING or text is None or text.startswith(("end", "current")):
        return
    number = Fraction(text)
    yield Amount(number, number, units, loose=True)


def _units(what: str, name: str) -> frozenset[str]:
    if name == "Pound":
        return POUND_OF_MONEY if what == "currency" else POUND_OF_WEIGHT
    return units_of(RECOGNIZERS, name)


def _range(text: str) -> Iterator[Amount]:
    found = _RANGE.fullmatch(text)
    if found is None:
        return
    low, high = (Fraction(end) if end else None for end in found.group(2, 3))
    one_sided = low is None or high is None
    low_open = found[1] == "(" if one_sided and low is not None else None
    high_open = found[4] == ")" if one_sided and high is not None else None
    yield Amount(low, high, low_open=low_open, high_open=high_open)


def _alternatives(resolution: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, str]]]:
    """The TIMEX3 value and the fields of each value: of a model's, or the future and the past one of a parser's."""
    if "values" in resolution:
        yield from ((one.get("timex", ""), one) for one in resolution["values"])
        return
    timex = resolution.get("Timex", resolution.get("timex", ""))
    mod = {"Mod": resolution["Mod"]} if "Mod" in resolution else {}
    for name in ("FutureResolution", "PastResolution"):
        yield timex, _plain(resolution[name]) | mod


def _plain(fields: Mapping[str, str]) -> dict[str, str]:
    """A parser's ``startDate``, ``endTime`` ... under the names that models use."""
    found = {}
    for name, text in fields.items():
        plain = "start" if name.startswith("start") else "end" if name.startswith("end") else "value"
        found[plain] = text
    return found


def _time(what: str, timex: str, fields: Mapping[str, str]) -> Iterator[Value]:
    value, start, end = (fields.get(name) for name in ("value", "start", "end"))
    if what == "set":
        if timex:
            yield Stretch(names=(timex,))
    elif what == "duration":
        exact = Fraction(value) / 60 if value and value not in NOTHING else None
        parsed = length(timex) or Length(Fraction(-1), Fraction(-1))
        yield parsed._replace(exact=exact, few=True)
    elif not (value or "").startswith(NO_DATE) and fields.get("Mod") != UNDEFINED:
        yield from _stretch(what, timex, fields.get("Mod", ""), [_point(text) for text in (value, start, end)])


def _stretch(what: str, timex: str, mod: str, points: list[datetime | None]) -> Iterator[Stretch]:
    value, start, end = points
    daily = what in ("time", "timerange") or (what == "datetimealt" and timex.startswith("T"))
    names = (_dated(timex, value or start or end),) if timex else ()
    part = mod.rpartition("-")[2] if mod.rpartition("-")[2] in PARTS else ""
    lows: tuple[Fraction | None, ...] = ()
    highs: tuple[Fraction | None, ...] = ()
    if value is not None and (what == "date" or (what == "datetimealt" and "T" not in timex)):
        lows, highs = (since_beginning(value),), (since_beginning(after(value, "day")),)
    elif value is not None:
        units = (after(value, grain) for grain in ("second", "minute", "hour"))
        lows, highs = (since_beginning(value),), tuple(since_beginning(end) for end in (value, *units))
    elif start is not None or end is not None:
        lows = (None,) if start is None else (since_beginning(start),)
        highs = (None,) if end is None else _ends(start, end, timex)
    if names or lows:
        yield Stretch(lows, highs, names, part, daily)
    if value is not None and (value.hour, value.minute) == LAST_MINUTE and not daily:
        yield Stretch(names=(f"{value:%Y-%m-%d}",), mod="end")


def _ends(start: datetime | None, end: datetime, timex: str) -> tuple[Fraction, ...]:
    """Where a range may end: as given, after a unit that is given as its last, or after its last second."""
    if start is not None and end < start:
        end += timedelta(days=1)
    found = [end]
    if _TRIPLE.fullmatch(timex) is not None:
        found.append(after(end, "day"))
        if end.weekday() == 0:
            found.append(after(end, "week"))
        if end.day == 1:
            found += [after(end, unit) for unit, months in _BEGINNINGS if (end.month - 1) % months == 0]
    if end.second == 59:
        found.append(after(end, "second"))
    return tuple(since_beginning(one) for one in found)


def _dated(timex: str, point: datetime | None) -> str:
    """The TIMEX3 value with the year or the day that it leaves open, as a resolved value gives it."""
    if point is None:
        return timex
    return _YEARLESS.sub(f"{point:%Y}", _WEEKDAY.sub(f"{point:%Y-%m-%d}", timex))


def _point(text: str | None) -> datetime | None:
    """A moment; a time alone is on the first day that there is."""
    if text is None or text in NOTHING:
        return None
    if ":" in text and "-" not in text:
        return datetime.combine(datetime.min, time.fromisoformat(text))
    return datetime.fromisoformat(text)
