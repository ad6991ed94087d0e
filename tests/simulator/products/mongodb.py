# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Databases of mongodb/v1: instances with their users and endpoints, and snapshots."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..errors import invalid, untyped
from ..kinds import Answer, Body, Call, Field, Kind, Place, listed
from ..store import ORGANIZATION, PROJECT, Entry, Store
from .rdb import (
    CERTIFICATE,
    CHANGE,
    CREATE,
    LEAVES,
    busy,
    check_password,
    instance_of_kind,
    named,
    owned,
    shown,
)

VERSIONS = ("7.0", "8.0")
NODE_TYPES = {"MGDB-PLAY2-NANO": (2, 4), "MGDB-POP2-2C-8G": (2, 8), "MGDB-POP2-4C-16G": (4, 16)}
ROLES = ("read", "read_write", "db_admin", "sync")


def check_instance(store: Store, place: Place, body: Body) -> None:
    if body["version"] not in VERSIONS:
        raise invalid({"version": ("constraint", "version is not available")})
    if body["node_type"].upper() not in NODE_TYPES:
        raise invalid({"node_type": ("constraint", "node type is unknown")})
    check_password(body["password"])


def endpoint(store: Store, region: str, ident: str, spec: Body) -> Body:
    network = spec.get("private_network")
    told: Body = {"id": store.new_id(), "port": 27017}
    if network:
        name = f"{ident}.{network['private_network_id']}.internal"
        private = {"private_network_id": network["private_network_id"]}
        return {**told, "dns_record": name, "private_network": private}
    return {**told, "dns_record": f"{ident}.mgdb.{region}.example", "public_network": {}}


def new_instance(store: Store, place: Place, body: Body) -> Body:
    return {
        "name": body.get("name") or "mgdb-simulated",
        "organization_id": ORGANIZATION,
        "project_id": body.get("project_id") or PROJECT,
        "region": place.locality,
        "status": "provisioning",
        "version": body["version"],
        "node_amount": body["node_amount"],
        "node_type": body["node_type"].lower(),
        "volume": body.get("volume") or {"type": "sbs_5k", "size_bytes": 5_000_000_000},
        "tags": body.get("tags") or [],
        "settings": [],
        "maintenances": [],
        "endpoints": [],
        "snapshot_schedule": {
            "enabled": False,
            "frequency_hours": 24,
            "retention_days": 7,
            "last_run": None,
            "next_update": store.clock.zulu(),
        },
        "upgradable_versions": [],
        "created_at": store.clock.zulu(),
        "_users": [{"name": body["user_name"], "roles": [{"role": role, "any_database": True} for role in ROLES[1:]]}],
        "_passwords": {body["user_name"]: body["password"]},
    }


def add_endpoint(store: Store, entry: Entry, spec: Body) -> Body:
    made = endpoint(store, entry.locality, entry.data["id"], spec)
    entry.change({"endpoints": [*entry.data["endpoints"], made]})
    store.add(ENDPOINT, entry.locality, {**made, "_instance": entry.data["id"]})
    return made


def made_instance(store: Store, place: Place, entry: Entry, body: Body) -> None:
    for spec in body.get("endpoints") or [{"public_network": {}}]:
        add_endpoint(store, entry, spec)
    later = [version for version in VERSIONS if version > entry.data["version"]]
    store.soon(entry, CREATE, {"status": "ready", "upgradable_versions": later})


def change_instance(store: Store, entry: Entry, change: Body) -> None:
    names = {
        "is_snapshot_schedule_enabled": "enabled",
        "snapshot_schedule_frequency_hours": "frequency_hours",
        "snapshot_schedule_retention_days": "retention_days",
    }
    told = {key: change.pop(name) for name, key in names.items() if name in change}
    change["snapshot_schedule"] = {**entry.data["snapshot_schedule"], **told}


def upgrade(store: Store, entry: Entry, call: Call) -> Answer:
    asked = [name for name, value in call.body.items() if value not in (None, "", 0)]
    if len(asked) != 1:
        raise invalid({"upgrade_target": ("constraint", "one change at a time")})
    if "version" in asked:
        version = call.body["version"]
        if version not in entry.data["upgradable_versions"]:
            raise invalid({"version": ("constraint", "the instance cannot be upgraded to it")})
        later = [other for other in VERSIONS if other > version]
        return busy(store, entry, "initializing", {"version": version, "upgradable_versions": later})
    size = call.body["volume_size_bytes"]
    if size <= entry.data["volume"]["size_bytes"]:
        raise invalid({"volume_size_bytes": ("constraint", "it can only grow")})
    # Here the answer shows the new size already.
    entry.change({"volume": {**entry.data["volume"], "size_bytes": size}})
    return busy(store, entry, "initializing", {})


def users(store: Store, entry: Entry, call: Call) -> Answer:
    there, passwords = entry.data["_users"], entry.data["_passwords"]
    if call.method == "GET":
        return listed("users", there, call, "name")
    if call.body.get("password"):
        check_password(call.body["password"])
    if call.method == "POST":
        missing = [name for name in ("name", "password") if not call.body.get(name)]
        if missing:
            raise invalid(dict.fromkeys(missing, ("required", "required key not provided")))
        if any(found["name"] == call.body["name"] for found in there):
            raise untyped(409, f"user {call.body['name']} already exists")
        there.append({"name": call.body["name"], "roles": []})
        passwords[call.body["name"]] = call.body["password"]
        return Answer(200, there[-1])
    user = named(there, "user", call.rest)
    if call.method == "PATCH":
        passwords[user["name"]] = call.body.get("password") or passwords[user["name"]]
        return Answer(200, user)
    there.remove(user)
    return Answer(204)


