"""Lines of Recognizers-Text's specs in; cases with what is expected in them out.

A spec gives sentences and the words to be found in them, of which each is a case. What counts as its value:

- numbers, percentages, ordinals, ages, money, temperatures, dimensions: the number (these specs leave the words around
  it out, so that "more than 20" is 20 for them) in a unit that the table of units allows;
- a range of numbers ``[10,20)``: both ends; of one without end, such as ``(20,)``, also whether the other belongs to
  it, but not of one with both: they write "from 10 to 20" with the end excluded;
- dates and times: the start and the end of one of the values (of a parser's, the future or the past one), or its TIMEX3
  value once both are spelled alike. A date is the whole day, a time a point or at most its hour. The end of a range is
  excluded in theirs as in ours, but of two dates, weeks, months, quarters or years ("from 4 to 22 January", "from May
  2015 to 2018") they give the beginning of the last one, so that either it or the end of a unit that begins there is
  right.
  Before and after are bounds, or the TIMEX3 value of what is named; early, mid and late must be read as such. Times are
  local. What they call undefined, for the text does not say which ("that weekend"), has no value;
- durations: the same months and minutes, or the seconds given; "a few" is three by their convention, and so is the X
  that TIMEX3 writes;
- the last minute of a day ("the end of the day"): also the day itself, read as its end, as TIMEX3 writes it;
- repetitions: the TIMEX3 value, of a fact of the kind ``set``.

No value is compared where the spec gives none, or says that its own are not to be compared (``ignore_resolution``, of
many that were translated). Words that their sentence does not hold have no place and are left out. What implementations
do not support is counted all the same. The modes for calendars, tasks, experiments, extended types and split dates, and
time zones alone, are left out.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from accuracy_cases import FIGURES, MOMENTS, TEMPORAL, Case, Expected
from accuracy_resolutions import values
from factcheck.model import Fact, Span

NUMBERS, UNITS, TIMES = "Recognizers Number", "Recognizers NumberWithUnit", "Recognizers Date/Time"
KINDS: dict[str, frozenset[str]] = {
    "number": FIGURES,
    "numberrange": FIGURES,
    "percentage": frozenset({"percent"}),
    "ordinal": frozenset({"ordinal"}),
    "ordinal.relative": frozenset({"ordinal"}),
    "currency": frozenset({"money"}),
    "dimension": frozenset({"quantity"}),
    "temperature": frozenset({"quantity"}),
    "age": frozenset({"age"}),
    "duration": frozenset({"duration"}),
    "set": frozenset({"set"}),
} | dict.fromkeys(("date", "daterange", "datetime", "datetimerange", "datetimealt", "time", "timerange"), MOMENTS)


class Spec(NamedTuple):
    """The group of a spec, and which facts are too many in a sentence where it expects nothing."""

    group: str
    is_over: Callable[[Fact], bool]


def _kind(*kinds: str) -> Callable[[Fact], bool]:
    return lambda fact: fact.kind in kinds


def _is_range(fact: Fact) -> bool:
    value = fact.readings[0].value if fact.readings else None
    bounded = value is not None and (value.low is None or value.high is None)
    return fact.kind in FIGURES and (bounded or any(reading.note == "range" for reading in fact.readings))


def _in_degrees(fact: Fact) -> bool:
    return fact.kind == "quantity" and any(reading.unit.startswith("degree") for reading in fact.readings)


SPECS: dict[str, Spec] = {
    "NumberModel": Spec(NUMBERS, _kind("number")),
    "NumberModelPercentMode": Spec(NUMBERS, _kind("number")),
    "NumberRangeModel": Spec(NUMBERS, _is_range),
    "OrdinalModel": Spec(NUMBERS, _kind("ordinal")),
    "OrdinalModelSuppressExtendedTypes": Spec(NUMBERS, _kind("ordinal")),
    "PercentModel": Spec(NUMBERS, _kind("percent")),
    "PercentModelPercentMode": Spec(NUMBERS, _kind("percent")),
    "AgeModel": Spec(UNITS, _kind("age")),
    "CurrencyModel": Spec(UNITS, _kind("money")),
    "DimensionModel": Spec(UNITS, lambda fact: fact.kind == "quantity" and not _in_degrees(fact)),
    "TemperatureModel": Spec(UNITS, _in_degrees),
    "DateTimeModel": Spec(TIMES, _kind(*TEMPORAL)),
}
# A spec of one kind says nothing of the others: "in 3 weeks" is no period for it, but may be a date for another.
OF_TIMES = {
    **dict.fromkeys(("Date", "Holiday"), _kind("day")),
    "DatePeriod": _kind("month", "year", "period"),
    **dict.fromkeys(("DateTime", "DateTimePeriod"), _kind("moment")),
    **dict.fromkeys(("Time", "TimePeriod"), _kind("time", "moment")),
    "Duration": _kind("duration"),
    "Set": _kind("set"),
    "Merged": _kind(*TEMPORAL),
}
SPECS |= {name + what: Spec(TIMES, over) for name, over in OF_TIMES.items() for what in ("Extractor", "Parser")}
PREFIX = "datetimeV2."
TIME_ZONE = "datetimeV2.timezone"


def case(line: Mapping[str, Any]) -> Case | None:
    """The case of a line; ``None`` when its spec is left out, or nothing that it expects has a place in its text."""
    spec = SPECS.get(line["spec"])
    if spec is None:
        return None
    text = line["text"]
    placed = tuple(one for one in line["expected"] if _has_place(text, one) and one["type"] != TIME_ZONE)
    if line["expected"] and not placed:
        return None
    compared = not line["ignore_resolution"]
    expected = tuple(_expected(entry, compared) for entry in placed)
    published = datetime.fromisoformat(line["ref"]) if line["ref"] else None
    name = f"Recognizers {line['spec']}"
    return Case(line["id"], line["lang"], spec.group, name, text, published, expected, spec.is_over)


def _has_place(text: str, entry: Mapping[str, Any]) -> bool:
    """Whether the words expected stand where the spec says."""
    start, end, words = entry["start"], entry["end"], entry["text"].casefold().strip()
    return bool(words and start >= 0 and text[start:end].casefold().strip() == words)


def _expected(entry: Mapping[str, Any], compared: bool) -> Expected:
    what = (entry["type"] or "numberrange").removeprefix(PREFIX)
    resolution = entry["resolution"]
    found = tuple(values(what, resolution)) if compared and isinstance(resolution, dict) else ()
    shown = json.dumps(resolution, ensure_ascii=False, default=str)
    return Expected(Span(entry["start"], entry["end"]), what, KINDS[what], found, shown)
