"""A share told in one sentence and the count and its whole in the sentence beside it -> the relation ``share``.

A quarter of the packets were unfit ... inspectors collected 188 samples and 47 failed; 1.4 million people voted ... the
rolls held 3.1 million, a turnout of 45.8 percent. Where two other counts around give the share nothing is claimed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.languages.lexicon import Lexicon
from factcheck.model import Relation
from factcheck.reading.breakdowns import concept, counts_something
from factcheck.reading.ends import ENDS
from factcheck.reading.enumerations import relation
from factcheck.reading.lines import Draft, Line
from factcheck.reading.quotas import middle
from factcheck.reading.rates import value
from factcheck.reading.sentences import around, bounds

# A word says what a count is of so near before or behind it.
BEFORE, BEHIND = 4, 4
# What a share is of stands so near behind it.
NOUN = 8
# A share that two counts give within so much is theirs.
ROUNDED = Fraction(3, 2)
Roles = list[tuple[str, list[Draft]]]


def turnouts(path: str, line: Line, lexicon: Lexicon) -> Iterator[Relation]:
    """The shares of a line whose count and whole words in the sentences around them name."""
    for at in sorted(line.drafts):
        percent = line.drafts[at]
        if percent.kind != "percent":
            continue
        for roles in (*_turnout(line, percent), *_examined(line, percent)):
            yield relation(path, line, "share", roles, "turnouts")


def _has(line: Line, name: str, start: int, end: int) -> bool:
    matcher = line.lexicon.words_of(name)
    if any(need.isdisjoint(line.index.characters) for need in matcher.all_needs):
        return False
    return any(matcher.finditer(line.base, max(start, 0), min(end, len(line.base))))


def _counts(line: Line, percent: Draft, reach: int) -> list[Draft]:
    places = around(line, percent.start, reach)
    return [one for place in places for one in line.drafts_between(*place) if one.kind == "number" and value(one) > 1]


def _turnout(line: Line, percent: Draft) -> Iterator[Roles]:
    """Votes that were cast, names on the rolls, and the turnout."""
    first, stop = bounds(line, percent.start)
    if not _has(line, "turnout", max(first, percent.start - BEFORE), percent.end + BEHIND):
        return
    counts = _counts(line, percent, 1)
    cast = [one for one in counts if _is_called(line, one, "voted") and not _is_called(line, one, "on-rolls")]
    rolls = [one for one in counts if _is_called(line, one, "on-rolls")]
    if _is_elsewhere(line, percent, first, stop, (*cast, *rolls)):
        return
    if len(cast) == 1 == len(rolls) and value(cast[0]) < value(rolls[0]):
        yield [("part", cast), ("percent", [percent]), ("whole", rolls)]


def _is_elsewhere(line: Line, percent: Draft, first: int, stop: int, counts: Sequence[Draft]) -> bool:
    """Whether a sentence with a turnout, not with the votes, tells of another vote: in the first round it was 74."""
    if any(first <= one.start < stop for one in counts):
        return False
    dated = any(one.kind in (*ENDS, "ordinal", "duration", "set") for one in line.drafts_between(first, stop))
    where = line.lexicon.characters("place-preposition|comma")
    return dated or not where.isdisjoint(line.base[first:stop])


def _is_called(line: Line, one: Draft, name: str) -> bool:
    """Whether a word of a class stands beside a count, with no other count between."""
    first, stop = bounds(line, one.start)
    end = int(str(one.data.get("noun end", one.end)))
    around_it = [other for other in line.drafts_between(first, stop) if other is not one and other.kind == "number"]
    start = max([first, one.start - BEFORE, *(other.end for other in around_it if other.end <= one.start)])
    behind = min([stop, end + BEHIND, *(other.start for other in around_it if other.start >= one.end)])
    return _has(line, name, start, behind)


def _examined(line: Line, percent: Draft) -> Iterator[Roles]:
    """One in five of the bridges examined is unsafe. Crews looked at 640 spans ... and downgraded 128."""
    first, stop = bounds(line, percent.start)
    lexicon = line.lexicon
    whose = lexicon.characters("of") if lexicon.has_capitals else lexicon.characters("articled")
    if percent.end >= stop or line.base[percent.end] not in whose:
        return
    later = around(line, percent.start, 1)[-1]
    shares = [one for one in line.drafts_between(first, later[1]) if one.kind == "percent"]
    own = [one for one in line.drafts_between(first, stop) if one.kind == "number" and counts_something(one)]
    if later == (first, stop) or shares != [percent] or own:
        return
    counts = [one for one in line.drafts_between(*later) if one.kind == "number" and value(one) > 1]
    wholes = [one for one in counts if _is_examined(line, later[0], one)]
    if len(wholes) != 1:
        return
    parts = [one for one in counts if one.start > wholes[0].end and _is_bare(one) and value(one) < value(wholes[0])]
    if not _is_of_these(line, percent, stop, wholes[0]):
        return
    if parts and not _is_given(percent, counts, (parts[-1], wholes[0])) and parts[-1] is counts[-1]:
        yield [("part", [parts[-1]]), ("percent", [percent]), ("whole", wholes)]


def _is_examined(line: Line, first: int, one: Draft) -> bool:
    before = [other.end for other in line.drafts_between(first, one.start) if other.kind == "number"]
    return _has(line, "examined", max(first, one.start - BEFORE, *before), one.start)


def _is_of_these(line: Line, percent: Draft, stop: int, whole: Draft) -> bool:
    """Whether a share is said to be of things that were looked at, or of those that the whole counts."""
    last = min(percent.end + NOUN, stop)
    keys = [line.key(at, at + 1) for at in range(percent.end, last)]
    named = concept(whole)
    told = any(key.startswith(named) or line.lexicon.value("noun", key) == named for key in keys)
    return _has(line, "examined", percent.end, last) or (bool(named) and told)


def _is_bare(one: Draft) -> bool:
    return not concept(one) and not counts_something(one)


def _is_given(percent: Draft, counts: Sequence[Draft], but: tuple[Draft, Draft]) -> bool:
    """Whether two counts but these give the share; nothing is a share of the part."""
    given = middle(percent)
    pairs = ((part, whole) for part in counts for whole in counts if value(part) < value(whole) and whole is not but[0])
    return given is None or any(
        abs(100 * value(part) / value(whole) - given) < ROUNDED for part, whole in pairs if (part, whole) != but
    )
