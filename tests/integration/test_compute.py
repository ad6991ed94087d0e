# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What belongs to servers, and accounts: the life of each thing that has no name of its own."""

from __future__ import annotations

import os
from typing import Any

from tests.families.account import KEY
from tests.simulator.process import SimulatorProcess
from tests.simulator.store import ORGANIZATION
from tests.tools.ansible_process import Ansible, Task

NEW = {"name": "web", "commercial_type": "DEV1-S", "image": "ubuntu_jammy"}
NETWORK = {"path": "/vpc/v2/regions/fr-par/private-networks", "method": "POST", "body": {"name": "backend"}}


class Story:
    """Tasks of one module in one play, each told by its options; ``check`` among them lets a task only predict. None fails."""

    def __init__(
        self, ansible: Ansible, simulator: SimulatorProcess, module: str, way: dict[str, Any], *steps: dict[str, Any]
    ) -> None:
        simulator.clear_requests()
        tasks: list[dict[str, Any]] = []
        for step in steps:
            options = {name: value for name, value in step.items() if name != "check"}
            tasks.append(
                {f"community.scaleway.{module}": options, "diff": True, "check_mode": step.get("check", False)}
            )
        self.run = ansible.play(tasks, vars=way)
        assert self.run.returncode == 0, self.run.output
        self.results = self.run.results
        self.changed = [result["changed"] for result in self.results]
        self.log = simulator.requests()

    def writes(self, position: int) -> list[tuple[str, Any]]:
        """Method and body of what a task sent that could change something."""
        before = self.run.requests[position - 1] if position else 0
        sent = self.log[before : self.run.requests[position]]
        return [(entry["method"], entry["body"]) for entry in sent if entry["method"] not in ("GET", "HEAD")]


def test_addresses(ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any], generation: str) -> None:
    simulator.reset(20)
    server = next(found for found in simulator.state("instance.server") if found["name"] == "web-0")
    others = sorted(found["id"] for found in simulator.state("instance.ip"))
    mine = {"zone": "fr-par-1", "api_generation": generation, "tags": ["mine"]}
    made = Story(ansible, simulator, "scaleway_ip", way, {**mine, "check": True}, mine, mine)
    assert made.changed == [True, True, False]
    assert [method for method, _body in made.writes(0) + made.writes(1)] == ["POST"]
    address = made.results[1]["ip"]["address"]
    assert made.results[2]["data"]["ips"]["id"] == made.results[2]["ip"]["id"]

    by_address = {"zone": "fr-par-1", "api_generation": generation, "address": address}
    attach = {**by_address, "server": "web-0"}
    named = {**by_address, "reverse": "web.example.com"}
    detach = {**mine, "server": "", "reverse": ""}
    gone = {"zone": "fr-par-1", "api_generation": generation, "id": address, "state": "absent"}
    steps = ({**attach, "check": True}, attach, attach, named, named, detach, detach, gone, gone)
    told = Story(ansible, simulator, "scaleway_ip", way, *steps)
    assert told.changed == [True, True, False, True, False, True, False, True, False]
    assert told.writes(0) == []
    assert told.writes(1) == [("PATCH", {"server": server["id"]})]
    assert told.writes(5) == [("PATCH", {"reverse": None, "server": None})]
    assert sorted(found["id"] for found in simulator.state("instance.ip")) == others


def test_a_new_address_each_time_only_when_nothing_says_which(ansible: Ansible, simulator: SimulatorProcess) -> None:
    assert Story(ansible, simulator, "scaleway_ip", {}, {}, {}).changed == [True, True]
    assert len(simulator.state("instance.ip")) == 2
    wrong: list[dict[str, Any]] = [{"address": "192.0.2.1"}, {"address": "192.0.2.999"}, {"id": "none"}]
    done = ansible.play([{"community.scaleway.scaleway_ip": one, "ignore_errors": True} for one in wrong])
    for result, told in zip(
        done.results, ("there is no ip with 192.0.2.1", "address: '192.0.2.999' is no address", "id: 'none'")
    ):
        assert told in result["msg"]


