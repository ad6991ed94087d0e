# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Servers: one task creates, completes, changes, switches and deletes them, with no more requests than needed."""

from __future__ import annotations

from typing import Any

import pytest

from tests.simulator.process import SimulatorProcess
from tests.simulator.store import PROJECT
from tests.tools.ansible_process import Ansible, Task

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


def network(name: str) -> Task:
    path = "/vpc/v2/regions/{region}/private-networks"
    return {
        "community.scaleway.scaleway_api": {"path": path, "method": "POST", "body": {"name": name}, "region": "fr-par"}
    }


def do(ansible: Ansible, *tasks: dict[str, Any], check: bool = False, **variables: Any) -> list[dict[str, Any]]:
    """The results of tasks in a row: whole ones, or the options of servers; a failure does not end it."""
    whole = [task if any("." in name for name in task) else {SERVER: {"wait_interval": 0.1, **task}} for task in tasks]
    flags = ["--check", "--diff"] if check else ["--diff"]
    done = ansible.play([{**task, "ignore_errors": True} for task in whole], *flags, vars=variables)
    assert len(done.results) == len(tasks), done.output
    return done.results


def changed(results: list[dict[str, Any]]) -> list[Any]:
    """What each task reports: whether something was changed, or why it failed."""
    return [result["msg"] if result.get("failed") else result["changed"] for result in results]


def server_called(simulator: SimulatorProcess, name: str) -> dict[str, Any]:
    (found,) = (server for server in simulator.state("instance.server") if server["name"] == name)
    return found


def paths(simulator: SimulatorProcess, *methods: str) -> list[str]:
    """The requests as method and last words of the path, ids left out."""
    told = []
    for entry in simulator.requests():
        words = [word for word in entry["path"].split("/")[5:] if len(word) != 36]
        if not methods or entry["method"] in methods:
            told.append(f"{entry['method']} {'/'.join(words)}")
    return told


def written(simulator: SimulatorProcess) -> list[str]:
    return paths(simulator, "POST", "PATCH", "PUT", "DELETE")


def test_life_of_a_full_server(ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]) -> None:
    """Beside servers whose names contain the one that is meant."""
    group = "community.scaleway.scaleway_security_group"
    before = [{group: {"name": "web"}}, {group: {"name": "closed"}}, network("backend")]
    others = [{**SMALL, "name": "web-10"}, {**SMALL, "name": "web-100"}]
    made = do(ansible, *before, *others, {SERVER: FULL, "check_mode": True}, FULL, **way)
    assert changed(made) == [True] * 7
    checked = made[5]
    assert checked["price"] == {"hourly": 0.009, "monthly": 6.57, "currency": "EUR"}
    assert (checked["server"]["state"], checked["server"]["public_ips"]) == ("running", ["ipv4", "ipv6"])
    server = server_called(simulator, "web")
    assert server["state"] == "running"
    assert [ip["family"] for ip in server["public_ips"]] == ["inet", "inet6"]
    assert server["security_group"]["name"] == "web"
    (backend,) = simulator.state("vpc.private_network")
    assert [nic["private_network_id"] for nic in server["private_nics"]] == [backend["id"]]
    assert {volume["name"] for volume in simulator.state("block.volume") if volume["references"]} >= {"web-data"}
    assert made[6]["server"]["id"] == server["id"]
    assert written(simulator)[5:] == [
        "POST servers",
        "POST ips",
        "POST ips",
        "POST servers/private_nics",
        "PATCH servers/user_data/role",
        "PATCH servers/user_data/cloud-init",
        "POST servers/action",
    ]

    simulator.clear_requests()
    assert changed(do(ansible, FULL, **way)) == [False]
    # The ids of the group and of the network from their names; the server with its addresses, network cards and tags; names
    # and sizes of its volumes in block storage, root and further ones at once; a text each for the two keys.
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
    gone = {"name": "web", "state": "absent", "delete_volumes": True, "delete_ips": True}
    told = do(ansible, change, change, {SERVER: gone, "check_mode": True}, **way)
    assert changed(told) == [True, False, True]
    changes = [entry for entry in simulator.requests() if entry["method"] != "GET"]
    group_id = next(found["id"] for found in simulator.state("instance.security_group") if found["name"] == "closed")
    assert [entry["body"] for entry in changes] == [{"tags": ["web"], "security_group": {"id": group_id}}]
    diff = told[0]["diff"]
    assert {name for name in diff["after"] if diff["after"][name] != diff["before"][name]} == {"tags", "security_group"}
    after = server_called(simulator, "web")
    assert (len(after["public_ips"]), len(after["private_nics"]), len(after["volumes"])) == (2, 1, 2)
    volumes = [volume["id"] for volume in after["volumes"].values()]
    assert sorted(told[2]["deleted_volumes"]) == sorted(volumes)
    assert len(told[2]["deleted_ips"]) == 2

    simulator.clear_requests()
    assert changed(do(ansible, gone, gone, **way)) == [True, False]
    assert written(simulator) == [
        "POST servers/action",
        "DELETE ips",
        "DELETE ips",
        "DELETE servers",
        "DELETE volumes",
        "DELETE volumes",
    ]
    assert sorted(found["name"] for found in simulator.state("instance.server")) == ["web-10", "web-100"]
    assert not {volume["id"] for volume in simulator.state("block.volume")} & set(volumes)
    assert simulator.state("instance.ip") == []


