"""Documents and rules -> a report: the whole story in one place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from factcheck.languages import data, detect
from factcheck.languages.lexicon import Lexicon
from factcheck.model import Document, Entry, Fact, Problem, Report
from factcheck.reading.facts import Text, read_text
from factcheck.reading.reader import FACT_KINDS
from factcheck.rules import loading


def check(documents: Sequence[Document], rules: Sequence[str] = (), *, emit_smt2: str | None = None) -> Report:
    """The findings of one story: all documents must agree with themselves and with each other."""
    return read(documents, rules)


def read(documents: Sequence[Document], rules: Sequence[str] = ()) -> Report:
    """The facts of the documents and their ledger."""
    texts = [_read(document) for document in sorted(documents, key=lambda one: one.path)]
    facts = tuple(fact for text in texts for fact in text.facts)
    ledger = tuple(_unchecked(fact) for fact in facts)
    return Report(tuple(text.document for text in texts), facts, (), ledger)


@lru_cache(maxsize=8)
def lexicon_of(language: str) -> Lexicon:
    return Lexicon(data.load(language), kinds=FACT_KINDS)


def _read(document: Document) -> Text:
    language = document.language if document.language in data.codes() else detect(document.text)
    return read_text(replace(document, language=language), lexicon_of(language))


def _unchecked(fact: Fact) -> Entry:
    if not fact.readings:
        return Entry(fact.id, "open", "nothing in the text fixes its value")
    return Entry(fact.id, "unchecked", "nothing to hold it against")


def run_examples(paths: Sequence[str]) -> tuple[tuple[str, ...], tuple[Problem, ...], int]:
    """Checks the examples of rule files; what failed, what is wrong with the files, and how many there were."""
    ruleset, problems = loading.load(paths)
    examples = [example for pack in ruleset.packs for rule in pack.rules for example in rule.examples]
    failures = []
    for example in examples:
        document = Document.of(example.text, example.path, example.language, example.published)
        found = {finding.rule for finding in check([document], paths).findings if finding.state == "contradiction"}
        if (example.rule in found) != example.wrong:
            failures.append(f"{example.path}:{example.line}: {example.rule}: found {sorted(found) or 'nothing'}")
    return tuple(failures), problems, len(examples)


def rule_names() -> tuple[str, ...]:
    """Every rule of the packs that ship."""
    ruleset, _ = loading.load(tuple(loading.shipped()))
    return tuple(f"{pack.name}/{rule.name}" for pack in ruleset.packs for rule in pack.rules)


def explain_rule(name: str) -> str | None:
    """The page of a rule; ``None`` when no rule has that name."""
    ruleset, _ = loading.load(tuple(loading.shipped()))
    for pack in ruleset.packs:
        for rule in pack.rules:
            if f"{pack.name}/{rule.name}" == name:
                return f"{name} ({rule.level})\n\n{rule.summary}\n\n{rule.why}\n"
    return None
