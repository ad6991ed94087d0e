# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Block storage: volumes and snapshots of block/v1."""

from __future__ import annotations

from ..errors import invalid, not_found, precondition
from ..kinds import Answer, Body, Call, Field, Kind, Place
from ..store import PROJECT, Entry, Store

CREATE = 0.2  # seconds; a twentieth of what the real one takes
UPDATE = 0.2
CLASSES = {5000: "sbs_5k", 15000: "sbs_15k"}


def new_volume(store: Store, place: Place, body: Body) -> Body:
    now = store.clock.zulu()
    iops = body.get("perf_iops") or 5000
    if iops not in CLASSES:
        raise invalid({"perf_iops": ("constraint", "must be 5000 or 15000")})
    origin = body.get("from_snapshot") or {}
    snapshot = None
    if origin:
        snapshot = store.find(SNAPSHOT, place.locality, origin["snapshot_id"])
        if snapshot is None:
            raise not_found("snapshot", origin["snapshot_id"])
    size = (body.get("from_empty") or origin).get("size") or (snapshot.data["size"] if snapshot else 0)
    if not size:
        raise invalid({"size": ("required", "required key not provided")})
    if snapshot and size < snapshot.data["size"]:
        raise precondition("resource_not_usable", "volume size must be at least the size of the snapshot")
    return {
        "name": body.get("name") or "vol-simulated",
        "type": CLASSES[iops],
        "size": size,
        "project_id": body.get("project_id") or PROJECT,
        "created_at": now,
        "updated_at": now,
        "references": [],
        "parent_snapshot_id": snapshot.data["id"] if snapshot else None,
        "status": "creating",
        "tags": body.get("tags") or [],
        "zone": place.locality,
        "specs": {"perf_iops": iops, "class": "sbs"},
        "last_detached_at": None,
        "kms_key_id": body.get("kms_key_id"),
    }


def made(store: Store, place: Place, entry: Entry, body: Body) -> None:
    store.soon(entry, CREATE, {"status": "in_use" if entry.data["references"] else "available"})


def change_volume(store: Store, entry: Entry, change: Body) -> None:
    """Size and IOPS change later: the answer shows the old ones (findings, section 9)."""
    later: Body = {}
    size = change.pop("size", None)
    if size is not None:
        if size < entry.data["size"]:
            raise invalid({"size": ("constraint", "a volume cannot shrink")})
        later["size"] = size
    iops = change.pop("perf_iops", None)
    if iops is not None:
        if iops not in CLASSES:
            raise invalid({"perf_iops": ("constraint", "must be 5000 or 15000")})
        later.update(specs={"perf_iops": iops, "class": "sbs"}, type=CLASSES[iops])
    if later:
        store.soon(entry, UPDATE, {**later, "status": entry.data["status"]})
        entry.change({"status": "updating"})


def is_held_by(data: Body, holders: list[str]) -> bool:
    return any(reference["product_resource_id"] in holders for reference in data["references"])


def delete_volume(store: Store, entry: Entry) -> None:
    if entry.data["references"]:
        raise precondition("protected_resource", "the volume is attached")


def new_snapshot(store: Store, place: Place, body: Body) -> Body:
    volume = store.find(VOLUME, place.locality, body["volume_id"])
    if volume is None:
        raise not_found("volume", body["volume_id"])
    now = store.clock.zulu()
    return {
        "name": body.get("name") or "snp-simulated",
        "parent_volume": {name: volume.data[name] for name in ("id", "name", "type", "status")},
        "size": volume.data["size"],
        "project_id": body.get("project_id") or PROJECT,
        "created_at": now,
        "updated_at": now,
        "references": [],
        "status": "creating",
        "tags": body.get("tags") or [],
        "class": "sbs",
        "zone": place.locality,
        "public": body.get("public") or False,
    }


def imported(store: Store, place: Place, body: Body) -> Body:
    """A snapshot out of object storage; it has no volume."""
    now = store.clock.zulu()
    return {
        "name": body.get("name") or "snp-simulated",
        "parent_volume": None,
        "size": body.get("size") or 1_000_000_000,
        "project_id": body.get("project_id") or PROJECT,
        "created_at": now,
        "updated_at": now,
        "references": [],
        "status": "creating",
        "tags": body.get("tags") or [],
        "class": "sbs",
        "zone": place.locality,
        "public": False,
    }


def export(store: Store, entry: Entry, call: Call) -> Answer:
    entry.change({"status": "exporting"})
    store.soon(entry, UPDATE, {"status": "available"})
    return Answer(200, dict(entry.data))


VOLUME = Kind(
    key="block.volume",
    product="block",
    version="v1",
    path="volumes",
    one="volume",
    many="volumes",
    resource="volume",
    fields={
        "name": Field(str, update=True),
        "from_empty": Field(dict),
        "from_snapshot": Field(dict),
        "size": Field(int, update=True),
        "perf_iops": Field(int, update=True),
        "project_id": Field(str),
        "kms_key_id": Field(str),
        "tags": Field(list, update=True),
    },
    exact_filters=("project_id",),
    filters={"product_resource_id": is_held_by},
    new=new_volume,
    made=made,
    may_change=change_volume,
    may_go=delete_volume,
)
SNAPSHOT = Kind(
    key="block.snapshot",
    product="block",
    version="v1",
    path="snapshots",
    one="snapshot",
    many="snapshots",
    resource="snapshot",
    fields={
        "name": Field(str, update=True),
        "volume_id": Field(str, required=True),
        "project_id": Field(str),
        "tags": Field(list, update=True),
        "public": Field(bool, update=True),
    },
    exact_filters=("project_id",),
    new=new_snapshot,
    made=made,
    parts={"export-to-object-storage": export},
)
IMPORT = Kind(
    key="block.snapshot",
    product="block",
    version="v1",
    path="snapshots/import-from-object-storage",
    one="snapshot",
    many="snapshots",
    resource="snapshot",
    methods=("POST",),
    fields={
        "bucket": Field(str, required=True),
        "key": Field(str, required=True),
        "name": Field(str),
        "project_id": Field(str),
        "tags": Field(list),
        "size": Field(int),
    },
    new=imported,
    made=made,
)
KINDS = (VOLUME, SNAPSHOT, IMPORT)


def attach(store: Store, entry: Entry, server: str) -> None:
    reference = {
        "id": store.new_id(),
        "product_resource_type": "instance_server",
        "product_resource_id": server,
        "created_at": store.clock.zulu(),
        "type": "exclusive",
        "status": "attached",
    }
    entry.change({"references": [reference], "status": "in_use"})


def detach(store: Store, entry: Entry) -> None:
    entry.change({"references": [], "status": "available", "last_detached_at": store.clock.zulu()})
