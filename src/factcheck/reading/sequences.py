"""A sentence that tells two things one after the other, each with its date -> which date must be the earlier one.

Three ways of telling: what began has ended (opened in 1950 and closed in 2010; the bond, sold in 2015, fell due in
2020), with one subject for both verbs; a word of sequence between the dates (joined in 1963, then moved to Rome in
1967; resigned in 2019 after being elected in 2016); what followed (a second volume followed in 1979).

Every date is held to mean what it may: the later one must come after none of those before it in the sentence, and a
date that may belong to something else that is spoken of (a house built in 1925) is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from factcheck.languages.matching import Found
from factcheck.reading.ends import ENDS, Roles, has, is_named
from factcheck.reading.lines import Draft, Line
from factcheck.reading.pieces import Marks
from factcheck.reading.sentences import bounds
from factcheck.reading.slots import Slots

# From a verb to its date, and from one event to the next, may stand so many tokens.
REACH, LONGEST = 10, 30
# A sentence that goes on with the one before has its word of sequence among so many tokens.
OPENING = 4
# What ends, and with which beginnings; after a birth comes whatever is told of a life.
BORN = "born"
LIVES = (("order-ended", "order-begun"), ("order-lived", BORN))
CUES = ("sequel", "sequel-before", "sequel-after", "sequel-follows")


class Sentence(NamedTuple):
    """Tokens ``start`` to ``end`` with the dates told in them, in text order."""

    start: int
    end: int
    dates: tuple[Draft, ...]


def sequences(line: Line, told: Sequence[Sentence]) -> Iterator[Roles]:
    """The roles ``earlier`` and ``later`` of each pair of dates that a sentence, or two in a row, put in order."""
    found: dict[tuple[int, int], Roles] = {}
    before: Sentence | None = None
    for sentence in told:
        if before is not None and sentence.start > before.end + 1:
            before = None
        again = () if before is None else tuple(_goes_on(line, before, sentence))
        for earlier, later in (*_lives(line, sentence), *_sequels(line, sentence, before), *again):
            found.setdefault((earlier.start, later.start), {"earlier": [earlier], "later": [later]})
        before = sentence
    yield from found.values()


def sentences(line: Line) -> Iterator[Sentence]:
    """The sentences that tell dates by their names."""
    dates = (line.drafts[at] for at in sorted(line.drafts))
    named = (one for one in dates if one.kind in ENDS and one.kind != "period" and _is_dated(one) and one.readings)
    for (start, end), some in groupby(named, lambda one: bounds(line, one.start)):
        yield Sentence(start, end, tuple(some))


def _is_dated(date: Draft) -> bool:
    """Whether a date is no bare weekday and no day that is counted from another one."""
    slots = date.data.get("slots")
    return is_named(date) or (isinstance(slots, Slots) and slots.day is not None)


def _lives(line: Line, sentence: Sentence) -> Iterator[tuple[Draft, Draft]]:
    """What began and what ended in one sentence, of one subject; who was born and what came of them."""
    if len(sentence.dates) < 2:
        return
    for name, since in LIVES:
        for verb in words_in(line, name, sentence.start, sentence.end):
            later = _date_of(line, verb.end(), sentence)
            if later is None or not (since == BORN or _ends_itself(line, verb, later)):
                continue
            if code(line, verb.start() - 1) in line.lexicon.characters("pluperfect|lead-apart"):
                continue  # opened again in 2010 and had closed in 2008
            if since != BORN and _is_head_first(line) and _is_noun(line, later.end):
                continue  # where subjects come last: and closed in 2008 another mine
            for first in words_in(line, since, max(sentence.start, verb.start() - LONGEST), verb.start() - 1):
                earlier = _date_of(line, first.end(), sentence)
                if earlier is not None and _is_one_subject(line, sentence, first, earlier, verb):
                    between = [one for one in sentence.dates if earlier.start <= one.start < verb.start()]
                    yield _earliest(between), later
                    break


def _goes_on(line: Line, before: Sentence, sentence: Sentence) -> Iterator[tuple[Draft, Draft]]:
    """What began in one sentence and ended in the next, of one subject: its noun again, or a pronoun, or none."""
    begun = [
        one for one in words_in(line, "order-begun", before.start, before.end) if _date_of(line, one.end(), before)
    ]
    if len(begun) != 1 or _is_aside(line, before, begun[0]) or has(line, "anew", before.start, before.end):
        return
    if has(line, "backthen", sentence.start, sentence.end):
        return  # the museum opens on 4 May 2024. It had closed in 2017.
    for verb in words_in(line, "order-ended", sentence.start, sentence.end):
        later = _date_of(line, verb.end(), sentence)
        life = line.base[begun[0].start()] in line.lexicon.characters(BORN)
        if not life and line.base[verb.start()] in line.lexicon.characters("stricken|dying"):
            continue  # the museum opened in 1955. She died in 1933.
        if later is not None and _is_again(line, begun[0], sentence, verb) and not _is_background(before, later):
            after = verb.end() if not _is_head_first(line) or not _same(line, begun[0].end(), verb.end()) else -1
            if after < 0 or _ends_itself(line, verb, later):
                yield _earliest(before.dates), later
        return


def _is_background(before: Sentence, later: Draft) -> bool:
    """Whether a day is followed by a year alone: the border opened on 6 May 2024. It closed in 2012."""
    return later.kind == "year" and any(one.kind == "day" for one in before.dates)


def _is_again(line: Line, begun: Found, sentence: Sentence, verb: Found) -> bool:
    """Whether a verb that opens a sentence has the subject of a verb before."""
    lexicon = line.lexicon
    at = verb.start()
    while at > sentence.start and code(line, at - 1) in lexicon.characters("order-aux") | Marks.of(lexicon).conjunction:
        at -= 1
    if at == sentence.start:
        return True
    first = begun.start()
    while code(line, first - 1) in lexicon.characters("order-aux") and first > 1:
        first -= 1
    named = at - 2 == sentence.start and code(line, at - 2) in lexicon.characters("function")
    return named and _same(line, first - 1, at - 1)


def _same(line: Line, one: int, other: int) -> bool:
    """Whether the same word stands in two places."""
    words = line.lexicon.characters("word!function")
    return (
        code(line, one) in words and code(line, other) in words and line.key(one, one + 1) == line.key(other, other + 1)
    )


def _date_of(line: Line, at: int, sentence: Sentence) -> Draft | None:
    """The first date after a verb, told as when that happened."""
    first = next((one for one in sentence.dates if one.start >= at), None)
    if first is None or first.start - at > REACH or not _is_told(line, first):
        return None
    return first if _is_clear(line, at, first.start) else None


def _is_clear(line: Line, start: int, end: int) -> bool:
    """Whether a date is that of a verb before it, and of nothing that is spoken of in between."""
    lexicon = line.lexicon
    if has(line, "order-stop", start, end):
        return False
    posts = lexicon.characters("order-post")
    if any(code(line, at) in lexicon.characters("of") and code(line, at - 1) not in posts for at in range(start, end)):
        return _is_head_first(line)
    clear = lexicon.characters("order-aux") | Marks.of(lexicon).comma | Marks.of(lexicon).conjunction
    for name in ("order-begun", "order-ended", "order-made"):
        for verb in words_in(line, name, start + 1, end):
            if code(line, verb.start() - 1) not in clear:
                return False
    return True


def _is_told(line: Line, date: Draft) -> bool:
    """Whether a date says when something happened: "in 1974", not "the 1974 film", "in 2008 elections"."""
    signs = line.lexicon.characters("dash|slash")
    if date.end < len(line.base) and code(line, date.end) in signs and not line.pieces[date.end - 1].endswith(" "):
        return False
    before = code(line, date.start - 1)
    when = any(before in line.lexicon.characters(one) for one in ("order-when", "order-begun", "order-ended"))
    when = when or before in Marks.of(line.lexicon).comma or _opens_with(line, date, "order-when")
    if date.start and not when:
        return False
    return _is_head_first(line) or not _is_noun(line, date.end)


def _opens_with(line: Line, date: Draft, name: str) -> bool:
    """Whether the date itself begins with a word of a class: the end of June."""
    return code(line, date.start) in line.lexicon.characters(name)


def _is_noun(line: Line, at: int) -> bool:
    lexicon = line.lexicon
    if at >= len(line.base) or at in line.drafts:
        return False
    character = code(line, at)
    others = ("function", "order-begun", "order-ended", "sequel")
    return character in lexicon.characters("word") and not any(character in lexicon.characters(one) for one in others)


def _ends_itself(line: Line, verb: Found, later: Draft) -> bool:
    """Whether a verb of ending has no object: what stands after it says when, where or how."""
    after = verb.end()
    adverbs = line.lexicon.characters("order-how")
    while after < later.start and code(line, after) in adverbs:
        after += 1
    return (
        after >= later.start
        or code(line, after) in line.lexicon.characters("order-where") | Marks.of(line.lexicon).comma
    )


def _is_one_subject(line: Line, sentence: Sentence, first: Found, earlier: Draft, verb: Found) -> bool:
    """Whether what ended is what began.

    The verb follows a comma or a conjunction with nothing but auxiliaries between (opened in 1950 and was closed), or
    the date itself (the shop that opened in 1950 closed); or the sentence opens with the participle (opened in 1950,
    the shop closed).
    """
    lexicon, marks = line.lexicon, Marks.of(line.lexicon)
    joints = marks.comma | marks.conjunction | lexicon.characters("sequel")
    if earlier.end > verb.start():
        return False
    at = verb.start()
    while at > earlier.end and code(line, at - 1) in lexicon.characters("order-aux"):
        at -= 1
    if at == earlier.end:
        return True
    if code(line, at - 1) in joints and not has(line, "order-new", earlier.end, at):
        return not _is_aside(line, sentence, first)
    if first.start() != sentence.start or code(line, earlier.end) not in marks.comma:
        return False
    between = range(earlier.end + 1, at)
    stops = marks.comma | lexicon.characters("order-stop|order-begun")
    return len(between) <= REACH and all(code(line, one) not in stops for one in between)


def _is_aside(line: Line, sentence: Sentence, verb: Found) -> bool:
    """Whether a verb is a participle right after its noun: a house built in 1925."""
    lexicon = line.lexicon
    if verb.start() == sentence.start or code(line, verb.start()) not in lexicon.characters("order-made"):
        return False
    before = code(line, verb.start() - 1)
    clear = lexicon.characters("order-aux") | Marks.of(lexicon).comma | lexicon.characters("function")
    follows = code(line, verb.end()) in lexicon.characters("order-when|order-where")
    return before not in clear and follows


def _sequels(line: Line, sentence: Sentence, before: Sentence | None) -> Iterator[tuple[Draft, Draft]]:
    for name in CUES:
        if not has(line, name, sentence.start, sentence.end):
            continue
        for cue in words_in(line, name, sentence.start, sentence.end):
            told = _sequel(line, sentence, before, cue, name)
            if told is not None:
                yield told


def _sequel(
    line: Line, sentence: Sentence, before: Sentence | None, cue: Found, name: str
) -> tuple[Draft, Draft] | None:
    """The two dates that a word of sequence stands between."""
    if not _is_free(line, sentence, cue, name):
        return None
    second = next((one for one in sentence.dates if one.start >= cue.end()), None)
    if second is None or not _is_own(line, cue, second):
        return None
    first = [one for one in sentence.dates if one.end <= cue.start()]
    if name == "sequel-after":
        near = first and _is_beside(line, first[-1].end, cue.start()) and _is_told(line, first[-1])
        return (second, first[-1]) if near and not has(line, "order-ahead", cue.end(), second.start) else None
    if not first and before is not None and name != "sequel-before" and cue.start() <= sentence.start + OPENING:
        first = list(before.dates)
    if not first or cue.start() - first[-1].end > LONGEST or not any(_is_told(line, one) for one in first):
        return None
    last = first[-1]
    return last if name == "sequel" and _is_in_a_row(line, sentence, last) else _earliest(first), second


def _is_in_a_row(line: Line, sentence: Sentence, date: Draft) -> bool:
    """Whether a date is told of one more thing that its sentence tells: was born in 1944 and joined them in 1963."""
    lexicon, marks = line.lexicon, Marks.of(line.lexicon)
    clear = marks.comma | marks.conjunction | lexicon.characters("order-subject")
    return any(
        _date_of(line, verb.end(), sentence) is date and code(line, verb.start() - 1) in clear
        for verb in words_in(line, "order-begun", max(sentence.start, date.start - LONGEST), date.start)
        if verb.start() > sentence.start
    )


def _is_free(line: Line, sentence: Sentence, cue: Found, name: str) -> bool:
    """Whether a word is one of sequence here: not "by then", "the then president", "no later"."""
    if cue.start() > sentence.start and code(line, cue.start() - 1) in line.lexicon.characters("sequel-bound"):
        return False
    return name != "sequel" or code(line, cue.end()) not in line.lexicon.characters("sequel-state")


def _is_own(line: Line, cue: Found, date: Draft) -> bool:
    """Whether the date is that of what the word of sequence tells, with no other event in between."""
    start, end = cue.end(), date.start
    if end - start > REACH or not _is_told(line, date) or not _is_clear(line, start, end):
        return False
    signs = line.lexicon.characters("quote|open|dash")
    return not any(code(line, at) in signs for at in range(start, end))


def _is_beside(line: Line, end: int, start: int) -> bool:
    """Whether nothing but a comma stands between."""
    return all(code in Marks.of(line.lexicon).comma for code in line.base[end:start])


def _earliest(dates: Sequence[Draft]) -> Draft:
    """Of several dates the one that may be the earliest: the others are held to it as well."""
    return min(dates, key=lambda one: min(r.value.low for r in one.readings if r.value.low is not None))


def _is_head_first(line: Line) -> bool:
    return dict(line.lexicon.data.messages)["setting.head"] != "last"


def code(line: Line, at: int) -> str:
    """The character of a token; nothing where there is none."""
    return line.base[at] if 0 <= at < len(line.base) else ""


def words_in(line: Line, name: str, start: int, end: int) -> Iterator[Found]:
    """Where words of a class stand."""
    return line.lexicon.words_of(name).finditer(line.base, max(start, 0), min(end, len(line.base)))
