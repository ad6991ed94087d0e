# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The inventory's cache: no request when it is fresh, never hosts of other settings, whatever stands in it."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.simulator import fleet
from tests.simulator.process import SimulatorProcess
from tests.simulator.store import ORGANIZATION, TOKEN
from tests.tools import community_general
from tests.tools.ansible_process import Ansible
from tests.tools.link_collection import COLLECTIONS

PLUGIN = "plugin: community.scaleway.scaleway\nzones: [fr-par-1]\n"


@pytest.fixture
def simulator(simulator_process: SimulatorProcess) -> SimulatorProcess:
    simulator_process.reset(20)
    simulator_process.add("apple_silicon.server", "fr-par-1", fleet.apple_silicon(0))
    return simulator_process


@pytest.fixture
def cached(tmp_path: Path) -> str:
    return PLUGIN + f"cache: true\ncache_plugin: ansible.builtin.jsonfile\ncache_connection: {tmp_path / 'cache'}\n"


def test_what_is_written_is_plain_and_no_secret(
    ansible: Ansible, simulator: SimulatorProcess, cached: str, tmp_path: Path
) -> None:
    ansible.inventories({"it": cached})
    (written,) = (tmp_path / "cache").iterdir()
    text = written.read_text()
    assert "mac-0" in text
    for secret in (TOKEN, "s3cret-of-a-mac", "sudo_password", "vnc_url"):
        assert secret not in text
    json.loads(text)


def test_options_that_only_choose_and_name_use_the_same_entry(
    ansible: Ansible, simulator: SimulatorProcess, cached: str
) -> None:
    """Options that choose what is fetched have entries of their own; the others work on what is cached."""
    ansible.inventories({"it": cached})
    found = ansible.inventories(
        {
            "again": cached,
            "names": cached + "hostnames: [id]\n",
            "states": cached + "states: [ready, running]\n",
            "groups": cached + "group_by: [zone, project, private_network]\nhostvars: none\n",
            "compose": cached + "compose: {x: scw_type}\nexclude: [scw_source == 'instances']\n",
            "prefix": cached + "hostvars_prefix: my_\nconnect_with: [private_ipv4]\n",
        }
    )
    for name, listed in found.items():
        assert listed.requests == [], name
        assert listed.hosts, name
    assert set(found["states"].hosts) <= set(found["again"].hosts)
    assert found["prefix"].hosts["web-0"]["ansible_host"] == "10.0.0.0"
    assert set(found["compose"].hosts) == {"mac-0"}
    for name, listed in ansible.inventories(
        {
            "one state": cached + "states: [ready]\n",
            "one tag": cached + "tags: [web]\n",
            "zones": cached.replace("fr-par-1]", "fr-par-2]"),
            "sources": cached + "sources: [instances]\n",
            "no addresses": cached + "private_addresses: false\n",
            "project": cached + "projects: [default]\n",
            "bastion": cached + "bastion: true\n",
            "off": cached.replace("cache: true", "cache: false"),
        }
    ).items():
        assert listed.requests, name


def test_accounts_have_entries_of_their_own(ansible: Ansible, simulator: SimulatorProcess, cached: str) -> None:
    ansible.inventories({"it": cached})
    bad = "66666666-6666-4666-8666-666666666666"
    listed = ansible.inventories({"it": cached}, SCW_SECRET_KEY=bad)["it"]
    assert "HTTP 401" in listed.told
    assert ansible.inventories({"it": cached})["it"].requests == []
    two = cached + f"profiles:\n  - {{name: a, secret_key: '{TOKEN}', organization: {ORGANIZATION}, prefix: a-}}\n"
    listed = ansible.inventories({"it": two})["it"]
    assert listed.requests == []  # the same account, whoever names it
    assert "a-web-0" in listed.hosts


