"""The key ``rules`` of a rule file -> rules with their conditions, messages and examples."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import NamedTuple, cast

from factcheck.model import LEVELS, Level
from factcheck.rules import dimensions
from factcheck.rules.conditions import Condition, Name, names
from factcheck.rules.example_entries import read_examples
from factcheck.rules.fields import Fields
from factcheck.rules.names import nearest
from factcheck.rules.requirements import RequirementError, parse
from factcheck.rules.values import KINDS, RELATIONS, Pack, Rule
from factcheck.rules.yaml_nodes import Node

RULE_KEYS = ("rule", "summary", "why", "level", "require", "check", "each", "message", "examples")
_RULE_NAME = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_LONE_BRACE = re.compile(r"[{}]")
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


class Allowed(NamedTuple):
    """Names of checks that exist; ``None`` when the caller does not know them."""

    checks: Collection[str] | None


def read_rules(fields: Fields, pack: Pack, node: Node, allowed: Allowed) -> tuple[Rule, ...]:
    rules: dict[str, Rule] = {}
    for item in fields.items(node, "rules"):
        given = fields.record(item, "a rule", RULE_KEYS)
        if not given:
            continue
        name = fields.text(given.get("rule"), "the name of a rule")
        if "rule" not in given:
            fields.wrong(item, "this rule has no name", "add rule: name-of-the-rule")
        elif name and not _RULE_NAME.fullmatch(name):
            fields.wrong(given["rule"], f"'{name}' cannot be the name of a rule", "join words by '-'")
        elif name in rules:
            fields.wrong(given["rule"], f"rule '{name}' stands twice (first in line {rules[name].line})")
        elif pack.fact(name):
            fields.wrong(given["rule"], f"'{name}' is a fact of this pack already", "call the rule otherwise")
        else:
            rules[name] = _rule(fields, pack, name, item, given, allowed)
    return tuple(rules.values())


def _rule(fields: Fields, pack: Pack, name: str, item: Node, given: Mapping[str, Node], allowed: Allowed) -> Rule:
    for key in ("summary", "why"):
        if key not in given:
            fields.wrong(item, f"rule '{name}' has no {key}", f"add {key}: ...")
    level = cast(Level, fields.choice(given.get("level"), "a level", LEVELS, "error"))
    each = fields.choice(given.get("each"), "a relation of the text", RELATIONS, "")
    known = _known_names(pack, each) if each or "each" not in given else None
    condition = _what_must_hold(fields, name, item, given, known, allowed)
    return Rule(
        name, pack.name, fields.text(given.get("summary"), "summary"),
        fields.text(given.get("why"), "why"), level, each, given["check"].text.strip() if "check" in given else "",
        given["require"].text.strip() if "require" in given else "",
        condition, _names_of(condition), _messages(fields, given, known, each),
        read_examples(fields, f"{pack.name}/{name}", given), fields.path, item.line, item.column,
    )  # fmt: skip


def _known_names(pack: Pack, each: str) -> dict[str, dimensions.Known]:
    if each:
        return {role: dimensions.Known("any", role=True) for role in RELATIONS[each]}
    pinned = {known.fact for known in pack.known if known.tolerance is None}
    known = {}
    for fact in pack.facts:
        members = tuple(dict.fromkeys(m for index, _, m in pack.members if index == fact.indexed_by))
        constant = fact.name in pinned and not fact.indexed_by
        value = next((one.value.value.exact for one in pack.known if constant and one.fact == fact.name), None)
        dimension = KINDS.get(fact.kind, "any")
        known[fact.name] = dimensions.Known(dimension, fact.indexed_by, False, members, constant, value)
    return known


def _what_must_hold(
    fields: Fields,
    name: str,
    item: Node,
    given: Mapping[str, Node],
    known: Mapping[str, dimensions.Known] | None,
    allowed: Allowed,
) -> Condition | None:
    if "check" in given:
        check = fields.text(given["check"], "check")
        if "require" in given:
            fields.wrong(given["check"], f"rule '{name}' has both require and check", "keep one of them")
        if allowed.checks is not None and check and check not in allowed.checks:
            fields.wrong(given["check"], f"'{check}' is not a check", nearest(check, allowed.checks))
        return None
    if "require" not in given:
        fields.wrong(item, f"rule '{name}' says nothing that must hold", "add require: ...")
        return None
    node = given["require"]
    if not fields.text(node, "require"):
        return None
    try:
        condition = parse(node.text)
    except RequirementError as error:
        fields.wrong(node, error.message, error.hint, error.column)
        return None
    if known is None:  # then what its names are is not known either
        return None
    errors = dimensions.check(condition, known)
    if not errors and not any(True for _ in names(condition)):
        errors = [RequirementError(f"'{node.text.strip()}' names no fact", 0, nearest("", known))]
    for mistake in errors:
        fields.wrong(node, mistake.message, mistake.hint, mistake.column)
    return None if errors else condition


def _names_of(condition: Condition | None) -> tuple[Name, ...]:
    return tuple(name for name, _ in names(condition)) if condition else ()


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _messages(
    fields: Fields, given: Mapping[str, Node], known: Mapping[str, dimensions.Known] | None, each: str
) -> tuple[tuple[str, str], ...]:
    node = given.get("message")
    if node is None:
        return ()
    if node.kind == "scalar":
        entries = [("", node)]
    else:
        entries = [(key.text, value) for key, value in fields.languages(node, "message")]
    known = known or {}
    allowed = {*known, *(entry.indexed_by for entry in known.values() if entry.indexed_by)}
    messages = []
    for language, text in entries:
        template = fields.words(text, "message")
        if "check" not in given and (lone := _LONE_BRACE.search(_PLACEHOLDER.sub(_blank, template))):
            hint = "a name of a fact stands between '{' and '}'"
            fields.wrong(text, f"'{lone.group()}' stands alone", hint, lone.start())
        for match in _PLACEHOLDER.finditer(template) if known and "check" not in given else ():
            if match[1] not in allowed:
                what = "a role of this relation" if each else "a fact or index of this pack"
                fields.wrong(text, f"'{match[1]}' is not {what}", nearest(match[1], allowed), match.start(1))
        messages.append((language, template))
    return tuple(messages)
