"""What must hold of every answer, tried on small random articles whose truth can be counted out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import combinations, product

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.expressions import holds, variables, within
from factcheck.model import AllOf, AnyOf, Constraint, Linear, Range, Sort
from factcheck.solving import Solution, solve
from factcheck.solving.oracle import Session
from factcheck.solving.results import Budget
from factcheck.solving.search import decide

NAMES = ("a", "b", "c")
BOX = Range(Fraction(0), Fraction(3))
WHOLE: dict[str, Sort] = dict.fromkeys(NAMES, "integer")
POINTS = [dict(zip(NAMES, map(Fraction, values), strict=True)) for values in product(range(4), repeat=len(NAMES))]

small = st.integers(-4, 6).map(Fraction)
factors = st.sampled_from([Fraction(n) for n in ("1", "-1", "2", "-3", "1/2", "-2/3")])


@st.composite
def ranges(draw: st.DrawFn) -> Range:
    low, high = sorted((draw(small), draw(small)))
    shape = draw(st.integers(0, 5))
    if shape < 2:
        return Range.exactly(low)
    return Range(
        None if shape == 2 else low,
        None if shape == 3 else high,
        shape != 2 and draw(st.booleans()),
        shape != 3 and draw(st.booleans()),
    )


@st.composite
def linears(draw: st.DrawFn) -> Linear:
    names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True))
    if len(names) == 1:
        return within(names[0], draw(ranges()))
    return Linear(tuple((name, draw(factors)) for name in names), draw(ranges()))


claims = st.recursive(
    linears(),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda parts: AnyOf(tuple(parts))),
        st.lists(inner, max_size=2).map(lambda parts: AllOf(tuple(parts))),
    ),
    max_leaves=3,
)


@st.composite
def articles(draw: st.DrawFn, size: int = 6) -> list[Constraint]:
    found = draw(st.lists(st.tuples(claims, st.integers(0, 3)), min_size=1, max_size=size))
    return [
        Constraint(f"{number:02}", claim, "rule" if kind == 0 else "mention")
        for number, (claim, kind) in enumerate(found)
    ]


def boxed(article: Iterable[Constraint]) -> list[Constraint]:
    """The same over 0, 1, 2, 3 only, so that trying all points decides every choice of constraints."""
    found = []
    for constraint in article:
        box = tuple(within(name, BOX) for name in dict.fromkeys(variables(constraint.claim)))
        found.append(Constraint(constraint.id, AllOf((constraint.claim, *box)), constraint.kind))
    return found + [Constraint(f"box:{name}", within(name, BOX), "rule") for name in NAMES]


def possible(constraints: Sequence[Constraint]) -> list[dict[str, Fraction]]:
    return [point for point in POINTS if all(holds(c.claim, point) for c in constraints)]


def smallest_choices(constraints: Sequence[Constraint]) -> list[tuple[Constraint, ...]]:
    """Every minimal choice of mentions whose absence leaves a point, by size, then in order."""
    mentions = [c for c in constraints if c.kind == "mention"]
    found: list[tuple[Constraint, ...]] = []
    for size in range(len(mentions) + 1):
        for choice in combinations(mentions, size):
            if any(set(smaller) <= set(choice) for smaller in found):
                continue
            if possible([c for c in constraints if c not in choice]):
                found.append(choice)
    return found


def of_mentions(solution: Solution) -> list[int]:
    return [i for i, c in enumerate(solution.contradictions) if any(m.kind == "mention" for m in c.constraints)]


@given(articles())
@settings(max_examples=150)
def test_what_is_called_a_contradiction_is_one_and_nothing_in_it_can_be_spared(article: list[Constraint]) -> None:
    constraints = boxed(article)
    solution = solve(constraints, WHOLE)
    assert solution.undecided == () and solution.solver_only == ()
    assert bool(solution.contradictions) == (not possible(constraints))
    for contradiction in solution.contradictions:
        assert not possible(contradiction.constraints)
        for spared in contradiction.constraints:
            assert possible([c for c in contradiction.constraints if c is not spared])


@given(articles())
@settings(max_examples=150)
def test_there_are_as_many_findings_as_mentions_that_must_go(article: list[Constraint]) -> None:
    constraints = boxed(article)
    solution = solve(constraints, WHOLE)
    choices = smallest_choices(constraints)
    if not choices:  # the rules clash by themselves
        assert len(of_mentions(solution)) < len(solution.contradictions)
        return
    assert len(solution.contradictions) == len(choices[0])
    if len(choices[0]) == 1 and not solution.cut_short:
        component = {c.id for way in solution.contradictions[0].corrections for c in way.freed}
        expected = [c for c in choices if {m.id for m in c} <= component]
        assert [way.freed for way in solution.contradictions[0].corrections] == expected == choices


@given(articles())
@settings(max_examples=100)
def test_a_freed_figure_may_be_what_the_rest_allows(article: list[Constraint]) -> None:
    constraints = boxed(article)
    solution = solve(constraints, WHOLE)
    if len(solution.contradictions) != 1 or not of_mentions(solution):
        return
    for way in solution.contradictions[0].corrections:
        left = possible([c for c in constraints if c not in way.freed])
        for name, value in way.allowed:
            seen = [point[name] for point in left]
            assert value == Range(min(seen), max(seen))


@given(articles(), st.sampled_from([{}, {"a": "integer"}, WHOLE]))
@settings(max_examples=100)
def test_the_ends_of_what_a_figure_may_be_are_exact(article: list[Constraint], sorts: dict[str, Sort]) -> None:
    solution = solve(article, sorts)
    if len(solution.contradictions) != 1 or not of_mentions(solution):
        return
    for way in solution.contradictions[0].corrections:
        rest = [c for c in article if c not in way.freed]
        for name, value in way.allowed:
            for end, is_open, sign in ((value.low, value.low_open, -1), (value.high, value.high_open, 1)):
                check_end(rest, sorts, name, end, is_open, sign)


def check_end(
    rest: list[Constraint], sorts: dict[str, Sort], name: str, end: Fraction | None, is_open: bool, sign: int
) -> None:
    def fits(near: Fraction | None, far: Fraction | None, near_open: bool) -> bool:
        value = Range(near, far, near_open) if sign > 0 else Range(far, near, False, near_open)
        outcome = decide((*rest, Constraint("end", within(name, value), "rule")), sorts, 2000)
        assert outcome.verdict != "open"
        return outcome.verdict == "consistent"

    if end is None:
        assert fits(Fraction(sign * 10**6), None, False)
        return
    assert not fits(end, None, not is_open)
    assert fits(end - sign * Fraction(1, 10**6), None, False)
    assert fits(end, end, False) is not is_open


@given(st.data())
@settings(max_examples=50)
def test_the_order_in_which_constraints_come_does_not_matter(data: st.DataObject) -> None:
    article = data.draw(articles())
    shuffled = data.draw(st.permutations(article))
    assert solve(shuffled, WHOLE) == solve(article, WHOLE)


@given(articles(), st.sampled_from([{}, {"b": "integer"}, WHOLE]))
@settings(max_examples=200)
def test_the_search_without_a_solver_agrees_with_the_solver(article: list[Constraint], sorts: dict[str, Sort]) -> None:
    outcome = decide(article, sorts, 400)
    with SESSION.judge(article, sorts, Budget()) as oracle:
        assert outcome.verdict == ("consistent" if oracle.consistent(range(len(article))) else "inconsistent")
    if outcome.witness is not None:
        assert all(outcome.witness[name].denominator == 1 for name in sorts if name in outcome.witness)


SESSION = Session()
