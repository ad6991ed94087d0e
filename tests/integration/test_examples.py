# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Every example of the documentation is run as it stands."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml

from tests.simulator.process import SimulatorProcess
from tests.tools.ansible_process import Ansible
from tests.tools.link_collection import ROOT

# What examples leave to the user.
NEEDED = {"account_password": "simulator-password"}
MODULES = sorted(path.stem for path in (ROOT / "plugins" / "modules").glob("*.py"))
LOOKUPS = sorted(path.stem for path in (ROOT / "plugins" / "lookup").glob("*.py"))


def documentation(ansible: Ansible, kind: str, name: str) -> dict[str, Any]:
    done = ansible.run("ansible-doc", "--json", "-t", kind, f"community.scaleway.{name}", check=True)
    found: dict[str, Any] = json.loads(done.stdout)[f"community.scaleway.{name}"]
    return found


@pytest.mark.parametrize("name", MODULES)
def test_examples_of_modules(ansible: Ansible, simulator: SimulatorProcess, name: str, way: dict[str, Any]) -> None:
    simulator.reset(20)
    tasks = yaml.safe_load(documentation(ansible, "module", name)["examples"])
    assert tasks
    assert any(f"community.scaleway.{name}" in task for task in tasks)
    done = ansible.play(tasks, vars={**way, **NEEDED, "metadata_url": f"{simulator.url}/metadata"})
    assert done.returncode == 0, done.output
    assert len(done.results) == len(tasks)


@pytest.mark.parametrize("name", MODULES)
def test_results_hold_what_return_documents(ansible: Ansible, simulator: SimulatorProcess, name: str) -> None:
    documented = documentation(ansible, "module", name)
    tasks = yaml.safe_load(documented["examples"])
    done = ansible.play(tasks, vars={**NEEDED, "metadata_url": f"{simulator.url}/metadata"})
    known = set(documented["return"]) | {"changed", "diff", "warnings", "invocation", "deprecations", "ansible_facts"}
    for task, result in zip(tasks, done.results):
        if f"community.scaleway.{name}" in task:
            assert set(result) <= known, set(result) - known
    for key, entry in documented["return"].items():
        filled = [result[key] for result in done.results if result.get(key)]
        for value in filled:
            if entry.get("contains") and isinstance(value, dict):
                assert set(value) <= set(entry["contains"]), set(value) - set(entry["contains"])


def test_examples_of_the_inventory(ansible: Ansible, simulator: SimulatorProcess) -> None:
    simulator.reset(20)
    examples = documentation(ansible, "inventory", "scaleway")["examples"].split("---\n")
    assert len(examples) > 1
    for example in examples:
        listed = ansible.hosts(example.replace("/tmp/", f"{ansible.folder}/"))
        assert listed["scaleway"]["hosts"], example


def test_examples_of_lookups(ansible: Ansible, simulator: SimulatorProcess) -> None:
    tasks = []
    for name in LOOKUPS:
        examples = yaml.safe_load(documentation(ansible, "lookup", name)["examples"])
        assert any(f"community.scaleway.{name}" in str(task) for task in examples)
        tasks += examples
    done = ansible.play(tasks)
    assert done.returncode == 0, done.output
    assert len(done.results) == len(tasks)
