"""The date drafts of a document -> their readings, and the publication day they were read against.

Without a publication day the article's own dates limit it: words such as "this month" each hold for some
publication days only. A full date in the first sentences is taken for the story's day, and the article for
published within a month of it, as long as no such word says otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from factcheck.languages.nodes import END
from factcheck.model import MINUTES_A_DAY, Document, Range, Reading, Span
from factcheck.reading.beside import is_certain
from factcheck.reading.calendar import day_range, from_minutes, to_minutes
from factcheck.reading.counted_dates import counted
from factcheck.reading.counted_dates import tell as tell_counted
from factcheck.reading.dateline import dateline, opens
from factcheck.reading.followups import count, tell
from factcheck.reading.lines import Draft, Line
from factcheck.reading.moments import ANCHORED, resolve
from factcheck.reading.orders import days, settle, within_a_year
from factcheck.reading.publication import allowed, allowed_beside
from factcheck.reading.slots import Context, Slots
from factcheck.reading.stretches import Taken, between, taken
from factcheck.reading.told_weekdays import hold, pair_weekdays

LEAD_SENTENCES = 2
PRESUMED_DAYS = 31
MAX_ANCHORS = 8
REPORTED_WITHIN = 8


class Dating(NamedTuple):
    """``published`` is known, or ``window`` is the range of publication moments that was presumed (or neither).

    ``reported`` is the publication moments after the day on which something was announced, as the first sentence
    says. ``words`` are those of that day, or of the dateline that gave ``published``.
    """

    published: date | None = None
    window: Range | None = None
    reported: Range | None = None
    words: Span | None = None


def resolved(document: Document, blocks: Sequence[Line], heading: Sequence[Line] = ()) -> Dating:
    """Gives every date draft its readings, and the publication moments that its words allow.

    ``heading`` is the title of the front matter, which has dates but neither a dateline nor a lead.
    """
    drafts = [line.drafts[at] for line in (*heading, *blocks) for at in sorted(line.drafts)]
    dated = [draft for draft in drafts if isinstance(draft.data.get("slots"), Slots)]
    full = [draft for draft in dated if _full_date(draft) is not None]
    days = [day for draft in full if (day := _full_date(draft)) is not None]
    years = tuple(dict.fromkeys(day.year for day in days))
    published, words = document.published, None
    if published is None and blocks and (found := dateline(blocks[0], _of_line(blocks[0], full))) is not None:
        published, words = _full_date(found), blocks[0].span(found.start, found.end)
    for line in blocks:
        pair_weekdays(line, line.lexicon)
    hold(drafts, published)
    around = years if published is None else (published.year,)
    for draft in dated:
        if "taken" in draft.data:
            continue
        draft.data["when"] = allowed(draft.data["slots"], around)  # type: ignore[arg-type]
    context = _on_clock(document.moment)._replace(years=years)
    dating = _dated(blocks, dated, published, context)
    for line in (*heading, *blocks):
        settle(line, line.lexicon, published)
        count(line, published)
        tell(line)
        for draft in (one for one in line.over if "ends" in one.data):
            within_a_year(draft.data["ends"])  # type: ignore[arg-type]
            draft.readings = between(*(end.readings for end in draft.data["ends"]))  # type: ignore[attr-defined]
    for line, told in counted(blocks):
        tell_counted(line, told)
        line.dated.append(told)
    return dating if words is None else dating._replace(words=words)


def _on_clock(moment: datetime | None) -> Context:
    """What the moment of publication, if it is known, says besides the day."""
    if moment is None:
        return Context()
    past = moment.utcoffset()
    return Context(
        now=moment.hour * 60 + moment.minute, zone=None if past is None else round(past.total_seconds() / 60)
    )


def _dated(blocks: Sequence[Line], dated: Sequence[Draft], published: date | None, open_context: Context) -> Dating:
    if published is not None:
        _tie_references(blocks, published)
        _resolve_all(dated, open_context._replace(published=published))
        return Dating(published)
    _resolve_all(dated, open_context)
    lead = _lead(blocks)
    day = _full_date(lead) if lead is not None else None
    window = _window(dated, day, _stated(blocks[0], day) if blocks else None)
    if window is not None:
        _resolve_all(dated, open_context._replace(window=window))
    if lead is None or day is None or not _is_reported(blocks[0], lead):
        return Dating(None, window)
    return Dating(None, window, _soon_after(day), blocks[0].span(lead.start, lead.end))


def _tie_references(blocks: Sequence[Line], published: date) -> None:
    """Dates with words beside them that count from the publication: what both say together."""
    for line in blocks:
        for draft in line.drafts.values():
            beside, slots = draft.data.get("beside"), draft.data["slots"] if "beside" in draft.data else None
            if not isinstance(beside, tuple) or not isinstance(slots, Slots):
                continue
            reference, part = beside
            if not is_certain(line, draft, published.year):
                continue
            if reference.unit == "year" and slots.year is None:
                draft.data["slots"] = slots._replace(reference=reference.reference, unit="year")
            elif when := allowed_beside(reference, slots, (published.year,)):
                draft.data["when"] = when
                draft.parts = tuple(sorted((*draft.parts, part), key=lambda one: one.span))


def _of_line(line: Line, drafts: Sequence[Draft]) -> list[Draft]:
    return [draft for draft in drafts if line.drafts.get(draft.start) is draft]


def _resolve_all(dated: Sequence[Draft], context: Context) -> None:
    """In text order; days that are certain become anchors for what follows, those of full dates for all."""
    ahead = [day for draft in dated if (day := _full_date(draft)) is not None]
    seen: list[date] = []
    last: Draft | None = None
    year: date | None = None
    for draft in dated:
        anchors = tuple(dict.fromkeys((*reversed(seen[-MAX_ANCHORS:]), *ahead[:MAX_ANCHORS])))
        slots, known = draft.data["slots"], context._replace(anchors=anchors)
        draft.data["context"] = known
        assert isinstance(slots, Slots)
        if last is not None and slots.reference == "same" and slots.day is not None and slots.month is None:
            draft.data["anchor"] = last
            months = dict.fromkeys(days(last.readings))
            found = [reading for day in months for reading in _readings(draft, context._replace(anchors=(day,)))]
            draft.readings = tuple(dict.fromkeys(found))
        else:
            draft.readings = _readings(draft, known)
        if year is not None and slots.unit == "year" and slots.reference in ANCHORED and slots.count is None:
            draft.readings = tuple(dict.fromkeys((*_readings(draft, known._replace(anchors=(year,))), *draft.readings)))
        year = _named_year(draft) or year
        if slots.month is not None or slots.day is not None:
            last = draft
        if (day := _single_day(draft.readings)) is not None:
            seen.append(day)


def _named_year(draft: Draft) -> date | None:
    """A day of the year that the words name or count from one: "the following year" is counted from it."""
    slots = draft.data["slots"]
    assert isinstance(slots, Slots)
    if slots.calendar is not None or slots.era is not None or "taken" in draft.data:
        return None
    if slots.year is not None:
        return date(slots.year, 1, 1) if 1 <= slots.year <= date.max.year else None
    if slots.unit != "year" or slots.reference not in ANCHORED or not draft.readings:
        return None
    day = from_minutes(draft.readings[0].value.low or 0)
    return None if day is None else day[0]


def _readings(draft: Draft, context: Context) -> tuple[Reading, ...]:
    options = draft.data.get("options") or (draft.data["slots"],)
    assert isinstance(options, tuple)
    found = [reading for slots in options for reading in resolve(slots, context)]
    if isinstance(what := draft.data.get("taken"), Taken):
        return taken(found, what)
    return tuple(dict.fromkeys(found))


def _full_date(draft: Draft) -> date | None:
    slots = draft.data["slots"]
    assert isinstance(slots, Slots)
    if None in (slots.day, slots.month, slots.year) or slots.calendar not in (None, "gregorian"):
        return None
    if "taken" in draft.data:
        return None
    if len(draft.data.get("options", ())) > 1:  # type: ignore[arg-type]
        return None
    return _day_of(slots)


@lru_cache(maxsize=4096)
def _day_of(slots: Slots) -> date | None:
    return _single_day(resolve(slots, Context()))


def _single_day(readings: Sequence[Reading]) -> date | None:
    """The day that every reading lies in, if there is one."""
    days = set()
    for reading in readings:
        low, high = reading.value.low, reading.value.high
        if low is None or high is None or high > low + MINUTES_A_DAY:
            return None
        day = from_minutes(low)
        days.add(day[0] if day else None)
    return days.pop() if len(days) == 1 else None


def _lead(blocks: Sequence[Line]) -> Draft | None:
    """The first full date of the first sentences."""
    if not blocks:
        return None
    line, end = blocks[0], 0
    for _ in range(LEAD_SENTENCES):
        end = line.line.find(END, end + 1)
        if end < 0:
            end = len(line.line)
            break
    for at in sorted(line.drafts):
        draft = line.drafts[at]
        if at < end and isinstance(draft.data.get("slots"), Slots) and _full_date(draft) is not None:
            return draft
    return None


def _is_reported(line: Line, lead: Draft) -> bool:
    """Whether a verb of saying stands close before the date, so that this is when something was announced."""
    first = max(line.line.rfind(END, 0, lead.start) + 1, lead.start - REPORTED_WITHIN)
    before = line.base[first : lead.start]
    said, that = (line.lexicon.characters(name) for name in ("reported", "that"))
    at = max((place for place, code in enumerate(before) if code in said), default=-1)
    return at >= 0 and that.isdisjoint(before[at:])


def _soon_after(day: date) -> Range:
    end = day + timedelta(days=PRESUMED_DAYS) if day.toordinal() + PRESUMED_DAYS < date.max.toordinal() else day
    return Range(Fraction(to_minutes(day)), Fraction(to_minutes(end)), False, True)


def _stated(line: Line, lead: date | None) -> Range | None:
    """The day of a dateline without its year, where it is soon after the lead's date; that date gives the year."""
    if lead is None:
        return None
    for at in sorted(line.drafts):
        draft = line.drafts[at]
        slots = draft.data.get("slots")
        if line.line.count(END, 0, at) or not isinstance(slots, Slots):
            return None
        if slots.day is not None and slots.month is not None and slots.year is None and opens(line, draft, named=True):
            soon = _soon_after(lead)
            options = (_day_of(slots._replace(year=year)) for year in (lead.year, lead.year + 1))
            days = (day_range(day) for day in options if day is not None)
            return next((day for day in days if day.meets(soon)), None)
    return None


def _window(dated: Sequence[Draft], lead: date | None, stated: Range | None = None) -> Range | None:
    """The publication moments that fit every word that depends on them.

    They are narrowed to the day that a dateline has ``stated``, or to soon after the lead's date.
    """
    feasible: list[Range] | None = None
    for draft in dated:
        ranges = [reading.when for reading in draft.readings]
        if not ranges or None in ranges:
            continue
        mine = [when for when in ranges if when is not None]
        feasible = mine if feasible is None else [a.meet(b) for a in feasible for b in mine if a.meets(b)]
        feasible = list(dict.fromkeys(feasible))[:64]
    if lead is None:
        return feasible[0] if feasible and len(feasible) == 1 else None
    presumed = _soon_after(lead) if stated is None else stated
    if feasible is None:
        return presumed
    fitting = [when.meet(presumed) for when in feasible if when.meets(presumed)]
    if fitting:
        return fitting[0]
    return feasible[0] if len(feasible) == 1 else None
