"""Values in a contradiction -> the words for them, as the article at hand writes numbers and dates."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from fractions import Fraction

from factcheck.explaining.calendar import day_at, range_of_month, range_of_year, start
from factcheck.explaining.case import Case, Known, Mention
from factcheck.explaining.names import name_of
from factcheck.explaining.writing import edit_of, written_in
from factcheck.languages.numerals import numeral
from factcheck.model import MINUTES_A_DAY, Fact, Range

MINUTES_AN_HOUR = 60
SHOWN_DECIMALS = 2
MOST_AFTER = 40
_UP_TO_SIGN = re.compile(r"(?:[^\W\d]|[ \u2019'-])*")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d).*)?")


def number(case: Case, value: Fraction) -> str:
    """A number with the article's digits; long fractions are cut to two places."""
    return case.numerals.number(value, most=SHOWN_DECIMALS)


def moment(case: Case, minutes: Fraction, like: Fact | None = None) -> str:
    """A day, with the clock where it is not midnight; the month's name in the style of ``like`` or of the case."""
    day = day_at(minutes)
    if day is None:
        return number(case, minutes)
    written = day_words(case, day, like)
    clock = int(minutes - start(day))
    if not clock:
        return written
    hour, minute = divmod(clock, MINUTES_AN_HOUR)
    time = f"{case.numerals.plain(hour, 2)}:{case.numerals.plain(minute, 2)}"
    return case.texts.text("style.moment", date=written, clock=time)


def day_words(case: Case, day: date, like: Fact | None = None) -> str:
    return case.texts.text(
        "style.day", day=case.numerals.plain(day.day), month=month(case, day.month, like), year=year(case, day.year)
    )


def month(case: Case, value: int, like: Fact | None = None) -> str:
    """The name of a month in the style in which ``like`` names one, else another date of the case."""
    facts = [like] if like is not None else []
    facts += [mention.fact for mention in case.mentions if mention.fact is not None]
    for fact in facts:
        for part in fact.parts:
            text = case.documents[fact.path].text
            words = text[part.span.start : part.span.end]
            if part.role == "month" and not words.isdecimal():
                if part.value == value:
                    return words
                return name_of(case.texts, "month", value, words, part.value, text) or str(value)
    return name_of(case.texts, "month", value) or str(value)


def year(case: Case, value: int) -> str:
    return case.numerals.plain(value)


def value(case: Case, mention: Mention) -> str:
    """What a mention says: the number or date that it gives, its own words where it gives a range."""
    if mention.is_duration or mention.nominal is None:
        return mention.words
    if mention.is_moment:
        return _date(case, mention) if mention.fact is None or _is_plain(mention) else whole(case, mention)
    if mention.exact is not None:
        return number(case, mention.exact)
    note = mention.fact.readings[0].note if mention.fact is not None and mention.fact.readings else ""
    return case.texts.text(f"hedge.{note}", number=mention.words) if case.texts.has(f"hedge.{note}") else mention.words


def whole(case: Case, mention: Mention) -> str:
    """The words of a mention; of a day whose month stands with another date ("from 12 to 9 May") the whole date."""
    fact = mention.fact
    if mention.part or fact is None or fact.kind != "day" or mention.nominal is None:
        return mention.words
    borrowed = any(part.role == "month" and part.span.start >= fact.span.end for part in fact.parts)
    return moment(case, mention.nominal, fact) if borrowed else mention.words


def with_words_after(case: Case, mention: Mention) -> str:
    """The words of a figure and those after it up to the next sign, where no other figure stands among them."""
    fact = mention.fact
    if fact is None:
        return mention.words
    text = case.documents[fact.path].text
    rest = _UP_TO_SIGN.match(text, fact.span.end)
    end = fact.span.end if rest is None else rest.end()
    others = (one for one in case.facts.values() if one.path == fact.path and one != fact)
    if end - fact.span.end > MOST_AFTER or any(fact.span.end <= one.span.start < end for one in others):
        return mention.words
    return text[fact.span.start : end].rstrip()


def _is_plain(mention: Mention) -> bool:
    """Whether a mention is one minute or one day by the calendar; "noon" and "dawn" are stretches of a day."""
    low = mention.ranges[0].low
    return mention.ranges[0].exact is not None or (low is not None and mention.is_day and low % MINUTES_A_DAY == 0)


def is_hedged(mention: Mention) -> bool:
    """Whether words such as "about" stand with a figure."""
    return mention.fact is not None and any(reading.note not in ("", "rounded") for reading in mention.fact.readings)


def figures(case: Case, value: Range, mention: Mention) -> str:
    """A range of numbers as the mention writes one: with its scale word, percent with a sign."""
    fact = mention.fact
    if fact is not None and fact.kind == "percent":
        return _in_unit(case, value, lambda amount: case.texts.text("value.percent", number=number(case, amount)))
    written = None if fact is None else written_in(fact, case.documents[fact.path])
    if written is None or written.scale == 1 or not written.figure:
        return bounds(case, value, moments=False, whole=mention.is_whole)
    word = case.documents[written.path].text[written.figure_span.end : written.span.end]
    low, high = (None if end is None else end / written.scale for end in value[:2])
    return _in_unit(case, value._replace(low=low, high=high), lambda amount: number(case, amount) + word)


