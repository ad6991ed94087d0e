# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Serverless Containers of containers/v1: namespaces, containers, their domains and triggers."""

from __future__ import annotations

from typing import Any

from ..errors import ApiFault, invalid, untyped
from ..kinds import Answer, Body, Call, Field, Kind, Place
from ..serverless import HASHED, cron_problem, short_duration
from ..store import ORGANIZATION, PROJECT, Entry, Store

LEAVES = {"status": "deleting"}
MOMENT = 0.2
# What clients send when they mean nothing in particular.
UNKNOWN = ("unknown_privacy", "unknown_protocol", "unknown_sandbox")


def missing(resource: str, ident: str) -> ApiFault:
    told = {"message": "resource is not found", "resource": resource, "resource_id": ident, "type": "not_found"}
    return ApiFault(404, told, told)


def hashed(values: Any, known: Body | None = None) -> Body:
    """Secrets as they are kept: "" leaves the one that is there."""
    there = known or {}
    return {name: there.get(name, HASHED) if value == "" else HASHED for name, value in (values or {}).items()}


def soon_ready(store: Store, entry: Entry) -> None:
    store.soon(entry, MOMENT, {"status": "ready"})


def soon_ready_and_told(store: Store, entry: Entry, image: Any) -> None:
    broken = "does-not-exist" in str(image)
    told = {"status": "error", "error_message": "the image cannot be pulled"} if broken else {"status": "ready"}
    store.soon(entry, MOMENT, {"error_message": "", **told})


def made(store: Store, place: Place, entry: Entry, body: Body) -> None:
    if entry.kind.key == "container.namespace":
        soon_ready(store, entry)
    else:
        soon_ready_and_told(store, entry, body.get("image") or entry.data.get("image"))


def updating(store: Store, entry: Entry, change: Body) -> None:
    for name in [name for name, value in change.items() if value in UNKNOWN]:
        del change[name]
    if "secret_environment_variables" in change:
        there = entry.data["secret_environment_variables"]
        change["secret_environment_variables"] = hashed(change["secret_environment_variables"], there)
    change["status"] = "updating"
    made(store, Place(entry.locality, False), entry, change)


# --- namespaces


def new_namespace(store: Store, place: Place, body: Body) -> Body:
    now = store.clock.zulu()
    return {
        "name": body["name"],
        "organization_id": ORGANIZATION,
        "project_id": body.get("project_id") or PROJECT,
        "description": body.get("description") or "",
        "status": "creating",
        "environment_variables": body.get("environment_variables") or {},
        "secret_environment_variables": hashed(body.get("secret_environment_variables")),
        "tags": body.get("tags") or [],
        "created_at": now,
        "updated_at": now,
        "region": place.locality,
    }


def check_namespace(store: Store, place: Place, body: Body) -> None:
    project = body.get("project_id") or PROJECT
    for entry in store.entries(NAMESPACE, place.locality):
        if entry.data["name"] == body["name"] and entry.data["project_id"] == project:
            raise untyped(409, "Namespace already exist")


def gone_namespace(store: Store, entry: Entry) -> None:
    for container in list(store.entries(CONTAINER, entry.locality)):
        if container.data["namespace_id"] == entry.data["id"]:
            store.remove(container)
            gone_container(store, container)


NAMESPACE_FIELDS = {
    "name": Field(str, required=True),
    "project_id": Field(str),
    "description": Field(str, update=True),
    "environment_variables": Field(dict, update=True),
    "secret_environment_variables": Field(dict, update=True),
    "tags": Field(list, update=True),
}
NAMESPACE = Kind(
    key="container.namespace",
    product="containers",
    version="v1",
    path="namespaces",
    one="namespace",
    many="namespaces",
    resource="namespace",
    scope="region",
    fields=NAMESPACE_FIELDS,
    exact_filters=("project_id", "organization_id"),
    new=new_namespace,
    check=check_namespace,
    made=made,
    may_change=updating,
    gone=gone_namespace,
    leaves_as=LEAVES,
    deleted=200,
    absent=missing,
)

# --- containers


def probe(told: Any, name: str) -> Body | None:
    """A probe as it is shown."""
    if not told:
        return None
    if not ("tcp" in told or "http" in told):
        raise invalid({name: ("required", "tcp or http must be set")})
    shown = {**told, "failure_threshold": told.get("failure_threshold") or 30}
    for key, usual in (("interval", "10s"), ("timeout", "1s")):
        shown[key] = short_duration(told.get(key) or usual)
    return shown


