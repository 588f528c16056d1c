"""A sentence with two dates and one length that is said to lie between them -> the relation of the three.

Shut on 12 January and reopened on 26 January, a gap of three weeks; found nine days later, on 14 May. What ties the
length to the dates is a word beside it (``lapse-whole``: lasting; ``lapse-end``: after, having spent, where nothing
follows; ``lapse-after``: later). But for the last, what begins and what ends must be said by words too
(``lapse-begun`` before the first date, ``lapse-ended`` before the second): other things may have lasted so long.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.languages.lexicon import Lexicon
from factcheck.languages.matching import Found
from factcheck.languages.nodes import END
from factcheck.reading.ends import ENDS, Roles, is_named
from factcheck.reading.lines import Draft, Line
from factcheck.reading.pieces import Marks
from factcheck.reading.sentences import bounds
from factcheck.reading.subjects import is_known

# A word ties a length, or stands before its date, within so many tokens.
NEAR = 3
# Between a verb that begins or ends something and its date may stand so many words.
REACH = 9
# The units of lengths that dates of a kind can be held against.
UNITS = {
    "year": ("year", "decade", "century"),
    "month": ("month", "year", "quarter"),
    "day": ("day", "night", "week", "month", "year"),
    "moment": ("minute", "hour", "day", "night", "week"),
}


def lapses(line: Line, lexicon: Lexicon) -> Iterator[Roles]:
    """The roles ``start``, ``end`` and ``length`` of each sentence that has just one of each, tied by its words."""
    for at in sorted(line.drafts):
        if line.drafts[at].kind != "duration":
            continue
        length, (first, stop) = line.drafts[at], bounds(line, at)
        inside = line.drafts_between(first, stop)
        dates = [one for one in inside if one.kind in ENDS]
        if not dates and (found := _before(line, first, length)) is not None:
            yield found
        if len(dates) != 2 or sum(one.kind == "duration" for one in inside) != 1 or dates[0].kind != dates[1].kind:
            continue
        start, end = dates
        if not (is_named(start) and is_named(end)):
            continue
        if str(length.data.get("unit", "")) in UNITS.get(start.kind, ()) and _is_tied(line, first, start, end, length):
            yield {"start": [start], "end": [end], "length": [length]}


def _is_tied(line: Line, first: int, start: Draft, end: Draft, length: Draft) -> bool:
    if start.end <= length.start and _has(line, "lapse-after", length.end - 1, length.end + 1):
        return _is_later(line, start, end, length)
    if start.end <= length.start and length.end <= end.start:
        return _is_spent(line, first, start, end, length)
    if length.start < end.end:
        return False
    hedges = length.data.get("hedges")
    at = min((length.start, *(hedge.start for hedge in hedges)) if isinstance(hedges, tuple) else (length.start,))
    strong = _ends_at(line, "lapse-whole", at) or _is_lasted(line, at)
    closing = _ends_at(line, "lapse-end", at) and _is_followed_by_sign(line, length)
    begun = _has(line, "lapse-begun", max(first, start.start - REACH), start.start)
    ended = any(
        _has_no_subject(line, start, one, end)
        for one in _words(line, "lapse-ended", max(start.end, end.start - REACH), end.start)
    )
    return (strong or closing) and begun and ended


def _is_spent(line: Line, first: int, start: Draft, end: Draft, length: Draft) -> bool:
    """Whether a length is told between its ends: was jailed in 1991 and spent 27 years there before leaving in 2018."""
    begun = _has(line, "lapse-begun", max(first, start.start - REACH), start.start)
    until = any(one.start() - length.end <= REACH for one in _words(line, "lapse-before", length.end, end.start))
    near = length.start - start.end <= NEAR and end.start - length.end <= REACH + NEAR
    return begun and until and near and _ends_at(line, "lapse-spent", length.start)


def _before(line: Line, first: int, length: Draft) -> Roles | None:
    """A length that a sentence begins with, and the two ends that the one before it tells: Over nine weeks ..."""
    over = [one for one in _words(line, "lapse-over", first, length.start) if one.start() <= first + 1]
    if not over or length.start - over[0].end() > 1 or first < 2 or not is_known(line, *over[0].span(), first - 2):
        return None  # the fair ran from 13 to 28 July. The talks took three days.
    begin, stop = bounds(line, first - 2)
    dates = [one for one in line.drafts_between(begin, stop) if one.kind in ENDS and is_named(one)]
    if (
        len(dates) != 2
        or dates[0].kind != dates[1].kind
        or any(one.kind == "duration" for one in line.drafts_between(dates[0].start, stop))
    ):
        return None
    start, end = dates
    ended = any(_has_no_subject(line, start, one, end) for one in _words(line, "lapse-ended", start.end, end.start))
    begun = _has(line, "lapse-begun", max(begin, start.start - REACH), start.start)
    fitting = str(length.data.get("unit", "")) in UNITS.get(start.kind, ())
    return {"start": [start], "end": [end], "length": [length]} if begun and ended and fitting else None


def _has_no_subject(line: Line, start: Draft, verb: Found, end: Draft) -> bool:
    """Whether what ends is what began: no noun stands before its verb, or behind it where subjects follow."""
    lexicon = line.lexicon
    small = lexicon.characters("function") | Marks.of(lexicon).comma | Marks.of(lexicon).conjunction
    if dict(lexicon.data.messages)["setting.head"] == "last":
        return all(code in small for code in line.base[start.end : verb.start()])
    return verb.end() >= end.start or line.base[verb.end()] in small


def _is_later(line: Line, start: Draft, end: Draft, length: Draft) -> bool:
    """Whether the length is counted from the first date: found nine days later, on 14 May; ended then, 14 days later.

    What stands between the first date and the length, or the second, is one clause at most: what was later.
    """
    marks = Marks.of(line.lexicon)
    joints = marks.comma | marks.conjunction
    ahead = length.end <= end.start
    gap = line.line[start.end : length.start if ahead else end.start]
    words = next((at for at, code in enumerate(gap) if code not in joints), len(gap))
    if len(gap) > REACH or not joints.isdisjoint(gap[words:].rstrip("".join(marks.comma))):
        return False
    if ahead:
        return end.start - length.end <= NEAR
    return length.start - end.end <= 1 and _is_followed_by_sign(line, length)


def _is_followed_by_sign(line: Line, length: Draft) -> bool:
    """Whether nothing after a length says of what else it is: after four days in jail, later than planned."""
    marks, after = Marks.of(line.lexicon), line.line[length.end : length.end + 1]
    return not after or after in marks.comma | marks.close | {END}


def _is_lasted(line: Line, at: int) -> bool:
    """Whether a verb of lasting ends before a token, and no subject of its own stands before it."""
    lexicon, marks = line.lexicon, Marks.of(line.lexicon)
    before = marks.comma | marks.conjunction | lexicon.characters("theyit|relative")
    said = (one for one in _words(line, "lapse-lasted", at - NEAR, at) if one.end() == at and one.start() > 0)
    return any(line.base[one.start() - 1] in before for one in said)


def _ends_at(line: Line, name: str, at: int) -> bool:
    return any(one.end() == at for one in _words(line, name, at - NEAR, at))


def _words(line: Line, name: str, start: int, end: int) -> Iterator[Found]:
    return line.lexicon.words_of(name).finditer(line.base, max(start, 0), end)


def _has(line: Line, name: str, start: int, end: int) -> bool:
    return any(_words(line, name, start, end))
