"""Words of a command line in; a checked ``Namespace`` out, or a message and exit code 2 from argparse."""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Sequence
from datetime import date, datetime

from factcheck.reporting import FACT_FORMATS, FORMATS

USAGE = """factcheck [OPTION ...] ARTICLE ...
       factcheck facts [OPTION ...] ARTICLE ...
       factcheck test RULES ...
       factcheck explain [--rules RULES] [RULE ...]"""
DESCRIPTION = """Says which figures and dates of news articles cannot all be true.

ARTICLE is a .txt or .md file, a .jsonl file with one article a line, a folder of these, or - for standard
input. Several text articles are one story and must agree with each other.

  factcheck ARTICLE ...         check
  factcheck facts ARTICLE ...   list every figure and date and what became of it
  factcheck test RULES ...      run the examples inside rule files
  factcheck explain [RULE ...]  what a rule asks and why; without a name, the names
"""
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d.*", re.ASCII)
_READ = (".txt", ".md", ".jsonl", ".yaml", ".yml")  # what is read of a folder
EPILOG = """An article called 'facts', 'test' or 'explain' is given as ./facts, one called -x.txt after --.
Exit codes: 0 nothing found, 1 findings, 2 wrong input or usage, 3 our own fault, 130 interrupted."""


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(
        "factcheck",
        usage=USAGE,
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    made.add_argument("words", nargs="*", help=argparse.SUPPRESS)
    add = made.add_argument
    add("--rules", action="append", default=[], metavar="RULES", help="a rule file, a folder or a pack's name")
    add(
        "--date",
        type=_day,
        metavar="YYYY-MM-DD",
        help="the day of publication of all articles, or an ISO 8601 day and time",
    )
    add("--format", metavar="NAME", default="terminal", help=f"{', '.join(FORMATS)} (terminal)")
    add("--output", action="append", default=[], metavar="NAME:FILE", help="also write this format to a file")
    add("--fail-on", metavar="LEVEL", default="error", help="note, warning, error or never (error)")
    add("--separate", action="store_true", help="check every article alone")
    add("--explain", action="store_true", help="facts: how each was read, and why other numbers were not")
    add("--emit-smt2", metavar="DIR", help="write each finding as SMT-LIB for other solvers")
    add("--no-color", action="store_true", help="no colours; NO_COLOR=1 does the same")
    add("--version", action="store_true", help="print the version")
    return made


def read_arguments(
    made: argparse.ArgumentParser,
    words: Sequence[str],
    commands: Sequence[str],
    levels: Sequence[str],
) -> argparse.Namespace:
    """Options with ``command``, ``words`` and ``outputs``: (format, file or ``None`` for standard output)."""
    before, after = _parted(words)
    options = made.parse_intermixed_args(before)
    options.command = "version" if options.version else "check"
    if options.version:
        return options
    if options.words and options.words[0] in commands:
        options.command = options.words.pop(0)
    elif options.words and (meant := _command_meant(options.words[0], commands)):
        made.error(f"'{options.words[0]}' is neither a command nor a file (did you mean 'factcheck {meant}'?)")
    options.words += after
    if not options.words and options.command != "explain":
        what = "rule file" if options.command == "test" else "article, or - for standard input"
        made.error(f"give at least one {what}")
    if "" in (*options.words, *options.rules):
        made.error("a path is empty; '.' is this folder")
    if options.explain and options.command != "facts":
        made.error("--explain belongs to 'factcheck facts'; 'factcheck explain RULE' shows the page of a rule")
    if options.fail_on not in levels:
        made.error(f"--fail-on {options.fail_on}: the levels are {', '.join(levels)}")
    options.outputs = _outputs(made, options)
    _must_not_overwrite(made, options)
    return options


def _must_not_overwrite(made: argparse.ArgumentParser, options: argparse.Namespace) -> None:
    """A report never takes the place of an article or a rule file that it is about."""
    read = [os.path.realpath(path) for path in (*options.words, *options.rules) if os.path.exists(path)]
    for name, file in options.outputs:
        if file is None or not os.path.isfile(file):
            continue
        real = os.path.realpath(file)
        is_inside = real.endswith(_READ) and any(real.startswith(os.path.join(folder, "")) for folder in read)
        if real in read or is_inside:
            made.error(f"--output {name}:{file}: the report would overwrite what is read; give it another name")


def _parted(words: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """The words before and after the first ``--``; those after it are no options, whatever they begin with."""
    at = list(words).index("--") if "--" in words else len(words)
    return words[:at], words[at + 1 :]


def _command_meant(word: str, commands: Sequence[str]) -> str:
    """The command that a word which is no path is nearly; empty when there is none."""
    if os.path.lexists(word) or word == "-":
        return ""
    import difflib  # only a mistake needs it

    return next(iter(difflib.get_close_matches(word, commands, 1, 0.75)), "")


def _day(words: str) -> date:
    """The day, or the ``datetime`` of a day with its time."""
    try:
        if _DAY.fullmatch(words):
            return date.fromisoformat(words)
        if _MOMENT.fullmatch(words):
            return datetime.fromisoformat(words)
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(f"'{words}' is not a day of the calendar, write it as 2020-11-10")


def _outputs(made: argparse.ArgumentParser, options: argparse.Namespace) -> list[tuple[str, str | None]]:
    known = FACT_FORMATS if options.command == "facts" else FORMATS
    outputs: list[tuple[str, str | None]] = [(options.format, None)]
    for given in options.output:
        name, colon, file = given.partition(":")
        if not colon or not file:
            made.error(f"--output {given}: write it as NAME:FILE, for example json:report.json")
        if file == "-":
            hint = f"--format {name} writes there; a file of this name is {name}:./-"
            made.error(f"--output {given}: standard output has the report of --format ({hint})")
        outputs.append((name, file))
    for name, _ in outputs:
        if name not in known:
            made.error(f"'{name}' is not a format, the formats are {', '.join(known)}")
    return outputs