def test_life_in_the_classic_generation(ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]) -> None:
    simulator.reset(10)
    addresses = len(simulator.state("instance.ip"))
    place = {"api_generation": "classic", "region": "par1", "name": "old"}
    full = {
        **place,
        "commercial_type": "VC1S",
        "image": "Debian Bookworm",
        "state": "running",
        "public_ip": "allocated",
        "tags": ["a", "b"],
        "cloud_init": "#cloud-config\n",
        "additional_volumes": [],
    }
    change = {**place, "tags": [], "public_ip": "absent", "protected": False}
    gone = {**place, "state": "absent", "delete_volumes": True}
    told = do(
        ansible,
        {SERVER: full, "check_mode": True},
        full,
        full,
        change,
        change,
        {**place, "private_networks": ["backend"]},
        {**place, "public_ips": ["ipv6"]},
        gone,
        gone,
        **way,
    )
    assert changed(told)[:5] == [True, True, False, True, False]
    assert "private networks do not exist in the classic generation" in told[5]["msg"]
    assert "no flexible IPv6" in told[6]["msg"]
    assert changed(told)[7:] == [True, False]
    assert told[0]["price"]["hourly"] == 0.006
    assert told[1]["server"]["public_ip"]["address"]
    assert "old" not in [found["name"] for found in simulator.state("instance.server")]
    assert len(simulator.state("instance.ip")) == addresses + 1
    words = [(method, path.split("/")[2]) for method, path in simulator.writes()]
    assert words == [
        ("POST", "servers"),
        ("POST", "ips"),
        ("PATCH", "servers"),
        ("POST", "servers"),
        ("PATCH", "ips"),
        ("PATCH", "servers"),
        ("POST", "servers"),
        ("DELETE", "servers"),
        ("DELETE", "volumes"),
    ]


def test_volumes_and_addresses_are_kept_unless_told_otherwise(ansible: Ansible, simulator: SimulatorProcess) -> None:
    local = {"volume_type": "l_ssd", "size": "10GB"}
    options = {**SMALL, "state": "running", "public_ips": ["ipv4"], "root_volume": local}
    assert changed(do(ansible, options, {"name": "web", "state": "absent"})) == [True, True]
    assert simulator.state("instance.server") == []
    (volume,) = simulator.state("instance.volume")
    (address,) = simulator.state("instance.ip")
    assert (volume["server"], address["server"]) == (None, None)


def test_two_of_one_name(ansible: Ansible, simulator: SimulatorProcess) -> None:
    simulator.reset(20)
    twin, other = (found for found in simulator.state("instance.server") if found["zone"] == "fr-par-1")
    change = {"kind": "instance.server", "id": twin["id"], "changes": {"name": other["name"]}}
    simulator.control("POST", "change", change)
    told = do(ansible, *({"name": other["name"], "state": state} for state in ("running", "absent")))
    assert [sorted(result["ids"]) for result in told] == [sorted([twin["id"], other["id"]])] * 2
    assert simulator.writes() == []


def test_power(ansible: Ansible, simulator: SimulatorProcess, generation: str) -> None:
    simulator.reset(10)
    options = {"name": "web-0", "api_generation": generation}
    states = ("stopped", "running", "stopped_in_place", "running", "restarted", "stopped")
    told = do(ansible, *({**options, "state": state} for state in states for _twice in range(2)))
    again = {"restarted": True}
    assert changed(told) == [value for state in states for value in (True, again.get(state, False))]
    ends = {"restarted": "running", "stopped_in_place": "stopped in place"}
    assert [result["server"]["state"] for result in told[::2]] == [ends.get(state, state) for state in states]
    assert [method for method, _path in simulator.writes()] == ["POST"] * 7


