# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Kubernetes of k8s/v1: clusters, their pools and nodes, rules for who reaches a cluster, versions and node types."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ..errors import invalid, precondition
from ..kinds import Answer, Body, Call, Field, Kind, Place, listed
from ..store import ORGANIZATION, PROJECT, Entry, Store

CREATE = 0.2  # seconds; a thousandth of what the real one takes
CHANGE = 0.1
VERSIONS = ("1.36.1", "1.35.3", "1.34.1", "1.34.0")  # newest first
CNIS = ("cilium", "cilium_native", "calico", "kilo", "none")
TYPES = ("kapsule", "kapsule-dedicated-4", "kapsule-dedicated-8", "kapsule-dedicated-16", "multicloud")
AUTOSCALER = {
    "scale_down_disabled": False,
    "scale_down_delay_after_add": "10m",
    "estimator": "binpacking",
    "expander": "random",
    "ignore_daemonsets_utilization": False,
    "balance_similar_node_groups": False,
    "expendable_pods_priority_cutoff": 0,
    "scale_down_unneeded_time": "10m",
    "scale_down_utilization_threshold": 0.5,
    "max_graceful_termination_sec": 0,
    "skip_nodes_with_local_storage": False,
    "log_level": 2,
}
OIDC = {
    "issuer_url": "",
    "client_id": "",
    "username_claim": "",
    "username_prefix": "",
    "groups_claim": [],
    "groups_prefix": "",
    "required_claim": [],
}
LEAVES = {"status": "deleting"}


def numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


def given(told: Body | None, defaults: Body) -> Body:
    """What was told over what is there; null and the names of nothing leave it (findings, section 9)."""
    kept = {
        name: value
        for name, value in (told or {}).items()
        if name in defaults and value is not None and not str(value).startswith("unknown_")
    }
    return {**defaults, **kept}


def auto_upgrade(told: Body | None, before: Body) -> Body:
    told = told or {}
    window = told.get("maintenance_window") or {}
    return {
        "enabled": before["enabled"] if told.get("enable") is None else told["enable"],
        "maintenance_window": given(window, before["maintenance_window"]),
    }


NO_UPGRADE: Body = {"enabled": False, "maintenance_window": {"start_hour": 0, "day": "any"}}


# --- clusters


def check_cluster(store: Store, place: Place, body: Body) -> None:
    if body["version"] not in VERSIONS:
        raise invalid({"version": ("constraint", "version is unknown")})
    if (body.get("type") or "kapsule") not in TYPES:
        raise invalid({"type": ("constraint", "type is unknown")})


def new_cluster(store: Store, place: Place, body: Body) -> Body:
    now, ident = store.clock.zulu(), store.new_id()
    return {
        "id": ident,
        "name": body.get("name") or "k8s-simulated",
        "description": body.get("description") or "",
        "organization_id": ORGANIZATION,
        "project_id": body.get("project_id") or PROJECT,
        "region": place.locality,
        "created_at": now,
        "updated_at": now,
        "type": body.get("type") or "kapsule",
        "status": "creating",
        "version": body["version"],
        "cni": body["cni"],
        "tags": body.get("tags") or [],
        "cluster_url": f"https://{ident}.api.k8s.{place.locality}.scw.cloud:6443",
        "dns_wildcard": f"*.{ident}.nodes.k8s.{place.locality}.scw.cloud",
        "autoscaler_config": given(body.get("autoscaler_config"), AUTOSCALER),
        "auto_upgrade": auto_upgrade(body.get("auto_upgrade"), NO_UPGRADE),
        "upgrade_available": body["version"] != VERSIONS[0],
        "feature_gates": body.get("feature_gates") or [],
        "admission_plugins": body.get("admission_plugins") or [],
        "open_id_connect_config": given(body.get("open_id_connect_config"), OIDC),
        "apiserver_cert_sans": body.get("apiserver_cert_sans") or [],
        "private_network_id": body.get("private_network_id") or store.new_id(),
        "commitment_ends_at": now,
        "acl_available": True,
        "iam_nodes_group_id": "",
        "pod_cidr": body.get("pod_cidr") or "100.64.0.0/15",
        "service_cidr": body.get("service_cidr") or "10.32.0.0/20",
        "service_dns_ip": body.get("service_dns_ip") or "10.32.0.10",
    }


