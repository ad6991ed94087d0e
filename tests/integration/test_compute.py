# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What belongs to servers, and accounts: the life of each thing that has no name of its own."""

from __future__ import annotations

from typing import Any

from tests.families.account import KEY
from tests.simulator.process import SimulatorProcess
from tests.tools.ansible_process import Ansible, Run

NEW = {"name": "web", "commercial_type": "DEV1-S", "image": "ubuntu_jammy"}
NETWORK = {"path": "/vpc/v2/regions/fr-par/private-networks", "method": "POST", "body": {"name": "backend"}}


def play(ansible: Ansible, module: str, *options: dict[str, Any], way: dict[str, Any], check: bool = False) -> Run:
    """One task for each of the options; with ``check`` they are predicted only."""
    tasks = [{f"community.scaleway.{module}": one} for one in options]
    done = ansible.play(tasks, *(["--check", "--diff"] if check else ["--diff"]), vars=way)
    assert done.returncode == 0, done.output
    return done


def changed(done: Run) -> list[bool]:
    return [result["changed"] for result in done.results]


def bodies(simulator: SimulatorProcess) -> list[Any]:
    return [entry["body"] for entry in simulator.requests() if entry["method"] not in ("GET", "HEAD")]


def test_addresses(ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any], generation: str) -> None:
    simulator.reset(20)
    server = next(found for found in simulator.state("instance.server") if found["name"] == "web-0")
    place = {"zone": "fr-par-1", "api_generation": generation}
    others = [found["id"] for found in simulator.state("instance.ip")]
    simulator.clear_requests()
    assert changed(play(ansible, "scaleway_ip", {**place, "tags": ["mine"]}, way=way, check=True)) == [True]
    assert simulator.writes() == []
    made = play(ansible, "scaleway_ip", {**place, "tags": ["mine"]}, {**place, "tags": ["mine"]}, way=way)
    assert changed(made) == [True, False]
    address = made.last["ip"]["address"]
    assert made.last["data"]["ips"]["id"] == made.last["ip"]["id"]

    simulator.clear_requests()
    attach = {**place, "address": address, "server": "web-0"}
    assert changed(play(ansible, "scaleway_ip", attach, way=way, check=True)) == [True]
    assert simulator.writes() == []
    assert changed(play(ansible, "scaleway_ip", attach, attach, way=way)) == [True, False]
    assert bodies(simulator) == [{"server": server["id"]}]
    named = {**place, "address": address, "reverse": "web.example.com"}
    assert changed(play(ansible, "scaleway_ip", named, named, way=way)) == [True, False]

    simulator.clear_requests()
    detach = {**place, "tags": ["mine"], "server": "", "reverse": ""}
    assert changed(play(ansible, "scaleway_ip", detach, detach, way=way)) == [True, False]
    assert bodies(simulator) == [{"reverse": None, "server": None}]
    gone = {**place, "id": address, "state": "absent"}
    assert changed(play(ansible, "scaleway_ip", gone, gone, way=way)) == [True, False]
    assert sorted(found["id"] for found in simulator.state("instance.ip")) == sorted(others)
    unknown = ansible.module("scaleway_ip", {**place, "address": "192.0.2.1"})
    assert "there is no ip with 192.0.2.1" in unknown["msg"]


def test_a_new_address_each_time_only_when_nothing_says_which(ansible: Ansible, simulator: SimulatorProcess) -> None:
    for _time in range(2):
        assert ansible.module("scaleway_ip", {})["changed"] is True
    assert len(simulator.state("instance.ip")) == 2


def test_private_networks_of_a_server(ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]) -> None:
    ansible.module("scaleway_server", NEW)
    ansible.module("scaleway_api", NETWORK)
    join = {"server": "web", "private_network": "backend"}
    simulator.clear_requests()
    assert changed(play(ansible, "scaleway_private_nic", join, way=way, check=True)) == [True]
    assert simulator.writes() == []
    done = play(ansible, "scaleway_private_nic", join, join, {**join, "tags": ["x"]}, {**join, "tags": ["x"]}, way=way)
    assert changed(done) == [True, False, True, False]
    (nic,) = simulator.state("instance.private_nic")
    assert (nic["tags"], done.last["private_nic"]["id"]) == (["x"], nic["id"])
    assert done.last["scaleway_compute_private_network"] == done.last["private_nic"]
    listed = ansible.module("scaleway_private_nic_info", {"server": "web", "tags": ["x"]})
    assert [found["id"] for found in listed["private_nics"]] == [nic["id"]]
    leave = {**join, "state": "absent"}
    assert changed(play(ansible, "scaleway_private_nic", leave, leave, way=way)) == [True, False]
    assert simulator.state("instance.private_nic") == []
    assert ansible.module("scaleway_private_nic", {**leave, "server": "none"})["changed"] is False


def test_a_single_rule(ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any], generation: str) -> None:
    group = {"name": "web", "api_generation": generation, "rules": [{"action": "drop", "port": 25}]}
    ansible.module("scaleway_security_group", group)
    rule = {"security_group": "web", "action": "accept", "port": 443, "api_generation": generation}
    simulator.clear_requests()
    assert changed(play(ansible, "scaleway_security_group_rule", rule, way=way, check=True)) == [True]
    assert simulator.writes() == []
    done = play(ansible, "scaleway_security_group_rule", rule, rule, way=way)
    assert changed(done) == [True, False]
    assert done.last["data"]["scaleway_security_group_rule"] == done.last["rule"]
    there = ansible.module("scaleway_security_group", {**group, "rules": [], "purge_rules": False})
    assert [found["dest_port_from"] for found in there["security_group"]["rules"]] == [25, 443]
    gone = {**rule, "state": "absent"}
    assert changed(play(ansible, "scaleway_security_group_rule", gone, gone, way=way)) == [True, False]
    there = ansible.module("scaleway_security_group", {**group, "rules": [], "purge_rules": False})
    assert [found["dest_port_from"] for found in there["security_group"]["rules"]] == [25]


