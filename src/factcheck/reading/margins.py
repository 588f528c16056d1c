"""By how many votes the two sides are said to differ -> the relation ``margin``.

A margin of 114, this gap of 114 votes, a 114-vote lead; not that of another vote, place or year.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.languages.lexicon import Lexicon
from factcheck.languages.matching import Found
from factcheck.languages.nodes import END
from factcheck.model import Relation
from factcheck.reading.breakdowns import concept
from factcheck.reading.ends import ENDS
from factcheck.reading.lines import Draft
from factcheck.reading.needs import is_needed
from factcheck.reading.pieces import Marks, has_prefix
from factcheck.reading.places import noun_end
from factcheck.reading.subjects import is_definite
from factcheck.reading.votes import AFTER, BEFORE, Sentence, Vote, is_before_vote, vote_of


def margins(path: str, one: Sentence, vote: Vote, near: Sequence[Sentence], lexicon: Lexicon) -> Iterator[Relation]:
    """By how many votes the two counts are said to differ: a margin of 114, this gap of 114 votes, a 114-vote lead."""
    pair = vote.won or ((vote.aye, vote.nay) if vote.aye and vote.nay else None)
    if pair is None or "percent" in (pair[0].kind, pair[1].kind):
        return
    if not any(concept(count) == "vote" or is_before_vote(one.line, count, lexicon) for count in pair):
        return
    found = [(other.line, count) for other in near for count in _margin(other, pair if other is one else None, lexicon)]
    found = [(line, count) for line, count in found if count not in pair]
    told = {count.number.value for _, count in found if count.number}
    if len(told) != 1 or _holds_pair(near[1:], lexicon):
        return
    line, margin = found[0]
    less, more = sorted(pair, key=lambda count: count.number.value if count.number else 0)
    roles = (("difference", [margin]), ("less", [less]), ("more", [more]))
    members = tuple((role, tuple(str(one.data["id"]) for one in some)) for role, some in roles)
    span = one.line.span(less.start, less.end) if line is not one.line else line.span(less.start, less.end)
    yield Relation("margin", path, span, members, "ballots")


def _margin(one: Sentence, pair: tuple[Draft, Draft] | None, lexicon: Lexicon) -> Iterator[Draft]:
    """The counts that a word for a margin stands beside.

    In the sentence of the ``pair`` it must be told of the two, in a sentence after it must be "the".
    """
    line, own = one.line, pair is not None
    if not lexicon.characters("thentime").isdisjoint(line.base[one.first : one.stop]):
        return  # a margin of 1,900 four years ago
    if not lexicon.characters("supposing|hypothetical").isdisjoint(line.base[one.first : one.stop]):
        return  # a recount is held if the margin is under 100; where one of 112 had been forecast
    for word in lexicon.words_of("margin").finditer(line.base, one.first, one.stop):
        if not own and not is_definite(line, word.start(), one.first):
            continue  # the government has a majority of 12
        where = lexicon.characters("place-preposition")
        if not own and not where.isdisjoint(line.base[one.first : word.end() + 1]):
            continue  # the majority in the senate is five; in Oakley the margin was 331
        before = next((count for count in one.counts if count.end <= word.start() <= count.end + BEFORE), None)
        if before is not None and not Marks.of(lexicon).comma.isdisjoint(line.line[before.end : word.start()]):
            before = None
        numbers = line.drafts_between(word.end(), min(word.end() + AFTER + 1, one.stop))
        after = next((count for count in numbers if count.kind == "number"), None)  # a margin of two
        cut = Marks.of(lexicon).close | lexicon.characters("compared") | {END}
        told = before
        if after is not None and cut.isdisjoint(line.line[word.end() : after.start]):
            told = after
        if told is None or is_needed(one, told, lexicon) or _is_elsewhere_told(one, word, told, pair, lexicon):
            continue
        yield told


def _is_elsewhere_told(
    one: Sentence, word: Found, told: Draft, pair: tuple[Draft, Draft] | None, lexicon: Lexicon
) -> bool:
    """Whether a margin is that of another vote: in 2019, in the committee; and the budget by a margin of two."""
    line, marks = one.line, Marks.of(lexicon)
    where = lexicon.characters("place-preposition!changefrom")
    start, end = min(word.start(), told.start), max(word.end(), noun_end(told))
    if any(draft.kind in ENDS for draft in line.drafts_between(start, min(end + 2, one.stop))):
        return True
    if line.base[end : end + 1] in where and end < one.stop:
        return True
    if pair is None:
        return False
    first, last = min(count.start for count in pair), max(noun_end(count) for count in pair)
    between = range(last, start) if last <= start else range(end, first)
    cuts = marks.conjunction | lexicon.characters("clausal|semicolon|lead-apart!purpose")
    joined = any(line.base[at] in cuts or has_prefix(line, marks, at) for at in between)
    said = line.base[max(start - 2, 0) : start]
    verb = lexicon.characters("word!function") if lexicon.has_capitals else frozenset[str]()
    return joined or (is_definite(line, word.start(), one.first) and not verb.isdisjoint(said))


def _holds_pair(near: Sequence[Sentence], lexicon: Lexicon) -> bool:
    """Whether a sentence after gives two other counts, of which the margin may be."""
    return any(vote_of(other, lexicon).won is not None for other in near)
