# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Managed databases of rdb/v1: instances with their databases, users, privileges, settings and rules; backups, snapshots,
read replicas, endpoints.

What an instance has by name only (users, databases, privileges, rules) is kept in the object itself, under names that begin
with an underscore, and shown by paths of its own.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from typing import Any

from ..errors import invalid, not_found, untyped
from ..kinds import Answer, Body, Call, Field, Kind, Place, listed
from ..store import ORGANIZATION, PROJECT, Entry, Store

CREATE = 0.2  # seconds; a thousandth of what the real one takes
CHANGE = 0.1
ENGINES = {
    "PostgreSQL": ("14", "15", "16", "17"),
    "MySQL": ("8",),
}
NODE_TYPES = {
    "DB-DEV-S": (2, 2, ("lssd", "sbs_5k", "sbs_15k")),
    "DB-DEV-M": (3, 4, ("lssd", "sbs_5k", "sbs_15k")),
    "DB-GP-XS": (4, 16, ("lssd", "sbs_5k", "sbs_15k")),
    "DB-PLAY2-PICO": (1, 2, ("sbs_5k", "sbs_15k")),
}
SETTINGS = {"effective_cache_size": "1300", "maintenance_work_mem": "150", "max_connections": "100", "work_mem": "4"}
PERMISSIONS = ("readonly", "readwrite", "all", "custom", "none")
CERTIFICATE = "LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCnNpbXVsYXRlZAotLS0tLUVORCBDRVJUSUZJQ0FURS0tLS0tCg=="


def shown(store: Store, entry: Entry) -> Body:
    """An object without what only paths of its own show."""
    return {name: value for name, value in entry.data.items() if not name.startswith("_")}


# --- instances


def new_instance(store: Store, place: Place, body: Body) -> Body:
    size = body.get("volume_size") or 5_000_000_000
    kind = body.get("volume_type") or "lssd"
    ha, user = bool(body.get("is_ha_cluster")), body.get("user_name")
    return {
        "name": body.get("name") or "ins-simulated",
        "organization_id": ORGANIZATION,
        "project_id": body.get("project_id") or PROJECT,
        "region": place.locality,
        "status": "provisioning",
        "engine": body["engine"],
        "node_type": body["node_type"].lower(),
        "is_ha_cluster": ha,
        "high_availability_mode": "unknown_high_availability_mode",
        "volume": {"type": kind, "class": kind.split("_")[0], "size": size},
        "tags": body.get("tags") or [],
        "settings": [],
        "init_settings": body.get("init_settings") or [],
        "endpoint": None,
        "endpoints": [],
        "read_replicas": [],
        "maintenances": [],
        "upgradable_version": upgrades(body["engine"]),
        "backup_same_region": bool(body.get("backup_same_region")),
        "backup_schedule": {
            "disabled": bool(body.get("disable_backup")),
            "frequency": 24,
            "retention": 7,
            "next_run_at": None,
        },
        "logs_policy": {"max_age_retention": 30, "total_disk_retention": None},
        "encryption": {"enabled": bool((body.get("encryption") or {}).get("enabled"))},
        "created_at": store.clock.zulu(),
        "_users": [{"name": user, "is_admin": True}] if user else [],
        "_passwords": {user: body.get("password")} if user else {},
        "_databases": [database("rdb")],
        "_privileges": [privilege("rdb", user, "all")] if user else [],
        "_rules": [{"ip": "0.0.0.0/0", "description": "Allow All"}],
        "_specs": body.get("init_endpoints"),
    }


def upgrades(engine: str) -> list[Body]:
    name, _sign, version = engine.partition("-")
    later = [found for found in ENGINES.get(name, ()) if int(found) > int(version or 0)]
    return [
        {
            "id": f"{zlib.crc32(f'{name}-{found}'.encode()):08x}-5555-4555-8555-555555555555",
            "name": f"{name}-{found}",
            "version": found,
            "minor_version": f"{found}.1",
        }
        for found in later
    ]


