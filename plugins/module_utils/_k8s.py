# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""Kubernetes of k8s/v1 (api/resources.json, k8s.v1; states and times: recordings/findings.md, section 8)."""

from __future__ import annotations

import base64
import os
import typing as t
from dataclasses import replace

from ._api import ResourceApi
from ._catalog import server_types
from ._choices import check_known, check_span
from ._client import Client
from ._compare import same_set
from ._context import Context
from ._errors import BadAnswer, InvalidInput
from ._instance import PLACEMENT_GROUP, SECURITY_GROUP
from ._managed import check_offered
from ._paging import list_all
from ._plan import Plan, placed
from ._private_file import PrivateFile, is_private
from ._references import UNMADE, id_of, id_or_unmade
from ._resource import ITEM, Item, Params, Request, Resource, act
from ._rules import networks_of
from ._values import size_in_bytes, texts_of
from ._vpc import PRIVATE_NETWORK

LATEST = "latest"
FAILED = ("locked", "unknown")


# --- versions


def numbers(version: str) -> t.Tuple[int, ...]:
    """A version as numbers, to compare with others. Raises InvalidInput."""
    try:
        return tuple(int(part) for part in version.lstrip("v").split("."))
    except ValueError:
        raise InvalidInput(f"version: {version!r} is no version. Write it like 1.35, 1.35.3 or latest.") from None


def version_fits(wanted: str, has: str, newest: bool) -> bool:
    """Whether a version is what was asked for. ``newest`` says whether there is no later one."""
    if wanted == LATEST:
        return newest
    asked = numbers(wanted)
    return numbers(has)[: len(asked)] == asked


def known_versions(api: ResourceApi) -> t.List[str]:
    """All versions that a cluster can be given, the newest first."""
    found = list_all(api.client, f"{api.base}/versions", "versions")
    return sorted((str(item["name"]) for item in found), key=numbers, reverse=True)


def resolved(api: ResourceApi, wanted: str, known: t.Sequence[str]) -> str:
    """The newest version that is what was asked for. Raises InvalidInput with the nearest ones when there is none."""
    fitting = [name for name in known if version_fits(wanted, name, name == known[0])]
    if not fitting:
        check_known("version", wanted, known, "Kubernetes version", api.locality)
    return fitting[0]


def ways_up(has: str, target: str, known: t.Sequence[str]) -> t.List[str]:
    """The versions to pass through: one minor version at a time, the newest of each."""
    steps = []
    for minor in range(numbers(has)[1] + 1, numbers(target)[1]):
        steps += [name for name in known if numbers(name)[:2] == (numbers(target)[0], minor)][:1]
    return [*steps, target]


def with_version(api: ResourceApi, context: Context, plan: Plan) -> Plan:
    """The plan with the version of a new cluster, or the upgrades of one that exists."""
    wanted = context.params.get("version")
    after: Item = dict(plan.after or {})
    if plan.before is None:
        exact = resolved(api, wanted or LATEST, known_versions(api))
        after["version"] = exact
        steps = [
            step._replace(body=dict(step.body or {}, version=exact))
            if isinstance(step, Request) and step.purpose == "create"
            else step
            for step in plan.requests
        ]
        return Plan(None, after, tuple(steps))
    has = str(plan.before["version"])
    if wanted is None or version_fits(wanted, has, not plan.before.get("upgrade_available")):
        return plan
    known = known_versions(api)
    target = resolved(api, wanted, known)
    if numbers(target) <= numbers(has):
        raise InvalidInput(
            f"version: the cluster {plan.before.get('name')} has {has} and {wanted} was asked for. A cluster can only be "
            "given a later version."
        )
    pools = bool(context.params.get("upgrade_pools"))
    ways = ways_up(has, target, known)
    upgrades = [Request("POST", (ITEM, "upgrade"), {"version": step, "upgrade_pools": pools}) for step in ways]
    after["version"] = target
    return Plan(plan.before, after, (*plan.requests, *placed(api.resource, plan.before, upgrades)))


# --- clusters


def upgrade_as_sent(fields: Item) -> Item:
    """Bodies say ``enable`` where answers say ``enabled`` (findings, section 10)."""
    told = fields.get("auto_upgrade")
    if not isinstance(told, dict) or "enabled" not in told:
        return fields
    sent = {name: value for name, value in told.items() if name != "enabled"}
    return dict(fields, auto_upgrade=dict(sent, enable=told["enabled"]))


