"""Documents and rules -> a report: the whole story in one place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import NamedTuple

from factcheck.checks import CHECKS, Spec, mention, sort_of
from factcheck.expressions import variables
from factcheck.identity import restated
from factcheck.languages import data, recognised
from factcheck.languages.lexicon import Lexicon
from factcheck.languages.phrases import parse
from factcheck.model import (
    Bound,
    Constraint,
    Contradiction,
    Document,
    Edit,
    Entry,
    Fact,
    Finding,
    Passage,
    PhraseMatch,
    Problem,
    Relation,
    Report,
    Sentence,
    Sort,
)
from factcheck.reading.calendar import day_range
from factcheck.reading.dating import Dating
from factcheck.reading.facts import Text, read_text
from factcheck.reading.phrases import matches
from factcheck.reading.preparing import lexicon_of
from factcheck.reading.relations import relations
from factcheck.rules import packs
from factcheck.rules.binding import bind
from factcheck.rules.ruleset import ruleset as load_rules
from factcheck.rules.values import RuleSet

UNKNOWN_LANGUAGE = "und"  # as BCP 47 writes it


class Story(NamedTuple):
    """Documents that were read together, and what rules make of their facts."""

    texts: tuple[Text, ...]
    facts: tuple[Fact, ...]
    bound: Bound


def check(documents: Sequence[Document], rules: Sequence[str] = (), *, emit_smt2: str | None = None) -> Report:
    """The findings of one story: all documents must agree with themselves and with each other.

    ``rules`` are files, folders or names of packs, beside those that are always on. ``emit_smt2`` is a folder
    for one file a contradiction that any SMT-LIB solver can replay.
    """
    from factcheck.explaining.ledger import fact_of
    from factcheck.solving import solve

    rulebook = _rulebook(tuple(rules))
    problems = rulebook.problems
    story = _told(documents, rulebook)
    constraints, sorts = _constraints(story)
    solution = solve(constraints, sorts)
    findings: tuple[Finding, ...] = ()
    if solution.contradictions:
        findings, wrong = _explained(solution.contradictions, story, constraints, sorts, rulebook)
        problems += wrong
        if emit_smt2 is not None:
            _write_smt2(emit_smt2, solution.contradictions, sorts)
    open_facts = {fact_of(name): one.reason for one in solution.undecided for name in one.constraints}
    undecided = tuple(f"{', '.join(one.constraints)}: {one.reason}" for one in solution.undecided)
    return _report(story, open_facts, findings, problems, undecided)


def read(documents: Sequence[Document], rules: Sequence[str] = (), *, explain: bool = False) -> Report:
    """The facts of the documents and their ledger: what would be checked, without checking it.

    ``explain`` adds how each was read, and why other numbers were not.
    """
    rulebook = _rulebook(tuple(rules))
    story = _told(documents, rulebook)
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


def _told(documents: Sequence[Document], rulebook: Rulebook) -> Story:
    """Every document read and every rule bound; the order in which documents are given does not matter."""
    return _bound(
        tuple(_read(document, rulebook) for document in sorted(documents, key=lambda one: one.path)), rulebook
    )


def _bound(texts: tuple[Text, ...], rulebook: Rulebook) -> Story:
    ruleset = rulebook.ruleset
    facts = tuple(fact for text in texts for fact in text.facts)
    spoken = tuple(text for text in texts if text.document.language in data.codes())
    ties = tuple(one for text in spoken for one in relations(text, _lexicon(text.document.language, rulebook)))
    ties += _restated(spoken, facts)
    specs = ruleset.phrases()
    phrases: tuple[PhraseMatch, ...] = ()
    if specs:
        phrases = tuple(m for t in texts for m in matches(t.document.path, t.lines, specs, t.document.language))
    bound = bind(ruleset, facts, ties, phrases, tuple(text.document for text in texts))
    return Story(texts, facts, _joined((bound, *_checked(texts, facts, ruleset))))


def _restated(texts: Sequence[Text], facts: Sequence[Fact]) -> tuple[Relation, ...]:
    by_path = {text.document.path: text for text in texts}

    def sentence(fact: Fact) -> Sentence:
        return by_path[fact.path].sentence(fact)

    return restated(facts, tuple(text.document for text in texts), sentence, data.load)


def _checked(texts: Sequence[Text], facts: Sequence[Fact], ruleset: RuleSet) -> Iterable[Bound]:
    """What the checks that rules ask for by name make of the facts."""
    contents = {text.document.path: text.document.text for text in texts}
    published = {}
    dated_by = {}
    for text in texts:
        path, dating = text.document.path, text.dating
        if dating.published is not None:
            published[path] = day_range(dating.published)
            if dating.words is not None:
                dated_by[path] = Passage(path, dating.words, text.document.text[slice(*dating.words)], "published")
        elif dating.reported is not None and dating.words is not None:
            published[path] = dating.reported
            dated_by[path] = Passage(path, dating.words, text.document.text[slice(*dating.words)], "published")
    for rule in ruleset.rules():
        if rule.check:
            yield CHECKS[rule.check](facts, contents, published, Spec(rule.id, rule.level, rule.messages), dated_by)


def _joined(bounds: Iterable[Bound]) -> Bound:
    some = tuple(bounds)
    return Bound(
        tuple(constraint for one in some for constraint in one.constraints),
        tuple(dict.fromkeys(pair for one in some for pair in one.sorts)),
        tuple(instance for one in some for instance in one.instances),
        tuple(dict.fromkeys(note for one in some for note in one.notes)),
    )


def _constraints(story: Story) -> tuple[tuple[Constraint, ...], dict[str, Sort]]:
    """The rules' constraints and the mentions of all facts that they speak of."""
    used = {name for constraint in story.bound.constraints for name in variables(constraint.claim)}
    used -= {name for name in used if name.endswith("@published")}  # "last" and "this month" are a rule's business
    named = {name.removesuffix("#start") for name in used} | used
    named |= {fact.anchor for fact in story.facts if fact.anchor and fact.id in named}
    contents = {text.document.path: text.document.text for text in story.texts}
    sorts = dict(story.bound.sorts)
    mentions: list[Constraint] = []
    for fact in story.facts:
        if fact.id in named:
            mentions += mention(fact, contents[fact.path], used)
            sorts.setdefault(fact.id, sort_of(fact))
    return (*mentions, *story.bound.constraints), sorts