def test_private_networks_of_a_server(ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]) -> None:
    before: list[Task] = [{"community.scaleway.scaleway_server": NEW}, {"community.scaleway.scaleway_api": NETWORK}]
    assert ansible.play(before).returncode == 0
    join = {"server": "web", "private_network": "backend"}
    tagged, leave = {**join, "tags": ["x"]}, {**join, "state": "absent"}
    steps: list[dict[str, Any]] = [{**join, "check": True}, join, join, tagged, tagged]
    told = Story(ansible, simulator, "scaleway_private_nic", way, *steps)
    assert told.changed == [True, True, False, True, False]
    assert told.writes(0) == []
    (nic,) = simulator.state("instance.private_nic")
    last = told.results[-1]
    assert (nic["tags"], last["private_nic"]["id"]) == (["x"], nic["id"])
    assert last["scaleway_compute_private_network"] == last["private_nic"]
    listed = ansible.module("scaleway_private_nic_info", {"server": "web", "tags": ["x"], "state": "available"})
    assert [found["id"] for found in listed["private_nics"]] == [nic["id"]]
    steps = [{**leave, "check": True}, leave, leave, {**leave, "server": "none"}]
    assert Story(ansible, simulator, "scaleway_private_nic", way, *steps).changed == [True, True, False, False]
    assert simulator.state("instance.private_nic") == []


def test_a_single_rule(ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any], generation: str) -> None:
    group = {"name": "web", "api_generation": generation, "rules": [{"action": "drop", "port": 25}]}
    assert ansible.module("scaleway_security_group", group)["changed"] is True
    rule = {"security_group": "web", "action": "accept", "port": 443, "api_generation": generation}
    gone = {**rule, "state": "absent"}
    told = Story(ansible, simulator, "scaleway_security_group_rule", way, {**rule, "check": True}, rule, rule)
    assert told.changed == [True, True, False]
    assert told.writes(0) == []
    assert told.results[2]["data"]["scaleway_security_group_rule"] == told.results[2]["rule"]
    there = ansible.module("scaleway_security_group", {**group, "rules": [], "purge_rules": False})["security_group"]
    assert [found["dest_port_from"] for found in there["rules"]] == [25, 443]
    told = Story(ansible, simulator, "scaleway_security_group_rule", way, {**gone, "check": True}, gone, gone)
    assert told.changed == [True, True, False]
    left = ansible.module("scaleway_security_group", {"id": there["id"], "rules": [], "purge_rules": False})
    assert [found["dest_port_from"] for found in left["security_group"]["rules"]] == [25]


def test_user_data(ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any], generation: str) -> None:
    simulator.reset(10)
    base = {"server": "web-0", "api_generation": generation}
    text = "#cloud-config\npackages:\n  - nginx\n"
    one = {**base, "key": "cloud-init", "value": text}
    more = {**base, "user_data": {"role": "web"}, "purge": False}
    only, none = {**base, "user_data": {"role": "db"}}, {**base, "state": "absent"}
    steps = ({**one, "check": True}, one, one, more, more, only, only, {**none, "check": True}, none, none)
    told = Story(ansible, simulator, "scaleway_user_data", way, *steps)
    assert told.changed == [True, True, False, True, False, True, False, True, True, False]
    assert told.writes(0) == []
    assert told.writes(1) == [("PATCH", text)]
    assert [method for method, _body in told.writes(5)] == ["PATCH", "DELETE"]
    assert told.results[5]["diff"] == {"before": {"cloud-init": text, "role": "web"}, "after": {"role": "db"}}
    assert simulator.state("instance.server")  # they are no part of what the server shows
    done = ansible.play(
        [
            {"community.scaleway.scaleway_user_data_info": base},
            {"community.scaleway.scaleway_user_data": one},
            {"community.scaleway.scaleway_user_data_info": base},
        ]
    )
    assert [done.results[0]["user_data"], done.results[2]["user_data"]] == [{}, {"cloud-init": text}]


def test_ssh_keys(ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any], generation: str) -> None:
    key = {"ssh_pub_key": KEY, "api_generation": generation}
    same = {**key, "ssh_pub_key": KEY.replace("ada@", "another-comment@")}
    gone = {**same, "state": "absent"}
    told = Story(ansible, simulator, "scaleway_sshkey", way, {**key, "check": True}, key, same)
    assert told.changed == [True, True, False]
    assert told.writes(0) == []
    if generation == "current":
        assert [found["name"] for found in simulator.state("iam.ssh_key")] == ["ada@example.com"]
    else:
        assert [found["key"] for found in simulator.state("account.user")[0]["ssh_public_keys"]] == [KEY]
    told = Story(ansible, simulator, "scaleway_sshkey", way, {**gone, "check": True}, gone, gone)
    assert told.changed == [True, True, False]
    assert told.writes(0) == []
    assert simulator.state("iam.ssh_key") == []
    assert simulator.state("account.user")[0]["ssh_public_keys"] == []


