# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Public gateways of vpc-gw/v2: gateways, their addresses, their private networks and the ports they pass on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..errors import ApiFault, in_use, invalid, no_route, not_found
from ..kinds import Answer, Body, Call, Field, Kind, Place, is_true
from ..store import ORGANIZATION, PROJECT, Entry, Store
from . import ipam, vpc

SOON = 0.2  # seconds; a thirtieth of what the real one takes
# Megabits a second, by type.
TYPES = {"VPC-GW-S": 100, "VPC-GW-M": 1000, "VPC-GW-L": 3000, "VPC-GW-XL": 10000}


def one_of(name: str) -> Any:
    """A filter that takes several values of a field."""
    return lambda data, values: data.get(name) in values


def new_ip(store: Store, place: Place, body: Body) -> Body:
    store.addresses += 1
    now = store.clock.zulu()
    address = f"203.1.{store.addresses >> 8 & 255}.{store.addresses & 255}"
    return {
        "organization_id": ORGANIZATION,
        "project_id": body.get("project_id") or PROJECT,
        "tags": body.get("tags") or [],
        "address": address,
        "zone": place.locality,
        "created_at": now,
        "updated_at": now,
        "reverse": generated(address),
    }


def generated(address: str) -> str:
    return "-".join(reversed(address.split("."))) + ".instances.scw.cloud"


def change_ip(store: Store, entry: Entry, change: Body) -> None:
    reverse = change.get("reverse")
    if reverse == "":
        change["reverse"] = generated(entry.data["address"])
    elif reverse and reverse.startswith("unresolved"):
        raise invalid({"reverse": ("unknown", "must_resolve: Your reverse must resolve.")})
    if "gateway_id" in change:
        _gateway(store, entry.locality, change["gateway_id"])


def may_delete_ip(store: Store, entry: Entry) -> None:
    if entry.data.get("gateway_id"):
        raise in_use("the address is a gateway's")


def new_gateway(store: Store, place: Place, body: Body) -> Body:
    if body["type"] not in TYPES:
        raise invalid({"type": ("constraint", f"must be one of {', '.join(TYPES)}")})
    now = store.clock.zulu()
    if body.get("ip_id"):
        address = store.find(IP, place.locality, body["ip_id"])
        if address is None:
            raise not_found("ip", body["ip_id"])
        if address.data.get("gateway_id"):
            raise invalid({"ip_id": ("constraint", "the address is another gateway's")})
    else:
        address = store.add(
            IP,
            place.locality,
            {"id": store.new_id(), **new_ip(store, place, {"project_id": body.get("project_id")})},
        )
    ident = store.new_id()
    address.change({"gateway_id": ident})
    return {
        "id": ident,
        "organization_id": ORGANIZATION,
        "project_id": body.get("project_id") or PROJECT,
        "created_at": now,
        "updated_at": now,
        "type": body["type"],
        "bandwidth": TYPES[body["type"]],
        "status": "allocating",
        "name": body.get("name") or "gw-simulated",
        "tags": body.get("tags") or [],
        "bastion_enabled": bool(body.get("enable_bastion")),
        "bastion_port": body.get("bastion_port") or 61000,
        "smtp_enabled": bool(body.get("enable_smtp")),
        "is_legacy": False,
        "bastion_allowed_ips": ["0.0.0.0/0"],
        "zone": place.locality,
    }


def made_gateway(store: Store, place: Place, entry: Entry, body: Body) -> None:
    store.soon(entry, 0, {"version": "0.7.9"})
    store.soon(entry, SOON, {"status": "running"})


def shown_gateway(store: Store, entry: Entry) -> Body:
    """A gateway with its address and its networks."""
    networks = [
        found.data
        for found in store.entries(GATEWAY_NETWORK, entry.locality)
        if found.data["gateway_id"] == entry.data["id"]
    ]
    address = next(
        (found.data for found in store.entries(IP, entry.locality) if found.data.get("gateway_id") == entry.data["id"]),
        None,
    )
    return {"gateway_networks": networks, "ipv4": address, **entry.data}


