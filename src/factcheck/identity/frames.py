"""Two views of figures -> whether they stand in one frame: the same words around them, in order, on both sides.

"Lauterbach is buying Nordane Optics of Aarhus for $1.27 billion" and "the news that Lauterbach is buying Nordane Optics
for $1.72 billion": the rest of the two sentences may differ. What is inserted on one side only says more of the same
thing, unless other words take the place of some.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.identity.cues import Cues
from factcheck.identity.definite import CONTENT, small
from factcheck.identity.thresholds import FRAME_REACH, FRAME_SHARED, FRAME_SKIPPED, FRAME_WITH_NAMES
from factcheck.identity.views import View
from factcheck.model import Word

FRAME = ("frame",)
FIGURES = ("number", "money", "percent", "quantity", "duration")


def frame(one: View, other: View, cues: Cues) -> tuple[str, ...]:
    """Enough words next to both figures are the same, in the same order."""
    if one.fact.kind not in FIGURES or one.fact.kind != other.fact.kind or small(one) or small(other):
        return ()
    before = _aligned(_reversed_before(one), _reversed_before(other), cues)
    after = _aligned(_after(one), _after(other), cues)
    shared = [word for word in (*before, *after) if word.kind in CONTENT]
    named = sum(word.kind == "name" or word.key in one.names or word.key in other.names for word in shared)
    if not before or not shared:
        return ()
    enough = len(shared) >= FRAME_SHARED or (named > 1 and len(shared) >= FRAME_WITH_NAMES)
    return FRAME if enough else ()


def _reversed_before(view: View) -> Sequence[Word]:
    return tuple(reversed(view.sentence.words[max(0, view.first - FRAME_REACH) : view.first]))


def _after(view: View) -> Sequence[Word]:
    return view.sentence.words[view.last : view.last + FRAME_REACH]


def _aligned(one: Sequence[Word], other: Sequence[Word], cues: Cues) -> list[Word]:
    """The words that both have in common from the figure on, as far as only one of them has more in between."""
    found: list[Word] = []
    a = b = 0
    while a < len(one) and b < len(other):
        if one[a].key == other[b].key:
            if one[a].kind != "sign":
                found.append(one[a])
            a, b = a + 1, b + 1
            continue
        skip = next(
            (
                (x, y)
                for size in range(1, FRAME_SKIPPED + 1)
                for x, y in ((size, 0), (0, size))
                if a + x < len(one) and b + y < len(other) and one[a + x].key == other[b + y].key
            ),
            None,
        )
        if skip is None:
            break
        a, b = a + skip[0], b + skip[1]
    return found
