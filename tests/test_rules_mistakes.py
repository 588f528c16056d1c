"""Ways to be wrong in a rule file: each is said once, in our words, with its place and what to do."""

from __future__ import annotations

import re

import pytest

from factcheck.model import Problem
from factcheck.reporting.problems import problem_lines
from factcheck.rules.loading import read_pack

PACK = """pack: p
facts:
  aboard: {kind: quantity, phrases: {en: ['carried {quantity}']}}
  departure: {kind: moment, phrases: {en: ['left on {moment}']}}
  rate: {kind: percent, phrases: {en: ['rate of {percent}']}}
  by[town]: {kind: day, phrases: {en: ['{town:word} by {day}']}}
rules:
  - rule: r
    summary: s
    why: w
    require: """
VALUES = "write values as 1,960, 3 % or 5 days, and dates as 2020-11-10 or 2020-11-10T00:00"
COMPARISON = "write a comparison such as 'a + b == c'"
# What Python, its parser or a YAML parser would say.
LEAKED = re.compile(
    r"syntax|python|traceback|literal|unexpected|token|octal|unterminated|line continuation|parenthes|mapping values"
    r"|flow|block (mapping|collection)|scalar|null bytes|did not find",
    re.IGNORECASE,
)
ONE_KIND = "both sides must be of one kind"

# Conditions: what stands there, the column inside it (from 1), the message, the hint.
CONDITIONS = [
    ("departure > 1 January 2023", 15, "no sign stands between '1' and 'January'", VALUES),
    ("departure > January 1, 2023", 21, "no sign stands between 'January' and '1'", VALUES),
    ("departure > 1/2/2023", 13, "'1/2/2023' is not a date of the rule language", "a date is YYYY-MM-DD"),
    ("departure > 1.2.2023", 13, "'1.2.2023' is not a date of the rule language", "a date is YYYY-MM-DD"),
    ("departure > 2023-1-1", 13, "'2023-1-1' is not a date of the rule language", "a date is YYYY-MM-DD"),
    ("departure > 2023-01", 13, "'2023-01' is not a date of the rule language", "a date is YYYY-MM-DD"),
    ('departure > "2023-01-01"', 13, "'\"2023-01-01\"' is a text, not a value", "leave the quotation marks out"),
    ("departure > 2023-01-01 10:00", 26, "':' is not a sign of the rule language",
     "a time of day follows its date, as in 2020-11-10T00:00"),
    ("departure > 2023", 13, "a moment is compared with a number", f"{ONE_KIND}; a date is YYYY-MM-DD"),
    ("departure > aboard", 13, "a moment is compared with a number", f"{ONE_KIND}; a date is YYYY-MM-DD"),
    ("departure - by[town] > 5", 24, "a duration is compared with a number", f"{ONE_KIND}; a duration is 5 days"),
    ("departure - by[town] > 5 months", 26, "no sign stands between '5' and 'months'", VALUES),
    ("departure + departure > departure", 1, "two moments are added", "subtract them, or add a duration"),
    ("aboard / 0 > 1", 1, "division by zero", "divide by another number"),
    ("aboard / (2 - 2) > 1", 1, "division by zero", "divide by another number"),
    ("aboard = 5", 8, "'=' is not a sign of the rule language", "write =="),
    ("aboard => 5", 8, "'=>' is not a sign of the rule language", "write >="),
    ("aboard \u2265 5", 8, "'\u2265' is not a sign of the rule language", "write >="),
    ("aboard \u2212 2 > 5", 8, "'\u2212' is not a sign of the rule language", "write -"),
    ("aboard > 5 && aboard < 9", 12, "'&&' is not a sign of the rule language", "write and"),
    ("aboard > 5 AND aboard < 9", 12, "'AND' stands in capital letters", "write and"),
    ("(aboard > 5", 1, "'(' is never closed", "write a ')' after it"),
    ("aboard > 5)", 11, "')' closes nothing", "write a '(' before it"),
    ("aboard > 007", 10, "'007' begins with 0", VALUES),
    ("aboard > 1,96", 1, "'aboard > 1,96' holds a ',' that joins nothing",
     "thousands are written 1,960, fractions 1.96; join conditions by 'and'"),
    ("rate > 5 percent", 10, "no sign stands between '5' and 'percent'", VALUES),
    ("num aboard > 5", 5, "no sign stands between 'num' and 'aboard'", f"{COMPARISON}; names have no blanks"),
    ("aboard > 5; aboard < 9", 11, "';' is not a sign of the rule language", "join conditions by 'and'"),
    ("aboard > 5 and", 12, "nothing stands after 'and', where a value should", COMPARISON),
    ("aboard > \u0665", 10, "'\u0665' is not a number of the rule language", "write the digits 0 to 9"),
    ("aboard is more than 5", 8, "'is' is not a name of the rule language", COMPARISON),
    ('by["rome > 2020-01-01', 4, "'\"' is never closed", "names of members stand in quotation marks, as in f['x']"),
]  # fmt: skip


