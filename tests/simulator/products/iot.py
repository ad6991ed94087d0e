# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The IoT Hub of iot/v1: hubs with their devices, networks and routes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..errors import invalid, not_found, precondition
from ..kinds import Answer, Body, Call, Field, Kind, Place
from ..store import ORGANIZATION, PROJECT, Entry, Store

SOON = 0.2  # seconds; the real one takes five
PLANS = ("plan_unknown", "plan_shared", "plan_dedicated", "plan_ha")
CONFIGS = {"s3_config": "s3", "db_config": "database", "rest_config": "rest"}


def dated(store: Store) -> Body:
    now = store.clock.zulu()
    return {"created_at": now, "updated_at": now}


def hub_of(store: Store, place: str, ident: str) -> Entry:
    hub = store.find(HUB, place, ident)
    if hub is None:
        raise not_found("hub", ident)
    return hub


def new_hub(store: Store, place: Place, body: Body) -> Body:
    return {
        "name": body.get("name") or "hub-simulated",
        "status": "enabling",
        "product_plan": body["product_plan"],
        "enabled": True,
        "device_count": 0,
        "connected_device_count": 0,
        "endpoint": f"iot.{place.locality}.scw.cloud",
        "disable_events": bool(body.get("disable_events")),
        "events_topic_prefix": body.get("events_topic_prefix") or "$SCW/events",
        "enable_device_auto_provisioning": False,
        "has_custom_ca": False,
        "region": place.locality,
        "project_id": body.get("project_id") or PROJECT,
        "organization_id": ORGANIZATION,
        **({"twins_graphite_config": body["twins_graphite_config"]} if body.get("twins_graphite_config") else {}),
        **dated(store),
    }


def made_hub(store: Store, place: Place, entry: Entry, body: Body) -> None:
    store.soon(entry, SOON, {"status": "error" if "hub" in store.mishaps else "ready"})


def change_hub(store: Store, entry: Entry, change: Body) -> None:
    if change.get("product_plan") == "plan_unknown":
        del change["product_plan"]  # means that it stays


def shown_hub(store: Store, entry: Entry) -> Body:
    devices = [one for one in store.entries(DEVICE, entry.locality) if one.data["hub_id"] == entry.data["id"]]
    return {**entry.data, "device_count": len(devices)}


def delete_hub(store: Store, entry: Entry, query: Mapping[str, str]) -> None:
    held = [
        one
        for kind in (DEVICE, NETWORK, ROUTE)
        for one in store.entries(kind, entry.locality)
        if one.data["hub_id"] == entry.data["id"]
    ]
    if any(one.kind is DEVICE for one in held) and query.get("delete_devices", "").lower() != "true":
        raise precondition("resource_still_in_use", "the hub has devices")
    for one in held:
        store.remove(one)
    store.remove(entry)


def enable_hub(store: Store, entry: Entry, call: Call) -> Answer:
    entry.change({"status": "enabling", "enabled": True})
    store.soon(entry, SOON, {"status": "ready"})
    return Answer(200, shown_hub(store, entry))


def disable_hub(store: Store, entry: Entry, call: Call) -> Answer:
    entry.change({"status": "disabling", "enabled": False})
    store.soon(entry, SOON, {"status": "disabled"})
    return Answer(200, shown_hub(store, entry))


def hub_authority(store: Store, entry: Entry, call: Call) -> Answer:
    key = f"iot-{entry.data['id']}"
    if call.method == "POST":
        for name in ("ca_cert_pem", "challenge_cert_pem"):
            if "BEGIN CERTIFICATE" not in str(call.body.get(name)):
                raise invalid({name: ("format", "no certificate")})
        store.texts[key] = {"ca": call.body["ca_cert_pem"]}
        entry.change({"has_custom_ca": True})
        return Answer(200, shown_hub(store, entry))
    if key not in store.texts:
        raise not_found("hub_ca", entry.data["id"])
    return Answer(200, {"ca_cert_pem": store.texts[key]["ca"]})


def filters(told: Any) -> Body:
    """What a device may publish and subscribe to: by default nothing is rejected."""
    whole: Body = {}
    for way in ("publish", "subscribe"):
        rule = (told or {}).get(way) or {}
        whole[way] = {"policy": rule.get("policy") or "reject", "topics": rule.get("topics") or []}
    return whole


def new_device(store: Store, place: Place, body: Body) -> Body:
    hub_of(store, place.locality, body["hub_id"])
    return {
        "name": body.get("name") or "device-simulated",
        "description": body.get("description") or "",
        "status": "enabled",
        "hub_id": body["hub_id"],
        "is_connected": False,
        "allow_insecure": body["allow_insecure"],
        "allow_multiple_connections": body["allow_multiple_connections"],
        "has_custom_certificate": False,
        "message_filters": filters(body.get("message_filters")),
        "last_activity_at": "1970-01-01T00:00:00Z",
        **dated(store),
    }


def change_device(store: Store, entry: Entry, change: Body) -> None:
    if "hub_id" in change:
        hub_of(store, entry.locality, change["hub_id"])
    if "message_filters" in change:
        change["message_filters"] = filters(change["message_filters"])


def pem(kind: str, text: str) -> str:
    return f"-----BEGIN {kind}-----\n{text}\n-----END {kind}-----\n"


def certificate_of(entry: Entry) -> str:
    return pem("CERTIFICATE", f"MIIsimulated/{entry.data['id'].replace('-', '')}")


def with_certificate(store: Store, entry: Entry) -> Body:
    key = pem("PRIVATE KEY", f"MIIsecret/{entry.data['id'].replace('-', '')}")
    return {"certificate": {"crt": certificate_of(entry), "key": key}}


