# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""VPCs, their private networks, routes and rules, as vpc/v2 shows them."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from itertools import count
from typing import Any

from ..errors import ApiFault, in_use, invalid, no_route, not_found
from ..kinds import Answer, Body, Call, Field, Kind, Place, is_true
from ..store import ORGANIZATION, PROJECT, Entry, Store

REGIONS = ("fr-par", "nl-ams", "pl-waw", "it-mil")
NO_RULES: Body = {"rules": [], "default_policy": "accept"}


def without_hidden(store: Store, entry: Entry) -> Body:
    """The object without what the simulator keeps for itself."""
    return {name: value for name, value in entry.data.items() if not name.startswith("_")}


def vpc(store: Store, region: str, name: str, project: str, tags: list[str], default: bool) -> Body:
    now = store.clock.zulu()
    return {
        "id": store.new_id(),
        "name": name,
        "organization_id": ORGANIZATION,
        "project_id": project,
        "region": region,
        "tags": tags,
        "is_default": default,
        "private_network_count": 0,
        "routing_enabled": True,
        "custom_routes_propagation_enabled": True,
        "transitivity_enabled": False,
        "s3_integration_enabled": False,
        "created_at": now,
        "updated_at": now,
        "_acls": {},
    }


def new_vpc(store: Store, place: Place, body: Body) -> Body:
    project, tags = body.get("project_id") or PROJECT, body.get("tags") or []
    made = vpc(store, place.locality, body.get("name") or "vpc-simulated", project, tags, False)
    return dict(made, transitivity_enabled=bool(body.get("enable_transitivity")))


def default_vpc(store: Store, region: str, project: str) -> Entry:
    """The VPC that each project has from the start, per region (findings, section 11)."""
    for entry in store.entries(VPC, region):
        if entry.data["is_default"] and entry.data["project_id"] == project:
            return entry
    return store.add(VPC, region, vpc(store, region, "default", project, ["default"], True))


def may_delete_vpc(store: Store, entry: Entry) -> None:
    if any(network.data["vpc_id"] == entry.data["id"] for network in store.entries(PRIVATE_NETWORK, entry.locality)):
        raise in_use("the VPC has private networks")


def rules(store: Store, entry: Entry, call: Call) -> Answer:
    """The rules of a VPC, one whole set for each IP version."""
    if call.method == "GET":
        return Answer(200, entry.data["_acls"].get(is_true(call.query.get("is_ipv6")), NO_RULES))
    if call.method != "PUT":
        raise no_route(call.method, "acl-rules")
    body = call.body
    if body.get("default_policy") not in ("accept", "drop"):
        raise invalid({"default_policy": ("required", "required key not provided")})
    v6 = bool(body.get("is_ipv6"))
    kept = {"rules": [rule(told, v6) for told in body.get("rules") or []], "default_policy": body["default_policy"]}
    entry.change({"_acls": {**entry.data["_acls"], v6: kept}, "updated_at": store.clock.zulu()})
    return Answer(200, kept)


def rule(told: Body, v6: bool) -> Body:
    shown = dict.fromkeys(("src_port_low", "src_port_high", "dst_port_low", "dst_port_high"), 0)
    shown.update({name: value for name, value in told.items() if value is not None})
    for name in ("source", "destination"):
        if (network(str(told[name]), name).version == 6) != v6:
            raise invalid({name: ("constraint", "this is the other IP version")})
    # The API says whose rules they are (findings, section 10).
    return dict(shown, description=f"(Rule scope: client) {told.get('description') or ''}")


def network(text: str, name: str) -> Any:
    try:
        return ipaddress.ip_network(text)
    except ValueError as error:
        raise invalid({name: ("constraint", str(error))}) from None


def switch(name: str) -> Any:
    def turn_on(store: Store, entry: Entry, call: Call) -> Answer:
        entry.change({name: True, "updated_at": store.clock.zulu()})
        return Answer(200, without_hidden(store, entry))

    return turn_on


