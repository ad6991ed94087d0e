# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Load Balancers of lb/v1, with all that belongs to them."""

from __future__ import annotations

import ipaddress
import re
import ssl
import tempfile
import time
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha1
from pathlib import Path
from typing import Any

from ..errors import invalid, untyped
from ..kinds import Answer, Body, Call, Field, Kind, Place
from ..store import ORGANIZATION, PROJECT, Entry, Store

SOON = 0.2  # seconds; the real one takes thirty
TYPES = {
    "LB-S": (200_000_000, "up to 200 Mbit/s"),
    "LB-GP-M": (500_000_000, "up to 500 Mbit/s"),
    "LB-GP-L": (1_000_000_000, "up to 1 Gbit/s"),
    "LB-GP-XL": (4_000_000_000, "up to 4 Gbit/s"),
}
LEVELS = tuple(f"ssl_compatibility_level_{level}" for level in ("unknown", "intermediate", "modern", "old"))
CHECKS = ("tcp", "mysql", "pgsql", "ldap", "redis", "http", "https")
DURATION = re.compile(r"([0-9]+(?:\.[0-9]+)?)(ms|s|m|h)?")
IN_MS = {None: 1, "ms": 1, "s": 1000, "m": 60_000, "h": 3_600_000}
NEVER = "0001-01-01T00:00:00Z"


def region(zone: str) -> str:
    return zone.rsplit("-", 1)[0]


def dated(store: Store) -> Body:
    now = store.clock.zulu()
    return {"created_at": now, "updated_at": now}


def milliseconds(value: Any) -> int:
    found = DURATION.fullmatch(str(value))
    if not found:
        raise invalid({"timeout": ("format", f"{value} is no duration")})
    return round(float(found[1]) * IN_MS[found[2]])


def seconds_text(value: Any) -> str | None:
    """A duration as the API echoes it: whole seconds, or milliseconds with three digits."""
    if value is None:
        return None
    told = milliseconds(value if not str(value).isdigit() else f"{value}s")
    return f"{told // 1000}s" if told % 1000 == 0 else f"{told / 1000:.3f}s"


def found(store: Store, kind: Kind, place: str, ident: str) -> Entry:
    entry = store.find(kind, place, str(ident).lower())
    if entry is None:
        raise untyped(404, kind.missing)
    return entry


def below(store: Store, kind: Kind, place: str, **parent: Any) -> list[Entry]:
    """The objects of a kind that belong to a parent."""
    return [e for e in store.entries(kind, place) if all(e.data.get(name) == value for name, value in parent.items())]


# Load Balancers


def new_ip(store: Store, place: Place, body: Body) -> Body:
    store.addresses += 1
    number = store.addresses
    high, low = divmod(number, 250)
    six = bool(body.get("is_ipv6"))
    address = f"2001:db8:1b::{number:x}" if six else f"198.51.{high}.{low + 1}"
    name = ".".join(reversed(ipaddress.ip_address(address).exploded.replace(":", ""))) if six else address
    return {
        "ip_address": address,
        "organization_id": ORGANIZATION,
        "project_id": body.get("project_id") or PROJECT,
        "lb_id": body.get("lb_id"),
        "reverse": body.get("reverse") or f"{name.replace('.', '-')}.lb.{region(place.locality)}.scw.cloud",
        "tags": body.get("tags") or [],
        "region": region(place.locality),
        "zone": place.locality,
    }


def change_ip(store: Store, entry: Entry, change: Body) -> None:
    if change.get("lb_id"):
        found(store, LB, entry.locality, change["lb_id"])
        if entry.data["lb_id"] not in (None, change["lb_id"]):
            raise untyped(400, "operation was rejected because the ip_id is used on a lb")


def release_ip(store: Store, entry: Entry) -> None:
    if entry.data["lb_id"]:
        raise untyped(400, "operation was rejected because the ip_id is used on a lb")


def type_named(name: Any) -> str:
    for known in TYPES:
        if str(name).lower() == known.lower():
            return known.lower()
    raise invalid({"type": ("constraint", f"there is no type {name}")})