def device_certificate(store: Store, entry: Entry, call: Call) -> Answer:
    if call.method == "PUT":
        if "BEGIN CERTIFICATE" not in str(call.body.get("certificate_pem")):
            raise invalid({"certificate_pem": ("format", "no certificate")})
        store.texts[f"iot-{entry.data['id']}"] = {"pem": call.body["certificate_pem"]}
        entry.change({"has_custom_certificate": True})
    text = store.texts.get(f"iot-{entry.data['id']}", {}).get("pem") or certificate_of(entry)
    return Answer(200, {"device": dict(entry.data), "certificate_pem": text})


def enable_device(store: Store, entry: Entry, call: Call) -> Answer:
    entry.change({"status": "enabled"})
    return Answer(200, dict(entry.data))


def disable_device(store: Store, entry: Entry, call: Call) -> Answer:
    entry.change({"status": "disabled"})
    return Answer(200, dict(entry.data))


def new_network(store: Store, place: Place, body: Body) -> Body:
    hub_of(store, place.locality, body["hub_id"])
    return {
        "name": body.get("name") or "network-simulated",
        "type": body["type"],
        "endpoint": f"{body['type']}.iot.{place.locality}.scw.cloud",
        "hub_id": body["hub_id"],
        "topic_prefix": body.get("topic_prefix") or "",
        "region": place.locality,
        "created_at": store.clock.zulu(),
    }


def with_secret(store: Store, entry: Entry) -> Body:
    return {"secret": f"network-secret-{entry.data['id']}"}


def configured(store: Store, place: str, body: Body) -> Body:
    given = [name for name in CONFIGS if body.get(name)]
    if len(given) != 1:
        raise invalid({"config": ("constraint", f"one of {', '.join(CONFIGS)}")})
    (name,) = given
    config = dict(body[name])
    if name == "db_config":
        config["engine"] = "postgresql" if config.get("engine") in (None, "unknown") else config["engine"]
        config["password"] = ""  # never shown again
    return {name: config, "type": CONFIGS[name]}


def new_route(store: Store, place: Place, body: Body) -> Body:
    hub_of(store, place.locality, body["hub_id"])
    return {
        "name": body.get("name") or "route-simulated",
        "hub_id": body["hub_id"],
        "topic": body["topic"],
        "region": place.locality,
        **configured(store, place.locality, body),
        **dated(store),
    }


def change_route(store: Store, entry: Entry, change: Body) -> None:
    given = [name for name in CONFIGS if change.get(name)]
    if given:
        whole = {given[0]: {**(entry.data.get(given[0]) or {}), **change[given[0]]}}
        for name in CONFIGS:
            entry.data.pop(name, None)
        change.update(configured(store, entry.locality, whole))


def summary(data: Body) -> Body:
    return {name: value for name, value in data.items() if name not in CONFIGS}


HUB = Kind(
    key="iot.hub",
    product="iot",
    version="v1",
    path="hubs",
    one="hub",
    many="hubs",
    resource="hub",
    scope="region",
    fields={
        "name": Field(str, update=True),
        "product_plan": Field(str, required=True, update=True, choices=PLANS),
        "project_id": Field(str),
        "disable_events": Field(bool, update=True),
        "events_topic_prefix": Field(str, update=True),
        "enable_device_auto_provisioning": Field(bool, update=True),
        "twins_graphite_config": Field(dict, update=True),
    },
    exact_filters=("project_id", "organization_id"),
    new=new_hub,
    made=made_hub,
    may_change=change_hub,
    shown=shown_hub,
    delete=delete_hub,
    parts={"enable": enable_hub, "disable": disable_hub, "ca": hub_authority},
)
DEVICE = Kind(
    key="iot.device",
    product="iot",
    version="v1",
    path="devices",
    one="device",
    many="devices",
    resource="device",
    scope="region",
    wrapped_once=True,
    fields={
        "name": Field(str),
        "hub_id": Field(str, required=True, update=True),
        "allow_insecure": Field(bool, required=True, update=True),
        "allow_multiple_connections": Field(bool, required=True, update=True),
        "message_filters": Field(dict, update=True),
        "description": Field(str, update=True),
    },
    exact_filters=("hub_id", "status", "allow_insecure"),
    new=new_device,
    may_change=change_device,
    also=with_certificate,
    parts={"certificate": device_certificate, "enable": enable_device, "disable": disable_device},
)
NETWORK = Kind(
    key="iot.network",
    product="iot",
    version="v1",
    path="networks",
    one="network",
    many="networks",
    resource="network",
    scope="region",
    wrapped_once=True,
    methods=("GET", "POST", "DELETE"),
    fields={
        "name": Field(str),
        "hub_id": Field(str, required=True),
        "type": Field(str, required=True, choices=("sigfox", "rest")),
        "topic_prefix": Field(str),
    },
    exact_filters=("hub_id", "topic_prefix"),
    new=new_network,
    also=with_secret,
)
ROUTE = Kind(
    key="iot.route",
    product="iot",
    version="v1",
    path="routes",
    one="route",
    many="routes",
    resource="route",
    scope="region",
    fields={
        "name": Field(str, update=True),
        "hub_id": Field(str, required=True),
        "topic": Field(str, required=True, update=True),
        **{name: Field(dict, update=True) for name in CONFIGS},
    },
    exact_filters=("hub_id",),
    new=new_route,
    may_change=change_route,
    listed=summary,
)
KINDS = (HUB, DEVICE, NETWORK, ROUTE)
