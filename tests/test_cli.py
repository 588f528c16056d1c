"""The command line: what goes to which stream, exit codes, and faults that stay small. The engine is played."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import pytest

from factcheck.cli import main
from factcheck.model import Document, Finding, FindingState, Level, Passage, Problem, Report, Span


def played_check(documents: Sequence[Document], rules: Sequence[str] = (), *, emit_smt2: str | None = None) -> Report:
    """Articles say themselves what is found in them: ``error``, ``warning``, ``tension``, ``crash``."""
    findings: list[Finding] = []
    for document in documents:
        words = document.text.split()
        if "crash" in words:
            raise KeyError("lost")
        if "stop" in words:
            raise KeyboardInterrupt
        states: list[tuple[str, FindingState, Level]] = [
            ("error", "contradiction", "error"),
            ("warning", "contradiction", "warning"),
            ("tension", "tension", "note"),
        ]
        for word, state, level in states:
            if word in words:
                start = document.text.index(word)
                passage = Passage(document.path, Span(start, start + len(word)), word, "figure")
                findings.append(Finding("pack/rule", state, level, "these clash", (passage,)))
    problems = [Problem(rule, 2, 3, "no such fact") for rule in rules]
    return Report(tuple(documents), findings=tuple(findings), problems=tuple(problems))


@pytest.fixture(autouse=True)
def engine(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    played = ModuleType("factcheck.engine")
    played.check = played_check  # type: ignore[attr-defined]
    played.read = played_check  # type: ignore[attr-defined]
    played.rule_names = lambda rules: ("calendar/weekday", "arithmetic/parts")  # type: ignore[attr-defined]
    played.rule_problems = lambda rules: ()  # type: ignore[attr-defined]
    played.shipped_packs = lambda: ("calendar", "arithmetic")  # type: ignore[attr-defined]
    played.explain_rule = lambda name, rules: {"calendar/weekday": "A page.\n"}.get(name)  # type: ignore[attr-defined]
    played.run_examples = lambda paths: (  # type: ignore[attr-defined]
        tuple(f"{path}: failed" for path in paths if "bad" in path),
        tuple(Problem(path, 1, 1, "broken") for path in paths if "broken" in path),
        7,
    )
    monkeypatch.setitem(sys.modules, "factcheck.engine", played)
    return played


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an article of each kind."""
    monkeypatch.chdir(tmp_path)
    for name in ("clean", "error", "warning", "tension", "crash", "stop"):
        (tmp_path / f"{name}.txt").write_text(f"This is {name}.\nWith {name} in it.\n")
    return tmp_path


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("clean.txt", 0),
        ("error.txt", 1),
        ("error.txt --fail-on never", 0),
        ("warning.txt", 0),
        ("warning.txt --fail-on warning", 1),
        ("tension.txt", 0),
        ("tension.txt --fail-on warning", 0),
        ("tension.txt --fail-on note", 1),
        ("missing.txt", 2),
        ("missing.txt error.txt", 2),
        ("clean.txt --rules my.yaml", 2),
        ("crash.txt", 3),
        ("crash.txt missing.txt error.txt --separate", 3),
        ("stop.txt", 130),
        ("", 2),
        ("clean.txt --no-such-option", 2),
        ("clean.txt --format pdf", 2),
        ("clean.txt --output report.json", 2),
        ("clean.txt --output json:no/such/folder.json", 2),
        ("clean.txt --emit-smt2 clean.txt", 2),
        ("clean.txt --fail-on loud", 2),
        ("clean.txt --date 2021-02-30", 2),
        ("facts clean.txt", 0),
        ("--format json facts error.txt", 0),
        ("facts missing.txt", 2),
        ("test good.yaml", 0),
        ("test bad.yaml", 1),
        ("test bad.yaml broken.yaml", 2),
        ("test", 2),
        ("explain", 0),
        ("explain calendar/weekday", 0),
        ("explain calendar/weekdays", 2),
        ("--version", 0),
        ("clean.txt --version", 0),
        ("--help", 0),
    ],
)
def test_exit_codes(desk: Path, words: str, code: int) -> None:
    assert main(words.split()) == code


