"""Rule files -> the rules in use, and all that is wrong with the files."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from factcheck.model import Problem
from factcheck.rules.evidence import check_names, check_units
from factcheck.rules.fact_entries import read_facts, read_known, read_names
from factcheck.rules.fields import Fields
from factcheck.rules.packs import always_on, files_named
from factcheck.rules.rule_entries import Allowed, read_rules
from factcheck.rules.values import Pack, RuleSet
from factcheck.rules.yaml_nodes import MAX_BYTES, parse

PACK_KEYS = ("pack", "summary", "names", "facts", "known", "rules")


def load(names: Sequence[str], checks: Collection[str] | None = None) -> tuple[RuleSet, tuple[Problem, ...]]:
    """The packs that are always on and those that ``names`` ask for.

    A name is a file, a folder of ``.yaml`` files, or a pack that ships. ``checks`` are the names that
    ``check:`` may use. A file with mistakes gives its problems and no rules.
    """
    files = always_on()
    problems: list[Problem] = []
    for name in names:
        found, wrong = files_named(name)
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


def read_pack(text: str, path: str, checks: Collection[str] | None = None) -> tuple[Pack | None, list[Problem]]:
    """One rule file's text -> its pack (``None`` when there are problems) and its problems in file order."""
    root, problems = parse(text, path)
    if problems:
        return None, with_source(problems, text)
    if root is None:
        return None, [Problem(path, 1, 1, "the file is empty", "begin with pack: name-of-the-pack")]
    fields = Fields(path)
    given = fields.record(root, "a rule file", PACK_KEYS)
    if fields.problems and "facts" not in given:  # its key may be misspelt, and all names of facts unknown
        given.pop("rules", None)
        given.pop("known", None)
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
    check_units(fields, root)
    if "names" in given and "facts" in given:
        check_names(fields, given["names"], pack)
    if fields.problems:
        return None, with_source(sorted(fields.problems, key=lambda p: (p.line, p.column)), text)
    return Pack(name, path, summary, members, facts, known, rules), []


def with_source(problems: Sequence[Problem], text: str) -> list[Problem]:
    """The problems with the line of the file that each is about."""
    lines = text.splitlines()
    return [
        problem._replace(source=lines[problem.line - 1]) if 0 < problem.line <= len(lines) else problem
        for problem in problems
    ]


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
