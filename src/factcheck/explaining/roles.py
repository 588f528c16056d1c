"""A case -> the passages of its finding: the words of each mention once, with the role they play."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.explaining.case import DATE_PARTS, PUBLISHED, Case, Mention
from factcheck.explaining.texts import filled
from factcheck.model import Fact, Passage, Span


def passages(case: Case) -> tuple[Passage, ...]:
    """In the order of the text, one for each span; the day, month and year of one date are one passage."""
    found: dict[tuple[str, Span], Passage] = {}
    for passage in (*_of_mentions(case), *_of_rules(case), *_beside(case)):
        found.setdefault((passage.path, passage.span), passage)
    return tuple(sorted(found.values(), key=lambda one: (one.path, one.span, one.role)))


def _of_mentions(case: Case) -> Iterator[Passage]:
    dates: dict[str, list[Mention]] = {}
    paired = any(mention.part == "month2" for mention in case.mentions)
    for mention in case.mentions:
        if mention.fact is not None and mention.part in DATE_PARTS and not paired:
            dates.setdefault(mention.fact.id, []).append(mention)
            continue
        role = role_of(case, mention)
        for passage in mention.constraint.passages:
            yield passage._replace(role=role)
    for mentions in dates.values():
        yield from _date(case, mentions)


def _date(case: Case, mentions: list[Mention]) -> Iterator[Passage]:
    found = [passage for mention in mentions for passage in mention.constraint.passages]
    if not found:
        return
    path = found[0].path
    span = Span(min(one.span.start for one in found), max(one.span.end for one in found))
    if path in case.documents and mentions[0].fact is not None:
        span = _with_other_name(span, mentions[0].fact, case.documents[path].text)
    text = case.documents[path].text[span.start : span.end] if path in case.documents else found[0].text
    role = "date" if len(mentions) > 1 else mentions[0].part
    yield Passage(path, span, text, case.texts.role(role))


def _with_other_name(span: Span, fact: Fact, text: str) -> Span:
    """The span with a second name of its month: ``31 A/B`` is quoted whole, also where only A is spoken of."""
    for part in fact.parts:
        between = text[span.end : part.span.start]
        is_beside = span.end <= part.span.start <= span.end + 3 and not any(sign.isalnum() for sign in between)
        if part.role == "month" and is_beside:
            closing = text[part.span.end : part.span.end + 1] == ")" and "(" in between
            span = Span(span.start, part.span.end + closing)
    return span


def _beside(case: Case) -> Iterator[Passage]:
    """What the main rule is about besides: a part that no percentage of its whole could be anyway."""
    for name, variables in case.main.roles if case.main is not None else ():
        if not case.of_variables(variables):
            figures = (mention for mention in case.told(name) if not mention.is_moment)
            for mention in figures:
                yield from (one._replace(role=case.texts.role(name)) for one in mention.constraint.passages)


def _of_rules(case: Case) -> Iterator[Passage]:
    for rule in case.rules:
        for passage in rule.passages:
            yield passage._replace(role=case.texts.role(passage.role or "item"))


def _called(case: Case, mention: Mention) -> str:
    """What the rule file calls the fact that the mention is of; empty where it has no label."""
    for instance in case.instances:
        if instance.labels and any(mention in case.of_variables(variables) for _, variables in instance.roles):
            return filled(case.texts.chosen(instance.labels), dict(instance.words))
    return ""


def role_of(case: Case, mention: Mention) -> str:
    """The name of the first role that the mention has in the instances, the one that matters most first."""
    if mention.part == PUBLISHED:
        return case.texts.role(PUBLISHED if mention.fact is None else "reference")
    if mention.part:
        return case.texts.role(mention.part)
    for instance in sorted(case.instances, key=lambda one: (case.rank(one), one.id)):
        for name, variables in instance.roles:
            if mention in case.of_variables(variables):
                return _called(case, mention) or case.texts.role(name)
    if any(other.fact is not None and mention.fact and other.fact.anchor == mention.fact.id for other in case.mentions):
        return case.texts.role("anchor")
    given = mention.constraint.passages[0].role if mention.constraint.passages else ""
    return case.texts.role(given or "value")