def test_findings_go_to_one_stream_and_problems_to_the_other(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["missing.txt", "error.txt"])
    out, err = capsys.readouterr()
    assert out.startswith("error  pack/rule  these clash\n  error.txt:1:9  ")
    assert err == "missing.txt: there is no such file (look at the spelling of the path)\n"


def test_a_file_given_twice_is_noted_in_every_report(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["clean.txt", "clean.txt"]) == 0
    assert "note  clean.txt was given more than once and is read once\n" in capsys.readouterr().out
    assert main(["--format", "json", "clean.txt", "clean.txt"]) == 0
    assert [note["path"] for note in json.loads(capsys.readouterr().out)["notes"]] == [None]
    assert main(["facts", "clean.txt", "clean.txt"]) == 0
    assert capsys.readouterr().err == "factcheck: clean.txt was given more than once and is read once\n"


def test_what_could_not_be_read_is_counted_line_by_line(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("wire.jsonl").write_text('{"text": "Clean."}\n{"text": \n[1]\n{"text": "Fine.", "lang": 3}\n', "utf-8")
    assert main(["wire.jsonl", "missing.txt"]) == 2
    assert capsys.readouterr().out.splitlines()[-4:] == [
        "missing.txt: could not be read.",
        "wire.jsonl:2: could not be read.",
        "wire.jsonl:3: could not be read.",
        "5 articles: no contradiction: no figure or date. 3 articles were not read.",
    ]
    main(["missing.txt"])
    assert capsys.readouterr().out == "missing.txt: could not be read.\n"
    main(["--format", "json", "wire.jsonl"])
    summary = json.loads(capsys.readouterr().out)["summary"]
    assert (summary["documents"], summary["unread"]) == (2, 2)


def test_the_order_of_articles_does_not_matter(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    articles = ["tension.txt", "clean.txt", "error.txt"]
    main(articles)
    first = capsys.readouterr().out
    main(articles[::-1])
    assert capsys.readouterr().out == first


def test_several_articles_are_one_story_unless_separate(
    desk: Path, monkeypatch: pytest.MonkeyPatch, engine: ModuleType
) -> None:
    together: list[list[str]] = []

    def check(documents: Sequence[Document], rules: Sequence[str], *, emit_smt2: str | None) -> Report:
        together.append([document.path for document in documents])
        return Report(tuple(documents))

    monkeypatch.setattr(engine, "check", check)
    main(["clean.txt", "error.txt"])
    main(["clean.txt", "error.txt", "--separate"])
    assert together == [["clean.txt", "error.txt"], ["clean.txt"], ["error.txt"]]


def test_a_fault_in_one_article_does_not_stop_the_others(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["crash.txt", "error.txt", "--separate"]) == 3
    out, err = capsys.readouterr()
    assert "these clash" in out
    assert "this is our fault, not yours: KeyError: 'lost' at test_cli.py:" in err
    assert "reading crash.txt" in err
    assert str(desk) not in err


def test_a_second_output_goes_to_its_file(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["error.txt", "--output", "json:report.json"]) == 1
    assert json.loads((desk / "report.json").read_text())["summary"]["findings"] == 1
    assert "these clash" in capsys.readouterr().out


@pytest.mark.parametrize(
    "words",
    [
        "clean.txt --output json:clean.txt",
        "facts clean.txt --output json:./clean.txt",
        ". --output terminal:clean.txt",
        "clean.txt --rules my.yaml --output json:my.yaml",
    ],
)
def test_a_report_never_overwrites_what_is_read(desk: Path, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "my.yaml").write_text("pack: my\n")
    before = {path: path.read_text() for path in desk.iterdir()}
    assert main(words.split()) == 2
    assert "the report would overwrite what is read" in capsys.readouterr().err
    assert {path: path.read_text() for path in desk.iterdir()} == before
    assert main(["clean.txt", "--output", "json:report.json"]) == 0
    assert main(["clean.txt", "--output", "json:report.json"]) == 0


@pytest.mark.parametrize("words", [[""], ["clean.txt", "--rules", ""], ["facts", "clean.txt", ""]])
def test_an_empty_path_is_said_to_be_one(desk: Path, words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 2
    assert "a path is empty" in capsys.readouterr().err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
def test_a_pipe_in_a_folder_is_not_waited_for(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "stop.txt").unlink()
    (desk / "crash.txt").unlink()
    os.mkfifo(desk / "pipe.txt")
    assert main(["."]) == 1
    assert "pipe.txt" not in "".join(capsys.readouterr())


def test_standard_input_is_an_article(
    desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"some error here")))
    assert main(["-", "--format", "json"]) == 1
    passage = json.loads(capsys.readouterr().out)["findings"][0]["passages"][0]
    assert (passage["path"], passage["start"], passage["column"]) == ("-", 5, 6)


def test_an_article_called_like_a_command(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "facts").write_text("an error")
    assert main(["./facts"]) == 1


def test_a_rule_that_is_misspelt_is_guessed(capsys: pytest.CaptureFixture[str]) -> None:
    main(["explain", "calender/weekday"])
    expected = "factcheck: there is no rule 'calender/weekday' (did you mean 'calendar/weekday'?)\n"
    assert capsys.readouterr().err == expected
    main(["explain", "parts"])
    assert "did you mean 'arithmetic/parts'?" in capsys.readouterr().err


def test_lines_of_a_jsonl_are_stories_of_their_own(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = [{"id": "a", "text": "an error"}, {"id": "b", "text": "fine"}]
    (desk / "n.jsonl").write_text("\n".join(map(json.dumps, lines)))
    assert main(["n.jsonl"]) == 1
    out = capsys.readouterr().out
    assert "  n.jsonl#a:1:4  " in out
    assert out.endswith("2 articles: 1 contradiction. No figure or date.\n")
    assert main(["facts", "n.jsonl", "--format", "json", "--output", "terminal:facts.txt"]) == 0
    paths = [document["path"] for document in json.loads(capsys.readouterr().out)["documents"]]
    assert paths == ["n.jsonl#a", "n.jsonl#b"]
    assert "n.jsonl#b" in (desk / "facts.txt").read_text()


def test_a_reader_that_leaves_early_is_no_fault(desk: Path) -> None:
    command = f'"{sys.executable}" -m factcheck --help 2>&1 | head -n 0; echo "${{PIPESTATUS[0]}}"'
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    assert "Traceback" not in done.stdout + done.stderr


def test_the_version_loads_next_to_nothing() -> None:
    program = "import sys; from factcheck.cli import main; main(['--version']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    heavy = {"argparse", "rich", "z3", "yaml", "regex", "dataclasses", "factcheck.model"}
    assert done.stdout.startswith("factcheck ")
    assert heavy.isdisjoint(done.stdout.split())


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")
def test_output_that_cannot_be_written_is_said_in_one_line() -> None:
    command = [sys.executable, "-m", "factcheck", "--version"]
    with open("/dev/full", "w") as full:
        ended = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert ended.returncode == 2
    assert ended.stderr == "factcheck: standard output cannot be written: No space left on device\n"


def test_what_follows_two_dashes_is_an_article_whatever_it_begins_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("-z.txt").write_text("all is well", "utf-8")
    Path("facts").write_text("an error", "utf-8")
    assert main(["--", "-z.txt"]) == 0
    assert main(["--format", "json", "--", "-z.txt"]) == 0
    assert main(["--", "facts"]) == 1
    assert main(["facts", "--", "-z.txt"]) == 0
    assert "usage" not in capsys.readouterr().err


def test_a_command_to_copy_does_not_take_a_name_for_an_option() -> None:
    from factcheck.reporting.summary import as_argument

    assert (as_argument("-z.txt"), as_argument("-")) == ("./-z.txt", "-")


@pytest.mark.parametrize(
    ("words", "meant"),
    [(["fact", "."], "facts"), (["tests", "a.yaml"], "test"), (["explian", "x"], "explain"), (["fatcs"], "facts")],
)
def test_a_command_that_is_misspelt_is_named(
    words: list[str],
    meant: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(words) == 2
    said = capsys.readouterr().err
    assert f"'{words[0]}' is neither a command nor a file (did you mean 'factcheck {meant}'?)" in said


def test_an_article_that_is_called_like_a_command_but_exists_is_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("fact").write_text("an error", "utf-8")
    assert main(["fact"]) == 1


def test_a_second_report_does_not_go_to_standard_output(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("all is well", "utf-8")
    assert main(["--output", "json:-", "a.txt"]) == 2
    assert "--output json:-: standard output has the report of --format" in capsys.readouterr().err
    assert not Path("-").exists()
