# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""The resources of Load Balancers, for the modules that manage, list or name them (api/resources.json, lb.v1).

All updates but those of addresses are PUTs of all fields.
"""

from __future__ import annotations

import typing as t
from dataclasses import replace

from ._api import ResourceApi
from ._catalog import remembered
from ._choices import check_known
from ._client import Client
from ._compare import same, same_ignoring_case, same_set, same_sets_inside
from ._context import Context
from ._endpoints import Endpoint
from ._errors import InvalidInput
from ._instance import inner_id
from ._ipam import IPAM_IP
from ._paging import list_all
from ._pem import with_its_key
from ._plan import Plan, merged, plan_present, took_its_place
from ._resource import ITEM, Item, Params, Request, Resource, Shown, Steps, act
from ._rules import ip_range
from ._values import address_of, milliseconds, port_of, seconds_text, what_was_set
from ._vpc import PRIVATE_NETWORK as NETWORK

CHECKS = tuple(f"{kind}_config" for kind in ("tcp", "http", "https", "mysql", "pgsql", "redis", "ldap"))
CONDITIONS = ("sni", "host_header", "path_begin")
NO_MATCH = {
    "ip_subnet": ["0.0.0.0/0"],
    "ips_edge_services": False,
    "http_filter": "acl_http_filter_none",
    "http_filter_value": [],
    "invert": False,
}


def ids_in(items: t.Any) -> t.List[str]:
    return [str(item["id"]) for item in items or []]


def includes(wanted: t.List[str], current: t.List[str]) -> bool:
    """Addresses that were not asked for stay: the API has no way to take one away."""
    return set(wanted) <= set(current)


# Load Balancers


def lb_types(client: Client) -> t.List[Item]:
    """The types of a zone."""
    url = f"{Endpoint('lb', 'v1', 'zone', False).base(client.settings, client.settings.zone)}/lb-types"
    return remembered(client, url, None, lambda: list_all(client, url, "lb_types", None, "page_size"))


def check_type(api: ResourceApi, context: Context, plan: Plan) -> None:
    wanted = str((plan.after or {}).get("type"))
    if plan.before is None or not same_ignoring_case(wanted, plan.before.get("type")):
        known = [item["name"] for item in lb_types(api.client)]
        check_known("type", str(context.params.get("type") or wanted), known, "type", api.locality)


def attach_ips(item: Item, idents: t.List[str]) -> Steps:
    new = [ident for ident in idents if ident not in ids_in(item.get("ip"))]
    return [Request("PATCH", (), {"lb_id": item["id"]}, path=f"ips/{ident}") for ident in new]


def subscribe(item: Item, ident: t.Optional[str]) -> Steps:
    if ident:
        return [Request("POST", (), {"subscriber_id": ident}, path=f"lb/{item['id']}/subscribe")]
    return [Request("DELETE", (), path=f"lb/{item['id']}/unsubscribe")]


def subscriber_of(fields: Item) -> Item:
    if not (fields.get("email_config") or fields.get("webhook_config")):
        raise InvalidInput("There is no such subscriber yet: email_config or webhook_config must be set to create it.")
    return fields


def delete_subscriber(item: Item, params: Params) -> Steps:
    return [Request("DELETE", (), path=f"lb/subscription/{item['id']}", purpose="delete")]


SUBSCRIBER = Resource(
    product="lb",
    version="v1",
    path="subscribers",
    one="subscriber",
    needed=("name",),
    write_only=("project_id",),
    exclusive=(("email_config", "webhook_config"),),
    put=True,
    creation=subscriber_of,
    deletion=delete_subscriber,
)
IP = Resource(
    product="lb",
    version="v1",
    path="ips",
    one="ip",
    identity=("ip_address",),
    alternatives=(("tags",), ("reverse",), ("lb",)),
    nameless=True,
    called=lambda text: {"ip_address": text},
    filters=("ip_address", "tags"),
    fields=("is_ipv6", "reverse", "lb", "tags"),
    create_only=("is_ipv6",),
    rename={"lb": "lb_id"},
    shown_as={"is_ipv6": Shown("ip_address", lambda address: ":" in str(address), lambda wanted: None)},
    compare={"tags": same_set},
    defaults={"lb_id": None, "tags": []},
    creation=lambda fields: dict({"is_ipv6": False}, **fields),
    set_later=("lb_id",),
    actions={"lb_id": lambda item, ident: [Request("PATCH", (ITEM,), {"lb_id": ident})]},
)
LB = Resource(
    product="lb",
    version="v1",
    path="lbs",
    one="lb",
    needed=("name",),
    not_fields=("release_ip",),
    create_only=("assign_flexible_ip", "assign_flexible_ipv6"),
    write_only=("assign_flexible_ip", "assign_flexible_ipv6"),
    rename={"ips": "ip_ids", "subscriber": "subscriber_id"},
    references={"ips": IP, "subscriber": SUBSCRIBER},
    convert={"type": lambda name, option: str(name).lower()},
    null_clears=("subscriber",),
    shown_as={
        "ip_ids": Shown("ip", ids_in, lambda idents: [{"id": ident} for ident in idents]),
        "subscriber_id": inner_id("subscriber"),
    },
    compare={"tags": same_set, "type": same_ignoring_case, "ip_ids": includes},
    defaults={
        "description": "",
        "type": "lb-s",
        "tags": [],
        "ssl_compatibility_level": "ssl_compatibility_level_intermediate",
        "subscriber": None,
    },
    sent_defaults=("description", "type"),
    put=True,
    actions={
        "type": lambda item, name: [Request("POST", (ITEM, "migrate"), {"type": str(name).upper()})],
        "ip_ids": attach_ips,
        "subscriber_id": subscribe,
    },
    set_later=("subscriber_id",),
    delete_query={"release_ip": "release_ip"},
    check=check_type,
    status="status",
    steady=("ready", "stopped"),
    leaving=("to_delete", "deleting"),
    lingers=True,
    volatile=("instances", "frontend_count", "backend_count", "route_count", "private_network_count"),
    legacy={"scaleway_lb": ""},
)
IP = replace(IP, references={"lb": LB})


# Backends


def health_check(value: Item, option: str) -> Item:
    """A health check in the API's spelling, with the keys that were set. Raises InvalidInput for what cannot be."""
    kinds = [name for name in CHECKS if value.get(name) is not None]
    if len(kinds) > 1:
        raise InvalidInput(f"{option}: only one of {', '.join(kinds)} can be set.")
    spelled: Item = what_was_set(value)
    for key, convert in (
        ("port", port_of),
        ("check_delay", milliseconds),
        ("check_timeout", milliseconds),
        ("transient_check_delay", seconds_text),
    ):
        if key in spelled:
            spelled[key] = convert(spelled[key], f"{option}.{key}")
    return spelled


