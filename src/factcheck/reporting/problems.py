"""A problem in; lines as a compiler writes them out: the place, what is wrong, and the words with a caret below."""

from __future__ import annotations

from factcheck.model import Problem
from factcheck.reporting.lines import columns, is_right_to_left, shown

_WIDEST_SOURCE = 100
_INDENT = "    "


def problem_line(problem: Problem) -> str:
    """``my.yaml:10:30: 'totel' is not a fact of this pack (did you mean 'total'?)``."""
    place = shown(problem.path)
    if problem.line:
        place += f":{problem.line}"
        place += f":{problem.column}" if problem.column else ""
    hint = f" ({shown(problem.hint)})" if problem.hint else ""
    return f"{place}: {shown(problem.message)}{hint}"


def problem_lines(problem: Problem) -> str:
    """The line of ``problem_line``; of a rule file also the words that are meant, and a caret below them.

    None where the line is long before that place, or has right-to-left text, which moves the caret away.
    """
    source = problem.source.replace("\t", " ").rstrip()
    before = source[: max(problem.column - 1, 0)].lstrip(" ")
    rest = shown(source[max(problem.column - 1, 0) :])
    is_drawn = 0 < problem.column <= len(source) + 1 and before.isprintable() and len(before) < _WIDEST_SOURCE
    if not source or not is_drawn or is_right_to_left(source):
        return problem_line(problem)
    row = (before + rest)[:_WIDEST_SOURCE]
    return f"{problem_line(problem)}\n{_INDENT}{row}\n{_INDENT}{' ' * columns(before)}^"
