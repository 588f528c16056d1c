"""Contradictions among figures and dates as an article gives them, their ways out, and what costs nothing."""

from __future__ import annotations

import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import pytest

from factcheck.expressions import one_of, within
from factcheck.model import AllOf, AnyOf, Constraint, Linear, Passage, Range, Sort, Span
from factcheck.solving import Budget, Solution, smt2, solve

DAY = 1440


def exactly(*values: int | str) -> tuple[Range, ...]:
    return tuple(Range.exactly(Fraction(value)) for value in values)


def between(low: int | str | None, high: int | str | None) -> Range:
    return Range(None if low is None else Fraction(low), None if high is None else Fraction(high))


def mention(place: int, variable: str, *readings: Range) -> Constraint:
    passage = Passage("draft.md", Span(place, place + 1), variable, "figure")
    return Constraint(f"draft.md:{place:05}", one_of(variable, readings), "mention", "", (passage,), (variable,))


def linear(value: Range, **factors: int | str) -> Linear:
    return Linear(tuple((name, Fraction(factor)) for name, factor in factors.items()), value)


def rule(name: str, claim: Linear | AnyOf | AllOf) -> Constraint:
    return Constraint(f"rule:{name}", claim, "rule", name)


def total_of(total: str, *parts: str) -> Constraint:
    claim = linear(between(0, 0), **{total: 1}, **dict.fromkeys(parts, -1))
    return rule(f"parts/{total}", claim)


def counts(*names: str) -> dict[str, Sort]:
    return dict.fromkeys(names, "integer")


def ids(solution: Solution) -> list[list[str]]:
    return [[constraint.id for constraint in found.constraints] for found in solution.contradictions]


def ways_out(solution: Solution, number: int = 0) -> list[dict[str, Range]]:
    return [dict(correction.allowed) for correction in solution.contradictions[number].corrections]


KILLED = counts("killed", "soldiers", "civilians")
TOLL = (
    mention(1, "killed", *exactly(37)),
    mention(2, "soldiers", *exactly(24)),
    mention(3, "civilians", *exactly(11)),
    total_of("killed", "soldiers", "civilians"),
)


def test_parts_that_do_not_make_the_total_and_every_way_out() -> None:
    solution = solve(TOLL, KILLED)
    assert ids(solution) == [["draft.md:00001", "draft.md:00002", "draft.md:00003", "rule:parts/killed"]]
    assert ways_out(solution) == [
        {"killed": exactly(35)[0]},
        {"soldiers": exactly(26)[0]},
        {"civilians": exactly(13)[0]},
    ]
    assert solution.undecided == () and solution.solver_only == () and solution.cut_short == ()


def test_a_total_that_is_written_twice_is_wrong_twice_or_right() -> None:
    solution = solve((*TOLL, mention(9, "killed", *exactly(37))), KILLED)
    freed = [[m.id for m in c.freed] for c in solution.contradictions[0].corrections]
    assert freed == [["draft.md:00002"], ["draft.md:00003"], ["draft.md:00001", "draft.md:00009"]]


@pytest.mark.parametrize(("total", "clashes"), [("3.5", 0), ("3.6", 1)])
def test_rounded_figures_add_up_within_their_rounding(total: str, clashes: int) -> None:
    def rounded(value: str) -> Range:
        middle = Fraction(value)
        return Range(middle - Fraction(1, 20), middle + Fraction(1, 20), False, True)

    solution = solve(
        (
            mention(1, "exports", rounded("1.2")),
            mention(2, "imports", rounded("2.2")),
            mention(3, "trade", rounded(total)),
            total_of("trade", "exports", "imports"),
        ),
        {},
    )
    assert len(solution.contradictions) == clashes
    if clashes:
        assert ways_out(solution)[0] == {"exports": Range(Fraction("1.3"), Fraction("1.5"), True, True)}


def test_a_weekday_with_several_readings_fits_if_one_of_them_does() -> None:
    tenth = Range(Fraction(10 * DAY), Fraction(11 * DAY), False, True)
    tuesdays = [Range(Fraction(d * DAY), Fraction((d + 1) * DAY), False, True) for d in (3, 10, 17)]
    wednesdays = [Range(Fraction(d * DAY), Fraction((d + 1) * DAY), False, True) for d in (4, 11, 18)]
    sorts = counts("signing")
    assert solve((mention(1, "signing", tenth), mention(2, "signing", *tuesdays)), sorts) == Solution()
    solution = solve((mention(1, "signing", tenth), mention(2, "signing", *wednesdays)), sorts)
    assert ids(solution) == [["draft.md:00001", "draft.md:00002"]]
    assert ways_out(solution)[1] == {"signing": Range(Fraction(10 * DAY), Fraction(11 * DAY - 1))}
    assert ways_out(solution)[0] == {"signing": Range(Fraction(4 * DAY), Fraction(19 * DAY - 1))}