def steady(store: Store, entry: Entry) -> str:
    """What a cluster comes to rest as: without pools it waits for one."""
    return "ready" if pools_of(store, entry) else "pool_required"


def pools_of(store: Store, entry: Entry) -> list[Entry]:
    return [found for found in store.entries(POOL, entry.locality) if found.data["cluster_id"] == entry.data["id"]]


def rest(store: Store, entry: Entry, seconds: float, changes: Body) -> None:
    store.soon(entry, seconds, lambda: entry.change({**changes, "status": steady(store, entry)}))


def made_cluster(store: Store, place: Place, entry: Entry, body: Body) -> None:
    rule(store, entry, {"ip": "0.0.0.0/0"})
    for told in body.get("pools") or []:
        pool = {"id": store.new_id(), "cluster_id": entry.data["id"], **new_pool(store, place, told, entry)}
        made_pool(store, place, store.add(POOL, place.locality, pool), told)
    rest(store, entry, CREATE, {})


def change_cluster(store: Store, entry: Entry, change: Body) -> None:
    data = entry.data
    if "autoscaler_config" in change:
        change["autoscaler_config"] = given(change["autoscaler_config"], data["autoscaler_config"])
    if "auto_upgrade" in change:
        change["auto_upgrade"] = auto_upgrade(change["auto_upgrade"], data["auto_upgrade"])
    if "open_id_connect_config" in change:
        change["open_id_connect_config"] = given(change["open_id_connect_config"], data["open_id_connect_config"])
    if set(change) - {"name", "description", "tags"}:
        change["status"] = "updating"
        rest(store, entry, CHANGE, {})


def upgrade_cluster(store: Store, entry: Entry, call: Call) -> Answer:
    wanted, has = call.body.get("version", ""), entry.data["version"]
    if wanted not in VERSIONS or not numbers(has) < numbers(wanted):
        raise invalid({"version": ("constraint", "version is no later one")})
    if numbers(wanted)[1] - numbers(has)[1] > 1:
        raise invalid({"version": ("constraint", "only the next minor version")})
    if call.body.get("upgrade_pools"):
        for pool in pools_of(store, entry):
            pool.change({"status": "upgrading"})
            store.soon(pool, CHANGE, {"status": "ready", "version": wanted})
    entry.change({"status": "updating", "version": wanted, "upgrade_available": wanted != VERSIONS[0]})
    rest(store, entry, CHANGE, {})
    return Answer(200, shown(store, entry))


def set_type(store: Store, entry: Entry, call: Call) -> Answer:
    if call.body.get("type") not in TYPES:
        raise invalid({"type": ("constraint", "type is unknown")})
    entry.change({"status": "updating", "type": call.body["type"]})
    rest(store, entry, CHANGE, {})
    return Answer(200, shown(store, entry))


def delete_cluster(store: Store, entry: Entry, query: Mapping[str, str]) -> None:
    entry.change(LEAVES)
    for pool in pools_of(store, entry):
        leave(store, pool)

    def gone() -> None:
        store.remove(entry)
        for one in rules_of(store, entry):
            store.remove(one)

    store.soon(entry, CHANGE * 2, gone)


def kubeconfig(store: Store, entry: Entry, call: Call) -> Answer:
    """What kubectl reads; the token in it is a secret."""
    data = entry.data
    token = "" if call.query.get("redacted") == "true" else f"token-of-{data['id']}{data.get('_token', '')}"
    text = (
        "apiVersion: v1\nclusters:\n"
        f'- name: "{data["name"]}"\n  cluster:\n    server: {data["cluster_url"]}\n'
        f'contexts:\n- name: admin@{data["name"]}\n  context:\n    cluster: "{data["name"]}"\n    user: admin\n'
        f"current-context: admin@{data['name']}\nkind: Config\npreferences: {{}}\n"
        f"users:\n- name: admin\n  user:\n    token: {token}\n"
    )
    content = base64.b64encode(text.encode()).decode()
    return Answer(200, {"name": "kubeconfig", "content_type": "application/octet-stream", "content": content})


