"""Two views of figures -> whether both say how many one definite thing has, with a verb that tells what lasts.

The mission has 11,650 troops ... The mission, set up in 2014, has 11,560 troops. What was true for a time (had), on a
day, or of a part (has 300 troops in the north) is said by other words, and is no such statement.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from factcheck.identity.cues import Cues
from factcheck.identity.definite import CONTENT, counted, following, narrowed, small
from factcheck.identity.figure_gates import COMMAS
from factcheck.identity.values import TIMES
from factcheck.identity.views import View
from factcheck.model import Word

# Words of the longest verb ("is made up of") and of the longest name of a thing.
LONGEST_VERB = 4
LONGEST_SUBJECT = 4

Told = tuple[str, tuple[str, ...]]
"""What the verb means, and of what it is said."""


def statement(one: View, other: View, cues: Cues) -> tuple[str, ...]:
    """Both tell the same of the same thing, and nothing after what is counted says which of it is meant."""
    if small(one) or small(other) or one.fact.kind != other.fact.kind:
        return ()
    first = one.once(_told, cues)
    if first is None or first != other.once(_told, cues):
        return ()
    size = counted(one, other) if one.fact.kind == "number" else 0
    if one.fact.kind == "number" and not size:
        return ()
    pairs = ((one, other), (other, one))
    return () if any(narrowed(a, b, following(b, size), "", cues) for a, b in pairs) else ("statement",)


def _told(view: View, cues: Cues) -> Told | None:
    times = [fact.span.start for fact in view.figures if fact.kind in TIMES]
    if times and not all(any(_within(place, aside) for aside in _asides(view)) for place in times):
        return None
    words = _without_aside(view.sentence.words[: view.first])
    return _before_figure(words, view, cues) if cues.head_last else _around_verb(words, view, cues)


def _before_figure(words: Sequence[Word], view: View, cues: Cues) -> Told | None:
    """The mission has: what it is said of comes before the verb, and that right before the figure."""
    for size in range(1, LONGEST_VERB + 1):
        keys = tuple(word.key for word in words[-size:])
        if len(keys) == size and (meaning := cues.closing("stative", keys)):
            subject = _subject(_without_aside(words[:-size]))
            before = words[: len(_without_aside(words[:-size])) - len(subject)]
            named = bool(subject) and (subject[0].kind == "name" or _is_definite(before, cues))
            return (meaning, tuple(word.key for word in subject)) if named else None
    return None


def _is_definite(before: Sequence[Word], cues: Cues) -> bool:
    return bool(before) and cues.closing("definite", (before[-1].key,)) == "article"


def _around_verb(words: Sequence[Word], view: View, cues: Cues) -> Told | None:
    """The verb stands before what it is said of, or after it."""
    run = [*reversed([*takewhile(lambda word: word.kind == "function", reversed(words))])]
    run = _subject(words[: len(words) - len(run)])
    verb = next((at for at in reversed(range(len(run))) if cues.meaning("stative", run[at].key)), None)
    if verb is None:
        return None
    subject = run[verb + 1 :] or run[:verb]
    text = view.document.text
    if not any(cues.articled(text[word.start : word.end], word.key) for word in subject[:1] + subject[-1:]):
        return None
    return cues.meaning("stative", run[verb].key), tuple(cues.bare(word.key) for word in subject)


def _subject(words: Sequence[Word]) -> list[Word]:
    """The content words that end ``words``, in order."""
    run = [*takewhile(lambda word: word.kind in CONTENT, reversed(words))]
    return [*reversed(run[: LONGEST_SUBJECT + 1])]


def _without_aside(words: Sequence[Word]) -> Sequence[Word]:
    """The words without what stands between two commas at their end."""
    if not words or words[-1].key not in COMMAS:
        return words
    start = next((at for at in reversed(range(len(words) - 1)) if words[at].key in COMMAS), None)
    return words if start is None else words[:start]


def _asides(view: View) -> list[Sequence[Word]]:
    """What stands between two commas before the figure."""
    words = view.sentence.words[: view.first]
    commas = [at for at, word in enumerate(words) if word.key in COMMAS]
    return [words[a : b + 1] for a, b in pairwise(commas)]


def _within(place: int, words: Sequence[Word]) -> bool:
    return bool(words) and words[0].start <= place < words[-1].end
