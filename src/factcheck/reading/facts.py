"""The lines of a document -> its facts in text order, with dates resolved and figures counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from factcheck.languages.lexicon import Lexicon
from factcheck.languages.matching import Matcher
from factcheck.languages.nodes import END
from factcheck.model import NOBODY, Document, Fact, Range, Reading, Sentence, Subject
from factcheck.reading.dating import Dating, resolved
from factcheck.reading.doubted import without_doubted
from factcheck.reading.durations import duration
from factcheck.reading.frontmatter import title_place
from factcheck.reading.lines import Draft, Line
from factcheck.reading.nouns import Nouns, nouns_of
from factcheck.reading.pieces import Marks
from factcheck.reading.reader import lines, read_line
from factcheck.reading.rounding import BOUNDS, readings
from factcheck.reading.sentences import sentence_at

# A bound to which its end belongs: "more than 200 or equal to it".
CLOSED, CLOSED_BOUNDS = "closed", {"more": "at-least", "less": "at-most"}
# A bound that is denied: no crew needed more than 200; the word that denies it is so near before it.
DENIED_BOUNDS, DENIED_WITHIN, DENIED_BESIDE = {"more": "at-most", "less": "at-least"}, 10, 3
# Words that look like a hedge of what is before them, and are of what comes.
NEITHER = "none"
FIGURES = ("number", "ordinal", "percent", "money", "quantity", "age", "duration")


class Hedge(NamedTuple):
    """Tokens ``start`` to ``end`` of words such as "about", and what they do to the figure beside them."""

    means: str
    start: int
    end: int


class Text(NamedTuple):
    """A document that was read: its facts and the lines they stand in (drafts carry their fact's id)."""

    document: Document
    facts: tuple[Fact, ...]
    lines: tuple[Line, ...]
    dating: Dating

    def sentence(self, fact: Fact) -> Sentence:
        """The sentence that ``fact`` stands in.

        The title (position -1) is that of the front matter, or else a first paragraph without a stop.
        """
        return sentence_at(self.document, self.lines, fact.span.start)


def read_text(document: Document, lexicon: Lexicon) -> Text:
    """All facts of a document; its day of publication is that of its dateline where nothing else gave it."""
    blocks = tuple(lines(document, lexicon))
    heading = _heading(document, lexicon)
    for line in (*heading, *blocks):
        _describe(line, lexicon)
    dating = resolved(document, blocks, heading)
    for line in (*heading, *blocks):
        without_doubted(line, lexicon)
    facts = tuple(fact for line in (*heading, *blocks) for fact in _facts(document, line))
    return Text(document._replace(published=dating.published), facts, (*heading, *blocks), dating)


def _heading(document: Document, lexicon: Lexicon) -> tuple[Line, ...]:
    """The title of the front matter as a line of its own, if it stands there word for word."""
    place = title_place(document.text[: document.body], document.title or "")
    return (read_line(lexicon, document.text[slice(*place)], place.start),) if place is not None else ()


def fact_id(document: Document, start: int) -> str:
    """An id that sorts in text order within its document."""
    return f"{document.path}@{start:08d}"


def _facts(document: Document, line: Line) -> Iterator[Fact]:
    drafts = [line.drafts[at] for at in sorted(line.drafts)]
    if over := [draft for draft in line.over if draft.readings]:
        drafts = sorted((*drafts, *over), key=lambda draft: (draft.start, draft.end))
    for draft in drafts:
        span = line.span(draft.start, draft.end)
        draft.data["id"] = fact_id(document, span.start) + (f"-{span.end:08d}" if "ends" in draft.data else "")
        subject, when = draft.data.get("subject"), draft.data.get("when", ())
        anchor = draft.data.get("anchor")
        yield Fact(
            str(draft.data["id"]),
            document.path,
            draft.kind,
            span,
            draft.readings,
            subject if isinstance(subject, Subject) else NOBODY,
            draft.parts,
            _how(line, draft),
            when if isinstance(when, tuple) else (),
            str(anchor.data["id"]) if isinstance(anchor, Draft) else "",
        )


def _how(line: Line, draft: Draft) -> tuple[str, ...]:
    """The patterns that read a draft; of one that covers no tokens its own, after those of what it lies over."""
    steps = _path(line.lexicon, line.steps(draft.start, draft.end))
    return steps + draft.read_by if "ends" in draft.data else steps or draft.read_by


@lru_cache(maxsize=4096)
def _path(lexicon: Lexicon, steps: tuple[int, ...]) -> tuple[str, ...]:
    """Where the patterns of these numbers stand in the language data."""
    return tuple(lexicon.data.patterns[number].place for number in steps)


@lru_cache(maxsize=16)
def _helpers(lexicon: Lexicon) -> tuple[Nouns, Matcher, Matcher]:
    return nouns_of(lexicon), lexicon.words_of("hedge"), lexicon.words_of("hedge-after")


def _describe(line: Line, lexicon: Lexicon) -> None:
    """What each figure counts and how it is hedged -> its readings."""
    nouns, before, after = _helpers(lexicon)
    ends = {m.end(): Hedge(_meaning(line, "hedge", m.span()), *m.span()) for m in line.find(before)}
    starts = {m.start(): Hedge(_meaning(line, "hedge-after", m.span()), *m.span()) for m in line.find(after)}
    for draft in list(line.drafts.values()):
        if draft.kind not in FIGURES or draft.number is None:
            continue
        unit, noun_end = str(draft.data.get("unit", "")), draft.end
        if draft.kind == "number" and not unit:
            if (definite := nouns.before(line, draft.start)) is not None:
                subject = definite
            else:
                subject, noun_end = nouns.after(line, draft.end)
            draft.data["subject"], draft.data["noun end"] = subject, noun_end
            unit = subject.concept or (subject.words[-1 if nouns.head_last else 0] if subject.words else "")
        hedges = ends.get(draft.start), starts.get(draft.end) or starts.get(noun_end)
        if hedge := _hedge(*hedges):
            if hedge in DENIED_BOUNDS and hedges[0] is not None and _is_denied(line, hedges[0].start):
                hedge = DENIED_BOUNDS[hedge]
            draft.data["hedges"] = tuple(filter(None, hedges))
        draft.readings = figure_readings(draft, unit, hedge)


def _is_denied(line: Line, start: int) -> bool:
    """Whether "no" or "never" stands before a bound in its clause: no crew needed more than, but not: none for over.

    Where capitals tell no names a verb is denied right before it.
    """
    lexicon, marks = line.lexicon, Marks.of(line.lexicon)
    reach = DENIED_WITHIN if lexicon.has_capitals else DENIED_BESIDE
    apart = marks.comma | marks.conjunction | lexicon.characters("semicolon") | {END}
    if start and line.base[start - 1] in lexicon.characters("preposition"):
        return False
    first = max(0, start - reach)
    first = next(
        (at + 1 for at in range(start - 1, first - 1, -1) if line.line[at] in apart or at in line.drafts), first
    )
    denied = any(lexicon.words_of("denying").finditer(line.base, first, start))
    return denied and not any(lexicon.words_of("exceptfor").finditer(line.base, first, start))


def _hedge(first: Hedge | None, second: Hedge | None) -> str:
    """What two hedges say together: "about 200 or less" is no more than 200."""
    before, after = first.means if first else "", second.means if second else ""
    after = "" if after == NEITHER else after
    if after == CLOSED:
        return CLOSED_BOUNDS.get(before, before)
    return after if before not in BOUNDS and after in BOUNDS else before or after


def figure_readings(draft: Draft, unit: str, hedge: str) -> tuple[Reading, ...]:
    """The readings of a figure that counts ``unit`` after what the hedge beside it means."""
    assert draft.number is not None
    if draft.kind != "duration":
        return readings(draft.number, unit, hedge)
    found = []
    for reading in readings(draft.number, "", hedge):
        low, high = reading.value.low, reading.value.high
        least = low if low is not None else draft.number.value
        most = high if high is not None else draft.number.value
        written = draft.number.value if draft.number.high is None else None
        inner = duration(least, most, unit, written)
        value = Range(
            inner.value.low if low is not None else None,
            inner.value.high if high is not None else None,
            reading.value.low_open,
            reading.value.high_open,
        )
        found.append(inner._replace(value=value, note=reading.note))
    return tuple(found)


def _meaning(line: Line, kind: str, span: tuple[int, int]) -> str:
    return line.lexicon.value(kind, line.key(*span)) or ""


def facts_of(texts: Sequence[Text]) -> tuple[Fact, ...]:
    """The facts of several documents, in their order."""
    return tuple(fact for text in texts for fact in text.facts)
