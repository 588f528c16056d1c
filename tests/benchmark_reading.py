"""What reading alone costs: its start, warm KB/s, ten megabytes, hostile texts; ``benchmark.py`` prints it.

Reading is ``factcheck.reading``: facts with their values, without relations, identity, rules and checks.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from factcheck.model import Document

LARGE = 10_000_000
HOSTILE = 100_000
SLOW = 0.5
PASSES = 3

# What a process does until reading can begin, with one line read.
START = """
from factcheck.model import Document
from factcheck.reading.facts import read_text
from factcheck.reading.preparing import lexicon_of
read_text(Document.of("12 soldiers", language={code!r}), lexicon_of({code!r}))
"""
# A process of its own, so that nothing but the text is in memory; prints seconds, facts and megabytes above the start.
READ_LARGE = """
import json, resource, sys, time
from factcheck.model import Document
from factcheck.reading.facts import read_text
from factcheck.reading.preparing import lexicon_of
path, code, size = sys.argv[1], sys.argv[2], int(sys.argv[3])
texts = json.load(open(path, encoding="utf-8"))
whole = "\\n\\n".join(texts)
whole = "\\n\\n".join([whole] * (size // len(whole.encode()) + 1)).encode()[:size].decode(errors="ignore")
lexicon = lexicon_of(code)
read_text(Document.of(whole[:100_000], language=code), lexicon)
del texts
pages = int(open("/proc/self/statm").read().split()[1]) if sys.platform == "linux" else 0
before = pages * resource.getpagesize() or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
start = time.perf_counter()
facts = len(read_text(Document.of(whole, language=code), lexicon).facts)
spent = time.perf_counter() - start
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
print(json.dumps([spent, facts, (peak - before) / 1_000_000]))
"""

# Each is repeated up to 100 kB. What is Arabic here are single letters and signs, not words.
TEXTS = {
    "one figure": "7", "figures": "7 ", "figures in lines": "7\n", "figures with commas": "1,",
    "years": "1992 ", "dots": ".", "spaced dots": ". ", "newlines": "\n", "blanks": " ", "one word": "a",
    "letters and digits": "a1", "million million": "million ", "one million": "one million ",
    "hyphened numbers": "twenty-", "hundred and": "one hundred and ", "and and": "and ", "and 5": "and 5 ",
    "brackets": "(", "figures in brackets": "(1) ", "open brackets": "(1 ", "quotes": '"',
    "figures in quotes": '"1" ', "1-1-1-": "1-", "1/1/1/": "1/", "1:1:1:": "1:", "dashes": "-",
    "days": "5 May ", "full dates": "5 May 2020 ", "weekdays": "Monday ",
    "with weekdays": "Monday, 5 May 2020, ", "months": "May ", "clock times": "5:30 p.m. ",
    "two weeks ago": "two weeks ago ", "last week": "last week ", "money": "$5 ", "percentages": "5 % ",
    "lengths": "5 km ", "soldiers": "12 soldiers, ", "bidi marks": "\u200f",
    "figures with bidi marks": "1\u200f2\u200e ",
}  # fmt: skip


def started(code: str) -> list[str]:
    """The arguments of a process that only reads a line."""
    return ["-I", "-c", START.format(code=code)]


def codes_of(documents: Sequence[Document]) -> Iterator[tuple[str, list[Document]]]:
    """The documents of each language."""
    from factcheck.languages import data, detect

    found: dict[str, list[Document]] = {}
    for document in documents:
        code = document.language if document.language in data.codes() else detect(document.text)
        found.setdefault(code, []).append(document._replace(language=code))
    yield from sorted(found.items())


def warm(documents: Sequence[Document], code: str) -> tuple[float, int]:
    """The KB of UTF-8 that are read in a second by a process that has loaded everything, and how many facts."""
    from factcheck.reading.facts import read_text
    from factcheck.reading.preparing import lexicon_of

    lexicon = lexicon_of(code)
    size, spent, facts = sum(len(document.text.encode()) for document in documents), [], 0
    for _ in range(PASSES + 1):
        start = time.perf_counter()
        facts = sum(len(read_text(document, lexicon).facts) for document in documents)
        spent.append(time.perf_counter() - start)
    return size / 1000 / min(spent[1:]), facts


def large(documents: Sequence[Document], code: str, folder: Path) -> tuple[float, int, float]:
    """Seconds, facts and megabytes above the start for ten megabytes of repeated articles."""
    file = folder / f"{code}.json"
    file.write_text(json.dumps([document.text for document in documents]), encoding="utf-8")
    words = [sys.executable, "-c", READ_LARGE, str(file), code, str(LARGE)]
    seconds, facts, megabytes = json.loads(subprocess.run(words, capture_output=True, check=True).stdout)
    return seconds, facts, megabytes


def hostile(code: str) -> Iterator[tuple[str, float, float, int]]:
    """Each hostile text: its seconds, how many times as long twice the text takes, and its facts; the slowest first."""
    from factcheck.reading.facts import read_text
    from factcheck.reading.preparing import lexicon_of

    lexicon, found = lexicon_of(code), []
    for name, piece in TEXTS.items():
        text = (piece * (HOSTILE // len(piece) + 1))[:HOSTILE]
        spent, facts = [], 0
        for whole in (text, text + text):
            start = time.perf_counter()
            read = read_text(Document.of(whole, language=code), lexicon)
            spent.append(time.perf_counter() - start)
            facts = facts or len(read.facts)
        found.append((name, spent[0], spent[1] / spent[0], facts))
    yield from sorted(found, key=lambda one: -one[1])