def new_container(store: Store, place: Place, body: Body) -> Body:
    now = store.clock.zulu()
    namespace = store.find(NAMESPACE, place.locality, body["namespace_id"])
    if namespace is None:
        raise missing("namespace", body["namespace_id"])
    given = {name: value for name, value in body.items() if value and value not in UNKNOWN}
    host = f"{namespace.data['name'].replace('-', '')}{namespace.data['id'][:8]}-{body['name']}"
    container = {
        "name": body["name"],
        "namespace_id": body["namespace_id"],
        "description": given.get("description", ""),
        "status": "creating",
        "created_at": now,
        "updated_at": now,
        "min_scale": given.get("min_scale", 0),
        "max_scale": given.get("max_scale", 5),
        "memory_limit_bytes": given.get("memory_limit_bytes", 2_048_000_000),
        "mvcpu_limit": given.get("mvcpu_limit", 1000),
        "timeout": short_duration(given.get("timeout", "300s")),
        "privacy": given.get("privacy", "public"),
        "image": body["image"],
        "protocol": given.get("protocol", "http1"),
        "port": given.get("port", 8080),
        "https_connections_only": given.get("https_connections_only", False),
        "sandbox": given.get("sandbox", "v2"),
        "local_storage_limit_bytes": given.get("local_storage_limit_bytes", 1_000_000_000),
        "scaling_option": given.get("scaling_option", {"concurrent_requests_threshold": 50}),
        "tags": given.get("tags", []),
        "command": given.get("command", []),
        "args": given.get("args", []),
        "environment_variables": given.get("environment_variables", {}),
        "public_endpoint": f"https://{host}.functions.fnc.{place.locality}.scw.cloud",
        "liveness_probe": probe(given.get("liveness_probe"), "liveness_probe")
        or {"failure_threshold": 30, "interval": "10s", "timeout": "1s", "tcp": {}},
        "startup_probe": probe(given.get("startup_probe"), "startup_probe"),
        "secret_environment_variables": hashed(body.get("secret_environment_variables")),
        "region": place.locality,
    }
    if given.get("private_network_id"):
        container["private_network_id"] = given["private_network_id"]
    return container


def check_container(store: Store, place: Place, body: Body) -> None:
    for entry in store.entries(CONTAINER, place.locality):
        if entry.data["name"] == body["name"] and entry.data["namespace_id"] == body["namespace_id"]:
            raise untyped(409, "Container already exist")
    check_scale(body)


def check_scale(values: Body) -> None:
    low, high = values.get("min_scale") or 0, values.get("max_scale") or 5
    if low > high:
        raise invalid({"min_scale": ("constraint", "must not be above max_scale")})


def change_container(store: Store, entry: Entry, change: Body) -> None:
    check_scale({**entry.data, **change})
    for name in ("liveness_probe", "startup_probe"):
        if name in change:
            change[name] = probe(change[name], name)
    if "timeout" in change:
        change["timeout"] = short_duration(change["timeout"])
    # An update calls it otherwise than everything else does.
    if "https_connection_only" in change:
        change["https_connections_only"] = change.pop("https_connection_only")
    if "private_network_id" in change:
        change["private_network_id"] = change["private_network_id"] or None
    updating(store, entry, change)


def redeploy(store: Store, entry: Entry, call: Call) -> Answer:
    entry.change({"status": "updating", "updated_at": store.clock.zulu()})
    soon_ready_and_told(store, entry, entry.data["image"])
    return Answer(200, entry.data)


def gone_container(store: Store, entry: Entry) -> None:
    for kind in (DOMAIN, TRIGGER):
        for below in list(store.entries(kind, entry.locality)):
            if below.data["container_id"] == entry.data["id"]:
                store.remove(below)


CONTAINER = Kind(
    key="container.container",
    product="containers",
    version="v1",
    path="containers",
    one="container",
    many="containers",
    resource="container",
    scope="region",
    fields={
        "namespace_id": Field(str, required=True),
        "name": Field(str, required=True),
        "image": Field(str, required=True, update=True),
        "environment_variables": Field(dict, update=True),
        "secret_environment_variables": Field(dict, update=True),
        "min_scale": Field(int, update=True),
        "max_scale": Field(int, update=True),
        "memory_limit_bytes": Field(int, update=True),
        "mvcpu_limit": Field(int, update=True),
        "timeout": Field(str, update=True),
        "privacy": Field(str, update=True, choices=("public", "private", "unknown_privacy")),
        "description": Field(str, update=True),
        "protocol": Field(str, update=True, choices=("http1", "h2c", "unknown_protocol")),
        "port": Field(int, update=True),
        "https_connections_only": Field(bool),
        "https_connection_only": Field(bool, update=True),
        "sandbox": Field(str, update=True, choices=("v1", "v2", "unknown_sandbox")),
        "local_storage_limit_bytes": Field(int, update=True),
        "scaling_option": Field(dict, update=True),
        "liveness_probe": Field(dict, update=True),
        "startup_probe": Field(dict, update=True),
        "tags": Field(list, update=True),
        "private_network_id": Field(str, update=True),
        "command": Field(list, update=True),
        "args": Field(list, update=True),
    },
    exact_filters=("namespace_id", "project_id", "organization_id"),
    new=new_container,
    check=check_container,
    made=made,
    may_change=change_container,
    gone=gone_container,
    leaves_as=LEAVES,
    deleted=200,
    absent=missing,
    parts={"redeploy": redeploy},
)

