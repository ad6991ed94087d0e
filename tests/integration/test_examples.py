# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Every example of the documentation is run as it stands."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml

from tests import families
from tests.simulator import fleet
from tests.simulator.process import SimulatorProcess
from tests.tools.ansible_process import Ansible
from tests.tools.link_collection import ROOT
from tests.tools.object_storage import ObjectStorageServer

# What examples leave to the user.
NEEDED = {"account_password": "simulator-password", **families.NEEDED}
MODULES = sorted(path.stem for path in (ROOT / "plugins" / "modules").glob("*.py"))
# Starting Ansible takes longer than a task: some modules share a playbook.
CHUNKS = [MODULES[start : start + 6] for start in range(0, len(MODULES), 6)]
LOOKUPS = sorted(path.stem for path in (ROOT / "plugins" / "lookup").glob("*.py"))


@pytest.fixture(scope="session")
def documented(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What ansible-doc says of every module: asked once, for it takes long to start."""
    ansible = Ansible(tmp_path_factory.mktemp("documentation"), "")
    names = [f"community.scaleway.{name}" for name in MODULES]
    done = ansible.run("ansible-doc", "--json", "-t", "module", *names, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return {name.rpartition(".")[2]: entry for name, entry in found.items()}


def documentation(ansible: Ansible, kind: str, name: str) -> dict[str, Any]:
    done = ansible.run("ansible-doc", "--json", "-t", kind, f"community.scaleway.{name}", check=True)
    found: dict[str, Any] = json.loads(done.stdout)[f"community.scaleway.{name}"]
    return found


@pytest.mark.parametrize("names", CHUNKS, ids=lambda names: f"{names[0]} to {names[-1]}")
def test_examples_work_and_results_hold_what_return_documents(
    ansible: Ansible,
    simulator: SimulatorProcess,
    object_storage: ObjectStorageServer,
    documented: dict[str, Any],
    names: list[str],
) -> None:
    """The examples of some modules, each in a play and an account of its own."""
    ansible.environment["SERVERS_OF_A_PLAY"] = "20"
    variables = {**NEEDED, "metadata_url": f"{simulator.url}/metadata"}
    examples = {name: yaml.safe_load(documented[name]["examples"]) for name in names}
    plays = [
        {"name": name, "hosts": "localhost", "gather_facts": False, "vars": variables, "tasks": tasks}
        for name, tasks in examples.items()
    ]
    done = ansible.playbook(yaml.safe_dump(plays, sort_keys=False))
    assert done.returncode == 0, done.output
    for name, tasks in examples.items():
        results = [result for result, play in zip(done.results, done.plays) if play == name]
        assert len(results) == len(tasks)
        own = [result for task, result in zip(tasks, results) if f"community.scaleway.{name}" in task]
        assert own, f"the examples of {name} do not use it"
        shown = [result for result in own if "censored" not in result]
        documents(documented[name]["return"], shown)


def documents(told: dict[str, Any], results: list[dict[str, Any]]) -> None:
    """Whether the documentation tells of all that is in some results."""
    known = set(told) | {"changed", "diff", "warnings", "invocation", "deprecations", "ansible_facts"}
    for result in results:
        assert set(result) <= known, set(result) - known
    for key, about in told.items():
        for value in [result[key] for result in results if result.get(key)]:
            if about.get("contains") and isinstance(value, dict):
                assert set(value) <= set(about["contains"]), set(value) - set(about["contains"])


def test_examples_of_the_inventory(ansible: Ansible, simulator: SimulatorProcess) -> None:
    simulator.reset(20)
    simulator.add("rdb.instance", "fr-par", fleet.rdb(0))
    simulator.add("lb.lb", "fr-par-1", fleet.load_balancer(0))
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
