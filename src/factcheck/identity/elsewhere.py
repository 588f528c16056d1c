"""Two views of figures of different documents that differ -> whether one is said of another day, month or place."""

from __future__ import annotations

from itertools import takewhile

from factcheck.identity.cues import Cues
from factcheck.identity.figure_gates import same_time
from factcheck.identity.gates import Gates
from factcheck.identity.thresholds import DAYS_APART
from factcheck.identity.values import DATES
from factcheck.identity.views import View, Views
from factcheck.identity.word_gates import all_words
from factcheck.languages.folding import fold
from factcheck.model import Fact


def published_apart(one: View, other: View, views: Views, cues: Cues) -> bool:
    """The articles appeared so far apart that they tell of two days."""
    first, second = one.document.published, other.document.published
    return first is not None and second is not None and abs((first - second).days) > DAYS_APART


def _other_month(one: View, other: View, views: Views, cues: Cues) -> bool:
    """One of them names a month or a year that the other does not, or has a day that moves with that of writing."""
    if one.fact.kind in DATES:
        return not all(map(_fixed, (one.fact, other.fact)))
    return _unmatched(one, other) or _unmatched(other, one)


def _fixed(fact: Fact) -> bool:
    """Whether a date is the same on every day of writing: a day has its month."""
    return not fact.when and (fact.kind != "day" or any(part.role == "month" for part in fact.parts))


def _unmatched(one: View, other: View) -> bool:
    others = [fact for fact in other.figures if fact.kind in DATES]
    for fact in one.figures:
        if fact.kind == "day" and len(fact.parts) > 1:
            fitting = others
        elif fact.kind in DATES and fact.kind != "day":
            fitting = [each for each in others if each.kind == fact.kind or len(each.parts) > 1]
        else:
            continue
        if not any(same_time(fact, each) for each in fitting):
            return True
    return False


def _other_place(one: View, other: View, views: Views, cues: Cues) -> bool:
    """One says north where the other says nothing, or has a name after the figure that the other source lacks."""
    if one.document.language != other.document.language:
        return False
    if cues.values("distinct", all_words(one)) != cues.values("distinct", all_words(other)):
        return True
    return _lacks_names(one, other) or _lacks_names(other, one)


def _lacks_names(one: View, other: View) -> bool:
    """Names, or where capitals tell none all words, up to the next sign after the figure."""
    kinds = ("name",) if one.has_capitals else ("word",)
    after = takewhile(lambda word: word.kind != "sign", one.sentence.words[one.last :])
    return any(word.kind in kinds and word.key not in other.document_text for word in after)


def _other_surroundings(one: View, other: View, views: Views, cues: Cues) -> bool:
    """Each has a name in the words before it that the other source nowhere has: of Norway here, of Denmark there."""
    alike = one.document.language == other.document.language
    return alike and _foreign(one, other) and _foreign(other, one)


def _foreign(one: View, other: View) -> bool:
    return any(fold(name) not in other.document_text for name in one.surroundings)


def other_actor(one: View, other: View, views: Views, cues: Cues) -> bool:
    """Where capitals tell no names: each has a definite noun that the other source lacks, as who did it."""
    if one.has_capitals or one.document.language != other.document.language or cues.head_last:
        return False
    return _lacks_definite(one, other, cues) and _lacks_definite(other, one, cues)


def _lacks_definite(one: View, other: View, cues: Cues) -> bool:
    text = one.document.text
    nouns = (
        word
        for word in one.sentence.words
        if word.kind == "word" and cues.articled(text[word.start : word.end], word.key)
    )
    return any(not cues.among(word.key, other.every) for word in nouns)


# Where words and day show that an event is one, only another month or other names on both sides part the two.
FRAMED: Gates = (
    ("day of publication", published_apart),
    ("other month", _other_month),
    ("other actor", other_actor),
)
FAR: Gates = (*FRAMED, ("other surroundings", _other_surroundings))
# Across documents a figure that differs must be said of the same place and time, word for word.
ELSEWHERE: Gates = (
    ("day of publication", published_apart),
    ("other month", _other_month),
    ("other place", _other_place),
    ("other surroundings", _other_surroundings),
    ("other actor", other_actor),
)