def reset_token(store: Store, entry: Entry, call: Call) -> Answer:
    entry.data["_token"] = f"-{store.new_id()[:8]}"
    return Answer(204)


def rule(store: Store, cluster: Entry, told: Body) -> Entry:
    """A rule shows an address, or that it is for Scaleway's own ranges."""
    whose = {"scaleway_ranges": True} if told.get("scaleway_ranges") else {"ip": told.get("ip")}
    data = {"id": store.new_id(), "region": "", **whose, "description": told.get("description") or ""}
    return store.add(RULE, cluster.locality, {**data, "_cluster": cluster.data["id"]})


def rules_of(store: Store, cluster: Entry) -> list[Entry]:
    return [one for one in store.entries(RULE, cluster.locality) if one.data["_cluster"] == cluster.data["id"]]


def rules(store: Store, entry: Entry, call: Call) -> Answer:
    there = rules_of(store, entry)
    if call.method == "PUT":
        for one in there:
            store.remove(one)
        there = []
    if call.method != "GET":
        there += [rule(store, entry, told) for told in call.body.get("acls") or []]
    found = [shown(store, one) for one in there]
    return listed("rules", found, call) if call.method == "GET" else Answer(200, {"rules": found})


def available_versions(store: Store, entry: Entry, call: Call) -> Answer:
    later = [name for name in VERSIONS if numbers(name) > numbers(entry.data["version"])]
    return Answer(200, {"versions": [version(entry.locality, name) for name in later], "total_count": len(later)})


def available_types(store: Store, entry: Entry, call: Call) -> Answer:
    found = [{"name": name, "region": "", "availability": "available"} for name in TYPES]
    return Answer(200, {"cluster_types": found, "total_count": len(found)})


def shown(store: Store, entry: Entry) -> Body:
    return {name: value for name, value in entry.data.items() if not name.startswith("_")}


# --- pools and nodes


def new_pool(store: Store, place: Place, body: Body, cluster: Entry | None = None) -> Body:
    if cluster is None:
        cluster = store.find(CLUSTER, place.locality, dict(place.parents)["cluster_id"])
    now = store.clock.zulu()
    size = body.get("size") or 1
    kind = body.get("root_volume_type")
    kind = "sbs_5k" if kind in (None, "default_volume_type") else kind
    return {
        "region": place.locality,
        "created_at": now,
        "updated_at": now,
        "name": body.get("name") or "pool-simulated",
        "status": "scaling",
        "version": cluster.data["version"] if cluster else VERSIONS[0],
        "node_type": body["node_type"].lower().replace("-", "_"),
        "autoscaling": bool(body.get("autoscaling")),
        "size": size,
        "min_size": size if body.get("min_size") is None else body["min_size"],
        "max_size": size if body.get("max_size") is None else body["max_size"],
        "container_runtime": "containerd",
        "autohealing": bool(body.get("autohealing")),
        "tags": body.get("tags") or [],
        "placement_group_id": body.get("placement_group_id"),
        "kubelet_args": body.get("kubelet_args") or {},
        "upgrade_policy": given(body.get("upgrade_policy"), {"max_unavailable": 1, "max_surge": 0}),
        "zone": body.get("zone") or f"{place.locality}-1",
        "root_volume_type": kind,
        "root_volume_size": body.get("root_volume_size") or (40_000_000_000 if kind == "l_ssd" else 20_000_000_000),
        "public_ip_disabled": bool(body.get("public_ip_disabled")),
        "security_group_id": body.get("security_group_id") or store.new_id(),
        "labels": body.get("labels") or {},
        "taints": body.get("taints") or [],
        "startup_taints": body.get("startup_taints") or [],
        "error_message": None,
    }


def made_pool(store: Store, place: Place, entry: Entry, body: Body) -> None:
    cluster = store.find(CLUSTER, place.locality, entry.data["cluster_id"])

    def ready() -> None:
        entry.change({"status": "ready"})
        set_nodes(store, entry)
        if cluster is not None and cluster.data["status"] == "pool_required":
            cluster.change({"status": "ready"})

    store.soon(entry, CREATE, ready)


