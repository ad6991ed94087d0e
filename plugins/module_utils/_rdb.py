# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""Managed databases of rdb/v1 (api/resources.json, rdb.v1; states and sizes: recordings/findings.md, sections 8 to 11)."""

from __future__ import annotations

import datetime
import typing as t
from dataclasses import replace

from ._api import ResourceApi
from ._choices import check_known
from ._compare import same_ignoring_case, same_set
from ._context import Context
from ._errors import InvalidInput
from ._find import listed_one
from ._managed import (
    Endpoints,
    by_name,
    in_row,
    moment,
    password,
    patched,
    settings_in,
    snapshots_of,
    users_of,
)
from ._paging import list_all
from ._plan import Plan, placed
from ._resource import ITEM, Item, Params, Request, Resource, Shown, Step, Steps, act, inside
from ._rules import networks_of
from ._values import size_in_bytes, texts_of, what_was_set
from ._vpc import PRIVATE_NETWORK

PERMISSIONS = ("readonly", "readwrite", "all", "custom", "none")
FAILED = ("error", "locked", "unknown")
SCHEDULE = {
    "disabled": "is_backup_schedule_disabled",
    "frequency": "backup_schedule_frequency",
    "retention": "backup_schedule_retention",
}


def upgraded(key: str) -> t.Callable[[Item, t.Any], Steps]:
    """A field that is changed by the action ``upgrade``: one field a request."""
    return act("upgrade", key=key)


def only_on(wanted: t.Any, current: t.Any) -> bool:
    """What can be switched on, and not off."""
    return bool(wanted)


# --- engines


def set_engine(item: Item, value: str) -> Steps:
    """A later engine is that of a new instance, which gets data and endpoints; the former one is deleted then."""
    later = {found["name"]: found["id"] for found in item.get("upgradable_version") or []}
    known = {name.lower(): name for name in later}
    if value.lower() not in known:
        told = ", ".join(sorted(later)) or "none"
        raise InvalidInput(f"engine: {item['engine']} cannot become {value}. It can be upgraded to: {told}.")
    workflow = {"upgradable_version_id": later[known[value.lower()]], "with_endpoints": True}
    former = str(item["id"])

    def upgrade(api: ResourceApi, current: Item) -> t.Optional[Item]:
        return api.send(Request("POST", (former, "upgrade"), {"major_upgrade_workflow": workflow}))

    def delete_former(api: ResourceApi, current: Item) -> t.Optional[Item]:
        api.act(Request("DELETE", (former,)))
        return current

    return [Step(f"upgrade to {value}", upgrade), Step(f"delete the former instance {former}", delete_former)]


ENDPOINTS = Endpoints(
    "load_balancer",
    "private_network_id",
    lambda item, specs: [Request("POST", (ITEM, "endpoints"), {"endpoint_spec": spec}) for spec in specs],
    {"ipam_config": {}},
)


# --- instances


def new_instance(fields: Item) -> Item:
    body = dict(fields)
    body["is_ha_cluster"] = bool(fields.get("is_ha_cluster"))
    body["disable_backup"] = False
    for name in ("settings", "init_settings"):
        if name in body:
            body[name] = in_row(body[name])
    if "encryption" in body:
        body["encryption"] = {"enabled": body["encryption"]}
    if "endpoints" in body:
        body["init_endpoints"] = ENDPOINTS.specs(body.pop("endpoints"))
    return body


def kinds_of(item: Item) -> t.Tuple[t.Optional[str], t.Optional[str]]:
    """The types of node and volume."""
    return item.get("node_type"), (item.get("volume") or {}).get("type")


def check_instance(api: ResourceApi, context: Context, plan: Plan) -> None:
    """Node type, its volume type and engine must be offered; an engine is only upgraded when that was allowed."""
    before, after = plan.before or {}, plan.after or {}
    if before and before.get("engine") != after.get("engine") and not context.params.get("allow_engine_upgrade"):
        raise InvalidInput(
            f"engine: the instance {before.get('name')} has {before['engine']} and {after['engine']} was asked for. An "
            "upgrade makes a new instance with its data and endpoints and deletes this one, with its backups: set "
            "allow_engine_upgrade to true to do so."
        )
    kind, volume = kinds_of(after)
    if kind and (kind, volume) != kinds_of(before):
        listed = list_all(api.client, f"{api.base}/node-types", "node_types", {"include_disabled_types": False})
        volumes = {
            str(one["name"]): [told["type"] for told in one.get("available_volume_types") or []] for one in listed
        }
        if kind != before.get("node_type"):
            check_known("node_type", kind, volumes, "node type", api.locality)
        offered = {name.lower(): found for name, found in volumes.items()}.get(kind.lower())
        if volume and offered:
            check_known("volume_type", volume, offered, f"volume type of {kind}", api.locality)
    if after.get("engine") and not before:
        engines = list_all(api.client, f"{api.base}/database-engines", "engines")
        names = [version["name"] for engine in engines for version in engine["versions"] if not version.get("disabled")]
        check_known("engine", after["engine"], names, "engine", api.locality)


