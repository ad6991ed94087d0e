# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The site-to-site VPN of s2s-vpn/v1alpha1: gateways on both sides, routing policies, connections."""

from __future__ import annotations

from typing import Any

from ..errors import invalid, not_found
from ..kinds import Answer, Body, Call, Field, Kind, Place
from ..store import ORGANIZATION, PROJECT, Entry, Store

CREATE = 0.2  # seconds; a two hundredth of what the real one takes
TYPES = ("VGW-S", "VGW-M", "VGW-L")
SCALEWAY = 12876  # the number of its autonomous system
INITIATORS = ("unknown_initiation_policy", "vpn_gateway", "customer_gateway")


def owned(store: Store, place: Place, body: Body) -> Body:
    now = store.clock.zulu()
    return {
        "name": body["name"],
        "project_id": body.get("project_id") or PROJECT,
        "organization_id": ORGANIZATION,
        "tags": body.get("tags") or [],
        "region": place.locality,
        "created_at": now,
        "updated_at": now,
    }


def new_gateway(store: Store, place: Place, body: Body) -> Body:
    public = body.get("public_config") or {}
    return {
        **owned(store, place, body),
        "status": "provisioning",
        "gateway_type": body["gateway_type"],
        "private_network_id": body["private_network_id"],
        "ipam_private_ipv4_id": body.get("ipam_private_ipv4_id") or store.new_id(),
        "ipam_private_ipv6_id": body.get("ipam_private_ipv6_id") or store.new_id(),
        "asn": SCALEWAY,
        "connection_ids": [],
        "zone": body.get("zone") or f"{place.locality}-1",
        "public_config": {name: public.get(name) or store.new_id() for name in ("ipam_ipv4_id", "ipam_ipv6_id")},
    }


def check_gateway(store: Store, place: Place, body: Body) -> None:
    if body["gateway_type"] not in TYPES:
        raise invalid({"gateway_type": ("constraint", "type is unknown")})
    if store.named("vpc.private_network", place.locality, body["private_network_id"]) is None:
        raise not_found("private_network", body["private_network_id"])


def made_gateway(store: Store, place: Place, entry: Entry, body: Body) -> None:
    store.soon(entry, CREATE, {"status": "failed" if "vpn_gateway" in store.mishaps else "active"})


def address(text: Any) -> str:
    return str(text).split("/", 1)[0]


def new_customer_gateway(store: Store, place: Place, body: Body) -> Body:
    there = {f"public_{v}": address(body[f"{v}_public"]) for v in ("ipv4", "ipv6") if body.get(f"{v}_public")}
    return {**owned(store, place, body), "asn": body["asn"], "connection_ids": [], **there}


def change_customer_gateway(store: Store, entry: Entry, change: Body) -> None:
    for version in ("ipv4", "ipv6"):
        if f"{version}_public" in change:
            change[f"public_{version}"] = address(change.pop(f"{version}_public"))


def new_policy(store: Store, place: Place, body: Body) -> Body:
    return {
        **owned(store, place, body),
        "is_ipv6": body["is_ipv6"],
        "prefix_filter_in": body.get("prefix_filter_in") or [],
        "prefix_filter_out": body.get("prefix_filter_out") or [],
    }


def check_connection(store: Store, place: Place, body: Body) -> None:
    for kind, name in ((GATEWAY, "vpn_gateway_id"), (CUSTOMER_GATEWAY, "customer_gateway_id")):
        if store.find(kind, place.locality, body[name]) is None:
            raise not_found(kind.resource, body[name])
    for name in ("bgp_config_ipv4", "bgp_config_ipv6"):
        policy = (body.get(name) or {}).get("routing_policy_id")
        if policy and store.find(POLICY, place.locality, policy) is None:
            raise not_found("routing_policy", policy)


def new_connection(store: Store, place: Place, body: Body) -> Body:
    secret = body.get("secret") or {}
    initiator = body.get("initiation_policy")
    sessions = {f"bgp_session_{v}": body[f"bgp_config_{v}"] for v in ("ipv4", "ipv6") if body.get(f"bgp_config_{v}")}
    return {
        **owned(store, place, body),
        "status": "down",
        "is_ipv6": body["is_ipv6"],
        "initiation_policy": "vpn_gateway" if initiator in (None, INITIATORS[0]) else initiator,
        "secret_id": secret.get("id") or store.new_id(),
        "secret_revision": secret.get("revision") or 1,
        "ikev2_ciphers": body["ikev2_ciphers"],
        "esp_ciphers": body["esp_ciphers"],
        "route_propagation_enabled": bool(body.get("enable_route_propagation")),
        "vpn_gateway_id": body["vpn_gateway_id"],
        "customer_gateway_id": body["customer_gateway_id"],
        "tunnel_status": "down",
        "tunnel_status_ipv4": "unknown_tunnel_status",
        "tunnel_status_ipv6": "unknown_tunnel_status",
        "bgp_status_ipv4": "down" if "bgp_session_ipv4" in sessions else "disabled",
        "bgp_status_ipv6": "down" if "bgp_session_ipv6" in sessions else "disabled",
        **sessions,
        "_own_secret": bool(secret),
    }


def made_connection(store: Store, place: Place, entry: Entry, body: Body) -> None:
    """The gateway is configured after each change of its connections."""
    linked(store, entry, True)


def linked(store: Store, entry: Entry, there: bool) -> None:
    for kind, name in ((GATEWAY, "vpn_gateway_id"), (CUSTOMER_GATEWAY, "customer_gateway_id")):
        side = store.find(kind, entry.locality, entry.data[name])
        if side is None:
            continue
        others = [ident for ident in side.data["connection_ids"] if ident != entry.data["id"]]
        side.change({"connection_ids": [*others, entry.data["id"]] if there else others})
        if kind is GATEWAY:
            side.change({"status": "configuring"})
            store.soon(side, CREATE, {"status": "active"})


