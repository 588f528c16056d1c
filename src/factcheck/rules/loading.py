"""Names of rule files, folders and packs -> the rules in use, and all that is wrong with their files."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cache
from pathlib import Path

from factcheck.model import Problem
from factcheck.rules.fact_entries import read_facts, read_known, read_names
from factcheck.rules.fields import Fields, nearest
from factcheck.rules.rule_entries import Allowed, read_rules
from factcheck.rules.values import Pack, RuleSet
from factcheck.rules.yaml_nodes import MAX_BYTES, parse

ALWAYS_ON = ("calendar", "arithmetic", "agreement")
PACK_KEYS = ("pack", "summary", "names", "facts", "known", "rules")
SUFFIXES = (".yaml", ".yml")
MAX_FILES = 1000


def load(names: Sequence[str], checks: Collection[str] | None = None) -> tuple[RuleSet, tuple[Problem, ...]]:
    """The packs that are always on and those that ``names`` ask for.

    A name is a file, a folder of ``.yaml`` files, or a pack that ships. ``checks`` are the names that
    ``check:`` may use. A file with mistakes gives its problems and no rules.
    """
    files: dict[str, Path] = {_shown(path): path for name, path in shipped().items() if name in ALWAYS_ON}
    problems: list[Problem] = []
    for name in names:
        found, wrong = _files(name)
        files.update(found)
        problems += wrong
    packs: dict[str, Pack] = {}
    for shown, path in files.items():
        pack, wrong = _load_file(path, shown, Allowed(checks))
        problems += wrong
        if pack is not None and pack.name in packs:
            message = f"pack '{pack.name}' is also in {packs[pack.name].path}"
            problems.append(Problem(shown, 1, 1, message, "give each pack its own name"))
        elif pack is not None:
            packs[pack.name] = pack
    return RuleSet(tuple(packs.values())), tuple(problems)


def files_of(names: Sequence[str]) -> tuple[str, ...]:
    """The paths, as packs show them, of the files that ``names`` ask for; of no names those that are always on."""
    return tuple(dict.fromkeys(shown for name in names or ALWAYS_ON for shown in _files(name)[0]))


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


def read_pack(text: str, path: str, checks: Collection[str] | None = None) -> tuple[Pack | None, list[Problem]]:
    """One rule file's text -> its pack (``None`` when there are problems) and its problems in file order."""
    root, problems = parse(text, path)
    if problems:
        return None, list(problems)
    if root is None:
        return None, [Problem(path, 1, 1, "the file is empty", "begin with pack: name-of-the-pack")]
    fields = Fields(path)
    given = fields.record(root, "a rule file", PACK_KEYS)
    name = fields.text(given.get("pack"), "pack")
    if "pack" not in given and root.kind == "map":
        fields.wrong(root, "the file does not say which pack it is", "begin with pack: name-of-the-pack")
    if any(sign in name for sign in "/ :[]"):
        fields.wrong(given["pack"], f"'{name}' cannot be the name of a pack", "join words by '-'")
    members = read_names(fields, given["names"]) if "names" in given else ()
    facts = read_facts(fields, name, given["facts"]) if "facts" in given else ()
    known = read_known(fields, given["known"], facts) if "known" in given else ()
    summary = fields.text(given.get("summary"), "summary")
    pack = Pack(name, path, summary, members, facts, known)
    rules = read_rules(fields, pack, given["rules"], Allowed(checks)) if "rules" in given else ()
    if fields.problems:
        return None, sorted(fields.problems, key=lambda p: (p.line, p.column))
    return Pack(name, path, summary, members, facts, known, rules), []


def _load_file(path: Path, shown: str, allowed: Allowed) -> tuple[Pack | None, list[Problem]]:
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except OSError as error:
        return None, [Problem(shown, 0, 0, f"cannot be read: {error.strerror}")]
    if len(raw) > MAX_BYTES:
        return None, [Problem(shown, 0, 0, f"the file is larger than {MAX_BYTES:,} bytes", "split it")]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return None, [Problem(shown, line, 0, "the file is not UTF-8 text", "save it as UTF-8")]
    return read_pack(text, shown, allowed.checks)


def _files(name: str) -> tuple[dict[str, Path], list[Problem]]:
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
