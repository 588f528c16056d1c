"""Two views of figures -> why they are certainly one figure given twice, as codes; empty when they are not."""

from __future__ import annotations

from factcheck.identity import thresholds
from factcheck.identity.cues import Cues
from factcheck.identity.definite import small
from factcheck.identity.values import DATES, likeliest
from factcheck.identity.views import View, contains, neighbours, shared

TITLE = -1


def near_copy(one: View, other: View) -> tuple[str, ...]:
    """The same sentence said again, with equal words next to the figure; a title's only near the top."""
    if one.position == TITLE and other.position > thresholds.TITLE_REACH:
        return ()
    equal = shared(one, other)
    if equal < thresholds.NEAR_COPY_SHARED or not contains(one, other, thresholds.NEAR_COPY):
        return ()
    if contains(one, other, thresholds.WHOLE_COPY):
        return ("near-copy",) if neighbours(one, other) >= thresholds.NEAR_COPY_NEIGHBOURS else ()
    enough = equal >= thresholds.PARTIAL_COPY_SHARED
    return ("near-copy",) if enough and neighbours(one, other) >= thresholds.PARTIAL_COPY_NEIGHBOURS else ()


def title(heading: View, body: View, cues: Cues) -> tuple[str, ...]:
    """A figure of the title, and the sentence near the top that says the same at length."""
    if heading.position != TITLE or not 0 <= body.position <= thresholds.TITLE_REACH or heading.fact.kind in DATES:
        return ()
    if small(heading) or small(body) or len(heading.content) < thresholds.TITLE_CONTENT:
        return ()
    again = sum(cues.among(word, body.content) for word in heading.content)
    if again < thresholds.TITLE_SHARED or again < thresholds.TITLE_SHARE * len(heading.content):
        return ()
    return ("title",) if neighbours(heading, body) >= thresholds.TITLE_NEIGHBOURS else ()


def apposition(one: View, other: View, cues: Cues) -> tuple[str, ...]:
    """A number between commas after one and the same full name: the age of that person."""
    name = one.once(_named, cues)
    return ("name",) if name and name == other.once(_named, cues) else ()


def _named(view: View, cues: Cues) -> tuple[str, ...]:
    """The last two words of the name that the figure stands in apposition to; empty when it does not.

    Where capitals tell no names, only an age will do, since it is of somebody.
    """
    words, at = view.sentence.words, view.first - 1
    if view.fact.kind not in ("age", "number"):
        return ()
    if view.fact.kind == "age" and not cues.head_last:
        while at > 1 and words[at].kind != "sign" and view.first - at <= thresholds.REACH:
            at -= 1
        between = tuple(word.key for word in words[at + 1 : view.first])
        if between and cues.closing("definite", between) != "amounting":
            return ()
    if at < 2 or words[at].kind != "sign" or (view.last < len(words) and words[view.last].kind != "sign"):
        return ()
    first, last = words[at - 2], words[at - 1]
    full = last.kind == "name" and (first.kind == "name" or (at == 2 and first.kind == "word"))
    if view.fact.kind == "age" and not cues.head_last:
        full = first.kind == last.kind == "word"
    value = likeliest(view.fact).exact
    return (first.key, last.key) if full and value is not None and value <= thresholds.OLDEST else ()
