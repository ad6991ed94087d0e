# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Security groups and their rules, as instance/v1 and the classic compute API show them."""

from __future__ import annotations

from ..errors import in_use, invalid, no_route, not_found
from ..kinds import Answer, Body, Call, Field, Kind, Place
from ..store import ORGANIZATION, PROJECT, Entry, Store

SMTP_PORTS = (25, 465, 587)
# What a group with enable_default_security has before its own rules; they cannot be changed.
DEFAULT_RULES = [
    {
        "id": f"11111111-2222-4333-8444-00000000000{number}",
        "protocol": "TCP",
        "direction": "outbound",
        "ip_range": ip_range,
        "dest_ip_range": None,
        "dest_port_from": port,
        "dest_port_to": None,
        "position": number,
        "editable": False,
        "action": "drop",
    }
    for number, (ip_range, port) in enumerate(
        [(ip_range, port) for ip_range in ("0.0.0.0/0", "::/0") for port in SMTP_PORTS], start=1
    )
]


def new_group(store: Store, place: Place, body: Body) -> Body:
    now = store.clock.text()
    return {
        "creation_date": now,
        "modification_date": now,
        "name": body["name"],
        "description": body.get("description"),
        "organization": ORGANIZATION,
        "project": body.get("project") or body.get("organization"),
        "servers": [],
        "stateful": body.get("stateful", True),
        "inbound_default_policy": body.get("inbound_default_policy", "accept"),
        "outbound_default_policy": body.get("outbound_default_policy", "accept"),
        "organization_default": body.get("organization_default", False),
        "project_default": body.get("project_default", False),
        "enable_default_security": body.get("enable_default_security", True),
        "state": "available",
        "tags": body.get("tags") or [],
        "zone": place.locality,
    }


def check_group(store: Store, place: Place, body: Body) -> None:
    if not body.get("project") and not body.get("organization"):
        owner = "organization" if place.classic else "project"
        raise invalid({owner: ("required", "required key not provided")})


def delete_group(store: Store, entry: Entry) -> None:
    if entry.data["servers"]:
        raise in_use("servers have this group")


def rules(store: Store, entry: Entry, call: Call) -> Answer:
    """The list, and single rules below it. PUT replaces all own ones: unchanged rules get new ids, too."""
    ident, zone = str(entry.data["id"]), entry.data["zone"]
    own = store.rules.setdefault(ident, [])
    default = [{**rule, "zone": zone} for rule in DEFAULT_RULES] if entry.data["enable_default_security"] else []
    if not call.rest:
        if call.method == "PUT":
            store.rules[ident] = [
                new_rule(store, position, rule, zone) for position, rule in enumerate(call.body["rules"], start=1)
            ]
        elif call.method == "POST":
            own.append(new_rule(store, len(own) + 1, call.body, zone))
            return Answer(201, {"rule": own[-1]})
        elif call.method != "GET":
            raise no_route(call.method, "rules")
        if call.query.get("page", "1") != "1":
            return Answer(200, {"rules": []})
        return Answer(200, {"rules": default + store.rules[ident]})
    found = next((rule for rule in default + own if rule["id"] == call.rest[0]), None)
    if found is None:
        raise not_found("instance_security_group_rule", call.rest[0])
    if call.method == "DELETE":
        if not found["editable"]:
            raise invalid({"security_group_rule_id": ("constraint", "the rule is not editable")})
        own.remove(found)
        return Answer(204)
    if call.method == "PATCH":
        found.update({name: value for name, value in call.body.items() if name in found})
    return Answer(200, {"rule": found})


def new_rule(store: Store, position: int, rule: Body, zone: str) -> Body:
    for name in ("action", "protocol", "direction", "ip_range"):
        if not rule.get(name):
            raise invalid({f"rules.{position - 1}.{name}": ("required", "required key not provided")})
    address, _slash, length = rule["ip_range"].partition("/")
    alone = length == ("128" if ":" in address else "32")
    return {
        "id": store.new_id(),
        "protocol": rule["protocol"],
        "direction": rule["direction"],
        "ip_range": address if alone else rule["ip_range"],
        "dest_ip_range": None,
        "dest_port_from": rule.get("dest_port_from"),
        "dest_port_to": rule.get("dest_port_to"),
        "position": position,
        "editable": True,
        "action": rule["action"],
        "zone": zone,
    }


POLICIES = ("accept", "drop")
SECURITY_GROUP = Kind(
    key="instance.security_group",
    product="instance",
    version="v1",
    path="security_groups",
    one="security_group",
    many="security_groups",
    resource="instance_security_group",
    wrapped=True,
    paging="per_page",
    created=201,
    located=True,
    nulls=True,
    classic_update="PUT",
    fields={
        "name": Field(str, required=True, update=True),
        "description": Field(str, update=True),
        "stateful": Field(bool, update=True),
        "inbound_default_policy": Field(str, update=True, choices=POLICIES),
        "outbound_default_policy": Field(str, update=True, choices=POLICIES),
        "enable_default_security": Field(bool, update=True),
        "organization_default": Field(bool, update=True),
        "project_default": Field(bool, update=True),
        "tags": Field(list, update=True),
        "project": Field(str),
        "organization": Field(str),
    },
    exact_filters=("project", "organization", "project_default"),
    new=new_group,
    check=check_group,
    may_go=delete_group,
    parts={"rules": rules},
)
KINDS = (SECURITY_GROUP,)


def group_of(store: Store, place: Place, ident: str | None) -> Entry:
    """The group of this id, or the one that servers get when they name none: it is made when it is missing."""
    if ident:
        entry = store.find(SECURITY_GROUP, place.locality, ident)
        if entry is None:
            raise not_found("instance_security_group", ident)
        return entry
    for entry in store.entries(SECURITY_GROUP, place.locality):
        if entry.data["project_default"]:
            return entry
    body = {"name": "Default security group", "project": PROJECT, "project_default": True}
    data = {"id": store.new_id(), **new_group(store, place, body), "description": "Auto generated security group."}
    return store.add(SECURITY_GROUP, place.locality, data)
