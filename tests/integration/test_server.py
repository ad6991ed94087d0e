# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Servers: one task creates, completes, changes, switches and deletes them, with no more requests than needed."""

from __future__ import annotations

from typing import Any

import pytest

from tests.simulator.process import SimulatorProcess
from tests.tools.ansible_process import Ansible

SERVER = "community.scaleway.scaleway_server"
SMALL = {"name": "web", "commercial_type": "DEV1-S", "image": "ubuntu_jammy", "wait_interval": 0.1}
FULL = {
    **SMALL,
    "state": "running",
    "root_volume": {"volume_type": "sbs_volume", "size": "20GB"},
    "additional_volumes": [{"name": "web-data", "size": "10GB", "volume_type": "sbs_volume"}],
    "public_ips": ["ipv4", "ipv6"],
    "private_networks": ["backend"],
    "security_group": "web",
    "tags": ["web", "production"],
    "cloud_init": "#cloud-config\npackages: [nginx]\n",
    "user_data": {"role": "web"},
}


@pytest.fixture
def neighbours(ansible: Ansible) -> None:
    """A security group, a private network, and servers whose names contain the one that is meant."""
    network = {"path": "/vpc/v2/regions/{region}/private-networks", "method": "POST", "body": {"name": "backend"}}
    done = ansible.play(
        [
            {"community.scaleway.scaleway_security_group": {"name": "web"}},
            {"community.scaleway.scaleway_security_group": {"name": "closed"}},
            {"community.scaleway.scaleway_api": {**network, "region": "fr-par"}},
            {SERVER: {**SMALL, "name": "web-10"}},
            {SERVER: {**SMALL, "name": "web-100"}},
        ]
    )
    assert done.returncode == 0, done.output


def server_called(simulator: SimulatorProcess, name: str) -> dict[str, Any]:
    (found,) = (server for server in simulator.state("instance.server") if server["name"] == name)
    return found


def paths(simulator: SimulatorProcess) -> list[str]:
    """The requests as method and last words of the path, ids left out."""
    told = []
    for entry in simulator.requests():
        words = [word for word in entry["path"].split("/")[5:] if len(word) != 36]
        told.append(f"{entry['method']} {'/'.join(words)}")
    return told


@pytest.mark.usefixtures("neighbours")
def test_life_of_a_full_server(ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]) -> None:
    simulator.clear_requests()
    checked = ansible.play([{SERVER: FULL}], "--check", "--diff", vars=way).last
    assert checked["changed"] is True
    assert checked["price"]["hourly"] == 0.009
    assert checked["server"]["state"] == "running"
    assert simulator.writes() == []

    made = ansible.play([{SERVER: FULL}], vars=way)
    assert made.returncode == 0, made.output
    server = server_called(simulator, "web")
    assert server["state"] == "running"
    assert [ip["family"] for ip in server["public_ips"]] == ["inet", "inet6"]
    assert server["security_group"]["name"] == "web"
    assert [nic["private_network_id"] for nic in server["private_nics"]] == [
        simulator.state("vpc.private_network")[0]["id"]
    ]
    assert {volume["name"] for volume in simulator.state("block.volume") if volume["references"]} >= {"web-data"}
    assert made.last["server"]["id"] == server["id"]
    writes = [line for line in paths(simulator) if not line.startswith("GET")]
    assert writes == [
        "POST servers",
        "POST ips",
        "POST ips",
        "POST servers/private_nics",
        "PATCH servers/user_data/role",
        "PATCH servers/user_data/cloud-init",
        "POST servers/action",
    ]

    simulator.clear_requests()
    again = ansible.play([{SERVER: FULL}], vars=way).last
    assert again["changed"] is False, again
    # The group, the network, the server, the volume of block storage by its name, two texts.
    assert sorted(paths(simulator)) == [
        "GET private-networks",
        "GET security_groups",
        "GET servers",
        "GET servers/user_data/cloud-init",
        "GET servers/user_data/role",
        "GET volumes",
    ]

    simulator.clear_requests()
    change = {"name": "web", "tags": ["web"], "security_group": "closed"}
    done = ansible.play([{SERVER: change}, {SERVER: change}], "--diff", vars=way)
    assert [result["changed"] for result in done.results] == [True, False]
    changes = [entry for entry in simulator.requests() if entry["method"] != "GET"]
    group = next(group for group in simulator.state("instance.security_group") if group["name"] == "closed")
    assert [entry["body"] for entry in changes] == [{"tags": ["web"], "security_group": {"id": group["id"]}}]
    diff = done.results[0]["diff"]
    assert {name for name in diff["after"] if diff["after"][name] != diff["before"][name]} == {"tags", "security_group"}
    after = server_called(simulator, "web")
    assert (len(after["public_ips"]), len(after["private_nics"]), len(after["volumes"])) == (2, 1, 2)

    volumes = [volume["id"] for volume in after["volumes"].values()]
    gone = {"name": "web", "state": "absent", "delete_volumes": True, "delete_ips": True, "wait_interval": 0.1}
    simulator.clear_requests()
    assert ansible.play([{SERVER: gone}], "--check", vars=way).last["changed"] is True
    assert simulator.writes() == []
    done = ansible.play([{SERVER: gone}, {SERVER: gone}], vars=way)
    assert [result["changed"] for result in done.results] == [True, False], done.output
    assert sorted(found["name"] for found in simulator.state("instance.server")) == ["web-10", "web-100"]
    assert not {volume["id"] for volume in simulator.state("block.volume")} & set(volumes)
    assert simulator.state("instance.ip") == []


