"""A total and parts of it that exclude each other, told in one sentence or the next -> the relation ``parts``.

``12 of them soldiers and 9 civilians`` need not be all of a whole, but nobody is both: they are a slip where they are
more than it. Where "the other nine" closes them they are all of it. Words that exclude each other stand in the class
``pole``: a kind of difference, then what something is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from factcheck.languages.data import concept_kinds
from factcheck.languages.lexicon import Lexicon
from factcheck.languages.matching import Matcher
from factcheck.languages.nodes import END
from factcheck.languages.phrases import parse
from factcheck.model import Relation
from factcheck.reading.breakdowns import COUNTS, concept, counts_something, is_net, is_part
from factcheck.reading.enumerations import relation
from factcheck.reading.lines import Draft, Line
from factcheck.reading.pieces import Marks, has_prefix
from factcheck.reading.sentences import bounds

# A word that ties a part to its total stands so near to the part.
NEAR = 2


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

    pole: Matcher
    rest: Matcher
    including: Matcher
    of_these: Matcher
    out_of: Matcher
    cuts: frozenset[str]
    small: frozenset[str]
    telling: frozenset[str]

    @staticmethod
    @lru_cache(maxsize=16)
    def of(lexicon: Lexicon) -> Words:
        marks = Marks.of(lexicon)
        pole, rest, including, of_these, out_of = (
            lexicon.matcher(parse(phrase))
            for phrase in ("{pole}", "{therest}", "{including}", "({including}|{partitive})", "{outof}")
        )
        cuts = marks.comma | marks.conjunction | marks.close | lexicon.characters("while")
        small = lexicon.characters("function") | lexicon.characters("hedge")
        telling = frozenset[str]().union(*pole.all_needs, lexicon.characters("therest"))
        return Words(pole, rest, including, of_these, out_of, cuts, small, telling)


def portions(path: str, line: Line, lexicon: Lexicon) -> Iterator[Relation]:
    """Totals with parts that together are more than they can be."""
    if Words.of(lexicon).telling.isdisjoint(line.index.characters):
        return
    before: list[Clause] = []
    for clauses in _sentences(line):
        for at in range(len(clauses)):
            if (total := _total(line, before, clauses, at)) is not None:
                parts = _chain(line, total.draft, clauses[at:])
                if parts[-1].draft is clauses[-1].draft and not parts[-1].rest:
                    parts += _rest_after(line, total.draft, clauses[-1])
                if _is_told(line, total.draft, parts):
                    drafts = [one.draft for one in parts]
                    yield relation(path, line, "parts", (("part", drafts), ("total", [total.draft])), "portions")
                    break
        before = clauses


def _sentences(line: Line) -> Iterator[list[Clause]]:
    """The counts of each sentence that has any; a sentence without leaves an empty list."""
    at, last = 0, -1
    for start in sorted(line.drafts):
        if line.drafts[start].kind not in COUNTS or start < at:
            continue
        first, at = bounds(line, start)
        if last >= 0 and first > last + 1:
            yield []
        last = at
        yield _clauses(line, first, at)


def _clauses(line: Line, first: int, stop: int) -> list[Clause]:
    counts = [draft for draft in line.drafts_between(first, stop) if draft.kind in COUNTS]
    words, marks = Words.of(line.lexicon), Marks.of(line.lexicon)
    cuts = [at for at in range(first, stop) if line.line[at] in words.cuts or has_prefix(line, marks, at)]
    clauses = []
    for draft, before, after in zip(counts, [None, *counts], [*counts[1:], None], strict=False):
        least = first if before is None else before.end
        start = max((at + (line.line[at] in words.cuts) for at in cuts if least <= at < draft.start), default=least)
        most = stop if after is None else after.start
        end = next((at for at in cuts if draft.end <= at < most), most)
        poles = _poles(line, start, end)
        if end < most and line.line[end] in marks.conjunction:  # 140 women and children, 80 men
            more = next((at for at in cuts if end < at < most), most)
            for kind, some in _poles(line, end, more if more < most else end).items():
                poles[kind] = poles.get(kind, some) | some
        rest = any(words.rest.finditer(line.base, max(start - NEAR, first), draft.start))
        rest = rest or any(one.start() <= draft.end for one in words.rest.finditer(line.base, draft.end, end))
        clauses.append(Clause(draft, start, end, poles, rest))
    return clauses


def _poles(line: Line, start: int, end: int) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for match in Words.of(line.lexicon).pole.finditer(line.base, start, end):
        kind, *some = (line.lexicon.value("pole", line.key(*match.span())) or "").split()
        found[kind] = found.get(kind, frozenset()) | frozenset(some)
    return found | _places(line, start, end)


def _places(line: Line, start: int, end: int) -> dict[str, frozenset[str]]:
    """The name that a preposition stands before, where capitals tell names: 14 in Ohio; not 14 in Ohio were hurt."""
    lexicon = line.lexicon
    verbs = lexicon.characters("state") | lexicon.characters("list-verb")
    if not lexicon.has_capitals or not verbs.isdisjoint(line.base[start:end]):
        return {}
    found, capital = {}, lexicon.characters("cap") - lexicon.characters("month")
    for at in range(start, end - 1):
        if line.base[at] in lexicon.characters("place-preposition") and line.line[at + 1] in capital:
            stop = next((one for one in range(at + 1, end) if line.line[one] not in capital), end)
            found[line.key(at, at + 1)] = frozenset((line.key(at + 1, stop),))
    return found


def _total(line: Line, before: Sequence[Clause], clauses: Sequence[Clause], at: int) -> Clause | None:
    """The total that the words tie the count at ``at`` to: the one before it, or one of the sentence before."""
    part = clauses[at]
    if part.draft.kind != "number":
        return None
    if at:
        total = clauses[at - 1]
        tied = _is_tied(line, total, part) or (at == 1 and _is_out_of(line, total))
        return total if tied and _may_be_total(total, part) else None
    start = bounds(line, part.draft.start)[0]
    words = Words.of(line.lexicon)
    led = any(part.draft.start - one.end() <= NEAR for one in words.of_these.finditer(line.base, start, start + NEAR))
    if not led and not all(code in words.small for code in line.base[start : part.draft.start]):
        return None
    whole = "part" in getattr(part.draft.data.get("subject"), "scope", ()) or (
        part.draft.end < len(line.line) and line.line[part.draft.end] in line.lexicon.characters("of")
    )
    theirs = any(one.start() == part.draft.end for one in words.including.finditer(line.base, part.draft.end, part.end))
    if theirs or (part.is_bare and (led or whole or line.lexicon.has_capitals)):
        some = before if len(before) == 1 else ()
    else:
        some = [one for one in before if whole and concept(one.draft) == concept(part.draft)]
    return some[0] if len(some) == 1 and _may_be_total(some[0], part) else None


def _may_be_total(total: Clause, part: Clause) -> bool:
    """Whether the total is a plain number of things, and not itself of those that the part excludes."""
    if not counts_something(total.draft) or total.draft.number is None or not _is_part(total.draft, part):
        return False
    return not total.rest and not _exclude(total, part)


def _is_part(total: Draft, part: Clause) -> bool:
    return total.kind == part.draft.kind if part.is_bare else is_part(total, part.draft)


def _is_out_of(line: Line, total: Clause) -> bool:
    """Of 50 shops, 32 passed: the sentence begins with the whole."""
    start = bounds(line, total.draft.start)[0]
    found = Words.of(line.lexicon).out_of.finditer(line.base, start, total.draft.start)
    return any(one.start() <= start + 1 and total.draft.start - one.end() <= 1 for one in found)


def _is_tied(line: Line, total: Clause, part: Clause) -> bool:
    """Whether "including", "of them" or a sign between the two makes ``part`` one of ``total``."""
    words, marks = Words.of(line.lexicon), Marks.of(line.lexicon)
    including = tuple(words.including.finditer(line.base, total.draft.end, min(part.end, part.draft.end + 2 * NEAR)))
    if any(one.end() <= part.draft.start <= one.end() + NEAR for one in including):
        return True
    if any(part.draft.end <= one.start() <= part.draft.end + NEAR for one in including):
        return True
    if not part.poles or not all(code in words.small for code in line.base[part.start : part.draft.start]):
        return False
    sign = line.line[part.start - 1] in (marks.comma | marks.close) - {END}
    if part.is_bare:  # eleven were hurt, three badly and nine slightly
        return sign and total.end == part.start - 1 and not _has_place(line, total)
    anybody = line.lexicon.characters("anybody")
    return sign and part.start == total.noun_end + 1 and line.base[total.noun_end - 1] in anybody


def _has_place(line: Line, total: Clause) -> bool:
    """Whether a total is told with its place: 20 in the capital, 14 in Ohio; a date is no place."""
    where = line.lexicon.characters("place-preposition")
    return any(line.base[at] in where and at + 1 not in line.drafts for at in range(total.draft.end, total.end))


def _chain(line: Line, total: Draft, clauses: Sequence[Clause]) -> list[Clause]:
    """The counts from the first part on that are told as further parts; the rest is the last of them."""
    parts = [clauses[0]]
    for one in clauses[1:]:
        if (
            parts[-1].rest
            or _is_more(line, one)
            or not (one.is_bare or _is_member(line, total, one))
            or not _is_part(total, one)
        ):
            break
        parts.append(one)
    return parts


def _is_more(line: Line, clause: Clause) -> bool:
    """Whether a count is of more than was counted before: nine more were hurt."""
    end = clause.draft.end
    return not clause.rest and line.lexicon.value("scope", line.key(end, end + 1)) == "other"


def _is_member(line: Line, total: Draft, clause: Clause) -> bool:
    """Whether a clause is a figure with a noun of the total's kind and no more: a verb would tell of somebody else."""
    kinds, counted = concept_kinds(), concept(clause.draft)
    if counted != concept(total) and kinds.get(counted) != "person":
        return False
    small = Words.of(line.lexicon).small
    first = all(code in small for code in line.base[clause.start : clause.draft.start])
    return clause.rest or (first and _is_ended(line, clause))


