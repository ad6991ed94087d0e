# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Apple silicon: servers of apple-silicon/v1alpha1, their systems and types, and their private networks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..errors import ApiFault, denied, invalid
from ..kinds import Answer, Body, Call, Field, Kind, Place
from ..store import ORGANIZATION, PROJECT, Entry, Store
from .baremetal import networks_of
from .rdb import shown

ZONES = ("fr-par-1", "fr-par-3")
DELIVERY = 0.2  # seconds; the real one takes minutes
CHANGE = 0.1
GIGABIT = 1_000_000_000
# Type: what public bandwidth it may have.
TYPES = {"M2-M": (GIGABIT,), "M4-M": (GIGABIT, 2 * GIGABIT, 10 * GIGABIT)}
SYSTEMS = {
    "macos-sequoia-15.6": "61b842ab-b655-4d3c-a065-f7db5e9fb971",
    "macos-tahoe-26.0": "78b5dee3-3327-4329-b987-b6df82650ca6",
}
LATEST = "macos-sequoia-15.6"
PASSWORD = "s3cret-of-a-mac"


def system(name: str) -> Body:
    _macos, family, version = name.split("-")
    return {
        "id": SYSTEMS[name],
        "name": name,
        "label": f"macOS {family.capitalize()} {version}",
        "family": family.capitalize(),
        "version": version,
        "xcode_version": "16",
        "description": "",
        "image_url": "",
        "release_notes_url": "",
        "is_beta": False,
        "tags": ["macos"],
        "compatible_server_types": list(TYPES),
        "supported_server_types": [],
    }


def seed(store: Store) -> None:
    for zone in ZONES:
        for name in SYSTEMS:
            store.add(OS, zone, system(name))


def server_types(store: Store, place: Place, query: Mapping[str, str]) -> tuple[str, Any]:
    return "server_types", [
        {
            "name": name,
            "cpu": {"name": f"Apple {name.split('-')[0]}", "core_count": 10, "frequency": 4_400_000_000},
            "disk": {"capacity": 256_000_000_000, "type": "SSD"},
            "memory": {"capacity": 16_000_000_000, "type": "LPDDR5X"},
            "gpu": {"count": 10},
            "stock": "high_stock",
            "minimum_lease_duration": "86400s",
            "default_os": system(LATEST),
            "network": {"public_bandwidth_bps": bandwidths[0], "supported_bandwidth": list(bandwidths)},
        }
        for name, bandwidths in TYPES.items()
    ]


def refused(resource: str, ident: str) -> ApiFault:
    return denied(resource, "read")


def check_server(store: Store, place: Place, body: Body) -> None:
    if body["type"] not in TYPES:
        raise invalid({"type": ("constraint", "server type is unknown")})
    check_bandwidth(body["type"], body.get("public_bandwidth_bps") or GIGABIT)
    if body.get("os_id") and body["os_id"] not in SYSTEMS.values():
        raise invalid({"os_id": ("constraint", "system is unknown")})


def check_bandwidth(kind: str, bandwidth: int) -> None:
    if bandwidth not in TYPES[kind]:
        raise invalid({"public_bandwidth_bps": ("constraint", "the type does not have it")})


def named(ident: str | None) -> Body:
    return system(next((name for name, other in SYSTEMS.items() if other == ident), LATEST))


def new_server(store: Store, place: Place, body: Body) -> Body:
    store.addresses += 1
    address, now = f"203.0.113.{store.addresses % 250 + 1}", store.clock.zulu()
    return {
        "name": body.get("name") or "as-simulated",
        "organization_id": ORGANIZATION,
        "project_id": body.get("project_id") or PROJECT,
        "zone": place.locality,
        "type": body["type"],
        "ip": address,
        "ssh_username": "m1",
        "sudo_password": PASSWORD,
        "vnc_url": f"vnc://m1:{PASSWORD}@{address}:59010",
        "vnc_port": 59010,
        "status": "starting",
        "delivered": False,
        "tags": [],
        "os": named(body.get("os_id")),
        "vpc_status": "vpc_updating" if body.get("enable_vpc") else "vpc_disabled",
        "public_bandwidth_bps": body.get("public_bandwidth_bps") or GIGABIT,
        "deletion_scheduled": False,
        "deletable_at": now,
        # Whatever was asked for: the recordings of 2026 show none for 24 hours.
        "commitment": {"type": "none", "cancelled": False},
        "runner_configuration": None,
        "applied_runner_configuration_ids": [],
        "created_at": now,
        "updated_at": now,
    }


def made_server(store: Store, place: Place, entry: Entry, body: Body) -> None:
    vpc = "vpc_enabled" if body.get("enable_vpc") else "vpc_disabled"
    store.soon(entry, DELIVERY, {"status": "ready", "delivered": True, "vpc_status": vpc})


def change_server(store: Store, entry: Entry, change: Body) -> None:
    if "public_bandwidth_bps" in change:
        check_bandwidth(entry.data["type"], change["public_bandwidth_bps"])
    if "enable_vpc" in change:
        later = "vpc_enabled" if change.pop("enable_vpc") else "vpc_disabled"
        change["vpc_status"] = "vpc_updating"
        store.soon(entry, CHANGE, {"vpc_status": later})
    if "schedule_deletion" in change:
        change["deletion_scheduled"] = change.pop("schedule_deletion")


def busy(store: Store, entry: Entry, status: str, change: Body) -> Answer:
    entry.change({"status": status})
    store.soon(entry, CHANGE, {**change, "status": "ready"})
    return Answer(200, shown(store, entry))


def reinstalled(store: Store, entry: Entry, call: Call) -> Answer:
    return busy(store, entry, "reinstalling", {"os": named(call.body.get("os_id") or entry.data["os"]["id"])})


def may_have_networks(entry: Entry) -> None:
    if entry.data["vpc_status"] == "vpc_disabled":
        raise invalid({"server": ("constraint", "private networks are not enabled")})


PRIVATE_NETWORK = Kind(
    key="apple_silicon.server_private_network",
    product="apple-silicon",
    version="v1alpha1",
    path="server-private-networks",
    one="server_private_network",
    many="server_private_networks",
    resource="server_private_network",
    methods=("GET",),
    exact_filters=("project_id", "organization_id", "server_id", "private_network_id"),
)
SERVER = Kind(
    key="apple_silicon.server",
    product="apple-silicon",
    version="v1alpha1",
    path="servers",
    one="server",
    many="servers",
    resource="server",
    absent=refused,
    fields={
        "name": Field(str, update=True),
        "project_id": Field(str),
        "type": Field(str, required=True),
        "os_id": Field(str),
        "enable_vpc": Field(bool, update=True),
        "enable_kext": Field(bool),
        "public_bandwidth_bps": Field(int, update=True),
        "schedule_deletion": Field(bool, update=True),
        "commitment_type": Field(str),
    },
    exact_filters=("project_id", "organization_id"),
    new=new_server,
    check=check_server,
    made=made_server,
    may_change=change_server,
    parts={
        "reboot": lambda store, entry, call: busy(store, entry, "rebooting", {}),
        "reinstall": reinstalled,
        "private-networks": networks_of(PRIVATE_NETWORK, may_have_networks),
    },
)
OS = Kind(
    key="apple_silicon.os",
    product="apple-silicon",
    version="v1alpha1",
    path="os",
    one="os",
    many="os",
    resource="os",
    methods=("GET",),
)
KINDS = (SERVER, PRIVATE_NETWORK, OS)
CATALOGS = {("apple-silicon", "server-types"): ("v1alpha1", server_types)}
