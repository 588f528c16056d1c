"""The key ``examples`` of a rule or fact -> the texts that must be found wrong and those that must not."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from factcheck.rules.fields import Fields
from factcheck.rules.values import Example
from factcheck.rules.yaml_nodes import Node

EXAMPLE_KEYS = ("text", "date", "lang")
_ARABIC = re.compile(r"[\u0600-\u06ff]")


def read_examples(fields: Fields, rule: str, given: Mapping[str, Node]) -> tuple[Example, ...]:
    if "examples" not in given:
        return ()
    found = []
    for state, node in fields.record(given["examples"], "examples", ("wrong", "right")).items():
        for item in fields.items(node, f"examples: {state}"):
            if example := _example(fields, rule, state == "wrong", item):
                found.append(example)
    return tuple(found)


def _keys(fields: Fields, item: Node) -> dict[str, Node]:
    """The keys of an example; a sentence with ``: `` in it looks like a key of its own."""
    first = item.items[0] if item.items else item
    if first.kind == "scalar" and " " in first.text.strip():
        fields.wrong(first, f"'{first.text}: ...' is read as a key of an example", "quote a sentence that holds ': '")
        return {}
    return fields.record(item, "an example", EXAMPLE_KEYS)


def _example(fields: Fields, rule: str, wrong: bool, item: Node) -> Example | None:
    before = len(fields.problems)
    given = _keys(fields, item) if item.kind == "map" else {"text": item}
    if "text" not in given:
        if len(fields.problems) == before:
            fields.wrong(item, "an example has no text", "add text: ...")
        return None
    text = fields.words(given["text"], "an example")
    published: date | None = None
    if written := fields.text(given.get("date"), "the date of an example"):
        try:
            published = date.fromisoformat(written)
        except ValueError:
            fields.wrong(given["date"], f"'{written}' is not a date", "write YYYY-MM-DD")
    language = fields.text(given.get("lang"), "the language of an example")
    if language:
        fields.language(given["lang"])
    language = language or ("ar" if _ARABIC.search(text) else "en")
    return Example(rule, wrong, text, language, published, fields.path, item.line, item.column)