def check_instance(store: Store, place: Place, body: Body) -> None:
    name, sign, version = str(body["engine"]).partition("-")
    if not sign:
        raise invalid({"engine": ("constraint", "engine must contains engine name and version")})
    if version not in ENGINES.get(name, ()):
        raise untyped(400, f"{body['engine']} is not available yet")
    check_type(body["node_type"])
    if body.get("user_name"):
        check_password(str(body.get("password")))


def check_type(node_type: str) -> None:
    if node_type.upper() not in NODE_TYPES:
        raise invalid({"node_type": ("constraint", "node type is unknown")})


def check_password(password: str) -> None:
    kinds = (str.islower, str.isupper, str.isdigit, lambda letter: not letter.isalnum())
    if not 8 <= len(password) <= 128 or not all(any(map(kind, password)) for kind in kinds):
        raise invalid({"password": ("constraint", "password does not follow the rules")})


def made_instance(store: Store, place: Place, entry: Entry, body: Body) -> None:
    def ready() -> None:
        specs = entry.data["_specs"]
        for spec in [{"load_balancer": {}}] if specs is None else specs:
            add_endpoint(store, entry, spec)
        entry.change({"status": "ready", "settings": as_list(SETTINGS)})

    store.soon(entry, CREATE, ready)


def as_list(settings: Mapping[str, str]) -> list[Body]:
    return [{"name": name, "value": value} for name, value in sorted(settings.items())]


def change_instance(store: Store, entry: Entry, change: Body) -> None:
    schedule = dict(entry.data["backup_schedule"])
    for name, key in {
        "is_backup_schedule_disabled": "disabled",
        "backup_schedule_frequency": "frequency",
        "backup_schedule_retention": "retention",
    }.items():
        if name in change:
            schedule[key] = change.pop(name)
    change.pop("backup_schedule_start_hour", None)
    change["backup_schedule"] = schedule
    if "logs_policy" in change:
        change["logs_policy"] = {**entry.data["logs_policy"], **change["logs_policy"]}


def busy(store: Store, entry: Entry, status: str, changes: Body) -> Answer:
    """The answer shows the old values and a state; the new ones come later (findings, section 9)."""
    entry.change({"status": status})
    store.soon(entry, CHANGE, {**changes, "status": "ready"})
    return Answer(200, shown(store, entry))


def upgrade(store: Store, entry: Entry, call: Call) -> Answer:
    body, volume = call.body, dict(entry.data["volume"])
    asked = [name for name, value in body.items() if value not in (None, "", 0, False)]
    if len(asked) != 1:
        raise invalid({"upgrade_target": ("constraint", "one change at a time")})
    if "node_type" in asked:
        check_type(body["node_type"])
        return busy(store, entry, "initializing", {"node_type": body["node_type"].lower()})
    if "enable_ha" in asked:
        return busy(store, entry, "initializing", {"is_ha_cluster": True})
    if "volume_size" in asked:
        if body["volume_size"] <= volume["size"]:
            raise invalid({"volume_size": ("constraint", "volume size must be greater than the current one")})
        return busy(store, entry, "configuring", {"volume": {**volume, "size": body["volume_size"]}})
    if "volume_type" in asked:
        kind = body["volume_type"]
        return busy(store, entry, "configuring", {"volume": {**volume, "type": kind, "class": kind.split("_")[0]}})
    if "enable_encryption" in asked:
        return busy(store, entry, "configuring", {"encryption": {"enabled": True}})
    return upgraded(store, entry, call.place, body.get("major_upgrade_workflow") or {})


def upgraded(store: Store, entry: Entry, place: Place, workflow: Body) -> Answer:
    """A later engine is that of a new instance with the same data; the old one stays."""
    for found in entry.data["upgradable_version"]:
        if found["id"] == workflow.get("upgradable_version_id"):
            moved = bool(workflow.get("with_endpoints"))
            copied = {
                **entry.data,
                "id": store.new_id(),
                "engine": found["name"],
                "upgradable_version": upgrades(found["name"]),
                "status": "provisioning",
                "endpoints": [],
                "endpoint": None,
                "_specs": [{"load_balancer": {}}] if moved else [],
            }
            if moved:
                entry.change({"endpoints": [], "endpoint": None})
            made = store.add(INSTANCE, entry.locality, copied)
            made_instance(store, place, made, {})
            return Answer(200, shown(store, made))
    raise invalid({"upgradable_version_id": ("constraint", "version is unknown")})


