"""Sentences with votes -> the counts of both sides, who won them, and the words that say what came of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, zip_longest
from typing import NamedTuple

from factcheck.languages.data import concept_kinds
from factcheck.languages.lexicon import Lexicon
from factcheck.languages.nodes import END
from factcheck.model import Passage
from factcheck.reading.breakdowns import concept
from factcheck.reading.lines import Draft, Line
from factcheck.reading.pieces import Marks
from factcheck.reading.places import spans_of
from factcheck.reading.sentences import bounds

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
# Fewer votes than this may be anything.
LEAST = 3
OUTCOME = "outcome"
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


def sentences_of(line: Line, lexicon: Lexicon) -> Iterator[Sentence]:
    told = line.where(lexicon.words_of_any("carried", "voteddown"))
    for first, stop in spans_of(line):
        counts = tuple(one for one in line.drafts_between(first, stop) if may_be_votes(one))
        here = told >> line.index.number(first) & 1
        yield Sentence(line, first, stop, counts, *(_told(line, lexicon, first, stop) if here else ("", (0, 0))))


def may_be_votes(draft: Draft) -> bool:
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


def vote_of(one: Sentence, lexicon: Lexicon) -> Vote:
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


def is_before_vote(line: Line, count: Draft, lexicon: Lexicon) -> bool:
    return any(lexicon.words_of("votenoun").finditer(line.base, count.end, min(count.end + 2, len(line.base))))


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
    if not all(scored or may_be_votes(one) for one in drafts) or len({one.kind for one in drafts}) != 1:
        return False
    first, stop = bounds(line, drafts[0].start)
    apart = ("qualified", "elsewise") if kind == "won" else ("elsewise",)
    return not any(any(line.lexicon.words_of(name).finditer(line.base, first, stop)) for name in apart)
