# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""What a Load Balancer does with traffic: backends, frontends with their certificates, rules and routes (api/resources.json,
lb.v1)."""

from __future__ import annotations

import typing as t

from ._api import ResourceApi
from ._compare import same, same_ignoring_case, same_set, same_sets_inside
from ._errors import InvalidInput
from ._instance import inner_id
from ._lb import LB
from ._pem import with_its_key
from ._plan import merged, plan_present, took_its_place
from ._resource import ITEM, Item, Params, Request, Resource, Shown, act
from ._rules import ip_range
from ._values import address_of, milliseconds, port_of, seconds_text, what_was_set

CHECKS = tuple(f"{kind}_config" for kind in ("tcp", "http", "https", "mysql", "pgsql", "redis", "ldap"))
CONDITIONS = ("sni", "host_header", "path_begin")
NO_MATCH = {
    "ip_subnet": ["0.0.0.0/0"],
    "ips_edge_services": False,
    "http_filter": "acl_http_filter_none",
    "http_filter_value": [],
    "invert": False,
}


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