def test_volumes_and_addresses_are_kept_unless_told_otherwise(ansible: Ansible, simulator: SimulatorProcess) -> None:
    options = {
        **SMALL,
        "state": "running",
        "public_ips": ["ipv4"],
        "root_volume": {"volume_type": "l_ssd", "size": "10GB"},
    }
    assert ansible.module("scaleway_server", options)["changed"] is True
    assert (
        ansible.module("scaleway_server", {"name": "web", "state": "absent", "wait_interval": 0.1})["changed"] is True
    )
    assert simulator.state("instance.server") == []
    (volume,) = simulator.state("instance.volume")
    (address,) = simulator.state("instance.ip")
    assert (volume["server"], address["server"]) == (None, None)


def test_two_of_one_name(ansible: Ansible, simulator: SimulatorProcess) -> None:
    for name in ("web", "twin"):
        ansible.module("scaleway_server", {**SMALL, "name": name})
    twin = server_called(simulator, "twin")["id"]
    simulator.control("POST", "change", {"kind": "instance.server", "id": twin, "changes": {"name": "web"}})
    simulator.clear_requests()
    for state in ("running", "absent"):
        assert twin in ansible.module("scaleway_server", {"name": "web", "state": state})["ids"]
    assert simulator.writes() == []


def test_power(ansible: Ansible, simulator: SimulatorProcess, generation: str) -> None:
    options: dict[str, Any] = {"name": "web", "api_generation": generation, "wait_interval": 0.1}
    if generation == "classic":
        simulator.reset(10)
        options["name"] = "web-0"
    else:
        ansible.module("scaleway_server", SMALL)
    steps = [
        ("running", "running"),
        ("stopped_in_place", "stopped in place"),
        ("running", "running"),
        ("restarted", "running"),
        ("stopped", "stopped"),
    ]
    first = server_called(simulator, options["name"])["state"]
    for wanted, state in steps:
        done = ansible.play([{SERVER: {**options, "state": wanted}}, {SERVER: {**options, "state": wanted}}])
        assert done.returncode == 0, done.output
        assert server_called(simulator, options["name"])["state"] == state
        assert done.results[0]["changed"] is (first != state or wanted == "restarted")
        assert done.results[1]["changed"] is (wanted == "restarted")
        first = state