def restart(store: Store, entry: Entry, call: Call) -> Answer:
    return busy(store, entry, "restarting", {})


def certificate(store: Store, entry: Entry, call: Call) -> Answer:
    told = {"name": "ssl_certificate", "content_type": "application/x-pem-file", "content": CERTIFICATE}
    return Answer(200, told)


def settings(store: Store, entry: Entry, call: Call) -> Answer:
    there = {item["name"]: item["value"] for item in entry.data["settings"]}
    given = {item["name"]: item["value"] for item in call.body.get("settings") or []}
    if call.method == "PUT":
        there = given
    elif call.method == "POST":
        there.update(given)
    else:
        there = {name: value for name, value in there.items() if name not in (call.body.get("setting_names") or [])}
    entry.change({"settings": as_list(there)})
    return Answer(200, {"settings": as_list(there)})


# --- what an instance has by name


def database(name: str) -> Body:
    return {"name": name, "owner": "_rdb_superadmin", "managed": True, "size": 7672291}


def databases(store: Store, entry: Entry, call: Call) -> Answer:
    there: list[Body] = entry.data["_databases"]
    if call.method == "GET":
        return listed("databases", there, call, "name")
    if call.method == "POST":
        name = call.body.get("name")
        if not name:
            raise invalid({"name": ("required", "required key not provided")})
        if any(found["name"] == name for found in there):
            raise untyped(409, f"database {name} already exists")
        there.append(database(name))
        return Answer(200, {"name": name, "owner": "", "managed": True, "size": 0})
    there.remove(named(there, "database", call.rest))
    entry.data["_privileges"] = [found for found in entry.data["_privileges"] if found["database_name"] != call.rest[0]]
    return Answer(204)


def named(items: list[Body], resource: str, rest: tuple[str, ...]) -> Body:
    for item in items:
        if rest and item["name"] == rest[0]:
            return item
    raise not_found(resource, rest[0] if rest else "")


def users(store: Store, entry: Entry, call: Call) -> Answer:
    there, passwords = entry.data["_users"], entry.data["_passwords"]
    if call.method == "GET":
        return listed("users", there, call, "name")
    if call.method == "POST":
        missing = [name for name in ("name", "password") if not call.body.get(name)]
        if missing:
            raise invalid(dict.fromkeys(missing, ("required", "required key not provided")))
        check_password(call.body["password"])
        if any(found["name"] == call.body["name"] for found in there):
            raise untyped(409, f"user {call.body['name']} already exists")
        user = {"name": call.body["name"], "is_admin": bool(call.body.get("is_admin"))}
        there.append(user)
        passwords[user["name"]] = call.body["password"]
        return Answer(200, user)
    user = named(there, "user", call.rest)
    if call.method == "PATCH":
        if call.body.get("password"):
            check_password(call.body["password"])
            passwords[user["name"]] = call.body["password"]
        if call.body.get("is_admin") is not None:
            user["is_admin"] = call.body["is_admin"]
        return Answer(200, user)
    there.remove(user)
    entry.data["_privileges"] = [found for found in entry.data["_privileges"] if found["user_name"] != user["name"]]
    return Answer(204)


def privilege(database_name: str, user_name: str, permission: str) -> Body:
    return {"database_name": database_name, "user_name": user_name, "permission": permission}


