"""A rule set and the name of a rule or fact in it -> its page in plain text, for ``factcheck explain``."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from factcheck.rules.packs import place
from factcheck.rules.values import KINDS, Example, FactSpec, Pack, Rule, RuleSet
from factcheck.rules.wording import in_words

WIDTH = 80
INDENT = "  "
ISOLATE, END_ISOLATE = "\u2068", "\u2069"

# What a relation of the text is, and which of its roles are dates.
RELATION_WORDS: dict[str, str] = {
    "parts": "a total with its parts",
    "list": "a list whose number of members is announced",
    "share": "a part, its whole and a percentage",
    "shares": "percentages of one whole",
    "completed": "percentages of one whole, the rest of it last",
    "change": "an old figure, a new one and the percentage between them",
    "direction": "a figure that rose or fell to another",
    "doubled": "a figure that doubled, or one that was halved",
    "twofold": "a figure, and one that is twice as much",
    "won": "the votes of those who won, and of those who lost",
    "margin": "two counts of votes, and by how much they differ",
    "reached": "a count of votes, and how many it is said to reach",
    "missed": "a count of votes, and how many it is said to fall short of",
    "record": "a record, and the one before it",
    "limit": "a figure, and what it did not go beyond",
    "majority": "a number that is called a majority, and what it is of",
    "difference": "a figure that rose or fell to another by so much",
    "rate": "a total, a number of things and a figure for each of them",
    "average": "an average, and the lowest or the highest figure of those that it is of",
    "range": "a period with a start and an end",
    "sameday": "a day that is counted from a date, and its weekday",
    "sequence": "two dates of which the words say that one comes after the other",
    "duration": "a period with a start, an end and a length",
    "age": "a birth, an age, and when somebody was so old",
    "elapsed": "a beginning, the years since, and when they have passed",
    "calendars": "one day in two calendars",
    "restated": "one figure given twice",
    "included": "a whole and some of it",
}
_DATED_ROLES = ("start", "end", "earlier", "later", "born", "at")


def page(ruleset: RuleSet, name: str, language: str = "en") -> str | None:
    """The page of ``pack/rule`` or ``pack/fact``, 80 columns wide; ``None`` when there is none of that name.

    ``language`` is that of the message and of the examples shown first. Each row of a paragraph in a right-to-left
    script is an isolate (U+2068 ... U+2069), so that a terminal that reorders it leaves the others alone.
    """
    if rule := ruleset.rule(name):
        pack = next(pack for pack in ruleset.packs if pack.name == rule.pack)
        return _joined(_rule(pack, rule, language))
    if found := ruleset.fact(name):
        return _joined(_fact(*found, language))
    return None


def _rule(pack: Pack, rule: Rule, language: str) -> Iterator[str]:
    yield _head(rule.id, rule.level)
    yield _paragraph(rule.summary, "")
    yield _section("Why", [rule.why])
    yield _section("What must hold", _requirement(pack, rule))
    if message := rule.message(language):
        yield _section("Message", [message])
    yield from _examples(rule.examples, language)
    yield _section("Defined in", [place(rule.path, rule.line)])


def _requirement(pack: Pack, rule: Rule) -> list[str]:
    if rule.condition is None:
        return [f"The built-in check '{rule.check}' looks at every date of the text."]

    def is_moment(name: str) -> bool:
        spec = pack.fact(name)
        return name in _DATED_ROLES if spec is None else KINDS[spec.kind] == "moment"

    words = in_words(rule.condition, is_moment)
    lines = [f"{words[0].upper()}{words[1:]}.", rule.require]
    if rule.each:
        lines.insert(0, f"Wherever the text itself gives {RELATION_WORDS[rule.each]}:")
    else:
        lines.insert(0, "Wherever these facts of the story are mentioned or known:")
    return lines


def _fact(pack: Pack, spec: FactSpec, language: str) -> Iterator[str]:
    shape = f"{spec.name}[{spec.indexed_by}]" if spec.indexed_by else spec.name
    yield _head(f"{pack.name}/{spec.name}", spec.level)
    yield _paragraph(spec.summary or f"{shape}, a {spec.kind}", "")
    if spec.labels:
        yield _section("Called", [_in(spec.labels, language)])
    yield _section("What must hold", [_agreement(spec)])
    if spec.units:
        yield _section("Counts", [", ".join(spec.units)])
    if spec.indexed_by:
        yield _section(f"Each {spec.indexed_by}", _members(pack, spec))
    known = [
        f"{one.member + ': ' if one.member else ''}{one.written}"
        f"{f', within {one.tolerance.text}' if one.tolerance else ''} ({_in(one.sources, language)})"
        for one in pack.known
        if one.fact == spec.name
    ]
    if known:
        yield _section("Known", known)
    languages = sorted({phrase.language for phrase in spec.phrases}, key=lambda code: (code != language, code))
    for code in languages:
        phrases = [" ".join(phrase.phrase.split()) for phrase in spec.phrases if phrase.language == code]
        yield _section(f"Found by ({code})", phrases, "- ")
        barred = [" ".join(phrase.phrase.split()) for phrase in spec.exclusions if phrase.language == code]
        if barred:
            yield _section(f"But not in a sentence with ({code})", barred, "- ")
    yield from _examples(spec.examples, language)
    yield _section("Defined in", [place(pack.path, spec.line)])


def _in(texts: Sequence[tuple[str, str]], language: str) -> str:
    by_language = dict(texts)
    return by_language.get(language) or by_language.get("") or next(iter(by_language.values()), "")


def _agreement(spec: FactSpec) -> str:
    within = f" within {spec.tolerance.text}" if spec.tolerance else ""
    of = f" of one {spec.indexed_by}" if spec.indexed_by else ""
    return f"All mentions{of} are one {spec.kind} and must agree{within}, in all articles of a story."


def _members(pack: Pack, spec: FactSpec) -> list[str]:
    spellings: dict[str, list[str]] = {}
    for index, spelling, member in pack.members:
        if index == spec.indexed_by:
            spellings.setdefault(member, []).append(spelling)
    lines = [f"{member}: {', '.join(words)}" for member, words in spellings.items()]
    return lines if spec.listed else [*lines, "any other word is a member of its own"]


def _examples(examples: Sequence[Example], language: str) -> Iterator[str]:
    for wrong, title in ((True, "Wrong"), (False, "Right")):
        chosen = [example for example in examples if example.wrong is wrong]
        chosen.sort(key=lambda example: (example.language != language, example.language))
        if chosen:
            yield _section(title, [_example(example) for example in chosen], "- ")


def _example(example: Example) -> str:
    return f"{example.text} (published {example.published})" if example.published else example.text


def _head(name: str, level: str) -> str:
    title = f"{name} ({level})"
    return f"{title}\n{'=' * len(title)}"


def _section(title: str, paragraphs: Sequence[str], mark: str = "") -> str:
    return "\n".join([title, *(_paragraph(text, INDENT, mark) for text in paragraphs)])


def _paragraph(text: str, indent: str, mark: str = "") -> str:
    text = " ".join(text.split())
    before, later = indent + mark, indent + " " * len(mark)
    rows = textwrap.wrap(text, WIDTH - len(before), break_long_words=False, break_on_hyphens=False)
    if _is_right_to_left(text):
        rows = [f"{ISOLATE}{row}{END_ISOLATE}" for row in rows]
    return "\n".join(f"{later if number else before}{row}" for number, row in enumerate(rows))


def _is_right_to_left(text: str) -> bool:
    """Whether its first letter is; "نوفمبر" within an English sentence is no reason to turn it round."""
    letters = (sign for sign in text if sign.isalpha())
    return "\u0590" <= next(letters, "") <= "\u08ff"


def _joined(sections: Iterator[str]) -> str:
    return "\n\n".join(sections) + "\n"
