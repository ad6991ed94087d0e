# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The inventory as ansible-inventory shows it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.simulator.process import SimulatorProcess
from tests.simulator.seed import ZONES, server
from tests.simulator.store import PROJECT, TOKEN
from tests.tools.ansible_process import Ansible

PLUGIN = "plugin: community.scaleway.scaleway\n"


@pytest.fixture
def simulator(simulator_process: SimulatorProcess) -> SimulatorProcess:
    simulator_process.reset(40)
    return simulator_process


def variables(listed: dict[str, Any], host: str) -> dict[str, Any]:
    found: dict[str, Any] = listed["_meta"]["hostvars"][host]
    return found


def test_every_server_of_every_zone(ansible: Ansible, simulator: SimulatorProcess) -> None:
    simulator.reset(1250)
    listed = ansible.hosts(PLUGIN)
    assert sorted(listed["scaleway"]["hosts"]) == sorted(server(n, ZONES[n % 10])["name"] for n in range(1250))
    assert sorted(listed["zone_it_mil_1"]["hosts"]) == sorted(server(n, "it-mil-1")["name"] for n in range(9, 1250, 10))
    requests = simulator.requests()
    assert all(entry["token"] for entry in requests)
    # Two pages in each of ten zones, and of private addresses five in fr-par, four in nl-ams and pl-waw, two in it-mil.
    assert sum("instance" in entry["path"] for entry in requests) == 20
    assert sum("ipam" in entry["path"] for entry in requests) == 14
    assert len(requests) <= 20 + 14 + 40


def test_host_variables_and_address(ansible: Ansible) -> None:
    listed = ansible.hosts(PLUGIN)
    seeded = server(0, "fr-par-1")
    found = variables(listed, "web-0")
    for name, value in seeded.items():
        assert found[f"scw_{name}"] == value
    assert found["scw_region"] == "fr-par"
    assert found["scw_public_ipv4"] == found["ansible_host"] == seeded["public_ips"][0]["address"]
    assert found["scw_public_ipv6"] == seeded["public_ips"][1]["address"]
    assert found["scw_public_addresses"] == [ip["address"] for ip in seeded["public_ips"]]
    assert {name for name in found if not name.startswith("scw_")} == {"ansible_host"}


def test_groups(ansible: Ansible) -> None:
    listed = ansible.hosts(PLUGIN)
    for group, hosts in {
        "state_running": [0, 1, 2],
        "state_stopped_in_place": [4],
        "type_DEV1_S": [0, 4],
        "tag_web": [0, 4],
        "tag_production": [1],
    }.items():
        for number in hosts:
            assert f"web-{number}" in listed[group]["hosts"], group
    assert "web-3" not in listed["state_running"]["hosts"]


def test_choice(ansible: Ansible, simulator: SimulatorProcess) -> None:
    listed = ansible.hosts(
        PLUGIN
        + "zones: [par1, nl-ams-1]\nstates: [stopped, running]\ntags: [web, staging]\nconnect_with: [public_ipv6]\n"
    )
    names = listed["scaleway"]["hosts"]
    assert names
    for name in names:
        found = variables(listed, name)
        assert found["scw_zone"] in ("fr-par-1", "nl-ams-1")
        assert found["scw_state"] in ("running", "stopped")
        assert {"web", "staging"} <= set(found["scw_tags"])
        assert found.get("ansible_host") == found["scw_public_ipv6"] or found["scw_public_ipv6"] is None
    servers = [entry["path"].split("/") for entry in simulator.requests() if entry["path"].endswith("/servers")]
    assert {path[4] for path in servers} == {"fr-par-1", "nl-ams-1"}


def test_the_default_project_does_not_narrow_it_but_a_chosen_one_does(ansible: Ansible) -> None:
    ansible.environment["SCW_DEFAULT_PROJECT_ID"] = "99999999-9999-4999-8999-999999999999"
    assert len(ansible.hosts(PLUGIN)["scaleway"]["hosts"]) == 40
    listed = ansible.hosts(PLUGIN + "project: 99999999-9999-4999-8999-999999999999\n")
    assert "scaleway" not in listed
    assert len(ansible.hosts(PLUGIN + f"project: {PROJECT}\n")["scaleway"]["hosts"]) == 40


