# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Playbooks written for community.general work after replacing the prefix: docs/docsite/rst/migration.rst, as tests."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.families.account import KEY
from tests.simulator.process import SimulatorProcess
from tests.simulator.store import ORGANIZATION, PROJECT, TOKEN
from tests.tools.ansible_process import Ansible
from tests.tools.link_collection import ROOT

COMPAT = ROOT.parent / "shared" / "compat" / "community_general.json"
# For each old module: tasks in its own words with what they report, and the result keys that playbooks read.
CLASSIC = {"api_token": TOKEN, "region": "par1"}
SERVER = {**CLASSIC, "name": "web", "image": "ubuntu_jammy", "commercial_type": "DEV1-S"}
Steps = list[tuple[dict[str, Any], bool]]
PLAYS: dict[str, tuple[Steps, set[str]]] = {
    "scaleway_compute": (
        [
            ({**SERVER, "state": "present", "project": PROJECT, "tags": ["test", "www"]}, True),
            ({**SERVER, "state": "running", "wait": True, "wait_sleep_time": 1, "wait_timeout": 60}, True),
            ({**SERVER, "state": "running", "enable_ipv6": False, "public_ip": "absent"}, False),
            ({**SERVER, "state": "restarted", "wait": True, "wait_sleep_time": 1}, True),
            ({**SERVER, "state": "stopped", "wait": True, "wait_sleep_time": 1}, True),
            ({**SERVER, "state": "absent"}, True),
            ({**SERVER, "state": "absent"}, False),
        ],
        {"server"},
    ),
    "scaleway_compute_private_network": (
        [
            ({**CLASSIC, "project": PROJECT, "compute_id": "<server>", "private_network_id": "<network>"}, True),
            ({**CLASSIC, "project": PROJECT, "compute_id": "<server>", "private_network_id": "<network>"}, False),
            ({**CLASSIC, "compute_id": "<server>", "private_network_id": "<network>", "state": "absent"}, True),
        ],
        {"scaleway_compute_private_network"},
    ),
    "scaleway_image_info": ([({**CLASSIC}, False)], {"scaleway_image_info"}),
    "scaleway_ip": (
        [
            ({**CLASSIC, "project": PROJECT, "state": "present"}, True),
            ({**CLASSIC, "id": "<ip>", "project": PROJECT, "reverse": "web.example.com"}, True),
            ({**CLASSIC, "id": "<ip>", "server": "<server>"}, True),
            ({**CLASSIC, "id": "<ip>", "server": "<server>"}, False),
            ({**CLASSIC, "id": "<ip>", "state": "absent"}, True),
        ],
        {"data"},
    ),
    "scaleway_ip_info": ([({**CLASSIC}, False)], {"scaleway_ip_info"}),
    "scaleway_organization_info": ([({"api_token": TOKEN}, False)], {"scaleway_organization_info"}),
    "scaleway_security_group": (
        [
            (
                {
                    **CLASSIC,
                    "name": "web",
                    "description": "for the web",
                    "project": PROJECT,
                    "stateful": True,
                    "inbound_default_policy": "accept",
                    "outbound_default_policy": "accept",
                    "organization_default": False,
                },
                True,
            ),
            ({**CLASSIC, "name": "web", "stateful": True}, False),
            ({**CLASSIC, "name": "web", "stateful": True, "state": "absent"}, True),
        ],
        {"data"},
    ),
    "scaleway_security_group_info": ([({**CLASSIC}, False)], {"scaleway_security_group_info"}),
    "scaleway_security_group_rule": (
        [
            (
                {
                    **CLASSIC,
                    "security_group": "<group>",
                    "protocol": "TCP",
                    "direction": "inbound",
                    "port": 80,
                    "ip_range": "0.0.0.0/0",
                    "action": "accept",
                },
                True,
            ),
            (
                {
                    **CLASSIC,
                    "security_group": "<group>",
                    "protocol": "TCP",
                    "direction": "inbound",
                    "port": 80,
                    "action": "accept",
                },
                False,
            ),
        ],
        {"data"},
    ),
    "scaleway_server_info": ([({**CLASSIC}, False)], {"scaleway_server_info"}),
    "scaleway_snapshot_info": ([({**CLASSIC}, False)], {"scaleway_snapshot_info"}),
    "scaleway_sshkey": (
        [
            ({"api_token": TOKEN, "project": PROJECT, "ssh_pub_key": KEY}, True),
            ({"api_token": TOKEN, "ssh_pub_key": KEY}, False),
        ],
        {"data"},
    ),
    "scaleway_user_data": (
        [
            ({**CLASSIC, "server_id": "<server>", "user_data": {"cloud-init": "#cloud-config"}}, True),
            ({**CLASSIC, "server_id": "<server>", "user_data": {"cloud-init": "#cloud-config"}}, False),
        ],
        {"user_data"},
    ),
    "scaleway_volume": (
        [
            ({**CLASSIC, "name": "data", "project": PROJECT, "size": 10000000000, "volume_type": "l_ssd"}, True),
            ({**CLASSIC, "name": "data", "organization": ORGANIZATION, "size": 10000000000}, False),
            ({**CLASSIC, "name": "data", "state": "absent"}, True),
        ],
        {"data"},
    ),
    "scaleway_volume_info": ([({**CLASSIC}, False)], {"scaleway_volume_info"}),
}


@pytest.mark.parametrize("name", PLAYS)
def test_old_playbooks(ansible: Ansible, simulator: SimulatorProcess, name: str) -> None:
    simulator.reset(20)
    network = {"path": "/vpc/v2/regions/fr-par/private-networks", "method": "POST", "body": {"name": "backend"}}
    ids = {
        "<server>": simulator.state("instance.server")[0]["id"],
        "<network>": ansible.module("scaleway_api", network)["json"]["id"],
        "<group>": ansible.module("scaleway_security_group", {"name": "old"})["security_group"]["id"],
    }
    steps, keys = PLAYS[name]
    for options, changed in steps:
        given = {
            option: ids.get(value, value) if isinstance(value, str) else value for option, value in options.items()
        }
        result = ansible.module(name, given)
        assert not result.get("failed"), result
        assert result["changed"] is changed, (given, result)
        if name == "scaleway_ip" and result["ip"]:
            ids["<ip>"] = result["ip"]["id"]
        if given.get("state") != "absent":
            assert keys <= set(result)
            assert all(result[key] for key in keys - {"scaleway_snapshot_info"})


@pytest.mark.skipif(
    not COMPAT.exists(), reason="the list of the old modules lies beside the checkout of developers only"
)
@pytest.mark.parametrize("name", PLAYS)
def test_every_old_option_and_choice_is_accepted(name: str) -> None:
    import importlib

    new = {"scaleway_compute": "scaleway_server", "scaleway_compute_private_network": "scaleway_private_nic"}
    module = importlib.import_module(f"ansible_collections.community.scaleway.plugins.modules.{new.get(name, name)}")
    spec = module.MODULE.argument_spec
    known = {alias for about in spec.values() for alias in about.get("aliases", [])} | set(spec)
    told = json.loads(COMPAT.read_text(encoding="utf-8"))
    old = told.get("modules", told)[name]["options"]
    assert set(old) <= known, set(old) - known
    for option, about in old.items():
        ours = spec.get(option)
        if ours and about.get("choices") and ours.get("choices"):
            assert set(about["choices"]) <= set(ours["choices"]), option
