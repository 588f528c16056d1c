"""Every value that crosses a room: documents and rules go in, facts, constraints and findings come out.

Values are frozen and slotted, hold tuples and exact fractions, and import nothing of ours, so that they
pickle, compare and print. Moments are whole minutes since 0001-01-01T00:00 (proleptic Gregorian).
"""

from __future__ import annotations

from datetime import date, datetime
from fractions import Fraction
from typing import Literal, NamedTuple

State = Literal["checked", "ambiguous", "open", "unchecked"]
FindingState = Literal["contradiction", "tension", "ambiguous", "undecided"]
Level = Literal["error", "warning", "note"]
LEVELS: tuple[Level, ...] = ("note", "warning", "error")

MINUTES_A_DAY = 1440


class Span(NamedTuple):
    """Code points ``start`` to ``end`` (exclusive) of ``Document.text``."""

    start: int
    end: int


def day_and_moment(published: date | None) -> tuple[date | None, datetime | None]:
    """The day, and of a ``datetime`` the moment as well."""
    return (published.date(), published) if isinstance(published, datetime) else (published, None)


class Document(NamedTuple):
    """One article. ``body`` is where its text starts (after front matter); spans count from ``text[0]``.

    An empty ``language`` is found from the text when the document is read. ``moment`` is the time of the day
    ``published``, where it is known; words such as "two hours ago" count from it.
    """

    path: str
    text: str
    language: str
    published: date | None = None
    source: str | None = None
    title: str | None = None
    body: int = 0
    story: str | None = None
    notes: tuple[str, ...] = ()
    moment: datetime | None = None

    @staticmethod
    def of(
        text: str,
        path: str = "<text>",
        language: str | None = None,
        published: date | None = None,
        source: str | None = None,
        title: str | None = None,
    ) -> Document:
        """A document from a string; the language is found from the text when it is not given.

        ``published`` may be a day or a ``datetime``, whose time, and zone if it has one, is then known as well.
        """
        day, moment = day_and_moment(published)
        return Document(path, text, language or "", day, source, title, moment=moment)


class Range(NamedTuple):
    """The numbers between ``low`` and ``high``; ``None`` is unbounded; an open end is itself left out."""

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False

    @staticmethod
    def exactly(value: int | Fraction) -> Range:
        number = Fraction(value)
        return Range(number, number)

    def holds(self, value: Fraction) -> bool:
        if self.low is not None and (value < self.low or (self.low_open and value == self.low)):
            return False
        return self.high is None or not (value > self.high or (self.high_open and value == self.high))

    def is_empty(self) -> bool:
        if self.low is None or self.high is None or self.low < self.high:
            return False
        return self.low > self.high or self.low_open or self.high_open

    def meet(self, other: Range) -> Range:
        """The numbers that lie in both; may be empty."""
        low, low_open = _tighter_low(self, other)
        high, high_open = _tighter_high(self, other)
        return Range(low, high, low_open, high_open)

    def meets(self, other: Range) -> bool:
        """Whether some number lies in both. Most pairs are apart, which one comparison tells or two."""
        if self.low is not None and other.high is not None and other.high < self.low:
            return False
        if self.high is not None and other.low is not None and self.high < other.low:
            return False
        return not self.meet(other).is_empty()

    @property
    def exact(self) -> Fraction | None:
        """The only number of the range, if it holds just one."""
        return self.low if self.low == self.high and not self.low_open and not self.high_open else None


def _tighter_low(one: Range, two: Range) -> tuple[Fraction | None, bool]:
    if one.low is None or (two.low is not None and two.low > one.low):
        return two.low, two.low_open
    if two.low is None or one.low > two.low:
        return one.low, one.low_open
    return one.low, one.low_open or two.low_open


def _tighter_high(one: Range, two: Range) -> tuple[Fraction | None, bool]:
    if one.high is None or (two.high is not None and two.high < one.high):
        return two.high, two.high_open
    if two.high is None or one.high < two.high:
        return one.high, one.high_open
    return one.high, one.high_open or two.high_open


EVERYTHING = Range(None, None)


