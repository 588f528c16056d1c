"""Lines of a document and the phrases of rule files -> what each phrase matched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from factcheck.languages.lexicon import Lexicon
from factcheck.languages.matching import Found, Matcher
from factcheck.languages.phrases import Sequence, Slot, numbered, parse, slots
from factcheck.model import PhraseMatch, PhraseSpec
from factcheck.reading.lines import Line

# Kinds of facts that a value of a phrase may be.
VALUE_KINDS: Mapping[str, tuple[str, ...]] = {
    "number": ("number",),
    "percent": ("percent",),
    "money": ("money",),
    "quantity": ("number", "quantity", "money"),
    "age": ("age",),
    "day": ("day", "moment"),
    "moment": ("moment", "day", "time"),
    "year": ("year",),
    "month": ("month",),
    "period": ("period", "year", "month"),
    "duration": ("duration",),
}
WORDS = ("word", "words")


def matches(path: str, lines: Iterable[Line], specs: Iterable[PhraseSpec], language: str) -> Iterator[PhraseMatch]:
    """Every match of the phrases of ``language``, phrase by phrase in text order.

    None of a fact in a sentence that one of the fact's excluding phrases matches too.
    """
    blocks = tuple(lines)
    own = tuple(spec for spec in specs if spec.language == language)
    excluding: dict[str, list[PhraseSpec]] = {}
    for spec in own:
        if spec.excludes:
            excluding.setdefault(spec.fact, []).append(spec)
    for spec in own:
        if not spec.excludes:
            for line in blocks:
                yield from _matches(path, line, spec, excluding.get(spec.fact, ()))


def _matches(path: str, line: Line, spec: PhraseSpec, excluding: Iterable[PhraseSpec]) -> Iterator[PhraseMatch]:
    phrase, matcher = _ready(line.lexicon, spec.phrase)
    kept = tuple(line.find(matcher))
    if kept:
        barred = {line.index.number(one.start()) for other in excluding for one in _found(line, other)}
        kept = tuple(one for one in kept if line.index.number(one.start()) not in barred)
    for found in kept:
        words, values = [], []
        for slot, (start, end) in sorted(_captured(phrase, found), key=lambda one: one[1]):
            if slot.kind in WORDS:
                words.append((slot.name, " ".join(line.words(start, end))))
            elif (draft := line.drafts.get(start)) is not None:
                values.append((slot.name, str(draft.data["id"])))
        yield PhraseMatch(spec, path, line.span(*found.span()), tuple(words), tuple(values))


def _found(line: Line, spec: PhraseSpec) -> list[Found]:
    return line.find(_ready(line.lexicon, spec.phrase)[1])


def _captured(phrase: Sequence, found: Found) -> Iterator[tuple[Slot, tuple[int, int]]]:
    for number, slot in enumerate(slots(phrase)):
        if found[f"slot{number}"] is not None:
            yield slot, found.span(f"slot{number}")


def _ready(lexicon: Lexicon, text: str) -> tuple[Sequence, Matcher]:
    phrase = parse(text)
    return phrase, lexicon.once(f"phrase {text}", lambda: lexicon.matcher(numbered(phrase), VALUE_KINDS))