def change_gateway(store: Store, entry: Entry, change: Body) -> None:
    _check_at_rest(entry)
    for option, name in (("enable_bastion", "bastion_enabled"), ("enable_smtp", "smtp_enabled")):
        if option in change:
            change[name] = change.pop(option)
    if set(change) & {"bastion_enabled", "bastion_port", "smtp_enabled"}:
        store.soon(entry, SOON / 2, {"status": "configuring"})
        store.soon(entry, SOON, {"status": "running"})


def _check_at_rest(entry: Entry) -> None:
    """What is being set up takes no changes (findings, section 12)."""
    state = entry.data["status"]
    if state in ("allocating", "configuring", "deleting"):
        body = {
            "type": "transient_state",
            "message": "wait until this is over",
            "resource": "gateway",
            "resource_id": entry.data["id"],
            "current_state": state,
        }
        raise ApiFault(409, body, body)


def may_delete_gateway(store: Store, entry: Entry) -> None:
    if shown_gateway(store, entry)["gateway_networks"]:
        raise in_use("the gateway has private networks")


def delete_gateway(store: Store, entry: Entry, query: Mapping[str, str]) -> None:
    """The address stays, unless the query says otherwise."""
    entry.change({"status": "deleting"})

    def end() -> None:
        store.remove(entry)
        for rule in list(store.entries(PAT_RULE, entry.locality)):
            if rule.data["gateway_id"] == entry.data["id"]:
                store.remove(rule)
        for address in list(store.entries(IP, entry.locality)):
            if address.data.get("gateway_id") == entry.data["id"]:
                del address.data["gateway_id"]
                address.change({})
                if is_true(query.get("delete_ip")):
                    store.remove(address)

    store.soon(entry, SOON, end)


def upgrade(store: Store, entry: Entry, call: Call) -> Answer:
    """To a larger type."""
    wanted = call.body.get("type") or entry.data["type"]
    if TYPES.get(wanted, 0) < entry.data["bandwidth"]:
        raise invalid({"type": ("constraint", "a gateway can only grow")})
    entry.change({"type": wanted, "bandwidth": TYPES[wanted]})
    return Answer(200, shown_gateway(store, entry))


def bastion_ranges(store: Store, entry: Entry, call: Call) -> Answer:
    """Who may use the bastion: set as a whole, or changed one by one."""
    ranges = list(entry.data["bastion_allowed_ips"])
    told = call.body.get("ip_ranges") or []
    if call.method == "DELETE":
        ranges.remove("/".join(call.rest))
    elif call.method == "PUT":
        ranges = told
    elif call.method == "POST":
        ranges += [text for text in told if text not in ranges]
    else:
        raise no_route(call.method, "bastion-allowed-ips")
    for text in ranges:
        vpc.network(text, "ip_ranges")
    entry.change({"bastion_allowed_ips": ranges, "updated_at": store.clock.zulu()})
    return Answer(204) if call.method == "DELETE" else Answer(200, {"ip_ranges": ranges})


def refresh_keys(store: Store, entry: Entry, call: Call) -> Answer:
    entry.change({"updated_at": store.clock.zulu()})
    return Answer(200, shown_gateway(store, entry))


