"""The text of a YAML file -> nodes that know their line and column, and every mistake of the YAML itself.

Built from parser events with a stack of its own: nothing is resolved or executed, aliases and tags are
refused, and size, depth and number of nodes are bounded.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

import yaml

from factcheck.model import Problem

MAX_BYTES = 1_000_000
MAX_NODES = 50_000
MAX_DEPTH = 20

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Node:
    """A scalar has ``text``; a list has ``items``; a map has ``items`` as key, value, key, value."""

    def __init__(
        self, kind: Literal["scalar", "list", "map"], line: int, column: int, text: str = "", style: str = ""
    ) -> None:
        self.kind, self.line, self.column, self.text, self.style = kind, line, column, text, style
        self.items: list[Node] = []

    def pairs(self) -> Iterator[tuple[Node, Node]]:
        return zip(self.items[::2], self.items[1::2], strict=True)

    def place_of(self, offset: int) -> tuple[int, int]:
        """Line and column of a character of the text; the node's own when its lines were folded."""
        if self.style in ("|", ">") or "\n" in self.text:
            return self.line, self.column
        return self.line, self.column + offset + (1 if self.style in ("'", '"') else 0)


class _Refused(Exception):
    def __init__(self, mark: Any, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.line, self.column, self.message, self.hint = mark.line + 1, mark.column + 1, message, hint


def parse(text: str, path: str) -> tuple[Node | None, tuple[Problem, ...]]:
    """The root node, or ``None`` with the reason. An empty file has neither root nor problem."""
    try:
        return _tree(text), ()
    except _Refused as refused:
        return None, (Problem(path, refused.line, refused.column, refused.message, refused.hint),)
    except yaml.MarkedYAMLError as error:
        return None, (_syntax(error, text, path),)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        reason = getattr(error, "reason", "") or "nested too deeply"
        return None, (Problem(path, 0, 0, f"the file is not YAML: {reason}", ""),)


def _tree(text: str) -> Node | None:
    root: Node | None = None
    stack: list[Node] = []
    count = 0
    for event in yaml.parse(text, Loader=_LOADER):
        if isinstance(event, yaml.CollectionEndEvent):
            stack.pop()
            continue
        if isinstance(event, yaml.DocumentStartEvent) and root is not None:
            raise _Refused(event.start_mark, "a second document begins here", "write one document a file")
        if not isinstance(event, yaml.NodeEvent):
            continue
        count += 1
        node = _node(event)
        if count > MAX_NODES:
            raise _Refused(event.start_mark, f"the file has more than {MAX_NODES:,} values", "split the file")
        if stack:
            stack[-1].items.append(node)
        else:
            root = node
        if isinstance(event, yaml.CollectionStartEvent):
            stack.append(node)
            if len(stack) > MAX_DEPTH:
                raise _Refused(event.start_mark, f"nested more than {MAX_DEPTH} levels deep", "")
    return root


def _node(event: Any) -> Node:
    mark = event.start_mark
    if isinstance(event, yaml.AliasEvent):
        raise _Refused(mark, f"'*{event.anchor}' is an alias; rule files have none", "write the value out")
    if event.tag is not None and not (event.tag == "!" and isinstance(event, yaml.ScalarEvent)):
        raise _Refused(mark, f"'{event.tag}' is a tag; rule files have none", "leave the tag out")
    line, column = mark.line + 1, mark.column + 1
    if isinstance(event, yaml.ScalarEvent):
        return Node("scalar", line, column, event.value, event.style or "")
    return Node("list" if isinstance(event, yaml.SequenceStartEvent) else "map", line, column)


def _syntax(error: yaml.MarkedYAMLError, text: str, path: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
    lines = text.splitlines()
    for near in (line, line - 1):
        row = lines[near - 1] if 0 < near <= len(lines) else ""
        if "\t" in row[: len(row) - len(row.lstrip())]:
            return Problem(
                path,
                near,
                row.index("\t") + 1,
                "a tab indents this line",
                "YAML wants spaces for indentation",
            )
    row = lines[line - 1] if 0 < line <= len(lines) else ""
    hint = "quote a text that holds ': ', '{', '[', '#' or a quotation mark" if row.count(":") > 1 else ""
    return Problem(path, line, column, f"the YAML breaks off here: {error.problem or 'cannot be read'}", hint)
