"""A number of people or things, and the sentence after it that names them all -> the relation ``list``.

``three new members ... The appointments are the banker A B, the composer C D, the broadcaster E F and the lawyer G H``.
How many are named is a range: words between commas may be no member of their own (Tom Bell, mayor of Leeds), and what
follows a conjunction may be a clause. The list is taken where the announced number is outside of that range.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from factcheck.languages.data import concept_kinds
from factcheck.languages.lexicon import Lexicon
from factcheck.model import Passage, Relation
from factcheck.reading.breakdowns import concept, counts_something
from factcheck.reading.lines import Draft, Line
from factcheck.reading.lists import LISTED, MOST_ANNOUNCED
from factcheck.reading.pieces import Marks, Piece, has_prefix, is_closed, pieces
from factcheck.reading.places import Place, ends_of, sentence_after, sentence_before, sentences_before
from factcheck.reading.sentences import bounds

# The verb stands so near to its subject; what stands between commas after the subject is not counted.
NEAR = 2
INSERTED = 9
# Between what is counted and its colon: five areas of concern.
SPACED = 3
LONGEST_MEMBER = 8
# The number whose noun is named again stands at most so many sentences before.
SENTENCES = 2
# The name of a place or a firm has so many words.
LONGEST_PLACE = 2
FEWEST = 2
# What begins a sentence that names those of the sentence before.
LEAD = "roster-lead"


def rosters(path: str, lines: Sequence[Line], lexicon: Lexicon, *_: object) -> Iterator[Relation]:
    """The numbers whose members are named in the next sentence, or after a colon, and cannot be so many."""
    for at, line in enumerate(lines):
        for lead in (LEAD, "roster-alone"):
            for match in line.find(lexicon.words_of(lead)):
                place = Place(line, *bounds(line, match.start()))
                if match.start() - place.start > 1:
                    continue
                start = _list_start(place, match.end()) if lead == LEAD else match.end()
                before = sentence_before(lines, at, place.start)
                if start and before is not None and not Place(line, place.start, start).counts():
                    announced = _announced(before)
                    yield from _listed(
                        path, announced, Place(line, start, place.stop), sentence_after(lines, at, place)
                    )
        for draft in line.drafts.values():
            if draft.kind == "number" and is_small(draft) and concept_is_listed(draft):
                yield from _beside(path, lines, at, draft)
        if not lexicon.has_capitals:
            yield from _defined(path, lines, at)
        for match in line.find(lexicon.words_of("colon")):
            yield from _after_colon(path, line, match.start())


def _defined(path: str, lines: Sequence[Line], at: int) -> Iterator[Relation]:
    """A list after a pronoun and a noun with its article, where nouns come first: the towns concerned are ..."""
    line, lexicon = lines[at], lines[at].lexicon
    articled, opening = lexicon.characters("articled"), lexicon.characters("that|conjunction")
    for match in line.find(lexicon.words_of("roster-verb")):
        place, first = Place(line, *bounds(line, match.start())), match.start()
        while first > place.start and line.base[first - 1] in articled and match.start() - first < NEAR:
            first -= 1
        led = first == place.start or line.base[first - 1] in opening
        noun = lexicon.value("noun", line.key(first, first + 1)) if first < match.start() and led else None
        if first == match.start() or not led:
            continue
        after = sentence_after(lines, at, place)
        for number, before in enumerate(islice(sentences_before(lines, at, place.start), SENTENCES)):
            announced = _announced(before)
            if announced is not None and (not number or concept(announced) == noun):
                yield from _listed(path, announced, Place(line, match.end(), place.stop), after)
                break


def _beside(path: str, lines: Sequence[Line], at: int, draft: Draft) -> Iterator[Relation]:
    """A list after the verb of the number's own sentence: the three newcomers, all from Leeds, are ..."""
    line = lines[at]
    place = Place(line, *bounds(line, draft.start))
    if start := _list_start(place, _noun_end(draft)):
        yield from _listed(path, draft, Place(line, start, place.stop), sentence_after(lines, at, place))


