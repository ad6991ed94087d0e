# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Flexible addresses of Elastic Metal, and their virtual hardware addresses."""

from __future__ import annotations

from collections.abc import Mapping

from ..errors import ApiFault, denied, invalid, no_route, not_found
from ..kinds import Answer, Body, Call, Field, Kind, Place
from ..store import ORGANIZATION, PROJECT, Entry, Store

SOON = 0.2  # seconds; a fiftieth of what the real one takes
MAC_TYPES = ("vmware", "xen", "kvm")


def refused(resource: str, ident: str) -> ApiFault:
    """What is not there is answered as what one may not see (findings, section 5)."""
    return denied("flexible-ip", "read")


def new_ip(store: Store, place: Place, body: Body) -> Body:
    store.addresses += 1
    now = store.clock.zulu()
    low = (store.addresses >> 8 & 255, store.addresses & 255)
    address = f"2001:db8:f:{store.addresses:x}::" if body.get("is_ipv6") else f"203.2.{low[0]}.{low[1]}"
    return {
        "organization_id": ORGANIZATION,
        "project_id": body.get("project_id") or PROJECT,
        "description": body.get("description") or "",
        "tags": body.get("tags") or [],
        "status": "ready",
        "ip_address": f"{address}/64" if body.get("is_ipv6") else address,
        "reverse": body.get("reverse") or generated(address),
        "zone": place.locality,
        "updated_at": now,
        "created_at": now,
        "mac_address": None,
        "server_id": None,
    }


def generated(address: str) -> str:
    return address.replace(".", "-").replace(":", "-") + ".rev.poneytelecom.eu."


def made(store: Store, place: Place, entry: Entry, body: Body) -> None:
    """The answer shows no server yet (findings, section 10)."""
    if body.get("server_id"):
        give(store, entry, body["server_id"])


def change(store: Store, entry: Entry, wanted: Body) -> None:
    reverse = wanted.get("reverse")
    if reverse == "":
        wanted["reverse"] = generated(str(entry.data["ip_address"]).split("/")[0])
    elif reverse and reverse.startswith("unresolved"):
        raise invalid({"reverse": ("constraint", "Your reverse must resolve.")})


def give(store: Store, entry: Entry, server: str) -> None:
    entry.change({"status": "updating", "updated_at": store.clock.zulu()})
    store.soon(entry, SOON, {"status": "attached", "server_id": server})


def delete(store: Store, entry: Entry, query: Mapping[str, str]) -> None:
    """One that a server has is taken off it first."""
    if entry.data["server_id"]:
        entry.change({"status": "detaching"})
        store.soon(entry, SOON, lambda: store.remove(entry))
    else:
        store.remove(entry)


def attach(store: Store, place: Place, call: Call) -> Answer:
    """Give addresses to a server."""
    entries = _asked(store, place, call)
    for entry in entries:
        give(store, entry, call.body["server_id"])
    return _several(entries)


def detach(store: Store, place: Place, call: Call) -> Answer:
    """Take addresses off their servers."""
    entries = _asked(store, place, call)
    for entry in entries:
        if entry.data["server_id"]:
            entry.change({"status": "detaching", "updated_at": store.clock.zulu()})
            store.soon(entry, SOON, {"status": "ready", "server_id": None})
    return _several(entries)


def _asked(store: Store, place: Place, call: Call) -> list[Entry]:
    entries = []
    for ident in call.body.get("fips_ids") or []:
        entry = store.find(IP, place.locality, ident)
        if entry is None:
            raise refused("", ident)
        entries.append(entry)
    return entries


def _several(entries: list[Entry]) -> Answer:
    return Answer(200, {"flexible_ips": [entry.data for entry in entries], "total_count": len(entries)})


def mac(store: Store, entry: Entry, call: Call) -> Answer:
    """Make, copy, move or delete the virtual hardware address."""
    now = store.clock.zulu()
    if call.method == "DELETE":
        if entry.data["mac_address"] is None:
            raise not_found("flexible_ips", entry.data["id"])
        entry.change({"mac_address": None, "updated_at": now})
        return Answer(204)
    if call.method != "POST":
        raise no_route(call.method, "mac")
    action = call.rest[0] if call.rest else ""
    if action == "move":
        goal = _other(store, entry, call.body.get("dst_fip_id"))
        moved, goal.data["mac_address"] = entry.data["mac_address"], entry.data["mac_address"]
        if moved is None:
            raise not_found("flexible_ips", entry.data["id"])
        entry.change({"mac_address": None, "updated_at": now})
        return _touched(store, goal)
    if action == "duplicate":
        source = _other(store, entry, call.body.get("duplicate_from_fip_id"))
        if source.data["mac_address"] is None:
            raise not_found("flexible_ips", source.data["id"])
        entry.change({"mac_address": {**source.data["mac_address"], "id": store.new_id()}})
        return _touched(store, entry)
    if call.body.get("mac_type") not in MAC_TYPES:
        raise invalid({"mac_type": ("constraint", f"must be one of {', '.join(MAC_TYPES)}")})
    if entry.data["mac_address"] is not None:
        raise invalid({"mac_type": ("constraint", "it has one already")})
    store.addresses += 1
    text = f"52:54:00:{store.addresses >> 16 & 255:02x}:{store.addresses >> 8 & 255:02x}:{store.addresses & 255:02x}"
    made_mac = {
        "id": store.new_id(),
        "mac_address": text,
        "mac_type": call.body["mac_type"],
        "status": "ready",
        "updated_at": now,
        "created_at": now,
        "zone": entry.locality,
    }
    entry.change({"mac_address": made_mac})
    return _touched(store, entry)


def _touched(store: Store, entry: Entry) -> Answer:
    """A server that has the address is told of the change."""
    entry.change({"updated_at": store.clock.zulu()})
    if entry.data["server_id"]:
        entry.change({"status": "updating"})
        store.soon(entry, SOON, {"status": "attached"})
    return Answer(200, dict(entry.data))


def _other(store: Store, entry: Entry, ident: str | None) -> Entry:
    found = store.find(IP, entry.locality, ident or "")
    if found is None:
        raise refused("", str(ident))
    return found


IP = Kind(
    key="flexibleip.ip",
    product="flexible-ip",
    version="v1alpha1",
    path="fips",
    one="flexible_ip",
    many="flexible_ips",
    resource="flexible_ip",
    fields={
        "description": Field(str, update=True),
        "is_ipv6": Field(bool),
        "project_id": Field(str),
        "tags": Field(list, update=True),
        "server_id": Field(str),
        "reverse": Field(str, update=True),
    },
    exact_filters=("project_id", "organization_id", "server_id"),
    filters={
        "status": lambda data, values: data.get("status") in values,
        "server_ids": lambda data, values: data.get("server_id") in values,
    },
    new=new_ip,
    made=made,
    may_change=change,
    delete=delete,
    absent=refused,
    parts={"mac": mac},
)
KINDS = (IP,)
ENDPOINTS = {
    ("flexible-ip", "v1alpha1", "fips/attach"): attach,
    ("flexible-ip", "v1alpha1", "fips/detach"): detach,
}