def test_another_type_needs_permission_to_stop(ansible: Ansible, simulator: SimulatorProcess) -> None:
    ansible.module("scaleway_server", {**SMALL, "state": "running"})
    bigger = {"name": "web", "commercial_type": "DEV1-M", "wait_interval": 0.1}
    simulator.clear_requests()
    assert "allow_stop" in ansible.module("scaleway_server", bigger)["msg"]
    assert simulator.writes() == []
    done = ansible.module("scaleway_server", {**bigger, "allow_stop": True})
    assert (done["server"]["commercial_type"], done["server"]["state"]) == ("DEV1-M", "running")
    assert done["price"]["hourly"] == 0.0202
    assert ansible.module("scaleway_server", {**bigger, "allow_stop": True})["changed"] is False


def test_volumes_are_attached_and_only_detached_when_told(ansible: Ansible, simulator: SimulatorProcess) -> None:
    ansible.module("scaleway_server", SMALL)
    ansible.module("scaleway_volume", {"name": "data", "size": "5GB"})
    more = {"name": "web", "additional_volumes": [{"name": "data"}, {"name": "scratch", "size": "1GB"}]}
    assert ansible.module("scaleway_server", more)["changed"] is True
    assert ansible.module("scaleway_server", more)["changed"] is False
    held = server_called(simulator, "web")["volumes"]
    assert {volume.get("name") for volume in held.values()} >= {"data", "scratch"}
    less = {"name": "web", "additional_volumes": [{"name": "data"}]}
    assert ansible.module("scaleway_server", less)["changed"] is False
    assert ansible.module("scaleway_server", {**less, "purge_volumes": True})["changed"] is True
    held = server_called(simulator, "web")["volumes"]
    assert [volume.get("name") for volume in held.values()][1:] == ["data"]
    assert {volume["name"] for volume in simulator.state("instance.volume")} == {"data", "scratch"}


def test_addresses(ansible: Ansible, simulator: SimulatorProcess) -> None:
    reserved = ansible.module("scaleway_ip", {"tags": ["mine"]})["ip"]["address"]
    ansible.module("scaleway_server", {**SMALL, "public_ips": [reserved]})
    assert [ip["address"] for ip in server_called(simulator, "web")["public_ips"]] == [reserved]
    done = ansible.module("scaleway_server", {"name": "web", "public_ips": ["ipv4", "ipv6"]})
    assert done["changed"] is True
    assert len(done["server"]["public_ips"]) == 2
    assert len(simulator.state("instance.ip")) == 2
    assert ansible.module("scaleway_server", {"name": "web", "public_ips": []})["changed"] is True
    assert server_called(simulator, "web")["public_ips"] == []
    assert ansible.module("scaleway_server", {"name": "web", "public_ips": []})["changed"] is False


