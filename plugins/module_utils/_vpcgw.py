# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""Public gateways and what belongs to them, for the modules that manage, list or name them (api/resources.json, vpcgw.v2)."""

from __future__ import annotations

import typing as t

from ._api import ResourceApi
from ._compare import same, same_ignoring_case, same_set
from ._context import Context
from ._errors import InvalidInput
from ._ipam import IPAM_IP
from ._managed import check_offered
from ._plan import Plan
from ._resource import ITEM, Item, Request, Resource, Shown, Steps, act
from ._values import address_of, networks_of, port_of
from ._vpc import PRIVATE_NETWORK, also_called

GENERATED = ".instances.scw.cloud"
BOTH = ("tcp", "udp")


def patched(field: str) -> t.Callable[[Item, t.Any], Steps]:
    """A field that a creation does not take."""

    def steps(item: Item, value: t.Any) -> Steps:
        return [Request("PATCH", (ITEM,), {field: value})]

    return steps


def same_reverse(wanted: t.Any, current: t.Any) -> bool:
    """The same name; "" is the one that Scaleway gives by itself."""
    return same(wanted, current) or (wanted == "" and str(current).endswith(GENERATED))


def inner_id(value: t.Any) -> t.Any:
    return value.get("id") if isinstance(value, dict) else None


def grown(item: Item, value: t.Any) -> Steps:
    return [Request("POST", (ITEM, "upgrade"), {"type": value})]


def same_protocol(wanted: t.Any, current: t.Any) -> bool:
    return bool((wanted or "both") == current)


def protocols(name: t.Any) -> t.Set[str]:
    return {*BOTH} if name in (None, "both") else {name}


def check_gateway(api: ResourceApi, context: Context, plan: Plan) -> None:
    check_offered(api, plan, "type", "gateway type", "gateway-types", "types")


def check_port(api: ResourceApi, context: Context, plan: Plan) -> None:
    """The public port of a rule must be free: another rule, or the bastion, may have it."""
    rule = dict(plan.before or {}, **(plan.after or {}))
    port, gateway = rule["public_port"], rule["gateway_id"]
    for other in api.list({"gateway_ids": gateway}):
        taken = protocols(other["protocol"]) & protocols(rule.get("protocol"))
        if other["public_port"] == port and taken and other["id"] != rule.get("id"):
            raise InvalidInput(
                f"public_port: {port} is in use by the rule {other['id']} ({other['protocol']} to {other['private_ip']} "
                f"port {other['private_port']}). Choose another port, or change that rule."
            )
    there = ResourceApi(api.client, PUBLIC_GATEWAY, context.params, api.locality).get(gateway) or {}
    if there.get("bastion_enabled") and there.get("bastion_port") == port and "tcp" in protocols(rule.get("protocol")):
        raise InvalidInput(f"public_port: {port} is in use by the bastion of the gateway. Choose another port.")


PUBLIC_GATEWAY_IP = Resource(
    product="vpc-gw",
    version="v2",
    path="ips",
    one="ip",
    named_by=("address",),
    filtered_as={"name": ""},
    identity=("address",),
    alternatives=(("tags",), ("reverse",)),
    nameless=True,
    filters=("tags", "reverse", "is_free"),
    fields=("reverse", "tags"),
    actions={"reverse": patched("reverse")},
    set_later=("reverse",),
    compare={"tags": same_set, "reverse": same_reverse},
    defaults={"tags": []},
)
PUBLIC_GATEWAY = Resource(
    product="vpc-gw",
    version="v2",
    path="gateways",
    one="gateway",
    filters=("name", "status", "type", "private_network"),
    filtered_as={"type": "types", "private_network": "private_network_ids"},
    needed=("name", "type"),
    not_fields=("delete_ip",),
    rename={"ip": "ip_id"},
    references={"ip": PUBLIC_GATEWAY_IP, "private_network": PRIVATE_NETWORK},
    convert={"bastion_port": port_of, "bastion_allowed_ips": networks_of},
    shown_as={
        "enable_bastion": also_called("bastion_enabled"),
        "enable_smtp": also_called("smtp_enabled"),
        "ip_id": Shown("ipv4", inner_id, lambda value: {"id": value}),
    },
    create_only=("ip_id",),
    check=check_gateway,
    actions={"type": grown, "bastion_allowed_ips": act("bastion-allowed-ips", key="ip_ranges", method="PUT")},
    set_later=("bastion_allowed_ips",),
    compare={"tags": same_set, "type": same_ignoring_case, "bastion_allowed_ips": same_set},
    defaults={
        "tags": [],
        "bastion_enabled": False,
        "bastion_port": 61000,
        "bastion_allowed_ips": ["0.0.0.0/0"],
        "smtp_enabled": False,
        "gateway_networks": [],
    },
    delete_query={"delete_ip": "delete_ip"},
    status="status",
    steady=("running", "stopped"),
    failed=("failed", "locked"),
    lingers=True,
)
PUBLIC_GATEWAY_NETWORK = Resource(
    product="vpc-gw",
    version="v2",
    path="gateway-networks",
    one="gateway_network",
    owner="",
    identity=("gateway", "private_network"),
    filters=("gateway", "private_network", "status"),
    filtered_as={"gateway": "gateway_ids", "private_network": "private_network_ids"},
    needed=("gateway", "private_network"),
    rename={"gateway": "gateway_id", "private_network": "private_network_id", "ipam_ip": "ipam_ip_id"},
    references={"gateway": PUBLIC_GATEWAY, "private_network": PRIVATE_NETWORK, "ipam_ip": IPAM_IP},
    shown_as={"enable_masquerade": also_called("masquerade_enabled")},
    create_only=("gateway_id", "private_network_id"),
    defaults={"masquerade_enabled": False, "push_default_route": False},
    status="status",
    steady=("ready",),
    lingers=True,
)
PUBLIC_GATEWAY_PAT_RULE = Resource(
    product="vpc-gw",
    version="v2",
    path="pat-rules",
    one="pat_rule",
    owner="",
    identity=("gateway", "public_port", "protocol"),
    may_lack=("protocol",),
    filters=("gateway", "private_ip"),
    filtered_as={"gateway": "gateway_ids", "private_ip": "private_ips"},
    needed=("gateway", "public_port", "private_ip", "private_port"),
    rename={"gateway": "gateway_id"},
    references={"gateway": PUBLIC_GATEWAY},
    convert={"public_port": port_of, "private_port": port_of, "private_ip": address_of},
    create_only=("gateway_id",),
    recognized={"protocol": same_protocol},
    defaults={"protocol": "both"},
    check=check_port,
    checks_place=True,
)
