"""The keys ``names``, ``facts`` and ``known`` of a rule file -> members, facts and known values."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from typing import cast

from factcheck.model import LEVELS, Level, PhraseSpec
from factcheck.rules.example_entries import read_examples
from factcheck.rules.fields import Fields
from factcheck.rules.literals import Dimension, Literal, literal
from factcheck.rules.members import fold_member
from factcheck.rules.names import nearest
from factcheck.rules.phrase_entries import exclusion_holds, phrase_holds
from factcheck.rules.values import KINDS, FactSpec, Known
from factcheck.rules.yaml_nodes import Node

# What may be given as a tolerance for a kind of value; for all others a number or a percentage.
TOLERANCES: dict[Dimension, tuple[Dimension, ...]] = {
    "moment": ("duration",),
    "duration": ("duration", "percent"),
}
FACT_KEYS = ("kind", "phrases", "not", "units", "agree", "members", "level", "label", "summary", "examples")
KNOWN_KEYS = ("source", "tolerance")
MAX_PHRASES = 200
_HEAD = re.compile(r"([^\[\]]+?)(?:\[([^\[\]]+)\])?")
_GAP = re.compile(r"\{([^{}]*)\}")
_AGREE = re.compile(r"(?:within\s+)?(.+)")


def read_names(fields: Fields, node: Node) -> tuple[tuple[str, str, str], ...]:
    """``names`` -> (index, folded spelling, member); a spelling belongs to one member of an index."""
    found: dict[tuple[str, str], str] = {}
    for index_node, members in fields.map(node, "names"):
        index = fields.name(index_node, "the name of an index")
        for member_node, spellings in fields.map(members, f"names of '{index}'"):
            member = fields.text(member_node, "a member")
            for spelling in [member_node, *fields.texts(spellings, f"spellings of '{member}'")]:
                folded = fold_member(spelling.text)
                other = found.setdefault((index, folded), member)
                if other != member:
                    fields.wrong(spelling, f"'{spelling.text}' spells '{other}' and '{member}' of '{index}'")
    return tuple((index, folded, member) for (index, folded), member in found.items())


def read_facts(fields: Fields, pack: str, node: Node) -> tuple[FactSpec, ...]:
    facts: dict[str, FactSpec] = {}
    for key, entry in fields.map(node, "facts"):
        head = _HEAD.fullmatch(key.text.strip())
        if head is None:
            fields.wrong(key, f"'{key.text}' is not the name of a fact", "write name or name[index]")
            continue
        name = fields.name(_part(key, head[1]), "the name of a fact")
        index = fields.name(_part(key, head[2]), "the name of an index") if head[2] else ""
        if name in facts:
            fields.wrong(key, f"'{name}' stands twice in facts (first in line {facts[name].line})")
        elif name:
            facts[name] = _fact(fields, pack, name, index, key, entry)
    return tuple(facts.values())


def _part(key: Node, text: str) -> Node:
    return Node("scalar", key.line, key.column + max(key.text.find(text), 0), text)


def _fact(fields: Fields, pack: str, name: str, index: str, key: Node, entry: Node) -> FactSpec:
    given = fields.record(entry, f"fact '{name}'", FACT_KEYS)
    kind = fields.choice(given.get("kind"), "a kind of value", KINDS, "")
    if entry.kind == "map" and "kind" not in given:
        fields.wrong(key, f"fact '{name}' has no kind", "kinds: " + ", ".join(KINDS))
    called = f"{pack}/{name}"
    phrases = _phrases(fields, given.get("phrases"), called, lambda text: phrase_holds(fields, text, name, index, kind))
    written = given.get("phrases")
    if entry.kind == "map" and (written is None or (written.kind == "map" and not written.items)):
        fields.wrong(key, f"fact '{name}' has no phrases", 'add phrases: {en: ["..."], ar: ["..."]}')
    exclusions = _phrases(fields, given.get("not"), called, lambda text: exclusion_holds(fields, text))
    if max(len(phrases), len(exclusions)) > MAX_PHRASES:
        fields.wrong(key, f"fact '{name}' has more than {MAX_PHRASES} phrases", "use (a|b) and [optional]")
    members = fields.choice(given.get("members"), "'any' or 'listed'", ("any", "listed"), "any")
    if members == "listed" and not index:
        fields.wrong(given["members"], f"fact '{name}' has no index whose members could be listed")
    level = cast(Level, fields.choice(given.get("level"), "a level", LEVELS, "error"))
    summary = fields.text(given.get("summary"), "summary")
    return FactSpec(
        name, index, kind, phrases, _tolerance(fields, given.get("agree"), KINDS.get(kind, "any")),
        members == "listed", level, summary, _units(fields, given.get("units")),
        tuple(spec._replace(excludes=True) for spec in exclusions), _labels(fields, given.get("label"), name, index),
        read_examples(fields, called, given), key.line, key.column,
    )  # fmt: skip


def _phrases(
    fields: Fields, node: Node | None, called: str, is_sound: Callable[[Node], bool]
) -> tuple[PhraseSpec, ...]:
    if node is None:
        return ()
    what = f"phrases of '{called.rpartition('/')[2]}'"
    return tuple(
        PhraseSpec(called, language.text, text.text.strip(), fields.path, text.line, text.column)
        for language, texts in fields.languages(node, what)
        for text in fields.texts(texts, what)
        if is_sound(text)
    )


def _labels(fields: Fields, node: Node | None, name: str, index: str) -> tuple[tuple[str, str], ...]:
    """What reports call a fact, by language; its index may stand in it: ``the handover of {district}``."""
    labels = fields.by_language(node, f"the label of '{name}'")
    for _, label in labels:
        for gap in _GAP.findall(label):
            if node is not None and gap != index:
                hint = f"write {{{index}}}" if index else "leave it out"
                fields.wrong(node, f"'{{{gap}}}' is not the index of '{name}'", hint)
    return labels


def _units(fields: Fields, node: Node | None) -> tuple[str, ...]:
    """What a figure must count to be this fact: canonical English singulars (``soldier``)."""
    return tuple(item.text.strip() for item in fields.texts(node, "units")) if node else ()


def _tolerance(fields: Fields, node: Node | None, dimension: Dimension) -> Literal | None:
    """``within 5 %``, ``2 days`` ..."""
    text = fields.text(node, "a tolerance")
    match = _AGREE.fullmatch(text)
    if node is None or match is None:
        return None
    try:
        value = literal(match[1])
    except ValueError as error:
        fields.wrong(node, str(error), "write within 5 %, within 2 days or within 10")
        return None
    if dimension == "any":
        return value
    wanted = TOLERANCES.get(dimension, ("number", "percent"))
    if value.dimension not in wanted:
        fields.wrong(node, f"'{match[1]}' is a {value.dimension}", f"write a {' or a '.join(wanted)}")
        return None
    return value


def read_known(fields: Fields, node: Node, facts: tuple[FactSpec, ...]) -> tuple[Known, ...]:
    found: list[Known] = []
    by_name = {fact.name: fact for fact in facts}
    for item in fields.items(node, "known"):
        subject: tuple[Node, Node] | None = None
        extra: dict[str, Node] = {}
        before = len(fields.problems)
        entries = fields.map(item, "an entry of known")
        misspelt = _misspelt([key.text for key, _ in entries], by_name)
        for key, value in entries:
            if key.text in KNOWN_KEYS:
                extra[key.text] = value
            elif subject is None and key.text not in misspelt:
                subject = (key, value)
            elif key.text in misspelt:
                fields.wrong(key, f"'{key.text}' is not a key of an entry of known", misspelt[key.text])
            else:
                fields.wrong(key, f"'{key.text}' is a second fact in one entry of known", "begin a new entry")
        if subject is None and len(fields.problems) == before:
            fields.wrong(item, "an entry of known names no fact", "write - fact: value")
        elif subject and (known := _known(fields, subject, extra, by_name)):
            twice = next((one for one in found if (one.fact, one.member) == (known.fact, known.member)), None)
            if twice:
                fields.wrong(subject[0], f"'{subject[0].text}' stands twice in known (first in line {twice.line})")
            found.append(known)
    return tuple(found)


def _misspelt(keys: Sequence[str], facts: Collection[str]) -> dict[str, str]:
    """Keys beside the fact of an entry that are nearly ours, each with the hint."""
    others = [key for key in keys if key not in KNOWN_KEYS and _HEAD.sub(r"\1", key.strip()) not in facts]
    if len(keys) - len(others) == sum(key in KNOWN_KEYS for key in keys):
        return {}  # then the misspelt one may be the fact
    hints = {key: nearest(key, KNOWN_KEYS) for key in others}
    return {key: hint for key, hint in hints.items() if hint.startswith("did")}


def _known(
    fields: Fields, subject: tuple[Node, Node], extra: dict[str, Node], facts: dict[str, FactSpec]
) -> Known | None:
    key, value = subject
    head = _HEAD.fullmatch(key.text.strip())
    fact = facts.get(head[1]) if head else None
    if head is None or fact is None:
        fields.wrong(key, f"'{key.text}' is not a fact of this pack", nearest(key.text, facts))
        return None
    if bool(head[2]) != bool(fact.indexed_by):
        shape = f"{fact.name}[{fact.indexed_by}]" if fact.indexed_by else fact.name
        fields.wrong(key, f"'{key.text}' is not how '{shape}' is indexed", "write " + shape)
        return None
    sources = fields.by_language(extra.get("source"), "source")
    if "source" not in extra:
        fields.wrong(key, f"'{key.text}' has no source", "cite where the value is from: source: ...")
    dimension = KINDS.get(fact.kind, "any")
    written = fields.text(value, f"the value of '{key.text}'")
    try:
        known = literal(written)
    except ValueError as error:
        if written:
            fields.wrong(value, str(error), "write 1,960, 3 %, 5 days, 2020-11-10 or 2020-11-10T00:00+03:00")
        return None
    if dimension not in (known.dimension, "any") and not (dimension == "percent" and known.dimension == "number"):
        fields.wrong(value, f"'{written}' is a {known.dimension}, but '{fact.name}' is a {fact.kind}")
        return None
    tolerance = _tolerance(fields, extra.get("tolerance"), dimension)
    return Known(fact.name, head[2] or "", known, sources, tolerance, written, key.line, key.column)
