# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Keys of Key Manager, beyond the life cycle that every module has."""

from __future__ import annotations

import base64
from typing import Any

from tests.simulator.process import SimulatorProcess
from tests.tools.ansible_process import Ansible

KEY = "community.scaleway.scaleway_key"
USAGE = {"symmetric_encryption": "aes_256_gcm"}


def task(**options: Any) -> dict[str, Any]:
    return {KEY: {"name": "web", **options}, "ignore_errors": True}


def test_switches_and_protection(ansible: Ansible, simulator: SimulatorProcess) -> None:
    steps: list[tuple[dict[str, Any], str]] = [
        ({"usage": USAGE, "enabled": False}, "disable"),
        ({"enabled": True}, "enable"),
        ({"protected": False}, "unprotect"),
        ({"protected": True, "enabled": False}, "protect disable"),
        ({"state": "absent"}, ""),
        ({"state": "absent", "protected": False}, "unprotect DELETE"),
    ]
    for options, sent in steps:
        simulator.clear_requests()
        checked = ansible.play([task(**options)], "--check", "--diff").last
        assert simulator.writes() == []
        first, second = ansible.play([task(**options), task(**options)], "--diff").results
        made = [method if method == "DELETE" else path.rpartition("/")[2] for method, path in simulator.writes()]
        assert [step for step in made if step != "keys"] == sent.split()
        if not sent:
            assert "is protected. Set protected to false" in first["msg"]
            assert checked["msg"] == first["msg"]
            continue
        assert (checked["changed"], first["changed"], second["changed"]) == (True, True, False)
        for name in ("state", "protected"):
            assert checked["key"].get(name) == first["key"].get(name)
            assert checked["diff"]["after"].get(name) == first["diff"]["after"].get(name)
        assert first["diff"]["after"] != first["diff"]["before"]
    (left,) = simulator.state("key_manager.key")
    assert left["state"] == "scheduled_for_deletion"
    again = ansible.play([task(usage=USAGE)]).last
    assert again["changed"] is True
    assert again["key"]["id"] != left["id"]


def test_rotation(ansible: Ansible, simulator: SimulatorProcess) -> None:
    done = ansible.play(
        [
            task(usage=USAGE, rotation_policy={"rotation_period": "90d"}),
            task(rotation_policy={"rotation_period": 7776000}),
            task(rotation_policy={"next_rotation_at": "2031-01-01T01:00:00+01:00"}),
            task(rotation_policy={"next_rotation_at": "2031-01-01T00:00:00Z", "rotation_period": "90d"}),
            task(rotation_policy={"rotation_period": "30d"}),
            task(rotation_policy={"rotation_period": "often"}),
            task(rotation_policy={"next_rotation_at": "tomorrow"}),
            task(rotation_policy={}),
            task(usage={"asymmetric_signing": "ec_p256_sha256"}),
        ]
    )
    assert [result.get("changed") for result in done.results[:5]] == [True, False, True, False, True], done.output
    told = [result["msg"] for result in done.results[5:]]
    assert "'often' is no duration" in told[0]
    assert "'tomorrow' is no time" in told[1]
    assert "cannot be taken from a key" in told[2]
    assert "usage is" in told[3]
    sent = [entry["body"] for entry in simulator.requests() if entry["method"] == "PATCH"]
    assert sent[0] == {
        "rotation_policy": {"rotation_period": "7776000s", "next_rotation_at": "2031-01-01T01:00:00+01:00"}
    }
    assert sent[1] == {"rotation_policy": {"rotation_period": "2592000s"}}
    assert len(sent) == 2


def test_keys_of_ones_own(ansible: Ansible, simulator: SimulatorProcess, way: dict[str, Any]) -> None:
    material = base64.b64encode(b"thirty-two bytes of a secret key").decode()
    own = {"usage": USAGE, "origin": "external", "protected": False}
    done = ansible.play(
        [task(**own), task(**own, key_material="???"), task(**own, key_material=material)] + [task(**own)] * 2,
        "-vvvv",
        "--diff",
        vars=way,
    )
    assert done.results[0]["key"]["state"] == "pending_key_material", done.output
    assert "no base64" in done.results[1]["msg"]
    assert [result["changed"] for result in done.results[2:]] == [True, False, False]
    assert done.results[2]["key"]["state"] == "enabled"
    assert material not in done.output
    assert [path.rpartition("/")[2] for _method, path in simulator.writes()] == ["keys", "import-key-material"]
