"""A phrase as written (``"by [the] {day}"``) -> its parsed form. One phrase language serves language data and rules.

Words stand as they are; ``(a|b)`` is a choice, ``[a]`` optional, ``...`` a gap inside the sentence,
``{kind}`` or ``{name:kind}`` a value. A kind may ask for several classes of one token: ``{int&glued}``,
and exclude some: ``{word!cap}``; ``{@name}`` is a named pattern of the language data.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

MAX_LENGTH = 2000
MAX_DEPTH = 12

_TOKEN = re.compile(r"\.\.\.|[()|\[\]]|\{[^{}]*\}|[^\s()|\[\]{}]+|[{}]")
_SLOT = re.compile(r"(?:([A-Za-z_][\w-]*):)?(@?[A-Za-z][\w-]*(?:[&!][A-Za-z][\w-]*)*)")


class PhraseError(ValueError):
    """A phrase cannot be parsed; ``column`` counts from 0 inside the phrase."""

    def __init__(self, message: str, column: int) -> None:
        super().__init__(message)
        self.column = column


class Word(NamedTuple):
    text: str


class Slot(NamedTuple):
    """A value; ``name`` is empty when the phrase gives none."""

    name: str
    kind: str


class Gap(NamedTuple):
    pass


class Sequence(NamedTuple):
    items: tuple[Node, ...]


class Choice(NamedTuple):
    options: tuple[Sequence, ...]


class Maybe(NamedTuple):
    item: Sequence | Choice


Node = Word | Slot | Gap | Sequence | Choice | Maybe


@lru_cache(maxsize=4096)
def parse(text: str) -> Sequence:
    """The phrase as a tree.

    Raises:
        PhraseError: unbalanced brackets, an empty choice, a malformed ``{slot}``, or a phrase that is too long.
    """
    if len(text) > MAX_LENGTH:
        raise PhraseError(f"the phrase is longer than {MAX_LENGTH} characters", MAX_LENGTH)
    tokens = [(match.group(), match.start()) for match in _TOKEN.finditer(text)]
    if not tokens:
        raise PhraseError("the phrase is empty", 0)
    items, rest = _choice(tokens, 0, 0)
    if rest < len(tokens):
        raise PhraseError(f"'{tokens[rest][0]}' closes nothing", tokens[rest][1])
    return items if isinstance(items, Sequence) else Sequence((items,))


def slots(node: Node) -> tuple[Slot, ...]:
    """Every value slot of a phrase, in order."""
    if isinstance(node, Slot):
        return (node,)
    if isinstance(node, Sequence):
        return tuple(slot for item in node.items for slot in slots(item))
    if isinstance(node, Choice):
        return tuple(slot for option in node.options for slot in slots(option))
    return slots(node.item) if isinstance(node, Maybe) else ()


def numbered(phrase: Sequence) -> Sequence:
    """The phrase with its slots named ``slot0``, ``slot1`` ... in the order of ``slots``, so that each is captured."""
    count = iter(range(len(slots(phrase))))

    def rename(node: Node) -> Node:
        if isinstance(node, Slot):
            return Slot(f"slot{next(count)}", node.kind)
        if isinstance(node, Sequence):
            return Sequence(tuple(map(rename, node.items)))
        if isinstance(node, Choice):
            return Choice(tuple(Sequence(tuple(map(rename, option.items))) for option in node.options))
        if isinstance(node, Maybe):
            item = rename(node.item)
            assert isinstance(item, Sequence | Choice)
            return Maybe(item)
        return node

    return Sequence(tuple(map(rename, phrase.items)))


def words(node: Node) -> tuple[str, ...]:
    """Every word of a phrase, in order, those of choices too."""
    if isinstance(node, Word):
        return (node.text,)
    if isinstance(node, Sequence):
        return tuple(word for item in node.items for word in words(item))
    if isinstance(node, Choice):
        return tuple(word for option in node.options for word in words(option))
    return words(node.item) if isinstance(node, Maybe) else ()


def _choice(tokens: list[tuple[str, int]], at: int, depth: int) -> tuple[Sequence | Choice, int]:
    if depth > MAX_DEPTH:
        raise PhraseError("brackets are nested too deeply", tokens[at][1] if at < len(tokens) else 0)
    options = []
    while True:
        start = at
        option, at = _sequence(tokens, at, depth)
        if not option.items:
            column = tokens[min(start, len(tokens) - 1)][1]
            raise PhraseError("nothing stands here; a choice needs words on both sides of '|'", column)
        options.append(option)
        if at < len(tokens) and tokens[at][0] == "|":
            at += 1
            continue
        return (options[0] if len(options) == 1 else Choice(tuple(options))), at


def _sequence(tokens: list[tuple[str, int]], at: int, depth: int) -> tuple[Sequence, int]:
    items: list[Node] = []
    while at < len(tokens) and tokens[at][0] not in ")]|":
        text, column = tokens[at]
        if text in "([":
            inner, after = _choice(tokens, at + 1, depth + 1)
            closing = ")" if text == "(" else "]"
            if after >= len(tokens) or tokens[after][0] != closing:
                raise PhraseError(f"'{text}' is never closed by '{closing}'", column)
            items.append(Maybe(inner) if text == "[" else inner)
            at = after + 1
            continue
        items.append(_leaf(text, column))
        at += 1
    return Sequence(tuple(items)), at


def _leaf(text: str, column: int) -> Node:
    if text == "...":
        return Gap()
    if text[0] not in "{}":
        return Word(text)
    match = _SLOT.fullmatch(text[1:-1]) if text.endswith("}") else None
    if match is None:
        raise PhraseError(f"'{text}' is not a value; write {{name:kind}} or {{kind}}", column)
    return Slot(match.group(1) or "", match.group(2))
