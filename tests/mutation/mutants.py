# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The mutants of a file, as cosmic-ray makes them, and how one takes the place of what is loaded."""

from __future__ import annotations

import ast
import gc
import importlib
import inspect
from collections.abc import Iterator
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any, NamedTuple

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names

PACKAGE = "ansible_collections.community.scaleway.plugins.module_utils"
# Of the many ways to replace an operator, the opposite and the neighbour: a minus where texts are joined, or a shift where
# sizes are added, fails wherever a test comes by, and would only make the figure look better.
REPLACED = {
    "ReplaceBinaryOperator": {"Add_Sub", "Sub_Add", "Mul_Div", "Div_Mul", "FloorDiv_Mul", "Mod_Mul", "Pow_Mul"}
    | {"BitAnd_BitOr", "BitOr_BitAnd", "LShift_RShift", "RShift_LShift"},
    "ReplaceComparisonOperator": {"Eq_NotEq", "NotEq_Eq", "Is_IsNot", "IsNot_Is"}
    | {"Lt_LtE", "LtE_Lt", "Gt_GtE", "GtE_Gt", "Lt_Gt", "Gt_Lt"},
}


class Mutant(NamedTuple):
    """One change of one place."""

    file: str
    operator: str
    occurrence: int
    line: int
    column: int
    first: int
    """The line on which its statement begins; of one of several lines, not every line counts as reached"""
    function: str
    """The function at the top of the module, or the method, in which it is"""

    @property
    def name(self) -> str:
        return f"{self.file}:{self.line}:{self.column} {self.operator.removeprefix('core/')}"


def operators() -> Iterator[tuple[str, Any]]:
    for name in sorted(operator_names()):
        made = get_operator(name)
        kind, _underscore, which = name.removeprefix("core/").partition("_")
        if not made.arguments() and which in REPLACED.get(kind, {which}) and name != "core/NoOp":
            yield name, made()


def functions(source: str) -> Iterator[tuple[str, int, int]]:
    """The functions at the top of a module and the methods, with their first and last line; without defaults and decorators,
    which are carried out when the module is loaded."""

    def within(body: list[ast.stmt], prefix: str) -> Iterator[tuple[str, int, int]]:
        for node in body:
            if isinstance(node, ast.ClassDef):
                yield from within(node.body, f"{prefix}{node.name}.")
            elif isinstance(node, ast.FunctionDef):
                yield f"{prefix}{node.name}", node.body[0].lineno, node.end_lineno or node.lineno

    yield from within(ast.parse(source).body, "")


def statements(source: str) -> Iterator[tuple[int, int]]:
    """The lines of simple statements of several lines, each with the line on which its statement begins."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.stmt) and not hasattr(node, "body"):
            for line in range(node.lineno, (node.end_lineno or node.lineno) + 1):
                yield line, node.lineno


def mutants(path: Path) -> list[Mutant]:
    """Those within functions: what only declares is held by the tests of all modules, and runs before any test."""
    source = path.read_text(encoding="utf-8")
    spans = list(functions(source))
    starts = dict(statements(source))
    tree = get_ast(source)
    found = []
    for name, operator in operators():
        occurrence = 0
        for node in ast_nodes(tree):
            for (line, column), _end in operator.mutation_positions(node):
                function = next((f for f, first, last in spans if first <= line <= last), "")
                if function and not _annotation(node):
                    found.append(Mutant(path.stem, name, occurrence, line, column, starts.get(line, line), function))
                occurrence += 1
    return found


def _annotation(node: Any) -> bool:
    """Whether a place is in an annotation, which nothing carries out."""
    while node is not None:
        if getattr(node, "type", "") in ("annassign", "tfpdef", "param"):
            return True
        node = node.parent
    return False


def mutated(path: Path, mutant: Mutant) -> str | None:
    made = mutate_code(path.read_text(encoding="utf-8"), get_operator(mutant.operator)(), mutant.occurrence)
    return None if made is None else str(made)


def put_in_place(path: Path, mutant: Mutant) -> bool:
    """Give a function of the loaded module the code of the mutant. False when there is nothing to give."""
    source = mutated(path, mutant)
    if source is None:
        return False
    try:
        whole = compile(source, str(path), "exec", dont_inherit=True)
    except SyntaxError:
        return False
    module = importlib.import_module(f"{PACKAGE}.{mutant.file}")
    function = _function(module, mutant.function.split("."))
    code = _code(whole, mutant.function.split("."))
    if function is None or code is None or code.co_freevars != function.__code__.co_freevars:
        return False
    replaced = dict(_pairs(function.__code__, code))
    gc.unfreeze()  # or they would not be found
    # Also those within it that were made when the modules were loaded, as declarations do.
    for found in [one for one in gc.get_objects() if isinstance(one, FunctionType)]:
        made = replaced.get(_Same(found.__code__))
        if made is not None and made.co_freevars == found.__code__.co_freevars:
            found.__code__ = made
    return True


class _Same(NamedTuple):
    """Code as a key by what it is, as equal code may be in many places."""

    code: CodeType

    def __hash__(self) -> int:
        return id(self.code)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.code is other.code


def _pairs(old: CodeType, new: CodeType) -> Iterator[tuple[_Same, CodeType]]:
    """A function's code and that of each function within it, with what takes its place."""
    yield _Same(old), new
    within = [[const for const in code.co_consts if isinstance(const, CodeType)] for code in (old, new)]
    if len(within[0]) == len(within[1]):
        for pair in zip(*within):
            yield from _pairs(*pair)


def _function(module: ModuleType, names: list[str]) -> FunctionType | None:
    found: Any = module
    for name in names:
        found = inspect.getattr_static(found, name, None)
    if isinstance(found, property):
        found = found.fget
    if isinstance(found, (staticmethod, classmethod)):
        found = found.__func__
    found = inspect.unwrap(found) if callable(found) else found
    return found if isinstance(found, FunctionType) else None


def _code(whole: CodeType, names: list[str]) -> CodeType | None:
    found: CodeType | None = whole
    for name in names:
        # The last of a name is the one that stays.
        parts = [part for part in (found.co_consts if found else ()) if isinstance(part, CodeType)]
        found = next((part for part in reversed(parts) if part.co_name == name), None)
    return found
