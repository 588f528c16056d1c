"""README tells the truth: its files and commands are run in an empty folder and give what it says they give.

A fenced block with a file name behind its language is that file; in a ``console`` block, each line after ``$`` is
a command and what follows is its output.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.engine import check, rule_names, shipped_packs
from factcheck.model import Document
from factcheck.reporting import FORMATS
from factcheck.rules.fact_entries import FACT_KEYS
from factcheck.rules.packs import ALWAYS_ON
from factcheck.rules.rule_entries import RULE_KEYS

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(?P<language>\w+)(?: (?P<name>\S+))?\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (?P<words>.*)\n(?P<output>(?:(?!\$ ).*\n)*)", re.MULTILINE)

FILES = {match["name"]: match["text"] for match in BLOCK.finditer(README) if match["name"]}
COMMANDS = [
    (command["words"], command["output"])
    for block in BLOCK.finditer(README)
    if block["language"] == "console"
    for command in COMMAND.finditer(block["text"])
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def output_of(words: list[str], folder: Path) -> str:
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run([sys.executable, *words], cwd=folder, env=environment, capture_output=True, encoding="utf-8")
    return done.stdout + done.stderr


@pytest.mark.parametrize(("words", "output"), COMMANDS, ids=[words for words, _ in COMMANDS])
def test_a_command_gives_what_readme_says(words: str, output: str, folder: Path) -> None:
    name, *arguments = shlex.split(words)
    assert name == "factcheck"
    assert output_of(["-m", "factcheck", *arguments], folder).rstrip("\n") == output.rstrip("\n")


def test_the_program_in_readme_prints_what_it_says(folder: Path) -> None:
    assert output_of(["example.py"], folder) == FILES["example.out"]


def test_readme_lists_every_rule_that_is_always_on() -> None:
    listed = re.findall(r"^\| `(\w+/[\w-]+)` \|", README, re.MULTILINE)
    assert listed == [name for name in rule_names() if name.partition("/")[0] in ALWAYS_ON]


def test_readme_names_every_format_and_pack_that_is_asked_for() -> None:
    assert "`--format " + "\\|".join(FORMATS) + "`" in README
    assert all(f"--rules {pack}" in README for pack in shipped_packs() if pack not in ALWAYS_ON)


@pytest.mark.parametrize(("what", "keys"), [("fact", FACT_KEYS), ("rule", RULE_KEYS)])
def test_readme_describes_every_key_of_a_fact_and_of_a_rule(what: str, keys: tuple[str, ...]) -> None:
    table = README[README.index(f"| key of a {what} |") :].partition("\n\n")[0]
    assert sorted(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)) == sorted(keys)


@pytest.mark.parametrize(
    ("language", "begins"),
    [
        ("en", "the ferry ran aground on 12 October 2023, but left on 13 October 2023"),
        ("ar", "لا يصح هذا كله معاً: 13 أكتوبر 2023 و12 أكتوبر 2023"),
    ],
)
def test_a_rule_file_with_messages_in_one_language_serves_articles_in_both(
    language: str, begins: str, folder: Path
) -> None:
    rules = folder / "ferry.yaml"
    lines = [line for line in FILES["ferry.yaml"].splitlines() if not line.strip().startswith('ar: "')]
    rules.write_text("\n".join(lines), encoding="utf-8")
    (article,) = [text for text in FILES["ferry.yaml"].splitlines() if _is_wrong(text, language)]
    report = check([Document.of(article.strip(" -"), language=language)], [str(rules)])
    assert report.problems == ()
    assert [finding.message for finding in report.findings] == [begins]


def _is_wrong(line: str, language: str) -> bool:
    return {"en": "port on 13 October", "ar": "الميناء في 13"}[language] in line


def test_a_mistake_in_the_rule_file_of_readme_is_shown_as_it_says(folder: Path) -> None:
    rules = folder / "ferry.yaml"
    rules.write_text(FILES["ferry.yaml"].replace("grounding > departure", "groundin > departure"), encoding="utf-8")
    shown = output_of(["-m", "factcheck", "test", "ferry.yaml"], folder)
    assert shown.startswith("ferry.yaml:") and f"```\n{shown}```\n" in README
