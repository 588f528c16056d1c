"""What factcheck costs: ``python tests/benchmark.py [FOLDER_OR_JSONL ...]`` prints tables.

Cold rows are whole processes (median of several, after one that fills the caches), beside a bare interpreter's; the
command rows are one such process over all articles. Warm rows check every article alone in one process that has
loaded everything: text to findings, without reading files. Reading alone comes last (``benchmark_reading.py``): when
it can begin, above a bare interpreter; warm KB/s; ten megabytes; hostile texts of 100 kB. Without arguments the
sample articles are checked. For POSIX systems.
"""

from __future__ import annotations

import gc
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

import benchmark_reading
import factcheck
from factcheck.cli import GARBAGE

ARTICLES = Path(__file__).parent / "articles"
COLD_RUNS, WARM_RUNS = 15, 3
PROGRAM = ("-m", "factcheck")


class Cost(NamedTuple):
    milliseconds: float
    megabytes: float


class Pass(NamedTuple):
    """One pass over all articles: seconds of the whole, and milliseconds of each article."""

    seconds: float
    each: tuple[float, ...]
    findings: int


# A child begins with the peak memory of its parent, so whatever this process would load for the warm rows is
# imported after the last child has ended.
def process(arguments: Sequence[str]) -> Cost:
    """Wall time and peak resident memory of one process of this interpreter."""
    start = time.perf_counter()
    child = subprocess.Popen([sys.executable, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    spent = (time.perf_counter() - start) * 1000
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in (0, 1):
        raise SystemExit(f"'{' '.join(arguments)}' ended with exit code {child.returncode}")
    return Cost(spent, usage.ru_maxrss / (1_048_576 if sys.platform == "darwin" else 1024))


def cold(arguments: Sequence[str]) -> Cost:
    process(arguments)
    costs = [process(arguments) for _ in range(COLD_RUNS)]
    return Cost(median(cost.milliseconds for cost in costs), median(cost.megabytes for cost in costs))


def passed(documents: Sequence[factcheck.Document]) -> Pass:
    from factcheck.engine import check

    each, findings = [], 0
    for document in documents:
        start = time.perf_counter()
        findings += len(check([document]).findings)
        each.append(time.perf_counter() - start)
    return Pass(sum(each), tuple(one * 1000 for one in each), findings)


def row(what: str, *cells: str) -> None:
    print(f"{what:<38}" + "".join(f"{cell:>12}" for cell in cells).rstrip())


def cold_rows() -> None:
    row("cold, whole process", "ms", "x bare", "peak MB")
    bare = cold(["-I", "-c", "pass"])

    def show(what: str, cost: Cost) -> None:
        ratio = cost.milliseconds / bare.milliseconds
        row(what, f"{cost.milliseconds:.1f}", f"{ratio:.1f}", f"{cost.megabytes:.0f}")

    show("bare interpreter", bare)
    show("factcheck --version", cold(["-I", *PROGRAM, "--version"]))
    for name in ("en-clean.md", "en-planted.md", "ar-clean.md", "ar-planted.md"):
        path = ARTICLES / name
        count = len(path.read_text(encoding="utf-8").split())
        show(f"factcheck {name} ({count} words)", cold(["-I", *PROGRAM, str(path)]))


def start_rows() -> None:
    """How long above a bare interpreter a process needs until reading can begin."""
    bare = cold(["-I", "-c", "pass"])
    row("\nreading can begin", "ms", "above bare")
    for code in ("ar", "en"):
        cost = cold(benchmark_reading.started(code))
        row(f"with one line read ({code})", f"{cost.milliseconds:.1f}", f"{cost.milliseconds - bare.milliseconds:.1f}")


def reading_rows(path: str) -> None:
    from factcheck.reading.documents import iterate

    documents = [document for story in iterate([path], separate=True) for document in story.documents]
    row(f"\nreading alone, {Path(path).name}", "KB/s", "facts", "seconds", "peak MB+")
    for code, own in benchmark_reading.codes_of(documents):
        speed, facts = benchmark_reading.warm(own, code)
        row(f"warm ({code}, {len(own)} articles)", f"{speed:.0f}", f"{facts}")
        with tempfile.TemporaryDirectory() as folder:
            seconds, facts, megabytes = benchmark_reading.large(own, code, Path(folder))
        speed = benchmark_reading.LARGE / 1000 / seconds
        row(f"10 MB ({code})", f"{speed:.0f}", f"{facts}", f"{seconds:.1f}", f"{megabytes:.0f}")


def hostile_rows() -> None:
    row("\nreading of 100 kB, slowest first", "seconds", "x for twice", "facts")
    for name, seconds, times, facts in benchmark_reading.hostile("en"):
        mark = "  slow" if seconds > benchmark_reading.SLOW else ""
        row(name, f"{seconds:.3f}", f"{times:.1f}", f"{facts}", mark)


def command_row(path: str) -> None:
    cost = process([*PROGRAM, "--separate", "--format", "json", path])
    row(f"factcheck --separate {Path(path).name}", f"{cost.milliseconds:.0f}", "", f"{cost.megabytes:.0f}")


def warm_rows(path: str) -> None:
    from factcheck.reading.documents import iterate

    documents = [document for story in iterate([path], separate=True) for document in story.documents]
    if not documents:
        raise SystemExit(f"{path}: there is no article in it")
    size = sum(len(document.text.encode()) for document in documents) / 1000
    first, *others = [passed(documents) for _ in range(WARM_RUNS + 1)]
    spent = median(one.seconds for one in others)
    each = sorted(median(times) for times in zip(*(one.each for one in others), strict=True))
    print(f"\n{Path(path).name}: {len(documents)} articles, {size:.0f} KB, {first.findings} findings")
    row("in one process", "KB/s", "ms each", "median ms", "slowest ms")
    row("first pass, with loading", f"{size / first.seconds:.0f}", f"{first.seconds * 1000 / len(documents):.2f}")
    slowest = (f"{median(each):.2f}", f"{each[-1]:.1f}")
    row("warm", f"{size / spent:.0f}", f"{spent * 1000 / len(documents):.2f}", *slowest)


def main(paths: Sequence[str]) -> int:
    missing = [path for path in paths if not Path(path).exists()]
    if missing:
        print(f"there is no {', '.join(missing)}: give a folder or .jsonl of articles", file=sys.stderr)
        return 2
    cores = os.cpu_count() or 1
    print(
        f"factcheck {factcheck.__version__}, Python {platform.python_version()}, {platform.machine()}, {cores} cores\n"
    )
    cold_rows()
    chosen = paths or [str(ARTICLES)]
    for path in chosen:
        command_row(path)
    gc.set_threshold(GARBAGE)  # as the command sets it
    start_rows()
    for path in chosen:
        warm_rows(path)
    for path in chosen:
        reading_rows(path)
    hostile_rows()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
