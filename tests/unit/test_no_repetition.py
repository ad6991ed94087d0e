# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What two places need stands in one, and a module is its documentation and a short declaration."""

from __future__ import annotations

import ast
import functools
from collections import defaultdict
from pathlib import Path

from tests.tools.link_collection import ROOT

RUN = 6
LONGEST = 120
MODULES = sorted((ROOT / "plugins" / "modules").glob("*.py"))
FILES = [*MODULES, *sorted((ROOT / "plugins" / "module_utils").glob("*.py"))]
# The end of every module says nothing, and neither does a line of brackets.
MAIN = ("def main() -> None:", "run(MODULE)", 'if __name__ == "__main__":', "main()")


@functools.cache
def code(path: Path) -> list[tuple[int, str]]:
    """The lines of code with their numbers: without documentation, comments, imports, and what says nothing."""
    text = path.read_text(encoding="utf-8")
    left_out: set[int] = set()
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.stmt):
            continue
        imported = isinstance(node, (ast.Import, ast.ImportFrom))
        told = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        named = [target.id for target in getattr(node, "targets", ()) if isinstance(target, ast.Name)]
        if imported or told or named in (["DOCUMENTATION"], ["EXAMPLES"], ["RETURN"]):
            left_out |= set(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    lines = [(number, line.strip()) for number, line in enumerate(text.splitlines(), 1) if number not in left_out]
    return [
        (number, line)
        for number, line in lines
        if any(map(str.isalnum, line)) and not line.startswith("#") and line not in MAIN
    ]


def test_no_two_files_share_lines_of_code() -> None:
    places: dict[tuple[str, ...], list[tuple[Path, int]]] = defaultdict(list)
    for path in FILES:
        lines = code(path)
        for start in range(len(lines) - RUN + 1):
            run = lines[start : start + RUN]
            places[tuple(line for _number, line in run)].append((path, run[0][0]))
    shared = [
        " and ".join(f"{path.name}:{number}" for path, number in where)
        for where in places.values()
        if len({path for path, _number in where}) > 1
    ]
    assert shared == []


def test_no_module_is_long() -> None:
    lengths = {path.name: len(code(path)) for path in MODULES}
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}