def new_network(store: Store, place: Place, body: Body) -> Body:
    now = store.clock.zulu()
    project = body.get("project_id") or PROJECT
    region = place.locality
    if body.get("vpc_id"):
        owner = store.find(VPC, region, body["vpc_id"])
        if owner is None:
            raise not_found("vpc", body["vpc_id"])
    else:
        owner = default_vpc(store, region, project)
    ident = store.new_id()

    def subnet(text: str) -> Body:
        return {
            "id": store.new_id(),
            "created_at": now,
            "updated_at": now,
            "subnet": text,
            "project_id": project,
            "private_network_id": ident,
            "vpc_id": owner.data["id"],
            "region": region,
        }

    owner.change({"private_network_count": owner.data["private_network_count"] + 1})
    return {
        "id": ident,
        "name": body.get("name") or "pn-simulated",
        "organization_id": ORGANIZATION,
        "project_id": project,
        "region": region,
        "tags": body.get("tags") or [],
        "created_at": now,
        "updated_at": now,
        "subnets": [subnet(text) for text in subnets_for(store, owner, body.get("subnets") or [])],
        "vpc_id": owner.data["id"],
        "dhcp_enabled": True,
        "default_route_propagation_enabled": bool(body.get("default_route_propagation_enabled")),
        "has_s3_integration": False,
    }


def subnets_for(store: Store, owner: Entry, asked: list[str]) -> list[str]:
    """One of each version: those that were asked for, and free ones for the rest."""
    taken = [
        ipaddress.ip_network(subnet["subnet"])
        for entry in store.entries(PRIVATE_NETWORK, owner.locality)
        if entry.data["vpc_id"] == owner.data["id"]
        for subnet in entry.data["subnets"]
    ]
    found = [network(text, "subnets") for text in asked]
    for index, one in enumerate(found):
        others = [*taken, *found[:index]]
        if any(one.version == other.version and one.overlaps(other) for other in others):
            raise invalid({"subnets": ("constraint", f"{one} overlaps with another subnet of the VPC")})
    if not any(one.version == 4 for one in found):
        base = int(ipaddress.ip_address("172.16.0.0"))
        free = (ipaddress.ip_network((base + (number << 10), 22)) for number in count(1))
        found.append(next(one for one in free if not any(one.version == t.version and one.overlaps(t) for t in taken)))
    if not any(one.version == 6 for one in found):
        store.addresses += 1
        found.append(ipaddress.ip_network(f"fd5f:519c:6d46:{store.addresses:x}::/64"))
    return [str(one) for one in sorted(found, key=lambda one: one.version)]


def may_delete_network(store: Store, entry: Entry) -> None:
    own = {subnet["id"] for subnet in entry.data["subnets"]}
    addresses = store.objects.get(("ipam.ip", entry.locality), {}).values()
    if any((address.data.get("source") or {}).get("subnet_id") in own for address in addresses):
        raise in_use("the private network has addresses")


def network_gone(store: Store, entry: Entry) -> None:
    owner = store.find(VPC, entry.locality, entry.data["vpc_id"])
    if owner is not None:
        owner.change({"private_network_count": owner.data["private_network_count"] - 1})


def new_route(store: Store, place: Place, body: Body) -> Body:
    now = store.clock.zulu()
    if store.find(VPC, place.locality, body["vpc_id"]) is None:
        raise not_found("vpc", body["vpc_id"])
    network(body["destination"], "destination")
    hops = ("nexthop_resource_id", "nexthop_private_network_id", "nexthop_vpc_connector_id")
    if not any(body.get(hop) for hop in hops):
        raise invalid({"nexthop_resource_id": ("required", "required key not provided")})
    if any(
        (found.data["vpc_id"], found.data["destination"]) == (body["vpc_id"], body["destination"])
        for found in store.entries(ROUTE, place.locality)
    ):
        raise invalid({"destination": ("constraint", "there is a route to it already")})
    return {
        "description": body.get("description") or "Custom route",
        "tags": body.get("tags") or [],
        "vpc_id": body["vpc_id"],
        "destination": body["destination"],
        "is_read_only": False,
        "region": place.locality,
        "type": "custom",
        "created_at": now,
        "updated_at": now,
        **{hop: body.get(hop) for hop in hops},
    }