def test_the_classic_generation(ansible: Ansible, simulator: SimulatorProcess) -> None:
    listed = ansible.hosts(PLUGIN + "api_generation: classic\n")
    assert len(listed["scaleway"]["hosts"]) == 8
    assert variables(listed, "web-0")["ansible_host"] == server(0, "fr-par-1")["public_ip"]["address"]
    assert {entry["path"] for entry in simulator.requests()} == {"/cp-par1/servers", "/cp-ams1/servers"}


def test_names_by_preference_and_shared_names(ansible: Ansible, simulator: SimulatorProcess) -> None:
    first, second, third = (server(number, ZONES[number])["id"] for number in (0, 1, 2))
    for ident in (first, second, third):
        simulator.control("POST", "change", {"kind": "instance.server", "id": ident, "changes": {"name": "twin"}})
    listed = ansible.inventory(PLUGIN)
    assert "names belong to more than one host (twin)" in listed.stderr
    hosts = ansible.hosts(PLUGIN)["scaleway"]["hosts"]
    assert {"twin_fr-par-1", "twin_fr-par-2", "twin_fr-par-3"} <= set(hosts)
    assert len(hosts) == 40
    assert first in ansible.hosts(PLUGIN + "hostnames: [nothing, id]\n")["scaleway"]["hosts"]


def test_constructed(ansible: Ansible) -> None:
    listed = ansible.hosts(
        PLUGIN
        + "compose: {port: 22 + (scw_name | length)}\n"
        + "groups: {small: \"'DEV1' in scw_commercial_type\"}\n"
        + "keyed_groups: [{key: scw_image.name, prefix: image, separator: '-'}]\n"
        + "hostvars_prefix: scw_\nstrict: true\n"
    )
    assert variables(listed, "web-0")["port"] in (27, "27")  # a text before ansible-core 2.19
    assert "web-0" in listed["small"]["hosts"]
    assert len(listed["image_Debian_Bookworm"]["hosts"]) == 40


def test_strict_names_the_fault(ansible: Ansible) -> None:
    done = ansible.inventory(PLUGIN + "compose: {port: no_such_variable + 1}\nstrict: true\n")
    assert "no_such_variable" in done.stderr
    listed = ansible.hosts(PLUGIN + "compose: {port: no_such_variable + 1}\n")
    assert "port" not in variables(listed, "web-0")


@pytest.mark.parametrize("setting", ["always", "never"])
def test_texts_of_the_api_are_no_templates(ansible: Ansible, simulator: SimulatorProcess, setting: str) -> None:
    """Neither in values nor in the names of hosts and groups, whatever a user's settings leave in these."""
    trap = "{{ lookup('ansible.builtin.pipe', 'touch ' ~ trap) }}"
    changes = {"tags": [trap, f"{trap}={trap}"], "state_detail": trap, "image": {"name": trap}, "name": "web-0"}
    for number, name in ((0, "web-0"), (10, trap)):
        ident = server(number, "fr-par-1")["id"]
        told = {"kind": "instance.server", "id": ident, "changes": {**changes, "name": name}}
        simulator.control("POST", "change", told)
    sprung = ansible.folder / "sprung"
    (ansible.folder / "x.scaleway.yml").write_text(
        PLUGIN + "zones: [fr-par-1]\ncompose: {copy: scw_state_detail}\nhostnames: ['{{ scw_name }}']\n"
        "exclude: [scw_tags is contains('x')]\nkeyed_groups: [{key: scw_tag_values}]\n"
    )
    shown = [
        "inventory_hostname",
        "group_names",
        "groups",
        "hostvars",
        "scw_tag_values",
        "scw_tags",
        "scw_image",
        "copy",
    ]
    tasks: list[dict[str, Any]] = [
        {"ansible.builtin.debug": {"msg": "{{ [scw_tags, scw_image, copy] }}"}},
        {"ansible.builtin.set_fact": {"again": [f"{{{{ {name} }}}}" for name in shown]}},
        {"ansible.builtin.debug": {"msg": "{{ again }} {{ inventory_hostname }} {{ group_names }}"}},
        {"ansible.builtin.debug": {"var": "hostvars"}},
    ]
    play = [{"hosts": "scaleway", "gather_facts": False, "vars": {"trap": str(sprung)}, "tasks": tasks}]
    ansible.environment["ANSIBLE_TRANSFORM_INVALID_GROUP_CHARS"] = setting
    done = ansible.playbook(yaml.safe_dump(play), "-i", str(ansible.folder / "x.scaleway.yml"), "--connection", "local")
    assert done.returncode == 0, done.output
    assert [trap, f"{trap}={trap}"] in [told["msg"][0] for told in done.results if isinstance(told.get("msg"), list)]
    assert {"name": trap} in [told["msg"][1] for told in done.results if isinstance(told.get("msg"), list)]
    assert not sprung.exists()


