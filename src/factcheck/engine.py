"""Documents and rules -> a report: the whole way in one place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from factcheck.languages import data
from factcheck.model import Constraint, Contradiction, Document, Entry, Finding, Problem, Report, Sort
from factcheck.rules import packs
from factcheck.rules.values import RuleSet
from factcheck.story import Rulebook, Story, constraints_of, lexicon_for, rulebook_of, told


def check(documents: Sequence[Document], rules: Sequence[str] = (), *, emit_smt2: str | None = None) -> Report:
    """The findings of one story: all documents must agree with themselves and with each other.

    ``rules`` are files, folders or names of packs, beside those that are always on. ``emit_smt2`` is a folder
    for one file a contradiction that any SMT-LIB solver can replay.
    """
    from factcheck.explaining.ledger import fact_of
    from factcheck.solving import solve

    rulebook = rulebook_of(tuple(rules))
    problems = rulebook.problems
    story = told(documents, rulebook)
    constraints, sorts = constraints_of(story)
    solution = solve(constraints, sorts)
    findings: tuple[Finding, ...] = ()
    if solution.contradictions:
        findings, wrong = _explained(solution.contradictions, story, constraints, sorts, rulebook)
        problems += wrong
        if emit_smt2 is not None:
            _write_smt2(emit_smt2, solution.contradictions, sorts)
    open_facts = {fact_of(name): one.reason for one in solution.undecided for name in one.constraints}
    undecided = tuple(f"{', '.join(one.constraints)}: {one.reason}" for one in solution.undecided)
    report = _report(story, open_facts, findings, problems, undecided)
    return report._replace(notes=(*report.notes, *_cut(solution.without_ways_out)))


def read(documents: Sequence[Document], rules: Sequence[str] = (), *, explain: bool = False) -> Report:
    """The facts of the documents and their ledger: what would be checked, without checking it.

    ``explain`` adds how each was read, and why other numbers were not.
    """
    rulebook = rulebook_of(tuple(rules))
    story = told(documents, rulebook)
    report = _report(story, {}, (), rulebook.problems, ())
    if not explain:
        return report
    from factcheck.reading.paths import explained

    return report._replace(explained=explained(story.texts))


def _report(
    story: Story,
    undecided: Mapping[str, str],
    findings: tuple[Finding, ...],
    problems: tuple[Problem, ...],
    limits: tuple[str, ...],
) -> Report:
    from factcheck.explaining.ledger import ledger

    entries: tuple[Entry, ...] = ledger(story.facts, story.bound, undecided)
    documents = tuple(text.document for text in story.texts)
    return Report(documents, story.facts, findings, entries, problems, limits, story.bound.notes)


def _explained(
    contradictions: Sequence[Contradiction],
    story: Story,
    constraints: Sequence[Constraint],
    sorts: Mapping[str, Sort],
    rulebook: Rulebook,
) -> tuple[tuple[Finding, ...], tuple[Problem, ...]]:
    from factcheck.explaining.findings import explain
    from factcheck.rereading import Rereading
    from factcheck.solving import consistent

    documents = tuple(text.document for text in story.texts)
    fits = partial(consistent, sorts=sorts)
    again = Rereading(story, constraints, sorts, rulebook, len(contradictions))
    explained = explain(contradictions, story.bound.instances, story.facts, documents, fits, constraints, again)
    return explained.findings, explained.problems


def _cut(without: int) -> Iterator[str]:
    if without:
        yield (
            f"so many contradictions that the last {without:,} come without ways out; "
            "mend some of those that have them and check again"
        )


def _write_smt2(folder: str, contradictions: Sequence[Contradiction], sorts: Mapping[str, Sort]) -> None:
    from factcheck.solving import smt2

    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    for number, contradiction in enumerate(contradictions, 1):
        (target / f"{number:03d}.smt2").write_text(smt2(contradiction, sorts), "utf-8", newline="\n")


def prepare() -> None:
    """Makes all that is kept between runs; the wheel is built with it."""
    for code in data.codes():
        lexicon_for(code, rulebook_of(()))


def run_examples(names: Sequence[str]) -> tuple[tuple[str, ...], tuple[Problem, ...], int]:
    """Checks the examples of the rule files that ``names`` ask for, and whether each of their rules can do any good.

    Returns what failed, what is wrong with the files, and how many examples there were.
    """
    from factcheck.rules.examples import examples_of, judge
    from factcheck.rules.possibility import impossible
    from factcheck.solving import consistent

    rulebook = rulebook_of(tuple(names))
    files = packs.files_of(names)
    asked = RuleSet(tuple(pack for pack in rulebook.ruleset.packs if pack.path in files))
    problems = rulebook.problems + impossible(asked, partial(consistent, sorts={}))
    examples = tuple(examples_of(asked))
    failures = []
    for example in examples:
        document = Document.of(example.text, example.path, example.language, example.published)
        if failure := judge(example, check([document], names).findings):
            failures.append(failure)
    return tuple(failures), problems, len(examples)


def shipped_packs() -> tuple[str, ...]:
    """The names of the packs that ship."""
    return tuple(packs.shipped())


def rule_names(rules: Sequence[str] = ()) -> tuple[str, ...]:
    """Every rule of the packs that ship and of ``rules``, and every fact of theirs that must agree with itself."""
    return _all_rules(rules).ruleset.names()


def rule_problems(rules: Sequence[str]) -> tuple[Problem, ...]:
    """What is wrong with the rule files that ``rules`` name."""
    return _all_rules(rules).problems


def explain_rule(name: str, rules: Sequence[str] = ()) -> str | None:
    """The page of a rule or fact of the packs that ship or of ``rules``; ``None`` when there is none of that name."""
    from factcheck.rules.pages import page

    return page(_all_rules(rules).ruleset, name)


def _all_rules(rules: Sequence[str]) -> Rulebook:
    return rulebook_of(tuple(dict.fromkeys((*packs.shipped(), *rules))))