def new_lb(store: Store, place: Place, body: Body) -> Body:
    return {
        "name": body.get("name") or "lb-simulated",
        "description": body.get("description") or "",
        "status": "to_create",
        "organization_id": ORGANIZATION,
        "project_id": body.get("project_id") or PROJECT,
        "instances": [],
        "tags": body.get("tags") or [],
        "type": type_named(body["type"]),
        "ssl_compatibility_level": body.get("ssl_compatibility_level") or LEVELS[1],
        "subscriber_id": None,
        "region": region(place.locality),
        "zone": place.locality,
        **dated(store),
    }


def check_lb(store: Store, place: Place, body: Body) -> None:
    type_named(body["type"])
    for ident in wanted_ips(body):
        if found(store, IP, place.locality, ident).data["lb_id"]:
            raise untyped(400, "operation was rejected because the ip_id is used on a lb")


def wanted_ips(body: Body) -> list[str]:
    return [*(body.get("ip_ids") or []), *([body["ip_id"]] if body.get("ip_id") else [])]


def made_lb(store: Store, place: Place, entry: Entry, body: Body) -> None:
    ident = entry.data["id"]
    given = wanted_ips(body)
    for address in given:
        found(store, IP, place.locality, address).change({"lb_id": ident})
    flexible = {"project_id": entry.data["project_id"], "lb_id": ident}
    if not given and body.get("assign_flexible_ip") is not False:
        add_ip(store, place, flexible)
    if body.get("assign_flexible_ipv6"):
        add_ip(store, place, {**flexible, "is_ipv6": True})
    machine = {
        "id": store.new_id(),
        "status": "ready",
        "ip_address": "",
        "region": region(place.locality),
        "zone": place.locality,
        **dated(store),
    }
    store.soon(entry, SOON / 2, {"status": "creating", "instances": [{**machine, "status": "unknown"}]})
    end = "error" if "lb" in store.mishaps else "ready"
    store.soon(entry, SOON, {"status": end, "instances": [machine]})


def add_ip(store: Store, place: Place, body: Body) -> None:
    store.add(IP, place.locality, {"id": store.new_id(), **new_ip(store, place, body)})


def shown_lb(store: Store, entry: Entry) -> Body:
    entry.settle(store.clock.now())
    data, place = dict(entry.data), entry.locality
    subscriber = data.pop("subscriber_id")
    ident = data["id"]
    data["ip"] = [ip.data for ip in below(store, IP, place, lb_id=ident)]
    frontends = below(store, FRONTEND, place, lb_id=ident)
    data["frontend_count"] = len(frontends)
    data["backend_count"] = len(below(store, BACKEND, place, lb_id=ident))
    data["route_count"] = sum(len(below(store, ROUTE, place, frontend_id=one.data["id"])) for one in frontends)
    data["private_network_count"] = len(below(store, ATTACHMENT, place, lb_id=ident))
    data["subscriber"] = shown_subscriber(store, found(store, SUBSCRIBER, place, subscriber)) if subscriber else None
    return data


def whole(kind: Kind, entry: Entry, change: Body, **empty: Any) -> None:
    """A PUT replaces: what must be there, and what becomes of what is not."""
    missing = [name for name, field in kind.fields.items() if field.required and field.update and name not in change]
    if missing:
        raise invalid(dict.fromkeys(missing, ("required", "required key not provided")))
    for name, value in empty.items():
        change.setdefault(name, value)


def change_lb(store: Store, entry: Entry, change: Body) -> None:
    whole(LB, entry, change, description="", tags=[], ssl_compatibility_level=LEVELS[1])


def migrate(store: Store, entry: Entry, call: Call) -> Answer:
    if entry.data["status"] != "ready":
        raise untyped(409, f"lb is {entry.data['status']}")
    entry.change({"status": "migrating"})
    store.soon(entry, SOON, {"status": "ready", "type": type_named(call.body.get("type"))})
    return Answer(200, shown_lb(store, entry))


def delete_lb(store: Store, entry: Entry, query: Mapping[str, str]) -> None:
    if "release_ip" not in query:
        raise invalid({"release_ip": ("required", "required key not provided")})

    def gone() -> None:
        place, ident = entry.locality, entry.data["id"]
        for ip in below(store, IP, place, lb_id=ident):
            if query["release_ip"].lower() == "true":
                store.remove(ip)
            else:
                ip.change({"lb_id": None})
        for frontend in below(store, FRONTEND, place, lb_id=ident):
            delete_frontend(store, frontend)
            store.remove(frontend)
        for kind in (BACKEND, CERTIFICATE, ATTACHMENT):
            for one in below(store, kind, place, lb_id=ident):
                store.remove(one)
        store.remove(entry)

    entry.change({"status": "to_delete"})
    store.soon(entry, SOON, gone)