def test_what_needs_a_server_to_be_stopped(ansible: Ansible, simulator: SimulatorProcess) -> None:
    group = {"community.scaleway.scaleway_placement_group": {"name": "apart"}}
    bigger = {"name": "web", "commercial_type": "DEV1-M"}
    told = do(
        ansible,
        {**SMALL, "state": "running"},
        group,
        bigger,
        {"name": "web", "placement_group": "apart"},
        {"name": "web", "additional_volumes": [{"name": "data", "size": "5GB"}]},
    )
    assert changed(told[:2]) == [True, True]
    for result, asked in zip(told[2:], ("DEV1-S and DEV1-M was asked for", "placement group (none)", "local volumes")):
        assert asked in result["msg"]
        assert "allow_stop" in result["msg"]
    simulator.clear_requests()
    more = {**bigger, "placement_group": "apart", "additional_volumes": [{"name": "data", "size": "5GB"}]}
    told = do(
        ansible,
        {**more, "allow_stop": True},
        {**more, "allow_stop": True},
        {"name": "web", "placement_group": ""},
    )
    assert changed(told) == [True, False, True]
    assert told[0]["price"]["hourly"] == 0.0202
    assert written(simulator) == [
        "POST servers/action",
        "POST volumes",
        "PATCH servers",
        "POST servers/action",
        "PATCH servers",
    ]
    server = server_called(simulator, "web")
    assert (server["state"], server["commercial_type"], server["placement_group"]) == ("running", "DEV1-M", None)
    assert server["volumes"]["1"]["name"] == "data"


def test_volumes(ansible: Ansible, simulator: SimulatorProcess) -> None:
    block = {"name": "block", "volume_type": "sbs_volume"}
    more = {
        "name": "web",
        "additional_volumes": [{"name": "data"}, {"name": "made", "size": "1GB"}, {**block, "size": "5GB"}],
    }
    less = {"name": "web", "additional_volumes": [{"name": "data"}]}
    grown = {"root_volume": {"size": "30GB"}, "additional_volumes": [{**block, "size": "7GB"}]}
    told = do(
        ansible,
        SMALL,
        {"community.scaleway.scaleway_volume": {"name": "data", "size": "5GB"}},
        more,
        more,
        {"name": "web", **grown},
        {"name": "web", **grown},
        {"name": "web", "root_volume": {"size": "10GB"}},
        {"name": "web", "root_volume": {"volume_type": "l_ssd"}},
        {"name": "web", "additional_volumes": [{"name": "data", "size": "6GB"}]},
        {"name": "web", "additional_volumes": [{"id": PROJECT}]},
        less,
        {**less, "purge_volumes": True},
    )
    assert changed(told)[:6] == [True, True, True, False, True, False]
    assert "root_volume.size" in told[6]["msg"]
    assert "30 GB and 10 GB was asked for" in told[6]["msg"]
    assert "has sbs_volume and l_ssd was asked for" in told[7]["msg"]
    assert "additional_volumes[0].size" in told[8]["msg"]
    assert f"there is no volume {PROJECT}" in told[9]["msg"]
    assert changed(told)[10:] == [False, True]
    assert told[4]["diff"]["after"]["volumes"]["0"]["size"] == 30_000_000_000
    assert sorted(volume["size"] for volume in simulator.state("block.volume")) == [7_000_000_000, 30_000_000_000]
    held = server_called(simulator, "web")["volumes"]
    assert [volume.get("name") for volume in held.values()][1:] == ["data"]
    assert {volume["name"] for volume in simulator.state("instance.volume")} == {"data", "made"}