def privileges(store: Store, entry: Entry, call: Call) -> Answer:
    there: list[Body] = entry.data["_privileges"]
    if call.method == "GET":
        granted = [found for found in there if found["permission"] != "none"]
        return listed("privileges", granted, call, "database_name", "user_name")
    wanted = privilege(
        call.body.get("database_name", ""), call.body.get("user_name", ""), call.body.get("permission") or "readonly"
    )
    if wanted["permission"] not in PERMISSIONS:
        raise invalid({"permission": ("constraint", f"must be one of {', '.join(PERMISSIONS)}")})
    named(entry.data["_databases"], "database", (wanted["database_name"],))
    named(entry.data["_users"], "user", (wanted["user_name"],))
    same = {name: wanted[name] for name in ("database_name", "user_name")}
    there[:] = [found for found in there if not same.items() <= found.items()]
    there.append(wanted)
    return Answer(200, wanted)


def rule(entry: Entry, told: Body) -> Body:
    """A rule as answers show it."""
    endpoint = entry.data["endpoint"] or {}
    return {
        "ip": told["ip"] if "/" in told["ip"] else f"{told['ip']}/32",
        "port": endpoint.get("port", 5432),
        "protocol": "tcp",
        "direction": "inbound",
        "action": "allow",
        "description": told.get("description") or "IP allowed",
    }


def rules(store: Store, entry: Entry, call: Call) -> Answer:
    there: list[Body] = entry.data["_rules"]
    if call.method == "GET":
        return listed("rules", [rule(entry, told) for told in there], call)
    if call.method == "DELETE":
        gone = [found for found in there if found["ip"] in (call.body.get("acl_rule_ips") or [])]
        there[:] = [found for found in there if found not in gone]
        return Answer(200, {"rules": [rule(entry, told) for told in gone]})
    given = [
        {"ip": rule(entry, told)["ip"], "description": told.get("description")} for told in call.body.get("rules") or []
    ]
    there[:] = given if call.method == "PUT" else [*there, *given]
    return Answer(200, {"rules": [rule(entry, told) for told in there]})


# --- endpoints


def endpoint_of(store: Store, entry: Entry, spec: Body) -> Body:
    store.addresses += 1
    number = store.addresses
    told: Body = {"id": store.new_id(), "name": None}
    network = spec.get("private_network")
    if network:
        address = network.get("service_ip") or f"172.16.40.{number % 250 + 2}/22"
        details = {
            "private_network_id": network["private_network_id"],
            "service_ip": address,
            "zone": f"{entry.locality}-1",
            "provisioning_mode": "static" if network.get("service_ip") else "ipam",
        }
        return {**told, "ip": address.split("/")[0], "port": 5432, "private_network": details}
    kind = "direct_access" if "direct_access" in spec else "load_balancer"
    return {
        **told,
        "ip": f"198.51.100.{number % 250 + 1}",
        "port": 5432 if kind == "direct_access" else 15432,
        kind: {},
    }


def add_endpoint(store: Store, entry: Entry, spec: Body) -> Body:
    made = endpoint_of(store, entry, spec)
    found = [*entry.data["endpoints"], made]
    change: Body = {"endpoints": found}
    if "endpoint" in entry.data:  # read replicas have none of these
        change["endpoint"] = next((other for other in found if "load_balancer" in other), found[0])
    entry.change(change)
    store.add(ENDPOINT, entry.locality, {**made, "_instance": entry.data["id"]})
    return made


def endpoints(store: Store, entry: Entry, call: Call) -> Answer:
    spec = call.body.get("endpoint_spec") or {}
    if entry.kind.key == READ_REPLICA.key:
        for one in spec:
            add_endpoint(store, entry, one)
        return Answer(200, shown(store, entry))
    if "private_network" not in spec and any("load_balancer" in found for found in entry.data["endpoints"]):
        raise invalid({"endpoint_spec.load_balancer": ("constraint", "there is one already")})
    return Answer(200, add_endpoint(store, entry, spec))


def gone_owner(store: Store, entry: Entry) -> None:
    """The endpoints of an instance or a read replica go with it."""
    for one in list(store.entries(ENDPOINT, entry.locality)):
        if one.data["_instance"] == entry.data["id"]:
            store.remove(one)