def subscribe(store: Store, entry: Entry, call: Call) -> Answer:
    subscriber = found(store, SUBSCRIBER, entry.locality, call.body.get("subscriber_id", ""))
    entry.change({"subscriber_id": subscriber.data["id"]})
    return Answer(200, shown_lb(store, entry))


def unsubscribe(store: Store, entry: Entry, call: Call) -> Answer:
    entry.change({"subscriber_id": None})
    return Answer(200, shown_lb(store, entry))


# Private networks: they have no id of their own


def attach(store: Store, entry: Entry, call: Call) -> Answer:
    network, ident = call.body.get("private_network_id"), entry.data["id"]
    if not network:
        raise invalid({"private_network_id": ("required", "required key not provided")})
    if store.named("vpc.private_network", region(entry.locality), network) is None:
        raise untyped(404, "privateNetwork not Found")
    if below(store, ATTACHMENT, entry.locality, lb_id=ident, private_network_id=network):
        raise untyped(409, "the private network is attached already")
    given = call.body.get("ipam_ids") or []
    attached = {
        "id": store.new_id(),
        "lb_id": ident,
        "private_network_id": network,
        "ipam_ids": given,
        "dhcp_config": {"ip_id": given[0] if given else None},
        "status": "pending",
        **dated(store),
    }
    made = store.add(ATTACHMENT, entry.locality, attached)
    addresses = given or [store.new_id()]
    store.soon(made, SOON, {"status": "ready", "ipam_ids": addresses, "dhcp_config": {"ip_id": addresses[0]}})
    return Answer(200, shown_attachment(store, made))


def attached(store: Store, entry: Entry, network: Any) -> Entry:
    for one in below(store, ATTACHMENT, entry.locality, lb_id=entry.data["id"], private_network_id=network):
        return one
    raise untyped(404, "privateNetwork not Found")


def detach(store: Store, entry: Entry, call: Call) -> Answer:
    store.remove(attached(store, entry, call.body.get("private_network_id")))
    return Answer(204)


def shown_attachment(store: Store, entry: Entry) -> Body:
    data = dict(entry.data)
    del data["id"]
    return with_lb(store, entry.locality, data)


def private_networks(store: Store, entry: Entry, call: Call) -> Answer:
    attachments = below(store, ATTACHMENT, entry.locality, lb_id=entry.data["id"])
    size, number = int(call.query.get("page_size") or 50), int(call.query.get("page") or 1)
    shown = [shown_attachment(store, one) for one in attachments[(number - 1) * size : number * size]]
    return Answer(200, {"private_network": shown, "total_count": len(attachments)})


def with_lb(store: Store, place: str, data: Body) -> Body:
    """An object with its Load Balancer in place of its id."""
    data["lb"] = shown_lb(store, found(store, LB, place, data.pop("lb_id")))
    return data


# Backends


def health_check(told: Body) -> Body:
    given = [f"{name}_config" for name in CHECKS if told.get(f"{name}_config") is not None]
    if len(given) > 1:
        raise invalid({"health_check": ("constraint", f"only one of {', '.join(given)}")})
    if "port" not in told or "check_max_retries" not in told:
        raise invalid({"health_check.port": ("required", "required key not provided")})
    port_range("health_check.port", told["port"])
    name = given[0] if given else "tcp_config"
    inner = dict(told.get(name) or {})
    if name in ("http_config", "https_config"):
        inner = {
            "uri": inner.get("uri", ""),
            "method": inner.get("method") or "GET",
            "code": inner.get("code"),
            "host_header": inner.get("host_header") or "",
            **({"sni": inner.get("sni") or ""} if name == "https_config" else {}),
        }
    return {
        "port": told["port"],
        "check_delay": milliseconds(told.get("check_delay") or 3000),
        "check_timeout": milliseconds(told.get("check_timeout") or 1000),
        "check_max_retries": told["check_max_retries"],
        "check_send_proxy": bool(told.get("check_send_proxy")),
        "transient_check_delay": seconds_text(told.get("transient_check_delay") or "0.5s"),
        name: inner,
    }


