"""Contradictions, and the rules, facts and documents behind them -> findings in the order of the text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.explaining import showing
from factcheck.explaining.arithmetic_lines import known_side
from factcheck.explaining.because import because
from factcheck.explaining.case import Case, is_known
from factcheck.explaining.fingerprints import fingerprinted
from factcheck.explaining.repairs import repairs
from factcheck.explaining.roles import passages
from factcheck.explaining.surroundings import Again, Fits, Surroundings
from factcheck.explaining.texts import filled, texts_of
from factcheck.model import Constraint, Contradiction, Document, Fact, Finding, Instance, Problem


class Explained(NamedTuple):
    """Findings about articles, and problems of rules that contradict each other without any article."""

    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]


def explain(
    contradictions: Sequence[Contradiction],
    instances: Sequence[Instance],
    facts: Sequence[Fact],
    documents: Sequence[Document],
    fits: Fits,
    constraints: Sequence[Constraint] = (),
    again: Again | None = None,
) -> Explained:
    """One finding for each contradiction; the order of what comes in does not matter.

    ``fits`` says whether constraints can all hold; repairs are tried with it before they are offered, and must not
    contradict any of ``constraints``, all that the story says, that they did not contradict before. ``again`` is asked
    last: it reads the story with the repair in it.
    """
    if not contradictions:
        return Explained((), ())
    by_id = {instance.id: instance for instance in instances}
    known, texts = {fact.id: fact for fact in facts}, {document.path: document for document in documents}
    around = Surroundings(constraints, facts, contradictions, fits, again)
    found: list[Finding] = []
    problems: list[Problem] = []
    for contradiction in contradictions:
        case = Case(contradiction, by_id, known, texts)
        if case.mentions:
            found.append(_finding(case, around, fits))
        else:
            problems.append(_problem(case))
    return Explained(fingerprinted(sorted(found, key=_place)), tuple(sorted(set(problems), key=repr)))


def broken(
    contradictions: Sequence[Contradiction],
    instances: Sequence[Instance],
    facts: Sequence[Fact],
    documents: Sequence[Document],
) -> tuple[str, ...]:
    """The rule of the finding that each contradiction is, of those about articles."""
    by_id = {instance.id: instance for instance in instances}
    known, texts = {fact.id: fact for fact in facts}, {document.path: document for document in documents}
    cases = (Case(contradiction, by_id, known, texts) for contradiction in contradictions)
    return tuple(case.rule for case in cases if case.mentions)


def _place(finding: Finding) -> tuple[object, ...]:
    places = [(one.path, one.span) for one in finding.passages]
    return (min(places, default=("", (0, 0))), finding.rule, places, finding.message, finding.because)


def _finding(case: Case, around: Surroundings, fits: Fits) -> Finding:
    main = case.main
    level = main.level if main is not None else "error"
    return Finding(
        case.rule, "contradiction", level, message(case), passages(case), because(case), repairs(case, around, fits)
    )


def _problem(case: Case) -> Problem:
    """Of the first pack in it, for want of a line: constraints do not say where they were written."""
    rules = tuple(dict.fromkeys(one.rule or one.id for one in case.rules))
    texts = texts_of("")
    return Problem(rules[0].partition("/")[0], 0, 0, texts.text("problem.rules", rules=texts.joined(rules)))


def message(case: Case) -> str:
    """The rule's own words with the quotes of its roles filled in; words of ours where it has none."""
    main = case.main
    template = "" if main is None else _template(main, case.texts.language)
    if main is None or not template:
        return _generic(case)
    values = {name: _words(case, variables) for name, variables in main.roles}
    return filled(template, {**{name: words for name, words in values.items() if words}, **dict(main.words)})


def _template(main: Instance, language: str) -> str:
    texts = dict(main.messages)
    return texts.get(language) or texts.get("") or ""


def _words(case: Case, variables: tuple[str, ...]) -> str:
    """The quotes behind a role; the value itself where only a rule file gives it."""
    quotes = [showing.whole(case, mention) for mention in case.of_variables(variables) if mention.words]
    if not quotes:
        quotes = [side[0] for name in variables if (side := known_side(case, name)) is not None]
    return case.texts.joined(quotes) if quotes else ""


def _generic(case: Case) -> str:
    words = [mention.words or showing.value(case, mention) for mention in case.mentions]
    quotes = case.texts.joined(words)
    if case.main is None or case.rank(case.main) == 0:
        return case.texts.text("message.alone" if len(set(words)) == 1 else "message.generic", words=quotes)
    if any(is_known(instance) for instance in case.instances):
        return case.texts.text("message.known", words=quotes)
    return case.texts.text("message.agreement", name=_label(case, case.main), words=case.texts.listed("again", words))


def _label(case: Case, instance: Instance) -> str:
    """What the rule file calls a fact, else its name and the member."""
    label = case.texts.chosen(instance.labels)
    if label:
        return filled(label, dict(instance.words))
    return " ".join((case.texts.role(instance.rule.rpartition("/")[2]), *(text for _, text in instance.words)))
