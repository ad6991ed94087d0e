# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What ``make new-module`` writes works at once: in a copy of the checkout, with the tests that every module has."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.tools.link_collection import ROOT

TOOL = ("-m", "tests.tools.new_module")
IMPORT = """
import importlib, sys
from tests.tools.link_collection import link_collection
sys.path.insert(0, str(link_collection()))
import tests.families, tests.simulator.app
for name in sys.argv[1:]:
    print(importlib.import_module(f"ansible_collections.community.scaleway.plugins.modules.{name}").MODULE.resource.path)
"""


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("checkout")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout.decode()
    for name in filter(None, listed.split("\0")):
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if os.path.lexists(ROOT / name):
            shutil.copy2(ROOT / name, target, follow_symlinks=False)
    return folder


def python(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *arguments], cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.skipif(find_spec("ruff") is None, reason="ruff formats what is written; it comes with make lint")
def test_what_it_writes_works(checkout: Path) -> None:
    """One module of a new product, and one beside those that a product has."""
    for arguments in (
        ("quantum_key", "quantum", "--version", "v2", "--fields", "size:int", "protected:bool", "hosts:list"),
        ("file_lock", "file", "--version", "v1alpha1", "--scope", "zone"),
    ):
        done = python(checkout, *TOOL, *arguments)
        assert done.returncode == 0, done.stderr
        assert f"plugins/modules/scaleway_{arguments[0]}_info.py" in done.stdout
    names = [f"scaleway_{name}{end}" for name in ("quantum_key", "file_lock") for end in ("", "_info")]
    for command in (("check",), ("format", "--check")):
        done = python(checkout, "-m", "ruff", *command, "--no-cache", ".")
        assert done.returncode == 0, done.stdout
    done = python(checkout, "-c", IMPORT, *names)
    assert done.stdout.split() == ["quantum-keys", "quantum-keys", "file-locks", "file-locks"], done.stderr

    doc = [
        str(Path(sys.executable).parent / "ansible-doc"),
        "--json",
        *(f"community.scaleway.{name}" for name in names),
    ]
    variables = dict(os.environ, ANSIBLE_COLLECTIONS_PATH=str(checkout / "collections"), HOME=str(checkout))
    shown = subprocess.run(doc, cwd=checkout, env=variables, capture_output=True, text=True, check=False)
    documented = json.loads(shown.stdout)
    assert len(documented) == 4, shown.stderr
    options = documented["community.scaleway.scaleway_quantum_key"]["doc"]["options"]
    assert {"name", "size", "protected", "hosts", "tags", "state", "region"} <= set(options)

    subprocess.run(["git", "init", "--quiet"], cwd=checkout, check=True)
    tests = ("tests/integration/test_life_cycles.py", "tests/unit/test_collection.py")
    chosen = (
        "(in-process and (quantum_key or file_lock)) or (group and quantum_key) or runner_under or runtime or readme"
    )
    done = python(checkout, "-m", "pytest", "-q", "-p", "no:cacheprovider", *tests, "-k", chosen)
    assert done.returncode == 0, done.stdout


def test_what_is_there_is_not_overwritten(checkout: Path) -> None:
    before = (checkout / "plugins" / "modules" / "scaleway_vpc.py").read_text(encoding="utf-8")
    done = python(checkout, *TOOL, "vpc", "vpc")
    assert done.returncode == 1
    assert "plugins/modules/scaleway_vpc.py is there already" in done.stderr
    assert (checkout / "plugins" / "modules" / "scaleway_vpc.py").read_text(encoding="utf-8") == before


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("Quantum-Key", "quantum"), "'Quantum-Key': small letters"),
        (("scaleway_quantum_key", "quantum"), "without scaleway_"),
        (("quantum_key", "quantum", "--fields", "size"), "'size': a name and one of str, int"),
    ],
)
def test_a_bad_word_is_named(checkout: Path, arguments: tuple[str, ...], told: str) -> None:
    done = python(checkout, *TOOL, *arguments)
    assert done.returncode == 2
    assert told in done.stderr


def test_nothing_is_left_to_fill_in() -> None:
    for folder in ("plugins", "tests/families", "tests/simulator", "changelogs/fragments"):
        for path in (ROOT / folder).rglob("*.*"):
            if path.suffix in (".py", ".yml"):
                assert "FILL IN" not in path.read_text(encoding="utf-8"), path
