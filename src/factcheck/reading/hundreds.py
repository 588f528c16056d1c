"""Percentages of one whole in sentences beside each other, of which the last is all that is left -> ``completed``.

Gas supplied 31 per cent, three points ahead of wind at 28. Nuclear stations met 14 per cent ... everything else made up
the remaining 10 per cent. Where some of the figures with the last make 100 without the others, nothing is claimed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from factcheck.languages.lexicon import Lexicon
from factcheck.languages.nodes import END
from factcheck.model import Relation
from factcheck.reading.breakdowns import counts_something
from factcheck.reading.enumerations import relation
from factcheck.reading.lines import Draft, Line
from factcheck.reading.pieces import Marks
from factcheck.reading.rates import value
from factcheck.reading.sentences import around, bounds

WHOLE = Fraction(100)
# Before the last share stand the words that make it the rest, so near; and so many shares are looked at.
NEAR, MOST = 7, 9
FEWEST = 3
# Each share may be rounded by so much; a sum further off than this is of other things.
ROUNDED, FURTHEST = Fraction(1, 2), Fraction(35)
# Sentences with these tell of two times or two wholes.
BARRED = ("compared", "apart-shares")


def hundreds(path: str, line: Line, lexicon: Lexicon) -> Iterator[Relation]:
    """The shares that a rest completes, over two or three sentences."""
    for last in _rests(line, lexicon):
        places = [place for place in around(line, last.start, 2) if place[0] <= last.start]
        shares = [
            one for place in places for one in line.drafts_between(*place) if _is_share(one) and one.start <= last.start
        ]
        some = _of_one(line, places, shares)
        spelled = any(_is_spelled(one) for place in places for one in line.drafts_between(*place))
        made = [each for each in some if _makes([value(one) for one in each if one is not last], last)]
        some = made or some
        told = next((one for one in some if len(one) <= MOST and _may_be_all(one, last)), None)
        if told is not None and _is_of_others(line, told, last):
            continue
        if told is not None and not spelled:
            yield relation(path, line, "completed", [("part", told)], "hundreds")


def _rests(line: Line, lexicon: Lexicon) -> Iterator[Draft]:
    """The shares that are said to be all that is left: the remaining 10 per cent, the 10 per cent that remained."""
    before, behind = lexicon.words_of("all-others"), lexicon.words_of("rest-behind")
    if all(need.isdisjoint(line.index.characters) for need in (*before.all_needs, *behind.all_needs)):
        return
    for match in before.finditer(line.base):
        stop = bounds(line, match.start())[1]
        drafts = line.drafts_between(match.end(), min(stop, match.end() + NEAR))
        last = next((one for one in drafts if _is_share(one)), None)
        beside = last is not None and last.start <= match.end() + 1 and last.kind == "percent"
        if last is None or not (beside or _is_ended(line, last)):
            continue
        if line.base[max(match.start() - 1, 0)] not in lexicon.characters("of"):
            yield last
    for match in behind.finditer(line.base):
        yield from (
            one for one in line.drafts_between(match.start() - NEAR, match.start()) if _is_rest(one, match.start())
        )


def _is_rest(one: Draft, at: int) -> bool:
    return one.kind == "percent" and one.end == at and _is_share(one)


def _is_ended(line: Line, last: Draft) -> bool:
    """Whether no noun follows the last share: the others missed the 4 percent hurdle."""
    lexicon = line.lexicon
    marks = Marks.of(lexicon)
    ends = marks.comma | marks.close | {END} | lexicon.characters("function|preposition")
    return last.end >= len(line.line) or line.line[last.end] in ends or line.base[last.end] in ends


def _is_spelled(draft: Draft) -> bool:
    """Whether a number in words may be one more share: the liberals nine and the Greens eight."""
    bare = draft.kind == "number" and not counts_something(draft)
    scope = getattr(draft.data.get("subject"), "scope", ())
    return bare and not scope and draft.number is not None and draft.number.spelled


def _is_share(draft: Draft) -> bool:
    """Whether a figure is a percentage, or a bare number that may be one."""
    if draft.kind == "percent":
        return 0 < value(draft) < WHOLE
    bare = draft.kind == "number" and not counts_something(draft) and not draft.data.get("unit")
    scope = getattr(draft.data.get("subject"), "scope", ())
    spelled = draft.number is not None and draft.number.spelled
    return bare and not scope and not spelled and 0 < value(draft) < WHOLE


def _of_one(line: Line, places: Sequence[tuple[int, int]], shares: list[Draft]) -> list[list[Draft]]:
    """The shares of the sentences that lead up to the last without a break, or anything that tells of another whole.

    Of the fewest sentences that have enough of them first, then of more.
    """
    kept: list[Draft] = []
    found: list[list[Draft]] = []
    for first, stop in reversed(places):
        own = [one for one in shares if first <= one.start < stop]
        if not any(one.kind == "percent" for one in own):
            break
        begins = own[0].start if len(own) >= FEWEST else first
        barred = any(any(line.lexicon.words_of(name).finditer(line.base, begins, stop)) for name in BARRED)
        if barred and _is_of_them(line, own, first, stop):
            barred = False
        if barred:
            return found
        kept = own + kept
        if len(kept) >= FEWEST:
            found.append(kept)
    return found


def _is_of_them(line: Line, own: Sequence[Draft], first: int, stop: int) -> bool:
    """Whether all that tells of another whole is "of them" right behind the first share."""
    found = [one.start() for name in BARRED for one in line.lexicon.words_of(name).finditer(line.base, first, stop)]
    return len(own) >= FEWEST and found == [own[0].end]


def _is_of_others(line: Line, shares: Sequence[Draft], last: Draft) -> bool:
    """Whether the last share is of something else, one is of what was left, or one more is told after the last."""
    of, stop = line.lexicon.characters("of"), bounds(line, last.start)[1]
    left = line.lexicon.words_of_any("leftover", "therest")
    for one in shares:
        end = min(one.end + NEAR // 2, len(line.base))
        of_what = one is not last and one.end < len(line.base) and line.base[one.end] in of
        if of_what and any(left.finditer(line.base, one.end, end)):
            return True  # 30 percent of the rest
    after = [one for one in line.drafts_between(last.end, stop) if one.kind == "percent" and one.start > last.end]
    if any(_makes([value(each) for each in (*shares[:-1], one)], last) for one in after):
        return True
    if last.end >= stop or line.base[last.end] not in of:
        return False
    told = {line.key(at, at + 1) for at in range(bounds(line, shares[0].start)[0], last.start)}
    word = line.lexicon.characters("word!function")
    noun = next((at for at in range(last.end, stop) if line.base[at] in word), None)
    return noun is not None and line.key(noun, noun + 1) not in told


def _may_be_all(shares: Sequence[Draft], last: Draft) -> bool:
    """Whether all shares make 100, or no choice of them with the last does and they are not far from it."""
    values = [value(one) for one in shares if one is not last]
    if len(values) < FEWEST and sum(values) > WHOLE + ROUNDED * len(values):
        return False  # 60 percent have a car and 55 percent a bicycle
    if _makes(values, last) or abs(sum(values) + value(last) - WHOLE) > FURTHEST:
        return _makes(values, last)
    return not any(_makes(some, last) for size in range(1, len(values)) for some in combinations(values, size))


def _makes(values: Sequence[Fraction], last: Draft) -> bool:
    return abs(sum(values) + value(last) - WHOLE) <= ROUNDED * (len(values) + 1)
