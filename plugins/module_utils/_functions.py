# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""Serverless Functions of functions/v1beta1 (api/resources.json, function.v1beta1)."""

from __future__ import annotations

import typing as t

from ._api import ResourceApi
from ._choices import check_known
from ._compare import same, same_ignoring_case, same_set
from ._containers import VARIABLES, check_scales
from ._context import Context
from ._cron import cron, same_schedule
from ._errors import InvalidInput
from ._function_code import with_code
from ._paging import list_all
from ._plan import Plan
from ._redact import MASK
from ._resource import Item, Resource, Shown
from ._values import seconds_text, what_was_set
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
    lingers=True,
    leaving=("deleting",),
    legacy={"function_namespace": ""},
    legacy_found="function_namespace",
)


def check_function(api: ResourceApi, context: Context, plan: Plan) -> None:
    """Raise InvalidInput for a runtime that there is not, and for scales that contradict each other."""
    check_scales(api, context, plan)
    runtime = (plan.after or {}).get("runtime")
    if runtime and runtime != (plan.before or {}).get("runtime"):
        found = list_all(api.client, f"{api.base}/runtimes", "runtimes", None, api.endpoint.page_size_name)
        check_known("runtime", str(runtime), [str(one["name"]) for one in found], "runtime", api.locality)


FUNCTION = Resource(
    product="functions",
    version="v1beta1",
    path="functions",
    one="function",
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
    check=check_function,
    more=with_code,
    defaults={"description": "", "tags": [], "privacy": "public", "environment_variables": {}, SECRETS: []},
    volatile=("cpu_limit", "error_message", "build_message", "runtime_message", "ready_at"),
    status="status",
    steady=("ready", "created"),
    lingers=True,
    leaving=("deleting",),
    legacy={"function": ""},
    legacy_found="function",
)
CRON = Resource(
    product="functions",
    version="v1beta1",
    path="crons",
    one="function_cron",
    many="function_crons",
    list_key="crons",
    scope="region",
    owner="",
    identity=("function", "name"),
    filters=("function",),
    filtered_as={"name": ""},
    needed=("function", "name", "schedule"),
    rename={"function": "function_id"},
    references={"function": FUNCTION},
    convert={"schedule": cron},
    maps=("args",),
    compare={"schedule": same_schedule},
    defaults={"args": {}},
    status="status",
    steady=("ready",),
    lingers=True,
    leaving=("deleting",),
)
DOMAIN = Resource(
    product="functions",
    version="v1beta1",
    path="domains",
    one="function_domain",
    many="function_domains",
    list_key="domains",
    scope="region",
    owner="",
    identity=("hostname",),
    filters=("function",),
    filtered_as={"name": ""},
    named_by=("hostname",),
    needed=("function", "hostname"),
    create_only=("function_id", "hostname"),
    rename={"function": "function_id"},
    references={"function": FUNCTION},
    compare={"hostname": same_ignoring_case},
    volatile=("url", "error_message"),
    status="status",
    steady=("ready",),
    lingers=True,
    leaving=("deleting",),
)
SOURCES = ("scw_sqs_config", "scw_nats_config", "sqs_config")


def without_key(value: t.Any) -> t.Any:
    """A source as it is shown: the secret key never is."""
    return {key: told for key, told in value.items() if key != "secret_key"} if isinstance(value, dict) else value


def same_source(wanted: t.Any, current: t.Any) -> bool:
    """The same, as far as can be seen."""
    return isinstance(current, dict) and same(without_key(wanted), current)


def new_trigger(fields: Item) -> Item:
    """A creation needs a source."""
    if not any(fields.get(name) for name in SOURCES):
        raise InvalidInput(
            f"There is no such function_trigger yet: one of {', '.join(SOURCES)} must be set to create it."
        )
    return fields


TRIGGER = Resource(
    product="functions",
    version="v1beta1",
    path="triggers",
    one="function_trigger",
    many="function_triggers",
    list_key="triggers",
    scope="region",
    owner="",
    identity=("function", "name"),
    filters=("function",),
    filtered_as={"name": ""},
    needed=("function", "name"),
    create_only=("function_id", "scw_sqs_config", "scw_nats_config"),
    rename={"function": "function_id"},
    references={"function": FUNCTION},
    convert=dict.fromkeys(SOURCES, what_was_set),
    shown_as={name: Shown(name, lambda value: value, without_key) for name in SOURCES},
    compare=dict.fromkeys(SOURCES, same_source),
    creation=new_trigger,
    defaults={"description": ""},
    volatile=("error_message",),
    status="status",
    steady=("ready",),
    lingers=True,
    leaving=("deleting",),
)
