# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""Zones and records of DNS (api/resources.json, domain.v2beta1).

A zone has no id, only its name. A record has an id, but what a user means is a record set: all values of one name and type.
"""

from __future__ import annotations

import ipaddress
import typing as t

from ._dns_values import TYPES, meaning, relative_name, value_of, zone_name
from ._errors import InvalidInput
from ._options import ArgumentSpec
from ._resource import ITEM, Item, Params, Request, Resource, Steps

TTL = 3600
# Option to the field with the configuration of a record that answers differently each time.
DYNAMIC = {
    "geo_ip": "geo_ip_config",
    "http_service": "http_service_config",
    "weighted": "weighted_config",
    "views": "view_config",
}
ALONE = ("CNAME", "DNAME")


def with_name(zone: Item) -> Item:
    """A zone with its whole name, which is what it is called by."""
    if "domain" not in zone:
        return zone
    return dict(zone, name=".".join(part for part in (zone.get("subdomain"), zone["domain"]) if part))


def subdomain(value: t.Any, option: str) -> str:
    return zone_name(f"{value}.example.com", option)[: -len(".example.com")]


def deletion(zone: Item, params: Params) -> Steps:
    if not zone.get("subdomain"):
        raise InvalidInput(f"{zone['name']} is the zone of the domain itself: it cannot be deleted.")
    return [Request("DELETE", (ITEM,), None, {"project_id": params.get("project")}, purpose="delete")]


ZONE = Resource(
    product="domain",
    version="v2beta1",
    path="dns-zones",
    one="dns_zone",
    scope="global",
    key="name",
    read_as=with_name,
    only_listed=True,
    identity=("domain", "subdomain"),
    may_lack=("subdomain",),
    filters=("domain",),
    filtered_as={"name": "dns_zones"},
    needed=("domain",),
    create_only=("domain", "subdomain"),
    convert={"domain": zone_name, "subdomain": subdomain},
    compare={"subdomain": lambda wanted, current: bool((wanted or "") == (current or ""))},
    defaults={"subdomain": "", "ns_master": [], "linked_products": [], "message": None},
    sent_defaults=("subdomain",),
    deletion=deletion,
    status="status",
    steady=("active",),
)
RECORD = Resource(
    product="domain",
    version="v2beta1",
    path="dns-zones/{dns_zone}/records",
    one="record",
    scope="global",
    owner="",
)

# The options of a record set: of a task, or of one element of a list.
RECORD_SET: ArgumentSpec = {
    "name": {"type": "str", "required": True},
    "type": {"type": "str", "required": True, "choices": list(TYPES)},
    "values": {"type": "list", "elements": "str"},
    "ttl": {"type": "int"},
    "priority": {"type": "int"},
    "comment": {"type": "str"},
    "geo_ip": {
        "type": "dict",
        "options": {
            "default": {"type": "str", "required": True},
            "matches": {
                "type": "list",
                "elements": "dict",
                "required": True,
                "options": {
                    "countries": {"type": "list", "elements": "str"},
                    "continents": {"type": "list", "elements": "str"},
                    "data": {"type": "str", "required": True},
                },
            },
        },
    },
    "weighted": {
        "type": "list",
        "elements": "dict",
        "options": {"ip": {"type": "str", "required": True}, "weight": {"type": "int", "required": True}},
    },
    "views": {
        "type": "list",
        "elements": "dict",
        "options": {"subnet": {"type": "str", "required": True}, "data": {"type": "str", "required": True}},
    },
    "http_service": {
        "type": "dict",
        "options": {
            "ips": {"type": "list", "elements": "str", "required": True},
            "url": {"type": "str", "required": True},
            "must_contain": {"type": "str"},
            "user_agent": {"type": "str"},
            "strategy": {"type": "str", "required": True, "choices": ["random", "hashed", "all"]},
        },
    },
}


class RecordSet(t.NamedTuple):
    """All values of one name and type. ``data`` None stands for whatever there is, ``fields`` are what each of them shall have."""

    name: str
    type: str
    data: t.Optional[t.List[str]]
    fields: Item
    exclusive: bool

    @property
    def told(self) -> str:
        return f"{self.name or '@'} {self.type}"


def record_set(params: Params, zone: str, where: str = "") -> RecordSet:
    """What a task asks for. Raises :class:`InvalidInput` for values that do not fit their type."""
    kind = params["type"]
    name = relative_name(str(params["name"] or ""), zone, f"{where}name")
    if kind == "CNAME" and not name:
        raise InvalidInput(f"{where}type: the name of a zone itself cannot be a CNAME. Use ALIAS.")
    fields: Item = {name: params[name] for name in ("ttl", "comment") if params.get(name) is not None}
    if not 0 < fields.get("ttl", TTL) < 2**31:
        raise InvalidInput(f"{where}ttl: {fields['ttl']} is no time to live. Give seconds above 0.")
    values = list(params["values"]) if params.get("values") is not None else None
    for option, told in DYNAMIC.items():
        if params.get(option) == []:
            fields[told] = None
        elif params.get(option):
            fields[told] = dynamic(kind, option, params[option], f"{where}{option}")
            default = first_answer(option, fields[told])
            values = [default] if values is None else values
            if len(values) != 1:
                raise InvalidInput(f"{where}values: with {option} there is one value, that of the default answer.")
    data: t.Optional[t.List[str]] = None
    if values is not None:
        told_priority = params.get("priority")
        found = [value_of(kind, str(text), told_priority, f"{where}values[{n}]") for n, text in enumerate(values)]
        data = list({meaning(kind, text): text for text, _priority in found}.values())
        if kind in ALONE and len(data) > 1:
            raise InvalidInput(f"{where}values: a {kind} has one value.")
    if params.get("priority") is not None:
        fields["priority"] = params["priority"]
    exclusive = bool(params.get("exclusive", True))
    if not exclusive and data is None:
        raise InvalidInput(f"{where}values must be set where exclusive is false.")
    return RecordSet(name, kind, data, fields, exclusive)


def dynamic(kind: str, option: str, told: t.Any, where: str) -> Item:
    """A configuration in the API's spelling, every answer in it checked by type."""

    def answer(value: t.Any, place: str) -> str:
        return value_of(kind, str(value), None, f"{where}{place}")[0]

    if option == "geo_ip":
        matches = [
            {
                "countries": _codes(match.get("countries"), f"{where}.matches[{number}].countries"),
                "continents": _codes(match.get("continents"), f"{where}.matches[{number}].continents"),
                "data": answer(match["data"], f".matches[{number}].data"),
            }
            for number, match in enumerate(told["matches"])
        ]
        return {"default": answer(told["default"], ".default"), "matches": matches}
    if option == "http_service":
        known = {name: value for name, value in told.items() if value is not None}
        return dict(known, ips=[answer(ip, f".ips[{number}]") for number, ip in enumerate(told["ips"])])
    if option == "weighted":
        ips = [{"ip": answer(one["ip"], f"[{n}].ip"), "weight": one["weight"]} for n, one in enumerate(told)]
        return {"weighted_ips": ips}
    views = [
        {"subnet": _subnet(one["subnet"], f"{where}[{n}].subnet"), "data": answer(one["data"], f"[{n}].data")}
        for n, one in enumerate(told)
    ]
    return {"views": views}


def _codes(codes: t.Optional[t.List[str]], option: str) -> t.List[str]:
    found = [str(code).upper() for code in codes or []]
    for code in found:
        if len(code) != 2 or not code.isalpha():
            raise InvalidInput(f"{option}: {code!r} is no code of two letters, like FR or EU.")
    return found


def _subnet(text: str, option: str) -> str:
    try:
        return str(ipaddress.ip_network(text))
    except ValueError as error:
        raise InvalidInput(f"{option}: {text!r} is no subnet, like 192.0.2.0/24: {error}.") from None


def first_answer(option: str, config: Item) -> str:
    if option == "geo_ip":
        return str(config["default"])
    if option == "http_service":
        return str(config["ips"][0])
    return str(config["weighted_ips"][0]["ip"] if option == "weighted" else config["views"][0]["data"])