def port_range(name: str, port: Any) -> None:
    if not isinstance(port, int) or not 1 <= port <= 65535:
        raise invalid({name: ("constraint", "must be between 1 and 65535")})


def check_backend(store: Store, place: Place, body: Body) -> None:
    found(store, LB, place.locality, dict(place.parents)["lb_id"])
    servers(body.get("server_ip"))


def servers(told: Any) -> list[str]:
    if not isinstance(told, list):
        raise invalid({"server_ip": ("required", "required key not provided")})
    for address in told:
        try:
            ipaddress.ip_address(address)
        except ValueError:
            raise invalid({"server_ip": ("format", f"{address} is no address")}) from None
    return list(dict.fromkeys(told))


def backend_fields(body: Body) -> Body:
    """What a body says of a backend, in the words of the answer; a PUT forgets what it does not say."""
    port_range("forward_port", body["forward_port"])
    timeouts = {
        name: None if body.get(name) is None else milliseconds(body[name])
        for name in ("timeout_server", "timeout_connect", "timeout_tunnel")
    }
    return {
        "name": body["name"],
        "forward_protocol": body["forward_protocol"],
        "forward_port": body["forward_port"],
        "forward_port_algorithm": body["forward_port_algorithm"],
        "sticky_sessions": body["sticky_sessions"],
        "sticky_sessions_cookie_name": body["sticky_sessions_cookie_name"],
        "on_marked_down_action": body.get("on_marked_down_action") or "on_marked_down_action_none",
        "proxy_protocol": body.get("proxy_protocol") or "proxy_protocol_unknown",
        "send_proxy_v2": bool(body.get("send_proxy_v2")),
        "failover_host": body.get("failover_host"),
        "ssl_bridging": bool(body.get("ssl_bridging")),
        "ignore_ssl_server_verify": body.get("ignore_ssl_server_verify"),
        "redispatch_attempt_count": body.get("redispatch_attempt_count"),
        "max_retries": body.get("max_retries"),
        "max_connections": body.get("max_connections"),
        "timeout_queue": seconds_text(body.get("timeout_queue")),
        "host": body.get("host") or "",
        **timeouts,
    }


def new_backend(store: Store, place: Place, body: Body) -> Body:
    return {
        **backend_fields({"name": "lbb-simulated", **body}),
        "pool": servers(body["server_ip"]),
        "health_check": health_check(body["health_check"]),
        **dated(store),
    }


def change_backend(store: Store, entry: Entry, change: Body) -> None:
    whole(BACKEND, entry, change)
    change.update(backend_fields(change))


def shown_backend(store: Store, entry: Entry) -> Body:
    return with_lb(store, entry.locality, dict(entry.data))


def delete_backend(store: Store, entry: Entry) -> None:
    for kind in (FRONTEND, ROUTE):
        if below(store, kind, entry.locality, backend_id=entry.data["id"]):
            raise untyped(400, f"backend is used by a {kind.one}")


def set_health_check(store: Store, entry: Entry, call: Call) -> Answer:
    if call.method != "PUT":
        raise untyped(405, "method not allowed")
    entry.change({"health_check": health_check(call.body), "updated_at": store.clock.zulu()})
    return Answer(200, entry.data["health_check"])


def set_servers(store: Store, entry: Entry, call: Call) -> Answer:
    told, has = servers(call.body.get("server_ip")), entry.data["pool"]
    ways = {
        "PUT": told,
        "POST": [*has, *(address for address in told if address not in has)],
        "DELETE": [address for address in has if address not in told],
    }
    entry.change({"pool": ways[call.method], "updated_at": store.clock.zulu()})
    return Answer(200, shown_backend(store, entry))


# Frontends


def check_frontend(store: Store, place: Place, body: Body) -> None:
    lb_id = dict(place.parents)["lb_id"]
    found(store, LB, place.locality, lb_id)
    check_targets(store, place.locality, body)
    if below(store, FRONTEND, place.locality, lb_id=lb_id, inbound_port=body["inbound_port"]):
        raise untyped(400, "the port is used by another frontend")


