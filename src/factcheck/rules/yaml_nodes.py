"""The text of a YAML file -> nodes that know their line and column, and every mistake of the YAML itself.

Built from parser events with a stack of its own: nothing is resolved or executed, aliases and tags are
refused, and size, depth and number of nodes are bounded.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

import yaml

from factcheck.model import Problem

MAX_BYTES = 1_000_000
MAX_NODES = 50_000
MAX_DEPTH = 20

_QUOTE = "quote a text that holds ': ', '{', '[', '#' or a quotation mark"
_QUOTED = "quote the text"


class _Mistake(NamedTuple):
    """What we say of a mistake and what to do; ``at_start``: its place is where the value begins."""

    message: str
    hint: str
    at_start: bool = False


# Words in what libyaml and PyYAML say, the first that fits.
_MISTAKES: dict[str, _Mistake] = {
    "mapping values are not allowed": _Mistake(
        "a ':' stands where no key can be", f"{_QUOTE}; keys of one map begin in one column"
    ),
    "cannot start any token": _Mistake("a text cannot begin with this sign", _QUOTED),
    "unknown escape": _Mistake("'\\' begins no escape that is known", "write '\\\\', or quote by ' instead of \""),
    "quoted scalar": _Mistake(
        "this quotation mark is never closed", "write the same mark at the end of the text", at_start=True
    ),
    "flow mapping": _Mistake(
        "this '{' is not closed by '}' as it should", f"separate entries by ','; {_QUOTE}", at_start=True
    ),
    "flow sequence": _Mistake(
        "this '[' is not closed by ']' as it should", f"separate entries by ','; {_QUOTE}", at_start=True
    ),
    "flow node": _Mistake("a value is missing here", "write a value, or close the bracket"),
    "expected <document start>": _Mistake(
        "the file goes on after its end", "leave '...' out, and begin keys in the first column"
    ),
    "comment or line break": _Mistake("a text cannot go on like this", _QUOTED),
    "block collection": _Mistake(
        "this line fits no list above it", "begin the entries of one list in one column with '- '"
    ),
    "block mapping": _Mistake("this line fits no key above it", "begin the keys of one map in one column"),
    "simple key": _Mistake("this is neither a key nor part of a text", "write 'key: value', and quote long texts"),
    "expected ':'": _Mistake("this is neither a key nor part of a text", "write 'key: value', and quote long texts"),
    "alias": _Mistake("'*' does not begin a text", _QUOTED),
    "anchor": _Mistake("'&' does not begin a text", _QUOTED),
    "tag": _Mistake("'!' does not begin a text", _QUOTED),
    "directive": _Mistake("'%' does not begin a text", _QUOTED),
}
_UNKNOWN = _Mistake("the YAML cannot be read from here on", _QUOTE)

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
    said = f"{error.context or ''} {error.problem or ''}"
    mistake = next((mistake for words, mistake in _MISTAKES.items() if words in said), _UNKNOWN)
    if mistake.at_start and error.context_mark:
        line, column = error.context_mark.line + 1, error.context_mark.column + 1
    return Problem(path, line, column, mistake.message, mistake.hint)
