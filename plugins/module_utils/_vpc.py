# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""The resources of VPCs, for the modules that manage, list or name them (api/resources.json, vpc.v2)."""

from __future__ import annotations

import ipaddress
import typing as t
from dataclasses import replace

from ._api import ResourceApi
from ._compare import same, same_set
from ._context import Context
from ._errors import InvalidInput
from ._plan import Plan
from ._resource import ITEM, Item, Params, Request, Resource, Shown, Steps
from ._values import network_of, networks_of

SCOPE_OF_RULES = "(Rule scope: client) "
PORTS = ("src_port_low", "src_port_high", "dst_port_low", "dst_port_high")
PROTOCOLS_WITH_PORTS = ("TCP", "UDP")


def also_called(name: str) -> Shown:
    """A field that the API shows under another name."""
    return Shown(name, lambda value: value, lambda value: value)


def one_way(option: str, *path: str) -> t.Callable[[Item, t.Any], Steps]:
    """What can be turned on by an action, and not off again."""

    def steps(item: Item, value: t.Any) -> Steps:
        if not value:
            raise InvalidInput(f"{option}: it is on, and cannot be turned off again. Leave the option out.")
        return [Request("POST", (ITEM, *path), {})]

    return steps


def vpc_body(fields: Item) -> Item:
    if fields.get("enable_routing") is False:
        raise InvalidInput("enable_routing: every new VPC routes between its networks. Leave the option out.")
    return fields


def networks_shown(subnets: t.Any) -> t.List[str]:
    return [str(subnet["subnet"]) for subnet in subnets or []]


def same_networks(wanted: t.Any, current: t.Any) -> bool:
    """The same networks of the IP versions that were asked for; Scaleway adds one of the other version by itself."""
    versions = {":" in text for text in wanted}
    return {*wanted} == {text for text in current if (":" in text) in versions}


def subnets_of(values: t.Any, option: str) -> t.List[str]:
    """Networks that do not overlap. Raises :class:`InvalidInput`."""
    found = networks_of(values, option)
    for number, text in enumerate(found):
        _check_overlap(text, found[:number], f"{option}[{number}]", "another one of the list")
    return found


def _check_overlap(text: str, others: t.Iterable[str], option: str, whose: str) -> None:
    network = ipaddress.ip_network(text)
    for other in map(ipaddress.ip_network, others):
        if network.version == other.version and network.overlaps(other):
            raise InvalidInput(f"{option}: {text} overlaps with {other}, {whose}. Choose a network that is free.")


def check_network(api: ResourceApi, context: Context, plan: Plan) -> None:
    """The subnets of a new private network must be free in its VPC."""
    wanted = (plan.requests[-1].body or {}) if isinstance(plan.requests[-1], Request) else {}
    if plan.before is not None or not wanted.get("subnets"):
        return
    vpc = wanted.get("vpc_id")
    if not vpc:
        owner, owner_id = api.owner
        found = ResourceApi(api.client, VPC, context.params, api.locality).list({"is_default": True, owner: owner_id})
        vpc = found[0]["id"] if found else None
    for other in api.list({"vpc_id": vpc}) if vpc else []:
        for number, text in enumerate(wanted["subnets"]):
            whose = f"a subnet of the private network {other['name']} ({other['id']}) in the same VPC"
            _check_overlap(text, networks_shown(other["subnets"]), f"subnets[{number}]", whose)


DESCRIPTION = "Custom route"


def route_body(fields: Item) -> Item:
    if not any(name.startswith("nexthop") for name in fields):
        raise InvalidInput(
            "nexthop_resource, nexthop_private_network or nexthop_vpc_connector must be set: a route leads somewhere."
        )
    return fields


def route_fields(params: Params) -> Item:
    """The fields of a route. Scaleway fills an empty description in: it is sent as that."""
    wanted = PLAIN_ROUTE.wanted(params)
    if wanted.get("description") == "":
        wanted["description"] = DESCRIPTION
    return wanted


def acl_rules(rules: t.List[Item], option: str) -> t.List[Item]:
    """Rules in the API's spelling. Raises :class:`InvalidInput` for one that cannot be."""
    return [_acl_rule(rule, f"{option}[{number}]") for number, rule in enumerate(rules)]


def _acl_rule(rule: Item, option: str) -> Item:
    given: t.Dict[str, int] = {name: rule[name] for name in PORTS if rule.get(name) is not None}
    if given and rule["protocol"] not in PROTOCOLS_WITH_PORTS:
        raise InvalidInput(f"{option}: {rule['protocol']} has no ports. Leave {', '.join(given)} out.")
    spelled: Item = {name: rule[name] for name in ("protocol", "action")}
    for name in ("source", "destination"):
        spelled[name] = network_of(rule[name], f"{option}.{name}")
    for side in ("src", "dst"):
        low = given.get(f"{side}_port_low", 0)
        high = given.get(f"{side}_port_high", low)
        if not 0 <= low <= high <= 65535:
            raise InvalidInput(f"{option}: {side}_port_low {low} to {side}_port_high {high} is no range of ports.")
        spelled.update({f"{side}_port_low": low, f"{side}_port_high": high})
    return dict(spelled, description=rule.get("description") or "")


def acl_fields(params: t.Mapping[str, t.Any]) -> Item:
    """The rules, all of one IP version. Raises :class:`InvalidInput`."""
    v6 = bool(params.get("is_ipv6"))
    fields: Item = {"is_ipv6": v6}
    if params.get("default_policy"):
        fields["default_policy"] = params["default_policy"]
    if params.get("rules") is not None:
        fields["rules"] = acl_rules(params["rules"], "rules")
        for number, rule in enumerate(fields["rules"]):
            for name in ("source", "destination"):
                if (":" in rule[name]) != v6:
                    raise InvalidInput(
                        f"rules[{number}].{name}: {rule[name]} is no network of IPv{6 if v6 else 4}. "
                        "The rules of each version are a set of their own: see is_ipv6."
                    )
    return fields