@pytest.mark.parametrize(
    "content",
    [
        "{ no json",
        '{"format": 1, "hosts": []}',
        '{"format": 2, "hosts": [{"id": "x"}]}',
        '{"format": 2, "hosts": "x"}',
        "[]",
        "",
    ],
    ids=["no json", "older", "hosts without facts", "no hosts", "a list", "nothing"],
)
def test_a_broken_entry_is_told_and_replaced(
    ansible: Ansible, simulator: SimulatorProcess, cached: str, tmp_path: Path, content: str
) -> None:
    fresh = ansible.inventories({"it": cached})["it"]
    (written,) = (tmp_path / "cache").iterdir()
    usual = written.read_text()
    entry = json.loads(usual)
    # From ansible-core 2.19 on there is more around what a plugin keeps.
    inner = (
        content
        if "format" in entry or not content.startswith('{"f')
        else json.dumps({**entry, **wrapped(entry, content)})
    )
    written.write_text(inner)
    again = ansible.inventories({"it": cached})["it"]
    assert again.hosts == fresh.hosts
    assert len(again.requests) == len(fresh.requests)
    assert "everything is listed again" in again.told or "corrupt" in again.told or content == ""
    assert ansible.inventories({"it": cached})["it"].requests == []


def wrapped(entry: dict[str, object], content: str) -> dict[str, object]:
    """The entry of a plugin in what ansible-core puts around it."""
    for name, value in entry.items():
        if isinstance(value, str) and '"hosts"' in value:
            return {name: content}
        if isinstance(value, dict) and "hosts" in value:
            return {name: json.loads(content)}
    raise AssertionError(f"the shape of the cache is not known: {list(entry)}")


def test_an_incomplete_inventory_is_not_kept(ansible: Ansible, simulator: SimulatorProcess, cached: str) -> None:
    simulator.fault(path="/ipam/", status=403)
    assert "IPAM" in ansible.inventories({"it": cached})["it"].told
    assert ansible.inventories({"it": cached})["it"].requests
    assert ansible.inventories({"it": cached})["it"].requests == []


def test_a_folder_that_cannot_be_used(
    ansible: Ansible, simulator: SimulatorProcess, cached: str, tmp_path: Path
) -> None:
    (tmp_path / "cache").write_text("a file")
    listed = ansible.inventories({"it": cached})["it"]
    assert "cache" in listed.told
    assert "Traceback" not in listed.stderr


@pytest.fixture
def redis_port(tmp_path: Path) -> Iterator[int]:
    """A real Redis server of this test alone."""
    server = shutil.which("redis-server")
    if server is None:
        pytest.skip("redis-server is not installed: apt-get install redis-server")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    command = [server, "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", str(tmp_path)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        for _attempt in range(100):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                break
            time.sleep(0.05)
        yield port
    finally:
        process.terminate()
        process.wait(timeout=10)


def test_a_real_redis(ansible: Ansible, simulator: SimulatorProcess, redis_port: int) -> None:
    general, package = community_general.collections(), community_general.python_package("redis")
    if general is None or package is None:
        pytest.skip("community.general and the Python package redis cannot be had from the package index")
    ansible.environment["ANSIBLE_COLLECTIONS_PATH"] = f"{COLLECTIONS}{os.pathsep}{general}"
    ansible.environment["PYTHONPATH"] = str(package)
    text = PLUGIN + f"cache: true\ncache_plugin: community.general.redis\ncache_connection: 127.0.0.1:{redis_port}:0\n"
    fresh = ansible.inventories({"it": text})["it"]
    assert fresh.requests, fresh.told
    again = ansible.inventories({"it": text})["it"]
    assert again.requests == []
    assert again.groups == fresh.groups
    listed = subprocess.run(
        ["redis-cli", "-p", str(redis_port), "--scan"], capture_output=True, text=True, check=True
    ).stdout.split()
    assert any("scaleway" in key for key in listed)
    for key in listed:
        kept = subprocess.run(
            ["redis-cli", "-p", str(redis_port), "get", key], capture_output=True, text=True, check=False
        )
        assert TOKEN not in key + kept.stdout
        assert "s3cret-of-a-mac" not in kept.stdout
