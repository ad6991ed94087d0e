# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A task gives the same result whichever way it runs, and the ways differ only in what they cost."""

from __future__ import annotations

import copy
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.families import CASES, TASKS
from tests.simulator.process import SimulatorProcess
from tests.simulator.store import TOKEN
from tests.tools.ansible_process import Ansible
from tests.tools.link_collection import ROOT
from tests.tools.object_storage import ObjectStorageServer

MODULES = sorted(path.stem for path in (ROOT / "plugins" / "modules").glob("*.py"))
# Starting Ansible takes longer than a task: some modules share a play.
CHUNKS = [MODULES[start : start + 5] for start in range(0, len(MODULES), 5)]
WITH_LIFE_CYCLE = {case.module for case in CASES}
NO_PYTHON = ("-e", "ansible_python_interpreter=/nonexistent/python")
WAYS = {"here": "true", "handed over": "false"}
# What the products of functions and containers make of an ID for the name of a host.
PART_OF_ID = re.compile(r"[0-9a-f]{8}(?=-.*\.scw\.cloud$)")
UUID = re.compile(r"[0-9a-f]{8}(-?[0-9a-f]{4}){3}-?[0-9a-f]{12}")
DATES = {
    "commitment_ends_at",
    "deletable_at",
    "next_update",
    "scored_at",
    "last_valid_at",
    "next_check_at",
    "rotated_at",
    "next_rotation_at",
    "creation_date",
    "modification_date",
    "created_at",
    "updated_at",
    "expires",
    "ready_at",
}
VOLATILE = {"id", "request_id", "ipam_id", "dns", "mac_address", "access_key", *DATES, "module_stderr", "module_stdout"}


def test_every_module_has_tasks_here() -> None:
    assert sorted(TASKS) == MODULES


@pytest.mark.parametrize("names", CHUNKS, ids=lambda names: f"{names[0]} to {names[-1]}")
def test_both_ways_give_the_same_result(
    ansible: Ansible, simulator: SimulatorProcess, object_storage: ObjectStorageServer, names: list[str]
) -> None:
    """Every task of some modules, with diffs: in one play each way. Of what can change something, the first in check mode,
    too, and again, unless the module's life cycle does so both ways."""
    tasks: list[dict[str, Any]] = []
    for name in names:
        steps = [(options, False) for options in TASKS[name]]
        if name not in WITH_LIFE_CYCLE and not name.endswith("_info"):
            steps = [(TASKS[name][0], True), *steps, steps[0]]
        for options, check in steps:
            keywords = {"ignore_errors": True, "diff": True, "check_mode": check}
            tasks.append({f"community.scaleway.{name}": options, **keywords})
    ansible.environment["ANSIBLE_INJECT_INVOCATION"] = "True"
    found = {}
    for way, value in WAYS.items():
        simulator.reset(20)
        object_storage.reset()
        for kept in ("token", "other"):
            (ansible.folder / kept).unlink(missing_ok=True)
        done = ansible.play(copy.deepcopy(tasks), "-vvv", "-e", f"scaleway_in_process={value}")
        assert len(done.results) == len(tasks), done.output
        found[way] = [comparable(result) for result in done.results]
    for task, here, handed_over in zip(tasks, found["here"], found["handed over"]):
        assert here == handed_over, task


def test_both_ways_give_the_same_result_without_invocation_and_diff(
    ansible: Ansible, simulator: SimulatorProcess
) -> None:
    ansible.environment["ANSIBLE_INJECT_INVOCATION"] = "False"
    tasks = [
        {"community.scaleway.scaleway_volume": options, "ignore_errors": True} for options in TASKS["scaleway_volume"]
    ]
    found = []
    for value in WAYS.values():
        simulator.reset(20)
        done = ansible.play(copy.deepcopy(tasks), "-e", f"scaleway_in_process={value}")
        found.append([comparable(result) for result in done.results])
    assert found[0] == found[1]
    assert not any("diff" in result for result in found[0])


def comparable(value: Any, key: str = "") -> Any:
    """A result without what differs from one run to the next, and without what only ansible-core itself adds."""
    if isinstance(value, dict):
        kept = {name: comparable(item, name) for name, item in value.items() if name not in VOLATILE}
        if "msg" in kept and isinstance(kept["msg"], str):
            kept["msg"] = UUID.sub("<id>", kept["msg"].split(" (request id")[0].split("Valid booleans include")[0])
        kept.pop("exception", None)
        return kept
    if isinstance(value, list):
        return [comparable(item) for item in value]
    return PART_OF_ID.sub("<id>", UUID.sub("<id>", value)) if isinstance(value, str) else value


def test_a_loop_uses_one_connection(ansible: Ansible, simulator: SimulatorProcess) -> None:
    task = {
        "community.scaleway.scaleway_volume": {"name": "data-{{ item }}", "size": "20GB"},
        "loop": list(range(20)),
    }
    assert ansible.play([task]).returncode == 0
    requests = simulator.requests()
    assert len(requests) == 40
    assert len({entry["peer"] for entry in requests}) == 1


def test_no_process_is_started_for_a_task(ansible: Ansible) -> None:
    options = {"name": "data", "size": "20GB"}
    assert ansible.module("scaleway_volume", options, *NO_PYTHON)["changed"] is True
    assert ansible.module("scaleway_volume", options, *NO_PYTHON, in_process=False)["failed"]


