# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Instances: volumes, servers, images, flexible IPs, as instance/v1 and the classic compute API show them."""

from __future__ import annotations

from ..errors import in_use, invalid
from ..kinds import Body, Field, Kind, Place
from ..store import ORGANIZATION, Entry, Store

# Smallest and largest size in bytes, as products/volumes gives them.
VOLUME_SIZES = {"l_ssd": (1_000_000_000, 800_000_000_000), "scratch": (1_000_000_000, 60_000_000_000_000)}


def new_volume(store: Store, place: Place, body: Body) -> Body:
    now = store.clock.text()
    return {
        "name": body["name"],
        "volume_type": body.get("volume_type", "l_ssd"),
        "export_uri": None,
        "organization": ORGANIZATION,
        "project": body.get("project") or body.get("organization"),
        "server": None,
        "size": body["size"],
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
    if not smallest <= body["size"] <= largest:
        raise invalid({"size": ("constraint", f"must be between {smallest} and {largest}")})


def change_volume(store: Store, entry: Entry, change: Body) -> None:
    if change.get("size", entry.data["size"]) != entry.data["size"]:
        raise invalid({"size": ("constraint", f"the size of a volume of type {entry.data['volume_type']} is fixed")})


def delete_volume(store: Store, entry: Entry) -> None:
    if entry.data["server"]:
        raise in_use("detach the volume first")


def classic_volume(data: Body) -> Body:
    """What classic.md lists, and the tags and state with which the same API grew later."""
    keys = ("id", "name", "organization", "server", "size", "volume_type", "export_uri")
    grown = ("tags", "state", "creation_date", "modification_date")
    return {name: data[name] for name in keys + grown}


def classic_server(data: Body) -> Body:
    """The classic API knows no projects, zones and routed addresses."""
    newer = (
        "project",
        "zone",
        "public_ips",
        "private_nics",
        "placement_group",
        "routed_ip_enabled",
        "filesystems",
        "dns",
    )
    return {name: value for name, value in data.items() if name not in newer}


def classic_ip(data: Body) -> Body:
    return {name: data[name] for name in ("id", "address", "organization", "server", "reverse")}


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
    fields={
        "name": Field(str, required=True, update=True),
        "size": Field(int, required=True, update=True),
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
SERVER = Kind(
    key="instance.server",
    product="instance",
    version="v1",
    path="servers",
    one="server",
    many="servers",
    resource="instance_server",
    wrapped=True,
    paging="per_page",
    created=201,
    methods=("GET",),
    exact_filters=("project", "organization", "state", "commercial_type"),
    classic=classic_server,
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
    methods=("GET",),
    exact_filters=("project", "organization", "arch", "public"),
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
    methods=("GET",),
    exact_filters=("project", "organization", "type"),
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
KINDS = (VOLUME, SERVER, IMAGE, IP, PLACEMENT_GROUP)
