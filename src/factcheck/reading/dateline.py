"""The first lines of an article -> the day of publication that its dateline gives, if it has one.

A dateline is a full date that stands in a line of its own (``Published on 10 November 2020``), or after the place and
before the sign that opens a report, with an agency on either side of it or none:
``GENEVA, 10 November 2020 (Agency) --`` or ``GENEVA (Agency) - 10 November 2020 -``.
Agencies stand in brackets or between slashes, or are words of ``agency``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from factcheck.languages.nodes import END
from factcheck.reading.lines import Draft, Line
from factcheck.reading.sentences import LINE_ENDS, bounds

# How many sentences from the start a dateline may stand in, what a line may hold beside its date and how many
# tokens in all.
FIRST_SENTENCES = 4
BESIDE = 4
LONGEST = 30
# How many tokens a place with its agency may have, and what follows the date before the report begins; how many words
# a name may have where capitals show that it is one, and where none do; and an agency in its brackets.
PLACE = 14
AFTER = 12
CAPITAL_NAME, NAME = 4, 2
AGENCY = 5
DATES = ("day", "month", "year", "period")
SHORT = 3  # letters of the words inside a name that are written small: Rio de Janeiro


def dateline(line: Line, full_dates: Iterable[Draft]) -> Draft | None:
    """The first of ``full_dates`` (in text order) that is a dateline of the document that begins with ``line``."""
    for draft in full_dates:
        start, end = bounds(line, draft.start)
        if line.line.count(END, 0, start) >= FIRST_SENTENCES:
            return None
        if _alone(line, draft, start, end) or opens(line, draft):
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


def opens(line: Line, draft: Draft, named: bool = False) -> bool:
    """Whether the date stands between the place and the report, with an agency or, unless ``named``, without one."""
    start, _ = bounds(line, draft.start)
    signs = _Signs.of(line)
    first, last = signs.unbracketed(draft.start, draft.end)
    before = signs.before(start, first)
    after = signs.after(last) if before is not None else None
    if before is None or after is None:
        return False
    apart = before.apart or after.apart or first < draft.start
    return before.agency or after.agency or (apart and not named)


class _Around(NamedTuple):
    """What stands on one side of the date: an agency, ``known`` by its name; ``apart``: set off by a sign or a line."""

    agency: bool = False
    known: bool = False
    apart: bool = False


class _Signs(NamedTuple):
    line: Line
    comma: frozenset[str]
    dash: frozenset[str]
    slash: frozenset[str]
    opening: frozenset[str]
    closing: frozenset[str]
    word: frozenset[str]
    capital: frozenset[str]
    preposition: frozenset[str]
    agency: frozenset[str]

    @staticmethod
    def of(line: Line) -> _Signs:
        names = ("comma", "dash", "slash", "open", "close", "word", "cap", "preposition", "agency")
        return _Signs(line, *(frozenset(line.lexicon.characters(name)) for name in names))

    def unbracketed(self, start: int, end: int) -> tuple[int, int]:
        """The date with the brackets around it, if it has some."""
        base = self.line.base
        if start and base[start - 1] in self.opening and base[end : end + 1] and base[end] in self.closing:
            return start - 1, end + 1
        return start, end

    def before(self, start: int, end: int) -> _Around | None:
        """A place and at most an agency, set off from the date by a sign or a preposition; ``None``: something else."""
        line, base = self.line, self.line.base
        if not 0 < end - start <= PLACE:
            return None
        last = end
        if not line.lexicon.has_capitals and base[end - 1] in self.preposition:
            last -= 1
        apart = base[end - 1] not in self.word
        around, run, words, at = _Around(), 0, 0, start
        while at < last:
            code = base[at]
            if code in self.opening:
                found = self._enclosed(at, last, self.closing)
                if found is None:
                    return None
                at, around, run = found[0], _Around(True, found[1]), 0
                continue
            if (other := line.drafts.get(at)) is not None and other.kind == "day":
                at, run = max(other.end, at + 1), 0
                continue
            if code in self.agency:
                around, run = _Around(True, True), 0
            elif code in self.word:
                run, words = run + 1, words + 1
                if not self._names(at, run, at == start):
                    return None
            elif code in self.comma | self.dash | self.slash or self._is_stop(at):
                run = 0
            else:
                return None
            at += 1
        apart = apart or (words == 1 and line.lexicon.has_capitals)  # LONDON 3 May 2024 -
        return around._replace(apart=apart) if words else None

    def after(self, at: int) -> _Around | None:
        """At most an agency, then a dash, a slash or the end of the line; ``None``: the sentence goes on."""
        base = self.line.base
        around, words, end = _Around(), 0, min(len(base), at + AFTER)
        while at < end:
            code = base[at]
            if code in self.opening or (code in self.slash and self._enclosed(at, end, self.slash)):
                found = self._enclosed(at, end, self.closing if code in self.opening else self.slash)
                if found is None:
                    return None
                at, around = found[0], _Around(True, around.known or found[1])
                continue
            if self.line.pieces[at][0] in LINE_ENDS:
                return around._replace(apart=True)
            if code in self.dash and words <= NAME:
                return None if self._goes_on(at) else around
            if code in self.agency:
                around = _Around(True, True)
            elif code in self.word and words <= NAME and self._names(at, 1, True) and not around.known:
                words += 1
            elif not (code in self.comma | self.slash or (self._is_stop(at) and base[at + 1 : at + 2] in self.slash)):
                break
            at += 1
        return around if around.known else None

    def _enclosed(self, at: int, end: int, closing: frozenset[str]) -> tuple[int, bool] | None:
        """After an opening sign: where its closing one ends, and whether an agency known by name is inside."""
        base = self.line.base
        close = next((i for i in range(at + 1, min(end, at + AGENCY + 2)) if base[i] in closing), None)
        if close is None or close == at + 1:
            return None
        inside = range(at + 1, close)
        names = self.capital if self.line.lexicon.has_capitals else self.word
        if not all(base[i] in names or self._is_stop(i) for i in inside):
            return None
        letters = all(len(self.line.pieces[i].strip()) == 1 for i in inside)
        return close + 1, letters or any(base[i] in self.agency for i in inside)

    def _names(self, at: int, run: int, first: bool) -> bool:
        """Whether a word may be the ``run``-th of a name."""
        code = self.line.base[at]
        if not self.line.lexicon.has_capitals:
            return run <= NAME and code not in self.preposition
        is_small = not first and len(self.line.pieces[at].strip()) <= SHORT
        return run <= CAPITAL_NAME and ((code in self.capital and code not in self.preposition) or is_small)

    def _is_stop(self, at: int) -> bool:
        return self.line.pieces[at].strip() == "."

    def _goes_on(self, at: int) -> bool:
        """Whether the dash goes on to another date, as in ``3 March 1964 - 5 May 2020``."""
        while at < len(self.line.base) and self.line.base[at] in self.dash:
            at += 1
        return at in self.line.drafts and self.line.drafts[at].kind in DATES
