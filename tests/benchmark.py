"""What factcheck costs: ``python tests/benchmark.py [FOLDER_OR_JSONL ...]`` prints a table of medians.

Cold figures are whole processes, warm ones a check of every article alone in one process, reading
included. Without arguments the sample articles are checked.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

ARTICLES = Path(__file__).parent / "articles"
COLD_RUNS, WARM_RUNS = 15, 3


def process_ms(arguments: Sequence[str]) -> float:
    """Median milliseconds of a process of this interpreter, after one run that fills the caches."""
    times = []
    for _ in range(COLD_RUNS + 1):
        start = time.perf_counter()
        subprocess.run([sys.executable, *arguments], capture_output=True, check=False)
        times.append((time.perf_counter() - start) * 1000)
    return median(times[1:])


def warm(paths: Sequence[str]) -> tuple[int, int, int, float]:
    """Articles, bytes of UTF-8, findings and the median of seconds for all of them."""
    from factcheck.engine import check
    from factcheck.reading.documents import iterate

    articles = size = findings = 0
    times = []
    for _ in range(WARM_RUNS):
        articles = size = findings = 0
        spent = 0.0
        for story in iterate(paths, separate=True):
            for document in story.documents:
                articles += 1
                size += len(document.text.encode())
                start = time.perf_counter()
                report = check([document])
                spent += time.perf_counter() - start
                findings += len(report.findings)
        times.append(spent)
    return articles, size, findings, median(times)


def peak_mb(arguments: Sequence[str]) -> float:
    """Peak resident memory of a process; the largest child so far, so ask in rising order."""
    subprocess.run([sys.executable, *arguments], capture_output=True, check=False)
    kilobytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return kilobytes / (1024 * 1024 if sys.platform == "darwin" else 1024)


def row(name: str, value: str, note: str = "") -> None:
    print(f"{name:<34}{value:>12}  {note}".rstrip())


def cold_rows() -> None:
    bare = process_ms(["-I", "-c", "pass"])
    row("bare interpreter", f"{bare:.1f} ms", "1.0 x")

    def timed(name: str, arguments: Sequence[str]) -> None:
        spent = process_ms(["-I", "-m", "factcheck", *arguments])
        row(name, f"{spent:.1f} ms", f"{spent / bare:.1f} x")

    timed("--version, cold", ["--version"])
    for name in ("en-clean.md", "en-planted.md", "ar-clean.md", "ar-planted.md"):
        timed(f"check {name}, cold", [str(ARTICLES / name)])


def main(paths: Sequence[str]) -> int:
    missing = [path for path in paths if not Path(path).exists()]
    if missing:
        print(f"there is no {', '.join(missing)}: give a folder or .jsonl of articles", file=sys.stderr)
        return 2
    cold_rows()
    sample = str(ARTICLES / "en-planted.md")
    row("peak memory, one article", f"{peak_mb(['-m', 'factcheck', sample]):.0f} MB")
    wanted = [[path] for path in paths] or [[str(ARTICLES)]]
    for chosen in wanted:
        articles, size, findings, seconds = warm(chosen)
        name = Path(chosen[0]).name
        row(f"warm, {name}", f"{seconds * 1000 / max(articles, 1):.2f} ms", "an article")
        row("", f"{size / 1000 / max(seconds, 1e-9):.0f} KB/s", f"{articles} articles, {findings} findings")
        peak = peak_mb(["-m", "factcheck", "--separate", *chosen])
        row("  peak memory, all of it", f"{peak:.0f} MB")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
