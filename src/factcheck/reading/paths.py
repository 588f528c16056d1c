"""A text that was read -> the steps from words to the value of each fact, and why other numbers are none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import partial

from factcheck.model import Explained, Fact, Step, Subject
from factcheck.reading.calendar import from_minutes
from factcheck.reading.dating import Dating
from factcheck.reading.facts import Text, figure_readings
from factcheck.reading.lines import Draft, Line, Number
from factcheck.reading.moments import ANCHORED, NOWHERE, resolve
from factcheck.reading.relative import CLOCK_UNITS
from factcheck.reading.rounding import LEAST_ROUND
from factcheck.reading.slots import Context, Slots
from factcheck.reading.unread import unread

NO_PATTERN = "a number by itself, which no pattern took"
IN_PHRASE = "only in phrases of several words"


def explained(texts: Iterable[Text]) -> Explained:
    """How every fact of the texts was read, in their order."""
    steps, missing = [], []
    for text in texts:
        drafts = {
            d.data["id"]: (line, d)
            for line in text.lines
            for d in (*line.drafts.values(), *line.over)
            if "id" in d.data
        }
        steps += [(fact.id, tuple(_steps(text, fact, *drafts[fact.id]))) for fact in text.facts]
        missing += [one for line in text.lines for one in unread(text.document.path, line)]
    return Explained(tuple(steps), tuple(missing))


def _steps(text: Text, fact: Fact, line: Line, draft: Draft) -> Iterator[Step]:
    for at in range(draft.start, draft.end):
        yield Step("word", line.text(at, at + 1), _classes(line, at))
    patterns = {pattern.place: pattern for pattern in line.lexicon.data.patterns}
    for place in fact.read_by:
        pattern = patterns[place]
        given = "".join(f" {key}={value}" for key, value in pattern.given)
        yield Step("pattern", place, f"{pattern.builder}{given} : {pattern.text}")
    if not fact.read_by:
        yield Step("pattern", "", NO_PATTERN)
    if draft.number is not None:
        yield from _figure(line, draft, draft.number)
    elif isinstance(slots := draft.data.get("slots"), Slots):
        yield from _date(text.dating, text.document.text, draft, slots)


def _classes(line: Line, at: int) -> str:
    """The classes of a token, with what its word means in those that give it a meaning."""
    lexicon, key = line.lexicon, line.key(at, at + 1)
    names = lexicon.classes(line.base[at])
    meanings = (f"{name} {lexicon.value(name, key) or ''}".strip() for name in names if name != "word")
    return ", ".join(meanings) or (IN_PHRASE if "word" in names else "")


def _figure(line: Line, draft: Draft, number: Number) -> Iterator[Step]:
    unit = str(draft.data.get("unit", ""))
    end, subject = draft.data.get("noun end"), draft.data.get("subject")
    if isinstance(subject, Subject):
        unit = draft.readings[0].unit if draft.readings else ""
        words = line.text(draft.end, end) if isinstance(end, int) and end > draft.end else ""
        if unit or subject.scope:
            yield Step("counted", words, ", ".join(dict.fromkeys(filter(None, (unit, *subject.scope)))))
    if said := "; ".join(_rounding(number)):
        yield Step("rounding", "", said)
    hedges = draft.data.get("hedges", ())
    assert isinstance(hedges, tuple)
    for hedge in hedges:
        before = figure_readings(draft, unit, "")
        yield Step("hedge", line.text(hedge.start, hedge.end), hedge.means, (*before[:1], *draft.readings[:1]))


def _rounding(number: Number) -> Iterator[str]:
    if number.high is not None:
        yield "from the low end of one figure to the high end of the other"
    if number.step != 1:
        yield f"written to the nearest {number.step}"
    elif number.zeros > 1 and number.value >= LEAST_ROUND:
        yield f"its last {number.zeros} zeros may be rounding"
    if number.measured and number.step == 1:
        yield "measured, so it may be rounded even where it is whole"
    if number.grain:
        yield f"may be rounded to {number.grain}"
    if number.others:
        yield f"its digits may also be {', '.join(map(str, number.others))}"


def _date(dating: Dating, text: str, draft: Draft, slots: Slots) -> Iterator[Step]:
    options = draft.data.get("options") or (slots,)
    assert isinstance(options, tuple)
    for one in options:
        given = (f"{name} {value}" for name, value in one._asdict().items() if value is not None)
        yield Step("slots", "", ", ".join(given))
    context = draft.data.get("context")
    if isinstance(context, Context):
        needs = any(resolve(one, context) != resolve(one, NOWHERE) for one in options)
        if needs or not draft.readings:
            yield from _against(dating, text, draft, slots, context)


def _against(dating: Dating, text: str, draft: Draft, slots: Slots, context: Context) -> Iterator[Step]:
    """The day that a date was counted from, or what limits the days that it may have been."""
    against = partial(Step, "against")
    anchor = draft.data.get("anchor")
    if isinstance(anchor, Draft):
        (reading, *_) = anchor.readings or (None,)
        yield against(reading.timex or "" if reading else "", "the month of the date before it")
    elif slots.reference in ANCHORED:
        days = [day.isoformat() for day in context.anchors[:1]]
        yield against("".join(days), "the date named before it" if days else "no full date stands before it")
    elif context.published is not None:
        given = f'the day of publication, as its dateline says: "{text[slice(*dating.words)]}"' if dating.words else ""
        if context.now is not None and slots.unit in CLOCK_UNITS:
            minute = f"{context.now // 60:02d}:{context.now % 60:02d}"
            yield against(f"{context.published.isoformat()}T{minute}", "the moment of publication")
        else:
            yield against(context.published.isoformat(), given or "the day of publication")
    else:
        years = ", ".join(map(str, context.years))
        yield against(years, "years of the full dates in the text" if years else "the day of publication is not known")
        if context.window is not None and (ends := _ends(context)):
            yield against(" to ".join(day.isoformat() for day in ends), "when it was published, as its dates suggest")


def _ends(context: Context) -> tuple[date, date] | None:
    window = context.window
    if window is None or window.low is None or window.high is None:
        return None
    first, end = from_minutes(window.low), from_minutes(window.high)
    return (first[0], end[0] - timedelta(days=window.high_open)) if first and end else None
