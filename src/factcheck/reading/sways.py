"""By how much or how often a thing is said to have changed, and its old and new figure around -> what must hold.

Profit climbed 15 percent ... it earned 2.3 billion, against 2 billion a year ago; cases tripled in a fortnight: it had
counted 1,350, against about 450; the decline of 25. The figures stand in the same sentence or in those beside it,
next to each other among their like; the words before or behind the one say that it is the old one. If any two figures
around make the change that is told, nothing is claimed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.languages.lexicon import Lexicon
from factcheck.model import Passage, Relation
from factcheck.reading import changes
from factcheck.reading.breakdowns import concept
from factcheck.reading.changes import FIGURES, led_by, side_of
from factcheck.reading.ends import ENDS
from factcheck.reading.enumerations import relation
from factcheck.reading.lines import Draft, Line
from factcheck.reading.oldnew import (
    POINTS,
    Pair,
    Told,
    Words,
    date_of,
    figures_of,
    is_alike,
    may_move,
    pairs_of,
    summed_up,
)
from factcheck.reading.places import ends_of, hedges_of, noun_end
from factcheck.reading.rates import value
from factcheck.reading.sentences import around, bounds
from factcheck.reading.ties_of_change import (
    are_tied,
    has_own,
    is_beside_another,
    is_cut,
    is_narrowed,
    is_of_any_time,
    is_one_of_several,
)

# So many sentences around are looked through, the fewest first; an amount stands so near behind the noun for it.
REACHES, BEHIND, REACH = (1, 2), 5, 8
# From a part to the whole that it is of.
OF_WHOLE = 3
# So much of itself a change may be off: whoever doubles is about twice as large, but not four times.
LOOSE, AMPLE = Fraction(1, 10), 2
SIDES = ("changefrom", "changeto", "setagainst")
# More figures than these of one sort are a table, and so are so many of any sort.
MOST, CROWD = 6, 60
# A whole number, of its scale, is one whose decimals were left out: 2 billion beside 2.3 billion.
WHOLE = (1, 10**3, 10**6, 10**9, 10**12)
MEASURED = ("money", "percent", "quantity")
Roles = list[tuple[str, list[Draft]]]


def sways(path: str, line: Line, lexicon: Lexicon) -> Iterator[Relation]:
    """The relations ``change``, ``difference`` and ``doubled`` of sentences beside each other."""
    words = Words.of(lexicon)
    if words.telling.isdisjoint(line.index.characters):
        return
    told = list(_told(line, words))
    amounts = {one.by.start: one for one in told if one.by is not None} | {
        one.at: one for one in told if one.by is None
    }
    for one in amounts.values():
        for kind, roles in _stated(line, words, one, frozenset(amounts)):
            found = relation(path, line, kind, roles, "sways")
            yield found if one.by is not None else found._replace(passages=(_passage(path, line, one.at),))


def _passage(path: str, line: Line, at: int) -> Passage:
    """The word that tells of a change without an amount of its own."""
    return Passage(path, line.span(at, at + 1), line.text(at, at + 1), "told")


def _told(line: Line, words: Words) -> Iterator[Told]:
    """Every change that a line tells with its amount."""
    theirs, articled = changes.Words.of(line.lexicon), line.lexicon.characters("articled")
    for verb in words.trend.finditer(line.base):
        stop = bounds(line, verb.start())[1]
        trend = line.lexicon.value("trend", line.key(*verb.span())) or ""
        by = led_by(line, theirs, verb.end(), figures_of(line, verb.end(), stop))
        if by is not None and _is_amount(line, verb.end(), by) and line.base[verb.start()] not in articled:
            yield Told(verb.start(), trend, by, Fraction(0))
    of = line.lexicon.characters("of") | theirs.small | line.lexicon.characters("by-so-much")
    for noun in words.noun.finditer(line.base):
        stop = min(bounds(line, noun.start())[1], noun.end() + BEHIND)
        by = next(iter(figures_of(line, noun.end(), stop)), None)
        if by is None or not _is_amount(line, noun.end(), by) or side_of(line, theirs, by) in SIDES:
            continue
        if all(code in of for code in line.base[noun.end() : by.start]):
            trend = line.lexicon.value("trend-noun", line.key(*noun.span())) or ""
            yield Told(noun.start(), trend, by, Fraction(0))
    against = line.lexicon.words_of("setagainst")
    for verb in words.factor.finditer(line.base):
        factor = Fraction(line.lexicon.value("multiplying", line.key(*verb.span())) or 1)
        if line.base[verb.end() : verb.end() + 1] not in line.lexicon.characters("hyphen"):
            direct = against.match(line.base, verb.start()) is not None
            yield Told(verb.start(), "rise" if factor > 1 else "fall", None, factor, direct)


def _is_amount(line: Line, start: int, by: Draft) -> bool:
    """Whether a figure is an amount of its own: not added that seven, nor lost eight of ten."""
    lexicon = line.lexicon
    others = lexicon.characters("that")
    if lexicon.has_capitals:
        others |= lexicon.characters("preposition") - _leading(lexicon)
    behind = lexicon.characters("of|hyphen")
    return (
        value(by) > 0
        and others.isdisjoint(line.base[start : by.start])
        and line.base[noun_end(by) : noun_end(by) + 1] not in behind
    )


def _leading(lexicon: Lexicon) -> frozenset[str]:
    """The words that may stand between a verb or noun of change and its amount."""
    return lexicon.characters("changeby|by-so-much|of")


def _stated(line: Line, words: Words, told: Told, amounts: frozenset[int]) -> Iterator[tuple[str, Roles]]:
    for reach in REACHES:
        if roles := list(_within(line, words, told, amounts, reach)):
            yield from roles
            return


def _within(line: Line, words: Words, told: Told, amounts: frozenset[int], reach: int) -> Iterator[tuple[str, Roles]]:
    """What the figures of so many sentences around make of a change."""
    if told.by is not None and (_is_of_another_time(line, told.by) or is_one_of_several(line, told.by)):
        return
    average = line.lexicon.characters("average-of|hypothetical")
    if told.direct and not average.isdisjoint(line.base[told.at : told.at + BEHIND]):
        return  # twice the average of ten years
    if told.by is not None and changes.is_of_part(line, changes.Words.of(line.lexicon), told.at, told.by):
        return
    places = around(line, told.at, reach)
    figures = [one for place in places for one in figures_of(line, *place)]
    if len(figures) > CROWD:
        return
    some = [one for one in figures if value(one) > 0 and one.start not in amounts]
    some = [one for one in some if may_move(line, told, one) and not _is_of_a_noun(line, one)]
    pairs = [pair for pair in pairs_of(line, words, some) if not has_own(line, words, told, pair, amounts)]
    pairs = [pair for pair in pairs if are_tied(line, words, told, pair)]
    first, stop = bounds(line, told.at)
    if own := figures_of(line, told.at if told.by is None else first, stop):
        pairs = [
            pair for pair in pairs if pair.old in own or pair.new in own or told.direct or own == [told.by]
        ]  # doubled to 14 million
    if told.direct:
        pairs = [pair for pair in pairs if told.at in range(pair.new.end, pair.old.start)]
    pairs = [pair for pair in pairs if pair.sure] or pairs or list(summed_up(line, words, told, some))
    pairs = [pair for pair in pairs if pair.old in own or pair.new in own or not _are_bare(line, pair)]
    if len(pairs) == 1 and is_beside_another(line, told, pairs[0], some):
        return
    if len(pairs) != 1 or _is_out_of(line, pairs[0]) or _is_explained(told, pairs[0], some):
        return
    if (
        is_narrowed(line, pairs[0])
        or is_of_any_time(line, words, told, pairs[0])
        or is_cut(line, words, told, pairs[0])
    ):
        return
    old, new, _ = pairs[0]
    less, more = (old, new) if told.trend == "rise" else (new, old)
    if told.by is None:
        exact = told.direct and line.base[told.at - 1] not in changes.Words.of(line.lexicon).hedges
        yield "twofold" if exact else "doubled", [("less", [less]), ("more", [more])]
    elif told.by.kind == "percent":
        yield "change", [("old", [old]), ("new", [new]), ("percent", [told.by])]
    else:
        yield "difference", [("less", [less]), ("more", [more]), ("difference", [told.by])]


def _is_of_another_time(line: Line, by: Draft) -> bool:
    """Whether a change is that of each year, or since a time named behind it: rose 5 percent from a year ago."""
    if not changes.is_plain(line, changes.Words.of(line.lexicon), by):
        return True
    stop = bounds(line, by.start)[1]
    after = line.drafts_between(by.end, min(stop, by.end + REACH))
    return bool(after) and after[0].kind in ENDS and any(one.kind in FIGURES for one in after[1:])


def _is_out_of(line: Line, pair: Pair) -> bool:
    """Whether one figure is the whole that the other is out of: of 500 letters, 120 were answered."""
    first, last = sorted((pair.old, pair.new), key=lambda one: one.start)
    of = line.lexicon.characters("of")
    if last.start - first.end <= OF_WHOLE and not of.isdisjoint(line.base[first.end : last.start]):
        return True  # 12 of the 40 nurses
    start = bounds(line, first.start)[0]
    found = line.lexicon.words_of("outof").finditer(line.base, start, first.start)
    return any(one.start() <= start + 1 and first.start - one.end() <= 1 for one in found)


def _are_bare(line: Line, pair: Pair) -> bool:
    """Whether neither of two figures says what it is of, nor of when: he was 42; he died at 68."""
    some = (pair.old, pair.new)
    said = any(one.kind != "number" or concept(one) or _nouns(one) for one in some)
    return not said and not all(date_of(line, one) for one in some)


def _nouns(one: Draft) -> tuple[str, ...]:
    """The words that say what a figure counts where nobody knows the noun."""
    return tuple(getattr(one.data.get("subject"), "words", ()))


def _is_of_a_noun(line: Line, one: Draft) -> bool:
    """Whether a number says how large something is that is named after it: a 39-seat council."""
    hyphen = line.base[one.end : one.end + 1] in line.lexicon.characters("hyphen") and one.end < len(line.base)
    return one.kind == "number" and hyphen


def _is_explained(told: Told, pair: Pair, some: Sequence[Draft]) -> bool:
    """Whether any other two figures make the change, or the two are too many to tell."""
    like = [one for one in some if is_alike(one, pair.old) or is_alike(one, pair.new)]
    others = ((old, new) for old in like for new in like if old is not new and is_alike(old, new))
    return len(like) > MOST or any(_fits(told, old, new) for old, new in others if (old, new) != pair[:2])


def _fits(told: Told, old: Draft, new: Draft) -> bool:
    """Whether the old and the new figure may differ by what is told."""
    (least, most), (low, high) = as_fine(old, new)
    if least <= 0:
        return True
    if told.by is None:
        if told.factor > 1:
            return told.factor * (1 - LOOSE) <= high / least and low / most <= told.factor * AMPLE
        return low / most <= told.factor * (1 + LOOSE) and high / least * AMPLE >= told.factor
    sign = 1 if told.trend == "rise" else -1
    unit = POINTS.get(told.by.readings[0].unit, Fraction(1))
    share = told.by.kind == "percent"
    pairs = [(one, other) for one in (least, most) for other in (low, high)]
    found = [sign * (other - one) * (100 / one if share else 1 / unit) for one, other in pairs]
    start, end = ends_of(told.by)
    slack = 1 if share else 0
    return (end is None or min(found) <= end + slack) and max(found) >= start - slack


def as_fine(old: Draft, new: Draft) -> tuple[tuple[Fraction, Fraction], tuple[Fraction, Fraction]]:
    """What two measured figures may be; the coarser is taken to be as fine as the other, unless something hedges it."""
    (least, most), (low, high) = ((one[0], one[1] or value(draft)) for draft in (old, new) for one in (ends_of(draft),))
    step = min(most - least, high - low) / 2
    whole = all(most - least == step * 2 or (most - least) in WHOLE for least, most in ((least, most), (low, high)))
    if (
        whole
        and old.kind == new.kind
        and old.kind in ("money", "percent", "quantity")
        and not any(map(any, map(hedges_of, (old, new))))
    ):
        least, most = max(least, value(old) - step), min(most, value(old) + step)
        low, high = max(low, value(new) - step), min(high, value(new) + step)
    return (least, most), (low, high)
