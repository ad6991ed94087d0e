# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""``make matrix``: ``ansible-test sanity``, unit, contract and integration tests on the oldest and the newest ansible-core, each
in an environment of its own. ``make matrix CORES=2.18`` runs others."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
TESTS = ("tests/unit", "tests/contract", "tests/integration")


class Cell(NamedTuple):
    core: str
    python: str
    oldest: bool = False
    """Whether the libraries are those at the lower end of their ranges."""


CELLS = {
    cell.core: cell
    for cell in (
        Cell("2.16", "3.10", oldest=True),
        Cell("2.17", "3.10"),
        Cell("2.18", "3.11"),
        Cell("2.19", "3.12"),
        Cell("2.20", "3.12"),
        Cell("2.21", "3.13"),
    )
}
DEFAULT = ("2.16", "2.21")


def main(cores: list[str]) -> int:
    failed = []
    for core in cores or DEFAULT:
        cell = CELLS[core]
        print(f"=== ansible-core {cell.core} on Python {cell.python}", flush=True)
        if run(cell):
            failed.append(core)
    print(f"failed: {', '.join(failed)}" if failed else "all passed")
    return len(failed)


def run(cell: Cell) -> int:
    environment = ROOT / f".venv-{cell.core}"
    python = environment / "bin" / "python"
    subprocess.run([interpreter(cell.python), "-m", "venv", "--clear", str(environment)], check=True)
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    wanted = ["-r", "tests/requirements.txt", f"ansible-core~={cell.core}.0"]
    wanted += ["-c", "tests/requirements-oldest.txt"] if cell.oldest else ["-r", "tests/requirements-sdk.txt"]
    subprocess.run([*pip, *wanted], cwd=ROOT, check=True)
    tests = [str(python), "-m", "pytest", "-q", "-n", os.environ.get("JOBS", "3"), "--dist", "worksteal", *TESTS]
    # The environment's own commands, not those of another one that is active.
    variables = dict(os.environ, PATH=f"{environment / 'bin'}{os.pathsep}{os.environ['PATH']}")
    sanity = [str(python), "-m", "tests.tools.sanity"]
    return max(subprocess.run(part, cwd=ROOT, env=variables, check=False).returncode for part in (sanity, tests))


def interpreter(version: str) -> str:
    """The Python of a version: on the path, or where pyenv keeps it."""
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    for folder in sorted(pyenv.glob(f"{version}.*"), reverse=True):
        return str(folder / "bin" / "python")
    found = shutil.which(f"python{version}")
    if found is None:
        sys.exit(
            f"Python {version} is needed for this part of the matrix: install it as python{version}, or with pyenv."
        )
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