INSTANCE = Resource(
    product="rdb",
    version="v1",
    path="instances",
    one="instance",
    scope="region",
    filters=("name", "tags"),
    needed=("name", "engine", "node_type", "user_name", "password"),
    not_fields=("allow_engine_upgrade",),
    write_only=("user_name", "password"),
    create_only=("init_settings",),
    grow_only=("volume_size",),
    in_place={"is_ha_cluster": only_on, "encryption": only_on},
    rename={"encryption_at_rest": "encryption"},
    references={"endpoints.private_networks": PRIVATE_NETWORK},
    convert={
        "node_type": lambda value, option: str(value).lower(),
        "password": password,
        "volume_size": size_in_bytes,
        "backup_schedule": what_was_set,
        "logs_policy": what_was_set,
        "settings": texts_of,
        "init_settings": texts_of,
        "endpoints": ENDPOINTS.wanted,
    },
    compare={"tags": same_set, "engine": same_ignoring_case},
    shown_as={
        "volume_type": inside("volume", "type"),
        "volume_size": inside("volume", "size"),
        "encryption": inside("encryption", "enabled"),
        "settings": Shown("settings", by_name, in_row),
        "init_settings": Shown("init_settings", by_name, in_row),
        "endpoints": ENDPOINTS.shown,
    },
    defaults={
        "tags": [],
        "backup_same_region": False,
        "backup_schedule": {"disabled": False, "frequency": 24, "retention": 7},
        "logs_policy": {"max_age_retention": 30, "total_disk_retention": None},
    },
    creation=new_instance,
    actions={
        "backup_schedule": patched(SCHEDULE),
        "logs_policy": act(key="logs_policy", method="PATCH"),
        "settings": settings_in("settings"),
        "endpoints": ENDPOINTS.steps,
        "volume_type": upgraded("volume_type"),
        "volume_size": upgraded("volume_size"),
        "node_type": upgraded("node_type"),
        "is_ha_cluster": upgraded("enable_ha"),
        "encryption": upgraded("enable_encryption"),
        "engine": set_engine,
    },
    set_later=("backup_schedule", "logs_policy", "settings"),
    check=check_instance,
    volatile=("upgradable_version", "read_replicas", "maintenances", "endpoint"),
    status="status",
    steady=("ready", "disk_full"),
    failed=FAILED,
    lingers=True,
    leaving=("deleting",),
)


# --- what belongs to an instance

DATABASE = Resource(
    product="rdb",
    version="v1",
    path="instances/{instance}/databases",
    key="name",
    one="database",
    scope="region",
    owner="",
    only_listed=True,
    needed=("name",),
    not_fields=("instance",),
    references={"instance": INSTANCE},
    volatile=("size", "owner"),
)
USER = replace(users_of(INSTANCE), defaults={"is_admin": False}, sent_defaults=("is_admin",))


def without_permission(item: Item, params: Params) -> Steps:
    named = {name: item[name] for name in ("database_name", "user_name")}
    return [Request("PUT", (), dict(named, permission="none"), purpose="delete")]


PRIVILEGE = Resource(
    product="rdb",
    version="v1",
    path="instances/{instance}/privileges",
    key="user_name",
    one="privilege",
    scope="region",
    owner="",
    singleton=True,
    look=listed_one,
    create_method="PUT",
    put=True,
    identity=("database", "user"),
    filters=("database", "user"),
    fields=("database", "user", "permission"),
    rename={"database": "database_name", "user": "user_name"},
    needed=("permission",),
    not_fields=("instance",),
    references={"instance": INSTANCE},
    nothing=lambda item: item.get("permission") == "none",
    deletion=without_permission,
)
# As lists show them.
LISTED_PRIVILEGE = replace(PRIVILEGE, singleton=False, look=None)


ACL = networks_of(INSTANCE, described="IP allowed")
SNAPSHOT = replace(
    snapshots_of(INSTANCE, FAILED),
    path="instances/{instance}/snapshots",
    item_path="snapshots",
    list_path="snapshots",
    fields=("name", "expires_at"),
    volatile=("size",),
)


# --- backups


def backup_fields(params: Params) -> Item:
    """To restore a backup, instance and database say where to; otherwise they say what it is of."""
    wanted: Item = {"name": params.get("name"), "expires_at": params.get("expires_at")}
    if params["state"] != "restored":
        wanted.update(instance_id=params.get("instance"), database_name=params.get("database_name"))
    moment(wanted["expires_at"])
    return {name: value for name, value in wanted.items() if value is not None}


def exported_or_restored(api: ResourceApi, context: Context, plan: Plan) -> Plan:
    """Besides being there, a backup may have to be exported, which it is for some hours, or restored, each time."""
    state = context.params["state"]
    if plan.before is None and state in ("exported", "restored"):
        raise InvalidInput(f"state: there is no such backup, so it cannot be {state}. Use state present to create one.")
    item: Item = dict(plan.after or {})
    requests: Steps = ()
    if state == "exported" and not is_exported(item):
        requests = [Request("POST", (ITEM, "export"), {})]
        item["download_url"] = "<made by the export>"
    elif state == "restored":
        target = {"instance_id": context.params["instance"], "database_name": context.params["database_name"]}
        requests = [Request("POST", (ITEM, "restore"), target)]
    return Plan(plan.before, item, (*plan.requests, *placed(api.resource, item, requests))) if requests else plan


def is_exported(item: Item) -> bool:
    until = moment(item.get("download_url_expires_at"))
    return bool(item.get("download_url")) and until is not None and until > datetime.datetime.now(datetime.timezone.utc)


BACKUP = Resource(
    product="rdb",
    version="v1",
    path="backups",
    one="backup",
    list_key="database_backups",
    scope="region",
    owner="",
    identity=("instance", "database_name", "name"),
    filters=("instance", "name"),
    fields=("name", "expires_at", "instance", "database_name"),
    spelled=backup_fields,
    rename={"instance": "instance_id"},
    create_only=("instance_id", "database_name"),
    references={"instance": INSTANCE},
    compare={"expires_at": lambda wanted, current: moment(wanted) == moment(current)},
    more=exported_or_restored,
    volatile=("size", "download_url_expires_at"),
    status="status",
    steady=("ready",),
    failed=FAILED,
    lingers=True,
    leaving=("deleting",),
    legacy={"metadata": ""},
)
