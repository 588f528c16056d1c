"""Lines of Duckling's examples in; cases with what is expected in them out.

An example is one phrase that is expected to be one fact. What counts as its value:

- a number or ordinal: that number, exactly;
- money, a distance, a volume, a temperature and other quantities: the number in a unit that the table of units allows;
  an interval has both ends, ``min`` and ``max`` are bounds. What is measured ("of meat") is not compared;
- a duration: the same months and minutes;
- an instant: all of its unit (``day``: the whole day); of hours, minutes and seconds also the point of time alone; the
  second of the reference itself, "now", also as TIMEX3 writes it, PRESENT_REF; another day at the hour of the reference
  also as that day, for so are days counted in TIMEX3 ("7 days ago"), and Duckling adds the hour that it is;
- the last of several units that begin with the next one ("the upcoming two weeks" is the second of them for Duckling)
  also as all of them, P2W in TIMEX3;
- an interval: from its start to its end, which is excluded; an end in hours, minutes or seconds has the last unit
  added by Duckling ("to 4 pm" ends at 17:00), so that it is right without it as well;
- an open interval: a bound at its start, or after the unit that starts there, for "after 2014" begins in 2015, or the
  TIMEX3 value of what is named, for words such as "after" are no part of it in TIMEX3.

Where the ends are Duckling's own convention (morning, weekend, summer, early March, the middle of March, the end of
2012, "by" as all from the reference until then), the TIMEX3 name is as right. Those that it only finds on request
(``withLatent``) are left aside.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from fractions import Fraction
from typing import Any

from accuracy_amounts import Amount
from accuracy_cases import FIGURES, MOMENTS, TEMPORAL, Case, Expected, Value
from accuracy_times import CLOCK, MINUTES, MONTHS, Last, Length, Stretch, after, since_beginning
from accuracy_units import DUCKLING, units_of
from factcheck.model import Fact, Span

LATENT = "withLatent"
NEGATIVE = "negative"
NUMBERS, TIMES, QUANTITIES = (
    "Duckling Numeral, Ordinal",
    "Duckling Time, Duration",
    "Duckling Money, Quantity, Distance, Volume, Temperature",
)
MEASURED = frozenset({"quantity"})
DIMENSIONS: dict[str, tuple[str, frozenset[str]]] = {
    "Numeral": (NUMBERS, FIGURES),
    "Ordinal": (NUMBERS, frozenset({"ordinal"})),
    "Time": (TIMES, MOMENTS),
    "Duration": (TIMES, frozenset({"duration"})),
    "AmountOfMoney": (QUANTITIES, frozenset({"money"})),
    "Quantity": (QUANTITIES, MEASURED),
    "Distance": (QUANTITIES, MEASURED),
    "Volume": (QUANTITIES, MEASURED),
    "Temperature": (QUANTITIES, MEASURED),
}
# Hours of a day (from, to) and what TIMEX3 calls the stretch.
PARTS_OF_DAY = {(0, 12): ("MO",), (4, 12): ("MO",), (12, 19): ("AF",), (18, 24): ("EV", "NI"), (0, 4): ("NI",)}
LATE_PARTS_OF_DAY = {(21, 24): "NI"}
# The month that a season begins in; it does so on the 20th to 23rd.
SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
SEASON_DAYS = range(85, 98)
# Days of a month, and of a week, that are early, mid and late.
PARTS_OF_MONTH = {(1, 11): "start", (11, 21): "mid", (21, 1): "end"}
PARTS_OF_WEEK = {(0, 3): "start", (4, 0): "end"}
# Days that stand for a part of their month.
DAYS_OF_MONTH = {1: "start", 15: "mid"}
MONTH_PART, WEEK_PART, YEAR_PART = 12, 3, 124
# First month, month after the last, of the parts of a year.
PARTS_OF_YEAR = {(1, 4): "start", (9, 1): "end"}
FRIDAY = 4
BELOW_ZERO = "( - "


def case(line: Mapping[str, Any]) -> Case | None:
    """The case of a line; ``None`` for a latent one."""
    if line["group"] == LATENT:
        return None
    group, kinds = DIMENSIONS[line["dim"]]
    text, published = line["text"], datetime.fromisoformat(line["ref"])
    expected: tuple[Expected, ...] = ()
    if line["group"] != NEGATIVE:
        start = len(text) - len(text.lstrip())
        span = Span(start, len(text.rstrip()))
        values = tuple(_values(_with_sign(line), published))
        expected = (Expected(span, line["dim"], kinds, values, line["expr"]),)
    over = TEMPORAL if group == TIMES else kinds

    def is_over(fact: Fact) -> bool:
        return fact.kind in over

    return Case(line["id"], line["lang"], group, f"Duckling {line['dim']}", text, published, expected, is_over)


def _with_sign(line: Mapping[str, Any]) -> Mapping[str, Any]:
    """The value of a line; what ``expr`` has below zero stands in ``values`` without its sign."""
    value: Mapping[str, Any] = line["value"]
    if BELOW_ZERO not in line["expr"] or "values" not in value:
        return value
    return {**value, "values": [-number for number in value["values"] if number is not None]}


def _values(value: Mapping[str, Any], reference: datetime) -> Iterator[Value]:
    kind = value["kind"]
    if kind in ("number", "ordinal"):
        yield _amount(value["value"], value["value"])
    elif kind == "duration":
        yield _length(Fraction(value["value"]), value["grain"])
    elif "values" in value:
        yield _quantity(kind, value["values"], units_of(DUCKLING, value["unit"][0]))
    else:
        yield from _times(kind, value, reference.replace(tzinfo=None))


def _amount(low: Any, high: Any, units: frozenset[str] = frozenset()) -> Amount:
    return Amount(None if low is None else Fraction(low), None if high is None else Fraction(high), units)


def _quantity(kind: str, numbers: list[Any], units: frozenset[str]) -> Amount:
    low = None if kind == "max" else numbers[0]
    high = None if kind == "min" else numbers[-1]
    return _amount(low, high, units)


def _length(count: Fraction, grain: str) -> Length:
    if grain in MONTHS:
        return Length(count * MONTHS[grain], Fraction(0))
    return Length(Fraction(0), count * MINUTES[grain], count * MINUTES[grain])


def _times(kind: str, value: Mapping[str, Any], reference: datetime) -> Iterator[Value]:
    if value["start"].startswith("-"):  # before the first year that datetime knows
        yield Stretch(names=(f"BC{value['start'][1:5]}",))
        return
    start, grain = datetime.fromisoformat(value["start"]), value["grain"]
    low, next_low = since_beginning(start), since_beginning(after(start, grain))
    if kind == "instant":
        yield Stretch((low,), (next_low, low) if grain in CLOCK else (next_low,))
        yield from _from_reference(start, grain, reference)
        yield from _edge_of_month(start, grain)
    elif kind == "open" and value["dir"] == "after":
        yield Stretch((low, next_low), (None,), _names(start, grain))
    elif kind == "open":
        yield Stretch((None,), (low, next_low), _names(start, grain))
    else:
        end = datetime.fromisoformat(value["end_excl"])
        high = since_beginning(end)
        yield Stretch((low,), (high, high - MINUTES[grain]) if grain in CLOCK else (high,))
        yield from _by_convention(start, end, grain)
        if start == reference:
            yield from _until_end(end - timedelta(days=1))


def _from_reference(start: datetime, grain: str, reference: datetime) -> Iterator[Value]:
    """What TIMEX3 calls an instant that is counted from the reference time."""
    if grain == "second" and start == reference:
        yield Stretch(names=("PRESENT_REF",))
    elif grain == "hour" and start.hour == reference.hour and start.date() != reference.date():
        yield Stretch(names=_names(start, "day"))
    elif (count := _units_on(start, grain, reference)) > 1:
        yield Last(since_beginning(after(start, grain)), f"P{count}{grain[0].upper()}")


def _until_end(last: datetime) -> Iterator[Stretch]:
    """What ends with a day, for a stretch from the reference until then: "by the end of the year"."""
    for name in ("%Y-%m-%d", "%Y-%m", "%Y"):
        yield Stretch(names=(last.strftime(name),), mod="end")


def _edge_of_month(start: datetime, grain: str) -> Iterator[Stretch]:
    """The day that stands for the start, the middle or the end of a month ("the middle of March": the 15th)."""
    last = (after(start, "day")).month != start.month
    if grain == "day" and (part := "end" if last else DAYS_OF_MONTH.get(start.day)):
        yield Stretch(names=(f"{start:%Y-%m}",), mod=part)
    if grain == "second":
        yield Stretch(names=(f"{start:%Y-%m-%dT%H:%M:%S}",))


def _units_on(start: datetime, grain: str, reference: datetime) -> int:
    """How many units of the calendar after that of the reference begins the one that starts there."""
    if grain in CLOCK:
        return 0
    if grain in MONTHS:
        months = (start.year - reference.year) * 12 + start.month - reference.month
        return -(-months // MONTHS[grain])
    days = (start.date() - reference.date()).days
    return days if grain == "day" else -(-days // 7)


def _names(start: datetime, grain: str) -> tuple[str, ...]:
    """What TIMEX3 calls the unit that begins there."""
    name = {"year": "%Y", "month": "%Y-%m", "day": "%Y-%m-%d"}.get(grain, "%Y-%m-%dT%H:%M")
    return (start.strftime(name),)


def _by_convention(start: datetime, end: datetime, grain: str) -> Iterator[Stretch]:
    """The TIMEX3 names of stretches whose ends every reader sets as it likes."""
    days = (end - start).days
    if grain == "hour":
        hours = start.hour, int((since_beginning(end) - since_beginning(start)) / 60) + start.hour
        for name in PARTS_OF_DAY.get(hours, ()):
            yield Stretch(names=(f"{start.date()}T{name}",))
        if hours in LATE_PARTS_OF_DAY:
            yield Stretch(names=(f"{start.date()}T{LATE_PARTS_OF_DAY[hours]}",), mod="end")
        if start.weekday() == FRIDAY and end - start == timedelta(days=2, hours=6):
            year, week, _ = start.isocalendar()
            yield Stretch(names=(f"{year}-W{week:02d}-WE",))
    elif grain == "day":
        if start.month in SEASONS and start.day in range(20, 24) and days in SEASON_DAYS:
            yield Stretch(names=(f"{start.year}-{SEASONS[start.month]}",))
        if (part := PARTS_OF_MONTH.get((start.day, end.day))) and days < MONTH_PART:
            yield Stretch(names=(f"{start:%Y-%m}",), mod=part)
        if (part := PARTS_OF_WEEK.get((start.weekday(), end.weekday()))) and days == WEEK_PART:
            year, week, _ = start.isocalendar()
            yield Stretch(names=(f"{year}-W{week:02d}",), mod=part)
    elif grain == "month" and (part := PARTS_OF_YEAR.get((start.month, end.month))) and days < YEAR_PART:
        yield Stretch(names=(f"{start:%Y}",), mod=part)
