"""A paragraph that tells when one thing began, when it ended and how long it lasted -> the relation of the three.

The strike began on 3 March. ... It ended on 12 March and lasted 20 days. All three must be said of one thing: of one
that is named again by its noun, or of "it", and once each.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.languages.lexicon import Lexicon
from factcheck.languages.nodes import END
from factcheck.reading.lines import Draft, Line
from factcheck.reading.sentences import bounds

Roles = dict[str, list[Draft]]
DATES = ("day", "month", "year", "moment")
# The class of verbs that give each role, and what kinds of facts it has.
TOLD = (("start", "begun", DATES), ("end", "ended", DATES), ("length", "lasted", ("duration",)))
# The date or length stands within so many tokens after its verb, with the subject before it where that follows.
REACH, REACH_OVER_SUBJECT = 3, 5
# From the beginning to the end of the story at most so many tokens.
LONGEST = 120
Subject = tuple[str, ...]


def episodes(line: Line, lexicon: Lexicon) -> Iterator[Roles]:
    """The roles ``start``, ``end`` and ``length`` of the only thing that a paragraph tells all three of."""
    needs = (need for _, name, _ in TOLD for need in lexicon.words_of(name).all_needs)
    if any(need.isdisjoint(line.index.characters) for need in needs):
        return
    roles: Roles = {}
    subjects: list[Subject | None] = []
    for role, name, kinds in TOLD:
        found = [*_told(line, lexicon, name, kinds)]
        if len(found) != 1:
            return
        draft, subject = found[0]
        roles[role] = [draft]
        subjects.append(subject)
    start, end, length = (roles[role][0] for role, _, _ in TOLD)
    first = subjects[0]
    if not first or start.kind != end.kind or not start.start < min(end.start, length.start):
        return
    if max(end.end, length.end) - start.start > LONGEST or not all(_same(first, one) for one in subjects):
        return
    if all(draft.kind != "day" or any(part.role == "day" for part in draft.parts) for draft in (start, end)):
        yield roles


def _same(one: Subject, other: Subject | None) -> bool:
    """Whether a subject is named again, in full or in short, or as "it"."""
    return other is not None and all(a == b for a, b in zip(one, other, strict=False))


def _told(line: Line, lexicon: Lexicon, name: str, kinds: tuple[str, ...]) -> Iterator[tuple[Draft, Subject | None]]:
    """What a class of verbs gives dates or lengths, each with what it is said of (nothing: "it")."""
    head_last = dict(lexicon.data.messages)["setting.head"] == "last"
    reach = REACH if head_last else REACH_OVER_SUBJECT
    for match in lexicon.words_of(name).finditer(line.line, 0, len(line.line)):
        at, end = match.start(), match.end()
        draft = next(iter(line.drafts_between(end, end + reach + 1)), None)
        if draft is None or draft.kind not in kinds or END in line.line[end : draft.start]:
            continue
        run = _run(line, lexicon, end, draft.start)
        if not head_last:
            yield draft, run
        elif not run:  # nothing but function words stands before the figure
            yield draft, _before(line, lexicon, at)


def _before(line: Line, lexicon: Lexicon, at: int) -> Subject | None:
    """The noun before a verb; nothing of a pronoun, ``None`` of a figure or a sign."""
    start, _ = bounds(line, at)
    if at == start:
        return ()
    code = line.base[at - 1]
    if code in lexicon.characters("function"):
        return ()
    return (line.key(at - 1, at),) if code in lexicon.characters("word") else None


def _run(line: Line, lexicon: Lexicon, start: int, end: int) -> Subject:
    """The words from ``start`` to the next function word, without their articles."""
    articles = tuple(lexicon.values.get("article-attached", {}))
    run: list[str] = []
    for at in range(start, end):
        if line.base[at] in lexicon.characters("function"):
            break
        key = line.key(at, at + 1)
        run.append(next((key.removeprefix(one) for one in articles if key.startswith(one)), key))
    return tuple(run)