@pytest.mark.parametrize("kind", ["locked", "poweron", "slow", "quota"])
def test_what_goes_wrong_is_told(ansible: Ansible, simulator: SimulatorProcess, kind: str) -> None:
    if kind != "quota":
        ansible.module("scaleway_server", SMALL)
        ident = server_called(simulator, "web")["id"]
    if kind == "locked":
        change = {"kind": "instance.server", "id": ident, "changes": {"state": "locked"}}
        simulator.control("POST", "change", change)
        told = ansible.module("scaleway_server", {"name": "web", "tags": ["x"]})
        assert "locked" in told["msg"]
        assert "locked" in ansible.module("scaleway_server", {"name": "web", "state": "absent"})["msg"]
    elif kind == "poweron":
        simulator.control("POST", "conditions", {"mishaps": ["poweron"]})
        told = ansible.module("scaleway_server", {"name": "web", "state": "running", "wait_interval": 0.1})
        assert "should be running and is stopped" in told["msg"]
        assert told["server"]["id"] == ident
    elif kind == "slow":
        simulator.control("POST", "conditions", {"slowness": 1000})
        options = {"name": "web", "state": "running", "wait_interval": 0.1, "wait_timeout": 1}
        told = ansible.module("scaleway_server", options)
        assert "starting" in told["msg"]
        assert (told["server"]["id"], told["server"]["state"], told["changed"]) == (ident, "starting", True)
    else:
        simulator.control("POST", "quota", {"resource": "instance_server", "quota": 0})
        told = ansible.module("scaleway_server", SMALL)
        assert told["error"]["type"] == "quotas_exceeded"
    assert told["failed"]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({**SMALL, "image": "ubuntu_jamy"}, "ubuntu_jammy"),
        ({**SMALL, "image": "debian_bookworm", "commercial_type": "COPARM1-2C-8G"}, "ubuntu_jammy"),
        ({**SMALL, "commercial_type": "DEV1-SS"}, "DEV1-S"),
        ({**SMALL, "commercial_type": "GP1-XS", "state": "running"}, "out of stock"),
        ({**SMALL, "root_volume": {"volume_type": "l_ssd", "size": "100GB"}}, "takes 0 to 20 GB"),
        ({**SMALL, "commercial_type": "STARDUST1-S", "private_networks": ["one", "two"]}, "more than the 1"),
        ({**SMALL, "public_ips": ["192.0.2.999"]}, "public_ips"),
        ({**SMALL, "public_ips": ["192.0.2.9"]}, "no reserved address"),
        ({**SMALL, "security_group": "none"}, "security_group: there is no"),
        ({**SMALL, "additional_volumes": [{"name": "data"}]}, "size must be set"),
        ({**SMALL, "additional_volumes": [{"size": "1GB"}]}, "id or name"),
        ({**SMALL, "root_volume": {"size": "big"}}, "root_volume.size"),
        ({"name": "web", "state": "running"}, "commercial_type and image must be set"),
        ({**SMALL, "state": "stopped_in_place"}, "state"),
        ({"id": "00000000-0000-4000-8000-000000000009", "name": "web"}, "there is no server"),
    ],
)
def test_bad_input_is_told_before_anything_is_made(
    ansible: Ansible, simulator: SimulatorProcess, options: dict[str, Any], told: str
) -> None:
    for name in ("one", "two"):
        network = {"path": "/vpc/v2/regions/fr-par/private-networks", "method": "POST", "body": {"name": name}}
        if "private_networks" in options:
            ansible.module("scaleway_api", network)
    simulator.clear_requests()
    result = ansible.module("scaleway_server", options)
    assert result["failed"]
    assert told in result["msg"]
    assert simulator.writes() == []


def test_actions(ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]) -> None:
    action = "community.scaleway.scaleway_server_action"
    quick = {"server": "web", "wait_interval": 0.1}
    tasks: list[dict[str, Any]] = [
        {SERVER: SMALL},
        {action: {**quick, "action": "poweron"}},
        {action: {**quick, "action": "poweron"}},
        {action: {**quick, "action": "reboot"}},
        {action: {**quick, "action": "backup", "name": "kept"}},
        {action: {**quick, "action": "stop_in_place"}},
        {action: {**quick, "action": "poweroff"}},
        {action: {**quick, "action": "reboot"}, "ignore_errors": True},
        {action: {**quick, "action": "terminate", "confirm": "other"}, "ignore_errors": True},
        {action: {**quick, "action": "poweron"}},
        {action: {**quick, "action": "terminate", "confirm": "web"}},
    ]
    done = ansible.play(tasks, vars=way)
    assert done.returncode == 0, done.output
    changed = [result["changed"] for result in done.results]
    assert changed == [True, True, False, True, True, True, True, False, False, True, True]
    assert "It allows poweron, backup" in done.results[7]["msg"]
    images = {image["id"] for image in simulator.state("instance.image")}
    assert done.results[4]["image_id"] in images
    assert simulator.state("instance.server") == []


def test_a_broken_run_is_completed_by_the_next(ansible: Ansible, simulator: SimulatorProcess) -> None:
    options = {**SMALL, "state": "running", "public_ips": ["ipv4"], "user_data": {"role": "web"}}
    simulator.fault(method="POST", path="/ips$", status=403, body={"type": "permissions_denied", "message": "no"})
    broken = ansible.module("scaleway_server", options)
    assert broken["failed"]
    assert broken["server"]["id"] == server_called(simulator, "web")["id"]
    assert broken["changed"] is True
    assert ansible.module("scaleway_server", options)["changed"] is True
    server = server_called(simulator, "web")
    assert (server["state"], len(server["public_ips"]), len(simulator.state("instance.server"))) == ("running", 1, 1)
    assert ansible.module("scaleway_server", options)["changed"] is False
