"""A view of a number -> what befell those it counts (killed, injured, displaced ...), and whether two tolls are one.

"Killing 12", "12 died", "a death toll of 12" and "the 12 dead" are one thing in many words, so they are compared by
what befell people, and not by their nouns. A toll that grows, another event, or a part of those is told by other words.
"""

from __future__ import annotations

from itertools import takewhile

from factcheck.identity.cues import Cues
from factcheck.identity.definite import CONTENT, are_of_another, pointer, small
from factcheck.identity.thresholds import TOLL_ACROSS, TOLL_AGAIN, TOLL_LINKS, TOLL_REACH
from factcheck.identity.values import likeliest
from factcheck.identity.views import View, contained
from factcheck.identity.word_gates import PART
from factcheck.model import Word

# Classes of words that do not say of which event a sentence tells.
NO_EVENT = ("befell", "befallen", "state", "toll-dull")
OPEN = "open"
# What figures may count besides those that something befell: anybody.
ANYBODY = ("", "person", "death", "case", "casualty", "victim", "body")


def toll(view: View, cues: Cues) -> str:
    """What befell those that the figure counts, ``""`` where it does not say, or says it of a part of them."""
    subject = view.fact.subject
    if view.fact.kind != "number" or PART in subject.scope or not view.fact.readings or small(view):
        return ""
    words = view.sentence.words
    first, after = view.first, words[view.last :]
    if after and cues.meaning("toll-of", after[0].key):  # 12 of the soldiers
        return ""
    if subject.concept in cues.fates:
        return subject.concept
    return _before(words[:first], cues) or _after(after, len(subject.words) + bool(subject.concept), cues)


def _before(words: tuple[Word, ...], cues: Cues) -> str:
    """Killing at least 12; the death toll rose to 12; the number of people displaced has reached 12."""
    hedged = [*takewhile(lambda word: cues.meaning("toll-hedge", word.key), reversed(words))]
    words = words[: len(words) - len(hedged)]
    keys = tuple(word.key for word in words[-TOLL_LINKS:])
    if found := cues.closing("befell", keys):
        return found
    if not cues.head_last:
        return _before_in_order(words, cues)
    if not cues.closing("reaching", keys):
        return ""
    near = [*takewhile(lambda word: word.kind != "figure", reversed(words[-TOLL_REACH:]))][::-1]
    counted = cues.values("toll-noun", (word.key for word in near))
    if "number" not in counted:
        return next(iter(sorted(counted)), "")
    return next((state for word in near if (state := cues.meaning("state", word.key))), "")


def _before_in_order(words: tuple[Word, ...], cues: Cues) -> str:
    """The number of the dead, the 12 dead, a gunman killed 12: what befell them is said some words before."""
    near = [*takewhile(lambda word: word.kind not in ("figure", "sign"), reversed(words[-TOLL_REACH:]))]
    keys = [word.key for word in near]
    if len(keys) > 1 and cues.values("article-attached", keys[:1]):
        return cues.meaning("state", keys[1])
    numbered = next((at for at, key in enumerate(keys) if cues.meaning("toll-noun", key)), None)
    if numbered is not None:
        run = reversed(keys[:numbered]) if numbered else keys  # their number (which follows them) is 12
        return next((state for key in run if (state := cues.meaning("state", key))), "")
    verb = next((at for at, word in enumerate(near) if word.kind == "function" or cues.meaning("befell", word.key)), -1)
    return cues.meaning("befell", keys[verb]) if 0 <= verb <= TOLL_LINKS - 2 else ""


def _after(words: tuple[Word, ...], counted: int, cues: Cues) -> str:
    """12 people who were killed, 12 of the passengers died; but not: 12 gunmen killed the guard."""
    run = words[counted : counted + TOLL_LINKS + 1]
    linked = [*takewhile(lambda word: word.kind == "function", run)]
    at = len(linked)
    if at >= len(run) or any(cues.meaning("narrowing", word.key) == "phrase" for word in linked):
        return ""
    if found := cues.opening("befallen", [word.key for word in run[at:]]):
        return found
    state = cues.meaning("state", run[at].key) if cues.head_last else ""
    passive = any(cues.meaning("predicate", word.key) for word in linked)
    follows = words[counted + at + 1 :][:1]
    alone = not follows or follows[0].kind == "sign" or cues.meaning("narrowing", follows[0].key) == "phrase"
    return state if passive or alone else ""