def check_cluster(api: ResourceApi, context: Context, plan: Plan) -> None:
    """The type must be one of the region's."""
    if context.params.get("type"):
        check_offered(api, plan, "type", "cluster type", "cluster-types", "cluster_types")


CLUSTER = Resource(
    product="k8s",
    version="v1",
    path="clusters",
    one="cluster",
    scope="region",
    filters=("name", "status", "type"),
    needed=("name", "cni"),
    not_fields=("version", "upgrade_pools", "delete_additional_resources"),
    create_only=("cni", "private_network_id", "pod_cidr", "service_cidr", "service_dns_ip"),
    rename={"private_network": "private_network_id"},
    references={"private_network": PRIVATE_NETWORK},
    compare={
        "tags": same_set,
        "feature_gates": same_set,
        "admission_plugins": same_set,
        "apiserver_cert_sans": same_set,
    },
    defaults={"type": "kapsule", "description": "", "tags": []},
    creation=upgrade_as_sent,
    change=lambda fields, item: upgrade_as_sent(fields),
    actions={"type": act("set-type", key="type")},
    more=with_version,
    check=check_cluster,
    delete_query={"with_additional_resources": "delete_additional_resources"},
    volatile=("upgrade_available", "commitment_ends_at"),
    status="status",
    steady=("ready", "pool_required"),
    failed=FAILED,
    lingers=True,
    leaving=("deleting",),
    gone=("deleted",),
)


# --- pools


def node_type(value: t.Any, option: str) -> str:
    """As the API shows it: DEV1-M is dev1_m (findings, section 10)."""
    return str(value).lower().replace("-", "_")


def taints(value: t.Any, option: str) -> t.List[Item]:
    return [{"key": taint["key"], "value": taint.get("value") or "", "effect": taint["effect"]} for taint in value]


def pool_fields(params: Params) -> Item:
    """With autoscaling the size is the autoscaler's: ours only counts for a new pool."""
    wanted = PLAIN_POOL.wanted(params)
    if params.get("autoscaling"):
        wanted.pop("size", None)
    return wanted


def with_first_size(api: ResourceApi, context: Context, plan: Plan) -> Plan:
    size = context.params.get("size")
    if plan.before is not None or size is None:
        return plan
    steps = [
        step._replace(body=dict(step.body or {}, size=size))
        if isinstance(step, Request) and step.purpose == "create"
        else step
        for step in plan.requests
    ]
    return Plan(None, dict(plan.after or {}, size=size), tuple(steps))


def check_pool(api: ResourceApi, context: Context, plan: Plan) -> None:
    """The node type must be one of the zone's; sizes must not contradict each other; no pool is newer than its cluster."""
    after = plan.after or {}
    for name in ("size", "min_size", "max_size"):
        if (context.params.get(name) or 0) < 0:
            raise InvalidInput(f"{name}: {context.params[name]} is no number of nodes. It must be at least 0.")
    check_span(after, "min_size", "max_size")
    if after.get("node_type") and plan.before is None and after["node_type"] != "external":
        zone = str(context.params.get("node_zone") or f"{api.locality}-1")
        if not zone.startswith(f"{api.locality}-"):
            raise InvalidInput(f"node_zone: {zone} is not in {api.locality}, the region of the cluster.")
        known = list(server_types(api.client, zone))
        if after["node_type"] not in [node_type(name, "") for name in known]:
            check_known("node_type", str(context.params["node_type"]), known, "node type", zone)
    version, cluster_id = context.params.get("version"), context.params["cluster"]
    if version and cluster_id != UNMADE and version != (plan.before or {}).get("version"):
        cluster = ResourceApi(api.client, CLUSTER, context.params).get(cluster_id) or {}
        if numbers(version) > numbers(str(cluster.get("version") or version)):
            raise InvalidInput(
                f"version: {version} was asked for, and the cluster {cluster.get('name')} has {cluster['version']}. A pool "
                "cannot be newer than its cluster: upgrade the cluster first."
            )


