# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Many tasks at once. The API takes two things of one name: nobody can keep two tasks from making both, and nobody shall overlook
it. docs/docsite/rst/concurrency.rst tells users.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import yaml

from tests.simulator.process import SimulatorProcess
from tests.tools.ansible_process import Ansible, Run

HOSTS = [f"host-{number}" for number in range(20)]
VOLUME = "community.scaleway.scaleway_volume"
KINDS = {VOLUME: "instance.volume", "community.scaleway.scaleway_vpc": "vpc.vpc"}


def task(name: str, module: str = VOLUME, **keywords: Any) -> dict[str, Any]:
    options = {"name": name, **({"size": "10GB"} if module == VOLUME else {})}
    return {module: options, "delegate_to": "localhost", "ignore_errors": True, **keywords}


def on_all_hosts(ansible: Ansible, *tasks: dict[str, Any]) -> list[list[dict[str, Any]]]:
    """The results of each task, by task."""
    inventory = ansible.folder / "hosts.yml"
    inventory.write_text(yaml.safe_dump({"all": {"hosts": {host: {} for host in HOSTS}}}), encoding="utf-8")
    play = [{"hosts": "all", "gather_facts": False, "tasks": list(tasks)}]
    done = ansible.playbook(yaml.safe_dump(play, sort_keys=False), "-i", str(inventory), "--forks", "20")
    assert done.returncode == 0, done.output
    results = iter(done.results)
    return [[next(results) for _host in ([HOSTS[0]] if one.get("run_once") else HOSTS)] for one in tasks]


def made(results: list[dict[str, Any]]) -> list[str]:
    return [result["volume"]["id"] for result in results if result["changed"]]


def test_twenty_at_once(ansible: Ansible, simulator: SimulatorProcess) -> None:
    simulator.fault(method="POST", latency_ms=1500, times=None)  # so slow that some look before any has made something
    own, once, one_by_one, same, again = on_all_hosts(
        ansible,
        task("of-{{ inventory_hostname }}"),
        task("once", run_once=True),
        task("one-by-one", throttle=1),
        task("same"),
        task("same"),
    )
    there: dict[str, list[str]] = {}
    for volume in simulator.state("instance.volume"):
        there.setdefault(volume["name"], []).append(volume["id"])
    assert {name: len(found) for name, found in there.items() if name != "same"} == {
        **{f"of-{host}": 1 for host in HOSTS},
        "once": 1,
        "one-by-one": 1,
    }
    assert len(made(own)) == len(HOSTS)
    assert [len(made(results)) for results in (once, one_by_one)] == [1, 1]
    # However many the race has made: each is in an answer, and whoever looks afterwards is told of all.
    twins = sorted(there["same"])
    assert sorted(made(same)) == twins
    assert len(twins) > 1, "twenty tasks at once should have met"
    for result in again:
        assert result["failed"]
        assert result["ids"] == twins
        assert all(ident in result["msg"] for ident in twins)


def test_two_playbooks_at_once(ansible: Ansible, simulator: SimulatorProcess, tmp_path: Path) -> None:
    tasks = [task("data", module) for module in KINDS]
    both = [Ansible(tmp_path / name, simulator.url) for name in ("first", "second")]
    for one in both:
        one.folder.mkdir()
    simulator.fault(method="POST", latency_ms=1500, times=None)
    with ThreadPoolExecutor() as pool:
        runs: list[Run] = list(pool.map(lambda one: one.play(tasks), both))
    simulator.clear_faults()
    after = ansible.play(tasks)
    for number, (module, kind) in enumerate(KINDS.items()):
        key = module.rpartition("_")[2]
        there = sorted(found["id"] for found in simulator.state(kind) if found["name"] == "data")
        told = {run.results[number][key]["id"] for run in runs if not run.results[number].get("failed")}
        result = after.results[number]
        assert told == set(there) or (len(there) == 2 and len(told) == 1), (told, there)
        if len(there) == 1:
            assert (result.get("failed", False), result["changed"]) == (False, False)
        else:
            assert result["ids"] == there
