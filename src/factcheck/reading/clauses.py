"""A sentence -> its counts, each with the words around it and what they tell: men or women, passed or failed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from factcheck.languages.lexicon import Lexicon
from factcheck.languages.matching import Matcher
from factcheck.languages.phrases import parse
from factcheck.reading.breakdowns import COUNTS, LARGE, concept
from factcheck.reading.lines import Draft, Line
from factcheck.reading.pieces import Marks, has_prefix
from factcheck.reading.sentences import bounds

# A word that ties a part to its total stands so near to the part.
NEAR = 2
# One part alone is held to nothing.
PARTS = 2
# No sentence, at its first token, the one after its last, and with its counts.
NOWHERE = (0, 0, 0)
# What amounts are of or for is a kind of difference too.
STUFF = "stuff"


class Clause(NamedTuple):
    """The words ``start`` to ``end`` around one count, and what they say it is, by kind of difference."""

    draft: Draft
    start: int
    end: int
    poles: dict[str, frozenset[str]]
    rest: bool

    @property
    def is_bare(self) -> bool:
        """Whether no noun says what is counted; what happened to it says nothing of that."""
        return not concept(self.draft) or concept(self.draft) in getattr(self.draft.data["subject"], "scope", ())

    @property
    def noun_end(self) -> int:
        return int(str(self.draft.data.get("noun end", self.draft.end)))


class Words(NamedTuple):
    """Classes of one language that tie parts to their total."""

    of_these: Matcher
    cuts: frozenset[str]
    small: frozenset[str]
    telling: frozenset[str]

    @staticmethod
    @lru_cache(maxsize=16)
    def of(lexicon: Lexicon) -> Words:
        marks = Marks.of(lexicon)
        of_these = lexicon.matcher(parse("({including}|{partitive})"))
        cuts = marks.comma | marks.conjunction | marks.close | lexicon.characters("while")
        small = lexicon.characters("function|hedge")
        named = ("therest", "including", "several-including", "several-summed")
        telling = frozenset[str]().union(*lexicon.words_of("pole").all_needs, *map(lexicon.characters, named))
        return Words(of_these, cuts, small, telling)


def sentences(line: Line) -> Iterator[list[Clause]]:
    """The counts of each sentence that may hold two parts or the total of those in the next; others leave none."""
    found: list[tuple[int, int, int]] = []
    for start in sorted(line.drafts):
        if line.drafts[start].kind not in COUNTS:
            continue
        if found and start < found[-1][1]:
            found[-1] = (*found[-1][:2], found[-1][2] + 1)
        else:
            found.append((*bounds(line, start), 1))
    some = zip([NOWHERE, *found], found, [*found[1:], NOWHERE], strict=False)
    for (_, last, _), (first, stop, own), (after, _, others) in some:
        if first > last + 1:
            yield []
        parts = own >= PARTS + (first > last + 1)  # without a sentence before the total is among them
        yield clauses_of(line, first, stop) if parts or (others >= PARTS and after <= stop + 1) else []


def clauses_of(line: Line, first: int, stop: int) -> list[Clause]:
    """The counts of the sentence from token ``first`` to ``stop``."""
    counts = [draft for draft in line.drafts_between(first, stop) if draft.kind in COUNTS]
    words, marks, therest = Words.of(line.lexicon), Marks.of(line.lexicon), line.lexicon.words_of("therest")
    cuts = [at for at in range(first, stop) if line.line[at] in words.cuts or has_prefix(line, marks, at)]
    found = []
    for draft, before, after in zip(counts, [None, *counts], [*counts[1:], None], strict=False):
        least = first if before is None else before.end
        start = max((at + (line.line[at] in words.cuts) for at in cuts if least <= at < draft.start), default=least)
        most = stop if after is None else after.start
        end = next((at for at in cuts if draft.end <= at < most), most)
        poles = _poles(line, start, end) if draft.kind == "number" else {}
        poles |= _stuff(line, draft, end)
        if end < most and line.line[end] in marks.conjunction:  # 140 women and children, 80 men
            more = next((at for at in cuts if end < at < most), most)
            for kind, some in _poles(line, end, more if more < most else end).items():
                poles[kind] = poles.get(kind, some) | some
        rest = any(therest.finditer(line.base, max(start - NEAR, first), draft.start))
        rest = rest or any(one.start() <= draft.end for one in therest.finditer(line.base, draft.end, end))
        found.append(Clause(draft, start, end, poles, rest))
    return found


def _poles(line: Line, start: int, end: int) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for match in line.lexicon.words_of("pole").finditer(line.base, start, end):
        kind, *some = (line.lexicon.value("pole", line.key(*match.span())) or "").split()
        found[kind] = found.get(kind, frozenset()) | frozenset(some)
    return found | _places(line, start, end)


def _places(line: Line, start: int, end: int) -> dict[str, frozenset[str]]:
    """The name that a preposition stands before, where capitals tell names: 14 in Ohio; not 14 in Ohio were hurt."""
    lexicon = line.lexicon
    where, base = lexicon.characters("place-preposition"), line.base[start:end]
    if not lexicon.has_capitals or where.isdisjoint(base):
        return {}
    if not lexicon.characters("state").isdisjoint(base) or not lexicon.characters("list-verb").isdisjoint(base):
        return {}
    found, capital = {}, lexicon.characters("cap!month")
    for at in range(start, end - 1):
        if line.base[at] in where and line.line[at + 1] in capital:
            stop = next((one for one in range(at + 1, end) if line.line[one] not in capital), end)
            found[line.key(at, at + 1)] = frozenset((line.key(at + 1, stop),))
    return found


def _stuff(line: Line, draft: Draft, end: int) -> dict[str, frozenset[str]]:
    """What an amount is of or for: 1,500 tonnes of flour, 60 million for water; with a verb it may be another whole."""
    at, lexicon = draft.end, line.lexicon
    verbs, article = (
        lexicon.characters("state|list-verb"),
        lexicon.characters("article-attached"),
    )
    if draft.kind == "number" and (draft.number is None or draft.number.step < LARGE):
        return {}
    words = [one for one in range(at, end) if line.base[one] not in article][:2]
    leads = lexicon.characters("of|purpose")
    if len(words) < 2 or line.base[words[0]] not in leads or not verbs.isdisjoint(line.base[at:end]):
        return {}
    is_word = line.base[words[1]] in lexicon.characters("word")
    return {STUFF: frozenset((line.key(words[1], words[1] + 1),))} if is_word else {}
