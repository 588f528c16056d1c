"""``require`` of a rule -> a condition as a tree: parsed with ``ast``, never evaluated.

Literals with a unit (``5 days``, ``3 %``, ``2020-11-10``, ``1,960``) are first replaced by a name of the same
length, so that every column stays the one of the file.
"""

from __future__ import annotations

import ast
import re
import string
import warnings

from factcheck.rules.conditions import (
    Aggregate,
    Arithmetic,
    Compare,
    Comparison,
    Condition,
    Junction,
    Name,
    Negated,
    Operator,
    Quantity,
    Share,
)
from factcheck.rules.literals import WITH_UNIT, Literal, literal
from factcheck.rules.misread import COMPARISON, explained, foreign

AGGREGATES = ("sum", "count", "min", "max")
# Conditions over three figures, and how they are written.
SHARES = {
    "share": "write share(part, whole, percent) or share(new - old, old, percent)",
    "product": "write product(total, number, each)",
}
MAX_LENGTH = 500
MAX_LITERALS = 60

_COMPARISONS: dict[type[ast.cmpop], Comparison] = {
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Eq: "==",
    ast.NotEq: "!=",
}
_OPERATORS: dict[type[ast.operator], Operator] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}
_UNDERSCORED = re.compile(r"(?<!\w)_\w*")
_DIGITS = string.digits + string.ascii_letters