def _kin(one: View, other: View, state: str) -> bool:
    """Whether both count the same people, or anybody."""
    first, second = one.fact.subject, other.fact.subject
    anybody = (*ANYBODY, state)
    same = first.concept == second.concept or (first.concept in anybody and second.concept in anybody)
    return same and (first.words == second.words or not (first.words and second.words))


def moves(view: View, cues: Cues, near: bool = False) -> bool:
    """Whether the sentence speaks of a toll that grows, of another event, of a part, or of what may be.

    Those who are called others right after the figure are not those of another event: 3 killed and 12 others injured.
    """
    return view.once(_moves_near if near else _moves_anywhere, cues)


def _moves_near(view: View, cues: Cues) -> bool:
    return _moves(view, cues, max(0, view.first - TOLL_LINKS), view.last + TOLL_LINKS)


def _moves_anywhere(view: View, cues: Cues) -> bool:
    return _moves(view, cues, 0, len(view.sentence.words))


def _moves(view: View, cues: Cues, first: int, last: int) -> bool:
    words = view.sentence.words
    keys = [word.key for at, word in enumerate(words[first:last], first) if word.kind != "sign" and at != view.last]
    denied = cues.values("negation", view.before)
    return bool(denied or cues.values("toll-apart", keys))


def _is_open(view: View, cues: Cues) -> bool:
    """Whether the sentence says that the toll is not the last."""
    return OPEN in cues.values("toll-apart", (word.key for word in view.sentence.words))


def moves_on(one: View, other: View, cues: Cues) -> bool:
    """Whether of two tolls only one is said to grow, to be of another event ..."""
    either = one.once(toll, cues) or other.once(toll, cues)
    return bool(either) and moves(one, cues) != moves(other, cues)


def _told(view: View, cues: Cues) -> frozenset[str]:
    """The content words that may say of which event the sentence tells."""
    own = {view.fact.subject.concept, *view.fact.subject.words}
    return frozenset(word for word in view.content - own if not any(cues.meaning(kind, word) for kind in NO_EVENT))


def again(one: View, other: View, cues: Cues) -> tuple[str, ...]:
    """The toll of the same event, given again further down in the same article."""
    state = one.once(toll, cues)
    if not state or state != other.once(toll, cues) or not _kin(one, other, state):
        return ()
    if moves(other, cues) or moves(one, cues, near=True) or one.once(_is_open, cues):
        return ()
    pointing = other.once(pointer, cues)
    if pointing and are_of_another(one, other, pointing, cues):
        return ()
    if likeliest(other.fact).exact is None and likeliest(other.fact).low is None:
        return ()
    near, mine = one.content, other.once(_told, cues)
    known = contained(mine, near, cues)
    if not known:
        return ()
    new = [word for word in mine if not cues.among(word, near)]
    before = other.before_text if new else ""
    if any(name in other.names and name not in before for name in new):
        return ()
    nothing_new = all(cues.bare(word) in before for word in new)
    enough = known >= TOLL_AGAIN or (nothing_new and len(mine) >= TOLL_AGAIN)
    return ("toll",) if enough or pointing else ()


def across(one: View, other: View, cues: Cues) -> tuple[str, ...]:
    """The toll of the same event in two articles of one day."""
    state = one.once(toll, cues)
    if not state or state != other.once(toll, cues) or not _kin(one, other, state):
        return ()
    if moves(one, cues) or moves(other, cues) or speakers_differ(one, other, cues):
        return ()
    first, second = one.once(_told, cues), other.once(_told, cues)
    shared = contained(first, second, cues)
    named = bool(one.names & other.every or other.names & one.every) or not cues.head_last
    return ("toll",) if named and shared >= TOLL_ACROSS else ()


def speakers_differ(one: View, other: View, cues: Cues) -> bool:
    first, second = one.once(_speakers, cues), other.once(_speakers, cues)
    return bool(first and second) and first.isdisjoint(second)


def _speakers(view: View, cues: Cues) -> frozenset[str]:
    """The words for who says it, next to a verb of saying."""
    words, found = view.sentence.words, set[str]()
    for at, word in enumerate(words):
        side = cues.meaning("says", word.key)
        if side == "before":
            run = [*takewhile(lambda one: one.kind != "sign", reversed(words[max(0, at - TOLL_LINKS) : at]))]
        elif side:
            run = [*takewhile(lambda one: one.kind != "sign", words[at + 1 : at + 1 + TOLL_LINKS])]
        else:
            continue
        found.update(one.key for one in run if one.kind in CONTENT)
    return frozenset(found)
