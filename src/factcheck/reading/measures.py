"""Matches of language patterns -> drafts of amounts with a unit: shares, money, measures, ages, rates."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from factcheck.languages.data import ratio_of
from factcheck.model import Subject
from factcheck.reading.captures import Captures
from factcheck.reading.compounds import amount
from factcheck.reading.figures import Built, number_of
from factcheck.reading.lines import Cover, Draft, Number
from factcheck.reading.numbers import HALF_STEP

MEASURED = ("percent", "money", "quantity")


def change(found: Captures) -> Built:
    """Two figures of one kind, from one to the other, a fact each."""
    if number_of(found, "n1") is None:
        return None
    drafts = [_figure(found.end_of_pair(which), found.given["kind"], "") for which in "12"]
    return [draft for draft in drafts if draft is not None]


def tally(found: Captures) -> Built:
    """The votes for and against, a count each: ruled 6-4."""
    ends = [(number_of(found, name), *found.spans(name)[0]) for name in ("n1", "n2")]
    return [Draft("number", a, b, number=n, read_by=found.path, data={}) for n, a, b in ends if n is not None]


def exact(found: Captures) -> Built:
    """A number ``n`` of what is counted by itself: its zeros round nothing."""
    value = number_of(found, "n")
    start, end = found.spans("n")[0]
    return None if value is None else amount(found.line, start, end, value._replace(zeros=0))


def percent(found: Captures) -> Built:
    return _figure(found, "percent", "percent")


def percentpoint(found: Captures) -> Built:
    return _figure(found, "number", "percentage point")


def money(found: Captures) -> Built:
    """An amount of money; ``n2`` are so many of a smaller coin more, which is ``part`` of the larger (cents).

    ``least`` bounds the amount; ``before=count`` tells that the words are something else before a noun.
    """
    value = number_of(found, "n")
    if value is not None and value.value < Fraction(found.given.get("least", value.value)):
        return None
    if found.given.get("before") == "count" and found.is_before_noun():
        return None
    return _figure(found, "money", "")


def quantity(found: Captures) -> Built:
    """A measure; ``n2`` and ``n3`` are so many of smaller units more (feet and inches).

    They are fewer than make the larger unit, unless they stand ``beside`` it with nothing between.
    """
    if "power" in found.given and found.whole("exponent") != int(found.given["power"]):
        return None
    return _figure(found, "quantity", "")


def rate(found: Captures) -> Built:
    """What comes after the figure ``of`` says that it is one for each of something (a barrel, per day)."""
    draft = found.draft("of")
    if draft is None:
        return None
    draft.data["subject"] = Subject(scope=("each",))
    return Cover(draft.end, found.end, found.line.lexicon.code(("mixed",)))


def age(found: Captures) -> Built:
    return _figure(found, "age", found.text("unit") or "year")


def _figure(found: Captures, kind: str, unit: str) -> Draft | None:
    value, unit = number_of(found, "n"), unit or found.text("unit") or ""
    if value is None and "n" in found.given:  # the ending of the unit says how many
        value = Number(Fraction(found.given["n"]), spelled=True)
    if value is None or not unit:
        return None
    if "plus" in found.given and value.high is None:  # "two and a half" with the unit between
        half = Fraction(found.text("plus") or 0)
        value = value._replace(value=value.value + half, step=value.step * HALF_STEP, zeros=0)
    if "n2" in found.classes and found.spans("n2"):
        whole = _with_smaller(found, value, unit)
        if whole is None:
            return None
        value, unit = whole
    factor = Fraction(found.given.get("times", 1)) * int(found.given.get("sign", 1))
    if factor != 1 and value.high is None:
        value = value._replace(value=value.value * factor, step=value.step * abs(factor), others=())
    if kind in MEASURED:
        value = value._replace(measured=True, zeros=0 if kind == "percent" else value.zeros)
    return Draft(kind, *found.quoted, number=value, read_by=found.path, data={"unit": unit})


def _with_smaller(found: Captures, value: Number, unit: str) -> tuple[Number, str] | None:
    """A measure in several units, in the smallest of them (6 feet 2 inches are 74 inches); of coins in the larger."""
    if "part" in found.given:
        cents = number_of(found, "n2")
        part = Fraction(found.given["part"])
        if cents is None or cents.value * part >= 1:
            return None
        return value._replace(value=value.value + cents.value * part, step=part, zeros=0), unit
    for which in "23":
        if (more := number_of(found, "n" + which)) is None:
            continue
        smaller = found.text("unit" + which) or unit
        ratio = Fraction(found.given["ratio"]) if "ratio" in found.given else ratio_of(unit, smaller)
        if ratio is None or ratio <= 1 or more.high is not None or value.high is not None:
            return None
        if more.value >= ratio and "beside" not in found.given:
            return None
        value, unit = Number(value.value * ratio + more.value, more.step), smaller
    return value, unit


BUILDERS: dict[str, Callable[[Captures], Built]] = {
    builder.__name__: builder for builder in (change, tally, exact, percent, percentpoint, money, quantity, rate, age)
}
