"""A token of a sentence -> the names listed from it on, where capitals tell names, and how many they may be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.reading.lines import Line
from factcheck.reading.pieces import Marks, Piece, bracket_end
from factcheck.reading.places import Place

# Before a name may stand so many words (the debut film Ghar Wapsi), around an age two (both 18).
TITLE, AGE = 3, 3
# In a name so many tokens follow a small word up to the next large one: Stow-on-the-Wold.
INNER = 6
# An aside between commas is no longer.
LONGEST = 12
FEWEST = 3


class Names(NamedTuple):
    """The members that a list names, from token ``start`` to ``end``, and how many they are at least and at most."""

    members: tuple[Piece, ...]
    end: int
    least: int
    most: int

    @staticmethod
    def of(found: Sequence[Piece], end: int, asides: int, doubtful: int) -> Names | None:
        """The names with a last one that is joined; ``asides`` may be members, ``doubtful`` none."""
        if len(found) < FEWEST or not found[-1].joined:
            return None
        # A town may follow a person: Alice Bell, of Mill Street, Leeds.
        single = sum(one.end - one.start == 1 for one in found)
        doubtful += single if single < len(found) else 0
        return Names(tuple(found), end, len(found) - doubtful, len(found) + asides)


def names_from(place: Place, start: int) -> Names | None:
    """The names from a token on, joined by commas and a last conjunction, with ages and asides between them."""
    line, found, asides, doubtful, end = place.line, list[Piece](), 0, 0, start
    for piece in _segments(place, start):
        first = _first_capital(line, piece)
        if found and found[-1].joined and not piece.joined:
            if _is_beside(line, piece):
                continue
            if first != piece.start or piece.end - piece.start > TITLE:
                return Names.of(found, end, asides, doubtful)
            found[-1] = found[-1]._replace(joined=False)  # Trinidad and Tobago, Brazil and China
            doubtful += 1
        if first < 0 and found and not piece.joined and _is_beside(line, piece):
            continue
        if first < 0 and found and found[-1].joined and piece.start in line.drafts:
            return Names.of(found, end, asides, doubtful)  # two sons, A and B, and four daughters
        if first < 0:
            if not found or piece.end - piece.start > LONGEST:
                return None
            asides += 1
            if piece.joined:  # the last member has no name: and his sister
                return Names.of([*found, piece], piece.end, asides - 1, doubtful)
            continue
        doubtful += piece.joined and any(one.joined for one in found)
        end, has_small = _name_end(line, piece, first)
        doubtful += has_small
        found.append(piece._replace(end=end))
        if end < piece.end:  # what follows is a clause
            break
    return Names.of(found, end, asides, doubtful)


def _segments(place: Place, start: int) -> Iterator[Piece]:
    """What stands between commas and conjunctions, up to a semicolon; a bracket belongs to the word before it."""
    line, marks = place.line, Marks.of(place.line.lexicon)
    semicolon, at, first, joined = line.lexicon.characters("semicolon"), start, start, False
    while at < place.stop and line.line[at] not in semicolon:
        if line.line[at] in marks.open and at > first and (after := bracket_end(line, marks, at, place.stop)):
            at = after
            continue
        conjunction = line.line[at] in marks.conjunction
        if conjunction or line.line[at] in marks.comma:
            if at > first:
                yield Piece(first, at, joined, False)
                joined = False
            first, joined = at + 1, joined or conjunction
        at += 1
    if at > first:
        yield Piece(first, at, joined, False)


def _first_capital(line: Line, piece: Piece) -> int:
    """The token that a name begins with, near the beginning of a member (the debut film Ghar Wapsi); -1 without one."""
    lexicon = line.lexicon
    capital, kinds = lexicon.characters("cap"), ("narrowing", "preposition", "including", "toll-apart")
    small = frozenset[str]().union(*map(lexicon.characters, kinds))
    for at in range(piece.start, min(piece.end, piece.start + TITLE + 1)):
        if line.base[at] in capital:
            return at
        if line.base[at] in small or at in line.drafts:
            break
    return -1


def _is_beside(line: Line, piece: Piece) -> bool:
    """Whether a member is none: an age, or words that say more of the name before (who was his aide, of Leeds)."""
    lexicon = line.lexicon
    small = lexicon.characters("narrowing|preposition")
    aged = piece.end - piece.start <= AGE and bool(line.drafts_between(piece.start, piece.end))
    return aged or line.base[piece.start] in small


def _name_end(line: Line, piece: Piece, first: int) -> tuple[int, bool]:
    """Where a name ends, and whether small words stand in it, as in those of places and offices."""
    lexicon, marks = line.lexicon, Marks.of(line.lexicon)
    small, verb = lexicon.characters("function"), lexicon.characters("list-verb")
    capital, word = lexicon.characters("cap") - small, lexicon.characters("word")
    inner = small - verb | lexicon.characters("name-particle")
    at, end, has_small = first, first, False
    while at < piece.end:
        code = line.base[at]
        if code in marks.open and (after := bracket_end(line, marks, at, piece.end)):
            at = end = after
        elif code in capital or code not in word or (at > first and not line.pieces[at - 1][-1].isspace()):
            at, end = at + 1, at + 1
        elif code in inner and any(one in capital for one in line.base[at + 1 : at + INNER]):
            at, has_small = at + 1, True
        else:
            break
    return max(end, first + 1), has_small