class RequirementError(ValueError):
    """``column`` counts from 0 inside the text of ``require``."""

    def __init__(self, message: str, column: int, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.column, self.hint = message, column, hint


def parse(text: str) -> Condition:
    """The condition that ``text`` states.

    Raises:
        RequirementError: what is not of the rule language, with its column in ``text``.
    """
    if len(text) > MAX_LENGTH:
        raise RequirementError(f"longer than {MAX_LENGTH} characters", 0, "make it two rules")
    masked, literals = _set_literals_aside(text)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(masked.replace("\n", " "), mode="eval")
    except SyntaxError as error:
        column = min(max((error.offset or 1) - 1, 0), max(len(text) - 1, 0))
        found = explained(masked, text, column)
        raise RequirementError(*found) from None
    except (ValueError, MemoryError, RecursionError):
        raise RequirementError(f"'{text.strip()}' cannot be read", 0, COMPARISON) from None
    return _Builder(masked, text, literals).condition(tree.body)


def _set_literals_aside(text: str) -> tuple[str, dict[str, Literal]]:
    literals: dict[str, Literal] = {}
    pieces, at = [], 0
    if clash := next((m for m in _UNDERSCORED.finditer(text)), None):
        raise RequirementError(f"'{clash.group()}' begins with '_'", clash.start(), "names begin with a letter")
    for match in WITH_UNIT.finditer(text):
        if len(literals) == MAX_LITERALS:
            raise RequirementError(f"more than {MAX_LITERALS} values with a unit", match.start())
        try:
            value = literal(match.group())
        except ValueError as error:
            raise RequirementError(str(error), match.start(), "a date is YYYY-MM-DD") from None
        name = ("_" + _DIGITS[len(literals)]).ljust(len(match.group()), "_")
        literals[name] = value
        pieces += [text[at : match.start()], name]
        at = match.end()
    masked = "".join([*pieces, text[at:]])
    if found := foreign(masked):
        raise RequirementError(*found)
    return masked, literals


class _Builder:
    """Turns the syntax tree into ours; ``text`` is what the user wrote, of the same length as ``masked``."""

    def __init__(self, masked: str, text: str, literals: dict[str, Literal]) -> None:
        self._bytes = masked.replace("\n", " ").encode()
        self._text = text
        self._literals = literals

    def condition(self, node: ast.expr) -> Condition:
        if isinstance(node, ast.BoolOp):
            return Junction(isinstance(node.op, ast.And), tuple(self.condition(v) for v in node.values))
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            return Negated(self.condition(node.operand))
        if isinstance(node, ast.Compare):
            return self._compare(node)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SHARES:
            return self._share(node, SHARES[node.func.id])
        if isinstance(node, ast.Tuple):
            hint = "thousands are written 1,960, fractions 1.96; join conditions by 'and'"
            raise self._error(node, "holds a ',' that joins nothing", hint)
        raise self._error(node, "states nothing that could be true or false", "compare it with <, <=, ==, >= or >")

    def _compare(self, node: ast.Compare) -> Condition:
        sides = [self.quantity(side) for side in (node.left, *node.comparators)]
        links: list[Condition] = []
        for position, operator in enumerate(node.ops):
            comparison = _COMPARISONS.get(type(operator))
            if comparison is None:
                raise self._error(node, "compares with a word", "compare with <, <=, ==, !=, >= or >")
            left, right = sides[position], sides[position + 1]
            links.append(Compare(left, comparison, right, self._column(node.comparators[position])))
        return links[0] if len(links) == 1 else Junction(True, tuple(links))

    def _share(self, node: ast.Call, usage: str) -> Share:
        arguments = [self.quantity(argument) for argument in node.args]
        less, times = None, usage == SHARES["product"]
        if not times and arguments and isinstance(first := arguments[0], Arithmetic) and first.operator == "-":
            arguments[0], less = first.left, first.right if isinstance(first.right, Name) else None
            arguments += () if less else (first.right,)
        if len(arguments) != 3 or node.keywords or not all(isinstance(a, Name) for a in arguments):
            raise self._error(node, "does not name three facts", usage)
        part, whole, percent = (a for a in arguments if isinstance(a, Name))
        return Share(part, whole, percent, self._column(node), less, times)

    def quantity(self, node: ast.expr) -> Quantity:
        if isinstance(node, ast.Name):
            return self._literals.get(node.id) or Name(node.id, "", self._column(node))
        if isinstance(node, ast.Constant) and type(node.value) in (int, float):
            return self._number(node)
        if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name):
            return Name(node.value.id, self._index(node.slice), self._column(node))
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub | ast.UAdd):
            operator: Operator = "-" if isinstance(node.op, ast.USub) else "+"
            return Arithmetic(operator, _zero(), self.quantity(node.operand), self._column(node))
        if isinstance(node, ast.BinOp):
            sign = _OPERATORS.get(type(node.op))
            if sign is None:
                raise self._error(node, "uses an operator that is not of the rule language", "use + - * /")
            return Arithmetic(sign, self.quantity(node.left), self.quantity(node.right), self._column(node))
        if isinstance(node, ast.Call):
            return self._aggregate(node)
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            raise self._error(node, "is a text, not a value", "leave the quotation marks out")
        raise self._error(node, "is not a quantity", "use numbers, names of facts, + - * / and sum count min max")

    def _number(self, node: ast.Constant) -> Literal:
        # The digits as written, since a binary float would not be the number that the user wrote.
        written = self._source(node)
        try:
            return literal(written)
        except ValueError:
            raise self._error(node, "is not a decimal number", "write digits such as 1960 or 3.5") from None

    def _index(self, node: ast.expr) -> str:
        if isinstance(node, ast.Name) and node.id not in self._literals:
            return node.id
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            return node.value
        raise self._error(node, "is not an index", "write the index's name or a member's, as in handover[district]")

    def _aggregate(self, node: ast.Call) -> Aggregate:
        function = node.func.id if isinstance(node.func, ast.Name) else ""
        if function in SHARES:
            raise self._error(node, "is a condition, not a quantity", f"let {function}(...) stand by itself")
        if function not in AGGREGATES:
            raise self._error(node.func, "is not a function of the rule language", f"use {', '.join(AGGREGATES)}")
        argument = self.quantity(node.args[0]) if len(node.args) == 1 and not node.keywords else None
        if not isinstance(argument, Name):
            raise self._error(node, "does not name one role or indexed fact", f"write {function}(name)")
        return Aggregate(function, argument)

    def _column(self, node: ast.expr) -> int:
        return len(self._bytes[: node.col_offset].decode(errors="ignore"))

    def _source(self, node: ast.expr) -> str:
        end = len(self._bytes[: node.end_col_offset].decode(errors="ignore"))
        return self._text[self._column(node) : end].strip()

    def _error(self, node: ast.expr, message: str, hint: str) -> RequirementError:
        return RequirementError(f"'{self._source(node)}' {message}", self._column(node), hint)


def _zero() -> Literal:
    return literal("0")