def problems_of(text: str) -> list[Problem]:
    pack, problems = read_pack(text, "my.yaml", checks=("weekday",))
    assert pack is None
    return problems


@pytest.mark.parametrize(("condition", "column", "message", "hint"), CONDITIONS)
def test_a_condition_that_cannot_be_read(condition: str, column: int, message: str, hint: str) -> None:
    problems = problems_of(f"{PACK}{condition}\n")
    assert [(p.line, p.column - 13, p.message, p.hint) for p in problems] == [(11, column, message, hint)]


FACT = "pack: p\nfacts:\n  toll: {kind: quantity, %s, phrases: {en: ['toll of {quantity}']}}\n"
PHRASE = "pack: p\nfacts:\n  toll: {kind: quantity, phrases: {en: ['%s']}}\n"
NUMBER = "pack: p\nfacts:\n  a: {kind: number, phrases: {en: ['x {number}']}}\n"
RULE = f"{PACK}aboard > 1\n    "
FRENCH = "'fr' is not a language that ships (those that do: ar, en)"
FILES = {
    "unit": (
        FACT % "units: [gizmo]",
        "3:34: 'gizmo' is neither a unit that is known nor counted in an example "
        "(write an English singular, or an example that counts it)",
    ),
    "unit in the plural": (
        FACT % "units: [soldiers]",
        "3:34: figures of 'soldiers' have the unit 'soldier' (write soldier)",
    ),
    "language of phrases": ("pack: p\nfacts:\n  a: {kind: day, phrases: {fr: ['le {day}']}}\n", f"3:28: {FRENCH}"),
    "language of a message": (RULE + "message: {fr: x}\n", f"12:15: {FRENCH}"),
    "language of a label": (FACT % "label: {fr: x}", f"3:34: {FRENCH}"),
    "language of an example": (RULE + "examples: {wrong: [{text: a, lang: fr}]}\n", f"12:40: {FRENCH}"),
    "example": (
        RULE + "examples: {wrong: [7]}\n",
        "12:24: an example is 7, which is not a text (write a sentence; quote it if it is meant so)",
    ),
    "example with a colon": (
        RULE + "examples: {wrong: [The toll: 5 dead.]}\n",
        "12:24: 'The toll: ...' is read as a key of an example (quote a sentence that holds ': ')",
    ),
    "kind": (
        "pack: p\nfacts:\n  a: {kind: moments, phrases: {en: ['x {moment}']}}\nrules:\n  - rule: r\n"
        "    summary: s\n    why: w\n    require: a > 2020-01-01\n",
        "3:13: 'moments' is not a kind of value (did you mean 'moment'?)",
    ),
    "key of facts": (
        PACK.replace("facts", "fact", 1) + "aboard > 1\n",
        "2:1: 'fact' is not a key of a rule file (did you mean 'facts'?)",
    ),
    "brace": (
        RULE + "message: 'on {aboard'\n",
        "12:18: '{' stands alone (a name of a fact stands between '{' and '}')",
    ),
    "value left out": (
        PHRASE % "toll [of {quantity}]",
        "3:51: the phrase also matches without a value for 'toll' "
        "(the value stands outside of [ ], or in every choice of ( | ))",
    ),
    "words left out": (
        PHRASE % "[toll] {quantity}",
        "3:41: every word of the phrase may be left out (it would match everywhere; take a word out of [ ])",
    ),
    "gap at the end": (
        PHRASE % "toll {quantity} ...",
        "3:41: the phrase ends with a gap, which says nothing (leave ... out)",
    ),
    "gaps": (PHRASE % "toll ... ... {quantity}", "3:41: two gaps stand side by side (write ... once)"),
    "many gaps": (
        PHRASE % ("toll ... " * 9 + "{quantity}"),
        "3:41: the phrase has more than 8 gaps (make it several phrases)",
    ),
    "ellipsis": (PHRASE % "toll \u2026 {quantity}", "3:47: '\u2026' is no word of a text (a gap is written ...)"),
    "regular expression": (
        PHRASE % "tolls? {quantity}",
        "3:42: 'tolls?' is no word of a text (phrases are no regular expressions)",
    ),
    "known twice": (
        NUMBER + "known:\n  - {a: 1, source: s}\n  - {a: 2, source: s}\n",
        "6:6: 'a' stands twice in known (first in line 5)",
    ),
    "key of known": (
        NUMBER + "known:\n  - {a: 1, sorce: s, source: s}\n",
        "5:12: 'sorce' is not a key of an entry of known (did you mean 'source'?)",
    ),
    "index of no fact": (
        PACK.replace("facts", "names: {city: {a: [b]}}\nfacts") + "aboard > 1\n",
        "2:9: no fact has the index 'city' (known: town)",
    ),
    "reserved name": (
        "pack: p\nfacts:\n  from: {kind: day, phrases: {en: ['x {day}']}}\n",
        "3:3: 'from' cannot be the name of a fact (it is reserved; choose another word)",
    ),
    "empty": ("pack: p\nfacts:\n", "2:7: facts is empty (write a map of keys here)"),
    "no blank": ("pack:p\n", "1:1: a rule file is 'pack:p' (write a blank after ':')"),
    "unclosed brace": (
        "pack: p\nfacts:\n  a: {kind: day\nrules: []\n",
        "3:6: this '{' is not closed by '}' as it should "
        "(separate entries by ','; quote a text that holds ': ', '{', '[', '#' or a quotation mark)",
    ),
    "sign": ("pack: p\nsummary: @x\n", "2:10: a text cannot begin with this sign (quote the text)"),
    "colon": (
        "pack: p\nsummary: a: b\n",
        "2:11: a ':' stands where no key can be (quote a text that holds ': ', '{', '[', '#' or a quotation mark; "
        "keys of one map begin in one column)",
    ),
    "depth": (
        "pack: p\nfacts:\n  a:\n    kind: day\n   phrases: x\n",
        "5:4: this line fits no key above it (begin the keys of one map in one column)",
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_a_mistake_is_said_once_with_its_place(name: str) -> None:
    text, expected = FILES[name]
    shown = [f"{p.line}:{p.column}: {p.message}" + (f" ({p.hint})" if p.hint else "") for p in problems_of(text)]
    assert shown == [expected]


ODDITIES = [
    *(condition for condition, *_ in CONDITIONS),
    "aboard <> 5", "aboard > \\ 1", "aboard > $5", "aboard > 'x", "f'{aboard}' > 1", "lambda: 5", "(a := 5) > 1",
    "await aboard > 1", "print aboard", "class > 1", "aboard > 1 2", "1 < aboard < 5 <", "sum() > 1",
    "sum(*aboard) > 1", "aboard > -", "[aboard > 1", "aboard > 5]", "(" * 230 + "aboard",
    "aboard > 5 # x", "aboard ! 5", "aboard > 1..2",
    "aboard > \ufeff5", "== 5", "aboard == == 5", "aboard not 5", "not", "and aboard > 1", "aboard > 5 or or rate > 1",
    "aboard > 5 if rate > 1", "aboard > 0x", "aboard > 1e", "aboard > 5_", "by[ > 2020-01-01", "by[town > 2020-01-01]",
    "aboard[1:2] > 5", "aboard.x > 1", "* aboard > 1", "aboard ? 1", "return aboard > 1", "aboard > None", "...",
]  # fmt: skip


@pytest.mark.parametrize("condition", ODDITIES)
def test_no_word_of_a_parser_reaches_the_user(condition: str) -> None:
    quoted = condition.replace("'", "''")
    for problem in problems_of(f"{PACK}'{quoted}'\n"):
        said = f"{problem.message} {problem.hint}".replace(condition, "")
        assert not LEAKED.search(said), said
        assert problem.line == 11
        assert 14 <= problem.column <= 15 + len(quoted)
        assert problem.hint


def test_an_example_shows_that_a_word_of_no_vocabulary_is_a_unit() -> None:
    text = FACT % "units: [gizmo]" + "rules:\n  - rule: r\n    summary: s\n    why: w\n    require: toll > 1\n"
    pack, problems = read_pack(text + "    examples: {right: ['A toll of 31 gizmos.']}\n", "my.yaml")
    assert (problems, pack is not None) == ([], True)


def test_a_caret_stands_below_the_words_that_are_meant() -> None:
    (problem,) = problems_of(f"{PACK}departure > 1 January 2023\n")
    assert problem_lines(problem).splitlines()[1:] == [
        "    require: departure > 1 January 2023",
        "                           ^",
    ]


def test_no_caret_where_the_line_has_right_to_left_words() -> None:
    (problem,) = problems_of(f"{PACK}حصيلة > 5\n")
    assert len(problem_lines(problem).splitlines()) == 1