def test_addresses(ansible: Ansible, simulator: SimulatorProcess) -> None:
    done = ansible.play(
        [
            {"community.scaleway.scaleway_ip": {"tags": ["mine"]}, "register": "mine"},
            {SERVER: {**SMALL, "public_ips": ["{{ mine.ip.address }}"]}},
            {SERVER: {"name": "web", "public_ips": ["ipv4", "ipv6"]}},
            {SERVER: {"name": "web", "public_ips": ["ipv4", "ipv6"]}},
            {SERVER: {"name": "web", "public_ips": []}},
            {SERVER: {"name": "web", "public_ips": []}},
        ]
    )
    assert [result["changed"] for result in done.results] == [True, True, True, False, True, False], done.output
    reserved = done.results[0]["ip"]["address"]
    assert [ip["address"] for ip in done.results[1]["server"]["public_ips"]] == [reserved]
    assert done.results[2]["server"]["public_ips"][0]["address"] == reserved
    assert len(done.results[2]["server"]["public_ips"]) == len(simulator.state("instance.ip")) == 2
    assert server_called(simulator, "web")["public_ips"] == []


@pytest.mark.parametrize("kind", ["locked", "poweron", "slow", "quota"])
def test_what_goes_wrong_is_told(ansible: Ansible, simulator: SimulatorProcess, kind: str) -> None:
    simulator.reset(10)
    ident = server_called(simulator, "web-0")["id"]
    stopped = {"kind": "instance.server", "id": ident, "changes": {"state": "stopped", "allowed_actions": ["poweron"]}}
    simulator.control("POST", "change", stopped)
    start = {"name": "web-0", "state": "running"}
    if kind == "locked":
        simulator.control("POST", "change", {**stopped, "changes": {"state": "locked"}})
        told = do(ansible, {"name": "web-0", "tags": ["x"]}, {"name": "web-0", "state": "absent"})
        assert all("locked" in result["msg"] for result in told)
        assert simulator.writes() == []
    elif kind == "poweron":
        simulator.control("POST", "conditions", {"mishaps": ["poweron"]})
        told = do(ansible, start)
        assert "should be running and is stopped" in told[0]["msg"]
        assert (told[0]["server"]["id"], told[0]["changed"]) == (ident, True)
    elif kind == "slow":
        simulator.control("POST", "conditions", {"slowness": 1000})
        long = ansible.play([{SERVER: {**start, "wait_timeout": 1, "wait_interval": 0.1}, "ignore_errors": True}])
        told = long.results
        # One line for the one state, in half a minute.
        assert long.output.count(f"Waiting for server web-0 ({ident}) to be running: starting") == 1
        assert "starting" in told[0]["msg"]
        assert (told[0]["server"]["id"], told[0]["server"]["state"], told[0]["changed"]) == (ident, "starting", True)
    else:
        simulator.control("POST", "quota", {"resource": "instance_server", "quota": 0})
        told = do(ansible, {**SMALL, "name": "one-more"})
        assert told[0]["error"]["type"] == "quotas_exceeded"
    assert told[0]["failed"]


def test_short_waits_are_silent(ansible: Ansible, simulator: SimulatorProcess) -> None:
    simulator.reset(10)
    done = ansible.play([{SERVER: {"name": "web-0", "state": state}} for state in ("stopped", "running")])
    assert [result["changed"] for result in done.results][1] is True
    assert "Waiting" not in done.output


def test_what_was_made_before_a_failure_is_told(ansible: Ansible, simulator: SimulatorProcess) -> None:
    simulator.reset(10)
    no = {"status": 403, "body": {"type": "permissions_denied", "message": "no"}}
    simulator.fault(method="PATCH", path="/servers/", times=2, **no)
    volume = {"name": "data", "size": "5GB", "volume_type": "sbs_volume"}
    told = do(ansible, {"name": "web-0", "tags": ["x"]}, {"name": "web-0", "additional_volumes": [volume]})
    assert [result["changed"] for result in told] == [False, True]
    (made,) = simulator.state("block.volume")
    assert f"Made before: volume {made['id']}." in told[1]["msg"]
    assert changed(do(ansible, {"name": "web-0", "additional_volumes": [volume]})) == [True]
    assert len(simulator.state("block.volume")) == 1


