# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""Serverless Containers of containers/v1 (api/resources.json, container.v1)."""

from __future__ import annotations

import typing as t

from ._api import ResourceApi
from ._choices import check_span
from ._compare import same_ignoring_case, same_set
from ._context import Context
from ._cron import scheduled
from ._errors import InvalidInput
from ._plan import Plan, merged
from ._resource import Item, Resource, Shown, starred
from ._values import port_of, seconds_text, size_in_bytes, texts_of, what_was_set
from ._vpc import PRIVATE_NETWORK

VARIABLES = {"environment_variables": texts_of, "secret_environment_variables": texts_of}
WITHOUT_VARIABLES: Item = {"environment_variables": {}, "secret_environment_variables": {}}
PROBES = ("liveness_probe", "startup_probe")


def without_hashes(item: Item) -> Item:
    """An item without what the API shows in place of secret variables: hashes, which can be guessed at."""
    if "secret_environment_variables" not in item:
        return item
    return dict(item, secret_environment_variables=starred(item["secret_environment_variables"] or {}))


NAMESPACE = Resource(
    product="containers",
    version="v1",
    path="namespaces",
    one="container_namespace",
    many="container_namespaces",
    list_key="namespaces",
    scope="region",
    needed=("name",),
    create_only=("name",),
    convert=VARIABLES,
    maps=("environment_variables",),
    secret_maps=("secret_environment_variables",),
    resend="update_secrets",
    read_as=without_hashes,
    compare={"tags": same_set},
    defaults={"description": "", "tags": [], **WITHOUT_VARIABLES},
    volatile=("error_message",),
    status="status",
    steady=("ready",),
    lingers=True,
    leaving=("deleting",),
    legacy={"container_namespace": ""},
    legacy_found="container_namespace",
)


def megabytes(value: t.Any, option: str) -> int:
    """Bytes of a number of megabytes, or of a text with its unit."""
    text = str(value).strip()
    return size_in_bytes(f"{text}MB" if text.isdigit() else text, option)


def probe(value: t.Any, option: str) -> Item:
    """A probe in the API's spelling: what it asks by HTTP has a path, what it asks by TCP has none."""
    told: Item = what_was_set(value)
    if "http_path" in told:
        path = told.pop("http_path")
        if path and not path.startswith("/"):
            raise InvalidInput(f"{option}.http_path: {path!r} must begin with a slash.")
        told.update({"http": {"path": path}} if path else {"tcp": {}})
    for key in ("interval", "timeout"):
        if key in told:
            told[key] = seconds_text(told[key], f"{option}.{key}")
    return told


def same_probe(wanted: t.Any, current: t.Any) -> bool:
    """What was asked for is so. An empty object that is asked for must be there."""
    if not wanted or not current:
        return not wanted and not current
    return all(key in current and (not value or value == current[key]) for key, value in wanted.items())


def whole_probes(fields: Item) -> Item:
    """Probes with their kind: those that ask no path ask by TCP."""
    spelled = {
        name: dict({} if "http" in fields[name] else {"tcp": {}}, **fields[name]) for name in PROBES if fields.get(name)
    }
    return dict(fields, **spelled)


def changed(change: Item, item: Item) -> Item:
    """An update, with whole probes, and under the name that https_connections_only has there alone."""
    body = dict(change)
    for name in [name for name in PROBES if body.get(name)]:
        body[name] = merged(CONTAINER, item.get(name), body[name])
    if "https_connections_only" in body:
        body["https_connection_only"] = body.pop("https_connections_only")
    return whole_probes(body)


def check_scales(api: ResourceApi, context: Context, plan: Plan) -> None:
    """The scales that are asked for must not contradict each other, nor the one that is there."""
    if any(context.params.get(option) is not None for option in ("min_scale", "max_scale")):
        check_span(plan.after or {}, "min_scale", "max_scale")


