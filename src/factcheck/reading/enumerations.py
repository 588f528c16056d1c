"""A line with its facts -> totals with the parts that make them up, and numbers with the list they announce.

``37 people: 24 soldiers and 13 civilians`` is a sum, ``three provinces: A, B and C`` a list. What follows the
sign or word that opens an enumeration is cut at commas and conjunctions; only where every piece is understood, and
the last is joined by a conjunction, is the enumeration taken for complete.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from factcheck.languages.data import concept_kinds
from factcheck.languages.lexicon import Lexicon
from factcheck.languages.matching import Found, Matcher
from factcheck.languages.nodes import END
from factcheck.languages.phrases import parse
from factcheck.model import Passage, Relation, Subject
from factcheck.reading.lines import Draft, Line
from factcheck.reading.sentences import bounds

# An announced number stands at most so many tokens before its list.
REACH = 30
LONGEST_PIECE = 9
LONGEST_NAME = 4
LONGEST_LIST = 12
SHORTEST_CLAUSE = 4
# What is written with a scale word (70 million) may be an amount whose currency was named before.
LARGE = 1000
MOST_ANNOUNCED = 20
COUNTS = ("number", "quantity", "money")
DATES = ("day", "month", "year", "moment", "period", "time")


class Piece(NamedTuple):
    """Tokens ``start`` to ``end`` of one member; ``joined`` by a conjunction, ``doubtful`` when it may be none."""

    start: int
    end: int
    joined: bool
    doubtful: bool


def enumerations(path: str, line: Line, lexicon: Lexicon) -> Iterator[Relation]:
    """The relations ``parts``, ``included`` and ``list`` of a line."""
    for kind, matcher in _openers(lexicon):
        for match in line.find(matcher):
            first, end = bounds(line, match.start())
            within = line.drafts_between(max(first, match.start() - REACH), match.start())
            counts = [draft for draft in within if draft.kind in COUNTS and draft.end <= match.start()]
            if not counts or not _opens(line, kind, match, counts[-1]):
                continue
            pieces = _without_ages(line, _pieces(line, match.end(), end))
            if pieces:
                yield from _related(path, line, kind, counts, pieces)


@lru_cache(maxsize=16)
def _openers(lexicon: Lexicon) -> tuple[tuple[str, Matcher], ...]:
    """What opens an enumeration: a sign, words such as "namely", or words such as "including"."""
    phrases = (
        ("all", "[,] {opener} [:]"),
        ("all", "({colon}|{dash!hyphen}|{open})"),
        ("named", "{copula}"),
        ("some", "[,] {including} [:]"),
    )
    return tuple((kind, lexicon.matcher(parse(phrase))) for kind, phrase in phrases)


def _opens(line: Line, kind: str, match: Found, last: Draft) -> bool:
    """Whether the sign or word opens an enumeration of what ``last`` counts."""
    adjacent = match.start() == last.data.get("noun end", last.end)
    if kind == "named":
        return adjacent
    if kind == "some":
        return adjacent or line.line[match.start()] in line.lexicon.characters("comma")
    return line.base[match.start() - 1] not in line.lexicon.characters("including")


def _related(path: str, line: Line, kind: str, counts: list[Draft], pieces: list[Piece]) -> Iterator[Relation]:
    pieces = _without_clause(line, pieces)
    figures = [_figure(line, piece) for piece in pieces]
    if kind == "some":
        parts = [figure for figure in figures if figure is not None]
        total = counts[-1]
        if parts and parts[0].start <= pieces[0].start + 2 and is_part(total, parts[0]):
            yield relation(path, line, "included", (("part", parts[:1]), ("total", [total])), "enumeration/included")
        return
    partial = line.lexicon.characters("including")
    if not _is_closed(pieces) or not partial.isdisjoint(line.base[pieces[0].start : pieces[-1].end]):
        return
    if all(figures):
        parts = [figure for figure in figures if figure is not None]
        fitting = [one for one in counts if all(is_part(one, part) and _is_smaller(part, one) for part in parts)]
        bare = counts[-1].kind == "number" and counts[-1].end == pieces[0].start - 1
        if bare and not all(_concept(part) for part in parts):
            return  # 10: 37 is a time, not a total
        if len(fitting) == 1:
            yield relation(path, line, "parts", (("part", parts), ("total", fitting[-1:])), "enumeration/parts")
    elif not any(figures):
        yield from _list(path, line, counts, pieces)


def relation(path: str, line: Line, kind: str, roles: Sequence[tuple[str, Sequence[Draft]]], read_by: str) -> Relation:
    """A relation over facts of the line."""
    members = tuple((role, tuple(str(draft.data["id"]) for draft in drafts)) for role, drafts in roles)
    drafts = [draft for _, some in roles for draft in some]
    span = line.span(min(one.start for one in drafts), max(one.end for one in drafts))
    return Relation(kind, path, span, members, read_by)


def _concept(draft: Draft) -> str:
    return str(getattr(draft.data.get("subject"), "concept", ""))


def _without_ages(line: Line, pieces: list[Piece]) -> list[Piece]:
    """The members without the ages that follow names between commas: John Smith, 45, Jane Doe, 33, and ..."""
    ages = [
        piece
        for piece in pieces[1:]
        if (draft := line.drafts.get(piece.start)) is not None
        and draft.end == piece.end
        and draft.kind in ("number", "age")
        and not piece.joined
    ]
    return (
        [piece for piece in pieces if piece not in ages] if 2 * len(ages) in (len(pieces), len(pieces) - 1) else pieces
    )


def _without_clause(line: Line, pieces: list[Piece]) -> list[Piece]:
    """The members without a last one that is a clause of its own: joined after a comma, long, and of another kind."""
    if len(pieces) < 3 or not pieces[-2].joined or pieces[-1].end - pieces[-1].start < SHORTEST_CLAUSE:
        return pieces
    *members, last = pieces
    if all(_figure(line, one) for one in members) and _figure(line, last) is None:
        return members
    names = all(_is_name(line, one, False) for one in members)
    return members if names and not _is_name(line, last, False) else pieces


def _is_closed(pieces: list[Piece]) -> bool:
    """Only the last member of a complete enumeration is joined by a conjunction, or each but the first is."""
    joined = [piece.joined for piece in pieces[1:]]
    return bool(joined) and joined[-1] and (all(joined) or not any(joined[:-1]))


def _figure(line: Line, piece: Piece) -> Draft | None:
    """The only count of a member, when it stands at its beginning."""
    inside = [draft for draft in line.drafts_between(piece.start, piece.end) if draft.kind in COUNTS]
    return inside[0] if len(inside) == 1 and inside[0].start <= piece.start + 1 else None


def is_part(total: Draft, part: Draft) -> bool:
    """Whether what ``part`` counts can be some of what ``total`` counts."""
    if total.kind == "money" and part.kind == "number" and part.number is not None and part.number.step >= LARGE:
        return not _concept(part)  # 120 million euros: 70 million for roads
    if total.kind != part.kind:
        return False
    units = [draft.readings[0].unit if draft.readings else "" for draft in (total, part)]
    if total.kind != "number":
        return units[0] == units[1]
    whole, some = _concept(total), _concept(part)
    if not some or not whole or whole == some:
        return True
    kinds = concept_kinds()
    if whole in kinds and some in kinds:
        return kinds[whole] == kinds[some]
    return kinds.get(whole) != "person"


def _is_name(line: Line, piece: Piece, last: bool) -> bool:
    """Whether a member is a name: capitals where the script has them, else a few words none of which is a verb.

    A date may follow it (Kalbajar by 15 November); the last member may run on into the sentence.
    """
    inside = line.drafts_between(piece.start, piece.end)
    if any(draft.kind not in DATES for draft in inside):
        return False
    lexicon = line.lexicon
    end = min((draft.start for draft in inside), default=piece.end)
    small = lexicon.characters("function")
    words = [code for code in line.base[piece.start : end] if code not in small]
    capital = lexicon.characters("cap")
    if lexicon.has_capitals:
        named = words[:1] if last else words
        return bool(words) and all(code in capital for code in named)
    plain = lexicon.characters("word") - lexicon.characters("list-stop")
    return 0 < len(words) <= LONGEST_NAME and all(code in plain for code in words)


def _pieces(line: Line, start: int, end: int) -> list[Piece]:
    """The members between ``start`` and the sign that closes the enumeration."""
    marks = _Marks.of(line.lexicon)
    joints = marks.fixed.pattern.finditer(line.line, start, end)
    fixed = {at for match in joints for at in range(match.start() + 1, match.end())}
    found: list[Piece] = []
    at, joined, doubtful, commas = start, False, False, False
    while at < end and len(found) <= LONGEST_LIST:
        stop, cut = _next_cut(line, marks, at, end, fixed)
        if stop > at:
            found.append(Piece(at, stop, joined, doubtful))
        if cut == "" or stop >= end or stop - at > LONGEST_PIECE:
            break
        comma = cut == ","
        at = stop + (cut != "prefix")
        joined = not comma
        if comma:
            commas = True
            if at < end and (line.line[at] in marks.conjunction or _has_prefix(line, marks, at)):
                joined, at = True, at + (line.line[at] in marks.conjunction)
            elif any(piece.joined for piece in found):
                break
        after_date = any(draft.end == stop and draft.kind in DATES for draft in line.drafts_between(at - 12, stop))
        doubtful = cut == "prefix" and not after_date
    return found if commas else [Piece(one.start, one.end, one.joined, False) for one in found]


class _Marks(NamedTuple):
    """Signs and words of one language that cut or close an enumeration."""

    comma: frozenset[str]
    conjunction: frozenset[str]
    close: frozenset[str]
    prefixes: tuple[str, ...]
    fixed: Matcher

    @staticmethod
    @lru_cache(maxsize=16)
    def of(lexicon: Lexicon) -> _Marks:
        close = frozenset[str]().union(*(lexicon.characters(name) for name in ("close", "open", "dash", "colon")))
        return _Marks(
            lexicon.characters("comma") | lexicon.characters("semicolon"),
            lexicon.characters("conjunction"),
            close | {END},
            lexicon.prefixes("conjunction"),
            lexicon.matcher(parse("{joined}")),
        )


def _next_cut(line: Line, marks: _Marks, start: int, end: int, fixed: set[int]) -> tuple[int, str]:
    """Where the member that begins at ``start`` ends, and what ends it: a comma, "and", a prefix, or nothing."""
    for at in range(start, end):
        code = line.line[at]
        if code in marks.close:
            return at, ""
        if code in marks.comma:
            return at, ","
        if at in fixed:
            continue
        if code in marks.conjunction:
            return at, "and"
        if at > start and _has_prefix(line, marks, at):
            return at, "prefix"
    return end, ""


def _has_prefix(line: Line, marks: _Marks, at: int) -> bool:
    """Whether an unknown word begins with a conjunction that is written together with it."""
    return line.base[at] in line.lexicon.characters("unknown") and line.pieces[at].startswith(marks.prefixes)


def _is_smaller(part: Draft, total: Draft) -> bool:
    """A figure without a noun may count something else; then it is a part only if it is not more than the total."""
    if _concept(part) or part.number is None or total.number is None:
        return True
    return part.number.value <= total.number.value


def _list(path: str, line: Line, counts: list[Draft], pieces: list[Piece]) -> Iterator[Relation]:
    """A list of names; how many there are is certain only if every piece is a short name."""
    if len(counts) != 1 or not all(_is_name(line, piece, piece is pieces[-1]) for piece in pieces):
        return
    announced, subject = counts[0], counts[0].data.get("subject")
    concept = subject.concept if isinstance(subject, Subject) else ""
    concept = concept or str(counts[0].data.get("unit", ""))
    number = announced.number
    if announced.kind != "number" or number is None or not 2 <= number.value <= MOST_ANNOUNCED or not concept:
        return
    if any(piece.doubtful for piece in pieces) or concept_kinds().get(concept) not in ("place", "person"):
        return
    passages = tuple(_passage(path, line, piece) for piece in pieces)
    roles = (
        ("announced", (str(announced.data["id"]),)),
        ("item", tuple(f"{path}@{passage.span.start:08d}" for passage in passages)),
    )
    span = line.span(announced.start, pieces[-1].end)
    yield Relation("list", path, span, roles, "enumeration/list", passages)


def _passage(path: str, line: Line, piece: Piece) -> Passage:
    end = next((d.start for d in line.drafts_between(piece.start, piece.end)), piece.end)
    small = line.lexicon.characters("function")
    while piece.start + 1 < end < piece.end and line.base[end - 1] in small:  # Kalbajar (by 15 November)
        end -= 1
    end = max(end, piece.start + 1)
    marks, span, text = _Marks.of(line.lexicon), line.span(piece.start, end), line.text(piece.start, end)
    if piece.joined and _has_prefix(line, marks, piece.start):
        length = next(len(prefix) for prefix in marks.prefixes if text.startswith(prefix))
        span, text = span._replace(start=span.start + length), text[length:]
    return Passage(path, span, text, "item")