def _noun_end(draft: Draft) -> int:
    return int(str(draft.data.get("noun end", draft.end)))


def _list_start(place: Place, at: int) -> int:
    """The token after the verb that leads to the names; 0 where another word stands before it."""
    line, comma = place.line, Marks.of(place.line.lexicon).comma
    if line.line[at : at + 1] in comma:
        ends = (one for one in range(at + 1, min(at + INSERTED, place.stop)) if line.line[one] in comma)
        at = next(ends, place.stop) + 1
    found = next(Place(line, at, min(at + NEAR + 1, place.stop)).find("roster-verb"), None)
    if found is None or (found.start() > at and not _are_adjectives(line, at, found.start())):
        return 0
    return found.end() + (line.base[found.end() : found.end() + 1] in line.lexicon.characters("colon"))


def _are_adjectives(line: Line, at: int, end: int) -> bool:
    """Whether only words of the noun stand there, where adjectives come after it: nine small states are ..."""
    word = line.lexicon.characters("word!list-stop!preposition")
    return not line.lexicon.has_capitals and all(code in word for code in line.base[at:end])


def _announced(before: Place) -> Draft | None:
    """The only small number of a sentence that counts what has names."""
    of, base = before.line.lexicon.characters("of"), before.line.base
    fitting = [one for one in before.counts() if is_small(one) and concept_is_listed(one)]
    if before.has("others"):
        return None  # three judges joined four others: they may be those
    fitting = [] if any(not of.isdisjoint(base[max(one.start - 2, 0) : one.start]) for one in fitting) else fitting
    return fitting[0] if len(fitting) == 1 else None


def concept_is_listed(draft: Draft) -> bool:
    return counts_something(draft) and concept_kinds().get(concept(draft), LISTED[0]) in LISTED


def is_small(draft: Draft) -> bool:
    number = draft.number
    return number is not None and 2 <= number.value <= MOST_ANNOUNCED and "hedges" not in draft.data


def _is_led_otherwise(place: Place, announced: Draft) -> bool:
    """Whether the words before the list tell another number, or speak of people where things were counted."""
    line, lexicon = place.line, place.line.lexicon
    first = bounds(line, place.start)[0]
    own = first <= announced.start < place.start and line.drafts.get(announced.start) is announced
    said = line.base[first : place.start]
    people = concept_kinds().get(concept(announced), "person") == "person"
    told = not lexicon.characters("digitword|tensword|int").isdisjoint(said)
    return not own and (told or (not people and not lexicon.characters("theyhuman").isdisjoint(said)))


def _listed(path: str, announced: Draft | None, place: Place, after: Place | None) -> Iterator[Relation]:
    if announced is None or announced.number is None:
        return
    line, lexicon = place.line, place.line.lexicon
    if _is_led_otherwise(place, announced):
        return
    if not lexicon.has_capitals and (place.has("list-open") or place.has("others")):
        return
    members = pieces(line, place.start, place.stop)
    if members and Place(line, members[0].start, members[-1].end).counts():
        return  # five Swiss, four Poles
    certain, doubtful = _names(line, members) if lexicon.has_capitals else _clauses(line, members, _is_place(announced))
    fewest, most = len(certain), len(certain) + doubtful
    if fewest < FEWEST or fewest <= announced.number.value <= most or not is_closed(members):
        return
    end = members[-1].end
    if lexicon.has_capitals:  # Oslo, Norway, and Paris, France
        comma = line.line[end : end + 1] in Marks.of(lexicon).comma and end < place.stop
        if comma and line.base[end + 1 : end + 2] in lexicon.characters("cap"):
            return
    elif (
        announced.number.value > most
        and not _are_places(line, announced, members)
        and any(len(line.text(one.start, one.end).split()) == 1 for one in members)
    ):
        return  # their two children may be one word
    if announced.number.value > most and _goes_on(place, end, after, most):
        return
    yield roster(path, announced, line, certain)


