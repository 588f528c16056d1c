"""What a check is asked and what it answers with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple, Protocol

from factcheck.model import Bound, Fact, Level, Passage, Range

NOBODY_SAYS: Mapping[str, Passage] = MappingProxyType({})


class Spec(NamedTuple):
    """The rule that asks for a check: its name (``pack/rule``), its level, (language, template) messages."""

    rule: str
    level: Level
    messages: tuple[tuple[str, str], ...] = ()


class Check(Protocol):
    """Facts -> the constraints that one rule makes of them.

    By path of the articles: ``texts`` are their texts, ``published`` the moments (in minutes) at which each
    may have been published, as far as that is known, and ``dated_by`` the words of the article that say so
    where nobody else did.
    """

    def __call__(
        self,
        facts: Sequence[Fact],
        texts: Mapping[str, str],
        published: Mapping[str, Range],
        spec: Spec,
        dated_by: Mapping[str, Passage] = NOBODY_SAYS,
    ) -> Bound: ...
