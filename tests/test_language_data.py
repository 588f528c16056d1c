"""Every line of a language's data does something: it can match, something uses it, and an example reaches it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

import factcheck
from factcheck.languages import data as data_module
from factcheck.languages.data import LanguageData, LanguageDataError, Pattern, codes, load
from factcheck.languages.lexicon import Lexicon
from factcheck.languages.phrases import parse, slots, words
from factcheck.languages.tokens import split
from factcheck.model import Document
from factcheck.reading.facts import read_text
from factcheck.reading.preparing import must_be_sound
from factcheck.reading.reader import FACT_KINDS
from factcheck.reading.relations import relations
from test_language_examples import EXCEPTION, LEXICONS, lines

# So many classes of a language may be reached by no example; the test says which they are.
MOST_UNREACHED = {"ar": 12, "en": 8}


class Reached(NamedTuple):
    """Places of patterns and relations, and classes, that the examples of a language reach."""

    places: frozenset[str]
    classes: frozenset[str]


@cache
def reached(code: str) -> Reached:
    lexicon, places, classes = LEXICONS[code], set[str](), set[str]()
    several = {kind: lexicon.matcher(parse(f"{{{kind}}}")) for kind in lexicon.several}
    for example in lines(code):
        exception = EXCEPTION.fullmatch(example.text)
        text = exception["text"] if exception else example.text.partition(" => ")[0]
        read = read_text(Document.of(text, language=code, published=example.published), lexicon)
        places.update(one.read_by for one in relations(read, lexicon))
        for line in read.lines:
            steps = {number for numbers in line.trail.values() for number in numbers}
            places.update(lexicon.data.patterns[number].place for number in steps)
            places.update(place for fact in read.facts for place in fact.read_by)
            classes.update(name for code in line.base for name in lexicon.classes(code))
            classes.update(kind for kind, matcher in several.items() if any(matcher.finditer(line.base)))
    return Reached(frozenset(places), frozenset(classes))


def all_patterns(code: str) -> Iterator[Pattern]:
    data = load(code)
    yield from (*data.patterns, *data.relations)


def shown(pattern: Pattern) -> str:
    given = "".join(f" {key}={value}" for key, value in pattern.given)
    return f"{pattern.place}: {pattern.builder}{given} : {pattern.text}"


@pytest.mark.parametrize("code", codes())
def test_an_example_reaches_every_pattern(code: str) -> None:
    unreached = [shown(one) for one in all_patterns(code) if one.place not in reached(code).places]
    advice = (
        "add a sentence to examples.txt that each of these reads, or a 'not' sentence that it keeps from being read"
    )
    assert not unreached, "\n".join((f"{advice}; one that an earlier pattern always takes can go:", *unreached))


@pytest.mark.parametrize("code", codes())
def test_examples_reach_nearly_every_class(code: str) -> None:
    unreached = sorted({entry.kind for entry in load(code).vocabulary} - reached(code).classes)
    assert len(unreached) <= MOST_UNREACHED.get(code, 8), (
        f"no example has a word of these classes: {', '.join(unreached)}"
    )


@cache
def strings_of_code() -> frozenset[str]:
    """The words of every string that stands in the code, where it may name a class."""
    found: set[str] = set()
    for path in Path(factcheck.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.update(re.findall(r"[\w-]+", node.value))
    return frozenset(found)


@pytest.mark.parametrize("code", codes())
def test_something_uses_every_class(code: str) -> None:
    data = load(code)
    phrases = [one.phrase for one in (*data.patterns, *data.relations, *data.named)]
    used = {name for phrase in phrases for slot in slots(phrase) for name in re.split("[&!]", slot.kind)}
    used |= {name for one in data.patterns for _, value in one.given for name in value.split(",")}
    unused = {entry.kind: entry.place for entry in reversed(data.vocabulary) if entry.kind not in used}
    idle = [f"{place}: [{kind}]" for kind, place in sorted(unused.items()) if kind not in strings_of_code()]
    assert not idle, "\n".join(("no pattern and no code uses these classes; use them or take them out:", *idle))


@pytest.mark.parametrize("code", codes())
def test_something_calls_every_named_phrase(code: str) -> None:
    data = load(code)
    phrases = [one.phrase for one in (*data.patterns, *data.relations, *data.named)]
    called = {slot.kind for phrase in phrases for slot in slots(phrase)}
    idle = [f"{one.place}: {one.builder}" for one in data.named if one.builder not in called]
    assert not idle, "\n".join(("no pattern calls these phrases; take them out:", *idle))


@pytest.mark.parametrize("code", codes())
def test_a_text_can_give_every_word_of_a_pattern(code: str) -> None:
    lexicon = LEXICONS[code]
    lost = []
    for pattern in (*all_patterns(code), *load(code).named):
        for word in dict.fromkeys(words(pattern.phrase)):
            base = "".join(lexicon.memo[token][0] for token in split(word + " "))
            match = lexicon.matcher(parse(word)).match(base, 0)
            if match is None or match.end() != len(base):
                lost.append(f"{pattern.place}: '{word}'")
    assert not lost, "\n".join(("these words are never found as they stand here:", *lost))


@pytest.mark.parametrize("code", codes())
def test_every_pattern_can_match(code: str) -> None:
    must_be_sound(LEXICONS[code])


GOOD = {
    "words.txt": "[month]\n5 = May\n[sign]\n%\n[clitic]\n[clitic-first]\n[article-attached]\n[article-contracted]\n",
    "patterns.txt": "@day = {day:dom}\ndate : {@day} {month:month}\n",
    "relations.txt": "range : {start:date} to {end:date}\n",
    "messages.txt": "setting.letters = abc\n",
}


def faulty(folder: Path, monkeypatch: pytest.MonkeyPatch, **changes: str) -> str:
    """What is said of a language whose files have these lines added."""
    (folder / "xx").mkdir()
    for name, text in GOOD.items():
        more = changes.get(name.partition(".")[0], "")
        (folder / "xx" / name).write_text(text + more, encoding="utf-8")
    monkeypatch.setattr(data_module, "FOLDER", folder)
    with pytest.raises(LanguageDataError) as error:
        must_be_sound(Lexicon(LanguageData("xx"), kinds=FACT_KINDS))
    return str(error.value)


@pytest.mark.parametrize(
    ("changes", "place", "says"),
    [
        ({"words": "[month]\n6 = May\n"}, "xx/words.txt:10", "'May' is 5 and 6 in [month]"),
        ({"words": "[month]\n6 = June | \n"}, "xx/words.txt:10", "empty"),
        ({"patterns": "dat : {month:month}\n"}, "xx/patterns.txt:3", "no builder 'dat'"),
        ({"patterns": "date : {month:monht}\n"}, "xx/patterns.txt:3", "no word is in [monht]"),
        ({"patterns": "date : {month:month&dom}\n"}, "xx/patterns.txt:3", "in these classes at once"),
        ({"patterns": "date : [{month:month!month}] {@day}\n"}, "xx/patterns.txt:3", "in these classes at once"),
        ({"patterns": "date : {@days}\n"}, "xx/patterns.txt:3", "no phrase {@days}"),
        ({"patterns": "date : {DATE} ,\n"}, "xx/patterns.txt:3", "no kind of fact {DATE}"),
        ({"patterns": "@month = {mnth}\n"}, "xx/patterns.txt:3", "no word is in [mnth]"),
        ({"patterns": "date : ({@day}\n"}, "xx/patterns.txt:3", "never closed"),
        ({"patterns": "date {@day}\n"}, "xx/patterns.txt:3", "expected 'builder : phrase'"),
        ({"relations": "range : {start:dates} to {end:date}\n"}, "xx/relations.txt:2", "no word is in [dates]"),
    ],
)
def test_a_mistake_in_the_data_is_said_with_its_place(
    changes: dict[str, str], place: str, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    message = faulty(tmp_path, monkeypatch, **changes)
    assert message.startswith(f"{place}: ") and says in message