def shown_connection(store: Store, entry: Entry) -> Body:
    return {name: value for name, value in entry.data.items() if not name.startswith("_")}


def key_of(store: Store, entry: Entry) -> Body:
    """The key is told once, unless it was the user's own."""
    return {"pre_shared_key": "" if entry.data["_own_secret"] else f"psk-{store.new_id()}"}


def propagation(on: bool) -> Any:
    def part(store: Store, entry: Entry, call: Call) -> Answer:
        entry.change({"route_propagation_enabled": on, "updated_at": store.clock.zulu()})
        return Answer(200, shown_connection(store, entry))

    return part


def change_key(store: Store, entry: Entry, call: Call) -> Answer:
    secret = call.body.get("secret") or {}
    entry.change({"secret_id": secret.get("id"), "secret_revision": secret.get("revision") or 1})
    return Answer(200, {"secret_revision": entry.data["secret_revision"]})


def set_policy(store: Store, entry: Entry, call: Call) -> Answer:
    for name, version in (("routing_policy_v4", "ipv4"), ("routing_policy_v6", "ipv6")):
        ident = call.body.get(name)
        if not ident:
            continue
        if store.find(POLICY, entry.locality, ident) is None:
            raise not_found("routing_policy", ident)
        there = entry.data.get(f"bgp_session_{version}") or {}
        entry.change({f"bgp_session_{version}": {**there, "routing_policy_id": ident}})
    return Answer(200, shown_connection(store, entry))


def types(store: Store, place: Place, query: Any) -> tuple[str, Any]:
    return "gateway_types", [
        {
            "name": name,
            "bandwidth": 100_000_000 * 10**number,
            "allowed_connections": 10 * (number + 1),
            "zones": [f"{place.locality}-1"],
            "region": place.locality,
        }
        for number, name in enumerate(TYPES)
    ]


GATEWAY = Kind(
    key="s2s_vpn.gateway",
    product="s2s-vpn",
    version="v1alpha1",
    path="vpn-gateways",
    one="vpn_gateway",
    many="gateways",
    resource="vpn_gateway",
    scope="region",
    fields={
        "name": Field(str, required=True, update=True),
        "tags": Field(list, update=True),
        "gateway_type": Field(str, required=True),
        "private_network_id": Field(str, required=True),
        "public_config": Field(dict),
        "ipam_private_ipv4_id": Field(str),
        "ipam_private_ipv6_id": Field(str),
        "zone": Field(str),
        "project_id": Field(str),
    },
    exact_filters=("project_id", "organization_id"),
    new=new_gateway,
    check=check_gateway,
    made=made_gateway,
    leaves_as={"status": "deprovisioning"},
    deleted=200,
)
CUSTOMER_GATEWAY = Kind(
    key="s2s_vpn.customer_gateway",
    product="s2s-vpn",
    version="v1alpha1",
    path="customer-gateways",
    one="customer_gateway",
    many="gateways",
    resource="customer_gateway",
    scope="region",
    fields={
        "name": Field(str, required=True, update=True),
        "tags": Field(list, update=True),
        "asn": Field(int, required=True, update=True),
        "ipv4_public": Field(str, update=True),
        "ipv6_public": Field(str, update=True),
        "project_id": Field(str),
    },
    exact_filters=("project_id", "organization_id"),
    new=new_customer_gateway,
    may_change=change_customer_gateway,
)
POLICY = Kind(
    key="s2s_vpn.routing_policy",
    product="s2s-vpn",
    version="v1alpha1",
    path="routing-policies",
    one="routing_policy",
    many="routing_policies",
    resource="routing_policy",
    scope="region",
    fields={
        "name": Field(str, required=True, update=True),
        "tags": Field(list, update=True),
        "is_ipv6": Field(bool, required=True),
        "prefix_filter_in": Field(list, update=True),
        "prefix_filter_out": Field(list, update=True),
        "project_id": Field(str),
    },
    exact_filters=("project_id", "organization_id"),
    new=new_policy,
)
CONNECTION = Kind(
    key="s2s_vpn.connection",
    product="s2s-vpn",
    version="v1alpha1",
    path="connections",
    one="connection",
    many="connections",
    resource="connection",
    scope="region",
    wrapped_once=True,
    fields={
        "name": Field(str, required=True, update=True),
        "tags": Field(list, update=True),
        "is_ipv6": Field(bool, required=True),
        "initiation_policy": Field(str, update=True, choices=INITIATORS),
        "ikev2_ciphers": Field(list, required=True, update=True),
        "esp_ciphers": Field(list, required=True, update=True),
        "enable_route_propagation": Field(bool),
        "vpn_gateway_id": Field(str, required=True),
        "customer_gateway_id": Field(str, required=True),
        "secret": Field(dict),
        "bgp_config_ipv4": Field(dict),
        "bgp_config_ipv6": Field(dict),
        "project_id": Field(str),
    },
    exact_filters=("project_id", "organization_id"),
    new=new_connection,
    check=check_connection,
    made=made_connection,
    gone=lambda store, entry: linked(store, entry, False),
    also=key_of,
    shown=shown_connection,
    parts={
        "enable-route-propagation": propagation(True),
        "disable-route-propagation": propagation(False),
        "change-psk": change_key,
        "set-routing-policy": set_policy,
    },
)
KINDS = (GATEWAY, CUSTOMER_GATEWAY, POLICY, CONNECTION)
CATALOGS = {("s2s-vpn", "vpn-gateway-types"): ("v1alpha1", types)}
