"""A language -> its texts with their gaps filled, and the names of months, weekdays and numbers in each style."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from factcheck.languages import data

FALLBACK = "en"
_GAP = re.compile(r"\{([^{}]*)\}")


class Texts(NamedTuple):
    """The texts of one language; those it lacks are the English ones."""

    language: str
    messages: Mapping[str, str]

    def has(self, key: str) -> bool:
        return key in self.messages

    def text(self, key: str, **values: str) -> str:
        """The text for ``key``; one that no language has is a fault of the data and raises ``KeyError``."""
        return filled(self.messages[key], values)

    def chosen(self, texts: Iterable[tuple[str, str]]) -> str:
        """Of (language, text) the one in this language, else the one for all, else English, else the first."""
        found = dict(texts)
        options = (found.get(language) for language in (self.language, "", FALLBACK))
        return next((text for text in options if text), next(iter(found.values()), ""))

    def role(self, name: str) -> str:
        """What a role is called in a report; the name of a fact stands as in its rule file."""
        return self.messages.get(f"role.{name}", name.replace("_", " "))

    def joined(self, words: Iterable[str]) -> str:
        """``one, two and three``, each once."""
        return self.listed("last", words)

    def listed(self, last: str, words: Iterable[str]) -> str:
        """As ``joined``, with the text ``list.<last>`` before the last one."""
        *before, final = dict.fromkeys(words)
        if not before:
            return final
        first = before[0]
        for word in before[1:]:
            first = self.text("list.more", one=first, two=word)
        return self.text(f"list.{last}", one=first, two=final)

    def rows(self, style: str) -> tuple[tuple[str, ...], ...]:
        """The names of consecutive values in every style of them, the commonest style first."""
        found = (text for key, text in self.messages.items() if key.startswith(f"style.{style}."))
        return tuple(tuple(name.strip() for name in text.split("|")) for text in found)


@cache
def texts_of(language: str) -> Texts:
    """The texts of a language; of one that has no folder, the English ones."""
    known = data.codes()
    own = data.load(language).messages if language in known else {}
    common = {
        key: text
        for key, text in data.load(FALLBACK).messages.items()
        if not (key.startswith(("style.", "setting.")) and language in known)
    }
    return Texts(language if language in known else FALLBACK, {**common, **own})


def filled(template: str, values: Mapping[str, str]) -> str:
    """``template`` with ``{name}`` replaced; what is filled in is never looked at again."""
    return _GAP.sub(lambda gap: values.get(gap[1].strip(), gap[0]), template)
