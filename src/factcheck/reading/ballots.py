"""Votes and what came of them, told in one sentence or two -> who won had more, by so much, and reached what it takes.

``The motion was rejected, 128 voting for it and 121 against``; ``5,318 votes against 5,104 ... a margin of 114``; ``200
were needed; 206 went up``. A motion that needs more than half may fail with more votes for it than against it, so
where the article speaks of such a majority only the number needed is held against the votes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, zip_longest
from typing import NamedTuple

from factcheck.languages.data import concept_kinds
from factcheck.languages.lexicon import Lexicon
from factcheck.languages.matching import Found
from factcheck.languages.nodes import END
from factcheck.model import Passage, Relation
from factcheck.reading.breakdowns import concept
from factcheck.reading.ends import ENDS
from factcheck.reading.enumerations import relation
from factcheck.reading.lines import Draft, Line
from factcheck.reading.pieces import Marks, has_prefix
from factcheck.reading.places import noun_end, spans_of
from factcheck.reading.sentences import bounds
from factcheck.reading.subjects import bare_key, is_definite, is_known

VOTERS = ("", "vote", "member", "lawmaker", "deputy", "senator", "delegate", "councillor", "councilor", "judge",
          "minister", "shareholder", "voter", "seat", "hand", "representative")  # fmt: skip
KINDS = ("number", "percent")
TIES = ("won", "margin", "reached", "missed", "majority")
# What matches are won by.
SCORED = ("goal", "point", "run", "set", "game", "frame", "try")
# What tells the side of a count stands within so many tokens after it, right before it, or between two counts.
AFTER, BEFORE, BETWEEN = 6, 3, 5
# A verb that is denied or only possible has its word so near before it.
DENIED = 3
# From the verb of a vote to its count are so many tokens.
REACH = 18
# "In" stands so near before the body that something was voted on in.
NEAR_WHERE = 3
# Fewer votes than this may be anything.
LEAST = 3
OUTCOME = "outcome"
# What comes of votes, by how many, or how many it takes: one of these is said.
TELLING = ("carried", "voteddown", "margin", "votesneeded")
LEADS = (("aye", "ayelead"), ("nay", "naylead"))


class Sentence(NamedTuple):
    """A sentence with the counts that may be of votes, and whether something was carried or voted down in it."""

    line: Line
    first: int
    stop: int
    counts: tuple[Draft, ...]
    outcome: str
    verb: tuple[int, int]

    def told(self, path: str) -> tuple[Passage, ...]:
        """The words that say what came of a vote."""
        start, end = self.verb
        if start == end:
            return ()
        return (Passage(path, self.line.span(start, end), self.line.text(start, end), OUTCOME),)


class Vote(NamedTuple):
    """The counts of both sides; ``won`` is where the words give the count of those who won first."""

    aye: Draft | None
    nay: Draft | None
    won: tuple[Draft, Draft] | None


def ballots(path: str, lines: Sequence[Line], lexicon: Lexicon, *_: object) -> Iterator[Relation]:
    """The relations ``won``, ``margin``, ``reached`` and ``missed`` of a text."""
    telling = lexicon.words_of_any(*TELLING)
    if not any(line.told(telling) for line in lines):
        return
    sentences = [one for line in lines for one in _sentences(line, lexicon)]
    qualified = any(line.told(lexicon.words_of("qualified")) for line in lines)
    simple = any(line.told(lexicon.words_of("simplemajority")) for line in lines)
    where = {line.starts[0]: line.where(telling) for line in lines}
    told = [where[one.line.starts[0]] >> one.line.index.number(one.first) & 1 for one in sentences]
    for at, one in enumerate(sentences):
        if not one.counts or not any(told[max(0, at - 1) : at + 3]):
            continue
        near = sentences[max(0, at - 1) : at + 2]
        vote = _vote(one, lexicon)
        said = _outcome(one, near)
        found = _won(one, vote, said.outcome, qualified and not simple, lexicon)
        if found is not None and not _is_of_others(one, said, found[0], lexicon):
            winner, loser = found
            roles = [("loser", [loser]), ("winner", [winner])]
            yield relation(path, one.line, "won", roles, "ballots")._replace(passages=said.told(path))
        yield from _margins(path, one, vote, sentences[at : at + 3], lexicon)
        yield from _needed(path, one, sentences[max(0, at - 1) : at + 3], lexicon)


def _sentences(line: Line, lexicon: Lexicon) -> Iterator[Sentence]:
    told = line.where(lexicon.words_of_any("carried", "voteddown"))
    for first, stop in spans_of(line):
        counts = tuple(one for one in line.drafts_between(first, stop) if _may_be_votes(one))
        here = told >> line.index.number(first) & 1
        yield Sentence(line, first, stop, counts, *(_told(line, lexicon, first, stop) if here else ("", (0, 0))))


def _may_be_votes(draft: Draft) -> bool:
    if draft.kind not in KINDS or draft.number is None or draft.number.high is not None:
        return False
    if draft.number.value < LEAST or (draft.kind == "number" and draft.number.value.denominator != 1):
        return False
    return draft.kind == "percent" or concept(draft) in VOTERS or concept_kinds().get(concept(draft)) == "vote"


def _told(line: Line, lexicon: Lexicon, first: int, stop: int) -> tuple[str, tuple[int, int]]:
    """Whether something was carried or voted down, and where that is said.

    Nothing where both were, or where it is denied or only possible.
    """
    found: dict[str, tuple[int, int]] = {}
    for name in ("carried", "voteddown"):
        for verb in lexicon.words_of(name).finditer(line.base, first, stop):
            before = line.base[max(first, verb.start() - DENIED) : verb.start()]
            if not lexicon.characters("negation").isdisjoint(before):
                return "", (0, 0)
            cut = Marks.of(lexicon).comma | lexicon.characters("colon|semicolon")
            after = line.drafts_between(verb.end(), verb.end() + 2)
            opposed = name == "voteddown" and after and line.base[verb.end()] not in cut
            if opposed or not lexicon.characters("notdone").isdisjoint(before):
                continue  # would have passed; 20 members rejected it
            found.setdefault(name, verb.span())
    return next(iter(found.items())) if len(found) == 1 else ("", (0, 0))


def _outcome(one: Sentence, near: Sequence[Sentence]) -> Sentence:
    """The sentence that says what came of a vote: its own, else one beside it."""
    told = [other for other in near if other.outcome]
    return one if one.outcome or len({other.outcome for other in told}) != 1 else told[0]


def _vote(one: Sentence, lexicon: Lexicon) -> Vote:
    sides: dict[str, list[Draft]] = {"aye": [], "nay": []}
    for count, later in zip_longest(one.counts, one.counts[1:]):
        if side := side_of(one, count, later, lexicon):
            sides[side].append(count)
    pairs = [(a, b) for a, b in pairwise(one.counts) if a.kind == b.kind and _is_against(one.line, a, b, lexicon)]
    ayes, nays = sides["aye"], sides["nay"]
    return Vote(
        ayes[0] if len(ayes) == 1 else None,
        nays[0] if len(nays) == 1 else None,
        pairs[0] if len(pairs) == 1 else None,
    )


def side_of(one: Sentence, count: Draft, later: Draft | None, lexicon: Lexicon) -> str:
    """On which side those were whom a count counts: by the words before it, or by the first ones after it."""
    line = one.line
    for side, lead in LEADS:
        leads = lexicon.words_of(lead).finditer(line.base, max(one.first, count.start - BEFORE), count.start)
        if any(count.start - lead.end() <= 1 for lead in leads):
            return side
    end = min(one.stop, count.end + AFTER + 1, later.start if later else one.stop)
    cut = Marks.of(lexicon).comma | {END}
    end = next((at for at in range(count.end, end) if line.line[at] in cut), end)
    found = [
        (word.start(), side)
        for side in ("aye", "nay")
        for word in lexicon.words_of(side).finditer(line.base, count.end, end)
    ]
    return min(found)[1] if found else ""


def _is_against(line: Line, one: Draft, other: Draft, lexicon: Lexicon) -> bool:
    """12 votes to 3; 5,318 votes against 5,104; but not: 51 against and 3 abstentions."""
    if other.start - one.end > BETWEEN:
        return False
    links = lexicon.words_of("votesto").finditer(line.base, one.end, other.start)
    return any(other.start == link.end() and link.start() - one.end <= 2 for link in links)


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


def _margins(path: str, one: Sentence, vote: Vote, near: Sequence[Sentence], lexicon: Lexicon) -> Iterator[Relation]:
    """By how many votes the two counts are said to differ: a margin of 114, this gap of 114 votes, a 114-vote lead."""
    pair = vote.won or ((vote.aye, vote.nay) if vote.aye and vote.nay else None)
    if pair is None or "percent" in (pair[0].kind, pair[1].kind):
        return
    if not any(concept(count) == "vote" or _is_before_vote(one.line, count, lexicon) for count in pair):
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
    voted = concept(count) == "vote" or _is_before_vote(line, count, lexicon)
    by = lexicon.words_of("votedby").finditer(line.base, max(0, count.start - BEFORE), count.start)
    return voted and any(count.start - word.end() <= 1 for word in by)


def _is_before_vote(line: Line, count: Draft, lexicon: Lexicon) -> bool:
    return any(lexicon.words_of("votenoun").finditer(line.base, count.end, min(count.end + 2, len(line.base))))


def _holds_pair(near: Sequence[Sentence], lexicon: Lexicon) -> bool:
    """Whether a sentence after gives two other counts, of which the margin may be."""
    return any(_vote(other, lexicon).won is not None for other in near)


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
        if told is None or _is_needed(one, told, lexicon) or _is_elsewhere_told(one, word, told, pair, lexicon):
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


def _needed(path: str, one: Sentence, near: Sequence[Sentence], lexicon: Lexicon) -> Iterator[Relation]:
    """What a vote needed, and the only count of those who were for it, where it is told what came of it."""
    needed = [count for count in one.counts if count.kind == "number" and _is_needed(one, count, lexicon)]
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


def _is_needed(one: Sentence, count: Draft, lexicon: Lexicon) -> bool:
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


def winning(path: str, line: Line, start: int) -> tuple[Passage, ...]:
    """The verb of winning that a phrase begins with."""
    for name in ("beaten", "carried"):
        for verb in line.lexicon.words_of(name).finditer(line.base, start, min(start + BETWEEN, len(line.base))):
            if verb.start() == start:
                return (Passage(path, line.span(*verb.span()), line.text(*verb.span()), OUTCOME),)
    return ()


def are_votes(kind: str, line: Line, roles: Mapping[str, Sequence[Draft]]) -> bool:
    """Whether counts that a phrase ties may be of votes or seats (or of what a match was won by), and of one vote."""
    drafts = [one for some in roles.values() for one in some]
    scored = kind == "won" and any(concept(one) in SCORED for one in drafts)
    if not all(scored or _may_be_votes(one) for one in drafts) or len({one.kind for one in drafts}) != 1:
        return False
    first, stop = bounds(line, drafts[0].start)
    apart = ("qualified", "elsewise") if kind == "won" else ("elsewise",)
    return not any(any(line.lexicon.words_of(name).finditer(line.base, first, stop)) for name in apart)
