"""Two views of figures -> why they are certainly one figure given twice, as codes; empty when they are not."""

from __future__ import annotations

from itertools import takewhile

from factcheck.identity import thresholds
from factcheck.identity.cues import Cues
from factcheck.identity.values import DATES, likeliest
from factcheck.identity.views import View, contains, neighbours, shared
from factcheck.languages.folding import fold

TITLE = -1


def near_copy(one: View, other: View) -> tuple[str, ...]:
    """The same sentence said again, with equal words next to the figure."""
    equal = shared(one, other)
    if equal < thresholds.NEAR_COPY_SHARED or not contains(one, other, thresholds.NEAR_COPY):
        return ()
    if contains(one, other, thresholds.WHOLE_COPY):
        return ("near-copy",) if neighbours(one, other) >= thresholds.NEAR_COPY_NEIGHBOURS else ()
    enough = equal >= thresholds.PARTIAL_COPY_SHARED
    return ("near-copy",) if enough and neighbours(one, other) >= thresholds.PARTIAL_COPY_NEIGHBOURS else ()


def definite(earlier: View, later: View, cues: Cues) -> tuple[str, ...]:
    """A figure that is taken up with a definite noun phrase soon after: 14 branches ... the 16 branches.

    What is counted must be the same words, and nothing may narrow the later noun (the 16 branches *in the north*).
    A smaller figure may be a part that was not announced, unless it is nearly as large.
    """
    distance = later.position - earlier.position
    if earlier.sentence.path != later.sentence.path or not 0 < distance <= thresholds.ANAPHORA_REACH:
        return ()
    if earlier.fact.kind != "number" or not (size := _counted(earlier, later)):
        return ()
    if not is_definite(later, cues) or is_definite(earlier, cues) or _narrowed(later, size, cues):
        return ()
    either = (earlier, later)
    if any(map(_names_a_year, either)) or any(map(_small, either)) or _may_be_a_part(later, earlier):
        return ()
    return ("definite",)


def is_definite(view: View, cues: Cues) -> bool:
    """Whether a word before the figure, or an article attached to it, points back to something known."""
    before = view.sentence.words[max(0, view.first - 1) : view.first]
    if cues.values("definite", (word.key for word in before)):
        return True
    if cues.head_last or view.first == view.last:
        return False
    text = view.text.split(maxsplit=1)[0]
    key = view.sentence.words[view.first].key.split(" ", 1)[0]
    return text[0].isalpha() and fold(text) != key and cues.articled(text, key)


def _may_be_a_part(later: View, earlier: View) -> bool:
    whole, part = likeliest(earlier.fact).exact, likeliest(later.fact).exact
    if whole is None or part is None:
        return True
    return part < whole and (part < thresholds.LEAST_WHOLE or part < whole * thresholds.NEARLY_WHOLE)


def _small(view: View) -> bool:
    value = likeliest(view.fact).exact
    return value is not None and view.fact.kind == "number" and value < thresholds.LEAST_COUNT


def _names_a_year(view: View) -> bool:
    """The 1976 act: four digits before a noun that nobody is known to count."""
    span, value = view.fact.span, likeliest(view.fact).exact
    return not view.fact.subject.concept and span.end - span.start == 4 and value is not None and value >= 1000


def title(heading: View, body: View) -> tuple[str, ...]:
    """A figure of the title, and the sentence near the top that says the same at length."""
    if heading.position != TITLE or not 0 <= body.position <= thresholds.TITLE_REACH or heading.fact.kind in DATES:
        return ()
    if _small(heading) or _small(body):
        return ()
    if len(heading.content) < thresholds.TITLE_CONTENT or shared(heading, body) < thresholds.TITLE_SHARED:
        return ()
    if shared(heading, body) < thresholds.TITLE_SHARE * len(heading.content):
        return ()
    return ("title",) if neighbours(heading, body) >= thresholds.TITLE_NEIGHBOURS else ()


def apposition(one: View, other: View) -> tuple[str, ...]:
    """A number between commas after one and the same full name: the age of that person."""
    name = _named(one)
    return ("name",) if name and name == _named(other) else ()


def _named(view: View) -> tuple[str, ...]:
    """The last two words of the name that the figure stands in apposition to; empty when it does not."""
    words, at = view.sentence.words, view.first - 1
    if view.fact.kind not in ("age", "number") or at < 2 or words[at].kind != "sign":
        return ()
    if view.last < len(words) and words[view.last].kind != "sign":
        return ()
    first, last = words[at - 2], words[at - 1]
    full = last.kind == "name" and (first.kind == "name" or (at == 2 and first.kind == "word"))
    value = likeliest(view.fact).exact
    return (first.key, last.key) if full and value is not None and value <= thresholds.OLDEST else ()


def _counted(earlier: View, later: View) -> int:
    """How many words after the later figure say what it counts, the same as after the earlier one; 0 when not the same.

    Of a thing that is not known all words up to the next function word are given, verbs too: one may say more.
    """
    one, other = earlier.fact.subject, later.fact.subject
    if one.concept or other.concept:
        same = one.concept == other.concept and one.words == other.words
        return len(other.words) + 1 if same else 0
    size = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one.words, other.words, strict=False)))
    return size if size in (len(one.words), len(other.words)) else 0


def _narrowed(view: View, size: int, cues: Cues) -> bool:
    """Whether something after the noun says which of several are meant; a definite adjective does."""
    if cues.head_last:
        return bool(cues.values("narrowing", view.after(size + 1)[size:]))
    following = next((word for word in view.sentence.words[view.last :]), None)
    if following is None or following.kind == "sign":
        return False
    text = view.document.text[following.span.start : following.span.end]
    return bool(cues.values("narrowing", (following.key,))) or cues.articled(text, following.key)