def set_nodes(store: Store, pool: Entry) -> None:
    """As many nodes as the pool has."""
    there = [node for node in store.entries(NODE, pool.locality) if node.data["pool_id"] == pool.data["id"]]
    for node in there[pool.data["size"] :]:
        store.remove(node)
    for number in range(len(there), pool.data["size"]):
        now = store.clock.zulu()
        data = {
            "id": store.new_id(),
            "pool_id": pool.data["id"],
            "cluster_id": pool.data["cluster_id"],
            "region": pool.locality,
            "name": f"scw-{pool.data['name']}-{number}",
            "provider_id": f"scaleway://instance/{pool.data['zone']}/{store.new_id()}",
            "status": "ready",
            "conditions": {"Ready": "True"},
            "public_ip_v4": None,
            "public_ip_v6": None,
            "error_message": None,
            "created_at": now,
            "updated_at": now,
        }
        store.add(NODE, pool.locality, data)


def change_pool(store: Store, entry: Entry, change: Body) -> None:
    if "upgrade_policy" in change:
        change["upgrade_policy"] = given(change["upgrade_policy"], entry.data["upgrade_policy"])
    if "size" in change:
        change["status"] = "scaling"

        def ready() -> None:
            entry.change({"status": "ready"})
            set_nodes(store, entry)

        store.soon(entry, CHANGE, ready)


def upgrade_pool(store: Store, entry: Entry, call: Call) -> Answer:
    cluster = store.find(CLUSTER, entry.locality, entry.data["cluster_id"])
    wanted = call.body.get("version", "")
    if cluster is None or wanted not in VERSIONS or numbers(wanted) > numbers(cluster.data["version"]):
        raise precondition("unknown_precondition", "a pool cannot be newer than its cluster")
    entry.change({"status": "upgrading", "version": wanted})
    store.soon(entry, CHANGE, {"status": "ready"})
    return Answer(200, shown(store, entry))


def setter(name: str) -> Any:
    def part(store: Store, entry: Entry, call: Call) -> Answer:
        entry.change({name: call.body.get(name) or ({} if name == "labels" else [])})
        return Answer(200, shown(store, entry))

    return part


def leave(store: Store, entry: Entry) -> None:
    entry.change(LEAVES)

    def gone() -> None:
        store.remove(entry)
        for node in list(store.entries(NODE, entry.locality)):
            if node.data["pool_id"] == entry.data["id"]:
                store.remove(node)
        cluster = store.find(CLUSTER, entry.locality, entry.data["cluster_id"])
        if cluster is not None and cluster.data["status"] == "ready":
            cluster.change({"status": steady(store, cluster)})

    store.soon(entry, CHANGE, gone)


def delete_pool(store: Store, entry: Entry, query: Mapping[str, str]) -> None:
    leave(store, entry)


# --- what there is to choose from


def version(region: str, name: str) -> Body:
    return {
        "region": region,
        "name": name,
        "label": f"Kubernetes {name}",
        "available_cnis": list(CNIS),
        "available_container_runtimes": ["containerd"],
        "available_feature_gates": ["HPAScaleToZero"],
        "available_admission_plugins": ["AlwaysPullImages", "PodNodeSelector"],
        "available_kubelet_args": {"maxPods": "uint16"},
        "deprecated_at": None,
        "end_of_life_at": None,
        "released_at": None,
    }


def versions(store: Store, place: Place, call: Call) -> Answer:
    """All of them at once: this list has no pages."""
    return Answer(200, {"versions": [version(place.locality, name) for name in VERSIONS]})


def cluster_types(store: Store, place: Place, query: Mapping[str, str]) -> tuple[str, Any]:
    return "cluster_types", [
        {
            "name": name,
            "availability": "available",
            "max_nodes": 500 if "dedicated" in name else 150,
            "commitment_delay": "0s",
            "sla": 99.5 if "dedicated" in name else 0,
            "resiliency": "high_availability" if "dedicated" in name else "standard",
            "memory": 4_000_000_000,
            "dedicated": "dedicated" in name,
            "audit_logs_supported": True,
            "max_etcd_size": 55_000_000,
            "region": place.locality,
        }
        for name in TYPES
    ]