def _names(line: Line, members: Sequence[Piece]) -> tuple[list[Piece], int]:
    """The members that are names for certain, and how many more there may be; where capitals tell names."""
    lexicon = line.lexicon
    capital, small = lexicon.characters("cap"), lexicon.characters("function")
    narrow = lexicon.characters("narrowing|preposition")
    named: list[Piece] = []
    doubtful = 0
    for piece in members:
        base = line.base[piece.start : piece.end]
        at = next((at for at, code in enumerate(base) if code in capital), -1)
        if at >= 0 and narrow.isdisjoint(base[:at]):  # the banker Tom Bell; not chair of Acme
            ended = next((one for one in range(at, len(base)) if base[one] not in capital), len(base))
            if ended < len(base) and base[ended] not in small | lexicon.characters("open"):
                doubtful += 1  # New York mayor
            else:
                named.append(piece)
        elif not any(one.start == piece.start for one in line.drafts_between(piece.start, piece.end)):  # no age
            apart = narrow | lexicon.characters("article")
            doubtful += not (at < 0 and named and base[0] in apart)
    lengths = {sum(code in capital for code in line.base[one.start : one.end]) == 1 for one in named}
    return (named, doubtful) if len(lengths) == 1 else ([], 0)


def _are_places(line: Line, announced: Draft, members: Sequence[Piece]) -> bool:
    return _is_place(announced) and max(_words(line, one) for one in members) <= LONGEST_PLACE


def _is_place(announced: Draft) -> bool:
    """Whether what is announced is called by short names, of which none is a dual."""
    return concept_kinds().get(concept(announced)) in ("place", "group")


def _clauses(line: Line, members: Sequence[Piece], places: bool) -> tuple[list[Piece], int]:
    """The members that are no part of others for certain, and how many more there may be; without capitals."""
    marks = Marks.of(line.lexicon)
    counted = bool(members) and line.drafts_between(members[0].start, members[-1].end)
    if not members or counted or any(one.end - one.start > LONGEST_MEMBER for one in members):
        return [], 0
    # A known word that begins with the letter of a conjunction may be two members.
    inner = (line.pieces[at] for one in members for at in range(one.start + 1, one.end))
    certain, doubtful = [members[0]], sum(text.startswith(marks.prefixes) for text in inner)
    sizes = {_words(line, one) for one in members}
    doubtful += sum(_words(line, one) > 1 for one in members) == 1  # it may be two with no comma between them
    alike = len(sizes) == 1 and min(sizes) > 1
    own = line.lexicon.characters("name-with-conjunction")
    alike = alike or (
        places and max(sizes) <= LONGEST_PLACE and all(line.base[one.start] not in own for one in members)
    )
    for before, piece in pairwise(members):
        comma = line.line[before.end] in marks.comma
        sure = alike or _has_article(line, marks, piece)
        if sure or (comma and piece is not members[-1]):
            certain.append(piece)
        else:
            doubtful += 1
    return certain, doubtful


def _words(line: Line, piece: Piece) -> int:
    return len(line.text(piece.start, piece.end).split())


def _has_article(line: Line, marks: Marks, piece: Piece) -> bool:
    """Whether a member begins with the article, so that its conjunction is no part of a name and it no clause."""
    text, lexicon = line.pieces[piece.start], line.lexicon
    if line.base[piece.start] in lexicon.characters("list-stop"):
        return False
    return text.startswith(marks.certain) or (
        not piece.attached and text.startswith(tuple(lexicon.values.get("article-attached", {})))
    )


