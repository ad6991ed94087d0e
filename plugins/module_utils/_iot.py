# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""The resources of IoT Hub, for the modules that manage, list or name them (api/resources.json, iot.v1)."""

from __future__ import annotations

import typing as t

from ._api import ResourceApi
from ._compare import same_sets_inside
from ._context import Context
from ._errors import InvalidInput
from ._plan import Plan, merged
from ._resource import CREATED, ITEM, Item, Request, Resource, Shown, Steps
from ._values import port_of, what_was_set

CONFIGS = ("s3_config", "db_config", "rest_config")


def switch(item: Item, on: bool) -> Steps:
    return [Request("POST", (ITEM, "enable" if on else "disable"), {})]


def pem(text: t.Any, option: str) -> str:
    """A certificate. Raises :class:`InvalidInput` for what is none."""
    if "BEGIN CERTIFICATE" not in str(text):
        raise InvalidInput(f"{option}: there is no certificate in it. Give PEM.")
    return str(text).strip() + "\n"


def certified(api: ResourceApi, plan: Plan, flag: str, method: str, path: str, body: Item) -> Plan:
    """The plan with a certificate below the item, where that has another one or none: ``flag`` is what tells. The first key
    of the body is how it is shown there."""
    ident = CREATED
    if plan.before is not None:
        ident, name = str(plan.before["id"]), next(iter(body))
        if plan.before.get(flag) and api.act(Request("GET", (ident, path))).get(name, "").strip() == body[name].strip():
            return plan
    after = dict(plan.after or {}, **{flag: True})
    return Plan(plan.before, after, (*plan.requests, Request(method, (ident, path), body)))


def own_authority(api: ResourceApi, context: Context, plan: Plan) -> Plan:
    authority, challenge = (context.params.get(name) for name in ("ca_certificate", "ca_challenge_certificate"))
    if not authority:
        return plan
    body = {
        "ca_cert_pem": pem(authority, "ca_certificate"),
        "challenge_cert_pem": pem(challenge, "ca_challenge_certificate"),
    }
    return certified(api, plan, "has_custom_ca", "POST", "ca", body)


HUB = Resource(
    product="iot",
    version="v1",
    path="hubs",
    one="hub",
    scope="region",
    needed=("name",),
    not_fields=("delete_devices", "ca_certificate", "ca_challenge_certificate"),
    convert={"twins_graphite_config": what_was_set},
    defaults={
        "product_plan": "plan_shared",
        "enabled": True,
        "disable_events": False,
        "enable_device_auto_provisioning": False,
    },
    sent_defaults=("product_plan",),
    actions={
        "enable_device_auto_provisioning": lambda item, on: [
            Request("PATCH", (ITEM,), {"enable_device_auto_provisioning": on})
        ],
        "enabled": switch,
    },
    set_later=("enable_device_auto_provisioning", "enabled"),
    delete_query={"delete_devices": "delete_devices"},
    more=own_authority,
    status="status",
    steady=("ready", "disabled"),
    failed=("error",),
    volatile=("device_count", "connected_device_count"),
)


def own_certificate(api: ResourceApi, context: Context, plan: Plan) -> Plan:
    certificate = context.params.get("certificate")
    if not certificate:
        return plan
    body = {"certificate_pem": pem(certificate, "certificate")}
    return certified(api, plan, "has_custom_certificate", "PUT", "certificate", body)


def whole_filters(change: Item, item: Item) -> Item:
    """An update with whole filters."""
    if "message_filters" not in change:
        return change
    return dict(change, message_filters=merged(DEVICE, item.get("message_filters"), change["message_filters"]))


DEVICE = Resource(
    product="iot",
    version="v1",
    path="devices",
    one="device",
    scope="region",
    owner="",
    identity=("hub", "name"),
    filters=("hub", "name"),
    not_fields=("certificate",),
    needed=("hub", "name"),
    create_only=("name",),
    rename={"hub": "hub_id"},
    references={"hub": HUB},
    convert={"message_filters": what_was_set},
    shown_as={
        "enabled": Shown("status", lambda status: status == "enabled", lambda on: "enabled" if on else "disabled")
    },
    compare={"message_filters": same_sets_inside},
    defaults={"description": "", "allow_insecure": False, "allow_multiple_connections": False, "status": "enabled"},
    sent_defaults=("allow_insecure", "allow_multiple_connections"),
    given_once=("certificate",),
    actions={"enabled": switch},
    set_later=("enabled",),
    change=whole_filters,
    more=own_certificate,
    status="status",
    volatile=("is_connected", "last_activity_at"),
)
NETWORK = Resource(
    product="iot",
    version="v1",
    path="networks",
    one="network",
    scope="region",
    owner="",
    identity=("hub", "name"),
    filters=("hub", "name"),
    needed=("hub", "name", "type"),
    create_only=("hub_id", "name", "type", "topic_prefix"),
    rename={"hub": "hub_id"},
    references={"hub": HUB},
    defaults={"topic_prefix": ""},
    sent_defaults=("topic_prefix",),
    given_once=("secret",),
)


def database(value: Item, option: str) -> Item:
    spelled: Item = what_was_set(value, option)
    if "port" in spelled:
        port_of(spelled["port"], f"{option}.port")
    return spelled


def same_but_password(wanted: Item, current: t.Any) -> bool:
    """The API never shows the password."""
    return current is not None and same_sets_inside(dict(wanted, password=None), current)


def same_config(wanted: Item, current: t.Any) -> bool:
    return current is not None and same_sets_inside(wanted, current)


def new_route(fields: Item) -> Item:
    if not any(name in fields for name in CONFIGS):
        raise InvalidInput(f"There is no such route yet: one of {', '.join(CONFIGS)} must be set to create it.")
    return fields


def whole_configs(change: Item, item: Item) -> Item:
    """An update with whole configurations; a password that is not shown is not sent back."""
    body = dict(change)
    for name in CONFIGS:
        if name in change and item.get(name):
            kept = {key: value for key, value in item[name].items() if key != "password"}
            body[name] = merged(ROUTE, kept, change[name])
    return body


ROUTE = Resource(
    product="iot",
    version="v1",
    path="routes",
    one="route",
    scope="region",
    owner="",
    identity=("hub", "name"),
    filters=("hub", "name"),
    summaries=True,
    needed=("hub", "name", "topic"),
    create_only=("hub_id",),
    rename={"hub": "hub_id"},
    references={"hub": HUB},
    convert={"s3_config": what_was_set, "db_config": database, "rest_config": what_was_set},
    compare={"s3_config": same_config, "db_config": same_but_password, "rest_config": same_config},
    exclusive=(CONFIGS,),
    creation=new_route,
    change=whole_configs,
    volatile=("type",),
)
