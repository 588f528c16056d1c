"""Claims are evaluated exactly, and a negation is true just where the claim is not."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from factcheck.expressions import holds, negation
from factcheck.model import AllOf, AnyOf, Linear, Range

numbers = st.fractions(min_value=-9, max_value=9, max_denominator=3)
ends = st.none() | numbers
ranges = st.builds(Range, ends, ends, st.booleans(), st.booleans())
linear = st.builds(Linear, st.lists(st.tuples(st.sampled_from("xyz"), numbers), max_size=3).map(tuple), ranges)
claims = st.recursive(
    linear,
    lambda inner: st.builds(AllOf, st.lists(inner).map(tuple)) | st.builds(AnyOf, st.lists(inner).map(tuple)),
    max_leaves=8,
)
assignments = st.fixed_dictionaries(dict.fromkeys("xyz", numbers))


@given(claims, assignments)
def test_negation_is_true_where_the_claim_is_not(claim, assignment):
    assert holds(negation(claim), assignment) is not holds(claim, assignment)


@given(ranges, ranges, numbers)
def test_meet_holds_what_both_hold(one, two, value):
    assert one.meet(two).holds(value) == (one.holds(value) and two.holds(value))
    assert one.meets(two) == (not one.meet(two).is_empty())


@given(ranges, numbers)
def test_an_empty_range_holds_nothing(one, value):
    if one.is_empty():
        assert not one.holds(value)


def test_sum_within_rounding():
    claim = Linear((("a", Fraction(1)), ("b", Fraction(1))), Range(Fraction(69, 20), Fraction(71, 20)))
    assert holds(claim, {"a": Fraction(5, 4), "b": Fraction(9, 4)})
    assert not holds(claim, {"a": Fraction(1), "b": Fraction(2)})
