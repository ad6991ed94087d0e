# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Instances: volumes, snapshots, images, flexible IPs, as instance/v1 and the classic compute API show them."""

from __future__ import annotations

from ..errors import in_use, invalid, not_found
from ..kinds import Answer, Body, Call, Field, Kind, Place
from ..store import ORGANIZATION, Entry, Store
from . import block

SNAPSHOT_TIME = 0.2  # seconds; a fiftieth of what the real one takes
# Smallest and largest size in bytes, as products/volumes gives them.
VOLUME_SIZES = {"l_ssd": (1_000_000_000, 800_000_000_000), "scratch": (1_000_000_000, 60_000_000_000_000)}


def new_volume(store: Store, place: Place, body: Body) -> Body:
    now = store.clock.text()
    snapshot = store.find(SNAPSHOT, place.locality, body.get("base_snapshot") or "")
    return {
        "name": body["name"],
        "volume_type": body.get("volume_type", "l_ssd"),
        "export_uri": None,
        "organization": ORGANIZATION,
        "project": body.get("project") or body.get("organization"),
        "server": None,
        "size": body.get("size") or (snapshot.data["size"] if snapshot else 0),
        "state": "available",
        "creation_date": now,
        "modification_date": now,
        "tags": body.get("tags") or [],
        "zone": place.locality,
    }


def check_owner(store: Store, place: Place, body: Body) -> None:
    if not body.get("project") and not body.get("organization"):
        owner = "organization" if place.classic else "project"
        raise invalid({owner: ("required", "required key not provided")})


def new_placement_group(store: Store, place: Place, body: Body) -> Body:
    return {
        "name": body["name"],
        "organization": ORGANIZATION,
        "project": body.get("project") or body.get("organization"),
        "policy_mode": body.get("policy_mode", "optional"),
        "policy_type": body.get("policy_type", "max_availability"),
        "policy_respected": True,
        "tags": body.get("tags") or [],
        "zone": place.locality,
    }


def check_volume(store: Store, place: Place, body: Body) -> None:
    check_owner(store, place, body)
    volume_type = body.get("volume_type", "l_ssd")
    if volume_type not in VOLUME_SIZES:
        raise invalid({"volume_type": ("constraint", f"{volume_type} is none of {', '.join(VOLUME_SIZES)}")})
    smallest, largest = VOLUME_SIZES[volume_type]
    if body.get("base_snapshot"):
        if store.find(SNAPSHOT, place.locality, body["base_snapshot"]) is None:
            raise not_found("instance_snapshot", body["base_snapshot"])
        return
    if not body.get("size"):
        raise invalid({"size": ("required", "required key not provided")})
    if not smallest <= body["size"] <= largest:
        raise invalid({"size": ("constraint", f"must be between {smallest} and {largest}")})


def change_volume(store: Store, entry: Entry, change: Body) -> None:
    if change.get("size", entry.data["size"]) != entry.data["size"]:
        raise invalid({"size": ("constraint", f"the size of a volume of type {entry.data['volume_type']} is fixed")})


def delete_volume(store: Store, entry: Entry) -> None:
    if entry.data["server"]:
        raise in_use("detach the volume first")


def new_snapshot(store: Store, place: Place, body: Body) -> Body:
    now = store.clock.text()
    base = None
    size, volume_type = body.get("size") or 1_000_000_000, body.get("volume_type") or "l_ssd"
    if body.get("volume_id"):
        volume = store.find(VOLUME, place.locality, body["volume_id"])
        if volume is None:
            raise not_found("instance_volume", body["volume_id"])
        base = {"id": volume.data["id"], "name": volume.data["name"]}
        size, volume_type = volume.data["size"], volume.data["volume_type"]
    elif not body.get("bucket"):
        raise invalid({"volume_id": ("required", "required key not provided")})
    return {
        "name": body.get("name") or "snp-simulated",
        "volume_type": volume_type,
        "creation_date": now,
        "modification_date": now,
        "organization": ORGANIZATION,
        "project": body.get("project") or body.get("organization"),
        "size": size,
        "state": "snapshotting" if base else "importing",
        "base_volume": base,
        "tags": body.get("tags") or [],
        "zone": place.locality,
        "error_details": None,
    }


def made_snapshot(store: Store, place: Place, entry: Entry, body: Body) -> None:
    store.soon(entry, SNAPSHOT_TIME, {"state": "available"})
    volume = store.find(VOLUME, place.locality, body.get("volume_id") or "")
    if volume is not None:
        volume.change({"state": "snapshotting"})
        store.soon(volume, SNAPSHOT_TIME, {"state": "available"})


def fake_task_of_snapshot(store: Store, entry: Entry) -> Body:
    return {"task": fake_task(store, "/snapshots", f"snapshots/{entry.data['id']}", entry.locality)}


