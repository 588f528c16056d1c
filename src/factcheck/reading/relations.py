"""Lines with their facts -> how the text itself ties them: shares, durations, ranges, sums and lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, pairwise

from factcheck.languages.lexicon import Lexicon
from factcheck.model import Passage, Relation
from factcheck.reading.aftermath import aftermath
from factcheck.reading.ages import ages
from factcheck.reading.alternatives import only_reading
from factcheck.reading.averages import averages
from factcheck.reading.ballots import ballots
from factcheck.reading.chambers import chambers
from factcheck.reading.changes import changes
from factcheck.reading.divisions import divisions
from factcheck.reading.elapsed import elapsed
from factcheck.reading.ends import are_ends, is_length
from factcheck.reading.enumerations import enumerations, relation
from factcheck.reading.episodes import episodes
from factcheck.reading.facts import Text
from factcheck.reading.followups import Followup, followups
from factcheck.reading.hundreds import hundreds
from factcheck.reading.lapses import lapses
from factcheck.reading.limits import limits
from factcheck.reading.lines import Draft, Line
from factcheck.reading.makeups import makeups
from factcheck.reading.namelists import namelists
from factcheck.reading.orders import orders
from factcheck.reading.partitives import partitives
from factcheck.reading.phrased import phrased
from factcheck.reading.pieces import Marks, has_prefix
from factcheck.reading.portions import portions
from factcheck.reading.quotas import quotas
from factcheck.reading.rates import multiples, rates
from factcheck.reading.ratios import ratios
from factcheck.reading.records import records
from factcheck.reading.remainders import remainders
from factcheck.reading.rosters import rosters
from factcheck.reading.sittings import sittings
from factcheck.reading.superlatives import superlatives
from factcheck.reading.sways import sways
from factcheck.reading.terms import terms
from factcheck.reading.titles import titles
from factcheck.reading.turnouts import turnouts
from factcheck.reading.visits import visits

# The readers of relations whose figures stand in one line.
OF_A_LINE = (
    titles, enumerations, portions, changes, quotas, rates, multiples, averages, aftermath, hundreds, turnouts, sways,
    ratios,
)  # fmt: skip
SUMS = ("parts", "shares", "completed")


def relations(text: Text, lexicon: Lexicon) -> tuple[Relation, ...]:
    """Every relation that the words state, in text order; no two of one kind over the same facts."""
    found: dict[tuple[object, ...], Relation] = {}
    lines = (one for line in text.lines for one in _of_line(text.document.path, line, lexicon))
    for one in chain(lines, _of_text(text, lexicon)):
        found.setdefault((one.kind, one.role("announced") or one.roles), one)
    certain = only_reading(text.lines, found.values())
    return tuple(sorted(_fullest(certain), key=lambda one: (one.span, one.kind)))


def _of_line(path: str, line: Line, lexicon: Lexicon) -> Iterator[Relation]:
    """The relations of which all figures stand in one line."""
    drafts = {str(draft.data.get("id")): draft for draft in line.drafts.values()}
    for one in chain(phrased(path, line, lexicon), *(read(path, line, lexicon) for read in OF_A_LINE)):
        if one.kind != "parts" or not _holds_more(line, drafts, one):
            yield one
    lasted = (roles for roles in episodes(line, lexicon) if are_ends(line, roles))
    lengths = (roles for roles in chain(lasted, lapses(line, lexicon), visits(line, lexicon)))
    for roles in chain((roles for roles in lengths if is_length({}, line, roles)), sittings(line, lexicon)):
        yield relation(path, line, "duration", sorted(roles.items()), "")
    for roles in orders(line):
        yield relation(path, line, "sequence", sorted(roles.items()), "")
    for followed in followups(line):
        yield _followed(path, line, followed)
    for told in line.dated:
        yield _followed(path, line, Followup(told.start, told.distance, told.date, 0, told.where))


def _of_text(text: Text, lexicon: Lexicon) -> Iterator[Relation]:
    """The relations of figures that may stand in several lines."""
    path, lines, published = text.document.path, text.lines, text.document.published
    yield from divisions(path, lines, lexicon)
    for over in (remainders, partitives, makeups):
        yield from over(path, lines)
    for read in (ballots, records, rosters, namelists, ages, chambers, limits):
        yield from read(path, lines, lexicon)
    for since in (elapsed, superlatives, terms):
        yield from since(path, lines, lexicon, published)


def _followed(path: str, line: Line, told: Followup) -> Relation:
    """A weekday and its distance from a date: a length of time, or a day that is counted from the date."""
    start, distance, weekday, _, where = told
    if distance.kind == "duration":
        return relation(path, line, "duration", [("end", [weekday]), ("length", [distance]), ("start", [start])], "")
    span = where.span(start.start, start.end)
    shown = Passage(path, span, where.text(start.start, start.end), "anchor")
    return relation(path, line, "sameday", [("one", [distance]), ("other", [weekday])], "")._replace(passages=(shown,))


def _holds_more(line: Line, drafts: Mapping[str, Draft], sums: Relation) -> bool:
    """Whether a figure after the last part was taken for one more: 20 men and 17 women, 9 of them children.

    The last part is joined by a conjunction; what only a comma joins after it is some of those before.
    """
    marks = Marks.of(line.lexicon)
    parts = sorted((drafts[name] for name in sums.role("part")), key=lambda draft: draft.start)
    joined = [_is_joined(line, marks, one.end, other.start) for one, other in pairwise(parts)]
    return any(one and not other for one, other in pairwise(joined))


def _is_joined(line: Line, marks: Marks, start: int, end: int) -> bool:
    if not (marks.conjunction | line.lexicon.characters("while")).isdisjoint(line.line[start:end]):
        return True
    return marks.comma.isdisjoint(line.line[start:end]) or any(
        has_prefix(line, marks, at) for at in range(start, end + 1)
    )


def _fullest(some: Iterable[Relation]) -> Iterator[Relation]:
    """The relations without sums of some of the parts whose sum with more of them is another relation.

    And without shares whose percentage is that of a change: to 318 from 402, by 21 percent.
    """
    some = tuple(some)
    changed = {one.role("percent") for one in some if one.kind == "change"}
    some = tuple(one for one in some if one.kind != "share" or one.role("percent") not in changed)
    parts: dict[tuple[str, ...], list[frozenset[str]]] = {}
    for one in some:
        if one.kind in SUMS:
            parts.setdefault((one.kind, *one.role("total")), []).append(frozenset(one.role("part")))
    for one in some:
        own = frozenset(one.role("part"))
        if one.kind not in SUMS or not any(own < other for other in parts[one.kind, *one.role("total")]):
            yield one
