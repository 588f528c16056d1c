"""A figure for each of something, how many there are and what they make together -> the relation ``rate``.

``40 buses ... at £450,000 apiece ... the £18m order``: three figures of neighbouring sentences whose words do not tie
them to each other. They are taken for one statement where they fit, or where they would if a digit of one of them were
another (18 million, 28 million): by chance that is so rare that in 2,000 articles of news it was never met.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from factcheck.languages.data import concept_kinds
from factcheck.languages.lexicon import Lexicon
from factcheck.languages.matching import Matcher
from factcheck.model import MINUTES_A_DAY, Relation
from factcheck.reading.breakdowns import concept
from factcheck.reading.durations import EXACT, MONTHS
from factcheck.reading.lines import Draft, Line
from factcheck.reading.pieces import Marks, has_prefix
from factcheck.reading.sentences import around, bounds
from factcheck.reading.slips import CLOSE, fits, slipped

FIGURES = ("number", "money", "quantity")
# Words that make a figure one for each stand so near to it, and so many sentences around it tell of the others.
BEFORE, BEHIND, SENTENCES = 8, 5, 2
# So near behind a total stands the month that it is of.
OF_MONTH = 2
# The letters of TIMEX3 for what is done every day, week ...
UNITS = {"P1D": "day", "P1W": "week", "P1M": "month", "P1Y": "year", "PT1H": "hour"}
# Forms of one word have so many first letters in common.
AKIN = 4
LENGTHS = ("duration", "month", "period")
# The classes of what is counted or measured.
NAMED = ("noun", "unit")
# So many units of time up to now: the last six days.
_COUNTED = re.compile(r"P(\d+)([DWMY])")
PER = " per "


class Words(NamedTuple):
    """Classes of one language that make a figure one for each of something."""

    behind: Matcher
    before: Matcher
    times: Matcher
    telling: frozenset[str]

    @staticmethod
    @lru_cache(maxsize=16)
    def of(lexicon: Lexicon) -> Words:
        behind, before, times = (lexicon.words_of(name) for name in ("for-each", "price-of", "per-time"))
        some = (*behind.all_needs, *before.all_needs, *times.all_needs)
        return Words(behind, before, times, frozenset[str]().union(*some))


class Rate(NamedTuple):
    """A figure for each of some things, or of a ``unit`` of time; ``sure`` where words behind it say so."""

    each: Draft
    unit: str
    sure: bool


class Product(NamedTuple):
    """The figure for each, a number and a total."""

    each: Draft
    number: Draft
    total: Draft


def rates(path: str, line: Line, lexicon: Lexicon) -> Iterator[Relation]:
    """The products that a line tells in sentences beside each other."""
    words = Words.of(lexicon)
    if words.telling.isdisjoint(line.index.characters):
        return
    for at in sorted(line.drafts):
        each = line.drafts[at]
        if each.kind not in FIGURES or value(each) <= 0:
            continue
        for rate in _rates(line, words, each):
            if (found := _product(line, rate)) is not None:
                yield _relation(path, line, found, rate.unit)
                break


def is_timed(line: Line, draft: Draft) -> bool:
    """Whether a figure is that of each day, week or hour."""
    return any(one.unit for one in _rates(line, Words.of(line.lexicon), draft))


def _relation(path: str, line: Line, found: Product, unit: str) -> Relation:
    some = sorted(found, key=lambda one: one.start)
    ids = tuple((name, (str(one.data["id"]),)) for name, one in zip(found._fields, found, strict=True))
    return Relation("rate", path, line.span(some[0].start, some[-1].end), ids, "rates", (), (unit,) if unit else ())


def multiples(path: str, line: Line, lexicon: Lexicon) -> Iterator[Relation]:
    """What is so many times another figure of its kind: 6 billion, four times as much as the 1.5 billion of 2019."""
    matcher = lexicon.words_of("times-as")
    if any(need.isdisjoint(line.index.characters) for need in matcher.all_needs):
        return
    for match in matcher.finditer(line.base):
        times = line.drafts_between(match.start() - 2, match.start() + 1)[-1:]
        if not times or times[0].kind != "number" or value(times[0]) < 2 or times[0].end < match.start():
            continue
        some = [one for place in around(line, match.start(), 1) for one in line.drafts_between(*place)]
        own = bounds(line, match.start())
        totals = [one for one in some if own[0] <= one.start < match.start() and one.kind in FIGURES][:-1][-1:]
        for total in totals:
            old = [one for one in some if one is not total and value(one) > 0 and _is_like(one, total)]
            fitting = [one for one in old if fits(value(one) * value(times[0]), value(total))]
            slips = [
                one for one in old if slipped(one.number, value(total) / value(times[0]), 2 - (len(old) == 1)) == 0
            ]
            for each in (fitting or slips)[:1]:
                yield _relation(path, line, Product(each, times[0], total), "")


def value(draft: Draft) -> Fraction:
    """The number as it is written; nothing of a range."""
    return draft.number.value if draft.number is not None and draft.number.high is None else Fraction(0)


def _rates(line: Line, words: Words, each: Draft) -> Iterator[Rate]:
    """What a figure is for each of: units of time, and things."""
    near = line.base[max(each.start - BEFORE, 0) : each.end + 2 * BEHIND]
    timed = any(one.kind == "set" for one in line.drafts_between(each.start - BEHIND, each.end + 2 * BEHIND))
    told = "each" in getattr(each.data.get("subject"), "scope", ())
    if words.telling.isdisjoint(near) and not timed and not told and PER not in _unit(each):
        return
    first, stop = bounds(line, each.start)
    end = int(str(each.data.get("noun end", each.end)))
    later = next((one.start for one in line.drafts_between(each.end, stop) if one.kind in FIGURES), stop)
    earlier = max((one.end for one in line.drafts_between(first, each.start) if one.kind in FIGURES), default=first)
    behind = min(end + BEHIND, stop)
    units = [_unit(each).partition(PER)[2]] if PER in _unit(each) else []
    for one in words.times.finditer(line.base, each.end, behind):
        if one.start() < later:
            units.append(line.lexicon.value("per-time", line.key(*one.span())) or "")
    behind_it = bool(units)
    for other in line.drafts_between(max(earlier, each.start - BEHIND), min(behind, later)):
        if other.kind == "set" and other.readings and (other.readings[0].timex or "") in UNITS:
            units.append(UNITS[other.readings[0].timex or ""])
            behind_it = behind_it or other.start >= each.end
    yield from (Rate(each, unit, True) for unit in units)
    if behind_it:
        return  # 450 tonnes a day are not 450 tonnes for each of something
    apart = (one for one in words.behind.finditer(line.base, each.end, behind) if one.end() not in line.drafts)
    apart = (one for one in apart if line.line[one.start()] == line.base[one.start()])  # not that of 20 per cent
    if told or any(one.start() < later for one in apart):  # not: 4 doctors per 1,000 people
        yield Rate(each, "", True)
    elif each.kind == "money" and any(words.before.finditer(line.base, max(earlier, each.start - BEFORE), each.start)):
        yield Rate(each, "", False)


def _product(line: Line, rate: Rate) -> Product | None:
    """The only two figures around that make a product with the one for each, or would but for a digit."""
    each, slips = rate.each, []
    some = [one for first, stop in around(line, each.start, SENTENCES) for one in line.drafts_between(first, stop)]
    prices = [one for one in some if one is not each and one.kind == "money" and _is_price(line, one)]
    numbers = [(one, count) for one in some if one is not each and (count := _count(line, one, rate)) > 1]
    numbers = [(one, count) for one, count in numbers if not _counts_another(line, one, each)]
    totals = [one for one in some if one is not each and value(one) > value(each) and _is_like(one, each)]
    if rate.unit:
        totals = [one for one in totals if PER not in _unit(one)]
    for total in totals:
        for number, count in numbers:
            if number is total or (number.kind == "month" and not _is_of_month(line, each, number, total)):
                continue
            if fits(value(each) * count, value(total)):
                return Product(each, number, total)
            if any(_is_like(one, total) and fits(value(total) * count, value(one), CLOSE) for one in some):
                continue  # 14 families, 5 lakh for each, 70 lakh in all: the 5 lakh are no total
            apart = len({bounds(line, one.start) for one in (each, number, total)}) > 2
            definite = line.base[max(total.start - 1, 0)] in line.lexicon.characters("definite-word")
            if (
                apart
                and not definite
                and not any(line.lexicon.words_of("summed").finditer(line.base, *bounds(line, total.start)))
            ):
                continue
            if rate.unit and each.kind == "money" and total.start < each.start:
                continue  # a loan of 3 million, with 14,800 to pay a month for 28 years
            others = [one for one in prices if one is not total]
            if others and any(_has_count(line, one, number) for one in (each, *others)):
                continue  # 3,000 at 20 and 1,000 at 50 bring 110,000
            if not _is_beside(line, number, each) or _is_told_apart(line, each, total):
                continue
            if not _is_of_what_was_told(line, each, total):
                continue
            sure = rate.sure or _is_named(line, number, each)
            if (off := _slip(each, number, count, total, sure)) is not None and (off == 0 or rate.sure):
                slips.append((off, Product(each, number, total)))
    best = [one for off, one in slips if off == min(slips, key=lambda slip: slip[0])[0]]
    return best[0] if len(best) == 1 and not _is_explained(best[0].total, some) else None


def _is_price(line: Line, one: Draft) -> bool:
    """Whether a word for a price stands before an amount."""
    return any(line.lexicon.words_of("price-of").finditer(line.base, max(one.start - BEFORE, 0), one.start))


def _has_count(line: Line, price: Draft, number: Draft) -> bool:
    """Whether another number stands before a price: and 1,000 tickets at 50."""
    before = line.drafts_between(max(bounds(line, price.start)[0], price.start - BEFORE - 2), price.start)
    return any(one.kind == "number" and one is not number for one in before)


def _slip(each: Draft, number: Draft, count: Fraction, total: Draft, sure: bool) -> Fraction | None:
    """How exactly the three fit with another digit in one of them; ``None`` where they do not."""
    found = [slipped(total.number, value(each) * count), slipped(each.number, value(total) / count)]
    if sure and _has_digits(value(each)) and _has_digits(count):  # 20,000 for 30,000
        found.append(slipped(total.number, value(each) * count, 1))
    if number.kind in ("number", "quantity"):
        found.append(slipped(number.number, value(total) / value(each)))
    return min((one for one in found if one is not None), default=None)


def _is_explained(total: Draft, some: Sequence[Draft]) -> bool:
    """Whether two other figures make the total."""
    counts = [one for one in some if one is not total and one.kind in FIGURES and value(one) > 1]
    return any(
        fits(value(one) * value(other), value(total), CLOSE)
        for at, one in enumerate(counts)
        for other in counts[at + 1 :]
    )


def _count(line: Line, number: Draft, rate: Rate) -> Fraction:
    """How many there are, or how often a unit of time is in a length or a date; nothing where a figure counts none."""
    none = Fraction(0)
    if number.kind == "duration":
        return value(number) * _ratio(str(number.data.get("unit", "")), rate.unit) if rate.unit else none
    if number.kind == "month":
        return _days(number) if rate.unit == "day" else none
    if number.kind == "period":
        counted = _COUNTED.fullmatch((number.readings[0].timex or "") if number.readings else "")
        return Fraction(counted[1]) if counted and UNITS[f"P1{counted[2]}"] == rate.unit else none
    if number.kind not in ("number", "quantity") or value(number).denominator != 1:
        return none
    if rate.unit and PER not in _unit(rate.each):  # the last six days
        near = (line.key(at, at + 1) for at in (number.start - 1, number.end) if 0 <= at < len(line.pieces))
        told = any(line.lexicon.value(kind, word) == rate.unit for word in near for kind in ("timeunit", "dateunit"))
        return value(number) if number.kind == "number" and told else none
    if rate.unit or _is_like(number, rate.each):
        return none
    sure = rate.sure or _has_digits(value(number)) or _is_named(line, number, rate.each)
    return value(number) if sure else none


def _has_digits(number: Fraction) -> bool:
    """Whether it has two digits or more without the zeros at its end: those of one alone are like many others."""
    return len(str(number).rstrip("0")) > 1


def _is_named(line: Line, number: Draft, each: Draft) -> bool:
    """Whether what a figure counts is named near the figure for each: a ticket costs 16."""
    counted = concept(number) or _unit(number)
    first, stop = bounds(line, each.start)
    near = (line.key(at, at + 1) for at in range(max(each.start - BEFORE, first), min(each.end + BEHIND, stop)))
    return bool(counted) and any(line.lexicon.value(kind, word) == counted for word in near for kind in NAMED)


def _is_beside(line: Line, number: Draft, each: Draft) -> bool:
    """Whether a number of things stands before the figure for each, or in its sentence; or is named beside it."""
    if number.kind in LENGTHS or _is_named(line, number, each):
        return True
    if number.kind == "number" and number.start < each.start:
        return True
    return bounds(line, number.start) == bounds(line, each.start)


def _is_of_what_was_told(line: Line, each: Draft, total: Draft) -> bool:
    """Whether a total of another sentence is told by a word of that for each, as "the" sum or as one of all."""
    places = [bounds(line, one.start) for one in (each, total)]
    if places[0] == places[1]:
        return True
    definite = line.lexicon.characters("definite-word|summed|several-summed")
    if not definite.isdisjoint(line.base[max(total.start - 1, 0) : total.start]) or any(
        line.lexicon.words_of("summed").finditer(line.base, *places[1])
    ):
        return True
    word = line.lexicon.characters("word!function!unit!currency")
    units = {one.end for one in (each, total)}  # what an amount is of need not be a known unit: crowns
    said = [
        {
            line.key(at, at + 1)
            for at in range(*place)
            if line.base[at] in word and line.line[at] == line.base[at] and at not in units
        }
        for place in places
    ]
    timed = any(one.kind == "set" for one in line.drafts_between(*places[1]))  # 210 million daily
    return timed or any(len(key) == AKIN for key in {k[:AKIN] for k in said[0]} & {k[:AKIN] for k in said[1]})


def _is_told_apart(line: Line, each: Draft, total: Draft) -> bool:
    """Whether "and" after a comma begins what is told of a figure: 20 tonnes each came, and 50 tonnes by ship."""
    marks, at = Marks.of(line.lexicon), total.start - 1
    while at > each.end and line.base[at] in line.lexicon.characters("hedge"):
        at -= 1
    if not each.end <= at or not (line.base[at] in marks.conjunction or has_prefix(line, marks, at)):
        return False
    return line.base[at - 1] in marks.comma


def _counts_another(line: Line, number: Draft, each: Draft) -> bool:
    """Whether a figure counts other things than that the figure for each is told of: 12 pounds a kilo ... three shops.

    Who is told of as a person may be counted by any other name.
    """
    counted, person = concept(number) or _unit(number), "person"
    kinds, words = concept_kinds(), Words.of(line.lexicon)
    told = next(words.behind.finditer(line.base, each.end, min(each.end + BEHIND, len(line.base))), None)
    if not counted or told is None:
        return False
    places = range(told.start(), min(told.end() + 1, len(line.pieces)))
    named = {line.lexicon.value(kind, line.key(at, at + 1)) for at in places for kind in NAMED} - {None}
    people = kinds.get(counted) == person and (not named or any(kinds.get(str(one)) == person for one in named))
    return bool(named) and counted not in named and not people


def _is_of_month(line: Line, each: Draft, month: Draft, total: Draft) -> bool:
    """Whether a total is that of a month, and the figure for each day not that of another one."""
    marks = Marks.of(line.lexicon)
    stop = next((at for at in range(each.end, len(line.line)) if line.line[at] in marks.comma | marks.close), each.end)
    own = [one for one in line.drafts_between(each.end, min(stop, each.end + BEHIND)) if one.kind == "month"]
    return 0 <= month.start - int(str(total.data.get("noun end", total.end))) <= OF_MONTH and own in ([], [month])


def _days(month: Draft) -> Fraction:
    """The days of a month, where it is a whole one."""
    low, high, *_ = month.readings[0].value if month.readings else (None, None)
    return (high - low) / MINUTES_A_DAY if low is not None and high is not None else Fraction(0)


def _ratio(unit: str, per: str) -> Fraction:
    """How many of the one unit of time are in the other."""
    for sizes in (EXACT, {name: Fraction(months) for name, months in MONTHS.items()}):
        if unit in sizes and per in sizes:
            return sizes[unit] / sizes[per]
    return Fraction(0)


def _unit(draft: Draft) -> str:
    return draft.readings[0].unit if draft.readings else ""


def _is_like(one: Draft, each: Draft) -> bool:
    """Whether a figure is of what the figure for each is of."""
    if one.kind != each.kind:
        return False
    if each.kind != "number":
        return _unit(one).partition(PER)[0] == _unit(each).partition(PER)[0]
    return bool(concept(each)) and (concept(one) in ("", concept(each)))
