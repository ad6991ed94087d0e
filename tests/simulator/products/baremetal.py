# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Elastic Metal: servers, offers, systems and options of baremetal/v1, private networks of v3.

A server is delivered before its system is installed: its status is ``ready`` while that goes on (findings, section 8).
"""

from __future__ import annotations

from typing import Any

from ..errors import untyped
from ..kinds import Answer, Body, Call, Field, Kind, Place
from ..store import ORGANIZATION, PROJECT, Entry, Store
from .rdb import shown

ZONES = ("fr-par-1", "fr-par-2", "nl-ams-1", "nl-ams-2", "pl-waw-2", "pl-waw-3")
DELIVERY = 0.2  # seconds; the real one takes minutes to hours
INSTALLATION = 0.2
CHANGE = 0.1
NO_OS = "00000000-0000-0000-0000-000000000000"
UBUNTU = "96e5f0f2-d216-4de2-8a15-68730d877885"
DEBIAN = "a5c00c1b-95b1-4c08-8a33-79cc079f9dac"
CUSTOM = "52a2423a-3fbc-4fc0-8ac6-91735a2aa47d"
PRIVATE_NETWORK_OPTION = "cd4158d7-2d65-49be-8803-c4b8ab6f760c"
# Options that may be chosen: name, id, and what they are.
OPTIONS: dict[str, tuple[str, Body]] = {
    "Public Bandwidth 10Gbps": (
        "31f5cddb-8217-4eb0-ac6a-96dbcb080b88",
        {"public_bandwidth": {"bandwidth_in_bps": 10_000_000_000}},
    ),
    "Remote Access": ("931df052-d713-4674-8b58-96a63244c8e2", {"remote_access": {}}),
    "Private Network": (PRIVATE_NETWORK_OPTION, {"private_network": {"bandwidth_in_bps": 1_000_000_000}}),
}
# Name: id of the hourly and of the monthly offer, and whether it is in stock.
OFFERS = {
    "EM-A115X-SSD": ("5d5b0d5e-52a1-4f6b-8f39-1f6d3d0f1a01", "5d5b0d5e-52a1-4f6b-8f39-1f6d3d0f1a02", True),
    "EM-B111X-SATA": ("8c2cf291-a3d3-4dc5-967f-f498a088411d", "8c2cf291-a3d3-4dc5-967f-f498a088411e", False),
    "EM-B220E-NVME": ("206ea234-9097-4ae1-af68-6d2be09f47ed", "8852ff25-c867-4d58-a1f8-40b9968119b7", True),
    "EM-I215E-NVME": ("ddb09834-8680-4339-b5e3-19ca5205fa1f", "ddb09834-8680-4339-b5e3-19ca5205fa2f", True),
}
# What some offers list first, and nobody can choose.
FIXED: dict[str, tuple[str, str, Body]] = {
    "EM-B220E-NVME": ("HDS", "31f78309-e6e0-4005-99b3-b3de3958ca7d", {"certification": {}}),
    "EM-I215E-NVME": (
        "Windows 2025 standard",
        "4b5723e9-5dcc-42e9-afbb-7ee556027051",
        {"license": {"os_id": "a5cec64e-d7b0-4c6e-a819-60139d30a76c"}},
    ),
}
PARTITIONS: Body = {
    "disks": [
        {
            "device": "/dev/nvme0n1",
            "partitions": [
                {"label": "uefi", "number": 1, "size": 536_870_912, "use_all_available_space": False},
                {"label": "root", "number": 2, "size": 500_000_000_000, "use_all_available_space": False},
            ],
        }
    ],
    "filesystems": [
        {"device": "/dev/nvme0n1p1", "format": "fat32", "mountpoint": "/boot/efi"},
        {"device": "/dev/nvme0n1p2", "format": "ext4", "mountpoint": "/"},
    ],
    "raids": [],
    "zfs": {"pools": []},
}


def price(cents: int) -> Body:
    return {"currency_code": "EUR", "units": cents // 100, "nanos": cents % 100 * 10_000_000}


def offer(zone: str, name: str, ident: str, monthly: str, period: str, in_stock: bool) -> Body:
    options = [
        {
            "id": option,
            "name": called,
            "enabled": False,
            "manageable": True,
            "os_id": NO_OS,
            "price": price(3),
            "subscription_period": "hourly",
            **what,
        }
        for called, (option, what) in reversed(OPTIONS.items())
    ]
    options.sort(key=lambda option: option["name"] != "Remote Access")
    if name in FIXED:
        called, option, what = FIXED[name]
        options.insert(0, {**options[0], "id": option, "name": called, "manageable": False, **what})
        del options[0]["remote_access"]
    return {
        "id": ident,
        "name": name,
        "zone": zone,
        "stock": "available" if in_stock else "empty",
        "enable": True,
        "subscription_period": period,
        "monthly_offer_id": monthly if period == "hourly" else "",
        "price_per_hour": price(11) if period == "hourly" else None,
        "price_per_month": None if period == "hourly" else price(5000),
        "commercial_range": name.split("-")[1].lower(),
        "bandwidth": 500_000_000,
        "max_bandwidth": 1_000_000_000,
        "private_bandwidth": 1_000_000_000,
        "shared_bandwidth": True,
        "quota_name": name.replace("-", "_"),
        "operation_path": "",
        "cpus": [{"name": "Simulated", "core_count": 8, "thread_count": 16, "frequency": 3000, "benchmark": ""}],
        "disks": [{"capacity": 1_000_000_000_000, "type": "NVMe"}],
        "memories": [{"capacity": 32_000_000_000, "type": "DDR4", "frequency": 3200, "is_ecc": True}],
        "persistent_memories": [],
        "raid_controllers": [],
        "gpus": [],
        "options": options,
        "fee": price(0),
        "incompatible_os_ids": [],
        "tags": ["install-system-v2", "cloud-init"],
    }


def system(zone: str, ident: str, name: str, version: str, user: str, cloud_init: bool) -> Body:
    def login(value: str | None, required: bool) -> Body:
        return {"default_value": value, "editable": False, "required": required}

    more = {"cloud_init_version": "22.1"} if cloud_init else {}
    return {
        "id": ident,
        "name": name,
        "version": version,
        "zone": zone,
        "logo_url": "",
        "allowed": True,
        "enabled": True,
        "license_required": False,
        "cloud_init_supported": cloud_init,
        "custom_partitioning_supported": cloud_init,
        "ssh": login(None, name != "Custom install"),
        "user": login(user, False),
        "password": login(None, False),
        "service_user": login(None, False),
        "service_password": login(None, False),
        **more,
    }


def seed(store: Store) -> None:
    for zone in ZONES:
        for name, (hourly, monthly, in_stock) in OFFERS.items():
            for ident, period in ((hourly, "hourly"), (monthly, "monthly")):
                store.add(OFFER, zone, offer(zone, name, ident, monthly, period, in_stock))
        store.add(OS, zone, system(zone, CUSTOM, "Custom install", "via Remote access", "root", False))
        store.add(OS, zone, system(zone, DEBIAN, "Debian", "12 (Bookworm)", "debian", True))
        store.add(OS, zone, system(zone, UBUNTU, "Ubuntu", "22.04 LTS (Jammy Jellyfish)", "ubuntu", True))
        for name, (ident, what) in OPTIONS.items():
            store.add(OPTION, zone, {"id": ident, "name": name, "manageable": True, **what})


# --- servers


def found(store: Store, kind: Kind, zone: str, ident: str) -> Body:
    entry = store.find(kind, zone, ident)
    if entry is None:
        raise untyped(404, "Not Found")
    return entry.data


def check_server(store: Store, place: Place, body: Body) -> None:
    chosen = found(store, OFFER, place.locality, body["offer_id"])
    if chosen["stock"] == "empty":
        raise untyped(503, "the offer is out of stock")
    if body.get("install"):
        check_install(store, place.locality, body["install"])


def check_install(store: Store, zone: str, install: Body) -> None:
    os = found(store, OS, zone, install["os_id"])
    if os["ssh"]["required"] and not install.get("ssh_key_ids"):
        raise untyped(400, "an SSH key is required")


def installed(store: Store, zone: str, install: Body) -> Body:
    os = found(store, OS, zone, install["os_id"])
    return {
        "os_id": os["id"],
        "hostname": install.get("hostname") or "",
        "ssh_key_ids": install.get("ssh_key_ids") or [],
        "user": install.get("user") or os["user"]["default_value"],
        "service_user": install.get("service_user") or "",
        "service_url": "",
        "partitioning_schema": install.get("partitioning_schema") or PARTITIONS,
        "status": "to_install",
    }


def option(ident: str, status: str) -> Body:
    name, what = next((name, what) for name, (other, what) in OPTIONS.items() if other == ident)
    return {
        "id": ident,
        "name": name,
        "status": f"option_status_{status}",
        "manageable": True,
        "expires_at": None,
        **what,
    }


def new_server(store: Store, place: Place, body: Body) -> Body:
    now = store.clock.zulu()
    return {
        "name": body.get("name") or "bm-simulated",
        "description": body.get("description") or "",
        "organization_id": ORGANIZATION,
        "project_id": body.get("project_id") or PROJECT,
        "zone": place.locality,
        "status": "ordered",
        "offer_id": body["offer_id"],
        "offer_name": found(store, OFFER, place.locality, body["offer_id"])["name"],
        "tags": body.get("tags") or [],
        "ips": [],
        "domain": "",
        "boot_type": "normal",
        "install": installed(store, place.locality, body["install"]) if body.get("install") else None,
        "ping_status": "ping_status_unknown",
        "options": [option(ident, "enable") for ident in body.get("option_ids") or []],
        "rescue_server": None,
        "protected": bool(body.get("protected")),
        "user_data": body.get("user_data"),
        "created_at": now,
        "updated_at": now,
    }


def made_server(store: Store, place: Place, entry: Entry, body: Body) -> None:
    def delivered() -> None:
        store.addresses += 1
        ident, number = entry.data["id"], store.addresses % 200 + 1
        domain = f"{ident}.{place.locality}.baremetal.example"
        more = {"reverse": domain, "reverse_status": "active", "reverse_status_message": ""}
        ips = [
            {"id": store.new_id(), "address": f"198.51.100.{number}", "version": "IPv4", **more},
            {"id": store.new_id(), "address": f"2001:db8:b::{number:x}", "version": "IPv6", **more},
        ]
        entry.change({"status": "ready", "ips": ips, "domain": domain, "ping_status": "ping_status_up"})
        if entry.data["install"]:
            install(store, entry)

    store.soon(entry, DELIVERY, delivered)


def install(store: Store, entry: Entry) -> None:
    def is_now(status: str) -> Body:
        return {"install": {**entry.data["install"], "status": status}}

    store.soon(entry, INSTALLATION / 2, lambda: entry.change(is_now("installing")))
    store.soon(entry, INSTALLATION, lambda: entry.change(is_now("completed")))


def reinstalled(store: Store, entry: Entry, call: Call) -> Answer:
    check_delivered(entry)
    check_install(store, entry.locality, call.body)
    entry.change({"install": installed(store, entry.locality, call.body), "_installations": 1})
    install(store, entry)
    return Answer(200, shown(store, entry))


def check_delivered(entry: Entry) -> None:
    if entry.data["status"] not in ("ready", "stopped"):
        raise untyped(400, "Server is not delivered")


def power(status: str, meanwhile: str) -> Any:
    def act(store: Store, entry: Entry, call: Call) -> Answer:
        check_delivered(entry)
        entry.change({"status": meanwhile})
        store.soon(entry, CHANGE, {"status": status})
        return Answer(200, shown(store, entry))

    return act


def options(store: Store, entry: Entry, call: Call) -> Answer:
    ident = call.rest[0] if call.rest else ""
    found(store, OPTION, entry.locality, ident)
    others = [one for one in entry.data["options"] if one["id"] != ident]
    if call.method == "DELETE":
        entry.change({"options": [*others, option(ident, "disabling")]})
        store.soon(entry, CHANGE, lambda: entry.change({"options": others}))
    else:
        entry.change({"options": [*others, option(ident, "enabling")]})
        store.soon(entry, CHANGE, lambda: entry.change({"options": [*others, option(ident, "enable")]}))
    return Answer(200, shown(store, entry))


def monthly(store: Store, entry: Entry, call: Call) -> Answer:
    check_delivered(entry)
    chosen = found(store, OFFER, entry.locality, entry.data["offer_id"])
    if chosen["subscription_period"] != "hourly":
        raise untyped(400, "the server has a monthly offer")
    entry.change({"offer_id": chosen["monthly_offer_id"], "status": "migrating"})
    store.soon(entry, CHANGE, {"status": "ready"})
    return Answer(200, shown(store, entry))


def check_protected(store: Store, entry: Entry) -> None:
    if entry.data["protected"]:
        raise untyped(412, "the server is protected")


# --- private networks, which Macs have in the same way


def networks_of(kind: Kind, may: Any) -> Any:
    """The part of a server that adds and sets its private networks; ``may`` refuses those that cannot have any."""

    def networks(store: Store, entry: Entry, call: Call) -> Answer:
        there = {
            one.data["private_network_id"]: one
            for one in store.entries(kind, entry.locality)
            if one.data["server_id"] == entry.data["id"]
        }
        if call.method == "DELETE":
            leave(store, there[call.rest[0]])
            return Answer(204)
        may(entry)
        if call.method == "POST":
            return Answer(200, attach(store, kind, entry, call.body["private_network_id"]).data)
        wanted = call.body.get("per_private_network_ipam_ip_ids") or {}
        for ident, one in there.items():
            if ident not in wanted:
                leave(store, one)
        for ident in wanted:
            if ident not in there:
                there[ident] = attach(store, kind, entry, ident)
        return Answer(200, {"server_private_networks": [there[ident].data for ident in wanted]})

    return networks


def attach(store: Store, kind: Kind, entry: Entry, network: str) -> Entry:
    store.addresses += 1
    now = store.clock.zulu()
    data = {
        "id": store.new_id(),
        "server_id": entry.data["id"],
        "private_network_id": network,
        "project_id": entry.data["project_id"],
        "vlan": 2000 + store.addresses,
        "status": "attaching",
        "ipam_ip_ids": [store.new_id(), store.new_id()],
        "created_at": now,
        "updated_at": now,
    }
    made = store.add(kind, entry.locality, data)
    store.soon(made, CHANGE, {"status": "attached"})
    return made


def leave(store: Store, one: Entry) -> None:
    one.change({"status": "detaching", "ipam_ip_ids": []})
    store.soon(one, CHANGE, lambda: store.remove(one))


def may_have_networks(entry: Entry) -> None:
    if not any(one["id"] == PRIVATE_NETWORK_OPTION for one in entry.data["options"]):
        raise untyped(400, "the private network option is needed")


PRIVATE_NETWORK = Kind(
    key="baremetal.server_private_network",
    product="baremetal",
    version="v3",
    path="server-private-networks",
    one="server_private_network",
    many="server_private_networks",
    resource="server_private_network",
    methods=("GET",),
    exact_filters=("project_id", "organization_id", "server_id", "private_network_id"),
)
SERVER = Kind(
    key="baremetal.server",
    product="baremetal",
    version="v1",
    path="servers",
    one="server",
    many="servers",
    resource="server",
    missing="Not Found",
    fields={
        "offer_id": Field(str, required=True),
        "project_id": Field(str),
        "name": Field(str, required=True, update=True),
        "description": Field(str, update=True),
        "protected": Field(bool, update=True),
        "tags": Field(list, update=True),
        "user_data": Field(str, update=True),
        "install": Field(dict),
        "option_ids": Field(list),
    },
    exact_filters=("project_id", "organization_id", "status"),
    new=new_server,
    check=check_server,
    made=made_server,
    may_go=check_protected,
    leaves_as={"status": "deleting"},
    deleted=200,
    shown=shown,
    parts={
        "install": reinstalled,
        "start": power("ready", "starting"),
        "stop": power("stopped", "stopping"),
        "reboot": power("ready", "starting"),
        "options": options,
        "migrate-offer-monthly": monthly,
    },
)
# The same servers, under the version that has their private networks.
SERVER_V3 = Kind(
    key="baremetal.server",
    product="baremetal",
    version="v3",
    path="servers",
    one="server",
    many="servers",
    resource="server",
    methods=(),
    shown=shown,
    parts={"private-networks": networks_of(PRIVATE_NETWORK, may_have_networks)},
)


def of_period(data: Body, values: list[str]) -> bool:
    return data["subscription_period"] in values or values == ["unknown_subscription_period"]


def catalog(one: str, many: str) -> Kind:
    return Kind(
        key=f"baremetal.{one}",
        product="baremetal",
        version="v1",
        path=many,
        one=one,
        many=many,
        resource=one,
        methods=("GET",),
        missing="Not Found",
        exact_filters=("name",),
        substring_filters=(),
        filters={"subscription_period": of_period} if one == "offer" else {},
    )


OFFER, OS, OPTION = catalog("offer", "offers"), catalog("os", "os"), catalog("option", "options")
KINDS = (SERVER, SERVER_V3, PRIVATE_NETWORK, OFFER, OS, OPTION)
