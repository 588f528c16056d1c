"""A language's patterns and its lexicon -> what in them no text can ever give, with the place.

Run where a lexicon is made of changed data (``reading/preparing.py``), so that it costs nothing afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from factcheck.languages.data import LanguageDataError, Pattern
from factcheck.languages.lexicon import Lexicon
from factcheck.languages.phrases import Sequence, Slot, slots, words

ANY_WORDS = ("word", "words")


def must_be_possible(
    lexicon: Lexicon, patterns: Iterable[Pattern], facts: Mapping[str, Iterable[str]], kinds: Collection[str]
) -> None:
    """Raises ``LanguageDataError`` for the first pattern that can never match, or match only without a part of it.

    ``facts`` are the value kinds of these patterns, ``kinds`` the kinds of facts.
    """
    for pattern in patterns:
        for fault in faults(lexicon, pattern.phrase, facts, kinds):
            raise LanguageDataError(f"{pattern.place}: {fault}")


def faults(
    lexicon: Lexicon, phrase: Sequence, facts: Mapping[str, Iterable[str]], kinds: Collection[str]
) -> Iterator[str]:
    """What is wrong with a phrase and what to do about it."""
    for slot in slots(phrase):
        if slot.kind in facts or (facts and slot.kind in ANY_WORDS):
            continue
        yield from _of_slot(lexicon, slot, kinds)
    for word in words(phrase):
        if not any(map(str.strip, lexicon.division.pieces_of(word))):
            yield f"'{word}' holds no word that a text can give; write it as it stands in articles"


def _of_slot(lexicon: Lexicon, slot: Slot, kinds: Collection[str]) -> Iterator[str]:
    kind = slot.kind
    if kind.startswith("@"):
        if kind[1:] not in {one.builder[1:] for one in lexicon.data.named}:
            yield f"there is no phrase {{{kind}}}; add a line '{kind} = ...' or mend the name"
    elif kind.isupper():
        if kind.lower() not in kinds:
            yield f"there is no kind of fact {{{kind}}}; the kinds are {', '.join(kinds)}"
    elif not lexicon.characters(kind) and not lexicon.several.get(re.split("[&!]", kind)[0]):
        yield from _empty(lexicon, kind)


def _empty(lexicon: Lexicon, kind: str) -> Iterator[str]:
    names = re.split("[&!]", kind)
    if missing := [name for name in names if not lexicon.one_class(name) and name not in lexicon.several]:
        yield f"{{{kind}}} never matches: no word is in [{missing[0]}]; add some to words.txt or mend the name"
    else:
        yield f"{{{kind}}} never matches: no word is in these classes at once; add one or take a class away"