def test_users_and_organizations(ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]) -> None:
    change = {"user": "admin@example.com", "firstname": "Grace", "ssh_public_keys": [KEY]}
    steps: list[dict[str, Any]] = [{**change, "check": True}, change, change, {"ssh_public_keys": []}]
    told = Story(ansible, simulator, "scaleway_user", way, *steps)
    assert told.changed == [True, True, False, True]
    assert [len(told.writes(step)) for step in range(4)] == [0, 1, 0, 1]
    assert told.results[2]["user"]["fullname"] == "Grace Example"
    listed = Story(
        ansible, simulator, "scaleway_organization_info", way, {"name": "Simulated"}, {"name": "none"}
    ).results
    assert [[found["name"] for found in result["organizations"]] for result in listed] == [["Simulated"], []]


def test_types_and_images_to_choose_from(ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]) -> None:
    types = Story(ansible, simulator, "scaleway_server_type_info", way, {"arch": "arm64"}, {"available": True}).results
    assert [found["name"] for found in types[0]["server_types"]] == ["COPARM1-2C-8G"]
    assert "GP1-XS" not in [found["name"] for found in types[1]["server_types"]]
    images = Story(
        ansible,
        simulator,
        "scaleway_image_info",
        way,
        {"marketplace": True, "name": "ubuntu_jammy", "commercial_type": "COPARM1-2C-8G"},
        {"marketplace": True, "name": "ubuntu", "name_match": "contains", "zone": "all"},
        {"marketplace": True, "name": "macos"},
    ).results
    assert {found["arch"] for found in images[0]["images"]} == {"arm64"}
    assert {found["label"] for found in images[1]["images"]} == {"ubuntu_focal", "ubuntu_jammy", "ubuntu_noble"}
    assert len({found["zone"] for found in images[1]["images"]}) == 10
    assert images[2]["images"] == []


def test_lists_are_filtered(ansible: Ansible, simulator: SimulatorProcess) -> None:
    """By name, exact or in part, tags, state, and place; what does not match gives an empty list."""
    simulator.reset(100)
    address = simulator.state("instance.ip")[0]["address"]
    asked: list[tuple[str, str, dict[str, Any], int]] = [
        ("server", "servers", {"name": "web-0"}, 1),
        ("server", "servers", {"name": "web-", "name_match": "contains", "zone": "all", "state": "running"}, 12),
        ("server", "servers", {"zone": "all", "tags": ["web", "production"]}, 10),
        ("server", "servers", {"project": ORGANIZATION}, 0),
        ("volume", "volumes", {"zone": "all", "state": "available", "name": "-root", "name_match": "contains"}, 100),
        ("volume", "volumes", {"state": "error"}, 0),
        ("ip", "ips", {"address": address}, 1),
        ("ip", "ips", {"state": "detached"}, 0),
        ("image", "images", {"state": "available", "arch": "x86_64"}, 1),
        ("image", "images", {"tags": ["none"]}, 0),
        ("snapshot", "snapshots", {"state": "available"}, 0),
        ("security_group", "security_groups", {"state": "syncing", "zone": "all"}, 0),
        ("placement_group", "placement_groups", {"tags": ["none"], "zone": "all"}, 0),
    ]
    done = ansible.play([{f"community.scaleway.scaleway_{name}_info": options} for name, _key, options, _n in asked])
    assert done.returncode == 0, done.output
    assert [len(result[key]) for result, (_name, key, _options, _n) in zip(done.results, asked)] == [
        n for *_all, n in asked
    ]


def test_metadata(ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]) -> None:
    simulator.reset(10)
    facts = "community.scaleway.scaleway_metadata_facts"
    url = f"{simulator.url}/metadata"
    done = ansible.play(
        [
            {"community.scaleway.scaleway_user_data": {"server": "web-0", "key": "role", "value": "w\u00e9b"}},
            {facts: {"metadata_url": url}},
            {facts: {"metadata_url": url, "user_data": True}, "ignore_errors": True},
            {facts: {"metadata_url": "http://127.0.0.1:9"}, "ignore_errors": True},
        ],
        vars=way,
    )
    told = done.results[1]["ansible_facts"]
    assert (told["scaleway_metadata"]["name"], "scaleway_user_data" in told) == ("web-0", False)
    if os.geteuid() == 0:  # the service wants to be asked from a port that is root's
        assert done.results[2]["ansible_facts"]["scaleway_user_data"] == {"role": "w\u00e9b"}
    else:
        assert "Set become to true" in done.results[2]["msg"]
    assert "must run on a Scaleway Instance" in done.results[3]["msg"]
