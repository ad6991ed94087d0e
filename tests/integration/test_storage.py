# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Block and file storage, beyond the life cycle that every module has."""

from __future__ import annotations

from typing import Any

from tests.simulator.process import SimulatorProcess
from tests.simulator.store import PROJECT
from tests.tools.ansible_process import Ansible
from tests.tools.object_storage import ObjectStorageServer

VOLUME = "community.scaleway.scaleway_block_volume"
SNAPSHOT = "community.scaleway.scaleway_block_snapshot"
KEY = "community.scaleway.scaleway_key"
FILES = "community.scaleway.scaleway_file_system"


def ignored(module: str, **options: Any) -> dict[str, Any]:
    return {module: options, "ignore_errors": True}


def test_volumes_grow_and_never_shrink(ansible: Ansible, simulator: SimulatorProcess) -> None:
    made = ansible.play([{VOLUME: {"name": "data", "size": "20GB"}}, {FILES: {"name": "data", "size": "200GB"}}])
    assert made.returncode == 0, made.output
    simulator.clear_requests()
    refused = [ignored(VOLUME, name="data", size="10GB", tags=["x"]), ignored(FILES, name="data", size="100GB")]
    for mode in (["--check"], []):
        for result in ansible.play(refused, *mode).results:
            assert "cannot shrink: size is 200" in result["msg"]
            assert result["error"]["type"] == "immutable"
    assert simulator.writes() == []
    done = ansible.play([{VOLUME: {"name": "data", "size": "30GB", "perf_iops": 15000}} for _time in range(2)])
    assert [result["changed"] for result in done.results] == [True, False]
    volume = done.results[0]["volume"]
    assert (volume["size"], volume["specs"]["perf_iops"], volume["status"]) == (30_000_000_000, 15000, "available")
    (change,) = [entry for entry in simulator.requests() if entry["method"] == "PATCH"]
    assert change["body"] == {"size": 30_000_000_000, "perf_iops": 15000}
    done = ansible.play([{VOLUME: {"name": "data", "size": "10GB", "recreate": True}}])
    assert done.last["volume"]["size"] == 10_000_000_000
    assert done.last["volume"]["id"] != volume["id"]


def test_a_volume_begins_as_a_copy(ansible: Ansible, simulator: SimulatorProcess) -> None:
    copy = {"name": "copy", "snapshot": "monday", "size": "40GB"}
    done = ansible.play(
        [
            {VOLUME: {"name": "data", "size": "20GB"}},
            {SNAPSHOT: {"name": "monday", "volume": "data"}},
            {SNAPSHOT: {"name": "tuesday", "volume": "data"}},
            {VOLUME: copy},
            {VOLUME: copy},
            ignored(VOLUME, name="copy", snapshot="tuesday"),
            {VOLUME: {"name": "second", "snapshot": "monday"}},
            {KEY: {"name": "disks", "usage": {"symmetric_encryption": "aes_256_gcm"}}},
            {VOLUME: {"name": "secret", "size": "10GB", "kms_key": "disks"}},
        ]
    )
    monday = done.results[1]["snapshot"]["id"]
    assert [result["changed"] for result in done.results[3:5]] == [True, False], done.output
    bodies = [entry["body"] for entry in simulator.requests() if entry["method"] == "POST"]
    assert bodies[3] == {
        "name": "copy",
        "project_id": PROJECT,
        "from_snapshot": {"snapshot_id": monday, "size": 40_000_000_000},
    }
    assert "parent_snapshot_id" in done.results[5]["msg"]
    second, key, encrypted = done.results[6:]
    assert (second["volume"]["size"], second["volume"]["parent_snapshot_id"]) == (20_000_000_000, monday)
    assert encrypted["volume"]["kms_key_id"] == key["key"]["id"]


def test_snapshots_go_to_object_storage_once_and_come_from_it(
    ansible: Ansible, simulator: SimulatorProcess, object_storage: ObjectStorageServer
) -> None:
    s3 = object_storage.client()
    s3.create_bucket(Bucket="images", CreateBucketConfiguration={"LocationConstraint": "fr-par"})
    target = {"bucket": "images", "key": "monday.qcow2"}
    export = {SNAPSHOT: {"name": "monday", "volume": "data", "export_to": target}}
    origin = {SNAPSHOT: {"name": "golden", "import_from": {**target, "size": "30GB"}, "tags": ["golden"]}}
    assert ansible.play([{VOLUME: {"name": "data", "size": "20GB"}}]).returncode == 0
    simulator.clear_requests()
    assert ansible.play([export], "--check").last["changed"] is True
    assert simulator.writes() == []
    first = ansible.play([export]).last
    assert (first["changed"], first["snapshot"]["status"]) == (True, "available")
    assert [entry["body"] for entry in simulator.requests() if entry["method"] == "POST"][1] == target
    paths = [path.partition("/snapshots")[2] for _method, path in simulator.writes()]
    assert paths == ["", f"/{first['snapshot']['id']}/export-to-object-storage"]
    s3.put_object(Bucket="images", Key="monday.qcow2", Body=b"what Scaleway would put there")
    done = ansible.play([export, origin, origin, ignored(SNAPSHOT, name="new")])
    assert [result["changed"] for result in done.results[:3]] == [False, True, False], done.output
    assert (done.results[1]["snapshot"]["parent_volume"], done.results[1]["snapshot"]["size"]) == (None, 30_000_000_000)
    assert "volume, or import_from" in done.last["msg"]
    assert object_storage.writes() == [("PUT", "/images"), ("PUT", "/images/monday.qcow2")]


def test_a_file_system_in_use_is_kept(ansible: Ansible, simulator: SimulatorProcess) -> None:
    simulator.reset(20)
    made = ansible.play([{FILES: {"name": "uploads", "size": "100GB"}}]).last["filesystem"]
    server = simulator.state("instance.server")[0]
    call = {
        "path": f"/instance/v1/zones/{server['zone']}/servers/{server['id']}/attach-filesystem",
        "method": "POST",
        "body": {"filesystem_id": made["id"]},
    }
    done = ansible.play(
        [
            {"community.scaleway.scaleway_api": call},
            {"community.scaleway.scaleway_file_system_info": {"region": server["zone"][:-2]}},
            ignored(FILES, name="uploads", state="absent"),
        ]
    )
    assert done.results[1]["filesystems"][0]["number_of_attachments"] == 1, done.output
    assert "resource_still_in_use" in done.last["msg"]
    assert done.last["filesystem"]["id"] == made["id"]
