"""Documents and rules -> a story: every document read, every rule bound to its facts, and what must hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
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
    Document,
    Fact,
    Passage,
    PhraseMatch,
    Problem,
    Relation,
    Sentence,
    Sort,
)
from factcheck.reading.calendar import day_range
from factcheck.reading.dating import Dating
from factcheck.reading.facts import Text, read_text
from factcheck.reading.phrases import matches
from factcheck.reading.preparing import lexicon_of
from factcheck.reading.relations import relations
from factcheck.rules.binding import bind
from factcheck.rules.ruleset import ruleset as load_rules
from factcheck.rules.values import RuleSet

UNKNOWN_LANGUAGE = "und"  # as BCP 47 writes it


class Story(NamedTuple):
    """Documents that were read together, and what rules make of their facts."""

    texts: tuple[Text, ...]
    facts: tuple[Fact, ...]
    bound: Bound


class Rulebook(NamedTuple):
    """The rules in use, what is wrong with their files, and the lexicons that know their words, by language."""

    ruleset: RuleSet
    problems: tuple[Problem, ...]
    lexicons: dict[str, Lexicon]


@lru_cache(maxsize=8)
def rulebook_of(names: tuple[str, ...]) -> Rulebook:
    """The rules of the files, folders and packs of these names, beside those that are always on."""
    ruleset, problems = load_rules(names, CHECKS)
    return Rulebook(ruleset, problems, {})


def told(documents: Sequence[Document], rulebook: Rulebook) -> Story:
    """Every document read and every rule bound; the order in which documents are given does not matter."""
    return story_of(
        tuple(read(document, rulebook) for document in sorted(documents, key=lambda one: one.path)), rulebook
    )


def story_of(texts: tuple[Text, ...], rulebook: Rulebook) -> Story:
    """Documents that were read, with every rule bound to their facts."""
    ruleset = rulebook.ruleset
    facts = tuple(fact for text in texts for fact in text.facts)
    spoken = tuple(text for text in texts if text.document.language in data.codes())
    ties = tuple(one for text in spoken for one in relations(text, lexicon_for(text.document.language, rulebook)))
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


def constraints_of(story: Story) -> tuple[tuple[Constraint, ...], dict[str, Sort]]:
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


def lexicon_for(language: str, rulebook: Rulebook) -> Lexicon:
    """The lexicon of a language that knows the words of the rules too, made once."""
    lexicon = rulebook.lexicons.get(language)
    if lexicon is None:
        phrases = [parse(spec.phrase) for spec in rulebook.ruleset.phrases() if spec.language == language]
        names = [parse(spelling) for pack in rulebook.ruleset.packs for _, spelling, _ in pack.members]
        lexicon = rulebook.lexicons[language] = lexicon_of(language, (*phrases, *names))
    return lexicon


def read(document: Document, rulebook: Rulebook) -> Text:
    """A document in its language; one in a language without a folder keeps a note in place of facts."""
    language: str | None = document.language
    if language not in data.codes():
        language = recognised(document.text[document.body :], is_other=bool(language))
    if language is None:
        return _unread(document)
    return read_text(document._replace(language=language), lexicon_for(language, rulebook))


def _unread(document: Document) -> Text:
    """A document in a language that has no folder: figures of it would be guesses."""
    known = ", ".join(data.codes())
    note = (
        f"not in a language that is known ({known}): none of its figures and dates is read or checked; "
        "if it is in one of them, say so with 'lang'"
    )
    found = document._replace(language=document.language or UNKNOWN_LANGUAGE, notes=(*document.notes, note))
    return Text(found, (), (), Dating(document.published))