def _explained(
    contradictions: Sequence[Contradiction],
    story: Story,
    constraints: Sequence[Constraint],
    sorts: Mapping[str, Sort],
    rulebook: Rulebook,
) -> tuple[tuple[Finding, ...], tuple[Problem, ...]]:
    from factcheck.explaining.findings import explain
    from factcheck.solving import consistent

    documents = tuple(text.document for text in story.texts)
    fits = partial(consistent, sorts=sorts)
    again = _Again(story, constraints, sorts, rulebook, len(contradictions))
    explained = explain(contradictions, story.bound.instances, story.facts, documents, fits, constraints, again)
    return explained.findings, explained.problems


# How many code points are read again to try repairs, and how often; those of a longer story, or of one with more
# contradictions than anybody mends by hand, are only tried against what was read once.
MOST_READ_AGAIN, MOST_TRIES, MOST_MENDED = 200_000, 60, 20


class _Again:
    """The story read again with some of its words changed, as long as that is worth the time."""

    def __init__(
        self,
        story: Story,
        constraints: Sequence[Constraint],
        sorts: Mapping[str, Sort],
        rulebook: Rulebook,
        contradictions: int,
    ) -> None:
        self._story, self._constraints, self._sorts, self._rulebook = story, constraints, sorts, rulebook
        length = sum(len(text.document.text) for text in story.texts)
        self._tries = min(MOST_TRIES, MOST_READ_AGAIN // max(length, 1)) if contradictions <= MOST_MENDED else 0
        # What clashes far from a change clashes as before.
        self._known: dict[object, Counter[str]] = {}

    @cached_property
    def _before(self) -> Counter[str]:
        return self._clashes(self._story, self._constraints, self._sorts)

    def __call__(self, edits: Sequence[Edit]) -> tuple[Counter[str], Counter[str]] | None:
        """The rules that are broken before and after ``edits``, how often each; ``None`` where too much was read."""
        if not self._tries:
            return None
        self._tries -= 1
        paths = {edit.path for edit in edits}
        texts = (self._edited(text, edits) if text.document.path in paths else text for text in self._story.texts)
        story = _bound(tuple(texts), self._rulebook)
        return self._before, self._clashes(story, *_constraints(story))

    def _edited(self, text: Text, edits: Sequence[Edit]) -> Text:
        document = text.document
        own = (edit for edit in edits if edit.path == document.path)
        words = document.text
        for edit in sorted(own, key=lambda one: one.span, reverse=True):
            words = words[: edit.span.start] + edit.text + words[edit.span.end :]
        return _read(document._replace(text=words), self._rulebook)

    def _clashes(self, story: Story, constraints: Sequence[Constraint], sorts: Mapping[str, Sort]) -> Counter[str]:
        from factcheck.explaining.findings import broken
        from factcheck.solving import BARELY, components, shape, solve

        found: Counter[str] = Counter()
        for component in components(constraints):
            known = shape(component, sorts)
            if known not in self._known:
                solution = solve(component, sorts, BARELY)
                documents = tuple(text.document for text in story.texts)
                rules = broken(solution.contradictions, story.bound.instances, story.facts, documents)
                self._known[known] = Counter((*rules, *("" for _ in solution.undecided)))
            found += self._known[known]
        return found


def _write_smt2(folder: str, contradictions: Sequence[Contradiction], sorts: Mapping[str, Sort]) -> None:
    from factcheck.solving import smt2

    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    for number, contradiction in enumerate(contradictions, 1):
        (target / f"{number:03d}.smt2").write_text(smt2(contradiction, sorts), "utf-8", newline="\n")


class Rulebook(NamedTuple):
    """The rules in use, what is wrong with their files, and the lexicons that know their words, by language."""

    ruleset: RuleSet
    problems: tuple[Problem, ...]
    lexicons: dict[str, Lexicon]


@lru_cache(maxsize=8)
def _rulebook(names: tuple[str, ...]) -> Rulebook:
    ruleset, problems = load_rules(names, CHECKS)
    return Rulebook(ruleset, problems, {})


def _lexicon(language: str, rulebook: Rulebook) -> Lexicon:
    lexicon = rulebook.lexicons.get(language)
    if lexicon is None:
        phrases = [parse(spec.phrase) for spec in rulebook.ruleset.phrases() if spec.language == language]
        names = [parse(spelling) for pack in rulebook.ruleset.packs for _, spelling, _ in pack.members]
        lexicon = rulebook.lexicons[language] = lexicon_of(language, (*phrases, *names))
    return lexicon


def _read(document: Document, rulebook: Rulebook) -> Text:
    language: str | None = document.language
    if language not in data.codes():
        language = recognised(document.text[document.body :], is_other=bool(language))
    if language is None:
        return _unread(document)
    return read_text(document._replace(language=language), _lexicon(language, rulebook))


def _unread(document: Document) -> Text:
    """A document in a language that has no folder: figures of it would be guesses."""
    known = ", ".join(data.codes())
    note = (
        f"not in a language that is known ({known}): none of its figures and dates is read or checked; "
        "if it is in one of them, say so with 'lang'"
    )
    found = document._replace(language=document.language or UNKNOWN_LANGUAGE, notes=(*document.notes, note))
    return Text(found, (), (), Dating(document.published))


def prepare() -> None:
    """Makes all that is kept between runs; the wheel is built with it."""
    for code in data.codes():
        _lexicon(code, _rulebook(()))


def run_examples(names: Sequence[str]) -> tuple[tuple[str, ...], tuple[Problem, ...], int]:
    """Checks the examples of the rule files that ``names`` ask for, and whether each of their rules can do any good.

    Returns what failed, what is wrong with the files, and how many examples there were.
    """
    from factcheck.rules.examples import examples_of, judge
    from factcheck.rules.possibility import impossible
    from factcheck.solving import consistent

    rulebook = _rulebook(tuple(names))
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
    return _rulebook(tuple(dict.fromkeys((*packs.shipped(), *rules))))