def alike(case: Case, value: Fraction, mention: Mention) -> str | None:
    """Another number in the words of a mention: its currency and scale; ``None`` where it cannot be written so."""
    fact = mention.fact
    if fact is None or is_hedged(mention) or (written := written_in(fact, case.documents[fact.path])) is None:
        return None
    edit = edit_of(written, value, case.documents[fact.path], case.texts) if written.figure else None
    if edit is None:
        return None
    start = fact.span.start
    return mention.words[: edit.span.start - start] + edit.text + mention.words[edit.span.end - start :]


def _in_unit(case: Case, value: Range, show: Callable[[Fraction], str]) -> str:
    """The unit is said once, after the last number."""
    low, high = value.low, value.high
    if low is None or high is None or low == high:
        return _bounded(case, value, show)
    return case.texts.text("range.between", low=number(case, low), high=show(high))


def _date(case: Case, mention: Mention) -> str:
    assert mention.nominal is not None
    return moment(case, mention.nominal, mention.fact)


def known(case: Case, value: Known, like: Mention | None) -> str:
    """A value of a rule file: a number or an ISO date as the article would write it, anything else as it stands."""
    if like is None or not like.is_moment:
        figure = numeral(value.written).value if value.written else value.range.exact
        return number(case, figure) if figure is not None else value.written
    if (parts := _ISO.fullmatch(value.written)) is None:
        return value.written or bounds(case, value.range, moments=True, like=like.fact)
    return moment(case, _minutes(*parts.groups()), like.fact)


def middle(value: Known) -> Fraction | None:
    """The value itself, where it stands for a range."""
    if (parts := _ISO.fullmatch(value.written)) is not None:
        return _minutes(*parts.groups())
    figure = numeral(value.written).value if value.written else value.range.exact
    return figure if figure is not None else value.range.low


def _minutes(year: str, month: str, day: str, hour: str | None, minute: str | None) -> Fraction:
    clock = int(hour or 0) * MINUTES_AN_HOUR + int(minute or 0)
    return start(date(int(year), int(month), int(day))) + clock


def kind_of(case: Case, variable: str) -> Mention | None:
    """A mention of the same sort of thing: of the variable itself, else the first of the case."""
    own = case.of_variable(variable)
    return next(iter(own or case.mentions), None)


def bounds(case: Case, value: Range, moments: bool, whole: bool = False, like: Fact | None = None) -> str:
    """``value`` in words: ``11 November 2020 or later``, ``34 to 36``."""
    low, high, low_open, high_open = value

    def show(amount: Fraction) -> str:
        return _as_coarse(case, amount, like) if moments else number(case, amount)

    if whole:
        low = None if low is None else Fraction(low.__floor__() + 1 if low_open else low.__ceil__())
        high = None if high is None else Fraction(high.__ceil__() - 1 if high_open else high.__floor__())
        low_open = high_open = False
    if moments and low is not None and high is not None:
        return period(case, value, like)
    return _bounded(case, Range(low, high, low_open, high_open), show, moments)


def _bounded(case: Case, value: Range, show: Callable[[Fraction], str], moments: bool = False) -> str:
    low, high, low_open, high_open = value
    if low is not None and high is not None:
        return show(low) if low == high else case.texts.text("range.between", low=show(low), high=show(high))
    if low is not None:
        key = ("after" if low_open else "from") if moments else ("more" if low_open else "at-least")
        return case.texts.text(f"range.{key}", low=show(low))
    if high is not None:
        key = ("before" if high_open else "until") if moments else ("less" if high_open else "at-most")
        return case.texts.text(f"range.{key}", high=show(high))
    return case.texts.text("range.any")


def _as_coarse(case: Case, minutes: Fraction, like: Fact | None) -> str:
    """The year, month or day of a moment, as ``like`` is one."""
    day = day_at(minutes)
    if day is None or like is None or like.kind not in ("year", "month", "day"):
        return moment(case, minutes, like)
    if like.kind == "day":
        return day_words(case, day, like)
    if like.kind == "year":
        return year(case, day.year)
    return case.texts.text("style.month-of-year", month=month(case, day.month, like), year=year(case, day.year))


def period(case: Case, value: Range, like: Fact | None = None) -> str:
    """A stretch of the calendar: a day, a month, a year, or from one day to another."""
    assert value.low is not None and value.high is not None
    # Solving gives the last minute of a stretch, reading the first one after it.
    high = value.high if value.high_open or value.high == value.low else value.high + 1
    first, last = day_at(value.low), day_at(high - 1 if high > value.low else high)
    if first is None or last is None or high - value.low < MINUTES_A_DAY:
        return moment(case, value.low, like)
    if first == last:
        return day_words(case, first, like)
    if (value.low, high) == range_of_year(first.year)[:2]:
        return year(case, first.year)
    if (value.low, high) == range_of_month(first.year, first.month)[:2]:
        name = month(case, first.month, like)
        return case.texts.text("style.month-of-year", month=name, year=year(case, first.year))
    return case.texts.text("range.between", low=day_words(case, first, like), high=day_words(case, last, like))
