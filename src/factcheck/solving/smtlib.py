"""Claims -> SMT-LIB 2.6 text with exact numbers, and one file that replays a contradiction in any solver."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from factcheck.expressions import variables
from factcheck.model import AllOf, Claim, Contradiction, Linear, Sort

# Quoting does not make these names of one's own: |true| is true.
TAKEN = frozenset(("true", "false", "not", "and", "or", "xor", "ite", "distinct", "to_real", "to_int", "is_int"))


def literal(number: int | Fraction) -> str:
    """A number as a term of sort Real."""
    size = f"{abs(number.numerator)}.0"
    if number.denominator != 1:
        size = f"(/ {size} {number.denominator}.0)"
    return f"(- {size})" if number < 0 else size


def term(claim: Claim, symbols: Mapping[str, str]) -> str:
    """``claim`` as a Bool term; ``symbols`` gives each variable's term of sort Real."""
    if isinstance(claim, Linear):
        return _linear(claim, symbols)
    word, of_none = ("and", "true") if isinstance(claim, AllOf) else ("or", "false")
    parts = [term(part, symbols) for part in claim.claims]
    if len(parts) == 1:
        return parts[0]
    return f"({word} {' '.join(parts)})" if parts else of_none


def _linear(claim: Linear, symbols: Mapping[str, str]) -> str:
    products = [
        symbols[name] if factor == 1 else f"(* {literal(factor)} {symbols[name]})" for name, factor in claim.terms
    ]
    total = products[0] if len(products) == 1 else f"(+ {' '.join(products)})" if products else "0.0"
    low, high, low_open, high_open = claim.value
    if low is not None and claim.value.exact is not None:
        return f"(= {total} {literal(low)})"
    sides = []
    if low is not None:
        sides.append(f"({'>' if low_open else '>='} {total} {literal(low)})")
    if high is not None:
        sides.append(f"({'<' if high_open else '<='} {total} {literal(high)})")
    return f"(and {' '.join(sides)})" if len(sides) == 2 else sides[0] if sides else "true"


def quoted(names: Iterable[str], taken: set[str]) -> dict[str, str]:
    """A quoted symbol for each name, unlike all in ``taken``, to which they are added."""
    symbols = {}
    for name in names:
        symbol = "".join("_" if letter in "|\\" or not _may_quote(letter) else letter for letter in name)
        while symbol in taken:
            symbol += "~"
        taken.add(symbol)
        symbols[name] = f"|{symbol}|"
    return symbols


def _may_quote(letter: str) -> bool:
    return letter.isprintable()


def smt2(contradiction: Contradiction, sorts: Mapping[str, Sort]) -> str:
    """A file that any SMT-LIB solver answers with ``unsat`` and the names of all its assertions.

    Assertions are called by the ids of the constraints, where SMT-LIB can write them (``|`` and ``\\`` become
    ``_``). A variable absent from ``sorts`` is real.
    """
    constraints = contradiction.constraints
    taken = set(TAKEN)
    labels = quoted((constraint.id for constraint in constraints), taken)
    names = dict.fromkeys(name for constraint in constraints for name in variables(constraint.claim))
    symbols = quoted(names, taken)
    real = {name: f"(to_real {s})" if sorts.get(name) == "integer" else s for name, s in symbols.items()}
    whole = any(sorts.get(name) == "integer" for name in names)
    lines = [
        "(set-option :produce-unsat-cores true)",
        f"(set-logic {'QF_LIRA' if whole else 'QF_LRA'})",
        "(set-info :status unsat)",
    ]
    for name, symbol in symbols.items():
        lines.append(f"(declare-const {symbol} {'Int' if sorts.get(name) == 'integer' else 'Real'})")
    for constraint in constraints:
        lines.append(f"(assert (! {term(constraint.claim, real)} :named {labels[constraint.id]}))")
    lines += ["(check-sat)", "(get-unsat-core)"]
    return "\n".join(lines) + "\n"