# --- what belongs to a container


def of_container(store: Store, place: Place, body: Body) -> None:
    if store.find(CONTAINER, place.locality, body["container_id"]) is None:
        raise missing("container", body["container_id"])


def new_domain(store: Store, place: Place, body: Body) -> Body:
    now = store.clock.zulu()
    return {
        "hostname": body["hostname"],
        "container_id": body["container_id"],
        "status": "creating",
        "created_at": now,
        "updated_at": now,
        "tags": body.get("tags") or [],
    }


DOMAIN = Kind(
    key="container.domain",
    product="containers",
    version="v1",
    path="domains",
    one="domain",
    many="domains",
    resource="domain",
    scope="region",
    fields={
        "container_id": Field(str, required=True),
        "hostname": Field(str, required=True),
        "tags": Field(list, update=True),
    },
    substring_filters=(),
    exact_filters=("container_id",),
    new=new_domain,
    check=of_container,
    made=made,
    may_change=updating,
    leaves_as=LEAVES,
    deleted=200,
    absent=missing,
)
SECRETS_OF_SOURCES = ("secret_access_key", "credentials_file_content")
SOURCES = ("cron", "sqs", "nats")


def shown_source(source: str, told: Body) -> Body:
    shown = {name: value for name, value in told.items() if name not in SECRETS_OF_SOURCES}
    if source == "cron":
        shown = {"schedule": "", "timezone": "UTC", "body": "", **shown, "headers": shown.get("headers") or {}}
    return shown


def check_sources(body: Body) -> None:
    told = [source for source in SOURCES if body.get(f"{source}_config")]
    if len(told) > 1:
        raise invalid({"source_config": ("constraint", "one source only")})
    schedule = (body.get("cron_config") or {}).get("schedule")
    problem = cron_problem(schedule) if schedule else ""
    if problem:
        raise invalid({"cron_config.schedule": ("constraint", problem)})


def check_trigger(store: Store, place: Place, body: Body) -> None:
    of_container(store, place, body)
    check_sources(body)
    if not any(body.get(f"{source}_config") for source in SOURCES):
        raise invalid({"source_config": ("required", "a source must be set")})


def new_trigger(store: Store, place: Place, body: Body) -> Body:
    now = store.clock.zulu()
    source = next(source for source in SOURCES if body.get(f"{source}_config"))
    destination = body.get("destination_config") or {}
    return {
        "name": body["name"],
        "description": body.get("description") or "",
        "tags": body.get("tags") or [],
        "status": "creating",
        "container_id": body["container_id"],
        "destination_config": {
            "http_path": destination.get("http_path") or "/",
            "http_method": destination.get("http_method") or "get",
        },
        "source_type": source,
        "created_at": now,
        "updated_at": now,
        f"{source}_config": shown_source(source, body[f"{source}_config"]),
    }


def change_trigger(store: Store, entry: Entry, change: Body) -> None:
    check_sources(change)
    for source in SOURCES:
        name = f"{source}_config"
        if name not in change:
            continue
        if entry.data["source_type"] != source:
            raise invalid({name: ("constraint", "the kind of source cannot be changed")})
        told = {key: value for key, value in change[name].items() if value is not None}
        change[name] = shown_source(source, {**entry.data[name], **told})
    if "destination_config" in change:
        change["destination_config"] = {**entry.data["destination_config"], **change["destination_config"]}
    updating(store, entry, change)


TRIGGER = Kind(
    key="container.trigger",
    product="containers",
    version="v1",
    path="triggers",
    one="trigger",
    many="triggers",
    resource="trigger",
    scope="region",
    fields={
        "container_id": Field(str, required=True),
        "name": Field(str, required=True, update=True),
        "description": Field(str, update=True),
        "tags": Field(list, update=True),
        "destination_config": Field(dict, update=True),
        "cron_config": Field(dict, update=True),
        "sqs_config": Field(dict, update=True),
        "nats_config": Field(dict, update=True),
    },
    substring_filters=(),
    exact_filters=("container_id",),
    new=new_trigger,
    check=check_trigger,
    made=made,
    may_change=change_trigger,
    leaves_as=LEAVES,
    deleted=200,
    absent=missing,
)
KINDS = (NAMESPACE, CONTAINER, DOMAIN, TRIGGER)
