"""What readers of relations need of a text: without it they find nothing, so that they need not be called."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck import Document
from factcheck.languages.data import FOLDER, codes
from factcheck.languages.faults import faults
from factcheck.languages.phrases import parse
from factcheck.model import Relation
from factcheck.reading import relations as module
from factcheck.reading.facts import read_text
from factcheck.reading.phrased import KINDS
from factcheck.reading.preparing import lexicon_of
from factcheck.reading.reader import FACT_KINDS
from factcheck.rules.examples import examples_of
from factcheck.story import rulebook_of

HERE = Path(__file__).parent


def texts(code: str) -> Iterator[str]:
    """Short news, right and wrong, and the examples of a language and of the rules in it."""
    for folder in ("clean", "wrong"):
        lines = (HERE / folder / f"{code}.txt").read_text("utf-8").splitlines()
        yield from (line.rpartition(" | ")[2] for line in lines if line and not line.startswith("#"))
    for article in sorted((HERE / "articles").glob(f"{code}-*")):
        yield article.read_text("utf-8")
    examples = (FOLDER / code / "examples.txt").read_text("utf-8").splitlines()
    yield from (line.partition(": ")[2] for line in examples if not line.startswith("#"))
    yield from (one.text for one in examples_of(rulebook_of(()).ruleset) if one.language == code)


def found(code: str) -> list[tuple[Relation, ...]]:
    lexicon = lexicon_of(code)
    documents = (Document.of(text, f"{number}", language=code) for number, text in enumerate(texts(code)))
    return [module.relations(read_text(document, lexicon), lexicon) for document in documents]


@pytest.mark.parametrize("code", codes())
def test_readers_that_are_not_called_find_nothing(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    called = found(code)
    monkeypatch.setattr(module, "_called", lambda readers, patterns, met: iter(readers))
    assert found(code) == called


@pytest.mark.parametrize("code", codes())
def test_needs_name_classes_that_are_there(code: str) -> None:
    lexicon = lexicon_of(code)
    for reader in module.READERS:
        for need in reader.needs:
            assert not [*faults(lexicon, parse(need), KINDS, FACT_KINDS)], (reader.name, need)


def test_every_reader_is_there_and_is_called_by_some_text(monkeypatch: pytest.MonkeyPatch) -> None:
    read: set[str] = set()
    function = module._function

    def noted(name: str) -> object:
        read.add(name)
        return function(name)

    monkeypatch.setattr(module, "_function", noted)
    for code in codes():
        found(code)
    assert read == {reader.name for reader in module.READERS}