def check_targets(store: Store, place: str, body: Body) -> None:
    port_range("inbound_port", body["inbound_port"])
    found(store, BACKEND, place, body["backend_id"])
    for ident in body.get("certificate_ids") or []:
        found(store, CERTIFICATE, place, ident)


def frontend_fields(body: Body) -> Body:
    return {
        "name": body["name"],
        "inbound_port": body["inbound_port"],
        "backend_id": body["backend_id"],
        "certificate_ids": body.get("certificate_ids") or [],
        "timeout_client": None if body.get("timeout_client") is None else milliseconds(body["timeout_client"]),
        "enable_http3": bool(body.get("enable_http3")),
        "enable_access_logs": bool(body.get("enable_access_logs")),
        "connection_rate_limit": body.get("connection_rate_limit") or None,
    }


def new_frontend(store: Store, place: Place, body: Body) -> Body:
    return {**frontend_fields({"name": "lbf-simulated", **body}), **dated(store)}


def change_frontend(store: Store, entry: Entry, change: Body) -> None:
    whole(FRONTEND, entry, change)
    check_targets(store, entry.locality, change)
    change.update(frontend_fields(change))


def shown_frontend(store: Store, entry: Entry) -> Body:
    data, place = dict(entry.data), entry.locality
    data["backend"] = shown_backend(store, found(store, BACKEND, place, data.pop("backend_id")))
    first = data["certificate_ids"][:1]
    data["certificate"] = shown_certificate(store, found(store, CERTIFICATE, place, first[0])) if first else None
    return with_lb(store, place, data)


def delete_frontend(store: Store, entry: Entry) -> None:
    """What belongs to a frontend goes with it."""
    for kind in (ACL, ROUTE):
        for one in below(store, kind, entry.locality, frontend_id=entry.data["id"]):
            store.remove(one)


# Access rules


def acl_fields(body: Body) -> Body:
    match, action = dict(body.get("match") or {}), dict(body["action"])
    if action.get("type") == "redirect" and not action.get("redirect"):
        raise invalid({"action.redirect": ("required", "required key not provided")})
    if match.get("http_filter", "acl_http_filter_none") != "acl_http_filter_none" and not match.get(
        "http_filter_value"
    ):
        raise invalid({"match.http_filter_value": ("required", "required key not provided")})
    return {
        "name": body["name"],
        "index": body["index"],
        "description": body.get("description") or "",
        "action": {"type": action.get("type"), "redirect": action.get("redirect")},
        "match": {
            "ip_subnet": match.get("ip_subnet") or ["0.0.0.0/0"],
            "ips_edge_services": bool(match.get("ips_edge_services")),
            "http_filter": match.get("http_filter") or "acl_http_filter_none",
            "http_filter_value": match.get("http_filter_value") or [],
            "http_filter_option": match.get("http_filter_option"),
            "invert": bool(match.get("invert")),
        },
    }


def check_acl(store: Store, place: Place, body: Body) -> None:
    found(store, FRONTEND, place.locality, dict(place.parents)["frontend_id"])


def new_acl(store: Store, place: Place, body: Body) -> Body:
    return {**acl_fields({"name": "acl-simulated", **body}), **dated(store)}


def change_acl(store: Store, entry: Entry, change: Body) -> None:
    whole(ACL, entry, change)
    change.update(acl_fields(change))


def shown_acl(store: Store, entry: Entry) -> Body:
    data = dict(entry.data)
    data["frontend"] = shown_frontend(store, found(store, FRONTEND, entry.locality, data.pop("frontend_id")))
    return data


# Routes


def route_match(body: Body) -> Body:
    told = {name: value for name, value in (body.get("match") or {}).items() if value is not None}
    given = [name for name in ("sni", "host_header", "path_begin") if told.get(name)]
    if len(given) != 1:
        raise invalid({"match": ("constraint", "one of sni, host_header, path_begin")})
    return {"match_subdomains": bool(told.get("match_subdomains")), given[0]: told[given[0]]}


def check_route(store: Store, place: Place, body: Body) -> None:
    found(store, FRONTEND, place.locality, body["frontend_id"])
    found(store, BACKEND, place.locality, body["backend_id"])


