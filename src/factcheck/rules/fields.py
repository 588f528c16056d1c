"""Nodes of a YAML file -> texts, lists and maps of a known shape; mistakes are collected with their place."""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterable

from factcheck.languages.data import codes
from factcheck.model import Problem
from factcheck.rules.names import nearest
from factcheck.rules.yaml_nodes import Node

_NO_TEXT = re.compile(r"[-+]?[\d.,_]+|true|false|yes|no|null|~", re.IGNORECASE)
_KINDS = {"scalar": "a text", "list": "a list", "map": "a map of keys"}


class Fields:
    """Reads the nodes of one file; ``problems`` grows, and a value that is wrong reads as empty."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []

    def wrong(self, node: Node, message: str, hint: str = "", offset: int = -1) -> None:
        """Notes a mistake at ``node``, or at a character of its text."""
        line, column = node.place_of(offset) if offset >= 0 else (node.line, node.column)
        self.problems.append(Problem(self.path, line, column, message, hint))

    def languages(self, node: Node, what: str) -> list[tuple[Node, Node]]:
        """The entries of a map whose keys are languages that ship."""
        found = self.map(node, what)
        for key, _ in found:
            self.language(key)
        return found

    def language(self, node: Node) -> None:
        if node.text.strip() not in codes():
            message = f"'{node.text}' is not a language that ships"
            self.wrong(node, message, f"those that do: {', '.join(codes())}")

    def map(self, node: Node, what: str) -> list[tuple[Node, Node]]:
        """The entries of a map whose keys are the user's; a key that comes twice is a mistake."""
        if not self._is(node, "map", what):
            return []
        seen: dict[str, Node] = {}
        entries = []
        for key, value in node.pairs():
            if key.kind != "scalar":
                self.wrong(key, f"a key of {what} is {_KINDS[key.kind]}", "quote '{' and '['")
            elif key.text in seen:
                first = seen[key.text]
                self.wrong(key, f"'{key.text}' stands twice in {what} (first in line {first.line})")
            else:
                seen[key.text] = key
                entries.append((key, value))
        return entries

    def record(self, node: Node, what: str, keys: tuple[str, ...]) -> dict[str, Node]:
        """The entries of a map whose keys are ours."""
        found = {}
        for key, value in self.map(node, what):
            if key.text in keys:
                found[key.text] = value
            else:
                self.wrong(key, f"'{key.text}' is not a key of {what}", nearest(key.text, keys))
        return found

    def items(self, node: Node, what: str) -> list[Node]:
        return node.items if self._is(node, "list", what) else []

    def texts(self, node: Node, what: str) -> list[Node]:
        """The texts of a list, or of one text that stands for a list of one."""
        nodes = [node] if node.kind == "scalar" else self.items(node, what)
        return [item for item in nodes if self.text(item, what)]

    def text(self, node: Node | None, what: str) -> str:
        """A text that is not empty; of ``None`` (left out): empty, and no mistake."""
        if node is None or not self._is(node, "scalar", what):
            return ""
        if not node.text.strip():
            self.wrong(node, f"{what} is empty")
        return node.text.strip()

    def by_language(self, node: Node | None, what: str) -> tuple[tuple[str, str], ...]:
        """``{en: ..., ar: ...}``, or one text that serves all languages: its language is empty."""
        if node is None:
            return ()
        if node.kind == "scalar":
            text = self.text(node, what)
            return (("", text),) if text else ()
        found = ((key.text, self.text(value, what)) for key, value in self.languages(node, what))
        return tuple((language, text) for language, text in found if text)

    def words(self, node: Node, what: str) -> str:
        """A text that is meant as one: a bare number, ``true`` or ``null`` is none."""
        text = self.text(node, what)
        if text and not node.style and _NO_TEXT.fullmatch(text):
            self.wrong(node, f"{what} is {text}, which is not a text", "write a sentence; quote it if it is meant so")
            return ""
        return text

    def choice(self, node: Node | None, what: str, choices: Iterable[str], default: str) -> str:
        """One of ``choices``; ``default`` when left out or wrong."""
        word = self.text(node, what)
        if node is None or not word:
            return default
        if word not in choices:
            self.wrong(node, f"'{word}' is not {what}", nearest(word, choices))
            return default
        return word

    def name(self, node: Node, what: str) -> str:
        """A name that may stand in ``require``: letters, digits and ``_``, beginning with a letter."""
        word = self.text(node, what)
        if word in RESERVED or keyword.iskeyword(word):
            self.wrong(node, f"'{word}' cannot be {what}", "it is reserved; choose another word")
            return ""
        if word and (not word.isidentifier() or word.startswith("_")):
            self.wrong(node, f"'{word}' cannot be {what}", "use letters, digits and '_', a letter first")
            return ""
        return word

    def _is(self, node: Node, kind: str, what: str) -> bool:
        if node.kind == kind:
            return True
        if node.kind == "scalar" and not node.text.strip() and not node.style:
            self.wrong(node, f"{what} is empty", f"write {_KINDS[kind]} here")
            return False
        found = f"'{node.text}'" if node.kind == "scalar" and node.text else _KINDS[node.kind]
        hint = f"write {_KINDS[kind]} here"
        if node.kind == "scalar" and kind == "map" and re.match(r"\S+:\S", node.text):
            hint = "write a blank after ':'"
        self.wrong(node, f"{what} is {found}", hint)
        return False


RESERVED = ("and", "or", "not", "in", "is", "if", "else", "lambda", "sum", "count", "min", "max", "share")