def test_the_cache_sends_nothing_and_holds_no_secret(
    ansible: Ansible, simulator: SimulatorProcess, tmp_path: Path
) -> None:
    cached = (
        PLUGIN + "zones: [fr-par-1]\n"
        f"cache: true\ncache_plugin: ansible.builtin.jsonfile\ncache_connection: {tmp_path / 'cache'}\n"
    )
    first = ansible.hosts(cached)
    fresh = len(simulator.requests())
    simulator.clear_requests()
    assert ansible.hosts(cached) == first
    assert simulator.requests() == []
    assert len(ansible.hosts(cached.replace("[fr-par-1]", "[fr-par-2]"))["scaleway"]["hosts"]) == 4
    assert len(simulator.requests()) == fresh
    nothing = "- {hosts: all, gather_facts: false, tasks: []}\n"
    assert ansible.playbook(nothing, "-i", "test.scaleway.yml", "--flush-cache").returncode == 0
    assert len(simulator.requests()) == 2 * fresh
    ansible.hosts(cached.replace("cache: true", "cache: false"))
    assert len(simulator.requests()) == 3 * fresh
    written = list((tmp_path / "cache").iterdir())
    assert len(written) == 2
    for path in written:
        assert TOKEN not in path.read_text()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (PLUGIN + "zone: fr-par-1\n", "line 2: 'zone' is no option"),
        (PLUGIN + "zones: {a: b}\n", "zones"),
        (PLUGIN + "zones: [paris]\n", "zones: 'paris' is no zone"),
        (PLUGIN + "strict: perhaps\n", "line 2: strict: 'perhaps' is neither true nor false"),
        (PLUGIN + "zones: []\ncache: {a: b}\n", "line 3: cache: {'a': 'b'} is neither true nor false"),
        (PLUGIN + "profile: nowhere\n", "profile: 'nowhere'"),
        (PLUGIN + "zones: [fr-par-1\n", "test.scaleway.yml"),
        (PLUGIN + "secret_key: 66666666-6666-4666-8666-666666666666\n", "the option secret_key"),
    ],
    ids=[
        "unknown key",
        "wrong type",
        "no zone",
        "no boolean",
        "no boolean at all",
        "no profile",
        "no YAML",
        "wrong token",
    ],
)
def test_a_wrong_file_is_told(ansible: Ansible, text: str, said: str) -> None:
    told = " ".join(ansible.inventory(text).stderr.split())  # older releases of ansible-core fold lines
    assert said in told
    assert "66666666" not in told


def test_no_token(ansible: Ansible, simulator: SimulatorProcess) -> None:
    del ansible.environment["SCW_SECRET_KEY"]
    assert "SCW_SECRET_KEY" in ansible.inventory(PLUGIN).stderr
    assert simulator.requests() == []


@pytest.mark.parametrize("name", ["a.scaleway.yaml", "scw.yml", "x.scw.yaml"])
def test_its_file_names(ansible: Ansible, name: str) -> None:
    assert ansible.inventory(PLUGIN, "--list", name=name).returncode == 0


def test_other_files_are_left_alone(ansible: Ansible, simulator: SimulatorProcess) -> None:
    done = ansible.inventory(PLUGIN, "--list", name="hosts.yml")
    assert simulator.requests() == []
    assert "scaleway" not in done.stdout


@pytest.mark.parametrize(
    "text", ["all:\n  hosts:\n    alone:\n", "plugin: ansible.builtin.generator\nhosts: {name: alone}\nlayers: {}\n"]
)
def test_files_of_others_with_our_ending_are_left_alone(
    ansible: Ansible, simulator: SimulatorProcess, text: str
) -> None:
    ansible.environment["ANSIBLE_INVENTORY_ENABLED"] = "community.scaleway.scaleway,auto,yaml"
    done = ansible.inventory(text, "--graph")
    assert "--alone" in done.stdout
    assert done.stderr == ""
    assert simulator.requests() == []


def test_options_may_be_templates(ansible: Ansible) -> None:
    del ansible.environment["SCW_SECRET_KEY"]
    ansible.environment["ELSEWHERE"] = TOKEN
    text = PLUGIN + "secret_key: \"{{ lookup('ansible.builtin.env', 'ELSEWHERE') }}\"\n"
    assert len(ansible.hosts(text)["scaleway"]["hosts"]) == 40
