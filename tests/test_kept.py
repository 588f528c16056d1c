"""What is kept between runs holds for just the files that it was made of."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from factcheck.languages import kept as keeping
from factcheck.languages.data import codes, load
from factcheck.languages.lexicon import Lexicon
from factcheck.reading.preparing import lexicon_of
from factcheck.reading.reader import FACT_KINDS


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(keeping, "FOLDER", tmp_path / "ready")
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path / "ready"


def test_a_source_that_changes_is_read_again(folder: Path, tmp_path: Path) -> None:
    source = tmp_path / "words.txt"
    source.write_text("one", "utf-8")
    made: list[str] = []

    def make() -> str:
        made.append(source.read_text("utf-8"))
        return made[-1]

    assert [keeping.kept("words", [source], make) for _ in range(2)] == ["one", "one"]
    source.write_text("two", "utf-8")
    assert keeping.kept("words", [source], make) == "two"
    assert made == ["one", "two"]
    assert [path.name for path in folder.iterdir()] == ["words.pickle"]


def test_nothing_is_written_where_byte_code_is_not(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert keeping.kept("words", [], lambda: 7) == 7
    assert not folder.exists()


def test_a_folder_that_cannot_be_written_is_no_fault(folder: Path) -> None:
    folder.write_text("a file stands here", "utf-8")
    assert keeping.kept("words", [], lambda: 7) == 7


@pytest.mark.parametrize("code", codes())
def test_a_lexicon_that_was_kept_is_the_one_that_is_made(folder: Path, code: str) -> None:
    fresh, again = lexicon_of(code), lexicon_of(code)
    assert (folder / f"{code}.pickle").is_file()
    assert fresh.tables == again.tables == Lexicon(load(code), (), FACT_KINDS).tables