@pytest.mark.parametrize(
    "keywords",
    [{"async": 30, "poll": 1}, {"become": True, "become_method": "ansible.builtin.su"}],
    ids=["async", "become"],
)
def test_what_cannot_run_here_is_handed_over(ansible: Ansible, keywords: dict[str, Any]) -> None:
    task = {"community.scaleway.scaleway_volume": {"name": "data"}, "ignore_errors": True, **keywords}
    assert ansible.play([task], *NO_PYTHON).last["failed"]


def test_async(ansible: Ansible, simulator: SimulatorProcess) -> None:
    task = {"community.scaleway.scaleway_volume": {"name": "data", "size": "20GB"}, "async": 30, "poll": 1}
    result = ansible.play([task]).last
    assert result["changed"] is True, result
    assert len(simulator.state("instance.volume")) == 1


def test_the_environment_of_a_task(ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]) -> None:
    for variable in ("SCW_SECRET_KEY", "SCW_DEFAULT_ZONE"):
        del ansible.environment[variable]
    task = {"community.scaleway.scaleway_volume": {"name": "data", "size": "20GB"}}
    done = ansible.play(
        [{**task, "environment": {"SCW_DEFAULT_ZONE": "{{ wanted }}"}}, {**task, "ignore_errors": True}],
        vars={**way, "wanted": "nl-ams-1"},
        environment={"SCW_SECRET_KEY": TOKEN},
    )
    assert [result["volume"]["zone"] for result in done.results] == ["nl-ams-1", "fr-par-1"]
    left = ansible.play([{**task, "ignore_errors": True}], vars=way).last
    assert "No token" in left["msg"]


def test_module_defaults(ansible: Ansible, way: dict[str, Any]) -> None:
    done = ansible.play(
        [
            {"community.scaleway.scaleway_project": {"name": "shop"}},
            {"community.scaleway.scaleway_volume": {"size": "20GB"}},
            {"community.scaleway.scaleway_volume_info": {}},
            {"community.scaleway.scaleway_api": {"path": "/instance/v1/zones/{zone}/volumes"}},
            {"community.scaleway.scaleway_vpc": {"name": "shop"}},
        ],
        vars=way,
        module_defaults={
            "group/community.scaleway.scaleway": {"zone": "pl-waw-2", "region": "nl-ams", "project": "shop"},
            "community.scaleway.scaleway_volume": {"name": "by-default"},
        },
    )
    assert done.returncode == 0, done.output
    project, volume, volumes, called, vpc = done.results
    owner = project["project"]["id"]
    assert (volume["volume"]["zone"], volume["volume"]["project"]) == ("pl-waw-2", owner)
    assert [found["name"] for found in volumes["volumes"]] == ["by-default"]
    assert "/zones/pl-waw-2/" in called["request"]["url"]
    assert (vpc["vpc"]["region"], vpc["vpc"]["project_id"]) == ("nl-ams", owner)


def test_no_log_hides_everything(ansible: Ansible, way: dict[str, Any]) -> None:
    task = {"community.scaleway.scaleway_volume": {"name": "hush-hush", "size": "20GB"}, "no_log": True}
    done = ansible.play([task], "-vvv", "--diff", vars=way)
    assert done.returncode == 0
    assert "creation_date" not in done.output


@pytest.mark.parametrize("strategy", ["linear", "free", "host_pinned"])
def test_strategies_and_delegation(ansible: Ansible, simulator: SimulatorProcess, strategy: str) -> None:
    (ansible.folder / "hosts").write_text("".join(f"web-{number}\n" for number in range(5)))
    task = {
        "community.scaleway.scaleway_volume": {"name": "{{ inventory_hostname }}", "size": "20GB"},
        "delegate_to": "localhost",
    }
    book = yaml.safe_dump([{"hosts": "all", "gather_facts": False, "strategy": strategy, "tasks": [task]}])
    done = ansible.playbook(book, "-i", str(ansible.folder / "hosts"))
    assert done.returncode == 0, done.output
    assert sorted(found["name"] for found in simulator.state("instance.volume")) == [f"web-{n}" for n in range(5)]


def test_the_token_from_the_environment_is_masked_in_answers(ansible: Ansible, way: dict[str, Any]) -> None:
    call = {"path": "/tokens", "api_generation": "classic", "service": "account"}
    done = ansible.play([{"community.scaleway.scaleway_api": call}], "-vvvv", vars=way)
    assert done.last["json"]["tokens"][0]["id"] == "********"
    assert TOKEN not in done.output


def test_each_module_works_alone(ansible: Ansible, simulator: SimulatorProcess, tmp_path: Path) -> None:
    done = ansible.run(
        "ansible", "localhost", "-m", "community.scaleway.scaleway_volume", "-a", "name=data size=20GB", check=True
    )
    assert "CHANGED" in done.stdout
    assert len(simulator.state("instance.volume")) == 1


def test_relative_paths_are_those_of_the_playbook(
    ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]
) -> None:
    """As for any module that runs on the controller, wherever ansible-playbook was started."""
    cluster = {"community.scaleway.scaleway_k8s_cluster": {"name": "shop", "cni": "cilium", "wait_interval": 0.1}}
    config = {"community.scaleway.scaleway_k8s_kubeconfig": {"cluster": "shop", "path": "shop.kubeconfig"}}
    folder = ansible.folder / "playbooks"
    folder.mkdir()
    (folder / "book.yml").write_text(
        yaml.safe_dump([{"hosts": "localhost", "gather_facts": False, "vars": way, "tasks": [cluster, config]}])
    )
    ansible.run("ansible-playbook", "playbooks/book.yml", check=True)
    assert [path.name for path in folder.iterdir() if path.suffix == ".kubeconfig"] == ["shop.kubeconfig"]
    assert not (ansible.folder / "shop.kubeconfig").exists()
