# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""Redis clusters of redis/v1 (api/resources.json, redis.v1; states: recordings/findings.md, section 8)."""

from __future__ import annotations

import typing as t

from ._api import ResourceApi
from ._compare import same_ignoring_case, same_set
from ._context import Context
from ._managed import Endpoints, by_name, check_offered, in_row, password, settings_in
from ._plan import Plan
from ._resource import ITEM, Item, Request, Resource, Shown, Steps, act
from ._rules import network_rules, network_rules_there
from ._values import texts_of
from ._vpc import PRIVATE_NETWORK

ENDPOINTS = Endpoints(
    "public_network",
    "id",
    lambda item, specs: [Request("POST", (ITEM, "endpoints"), {"endpoints": specs})],
    {"ipam_config": {}},
)


def rules_wanted(rules: t.Any, option: str) -> t.List[Item]:
    """Rules as the API has them. Raises InvalidInput for what is no network."""
    return [{"ip_cidr": rule["ip"], "description": rule["description"]} for rule in network_rules(rules, option)]


def rules_there(rules: t.Any) -> t.List[Item]:
    named = [dict(rule, ip=rule["ip_cidr"]) for rule in rules or []]
    return [{"ip_cidr": rule["ip"], "description": rule["description"]} for rule in network_rules_there(named)]


def new_cluster(fields: Item) -> Item:
    body = dict(fields)
    if "cluster_settings" in body:
        body["cluster_settings"] = in_row(body["cluster_settings"])
    if "endpoints" in body:
        body["endpoints"] = ENDPOINTS.specs(body["endpoints"])
    return body


def migrated(key: str) -> t.Callable[[Item, t.Any], Steps]:
    """A field that is changed by the action ``migrate``: one field a request."""
    return act("migrate", key=key)


def check_cluster(api: ResourceApi, context: Context, plan: Plan) -> None:
    """Node type and version must be offered."""
    check_offered(api, plan, "node_type", "node type", "node-types", "node_types")
    check_offered(api, plan, "version", "version of Redis", "cluster-versions", "versions", "version")


CLUSTER = Resource(
    product="redis",
    version="v1",
    path="clusters",
    one="cluster",
    filters=("name", "tags"),
    needed=("name", "version", "node_type", "user_name", "password"),
    write_only=("password",),
    resend="update_password",
    create_only=("tls_enabled",),
    grow_only=("cluster_size",),
    in_place={"cluster_size": lambda wanted, current: current != 1},
    rename={"settings": "cluster_settings"},
    references={"endpoints.private_networks": PRIVATE_NETWORK},
    convert={
        "password": password,
        "settings": texts_of,
        "acl_rules": rules_wanted,
        "endpoints": ENDPOINTS.wanted,
    },
    compare={"tags": same_set, "node_type": same_ignoring_case},
    shown_as={
        "cluster_settings": Shown("cluster_settings", by_name, in_row),
        "acl_rules": Shown("acl_rules", rules_there, list),
        "endpoints": ENDPOINTS.shown,
    },
    defaults={"tags": [], "tls_enabled": True, "cluster_size": 1},
    sent_defaults=("tls_enabled",),
    creation=new_cluster,
    actions={
        "acl_rules": act("acls", key="acl_rules", method="PUT"),
        "cluster_settings": settings_in("cluster_settings"),
        "endpoints": ENDPOINTS.steps,
        "node_type": migrated("node_type"),
        "cluster_size": migrated("cluster_size"),
        "version": migrated("version"),
    },
    check=check_cluster,
    volatile=("upgradable_versions",),
    status="status",
    steady=("ready",),
    failed=("error", "locked", "suspended", "unknown"),
    lingers=True,
    leaving=("deleting",),
)
