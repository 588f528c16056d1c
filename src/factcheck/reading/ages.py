"""A birth and an age of the one person that a text is about -> the relation ``age``: born, when, and how old then.

It must be certain whose age it is: only one birth is told, not that of a relative, and the age is that at a death which
just happened or is dated beside it, or stands behind the name that the sentence of the birth begins with.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.languages.lexicon import Lexicon
from factcheck.languages.matching import Found
from factcheck.languages.nodes import END
from factcheck.model import Relation
from factcheck.reading.lines import Draft, Line
from factcheck.reading.pieces import Marks, has_prefix
from factcheck.reading.sentences import around, bounds
from factcheck.reading.subjects import is_known

DATES = ("day", "month", "year", "moment", "period")
BIRTH_KINDS = ("day", "month", "year")
AGES = ("age", "number", "duration")
# The date of a birth stands within so many tokens after its verb, an age after that of a death.
BORN_WITHIN, DIED_WITHIN = 10, 16
# The subject of a verb stands within so many tokens before it, at the beginning of its sentence, or behind it.
SUBJECT, BEFORE, BEHIND = 6, 5, 2
# A text begins with so many tokens, where it says whom it is about.
LEAD = 70


def ages(path: str, lines: Sequence[Line], lexicon: Lexicon, *_: object) -> Iterator[Relation]:
    """The age of the only person whose birth is told."""
    births = [(line, one) for line in lines for one in _find(line, lexicon, "born") if _is_dated(line, one)]
    if len(births) != 1:
        return
    line, verb = births[0]
    born = next((one for one in line.drafts_between(verb.end(), verb.end() + BORN_WITHIN) if one.kind in DATES), None)
    if born is None or born.kind not in BIRTH_KINDS or END in line.line[verb.end() : born.start]:
        return
    if line.base[verb.end()] in lexicon.characters("of") or _is_of_kin(line, lexicon, verb):
        return  # born of a merger
    if lexicon.has_capitals and line.base[verb.start() - 1 : verb.start()] in lexicon.characters("word!function!cap"):
        return  # the part of a king born in 1938
    lead = next((one for one in lines if len(one.line) > LEAD // 2), lines[0])
    if not _is_of_lead(lead, line, lexicon, verb):
        return
    found = [*_named(line, lexicon, verb, born), *_died(lead, lexicon, born, None)]
    if line is not lead or verb.start() > LEAD:
        found += _died(line, lexicon, born, verb)
    if not found:
        found = [*_aged(line, lexicon, verb, born)]
    if len({age.start for age, _ in found}) == 1:
        age, at = found[0]
        roles = [("age", [age]), ("at", at), ("born", [born])]
        members = tuple((role, tuple(str(one.data["id"]) for one in some)) for role, some in roles if some)
        first, last = min(born.start, age.start), max(born.end, age.end)
        yield Relation("age", path, line.span(first, last), members)


def _is_dated(line: Line, verb: Found) -> bool:
    """Whether a date comes after a birth in its sentence: a son need not be born; both are one word in Arabic."""
    return any(one.kind in DATES for one in line.drafts_between(verb.end(), bounds(line, verb.start())[1]))


def _named(line: Line, lexicon: Lexicon, verb: Found, born: Draft) -> Iterator[tuple[Draft, list[Draft]]]:
    """The age behind the name before "was born": Ingrid Solheim, 51, was born in 1974."""
    start, stop = bounds(line, verb.start())
    some = line.drafts_between(start, verb.start())
    if verb.start() == start:  # born in 1974, the 49-year-old singer
        comma = next((at for at in range(born.end, stop) if line.line[at] in Marks.of(lexicon).comma), stop)
        yield from ((one, []) for one in line.drafts_between(comma, comma + SUBJECT // 2) if one.kind == "age")
    names = lexicon.characters("cap")
    if len(some) == 1 and some[0].kind == "age" and verb.start() - some[0].end <= 2:
        before = line.base[start : some[0].start]
        if before and all(code in names for code in before.rstrip(line.base[some[0].start - 1])):
            yield some[0], []


def _aged(line: Line, lexicon: Lexicon, verb: Found, born: Draft) -> Iterator[tuple[Draft, list[Draft]]]:
    """The only age that the sentence of a birth or one beside it says somebody known has: the swimmer, now 34."""
    places = around(line, verb.start(), 1)
    first, stop = places[0][0], places[-1][1]
    ages = [one for one in line.drafts_between(first, stop) if one.kind == "age"]
    for said in _find(line, lexicon, "aged-now", first, stop):
        draft = line.drafts.get(said.end())
        if draft is None or draft.kind not in AGES or any(one is not draft for one in ages):
            continue
        sentence = bounds(line, draft.start)
        other = sentence[0] != bounds(line, verb.start())[0]
        if lexicon.has_capitals and other and not is_known(line, *said.span(), verb.start()):
            continue  # his coach, who is now 61
        if not lexicon.has_capitals and other and not _is_told_of(line, lexicon, said, born):
            continue
        dates = (one for one in line.drafts_between(*sentence) if one.kind in DATES and one is not born)
        kin = _has(line, lexicon, "theirkin", *sentence) or _has(line, lexicon, "kin", *sentence)
        if not kin and not any(one.kind == "year" for one in dates):
            yield draft, []


def _is_of_lead(lead: Line, line: Line, lexicon: Lexicon, verb: Found) -> bool:
    """Whether the name that stands in the sentence before a verb, if one does, begins the text too."""
    names = lexicon.characters("cap")
    start = bounds(line, verb.start())[0]
    said = [line.key(at, at + 1) for at in range(start, verb.start()) if line.base[at] in names]
    first = {lead.key(at, at + 1) for at in range(min(LEAD, len(lead.pieces)))}
    return not said or any(one in first for one in said)


def _died(line: Line, lexicon: Lexicon, born: Draft, birth: Found | None) -> Iterator[tuple[Draft, list[Draft]]]:
    """Ages at a death that has just happened, or whose day stands beside it.

    It is told where the text begins, or of "he" or "she" in the sentence of the ``birth`` or the next.
    """
    for verb in _find(line, lexicon, "dying"):
        start, end = bounds(line, verb.start())
        if birth is None:
            if verb.start() > LEAD:
                return
        elif not (start - 2 <= bounds(line, birth.start())[1] <= end and _is_pronoun(line, lexicon, verb)):
            continue
        if _is_of_kin(line, lexicon, verb) or not _is_told_of(line, lexicon, verb, born):
            continue
        dates = [one for one in line.drafts_between(start, end) if one.kind in DATES and one is not born]
        now = _has(line, lexicon, "justdied", start, end)
        age = _age(line, lexicon, verb.end(), min(end, verb.end() + DIED_WITHIN))
        if age is None and end + 1 < len(line.line):
            age = _age_said(line, lexicon, end)
        if age is not None and len(dates) == 1 and dates[0].readings:
            if not _is_parted(line, dates[0], verb, age):
                yield age, dates
        elif age is not None and now and not dates:
            yield age, []


def _is_told_of(line: Line, lexicon: Lexicon, verb: Found, born: Draft) -> bool:
    """Whether who died may be who was born, where no capitals tell names: the subject of the later verb is told of."""
    if line.drafts.get(born.start) is not born:
        return True
    first, _ = bounds(line, born.start)
    births = list(_find(line, lexicon, "born", first, born.start))
    if first == bounds(line, verb.start())[0] or not births:
        return True
    if lexicon.has_capitals:
        some = [_named_before(line, lexicon, each) for each in (births[0], verb)]
        return not all(some) or not some[0].isdisjoint(some[1])
    one, other = sorted((births[0], verb), key=lambda each: each.start())
    begins = bounds(line, other.start())[0]
    if line.base[begins] in lexicon.characters("heshe") or line.base[other.end()] in lexicon.characters("deceased"):
        return True
    noun = not lexicon.characters("born-noun").isdisjoint(line.base[slice(*other.span())])
    return noun or is_known(line, *other.span(), one.start())


def _named_before(line: Line, lexicon: Lexicon, verb: Found) -> frozenset[str]:
    """The names in the sentence of a verb before it."""
    names = lexicon.characters("cap!function")
    first = bounds(line, verb.start())[0]
    return frozenset(line.key(at, at + 1) for at in range(first, verb.start()) if line.base[at] in names)


def _is_parted(line: Line, date: Draft, verb: Found, age: Draft) -> bool:
    """Whether a date is that of something else: moved to Lyon in 1974 and died at 79; died at 79, wrote it in 1974."""
    marks = Marks.of(line.lexicon)
    joints = marks.conjunction | line.lexicon.characters("clausal|semicolon")
    if date.end <= verb.start():
        between = range(date.end + (line.line[date.end] in marks.comma), verb.start())
        cuts = marks.comma | joints
        return any(line.line[at] in cuts for at in between) or has_prefix(line, marks, verb.start())
    between = range(verb.end(), date.start)
    if any(line.line[at] in joints or has_prefix(line, marks, at) for at in between):
        return True
    comma = max((at for at in between if line.line[at] in marks.comma), default=date.start)
    small = line.lexicon.characters("function")
    own = range(comma + 1, date.start)
    return comma < date.start and not all(line.base[at] in small or at in range(age.start, age.end) for at in own)


def _is_pronoun(line: Line, lexicon: Lexicon, verb: Found) -> bool:
    """Whether "he" or "she" stands right before a verb."""
    return line.base[max(verb.start() - 1, 0)] in lexicon.characters("heshe")


def _age(line: Line, lexicon: Lexicon, start: int, end: int) -> Draft | None:
    """The first age of some tokens, or the length or number that the words before it make one."""
    before = {one.end() for one in _find(line, lexicon, "atage", start, end)}
    for draft in line.drafts_between(start, end):
        bare = draft.kind != "number" or not _counts(line, lexicon, draft)
        if draft.kind == "age" or (draft.kind in AGES and bare and draft.start in before):
            return draft
    return None


def _counts(line: Line, lexicon: Lexicon, draft: Draft) -> bool:
    """Whether a noun stands behind a number: he left at 8 shops."""
    after = line.base[draft.end : draft.end + 1]
    return after in lexicon.characters("word") and after not in lexicon.characters("function")


def _age_said(line: Line, lexicon: Lexicon, end: int) -> Draft | None:
    """The number of the next sentence, where that says nothing else: she was 79."""
    first, last = bounds(line, end + 1)
    for said in _find(line, lexicon, "agesaid", first, last):
        draft = line.drafts.get(said.end())
        if draft is not None and draft.kind in AGES and draft.end >= last - 1:
            return draft
    return None


def _is_of_kin(line: Line, lexicon: Lexicon, verb: Found) -> bool:
    """Whether somebody's relative is the subject of a verb: her husband died; Reed's son has died."""
    start, end = bounds(line, verb.start())
    last = min(end, verb.end() + BEHIND)
    near = max(start, verb.start() - SUBJECT)
    possessors = lexicon.characters("possessor")
    return _has(line, lexicon, "theirkin", near, last) or any(
        at < start + BEFORE or at >= verb.end() or (at > near and line.base[at - 1] in possessors)
        for at in (one.start() for one in _find(line, lexicon, "kin", start, last))
    )


def _find(line: Line, lexicon: Lexicon, name: str, start: int = 0, end: int | None = None) -> Iterator[Found]:
    matcher = lexicon.words_of(name)
    if any(need.isdisjoint(line.index.characters) for need in matcher.all_needs):
        return iter(())
    return matcher.finditer(line.line, start, len(line.line) if end is None else end)


def _has(line: Line, lexicon: Lexicon, name: str, start: int, end: int) -> bool:
    return any(True for _ in _find(line, lexicon, name, start, end))
