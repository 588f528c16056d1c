"""Words of a command line in; text on the streams and an exit code out. Nothing else of ours prints.

Whatever takes time to import is imported where it is used: ``factcheck --version`` is run by every
script that asks whether the tool is there.
"""

from __future__ import annotations

import gc
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterator, Sequence

    from factcheck.model import Document, Finding, Problem, Report
    from factcheck.reporting import Setting

FINE, FOUND, WRONG_INPUT, OUR_FAULT, INTERRUPTED = 0, 1, 2, 3, 130
FAIL_ON = ("note", "warning", "error", "never")
_NARROWEST = 40
# Hardly anything that a run makes is garbage; looking for it after every 700 objects takes a tenth of a short run.
GARBAGE = 100_000


def run() -> int:
    """``main`` as a process of its own: it looks for garbage rarely, and not at its end, which frees all memory."""
    gc.set_threshold(GARBAGE)
    code = main()
    gc.freeze()
    return code


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; returns 0, 1 (findings), 2 (wrong input), 3 (our fault) or 130 (interrupted)."""
    words = sys.argv[1:] if words is None else words
    _use_utf8()
    try:
        if list(words) == ["--version"]:
            return _version()
        options = _parsed(words)
        if options.command == "version":
            return _version()
        return COMMANDS.get(options.command, _check)(options)
    except SystemExit as leaving:  # argparse, after it has said why
        return leaving.code if isinstance(leaving.code, int) else WRONG_INPUT
    except KeyboardInterrupt:
        _complain("interrupted")
        return INTERRUPTED
    except Exception as fault:
        _confess(fault)
        return OUR_FAULT


def _parsed(words: Sequence[str]) -> Namespace:
    """Options may stand anywhere; the first other word may be a command."""
    from factcheck.arguments import parser, read_arguments

    return read_arguments(parser(), words, tuple(COMMANDS), FAIL_ON)


def _version() -> int:
    from factcheck import __version__

    _print(f"factcheck {__version__}\n")
    return FINE


class _Run:
    """What goes wrong while stories are read and checked, one after the other."""

    def __init__(self) -> None:
        self.problems: dict[Problem, None] = {}
        self.notes: list[str] = []
        self.faults = 0

    def reports(self, options: Namespace, work: Callable[[tuple[Document, ...]], Report]) -> Iterator[Report]:
        """A report for each story that can be read; a fault in one does not stop the others."""
        from factcheck.reading.documents import iterate

        stdin = sys.stdin.buffer if sys.stdin is not None else None
        for story in iterate(options.words, options.date, stdin, options.separate):
            self.problems.update(dict.fromkeys(story.problems))
            self.notes += story.notes
            if not story.documents:
                continue
            try:
                report = work(story.documents)
            except Exception as fault:
                self.faults += 1
                _confess(fault, story.documents[0].path)
                continue
            self.problems.update(dict.fromkeys(report.problems))
            yield report

    def code(self, fails: bool = False) -> int:
        """The gravest of what happened."""
        if self.faults:
            return OUR_FAULT
        return WRONG_INPUT if self.problems else FOUND if fails else FINE


def _check(options: Namespace) -> int:
    from factcheck.engine import check, shipped_packs
    from factcheck.reporting import format_named
    from factcheck.reporting.gathering import Gathered

    run, gathered = _Run(), Gathered()
    folder = options.emit_smt2
    if folder is not None and (problem := _cannot_make(folder)):
        return _complain_of([problem])
    for report in run.reports(options, lambda documents: check(documents, options.rules, emit_smt2=folder)):
        gathered.add(report)
    gathered.add_problems(tuple(run.problems))
    gathered.add_notes(tuple(run.notes))
    whole = gathered.report()
    _complain_of(whole.problems)
    fails = any(_fails(finding, options.fail_on) for finding in whole.findings)
    fails = fails or (options.fail_on == "note" and bool(whole.undecided))
    for name, file in options.outputs:
        setting = _setting(options, file)._replace(
            tallies=gathered.tallies(), rules=tuple(options.rules), shipped=shipped_packs() if options.rules else ()
        )
        if problem := _deliver([format_named(name).render(whole, setting)], file):
            run.problems[problem] = None
    return run.code(fails)


def _fails(finding: Finding, fail_on: str) -> bool:
    """Only contradictions fail by default; a level below ``error`` asks for the other states too."""
    if FAIL_ON.index(finding.level) < FAIL_ON.index(fail_on):
        return False
    return finding.state == "contradiction" or fail_on != "error"


def _facts(options: Namespace) -> int:
    from functools import partial

    from factcheck.engine import read
    from factcheck.reporting import fact_format_named

    reading = partial(read, explain=True) if options.explain else read
    run = _Run()
    reports = run.reports(options, lambda documents: reading(documents, options.rules))
    several = list(reports) if len(options.outputs) > 1 else reports
    for name, file in options.outputs:
        pieces = fact_format_named(name).pieces(several, _setting(options, file))
        if problem := _deliver(pieces, file):
            run.problems[problem] = None
    _complain_of(run.problems)
    for note in run.notes:  # the ledger has a place for notes on articles only
        _complain(note)
    return run.code()


def _test(options: Namespace) -> int:
    from factcheck.engine import run_examples

    failures, problems, count = run_examples(options.words)
    _complain_of(problems)
    for failure in failures:
        _print(f"{failure}\n")
    if problems and not count:
        return WRONG_INPUT
    examples = f"{count} example{'' if count == 1 else 's'}"
    _print(f"{examples}: {f'{len(failures)} failed' if failures else 'all as expected'}.\n")
    return WRONG_INPUT if problems else FOUND if failures else FINE


def _explain(options: Namespace) -> int:
    from factcheck.engine import explain_rule, rule_names, rule_problems

    if problems := rule_problems(options.rules):
        return _complain_of(problems)
    if not options.words:
        _print("".join(f"{name}\n" for name in rule_names(options.rules)))
    code = FINE
    for number, name in enumerate(options.words):
        page = explain_rule(name, options.rules)
        if page is None:
            _complain(_no_rule(name, rule_names(options.rules)))
            code = WRONG_INPUT
        else:
            _print("\n" * bool(number) + page.rstrip("\n") + "\n")
    return code


def _no_rule(name: str, names: Sequence[str]) -> str:
    from difflib import get_close_matches

    of_packs = [one for one in names if name and name in one.split("/")]
    near = of_packs or get_close_matches(name, names, 1, 0.5)
    hint = f"did you mean '{near[0]}'?" if near else "'factcheck explain' lists them"
    return f"there is no rule '{name}' ({hint})"


# Without the name of one of these, articles are checked.
COMMANDS: dict[str, Callable[[Namespace], int]] = {
    "facts": _facts,
    "test": _test,
    "explain": _explain,
}


def _setting(options: Namespace, file: str | None) -> Setting:
    """Only a terminal gets colours and wrapped lines."""
    from factcheck.reporting import Setting

    if file is not None or not sys.stdout.isatty():
        return Setting()
    plain = options.no_color or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    try:
        width = int(os.environ.get("COLUMNS") or os.get_terminal_size(sys.stdout.fileno()).columns)
    except (OSError, ValueError):
        width = 80
    return Setting(max(width or 80, _NARROWEST), not plain)


def _deliver(pieces: Iterator[str] | list[str], file: str | None) -> Problem | None:
    """Write to standard output, or to a file; a reader that has gone ends it quietly."""
    if file is None:
        all(_print(piece) for piece in pieces)
        return None
    try:
        with open(file, "w", encoding="utf-8", newline="\n", errors="backslashreplace") as stream:
            stream.writelines(pieces)
    except OSError as error:
        problem = _problem(file, f"cannot be written: {error.strerror or error}")
        _complain_of([problem])
        return problem
    return None


def _cannot_make(folder: str) -> Problem | None:
    try:
        os.makedirs(folder, exist_ok=True)
    except OSError as error:
        return _problem(folder, f"cannot be made a folder: {error.strerror or error}")
    return None


def _problem(path: str, message: str) -> Problem:
    from factcheck.model import Problem

    return Problem(path, 0, 0, message)


def _use_utf8() -> None:
    if sys.stdout is None:  # closed by whoever started this
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _print(text: str) -> bool:
    """Whether anyone still reads. After the pipe has closed, what follows goes nowhere."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            return False
        _complain(f"standard output cannot be written: {error.strerror or error}")
        raise SystemExit(WRONG_INPUT) from None
    return True


def _complain(text: str) -> None:
    print(f"factcheck: {text}", file=sys.stderr)


def _complain_of(problems: Sequence[Problem] | dict[Problem, None]) -> int:
    from factcheck.reporting.problems import problem_lines

    for problem in problems:
        print(problem_lines(problem), file=sys.stderr)
    return WRONG_INPUT


def _confess(fault: Exception, path: str = "") -> None:
    """Say where it happened without a path of this machine; all of it on request."""
    import traceback

    from factcheck.reporting.lines import shown

    if os.environ.get("FACTCHECK_TRACEBACK"):
        traceback.print_exception(fault)
    frames = traceback.extract_tb(fault.__traceback__)
    at = f" at {os.path.basename(frames[-1].filename)}:{frames[-1].lineno}" if frames else ""
    reading = f", reading {path}" if path else ""
    what = f"{type(fault).__name__}: {fault}"[:300]
    _complain(shown(f"this is our fault, not yours: {what}{at}{reading}"))
    _complain("please report it; FACTCHECK_TRACEBACK=1 shows all of it")
