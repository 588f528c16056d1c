"""Verdicts in; the table of accuracy and the causes of failures, as text for a terminal or as Markdown, out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from accuracy_cases import CAUSES, Verdict
from factcheck.model import Fact
from factcheck.reporting.values import in_words

HEAD = ("language", "set", "cases", "found", "exact", "with value", "right")
NEGATIVE_HEAD = ("language", "nothing expected", "cases", "over-read")
Cells = tuple[str, ...]


class Table(NamedTuple):
    title: str
    head: Cells
    rows: tuple[Cells, ...]


def tables(verdicts: Sequence[Verdict]) -> tuple[Table, ...]:
    """The groups that have goals, their sets one by one, and the texts in which nothing is expected."""
    positive = [verdict for verdict in verdicts if verdict.expected is not None]
    negative = [verdict for verdict in verdicts if verdict.expected is None]
    return (
        Table("Groups", HEAD, tuple(_rows(positive, lambda one: one.case.group))),
        Table("Sets", HEAD, tuple(_rows(positive, lambda one: one.case.set))),
        Table("Negatives", NEGATIVE_HEAD, tuple(_negative_rows(negative))),
    )


def _rows(verdicts: Sequence[Verdict], name: Callable[[Verdict], str]) -> Iterator[Cells]:
    for (language, title), several in _sorted(verdicts, name):
        total, valued = len(several), sum(one.right is not None for one in several)
        found, exact = sum(one.found for one in several), sum(one.exact for one in several)
        right = sum(one.right is True for one in several)
        yield (
            language,
            title,
            str(total),
            share(found, total),
            share(exact, total),
            str(valued),
            share(right, valued),
        )


def _negative_rows(verdicts: Sequence[Verdict]) -> Iterator[Cells]:
    for (language, title), several in _sorted(verdicts, lambda one: one.case.group):
        yield language, title, str(len(several)), share(sum(one.found for one in several), len(several))


def _sorted(verdicts: Sequence[Verdict], name: Callable[[Verdict], str]) -> list[tuple[tuple[str, str], list[Verdict]]]:
    grouped: dict[tuple[str, str], list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        grouped[verdict.case.language, name(verdict)].append(verdict)
    return sorted(grouped.items())


def share(part: int, whole: int) -> str:
    """``12 (85.7 %)``, rounded down, so that 100 is all of them."""
    if whole == 0:
        return "-"
    tenths = 1000 * part // whole
    return f"{part} ({tenths // 10}.{tenths % 10} %)"


def as_text(table: Table) -> str:
    """Columns for a terminal, numbers to the right."""
    widths = [max(map(len, column)) for column in zip(table.head, *table.rows, strict=True)]
    lines = [table.title, *(_columns(row, widths) for row in (table.head, *table.rows))]
    return "\n".join(lines) + "\n"


def _columns(row: Cells, widths: Sequence[int]) -> str:
    names = [f"{cell:<{width}}" for cell, width in zip(row[:2], widths[:2], strict=True)]
    numbers = [f"{cell:>{width}}" for cell, width in zip(row[2:], widths[2:], strict=True)]
    return "  ".join((*names, *numbers)).rstrip()


def as_markdown(table: Table) -> str:
    rule = ("---", "---", *("--:" for _ in table.head[2:]))
    rows = "\n".join(f"| {' | '.join(row)} |" for row in (table.head, rule, *table.rows))
    return f"## {table.title}\n\n{rows}\n"


def failures(verdicts: Sequence[Verdict], examples: int) -> Iterator[str]:
    """By language, group and cause, the most frequent first, lines with so many examples of each."""
    for (language, group), several in _sorted(verdicts, lambda one: one.case.group):
        failed: dict[tuple[str, str], list[Verdict]] = defaultdict(list)
        for verdict in several:
            if verdict.cause:
                failed[verdict.cause, verdict.detail].append(verdict)
        for cause, detail in sorted(failed, key=lambda key: (CAUSES.index(key[0]), -len(failed[key]), key)):
            ones = failed[cause, detail]
            yield f"{language}  {group}: {cause}: {len(ones)} {detail}"
            for verdict in ones[:examples]:
                yield from _example(verdict)


def _example(verdict: Verdict) -> Iterator[str]:
    text, expected = verdict.case.text, verdict.expected
    yield f"  {verdict.case.id}  {printable(text)}"
    if expected is not None:
        yield f"    expected  {printable(text[slice(*expected.span)])}  {printable(expected.shown)}"
    for fact in verdict.facts:
        yield f"    {fact.kind:<8}  {printable(text[slice(*fact.span)])}  {' | '.join(_readings(fact))}"


def _readings(fact: Fact) -> Iterator[str]:
    for reading in fact.readings:
        value, unit = in_words(fact.kind, reading)
        yield " ".join(word for word in (value, unit, reading.timex or "", reading.note) if word)


def printable(text: str) -> str:
    """The text of the data without what would move a cursor."""
    return "".join(letter if letter.isprintable() else " " for letter in text)
