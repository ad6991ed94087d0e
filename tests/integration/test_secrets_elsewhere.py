# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Where there is no module: inventory and lookups show no secret, and nothing with a token is left on the target."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.integration.test_no_secret_is_shown import forms
from tests.simulator.process import SimulatorProcess
from tests.simulator.store import PROJECT, TOKEN
from tests.tools.ansible_process import Ansible

WRONG = "99999999-9999-4999-8999-999999999999"
PAYLOAD = "what-the-secret-holds"


def assert_nothing_shown(ansible: Ansible, log: Path, printed: str, *secrets: str) -> None:
    cached = "".join(
        path.read_text(encoding="utf-8") for path in (ansible.folder / "cache").rglob("*") if path.is_file()
    )
    for secret in secrets:
        for form in forms(secret):
            assert form not in printed
            assert form not in log.read_text(encoding="utf-8")
            assert form not in cached


@pytest.fixture
def log(ansible: Ansible) -> Path:
    path = ansible.folder / "ansible.log"
    ansible.environment["ANSIBLE_LOG_PATH"] = str(path)
    return path


def test_the_inventory(ansible: Ansible, simulator: SimulatorProcess, log: Path) -> None:
    simulator.reset(5)
    del ansible.environment["SCW_SECRET_KEY"]
    cache = f"cache: true\ncache_plugin: jsonfile\ncache_connection: {ansible.folder}/cache\n"
    printed = ""
    for key, rest in ((TOKEN, cache), (WRONG, ""), (TOKEN, "zones: [nowhere]\n"), (TOKEN, "hostnames: [1]\n")):
        done = ansible.inventory(f"plugin: community.scaleway.scaleway\nsecret_key: {key}\n{rest}", "--list", "-vvvvv")
        printed += done.stdout + done.stderr
    simulator.control("POST", "faults", {"status": 403, "body": {"message": f"not for {TOKEN}"}, "times": None})
    done = ansible.inventory(f"plugin: community.scaleway.scaleway\nsecret_key: {TOKEN}\n", "--list", "-vvvvv")
    printed += done.stdout + done.stderr
    assert "web-" in printed
    assert "not for" in printed
    assert log.stat().st_size
    assert_nothing_shown(ansible, log, printed, TOKEN, WRONG)


def test_lookups(ansible: Ansible, simulator: SimulatorProcess, log: Path) -> None:
    del ansible.environment["SCW_SECRET_KEY"]
    lookup = "lookup('community.scaleway.scaleway_secret', 'shop', region='fr-par', project=owner, secret_key={key})"
    hidden = {"known": TOKEN, "wrong": WRONG}
    place = {"region": "fr-par", "project": PROJECT, "secret_key": "{{ known }}"}
    tasks: list[dict[str, Any]] = [
        {"community.scaleway.scaleway_secret": {"name": "shop", **place}, "diff": True},
        {"community.scaleway.scaleway_secret_version": {"secret": "shop", "data": PAYLOAD, **place}, "diff": True},
    ]
    for key in hidden:
        told = {"msg": f"{{{{ {lookup.format(key=key)} | length }}}}"}
        tasks.append({"ansible.builtin.debug": told, "ignore_errors": True})
    done = ansible.play(tasks, "-vvvvv", vars={**hidden, "owner": PROJECT})
    assert done.results[2]["msg"] in (len(PAYLOAD), str(len(PAYLOAD))), done.output
    assert done.results[3]["failed"]
    assert_nothing_shown(ansible, log, done.output, TOKEN, WRONG, PAYLOAD)


def test_what_ansible_keeps_on_the_target(ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]) -> None:
    """With ANSIBLE_KEEP_REMOTE_FILES, the options of a task that runs as a module stay there, in a folder that only its
    owner reads. A token of the environment is no option."""
    ansible.environment.update(ANSIBLE_KEEP_REMOTE_FILES="1", ANSIBLE_REMOTE_TEMP=str(ansible.folder / "remote"))
    done = ansible.play([{"community.scaleway.scaleway_volume": {"name": "data", "size": "20GB"}}], vars=way)
    assert done.returncode == 0, done.output
    kept = [path for path in (ansible.folder / "remote").rglob("*") if path.is_file()]
    assert bool(kept) is not way["scaleway_in_process"]
    for path in kept:
        assert path.parent.stat().st_mode & 0o077 == 0
        text = path.read_text(encoding="utf-8", errors="replace")
        assert not [form for form in forms(TOKEN) if form in text]