class Reading(NamedTuple):
    """One way to understand a mention.

    ``value`` is in ``unit`` (canonical English singular; moments and dates in minutes, unit ``minute``).
    ``timex`` is the value as TIMEX3 writes it, for dates, times and durations. ``when`` limits the
    publication moments (in minutes) for which the reading holds; ``None`` means any.
    """

    value: Range
    unit: str = ""
    timex: str | None = None
    note: str = ""
    when: Range | None = None


class Part(NamedTuple):
    """A piece of a mention that could be wrong by itself: ``day``, ``month``, ``year``, ``weekday`` ..."""

    role: str
    span: Span
    value: int


class Subject(NamedTuple):
    """What a fact is about, as far as the text says it near the figure."""

    concept: str = ""
    words: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    place: str = ""
    time: str = ""
    speaker: str = ""
    scope: tuple[str, ...] = ()


NOBODY = Subject()


class Fact(NamedTuple):
    """A figure or date of the text with every way to read it, the likeliest first.

    ``id`` is unique in a run. ``parts`` hold the words of a Gregorian date that can be wrong singly; a month
    named twice has two parts. ``when`` are the publication moments that words in it such as "last" or "of this
    month" allow, of none: any. ``anchor`` is the fact whose month is this one's ("the 20th of the same month").
    ``read_by`` is the path of rules that led to it.
    """

    id: str
    path: str
    kind: str
    span: Span
    readings: tuple[Reading, ...]
    subject: Subject = NOBODY
    parts: tuple[Part, ...] = ()
    read_by: tuple[str, ...] = ()
    when: tuple[Range, ...] = ()
    anchor: str = ""


class Word(NamedTuple):
    """A token of a sentence: ``key`` is its folded lookup form, ``kind`` word, name, function, figure or sign."""

    key: str
    start: int
    end: int
    kind: str


class Sentence(NamedTuple):
    """The words around a fact. ``position`` counts the sentences of the document from 0; the title is -1."""

    path: str
    span: Span
    position: int
    words: tuple[Word, ...]


class Relation(NamedTuple):
    """How the text itself ties facts: a kind (``parts``, ``share`` ...) and the members of each role.

    Members are fact ids; those that are words of the text and no facts (the names of a list) have their passage
    in ``passages`` and the id ``path@start`` all the same. ``evidence`` says why the tie is taken for certain.
    """

    kind: str
    path: str
    span: Span
    roles: tuple[tuple[str, tuple[str, ...]], ...]
    read_by: str = ""
    passages: tuple[Passage, ...] = ()
    evidence: tuple[str, ...] = ()

    def role(self, name: str) -> tuple[str, ...]:
        return next((ids for role, ids in self.roles if role == name), ())


class PhraseSpec(NamedTuple):
    """A phrase of a rule file: which fact it finds, in which language, and where the file says so.

    Where one that ``excludes`` matches, the sentence says nothing of the fact.
    """

    fact: str
    language: str
    phrase: str
    path: str = ""
    line: int = 0
    column: int = 0
    excludes: bool = False


class PhraseMatch(NamedTuple):
    """Words of an article that a phrase matched.

    ``words`` are captures of kind ``word`` or ``words`` (name, text as it stands); ``values`` are captures
    of a value kind (name, fact id).
    """

    spec: PhraseSpec
    path: str
    span: Span
    words: tuple[tuple[str, str], ...] = ()
    values: tuple[tuple[str, str], ...] = ()


class Passage(NamedTuple):
    """Words of an article that a finding points at, and the role they play in it."""

    path: str
    span: Span
    text: str
    role: str


class Linear(NamedTuple):
    """``sum(c * variable)`` lies in ``value``."""

    terms: tuple[tuple[str, Fraction], ...]
    value: Range


class AllOf(NamedTuple):
    """Every claim holds; of none: true. ``kind`` keeps it unequal to a choice of the same claims."""

    claims: tuple[Claim, ...]
    kind: Literal["all"] = "all"


class AnyOf(NamedTuple):
    """At least one claim holds; of none: false."""

    claims: tuple[Claim, ...]
    kind: Literal["any"] = "any"


Claim = Linear | AllOf | AnyOf

