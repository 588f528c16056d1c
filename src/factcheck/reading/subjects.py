"""A verb in a sentence and one that was told before -> whether the verb is said of what that was about.

It is where its sentence begins with a pronoun, with a word of the one before, or with the verb itself.
"""

from __future__ import annotations

from factcheck.reading.lines import Line
from factcheck.reading.sentences import bounds

# An article stands so many tokens before its noun at most.
NEAR = 2


def is_known(line: Line, start: int, end: int, told: int) -> bool:
    """Whether the subject of the verb at ``start`` to ``end`` is one of the sentence that token ``told`` stands in."""
    first, _ = bounds(line, start)
    own, stop = bounds(line, told)
    lexicon = line.lexicon
    known = {bare_key(line, at) for at in range(own, stop) if line.base[at] in lexicon.characters("word")}
    function = lexicon.characters("function")
    if lexicon.has_capitals:
        skipped = lexicon.characters("definite-word")
        at = next((one for one in range(first, start) if line.base[one] not in skipped), start)
        pronoun = line.base[at] in lexicon.characters("heshe|theyit")
        return at == start or pronoun or (line.base[at] not in function and bare_key(line, at) in known)
    if not all(line.base[at] in function or bare_key(line, at) in known for at in range(first, start)):
        return False
    names = ("function", "preposition", "article-attached", "timeunit")
    small = frozenset[str]().union(*map(lexicon.characters, names))
    return end in line.drafts or end >= len(line.base) or line.base[end] in small or bare_key(line, end) in known


def is_definite(line: Line, at: int, first: int) -> bool:
    """Whether a word of the sentence that begins at ``first`` has an article or the like: the margin; this gap."""
    definite = line.lexicon.characters("definite-word")
    before = any(line.base[one] in definite for one in range(max(first, at - NEAR), at))
    return before or bare_key(line, at) != line.key(at, at + 1)


def bare_key(line: Line, at: int) -> str:
    """The key of a word without an article that is written together with it."""
    key = line.key(at, at + 1)
    articles = tuple(line.lexicon.values.get("article-attached", {}))
    return next((key.removeprefix(one) for one in articles if key.startswith(one)), key)
