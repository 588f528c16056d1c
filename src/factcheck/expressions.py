"""Claims over named quantities -> truth, ranges: arithmetic on fractions without a solver."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from factcheck.model import AllOf, AnyOf, Claim, Linear, Range

ONE = Fraction(1)

# The names in so many claims are remembered; a run asks for those of the same ones again and again.
REMEMBERED = 20_000
_names: dict[int, tuple[Claim, tuple[str, ...]]] = {}


def within(variable: str, value: Range) -> Linear:
    """``variable`` lies in ``value``."""
    return Linear(((variable, ONE),), value)


def one_of(variable: str, values: Iterable[Range]) -> Claim:
    """``variable`` lies in one of ``values``."""
    options = tuple(dict.fromkeys(values))
    return within(variable, options[0]) if len(options) == 1 else AnyOf(tuple(within(variable, o) for o in options))


def holds(claim: Claim, assignment: Mapping[str, Fraction]) -> bool:
    """Whether ``claim`` is true of ``assignment``; a variable left out raises ``KeyError``."""
    if isinstance(claim, Linear):
        if len(claim.terms) == 1 and claim.terms[0][1] == 1:
            return claim.value.holds(assignment[claim.terms[0][0]])
        return claim.value.holds(sum((c * assignment[name] for name, c in claim.terms), Fraction(0)))
    if isinstance(claim, AllOf):
        return all(holds(part, assignment) for part in claim.claims)
    return any(holds(part, assignment) for part in claim.claims)


def negation(claim: Claim) -> Claim:
    """A claim that is true exactly where ``claim`` is false."""
    if isinstance(claim, AllOf):
        return AnyOf(tuple(negation(part) for part in claim.claims))
    if isinstance(claim, AnyOf):
        return AllOf(tuple(negation(part) for part in claim.claims))
    low, high, low_open, high_open = claim.value
    outside = []
    if low is not None:
        outside.append(Linear(claim.terms, Range(None, low, False, not low_open)))
    if high is not None:
        outside.append(Linear(claim.terms, Range(high, None, not high_open, False)))
    return AnyOf(tuple(outside))


def variables(claim: Claim) -> tuple[str, ...]:
    """The names in ``claim``, in order of appearance, each once."""
    known = _names.get(id(claim))  # by identity: to compare claims takes longer than to read them
    if known is not None and known[0] is claim:
        return known[1]
    if len(_names) >= REMEMBERED:
        _names.clear()
    found = tuple(dict.fromkeys(_read(claim)))
    _names[id(claim)] = (claim, found)
    return found


def _read(claim: Claim) -> Iterator[str]:
    if isinstance(claim, Linear):
        for name, _ in claim.terms:
            yield name
    else:
        for part in claim.claims:
            yield from _read(part)