def gone_endpoint(store: Store, entry: Entry) -> None:
    for kind in (INSTANCE, READ_REPLICA):
        owner = store.find(kind, entry.locality, entry.data["_instance"])
        if owner is not None:
            left = [found for found in owner.data["endpoints"] if found["id"] != entry.data["id"]]
            change: Body = {"endpoints": left}
            if "endpoint" in owner.data:
                change["endpoint"] = left[0] if left else None
            owner.change(change)


# --- snapshots, backups, read replicas


def instance_of(store: Store, place: Place, ident: str) -> Entry:
    return instance_of_kind(store, INSTANCE, place, ident)


def instance_of_kind(store: Store, kind: Kind, place: Place, ident: str) -> Entry:
    entry = store.find(kind, place.locality, ident)
    if entry is None:
        raise not_found("instance", ident)
    return entry


def snapshots(store: Store, entry: Entry, call: Call) -> Answer:
    now = store.clock.zulu()
    made = store.add(
        SNAPSHOT,
        entry.locality,
        {
            "id": store.new_id(),
            "instance_id": entry.data["id"],
            "instance_name": entry.data["name"],
            "name": call.body.get("name") or "snp-simulated",
            "status": "creating",
            "node_type": entry.data["node_type"],
            "region": entry.locality,
            "size": None,
            "volume_type": {"type": entry.data["volume"]["type"], "class": entry.data["volume"]["class"]},
            "created_at": now,
            "updated_at": None,
            "expires_at": call.body.get("expires_at"),
            "_project": entry.data["project_id"],
        },
    )
    store.soon(made, CHANGE, {"status": "ready", "size": entry.data["volume"]["size"]})
    return Answer(200, shown(store, made))


def restored(store: Store, entry: Entry, call: Call) -> Answer:
    """A new instance out of a snapshot."""
    origin = store.find(INSTANCE, entry.locality, entry.data["instance_id"])
    body = {
        "name": call.body.get("instance_name"),
        "engine": origin.data["engine"] if origin else "PostgreSQL-15",
        "user_name": "restored",
        "password": "",
        "node_type": call.body.get("node_type") or entry.data["node_type"],
        "is_ha_cluster": call.body.get("is_ha_cluster"),
    }
    place = Place(entry.locality, False)
    made = store.add(INSTANCE, entry.locality, {"id": store.new_id(), **new_instance(store, place, body)})
    made_instance(store, place, made, body)
    return Answer(200, shown(store, made))


def clone(store: Store, entry: Entry, call: Call) -> Answer:
    copied = {
        **entry.data,
        "id": store.new_id(),
        "name": call.body.get("name"),
        "node_type": (call.body.get("node_type") or entry.data["node_type"]).lower(),
        "status": "provisioning",
        "endpoints": [],
        "endpoint": None,
    }
    made = store.add(INSTANCE, entry.locality, copied)
    made_instance(store, Place(entry.locality, False), made, {})
    return Answer(200, shown(store, made))


def new_backup(store: Store, place: Place, body: Body) -> Body:
    instance = instance_of(store, place, body["instance_id"])
    named(instance.data["_databases"], "database", (body["database_name"],))
    return {
        "instance_id": body["instance_id"],
        "instance_name": instance.data["name"],
        "database_name": body["database_name"],
        "name": body.get("name") or "bkp-simulated",
        "status": "creating",
        "region": place.locality,
        "same_region": True,
        "size": None,
        "expires_at": body.get("expires_at"),
        "created_at": store.clock.zulu(),
        "updated_at": None,
        "download_url": None,
        "download_url_expires_at": None,
        "_project": instance.data["project_id"],
    }


def made_backup(store: Store, place: Place, entry: Entry, body: Body) -> None:
    store.soon(entry, CHANGE, {"status": "ready", "size": 30, "updated_at": store.clock.zulu()})


def export(store: Store, entry: Entry, call: Call) -> Answer:
    entry.change({"status": "exporting"})
    url = f"https://s3.fr-par.scw.cloud/backups/{entry.data['id']}?X-Amz-Expires=86400"
    store.soon(entry, CHANGE, {"status": "ready", "download_url": url, "download_url_expires_at": store.clock.zulu()})
    return Answer(200, shown(store, entry))