def _is_ended(line: Line, clause: Clause) -> bool:
    """Whether a clause ends with its noun; where no comma stands before it words for a place may follow."""
    end, lexicon = clause.noun_end, line.lexicon
    if end >= clause.end:
        return True
    verbs = lexicon.characters("state") | lexicon.characters("list-verb")
    placed = line.base[end] in lexicon.characters("preposition") and verbs.isdisjoint(line.base[end : clause.end])
    return placed and line.line[clause.start - 2] not in Marks.of(lexicon).comma


def _rest_after(line: Line, total: Draft, last: Clause) -> list[Clause]:
    """The rest that the next sentence begins with: The other six were civilians."""
    start = bounds(line, last.draft.start)[1] + 1
    if start >= len(line.line):
        return []
    _, stop = bounds(line, start)
    clauses = _clauses(line, start, stop)[:1]
    near = [one for one in clauses if one.rest and one.draft.start - start <= NEAR + 1]
    return [one for one in near if _is_part(total, one)]


def _is_told(line: Line, total: Draft, parts: list[Clause]) -> bool:
    """Whether the parts are all of the total, or exclude each other and are more than it; shortens them to those."""
    if len(parts) > 1 and parts[-1].rest:
        return not is_net(line, total) and not any(one.rest for one in parts[:-1])
    while len(parts) > 1 and not all(_exclude(one, other) for one, other in combinations(parts, 2)):
        parts.pop()
    values = [one.draft.number.value for one in parts if one.draft.number is not None]
    if len(parts) < 2 or len(values) < len(parts) or total.number is None or is_net(line, total):
        return False
    return max(values) <= total.number.value < sum(values)


def _exclude(one: Clause, other: Clause) -> bool:
    """Whether nothing can be both."""
    return any(some.isdisjoint(other.poles[kind]) for kind, some in one.poles.items() if kind in other.poles)