def new_route(store: Store, place: Place, body: Body) -> Body:
    fields = {name: body[name] for name in ("frontend_id", "backend_id")}
    return {**fields, "match": route_match(body), **dated(store)}


def change_route(store: Store, entry: Entry, change: Body) -> None:
    whole(ROUTE, entry, change)
    found(store, BACKEND, entry.locality, change["backend_id"])
    change["match"] = route_match(change)


# Certificates


def new_certificate(store: Store, place: Place, body: Body) -> Body:
    told: Body = body.get("letsencrypt") or {}
    own: Body = body.get("custom_certificate") or {}
    if bool(told) == bool(own):
        raise invalid({"type": ("constraint", "one of letsencrypt, custom_certificate")})
    shown = {"name": body.get("name") or "certificate-simulated", "fingerprint": "", "status_details": None}
    if own:
        return {**shown, "type": "custom", "status": "ready", **described(own["certificate_chain"]), **dated(store)}
    return {
        **shown,
        "type": "letsencrypt",
        "status": "pending",
        "common_name": told["common_name"],
        "subject_alternative_name": told.get("subject_alternative_name") or [],
        "not_valid_before": NEVER,
        "not_valid_after": NEVER,
        **dated(store),
    }


def described(chain: str) -> Body:
    """What a chain says of itself."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "chain.pem"
        path.write_text(chain)
        try:
            ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(path)
            told: Any = ssl._ssl._test_decode_cert(str(path))  # type: ignore[attr-defined]
        except ssl.SSLError:
            raise invalid({"certificate_chain": ("format", "no certificate with its key")}) from None
    common = next((value for part in told["subject"] for key, value in part if key == "commonName"), "")
    names = [value for kind, value in told.get("subjectAltName", ()) if kind == "DNS" and value != common]
    return {
        "common_name": common,
        "subject_alternative_name": names,
        "not_valid_before": rfc3339(told["notBefore"]),
        "not_valid_after": rfc3339(told["notAfter"]),
    }


def rfc3339(text: str) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(ssl.cert_time_to_seconds(text)))


def check_certificate(store: Store, place: Place, body: Body) -> None:
    found(store, LB, place.locality, dict(place.parents)["lb_id"])


def made_certificate(store: Store, place: Place, entry: Entry, body: Body) -> None:
    if entry.data["status"] != "pending":
        return
    if "certificate" in store.mishaps:
        told = f"{entry.data['common_name']} does not resolve to your Load Balancer"
        store.soon(entry, SOON, {"status": "error", "status_details": told})
        return
    store.soon(
        entry,
        SOON,
        {
            "status": "ready",
            "fingerprint": sha1(entry.data["id"].encode()).hexdigest(),
            "not_valid_before": store.clock.zulu(),
            "not_valid_after": store.clock.zulu(90 * 86400),
        },
    )


def change_certificate(store: Store, entry: Entry, change: Body) -> None:
    whole(CERTIFICATE, entry, change)


def shown_certificate(store: Store, entry: Entry) -> Body:
    entry.settle(store.clock.now())
    return with_lb(store, entry.locality, dict(entry.data))


def delete_certificate(store: Store, entry: Entry) -> None:
    for frontend in store.entries(FRONTEND, entry.locality):
        if entry.data["id"] in frontend.data["certificate_ids"]:
            raise untyped(400, "certificate is used by a frontend")


# Subscribers


def subscriber_config(body: Body) -> Body:
    configs = {name: body.get(name) for name in ("email_config", "webhook_config")}
    if sum(1 for value in configs.values() if value) != 1:
        raise invalid({"config": ("constraint", "one of email_config, webhook_config")})
    return configs


def new_subscriber(store: Store, place: Place, body: Body) -> Body:
    return {"name": body["name"], "project_id": body.get("project_id") or PROJECT, **subscriber_config(body)}


def change_subscriber(store: Store, entry: Entry, change: Body) -> None:
    whole(SUBSCRIBER, entry, change)
    change.update(subscriber_config(change))


def shown_subscriber(store: Store, entry: Entry) -> Body:
    return {name: value for name, value in entry.data.items() if name != "project_id" and value is not None}


def delete_subscriber(store: Store, entry: Entry) -> None:
    if below(store, LB, entry.locality, subscriber_id=entry.data["id"]):
        raise untyped(400, "subscriber is used by a lb")


ITEM = ("GET", "PUT", "DELETE")
LB = Kind(
    key="lb.lb",
    product="lb",
    version="v1",
    path="lbs",
    one="lb",
    many="lbs",
    resource="lb",
    missing="lbs not Found",
    fields={
        "name": Field(str, update=True),
        "description": Field(str, update=True),
        "type": Field(str, required=True),
        "project_id": Field(str),
        "ip_id": Field(str),
        "ip_ids": Field(list),
        "assign_flexible_ip": Field(bool),
        "assign_flexible_ipv6": Field(bool),
        "tags": Field(list, update=True),
        "ssl_compatibility_level": Field(str, update=True, choices=LEVELS),
    },
    methods=("GET", "POST", "PUT", "DELETE"),
    exact_filters=("project_id", "organization_id"),
    new=new_lb,
    check=check_lb,
    made=made_lb,
    may_change=change_lb,
    shown=shown_lb,
    delete=delete_lb,
    parts={
        "migrate": migrate,
        "attach-private-network": attach,
        "detach-private-network": detach,
        "private-networks": private_networks,
    },
)
SUBSCRIPTION = replace(LB, path="lb", methods=(), parts={"subscribe": subscribe, "unsubscribe": unsubscribe})
IP = Kind(
    key="lb.ip",
    product="lb",
    version="v1",
    path="ips",
    one="ip",
    many="ips",
    resource="lb_ip",
    missing="ips not Found",
    fields={
        "is_ipv6": Field(bool, required=True),
        "project_id": Field(str),
        "lb_id": Field(str, update=True),
        "reverse": Field(str, update=True),
        "tags": Field(list, update=True),
    },
    exact_filters=("project_id", "organization_id", "ip_address"),
    new=new_ip,
    may_change=change_ip,
    may_go=release_ip,
)
# Never asked for by itself: a path that nothing has.
ATTACHMENT = Kind(
    key="lb.private_network",
    product="lb",
    version="v1",
    path="-",
    one="private_network",
    many="private_network",
    resource="lb_private_network",
    methods=(),
)
BACKENDS = Kind(
    key="lb.backend",
    product="lb",
    version="v1",
    path="lbs/{lb_id}/backends",
    one="backend",
    many="backends",
    resource="lb_backend",
    missing="backend not Found",
    methods=("GET", "POST"),
    fields={
        "name": Field(str, update=True),
        "forward_protocol": Field(str, choices=("tcp", "http"), required=True, update=True),
        "forward_port": Field(int, required=True, update=True),
        "forward_port_algorithm": Field(str, choices=("roundrobin", "leastconn", "first"), required=True, update=True),
        "sticky_sessions": Field(str, choices=("none", "cookie", "table"), required=True, update=True),
        "sticky_sessions_cookie_name": Field(str, update=True),
        "health_check": Field(dict, required=True),
        "server_ip": Field(list),
        "send_proxy_v2": Field(bool, update=True),
        "timeout_server": Field(object, update=True),
        "timeout_connect": Field(object, update=True),
        "timeout_tunnel": Field(object, update=True),
        "timeout_queue": Field(object, update=True),
        "on_marked_down_action": Field(str, update=True),
        "proxy_protocol": Field(str, update=True),
        "failover_host": Field(str, update=True),
        "ssl_bridging": Field(bool, update=True),
        "ignore_ssl_server_verify": Field(bool, update=True),
        "redispatch_attempt_count": Field(int, update=True),
        "max_retries": Field(int, update=True),
        "max_connections": Field(int, update=True),
        "host": Field(str, update=True),
    },
    new=new_backend,
    check=check_backend,
    may_change=change_backend,
    may_go=delete_backend,
    shown=shown_backend,
)
BACKEND = replace(
    BACKENDS, path="backends", methods=ITEM, parts={"healthcheck": set_health_check, "servers": set_servers}
)
FRONTENDS = Kind(
    key="lb.frontend",
    product="lb",
    version="v1",
    path="lbs/{lb_id}/frontends",
    one="frontend",
    many="frontends",
    resource="lb_frontend",
    missing="frontend not Found",
    methods=("GET", "POST"),
    fields={
        "name": Field(str, update=True),
        "inbound_port": Field(int, required=True, update=True),
        "backend_id": Field(str, required=True, update=True),
        "certificate_ids": Field(list, update=True),
        "enable_http3": Field(bool, update=True),
        "enable_access_logs": Field(bool, update=True),
        "timeout_client": Field(object, update=True),
        "connection_rate_limit": Field(int, update=True),
    },
    new=new_frontend,
    check=check_frontend,
    may_change=change_frontend,
    gone=delete_frontend,
    shown=shown_frontend,
)
FRONTEND = replace(FRONTENDS, path="frontends", methods=ITEM)
ACLS = Kind(
    key="lb.acl",
    product="lb",
    version="v1",
    path="frontends/{frontend_id}/acls",
    one="acl",
    many="acls",
    resource="lb_acl",
    missing="acl not Found",
    methods=("GET", "POST"),
    fields={
        "name": Field(str, update=True),
        "action": Field(dict, required=True, update=True),
        "match": Field(dict, update=True),
        "index": Field(int, required=True, update=True),
        "description": Field(str, update=True),
    },
    new=new_acl,
    check=check_acl,
    may_change=change_acl,
    shown=shown_acl,
)
ACL = replace(ACLS, path="acls", methods=ITEM)
ROUTE = Kind(
    key="lb.route",
    product="lb",
    version="v1",
    path="routes",
    one="route",
    many="routes",
    resource="lb_route",
    missing="privateNetwork not Found",
    methods=("GET", "POST", "PUT", "DELETE"),
    fields={
        "frontend_id": Field(str, required=True),
        "backend_id": Field(str, required=True, update=True),
        "match": Field(dict, update=True),
    },
    exact_filters=("frontend_id",),
    new=new_route,
    check=check_route,
    may_change=change_route,
)
CERTIFICATES = Kind(
    key="lb.certificate",
    product="lb",
    version="v1",
    path="lbs/{lb_id}/certificates",
    one="certificate",
    many="certificates",
    resource="lb_certificate",
    missing="certificate not Found",
    methods=("GET", "POST"),
    fields={"name": Field(str, update=True), "letsencrypt": Field(dict), "custom_certificate": Field(dict)},
    new=new_certificate,
    check=check_certificate,
    made=made_certificate,
    may_change=change_certificate,
    may_go=delete_certificate,
    shown=shown_certificate,
)
CERTIFICATE = replace(CERTIFICATES, path="certificates", methods=ITEM)
SUBSCRIBER = Kind(
    key="lb.subscriber",
    product="lb",
    version="v1",
    path="subscribers",
    one="subscriber",
    many="subscribers",
    resource="lb_subscriber",
    missing="subscriber not Found",
    methods=("GET", "POST", "PUT"),
    fields={
        "name": Field(str, required=True, update=True),
        "project_id": Field(str),
        "email_config": Field(dict, update=True),
        "webhook_config": Field(dict, update=True),
    },
    exact_filters=("project_id", "organization_id"),
    new=new_subscriber,
    may_change=change_subscriber,
    may_go=delete_subscriber,
    shown=shown_subscriber,
)
SUBSCRIBER_GONE = replace(SUBSCRIBER, path="lb/subscription", methods=("DELETE",))
KINDS = (
    LB,
    SUBSCRIPTION,
    IP,
    BACKENDS,
    BACKEND,
    FRONTENDS,
    FRONTEND,
    ACLS,
    ACL,
    ROUTE,
    CERTIFICATES,
    CERTIFICATE,
    SUBSCRIBER,
    SUBSCRIBER_GONE,
)


def types(store: Store, place: Place, query: Mapping[str, str]) -> tuple[str, Any]:
    """LB-GP-XL is not everywhere."""
    names = [name for name in TYPES if name != "LB-GP-XL" or place.locality.startswith("fr-par")]
    return "lb_types", [
        {
            "name": name,
            "stock_status": "available",
            "description": TYPES[name][1],
            "bandwidth": TYPES[name][0],
            "multicloud": False,
            "zone": place.locality,
            "region": region(place.locality),
        }
        for name in names
    ]


CATALOGS = {("lb", "lb-types"): ("v1", types)}
