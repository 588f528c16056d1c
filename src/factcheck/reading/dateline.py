"""The first lines of an article -> the day of publication that its dateline gives, if it has one.

A dateline is a full date that stands in a line of its own (``Published on 10 November 2020``), or after the place and
before the dash that opens a report (``GENEVA, 10 November 2020 (Agency) --``).
"""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.languages.nodes import END
from factcheck.reading.lines import Draft, Line
from factcheck.reading.sentences import LINE_ENDS, bounds

# How many sentences from the start a dateline may stand in, what a line may hold beside its date and how many
# tokens in all, and how far into a report its place may reach.
FIRST_SENTENCES = 4
BESIDE = 4
LONGEST = 30
PLACE = 6
AGENCY = 5


def dateline(line: Line, full_dates: Iterable[Draft]) -> Draft | None:
    """The first of ``full_dates`` (in text order) that is a dateline of the document that begins with ``line``."""
    for draft in full_dates:
        start, end = bounds(line, draft.start)
        if line.line.count(END, 0, start) >= FIRST_SENTENCES:
            return None
        if _alone(line, draft, start, end) or _opens(line, draft, start, end):
            return draft
    return None


def _alone(line: Line, draft: Draft, start: int, end: int) -> bool:
    """A line of its own with hardly a word beside the date, none of them a verb's subject or object: no other fact."""
    if end - start > LONGEST or not (end >= len(line.pieces) or line.pieces[end][0] in LINE_ENDS):
        return False
    word = line.lexicon.characters("word")
    beside = sum(code in word for code in line.base[start : draft.start] + line.base[draft.end : end])
    facts = [one for one in line.drafts_between(start, end) if one.kind not in ("day", "time", "moment")]
    return beside <= BESIDE and not facts


def _opens(line: Line, draft: Draft, start: int, end: int) -> bool:
    """Place, date, and before the report begins a dash, at most with an agency in brackets between."""
    lexicon = line.lexicon
    if draft.start - start > PLACE or draft.start == start:
        return False
    names = lexicon.characters("word") - lexicon.characters("function")
    signs = lexicon.characters("comma") | lexicon.characters("open") | lexicon.characters("dash")
    if not all(code in names or code in signs for code in line.base[start : draft.start]):
        return False
    if lexicon.has_capitals and line.base[start] not in lexicon.characters("cap"):
        return False
    after = line.base[draft.end : min(end, draft.end + AGENCY)]
    dashes = [at for at, code in enumerate(after) if code in lexicon.characters("dash")]
    allowed = names | signs | lexicon.characters("close")
    return bool(dashes) and all(code in allowed for code in after[: dashes[0]])