def restore(store: Store, entry: Entry, call: Call) -> Answer:
    instance = instance_of(store, call.place, call.body["instance_id"])
    name = call.body.get("database_name") or entry.data["database_name"]
    if not any(found["name"] == name for found in instance.data["_databases"]):
        instance.data["_databases"].append(database(name))
    entry.change({"status": "restoring"})
    store.soon(entry, CHANGE, {"status": "ready"})
    return Answer(200, shown(store, entry))


def new_replica(store: Store, place: Place, body: Body) -> Body:
    instance_of(store, place, body["instance_id"])
    return {
        "instance_id": body["instance_id"],
        "region": place.locality,
        "same_zone": body.get("same_zone", True),
        "status": "provisioning",
        "endpoints": [],
    }


def made_replica(store: Store, place: Place, entry: Entry, body: Body) -> None:
    def ready() -> None:
        for spec in body.get("endpoint_spec") or []:
            add_endpoint(store, entry, spec)
        entry.change({"status": "ready"})

    store.soon(entry, CREATE, ready)


def shown_instance(store: Store, entry: Entry) -> Body:
    replicas = [
        shown(store, found)
        for found in store.entries(READ_REPLICA, entry.locality)
        if found.data["instance_id"] == entry.data["id"]
    ]
    return {**shown(store, entry), "read_replicas": replicas}


def reset(store: Store, entry: Entry, call: Call) -> Answer:
    entry.change({"status": "initializing"})
    store.soon(entry, CHANGE, {"status": "ready"})
    return Answer(200, shown(store, entry))


def promote(store: Store, entry: Entry, call: Call) -> Answer:
    origin = instance_of(store, call.place, entry.data["instance_id"])
    copied = {**origin.data, "id": store.new_id(), "status": "provisioning", "endpoints": [], "endpoint": None}
    made = store.add(INSTANCE, entry.locality, copied)
    made_instance(store, call.place, made, {})
    store.remove(entry)
    return Answer(200, shown(store, made))


def owned(data: Body, values: list[str]) -> bool:
    return data["_project"] in values


# --- what there is to choose from


def engines(store: Store, place: Place, query: Mapping[str, str]) -> tuple[str, Any]:
    wanted = query.get("name", "").lower()
    return "engines", [
        {
            "name": name,
            "logo_url": "",
            "region": place.locality,
            "versions": [
                {
                    "version": version,
                    "name": f"{name}-{version}",
                    "end_of_life": None,
                    "disabled": False,
                    "beta": False,
                    "available_settings": [
                        {
                            "name": setting,
                            "default_value": value,
                            "hot_configurable": True,
                            "description": "",
                            "property_type": "INT",
                            "unit": None,
                            "string_constraint": None,
                            "int_min": 0,
                            "int_max": 1_000_000,
                            "float_min": None,
                            "float_max": None,
                        }
                        for setting, value in SETTINGS.items()
                    ],
                    "available_init_settings": [],
                }
                for version in versions
            ],
        }
        for name, versions in ENGINES.items()
        if wanted in name.lower()
    ]


def node_types(store: Store, place: Place, query: Mapping[str, str]) -> tuple[str, Any]:
    return "node_types", [
        {
            "name": name,
            "stock_status": "available",
            "description": f"{cores} vCPUs, {memory} GB",
            "vcpus": cores,
            "memory": memory * 1_000_000_000,
            "volume_constraint": None,
            "is_bssd_compatible": False,
            "disabled": False,
            "beta": False,
            "available_volume_types": [
                {"type": kind, "class": kind.split("_")[0], "min_size": 5_000_000_000, "max_size": 10_000_000_000_000}
                for kind in volumes
            ],
            "is_ha_required": False,
            "generation": "generation_v2",
            "instance_range": name.split("-")[1].lower(),
            "region": place.locality,
        }
        for name, (cores, memory, volumes) in NODE_TYPES.items()
    ]


