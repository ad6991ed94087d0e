# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""The resources of site-to-site VPN (api/resources.json, s2s_vpn.v1alpha1)."""

from __future__ import annotations

import typing as t

from ._api import ResourceApi
from ._choices import check_known
from ._compare import same, same_set
from ._context import Context
from ._errors import InvalidInput
from ._ipam import IPAM_IP
from ._paging import list_all
from ._plan import Plan
from ._resource import ITEM, Item, Request, Resource, Shown, Steps, inside
from ._secret_manager import SECRET
from ._values import address_of, networks_of
from ._vpc import PRIVATE_NETWORK

VERSIONS = ("ipv4", "ipv6")


def check_gateway(api: ResourceApi, context: Context, plan: Plan) -> None:
    """The type of a new gateway must be one of the region's."""
    if plan.before is None and plan.after is not None:
        types = list_all(api.client, f"{api.base}/vpn-gateway-types", "gateway_types")
        known = [str(found["name"]) for found in types]
        check_known("gateway_type", str(plan.after["gateway_type"]), known, "gateway type", api.locality)


def with_public_config(fields: Item) -> Item:
    """A creation takes the public addresses as one object."""
    sent = dict(fields)
    public = {key: sent.pop(f"public_{key}") for key in ("ipam_ipv4_id", "ipam_ipv6_id") if f"public_{key}" in sent}
    return dict(sent, public_config=public) if public else sent


GATEWAY = Resource(
    product="s2s-vpn",
    version="v1alpha1",
    path="vpn-gateways",
    one="gateway",
    many="gateways",
    scope="region",
    needed=("name", "gateway_type", "private_network"),
    create_only=(
        *("gateway_type", "private_network_id", "ipam_private_ipv4_id", "ipam_private_ipv6_id", "zone"),
        *("public_ipam_ipv4_id", "public_ipam_ipv6_id"),
    ),
    rename={
        "private_network": "private_network_id",
        "private_ipv4": "ipam_private_ipv4_id",
        "private_ipv6": "ipam_private_ipv6_id",
        "public_ipv4": "public_ipam_ipv4_id",
        "public_ipv6": "public_ipam_ipv6_id",
        "gateway_zone": "zone",
    },
    references={
        "private_network": PRIVATE_NETWORK,
        "private_ipv4": IPAM_IP,
        "private_ipv6": IPAM_IP,
        "public_ipv4": IPAM_IP,
        "public_ipv6": IPAM_IP,
    },
    convert={"gateway_type": lambda value, option: str(value).upper()},
    shown_as={
        "public_ipam_ipv4_id": inside("public_config", "ipam_ipv4_id"),
        "public_ipam_ipv6_id": inside("public_config", "ipam_ipv6_id"),
    },
    compare={"tags": same_set},
    defaults={"tags": []},
    creation=with_public_config,
    check=check_gateway,
    status="status",
    steady=("active",),
    failed=("failed", "locked"),
    leaving=("deprovisioning",),
    lingers=True,
    volatile=("connection_ids",),
)


def system_number(value: t.Any, option: str) -> int:
    """The number of an autonomous system. Raises InvalidInput."""
    if not 1 <= int(value) <= 4294967295:
        raise InvalidInput(f"{option}: {value} is no number of an autonomous system. They are 1 to 4294967295.")
    return int(value)


def addresses_as_sent(fields: Item) -> Item:
    """Bodies say ``ipv4_public`` where answers say ``public_ipv4``."""
    names = {f"public_{version}": f"{version}_public" for version in VERSIONS}
    return {names.get(name, name): value for name, value in fields.items()}


