# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Serverless Functions of functions/v1beta1: namespaces, functions with their code, crons, domains and triggers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import blobs
from ..errors import ApiFault, untyped
from ..kinds import Answer, Body, Call, CatalogAnswer, Field, Kind, Place
from ..serverless import HASHED, cron_problem, short_duration
from ..store import ORGANIZATION, PROJECT, Entry, Store

LEAVES = {"status": "deleting"}
MOMENT = 0.2
UNKNOWN = ("unknown_privacy", "unknown_http_option", "unknown_sandbox", "unknown_runtime")
LANGUAGES = {
    "Go": ("go", ("124", "125", "126"), "Handle", "go"),
    "Node": ("node", ("22", "24", "26"), "handler.handle", "js"),
    "Php": ("php", ("84", "85"), "handler.run", "php"),
    "Python": ("python", ("312", "313", "314"), "handler.handle", "py"),
    "Rust": ("rust", ("185", "196"), "handler", "rs"),
}
RUNTIMES = {
    f"{prefix}{version}": (language, version, handler, extension)
    for language, (prefix, versions, handler, extension) in LANGUAGES.items()
    for version in versions
}


def gone_missing(message: str) -> ApiFault:
    return untyped(404, message)


def hashed(values: Any, known: list[Body] | None = None) -> list[Body]:
    """Secrets as they are kept: null deletes one, and those that are not named stay."""
    kept = {item["key"]: item["hashed_value"] for item in known or []}
    for item in values or []:
        if item.get("value") is None:
            kept.pop(item["key"], None)
        else:
            kept[item["key"]] = HASHED
    return [{"key": key, "hashed_value": value} for key, value in sorted(kept.items())]


def clean(change: Body) -> None:
    for name in [name for name, value in change.items() if value in UNKNOWN]:
        del change[name]


def soon_ready(store: Store, place: Place, entry: Entry, body: Body) -> None:
    store.soon(entry, MOMENT, {"status": "ready"})


def changing(store: Store, entry: Entry, change: Body) -> None:
    change["status"] = "pending"
    store.soon(entry, MOMENT, {"status": "ready"})


# --- namespaces


def new_namespace(store: Store, place: Place, body: Body) -> Body:
    now = store.clock.zulu()
    return {
        "created_at": now,
        "description": body.get("description") or "",
        "environment_variables": body.get("environment_variables") or {},
        "error_message": None,
        "name": body.get("name") or "ns-simulated",
        "organization_id": ORGANIZATION,
        "project_id": body.get("project_id") or PROJECT,
        "region": place.locality,
        "registry_endpoint": "",
        "registry_namespace_id": "",
        "secret_environment_variables": hashed(body.get("secret_environment_variables")),
        "status": "pending",
        "tags": body.get("tags") or [],
        "updated_at": now,
        "vpc_integration_activated": bool(body.get("activate_vpc_integration")),
    }


def check_namespace(store: Store, place: Place, body: Body) -> None:
    project = body.get("project_id") or PROJECT
    for entry in store.entries(NAMESPACE, place.locality):
        if entry.data["name"] == body.get("name") and entry.data["project_id"] == project:
            raise untyped(409, "Namespace already exist")


def made_namespace(store: Store, place: Place, entry: Entry, body: Body) -> None:
    name = entry.data["name"].replace("-", "")
    registry = {
        "registry_endpoint": f"rg.{place.locality}.scw.cloud/funcscw{name}",
        "registry_namespace_id": store.new_id(),
    }
    store.soon(entry, MOMENT, {"status": "ready", **registry})


def change_namespace(store: Store, entry: Entry, change: Body) -> None:
    if "secret_environment_variables" in change:
        there = entry.data["secret_environment_variables"]
        change["secret_environment_variables"] = hashed(change["secret_environment_variables"], there)
    changing(store, entry, change)


def gone_namespace(store: Store, entry: Entry) -> None:
    for function in list(store.entries(FUNCTION, entry.locality)):
        if function.data["namespace_id"] == entry.data["id"]:
            store.remove(function)
            gone_function(store, function)


