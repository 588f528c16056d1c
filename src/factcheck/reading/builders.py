"""Matches of language patterns -> numbers and drafts of facts. One function a builder name of ``patterns.txt``."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.model import Part
from factcheck.reading import (
    beside,
    clock_words,
    compounds,
    distances,
    figures,
    lengths,
    measures,
    numeric_dates,
    repeating,
    stretch_words,
    weekday_words,
)
from factcheck.reading.captures import Captures
from factcheck.reading.holidays import is_day, of_holiday
from factcheck.reading.lines import Cover, Draft, Over
from factcheck.reading.numeric_dates import year_of
from factcheck.reading.sentences import bounds
from factcheck.reading.slots import MOST_HIJRI_DAYS, Slots, impossible, wraps
from factcheck.reading.weekday_words import without_weekday

Built = Draft | list[Draft] | Cover | Over | str | None
"""Drafts to cover their tokens with, a character to cover some or all tokens with, or ``None``: read on."""

INTEGER_SLOTS = (
    "day",
    "week",
    "month",
    "weekday",
    "decade",
    "century",
    "hour",
    "minute",
    "second",
    "quarter",
    "half",
    "offset_days",
    "zone",
)
WORD_SLOTS = ("reference", "unit", "part", "daypart", "meridiem", "season", "calendar", "era")
# "In their 10s" is no decade.
SHORTEST_DECADE = 20
# How many a few are, the likeliest number first.
FEW = (3, 2, 4, 5, 6, 7, 8, 9)
PART_ROLES = ("weekday", "day", "month", "year")
# The parts of a date whose month is that of another one or of the publication, which may be of another calendar.
HELD = "held"


def date(found: Captures) -> Built:
    """A day, month or other stretch of the calendar from the slots that the pattern names.

    ``least`` and ``most`` bound the day; ``before=count`` tells that a day which no month has is a count where a noun
    comes after it ("31 June weddings"), ``counted=yes`` that an ordinal after a weekday may count it.
    """
    draft = _dated(found, "day")
    if found.given.get("counted") and (nth := weekday_words.counted(found, draft)) is not None:
        return nth
    draft = without_weekday(found, draft)
    slots = draft.data["slots"]
    assert isinstance(slots, Slots)
    if found.given.get("apart") and found.is_before_word():
        return None
    if slots.hour is not None:
        draft.kind = "moment"
    if slots.day is not None and not int(found.given.get("least", 0)) <= slots.day <= int(found.given.get("most", 99)):
        return None
    if (reference := beside.called(found, slots)) is not None:
        draft.data["beside"] = reference
    if impossible(slots):
        if found.given.get("before") == "count" and slots.weekday is None and found.is_before_noun():
            return None
        if _is_said_not_to_be(found):
            draft.parts = ()
    if slots.reference == "same" and slots.month is None:
        before = _month_before(found)
        if before is not None and before.calendar is not None:
            draft.data["slots"], draft.parts = before._replace(day=slots.day, weekday=slots.weekday), ()
    if found.given.get("parts") == HELD:
        draft.data[HELD], draft.parts = draft.parts, ()
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


def known(found: Captures) -> Built:
    """The name of a holiday, covered so that what is said around it is looked for only where one stands."""
    return found.line.lexicon.code(("fact:holiday",))


def holiday(found: Captures) -> Built:
    """A day that has a name. ``step`` and ``steps`` of them lead away from it, in the direction of ``sign``.

    ``nth`` is one of its own days (the third day of the feast), ``years`` says in how many years.
    """
    ways = of_holiday(repeating.holiday_name(found) or "")
    draft = _dated(found, "day" if is_day(ways[0]) or found.has("nth") else "period")
    own = draft.data["slots"]
    assert isinstance(own, Slots)
    if found.has("years"):
        own = own._replace(unit="year", count=found.whole("years") or 1)
    shift = None
    if (step := found.text("step")) is not None:
        shift = ((found.whole("steps") or int(found.given.get("steps", 1))) * int(found.given.get("sign", 1)), step)
    elif (nth := found.whole("nth")) is not None:
        shift = (nth - 1, "day")
    if shift is not None:
        draft.kind = "period" if shift[1] == "weekend" else "day"
    names = ("holiday", "calendar", "month", "day")
    options = tuple(own._replace(shift=shift, **{name: getattr(way, name) for name in names}) for way in ways)
    draft.data["slots"] = options[0]
    if len(options) > 1:
        draft.data["options"] = options
    return draft


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
    """Two ends of a stretch of the calendar, a fact each; what only one of them names holds for both.

    Figures that fall are no years, unless the words before them leave no doubt (``falls=yes``).
    """
    kind = found.given["kind"]
    drafts = [without_weekday(end, draft) for end, draft in _ends(found, kind)]
    least, most = int(found.given.get("least", 0)), int(found.given.get("most", 9999))
    ordered = reversed(drafts) if found.given.get("falls") and not _rises(drafts, least, most) else drafts
    return drafts if kind != "year" or _rises([*ordered], least, most) else None


def _ends(found: Captures, kind: str) -> list[tuple[Captures, Draft]]:
    one, two = (found.end_of_pair(which) for which in "12")
    months = one.whole("month"), two.whole("month")
    days = one.whole("day"), two.whole("day")
    year_value = year_of(one)
    over = not found.has("year1") and months[0] and months[1] and wraps(months[0], months[1], kind == "month", days)
    early = {"year": year_value - 1} if over and year_value else {}
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


def relative(found: Captures) -> Built:
    """So many units before or after, or a unit that a word points at (last month)."""
    sign, few = found.whole("sign"), FEW[0] if found.given.get("few") else None
    if sign is None:
        count = found.whole("count") or (1 if found.text("count") is not None else few)
        length = {"count": count} if count is not None else {}
        kind = "day" if found.text("unit") == "day" and not length else "period"
        return _open(found, _dated(found, kind, **length), 1)
    count = found.whole("count") or (1 if found.text("count") is not None else few)
    if count is None:
        return None
    unit = found.text("unit")
    kind = "day" if unit == "day" else "moment" if unit in ("second", "minute", "hour") else "period"
    return _open(found, _dated(found, kind, count=sign * count), sign)


def _open(found: Captures, draft: Draft, sign: int) -> Draft:
    """The same with all that it may be: ``few=yes`` says that the count is no more than a few, ``or`` is the reference
    that may be meant as well (the weekend is the last one or the coming)."""
    slots = draft.data["slots"]
    assert isinstance(slots, Slots)
    if found.given.get("few"):
        draft.data["options"] = tuple(slots._replace(count=sign * count) for count in FEW)
    elif (other := found.given.get("or")) is not None:
        draft.data["options"] = (slots, slots._replace(reference=other))
    return draft


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
    if found.spans("weekday") and all(part.role != "weekday" for part in parts):
        data["weekday"] = Part("weekday", found.line.span(*found.spans("weekday")[0]), int(str(values["weekday"])))
    first, end = found.quoted
    return Draft(kind, first if start is None else start, end, (), parts, found.path, None, data)


def _parts(found: Captures, values: dict[str, object]) -> list[Part]:
    """The words of a Gregorian date that can be wrong singly; a month that is named twice gives two.

    Those of the lunar calendar have roles of their own, but of a day that none of its months has.
    """
    if found.given.get("parts") == "none":
        return []
    if (calendar := values.get("calendar")) is not None:
        return _hijri_parts(found, values) if calendar == "hijri" else []
    parts = []
    for role in PART_ROLES:
        value = values.get(role)
        for start, end in found.spans(role)[: 2 if role == "month" else 1]:
            own = found.meaning(role, start, end) if role == "month" else None
            if own is not None or isinstance(value, int):
                parts.append(Part(role, found.line.span(start, end), int(own) if own else int(str(value))))
    if found.given.get("parts") == HELD:
        words = found.spans("reference") or [(found.end - 1, found.end)]
        parts.append(Part("reference", found.line.span(*words[0]), 0))
    return sorted(parts, key=lambda part: part.span)


def _hijri_parts(found: Captures, values: dict[str, object]) -> list[Part]:
    day, month = values.get("day"), values.get("month")
    if not isinstance(day, int) or not isinstance(month, int):
        return []
    roles = {"day": "hijriday", "month": "hijrimonth", "year": "hijriyear"}
    if day > MOST_HIJRI_DAYS:
        roles = {"day": "day", "month": "hijrimonth"}
    named = ((own, found.spans(role), values.get(role)) for role, own in roles.items())
    parts = [
        Part(own, found.line.span(*spans[0]), value) for own, spans, value in named if spans and isinstance(value, int)
    ]
    return sorted(parts, key=lambda part: part.span)


OWN = (date, known, holiday, pair, each, period, month, year, decade, century, quarter, relative)
BUILDERS: dict[str, Callable[[Captures], Built]] = {
    **{builder.__name__: builder for builder in OWN},
    **beside.BUILDERS,
    **clock_words.BUILDERS,
    **figures.BUILDERS,
    **measures.BUILDERS,
    **lengths.BUILDERS,
    **distances.BUILDERS,
    **compounds.BUILDERS,
    **numeric_dates.BUILDERS,
    **stretch_words.BUILDERS,
    **repeating.BUILDERS,
    **weekday_words.BUILDERS,
}