CUSTOMER_GATEWAY = Resource(
    product="s2s-vpn",
    version="v1alpha1",
    path="customer-gateways",
    one="customer_gateway",
    list_key="gateways",
    scope="region",
    needed=("name", "asn"),
    convert={"asn": system_number, "public_ipv4": address_of, "public_ipv6": address_of},
    compare={"tags": same_set},
    defaults={"tags": []},
    creation=addresses_as_sent,
    change=lambda fields, item: addresses_as_sent(fields),
    volatile=("connection_ids",),
)
ROUTING_POLICY = Resource(
    product="s2s-vpn",
    version="v1alpha1",
    path="routing-policies",
    one="routing_policy",
    scope="region",
    needed=("name",),
    create_only=("is_ipv6",),
    convert={"prefix_filter_in": networks_of, "prefix_filter_out": networks_of},
    compare={"tags": same_set, "prefix_filter_in": same_set, "prefix_filter_out": same_set},
    defaults={"is_ipv6": False, "tags": [], "prefix_filter_in": [], "prefix_filter_out": []},
    sent_defaults=("is_ipv6",),
)


def session(value: Item, option: str) -> Item:
    """What is told of a BGP session, as the API spells it."""
    told = {"routing_policy_id" if name == "routing_policy" else name: text for name, text in value.items()}
    return {name: text for name, text in told.items() if text is not None}


def only_policy_differs(wanted: Item, current: t.Optional[Item]) -> bool:
    """Whether a session can become what was asked for: it keeps its addresses."""
    addresses = {name: value for name, value in wanted.items() if name != "routing_policy_id"}
    return current is not None and (not addresses or same(addresses, current))


def set_policy(key: str) -> t.Callable[[Item, t.Any], Steps]:
    def steps(item: Item, value: t.Any) -> Steps:
        return [Request("POST", (ITEM, "set-routing-policy"), {key: value["routing_policy_id"]})]

    return steps


def propagated(item: Item, on: bool) -> Steps:
    return [Request("POST", (ITEM, "enable-route-propagation" if on else "disable-route-propagation"), {})]


def connection_as_sent(fields: Item) -> Item:
    """A creation has other names for what answers show."""
    sent = dict(fields, enable_route_propagation=fields["route_propagation_enabled"])
    del sent["route_propagation_enabled"]
    if "secret_id" in sent:
        sent["secret"] = {"id": sent.pop("secret_id")}
    return sent


def as_shown(name: str) -> Shown:
    return Shown(name, lambda value: value, lambda value: value)


CONNECTION = Resource(
    product="s2s-vpn",
    version="v1alpha1",
    path="connections",
    one="connection",
    scope="region",
    needed=("name", "vpn_gateway", "customer_gateway", "ikev2_ciphers", "esp_ciphers"),
    given_once=("pre_shared_key",),
    create_only=("vpn_gateway_id", "customer_gateway_id", "is_ipv6"),
    rename={"vpn_gateway": "vpn_gateway_id", "customer_gateway": "customer_gateway_id", "secret": "secret_id"},
    references={
        "vpn_gateway": GATEWAY,
        "customer_gateway": CUSTOMER_GATEWAY,
        "secret": SECRET,
        "bgp_config_ipv4.routing_policy": ROUTING_POLICY,
        "bgp_config_ipv6.routing_policy": ROUTING_POLICY,
    },
    convert={"bgp_config_ipv4": session, "bgp_config_ipv6": session},
    shown_as={"bgp_config_ipv4": as_shown("bgp_session_ipv4"), "bgp_config_ipv6": as_shown("bgp_session_ipv6")},
    compare={"tags": same_set},
    defaults={
        "tags": [],
        "is_ipv6": False,
        "initiation_policy": "vpn_gateway",
        "route_propagation_enabled": False,
    },
    sent_defaults=("is_ipv6", "initiation_policy", "route_propagation_enabled"),
    in_place={"bgp_config_ipv4": only_policy_differs, "bgp_config_ipv6": only_policy_differs},
    creation=connection_as_sent,
    actions={
        "secret_id": lambda item, ident: [Request("POST", (ITEM, "change-psk"), {"secret": {"id": ident}})],
        "bgp_config_ipv4": set_policy("routing_policy_v4"),
        "bgp_config_ipv6": set_policy("routing_policy_v6"),
        "route_propagation_enabled": propagated,
    },
    status="status",
    volatile=(
        "secret_revision",
        *(f"{kind}_status_{v}" for kind in ("tunnel", "bgp") for v in VERSIONS),
        "tunnel_status",
    ),
)
