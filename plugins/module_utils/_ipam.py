# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""Addresses of IPAM, for the modules that manage, list or name them (api/resources.json, ipam.v1)."""

from __future__ import annotations

import ipaddress
import re
import typing as t

from ._api import ResourceApi
from ._compare import same_set
from ._context import Context
from ._errors import InvalidInput
from ._plan import Plan
from ._resource import ITEM, Item, Params, Request, Resource, Shown, Steps
from ._values import address_of
from ._vpc import PRIVATE_NETWORK

# Names that Scaleway gives by itself.
GENERATED = (".scw.cloud",)
_MAC = re.compile(r"[0-9A-F]{2}(:[0-9A-F]{2}){5}")


def without_length(address: t.Any) -> str:
    return str(address or "").partition("/")[0]


def custom_resource(value: t.Any, option: str) -> Item:
    """A machine that is not Scaleway's, with its hardware address in the API's spelling. Raises InvalidInput."""
    if not any(value.values()):
        return {}
    mac = str(value.get("mac_address") or "").upper().replace("-", ":")
    if not _MAC.fullmatch(mac):
        raise InvalidInput(
            f"{option}.mac_address: {value.get('mac_address')!r} is no hardware address. Write it like 02:00:00:00:00:2a, "
            "or give an empty dictionary to detach the address."
        )
    return {"mac_address": mac, **({"name": value["name"]} if value.get("name") else {})}


def as_custom(value: t.Any) -> t.Optional[Item]:
    return dict(value, type="custom") if value else None


def attached_to(item: Item, value: Item) -> Steps:
    """Attach, move or detach, by what the address belongs to now. Raises :class:`InvalidInput`."""
    held = item.get("resource") or {}
    if held and held.get("type") != "custom":
        raise InvalidInput(
            f"resource: {without_length(item['address'])} belongs to the {held.get('type')} {held.get('name') or ''} "
            f"({held.get('id')}). Only what manages that can take it off."
        )
    former = {name: held[name] for name in ("mac_address", "name") if held.get(name)}
    if not held:
        return [Request("POST", (ITEM, "attach"), {"resource": value})]
    if not value:
        return [Request("POST", (ITEM, "detach"), {"resource": former})]
    return [Request("POST", (ITEM, "move"), {"from_resource": former, "to_resource": dict(former, **value)})]


def names_of(reverses: t.Any, option: str) -> t.List[Item]:
    """Names without the dot at their ends. Raises :class:`InvalidInput`."""
    return [
        {
            "hostname": reverse["hostname"].rstrip("."),
            **(
                {"address": address_of(reverse["address"], f"{option}[{number}].address")}
                if reverse.get("address")
                else {}
            ),
        }
        for number, reverse in enumerate(reverses)
    ]


def own_names(reverses: t.Any) -> t.List[Item]:
    """The names that users gave."""
    return [reverse for reverse in reverses or [] if not str(reverse.get("hostname")).rstrip(".").endswith(GENERATED)]


def same_names(wanted: t.Any, current: t.Any) -> bool:
    """The same names, for the same addresses where these were told."""
    there = own_names(current)
    return len(wanted) == len(there) and all(
        any(
            str(other.get("hostname")).rstrip(".") == name["hostname"]
            and name.get("address") in (None, other.get("address"))
            for other in there
        )
        for name in wanted
    )


def renamed(item: Item, value: t.Any) -> Steps:
    return [Request("PATCH", (ITEM,), {"reverses": value})]


def booking(fields: Item) -> Item:
    """What a creation sends: where the address comes from is an object."""
    if not fields.get("private_network_id"):
        raise InvalidInput("private_network must be set to book an address: it comes from there.")
    body = dict(fields)
    return dict(body, source={"private_network_id": body.pop("private_network_id")})


def in_subnet(api: ResourceApi, context: Context, plan: Plan) -> Plan:
    """A new address must lie in a subnet of its network, whose length it is shown with. Raises :class:`InvalidInput`."""
    address = context.params.get("address")
    if plan.before is not None or not address:
        return plan
    ident = context.params["private_network"]
    network = ResourceApi(api.client, PRIVATE_NETWORK, context.params, api.locality).get(ident)
    subnets = [ipaddress.ip_network(subnet["subnet"]) for subnet in (network or {}).get("subnets") or []]
    wanted = ipaddress.ip_address(address_of(address, "address"))
    for subnet in subnets:
        if wanted in subnet:
            return plan._replace(after=dict(plan.after or {}, address=f"{wanted}/{subnet.prefixlen}"))
    if not subnets:
        return plan
    raise InvalidInput(
        f"address: {wanted} is in none of the subnets of the private network {(network or {}).get('name')} ({ident}): "
        f"{', '.join(map(str, subnets))}."
    )


def released(item: Item, params: Params) -> Steps:
    """A machine of the user's own gives the address back first."""
    held = item.get("resource") or {}
    steps = attached_to(item, {}) if held.get("type") == "custom" else []
    return [*steps, Request("DELETE", (ITEM,), purpose="delete")]


IPAM_IP = Resource(
    product="ipam",
    version="v1",
    path="ips",
    one="ip",
    scope="region",
    called=lambda text: {"address": without_length(text)},
    filtered_as={"address": ""},
    identity=("private_network", "address"),
    alternatives=(("address",), ("private_network", "tags", "is_ipv6"), ("tags", "is_ipv6")),
    may_lack=("is_ipv6",),
    nameless=True,
    filters=(
        "private_network",
        "tags",
        "attached",
        "is_ipv6",
        "resource_id",
        "resource_name",
        "resource_type",
        "mac_address",
    ),
    fields=("private_network", "address", "is_ipv6", "resource", "tags", "reverses"),
    create_only=("address", "is_ipv6"),
    rename={"private_network": "private_network_id"},
    references={"private_network": PRIVATE_NETWORK},
    convert={"address": address_of, "resource": custom_resource, "reverses": names_of},
    creation=booking,
    shown_as={
        "address": Shown("address", without_length, str),
        "resource": Shown("resource", lambda resource: resource, as_custom),
    },
    compare={"tags": same_set, "reverses": same_names},
    # The list is asked for those of the network: they themselves show its subnet only.
    write_only=("private_network_id",),
    recognized={
        "private_network_id": lambda wanted, current: True,
        "is_ipv6": lambda wanted, current: bool(wanted) == bool(current),
    },
    actions={"resource": attached_to, "reverses": renamed},
    set_later=("reverses",),
    more=in_subnet,
    reread=True,
    deletion=released,
    defaults={"is_ipv6": False, "tags": [], "reverses": [], "resource": None, "zone": None},
)