def test_an_order_of_moments_that_runs_in_a_circle() -> None:
    later = Range(Fraction(0), None, True)
    circle = [
        Constraint("draft.md:00001", linear(later, ceasefire=1, battle=-1), "mention"),
        Constraint("draft.md:00002", linear(later, battle=1, retreat=-1), "mention"),
        Constraint("draft.md:00003", linear(later, retreat=1, ceasefire=-1), "mention"),
    ]
    for sorts in ({}, counts("ceasefire", "battle", "retreat")):
        solution = solve(circle, sorts)
        assert len(ids(solution)[0]) == 3 and solution.solver_only == ()
        assert solve(circle[:2], sorts) == Solution()
    assert ways_out(solution)[0] == {"ceasefire": between(None, None), "battle": between(None, None)}


def test_two_errors_that_share_a_figure_are_two_findings() -> None:
    more = (
        mention(4, "wounded", *exactly(50)),
        mention(5, "casualties", *exactly(90)),
        total_of("casualties", "killed", "wounded"),
        mention(6, "killed", *exactly(37)),
    )
    solution = solve((*TOLL, *more), {**KILLED, **counts("wounded", "casualties")})
    assert len(solution.contradictions) == 2
    for contradiction in solution.contradictions:
        assert len(contradiction.constraints) == 4
        assert all(len(c.freed) == 1 for c in contradiction.corrections[:2])


def test_one_wrong_figure_that_breaks_two_rules_is_one_finding() -> None:
    solution = solve(
        (
            mention(1, "killed", *exactly(37)),
            mention(2, "soldiers", *exactly(24)),
            mention(3, "civilians", *exactly(11)),
            mention(4, "wounded", *exactly(50)),
            mention(5, "casualties", *exactly(85)),
            total_of("killed", "soldiers", "civilians"),
            total_of("casualties", "killed", "wounded"),
        ),
        {**KILLED, **counts("wounded", "casualties")},
    )
    assert len(solution.contradictions) == 1
    assert ways_out(solution)[0] == {"killed": exactly(35)[0]}


def test_no_number_of_people_is_a_third_of_ten() -> None:
    share = (
        mention(1, "voters", *exactly(10)),
        mention(2, "supporters", between(0, None)),
        rule("share/33", linear(between("-1/20", "1/20"), supporters=1, voters="-0.33")),
    )
    assert solve(share, {}) == Solution()
    solution = solve(share, counts("voters", "supporters"))
    assert ids(solution) == [["draft.md:00001", "rule:share/33"]]
    assert solution.solver_only == ()


def test_rules_that_clash_by_themselves_have_no_way_out_but_hide_nothing() -> None:
    solution = solve(
        (
            *TOLL,
            rule("known/a", within("wounded", exactly(1)[0])),
            rule("known/b", within("wounded", exactly(2)[0])),
            rule("tie", linear(between(0, None), wounded=1, killed=1)),
        ),
        KILLED,
    )
    assert ids(solution)[0] == ["rule:known/a", "rule:known/b"]
    assert solution.contradictions[0].corrections == ()
    assert len(solution.contradictions) == 2


def test_a_claim_that_nothing_makes_true_contradicts_itself() -> None:
    impossible = Constraint("draft.md:00007", AnyOf(()), "mention")
    solution = solve((*TOLL[:3], impossible), KILLED)
    assert ids(solution) == [["draft.md:00007"]]
    assert solution.contradictions[0].corrections[0].freed == (impossible,)
    assert solve((Constraint("a", AllOf(()), "rule"),), {}) == Solution()


def test_open_and_missing_ends_of_what_a_figure_may_be() -> None:
    solution = solve(
        (
            mention(1, "price", *exactly(5)),
            mention(2, "cost", Range(Fraction(7), Fraction(8), True)),
            rule("profit", linear(between(0, None), price=1, cost=-1)),
        ),
        {},
    )
    assert ways_out(solution) == [{"price": Range(Fraction(7), None, True)}, {"cost": between(None, 5)}]


def test_a_limit_that_runs_out_is_undecided_and_never_consistent() -> None:
    solution = solve(TOLL, KILLED, Budget(rlimit=1))
    assert solution.contradictions == ()
    assert [u.constraints for u in solution.undecided] == [tuple(c.id for c in TOLL)]
    assert "limit of 1 solver steps" in solution.undecided[0].reason


