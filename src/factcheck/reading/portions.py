"""A total and parts of it that exclude each other, told in one sentence or the next -> the relation ``parts``.

``12 of them soldiers and 9 civilians`` need not be all of a whole, but nobody is both: they are a slip where they are
more than it. Where "the other nine" closes them they are all of it. Words that exclude each other stand in the class
``pole``: a kind of difference, then what something is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from factcheck.languages.data import concept_kinds
from factcheck.languages.lexicon import Lexicon
from factcheck.languages.nodes import END
from factcheck.model import Relation
from factcheck.reading.breakdowns import concept, counts_something, is_net, is_part
from factcheck.reading.clauses import NEAR, STUFF, Clause, Words, clauses_of, sentences
from factcheck.reading.enumerations import relation
from factcheck.reading.lines import Draft, Line
from factcheck.reading.pieces import Marks
from factcheck.reading.sentences import bounds

# When something was: what happened in the first half did not happen in the second.
PERIOD = "period"


def portions(path: str, line: Line, lexicon: Lexicon) -> Iterator[Relation]:
    """Totals with parts that together are more than they can be."""
    if Words.of(lexicon).telling.isdisjoint(line.index.characters):
        return
    before: list[Clause] = []
    for clauses in sentences(line):
        for at in range(len(clauses)):
            if (total := _total(line, before, clauses, at)) is not None:
                parts = _chain(line, total.draft, clauses[at:])
                if _is_told(line, total.draft, parts):
                    drafts = [one.draft for one in parts]
                    yield relation(path, line, "parts", (("part", drafts), ("total", [total.draft])), "portions")
                    break
        before = clauses


def _total(line: Line, before: Sequence[Clause], clauses: Sequence[Clause], at: int) -> Clause | None:
    """The total that the words tie the count at ``at`` to: the one before it, or one of the sentence before."""
    part = clauses[at]
    if at:
        total = clauses[at - 1]
        if total.draft.kind != "number":
            led = _is_included(line, total, part) or _is_totalled(line, total)
            return total if led and STUFF in part.poles and is_part(total.draft, part.draft) else None
        tied = _is_tied(line, total, part) or (at == 1 and _is_out_of(line, total))
        return total if tied and _may_be_total(total, part) else None
    return _total_before(line, before, part) if part.draft.kind == "number" else None


def _total_before(line: Line, before: Sequence[Clause], part: Clause) -> Clause | None:
    """The total of the sentence before that a count at the beginning of a sentence is a part of."""
    start = bounds(line, part.draft.start)[0]
    words = Words.of(line.lexicon)
    led = any(part.draft.start - one.end() <= NEAR for one in words.of_these.finditer(line.base, start, start + NEAR))
    if not led and not all(code in words.small for code in line.base[start : part.draft.start]):
        return None
    whole = "part" in getattr(part.draft.data.get("subject"), "scope", ()) or (
        part.draft.end < len(line.line) and line.line[part.draft.end] in line.lexicon.characters("of")
    )
    theirs = any(
        one.start() == part.draft.end
        for one in line.lexicon.words_of("including").finditer(line.base, part.draft.end, part.end)
    )
    if theirs or (part.is_bare and (led or whole or line.lexicon.has_capitals)):
        some = before if len(before) == 1 else ()
    else:
        some = [one for one in before if whole and concept(one.draft) == concept(part.draft)]
    return some[0] if len(some) == 1 and _may_be_total(some[0], part) else None


def _may_be_total(total: Clause, part: Clause) -> bool:
    """Whether the total is a plain number of things, and not itself of those that the part excludes."""
    if not counts_something(total.draft) or total.draft.number is None or not _is_part(total.draft, part):
        return False
    return not total.rest and not _differing(total, part)


def _is_part(total: Draft, part: Clause) -> bool:
    same = total.kind == part.draft.kind == "number" and part.is_bare
    return same or is_part(total, part.draft)


def _is_out_of(line: Line, total: Clause) -> bool:
    """Of 50 shops, 32 passed: the sentence begins with the whole."""
    start = bounds(line, total.draft.start)[0]
    found = line.lexicon.words_of("outof").finditer(line.base, start, total.draft.start)
    return any(one.start() <= start + 1 and total.draft.start - one.end() <= 1 for one in found)


def _is_tied(line: Line, total: Clause, part: Clause) -> bool:
    """Whether "including", "of them" or a sign between the two makes ``part`` one of ``total``."""
    words, marks = Words.of(line.lexicon), Marks.of(line.lexicon)
    if _is_included(line, total, part):
        return True
    if not part.poles or not all(code in words.small for code in line.base[part.start : part.draft.start]):
        return False
    sign = line.line[part.start - 1] in (marks.comma | marks.close) - {END}
    if part.is_bare:  # eleven were hurt, three badly and nine slightly
        return sign and total.end == part.start - 1 and not _has_place(line, total)
    anybody = line.lexicon.characters("anybody")
    return sign and part.start == total.noun_end + 1 and line.base[total.noun_end - 1] in anybody


def _is_included(line: Line, total: Clause, part: Clause) -> bool:
    """Whether "including" stands right before a part, or "of them" right after its figure."""
    stop = min(part.end, part.draft.end + 2 * NEAR)
    found = tuple(line.lexicon.words_of("including").finditer(line.base, total.draft.end, stop))
    before = any(one.end() <= part.draft.start <= one.end() + NEAR for one in found)
    return before or any(part.draft.end <= one.start() <= part.draft.end + NEAR for one in found)


def _is_totalled(line: Line, total: Clause) -> bool:
    """Whether "a total of" stands before a figure."""
    found = line.lexicon.words_of("summed").finditer(line.base, total.start, total.draft.start)
    return any(one.end() == total.draft.start for one in found)


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
    """Whether a count is of more than was counted before: nine more were hurt, another nine."""
    end = clause.draft.end
    around = (*range(clause.start, clause.draft.start), end)
    return not clause.rest and any(line.lexicon.value("scope", line.key(at, at + 1)) == "other" for at in around)


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
    verbs = lexicon.characters("state|list-verb")
    placed = line.base[end] in lexicon.characters("preposition") and verbs.isdisjoint(line.base[end : clause.end])
    return placed and line.line[clause.start - 2] not in Marks.of(lexicon).comma


def _is_told(line: Line, total: Draft, parts: list[Clause]) -> bool:
    """Whether the parts are all of the total, or exclude each other and are more than it; shortens them to those."""
    if len(parts) > 1 and parts[-1].rest:
        return not is_net(line, total) and not any(one.rest for one in parts[:-1])
    while len(parts) > 1 and not all(_exclude(line, one, other) for one, other in combinations(parts, 2)):
        parts.pop()
    values = [one.draft.number.value for one in parts if one.draft.number is not None]
    if len(parts) < 2 or len(values) < len(parts) or total.number is None or is_net(line, total):
        return False
    last = bounds(line, parts[-1].draft.start)[1]
    if any(line.lexicon.words_of("overlapping").finditer(line.base, parts[0].start, last)):
        return False  # 50 play chess, 60 football and 20 both
    return max(values) <= total.number.value < sum(values)


def _exclude(line: Line, one: Clause, other: Clause) -> bool:
    """Whether nothing can be both; who failed in maths may have passed in English, but Ohio is not Indiana."""
    kinds = _differing(one, other)
    apart = _has_place(line, one) and _has_place(line, other)
    return any(
        not apart or kind == PERIOD or line.lexicon.value("place-preposition", kind) is not None for kind in kinds
    )


def exclude(line: Line, parts: Sequence[Draft]) -> bool:
    """Whether nothing can be two of the parts: those of several names, men and women."""
    first, stop = bounds(line, parts[0].start)
    clauses = [one for one in clauses_of(line, first, stop) if one.draft in parts]
    capital, apart = line.lexicon.characters("cap"), line.lexicon.has_capitals
    named = apart and all(not capital.isdisjoint(line.base[one.draft.end : one.end]) for one in clauses)
    return named or all(_differing(one, other) for one, other in combinations(clauses, 2))


def _differing(one: Clause, other: Clause) -> list[str]:
    """In what kinds of difference that which one says of its things cannot be said of those of the other."""
    return [kind for kind, some in one.poles.items() if kind in other.poles and some.isdisjoint(other.poles[kind])]
