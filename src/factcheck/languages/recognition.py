"""A text in; the code of its language out, or nothing where its words are of none that has a folder.

What decides are the words that every text of a language is full of (its classes ``function``, clitics and article), not
a list of other languages. In doubt a text is taken for one of ours.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from factcheck.languages.data import codes, load
from factcheck.languages.folding import TATWEEL, fold

_SAMPLE = 4000
# Of the words of news every fifth and more is a word of function; of other languages hardly one in ten looks so.
_LEAST_SHARE = 0.12
_BENEFIT_OF_DOUBT = 2  # words; a list or some headlines may have few
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0610-\u061a\u064b-\u065f\u0670\u0640])*")


def detect(text: str) -> str:
    """The language with the most letters of its script in ``text``; English when there is none."""
    sample = text[:_SAMPLE].lower()
    scores = {code: sum(map(load(code).letters.__contains__, sample)) for code in codes()}
    return max(scores, key=lambda code: (scores[code], code == "en"))


def recognised(text: str, is_other: bool = False) -> str | None:
    """As ``detect``, but ``None`` where the words speak against it.

    ``is_other`` says that the text is announced as of another language: then its words must speak for one of ours.
    """
    code = detect(text)
    words = _WORD.findall(text[:_SAMPLE])
    least = _LEAST_SHARE * len(words) - (0 if is_other else _BENEFIT_OF_DOUBT)
    if is_other and not words:
        return None
    return code if sum(_speaks_for(code, word) for word in words) >= least else None


@lru_cache(maxsize=65_536)
def _speaks_for(code: str, word: str) -> int:
    """1 for a word of function or with the article, also after clitics; -1 for one with letters of another alphabet.

    A word in another script altogether, such as a foreign name, is 0.
    """
    known, clitics, articles, letters = _telling(code)
    own = [letter in letters for letter in word.lower() if letter.isalpha() and letter != TATWEEL]
    if not all(own):
        return -1 if any(own) else 0
    word = fold(word)
    rests = (word, *(word.removeprefix(clitic) for clitic in clitics if word.startswith(clitic)))
    attached = (len(rest) > len(one) + 1 and rest.startswith(one) for rest in rests for one in articles)
    return int(not known.isdisjoint(rests) or any(attached))


@cache
def _telling(code: str) -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...], frozenset[str]]:
    def folded(*kinds: str) -> tuple[str, ...]:
        return tuple(fold(entry.text) for entry in load(code).entries(*kinds))

    return (
        frozenset(folded("function")),
        folded("clitic-first", "clitic"),
        folded("article-attached"),
        load(code).letters,
    )
