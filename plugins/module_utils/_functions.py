# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""Serverless Functions of functions/v1beta1 (api/resources.json, function.v1beta1)."""

from __future__ import annotations

import typing as t

from ._api import ResourceApi
from ._choices import check_known
from ._compare import same_set
from ._containers import VARIABLES
from ._context import Context
from ._function_code import with_code
from ._paging import list_all
from ._plan import Plan
from ._redact import MASK
from ._resource import Item, Resource, Shown
from ._values import seconds_text
from ._vpc import PRIVATE_NETWORK

SECRETS = "secret_environment_variables"
# The API shows secret variables as a list of names and hashes.
AS_LIST = {
    SECRETS: Shown(
        SECRETS,
        lambda items: {item["key"]: item["hashed_value"] for item in items or []},
        lambda values: [{"key": key, "hashed_value": value} for key, value in sorted(values.items())],
    )
}


def without_hashes(item: Item) -> Item:
    """An item without the hashes of secret variables, which can be guessed at."""
    if SECRETS not in item:
        return item
    hidden = [dict(secret, hashed_value=MASK) for secret in item[SECRETS] or []]
    return dict(item, **{SECRETS: sorted(hidden, key=lambda secret: str(secret["key"]))})


def created(fields: Item) -> Item:
    """A creation takes secret variables as a list."""
    if SECRETS not in fields:
        return fields
    return dict(fields, **{SECRETS: [{"key": key, "value": value} for key, value in fields[SECRETS].items()]})


def changed(change: Item, item: Item) -> Item:
    """An update takes the secret variables that are set, and null for those that are removed."""
    if SECRETS not in change:
        return change
    known = [secret["key"] for secret in item.get(SECRETS) or []]
    told: t.List[Item] = [{"key": key, "value": value} for key, value in change[SECRETS].items() if value != ""]
    told += [{"key": key, "value": None} for key in known if key not in change[SECRETS]]
    return dict(change, **{SECRETS: told})


NAMESPACE = Resource(
    product="functions",
    version="v1beta1",
    path="namespaces",
    one="function_namespace",
    many="function_namespaces",
    list_key="namespaces",
    scope="region",
    needed=("name",),
    create_only=("name", "activate_vpc_integration"),
    rename={"vpc_integration": "activate_vpc_integration"},
    convert=VARIABLES,
    maps=("environment_variables",),
    secret_maps=(SECRETS,),
    shown_as={
        **AS_LIST,
        "activate_vpc_integration": Shown("vpc_integration_activated", lambda value: value, lambda value: value),
    },
    resend="update_secrets",
    read_as=without_hashes,
    creation=created,
    change=changed,
    compare={"tags": same_set},
    defaults={"description": "", "tags": [], "environment_variables": {}, SECRETS: []},
    volatile=("error_message", "registry_endpoint", "registry_namespace_id"),
    status="status",
    steady=("ready",),
    failed=("error", "locked"),
    lingers=True,
    leaving=("deleting",),
    legacy={"function_namespace": ""},
    legacy_found="function_namespace",
)


def check_runtime(api: ResourceApi, context: Context, plan: Plan) -> None:
    """Raise InvalidInput for a runtime that there is not."""
    runtime = (plan.after or {}).get("runtime")
    if runtime and runtime != (plan.before or {}).get("runtime"):
        found = list_all(api.client, f"{api.base}/runtimes", "runtimes", None, api.endpoint.page_size_name)
        check_known("runtime", str(runtime), [str(one["name"]) for one in found], "runtime", api.locality)


FUNCTION = Resource(
    product="functions",
    version="v1beta1",
    path="functions",
    one="function",
    many="functions",
    scope="region",
    owner="",
    identity=("namespace", "name"),
    filters=("namespace", "name"),
    needed=("namespace", "name", "runtime"),
    create_only=("namespace_id", "name"),
    not_fields=("source", "redeploy"),
    rename={
        "namespace": "namespace_id",
        "private_network": "private_network_id",
        "function_timeout": "timeout",
    },
    references={"namespace": NAMESPACE, "private_network": PRIVATE_NETWORK},
    convert={**VARIABLES, "function_timeout": seconds_text},
    maps=("environment_variables",),
    secret_maps=(SECRETS,),
    shown_as=AS_LIST,
    resend="update_secrets",
    read_as=without_hashes,
    creation=created,
    change=changed,
    compare={"tags": same_set},
    check=check_runtime,
    more=with_code,
    defaults={"description": "", "tags": [], "privacy": "public", "environment_variables": {}, SECRETS: []},
    volatile=("cpu_limit", "error_message", "build_message", "runtime_message", "ready_at"),
    status="status",
    steady=("ready", "created"),
    failed=("error", "locked"),
    lingers=True,
    leaving=("deleting",),
    legacy={"function": ""},
    legacy_found="function",
)
