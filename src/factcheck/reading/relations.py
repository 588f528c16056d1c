"""Lines with their facts -> how the text itself ties them: shares, durations, ranges, sums and lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from factcheck.languages.data import Pattern
from factcheck.languages.lexicon import Lexicon, Matcher
from factcheck.model import Relation
from factcheck.reading.enumerations import enumerations
from factcheck.reading.facts import Text
from factcheck.reading.lines import Draft, Line
from factcheck.reading.nouns import Nouns

KINDS: Mapping[str, tuple[str, ...]] = {
    "date": ("day", "month", "year", "period", "moment"),
    "figure": ("number", "quantity", "money"),
    "length": ("duration",),
    "percent": ("percent",),
}
HYPHENS = "-‐‑"


def relations(text: Text, lexicon: Lexicon) -> tuple[Relation, ...]:
    """Every relation that the words state, in text order; no two of one kind over the same facts."""
    found: dict[tuple[object, ...], Relation] = {}
    path = text.document.path
    for line in text.lines:
        for relation in (*_phrased(path, line, lexicon), *enumerations(path, line, lexicon)):
            found.setdefault((relation.kind, relation.roles), relation)
    return tuple(sorted(found.values(), key=lambda one: (one.span, one.kind)))


def _phrased(path: str, line: Line, lexicon: Lexicon) -> Iterator[Relation]:
    for pattern, matcher in _patterns(lexicon):
        for match in line.find(matcher):
            drafts = {name.partition("__")[0]: line.drafts.get(match.start(name)) for name in _captured(match)}
            roles = {name: draft for name, draft in drafts.items() if draft is not None}
            if _is_certain(pattern, line, roles, match):
                members = tuple((name, (str(draft.data["id"]),)) for name, draft in roles.items())
                yield Relation(pattern.builder, path, line.span(*match.span()), members, pattern.place)


def _captured(match: re.Match[str]) -> Iterator[str]:
    for name, text in match.groupdict().items():
        if text is not None:
            yield name


@lru_cache(maxsize=16)
def _patterns(lexicon: Lexicon) -> tuple[tuple[Pattern, Matcher], ...]:
    return tuple((pattern, lexicon.matcher(pattern.phrase, KINDS)) for pattern in lexicon.data.relations)


def _is_certain(pattern: Pattern, line: Line, roles: Mapping[str, Draft], match: re.Match[str]) -> bool:
    if pattern.builder == "share":
        return _is_share(line, roles)
    if not _are_ends(line, roles):
        return False
    if ("hyphen", "yes") in pattern.given:
        length = roles["length"]
        return any(hyphen in piece for piece in line.pieces[length.start : length.end] for hyphen in HYPHENS)
    return True


def _are_ends(line: Line, roles: Mapping[str, Draft]) -> bool:
    """Two ends of one kind, neither a bare weekday, and nothing in the sentence that moves a date."""
    start, end = roles["start"], roles["end"]
    if start.kind != end.kind or not (_is_named(start) and _is_named(end)):
        return False
    return not line.sentence_has(start.start, "moved")


def _is_named(draft: Draft) -> bool:
    return draft.kind != "day" or any(part.role == "day" for part in draft.parts)


def _is_share(line: Line, roles: Mapping[str, Draft]) -> bool:
    """Part and whole count one thing, and the percentage is not said to be of another."""
    percent, part, whole = roles["percent"], roles["part"], roles["whole"]
    if part.kind != whole.kind or not _of_one_kind(line, part, whole):
        return False
    of = line.lexicon.characters("of")
    if percent.end >= len(line.line) or line.line[percent.end] not in of:
        return True
    subject, _ = _nouns(line.lexicon).after(line, percent.end + 1)
    named = whole.data.get("subject")
    return bool(subject.concept) and subject.concept == getattr(named, "concept", "")


def _of_one_kind(line: Line, part: Draft, whole: Draft) -> bool:
    units = [reading.unit for draft in (part, whole) for reading in draft.readings[:1]]
    return part.kind == "number" or len(set(units)) == 1


@lru_cache(maxsize=16)
def _nouns(lexicon: Lexicon) -> Nouns:
    return Nouns(lexicon)
