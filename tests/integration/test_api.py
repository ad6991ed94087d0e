# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The module for any endpoint."""

from __future__ import annotations

from typing import Any

import pytest

from tests.simulator.process import SimulatorProcess
from tests.simulator.store import PROJECT
from tests.tools.ansible_process import Ansible

MODULE = "community.scaleway.scaleway_api"
VOLUMES = "/instance/v1/zones/{zone}/volumes"
BODY = {"name": "data", "size": 20_000_000_000, "project": PROJECT}


def test_life_cycle(ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]) -> None:
    one = VOLUMES + "/{{ made.json.volume.id }}"
    tasks: list[dict[str, Any]] = [
        {MODULE: {"method": "POST", "path": VOLUMES, "body": BODY}, "register": "made"},
        {MODULE: {"path": one}},
        {MODULE: {"path": VOLUMES, "query": {"name": "data", "per_page": 1}}},
        {MODULE: {"method": "PATCH", "path": one, "body": {"tags": ["x"]}}},
        {MODULE: {"method": "DELETE", "path": one}},
        {MODULE: {"method": "DELETE", "path": one, "accept_missing": True}},
        {MODULE: {"method": "DELETE", "path": one}, "ignore_errors": True},
    ]
    done = ansible.play(tasks, vars=way)
    assert [result.get("status") for result in done.results] == [201, 200, 200, 200, 204, 404, None]
    assert [result["changed"] for result in done.results] == [True, False, False, True, True, False, False]
    assert done.results[3]["json"]["volume"]["tags"] == ["x"]
    assert done.results[6]["error"]["type"] == "not_found"
    assert [method for method, _path in simulator.writes()] == ["POST", "PATCH", "DELETE", "DELETE", "DELETE"]


def test_check_mode_only_reads(ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]) -> None:
    done = ansible.play(
        [{MODULE: {"method": "POST", "path": VOLUMES, "body": BODY}}, {MODULE: {"path": VOLUMES}}], "--check", vars=way
    )
    assert [result["changed"] for result in done.results] == [True, False]
    assert "json" not in done.results[0]
    assert done.results[1]["json"] == {"volumes": []}
    assert simulator.writes() == []


def test_pages_in_both_generations(ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]) -> None:
    simulator.reset(1250)
    done = ansible.play(
        [
            {MODULE: {"path": "/instance/v1/zones/{zone}/servers", "pages": True, "list_key": "servers"}},
            {MODULE: {"path": "/servers", "pages": True, "list_key": "servers", "api_generation": "classic"}},
        ],
        vars=way,
    )
    assert [len(result["results"]) for result in done.results] == [125, 125]
    assert {entry["path"] for entry in simulator.requests()} == {
        "/instance/v1/zones/fr-par-1/servers",
        "/cp-par1/servers",
    }


def test_a_post_that_may_have_happened_is_not_repeated(ansible: Ansible, simulator: SimulatorProcess) -> None:
    simulator.fault(method="POST", reset="after")
    result = ansible.module("scaleway_api", {"method": "POST", "path": VOLUMES, "body": BODY})
    assert result["failed"]
    assert len(simulator.state("instance.volume")) == 1
    assert len(simulator.writes()) == 1


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"path": "instance/v1"}, "must begin with one slash"),
        ({"path": "//evil.example/x"}, "must begin with one slash"),
        ({"path": "/instance/../iam"}, "must not hold . or .."),
        ({"path": "/instance?x=1"}, "Set query instead"),
        ({"path": "/x", "pages": True, "list_key": "x", "method": "POST"}, "pages: only GET answers with pages"),
        ({"path": "/x", "pages": True}, "list_key"),
        ({"path": "/x", "method": "STEAL"}, "value of method must be one of"),
    ],
    ids=repr,
)
def test_bad_input(ansible: Ansible, simulator: SimulatorProcess, options: dict[str, Any], said: str) -> None:
    result = ansible.module("scaleway_api", options)
    assert said in result["msg"]
    assert simulator.requests() == []
