"""The page of a rule, the verdict on an example, and rules that cannot do any good."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from factcheck.model import Constraint, Finding, FindingState, Problem
from factcheck.rules.examples import examples_of, judge
from factcheck.rules.loading import load, read_pack
from factcheck.rules.packs import shipped
from factcheck.rules.pages import WIDTH, page
from factcheck.rules.possibility import impossible
from factcheck.rules.requirements import parse
from factcheck.rules.values import RuleSet
from factcheck.rules.wording import in_words
from factcheck.solving import solve

EVERYTHING = load(tuple(shipped()))[0]
NAMES = [rule.id for rule in EVERYTHING.rules()] + [
    f"{pack.name}/{fact.name}" for pack in EVERYTHING.packs for fact in pack.facts
]


def test_the_page_of_a_rule_of_the_text() -> None:
    shown = page(EVERYTHING, "arithmetic/parts") or ""
    assert shown.startswith("arithmetic/parts (error)\n========================\n\nThe parts of a total must")
    assert "Wherever the text itself gives a total with its parts:" in shown
    assert "The sum of all part equals total." in shown and "sum(part) == total" in shown
    assert "- The attack killed 37 people: 24 soldiers and 11 civilians." in shown
    assert "- \u2068أسفر الهجوم عن مقتل 37 شخصاً: 24 جندياً و11 مدنياً.\u2069\n" in shown
    assert "Defined in\n  pack arithmetic, which ships with factcheck (line 5)\n" in shown


def test_the_page_of_a_fact_says_how_it_is_found_and_what_is_known() -> None:
    shown = page(EVERYTHING, "karabakh-2020/peacekeepers") or ""
    assert "1,960 (Trilateral statement of 10 November 2020, point 3)" in shown
    assert "Found by (en)" in shown and "Found by (ar)" in shown
    assert "kalbajar: " in (page(EVERYTHING, "karabakh-2020/handover") or "")


def test_the_language_decides_message_and_order() -> None:
    english, arabic = (page(EVERYTHING, "arithmetic/parts", language) or "" for language in ("en", "ar"))
    assert "the parts do not make the total" in english and "الأجزاء لا تساوي المجموع" in arabic
    assert english.index("The attack killed 37") < english.index("أسفر")
    assert arabic.index("أسفر") < arabic.index("The attack killed 37")


@pytest.mark.parametrize("name", NAMES)
def test_pages_fit_a_terminal(name: str) -> None:
    shown = page(EVERYTHING, name)
    assert shown is not None and shown.endswith("\n") and "\n\n\n" not in shown
    for line in shown.splitlines():
        inside = line.replace("\u2068", "").replace("\u2069", "")
        assert len(inside) <= WIDTH or " " not in inside.strip(" -")  # a word that no blank divides
        assert line.count("\u2068") == line.count("\u2069") <= 1
        assert line == line.rstrip()


def test_there_is_no_page_of_what_does_not_exist() -> None:
    assert page(EVERYTHING, "arithmetic/part") is None


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        ("handover[district] > ceasefire", "handover of district is after ceasefire"),
        ("start <= end", "start is not after end"),
        ("end - start == length", "end minus start equals length"),
        ("not (a < 5 or a + 2 != b)", "it is not so that a is less than 5, or a plus 2 differs from b"),
        ("start + 5 days < end", "start plus 5 days is before end"),
        ("share(part, whole, percent)", "part is as much of whole as percent says, rounded up or down"),
        ("share(new - old, old, percent)", "new less old is as much of old as percent says, rounded up or down"),
        ("2 * (a - b) <= max(c)", "2 times (a minus b) is at most the greatest c"),
    ],
)
def test_conditions_in_words(condition: str, words: str) -> None:
    assert in_words(parse(condition), lambda name: name in ("start", "end", "handover", "ceasefire")) == words


def finding(rule: str, state: FindingState = "contradiction") -> Finding:
    return Finding(rule, state, "error", "", ())


def test_a_wrong_example_must_give_its_rule_and_no_other() -> None:
    wrong = next(one for one in examples_of(EVERYTHING) if one.rule == "arithmetic/parts" and one.wrong)
    assert judge(wrong, [finding("arithmetic/parts"), finding("calendar/range", "tension")]) is None
    assert judge(wrong, []) == (
        f"rules/arithmetic.yaml:{wrong.line}:{wrong.column}: arithmetic/parts: expected a contradiction of "
        'arithmetic/parts, found none in "The attack killed 37 people: 24 soldiers and 11 civilians."'
    )
    both = judge(wrong, [finding("arithmetic/parts"), finding("agreement/restated")])
    assert both is not None and "found arithmetic/parts, agreement/restated" in both


def test_a_right_example_must_give_no_contradiction_of_any_rule() -> None:
    right = next(one for one in examples_of(EVERYTHING) if one.rule == "arithmetic/parts" and not one.wrong)
    assert judge(right, [finding("arithmetic/parts", "ambiguous")]) is None
    failure = judge(right, [finding("agreement/restated")])
    assert failure is not None and "expected no contradiction, found agreement/restated" in failure


def test_examples_come_in_the_order_of_the_file_with_those_of_facts() -> None:
    found = list(examples_of(EVERYTHING, ["rules/stories/karabakh-2020.yaml"]))
    assert [one.line for one in found] == sorted(one.line for one in found)
    assert {"karabakh-2020/peacekeepers", "karabakh-2020/handover-follows-ceasefire"} <= {one.rule for one in found}
    assert all(one.path == "rules/stories/karabakh-2020.yaml" for one in found)


@pytest.mark.parametrize("name", sorted({example.rule for example in examples_of(EVERYTHING)}))
def test_whatever_has_examples_has_two_of_each_in_both_languages(name: str) -> None:
    examples = [example for example in examples_of(EVERYTHING) if example.rule == name]
    for wrong in (True, False):
        for language in ("en", "ar"):
            assert sum(one.wrong is wrong and one.language == language for one in examples) >= 2


def test_every_rule_has_examples() -> None:
    assert {rule.id for rule in EVERYTHING.rules()} <= {example.rule for example in examples_of(EVERYTHING)}


FACTS = """
pack: p
facts:
  toll: {kind: number, phrases: {en: ['toll of {number}']}}
  seats[town]: {kind: number, phrases: {en: ['{town:word} has {number} seats']}}
  ghost: {kind: number, phrases: {en: []}}