def new_network(store: Store, place: Place, body: Body) -> Body:
    gateway = _gateway(store, place.locality, body["gateway_id"])
    _check_at_rest(gateway)
    region = place.locality.rpartition("-")[0]
    network = store.find(vpc.PRIVATE_NETWORK, region, body["private_network_id"])
    if network is None:
        raise not_found("private_network", body["private_network_id"])
    if any(
        (found.data["gateway_id"], found.data["private_network_id"]) == (body["gateway_id"], network.data["id"])
        for found in store.entries(GATEWAY_NETWORK, place.locality)
    ):
        raise invalid({"private_network_id": ("constraint", "the gateway is in it already")})
    now = store.clock.zulu()
    ident = store.new_id()
    store.addresses += 1
    mac = f"02:00:00:{store.addresses >> 16 & 255:02X}:{store.addresses >> 8 & 255:02X}:{store.addresses & 255:02X}"
    holder = {"type": "vpc_gateway_network", "id": ident, "mac_address": mac, "name": gateway.data["name"]}
    if body.get("ipam_ip_id"):
        ipam.hold(store, region, [body["ipam_ip_id"]], holder)
        address = body["ipam_ip_id"]
    else:
        address = ipam.book(store, network, resource=holder).data["id"]
    return {
        "id": ident,
        "created_at": now,
        "updated_at": now,
        "gateway_id": body["gateway_id"],
        "private_network_id": network.data["id"],
        "masquerade_enabled": bool(body.get("enable_masquerade")),
        "status": "created",
        "push_default_route": bool(body.get("push_default_route")),
        "ipam_ip_id": address,
        "zone": place.locality,
        "_mac": mac,
    }


def made_network(store: Store, place: Place, entry: Entry, body: Body) -> None:
    """Its hardware address shows a little later; the gateway is busy until it is ready."""
    store.soon(entry, 0, {"mac_address": entry.data.pop("_mac")})
    store.soon(entry, SOON, {"status": "ready"})
    _busy(store, entry)


def _busy(store: Store, entry: Entry) -> None:
    gateway = _gateway(store, entry.locality, entry.data["gateway_id"])
    gateway.change({"status": "configuring"})
    store.soon(gateway, SOON, {"status": "running"})


def change_network(store: Store, entry: Entry, change: Body) -> None:
    if "enable_masquerade" in change:
        change["masquerade_enabled"] = change.pop("enable_masquerade")
    region = entry.locality.rpartition("-")[0]
    address = str(change.get("ipam_ip_id", entry.data["ipam_ip_id"]))
    if address != entry.data["ipam_ip_id"]:
        held = store.find(ipam.IP, region, entry.data["ipam_ip_id"])
        holder = held.data["resource"] if held else None
        ipam.let_go(store, region, entry.data["id"])
        ipam.hold(store, region, [address], holder or {})
    if change:
        change["status"] = "configuring"
        store.soon(entry, SOON, {"status": "ready"})


def delete_network(store: Store, entry: Entry, query: Mapping[str, str]) -> None:
    entry.change({"status": "detaching"})

    def end() -> None:
        store.remove(entry)
        ipam.let_go(store, entry.locality.rpartition("-")[0], entry.data["id"])

    store.soon(entry, SOON, end)


def check_rule(store: Store, place: Place, body: Body) -> None:
    _gateway(store, place.locality, body["gateway_id"])
    _check_free(store, place.locality, body, "")


def _check_free(store: Store, zone: str, rule: Body, ident: str) -> None:
    for name in ("public_port", "private_port"):
        if not 1 <= rule[name] <= 65535:
            raise invalid({name: ("constraint", "must be a port")})
    protocols = {"tcp", "udp"} if rule.get("protocol") in (None, "both", "unknown_protocol") else {rule["protocol"]}
    for found in store.entries(PAT_RULE, zone):
        theirs = {"tcp", "udp"} if found.data["protocol"] == "both" else {found.data["protocol"]}
        same = (found.data["gateway_id"], found.data["public_port"]) == (rule["gateway_id"], rule["public_port"])
        if same and theirs & protocols and found.data["id"] != ident:
            raise invalid({"public_port": ("constraint", "the port is in use")})


def new_rule(store: Store, place: Place, body: Body) -> Body:
    now = store.clock.zulu()
    protocol = body.get("protocol") or "both"
    return {
        "gateway_id": body["gateway_id"],
        "created_at": now,
        "updated_at": now,
        "public_port": body["public_port"],
        "private_ip": body["private_ip"],
        "private_port": body["private_port"],
        "protocol": "both" if protocol == "unknown_protocol" else protocol,
        "zone": place.locality,
    }