def export_snapshot(store: Store, entry: Entry, call: Call) -> Answer:
    entry.change({"state": "exporting"})
    store.soon(entry, SNAPSHOT_TIME, {"state": "available"})
    origin = f"/snapshots/{entry.data['id']}/export"
    return Answer(202, {"task": fake_task(store, origin, f"https://s3.example/{call.body['bucket']}", entry.locality)})


def fake_task(store: Store, origin: str, result: str, zone: str) -> Body:
    """What instance/v1 answers to actions since June 2026 (findings, section 8)."""
    return {
        "id": "00000000-0000-0000-0000-000000000000",
        "description": "fake task",
        "status": "pending",
        "href_from": origin,
        "href_result": result,
        "started_at": store.clock.text(),
        "terminated_at": None,
        "progress": 0,
        "zone": zone,
    }


def _image_volume(store: Store, place: Place, ident: str, resource: str) -> Body:
    """A snapshot as an image shows it: those of block storage have neither size nor name there."""
    local = store.find(SNAPSHOT, place.locality, ident)
    if local is not None:
        return {
            "id": ident,
            "name": local.data["name"],
            "volume_type": local.data["volume_type"],
            "size": local.data["size"],
        }
    if store.find(block.SNAPSHOT, place.locality, ident) is None:
        raise not_found(resource, ident)
    return {"volume_type": "sbs_snapshot", "id": ident, "size": 0, "name": ""}


def new_image(store: Store, place: Place, body: Body) -> Body:
    now = store.clock.text()
    extra = body.get("extra_volumes") or {}
    return {
        "name": body.get("name") or "img-simulated",
        "organization": ORGANIZATION,
        "project": body.get("project") or body.get("organization"),
        "root_volume": _image_volume(store, place, body["root_volume"], "instance_snapshot"),
        "extra_volumes": {
            number: _image_volume(store, place, volume["id"], "instance_snapshot") for number, volume in extra.items()
        },
        "public": body.get("public", False),
        "arch": body["arch"],
        "creation_date": now,
        "modification_date": now,
        "default_bootscript": None,
        "from_server": "",
        "state": "available",
        "tags": body.get("tags") or [],
        "zone": place.locality,
    }


def ip_id(store: Store, place: Place, ident: str) -> str:
    """The id of an address: it may be asked for by the address itself."""
    if "." in ident or ":" in ident:
        for entry in store.entries(IP, place.locality):
            if entry.data["address"] == ident:
                return str(entry.data["id"])
        raise not_found("instance_ip", ident)
    return ident


def new_ip(store: Store, place: Place, body: Body) -> Body:
    store.addresses += 1
    ident = store.new_id()
    routed = body.get("type") or "routed_ipv4"
    four = routed == "routed_ipv4"
    high, low = divmod(store.addresses, 250)
    return {
        "id": ident,
        "address": f"203.0.{high}.{low + 1}" if four else None,
        "prefix": None if four else f"2001:db8:{store.addresses:x}::/64",
        "reverse": None,
        "server": None,
        "organization": ORGANIZATION,
        "project": body.get("project") or body.get("organization"),
        "zone": place.locality,
        "type": routed,
        "state": "detached",
        "tags": body.get("tags") or [],
        "ipam_id": ident,
    }


def made_ip(store: Store, place: Place, entry: Entry, body: Body) -> None:
    if body.get("server"):
        attach_ip(store, entry, body["server"])


def change_ip(store: Store, entry: Entry, change: Body) -> None:
    if "server" in change:
        ident = change.pop("server")
        attach_ip(store, entry, ident)
    reverse = change.get("reverse")
    if reverse and reverse.startswith("unresolved"):
        raise invalid({"reverse": ("constraint", "Your reverse must resolve.")})


def attach_ip(store: Store, entry: Entry, ident: str | None) -> None:
    """Attach an address to the server of this id, or take it off."""
    release_ip(store, entry)
    if ident is None:
        entry.change({"server": None, "state": "detached"})
        return
    server = store.named("instance.server", entry.locality, ident)
    if server is None:
        raise not_found("instance_server", ident)
    changes: Body = {"server": {"id": ident, "name": server.data["name"]}, "state": "attached"}
    if entry.data["address"] is None:
        changes["address"] = entry.data["prefix"].replace("::/64", "::1")
    entry.change(changes)
    public = [*server.data["public_ips"], public_ip(entry.data)]
    server.change({"public_ips": public, "public_ip": public[0]})


def release_ip(store: Store, entry: Entry) -> None:
    """Take an address off its server."""
    holder = entry.data["server"]
    server = store.named("instance.server", entry.locality, holder["id"]) if holder else None
    if server is not None:
        public = [address for address in server.data["public_ips"] if address["id"] != entry.data["id"]]
        server.change({"public_ips": public, "public_ip": public[0] if public else None})


