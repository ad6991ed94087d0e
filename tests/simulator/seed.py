# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Filling the simulator with an account that has servers: the same ones each time."""

from __future__ import annotations

import uuid
from typing import Any

from .products import KINDS, MODULES, instance
from .products import servers as server_products
from .store import ORGANIZATION, PROJECT, Store

ZONES = (
    "fr-par-1",
    "fr-par-2",
    "fr-par-3",
    "nl-ams-1",
    "nl-ams-2",
    "nl-ams-3",
    "pl-waw-1",
    "pl-waw-2",
    "pl-waw-3",
    "it-mil-1",
)
STATES = ("running", "running", "running", "stopped", "stopped in place")
TYPES = ("DEV1-S", "DEV1-M", "PLAY2-NANO", "PRO2-XXS")
ROLES = ("web", "db", "cache", "worker", "build")
ACTIONS = {
    "running": ["poweroff", "reboot", "stop_in_place", "terminate", "backup"],
    "stopped": ["poweron", "backup"],
    "stopped in place": ["poweron", "poweroff", "reboot", "terminate", "backup"],
}
KINDS_BY_KEY = {kind.key: kind for kind in KINDS}
SPACE = uuid.UUID("5ca1e3a7-0000-4000-8000-000000000000")
SEEDED_AT = "2026-01-01T00:00:00.000000+00:00"


def seed(store: Store, servers: int) -> None:
    """An account, and this many servers spread evenly over the zones."""
    for module in MODULES:
        if hasattr(module, "seed"):
            module.seed(store)
    for zone in ZONES:
        store.add(instance.IMAGE, zone, image(zone))
    for region in dict.fromkeys(zone.rpartition("-")[0] for zone in ZONES[:servers]):
        store.add(KINDS_BY_KEY["vpc.private_network"], region, private_network(region))
    for number in range(servers):
        zone = ZONES[number % len(ZONES)]
        data = server(number, zone)
        store.add(server_products.SERVER, zone, data)
        for address in data["public_ips"]:
            store.add(instance.IP, zone, flexible_ip(address, data))
        for volume in data["volumes"].values():
            store.add(instance.VOLUME, zone, root_volume(volume["id"], data))
        address = private_address(number, data)
        store.add(KINDS_BY_KEY["ipam.ip"], address["region"], address).as_is = True


def seeded_id(kind: str, number: object) -> str:
    return str(uuid.uuid5(SPACE, f"{kind}/{number}"))


