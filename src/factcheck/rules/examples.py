"""An example of a rule file and what was found in it -> why it is not as the file says, or nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from factcheck.model import Finding
from factcheck.rules.values import Example, RuleSet


def examples_of(ruleset: RuleSet, paths: Collection[str] | None = None) -> Iterator[Example]:
    """The examples of all facts and rules in the order of their files; of the packs in ``paths`` alone, if given."""
    for pack in ruleset.packs:
        if paths is None or pack.path in paths:
            of_facts = (example for fact in pack.facts for example in fact.examples)
            of_rules = (example for rule in pack.rules for example in rule.examples)
            yield from sorted((*of_facts, *of_rules), key=lambda example: (example.line, example.column))


def judge(example: Example, findings: Collection[Finding]) -> str | None:
    """``None`` when as expected, else ``path:line:column: rule: expected ..., found ...``.

    A wrong text must give a contradiction of its rule and no other; a right one none at all. Findings that are
    no contradictions do not count.
    """
    found = tuple(dict.fromkeys(finding.rule for finding in findings if finding.state == "contradiction"))
    expected = (example.rule,) if example.wrong else ()
    if found == expected:
        return None
    wanted = f"a contradiction of {example.rule}" if example.wrong else "no contradiction"
    seen = ", ".join(found) or "none"
    place = f"{example.path}:{example.line}:{example.column}"
    return f'{place}: {example.rule}: expected {wanted}, found {seen} in "{_shortened(example.text)}"'


def _shortened(text: str, length: int = 100) -> str:
    words = " ".join(text.split())
    return words if len(words) <= length else words[: length - 1].rsplit(" ", 1)[0] + " …"