NAMESPACE = Kind(
    key="function.namespace",
    product="functions",
    version="v1beta1",
    path="namespaces",
    one="namespace",
    many="namespaces",
    resource="namespace",
    scope="region",
    fields={
        "name": Field(str),
        "project_id": Field(str),
        "description": Field(str, update=True),
        "environment_variables": Field(dict, update=True),
        "secret_environment_variables": Field(list, update=True),
        "tags": Field(list, update=True),
        "activate_vpc_integration": Field(bool),
    },
    exact_filters=("project_id", "organization_id"),
    new=new_namespace,
    check=check_namespace,
    made=made_namespace,
    may_change=change_namespace,
    gone=gone_namespace,
    leaves_as=LEAVES,
    deleted=200,
    missing="Namespace was not found",
)

# --- functions


def new_function(store: Store, place: Place, body: Body) -> Body:
    now = store.clock.zulu()
    namespace = store.find(NAMESPACE, place.locality, body["namespace_id"])
    if namespace is None:
        raise gone_missing("Namespace was not found")
    given = {name: value for name, value in body.items() if value and value not in UNKNOWN}
    name = body.get("name") or "fn-simulated"
    memory = given.get("memory_limit", 256)
    host = f"{namespace.data['name'].replace('-', '')}{namespace.data['id'][:8]}-{name}"
    return {
        "build_message": None,
        "cpu_limit": memory * 140 // 256,
        "created_at": now,
        "description": given.get("description", ""),
        "domain_name": f"{host}.functions.fnc.{place.locality}.scw.cloud",
        "environment_variables": given.get("environment_variables", {}),
        "error_message": None,
        "handler": given.get("handler") or RUNTIMES[body["runtime"]][2],
        "http_option": given.get("http_option", "enabled"),
        "max_scale": given.get("max_scale", 20),
        "memory_limit": memory,
        "min_scale": given.get("min_scale", 0),
        "name": name,
        "namespace_id": body["namespace_id"],
        "privacy": given.get("privacy", "public"),
        "private_network_id": given.get("private_network_id"),
        "ready_at": None,
        "region": place.locality,
        "runtime": body["runtime"],
        "runtime_message": "",
        "sandbox": given.get("sandbox", "v2"),
        "secret_environment_variables": hashed(body.get("secret_environment_variables")),
        "status": "created",
        "tags": given.get("tags", []),
        "timeout": short_duration(given.get("timeout", "300s")),
        "updated_at": now,
    }


def check_function(store: Store, place: Place, body: Body) -> None:
    for entry in store.entries(FUNCTION, place.locality):
        if entry.data["name"] == body.get("name") and entry.data["namespace_id"] == body["namespace_id"]:
            raise untyped(409, "Function already exist")
    if body.get("runtime") not in RUNTIMES:
        raise untyped(400, f"runtime {body.get('runtime')} is not supported")


def code_of(entry: Entry) -> str:
    return f"function-{entry.data['id']}.zip"


def deploying(store: Store, entry: Entry) -> Body:
    """What becomes of a function that is deployed: it needs code, and code that does not say it is broken."""
    code = store.blobs.get(code_of(entry))
    if code is None:
        end: Body = {"status": "error", "error_message": "internal error"}
    elif b"does-not-build" in code:
        end = {"status": "error", "error_message": "the build failed"}
    else:
        end = {"status": "ready", "error_message": None, "ready_at": store.clock.zulu()}
    store.soon(entry, MOMENT, end)
    return {"status": "pending", "updated_at": store.clock.zulu()}


def change_function(store: Store, entry: Entry, change: Body) -> None:
    clean(change)
    if change.get("private_network_id"):
        namespace = store.find(NAMESPACE, entry.locality, entry.data["namespace_id"])
        if namespace is None or not namespace.data["vpc_integration_activated"]:
            told = "vpc integration must be activated on its parent namespace"
            raise untyped(400, f"Application can't be attached to private network, {told}")
    if "private_network_id" in change:
        change["private_network_id"] = change["private_network_id"] or None
    if "secret_environment_variables" in change:
        there = entry.data["secret_environment_variables"]
        change["secret_environment_variables"] = hashed(change["secret_environment_variables"], there)
    if "timeout" in change:
        change["timeout"] = short_duration(change["timeout"])
    if "memory_limit" in change:
        change["cpu_limit"] = change["memory_limit"] * 140 // 256
    change.update(deploying(store, entry))


