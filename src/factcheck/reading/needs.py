"""How many votes it takes, and those that were cast for it -> the relations ``reached`` and ``missed``.

200 were needed; 206 went up. A bill is voted on in stages and in more than one chamber: what needs so many votes must
be what got them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.languages.lexicon import Lexicon
from factcheck.model import Relation
from factcheck.reading.lines import Draft, Line
from factcheck.reading.pieces import Marks
from factcheck.reading.places import noun_end
from factcheck.reading.subjects import is_known
from factcheck.reading.votes import AFTER, BEFORE, Sentence, side_of

# "In" stands so near before the body that something was voted on in.
NEAR_WHERE = 3


def needed_votes(path: str, one: Sentence, near: Sequence[Sentence], lexicon: Lexicon) -> Iterator[Relation]:
    """What a vote needed, and the only count of those who were for it, where it is told what came of it."""
    needed = [count for count in one.counts if count.kind == "number" and is_needed(one, count, lexicon)]
    if len(needed) != 1:
        return
    said = [other if other.outcome else _failing(other, lexicon) for other in near]
    outcome = {other.outcome for other in said} - {""}
    if len(outcome) != 1:
        return
    got = [count for other in near for count in other.counts if _is_got(other, count, needed[0], lexicon)]
    if len(got) != 1:
        return
    figure = got[0]
    told = next(other for other in near if figure in other.counts)
    if not _is_of_one_vote(one, needed[0], told, lexicon):
        return
    kind = "reached" if outcome == {"carried"} else "missed"
    members = (("figure", (str(figure.data["id"]),)), ("need", (str(needed[0].data["id"]),)))
    passages = next(other for other in said if other.outcome).told(path)
    yield Relation(kind, path, one.line.span(needed[0].start, needed[0].end), members, "ballots", passages)


def _is_of_one_vote(needs: Sentence, needed: Draft, got: Sentence, lexicon: Lexicon) -> bool:
    """Whether what so many votes were for is what needs so many; a bill is voted on in stages."""
    line, stage = got.line, lexicon.words_of("votestage")
    if any(any(stage.finditer(each.line.base, each.first, each.stop)) for each in (needs, got)):
        return False
    if got.first == needs.first:
        return not _is_of_another(line, needed, got.verb, lexicon)
    if line is not needs.line:
        return True
    chambers = [_chambers(each, lexicon) for each in (needs, got)]
    if chambers[1] - chambers[0] or _is_elsewhere(got, lexicon):
        return False  # it needed 218 votes in the House; it passed in the Senate
    if any(lexicon.words_of("took-it").finditer(line.base, got.first, got.stop)):
        return True
    if any(lexicon.words_of("simplemajority").finditer(line.base, needs.first, needed.start)):
        return False  # an absolute majority needs 81; the house passed it with 66
    if got.first > needs.first:
        verbs = lexicon.words_of("gotvotes").finditer(line.base, got.first, got.stop)
        verb = got.verb if got.verb != (0, 0) else next((one.span() for one in verbs), None)
        return verb is None or is_known(line, *verb, needs.first)
    if len(needs.counts) > 1:
        return False  # 231 were in favour. The coalition has 78 seats, more than the 61 needed.
    verbs = lexicon.words_of("votesneeded").finditer(line.base, needs.first, needed.start)
    verb = next((one.span() for one in verbs), None)  # of "61 votes are needed" the votes are the subject
    return verb is None or is_known(line, *verb, got.first)


def _is_of_another(line: Line, needed: Draft, verb: tuple[int, int], lexicon: Lexicon) -> bool:
    """Whether a verb later in the sentence has a subject of its own: and an amendment passed."""
    if not lexicon.has_capitals or verb[0] < needed.end:
        return False
    cuts = Marks.of(lexicon).comma | Marks.of(lexicon).conjunction | lexicon.characters("clausal|semicolon")
    first = max((at + 1 for at in range(noun_end(needed), verb[0]) if line.line[at] in cuts), default=verb[0])
    function, articles = lexicon.characters("function"), lexicon.characters("article|definite-word")
    return any(line.base[at] not in function or line.base[at] in articles for at in range(first, verb[0]))


def _chambers(one: Sentence, lexicon: Lexicon) -> frozenset[str]:
    """The bodies that a sentence says something was voted on in, or that voted: in the Senate; the committee."""
    line, where = one.line, lexicon.characters("place-preposition")
    told = lexicon.words_of_any("chambernoun", "chamberown").finditer(line.base, one.first, one.stop)
    near = ((line.base[max(found.start() - NEAR_WHERE, one.first) : found.start()], found) for found in told)
    begins = one.verb[0] if one.verb[1] else one.first
    return frozenset(
        line.key(*found.span()) for before, found in near if not where.isdisjoint(before) or found.start() < begins
    )


def _is_elsewhere(one: Sentence, lexicon: Lexicon) -> bool:
    return any(lexicon.words_of("others").finditer(one.line.base, one.first, one.stop))


def _failing(one: Sentence, lexicon: Lexicon) -> Sentence:
    """The sentence with what it says of a lack of votes: fell short, did not get the number required."""
    found = next(lexicon.words_of("fellshort").finditer(one.line.base, one.first, one.stop), None)
    return one if found is None else one._replace(outcome="voteddown", verb=found.span())


def is_needed(one: Sentence, count: Draft, lexicon: Lexicon) -> bool:
    """200 votes were needed; the number required, 25; it takes 61 votes."""
    line = one.line
    for word in lexicon.words_of("votesneeded").finditer(line.base, one.first, one.stop):
        start, end = sorted((word.start(), count.start))
        other = lexicon.characters("semicolon|gotvotes")
        if 0 <= word.start() - count.end <= BEFORE:
            other |= Marks.of(lexicon).comma
            near = not line.drafts_between(word.end(), min(word.end() + BEFORE, one.stop))
        else:
            near = 0 <= count.start - word.end() <= BEFORE
        if near and other.isdisjoint(line.line[start:end]):
            return True
    return False


def _is_got(one: Sentence, count: Draft, needed: Draft, lexicon: Lexicon) -> bool:
    """Whether those counted were for it: 206 went up, 27 backed the motion, it got 58 votes."""
    if count is needed or count.kind != "number":
        return False
    line = one.line
    by = lexicon.words_of("votedby").finditer(line.base, max(one.first, count.start - BEFORE), count.start)
    if one.outcome == "carried" and any(count.start - word.end() <= 1 for word in by):
        return True
    before = lexicon.words_of("gotvotes").finditer(line.base, max(one.first, count.start - AFTER), count.start)
    if any(count.start - word.end() <= AFTER and not _has_count(one, word.end(), count.start) for word in before):
        return side_of(one, count, None, lexicon) != "nay"
    after = lexicon.words_of("wentup").finditer(line.base, count.end, min(count.end + BEFORE, one.stop))
    return any(after) or side_of(one, count, None, lexicon) == "aye"


def _has_count(one: Sentence, start: int, end: int) -> bool:
    return any(start <= count.start < end for count in one.counts)
