"""A total and figures after it -> whether they can be its parts, and whether they are all of them.

Parts that fall short of their total are a slip only if nothing in the sentence tells where the rest is.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from factcheck.languages.data import concept_kinds
from factcheck.languages.nodes import END
from factcheck.reading.lines import Draft, Line
from factcheck.reading.pieces import Marks, has_prefix
from factcheck.reading.sentences import bounds

COUNTS = ("number", "quantity", "money")
# The characters of such figures in a line.
COUNTED = "|".join(f"fact:{kind}" for kind in COUNTS)
# So large a figure (70 million, 50,000) may be an amount whose currency was named before.
LARGE = 1000
# What is denied of a part stands among so many words after its figure.
DENIED_WITHIN = 6


def concept(draft: Draft) -> str:
    """The concept of what a figure counts; empty when it is not known."""
    return str(getattr(draft.data.get("subject"), "concept", ""))


def counts_something(draft: Draft) -> bool:
    """Whether a noun, if only one that is not known, says what a figure counts."""
    return bool(concept(draft) or getattr(draft.data.get("subject"), "words", ()))


def is_several(total: Draft) -> bool:
    """Whether a figure is more than one: what "one" counts has no parts (in one night, one of three)."""
    return total.kind != "number" or (total.number is not None and total.number.value > 1)


def is_part(total: Draft, part: Draft) -> bool:
    """Whether what ``part`` counts can be some of what ``total`` counts."""
    if total.kind == "money" and part.kind == "number" and part.number is not None:
        # 120 million euros: 70 million for roads; 90,000 euros: 50,000 for the first
        return not concept(part) and max(part.number.step, part.number.value) >= LARGE
    if total.kind != part.kind:
        return False
    units = [draft.readings[0].unit if draft.readings else "" for draft in (total, part)]
    if total.kind != "number":
        return units[0] == units[1]
    whole, some = concept(total), concept(part)
    if not some or not whole or whole == some:
        return True
    kinds = concept_kinds()
    if whole in kinds and some in kinds:
        return kinds[whole] == kinds[some]
    return kinds.get(whole) != "person"


def is_net(line: Line, total: Draft) -> bool:
    """Whether a sentence speaks of what is left of gains and losses: a part of that may be larger than it."""
    kinds = ("net", "balance") if total.kind == "money" else ("net",)
    return any(line.sentence_has(total.start, kind) for kind in kinds)


def is_set_aside(line: Line, part: Draft) -> bool:
    """Whether something is denied of a part: 300 members, including 400 honorary members who do not vote."""
    comma, negation = Marks.of(line.lexicon).comma | {END}, line.lexicon.characters("negation")
    for at in range(part.end, min(part.end + DENIED_WITHIN, len(line.line))):
        if line.line[at] in comma:
            return False
        if line.base[at] in negation:
            return True
    return False


def is_whole(line: Line, total: Draft, parts: Sequence[Draft], start: int, end: int) -> bool:
    """Whether figures in tokens ``start`` to ``end`` are said to be all of ``total``.

    They are not when the items are the subject of a verb, when words such as "the rest" or "among them" stand
    there, or when they count things of different kinds (12 men, 8 women and two dogs).
    """
    if total.readings and all(reading.value.high is None for reading in total.readings):
        return False  # more than 40 people: 24 here and 8 there
    _, stop = bounds(line, end - 1)
    open_ended, verb = (line.lexicon.words_of(name) for name in ("list-open", "list-verb"))
    if any(open_ended.finditer(line.line, total.end, stop)) or any(verb.finditer(line.line, start, end)):
        return False
    some = line.lexicon.characters("some-of")
    if any(draft.kind == "percent" for draft in line.drafts_between(total.end, start)) or not some.isdisjoint(
        line.base[total.end : start]
    ):
        return False  # 480,000 visitors, more than half from abroad: the parts are those of the half
    if _overlap(line, total, parts, start, stop):
        return False
    counted = [concept(part) for part in parts if concept(part)]
    described = {(concept(part), getattr(part.data.get("subject"), "words", ())) for part in parts if concept(part)}
    if 1 < len(set(counted)) < len(described):
        return False  # 4 hurricanes, two major hurricanes and four storms: some are counted twice
    kinds = {_kind(line, part) for part in parts if concept(part)}
    if "person" in kinds and len(kinds) > 1:
        return False
    values = [part.number.value for part in parts if part.number is not None]
    if total.number is None or len(values) < len(parts):
        return True
    missing = total.number.value - sum(values)
    return missing <= 0 or not _has_rest(line, parts[-1], missing, end, stop)


def _kind(line: Line, part: Draft) -> str:
    """The kind of what a part counts; members of a party are persons."""
    return "person" if is_party(line, part) else concept_kinds().get(concept(part), "")


def is_party(line: Line, part: Draft) -> bool:
    """Whether the noun right after a figure has a capital and is not known, as of a party or a people: 15 Greens."""
    known = concept(part) in concept_kinds()
    return not known and bool(concept(part)) and line.base[part.end : part.end + 1] in line.lexicon.characters("cap")


def _overlap(line: Line, total: Draft, parts: Sequence[Draft], start: int, stop: int) -> bool:
    """Whether parts that are more than the total are said to share some: 20 in both months, 30 children of theirs."""
    values = [part.number.value for part in parts if part.number is not None]
    if total.number is None or sum(values) <= total.number.value:
        return False
    return any(line.lexicon.words_of("overlapping").finditer(line.base, start, stop))


def _has_rest(line: Line, last: Draft, missing: Fraction, end: int, stop: int) -> bool:
    """Whether what stands after the last part may be what is missing: a verb, one more figure or one more member."""
    if not _is_followed_by_place(line, last, stop):
        return True
    later = (draft for draft in line.drafts_between(end, stop) if draft.kind == last.kind and draft.number is not None)
    if any(draft.number is not None and draft.number.value <= missing for draft in later):
        return True
    marks = Marks.of(line.lexicon)
    commas = (at for at in range(end, stop - 1) if line.line[at] in marks.comma)
    return any(_goes_on(line, marks, at + 1) for at in commas)


def _goes_on(line: Line, marks: Marks, at: int) -> bool:
    """Whether a conjunction at ``at`` may add a member; before a verb of saying it begins a new sentence."""
    if line.line[at] in marks.conjunction:
        begins = line.lexicon.characters("reported|that")
        return line.base[at + 1 : at + 2] not in begins
    return has_prefix(line, marks, at)


def _is_followed_by_place(line: Line, last: Draft, stop: int) -> bool:
    """Whether a figure with its noun is followed by the end, a sign or a preposition, and not by a verb."""
    lexicon = line.lexicon
    marks = Marks.of(lexicon)
    noun_end = last.data.get("noun end", last.end)
    at = noun_end if isinstance(noun_end, int) else last.end
    while at < stop and line.base[at] in lexicon.characters("state"):
        at += 1
    ends = marks.comma | marks.close | {END}
    if _ends_or(line, at, stop, ends | lexicon.characters("preposition")):
        return True
    # An adjective may end the member where nouns come first, a noun that is not known where they come last.
    trailing = not concept(last) or not lexicon.has_capitals
    return trailing and _ends_or(line, at + 1, stop, ends)


def _ends_or(line: Line, at: int, stop: int, characters: frozenset[str]) -> bool:
    return at >= stop or line.line[at] in characters