def deploy(store: Store, entry: Entry, call: Call) -> Answer:
    entry.change(deploying(store, entry))
    return Answer(200, entry.data)


def upload_url(store: Store, entry: Entry, call: Call) -> Answer:
    size = call.query.get("content_length", "0")
    headers = {"content-length": [size], "content-type": [blobs.TYPE]}
    return Answer(200, {"headers": headers, "url": blobs.signed_url(store, "PUT", code_of(entry))})


def download_url(store: Store, entry: Entry, call: Call) -> Answer:
    return Answer(200, {"headers": {}, "url": blobs.signed_url(store, "GET", code_of(entry))})


def gone_function(store: Store, entry: Entry) -> None:
    store.blobs.pop(code_of(entry), None)
    for kind in (CRON, DOMAIN, TRIGGER):
        for below in list(store.entries(kind, entry.locality)):
            if below.data["function_id"] == entry.data["id"]:
                store.remove(below)


FUNCTION = Kind(
    key="function.function",
    product="functions",
    version="v1beta1",
    path="functions",
    one="function",
    many="functions",
    resource="function",
    scope="region",
    fields={
        "namespace_id": Field(str, required=True),
        "name": Field(str),
        "environment_variables": Field(dict, update=True),
        "secret_environment_variables": Field(list, update=True),
        "min_scale": Field(int, update=True),
        "max_scale": Field(int, update=True),
        "runtime": Field(str, update=True),
        "memory_limit": Field(int, update=True),
        "timeout": Field(str, update=True),
        "handler": Field(str, update=True),
        "privacy": Field(str, update=True, choices=("public", "private", "unknown_privacy")),
        "description": Field(str, update=True),
        "http_option": Field(str, update=True, choices=("enabled", "redirected", "unknown_http_option")),
        "sandbox": Field(str, update=True, choices=("v1", "v2", "unknown_sandbox")),
        "tags": Field(list, update=True),
        "private_network_id": Field(str, update=True),
    },
    exact_filters=("namespace_id", "project_id", "organization_id"),
    new=new_function,
    check=check_function,
    may_change=change_function,
    gone=gone_function,
    leaves_as=LEAVES,
    deleted=200,
    missing="Function was not found",
    parts={"deploy": deploy, "upload-url": upload_url, "download-url": download_url},
)


def runtimes(store: Store, place: Place, query: Mapping[str, str]) -> tuple[str, list[Body]]:
    found = [
        {
            "name": name,
            "language": language,
            "version": version,
            "default_handler": handler,
            "code_sample": "",
            "status": "available",
            "status_message": "",
            "extension": extension,
            "implementation": "",
            "logo_url": "",
        }
        for name, (language, version, handler, extension) in RUNTIMES.items()
    ]
    return "runtimes", found


# --- what belongs to a function


def of_function(store: Store, place: Place, body: Body) -> None:
    if store.find(FUNCTION, place.locality, body["function_id"]) is None:
        raise gone_missing("Function was not found")


def check_cron(store: Store, place: Place, body: Body) -> None:
    of_function(store, place, body)
    check_schedule(body)


def check_schedule(body: Body) -> None:
    problem = cron_problem(body["schedule"]) if body.get("schedule") else ""
    if problem:
        raise untyped(400, f"invalid schedule: {problem}")


def new_cron(store: Store, place: Place, body: Body) -> Body:
    return {
        "args": body.get("args") or {},
        "function_id": body["function_id"],
        "name": body.get("name") or "",
        "schedule": body["schedule"],
        "status": "pending",
    }


def change_cron(store: Store, entry: Entry, change: Body) -> None:
    check_schedule(change)
    changing(store, entry, change)


