# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Cockpit, as cockpit/v1 has it: data sources, tokens, and the alert manager with its contact points."""

from __future__ import annotations

from typing import Any

from ..errors import invalid, no_route
from ..kinds import Answer, Body, Call, Field, Kind, Place
from ..store import PROJECT, Entry, Store

TYPES = ("metrics", "logs", "traces")
RETENTION = {"metrics": 31, "logs": 7, "traces": 7}
SCOPES = (
    "read_only_metrics",
    "write_only_metrics",
    "full_access_metrics_rules",
    "read_only_logs",
    "write_only_logs",
    "full_access_logs_rules",
    "full_access_alert_manager",
    "read_only_traces",
    "write_only_traces",
)
RULES = {
    f"00000000-0000-4000-9000-{number:012}": name
    for number, name in enumerate(("InstanceHighCPU", "InstanceHighMemory", "DatabaseDiskFull"), start=1)
}


def dated(store: Store) -> Body:
    now = store.clock.zulu()
    return {"created_at": now, "updated_at": now}


def new_source(store: Store, place: Place, body: Body) -> Body:
    ident = store.new_id()
    return {
        "id": ident,
        "name": body["name"],
        "project_id": body.get("project_id") or PROJECT,
        "url": f"https://{ident}.{body['type']}.cockpit.{place.locality}.scw.cloud",
        "type": body["type"],
        "origin": "custom",
        "retention_days": body.get("retention_days") or RETENTION[body["type"]],
        "synchronized_with_grafana": False,
        "region": place.locality,
        **dated(store),
    }


def made_source(store: Store, place: Place, entry: Entry, body: Body) -> None:
    """The answer to the creation does not tell how much it is used."""
    store.soon(entry, 0.0, {"current_month_usage": 0})


def new_token(store: Store, place: Place, body: Body) -> Body:
    unknown = [scope for scope in body.get("token_scopes") or [] if scope not in SCOPES]
    if unknown:
        raise invalid({"token_scopes": ("constraint", f"no such scope: {unknown[0]}")})
    return {
        "name": body["name"],
        "project_id": body.get("project_id") or PROJECT,
        "region": place.locality,
        "scopes": [scope for scope in SCOPES if scope in (body.get("token_scopes") or [])],
        "secret_key": store.new_id(),
        **dated(store),
    }


def made_token(store: Store, place: Place, entry: Entry, body: Body) -> None:
    """Only the answer to the creation holds the secret."""
    store.soon(entry, 0.0, {"secret_key": None})


def project_of(call: Call) -> str:
    return str(call.query.get("project_id") or call.body.get("project_id") or PROJECT)


def manager_of(store: Store, place: Place, call: Call) -> Entry | None:
    return store.find(ALERT_MANAGER, place.locality, project_of(call))


def shown_manager(place: Place, entry: Entry | None) -> Answer:
    url = entry.data["url"] if entry is not None else None
    shown = {
        "alert_manager_enabled": entry is not None,
        "alert_manager_url": url,
        "managed_alerts_enabled": False,
        "region": place.locality,
    }
    return Answer(200, shown)


def manager(store: Store, place: Place, call: Call) -> Answer:
    return shown_manager(place, manager_of(store, place, call))


def enable(store: Store, place: Place, call: Call) -> Answer:
    entry = manager_of(store, place, call)
    if entry is None:
        data = {
            "id": project_of(call),
            "url": f"https://{store.new_id()}.alertmanager.cockpit.{place.locality}.scw.cloud",
            "region": place.locality,
            "contact_points": [],
            "rules": [],
        }
        entry = store.add(ALERT_MANAGER, place.locality, data)
    return shown_manager(place, entry)


def disable(store: Store, place: Place, call: Call) -> Answer:
    entry = manager_of(store, place, call)
    if entry is not None:
        store.remove(entry)
    return shown_manager(place, None)


def address(call: Call) -> str:
    to = (call.body.get("email") or {}).get("to")
    if "@" not in str(to):
        raise invalid({"email": ("constraint", "value must be a valid email address")})
    return str(to)


def paged(call: Call, items: list[Any]) -> list[Any]:
    """The page that was asked for."""
    size, number = int(call.query.get("page_size") or 20), int(call.query.get("page") or 1)
    return items[(number - 1) * size : number * size]


