# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The official SDK drives the life of what stores data."""

from __future__ import annotations

from typing import Any

import pytest

from tests.simulator.process import SimulatorProcess

pytest.importorskip("scaleway", reason="the SDK needs a newer requests than this environment has")


def test_life_cycle_of_a_block_volume_and_its_snapshot(client: Any, simulator: SimulatorProcess) -> None:
    from scaleway.block.v1 import BlockV1API, CreateVolumeRequestFromEmpty, CreateVolumeRequestFromSnapshot

    api = BlockV1API(client)
    made = api.create_volume(
        name="sdk", perf_iops=5000, from_empty=CreateVolumeRequestFromEmpty(size=20_000_000_000), tags=["a"]
    )
    assert str(made.status) == "creating"
    assert str(api.wait_for_volume(volume_id=made.id).status) == "available"
    api.update_volume(volume_id=made.id, size=30_000_000_000, perf_iops=15000)
    grown = api.wait_for_volume(volume_id=made.id)
    assert (grown.size, grown.specs.perf_iops if grown.specs else None) == (30_000_000_000, 15000)
    snapshot = api.create_snapshot(volume_id=made.id, name="sdk", public=False)
    assert api.wait_for_snapshot(snapshot_id=snapshot.id).parent_volume.id == made.id
    exported = api.export_snapshot_to_object_storage(snapshot_id=snapshot.id, bucket="images", key="sdk.qcow2")
    assert str(exported.status) == "exporting"
    imported = api.import_snapshot_from_object_storage(bucket="images", key="sdk.qcow2", name="back")
    assert imported.parent_volume is None
    copy = api.create_volume(name="copy", from_snapshot=CreateVolumeRequestFromSnapshot(snapshot_id=snapshot.id))
    assert (copy.size, copy.parent_snapshot_id) == (30_000_000_000, snapshot.id)
    assert {found.id for found in api.list_volumes_all(include_deleted=False)} == {made.id, copy.id}
    for volume in (made, copy):
        api.delete_volume(volume_id=volume.id)
    for found in (snapshot, imported):
        api.delete_snapshot(snapshot_id=found.id)
    assert simulator.state("block.volume") == simulator.state("block.snapshot") == []


def test_life_cycle_of_a_file_system(client: Any, simulator: SimulatorProcess) -> None:
    from scaleway.file.v1alpha1 import FileV1Alpha1API

    api = FileV1Alpha1API(client)
    made = api.create_file_system(name="sdk", size=100_000_000_000, tags=["a"])
    assert str(api.wait_for_file_system(filesystem_id=made.id).status) == "available"
    api.update_file_system(filesystem_id=made.id, name="renamed", size=200_000_000_000)
    grown = api.wait_for_file_system(filesystem_id=made.id)
    assert (grown.name, grown.size) == ("renamed", 200_000_000_000)
    assert [found.id for found in api.list_file_systems_all(name="renam")] == [made.id]
    api.delete_file_system(filesystem_id=made.id)
    assert simulator.state("file.filesystem") == []
