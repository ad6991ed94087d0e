# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What check mode says of things that stand on what an earlier task would have made."""

from __future__ import annotations

from typing import Any

from tests.simulator.process import SimulatorProcess
from tests.tools.ansible_process import Ansible, Task

UNMADE = "<id of what is not there yet>"


def test_what_is_not_there_yet_is_taken_for_made(
    ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]
) -> None:
    tasks: list[Task] = [
        {"community.scaleway.scaleway_project": {"name": "shop"}},
        {"community.scaleway.scaleway_private_network": {"name": "web", "vpc": "shop", "project": "shop"}},
        {
            "community.scaleway.scaleway_lb_backend": {
                "lb": "shop",
                "name": "web",
                "forward_port": 80,
                "forward_protocol": "http",
            }
        },
        {"community.scaleway.scaleway_rdb_acl": {"instance": "shop", "rules": [{"ip": "192.0.2.0/24"}]}},
    ]
    done = ansible.play(tasks, "--check", "--diff", vars=way)
    assert done.returncode == 0, done.output
    assert [result["changed"] for result in done.results] == [True] * 4
    assert simulator.writes() == []
    network = done.results[1]
    assert (network["private_network"]["vpc_id"], network["private_network"]["project_id"]) == (UNMADE, UNMADE)
    assert [warning.split(". ")[0] for warning in network["warnings"]] == [
        "project: there is no project named 'shop'",
        "vpc: there is no vpc named 'shop' in fr-par",
    ]
    assert "another task makes before" in network["warnings"][0]
    assert "00000000-0000-4000" not in done.output


def test_wrong_values_are_told_of_what_stands_on_it(ansible: Ansible, simulator: SimulatorProcess) -> None:
    cases: dict[str, tuple[str, Task]] = {
        "node_type: 'DEV1-MM' is no node type in fr-par-1. Did you mean DEV1-M": (
            "k8s_pool",
            {"cluster": "shop", "name": "web", "node_type": "DEV1-MM"},
        ),
        "min_size: 3 is above max_size, 2.": (
            "k8s_pool",
            {"cluster": "shop", "name": "web", "node_type": "DEV1-M", "min_size": 3, "max_size": 2},
        ),
        "min_size: -1 is no number of nodes. It must be at least 0.": (
            "k8s_pool",
            {"cluster": "shop", "name": "web", "node_type": "DEV1-M", "min_size": -1},
        ),
        "engine, node_type, user_name and password must be set to create it": ("rdb_instance", {"name": "web"}),
        "settings.work_mem is no text": ("rdb_instance", {"name": "web", "settings": {"work_mem": [4]}}),
        "public_ips: 'ipv5' is no address, like 192.0.2.7, and no UUID": (
            "server",
            {"name": "web", "commercial_type": "DEV1-S", "image": "ubuntu_jammy", "public_ips": ["ipv5"]},
        ),
        "image: 'ubuntu_jammy' is not offered in fr-par-9. Choose another image, or another zone.": (
            "server",
            {"name": "web", "commercial_type": "DEV1-S", "image": "ubuntu_jammy", "zone": "fr-par-9"},
        ),
        "type: 'LB-T' is no load balancer type in fr-par-1. Did you mean LB-S": (
            "lb",
            {"project": "shop", "name": "web", "type": "LB-T"},
        ),
    }
    tasks = [{f"community.scaleway.scaleway_{kind}": told, "ignore_errors": True} for kind, told in cases.values()]
    # This one cannot be told: whether a port is free is known to the gateway only.
    port = {"gateway": "shop", "public_port": 80, "private_ip": "192.0.2.1", "private_port": 80}
    *wrong, fine = ansible.play(
        [*tasks, {"community.scaleway.scaleway_public_gateway_pat_rule": port}], "--check"
    ).results
    for said, result in zip(cases, wrong):
        assert said in result.get("msg", ""), result
    assert fine["changed"] is True
    assert simulator.writes() == []


def test_for_good_it_must_be_there(ansible: Ansible, simulator: SimulatorProcess) -> None:
    options = {"name": "web", "vpc": "shop"}
    result = ansible.module("scaleway_private_network", options)
    assert result["failed"]
    assert "vpc: there is no vpc named 'shop' in fr-par" in result["msg"]
    gone = ansible.module("scaleway_private_network", {**options, "state": "absent"}, "--check")
    assert gone["changed"] is False
    assert simulator.writes() == []