def contact_points(store: Store, place: Place, call: Call) -> Answer:
    entry = manager_of(store, place, call)
    there: list[Any] = entry.data["contact_points"] if entry is not None else []
    if call.method == "GET":
        more = {"has_additional_contact_points": False, "has_additional_receivers": False}
        return Answer(200, {"contact_points": paged(call, there), "total_count": len(there), **more})
    if entry is None or call.method not in ("POST", "PATCH"):
        raise no_route(call.method, "alert-manager/contact-points")
    point = {
        "email": {"to": address(call)},
        "region": place.locality,
        "send_resolved_notifications": call.body.get("send_resolved_notifications", True),
    }
    kept = there if call.method == "POST" else [other for other in there if other["email"] != point["email"]]
    entry.change({"contact_points": [*kept, point]})
    return Answer(200, point)


def delete_contact_point(store: Store, place: Place, call: Call) -> Answer:
    entry = manager_of(store, place, call)
    if entry is not None:
        there = entry.data["contact_points"]
        found = next((number for number, point in enumerate(there) if point["email"]["to"] == address(call)), None)
        entry.change({"contact_points": [point for number, point in enumerate(there) if number != found]})
    return Answer(204)


def alert(entry: Entry | None, place: Place, ident: str) -> Body:
    on = entry is not None and ident in entry.data["rules"]
    return {
        "name": RULES[ident],
        "rule": "simulated > 0.8",
        "duration": "10m",
        "state": "inactive",
        "rule_status": "enabled" if on else "disabled",
        "data_source_id": "",
        "preconfigured": True,
        "region": place.locality,
        "annotations": {"rule_id": ident, "summary": f"Simulated {RULES[ident]}"},
        "preconfigured_data": {
            "preconfigured_rule_id": ident,
            "display_name": RULES[ident],
            "display_description": "simulated",
            "product_name": "simulated",
            "product_family": "simulated",
        },
    }


def alerts(store: Store, place: Place, call: Call) -> Answer:
    found = [alert(manager_of(store, place, call), place, ident) for ident in RULES]
    wanted = call.query.get("rule_status")
    found = [one for one in found if not wanted or one["rule_status"] == wanted]
    return Answer(200, {"alerts": paged(call, found), "total_count": len(found)})


def switch_rules(store: Store, place: Place, call: Call, on: bool) -> Answer:
    entry = manager_of(store, place, call)
    asked = call.body.get("rule_ids") or []
    if entry is not None:
        kept = [ident for ident in entry.data["rules"] if ident not in asked]
        entry.change({"rules": [*kept, *asked] if on else kept})
    return Answer(200, {"enabled_rule_ids" if on else "disabled_rule_ids": asked})


SOURCE = Kind(
    key="cockpit.data_source",
    product="cockpit",
    version="v1",
    path="data-sources",
    one="data_source",
    many="data_sources",
    resource="data source",
    scope="region",
    fields={
        "name": Field(str, required=True, update=True),
        "type": Field(str, required=True, choices=TYPES),
        "retention_days": Field(int, update=True),
        "project_id": Field(str),
    },
    substring_filters=(),
    exact_filters=("project_id", "origin"),
    filters={"types": lambda data, values: data["type"] in values},
    new=new_source,
    made=made_source,
)
TOKENS = Kind(
    key="cockpit.token",
    product="cockpit",
    version="v1",
    path="tokens",
    one="token",
    many="tokens",
    resource="token",
    scope="region",
    methods=("GET", "POST", "DELETE"),
    fields={"name": Field(str, required=True), "token_scopes": Field(list), "project_id": Field(str)},
    substring_filters=(),
    exact_filters=("project_id",),
    new=new_token,
    made=made_token,
)
# Not shown as it is kept.
ALERT_MANAGER = Kind(
    key="cockpit.alert_manager",
    product="cockpit",
    version="-",
    path="alert-managers",
    one="alert_manager",
    many="alert_managers",
    resource="cockpit",
    scope="region",
)
KINDS = (SOURCE, TOKENS)
ENDPOINTS = {
    ("cockpit", "v1", f"alert-manager{path}"): answer
    for path, answer in {
        "": manager,
        "/enable": enable,
        "/disable": disable,
        "/contact-points": contact_points,
        "/contact-points/delete": delete_contact_point,
        "/enable-alert-rules": lambda store, place, call: switch_rules(store, place, call, True),
        "/disable-alert-rules": lambda store, place, call: switch_rules(store, place, call, False),
    }.items()
}
ENDPOINTS[("cockpit", "v1", "alerts")] = alerts
