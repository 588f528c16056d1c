"""A condition -> what is wrong with it: names that do not exist, and quantities that cannot be compared."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from factcheck.rules.conditions import Aggregate, Arithmetic, Condition, Junction, Name, Negated, Quantity, Share, names
from factcheck.rules.literals import Dimension, Literal
from factcheck.rules.names import nearest
from factcheck.rules.requirements import RequirementError


class Known(NamedTuple):
    """A name that a condition may use. ``indexed_by`` is empty for a single fact; a role may stand for several."""

    dimension: Dimension
    indexed_by: str = ""
    role: bool = False
    members: tuple[str, ...] = ()
    constant: bool = False
    value: Fraction | None = None


def check(condition: Condition, known: Mapping[str, Known]) -> list[RequirementError]:
    """Every mistake, in the order of the text."""
    errors = [error for name, alone in names(condition) for error in _name_errors(name, alone, known)]
    return errors or _Dimensions(known).condition(condition)


def _name_errors(name: Name, alone: bool, known: Mapping[str, Known]) -> list[RequirementError]:
    entry = known.get(name.name)
    if entry is None:
        kind = "a role of this relation" if any(e.role for e in known.values()) else "a fact of this pack"
        return [RequirementError(f"'{name.name}' is not {kind}", name.column, nearest(name.name, known))]
    if name.subscript and not entry.indexed_by:
        return [RequirementError(f"'{name.name}' has no index", name.column, f"write {name.name}")]
    if entry.indexed_by and not name.subscript:
        hint = f"write {name.name}[{entry.indexed_by}]"
        return [RequirementError(f"'{name.name}' needs its index", name.column, hint)]
    if entry.indexed_by and name.subscript != entry.indexed_by and name.subscript not in entry.members:
        message = f"'{name.subscript}' is neither the index of '{name.name}' nor one of its listed members"
        return [RequirementError(message, name.column, nearest(name.subscript, (entry.indexed_by, *entry.members)))]
    if not alone and not entry.role and name.subscript != entry.indexed_by:
        return [RequirementError(f"'{name.name}' is one fact; nothing to sum or count", name.column)]
    if not alone and not entry.role and not entry.indexed_by:
        return [RequirementError(f"'{name.name}' is one fact; nothing to sum or count", name.column)]
    return []


_ONE_KIND = "both sides must be of one kind"


class _Dimensions:
    def __init__(self, known: Mapping[str, Known]) -> None:
        self._known = known
        self.errors: list[RequirementError] = []

    def condition(self, condition: Condition) -> list[RequirementError]:
        if isinstance(condition, Junction):
            for part in condition.conditions:
                self.condition(part)
        elif isinstance(condition, Negated):
            if isinstance(condition.condition, Share):
                name = "product" if condition.condition.times else "share"
                self._wrong(f"'not {name}(...)' cannot be said", condition.condition.column)
            self.condition(condition.condition)
        elif isinstance(condition, Share):
            self._share(condition)
        else:
            left, right = self.of(condition.left), self.of(condition.right)
            if not _comparable(left, right):
                message = f"a {left} is compared with a {right}"
                self._wrong(message, condition.column, _ONE_KIND + _written(left, right))
        return self.errors

    def _share(self, share: Share) -> None:
        if share.times:
            return
        percent = self.of(share.percent)
        if not _comparable(percent, "percent"):
            self._wrong(f"'{share.percent.name}' is a {percent}", share.percent.column, "use a percentage")

    def of(self, quantity: Quantity) -> Dimension:
        if isinstance(quantity, Literal):
            return quantity.dimension
        if isinstance(quantity, Name):
            return self._known[quantity.name].dimension
        if isinstance(quantity, Aggregate):
            return self._aggregate(quantity)
        left, right = self.of(quantity.left), self.of(quantity.right)
        if quantity.operator == "*":
            return self._product(quantity, left, right)
        if quantity.operator == "/":
            if not self._constant(quantity.right):
                self._wrong("division by what is not a constant", quantity.column, "multiply the other side")
            elif self._value(quantity.right) == 0:
                self._wrong("division by zero", quantity.column, "divide by another number")
            return left
        return self._sum(quantity, left, right)

    def _aggregate(self, quantity: Aggregate) -> Dimension:
        if quantity.function == "count":
            return "number"
        dimension = self._known[quantity.of.name].dimension
        if quantity.function == "sum" and dimension == "moment":
            self._wrong(f"moments such as '{quantity.of.name}' cannot be summed", quantity.of.column)
        return dimension

    def _product(self, quantity: Arithmetic, left: Dimension, right: Dimension) -> Dimension:
        if not self._constant(quantity.left) and not self._constant(quantity.right):
            hint = "one side must be a constant or known; for shares write share(part, whole, percent)"
            self._wrong("a product of two unknown quantities", quantity.column, hint)
        if "moment" in (left, right):
            self._wrong("a moment cannot be multiplied", quantity.column)
        if left == "percent":
            return right
        return left if self._constant(quantity.right) else right

    def _sum(self, quantity: Arithmetic, left: Dimension, right: Dimension) -> Dimension:
        if left == right == "moment":
            if quantity.operator == "+":
                self._wrong("two moments are added", quantity.column, "subtract them, or add a duration")
                return "any"
            return "duration"
        if left == "moment" and right in ("duration", "any"):
            return "moment" if right == "duration" else "any"
        if quantity.operator == "+" and left == "duration" and right == "moment":
            return "moment"
        if not _comparable(left, right):
            self._wrong(f"a {left} and a {right} do not add up", quantity.column, _addition_hint(left, right))
            return "any"
        return right if left == "any" else left

    def _constant(self, quantity: Quantity) -> bool:
        if isinstance(quantity, Arithmetic):
            return self._constant(quantity.left) and self._constant(quantity.right)
        if isinstance(quantity, Name):
            return self._known[quantity.name].constant
        return isinstance(quantity, Literal) or quantity.function == "count"

    def _value(self, quantity: Quantity) -> Fraction | None:
        """The number that a constant is; ``None`` where that is not known here, as for a count."""
        if isinstance(quantity, Literal):
            return quantity.value.exact
        if isinstance(quantity, Name):
            return self._known[quantity.name].value
        if isinstance(quantity, Aggregate):
            return None
        left, right = self._value(quantity.left), self._value(quantity.right)
        if left is None or right is None:
            return None
        if quantity.operator == "/":
            return left / right if right else None
        return left + right if quantity.operator == "+" else left - right if quantity.operator == "-" else left * right

    def _wrong(self, message: str, column: int, hint: str = "") -> None:
        self.errors.append(RequirementError(message, column, hint))


def _comparable(one: Dimension, two: Dimension) -> bool:
    return one == two or "any" in (one, two) or {one, two} == {"number", "percent"}


def _written(left: Dimension, right: Dimension) -> str:
    """How values of the kind are written, where one side is a number that may stand for such a value."""
    if "number" not in (left, right):
        return ""
    if "moment" in (left, right):
        return "; a date is YYYY-MM-DD"
    return "; a duration is 5 days" if "duration" in (left, right) else ""


def _addition_hint(left: Dimension, right: Dimension) -> str:
    return "write a duration such as 5 days" if "moment" in (left, right) or "duration" in (left, right) else ""
