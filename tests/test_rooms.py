"""The direction of imports: each room knows those before it, and only the whole story knows several."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "src" / "factcheck"
ROOMS = ("reading", "identity", "rules", "checks", "solving", "explaining", "reporting")
BELOW_ROOMS = ("model", "expressions", "languages")
# `engine` may import all of these; the command line besides what it draws and reads streams with.
ALLOWED: dict[str, tuple[str, ...]] = {
    "model": (),
    "expressions": ("model",),
    "languages": ("model", "expressions"),
    **dict.fromkeys(ROOMS, BELOW_ROOMS),
    "story": (*BELOW_ROOMS, "reading", "identity", "rules", "checks"),
    "rereading": (*BELOW_ROOMS, "story", "reading", "solving", "explaining"),
    "engine": (*BELOW_ROOMS, *ROOMS, "story", "rereading"),
    "__init__": ("model", "engine"),
    "arguments": ("__init__", "reporting"),
    "cli": ("__init__", "model", "engine", "reading", "reporting", "arguments"),
    "__main__": ("cli",),
}


def imported(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: write imports in full"
            parent = node.module or ""
            yield from ([f"{parent}.{name.name}" for name in node.names] if parent == "factcheck" else [parent])


def room_of(module: str) -> str:
    room = module.split(".")[1] if "." in module else "__init__"
    return room if (PACKAGE / room).is_dir() or (PACKAGE / f"{room}.py").is_file() else "__init__"


@pytest.mark.parametrize("file", sorted(PACKAGE.rglob("*.py")), ids=lambda file: str(file.relative_to(PACKAGE)))
def test_a_room_imports_only_those_before_it(file: Path) -> None:
    room = file.relative_to(PACKAGE).parts[0].removesuffix(".py")
    for module in imported(file):
        if module.split(".")[0] == "factcheck":
            assert room_of(module) in (room, *ALLOWED[room]), f"{room} imports {module}"
        assert module.split(".")[0] != "z3" or room == "solving", f"{room} imports z3"
