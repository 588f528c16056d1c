"""Lines with their facts -> how the text itself ties them: shares, durations, ranges, sums and lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from factcheck.languages.data import Pattern
from factcheck.languages.lexicon import Lexicon
from factcheck.languages.matching import Found, Matcher
from factcheck.model import Relation
from factcheck.reading.breakdowns import is_part
from factcheck.reading.enumerations import enumerations, relation
from factcheck.reading.facts import Text
from factcheck.reading.lines import Draft, Line

Roles = dict[str, list[Draft]]
KINDS: Mapping[str, tuple[str, ...]] = {
    "date": ("day", "month", "year", "period", "moment"),
    "figure": ("number", "quantity", "money"),
    "count": ("number",),
    "length": ("duration",),
    "percent": ("percent",),
}
HYPHENS = "-‐‑"
# The noun that a percentage is of stands among so many words after it.
OF_WITHIN = 4


def relations(text: Text, lexicon: Lexicon) -> tuple[Relation, ...]:
    """Every relation that the words state, in text order; no two of one kind over the same facts."""
    found: dict[tuple[object, ...], Relation] = {}
    path = text.document.path
    for line in text.lines:
        for one in (*_phrased(path, line, lexicon), *enumerations(path, line, lexicon)):
            found.setdefault((one.kind, one.roles), one)
    return tuple(sorted(found.values(), key=lambda one: (one.span, one.kind)))


def _phrased(path: str, line: Line, lexicon: Lexicon) -> Iterator[Relation]:
    for pattern, matcher in _patterns(lexicon):
        for match in line.find(matcher):
            roles: Roles = {}
            for start, name in sorted((match.start(name), name) for name in _captured(match)):
                if (draft := line.drafts.get(start)) is not None:
                    roles.setdefault(name.partition("__")[0], []).append(draft)
            if _is_certain(pattern, line, roles):
                yield relation(path, line, pattern.builder, sorted(roles.items()), pattern.place)


def _captured(match: Found) -> Iterator[str]:
    for name, text in match.groupdict().items():
        if text is not None:
            yield name


@lru_cache(maxsize=16)
def _patterns(lexicon: Lexicon) -> tuple[tuple[Pattern, Matcher], ...]:
    return tuple((pattern, lexicon.matcher(pattern.phrase, KINDS)) for pattern in lexicon.data.relations)


def _is_certain(pattern: Pattern, line: Line, roles: Roles) -> bool:
    if pattern.builder == "share":
        return _is_share(line, roles)
    if pattern.builder in ("parts", "included"):
        return all(is_part(roles["total"][0], part) for part in roles["part"])
    if not _are_ends(line, roles):
        return False
    if ("hyphen", "yes") in pattern.given:
        length = roles["length"][0]
        return any(hyphen in piece for piece in line.pieces[length.start : length.end] for hyphen in HYPHENS)
    return True


def _are_ends(line: Line, roles: Roles) -> bool:
    """Two ends of one kind, neither a bare weekday, and nothing in the sentence that moves a date."""
    (start,), (end,) = roles["start"], roles["end"]
    if start.kind != end.kind or not (_is_named(start) and _is_named(end)):
        return False
    return not line.sentence_has(start.start, "moved")


def _is_named(draft: Draft) -> bool:
    return draft.kind != "day" or any(part.role == "day" for part in draft.parts)


def _is_share(line: Line, roles: Roles) -> bool:
    """Part and whole count one thing, and the percentage is not said to be of another."""
    (percent,), (part,), (whole,) = roles["percent"], roles["part"], roles["whole"]
    if not is_part(whole, part):
        return False
    of = line.lexicon.characters("of")
    if whole.start > percent.start or percent.end >= len(line.line) or line.line[percent.end] not in of:
        return True
    named = getattr(whole.data.get("subject"), "concept", "")
    nouns = (line.key(at, at + 1) for at in range(percent.end + 1, min(percent.end + OF_WITHIN, len(line.pieces))))
    return bool(named) and named in (line.lexicon.value("noun", noun) for noun in nouns)
