# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What becomes of a task when the API or the way to it misbehaves: the right outcome, and never two of one."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.simulator.process import SimulatorProcess
from tests.tools.ansible_process import Ansible

PATH = "/instance/v1/zones/fr-par-1/volumes"
CREATE = {"name": "data", "size": "20GB", "tags": ["a"], "retry_timeout": 20}
SURVIVED_READING = [
    {"status": 429},
    {"status": 429, "headers": {"Retry-After": "1"}},
    {"status": 500, "body": {"type": "server_error", "message": "Internal error"}},
    {"status": 502, "html": True},
    {"status": 503, "body": {"message": "upstream connect error or disconnect/reset before headers"}},
    {"status": 504},
    {"reset": "before"},
    {"reset": "after"},
    {"truncate": True},
    {"invalid_json": True},
    {"hang": 3},
]


def names(simulator: SimulatorProcess) -> list[str]:
    return sorted(found["name"] for found in simulator.state("instance.volume"))


@pytest.mark.parametrize("fault", SURVIVED_READING, ids=repr)
def test_a_fault_while_looking_is_survived(
    ansible: Ansible, simulator: SimulatorProcess, fault: dict[str, Any]
) -> None:
    simulator.fault(method="GET", path=PATH, **fault)
    result = ansible.module("scaleway_volume", {**CREATE, "api_timeout": 1})
    assert result["changed"] is True, result["msg"]
    assert names(simulator) == ["data"]
    assert simulator.writes() == [("POST", PATH)]


@pytest.mark.parametrize(
    ("fault", "posts"),
    [
        ({"status": 429}, 2),
        ({"status": 429, "headers": {"Retry-After": "1"}}, 2),
        ({"status": 502, "html": True}, 2),
        ({"status": 502, "html": True, "effect": "after"}, 1),
        ({"status": 504}, 2),
        ({"status": 504, "effect": "after"}, 1),
        ({"reset": "before"}, 2),
        ({"reset": "after"}, 1),
        ({"truncate": True}, 1),
        ({"invalid_json": True}, 1),
        ({"empty": True}, 1),
        ({"wrong_shape": True, "effect": "after"}, 1),
        ({"hang": 3}, 1),
    ],
    ids=repr,
)
def test_a_creation_is_never_doubled(
    ansible: Ansible, simulator: SimulatorProcess, fault: dict[str, Any], posts: int
) -> None:
    simulator.fault(method="POST", path=PATH, **fault)
    result = ansible.module("scaleway_volume", {**CREATE, "api_timeout": 1})
    assert result["changed"] is True, result["msg"]
    assert result["volume"]["id"] == simulator.state("instance.volume")[0]["id"]
    assert names(simulator) == ["data"]
    assert simulator.writes() == [("POST", PATH)] * posts
    again = ansible.module("scaleway_volume", CREATE)
    assert again["changed"] is False


@pytest.mark.parametrize("fault", [{"status": 502, "html": True}, {"reset": "after"}, {"truncate": True}], ids=repr)
@pytest.mark.parametrize("change", [{"tags": ["b"]}, {"state": "absent"}], ids=["update", "delete"])
def test_changes_and_deletions_are_repeated(
    ansible: Ansible, simulator: SimulatorProcess, fault: dict[str, Any], change: dict[str, Any]
) -> None:
    ansible.module("scaleway_volume", CREATE)
    method = "DELETE" if "state" in change else "PATCH"
    simulator.fault(method=method, path=PATH, **fault)
    result = ansible.module("scaleway_volume", {**CREATE, **change})
    assert result["changed"] is True, result["msg"]
    if method == "DELETE":
        assert names(simulator) == []
    else:
        assert simulator.state("instance.volume")[0]["tags"] == ["b"]


def test_retries_end(ansible: Ansible, simulator: SimulatorProcess) -> None:
    simulator.fault(method="GET", path=PATH, status=503, body={"message": "upstream timeout"}, times=None)
    result = ansible.module("scaleway_volume", {**CREATE, "retry_timeout": 2})
    assert result["failed"]
    assert "HTTP 503" in result["msg"]
    assert "given up after" in result["msg"]
    assert len(simulator.requests()) > 1


