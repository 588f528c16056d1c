"""The examples beside each language's data, and what must hold of the data itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import NamedTuple

import pytest

from factcheck.languages.classes import NUMERIC, PUNCTUATION
from factcheck.languages.data import FOLDER, codes, load
from factcheck.languages.lexicon import SEVERAL, Lexicon
from factcheck.languages.phrases import parse, slots
from factcheck.model import Document, Fact, Reading
from factcheck.reading.builders import BUILDERS
from factcheck.reading.facts import read_text
from factcheck.reading.lines import Line
from factcheck.reading.reader import FACT_KINDS

LEXICONS = {code: Lexicon(load(code), kinds=FACT_KINDS) for code in codes()}
EXPECTED = re.compile(r'(?P<kind>\w+) "(?P<words>[^"]+)" (?P<value>\S+)(?: (?P<unit>.+))?')
EXCEPTION = re.compile(r"not(?: (?P<kind>\w+))?: (?P<text>.+)")

# Classes that the program itself gives to tokens.
GIVEN = {"cap", "glued", "articled", "word", "unknown", "initial", "mixed", "sign", "dotdate", "oddnumber"}
GIVEN |= {"joined", *NUMERIC, *(name for names in PUNCTUATION.values() for name in names)}


class Example(NamedTuple):
    language: str
    line: int
    text: str
    published: date | None


def lines(code: str) -> Iterator[Example]:
    path = FOLDER / code / "examples.txt"
    published = None
    for number, line in enumerate(path.read_text("utf-8").splitlines() if path.exists() else (), 1):
        if line.startswith("published: "):
            published = date.fromisoformat(line.removeprefix("published: "))
        elif line.strip() and not line.startswith("#"):
            yield Example(code, number, line, published)


EXAMPLES = [example for code in codes() for example in lines(code)]


def facts(example: Example, text: str) -> tuple[Fact, ...]:
    document = Document.of(text, language=example.language, published=example.published)
    return read_text(document, LEXICONS[example.language]).facts


def holds(reading: Reading | None, value: str) -> bool:
    if reading is None or value == "-":
        return reading is None and value == "-"
    if value == reading.timex:
        return True
    if ".." in value:
        low, high = (Fraction(end) if end else None for end in value.split(".."))
        return (reading.value.low, reading.value.high) == (low, high)
    return bool(re.fullmatch(r"-?[\d./]+", value)) and reading.value.exact == Fraction(value)


def shown(text: str, found: tuple[Fact, ...]) -> list[str]:
    return [f'{f.kind} "{text[f.span.start : f.span.end]}" {f.readings[:1]}' for f in found]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: f"{e.language}:{e.line}")
def test_the_examples_of_a_language_are_read_as_they_say(example: Example) -> None:
    if (exception := EXCEPTION.fullmatch(example.text)) is not None:
        kind, text = exception["kind"], exception["text"]
        found = tuple(fact for fact in facts(example, text) if kind in (None, fact.kind))
        assert not found, shown(text, found)
        return
    text, _, expectation = example.text.partition(" => ")
    expected = [EXPECTED.fullmatch(part.strip()) for part in expectation.split(";")]
    assert all(expected), 'an entry is: text => kind "words" value unit; ...'
    found = facts(example, text)
    assert [(f.kind, text[f.span.start : f.span.end]) for f in found] == [
        (e["kind"], e["words"]) for e in expected if e
    ]
    for fact, entry in zip(found, expected, strict=True):
        first = fact.readings[0] if fact.readings else None
        assert entry and holds(first, entry["value"]), shown(text, (fact,))
        assert entry["unit"] is None or (first and first.unit == entry["unit"]), shown(text, (fact,))


@pytest.mark.parametrize("code", codes())
def test_every_pattern_names_a_builder_and_classes_that_exist(code: str) -> None:
    data = load(code)
    classes = {entry.kind for entry in data.vocabulary} | GIVEN | {SEVERAL + kind for kind in data.joined}
    named = {one.builder[1:]: one.phrase for one in data.named}
    for pattern in data.patterns:
        assert pattern.builder in BUILDERS, pattern.place
        for slot in slots(pattern.phrase):
            if slot.kind.startswith("@"):
                assert slot.kind[1:] in named, f"{pattern.place}: {slot.kind}"
            elif slot.kind.isupper():
                assert slot.kind.lower() in FACT_KINDS, f"{pattern.place}: {slot.kind}"
            else:
                missing = set(re.split("[&!]", slot.kind)) - classes
                assert not missing, f"{pattern.place}: no class {missing}"
    for name, phrase in named.items():
        for slot in slots(phrase):
            known = slot.kind.lower() in FACT_KINDS if slot.kind.isupper() else slot.kind[1:] in named
            assert known or set(re.split("[&!]", slot.kind)) <= classes, f"@{name}: {slot.kind}"


@pytest.mark.parametrize("code", codes())
def test_no_entry_of_the_vocabulary_is_lost_in_folding(code: str) -> None:
    lexicon = LEXICONS[code]
    affixes = ("clitic", "clitic-first", "article", "article-contracted")
    for entry in lexicon.data.vocabulary:
        if entry.kind in affixes:
            continue
        line = Line(lexicon, entry.text + " ,")
        size = len(line.base) - 1
        joined = size > 1 and entry.kind in lexicon.data.joined
        kind, length = (SEVERAL + entry.kind, 1) if joined else (entry.kind, size)
        match = lexicon.matcher(parse(f"{{{kind}}}")).pattern.match(line.base)
        assert match and match.end() == length, f"{entry.place}: '{entry.text}' is never found as {entry.kind}"
        assert lexicon.value(entry.kind, line.key(0, size)) == entry.value, f"{entry.place}: '{entry.text}'"


@pytest.mark.parametrize("code", codes())
def test_no_line_stands_twice_in_the_data(code: str) -> None:
    for name in ("words.txt", "patterns.txt", "examples.txt"):
        path, section = FOLDER / code / name, ""
        seen: Counter[tuple[str, str]] = Counter()
        for line in path.read_text("utf-8").splitlines() if path.exists() else ():
            section = line if line.startswith(("[", "published:")) else section
            if line.strip() and not line.startswith(("#", "[", "published:")):
                seen[section, line.strip()] += 1
        assert [line for line, count in seen.items() if count > 1] == []
    assert [name for name, count in Counter(one.builder for one in load(code).named).items() if count > 1] == []


@pytest.mark.parametrize("code", [code for code in codes() if (FOLDER / code / "examples.txt").exists()])
def test_examples_say_what_is_not_read_too(code: str) -> None:
    own = list(lines(code))
    assert sum(line.text.startswith("not") for line in own) * 4 >= len(own) // 2
