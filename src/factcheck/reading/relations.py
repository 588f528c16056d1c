"""Lines with their facts -> how the text itself ties them: shares, durations, ranges, sums and lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, reduce
from importlib import import_module
from itertools import chain, pairwise
from operator import or_
from typing import Any, NamedTuple

from factcheck.languages.indexed import Calls, Indexed
from factcheck.languages.lexicon import Lexicon
from factcheck.model import Passage, Relation
from factcheck.reading.alternatives import only_reading
from factcheck.reading.ends import Roles, are_ends, is_length
from factcheck.reading.enumerations import relation
from factcheck.reading.facts import Text
from factcheck.reading.followups import Followup, followups
from factcheck.reading.lines import Line
from factcheck.reading.orders import orders
from factcheck.reading.phrased import KINDS, phrased
from factcheck.reading.pieces import Marks, has_prefix


class Reader(NamedTuple):
    """A function of this room, by its module and name, and phrases: it finds nothing without a match of each.

    Its module is imported when a text first calls for it.
    """

    name: str
    needs: tuple[str, ...]

    @property
    def read(self) -> Callable[..., Iterator[Any]]:
        return _function(self.name)


# Readers of relations whose figures stand in one line.
OF_A_LINE = (
    Reader("titles.titles", ("{quote!apostrophe}", "{count}")),
    Reader("enumerations.enumerations", ("{figure}",)),
    Reader("portions.portions", ("{figure}",)),
    Reader("changes.changes", ("({figure}|{percent})",)),
    Reader("quotas.quotas", ("{percent}", "{figure}")),
    Reader("rates.rates", ("{figure}",)),
    Reader("rates.multiples", ("{times-as}", "{count}")),
    Reader("averages.averages", ("({average-of}|{on-average})",)),
    Reader("aftermath.aftermath", ("({figure}|{percent})",)),
    Reader("hundreds.hundreds", ("({all-others}|{rest-behind})",)),
    Reader("turnouts.turnouts", ("{percent}", "({turnout}|{examined})", "{count}")),
    Reader("sways.sways", ("({figure}|{percent})",)),
    Reader("ratios.ratios", ("{percent}", "{figure}")),
)
# Readers of the ends of a length of time; those of the last may lie in different sentences.
OF_LENGTHS = (
    Reader("episodes.episodes", ("{begun}", "{ended}", "{lasted}", "{length}")),
    Reader("lapses.lapses", ("{length}",)),
    Reader("visits.visits", ("{stay}", "{arriving}", "{departing}", "{length}")),
    Reader("sittings.sittings", ("{timeunit}", "{length}")),
)
# Readers of figures that may stand in several lines.
OF_A_TEXT = (
    Reader("divisions.divisions", ("({divides}|{existed}|{gained})", "{figure}")),
    Reader("remainders.remainders", ()),
    Reader("partitives.partitives", ()),
    Reader("makeups.makeups", ()),
    Reader("ballots.ballots", ("({carried}|{voteddown}|{margin}|{votesneeded})", "({count}|{percent})")),
    Reader("records.records", ("({oldrecord}|{firsttime}|{noneof})",)),
    Reader("rosters.rosters", ("{count}",)),
    Reader("namelists.namelists", ("{count}",)),
    Reader("ages.ages", ("{born}",)),
    Reader("chambers.chambers", ("({chamberseat}|{chambernoun}|{chamberown})", "{count}")),
    Reader("limits.limits", ("({utmost}|{slightest})",)),
    Reader("elapsed.elapsed", ("({anniversary}|{years-of}|{freed})",)),
    Reader("superlatives.superlatives", ("({peak}|{trough})", "({sincetime}|{alltime}|{recentspan})")),
    Reader("terms.terms", ("{term-exit}", "{length}")),
)
READERS = (*OF_A_LINE, *OF_LENGTHS, *OF_A_TEXT)
SUMS = ("parts", "shares", "completed")


@cache
def _function(name: str) -> Callable[..., Iterator[Any]]:
    module, function = name.split(".")
    found: Callable[..., Iterator[Any]] = getattr(import_module(f"factcheck.reading.{module}"), function)
    return found


def indexed(lexicon: Lexicon, calls: Calls | None = None) -> Indexed:
    """The relations of a language and their readers; ``calls`` is what was made of them before."""
    needs = [reader.needs for reader in READERS]
    return lexicon.once("relations", lambda: Indexed(lexicon, lexicon.data.relations, KINDS, calls, needs))


def relations(text: Text, lexicon: Lexicon) -> tuple[Relation, ...]:
    """Every relation that the words state, in text order; no two of one kind over the same facts."""
    found: dict[tuple[object, ...], Relation] = {}
    patterns = indexed(lexicon)
    met = [patterns.met(line.index.characters) for line in text.lines]
    lines = (one for line, own in zip(text.lines, met, strict=True) for one in _of_line(text, line, patterns, own))
    for one in chain(lines, _of_text(text, lexicon, patterns, reduce(or_, met, 0))):
        found.setdefault((one.kind, one.role("announced") or one.roles), one)
    for line in text.lines:
        line.index.rest()
    certain = only_reading(text.lines, found.values())
    return tuple(sorted(_fullest(certain), key=lambda one: (one.span, one.kind)))


def _called(readers: Sequence[Reader], patterns: Indexed, met: int) -> Iterator[Reader]:
    """The readers whose needs are among those that are met."""
    first = READERS.index(readers[0])
    for reader, needs in zip(readers, patterns.of_readers[first:], strict=False):
        if needs & met == needs:
            yield reader


def _of_line(text: Text, line: Line, patterns: Indexed, met: int) -> Iterator[Relation]:
    """The relations of which all figures stand in one line."""
    path, lexicon = text.document.path, line.lexicon
    called = (reader.read(path, line, lexicon) for reader in _called(OF_A_LINE, patterns, met))
    for one in chain(phrased(path, line, patterns, met), *called):
        if one.kind != "parts" or not _holds_more(line, one):
            yield one
    for reader in _called(OF_LENGTHS, patterns, met):
        for roles in reader.read(line, lexicon):
            if _is_length(line, roles, reader):
                yield relation(path, line, "duration", sorted(roles.items()), "")
    for roles in orders(line):
        yield relation(path, line, "sequence", sorted(roles.items()), "")
    for followed in followups(line):
        yield _followed(path, line, followed)
    for told in line.dated:
        yield _followed(path, line, Followup(told.start, told.distance, told.date, 0, told.where))


def _is_length(line: Line, roles: Roles, reader: Reader) -> bool:
    """Whether two ends and a length may be those of one thing; of hours the reader says so."""
    if reader.name.startswith("sittings"):
        return True
    return (not reader.name.startswith("episodes") or are_ends(line, roles)) and is_length({}, line, roles)


def _of_text(text: Text, lexicon: Lexicon, patterns: Indexed, met: int) -> Iterator[Relation]:
    """The relations of figures that may stand in several lines."""
    for reader in _called(OF_A_TEXT, patterns, met):
        yield from reader.read(text.document.path, text.lines, lexicon, text.document.published)


def _followed(path: str, line: Line, told: Followup) -> Relation:
    """A weekday and its distance from a date: a length of time, or a day that is counted from the date."""
    start, distance, weekday, _, where = told
    if distance.kind == "duration":
        return relation(path, line, "duration", [("end", [weekday]), ("length", [distance]), ("start", [start])], "")
    span = where.span(start.start, start.end)
    shown = Passage(path, span, where.text(start.start, start.end), "anchor")
    return relation(path, line, "sameday", [("one", [distance]), ("other", [weekday])], "")._replace(passages=(shown,))


def _holds_more(line: Line, sums: Relation) -> bool:
    """Whether a figure after the last part was taken for one more: 20 men and 17 women, 9 of them children.

    The last part is joined by a conjunction; what only a comma joins after it is some of those before.
    """
    marks, drafts = Marks.of(line.lexicon), {str(draft.data.get("id")): draft for draft in line.drafts.values()}
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