def test_a_refusal_is_not_repeated(ansible: Ansible, simulator: SimulatorProcess) -> None:
    body = {"message": "cloud-init is not supported on this offer"}
    simulator.fault(method="POST", path=PATH, status=503, body=body, times=None)
    result = ansible.module("scaleway_volume", CREATE)
    assert body["message"] in result["msg"]
    assert simulator.writes() == [("POST", PATH)]


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_the_token_does_not_follow_a_redirect(ansible: Ansible, simulator: SimulatorProcess, status: int) -> None:
    with SimulatorProcess() as stranger:
        simulator.fault(method="GET", path=PATH, redirect=f"{stranger.url}{PATH}", status=status)
        result = ansible.module("scaleway_volume", CREATE)
        assert result["failed"]
        assert stranger.url in result["msg"]
        assert "Redirects are not followed" in result["msg"]
        assert stranger.requests() == []
    assert simulator.writes() == []


def test_the_token_does_not_follow_a_link(ansible: Ansible, simulator: SimulatorProcess) -> None:
    simulator.reset(1250)
    with SimulatorProcess() as stranger:
        link = f'<{stranger.url}{PATH}?page=2>; rel="next"'
        simulator.fault(method="GET", path=PATH, link=link, times=None)
        result = ansible.module("scaleway_volume_info", {"zone": "fr-par-1"})
        assert result["failed"]
        assert "the token does not go there" in result["msg"]
        assert stranger.requests() == []


def test_pages_by_link_alone(ansible: Ansible, simulator: SimulatorProcess) -> None:
    simulator.reset(1250)
    simulator.fault(method="GET", path=PATH, headers={"X-Total-Count": ""}, times=None)
    result = ansible.module("scaleway_volume_info", {"zone": "fr-par-1"})
    assert len(result["volumes"]) == 125


def test_no_mark_of_pages_is_one_page(ansible: Ansible, simulator: SimulatorProcess) -> None:
    simulator.reset(1250)
    simulator.fault(method="GET", path=PATH, drop_total=True, times=None)
    result = ansible.module("scaleway_volume_info", {"zone": "fr-par-1"})
    assert len(result["volumes"]) == 100


@pytest.mark.parametrize("how", ["delete", "insert"])
def test_a_list_that_changes_is_read_again(ansible: Ansible, simulator: SimulatorProcess, how: str) -> None:
    simulator.reset(1250)
    simulator.fault(method="GET", path=PATH, page_shift=how)
    result = ansible.module("scaleway_volume_info", {"zone": "fr-par-1"})
    there = {found["id"] for found in simulator.state("instance.volume") if found["zone"] == "fr-par-1"}
    found = [volume["id"] for volume in result["volumes"]]
    assert len(found) == len(set(found))
    assert set(found) == there


def test_what_the_api_says_is_told_in_words_and_as_data(ansible: Ansible, simulator: SimulatorProcess) -> None:
    simulator.control("POST", "quota", {"resource": "instance_volume", "quota": 0})
    result = ansible.module("scaleway_volume", CREATE)
    assert "instance_volume: quota 0, in use 0" in result["msg"]
    assert result["error"]["type"] == "quotas_exceeded"
    assert result["error"]["status"] == 403
    assert result["error"]["request_id"]
    assert result["error"]["request_id"] in result["msg"]
    simulator.control("POST", "quota", {"resource": "instance_volume", "quota": None})
    for generation in ("current", "classic"):
        result = ansible.module("scaleway_volume", {**CREATE, "volume_type": "floppy", "api_generation": generation})
        assert "volume_type: floppy is none of" in result["msg"]
        assert list(result["error"]["fields"]) == ["volume_type"]


def test_missing_rights_are_told(ansible: Ansible, simulator: SimulatorProcess) -> None:
    token = ansible.environment["SCW_SECRET_KEY"]
    simulator.control("POST", "rights", {"token": token, "refused": ["instance_volume"]})
    result = ansible.module("scaleway_volume", CREATE)
    assert result["error"]["type"] == "permissions_denied"
    assert "may not read" in result["msg"]
    assert simulator.writes() == []


def test_an_answer_of_an_unknown_shape_is_told_in_a_sentence(
    ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]
) -> None:
    zones = [{"domain": "example.com", "subdomain": ["secret-word"], "project_id": "x"}]
    simulator.fault(path="dns-zones", status=200, body={"dns_zones": zones, "total_count": 1}, times=None)
    task = {"community.scaleway.scaleway_dns_zone": {"domain": "example.com", "subdomain": "dev"}}
    run = ansible.play([task], "-vvv", vars=way)
    assert "a shape that this module does not know (TypeError in _dns.py:" in run.last["msg"]
    assert run.last["error"]["type"] == "unexpected"
    assert re.search(r"_reconcile.py:[0-9]+ reconcile > .*_dns.py:[0-9]+ [a-z_]+$", run.last["error"]["where"])
    assert "Traceback" not in run.output
    assert "secret-word" not in run.output
