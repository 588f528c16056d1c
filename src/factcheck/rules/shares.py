"""A part, a whole and a percentage as they are written -> the claim that they fit, rounded up or down.

A share is a product of unknowns. It is written out twice, once with the whole and once with the percentage as the
text has them, and one of the two must hold: so each of the three can be taken back alone, and nothing is multiplied.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from factcheck.expressions import within
from factcheck.model import AllOf, AnyOf, Claim, Linear, Range
from factcheck.rules.forms import ZERO, Terms, joined

HUNDRED = Fraction(100)
HALF = Fraction(1, 2)


def written_step(value: Fraction) -> Fraction:
    """The unit of the last decimal that ``value`` needs: 1 of 60, 1/10 of 33.5; a third counts as whole."""
    for places in range(7):
        if (value * 10**places).denominator == 1:
            return Fraction(1, 10**places)
    return Fraction(1)


def percent_slack(value: Range) -> Fraction:
    """How far beyond its range a percentage may lie.

    A range holds its rounding already and gets half a step more, for whoever rounds down where others round up;
    what is exact gets both halves.
    """
    if value.exact is not None:
        return written_step(value.exact)
    if value.low is None or value.high is None:
        return written_step(value.low if value.low is not None else value.high or ZERO)
    return min(value.high - value.low, Fraction(1)) * HALF


def share_claim(
    part: str, whole: str, percent: str, wholes: Sequence[Range], percents: Sequence[Range], less: str = ""
) -> Claim | None:
    """``100 * part`` is ``percent * whole``; ``wholes`` and ``percents`` are what the text gives for the two.

    The part is what ``part`` is more than ``less``, where that is given.

    ``None`` when neither is given as a number that a share can be taken of. Quantities are taken to be positive.
    """
    percents = [value for value in dict.fromkeys(percents) if value.low is not None or value.high is not None]
    slack = max((percent_slack(value) for value in percents), default=ZERO)
    parts = ((part, HUNDRED), *(((less, -HUNDRED),) if less else ()))
    options: list[Claim] = []
    for value in dict.fromkeys(wholes):
        if (value.low is not None and value.low > 0) or (value.high is not None and value.high > 0):
            options.append(_of_known_whole(parts, whole, percent, value, slack))
    options += [_of_known_percent(parts, whole, percent, value) for value in percents]
    return AnyOf(tuple(options)) if options else None


def _of_known_whole(parts: Terms, whole: str, percent: str, value: Range, slack: Fraction) -> Claim:
    """Exact where the whole is one number; where it is a range, some number of it must fit."""
    claims: list[Claim] = [within(whole, value)]
    if value.high is not None:
        terms = (*parts, (percent, -value.high))
        claims.append(Linear(terms, Range(None, value.high * slack)))
    if value.low is not None and value.low > 0:
        terms = (*parts, (percent, -value.low))
        claims.append(Linear(terms, Range(-value.low * slack, None)))
    return AllOf(tuple(claims))


def _of_known_percent(parts: Terms, whole: str, percent: str, value: Range) -> Claim:
    slack = percent_slack(value)
    claims: list[Claim] = [within(percent, value)]
    if value.high is not None:
        terms = joined((*parts, (whole, -(value.high + slack))))
        claims.append(Linear(terms, Range(None, ZERO)))
    if value.low is not None:
        terms = joined((*parts, (whole, slack - value.low)))
        claims.append(Linear(terms, Range(ZERO, None)))
    return AllOf(tuple(claims))
