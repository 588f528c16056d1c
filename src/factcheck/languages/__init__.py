"""Languages as data: folders of vocabulary, patterns and messages, and the code that loads them."""

from __future__ import annotations

from factcheck.languages.data import codes, load


def detect(text: str) -> str:
    """The language with the most letters of its script in ``text``; the first code when there is none."""
    sample = text[:4000]
    scores = {code: sum(map(load(code).letters.__contains__, sample.lower())) for code in codes()}
    return max(scores, key=lambda code: (scores[code], code == "en"))