def roles(store: Store, entry: Entry, call: Call) -> Answer:
    user = named(entry.data["_users"], "user", (call.body.get("user_name", ""),))
    wrong = [found for found in call.body.get("roles") or [] if found.get("role") not in ROLES]
    if wrong:
        raise invalid({"roles.role": ("constraint", f"must be one of {', '.join(ROLES)}")})
    user["roles"] = call.body.get("roles") or []
    return Answer(200, user)


def new_endpoint(store: Store, place: Place, call: Call) -> Answer:
    entry = instance_of_kind(store, INSTANCE, place, call.body["instance_id"])
    return Answer(200, add_endpoint(store, entry, call.body["endpoint"]))


def gone_endpoint(store: Store, entry: Entry) -> None:
    owner = store.find(INSTANCE, entry.locality, entry.data["_instance"])
    if owner is not None:
        owner.change({"endpoints": [found for found in owner.data["endpoints"] if found["id"] != entry.data["id"]]})


def new_snapshot(store: Store, place: Place, body: Body) -> Body:
    instance = instance_of_kind(store, INSTANCE, place, body["instance_id"])
    now = store.clock.zulu()
    return {
        "instance_id": body["instance_id"],
        "instance_name": instance.data["name"],
        "name": body["name"],
        "status": "creating",
        "node_type": instance.data["node_type"],
        "volume_type": instance.data["volume"]["type"],
        "region": place.locality,
        "size_bytes": 0,
        "expires_at": body.get("expires_at"),
        "created_at": now,
        "updated_at": now,
        "_project": instance.data["project_id"],
        "_size": instance.data["volume"]["size_bytes"],
    }


def made_snapshot(store: Store, place: Place, entry: Entry, body: Body) -> None:
    store.soon(entry, CHANGE, {"status": "ready", "size_bytes": entry.data["_size"]})


def versions(store: Store, place: Place, query: Mapping[str, str]) -> tuple[str, Any]:
    return "versions", [{"version": version, "end_of_life_at": "2029-01-01T00:00:00Z"} for version in VERSIONS]


def node_types(store: Store, place: Place, query: Mapping[str, str]) -> tuple[str, Any]:
    return "node_types", [
        {
            "name": name,
            "stock_status": "available",
            "description": f"{cores} vCPUs, {memory} GB",
            "vcpus": cores,
            "memory_bytes": memory * 1_000_000_000,
            "available_volume_types": [{"type": "sbs_5k", "min_size_bytes": 5_000_000_000}],
            "disabled": False,
            "beta": False,
        }
        for name, (cores, memory) in NODE_TYPES.items()
    ]


INSTANCE = Kind(
    key="mongodb.instance",
    product="mongodb",
    version="v1",
    path="instances",
    one="instance",
    many="instances",
    resource="instance",
    scope="region",
    fields={
        "name": Field(str, update=True),
        "project_id": Field(str),
        "version": Field(str, required=True),
        "node_amount": Field(int, required=True),
        "node_type": Field(str, required=True),
        "user_name": Field(str, required=True),
        "password": Field(str, required=True),
        "tags": Field(list, update=True),
        "volume": Field(dict),
        "endpoints": Field(list),
        "is_snapshot_schedule_enabled": Field(bool, update=True),
        "snapshot_schedule_frequency_hours": Field(int, update=True),
        "snapshot_schedule_retention_days": Field(int, update=True),
    },
    exact_filters=("project_id", "organization_id"),
    new=new_instance,
    check=check_instance,
    made=made_instance,
    may_change=change_instance,
    leaves_as=LEAVES,
    deleted=200,
    shown=shown,
    parts={
        "upgrade": upgrade,
        "users": users,
        "set-user-roles": roles,
        "certificate": lambda store, entry, call: Answer(
            200, {"name": "ssl_certificate", "content_type": "application/x-pem-file", "content": CERTIFICATE}
        ),
    },
)
ENDPOINT = Kind(
    key="mongodb.endpoint",
    product="mongodb",
    version="v1",
    path="endpoints",
    one="endpoint",
    many="endpoints",
    resource="endpoint",
    scope="region",
    methods=("DELETE",),
    shown=shown,
    gone=gone_endpoint,
)
SNAPSHOT = Kind(
    key="mongodb.snapshot",
    product="mongodb",
    version="v1",
    path="snapshots",
    one="snapshot",
    many="snapshots",
    resource="snapshot",
    scope="region",
    fields={
        "instance_id": Field(str, required=True),
        "name": Field(str, required=True, update=True),
        "expires_at": Field(str, update=True),
    },
    exact_filters=("instance_id",),
    filters={"project_id": owned},
    new=new_snapshot,
    made=made_snapshot,
    leaves_as=LEAVES,
    deleted=200,
    shown=shown,
)
KINDS = (INSTANCE, ENDPOINT, SNAPSHOT)
CATALOGS = {
    ("mongodb", "versions"): ("v1", versions),
    ("mongodb", "node-types"): ("v1", node_types),
}
ENDPOINTS = {("mongodb", "v1", "endpoints"): new_endpoint}