def public_ip(data: Body, dynamic: bool = False) -> Body:
    """An address as its server shows it."""
    four = ":" not in str(data["address"])
    return {
        "id": data["id"],
        "address": data["address"],
        "dynamic": dynamic,
        "gateway": "62.210.0.1" if four else "fe80::1",
        "netmask": "32" if four else "64",
        "family": "inet" if four else "inet6",
        "provisioning_mode": "dhcp" if four else "slaac",
        "tags": data["tags"],
        "state": "attached",
        "ipam_id": data["ipam_id"],
    }


def classic_snapshot(data: Body) -> Body:
    keys = ("id", "name", "organization", "size", "state", "base_volume", "creation_date", "volume_type", "tags")
    return {name: data[name] for name in (*keys, "modification_date")}


def classic_image(data: Body) -> Body:
    return {name: value for name, value in data.items() if name not in ("project", "zone")}


def classic_volume(data: Body) -> Body:
    """What classic.md lists, and the tags and state with which the same API grew later."""
    keys = ("id", "name", "organization", "server", "size", "volume_type", "export_uri")
    grown = ("tags", "state", "creation_date", "modification_date")
    return {name: data[name] for name in keys + grown}


def classic_ip(data: Body) -> Body:
    return {name: data[name] for name in ("id", "address", "organization", "server", "reverse", "tags")}


VOLUME = Kind(
    key="instance.volume",
    product="instance",
    version="v1",
    path="volumes",
    one="volume",
    many="volumes",
    resource="instance_volume",
    wrapped=True,
    paging="per_page",
    created=201,
    located=True,
    fields={
        "name": Field(str, required=True, update=True),
        "size": Field(int, update=True),
        "volume_type": Field(str),
        "tags": Field(list, update=True),
        "project": Field(str),
        "organization": Field(str),
        "base_snapshot": Field(str),
    },
    exact_filters=("project", "organization", "volume_type"),
    new=new_volume,
    check=check_volume,
    may_change=change_volume,
    may_go=delete_volume,
    classic=classic_volume,
)
SNAPSHOT = Kind(
    key="instance.snapshot",
    product="instance",
    version="v1",
    path="snapshots",
    one="snapshot",
    many="snapshots",
    resource="instance_snapshot",
    wrapped=True,
    paging="per_page",
    created=201,
    nulls=True,
    classic_update="PUT",
    fields={
        "name": Field(str, update=True),
        "volume_id": Field(str),
        "bucket": Field(str),
        "key": Field(str),
        "size": Field(int),
        "volume_type": Field(str),
        "tags": Field(list, update=True),
        "project": Field(str),
        "organization": Field(str),
    },
    exact_filters=("project", "organization"),
    new=new_snapshot,
    made=made_snapshot,
    also=fake_task_of_snapshot,
    check=check_owner,
    parts={"export": export_snapshot},
    classic=classic_snapshot,
)
IMAGE = Kind(
    key="instance.image",
    product="instance",
    version="v1",
    path="images",
    one="image",
    many="images",
    resource="instance_image",
    wrapped=True,
    paging="per_page",
    created=201,
    located=True,
    nulls=True,
    classic_update="PUT",
    fields={
        "name": Field(str, update=True),
        "root_volume": Field(str, required=True),
        "arch": Field(str, required=True, update=True),
        "extra_volumes": Field(dict),
        "tags": Field(list, update=True),
        "public": Field(bool, update=True),
        "project": Field(str),
        "organization": Field(str),
    },
    exact_filters=("project", "organization", "arch", "public"),
    new=new_image,
    check=check_owner,
    classic=classic_image,
)
IP = Kind(
    key="instance.ip",
    product="instance",
    version="v1",
    path="ips",
    one="ip",
    many="ips",
    resource="instance_ip",
    wrapped=True,
    paging="per_page",
    created=201,
    located=True,
    nulls=True,
    fields={
        "type": Field(str, choices=("routed_ipv4", "routed_ipv6")),
        "server": Field(str, update=True),
        "reverse": Field(str, update=True),
        "tags": Field(list, update=True),
        "project": Field(str),
        "organization": Field(str),
    },
    substring_filters=(),
    exact_filters=("project", "organization", "type"),
    ident=ip_id,
    new=new_ip,
    made=made_ip,
    may_change=change_ip,
    gone=release_ip,
    check=check_owner,
    classic=classic_ip,
)
PLACEMENT_GROUP = Kind(
    key="instance.placement_group",
    product="instance",
    version="v1",
    path="placement_groups",
    one="placement_group",
    many="placement_groups",
    resource="instance_placement_group",
    wrapped=True,
    paging="per_page",
    created=201,
    located=True,
    nulls=True,
    fields={
        "name": Field(str, required=True, update=True),
        "policy_type": Field(str, update=True, choices=("max_availability", "low_latency")),
        "policy_mode": Field(str, update=True, choices=("optional", "enforced")),
        "tags": Field(list, update=True),
        "project": Field(str),
        "organization": Field(str),
    },
    exact_filters=("project", "organization"),
    new=new_placement_group,
    check=check_owner,
)
KINDS = (VOLUME, SNAPSHOT, IMAGE, IP, PLACEMENT_GROUP)
