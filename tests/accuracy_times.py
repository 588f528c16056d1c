"""A date, time, repetition or length of time that the data expect, held against the readings of a fact."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from fractions import Fraction
from typing import NamedTuple

from factcheck.model import MINUTES_A_DAY, Reading

BEGINNING = datetime(1, 1, 1)
MONTHS = {"month": 1, "quarter": 3, "year": 12}
MINUTES = {"second": Fraction(1, 60), "minute": Fraction(1), "hour": Fraction(60)} | {
    "day": Fraction(MINUTES_A_DAY),
    "week": Fraction(7 * MINUTES_A_DAY),
}
CLOCK = ("second", "minute", "hour")
PARTS = ("start", "mid", "end")
FEW = "3"

_ZONE = re.compile(r"(T\d\d(?::\d\d){0,2})(?:Z|[+-]\d\d(?::?\d\d)?)$", re.ASCII)
_HOUR = re.compile(r"(T\d\d)(?::(\d\d)(?::(\d\d))?)?$", re.ASCII)
_SEASON = re.compile(r"SP|SU|FA|WI")
_LENGTH = re.compile(r"(\d+(?:\.\d+)?)(CE|DE|Y|Q|M|WE|W|D|H|S)", re.ASCII)
_LETTER_MONTHS = {"CE": 1200, "DE": 120, "Y": 12, "Q": 3, "M": 1}
_LETTER_MINUTES = {"WE": Fraction(2 * MINUTES_A_DAY), "W": MINUTES["week"], "D": MINUTES["day"], "H": Fraction(60)}


class Stretch(NamedTuple):
    """A stretch of time by its ends or by its TIMEX3 name; a reading that has either is right.

    ``lows`` and ``highs`` are where it may begin and end, in minutes since 0001-01-01T00:00 as readings count them,
    the end excluded (``None``: without end). A ``daily`` one is a time of day of any day: minutes since midnight, and
    a name that begins with ``T``. With ``mod`` (start, mid or end) the name alone is not enough, the reading must say
    so too, and without it must not.
    """

    lows: tuple[Fraction | None, ...] = ()
    highs: tuple[Fraction | None, ...] = ()
    names: tuple[str, ...] = ()
    mod: str = ""
    daily: bool = False

    def fits(self, kind: str, reading: Reading) -> bool:
        return self._has_name(reading) or self._has_ends(reading)

    def _has_name(self, reading: Reading) -> bool:
        if reading.timex is None:
            return False
        name = named(reading.timex)
        if self.daily:
            name = name[max(name.find("T"), 0) :]
        notes = reading.note.lower().split(";")
        mod = next((part for part in PARTS if part in notes), "")
        return mod == self.mod and name in map(named, self.names)

    def _has_ends(self, reading: Reading) -> bool:
        low, high = reading.value.low, reading.value.high
        if low is None and high is None:
            return False
        if self.daily:
            midnight = Fraction((low if low is not None else high or 0) // MINUTES_A_DAY * MINUTES_A_DAY)
            low = None if low is None else low - midnight
            high = None if high is None else high - midnight
        return low in self.lows and high in self.highs


class Last(NamedTuple):
    """The last of several units: a reading is right that has all of them, by their TIMEX3 name, and ends with it."""

    end: Fraction
    name: str

    def fits(self, kind: str, reading: Reading) -> bool:
        return reading.timex == self.name and reading.value.high == self.end


class Length(NamedTuple):
    """A length of time: so many months and minutes, as the TIMEX3 value of a reading gives them.

    A year is twelve months and a week seven days, but no month is thirty days. ``exact`` is the same in minutes alone,
    where the data give it; a reading of just so many minutes is right as well. With ``few`` three is what data without
    a word for it write for "a few", which TIMEX3 writes as X.
    """

    months: Fraction
    minutes: Fraction
    exact: Fraction | None = None
    few: bool = False

    def fits(self, kind: str, reading: Reading) -> bool:
        timex = reading.timex or ""
        read = length(timex.replace("X", FEW) if self.few else timex)
        if read is not None and (read.months, read.minutes) == (self.months, self.minutes):
            return True
        return self.exact is not None and reading.value.exact == self.exact


def length(timex: str) -> Length | None:
    """``P1Y6M``, ``PT90M``, ``P2W`` -> months and minutes; ``None`` for what is no length."""
    if not timex.startswith("P"):
        return None
    months = minutes = Fraction(0)
    days, _, clock = timex[1:].partition("T")
    for text, is_clock in ((days, False), (clock, True)):
        if _LENGTH.sub("", text):
            return None
        for number, letter in _LENGTH.findall(text):
            if is_clock and letter in ("M", "S"):
                minutes += Fraction(number) * (1 if letter == "M" else MINUTES["second"])
            elif letter in _LETTER_MONTHS:
                months += Fraction(number) * _LETTER_MONTHS[letter]
            elif letter in _LETTER_MINUTES:
                minutes += Fraction(number) * _LETTER_MINUTES[letter]
            else:
                return None
    return Length(months, minutes) if timex[1:].strip("T") else None


def named(timex: str) -> str:
    """One spelling for each TIMEX3 value: hours with their minutes, without zones and whole seconds, seasons dated."""
    if timex.startswith("P") and timex[1:2] in "T0123456789":
        return timex
    if _SEASON.fullmatch(timex):
        return f"XXXX-{timex}"
    timex = _ZONE.sub(r"\1", timex)
    found = _HOUR.search(timex)
    if not found:
        return timex
    seconds = f":{found[3]}" if found[3] not in (None, "00") else ""
    return f"{timex[: found.start()]}{found[1]}:{found[2] or '00'}{seconds}"


def since_beginning(moment: datetime) -> Fraction:
    """Minutes since 0001-01-01T00:00."""
    past = moment - BEGINNING
    return Fraction(past.days * MINUTES_A_DAY) + Fraction(past.seconds, 60)


def after(moment: datetime, grain: str, count: int = 1) -> datetime:
    """So many units later; a month later than the 31st is no matter here, for units begin on the first."""
    if grain not in MONTHS:
        return moment + timedelta(seconds=int(MINUTES[grain] * 60) * count)
    years, month = divmod(moment.month - 1 + MONTHS[grain] * count, 12)
    return moment.replace(year=moment.year + years, month=month + 1, day=min(moment.day, 28))