def test_user_data(ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any], generation: str) -> None:
    simulator.reset(10)
    base = {"server": "web-0", "api_generation": generation}
    text = "#cloud-config\npackages:\n  - nginx\n"
    one = {**base, "key": "cloud-init", "value": text}
    simulator.clear_requests()
    assert changed(play(ansible, "scaleway_user_data", one, way=way, check=True)) == [True]
    assert simulator.writes() == []
    assert changed(play(ansible, "scaleway_user_data", one, one, way=way)) == [True, False]
    more = {**base, "user_data": {"role": "web"}, "purge": False}
    assert changed(play(ansible, "scaleway_user_data", more, more, way=way)) == [True, False]
    read = ansible.module("scaleway_user_data_info", base)
    assert read["user_data"] == {"cloud-init": text, "role": "web"}
    simulator.clear_requests()
    only = {**base, "user_data": {"role": "db"}}
    done = play(ansible, "scaleway_user_data", only, only, way=way)
    assert changed(done) == [True, False]
    assert [method for method, _path in simulator.writes()] == ["PATCH", "DELETE"]
    assert done.results[0]["diff"] == {"before": {"cloud-init": text, "role": "web"}, "after": {"role": "db"}}
    none = {**base, "state": "absent"}
    assert changed(play(ansible, "scaleway_user_data", none, none, way=way)) == [True, False]
    assert ansible.module("scaleway_user_data_info", base)["user_data"] == {}


def test_ssh_keys(ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any], generation: str) -> None:
    key = {"ssh_pub_key": KEY, "api_generation": generation}
    same = {**key, "ssh_pub_key": KEY.replace("ada@", "another-comment@")}
    simulator.clear_requests()
    assert changed(play(ansible, "scaleway_sshkey", key, way=way, check=True)) == [True]
    assert simulator.writes() == []
    assert changed(play(ansible, "scaleway_sshkey", key, same, way=way)) == [True, False]
    if generation == "current":
        assert [found["name"] for found in simulator.state("iam.ssh_key")] == ["ada@example.com"]
    else:
        assert [found["key"] for found in simulator.state("account.user")[0]["ssh_public_keys"]] == [KEY]
    gone = {**same, "state": "absent"}
    assert changed(play(ansible, "scaleway_sshkey", gone, gone, way=way)) == [True, False]
    assert simulator.state("iam.ssh_key") == []
    assert simulator.state("account.user")[0]["ssh_public_keys"] == []


def test_users_and_organizations(ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]) -> None:
    change = {"user": "admin@example.com", "firstname": "Grace", "ssh_public_keys": [KEY]}
    simulator.clear_requests()
    assert changed(play(ansible, "scaleway_user", change, way=way, check=True)) == [True]
    assert simulator.writes() == []
    done = play(ansible, "scaleway_user", change, change, way=way)
    assert changed(done) == [True, False]
    assert (done.last["user"]["fullname"], len(simulator.writes())) == ("Grace Example", 1)
    assert changed(play(ansible, "scaleway_user", {"ssh_public_keys": []}, way=way)) == [True]
    listed = ansible.module("scaleway_organization_info", {"name": "Simulated"})
    assert [found["name"] for found in listed["organizations"]] == ["Simulated"]
    assert ansible.module("scaleway_organization_info", {"name": "none"})["organizations"] == []


def test_types_and_images_to_choose_from(ansible: Ansible, way: dict[str, Any]) -> None:
    types = play(ansible, "scaleway_server_type_info", {"arch": "arm64"}, {"available": True}, way=way)
    assert [found["name"] for found in types.results[0]["server_types"]] == ["COPARM1-2C-8G"]
    assert "GP1-XS" not in [found["name"] for found in types.results[1]["server_types"]]
    images = play(
        ansible,
        "scaleway_image_info",
        {"marketplace": True, "name": "ubuntu_jammy", "commercial_type": "COPARM1-2C-8G"},
        {"marketplace": True, "name": "ubuntu", "name_match": "contains", "zone": "all"},
        {"marketplace": True, "name": "macos"},
        way=way,
    )
    assert {found["arch"] for found in images.results[0]["images"]} == {"arm64"}
    assert {found["label"] for found in images.results[1]["images"]} == {"ubuntu_focal", "ubuntu_jammy", "ubuntu_noble"}
    assert len({found["zone"] for found in images.results[1]["images"]}) == 10
    assert images.results[2]["images"] == []


def test_metadata(ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]) -> None:
    simulator.reset(10)
    ansible.module("scaleway_user_data", {"server": "web-0", "key": "role", "value": "web"})
    url = f"{simulator.url}/metadata"
    done = play(ansible, "scaleway_metadata_facts", {"metadata_url": url, "user_data": True}, way=way)
    facts = done.last["ansible_facts"]
    assert (facts["scaleway_metadata"]["name"], facts["scaleway_user_data"]) == ("web-0", {"role": "web"})
    elsewhere = ansible.module("scaleway_metadata_facts", {"metadata_url": "http://127.0.0.1:9"})
    assert "must run on a Scaleway Instance" in elsewhere["msg"]
