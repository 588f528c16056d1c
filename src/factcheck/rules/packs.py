"""Names of rule files, folders and packs -> the files that they stand for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from factcheck.model import Problem
from factcheck.rules.names import nearest

ALWAYS_ON = ("calendar", "arithmetic", "agreement")
SUFFIXES = (".yaml", ".yml")
MAX_FILES = 1000


def files_of(names: Sequence[str]) -> tuple[str, ...]:
    """The paths, as packs show them, of the files that ``names`` ask for; of no names those that are always on."""
    return tuple(dict.fromkeys(shown for name in names or ALWAYS_ON for shown in files_named(name)[0]))


@cache
def shipped() -> dict[str, Path]:
    """The packs that ship, by name: always-on packs first, then the others by name."""
    folders = (Path(__file__).parents[1] / "packs", Path(__file__).parents[3] / "rules")
    root = next((folder for folder in folders if (folder / "calendar.yaml").is_file()), None)
    if root is None:
        return {}
    found = {path.stem: path for path in sorted(root.rglob("*.yaml"))}
    first = {name: found.pop(name) for name in ALWAYS_ON if name in found}
    return first | found


def always_on() -> dict[str, Path]:
    """The packs that are always on, as packs show them."""
    return {_shown(path): path for name, path in shipped().items() if name in ALWAYS_ON}


def files_named(name: str) -> tuple[dict[str, Path], list[Problem]]:
    """The files that ``name`` (a file, a folder, a pack that ships) stands for, as packs show them."""
    path = Path(name)
    if path.is_file():
        return {str(path): path}, []
    if path.is_dir():
        found = list(_yaml_files(path))
        if not found:
            return {}, [Problem(name, 0, 0, "the folder holds no rule files", "rule files end in .yaml")]
        return {str(file): file for file in found[:MAX_FILES]}, _too_many(name, len(found))
    if name in shipped():
        return {_shown(shipped()[name]): shipped()[name]}, []
    hint = nearest(name, shipped())
    return {}, [Problem(name, 0, 0, "there is no such rule file, folder or pack", hint)]


def place(path: str, line: int) -> str:
    """Where an entry stands: a file of the user's by its path, a pack that ships by its name, wherever it lies."""
    ships = {_shown(file): name for name, file in shipped().items()}
    return f"pack {ships[path]}, which ships with factcheck (line {line})" if path in ships else f"{path}:{line}"


def _too_many(name: str, count: int) -> list[Problem]:
    if count <= MAX_FILES:
        return []
    return [Problem(name, 0, 0, f"the folder holds {count:,} rule files; at most {MAX_FILES:,} are read")]


def _yaml_files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.suffix in SUFFIXES and path.is_file())


def _shown(path: Path) -> str:
    """How a pack that ships is named in messages: the same wherever it is installed."""
    parents = [parent.name for parent in path.parents]
    depth = next(i for i, name in enumerate(parents) if name in ("packs", "rules"))
    return "/".join(["rules", *reversed(parents[:depth]), path.name])
