"""Facts and the sentences they stand in -> which of them are certainly one figure that is given twice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import groupby

from factcheck.identity.cues import Cues
from factcheck.identity.pairs import Pair, single, within
from factcheck.identity.views import Views
from factcheck.languages.data import LanguageData
from factcheck.model import Document, Fact, Relation, Sentence, Span

__all__ = ["restated"]


def restated(
    facts: Sequence[Fact],
    documents: Sequence[Document],
    sentence: Callable[[Fact], Sentence],
    language: Callable[[str], LanguageData],
) -> tuple[Relation, ...]:
    """Relations of kind ``restated`` with the roles ``one`` and ``other``, at most two for each fact.

    ``sentence`` gives the sentence of a fact, ``language`` the data of a language code. Pairs whose values can be
    one are given too: they were checked. ``evidence`` says how identity was found: ``near-copy``, ``definite``,
    ``statement``, ``title``, ``name``, ``toll``, ``resumed``, ``one-digit``; between documents ``across`` with
    ``near-copy``, ``name``, ``frame``, ``toll`` or ``agreeing-figures``. The order of facts and documents makes no
    difference.
    """
    ordered = sorted(facts, key=lambda fact: (fact.path, fact.span))
    by_path = {document.path: document for document in documents}
    views = Views(ordered, sentence, by_path)
    cues = {document.language: _cues(language, document.language) for document in documents}
    pairs: list[Pair] = []
    for path, group in groupby(ordered, key=lambda fact: fact.path):
        pairs += within(tuple(group), views, cues[by_path[path].language])
    if len(documents) > 1:
        from factcheck.identity.across import across

        pairs += across(ordered, views, cues)
    return tuple(map(_relation, single(pairs)))


@lru_cache(maxsize=16)
def _cues(language: Callable[[str], LanguageData], code: str) -> Cues:
    return Cues(language, code)


def _relation(pair: Pair) -> Relation:
    one, other = pair.one, pair.other
    span = Span(one.span.start, other.span.end) if one.path == other.path else one.span
    roles = (("one", (one.id,)), ("other", (other.id,)))
    return Relation("restated", one.path, span, roles, evidence=pair.evidence)
