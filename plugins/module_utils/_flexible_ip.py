# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""Flexible IPs of Elastic Metal, for the modules that manage or list them (api/resources.json, flexibleip.v1alpha1)."""

from __future__ import annotations

import typing as t

from ._compare import same, same_set
from ._resource import ITEM, Item, Request, Resource, Shown, Steps

GENERATED = ".rev.poneytelecom.eu."

BAREMETAL_SERVER = Resource(
    product="baremetal", version="v1", path="servers", one="server", many="servers", status="status"
)


def given_to(item: Item, value: t.Any) -> Steps:
    """Attach to a server, or take off the one that has it."""
    path = "fips/attach" if value else "fips/detach"
    body = {"fips_ids": [item["id"]], **({"server_id": value} if value else {})}
    return [Request("POST", (), body, path=path)]


def virtual_mac(item: Item, value: t.Any) -> Steps:
    """Make a hardware address of a type, in place of one of another type; "" deletes it."""
    steps = [Request("DELETE", (ITEM, "mac"))] if item.get("mac_address") else []
    return [*steps, *([Request("POST", (ITEM, "mac"), {"mac_type": value})] if value else [])]


def type_of(mac: t.Any) -> t.Any:
    return mac.get("mac_type") if isinstance(mac, dict) else None


def same_address(wanted: t.Any, current: t.Any) -> bool:
    """The same address: IPv6 is shown with its length."""
    return str(wanted).split("/")[0] == str(current).split("/")[0]


def same_reverse(wanted: t.Any, current: t.Any) -> bool:
    """The same name, with or without a dot at its end; "" is the one that Scaleway gives by itself."""
    if wanted == "":
        return str(current).endswith(GENERATED)
    return same(str(wanted).rstrip("."), str(current).rstrip("."))


FLEXIBLE_IP = Resource(
    product="flexible-ip",
    version="v1alpha1",
    path="fips",
    one="flexible_ip",
    many="flexible_ips",
    hidden=True,
    identity=("address",),
    alternatives=(("tags",), ("reverse",)),
    nameless=True,
    filters=("tags", "status", "server"),
    filtered_as={"server": "server_ids"},
    fields=("description", "is_ipv6", "reverse", "server", "tags", "virtual_mac"),
    rename={"address": "ip_address", "server": "server_id"},
    references={"server": BAREMETAL_SERVER},
    shown_as={
        "is_ipv6": Shown("ip_address", lambda address: ":" in str(address), lambda value: None),
        "server_id": Shown("server_id", lambda value: value, lambda value: value or None),
        "virtual_mac": Shown("mac_address", type_of, lambda value: {"mac_type": value} if value else None),
    },
    create_only=("is_ipv6",),
    recognized={"ip_address": same_address},
    compare={"tags": same_set, "reverse": same_reverse},
    actions={"server_id": given_to, "virtual_mac": virtual_mac},
    set_later=("virtual_mac",),
    defaults={"description": "", "tags": [], "server_id": None, "mac_address": None},
    status="status",
    steady=("ready", "attached"),
    lingers=True,
)
