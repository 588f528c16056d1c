"""A story with some of its words changed -> how often each rule is broken before and after."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property

from factcheck.explaining.findings import broken
from factcheck.model import Constraint, Edit, Sort
from factcheck.reading.facts import Text
from factcheck.solving import BARELY, components, shape, solve
from factcheck.story import Rulebook, Story, constraints_of, read, story_of

# How many code points are read again to try repairs, and how often; those of a longer story, or of one with more
# contradictions than anybody mends by hand, are only tried against what was read once.
MOST_READ_AGAIN, MOST_TRIES, MOST_MENDED = 200_000, 60, 20


class Rereading:
    """The story read again with some of its words changed, as long as that is worth the time."""

    def __init__(
        self,
        story: Story,
        constraints: Sequence[Constraint],
        sorts: Mapping[str, Sort],
        rulebook: Rulebook,
        contradictions: int,
    ) -> None:
        self._story, self._constraints, self._sorts, self._rulebook = story, constraints, sorts, rulebook
        length = sum(len(text.document.text) for text in story.texts)
        self._tries = min(MOST_TRIES, MOST_READ_AGAIN // max(length, 1)) if contradictions <= MOST_MENDED else 0
        # What clashes far from a change clashes as before.
        self._known: dict[object, Counter[str]] = {}

    @cached_property
    def _before(self) -> Counter[str]:
        return self._clashes(self._story, self._constraints, self._sorts)

    def __call__(self, edits: Sequence[Edit]) -> tuple[Counter[str], Counter[str]] | None:
        """The rules that are broken before and after ``edits``, how often each; ``None`` where too much was read."""
        if not self._tries:
            return None
        self._tries -= 1
        paths = {edit.path for edit in edits}
        texts = (self._edited(text, edits) if text.document.path in paths else text for text in self._story.texts)
        story = story_of(tuple(texts), self._rulebook)
        return self._before, self._clashes(story, *constraints_of(story))

    def _edited(self, text: Text, edits: Sequence[Edit]) -> Text:
        document = text.document
        own = (edit for edit in edits if edit.path == document.path)
        words = document.text
        for edit in sorted(own, key=lambda one: one.span, reverse=True):
            words = words[: edit.span.start] + edit.text + words[edit.span.end :]
        return read(document._replace(text=words), self._rulebook)

    def _clashes(self, story: Story, constraints: Sequence[Constraint], sorts: Mapping[str, Sort]) -> Counter[str]:
        found: Counter[str] = Counter()
        for component in components(constraints):
            known = shape(component, sorts)
            if known not in self._known:
                solution = solve(component, sorts, BARELY)
                documents = tuple(text.document for text in story.texts)
                rules = broken(solution.contradictions, story.bound.instances, story.facts, documents)
                self._known[known] = Counter((*rules, *("" for _ in solution.undecided)))
            found += self._known[known]
        return found