PLAIN_POOL = Resource(
    product="k8s",
    version="v1",
    path="clusters/{cluster}/pools",
    item_path="pools",
    one="pool",
    scope="region",
    owner="",
    fields=(
        *("name", "node_type", "size", "autoscaling", "min_size", "max_size", "autohealing", "tags", "kubelet_args"),
        *("upgrade_policy", "node_zone", "placement_group", "security_group", "root_volume_type", "root_volume_size"),
        *("public_ip_disabled", "labels", "taints", "startup_taints", "version"),
    ),
    needed=("name", "node_type"),
    create_only=(
        *("node_type", "zone", "placement_group_id", "root_volume_type", "root_volume_size", "public_ip_disabled"),
        "name",
    ),
    rename={
        "node_zone": "zone",
        "placement_group": "placement_group_id",
        "security_group": "security_group_id",
    },
    convert={
        "node_type": node_type,
        "root_volume_size": size_in_bytes,
        "taints": taints,
        "startup_taints": taints,
        "labels": texts_of,
        "kubelet_args": texts_of,
    },
    maps=("labels", "kubelet_args"),
    references={"cluster": CLUSTER, "placement_group": PLACEMENT_GROUP, "security_group": SECURITY_GROUP},
    compare={"tags": same_set, "taints": same_set, "startup_taints": same_set},
    defaults={
        "autoscaling": False,
        "autohealing": False,
        "size": 1,
        "tags": [],
        "kubelet_args": {},
        "labels": {},
        "taints": [],
        "startup_taints": [],
    },
    sent_defaults=("autoscaling", "autohealing", "size"),
    actions={
        "labels": act("set-labels", key="labels", method="PUT"),
        "taints": act("set-taints", key="taints", method="PUT"),
        "startup_taints": act("set-startup-taints", key="startup_taints", method="PUT"),
        "version": act("upgrade", key="version"),
    },
    set_later=("version",),
    check=check_pool,
    status="status",
    steady=("ready",),
    failed=(*FAILED, "warning"),
    lingers=True,
    leaving=("deleting",),
    gone=("deleted",),
)
POOL = replace(PLAIN_POOL, spelled=pool_fields, more=with_first_size)


# --- who reaches a cluster


ACL = networks_of(CLUSTER, key="acls")
VERSION = Resource(
    product="k8s",
    version="v1",
    path="versions",
    key="name",
    one="version",
    scope="region",
    owner="",
    filters=(),
)


# --- kubeconfig


def kubeconfig(client: Client, context: Context) -> t.Dict[str, t.Any]:
    """What kubectl needs to reach a cluster: returned, or kept in a file that only its owner reads."""
    params = context.params
    path = params.get("path")
    if path and context.check_mode:  # a file that is kept says what it will hold, not what there is
        cluster = id_or_unmade(client, CLUSTER, context.with_params({"state": "present"}), "cluster", params["cluster"])
    else:
        cluster = id_of(client, CLUSTER, context, "cluster", params["cluster"])
    if path and cluster == UNMADE:
        return _kept(path, True)
    api = ResourceApi(client, CLUSTER, params, warn=context.warn)
    query = {"redacted": True} if params.get("redacted") else None
    answer = api.act(Request("GET", (cluster, "kubeconfig"), None, query))
    try:
        text = base64.b64decode(answer["content"]).decode("utf-8")
    except (KeyError, TypeError, ValueError):
        raise BadAnswer(f"GET {api.url}/{cluster}/kubeconfig answered without a file.", "GET", api.url) from None
    if not path:
        return {"changed": False, "kubeconfig": text}
    changed = not _holds(path, text)
    if changed and not context.check_mode:
        with PrivateFile(path, "The kubeconfig was not written.") as write:
            write(text)
    return _kept(path, changed)


def _kept(path: str, changed: bool) -> t.Dict[str, t.Any]:
    return {
        "changed": changed,
        "kubeconfig_file": path,
        "diff": {"before": {}, "after": {"kubeconfig": "written"}} if changed else {"before": {}, "after": {}},
    }


def _holds(path: str, text: str) -> bool:
    """Whether a file holds a text and is its owner's alone."""
    try:
        with open(path, encoding="utf-8") as stream:
            return stream.read() == text and is_private(os.fspath(path))
    except FileNotFoundError:
        return False
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidInput(f"path: {path} cannot be read: {getattr(error, 'strerror', error)}.") from None
