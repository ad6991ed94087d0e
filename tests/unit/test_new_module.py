# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What ``make new-module`` writes works at once: in a copy of the checkout, with the tests that every module has."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tools.link_collection import ROOT

pytest.importorskip("jinja2")
pytest.importorskip("ruff", reason="it is there with tests/requirements-lint.txt only")


def test_a_new_module_lives(tmp_path: Path) -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    for name in filter(None, listed.stdout.decode().split("\0")):
        if os.path.lexists(ROOT / name):
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, tmp_path / name, follow_symlinks=False)
    collections = tmp_path / "collections"

    def run(*arguments: str) -> str:
        environment = {**os.environ, "ANSIBLE_COLLECTIONS_PATH": str(collections), "PYTHONDONTWRITEBYTECODE": "1"}
        environment = {name: value for name, value in environment.items() if not name.startswith("PYTEST_")}
        command = [sys.executable, "-m", *arguments]
        done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    told = run("tests.tools.new_module", "probe_tree", "probe", "--fields", "height:int", "note:str")
    assert "plugins/modules/scaleway_probe_tree.py" in told
    run("tests.tools.link_collection")
    run("ruff", "check", "plugins", "tests")
    tests = ("tests/integration/test_life_cycles.py", "tests/unit/test_collection.py")
    shown = run("pytest", "-q", "-p", "no:cacheprovider", *tests, "-k", "scaleway_probe_tree and not as-module")
    assert "6 passed" in shown
    again = subprocess.run(
        [sys.executable, "-m", "tests.tools.new_module", "probe_tree", "probe"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert again.returncode == 1
    assert "scaleway_probe_tree.py is there already" in again.stderr