LEAVES = {"status": "deleting"}
INSTANCE = Kind(
    key="rdb.instance",
    product="rdb",
    version="v1",
    path="instances",
    one="instance",
    many="instances",
    resource="instance",
    scope="region",
    fields={
        "name": Field(str, update=True),
        "engine": Field(str, required=True),
        "user_name": Field(str),
        "password": Field(str),
        "node_type": Field(str, required=True),
        "is_ha_cluster": Field(bool),
        "disable_backup": Field(bool),
        "tags": Field(list, update=True),
        "init_settings": Field(list),
        "volume_type": Field(str),
        "volume_size": Field(int),
        "init_endpoints": Field(list),
        "backup_same_region": Field(bool, update=True),
        "encryption": Field(dict),
        "project_id": Field(str),
        "is_backup_schedule_disabled": Field(bool, update=True),
        "backup_schedule_frequency": Field(int, update=True),
        "backup_schedule_retention": Field(int, update=True),
        "backup_schedule_start_hour": Field(int, update=True),
        "logs_policy": Field(dict, update=True),
    },
    exact_filters=("project_id", "organization_id"),
    new=new_instance,
    check=check_instance,
    made=made_instance,
    may_change=change_instance,
    gone=gone_owner,
    leaves_as=LEAVES,
    deleted=200,
    shown=shown_instance,
    parts={
        "upgrade": upgrade,
        "restart": restart,
        "certificate": certificate,
        "renew-certificate": lambda store, entry, call: Answer(204),
        "settings": settings,
        "databases": databases,
        "users": users,
        "privileges": privileges,
        "acls": rules,
        "endpoints": endpoints,
        "snapshots": snapshots,
        "clone": clone,
    },
)
ENDPOINT = Kind(
    key="rdb.endpoint",
    product="rdb",
    version="v1",
    path="endpoints",
    one="endpoint",
    many="endpoints",
    resource="endpoint",
    scope="region",
    methods=("GET", "DELETE"),
    shown=shown,
    gone=gone_endpoint,
)
SNAPSHOT = Kind(
    key="rdb.snapshot",
    product="rdb",
    version="v1",
    path="snapshots",
    one="snapshot",
    many="snapshots",
    resource="instance_snapshot",
    scope="region",
    methods=("GET", "PATCH", "DELETE"),
    fields={"name": Field(str, update=True), "expires_at": Field(str, update=True)},
    exact_filters=("instance_id",),
    filters={"project_id": owned},
    leaves_as=LEAVES,
    deleted=200,
    shown=shown,
    parts={"create-instance": restored},
)
BACKUP = Kind(
    key="rdb.backup",
    product="rdb",
    version="v1",
    path="backups",
    one="database_backup",
    many="database_backups",
    resource="database_backup",
    scope="region",
    fields={
        "instance_id": Field(str, required=True),
        "database_name": Field(str, required=True),
        "name": Field(str, update=True),
        "expires_at": Field(str, update=True),
    },
    exact_filters=("instance_id",),
    filters={"project_id": owned},
    new=new_backup,
    made=made_backup,
    leaves_as=LEAVES,
    deleted=200,
    shown=shown,
    parts={"export": export, "restore": restore},
)
READ_REPLICA = Kind(
    key="rdb.read_replica",
    product="rdb",
    version="v1",
    path="read-replicas",
    one="read_replica",
    many="read_replicas",
    resource="read_replica",
    scope="region",
    methods=("GET", "POST", "DELETE"),
    fields={
        "instance_id": Field(str, required=True),
        "endpoint_spec": Field(list),
        "same_zone": Field(bool),
    },
    new=new_replica,
    made=made_replica,
    gone=gone_owner,
    leaves_as=LEAVES,
    deleted=200,
    shown=shown,
    parts={"endpoints": endpoints, "reset": reset, "promote": promote},
)
KINDS = (INSTANCE, ENDPOINT, SNAPSHOT, BACKUP, READ_REPLICA)
CATALOGS = {
    ("rdb", "database-engines"): ("v1", engines),
    ("rdb", "node-types"): ("v1", node_types),
}
