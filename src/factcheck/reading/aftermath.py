"""Two figures of one thing and, in a sentence beside theirs, by how much or how often they differ -> what must hold.

Shares put on 12p to 372p ... they had closed at 360p; the level was 847 metres and is now 836 ... so it has lost 11;
from 150 seats to 174 ... the 24 additional seats; the number of cases doubled ... after 210 last year there were 420.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.languages.lexicon import Lexicon
from factcheck.model import Relation
from factcheck.reading.breakdowns import concept, is_part
from factcheck.reading.changes import FIGURES, NEAR, Words, are_alike, from_to, led_by, side_of
from factcheck.reading.ends import ENDS
from factcheck.reading.enumerations import relation
from factcheck.reading.lines import Draft, Line
from factcheck.reading.rates import value
from factcheck.reading.sentences import around, bounds

BASIS = "basis point"
# Where subjects follow their verb a share stands so near behind it.
REACH = 6
POINTS = ("percentage point", "point", BASIS)
Place = tuple[int, int]
Roles = list[tuple[str, list[Draft]]]


def aftermath(path: str, line: Line, lexicon: Lexicon) -> Iterator[Relation]:
    """The relations ``difference`` and ``doubled`` over two sentences beside each other."""
    words = Words.of(lexicon)
    if words.telling.isdisjoint(line.index.characters):
        return
    done = 0
    for start in sorted(line.drafts):
        if start < done or line.drafts[start].kind not in FIGURES:
            continue
        place = bounds(line, start)
        done = place[1]
        beside = around(line, start, 1)
        earlier, later = beside[0], beside[-1]
        if words.telling.isdisjoint(line.base[earlier[0] : later[1]]):
            continue
        for roles in (*_thereby(line, words, place, later), *_since(line, words, place, later)):
            yield relation(path, line, "difference", roles, "aftermath")
        for roles in _doubled(line, words, place, earlier):
            yield relation(path, line, "doubled", roles, "aftermath")
        for roles in _compared(line, words, place, later):
            yield relation(path, line, "change", roles, "aftermath")


def _figures(line: Line, place: Place) -> list[Draft]:
    return [one for one in line.drafts_between(*place) if one.kind in FIGURES and value(one) > 0]


def _has(line: Line, name: str, start: int, end: int) -> bool:
    return any(line.lexicon.words_of(name).finditer(line.base, max(start, 0), min(end, len(line.base))))


def _moved(line: Line, words: Words, place: Place) -> tuple[Draft, Draft] | None:
    """The old and the new figure of a sentence that tells no other: from 150 to 174; was 847 metres and is now 836."""
    figures = _figures(line, place)
    for verb in words.trend.finditer(line.base, *place):
        after = [one for one in figures if one.start >= verb.end()]
        for at in range(len(after) - 1):
            begin = after[at - 1].end if at else verb.end()
            if (found := from_to(line, words, begin, after[at:], None)) is not None:
                return found
    for at, old in enumerate(figures[:-1]):
        new = figures[at + 1]
        if (
            is_like(old, new)
            and _has(line, "formerly", old.start - NEAR, old.start)
            and _has(line, "nowadays", new.start - NEAR, new.start)
        ):
            return old, new
    return None


def is_like(one: Draft, other: Draft) -> bool:
    """Whether two figures are of one measure or count one thing, as far as they say."""
    return is_part(one, other) and is_part(other, one)


def _thereby(line: Line, words: Words, place: Place, later: Place) -> Iterator[Roles]:
    """By how much, as the next sentence says: so it has lost eleven metres; the 24 additional seats."""
    moving = line.may_hold("trend", *place) or line.may_hold("nowadays", *place)
    telling = line.may_hold("additional", *later) or line.may_hold("thereby", *later)
    if later == place or not (moving and telling) or (moved := _moved(line, words, place)) is None:
        return
    old, new = moved
    less, more = sorted((old, new), key=value)
    told = _told(line, place)
    figures = _figures(line, later)
    for verb in words.trend.finditer(line.base, *later):
        by = led_by(line, words, verb.end(), [one for one in figures if one.start >= verb.end()])
        if by is not None and any(one.kind in ENDS for one in line.drafts_between(by.end, later[1])):
            continue  # the population has grown by 12,000 since 2010
        if by is not None and _is_difference(old, new, by, told) and _has(line, "thereby", later[0], verb.start()):
            yield [("difference", [by]), ("less", [less]), ("more", [more])]
            return
    for by in figures:
        near = _has(line, "additional", by.start - 2, by.end + 2)
        if near and _is_difference(old, new, by, told) and value(new) > value(old):
            yield [("difference", [by]), ("less", [less]), ("more", [more])]
            return


def _told(line: Line, place: Place) -> frozenset[str]:
    """The words of a sentence and what they count."""
    keys = {line.key(at, at + 1) for at in range(*place)}
    return frozenset(keys | {line.lexicon.value("noun", key) or "" for key in keys} - {""})


def _is_difference(old: Draft, new: Draft, by: Draft, told: frozenset[str]) -> bool:
    unit = by.readings[0].unit if by.readings else ""
    if "percent" in (old.kind, new.kind):
        return unit in POINTS
    named = concept(by) in ("", concept(old), concept(new)) or concept(by) in told
    return old.kind == by.kind and is_part(old, by) and named


def _since(line: Line, words: Words, place: Place, later: Place) -> Iterator[Roles]:
    """Put on 12p to 372p ... They had closed at 360p; the next sentence tells of no change or time of its own."""
    if not (line.may_hold("trend", *place) and line.may_hold("formerly", *later)):
        return
    figures, former = _figures(line, place), _figures(line, later)
    before = line.drafts_between(later[0], former[0].start) if former else ()
    if (
        not former
        or any(one.kind in ENDS for one in before)
        or any(words.trend.finditer(line.base, later[0], former[0].start))
    ):
        return
    for verb in words.trend.finditer(line.base, *place):
        after = [one for one in figures if one.start >= verb.end()]
        by = led_by(line, words, verb.end(), after)
        if by is None or len(after) < 2 or side_of(line, words, after[1]) != "changeto" or later == place:
            continue
        new = after[1]
        olds = [one for one in former[:1] if _has(line, "formerly", one.start - NEAR, one.start)]
        if olds and not _is_named_before(line, olds[0], place):
            continue  # the toll rose by 12 to 88. They came from 15 countries.
        if len(olds) == 1 and is_like(new, olds[0]) and (by.kind == "money" or is_part(new, by)):
            trend = line.lexicon.value("trend", line.key(*verb.span()))
            less, more = (olds[0], new) if trend == "rise" else (new, olds[0])
            yield [("difference", [by]), ("less", [less]), ("more", [more])]


def _is_named_before(line: Line, old: Draft, place: Place) -> bool:
    """Whether what a figure counts, if it says so, was spoken of in the sentence before."""
    nouns = [one for one in _nouns(old) if one]
    return not nouns or not _told(line, place).isdisjoint(nouns)


def _doubled(line: Line, words: Words, place: Place, earlier: Place) -> Iterator[Roles]:
    """The number of cases doubled in a year. After 210 cases in 2017 there were 420 in 2018."""
    if not (line.may_hold("doubling", *earlier) and line.may_hold("formerly", *place)):
        return
    figures = _figures(line, place)
    if earlier == place or len(figures) != 2 or not is_like(*figures) or _figures(line, earlier):
        return
    told = _told(line, earlier)
    if not any(named in told for one in figures for named in _nouns(one)):
        return
    for verb in words.doubling.finditer(line.base, *earlier):
        if words.hedges.intersection(line.base[verb.start() - 1 : verb.start()]):
            continue
        trend = line.lexicon.value("doubling", line.key(*verb.span()))
        old = [one for one in figures if _has(line, "formerly", one.start - NEAR, one.start)]
        if old:
            new = figures[1 - figures.index(old[0])]
            less, more = (old[0], new) if trend == "rise" else (new, old[0])
            yield [("less", [less]), ("more", [more])]
            return


def _nouns(one: Draft) -> Sequence[str]:
    subject = one.data.get("subject")
    return (concept(one), *getattr(subject, "words", ()))


def _compared(line: Line, words: Words, place: Place, later: Place) -> Iterator[Roles]:
    """Profit climbed 15 percent. The carrier earned 2.3 billion, compared with 2 billion a year ago."""
    if later == place or not all(line.may_hold("measured-as", *one) for one in (place, later)):
        return
    measure, other = (_measures(line, one) for one in (place, later))
    shares = [one for one in line.drafts_between(*place) if one.kind == "percent"]
    if later == place or len(measure) != 1 or measure != other or len(shares) != 1 or _is_barred(line, words, later):
        return
    if any(one.kind in ("money", "quantity") and side_of(line, words, one) for one in _figures(line, place)):
        return  # the sentence tells the figures itself
    some = [one for one in _figures(line, later) if "each" not in getattr(one.data.get("subject"), "scope", ())]
    olds = [one for one in some if side_of(line, words, one) == "setagainst"]
    for verb in words.trend.finditer(line.base, *place):
        by = led_by(line, words, verb.end(), [one for one in _figures(line, place) if one.start >= verb.end()])
        news = [one for one in some if len(olds) == 1 and one.start < olds[0].start and is_like(one, olds[0])]
        if by is None and not line.lexicon.has_capitals and shares[0].start - verb.end() in range(REACH):
            by = shares[0]  # the subject stands between
        if by is shares[0] and len(news) == 1 and are_alike(olds[0], news[0]):
            yield [("new", news), ("old", olds), ("percent", [by])]
            return


def _measures(line: Line, place: Place) -> set[str]:
    """Of what a sentence tells: profit, revenue, output."""
    found = line.lexicon.words_of("measured-as").finditer(line.base, *place)
    return {line.lexicon.value("measured-as", line.key(*one.span())) or "" for one in found}


def _is_barred(line: Line, words: Words, place: Place) -> bool:
    return not words.barred.isdisjoint(line.base[slice(*place)])