def _goes_on(place: Place, end: int, after: Place | None, named: int) -> bool:
    """Whether somebody else may be named later: the fourth of three, "another", "not yet" after the list."""
    tail = Place(place.line, end, place.stop)
    for one in (tail, *((after,) if after is not None else ())):
        drafts = one.line.drafts_between(one.start, one.stop)
        ranks = [ends_of(draft)[1] or MOST_ANNOUNCED for draft in drafts if draft.kind == "ordinal"]
        if one.has("list-open") or any(rank > named for rank in ranks):
            return True
    return tail.has("negation") or (after is not None and place.line.lexicon.has_capitals and after.has("negation"))


def _after_colon(path: str, line: Line, colon: int) -> Iterator[Relation]:
    """A list of things without names after a colon: five areas of concern: prices, supply and access to tracks."""
    lexicon, marks = line.lexicon, Marks.of(line.lexicon)
    start, stop = bounds(line, colon)
    counts = [one for one in line.drafts_between(max(start, colon - 2 * SPACED), colon) if one.kind == "number"]
    if len(counts) != 1 or not is_small(announced := counts[0]) or announced.number is None:
        return
    noun_end = _noun_end(announced)
    if concept_is_listed(announced) and (members := _segments(line, colon + 1, stop)):
        if announced.number.value != len(members) and not Place(line, colon, stop).has("list-open"):
            yield roster(path, announced, line, members)
        return
    listable = lexicon.characters("listable")
    around = line.base[max(announced.start - 1, start) : noun_end + 1]
    if listable.isdisjoint(around) or colon - noun_end > SPACED:
        return
    members = pieces(line, colon + 1, stop)
    inside = line.base[colon + 1 : stop]
    verbs = lexicon.characters("list-verb|list-stop|including")
    if Place(line, colon, stop).has("list-open") or (lexicon.has_capitals and not verbs.isdisjoint(inside)):
        return
    counted = any(one.kind == "number" for one in line.drafts_between(colon, stop))
    if not is_closed(members) or members[-1].end < stop - 1 or counted:
        return
    signs = marks.comma | marks.conjunction
    cuts = [at for at in range(colon + 2, stop) if line.line[at] in signs or has_prefix(line, marks, at)]
    joints = [at for at in cuts if line.line[at - 1] not in signs]
    fewest, most = len(members) - 1, max(len(members), len(joints) + 1)
    if not fewest <= announced.number.value <= most:
        yield roster(path, announced, line, members)


def _segments(line: Line, start: int, stop: int) -> list[Piece]:
    """Members between semicolons, each of which begins with a name or an article."""
    lexicon, marks = line.lexicon, Marks.of(line.lexicon)
    cuts = [at for at in range(start, stop) if line.line[at] in lexicon.characters("semicolon")]
    found = []
    for first, last in pairwise([start - 1, *cuts, stop]):
        joined = line.line[first + 1 : first + 2] in marks.conjunction and first >= start
        found.append(Piece(first + 1 + joined, last, joined, False))
    names = lexicon.characters("cap|article") if lexicon.has_capitals else None
    named = all(one.start < one.end and (names is None or line.base[one.start] in names) for one in found)
    return found if named and len(found) > FEWEST and found[-1].joined and not found[-2].joined else []


def roster(path: str, announced: Draft, line: Line, members: Sequence[Piece]) -> Relation:
    """The relation of an announced number and the members that it is held to."""
    passages = tuple(_passage(path, line, one) for one in members)
    items = tuple(f"{path}@{one.span.start:08d}" for one in passages)
    span = passages[0].span._replace(end=passages[-1].span.end)
    return Relation(
        "list", path, span, (("announced", (str(announced.data["id"]),)), ("item", items)), "rosters", passages
    )


def _passage(path: str, line: Line, piece: Piece) -> Passage:
    span, text, marks = line.span(piece.start, piece.end), line.text(piece.start, piece.end), Marks.of(line.lexicon)
    if piece.attached and has_prefix(line, marks, piece.start):
        length = next(len(prefix) for prefix in marks.prefixes if text.startswith(prefix))
        span, text = span._replace(start=span.start + length), text[length:]
    return Passage(path, span, text, "item")