def server(number: int, zone: str) -> dict[str, Any]:
    """One server in the shape of instance/v1, routed addresses and a private network card included."""
    ident = seeded_id("server", number)
    state = STATES[number % len(STATES)]
    role = ROLES[number // len(ZONES) % len(ROLES)]
    name = f"{role}-{number}"
    group = {"id": seeded_id("security_group", zone), "name": "Default security group"}
    addresses = [public_ip(number, "inet")]
    if number % 4 == 0:
        addresses.append(public_ip(number, "inet6"))
    return {
        "id": ident,
        "name": name,
        "arch": "x86_64",
        "commercial_type": TYPES[number % len(TYPES)],
        "boot_type": "local",
        "organization": ORGANIZATION,
        "project": PROJECT,
        "hostname": name,
        "image": image(zone),
        "volumes": {
            "0": {
                "boot": False,
                "volume_type": "l_ssd",
                "id": seeded_id("volume", number),
                "name": f"{name}-root",
                "size": 20_000_000_000,
                "state": "available",
                "zone": zone,
            }
        },
        "tags": [role, "production" if number % 2 else "staging"],
        "state": state,
        "protected": False,
        "state_detail": "booting kernel" if state == "running" else "",
        "public_ip": addresses[0],
        "public_ips": addresses,
        "mac_address": f"de:00:00:{number >> 16 & 255:02x}:{number >> 8 & 255:02x}:{number & 255:02x}",
        "routed_ip_enabled": True,
        "ipv6": None,
        "extra_networks": [],
        "dynamic_ip_required": False,
        "enable_ipv6": False,
        "private_ip": None,
        "creation_date": SEEDED_AT,
        "modification_date": SEEDED_AT,
        "bootscript": None,
        "security_group": group,
        # A machine has a place while it runs.
        "location": place_of(number, zone) if state == "running" else None,
        "maintenances": [],
        "allowed_actions": ACTIONS[state],
        "placement_group": None,
        "private_nics": [private_nic(number, ident, zone)],
        "zone": zone,
        "filesystems": [],
        "end_of_service": False,
        "dns": f"{ident}.pub.instances.example",
    }


def place_of(number: int, zone: str) -> dict[str, str]:
    return {
        "zone_id": zone,
        "platform_id": "14",
        "cluster_id": str(number % 40),
        "hypervisor_id": str(number % 900),
        "node_id": str(number % 30),
    }


def public_ip(number: int, family: str) -> dict[str, Any]:
    v4 = family == "inet"
    ident = seeded_id(f"ip/{family}", number)
    low = f"{number >> 8 & 255}.{number & 255}"
    return {
        "id": ident,
        "address": f"198.{18 + (number >> 16)}.{low}" if v4 else f"2001:db8:{number >> 16:x}:{number & 0xFFFF:x}::1",
        "dynamic": False,
        "gateway": "198.51.100.1" if v4 else "fe80::1",
        "netmask": "32" if v4 else "64",
        "family": family,
        "provisioning_mode": "dhcp" if v4 else "slaac",
        "tags": [],
        "state": "attached",
        "ipam_id": ident,
    }


def private_nic(number: int, server_id: str, zone: str) -> dict[str, Any]:
    region = zone.rpartition("-")[0]
    return {
        "id": seeded_id("private_nic", number),
        "private_network_id": seeded_id("private_network", region),
        "server_id": server_id,
        "mac_address": f"02:00:00:{number >> 16 & 255:02x}:{number >> 8 & 255:02x}:{number & 255:02x}",
        "state": "available",
        "creation_date": SEEDED_AT,
        "modification_date": SEEDED_AT,
        "zone": zone,
        "tags": [],
        "ipam_ip_ids": [seeded_id("ipam", number)],
    }


def private_network(region: str) -> dict[str, Any]:
    """The network that all seeded servers of a region are in."""
    return {
        "id": seeded_id("private_network", region),
        "name": "backend",
        "organization_id": ORGANIZATION,
        "project_id": PROJECT,
        "region": region,
        "tags": [],
        "created_at": SEEDED_AT,
        "updated_at": SEEDED_AT,
        "subnets": [],
        "vpc_id": seeded_id("vpc", region),
        "dhcp_enabled": True,
        "default_route_propagation_enabled": False,
    }


def private_address(number: int, server_data: dict[str, Any]) -> dict[str, Any]:
    """What IPAM knows of a server's private network card: its address, which the server does not show."""
    nic = server_data["private_nics"][0]
    return {
        "id": seeded_id("ipam", number),
        "address": f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}/8",
        "is_ipv6": False,
        "project_id": PROJECT,
        "region": server_data["zone"].rpartition("-")[0],
        "zone": None,
        "tags": [],
        "reverses": [],
        "source": {"subnet_id": seeded_id("subnet", nic["private_network_id"])},
        "resource": {
            "type": "instance_private_nic",
            "id": nic["id"],
            "mac_address": nic["mac_address"].upper(),
            "name": server_data["name"],
        },
        "created_at": SEEDED_AT,
        "updated_at": SEEDED_AT,
    }


def image(zone: str) -> dict[str, Any]:
    return {
        "id": seeded_id("image", zone),
        "name": "Debian Bookworm",
        "organization": ORGANIZATION,
        "project": PROJECT,
        "root_volume": {"volume_type": "sbs_snapshot", "id": seeded_id("snapshot", zone), "size": 0, "name": ""},
        "extra_volumes": {},
        "public": True,
        "arch": "x86_64",
        "creation_date": SEEDED_AT,
        "modification_date": SEEDED_AT,
        "default_bootscript": None,
        "from_server": "",
        "state": "available",
        "tags": [],
        "zone": zone,
    }


def flexible_ip(address: dict[str, Any], server_data: dict[str, Any]) -> dict[str, Any]:
    v4 = address["family"] == "inet"
    return {
        "id": address["id"],
        "address": address["address"],
        "prefix": None if v4 else address["address"][:-1] + "/64",
        "reverse": None,
        "server": {"id": server_data["id"], "name": server_data["name"]},
        "organization": ORGANIZATION,
        "project": PROJECT,
        "zone": server_data["zone"],
        "type": "routed_ipv4" if v4 else "routed_ipv6",
        "state": "attached",
        "tags": [],
        "ipam_id": address["ipam_id"],
    }


def root_volume(ident: str, server_data: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": ident,
        "name": f"{server_data['name']}-root",
        "volume_type": "l_ssd",
        "export_uri": None,
        "organization": ORGANIZATION,
        "project": PROJECT,
        "server": {"id": server_data["id"], "name": server_data["name"]},
        "size": 20_000_000_000,
        "state": "available",
        "creation_date": SEEDED_AT,
        "modification_date": SEEDED_AT,
        "tags": [],
        "zone": server_data["zone"],
    }
