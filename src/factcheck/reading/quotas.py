"""A percentage that a sentence ties to the count before it, and the only count that it can be a share of -> ``share``.

``Of 150 households that agreed ..., 96, or 74 percent``; ``inspected 320 restaurants ... closed 48 of them, or 25
percent``. What the count is of is said in its own sentence or the one before it; where two counts may be the whole, or
others of them give the percentage, nothing is claimed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.languages.lexicon import Lexicon
from factcheck.languages.nodes import END
from factcheck.model import Relation
from factcheck.reading.breakdowns import concept, is_part
from factcheck.reading.enumerations import relation
from factcheck.reading.lines import Draft, Line
from factcheck.reading.pieces import Marks, is_of_them
from factcheck.reading.sentences import bounds

COUNTS = ("number", "money", "quantity")
# "Or" stands so near to its percentage, which a hedge or an article may part from it.
NEAR = 3
# A percentage that two counts give within so much is theirs.
ROUNDED = Fraction(3, 2)


def quotas(path: str, line: Line, lexicon: Lexicon) -> Iterator[Relation]:
    """The shares of a line whose whole no phrase names beside them."""
    for at in sorted(line.drafts):
        if line.drafts[at].kind != "percent":
            continue
        percent, (first, stop) = line.drafts[at], bounds(line, at)
        own = _counts(line, first, at)
        if not own or not _is_tied(line, first, own[-1], percent, stop):
            continue
        if len(own) > 1 and _is_of(line, own[-2], own[-1]):  # 150 of its 600 workers, a fifth of the workforce
            part, wholes = own[-2], own[-1:]
            before: list[Draft] = own[:-2]
        else:
            part = own[-1]
            before = _counts(line, bounds(line, first - 2)[0], first) if first > 1 else []
            theirs = _is_of_them(line, part)
            wholes = [one for one in own[:-1] or (before if theirs else []) if _may_be_whole(line, one, part)]
            if len(wholes) != 1 or not (theirs or _is_out_of(line, first, wholes[0])):
                continue
        counts = [*before, *own, *_counts(line, percent.end, stop)]
        if _may_be_whole(line, wholes[0], part) and not is_explained(percent, counts, (part, wholes[0])):
            roles = (("part", [part]), ("percent", [percent]), ("whole", wholes))
            yield relation(path, line, "share", roles, "quotas")


def _is_tied(line: Line, first: int, count: Draft, percent: Draft, stop: int) -> bool:
    """Whether "or", "that is", a bracket or a comma ties a percentage to the count before it, with no figure between.

    A comma does where the percentage is all that follows, or is said to be of the whole.
    """
    if line.drafts_between(first, percent.start)[-1] is not count:
        return False
    at, lexicon, marks = percent.start, line.lexicon, Marks.of(line.lexicon)
    links = lexicon.words_of("ratio-link").finditer(line.base, max(count.end, at - 2 * NEAR), at)
    if any(at - one.end() < NEAR for one in links) or (at > count.end and line.base[at - 1] in marks.open):
        return _is_all_of(line, percent, stop)
    after = line.line[percent.end : percent.end + 1]
    aside = at > count.end and line.base[at - 1] in marks.comma | lexicon.characters("dash")
    ends = not after or percent.end >= stop or after in marks.comma | marks.close | {END}
    if aside and is_of_them(line, percent.end):
        return False  # 16 passed, half of them with honours
    return aside and (ends or (after in lexicon.characters("of") and _is_all_of(line, percent, stop)))


def _is_of(line: Line, part: Draft, whole: Draft) -> bool:
    found = line.lexicon.words_of("outof").finditer(line.base, part.end, whole.start)
    return part.end + NEAR >= whole.start and any(one.start() == part.end for one in found)


def _is_all_of(line: Line, percent: Draft, stop: int) -> bool:
    """Whether no other whole is named after the percentage: not 12 percent of the population."""
    at, lexicon = percent.end, line.lexicon
    if at >= stop or line.base[at] not in lexicon.characters("of"):
        return True
    return any(one.start() <= at + NEAR for one in lexicon.words_of("whole-noun").finditer(line.base, at, stop))


def _counts(line: Line, start: int, end: int) -> list[Draft]:
    return [one for one in line.drafts_between(start, end) if one.kind in COUNTS and one.number is not None]


def _is_of_them(line: Line, part: Draft) -> bool:
    """Whether "of them", "of its members" stands after the part, or words that take it out of what was told."""
    if "part" in getattr(part.data.get("subject"), "scope", ()):
        return True
    found = line.lexicon.words_of("partitive").finditer(line.base, max(part.start - NEAR, 0), part.end + NEAR)
    return any(one.start() == part.end or one.end() <= part.start for one in found)


def _is_out_of(line: Line, first: int, whole: Draft) -> bool:
    """Whether the sentence begins with the whole: of 150 households."""
    found = line.lexicon.words_of("outof").finditer(line.base, first, whole.start)
    return any(one.start() <= first + 1 and whole.start - one.end() <= 1 for one in found)


def _may_be_whole(line: Line, whole: Draft, part: Draft) -> bool:
    if whole.number is None or part.number is None or whole.number.value <= part.number.value:
        return False
    if any(reading.value.low is None or reading.value.high is None for reading in whole.readings):
        return False
    if not line.lexicon.has_capitals and line.base[whole.start] in line.lexicon.characters("articled"):
        return whole.kind == "number" and is_part(whole, part)  # the fifteen appeals, whose noun comes first
    return bool(
        concept(whole) or whole.kind != "number" or getattr(whole.data.get("subject"), "words", ())
    ) and is_part(whole, part)


def is_explained(percent: Draft, counts: Sequence[Draft], but: tuple[Draft, Draft]) -> bool:
    """Whether other counts than the two give the percentage."""
    if (given := middle(percent)) is None:
        return True
    for part in counts:
        for whole in counts:
            if (part, whole) == but or part is whole or part.number is None or whole.number is None:
                continue
            if whole.number.value and abs(100 * part.number.value / whole.number.value - given) < ROUNDED:
                return True
    return False


def middle(percent: Draft) -> Fraction | None:
    """A percentage as written, or what a fraction comes to."""
    low, high, *_ = percent.readings[0].value if percent.readings else (None, None)
    return None if low is None or high is None else (low + high) / 2
