"""Two views of amounts, the later in a definite noun phrase -> whether that may take up the earlier one.

Sold for 340 million euros ... half of the 430 million; jailed for 15 years ... the 25-year term.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from factcheck.identity.cues import Cues
from factcheck.identity.definite import CONTENT, clause_repeated, following, is_of_more, narrowed, repeated
from factcheck.identity.values import middle
from factcheck.identity.views import View
from factcheck.model import Fact, Word

MEASURES = ("quantity", "duration")
# What is taken up is not so many times smaller or larger.
SCALE = Fraction(5, 2)
# A bare figure so large (the 64 million) may be an amount whose currency was named before.
LARGE = 10_000
HYPHEN = "-"
ENDS = (",", ".", ";", "،", "؛", ")")
BACK = ("article", "pointing")


def one_amount(earlier: View, later: View, pointing: str, cues: Cues) -> bool:
    """The 430 million, or the 430 million euros, with nothing that says of what else they are."""
    one, other = earlier.fact, later.fact
    bare = other.kind == "number" and not other.subject.concept and (middle(other) or 0) >= LARGE
    if is_of_more(earlier, cues):
        return False
    if one.kind != "money" or not (bare or _have_one_unit(one, other)) or pointing not in BACK:
        return False
    after = following(later, 0)
    if not cues.head_last:
        noun = next((word.key for word in reversed(later.sentence.words[: later.first]) if word.kind in CONTENT), "")
        return cues.among(noun, earlier.every) and not narrowed(earlier, later, after, pointing, cues)
    if after and (after[0].kind in CONTENT or (after[0].kind == "sign" and after[0].key not in ENDS)):
        return False
    spent = bool(after) and cues.meaning("spent-on", after[0].key) != ""  # half of the 430 million to pay its debt
    return spent or not narrowed(earlier, later, after, pointing, cues)


def one_measure(earlier: View, later: View, pointing: str, cues: Cues) -> bool:
    """The 21 hectares; the 25-year sentence where somebody was jailed: what is measured was told of before."""
    if earlier.fact.kind != later.fact.kind or pointing not in BACK or not _are_written_alike(earlier, later):
        return False
    if any(
        cues.meaning(kind, word)
        for kind in ("demanded", "revised", "pluperfect")
        for word in (*earlier.every, *later.every)
    ):
        return False  # below the 25-year term that was asked for; cut to nine years
    after = following(later, 0)
    if cues.head_last:
        after = after[1:] if after and after[0].kind == "sign" and after[0].key == HYPHEN else after
        noun = after[0].key if after and after[0].kind in CONTENT else ""
        if _is_of_which(earlier, after[1:] if noun else after, cues):
            return False
    else:
        word = later.sentence.words[later.first - 1] if later.first else None
        noun = word.key if word is not None and word.kind in CONTENT else ""
        if not noun:
            return False
    if not noun:
        bare = not cues.head_last or not after or after[0].kind == "sign" or cues.meaning("predicate", after[0].key)
        return bool(bare) and not any(one.kind == "number" for one in earlier.figures)
    if cues.among(noun, earlier.every):
        return True
    kin = _kin(noun, cues)
    return bool(kin) and any(kin == _kin(word, cues) for word in earlier.every)


def _is_of_which(earlier: View, after: Sequence[Word], cues: Cues) -> bool:
    """Whether a phrase or a participle says which one is meant: the five-year contract with the town, signed in May."""
    if not after or after[0].kind == "sign":
        return False
    meaning = cues.meaning("narrowing", after[0].key)
    if meaning == "phrase":
        return not repeated(earlier, after, cues)
    if meaning == "clause" and after[0].kind == "function":  # the eight years that are left
        return not clause_repeated(earlier, after, cues)
    return bool(cues.meaning("participle", after[0].key))


def _kin(word: str, cues: Cues) -> str:
    """Of what kind of thing a word speaks: jailed and sentence are of one."""
    return cues.meaning("kin-noun", word) or cues.meaning("kin-noun", cues.bare(word))


def _are_written_alike(one: View, other: View) -> bool:
    """Whether two measures are of one unit: lengths of time of the same letter of TIMEX3."""
    first, second = one.fact.readings[0], other.fact.readings[0]
    if one.fact.kind == "duration":
        return bool(first.timex and second.timex) and (first.timex or "")[-1:] == (second.timex or "")[-1:]
    return first.unit == second.unit


def is_only_amount(earlier: View, figures: Sequence[Fact], later: View) -> bool:
    """Whether no other amount of the article is of the same scale."""
    value = middle(later.fact) or Fraction(0)
    kind = earlier.fact.kind
    every = (middle(one) for one in figures if one.kind == kind and one is not later.fact)
    near = {one for one in every if one is not None and one / SCALE <= value <= one * SCALE}
    return near == {middle(earlier.fact)}


def _have_one_unit(one: Fact, other: Fact) -> bool:
    return one.readings[0].unit == other.readings[0].unit