CONTAINER = Resource(
    product="containers",
    version="v1",
    path="containers",
    one="container",
    scope="region",
    owner="",
    identity=("namespace", "name"),
    filters=("namespace", "name"),
    needed=("namespace", "name", "image"),
    create_only=("namespace_id", "name"),
    not_fields=("redeploy",),
    rename={
        "namespace": "namespace_id",
        "private_network": "private_network_id",
        "memory_limit": "memory_limit_bytes",
        "local_storage_limit": "local_storage_limit_bytes",
        "cpu_limit": "mvcpu_limit",
        "container_timeout": "timeout",
        "max_concurrency": "scaling_option",
    },
    references={"namespace": NAMESPACE, "private_network": PRIVATE_NETWORK},
    convert={
        **VARIABLES,
        "memory_limit": megabytes,
        "local_storage_limit": megabytes,
        "container_timeout": seconds_text,
        "port": port_of,
        "max_concurrency": lambda value, option: {"concurrent_requests_threshold": value},
        "scaling_option": what_was_set,
        "liveness_probe": probe,
        "startup_probe": probe,
    },
    maps=("environment_variables",),
    secret_maps=("secret_environment_variables",),
    resend="update_secrets",
    read_as=without_hashes,
    exclusive=(
        ("concurrent_requests_threshold", "cpu_usage_threshold", "memory_usage_threshold"),
        ("tcp", "http"),
    ),
    compare={"tags": same_set, "liveness_probe": same_probe, "startup_probe": same_probe},
    creation=whole_probes,
    change=changed,
    check=check_scales,
    defaults={"description": "", "tags": [], "privacy": "public", "protocol": "http1", **WITHOUT_VARIABLES},
    volatile=("error_message",),
    status="status",
    steady=("ready",),
    lingers=True,
    leaving=("deleting",),
    legacy={"container": ""},
    legacy_found="container",
)
DOMAIN = Resource(
    product="containers",
    version="v1",
    path="domains",
    one="container_domain",
    many="container_domains",
    list_key="domains",
    scope="region",
    owner="",
    identity=("hostname",),
    filters=("container",),
    filtered_as={"name": ""},
    named_by=("hostname",),
    needed=("container", "hostname"),
    create_only=("container_id", "hostname"),
    rename={"container": "container_id"},
    references={"container": CONTAINER},
    compare={"hostname": same_ignoring_case, "tags": same_set},
    defaults={"tags": []},
    volatile=("error_message",),
    status="status",
    steady=("ready",),
    lingers=True,
    leaving=("deleting",),
)
SOURCES = ("cron_config", "sqs_config", "nats_config")
# What the API never shows of a source.
HIDDEN = ("secret_access_key", "credentials_file_content")


def without_credentials(value: t.Any) -> t.Any:
    """A source as it is shown."""
    return {key: told for key, told in value.items() if key not in HIDDEN} if isinstance(value, dict) else value


def same_source(wanted: t.Any, current: t.Any) -> bool:
    """The same, as far as can be seen. Headers and servers count as a whole."""
    return isinstance(current, dict) and all(
        same_set(value, current.get(key)) if key == "server_urls" else value == current.get(key)
        for key, value in without_credentials(wanted).items()
    )


def cron_source(value: t.Any, option: str) -> Item:
    told = scheduled(value, option)
    if "headers" in told:
        told["headers"] = texts_of(told["headers"], f"{option}.headers")
    return told


def new_trigger(fields: Item) -> Item:
    """A creation needs a source, and all of it."""
    told = [name for name in SOURCES if fields.get(name)]
    if not told:
        raise InvalidInput(
            f"There is no such container_trigger yet: one of {', '.join(SOURCES)} must be set to create it."
        )
    cron_config = fields.get("cron_config")
    if cron_config is None:
        return fields
    if "schedule" not in cron_config:
        raise InvalidInput("cron_config.schedule must be set to create a trigger of this kind.")
    return dict(fields, cron_config=dict({"timezone": "UTC", "body": "", "headers": {}}, **cron_config))


def changed_trigger(change: Item, item: Item) -> Item:
    """An update with whole sources. Of what kind a source is cannot be changed."""
    body = dict(change)
    for name in [name for name in (*SOURCES, "destination_config") if name in body]:
        if name in SOURCES and not item.get(name):
            raise InvalidInput(
                f"{name}: the trigger {item.get('name')} ({item['id']}) listens to something else: {item.get('source_type')}. "
                "That cannot be changed. Give another name, or delete it first."
            )
        body[name] = merged(TRIGGER, item.get(name), body[name])
    return body


TRIGGER = Resource(
    product="containers",
    version="v1",
    path="triggers",
    one="container_trigger",
    many="container_triggers",
    list_key="triggers",
    scope="region",
    owner="",
    identity=("container", "name"),
    filters=("container",),
    filtered_as={"name": ""},
    needed=("container", "name"),
    create_only=("container_id",),
    rename={"container": "container_id"},
    references={"container": CONTAINER},
    convert={
        "cron_config": cron_source,
        "sqs_config": what_was_set,
        "nats_config": what_was_set,
        "destination_config": what_was_set,
    },
    maps=("headers",),
    shown_as={name: Shown(name, lambda value: value, without_credentials) for name in SOURCES},
    compare={"tags": same_set, **dict.fromkeys(SOURCES, same_source)},
    creation=new_trigger,
    change=changed_trigger,
    defaults={"description": "", "tags": []},
    volatile=("error_message",),
    status="status",
    steady=("ready",),
    lingers=True,
    leaving=("deleting",),
)
