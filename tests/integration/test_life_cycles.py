# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The life cycle that every module of a resource has, told once: a module takes part by a row in the ``CASES`` of its family."""

from __future__ import annotations

from typing import Any

import pytest

from tests.families import CASES
from tests.families.case import Case
from tests.integration.test_runner import comparable
from tests.simulator.process import SimulatorProcess
from tests.tools.ansible_process import Ansible


def holds(whole: Any, part: Any) -> bool:
    """Whether what was predicted came true: an object may hold more than was known before."""
    if isinstance(whole, dict) and isinstance(part, dict):
        return all(name in whole and holds(whole[name], value) for name, value in part.items())
    if isinstance(whole, list) and isinstance(part, list):
        return len(whole) == len(part) and all(map(holds, whole, part))
    return bool(whole == part)


def idents(simulator: SimulatorProcess, case: Case) -> set[str]:
    """Those that are there. Some products only mark what is deleted."""
    marks = ("deletion_requested_at", "revoked_at")
    there = simulator.state(case.kind)
    return {found[case.ident] for found in there if not any(found.get(mark) for mark in marks)}


class Life:
    """One play with the whole life of a resource in it, and what each of its tasks did."""

    def __init__(self, ansible: Ansible, simulator: SimulatorProcess, case: Case, way: dict[str, Any]) -> None:
        self.case = case
        mine, *others = case.who
        # What only prepares runs inside Ansible both ways: starting a module takes twenty times as long.
        prepares = {"vars": {"scaleway_in_process": True}}
        tasks = [{**task, **prepares} for task in case.before]
        self.first = len(tasks)
        steps = {f"other {number}": {**case.options, **other} for number, other in enumerate(others)}
        for name, options in (("create", case.options), ("change", case.change), ("delete", {"state": "absent"})):
            for again in ("check", "do", "again"):
                steps[f"{name} {again}"] = {**mine, **options}
        self.steps = list(steps)
        for name, options in steps.items():
            keywords = {"check_mode": True} if name.endswith("check") else prepares if name.startswith("other") else {}
            tasks.append({f"community.scaleway.{case.module}": options, "diff": True, **keywords})
        self.run = ansible.play(tasks, vars=way)
        assert self.run.returncode == 0, self.run.output
        self.log = simulator.requests()

    def result(self, step: str) -> dict[str, Any]:
        return self.run.results[self.first + self.steps.index(step)]

    def item(self, step: str) -> Any:
        return self.result(step)[self.case.key]

    def writes(self, step: str) -> list[tuple[str, Any]]:
        """Method and body of what a step sent that could change something."""
        position = self.first + self.steps.index(step)
        before = self.run.requests[position - 1] if position else 0
        sent = self.log[before : self.run.requests[position]]
        return [(entry["method"], entry["body"]) for entry in sent if entry["method"] not in ("GET", "HEAD")]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.module)
def test_life_cycle(ansible: Ansible, simulator: SimulatorProcess, case: Case) -> None:
    """It is the same life inside Ansible and as a module of its own."""
    results = []
    for in_process in (True, False):
        simulator.reset(0)
        life = Life(ansible, simulator, case, {"scaleway_in_process": in_process})
        assert_lived(life, simulator)
        results.append([comparable(life.result(step)) for step in life.steps])
    for step, here, handed_over in zip(life.steps, *results):
        assert here == handed_over, step


def assert_lived(life: Life, simulator: SimulatorProcess) -> None:
    case = life.case
    changed = {name: life.result(name)["changed"] for name in life.steps}
    assert changed == {name: not name.endswith("again") for name in life.steps}
    quiet = [name for name in life.steps if name.endswith(("check", "again"))]
    assert {name: life.writes(name) for name in quiet} == {name: [] for name in quiet}

    made = life.item("create do")
    assert [method for method, _body in life.writes("create do")] == list(case.creation)
    assert holds(made, life.item("create check"))
    assert holds(life.result("create do")["diff"]["after"], life.result("create check")["diff"]["after"])
    assert life.item("create again") == {name: value for name, value in made.items() if name not in case.once}

    assert life.writes("change do") == (case.changes if case.changes is not None else [(case.method, case.sent)])
    diff = life.result("change do")["diff"]
    shown = set(case.sent if case.shown is None else case.shown)
    names = {*diff["before"], *diff["after"]}
    assert {name for name in names if diff["after"].get(name) != diff["before"].get(name)} == shown
    assert holds(diff["after"], life.result("change check")["diff"]["after"])
    checked, done = life.item("change check"), life.item("change do")
    assert {name: checked.get(name) for name in shown} == {name: done.get(name) for name in shown}
    assert life.item("change again") == done

    assert [method for method, _body in life.writes("delete do")] == list(case.deletion)
    left = idents(simulator, case)
    assert made[case.ident] not in left
    assert {life.item(name)[case.ident] for name in life.steps if name.startswith("other")} <= left


@pytest.mark.parametrize("case", [case for case in CASES if case.twin is not None], ids=lambda case: case.module)
def test_two_of_one_name(ansible: Ansible, simulator: SimulatorProcess, case: Case) -> None:
    module = f"community.scaleway.{case.module}"
    mine, other = case.who[:2]
    done = ansible.play([*case.before, *({module: {**case.options, **who}} for who in (mine, other))])
    assert done.returncode == 0, done.output
    first, second = (result[case.key][case.ident] for result in done.results[-2:])
    simulator.control("POST", "change", {"kind": case.kind, "id": second, "changes": case.twin})
    before = len(simulator.requests())
    tasks = [{module: {**mine, "state": state}, "ignore_errors": True} for state in ("present", "absent")]
    by_id = {module: {**mine, "id": second, "state": "absent"}}
    done = ansible.play([*tasks, by_id])
    assert [result["ids"] for result in done.results[:2]] == [sorted([first, second])] * 2, done.output
    log = simulator.requests()
    assert [entry for entry in log[before : done.requests[1]] if entry["method"] not in ("GET", "HEAD")] == []
    assert done.last["changed"] is True
    left = idents(simulator, case)
    assert first in left
    assert second not in left


def test_servers_and_images_are_listed(ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]) -> None:
    simulator.reset(1250)
    info = "community.scaleway.scaleway_server_info"
    done = ansible.play(
        [
            {info: {"zone": "all"}},
            {info: {"zone": "fr-par-1", "state": "stopped", "tags": ["web"]}},
            {info: {"zone": "par1", "name": "web-0"}},
            {info: {"zone": "fr-par-1", "name": "web-", "name_match": "contains", "commercial_type": "DEV1-S"}},
            {info: {"zone": "par1", "api_generation": "classic"}},
            {"community.scaleway.scaleway_image_info": {"zone": "all", "public": True}},
            {"community.scaleway.scaleway_image_info": {"zone": "all", "public": False}},
        ],
        vars=way,
    )
    assert done.returncode == 0, done.output
    servers = [found for result in done.results for found in [result.get("servers")] if found is not None]
    there = simulator.state("instance.server")
    here = [found for found in there if found["zone"] == "fr-par-1"]
    assert len(servers[0]) == 1250
    assert len(servers[1]) == len([s for s in here if s["state"] == "stopped" and "web" in s["tags"]])
    assert [found["name"] for found in servers[2]] == ["web-0"]
    assert len(servers[3]) == len([s for s in here if "web-" in s["name"] and s["commercial_type"] == "DEV1-S"])
    assert len(servers[4]) == len(here)
    assert done.results[0]["scaleway_server_info"] == servers[0]
    assert [len(result["images"]) for result in done.results[5:]] == [10, 0]
    assert simulator.writes() == []
