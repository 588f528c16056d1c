"""A count beside a total and the rest of it -> whether it is a whole, some of others, one more, or of another kind."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.languages.data import concept_kinds
from factcheck.reading.breakdowns import concept, counts_something
from factcheck.reading.divisions import BALLOTS
from factcheck.reading.lines import Draft
from factcheck.reading.pieces import Marks
from factcheck.reading.places import Count, Place, hedges_of

PERSON = "person"
# What calls a figure the rest stands so near to it.
NEAR = 4
# The mark of a figure that the words call some of others.
SOME = "some"


def is_other(total: Count, one: Count) -> bool:
    """Whether a figure counts things of another kind: flights are no part of soldiers, votes are those of members."""
    kinds = concept_kinds()
    if SOME in one.draft.data or not {concept(total.draft), concept(one.draft)}.isdisjoint(BALLOTS):
        return False  # 18 of them, tents and blankets
    whole, some = kinds.get(concept(total.draft)), kinds.get(concept(one.draft))
    return whole is not None and some is not None and whole != some


def is_further(count: Count) -> bool:
    """Whether a figure is told as one more of a row: another 38 million."""
    line, start = count.line, min((count.draft.start, *hedges_of(count.draft)))
    return start > 0 and line.lexicon.value("scope", line.key(start - 1, start)) == "other"


def is_whole(count: Count) -> bool:
    """Whether a figure is said to be a whole: nine of the 20."""
    before = count.line.base[max(count.draft.start - 2, 0) : count.draft.start]
    return not count.line.lexicon.characters("of").isdisjoint(before)


def is_some(count: Count) -> bool:
    """Whether a figure may be of others, or a difference: nine of them, including 3 million, 7 million more."""
    line, draft, lexicon = count.line, count.draft, count.line.lexicon
    if SOME in draft.data or "part" in getattr(draft.data.get("subject"), "scope", ()):
        return True
    before = range(max(draft.start - 2, 0), draft.start)
    included = any(line.base[at] in lexicon.characters("including") for at in before)
    return included or lexicon.value("scope", line.key(draft.end, draft.end + 1)) == "other"


def has_vague(place: Place, rest: Draft) -> bool:
    """Whether a part is told without a figure: most, several, others; not "710,000 are in Chad, most in the east"."""
    line, marks = place.line, Marks.of(place.line.lexicon)
    read = line.drafts_between(place.start, place.stop)
    skipped = {at for one in read for at in (*hedges_of(one), *range(one.start, one.end + 1))}  # twelve others
    skipped |= {at for one in place.find("as-many") for at in range(one.start(), one.end())}
    skipped |= set(range(rest.start - NEAR, rest.end + NEAR))
    inner = line.lexicon.characters("preposition|of")
    for one in place.find("vague-part"):
        at, nested = one.start(), line.base[one.end() : one.end() + 1] in inner
        if at not in skipped and not (line.line[at - 1] in marks.comma and nested):
            return True
    return False


def names(place: Place) -> int:
    """How many names a sentence may count one by one: words with a capital that follow no preposition."""
    line, lexicon = place.line, place.line.lexicon
    if not lexicon.has_capitals:
        return 0
    capital, before = lexicon.characters("cap!function"), lexicon.characters("preposition")
    skipped = capital | lexicon.characters("month|weekday") | before
    return sum(
        line.base[at] in capital and line.base[at - 1] not in skipped and at not in line.drafts
        for at in range(place.start + 1, place.stop)
    )


def singles(place: Place, total: Draft) -> int:
    """How many single ones of the kind of a total a sentence may tell of: the goalkeeper, a driver."""
    line, lexicon, kinds = place.line, place.line.lexicon, concept_kinds()
    kind, found = kinds.get(concept(total), "person"), 0
    figures = {at for one in place.counts() for at in range(one.start, int(str(one.data.get("noun end", one.end))))}
    articles, several = lexicon.characters("indefinite"), lexicon.characters("plural")
    for at in range(place.start, place.stop):
        if at in figures or line.base[at] in several:
            continue
        known = lexicon.value("noun", line.key(at, at + 1))
        one_of_many = line.base[at] in lexicon.characters("unknown") and line.base[at - 1 : at] in articles
        found += kinds.get(known) == kind if known else one_of_many
    return found


def is_alike(others: Sequence[Count], rest: Count) -> bool:
    """Whether a rest counts what its total or a part counts, if a noun says it; people are alike."""
    if rest.draft.kind != "number" or not counts_something(rest.draft):
        return True
    kinds, known = concept_kinds(), [concept(one.draft) for one in others]
    if kinds.get(concept(rest.draft)) == PERSON and any(kinds.get(one) == PERSON for one in known):
        return True
    return _noun(rest) in map(_noun, others)


def _noun(count: Count) -> str | tuple[object, ...]:
    return concept(count.draft) or tuple(getattr(count.draft.data.get("subject"), "words", ()))
