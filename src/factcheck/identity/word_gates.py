"""Two views of figures that differ -> whether the words around them say that they are of two things."""

from __future__ import annotations

from factcheck.identity.cues import Cues
from factcheck.identity.thresholds import LEAST_CONTENT, LEAST_WORDS, REACH
from factcheck.identity.values import DATES, TIMES
from factcheck.identity.views import View, Views

LINE_END = "\n"
PART = "part"  # how Subject.scope says that a figure is of some of a whole


def one_sentence(one: View, other: View, views: Views, cues: Cues) -> bool:
    """Two figures of one sentence: it does not say one thing twice."""
    return one.sentence.path == other.sentence.path and one.sentence.span == other.sentence.span


def heading(one: View, other: View, views: Views, cues: Cues) -> bool:
    """Too little for a sentence: a heading, a row of a table, a piece of a sentence cut wrongly."""
    return any(len(view.content) < LEAST_CONTENT or _length(view) < LEAST_WORDS for view in (one, other))


def _length(view: View) -> int:
    return sum(len(key.split()) for key in all_words(view))


def scope(one: View, other: View, views: Views, cues: Cues) -> bool:
    """Another, more, each, of them ... beside one of the figures only."""
    if (PART in one.fact.subject.scope) != (PART in other.fact.subject.scope):
        return True
    return _beside(one, cues, "scope") != _beside(other, cues, "scope")


def _beside(view: View, cues: Cues, kind: str) -> frozenset[str]:
    return cues.values(kind, view.before) | cues.values(kind, view.after)


def other_states(one: View, other: View, views: Views, cues: Cues) -> bool:
    """Killed here, injured there."""
    first, second = states(one, cues), states(other, cues)
    return bool(first and second) and first.isdisjoint(second)


def states(view: View, cues: Cues) -> frozenset[str]:
    """What happened to whom the figure counts: killed, injured ..."""
    return _beside(view, cues, "state").union(view.fact.subject.scope) - {PART}


def modifiers(one: View, other: View, views: Views, cues: Cues) -> bool:
    """Known things, each of another sort: red cars, police cars."""
    first, second = one.fact.subject, other.fact.subject
    known = bool(first.concept and second.concept and first.words and second.words)
    return known and set(first.words).isdisjoint(second.words)


def polarity(one: View, other: View, views: Views, cues: Cues) -> bool:
    """One sentence denies what the other one says."""
    return bool(cues.values("negation", all_words(one))) != bool(cues.values("negation", all_words(other)))


def distinct(one: View, other: View, views: Views, cues: Cues) -> bool:
    """Words of which each names another member of a set (front and rear, north and south) stand on both sides."""
    first, second = (cues.values("distinct", all_words(view)) for view in (one, other))
    return bool(first - second) and bool(second - first)


def reckoning(one: View, other: View, views: Views, cues: Cues) -> bool:
    """One sentence counts up to a date (by 30 May), the other what was within a date, or on it (in May)."""
    first, second = one.once(_reckoned, cues), other.once(_reckoned, cues)
    return ("up to" in first | second) and first != second and bool(first) and bool(second)


def _reckoned(view: View, cues: Cues) -> frozenset[str]:
    """Whether the dates of the sentence are counted up to, or told as those of what happened."""
    found: set[str] = set()
    words = view.sentence.words
    for fact in view.figures if view.fact.kind not in DATES else ():
        if fact.kind not in TIMES:
            continue
        at = next((at for at, word in enumerate(words) if word.start >= fact.span.start), len(words))
        before = tuple(word.key for word in words[max(0, at - REACH) : at])
        inside = tuple(word.key for word in words[at : at + 1])
        up_to = cues.closing("reckoned", before) or cues.values("reckoned", inside)
        found.add("up to" if up_to else "within")
    return frozenset(("up to",)) if "up to" in found else frozenset(found)


def tense(one: View, other: View, views: Views, cues: Cues) -> bool:
    """One is so now, the other was so once: the price is 2 pounds; the price was 1 pound before the war."""
    first, second = (cues.values("tense", view.before) for view in (one, other))
    return bool(first and second) and first.isdisjoint(second)


def counterpart(one: View, other: View, views: Views, cues: Cues) -> bool:
    """One is said of somebody beside whom the other is: its rival employs 1,690 people."""
    return bool(cues.values("counterpart", all_words(one))) != bool(cues.values("counterpart", all_words(other)))


def all_words(view: View) -> tuple[str, ...]:
    """The words of the sentence in their lookup forms, without signs."""
    return tuple(word.key for word in view.sentence.words if word.kind != "sign")


def names(one: View, other: View, views: Views, cues: Cues) -> bool:
    """Each has a name that the other lacks: another place, person or body."""
    return bool(one.names - other.every) and bool(other.names - one.every)


def template(one: View, other: View, views: Views, cues: Cues) -> bool:
    """The same words in two paragraphs, below a sentence that says what each paragraph is about."""
    if one.sentence.path != other.sentence.path or one.every != other.every:
        return False
    between = one.document.text[one.fact.span.start : other.fact.span.start]
    return LINE_END in between and _below(one) and _below(other)


def _below(view: View) -> bool:
    """Whether the paragraph begins before the sentence."""
    before = view.document.text[: view.sentence.span.start]
    return bool(before.rpartition(LINE_END)[2].strip())