def routes(store: Store, place: Place, query: Mapping[str, str]) -> tuple[str, list[Body]]:
    """All routes with what they lead to: also those to the subnets themselves, which have no id."""
    shown = []
    for entry in store.entries(PRIVATE_NETWORK, place.locality):
        for subnet in entry.data["subnets"]:
            shown.append(
                {
                    "id": "",
                    "description": "Local Private Network route",
                    "tags": ["MANAGED"],
                    "vpc_id": entry.data["vpc_id"],
                    "destination": subnet["subnet"],
                    "is_read_only": True,
                    "region": place.locality,
                    "type": "subnet",
                    "nexthop_resource_id": None,
                    "nexthop_private_network_id": entry.data["id"],
                    "nexthop_vpc_connector_id": None,
                    "created_at": subnet["created_at"],
                    "updated_at": subnet["updated_at"],
                }
            )
    shown += [dict(entry.data) for entry in store.entries(ROUTE, place.locality)]
    for name in ("vpc_id", "nexthop_resource_id", "nexthop_private_network_id"):
        if query.get(name):
            shown = [route for route in shown if route[name] == query[name]]
    if query.get("is_ipv6"):
        shown = [route for route in shown if (":" in route["destination"]) == is_true(query["is_ipv6"])]
    if query.get("tags"):
        shown = [route for route in shown if set(query["tags"].split(",")) <= set(route["tags"])]
    return "routes", [{"route": route, **next_hop(store, route)} for route in shown]


def next_hop(store: Store, route: Body) -> Body:
    """The name, address and kind of what a route leads to."""
    hop = route["nexthop_resource_id"]
    for entry in list(store.objects.get(("ipam.ip", route["region"]), {}).values()):
        resource = entry.data.get("resource") or {}
        if hop and resource.get("id") == hop:
            address = str(entry.data["address"]).split("/")[0]
            return {
                "nexthop_ip": address,
                "nexthop_name": resource["name"],
                "nexthop_resource_type": resource["type"],
            }
    return {"nexthop_ip": None, "nexthop_name": None, "nexthop_resource_type": "unknown_type"}


def unknown(resource: str, ident: str) -> ApiFault:
    """A missing route has no name (findings, section 5)."""
    return not_found("unknown", "")


def seed(store: Store) -> None:
    for region in REGIONS:
        default_vpc(store, region, PROJECT)


VPC = Kind(
    key="vpc.vpc",
    product="vpc",
    version="v2",
    path="vpcs",
    one="vpc",
    many="vpcs",
    resource="vpc",
    scope="region",
    fields={
        "name": Field(str, update=True),
        "project_id": Field(str),
        "tags": Field(list, update=True),
        "enable_routing": Field(bool),
        "enable_transitivity": Field(bool),
    },
    exact_filters=("project_id", "organization_id", "is_default", "routing_enabled"),
    new=new_vpc,
    may_go=may_delete_vpc,
    shown=without_hidden,
    parts={
        "acl-rules": rules,
        "enable-routing": switch("routing_enabled"),
        "enable-custom-routes-propagation": switch("custom_routes_propagation_enabled"),
    },
)
PRIVATE_NETWORK = Kind(
    key="vpc.private_network",
    product="vpc",
    version="v2",
    path="private-networks",
    one="private_network",
    many="private_networks",
    resource="private_network",
    scope="region",
    fields={
        "name": Field(str, update=True),
        "project_id": Field(str),
        "tags": Field(list, update=True),
        "vpc_id": Field(str),
        "subnets": Field(list),
        "default_route_propagation_enabled": Field(bool, update=True),
    },
    exact_filters=("project_id", "organization_id", "vpc_id", "dhcp_enabled"),
    filters={"private_network_ids": lambda data, values: data["id"] in values},
    new=new_network,
    may_go=may_delete_network,
    gone=network_gone,
    parts={"enable-dhcp": switch("dhcp_enabled")},
)
ROUTE = Kind(
    key="vpc.route",
    product="vpc",
    version="v2",
    path="routes",
    one="route",
    many="routes",
    resource="route",
    scope="region",
    fields={
        "description": Field(str, update=True),
        "tags": Field(list, update=True),
        "vpc_id": Field(str, required=True),
        "destination": Field(str, required=True, update=True),
        "nexthop_resource_id": Field(str, update=True),
        "nexthop_private_network_id": Field(str, update=True),
        "nexthop_vpc_connector_id": Field(str, update=True),
    },
    new=new_route,
    absent=unknown,
)
KINDS = (VPC, PRIVATE_NETWORK, ROUTE)
CATALOGS = {("vpc", "routes-with-nexthop"): ("v2", routes)}
