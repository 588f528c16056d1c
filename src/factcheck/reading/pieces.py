"""The tokens after what opens an enumeration -> its members, cut at commas and conjunctions.

A bracket after a member belongs to it: ``Peter Lang (finance), Mina Okada (health) and Tariq Khan (trade)``.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from factcheck.languages.lexicon import Lexicon
from factcheck.languages.matching import Matcher
from factcheck.languages.nodes import END
from factcheck.reading.lines import Line

LONGEST_PIECE = 9
LONGEST_LIST = 12
LONGEST_BRACKET = 10
LONGEST_MORE = 3
# Members of so few words need no commas between them.
SHORT_PIECE = 2


class Piece(NamedTuple):
    """Tokens ``start`` to ``end`` of one member; ``joined`` by a conjunction, ``attached`` to its first word."""

    start: int
    end: int
    joined: bool
    attached: bool


class Marks(NamedTuple):
    """Signs and words of one language that cut or close an enumeration."""

    comma: frozenset[str]
    conjunction: frozenset[str]
    open: frozenset[str]
    shut: frozenset[str]
    close: frozenset[str]
    prefixes: tuple[str, ...]
    certain: tuple[str, ...]
    fixed: Matcher

    @staticmethod
    @lru_cache(maxsize=16)
    def of(lexicon: Lexicon) -> Marks:
        names = ("close", "open", "colon", "dash!hyphen", "hyphen!glued")
        close = frozenset[str]().union(*(lexicon.characters(name) for name in names))
        prefixes = lexicon.prefixes("conjunction")
        articles = tuple(lexicon.values.get("article-attached", {}))
        return Marks(
            lexicon.characters("comma|semicolon"),
            lexicon.characters("conjunction"),
            lexicon.characters("open"),
            lexicon.characters("close"),
            close | {END},
            prefixes,
            tuple(prefix + rest for prefix in prefixes for rest in (*articles, *prefixes)),
            lexicon.words_of("joined"),
        )


def pieces(line: Line, start: int, end: int) -> list[Piece]:
    """The members between ``start`` and the sign that closes the enumeration."""
    marks = Marks.of(line.lexicon)
    joints = marks.fixed.finditer(line.line, start, end)
    fixed = {at for match in joints for at in range(match.start() + 1, match.end())}
    found: list[Piece] = []
    at, joined, attached, bare = start, False, False, False
    while at < end and len(found) <= LONGEST_LIST:
        stop, cut = _next_cut(line, marks, at, end, fixed)
        if stop > at:
            found.append(Piece(at, stop, joined, attached))
        if cut == "" or stop >= end or stop - at > LONGEST_PIECE:
            break
        at = stop + (cut != "prefix")
        joined, attached = cut != ",", cut == "prefix"
        bare = bare or joined
        if cut == ",":
            if at < end and (line.line[at] in marks.conjunction or has_prefix(line, marks, at)):
                short = all(piece.end - piece.start <= SHORT_PIECE for piece in found)
                if bare and short and not line.lexicon.has_capitals:
                    return found  # A and B and C, and it cut: where short members are joined a comma ends them
                joined, attached = True, line.line[at] not in marks.conjunction
                at += not attached
            elif any(piece.joined for piece in found):
                return [] if _goes_on(line, marks, at, end, fixed) else found
    return found


def _goes_on(line: Line, marks: Marks, at: int, end: int, fixed: set[int]) -> bool:
    """Whether the list goes on after a member with a conjunction in it: A, B, St C and D, E, F."""
    stop, cut = _next_cut(line, marks, at, end, fixed)
    lexicon = line.lexicon
    words = lexicon.characters("cap" if lexicon.has_capitals else "word") - lexicon.characters("function")
    return cut != "" and stop - at <= LONGEST_MORE and all(code in words for code in line.base[at:stop])


def _next_cut(line: Line, marks: Marks, start: int, end: int, fixed: set[int]) -> tuple[int, str]:
    """Where the member that begins at ``start`` ends, and what ends it: a comma, "and", a prefix, or nothing."""
    at = start
    while at < end:
        code = line.line[at]
        if code in marks.open and at > start and (after := bracket_end(line, marks, at, end)):
            at = after
            continue
        if code in marks.close:
            return at, ""
        if code in marks.comma:
            return at, ","
        if at not in fixed:
            if code in marks.conjunction:
                return at, "and"
            if at > start and has_prefix(line, marks, at):
                return at, "prefix"
        at += 1
    return end, ""


def bracket_end(line: Line, marks: Marks, at: int, end: int) -> int:
    """The token after the bracket that opens at ``at``; 0 when it is long or never closed."""
    for place in range(at + 1, min(end, at + LONGEST_BRACKET)):
        if line.line[place] in marks.shut:
            return place + 1
    return 0


def has_prefix(line: Line, marks: Marks, at: int) -> bool:
    """Whether an unknown word, or a figure, begins with a conjunction that is written together with it."""
    if not marks.prefixes or not line.pieces[at].startswith(marks.prefixes):
        return False
    return line.base[at] in line.lexicon.characters("unknown") or at in line.drafts


def is_of_them(line: Line, end: int) -> bool:
    """Whether "of them" stands at token ``end``: half of them is half of those who were counted last."""
    pronoun = line.base[end + 1 : end + 2]
    of = line.base[end : end + 1] in line.lexicon.characters("of") and bool(pronoun)
    return of and pronoun in line.lexicon.characters("function!definite-word")


def is_closed(members: list[Piece]) -> bool:
    """Only the last member of a complete enumeration is joined by a conjunction, or each but the first is."""
    joined = [piece.joined for piece in members[1:]]
    return bool(joined) and joined[-1] and (all(joined) or not any(joined[:-1]))