Sort = Literal["integer", "real"]


class Constraint(NamedTuple):
    """A claim and where it comes from.

    A ``mention`` says what some words of the text mean (soft: the words may be wrong); a ``rule`` says
    what must hold (hard). ``passages`` are the words behind it, ``about`` the variables a repair may change.
    """

    id: str
    claim: Claim
    kind: Literal["mention", "rule"]
    rule: str = ""
    passages: tuple[Passage, ...] = ()
    about: tuple[str, ...] = ()


class Instance(NamedTuple):
    """A rule applied once: what its names stand for here, for whoever explains it.

    ``id`` is that of its constraint, ``rule`` is ``pack/rule`` (or ``pack/fact``: mentions of one fact agree).
    ``messages`` are (language, template), ``roles`` (name, variables), ``words`` (name, text to show);
    ``sources`` cite where a known value comes from and ``labels`` name the fact, as (language, text); the language is
    empty where one text serves all.
    """

    id: str
    rule: str
    level: Level
    messages: tuple[tuple[str, str], ...] = ()
    roles: tuple[tuple[str, tuple[str, ...]], ...] = ()
    words: tuple[tuple[str, str], ...] = ()
    sources: tuple[tuple[str, str], ...] = ()
    labels: tuple[tuple[str, str], ...] = ()

    def role(self, name: str) -> tuple[str, ...]:
        return next((variables for role, variables in self.roles if role == name), ())


class Bound(NamedTuple):
    """Constraints that some rules make of some facts, the sorts of their variables, and what each applied to.

    ``notes`` say what was left out because a limit was reached.
    """

    constraints: tuple[Constraint, ...] = ()
    sorts: tuple[tuple[str, Sort], ...] = ()
    instances: tuple[Instance, ...] = ()
    notes: tuple[str, ...] = ()


class Correction(NamedTuple):
    """Mentions that, taken back, make the rest consistent, and what the freed variables may then be."""

    freed: tuple[Constraint, ...]
    allowed: tuple[tuple[str, Range], ...]


class Contradiction(NamedTuple):
    """Constraints that cannot all hold though each smaller choice of them can, and every smallest way out."""

    constraints: tuple[Constraint, ...]
    corrections: tuple[Correction, ...]


class Edit(NamedTuple):
    path: str
    span: Span
    text: str


class Repair(NamedTuple):
    edits: tuple[Edit, ...]
    because: str = ""


class Finding(NamedTuple):
    rule: str
    state: FindingState
    level: Level
    message: str
    passages: tuple[Passage, ...]
    because: tuple[str, ...] = ()
    repairs: tuple[Repair, ...] = ()
    fingerprint: str = ""


class Problem(NamedTuple):
    """A file of the user's is wrong; ``line`` and ``column`` count from 1, 0 when there is no place.

    ``source`` is the line as it stands in the file, for a caret below it; empty where none is shown. ``lost`` says
    that an article was to be read there, and was not.
    """

    path: str
    line: int
    column: int
    message: str
    hint: str = ""
    source: str = ""
    lost: bool = False


class Entry(NamedTuple):
    """The fate of one fact."""

    fact: str
    state: State
    reason: str


class Step(NamedTuple):
    """One step from words to a value, of ``kind`` ``word pattern counted hedge rounding slots against reading``.

    ``text`` are words of the article, a place in the language data or a date.

    ``readings`` are the likeliest before and after a step that changes it, or the one that a step speaks of.
    """

    kind: str
    text: str
    says: str
    readings: tuple[Reading, ...] = ()


class Unread(NamedTuple):
    """A number in the text that is in no fact, and why."""

    path: str
    span: Span
    reason: str


class Explained(NamedTuple):
    """How the facts of a story were read: the steps to each by its id, and the numbers that were not read."""

    steps: tuple[tuple[str, tuple[Step, ...]], ...] = ()
    unread: tuple[Unread, ...] = ()


class Report(NamedTuple):
    documents: tuple[Document, ...] = ()
    facts: tuple[Fact, ...] = ()
    findings: tuple[Finding, ...] = ()
    ledger: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()
    undecided: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    explained: Explained | None = None
