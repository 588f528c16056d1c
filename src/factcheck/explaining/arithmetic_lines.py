"""A contradiction between figures -> the lines that prove it: sums, counts, shares, lengths, orders, equalities."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from factcheck.explaining import showing
from factcheck.explaining.ages import AGE_ROLES, DAYS_A_YEAR
from factcheck.explaining.calendar import MONTHS_A_YEAR, day_at
from factcheck.explaining.case import DURATION_ROLES, Case, Mention, atoms
from factcheck.expressions import variables
from factcheck.model import MINUTES_A_DAY, Linear, Range

COUNT_ROLE = "announced"
SHARE_ROLES = ("part", "whole", "percent")
CHANGE_ROLES = ("old", "new", "percent")
RATE_ROLES = ("number", "each", "total")
HUNDRED = 100
DAYS_A_WEEK = 7
DAYS_A_MONTH = 30
# The roles of a beginning and of the years since, and the line that holds them against each other.
AGED = {"because.age": AGE_ROLES, "because.elapsed": ("start", "length")}
# A length in weeks, months or years as TIMEX3 writes it.
_LENGTH = re.compile(r"P(\d+)([WMY])")
# Rounding that leaves the figures further apart than this many times itself has no part in what is wrong.
ROUNDING_REACH = 3


def count(case: Case) -> Iterator[str]:
    """A list has another number of members than is announced."""
    announced = case.of_role(COUNT_ROLE)
    if case.main is None or not announced:
        return
    for linear in atoms(case.rule_of(case.main).claim):
        if len(linear.terms) == 1 and linear.value.exact is not None:
            members = showing.number(case, linear.value.exact / linear.terms[0][1])
            yield case.texts.text("because.count", count=members, announced=showing.value(case, announced[0]))
            return


def share(case: Case) -> Iterator[str]:
    """The percentage that the part is of the whole."""
    found = [case.told(role) for role in SHARE_ROLES]
    if not all(found):
        return
    part, whole, percent = (mentions[0] for mentions in found)
    if not whole.nominal or part.nominal is None:
        return
    result = part.nominal / whole.nominal * HUNDRED
    figure = showing.value(case, percent) if percent.exact is not None else _without_sign(case, percent)
    yield case.texts.text(
        "because.share",
        part=showing.value(case, part),
        whole=showing.value(case, whole),
        share=case.numerals.number(result, most=1),
        percent=figure,
    )


def change(case: Case) -> Iterator[str]:
    """The percentage between an old figure and a new one."""
    found = [case.told(role) for role in CHANGE_ROLES]
    if not all(found):
        return
    old, new, percent = (mentions[0] for mentions in found)
    if not old.nominal or new.nominal is None:
        return
    yield case.texts.text(
        "because.change",
        old=showing.value(case, old),
        new=showing.value(case, new),
        share=case.numerals.number(abs(new.nominal - old.nominal) / old.nominal * HUNDRED, most=1),
        percent=showing.value(case, percent) if percent.exact is not None else _without_sign(case, percent),
    )


def product(case: Case) -> Iterator[str]:
    """What so many times the figure for each come to."""
    found = [case.told(role) for role in RATE_ROLES]
    if not all(found):
        return
    number, each, total = (mentions[0] for mentions in found)
    if number.is_moment or number.nominal is None or each.nominal is None or total.nominal is None or case.main is None:
        return
    times = next((c for one in atoms(case.rule_of(case.main).claim) for name, c in one.terms if c > 1), Fraction(1))
    yield case.texts.text(
        "because.product",
        number=showing.value(case, number),
        each=showing.value(case, each),
        result=case.numerals.number(number.nominal * each.nominal / times, most=1),
        total=showing.value(case, total),
    )


def _without_sign(case: Case, percent: Mention) -> str:
    return showing.number(case, percent.nominal) if percent.nominal is not None else percent.words


def duration(case: Case) -> Iterator[str]:
    """How long it is from the one date to the other, in the unit that both are given in."""
    found = [case.told(role) for role in DURATION_ROLES]
    if not all(found):
        return
    start, end, length = (mentions[0] for mentions in found)
    if start.nominal is None or end.nominal is None or not length.is_duration:
        return
    first, last = day_at(start.nominal), day_at(end.nominal)
    unit, elapsed = "days", days_between(start.nominal, end.nominal)
    names = {"start": showing.value(case, start), "end": showing.value(case, end), "length": length.words}
    kinds = {mention.fact.kind for mention in (start, end) if mention.fact is not None}
    if first is not None and last is not None and kinds == {"year"}:
        unit, elapsed = "years", last.year - first.year
    elif first is not None and last is not None and kinds == {"month"}:
        unit, elapsed = "months", (last.year - first.year) * MONTHS_A_YEAR + last.month - first.month
    names["count"] = showing.number(case, Fraction(elapsed))
    names["inclusive"] = showing.number(case, Fraction(elapsed + 1))
    given = _LENGTH.fullmatch(length.fact.readings[0].timex or "") if length.fact is not None else None
    if unit == "days" and given is not None and first is not None and last is not None:
        key, amount = _in_own_unit(given[2], int(given[1]), first, last)
        yield case.texts.text(f"because.duration-{key}", amount=case.numerals.number(amount, most=1), **names)
        return
    yield case.texts.text(f"because.duration-{unit}", **names)


def days_between(start: Fraction, end: Fraction) -> int:
    return ((end - start) / MINUTES_A_DAY).__floor__()


def _in_own_unit(letter: str, length: int, first: date, last: date) -> tuple[str, Fraction]:
    """Days for a length in weeks; how many months or years lie between two days for one in those."""
    if letter == "W":
        return "of-weeks", Fraction(length * DAYS_A_WEEK)
    months = (last.year - first.year) * MONTHS_A_YEAR + last.month - first.month
    found = months + Fraction(last.day - first.day, DAYS_A_MONTH)
    return ("of-months", found) if letter == "M" else ("of-years", found / MONTHS_A_YEAR)


def age(case: Case) -> Iterator[str]:
    """In which year somebody who was born then is so old, or so many years have passed."""
    told = {key: [case.told(role) for role in roles] for key, roles in AGED.items()}
    key, found = next(((key, found) for key, found in told.items() if all(found)), ("", []))
    if not key:
        return
    born, old = (mentions[0] for mentions in found)
    first = None if born.nominal is None else day_at(born.nominal)
    if first is None or old.nominal is None:
        return
    years = old.nominal / (MINUTES_A_DAY * DAYS_A_YEAR) if old.is_duration else old.nominal
    names = {"born": showing.value(case, born), "age": showing.value(case, old)}
    yield case.texts.text(key, year=case.numerals.plain(first.year + round(years)), **names)


def sums(case: Case) -> Iterator[str]:
    """``a + b = c``, where the figures of one side are added up and compared with the other."""
    linear = _main_linear(case)
    if linear is None or len(linear.terms) < 3 or not linear.value.holds(Fraction(0)) or None in linear.value[:2]:
        return
    sides = [[name for name, c in linear.terms if c * sign > 0] for sign in (1, -1)]
    same = len({abs(c) for _, c in linear.terms}) == 1
    parts, total = sides if len(sides[1]) == 1 else (sides[1], sides[0])
    given = [_given(case, name) for name in parts]
    wanted = _given(case, total[0]) if len(total) == 1 else None
    if not same or wanted is None or any(one is None for one in given):
        return
    low, high = (_added([one[1][end] for one in given if one is not None]) for end in (0, 1))
    exact = low is not None and low == high
    if not exact and not rounding_matters(case):
        low = high = _added([mention.nominal for name in parts for mention in case.of_variable(name)[:1]])
        exact = True
    whole = all(one is None or one[2] for one in given)
    words = " + ".join(one[0] for one in _in_text_order(case, parts, given))
    named = case.of_variable(total[0])[:1]
    alike = showing.alike(case, low, named[0]) if exact and low is not None and named else None
    result = alike or showing.bounds(case, Range(low, high), moments=False, whole=whole)
    yield case.texts.text("because.sum" if exact else "because.sum-range", sum=words, result=result, total=wanted[0])


def limited(case: Case) -> Iterator[str]:
    """``a + b = c``, where figures of one side alone have a limit: percentages of one whole."""
    linear = _main_linear(case)
    if linear is None or len(linear.terms) < 2:
        return
    mentions = [case.of_variable(name)[:1] for name, _ in linear.terms]
    values = [found[0].nominal for found in mentions if found]
    if any(c != 1 for _, c in linear.terms) or len(values) < len(mentions) or None in values:
        return
    words = " + ".join(showing.value(case, found[0]) for found in mentions)
    result = showing.number(case, _added(values) or Fraction(0))
    limit = showing.bounds(case, linear.value, moments=False)
    yield case.texts.text("because.claim", sum=words, result=result, bounds=limit)


def rounding_matters(case: Case) -> bool:
    """Whether what is wrong is of the size of what the figures may be rounded by; hedged figures always matter."""
    linear = _main_linear(case)
    if linear is None:
        return True
    mentions = [(c, case.of_variable(name)) for name, c in linear.terms]
    if any(not found or found[0].nominal is None for _, found in mentions):
        return True
    if any(showing.is_hedged(found[0]) for _, found in mentions):
        return True
    total = sum((c * (found[0].nominal or 0) for c, found in mentions), Fraction(0))
    slack = sum((abs(c) * found[0].slack for c, found in mentions), Fraction(0))
    ends = [end for end in linear.value[:2] if end is not None]
    apart = Fraction(0) if linear.value.holds(total) else min((abs(total - end) for end in ends), default=Fraction(0))
    return apart <= ROUNDING_REACH * slack


Given = tuple[str, tuple[Fraction | None, Fraction | None], bool]
"""The words for a value, its least and its most, and whether it is a number of whole things."""


def _given(case: Case, variable: str) -> Given | None:
    mentions = case.of_variable(variable)
    if mentions:
        lows, highs = [r.low for r in mentions[0].ranges], [r.high for r in mentions[0].ranges]
        low = None if None in lows else min(v for v in lows if v is not None)
        high = None if None in highs else max(v for v in highs if v is not None)
        return showing.value(case, mentions[0]), (low, high), mentions[0].is_whole
    known = case.known(variable)
    if known is None:
        return None
    low, high = known.range.low, known.range.high
    return showing.known(case, known, None), (low, high), low is not None and low.denominator == 1


def _added(values: list[Fraction | None]) -> Fraction | None:
    return None if None in values else sum((v for v in values if v is not None), Fraction(0))


def _in_text_order(case: Case, names: list[str], given: list[Given | None]) -> list[Given]:
    order = [mention.variable for mention in case.mentions]
    pairs = sorted(zip(names, given, strict=True), key=lambda pair: _position(order, pair[0]))
    return [one for _, one in pairs if one is not None]


def _position(order: list[str], name: str) -> int:
    return order.index(name) if name in order else len(order)


def _main_linear(case: Case) -> Linear | None:
    if case.main is None:
        return None
    claim = case.rule_of(case.main).claim
    return claim if isinstance(claim, Linear) else None


def comparison(case: Case) -> Iterator[str]:
    """Two values that should be equal, or the other way round in time or size."""
    pair = _pair(case)
    if pair is None:
        return
    (one, first, moments), (other, second, _), must_be_equal = pair
    if one == other:
        return
    if must_be_equal:
        yield case.texts.text("because.unequal", one=one, other=other)
    elif first == second:
        yield case.texts.text("because.simultaneous" if moments else "because.unequal", one=one, other=other)
    elif moments:
        early, late = (one, other) if first < second else (other, one)
        yield case.texts.text("because.earlier", one=early, other=late)
    else:
        key = "because.less" if first < second else "because.more"
        yield case.texts.text(key, one=one, other=other)


Side = tuple[str, Fraction, bool]
"""The words for a value, the value, and whether it is a moment."""


def _pair(case: Case) -> tuple[Side, Side, bool] | None:
    """The two values that the main rule compares, in its order; of an agreement its first two."""
    if case.main is None:
        return None
    if case.rank(case.main) > 0:
        values = [_of_mention(case, mention) for mention in case.mentions]
        names = dict.fromkeys(name for rule in case.rules for name in variables(rule.claim))
        values += [known_side(case, name) for name in names]
        distinct = list(dict.fromkeys(side for side in values if side is not None))
        return (distinct[0], distinct[1], True) if len(distinct) > 1 else None
    linear = _main_linear(case)
    if linear is None or len(linear.terms) != 2 or linear.terms[0][1] != -linear.terms[1][1]:
        return None
    one, other = (_side(case, name) for name, _ in linear.terms)
    if one is None or other is None:
        return None
    return one, other, linear.value.low is not None and linear.value.high is not None


def _side(case: Case, variable: str) -> Side | None:
    mentions = case.of_variable(variable)
    return _of_mention(case, mentions[0]) if mentions else known_side(case, variable)


def _of_mention(case: Case, mention: Mention) -> Side | None:
    nominal = mention.nominal
    return None if nominal is None else (showing.value(case, mention), nominal, mention.is_moment)


def known_side(case: Case, variable: str) -> Side | None:
    """The value that a rule file gives to a variable."""
    known = case.known(variable)
    value = None if known is None else showing.middle(known)
    if known is None or value is None:
        return None
    like = showing.kind_of(case, variable)
    return showing.known(case, known, like), value, like is not None and like.is_moment