def change_rule(store: Store, entry: Entry, change: Body) -> None:
    _check_free(store, entry.locality, {**entry.data, **change}, entry.data["id"])


def _gateway(store: Store, zone: str, ident: str) -> Entry:
    found = store.find(GATEWAY, zone, ident)
    if found is None:
        raise not_found("gateway", ident)
    return found


def types(store: Store, place: Place, query: Mapping[str, str]) -> tuple[str, list[Body]]:
    return "types", [{"name": name, "bandwidth": speed, "zone": place.locality} for name, speed in TYPES.items()]


IP = Kind(
    key="vpcgw.ip",
    product="vpc-gw",
    version="v2",
    path="ips",
    one="ip",
    many="ips",
    resource="ip",
    fields={
        "project_id": Field(str),
        "tags": Field(list, update=True),
        "reverse": Field(str, update=True),
        "gateway_id": Field(str, update=True),
    },
    substring_filters=("reverse",),
    exact_filters=("project_id", "organization_id"),
    filters={"is_free": lambda data, values: bool(data.get("gateway_id")) != is_true(values[0])},
    new=new_ip,
    may_change=change_ip,
    may_go=may_delete_ip,
)
GATEWAY = Kind(
    key="vpcgw.gateway",
    product="vpc-gw",
    version="v2",
    path="gateways",
    one="gateway",
    many="gateways",
    resource="gateway",
    fields={
        "project_id": Field(str),
        "name": Field(str, update=True),
        "tags": Field(list, update=True),
        "type": Field(str, required=True),
        "ip_id": Field(str),
        "enable_smtp": Field(bool, update=True),
        "enable_bastion": Field(bool, update=True),
        "bastion_port": Field(int, update=True),
    },
    exact_filters=("project_id", "organization_id"),
    filters={"status": one_of("status"), "types": one_of("type")},
    new=new_gateway,
    made=made_gateway,
    may_change=change_gateway,
    may_go=may_delete_gateway,
    delete=delete_gateway,
    deleted=200,
    shown=shown_gateway,
    parts={"upgrade": upgrade, "bastion-allowed-ips": bastion_ranges, "refresh-ssh-keys": refresh_keys},
)
GATEWAY_NETWORK = Kind(
    key="vpcgw.gateway_network",
    product="vpc-gw",
    version="v2",
    path="gateway-networks",
    one="gateway_network",
    many="gateway_networks",
    resource="gateway_network",
    fields={
        "gateway_id": Field(str, required=True),
        "private_network_id": Field(str, required=True),
        "enable_masquerade": Field(bool, update=True),
        "push_default_route": Field(bool, update=True),
        "ipam_ip_id": Field(str, update=True),
    },
    exact_filters=("masquerade_enabled",),
    filters={
        "gateway_ids": one_of("gateway_id"),
        "private_network_ids": one_of("private_network_id"),
        "status": one_of("status"),
    },
    new=new_network,
    made=made_network,
    may_change=change_network,
    delete=delete_network,
    deleted=200,
)
PAT_RULE = Kind(
    key="vpcgw.pat_rule",
    product="vpc-gw",
    version="v2",
    path="pat-rules",
    one="pat_rule",
    many="pat_rules",
    resource="pat_rule",
    fields={
        "gateway_id": Field(str, required=True),
        "public_port": Field(int, required=True, update=True),
        "private_ip": Field(str, required=True, update=True),
        "private_port": Field(int, required=True, update=True),
        "protocol": Field(str, update=True, choices=("both", "tcp", "udp", "unknown_protocol")),
    },
    filters={
        "gateway_ids": one_of("gateway_id"),
        "private_ips": one_of("private_ip"),
        "protocol": lambda data, values: "unknown_protocol" in values or data["protocol"] in values,
    },
    check=check_rule,
    new=new_rule,
    may_change=change_rule,
)
KINDS = (IP, GATEWAY, GATEWAY_NETWORK, PAT_RULE)
CATALOGS = {("vpc-gw", "gateway-types"): ("v2", types)}