def same_health_check(wanted: Item, current: t.Any) -> bool:
    current = current or {}
    return all(name in current for name in wanted if name in CHECKS) and same(wanted, current)


def new_backend(fields: Item) -> Item:
    """A creation must hold a whole health check: by default whether the port takes connections."""
    check: Item = dict({"port": fields["forward_port"], "check_max_retries": 3}, **fields.get("health_check") or {})
    if not any(name in check for name in CHECKS):
        check["tcp_config"] = {}
    return {"server_ip": [], **fields, "health_check": check}


BACKEND: Resource = Resource(
    product="lb",
    version="v1",
    path="lbs/{lb}/backends",
    item_path="backends",
    one="backend",
    owner="",
    not_fields=("lb",),
    needed=("name", "forward_protocol", "forward_port"),
    rename={"servers": "server_ip"},
    references={"lb": LB},
    convert={
        "forward_port": port_of,
        "health_check": health_check,
        "servers": lambda values, option: [address_of(text, f"{option}[{n}]") for n, text in enumerate(values)],
        "timeout_server": milliseconds,
        "timeout_connect": milliseconds,
        "timeout_tunnel": milliseconds,
        "timeout_queue": seconds_text,
    },
    shown_as={"server_ip": Shown("pool", lambda pool: pool or [], list)},
    compare={"server_ip": same_set, "health_check": same_health_check},
    exclusive=(CHECKS,),
    defaults={
        "forward_port_algorithm": "roundrobin",
        "sticky_sessions": "none",
        "sticky_sessions_cookie_name": "",
        "on_marked_down_action": "on_marked_down_action_none",
        "proxy_protocol": "proxy_protocol_none",
        "pool": [],
    },
    sent_defaults=(
        "forward_port_algorithm",
        "sticky_sessions",
        "sticky_sessions_cookie_name",
        "on_marked_down_action",
        "proxy_protocol",
    ),
    put=True,
    creation=new_backend,
    actions={
        "health_check": lambda item, value: [
            Request("PUT", (ITEM, "healthcheck"), merged(BACKEND, item.get("health_check"), value))
        ],
        "server_ip": act("servers", key="server_ip", method="PUT"),
    },
    volatile=("lb",),
)