CLUSTER = Kind(
    key="k8s.cluster",
    product="k8s",
    version="v1",
    path="clusters",
    one="cluster",
    many="clusters",
    resource="cluster",
    scope="region",
    fields={
        "name": Field(str, update=True),
        "description": Field(str, update=True),
        "type": Field(str),
        "version": Field(str, required=True),
        "cni": Field(str, required=True, choices=CNIS),
        "tags": Field(list, update=True),
        "pools": Field(list),
        "autoscaler_config": Field(dict, update=True),
        "auto_upgrade": Field(dict, update=True),
        "feature_gates": Field(list, update=True),
        "admission_plugins": Field(list, update=True),
        "open_id_connect_config": Field(dict, update=True),
        "apiserver_cert_sans": Field(list, update=True),
        "private_network_id": Field(str),
        "pod_cidr": Field(str),
        "service_cidr": Field(str),
        "service_dns_ip": Field(str),
        "project_id": Field(str),
    },
    exact_filters=("project_id", "organization_id", "status", "type", "private_network_id"),
    new=new_cluster,
    check=check_cluster,
    made=made_cluster,
    may_change=change_cluster,
    delete=delete_cluster,
    deleted=200,
    shown=shown,
    parts={
        "upgrade": upgrade_cluster,
        "set-type": set_type,
        "kubeconfig": kubeconfig,
        "reset-admin-token": reset_token,
        "acls": rules,
        "available-versions": available_versions,
        "available-types": available_types,
    },
)
POOL_FIELDS = {
    "name": Field(str),
    "node_type": Field(str, required=True),
    "autoscaling": Field(bool, update=True),
    "size": Field(int, update=True),
    "min_size": Field(int, update=True),
    "max_size": Field(int, update=True),
    "autohealing": Field(bool, update=True),
    "tags": Field(list, update=True),
    "kubelet_args": Field(dict, update=True),
    "upgrade_policy": Field(dict, update=True),
    "zone": Field(str),
    "placement_group_id": Field(str),
    "root_volume_type": Field(str),
    "root_volume_size": Field(int),
    "public_ip_disabled": Field(bool),
    "security_group_id": Field(str, update=True),
    "labels": Field(dict),
    "taints": Field(list),
    "startup_taints": Field(list),
}
POOL = Kind(
    key="k8s.pool",
    product="k8s",
    version="v1",
    path="pools",
    one="pool",
    many="pools",
    resource="pool",
    scope="region",
    methods=("GET", "PATCH", "DELETE"),
    fields=POOL_FIELDS,
    exact_filters=("status",),
    new=new_pool,
    made=made_pool,
    may_change=change_pool,
    delete=delete_pool,
    deleted=200,
    parts={
        "upgrade": upgrade_pool,
        "set-labels": setter("labels"),
        "set-taints": setter("taints"),
        "set-startup-taints": setter("startup_taints"),
    },
)
# Pools are made and listed below their cluster, and are alone otherwise.
CLUSTER_POOLS = replace(POOL, path="clusters/{cluster_id}/pools", methods=("GET", "POST"), parts={})
# Rules are listed and made below their cluster, and deleted alone.
RULE = Kind(
    key="k8s.acl",
    product="k8s",
    version="v1",
    path="acls",
    one="rule",
    many="rules",
    resource="acl",
    scope="region",
    methods=("DELETE",),
    shown=shown,
)
NODE = Kind(
    key="k8s.node",
    product="k8s",
    version="v1",
    path="clusters/{cluster_id}/nodes",
    one="node",
    many="nodes",
    resource="node",
    scope="region",
    methods=("GET",),
    exact_filters=("pool_id",),
)
KINDS = (CLUSTER, CLUSTER_POOLS, POOL, RULE, NODE)
ENDPOINTS = {("k8s", "v1", "versions"): versions}
CATALOGS = {("k8s", "cluster-types"): ("v1", cluster_types)}