def rules_shown(rules: t.Any) -> t.List[Item]:
    """Rules as they were set: without what the API writes before their descriptions."""
    return [
        dict(
            rule,
            protocol=str(rule.get("protocol")).upper(),
            description=(rule.get("description") or "").replace(SCOPE_OF_RULES, "", 1),
        )
        for rule in rules or []
    ]


def rules_as_shown(rules: t.Any) -> t.List[Item]:
    return [dict(rule, description=SCOPE_OF_RULES + rule["description"]) for rule in rules]


def no_rules(acl: Item) -> bool:
    """Whether everything may pass, as in a VPC whose rules were never set."""
    return not acl.get("rules") and acl.get("default_policy") in (None, "accept")


def without_rules(acl: Item, params: t.Mapping[str, t.Any]) -> Steps:
    body = {"rules": [], "is_ipv6": bool(params.get("is_ipv6")), "default_policy": "accept"}
    return [Request("PUT", (), body, purpose="delete")]


VPC = Resource(
    product="vpc",
    version="v2",
    path="vpcs",
    one="vpc",
    scope="region",
    filters=("name", "is_default"),
    needed=("name",),
    create_only=("enable_transitivity",),
    creation=vpc_body,
    shown_as={
        "enable_routing": also_called("routing_enabled"),
        "enable_custom_routes_propagation": also_called("custom_routes_propagation_enabled"),
        "enable_transitivity": also_called("transitivity_enabled"),
    },
    actions={
        "enable_routing": one_way("enable_routing", "enable-routing"),
        "enable_custom_routes_propagation": one_way(
            "enable_custom_routes_propagation", "enable-custom-routes-propagation"
        ),
    },
    set_later=("enable_custom_routes_propagation",),
    compare={"tags": same_set},
    defaults={
        "tags": [],
        "is_default": False,
        "private_network_count": 0,
        "routing_enabled": True,
        "custom_routes_propagation_enabled": True,
        "transitivity_enabled": False,
    },
)
PRIVATE_NETWORK = Resource(
    product="vpc",
    version="v2",
    path="private-networks",
    one="private_network",
    scope="region",
    identity=("vpc", "name"),
    may_lack=("vpc",),
    filters=("name", "vpc"),
    recognized={"vpc_id": lambda wanted, current: wanted in (None, current)},
    needed=("name",),
    rename={"vpc": "vpc_id"},
    references={"vpc": VPC},
    convert={"subnets": subnets_of},
    shown_as={
        "subnets": Shown("subnets", networks_shown, lambda value: [{"subnet": text} for text in value]),
        "enable_dhcp": also_called("dhcp_enabled"),
    },
    create_only=("vpc_id", "subnets"),
    actions={"enable_dhcp": one_way("enable_dhcp", "enable-dhcp")},
    set_later=("enable_dhcp",),
    compare={"tags": same_set, "subnets": same_networks},
    defaults={"tags": [], "dhcp_enabled": True, "default_route_propagation_enabled": False},
    held_back=("resource_still_in_use",),
    check=check_network,
    checks_place=True,
    legacy={"scaleway_private_network": ""},
)
PLAIN_ROUTE = Resource(
    product="vpc",
    version="v2",
    path="routes",
    one="route",
    list_path="routes-with-nexthop",
    listed_in="route",
    nothing=lambda route: bool(route.get("is_read_only")),
    scope="region",
    owner="",
    identity=("vpc", "destination"),
    filters=("vpc", "nexthop_private_network", "nexthop_resource", "is_ipv6"),
    fields=(
        "vpc",
        "destination",
        "nexthop_resource",
        "nexthop_private_network",
        "nexthop_vpc_connector",
        "description",
        "tags",
    ),
    needed=("vpc", "destination"),
    rename={
        "vpc": "vpc_id",
        "nexthop_resource": "nexthop_resource_id",
        "nexthop_private_network": "nexthop_private_network_id",
        "nexthop_vpc_connector": "nexthop_vpc_connector_id",
    },
    references={"vpc": VPC, "nexthop_private_network": PRIVATE_NETWORK},
    convert={"destination": network_of},
    create_only=("vpc_id",),
    creation=route_body,
    compare={"tags": same_set},
    defaults={"tags": [], "description": DESCRIPTION, "is_read_only": False, "type": "custom"},
)
ROUTE = replace(PLAIN_ROUTE, spelled=route_fields)
ACL = Resource(
    product="vpc",
    version="v2",
    path="vpcs/{vpc}/acl-rules",
    one="acl",
    many="acls",
    scope="region",
    owner="",
    singleton=True,
    identity=(),
    nameless=True,
    create_method="PUT",
    put=True,
    query={"is_ipv6": "is_ipv6"},
    nothing=no_rules,
    spelled=acl_fields,
    fields=("rules", "default_policy", "is_ipv6"),
    write_only=("is_ipv6",),
    references={"vpc": VPC},
    shown_as={"rules": Shown("rules", rules_shown, rules_as_shown)},
    compare={"rules": same},
    defaults={"rules": [], "default_policy": "accept"},
    sent_defaults=("rules", "default_policy"),
    deletion=without_rules,
)
# As lists show them: also what nobody set.
LISTED_ROUTE = replace(ROUTE, nothing=lambda route: False)
LISTED_ACL = replace(ACL, nothing=lambda acl: False)