# Certificates


def host(name: str) -> str:
    return name.strip().rstrip(".").lower()


def certificate_wanted(params: Params) -> Item:
    """A certificate as the API shows it, with the chain that it is made of. The API shows no chain: of an own certificate
    it tells the name and the times. Raises InvalidInput for a chain that cannot be."""
    wanted: Item = what_was_set({"name": params.get("name"), "common_name": params.get("common_name")})
    if "common_name" in wanted:
        wanted["common_name"] = host(wanted["common_name"])
    if params.get("alternative_names") is not None:
        names = [host(name) for name in params["alternative_names"]]
        wanted["subject_alternative_name"] = [name for name in names if name != wanted.get("common_name")]
    chain = "\n".join(text.strip() for text in (params.get("certificate_chain"), params.get("private_key")) if text)
    if chain:
        shown = {name: text for name, text in with_its_key(chain, "certificate_chain")._asdict().items() if text}
        wanted.update(shown, type="custom", certificate_chain=chain + "\n")
    elif params.get("common_name"):
        wanted["type"] = "letsencrypt"
    return wanted


def new_certificate(fields: Item) -> Item:
    if "certificate_chain" in fields:
        return {"name": fields["name"], "custom_certificate": {"certificate_chain": fields["certificate_chain"]}}
    if not fields.get("common_name"):
        raise InvalidInput(
            "There is no such certificate yet: common_name or certificate_chain must be set to create it."
        )
    names = {"subject_alternative_name": fields.get("subject_alternative_name") or []}
    return {"name": fields["name"], "letsencrypt": dict(names, common_name=fields["common_name"])}


def bring_frontends_over(api: ResourceApi, new: Item, old: Item) -> None:
    """Let the frontends that use the old certificate use the new one."""
    frontends = ResourceApi(api.client, FRONTEND, api.params)
    for frontend in frontends.list():
        used = frontend.get("certificate_ids") or []
        if old["id"] in used:
            now = [new["id"] if ident == old["id"] else ident for ident in used]
            for request in plan_present(FRONTEND, {"certificate_ids": now}, frontend, {}).requests:
                frontends.act(t.cast(Request, request))


CERTIFICATE = Resource(
    product="lb",
    version="v1",
    path="lbs/{lb}/certificates",
    item_path="certificates",
    one="certificate",
    owner="",
    fields=("name", "common_name", "subject_alternative_name"),
    needed=("name",),
    create_only=(
        "type",
        "common_name",
        "subject_alternative_name",
        "certificate_chain",
        "not_valid_before",
        "not_valid_after",
    ),
    write_only=("certificate_chain",),
    references={"lb": LB},
    spelled=certificate_wanted,
    compare={"common_name": same_ignoring_case, "subject_alternative_name": same_set},
    put=True,
    creation=new_certificate,
    renewal=bring_frontends_over,
    halfway=took_its_place,
    status="status",
    steady=("ready",),
    volatile=("lb", "fingerprint"),
)


# Frontends, their rules and routes

