"""What a rule file as a whole must bear out: units that figures have, indexes that facts have."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.languages.data import codes, load
from factcheck.languages.folding import fold
from factcheck.rules.fields import Fields
from factcheck.rules.names import nearest
from factcheck.rules.values import Pack
from factcheck.rules.yaml_nodes import Node

# The classes of words whose values are what figures count or measure.
COUNTED = ("noun", "unit", "currency", "ageunit", "timeunit", "smallunit", "event")


def check_names(fields: Fields, node: Node, pack: Pack) -> None:
    """Each index under ``names`` belongs to a fact."""
    indexes = {fact.indexed_by for fact in pack.facts if fact.indexed_by}
    for key, _ in node.pairs() if node.kind == "map" else ():
        if key.text.strip() not in indexes:
            hint = nearest(key.text, indexes) or f"write a fact such as handover[{key.text}]"
            fields.wrong(key, f"no fact has the index '{key.text}'", hint)


def check_units(fields: Fields, root: Node) -> None:
    """A unit is a word that some language counts in, or one that an example of the file has."""
    nodes = list(_texts(root, "units"))
    if not nodes:
        return
    counted = {entry.value for code in codes() for entry in load(code).entries(*COUNTED) if entry.value}
    examples = ""
    for node in nodes:
        unit = node.text.strip()
        if unit in counted:
            continue
        examples = examples or " ".join(fold(text.text).casefold() for text in _texts(root, "examples")) + " "
        meant = _meant(unit)
        if meant:
            fields.wrong(node, f"figures of '{unit}' have the unit '{meant}'", f"write {meant}")
        elif not unit or fold(unit).casefold() not in examples or unit.isdecimal():
            near = nearest(unit, counted)
            hint = near if near.startswith("did") else "write an English singular, or an example that counts it"
            fields.wrong(node, f"'{unit}' is neither a unit that is known nor counted in an example", hint)


def _meant(unit: str) -> str:
    """The unit that figures beside this word have."""
    folded = fold(unit).casefold()
    entries = (entry for code in codes() for entry in load(code).entries(*COUNTED))
    return next((entry.value for entry in entries if fold(entry.text).casefold() == folded), "")


def _texts(node: Node, key: str, inside: bool = False) -> Iterator[Node]:
    """The texts somewhere below a key of this name."""
    if node.kind == "scalar":
        if inside:
            yield node
    elif node.kind == "list":
        for item in node.items:
            yield from _texts(item, key, inside)
    else:
        for name, value in node.pairs():
            yield from _texts(value, key, inside or (name.kind == "scalar" and name.text.strip() == key))