def test_two_different_constraints_with_one_id_are_refused() -> None:
    with pytest.raises(ValueError, match=r"draft\.md:00001"):
        solve((mention(1, "a", *exactly(1)), mention(1, "a", *exactly(2))), {})


def test_a_consistent_article_never_loads_the_solver() -> None:
    code = (
        "import sys, test_solving as t; from factcheck.solving import solve;"
        "assert solve(t.TOLL[1:], t.KILLED).contradictions == (); assert 'z3' not in sys.modules;"
        "assert solve(t.TOLL, t.KILLED).contradictions; assert 'z3' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parent)


def test_a_contradiction_is_replayed_from_its_file() -> None:
    import z3

    odd = Constraint("خبر|١\\:1", within("الضحايا|", exactly(3)[0]), "mention")
    even = Constraint("and", linear(between(0, 0), **{"الضحايا|": 1, "true": "-2/3"}), "rule")
    half = Constraint("true", within("true", between(None, "-9/2")), "mention")
    for sorts in ({}, counts("الضحايا|")):
        solution = solve((odd, even, half), sorts)
        text = smt2(solution.contradictions[0], sorts)
        assert "(set-option :produce-unsat-cores true)" in text
        context = z3.Context()
        answer = z3.Z3_eval_smtlib2_string(context.ref(), text)
        assert answer.split()[0] == "unsat"
        assert all(label in answer for label in ("خبر_١_:1", "and~", "true~"))


def test_no_whole_number_lies_between_two_that_follow_each_other() -> None:
    nothing = Range(Fraction(-1), Fraction(0), True, True)
    terms = (("a", Fraction(-1)), ("b", Fraction(2)), ("c", Fraction(-3)))
    either = AnyOf((Linear(terms, nothing), Linear((("a", Fraction(1)), ("d", Fraction(2))), nothing)))
    solution = solve((Constraint("gap", either, "rule"),), counts("a", "b", "c", "d"))
    assert solution.undecided == ()
    assert [c.id for one in solution.contradictions for c in one.constraints] == ["gap"]


def chained(times: int, *wrong: int) -> tuple[Constraint, ...]:
    """A total that a text gives so many times, told to be one; at the places ``wrong`` it says something else."""
    told: list[Constraint] = []
    for number in range(times):
        total, value = f"total{number:03}", 37 + (number in wrong)
        told += [
            mention(10 * number, total, *exactly(value)),
            mention(10 * number + 1, f"part{number:03}", between(0, 99)),
        ]
        told.append(rule(f"parts/{number:03}", linear(between(0, None), **{total: 1, f"part{number:03}": -1})))
        if number:
            same = linear(between(0, 0), **{total: 1, f"total{number - 1:03}": -1})
            told.append(rule(f"same/{number:03}", same))
    return tuple(told)


def test_clashes_far_apart_in_what_hangs_together_are_all_found_where_they_are() -> None:
    constraints = chained(120, 30, 90)
    sorts = counts(*(f"total{number:03}" for number in range(120)))
    solution = solve(constraints, sorts)
    assert [
        [m.passages[0].text for m in found.constraints if m.kind == "mention"] for found in solution.contradictions
    ] == [
        ["total029", "total030"],
        ["total089", "total090"],
    ]
    assert solution.undecided == ()


def test_what_a_story_repeats_too_often_is_said_to_be_undecided() -> None:
    wrong = [
        mention(3 * number, f"total{number:04}", *exactly(37, 38)[number % 2 : number % 2 + 1]) for number in range(400)
    ]
    same = [
        rule(f"same/{number:04}", linear(between(0, 0), **{f"total{number:04}": 1, f"total{number - 1:04}": -1}))
        for number in range(1, 400)
    ]
    solution = solve((*wrong, *same), {})
    assert solution.contradictions
    assert [one.reason for one in solution.undecided] == [
        "so many clashes hang together that only the first 100 places were looked at"
    ]


def test_after_many_contradictions_ways_out_are_looked_for_no_more_and_it_is_said() -> None:
    def clash(number: int) -> tuple[Constraint, ...]:
        name = f"count{number:03}"
        return (
            mention(10 * number, name, *exactly(5)),
            rule(f"rule{number:03}", linear(between(0, 4), **{name: 1})),
        )

    many = tuple(one for number in range(5) for one in clash(number))
    solution = solve(many, {}, Budget(mended=3))
    assert [bool(one.corrections) for one in solution.contradictions] == [True, True, True, False, False]
    assert solution.without_ways_out == 2
    assert solve(many, {}).without_ways_out == 0
