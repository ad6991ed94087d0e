# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""Flexible IPs of Elastic Metal, for the modules that manage or list them (api/resources.json, flexibleip.v1alpha1)."""

from __future__ import annotations

import typing as t
from dataclasses import replace

from ._api import ResourceApi
from ._compare import same, same_set
from ._context import Context
from ._errors import InvalidInput
from ._plan import Plan
from ._resource import CREATED, ITEM, Item, Request, Resource, Shown, Steps

GENERATED = ".rev.poneytelecom.eu."

BAREMETAL_SERVER = Resource(product="baremetal", version="v1", path="servers", one="server", status="status")


def given_to(item: Item, value: t.Any) -> Steps:
    """Attach to a server, or take off the one that has it."""
    path = "fips/attach" if value else "fips/detach"
    body = {"fips_ids": [item["id"]], **({"server_id": value} if value else {})}
    return [Request("POST", (), body, path=path)]


def virtual_mac(item: Item, value: t.Any) -> Steps:
    """Make a hardware address of a type, in place of one of another type; "" deletes it."""
    steps = [Request("DELETE", (ITEM, "mac"))] if item.get("mac_address") else []
    return [*steps, *([Request("POST", (ITEM, "mac"), {"mac_type": value})] if value else [])]


def shared_mac(api: ResourceApi, context: Context, plan: Plan) -> Plan:
    """The plan with the hardware address of another address, where that was asked for. Raises :class:`InvalidInput`."""
    source = context.params.get("share_mac_of")
    if not source or plan.after is None:
        return plan
    other = api.get(source)
    mac = (other or {}).get("mac_address")
    if not mac:
        raise InvalidInput(
            f"share_mac_of: {(other or {}).get('ip_address') or source} has no hardware address to share. "
            "Give it one with virtual_mac first."
        )
    own = plan.after.get("mac_address") or {}
    if own.get("mac_address") == mac["mac_address"]:
        return plan
    ident = str((plan.before or {}).get("id") or CREATED)
    steps = [Request("DELETE", (ident, "mac"))] if own else []
    steps.append(Request("POST", (ident, "mac", "duplicate"), {"duplicate_from_fip_id": source}))
    shown = {name: mac[name] for name in ("mac_address", "mac_type")}
    return Plan(plan.before, dict(plan.after, mac_address=shown), (*plan.requests, *steps))


def type_of(mac: t.Any) -> t.Any:
    return mac.get("mac_type") if isinstance(mac, dict) else None


def same_address(wanted: t.Any, current: t.Any) -> bool:
    """The same address: IPv6 is shown with its length."""
    return str(wanted).partition("/")[0] == str(current).partition("/")[0]


def same_reverse(wanted: t.Any, current: t.Any) -> bool:
    """The same name, with or without a dot at its end; "" is the one that Scaleway gives by itself."""
    if wanted == "":
        return str(current).endswith(GENERATED)
    return same(str(wanted).rstrip("."), str(current).rstrip("."))


ADDRESS = Resource(
    product="flexible-ip",
    version="v1alpha1",
    path="fips",
    one="flexible_ip",
    many="flexible_ips",
    hidden=True,
    named_by=("ip_address",),
    filtered_as={"name": ""},
)
FLEXIBLE_IP = replace(
    ADDRESS,
    identity=("address",),
    alternatives=(("tags",), ("reverse",)),
    nameless=True,
    filters=("tags", "status", "server"),
    filtered_as={"name": "", "server": "server_ids"},
    fields=("description", "is_ipv6", "reverse", "server", "tags", "virtual_mac"),
    rename={"address": "ip_address", "server": "server_id"},
    references={"server": BAREMETAL_SERVER, "share_mac_of": ADDRESS},
    more=shared_mac,
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
    maps=("mac_address",),  # another kind is another address
    defaults={"description": "", "tags": [], "server_id": None, "mac_address": None},
    status="status",
    steady=("ready", "attached"),
    lingers=True,
)
