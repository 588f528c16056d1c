"""A phrase of a rule file -> whether it is well formed and catches what its fact needs."""

from __future__ import annotations

import re
from itertools import pairwise

from factcheck.languages.phrases import Choice, Gap, PhraseError, Sequence, Slot, Word, slots, words
from factcheck.languages.phrases import Node as Phrase
from factcheck.languages.phrases import parse as parse_phrase
from factcheck.rules.fields import Fields
from factcheck.rules.names import nearest
from factcheck.rules.values import KINDS
from factcheck.rules.yaml_nodes import Node

WORD_KINDS = ("word", "words")
MAX_GAPS = 8
_NO_WORD = re.compile(r"[\\*^]|[\w)\]][+?]$|\u2026|^\.+$")


def phrase_holds(fields: Fields, node: Node, name: str, index: str, kind: str) -> bool:
    """Whether a phrase parses and catches one value of the fact's kind, and its index if it has one.

    The value is the slot called like the fact, or the only slot for a value; others are context.
    """
    before = len(fields.problems)
    parsed = _parsed(fields, node)
    if parsed is None:
        return False
    for slot in slots(parsed):
        _check_slot(fields, node, slot, name, index)
    if len(fields.problems) > before:
        return False
    caught = [slot for slot in slots(parsed) if slot.kind in KINDS]
    values = [slot for slot in caught if slot.name == name] or caught
    if not values:
        fields.wrong(node, f"the phrase catches no value for '{name}'", f"add {{{kind or 'number'}}}")
    elif len(values) > 1 and not values[0].name:
        hint = f"mark it: {{{name}:{values[0].kind}}}"
        fields.wrong(node, f"the phrase catches several values; which is '{name}'?", hint)
    elif index and not any(slot.kind in WORD_KINDS for slot in slots(parsed)):
        fields.wrong(node, f"the phrase does not catch '{index}'", f"add {{{index}:word}}")
    elif not _always(parsed, values):
        message = f"the phrase also matches without a value for '{name}'"
        fields.wrong(
            node, message, "the value stands outside of [ ], or in every choice of ( | )", _column(node, values[0])
        )
    else:
        _check_words(fields, node, parsed)
    for slot in values if kind else ():
        if KINDS[slot.kind] != KINDS[kind]:
            message = f"the phrase catches a {slot.kind}, but '{name}' is a {kind}"
            fields.wrong(node, message, f"use {{{kind}}}", _column(node, slot))
    return len(fields.problems) == before


def exclusion_holds(fields: Fields, node: Node) -> bool:
    """Whether a phrase parses, has a word and only slots without names: what it catches is no value of the fact."""
    before = len(fields.problems)
    parsed = _parsed(fields, node)
    if parsed is None:
        return False
    known = (*KINDS, *WORD_KINDS)
    for slot in slots(parsed):
        if slot.kind not in known:
            hint = nearest(slot.kind, known)
            fields.wrong(node, f"'{slot.kind}' is not a kind of value", hint, _column(node, slot))
        elif slot.name:
            message = f"'{slot.name}' is caught for nothing: sentences of this phrase are left out"
            fields.wrong(node, message, f"write {{{slot.kind}}}", _column(node, slot))
    _check_words(fields, node, parsed)
    return len(fields.problems) == before


def _check_words(fields: Fields, node: Node, phrase: Sequence) -> None:
    """A phrase needs a word that always stands in it, words that a text can have, and gaps between them."""
    for word in words(phrase):
        if _NO_WORD.search(word):
            hint = "a gap is written ..." if "." in word or "\u2026" in word else "phrases are no regular expressions"
            fields.wrong(node, f"'{word}' is no word of a text", hint, max(node.text.find(word), 0))
            return
    gaps = [isinstance(item, Gap) for item in phrase.items]
    if gaps[0] or gaps[-1]:
        where = "begins" if gaps[0] else "ends"
        fields.wrong(node, f"the phrase {where} with a gap, which says nothing", "leave ... out")
    elif (True, True) in pairwise(gaps):
        fields.wrong(node, "two gaps stand side by side", "write ... once")
    elif sum(gaps) > MAX_GAPS:
        fields.wrong(node, f"the phrase has more than {MAX_GAPS} gaps", "make it several phrases")
    elif not words(phrase):
        fields.wrong(node, "the phrase has no word of its own", "it would match everywhere; add a word")
    elif not _anchored(phrase):
        message = "every word of the phrase may be left out"
        fields.wrong(node, message, "it would match everywhere; take a word out of [ ]")


def _anchored(phrase: Phrase) -> bool:
    """Whether some word stands in every text that the phrase matches."""
    if isinstance(phrase, Sequence):
        return any(_anchored(item) for item in phrase.items)
    if isinstance(phrase, Choice):
        return all(_anchored(option) for option in phrase.options)
    return isinstance(phrase, Word)


def _always(phrase: Phrase, values: list[Slot]) -> bool:
    """Whether one of the slots is filled by whatever the phrase matches."""
    if isinstance(phrase, Sequence):
        return any(_always(item, values) for item in phrase.items)
    if isinstance(phrase, Choice):
        return all(_always(option, values) for option in phrase.options)
    return phrase in values


def _parsed(fields: Fields, node: Node) -> Sequence | None:
    try:
        return parse_phrase(node.text.strip())
    except PhraseError as error:
        hint = "a phrase is made of words, (a|b), [optional], ... and {kind}"
        fields.wrong(node, str(error), hint, error.column)
        return None


def _check_slot(fields: Fields, node: Node, slot: Slot, name: str, index: str) -> None:
    known = (*KINDS, *WORD_KINDS)
    if slot.kind not in known:
        message = f"'{slot.kind}' is not a kind of value"
        fields.wrong(node, message, nearest(slot.kind, known), _column(node, slot))
    elif slot.kind in WORD_KINDS and slot.name and slot.name != index:
        hint = nearest(slot.name, [index]) if index else "leave the name out"
        fields.wrong(node, f"'{slot.name}' is not the index of '{name}'", hint, _column(node, slot))
    elif slot.kind in KINDS and slot.name and slot.name != name:
        hint = f"write {{{name}:{slot.kind}}} or {{{slot.kind}}}"
        fields.wrong(node, f"'{slot.name}' is not the fact of this phrase", hint, _column(node, slot))


def _column(node: Node, slot: Slot) -> int:
    """Where a slot stands in the phrase."""
    written = f"{{{slot.name}:{slot.kind}}}" if slot.name else f"{{{slot.kind}}}"
    return max(node.text.find(written), 0)
