# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The life cycle that every module of a resource has, told once: a module takes part by a row in the ``CASES`` of its family."""

from __future__ import annotations

from typing import Any

import pytest

from tests.families import CASES
from tests.families.case import Case
from tests.simulator.process import SimulatorProcess
from tests.tools.ansible_process import Ansible


def holds(whole: Any, part: Any) -> bool:
    """Whether what was predicted came true: an object may hold more than was known before."""
    if isinstance(whole, dict) and isinstance(part, dict):
        return all(name in whole and holds(whole[name], value) for name, value in part.items())
    return bool(whole == part)


def kept_names(simulator: SimulatorProcess, case: Case) -> list[str]:
    """The names of those that the test made for itself. Some products only mark what is deleted."""
    seeded = ("origin", "Debian Bookworm")
    there = [found for found in simulator.state(case.kind) if not found.get("deletion_requested_at")]
    return sorted(found["name"] for found in there if found["name"] not in seeded)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.module)
def test_life_cycle(ansible: Ansible, simulator: SimulatorProcess, case: Case, way: dict[str, Any]) -> None:
    def task(**options: Any) -> dict[str, Any]:
        return {f"community.scaleway.{case.module}": {"name": "web", **options}}

    others = ansible.play([*case.before, *(task(**case.options, name=name) for name in ("web-1", "my-web"))], vars=way)
    assert others.returncode == 0, others.output
    simulator.clear_requests()

    predicted = ansible.play([task(**case.options)], "--check", "--diff", vars=way).last
    assert predicted["changed"] is True
    assert simulator.writes() == []

    done = ansible.play([task(**case.options), task(**case.options)], "--diff", vars=way)
    assert [result["changed"] for result in done.results] == [True, False], done.output
    made = done.results[0][case.key]
    assert [method for method, _path in simulator.writes()] == ["POST"]
    assert holds(made, predicted[case.key])
    assert holds(done.results[0]["diff"]["after"], predicted["diff"]["after"])
    assert done.results[1][case.key] == made

    simulator.clear_requests()
    done = ansible.play([task(**case.change)], "--check", "--diff", vars=way)
    assert done.last["changed"] is True
    assert simulator.writes() == []
    checked = done.last[case.key]
    done = ansible.play([task(**case.change), task(**case.change)], "--diff", vars=way)
    assert [result["changed"] for result in done.results] == [True, False]
    changes = [entry for entry in simulator.requests() if entry["method"] not in ("GET", "HEAD")]
    assert [(entry["method"], entry["body"]) for entry in changes] == [(case.method, case.sent)]
    changed = done.results[0]["diff"]
    assert {name for name in changed["after"] if changed["after"][name] != changed["before"][name]} == set(case.sent)
    assert {name: checked[name] for name in case.sent} == {name: done.results[0][case.key][name] for name in case.sent}

    simulator.clear_requests()
    gone = task(state="absent")
    assert ansible.play([gone], "--check", vars=way).last["changed"] is True
    assert simulator.writes() == []
    done = ansible.play([gone, gone], vars=way)
    assert [result["changed"] for result in done.results] == [True, False]
    assert [method for method, _path in simulator.writes()] == ["DELETE"]
    assert kept_names(simulator, case) == ["my-web", "web-1"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.module)
def test_two_of_one_name(ansible: Ansible, simulator: SimulatorProcess, case: Case) -> None:
    if case.before:
        assert ansible.play(case.before).returncode == 0
    made = ansible.module(case.module, {"name": "web", **case.options})
    ident = ansible.module(case.module, {"name": "twin", **case.options})[case.key]["id"]
    simulator.control("POST", "change", {"kind": case.kind, "id": ident, "changes": {"name": "web"}})
    simulator.clear_requests()
    for state in ("present", "absent"):
        result = ansible.module(case.module, {"name": "web", "state": state})
        assert result["ids"] == sorted([ident, made[case.key]["id"]])
    assert simulator.writes() == []
    assert ansible.module(case.module, {"id": ident, "state": "absent"})["changed"] is True
    assert kept_names(simulator, case) == ["web"]


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