def test_bad_input_is_told_before_anything_is_made(ansible: Ansible, simulator: SimulatorProcess) -> None:
    wrong: list[tuple[dict[str, Any], str]] = [
        ({**SMALL, "image": "ubuntu_jamy"}, "ubuntu_jammy"),
        ({**SMALL, "image": "debian_bookworm", "commercial_type": "COPARM1-2C-8G"}, "ubuntu_jammy"),
        ({**SMALL, "commercial_type": "DEV1-SS"}, "DEV1-S"),
        ({**SMALL, "commercial_type": "GP1-XS", "state": "running"}, "out of stock"),
        ({**SMALL, "root_volume": {"volume_type": "l_ssd", "size": "100GB"}}, "takes 0 to 20 GB"),
        (
            {**SMALL, "commercial_type": "VC1S", "root_volume": {"volume_type": "l_ssd", "size": "20GB"}},
            "takes 50 to 50",
        ),
        ({**SMALL, "root_volume": {"volume_type": "l_ssd", "size": "500MB"}}, "each must have 1 to 20 GB"),
        ({**SMALL, "commercial_type": "STARDUST1-S", "private_networks": ["one", "two"]}, "more than the 1"),
        ({**SMALL, "public_ips": ["192.0.2.999"]}, "public_ips"),
        ({**SMALL, "public_ips": ["192.0.2.9"]}, "no reserved address"),
        ({**SMALL, "security_group": "none"}, "security_group: there is no"),
        ({**SMALL, "additional_volumes": [{"name": "data"}]}, "size must be set"),
        ({**SMALL, "additional_volumes": [{"size": "1GB"}]}, "id or name"),
        ({**SMALL, "additional_volumes": [{"id": "x"}]}, "additional_volumes[0].id"),
        ({**SMALL, "root_volume": {"size": "big"}}, "root_volume.size"),
        ({"name": "web", "state": "running"}, "commercial_type and image must be set"),
        ({**SMALL, "state": "stopped_in_place"}, "state"),
        ({"id": "00000000-0000-4000-8000-000000000009", "name": "web"}, "there is no server"),
        # The same of a server that there is.
        ({"name": "web-0", "commercial_type": "PLAY2-NANO", "allow_stop": True}, "takes 0 to 0 GB"),
        ({"name": "web-0", "commercial_type": "COPARM1-2C-8G", "allow_stop": True}, "is arm64, and the server web-0"),
        ({"name": "web-0", "commercial_type": "GP1-XS", "allow_stop": True}, "out of stock"),
        ({"name": "web-0", "private_networks": [f"n{number}" for number in range(9)]}, "more than the 8"),
    ]
    simulator.reset(10)
    networks = [network(name) for name in ("one", "two", *(f"n{number}" for number in range(9)))]
    results = do(ansible, *networks, *(options for options, _told in wrong))[len(networks) :]
    for result, (options, told) in zip(results, wrong):
        assert result.get("failed"), options
        assert told in result["msg"], (options, result["msg"])
    assert len(simulator.writes()) == len(networks)


def test_actions(ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]) -> None:
    action = "community.scaleway.scaleway_server_action"
    quick = {"server": "web", "wait_interval": 0.1}
    told = do(
        ansible,
        SMALL,
        {action: {**quick, "action": "poweron"}},
        {action: {**quick, "action": "poweron"}},
        {action: {**quick, "action": "reboot"}},
        {action: {**quick, "action": "backup", "name": "kept"}},
        {action: {**quick, "action": "stop_in_place"}},
        {action: {**quick, "action": "poweroff"}},
        {action: {**quick, "action": "reboot"}},
        {action: {**quick, "action": "terminate", "confirm": "other"}},
        {action: {**quick, "action": "poweron"}},
        {action: {**quick, "action": "enable_routed_ip"}},
        {action: {**quick, "action": "terminate", "confirm": "web"}},
        **way,
    )
    assert changed(told)[:7] == [True, True, False, True, True, True, True]
    assert "It allows poweron, backup" in told[7]["msg"]
    assert "is not the name of the server" in told[8]["msg"]
    assert changed(told)[9:] == [True, False, True]
    assert told[4]["image_id"] in {image["id"] for image in simulator.state("instance.image")}
    assert simulator.state("instance.server") == []


def test_a_broken_run_is_completed_by_the_next(ansible: Ansible, simulator: SimulatorProcess) -> None:
    options = {**SMALL, "state": "running", "public_ips": ["ipv4"], "user_data": {"role": "web"}}
    simulator.fault(method="POST", path="/ips$", status=403, body={"type": "permissions_denied", "message": "no"})
    broken, completed, again = do(ansible, options, options, options)
    server = server_called(simulator, "web")
    assert (broken["failed"], broken["changed"], broken["server"]["id"]) == (True, True, server["id"])
    assert changed([completed, again]) == [True, False]
    assert (server["state"], len(server["public_ips"]), len(simulator.state("instance.server"))) == ("running", 1, 1)
