# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What forges, pre-commit and contributors are told to run is there."""

from __future__ import annotations

import re
from importlib.util import find_spec

import yaml

from tests.tools.link_collection import ROOT
from tests.tools.matrix import CELLS

MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE))
WORKFLOWS = [yaml.safe_load(path.read_text()) for path in (ROOT / ".github" / "workflows").glob("*.yml")]


def test_workflows_run_targets_of_the_makefile() -> None:
    jobs = [job for workflow in WORKFLOWS for job in workflow["jobs"].values()]
    commands = [step["run"] for job in jobs for step in job["steps"] if "run" in step]
    assert len(commands) >= len(jobs) > 0
    for command in commands:
        found = re.fullmatch(r"make ([a-z-]+)( [A-Z]+=.*)?", command)
        assert found, command
        assert found.group(1) in TARGETS, command


def test_workflows_try_the_whole_matrix() -> None:
    tried = {
        core for workflow in WORKFLOWS for core in workflow["jobs"].get("matrix", {})["strategy"]["matrix"]["core"]
    }
    assert tried == set(CELLS)


def test_pre_commit_runs_tools_that_are_there() -> None:
    told = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    hooks = [hook for repo in told["repos"] for hook in repo["hooks"]]
    lint = (ROOT / "tests" / "requirements-lint.txt").read_text(encoding="utf-8")
    for hook in hooks:
        command, *arguments = hook["entry"].split()
        if command == ".venv/bin/python":
            assert find_spec(arguments[1]), hook["id"]
        else:
            assert re.search(rf"^{re.escape(command.removeprefix('.venv/bin/'))}\b", lint, re.MULTILINE), hook["id"]


def test_contributors_are_told_of_targets_that_are_there() -> None:
    for name in ("CONTRIBUTING.md", "README.md"):
        told = set(re.findall(r"`make ([a-z-]+)", (ROOT / name).read_text(encoding="utf-8")))
        assert told <= TARGETS, told - TARGETS
