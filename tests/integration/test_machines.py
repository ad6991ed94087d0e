# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Elastic Metal and Apple silicon, beyond the life cycle that all resources have."""

from __future__ import annotations

from typing import Any

from tests.families.machines import MAC, METAL, QUICK
from tests.simulator.process import SimulatorProcess
from tests.simulator.store import PROJECT
from tests.tools.ansible_process import Ansible, Run, Task

KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGX1cIqAyBcbA2qrQmRsSxmVJ7fUlYsRqDnUQG8gYmQm ops"
HERE = {"zone": "fr-par-2", **QUICK}


def task(kind: str, check: Any = False, **options: Any) -> Task:
    keywords = {"check_mode": True} if check else {}
    return {f"community.scaleway.scaleway_{kind}": options, "ignore_errors": True, **keywords}


def network(name: str) -> Task:
    path = "/vpc/v2/regions/{region}/private-networks"
    return {
        "community.scaleway.scaleway_api": {
            "path": path,
            "method": "POST",
            "body": {"name": name, "project_id": PROJECT},
            "region": "fr-par",
        }
    }


def changes(done: Run) -> list[bool]:
    return [result["changed"] for result in done.results]


def test_a_server_with_system_options_and_networks(ansible: Ansible, simulator: SimulatorProcess) -> None:
    key: Task = {"community.scaleway.scaleway_iam_ssh_key": {"name": "ops", "public_key": KEY}}
    metal = {"name": "metal", **METAL}
    ubuntu = {"os": "Ubuntu", "hostname": "metal", "ssh_keys": ["ops"]}
    inside = {"options": ["private network", "Remote Access"], "private_networks": ["inner", "outer"]}
    done = ansible.play(
        [
            key,
            network("inner"),
            network("outer"),
            *(task("baremetal_server", check, **metal, install=ubuntu, options=[]) for check in (True, False, False)),
            *(task("baremetal_server", check, name="metal", **HERE, **inside) for check in (True, False, False)),
            task("baremetal_server", name="metal", **HERE, private_networks=["outer"], options=["Private Network"]),
            *(task("baremetal_server", check, name="metal", **HERE, powered=False) for check in (True, False, False)),
            task("baremetal_server", name="metal", **HERE, powered=True),
            task("baremetal_server", **metal, billing="monthly"),
            task("baremetal_server", **metal, billing="hourly"),
        ]
    )
    life = [True, True, False]
    assert changes(done) == [True, True, True, *life, *life, True, *life, True, True, False], done.output
    assert "which cannot become hourly" in done.results[-1]["msg"]
    (server,) = simulator.state("baremetal.server")
    assert (server["status"], server["install"]["status"], server["install"]["user"]) == (
        "ready",
        "completed",
        "ubuntu",
    )
    assert [option["name"] for option in server["options"]] == ["Private Network"]
    made = done.results[4]["server"]
    assert (made["state"], made["install"]["status"]) == ("ready", "completed")
    (tied,) = simulator.state("baremetal.server_private_network")
    assert tied["private_network_id"] == done.results[2]["json"]["id"]
    assert tied["status"] == "attached"


def test_a_system_is_installed_anew_only_when_that_was_said(ansible: Ansible, simulator: SimulatorProcess) -> None:
    metal = {"name": "metal", **METAL}
    login = {"os": "Custom install", "password": "never-shown-again"}
    done = ansible.play(
        [
            task("baremetal_server", **metal),
            task("baremetal_server", **metal, install=login),
            task("baremetal_server", True, **metal, install=login, reinstall="changed"),
            task("baremetal_server", **metal, install=login, reinstall="changed"),
            task("baremetal_server", **metal, install=login, reinstall="changed"),
            task("baremetal_server", **metal, install={**login, "hostname": "other"}),
            task("baremetal_server", **metal, install=login, reinstall="always"),
        ]
    )
    assert changes(done) == [True, False, True, True, False, False, True], done.output
    assert "set reinstall to changed" in done.results[1]["msg"]
    assert "hostname is ''" in done.results[5]["msg"]
    installs = [entry for entry in simulator.requests() if entry["path"].endswith("/install")]
    assert len(installs) == 2
    assert "never-shown-again" not in str(done.results)


def test_a_mac_with_networks(ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]) -> None:
    mac = {"name": "mac", **MAC}
    done = ansible.play(
        [
            network("inner"),
            *(
                task("applesilicon_server", check, **mac, enable_vpc=True, private_networks=["inner"])
                for check in (True, False, False)
            ),
            task("applesilicon_server", **mac, os="macos-tahoe-26.0"),
            task("applesilicon_server", **mac, os="macos-tahoe-26.0", reinstall=True),
            task("applesilicon_server", **mac, os="macos-tahoe-26.0"),
            task("applesilicon_server", **mac, private_networks=[], enable_vpc=True),
        ],
        vars=way,
    )
    assert changes(done) == [True, True, True, False, False, True, False, True], done.output
    assert "set reinstall to true" in done.results[4]["msg"]
    (server,) = simulator.state("apple_silicon.server")
    assert (server["vpc_status"], server["os"]["name"]) == ("vpc_enabled", "macos-tahoe-26.0")
    assert simulator.state("apple_silicon.server_private_network") == []
    assert "s3cret" not in done.output


def test_what_cannot_be_is_told_before_anything_is_sent(ansible: Ansible, simulator: SimulatorProcess) -> None:
    metal, mac = {"name": "metal", **METAL}, {"name": "mac", **MAC}
    wrong = {
        "offer: 'EM-A115X' is no offer in fr-par-2. Did you mean EM-A115X-SSD": task(
            "baremetal_server", **{**metal, "offer": "EM-A115X"}
        ),
        "offer: EM-B111X-SATA is sold out in fr-par-2": task("baremetal_server", **{**metal, "offer": "em-b111x-sata"}),
        "install.os: 'Ubunto' is no system in fr-par-2. Did you mean Ubuntu": task(
            "baremetal_server", **metal, install={"os": "Ubunto"}
        ),
        "options: 'Private Net' is no option in fr-par-2. Did you mean Private Network": task(
            "baremetal_server", **metal, options=["Private Net"]
        ),
        "type: 'M9-M' is no server type in fr-par-1. Did you mean": task(
            "applesilicon_server", **{**mac, "type": "M9-M"}
        ),
        "os: 'macos-9' is no system for M4-M in fr-par-1": task("applesilicon_server", **mac, os="macos-9"),
    }
    done = ansible.play(list(wrong.values()))
    for told, result in zip(wrong, done.results):
        assert result["failed"], told
        assert told in result["msg"], result["msg"]
    assert simulator.writes() == []
