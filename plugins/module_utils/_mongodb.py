# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""Databases of mongodb/v1 (api/resources.json, mongodb.v1; states: recordings/findings.md, section 8)."""

from __future__ import annotations

import typing as t
from dataclasses import replace

from ._api import ResourceApi
from ._compare import same_ignoring_case, same_set
from ._context import Context
from ._managed import Endpoints, check_offered, password, patched, snapshots_of, users_of
from ._plan import Plan
from ._rdb import upgraded
from ._resource import Item, Request, Resource, Steps, inside
from ._values import size_in_bytes, what_was_set
from ._vpc import PRIVATE_NETWORK

FAILED = ("error", "locked", "unknown_status")
SMALLEST_VOLUME = 5_000_000_000
ROLES = ("read", "read_write", "db_admin", "sync")
SCHEDULE = {
    "enabled": "is_snapshot_schedule_enabled",
    "frequency_hours": "snapshot_schedule_frequency_hours",
    "retention_days": "snapshot_schedule_retention_days",
}
ENDPOINTS = Endpoints(
    "public_network",
    "private_network_id",
    lambda item, specs: [
        Request("POST", path="endpoints", body={"instance_id": item["id"], "endpoint": spec}) for spec in specs
    ],
)


def new_instance(fields: Item) -> Item:
    body = dict(fields)
    body["volume"] = {
        "type": body.pop("volume_type", "sbs_5k"),
        "size_bytes": body.pop("volume_size", SMALLEST_VOLUME),
    }
    if "endpoints" in body:
        body["endpoints"] = ENDPOINTS.specs(body["endpoints"])
    return body


def check_instance(api: ResourceApi, context: Context, plan: Plan) -> None:
    """Node type and version must be offered."""
    check_offered(api, plan, "node_type", "node type", "node-types", "node_types")
    check_offered(api, plan, "version", "version of MongoDB", "versions", "versions", "version")


INSTANCE = Resource(
    product="mongodb",
    version="v1",
    path="instances",
    one="instance",
    scope="region",
    filters=("name", "tags"),
    needed=("name", "version", "node_type", "user_name", "password"),
    write_only=("user_name", "password"),
    create_only=("node_type", "node_amount", "volume_type"),
    grow_only=("volume_size",),
    references={"endpoints.private_networks": PRIVATE_NETWORK},
    convert={
        "node_type": lambda value, option: str(value).lower(),
        "password": password,
        "volume_size": size_in_bytes,
        "snapshot_schedule": what_was_set,
        "endpoints": ENDPOINTS.wanted,
    },
    compare={"tags": same_set, "node_type": same_ignoring_case},
    shown_as={
        "volume_type": inside("volume", "type"),
        "volume_size": inside("volume", "size_bytes"),
        "endpoints": ENDPOINTS.shown,
    },
    defaults={
        "node_amount": 1,
        "tags": [],
        "snapshot_schedule": {"enabled": False, "frequency_hours": 24, "retention_days": 7},
    },
    sent_defaults=("node_amount",),
    creation=new_instance,
    actions={
        "snapshot_schedule": patched(SCHEDULE),
        "endpoints": ENDPOINTS.steps,
        "volume_size": upgraded("volume_size_bytes"),
        "version": upgraded("version"),
    },
    set_later=("snapshot_schedule",),
    check=check_instance,
    volatile=("upgradable_versions", "maintenances"),
    status="status",
    steady=("ready",),
    failed=FAILED,
    lingers=True,
    leaving=("deleting",),
)


def roles_wanted(roles: t.Any, option: str) -> t.List[Item]:
    """Roles as the API has them: each in one database, or in any."""
    return [
        {"role": role["role"], "database_name": role["database"]}
        if role.get("database")
        else {"role": role["role"], "any_database": True}
        for role in roles
    ]


def same_roles(wanted: t.Any, current: t.Any) -> bool:
    def told(roles: t.Any) -> t.Set[t.Tuple[str, str]]:
        return {(role["role"], role.get("database_name") or "") for role in roles or []}

    return told(wanted) == told(current)


def set_roles(item: Item, roles: t.Any) -> Steps:
    body = {"user_name": item["name"], "roles": roles}
    return [Request("PUT", path="instances/{instance}/set-user-roles", body=body)]


USER = replace(
    users_of(INSTANCE),
    convert={"password": password, "roles": roles_wanted},
    compare={"roles": same_roles},
    defaults={"roles": []},
    actions={"roles": set_roles},
    set_later=("roles",),
)
SNAPSHOT = replace(
    snapshots_of(INSTANCE, FAILED),
    needed=("instance", "name"),
    create_only=("instance_id",),
    volatile=("size_bytes",),
)
