# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Addresses of ipam/v1: those that were booked, and those that resources in private networks hold."""

from __future__ import annotations

import ipaddress
from typing import Any

from ..errors import in_use, invalid, not_found
from ..kinds import Answer, Body, Call, Field, Kind, Place, is_true
from ..store import ORGANIZATION, PROJECT, Entry, Store
from . import vpc

FIRST = 2  # .0 is the network, .1 its gateway


def book(
    store: Store,
    network: Entry,
    v6: bool = False,
    resource: Body | None = None,
    address: str | None = None,
    **more: Any,
) -> Entry:
    """Take an address of a private network, any or the given one, for a resource or for later."""
    subnet = next(
        (found for found in network.data["subnets"] if (":" in found["subnet"]) == v6),
        None,
    )
    if subnet is None:
        raise invalid({"source": ("constraint", "the private network has no such subnet")})
    whole = ipaddress.ip_network(subnet["subnet"])
    taken = {
        ipaddress.ip_interface(entry.data["address"]).ip
        for entry in store.entries(IP, network.locality)
        if (entry.data.get("source") or {}).get("subnet_id") == subnet["id"]
    }
    if address:
        wanted = _address(address)
        if wanted not in whole:
            raise invalid({"address": ("constraint", f"the address is not in {whole}")})
        if wanted in taken:
            raise invalid({"address": ("constraint", "the address is taken")})
    else:
        numbers = range(FIRST, whole.num_addresses - 1)
        wanted = next((whole[number] for number in numbers if whole[number] not in taken), None)
        if wanted is None:
            raise invalid({"source": ("constraint", "the subnet is full")})
    now = store.clock.zulu()
    data = {
        "id": store.new_id(),
        "address": f"{wanted}/{whole.prefixlen}",
        "project_id": network.data["project_id"],
        "is_ipv6": v6,
        "created_at": now,
        "updated_at": now,
        "source": {"subnet_id": subnet["id"]},
        "resource": resource,
        "tags": [],
        "reverses": [],
        "region": network.locality,
        "zone": None,
        "_private_network_id": network.data["id"],
        "_vpc_id": network.data["vpc_id"],
        **more,
    }
    return store.add(IP, network.locality, data)


def _address(text: str) -> Any:
    try:
        return ipaddress.ip_address(text)
    except ValueError as error:
        raise invalid({"address": ("format", str(error))}) from None


def hold(store: Store, region: str, idents: list[str], resource: Body) -> None:
    """Let booked addresses belong to a resource."""
    for ident in idents:
        entry = store.find(IP, region, ident)
        if entry is None:
            raise not_found("ip", ident)
        if entry.data["resource"]:
            raise invalid({"ipam_ip_ids": ("constraint", "the address is attached to something else")})
        entry.change({"resource": resource, "updated_at": store.clock.zulu()})


def let_go(store: Store, region: str, resource_id: str) -> None:
    """Free the addresses of a resource that is gone: those that were booked stay booked."""
    for entry in list(store.entries(IP, region)):
        if (entry.data.get("resource") or {}).get("id") == resource_id:
            if entry.data.get("_booked"):
                entry.change({"resource": None})
            else:
                store.remove(entry)


def new_ip(store: Store, place: Place, body: Body) -> Body:
    source = body["source"]
    network = None
    for found in store.entries(vpc.PRIVATE_NETWORK, place.locality):
        subnets = [subnet["id"] for subnet in found.data["subnets"]]
        if source.get("private_network_id") == found.data["id"] or source.get("subnet_id") in subnets:
            network = found
    if network is None:
        raise not_found("private_network", source.get("private_network_id") or source.get("subnet_id") or "")
    custom = body.get("resource")
    booked = book(store, network, bool(body.get("is_ipv6")), address=body.get("address"))
    store.remove(booked)
    data = dict(booked.data, project_id=body.get("project_id") or PROJECT, tags=body.get("tags") or [], _booked=True)
    return dict(data, resource=custom_resource(data["id"], custom) if custom else None)


