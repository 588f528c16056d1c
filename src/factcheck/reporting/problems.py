"""A problem in; one line as a compiler writes it out."""

from __future__ import annotations

from factcheck.model import Problem
from factcheck.reporting.lines import shown


def problem_line(problem: Problem) -> str:
    """``my.yaml:10:30: 'totel' is not a fact of this pack (did you mean 'total'?)``."""
    place = shown(problem.path)
    if problem.line:
        place += f":{problem.line}"
        place += f":{problem.column}" if problem.column else ""
    hint = f" ({shown(problem.hint)})" if problem.hint else ""
    return f"{place}: {shown(problem.message)}{hint}"
