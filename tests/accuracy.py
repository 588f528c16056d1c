"""How well figures and dates are read: ``python tests/accuracy.py DATA_FOLDER [--failures N] [--set NAME] [--write]``.

DATA_FOLDER holds ``figures-and-dates-duckling.jsonl`` and ``figures-and-dates-recognizers.jsonl``, which are not part
of the project. What counts as found, exact and right is said in ``accuracy_cases.py``, and for each kind of data in
``accuracy_duckling.py`` and ``accuracy_recognizers.py``. The day of publication is that of the reference time of a
case, its language is given. ``--set`` takes one set or group of the table, ``--write`` renews ``reports/accuracy.md``.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import accuracy_duckling
import accuracy_recognizers
import factcheck
from accuracy_cases import Case, Verdict, judge
from accuracy_table import as_markdown, as_text, failures, tables

HERE = Path(__file__).parent
REPORT = HERE.parent / "reports" / "accuracy.md"
LEFT_ASIDE = HERE / "accuracy_left_aside.txt"
LARGEST_SHARE = Fraction(3, 100)
FILES: dict[str, Callable[[Mapping[str, Any]], Case | None]] = {
    "figures-and-dates-duckling.jsonl": accuracy_duckling.case,
    "figures-and-dates-recognizers.jsonl": accuracy_recognizers.case,
}
HEADING = """# Accuracy

How well figures and dates are read, measured on examples of Duckling and specs of Recognizers-Text that are not part of
the project; `python tests/accuracy.py DATA_FOLDER --write` renews this. *found*: a fact of a fitting kind overlaps the
words expected. *exact*: one has just these words. *right*: of those *with value*, the expected value is one of its
readings. *over-read*: a fact of such a kind is read where nothing is expected.
"""


class Wrong(Exception):
    """A file or argument of the user's is wrong."""


def cases(folder: Path) -> list[Case]:
    """Every case of the files that has something to judge."""
    found = []
    for name, case in FILES.items():
        path = folder / name
        if not path.is_file():
            raise Wrong(f"there is no {name} in {folder}: give the folder that holds it")
        with path.open(encoding="utf-8") as lines:
            read = (case(json.loads(line, parse_float=Fraction)) for line in lines if line.strip())
            found += [one for one in read if one is not None]
    return found


def without(found: Sequence[Case], listed: Mapping[str, str]) -> list[Case]:
    """The cases that are not listed as left aside: at most 3 % of the expectations of each set in each language."""
    known = {case.id for case in found}
    unknown = sorted(listed.keys() - known)
    if unknown:
        raise Wrong(f"{LEFT_ASIDE.name}: there is no case {', '.join(unknown)}")
    totals, aside = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for case in found:
        size = max(len(case.expected), 1)
        totals[case.set, case.language] += size
        aside[case.set, case.language] += size if case.id in listed else 0
    for (name, language), count in sorted(aside.items()):
        if count > LARGEST_SHARE * totals[name, language]:
            raise Wrong(
                f"{LEFT_ASIDE.name}: {count} of the {totals[name, language]} cases of {name} ({language}), "
                "leave at most 3 % aside"
            )
    return [case for case in found if case.id not in listed]


def left_aside(lines: Sequence[str]) -> dict[str, str]:
    """``id<TAB>reason`` a line, with empty lines and those that begin with ``#`` for the reader."""
    listed: dict[str, str] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        name, tab, reason = line.partition("\t")
        if not tab or not reason.strip() or name in listed:
            raise Wrong(f"{LEFT_ASIDE.name}:{number}: write an id once, a tab and the reason")
        listed[name] = reason.strip()
    return listed


def chosen(found: Sequence[Case], name: str | None) -> list[Case]:
    if name is None:
        return list(found)
    kept = [case for case in found if name in (case.set, case.group)]
    if not kept:
        names = dict.fromkeys(sorted({name for case in found for name in (case.group, case.set)}))
        raise Wrong(f"there is no set '{name}', the sets are: {'; '.join(names)}")
    return kept


def verdicts(found: Sequence[Case]) -> Iterator[Verdict]:
    for case in found:
        document = factcheck.Document.of(case.text, language=case.language, published=case.published)
        yield from judge(case, factcheck.read_facts(document))


def arguments(words: Sequence[str]) -> argparse.Namespace:
    made = argparse.ArgumentParser(
        "accuracy.py", description="How well figures and dates are read.", allow_abbrev=False
    )
    made.add_argument("folder", type=Path, metavar="DATA_FOLDER", help="holds figures-and-dates-*.jsonl")
    made.add_argument("--failures", type=int, default=0, metavar="N", help="list so many failures of each cause")
    made.add_argument("--set", metavar="NAME", help="only this set or group of the table")
    made.add_argument("--write", action="store_true", help="write the table to reports/accuracy.md")
    options = made.parse_args(words)
    if options.write and options.set is not None:
        made.error("--write is for the whole table, leave --set out")
    return options


def main(words: Sequence[str]) -> int:
    options = arguments(words)
    try:
        listed = left_aside(LEFT_ASIDE.read_text(encoding="utf-8").splitlines())
        judged = list(verdicts(chosen(without(cases(options.folder), listed), options.set)))
    except Wrong as wrong:
        print(wrong, file=sys.stderr)
        return 2
    drawn = [table for table in tables(judged) if table.rows]
    print("\n".join(as_text(table) for table in drawn), end="")
    print(f"\nCauses of failures{'' if options.failures else ' (--failures N shows N examples of each)'}")
    print("\n".join(failures(judged, options.failures)))
    if options.write:
        REPORT.write_text("\n".join((HEADING, *map(as_markdown, drawn))), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