CRON = Kind(
    key="function.cron",
    product="functions",
    version="v1beta1",
    path="crons",
    one="cron",
    many="crons",
    resource="cron",
    scope="region",
    fields={
        "function_id": Field(str, required=True, update=True),
        "schedule": Field(str, required=True, update=True),
        "args": Field(dict, update=True),
        "name": Field(str, update=True),
    },
    substring_filters=(),
    exact_filters=("function_id",),
    new=new_cron,
    check=check_cron,
    made=soon_ready,
    may_change=change_cron,
    leaves_as=LEAVES,
    deleted=200,
    missing="Cron was not found",
)


def new_domain(store: Store, place: Place, body: Body) -> Body:
    return {
        "error_message": None,
        "function_id": body["function_id"],
        "hostname": body["hostname"],
        "status": "pending",
        "url": "",
    }


def check_domain(store: Store, place: Place, body: Body) -> None:
    of_function(store, place, body)
    if "." not in body["hostname"]:
        raise untyped(400, f"could not validate domain [{body['hostname']}]")


def made_domain(store: Store, place: Place, entry: Entry, body: Body) -> None:
    store.soon(entry, MOMENT, {"status": "ready", "url": f"https://{entry.data['hostname']}"})


DOMAIN = Kind(
    key="function.domain",
    product="functions",
    version="v1beta1",
    path="domains",
    one="domain",
    many="domains",
    resource="domain",
    scope="region",
    methods=("GET", "POST", "DELETE"),
    fields={"function_id": Field(str, required=True), "hostname": Field(str, required=True)},
    substring_filters=(),
    exact_filters=("function_id",),
    new=new_domain,
    check=check_domain,
    made=made_domain,
    leaves_as=LEAVES,
    deleted=200,
    missing="Domain was not found",
)
SOURCES = ("scw_sqs", "scw_nats", "sqs")


def check_trigger(store: Store, place: Place, body: Body) -> None:
    of_function(store, place, body)
    if sum(bool(body.get(f"{source}_config")) for source in SOURCES) != 1:
        raise untyped(400, "one source must be set")


def new_trigger(store: Store, place: Place, body: Body) -> Body:
    source = next(source for source in SOURCES if body.get(f"{source}_config"))
    told = dict(body[f"{source}_config"])
    if source == "sqs":
        told.pop("secret_key", None)
    else:
        told["mnq_credential_id"] = None
    return {
        "description": body.get("description") or "",
        "error_message": None,
        "function_id": body["function_id"],
        "input_type": source,
        "name": body["name"],
        f"{source}_config": told,
        "status": "creating",
    }


def made_trigger(store: Store, place: Place, entry: Entry, body: Body) -> None:
    source = entry.data["input_type"]
    told = dict(entry.data[f"{source}_config"])
    if source != "sqs":
        told["mnq_credential_id"] = store.new_id()
    store.soon(entry, MOMENT, {"status": "ready", f"{source}_config": told})


def change_trigger(store: Store, entry: Entry, change: Body) -> None:
    if "sqs_config" in change:
        told = {name: value for name, value in change["sqs_config"].items() if name != "secret_key"}
        change["sqs_config"] = {**entry.data.get("sqs_config", {}), **told}
    changing(store, entry, change)


TRIGGER = Kind(
    key="function.trigger",
    product="functions",
    version="v1beta1",
    path="triggers",
    one="trigger",
    many="triggers",
    resource="trigger",
    scope="region",
    fields={
        "function_id": Field(str, required=True),
        "name": Field(str, required=True, update=True),
        "description": Field(str, update=True),
        "scw_sqs_config": Field(dict),
        "scw_nats_config": Field(dict),
        "sqs_config": Field(dict, update=True),
    },
    substring_filters=(),
    exact_filters=("function_id",),
    new=new_trigger,
    check=check_trigger,
    made=made_trigger,
    may_change=change_trigger,
    leaves_as=LEAVES,
    deleted=200,
    missing="trigger does not exist",
)
KINDS = (NAMESPACE, FUNCTION, CRON, DOMAIN, TRIGGER)
CATALOGS: dict[tuple[str, str], tuple[str, CatalogAnswer]] = {("functions", "runtimes"): ("v1beta1", runtimes)}