FRONTEND = Resource(
    product="lb",
    version="v1",
    path="lbs/{lb}/frontends",
    item_path="frontends",
    one="frontend",
    owner="",
    fields=(
        "name",
        "inbound_port",
        "backend",
        "certificates",
        "timeout_client",
        "enable_http3",
        "enable_access_logs",
        "connection_rate_limit",
    ),
    needed=("name", "inbound_port", "backend"),
    rename={"backend": "backend_id", "certificates": "certificate_ids"},
    references={"lb": LB, "backend": BACKEND, "certificates": CERTIFICATE},
    convert={"inbound_port": port_of, "timeout_client": milliseconds},
    shown_as={"backend_id": inner_id("backend")},
    defaults={"certificate_ids": [], "enable_http3": False, "enable_access_logs": False},
    sent_defaults=("enable_http3", "enable_access_logs"),
    put=True,
    volatile=("lb", "certificate"),
)


def acl_action(value: Item, option: str) -> Item:
    redirect: Item = value.get("redirect") or {}
    if value["type"] == "redirect" and not redirect:
        raise InvalidInput(f"{option}.redirect must be set for a redirect: where it leads to.")
    return {"type": value["type"], "redirect": what_was_set(redirect) if value["type"] == "redirect" else None}


def acl_match(value: Item, option: str) -> Item:
    spelled: Item = what_was_set(value) or dict(NO_MATCH)
    if "ip_subnet" in spelled:
        networks = [ip_range(text, f"{option}.ip_subnet[{n}]") for n, text in enumerate(spelled["ip_subnet"])]
        spelled["ip_subnet"] = networks or NO_MATCH["ip_subnet"]
    return spelled


ACL = Resource(
    product="lb",
    version="v1",
    path="frontends/{frontend}/acls",
    item_path="acls",
    one="acl",
    owner="",
    not_fields=("lb", "frontend"),
    needed=("name", "action", "index"),
    references={"lb": LB, "frontend": FRONTEND},
    convert={"action": acl_action, "match": acl_match},
    compare={"match": same_sets_inside},
    defaults={"description": ""},
    sent_defaults=("description",),
    put=True,
    volatile=("frontend",),
)


def route_match(value: Item, option: str) -> Item:
    spelled: Item = what_was_set(value)
    given = [name for name in CONDITIONS if spelled.get(name)]
    if len(given) != 1:
        raise InvalidInput(f"{option}: exactly one of {', '.join(CONDITIONS)} must be set.")
    return spelled


def same_condition(wanted: Item, current: t.Any) -> bool:
    return all(wanted.get(name) == (current or {}).get(name) for name in CONDITIONS)


ROUTE = Resource(
    product="lb",
    version="v1",
    path="routes",
    one="route",
    owner="",
    identity=("frontend", "match"),
    recognized={"match": same_condition},
    filters=("frontend",),
    not_fields=("lb",),
    needed=("frontend", "backend", "match"),
    create_only=("frontend_id",),
    rename={"frontend": "frontend_id", "backend": "backend_id"},
    references={"lb": LB, "frontend": FRONTEND, "backend": BACKEND},
    convert={"match": route_match},
    exclusive=(CONDITIONS,),
    put=True,
)


# Private networks


def detach(item: Item, params: Params) -> Steps:
    body = {"private_network_id": item["private_network_id"]}
    return [Request("POST", (), body, path="lbs/{lb}/detach-private-network", purpose="delete")]


PRIVATE_NETWORK = Resource(
    product="lb",
    version="v1",
    path="lbs/{lb}/attach-private-network",
    list_path="lbs/{lb}/private-networks",
    one="private_network",
    many="private_networks",
    list_key="private_network",
    key="private_network_id",
    only_listed=True,
    owner="",
    identity=("private_network",),
    filters=(),
    not_fields=("lb",),
    create_only=("private_network_id", "ipam_ids"),
    rename={"private_network": "private_network_id"},
    references={"lb": LB, "private_network": NETWORK, "ipam_ids": IPAM_IP},
    compare={"ipam_ids": same_set},
    deletion=detach,
    status="status",
    steady=("ready",),
    volatile=("lb",),
)