known:
  - toll: 5
    source: s
rules:
"""


def consistent(constraints: Sequence[Constraint]) -> bool:
    numbered = [Constraint(f"{i}", one.claim, one.kind) for i, one in enumerate(constraints)]
    return not solve(numbered, {}).contradictions


def problems(require: str) -> tuple[Problem, ...]:
    made, wrong = read_pack(f'{FACTS}  - {{rule: r, summary: s, why: w, require: "{require}"}}\n', "p.yaml")
    assert made is not None, wrong
    return impossible(RuleSet((made,)), consistent)


@pytest.mark.parametrize(
    ("require", "message"),
    [
        ("toll > 3 and toll < 2", "'toll > 3 and toll < 2' is never true: every text would be wrong"),
        ("seats[town] < seats[town]", "'seats[town] < seats[town]' is never true: every text would be wrong"),
        ("toll >= 3 or toll < 4", "'toll >= 3 or toll < 4' is true whatever a text says"),
        ("max(seats[town]) >= min(seats[town])", "'max(seats[town]) >= min(seats[town])' is true whatever a text says"),
        ("toll > 7", "'toll > 7' contradicts the known values of this file"),
        ("toll < ghost", "rule 'r' can never apply: 'ghost' has no phrases and no known value"),
    ],
)
def test_a_rule_that_does_no_good_is_a_problem(require: str, message: str) -> None:
    (problem,) = problems(require)
    assert (problem.path, problem.line, problem.column, problem.message) == ("p.yaml", 11, 5, message)


def test_sensible_rules_are_no_problem() -> None:
    assert problems("seats[town] < toll") == ()
    assert impossible(EVERYTHING, consistent) == ()


def test_a_rule_of_ones_own_is_defined_where_its_file_is() -> None:
    text = "pack: p\nfacts:\n  toll: {kind: number, phrases: {en: ['toll of {number}']}}\n"
    pack, _ = read_pack(text, "mine/p.yaml")
    assert pack is not None
    assert "Defined in\n  mine/p.yaml:3\n" in (page(RuleSet((pack,)), "p/toll") or "")
