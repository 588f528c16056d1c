"""An announced number and the members of an enumeration -> a list of names, where how many they are is certain.

Where a conjunction is written together with the word after it, a name may begin with its letter; where a script
has no capitals, the last member may be a clause of its own. Such a list is one of several lengths, and it is
taken only when the announced number is none of them, or that of all names.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck.languages.data import concept_kinds
from factcheck.model import Passage, Relation, Subject
from factcheck.reading.lines import Draft, Line
from factcheck.reading.pieces import Marks, Piece, has_prefix
from factcheck.reading.sentences import bounds

LONGEST_NAME = 4
# Where no capitals tell: what has more words and is no person is rather a clause than a name.
LONGEST_PLACE = 2
MOST_ANNOUNCED = 20
SHORTEST_CLAUSE = 4
LISTED = ("place", "person", "group", "building")
# Names that seldom hold a conjunction.
SIMPLE = ("place", "person")
DATES = ("day", "month", "year", "moment", "period", "time")


def listed(path: str, line: Line, counts: list[Draft], members: list[Piece]) -> Iterator[Relation]:
    """The relation ``list`` when one of ``counts`` announces names and the members cannot be so many."""
    numbers = [draft for draft in counts if draft.kind == "number"]
    if len(numbers) != 1 or (number := numbers[0].number) is None or not _is_announced(line, numbers[0], number.value):
        return
    person = concept_kinds().get(_concept(numbers[0])) == "person"
    members = _without_sentence(line, members)
    capitals = line.lexicon.has_capitals
    named, fewest = all(is_name(line, one, capitals and one is members[-1]) for one in members), len(members)
    if not capitals:
        named = named and (person or all(_size(line, one) <= LONGEST_PLACE for one in members))
        doubtful = [_is_doubtful(line, members, at, person) for at in range(1, len(members))]
        fewest = len(members) - sum(doubtful)
        several = _may_be_several(line, members, person)
        members = _by_head(line, members)
        fewest = min(fewest, len(members))
        if number.value < len(members) and concept_kinds().get(_concept(numbers[0])) not in SIMPLE:
            return  # three ministries: of Education and Teaching, of Culture and Youth
        if several and number.value != len(members):
            return
    # Of all lengths that a list may have its longest is taken where that is the announced number: then it is checked.
    uncertain = fewest <= number.value < len(members)
    uncertain = uncertain or (len(members) < number.value and _is_taken_up(line, members[-1].end))
    if not named or len(members) < 2 or uncertain:
        return
    passages = tuple(_passage(path, line, piece) for piece in members)
    roles = (
        ("announced", (str(numbers[0].data["id"]),)),
        ("item", tuple(f"{path}@{passage.span.start:08d}" for passage in passages)),
    )
    span = line.span(numbers[0].start, members[-1].end)
    yield Relation("list", path, span, roles, "enumeration/list", passages)


def _may_be_several(line: Line, members: list[Piece], person: bool) -> bool:
    """Whether a member may stand for two or more, where no capitals tell names.

    A single word for a person may be a dual or a plural (a couple, her daughters); a known word that begins with the
    letter of a conjunction may be two members.
    """
    if person and any(one.end - one.start == 1 for one in members):
        return True
    prefixes = Marks.of(line.lexicon).prefixes
    words = (line.pieces[at] for one in members for at in range(one.start + 1, one.end))
    return any(word.startswith(prefixes) for word in words)


def _is_taken_up(line: Line, end: int) -> bool:
    """Whether a name joined by a conjunction comes later in the sentence: Tom and Dick, both doctors, and Harry."""
    lexicon, marks = line.lexicon, Marks.of(line.lexicon)
    if not lexicon.has_capitals or end >= len(line.line) or line.line[end] not in marks.comma:
        return False
    _, stop = bounds(line, end)
    capital = lexicon.characters("cap")
    joints = (at for at in range(end + 1, stop - 1) if line.base[at] in marks.conjunction)
    return any(line.base[at + 1] in capital for at in joints)


def _concept(draft: Draft) -> str:
    subject = draft.data.get("subject")
    return (subject.concept if isinstance(subject, Subject) else "") or str(draft.data.get("unit", ""))


def _is_announced(line: Line, draft: Draft, value: Fraction) -> bool:
    """Whether a small number of things that have names; where capitals tell names, of anything not known for others."""
    concept, kinds = _concept(draft), concept_kinds()
    if not concept or not 2 <= value <= MOST_ANNOUNCED:
        return False
    return kinds.get(concept) in LISTED or (line.lexicon.has_capitals and concept not in kinds)


def is_name(line: Line, piece: Piece, last: bool) -> bool:
    """Whether a member is a name: capitals where the script has them, else a few words none of which is a verb.

    A date or a bracket may follow it (Kalbajar by 15 November); the last member may run on into the sentence.
    """
    end = _name_end(line, piece)
    if any(draft.kind not in DATES for draft in line.drafts_between(piece.start, end)):
        return False
    end = min((draft.start for draft in line.drafts_between(piece.start, end)), default=end)
    lexicon = line.lexicon
    small = lexicon.characters("function")
    if lexicon.has_capitals:
        letters = lexicon.characters("word") - small
        words = [code for code in line.base[piece.start : end] if code in letters]
        capital = lexicon.characters("cap")
        return bool(words) and all(code in capital for code in (words[:1] if last else words))
    plain = lexicon.characters("word!list-stop") - small
    return 0 < end - piece.start <= LONGEST_NAME and all(code in plain for code in line.base[piece.start : end])


def _name_end(line: Line, piece: Piece) -> int:
    """Where the name itself ends: before a bracket, words for a place, or a date with the word that leads to it."""
    opening, small = line.lexicon.characters("open"), line.lexicon.characters("function")
    if not line.lexicon.has_capitals:
        opening |= line.lexicon.characters("whereabouts")  # France and Italy in Rome
    end = next((at for at in range(piece.start + 1, piece.end) if line.base[at] in opening), piece.end)
    dates = [one for one in line.drafts_between(piece.start + 1, end) if one.kind in DATES and one.end == piece.end]
    if dates and line.base[dates[0].start - 1] in small:
        end = dates[0].start
        while end > piece.start + 1 and line.base[end - 1] in small:
            end -= 1
    return end


def _is_doubtful(line: Line, members: list[Piece], at: int, person: bool) -> bool:
    """Whether the member at ``at`` may be no member: part of the name before it, or a clause after the list."""
    piece, before = members[at], members[at - 1]
    lexicon = line.lexicon
    first = line.pieces[piece.start]
    own = person or line.base[piece.start] in lexicon.characters("name-with-conjunction")
    if own and piece.attached and not first.startswith(Marks.of(lexicon).certain):
        return True
    comma = line.line[before.end] in Marks.of(lexicon).comma
    if piece.joined and not comma and _size(line, piece) < _size(line, before):
        return True
    if at < len(members) - 1:
        return False
    tail = piece.end - _name_end(line, piece)
    return _size(line, piece) + tail > max(_size(line, one) for one in members[:-1])


def _without_sentence(line: Line, members: list[Piece]) -> list[Piece]:
    """The members without a sentence that follows the list: A and B and C, and she arrived on Monday.

    It comes after a comma where the members have none, is long, and holds words that names do not hold.
    """
    *others, last = members
    if len(others) < 3 or last.end - last.start < SHORTEST_CLAUSE:
        return members
    commas = [line.line[one.end] in Marks.of(line.lexicon).comma for one in others]
    small = line.lexicon.characters("function")
    sentence = any(commas) and not any(commas[:-1]) and not small.isdisjoint(line.base[last.start : last.end])
    return others if sentence else members


def _size(line: Line, piece: Piece) -> int:
    """The words of a member; what begins many names (Saint, San) counts as one with the word after it."""
    opening = line.lexicon.characters("name-first")
    last = _name_end(line, piece)
    return last - piece.start - (last > piece.start + 1 and _first_word(line, piece) in opening)


def _first_word(line: Line, piece: Piece) -> str:
    """The character of a member's first word, without the conjunction that is written together with it."""
    if not piece.attached:
        return line.base[piece.start]
    text = line.pieces[piece.start]
    length = next((len(one) for one in Marks.of(line.lexicon).prefixes if text.startswith(one)), 0)
    return line.lexicon.memo[text[length:]][0][0] if text[length:] else line.base[piece.start]


def _by_head(line: Line, members: list[Piece]) -> list[Piece]:
    """Members of which several begin with one noun begin with it all: minister of X and Y, and minister of Z."""
    head = line.key(members[0].start, members[0].start + 1)
    starts = [at for at, one in enumerate(members) if line.key(one.start, one.start + 1) == head]
    if len(starts) < 2 or _size(line, members[0]) < 2:
        return members
    ends = [*starts[1:], len(members)]
    return [members[a]._replace(end=members[b - 1].end) for a, b in zip(starts, ends, strict=True)]


def _passage(path: str, line: Line, piece: Piece) -> Passage:
    end = _name_end(line, piece)
    end = max(next((d.start for d in line.drafts_between(piece.start, end)), end), piece.start + 1)
    marks, span, text = Marks.of(line.lexicon), line.span(piece.start, end), line.text(piece.start, end)
    if piece.joined and has_prefix(line, marks, piece.start):
        length = next(len(prefix) for prefix in marks.prefixes if text.startswith(prefix))
        span, text = span._replace(start=span.start + length), text[length:]
    return Passage(path, span, text, "item")
