"""Votes and what came of them, told in one sentence or two -> who won had more, by so much, and reached what it takes.

``The motion was rejected, 128 voting for it and 121 against``; ``5,318 votes against 5,104 ... a margin of 114``; ``200
were needed; 206 went up``. A motion that needs more than half may fail with more votes for it than against it, so
where the article speaks of such a majority only the number needed is held against the votes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.languages.lexicon import Lexicon
from factcheck.model import Relation
from factcheck.reading.breakdowns import concept
from factcheck.reading.enumerations import relation
from factcheck.reading.lines import Draft, Line
from factcheck.reading.margins import margins
from factcheck.reading.needs import needed_votes
from factcheck.reading.places import noun_end
from factcheck.reading.subjects import bare_key
from factcheck.reading.votes import BEFORE, VOTERS, Sentence, Vote, is_before_vote, sentences_of, vote_of

# What comes of votes, by how many, or how many it takes: one of these is said.
TELLING = ("carried", "voteddown", "margin", "votesneeded")


def ballots(path: str, lines: Sequence[Line], lexicon: Lexicon, *_: object) -> Iterator[Relation]:
    """The relations ``won``, ``margin``, ``reached`` and ``missed`` of a text."""
    telling = lexicon.words_of_any(*TELLING)
    if not any(line.told(telling) for line in lines):
        return
    sentences = [one for line in lines for one in sentences_of(line, lexicon)]
    qualified = any(line.told(lexicon.words_of("qualified")) for line in lines)
    simple = any(line.told(lexicon.words_of("simplemajority")) for line in lines)
    where = {line.starts[0]: line.where(telling) for line in lines}
    told = [where[one.line.starts[0]] >> one.line.index.number(one.first) & 1 for one in sentences]
    for at, one in enumerate(sentences):
        if not one.counts or not any(told[max(0, at - 1) : at + 3]):
            continue
        near = sentences[max(0, at - 1) : at + 2]
        vote = vote_of(one, lexicon)
        said = _outcome(one, near)
        found = _won(one, vote, said.outcome, qualified and not simple, lexicon)
        if found is not None and not _is_of_others(one, said, found[0], lexicon):
            winner, loser = found
            roles = [("loser", [loser]), ("winner", [winner])]
            yield relation(path, one.line, "won", roles, "ballots")._replace(passages=said.told(path))
        yield from margins(path, one, vote, sentences[at : at + 3], lexicon)
        yield from needed_votes(path, one, sentences[max(0, at - 1) : at + 3], lexicon)


def _outcome(one: Sentence, near: Sequence[Sentence]) -> Sentence:
    """The sentence that says what came of a vote: its own, else one beside it."""
    told = [other for other in near if other.outcome]
    return one if one.outcome or len({other.outcome for other in told}) != 1 else told[0]


def _won(one: Sentence, vote: Vote, outcome: str, qualified: bool, lexicon: Lexicon) -> tuple[Draft, Draft] | None:
    """The counts of those who won and of those who lost."""
    if any(lexicon.words_of("elsewise").finditer(one.line.base, one.first, one.stop)):
        return None
    if vote.won is not None and one.outcome == "carried" and _are_cast(one.line, vote.won[0], lexicon):
        return vote.won
    if vote.aye is None and vote.nay is not None and one.outcome == "carried":
        cast = [count for count in one.counts if count is not vote.nay and _are_cast(one.line, count, lexicon)]
        return (cast[0], vote.nay) if len(cast) == 1 and cast[0].kind == vote.nay.kind else None
    if vote.aye is None or vote.nay is None or vote.aye.kind != vote.nay.kind or vote.won is not None:
        return None
    if outcome == "carried":
        return vote.aye, vote.nay
    return (vote.nay, vote.aye) if outcome == "voteddown" and not qualified else None


def _is_of_others(one: Sentence, said: Sentence, winner: Draft, lexicon: Lexicon) -> bool:
    """Whether votes may be those of others than what came of it is told of: in the city 55 percent were in favour."""
    line = one.line
    if any(any(lexicon.words_of("quorum").finditer(each.line.base, each.first, each.stop)) for each in (one, said)):
        return True
    cut = lexicon.characters("semicolon")
    first = max((at + 1 for at in range(one.first, winner.start) if line.line[at] in cut), default=one.first)
    if said is one and one.verb[0] >= first:
        return False
    if said is not one and not lexicon.has_capitals and line is said.line and _tells_of_another(one, said, winner):
        return True
    where, of = lexicon.characters("place-preposition"), lexicon.characters("of")
    nouns = {line.key(at, at + 1) for at in range(first, winner.start)}
    voters = any(lexicon.value("noun", key) in VOTERS for key in nouns)  # of the members, 28 voted for it
    asked = not voters and not of.isdisjoint(line.base[first : winner.start])
    return asked or not where.isdisjoint(line.base[first : winner.start])


def _tells_of_another(one: Sentence, said: Sentence, winner: Draft) -> bool:
    """Where nouns are told apart by their article: whether what was voted on is new: 28 backed the budget."""
    line, articled = one.line, one.line.lexicon.characters("articled")
    known = {bare_key(line, at) for at in range(said.first, said.stop)}
    some = (at for at in range(noun_end(winner), one.stop) if line.base[at] in articled)
    return any(bare_key(line, at) not in known for at in some)


def _are_cast(line: Line, count: Draft, lexicon: Lexicon) -> bool:
    """Whether something is said to have been carried by so many votes: by 62 votes."""
    voted = concept(count) == "vote" or is_before_vote(line, count, lexicon)
    by = lexicon.words_of("votedby").finditer(line.base, max(0, count.start - BEFORE), count.start)
    return voted and any(count.start - word.end() <= 1 for word in by)