def custom_resource(ident: str, told: Body) -> Body:
    """A machine that is not Scaleway's, by its hardware address; the API shows that in capitals."""
    mac = str(told.get("mac_address") or "").upper()
    if not mac:
        raise invalid({"resource.mac_address": ("required", "required key not provided")})
    return {"type": "custom", "id": ident, "mac_address": mac, "name": told.get("name")}


def change_ip(store: Store, entry: Entry, change: Body) -> None:
    """Names are echoed empty, and there on the next read (findings, section 5)."""
    if "reverses" in change:
        later = [{"hostname": told["hostname"], "address": told.get("address")} for told in change["reverses"] or []]
        change["reverses"] = []
        store.soon(entry, 0.01, {"reverses": later})


def may_release(store: Store, entry: Entry) -> None:
    if entry.data.get("resource"):
        raise in_use("the address is attached")


def attach(store: Store, entry: Entry, call: Call) -> Answer:
    if entry.data["resource"]:
        raise invalid({"resource": ("constraint", "the address is attached to something else")})
    return _holds(store, entry, call.body.get("resource"))


def detach(store: Store, entry: Entry, call: Call) -> Answer:
    _check_holder(entry, call.body.get("resource"))
    return _holds(store, entry, None)


def move(store: Store, entry: Entry, call: Call) -> Answer:
    """To another resource, or to none."""
    _check_holder(entry, call.body.get("from_resource"))
    return _holds(store, entry, call.body.get("to_resource"))


def _check_holder(entry: Entry, told: Body | None) -> None:
    held = entry.data["resource"] or {}
    if not told or held.get("mac_address") != str(told.get("mac_address")).upper():
        raise invalid({"resource": ("constraint", "the address is not attached to it")})


def _holds(store: Store, entry: Entry, told: Body | None) -> Answer:
    resource = custom_resource(entry.data["id"], told) if told else None
    entry.change({"resource": resource, "updated_at": store.clock.zulu()})
    return Answer(200, vpc.without_hidden(store, entry))


def of_resource(name: str, anything: str = "") -> Any:
    """A filter by what an address belongs to."""

    def fits(data: Body, values: list[str]) -> bool:
        held = str((data.get("resource") or {}).get(name) or "").upper()
        return anything in values or held in [value.upper() for value in values]

    return fits


IP = Kind(
    key="ipam.ip",
    product="ipam",
    version="v1",
    path="ips",
    one="ip",
    many="ips",
    resource="ip",
    scope="region",
    fields={
        "source": Field(dict, required=True),
        "is_ipv6": Field(bool),
        "address": Field(str),
        "project_id": Field(str),
        "tags": Field(list, update=True),
        "resource": Field(dict),
        "reverses": Field(list, update=True),
    },
    exact_filters=("project_id", "is_ipv6"),
    filters={
        "organization_id": lambda data, values: ORGANIZATION in values,
        "attached": lambda data, values: bool(data.get("resource")) == is_true(values[0]),
        "resource_types": of_resource("type"),
        "resource_type": of_resource("type", "unknown_type"),
        "resource_id": of_resource("id"),
        "resource_ids": of_resource("id"),
        "resource_name": of_resource("name"),
        "mac_address": of_resource("mac_address"),
        "private_network_id": lambda data, values: data.get("_private_network_id") in values,
        "vpc_id": lambda data, values: data.get("_vpc_id") in values,
        "subnet_id": lambda data, values: (data.get("source") or {}).get("subnet_id") in values,
        "zonal": lambda data, values: (data.get("source") or {}).get("zonal") in values,
        "ip_ids": lambda data, values: data["id"] in values,
    },
    new=new_ip,
    may_change=change_ip,
    may_go=may_release,
    shown=vpc.without_hidden,
    parts={"attach": attach, "detach": detach, "move": move},
)
KINDS = (IP,)
