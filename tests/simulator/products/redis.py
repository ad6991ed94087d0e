# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Clusters of redis/v1, with their rules, settings and endpoints."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..errors import invalid
from ..kinds import Answer, Body, Call, Field, Kind, Place
from ..store import PROJECT, Entry, Store
from .rdb import CERTIFICATE, CHANGE, CREATE, LEAVES, check_password, shown

VERSIONS = {
    "7.2.11": ("tcp-keepalive", "maxclients", "maxmemory-policy", "databases"),
    "8.4.0": ("tcp-keepalive", "maxclients", "maxmemory-policy", "databases"),
}
# Recordings of other days used it; nobody is offered it any more.
FORMER = ("7.0.5", "8.6.3")
SETTINGS = {"tcp-keepalive": "300", "maxclients": "10000", "maxmemory-policy": "noeviction", "databases": "16"}
NODE_TYPES = {"RED1-micro": (1, 1), "RED1-XS": (2, 4), "RED1-S": (4, 16), "RED1-M": (8, 32)}


def check_cluster(store: Store, place: Place, body: Body) -> None:
    if body["version"] not in (*VERSIONS, *FORMER):
        raise invalid({"version": ("constraint", "version is not available")})
    check_type(body["node_type"])
    check_password(body["password"])
    for spec in body.get("endpoints") or []:
        check_endpoint(spec)


def check_type(node_type: str) -> None:
    if node_type.lower() not in (name.lower() for name in NODE_TYPES):
        raise invalid({"node_type": ("constraint", "node type is unknown")})


def check_endpoint(spec: Body) -> None:
    network = spec.get("private_network")
    if network and (network.get("service_ips") is None) == (network.get("ipam_config") is None):
        raise invalid({"endpoints.private_network": ("constraint", "either ipam_config or service_ips is needed")})


def endpoint(store: Store, zone: str, spec: Body, size: int) -> Body:
    network = spec.get("private_network")
    told: Body = {"id": store.new_id(), "port": 6379}
    if not network:
        return {**told, "ips": [], "public_network": {}}
    given = network.get("service_ips")
    addresses = given or [f"172.16.96.{store.addresses % 200 + number + 2}/22" for number in range(size)]
    store.addresses += size
    private = {
        "id": network["id"],
        "service_ips": addresses,
        "provisioning_mode": "static" if given else "ipam",
        "zone": zone,
    }
    return {**told, "ips": [address.split("/")[0] for address in addresses], "private_network": private}


def rule(store: Store, told: Body) -> Body:
    return {"id": store.new_id(), "ip_cidr": told["ip_cidr"], "description": told.get("description") or ""}


def new_cluster(store: Store, place: Place, body: Body) -> Body:
    size = body.get("cluster_size") or 1
    return {
        "name": body.get("name") or "red-simulated",
        "project_id": body.get("project_id") or PROJECT,
        "zone": place.locality,
        "status": "provisioning",
        "version": body["version"],
        "node_type": body["node_type"],
        "cluster_size": size,
        "user_name": body["user_name"],
        "tls_enabled": bool(body.get("tls_enabled")),
        "tags": body.get("tags") or [],
        "acl_rules": [rule(store, told) for told in body.get("acl_rules") or []],
        "cluster_settings": body.get("cluster_settings") or [],
        "endpoints": [
            endpoint(store, place.locality, spec, size) for spec in body.get("endpoints") or [{"public_network": {}}]
        ],
        "upgradable_versions": [],
        "created_at": store.clock.zulu(),
        "updated_at": None,
        "_password": body["password"],
    }


def ready(store: Store, entry: Entry) -> None:
    """A public endpoint has its address when the cluster is ready."""
    for found in entry.data["endpoints"]:
        if "public_network" in found and not found["ips"]:
            store.addresses += 1
            found["ips"] = [f"198.51.100.{store.addresses % 250 + 1}"]
    later = [version for version in VERSIONS if version > entry.data["version"]]
    entry.change({"status": "ready", "updated_at": store.clock.zulu(), "upgradable_versions": later})


def made_cluster(store: Store, place: Place, entry: Entry, body: Body) -> None:
    store.soon(entry, CREATE, lambda: ready(store, entry))


def change_cluster(store: Store, entry: Entry, change: Body) -> None:
    """Who may log in is set up anew, which takes a while."""
    if "password" in change:
        check_password(change["password"])
        change["_password"] = change.pop("password")
    if "_password" in change or "user_name" in change:
        change["status"] = "provisioning"
        store.soon(entry, CHANGE, lambda: ready(store, entry))


def migrate(store: Store, entry: Entry, call: Call) -> Answer:
    asked = {name: call.body[name] for name in ("version", "node_type", "cluster_size") if call.body.get(name)}
    if len(asked) != 1:
        raise invalid({"migrate": ("constraint", "one change at a time")})
    if "node_type" in asked:
        check_type(asked["node_type"])
    if "version" in asked and asked["version"] not in entry.data["upgradable_versions"]:
        raise invalid({"version": ("constraint", "the cluster cannot be upgraded to it")})
    if "cluster_size" in asked and (
        entry.data["cluster_size"] == 1 or asked["cluster_size"] < entry.data["cluster_size"]
    ):
        raise invalid({"cluster_size": ("constraint", "only clusters can grow")})
    entry.change({**asked, "status": "provisioning"})
    store.soon(entry, CHANGE, lambda: ready(store, entry))
    return Answer(200, shown(store, entry))


def acls(store: Store, entry: Entry, call: Call) -> Answer:
    given = [rule(store, told) for told in call.body.get("acl_rules") or []]
    found = given if call.method == "PUT" else [*entry.data["acl_rules"], *given]
    entry.change({"acl_rules": found, "status": "configuring"})
    store.soon(entry, CHANGE, lambda: ready(store, entry))
    return Answer(200, {"acl_rules": found})


def settings(store: Store, entry: Entry, call: Call) -> Answer:
    given = call.body.get("settings") or []
    unknown = [told["name"] for told in given if told["name"] not in SETTINGS]
    if unknown:
        raise invalid(dict.fromkeys(unknown, ("constraint", "setting is unknown")))
    entry.change({"cluster_settings": given, "status": "configuring"})
    store.soon(entry, CHANGE, lambda: ready(store, entry))
    return Answer(200, {"settings": given})


def endpoints(store: Store, entry: Entry, call: Call) -> Answer:
    specs = call.body.get("endpoints") or []
    for spec in specs:
        check_endpoint(spec)
    made = [endpoint(store, entry.locality, spec, entry.data["cluster_size"]) for spec in specs]
    found = made if call.method == "PUT" else [*entry.data["endpoints"], *made]
    entry.change({"endpoints": found, "status": "configuring"})
    for one in made:
        store.add(ENDPOINT, entry.locality, {**one, "_cluster": entry.data["id"]})
    store.soon(entry, CHANGE, lambda: ready(store, entry))
    return Answer(200, {"endpoints": found})


def register_endpoints(store: Store, place: Place, entry: Entry, body: Body) -> None:
    for one in entry.data["endpoints"]:
        store.add(ENDPOINT, entry.locality, {**one, "_cluster": entry.data["id"]})
    made_cluster(store, place, entry, body)


def gone_endpoint(store: Store, entry: Entry) -> None:
    owner = store.find(CLUSTER, entry.locality, entry.data["_cluster"])
    if owner is not None:
        left = [found for found in owner.data["endpoints"] if found["id"] != entry.data["id"]]
        owner.change({"endpoints": left, "status": "configuring"})
        store.soon(owner, CHANGE, lambda: ready(store, owner))


def versions(store: Store, place: Place, query: Mapping[str, str]) -> tuple[str, Any]:
    return "versions", [
        {
            "version": version,
            "end_of_life_at": "2028-01-01T00:00:00Z",
            "logo_url": "",
            "zone": place.locality,
            "available_settings": [
                {
                    "name": name,
                    "default_value": SETTINGS[name],
                    "type": "STRING" if name == "maxmemory-policy" else "INT",
                    "description": "",
                    "min_value": None,
                    "max_value": None,
                    "regex": None,
                    "deprecated": False,
                }
                for name in names
            ],
        }
        for version, names in VERSIONS.items()
    ]


def node_types(store: Store, place: Place, query: Mapping[str, str]) -> tuple[str, Any]:
    return "node_types", [
        {
            "name": name,
            "stock_status": "available",
            "description": f"{cores} vCPUs, {memory} GB",
            "vcpus": cores,
            "memory": memory * 1_000_000_000,
            "disabled": False,
            "beta": False,
            "zone": place.locality,
        }
        for name, (cores, memory) in NODE_TYPES.items()
    ]


CLUSTER = Kind(
    key="redis.cluster",
    product="redis",
    version="v1",
    path="clusters",
    one="cluster",
    many="clusters",
    resource="cluster",
    fields={
        "name": Field(str, update=True),
        "project_id": Field(str),
        "version": Field(str, required=True),
        "node_type": Field(str, required=True),
        "user_name": Field(str, required=True, update=True),
        "password": Field(str, required=True, update=True),
        "tls_enabled": Field(bool),
        "cluster_size": Field(int),
        "tags": Field(list, update=True),
        "acl_rules": Field(list),
        "endpoints": Field(list),
        "cluster_settings": Field(list),
    },
    exact_filters=("project_id", "organization_id", "version"),
    new=new_cluster,
    check=check_cluster,
    made=register_endpoints,
    may_change=change_cluster,
    leaves_as=LEAVES,
    deleted=200,
    shown=shown,
    parts={
        "migrate": migrate,
        "acls": acls,
        "settings": settings,
        "endpoints": endpoints,
        "certificate": lambda store, entry, call: Answer(
            200, {"name": "ssl_certificate", "content_type": "application/x-pem-file", "content": CERTIFICATE}
        ),
        "renew-certificate": lambda store, entry, call: Answer(200, shown(store, entry)),
    },
)
ENDPOINT = Kind(
    key="redis.endpoint",
    product="redis",
    version="v1",
    path="endpoints",
    one="endpoint",
    many="endpoints",
    resource="endpoint",
    methods=("GET", "DELETE"),
    deleted=204,
    shown=shown,
    gone=gone_endpoint,
)
KINDS = (CLUSTER, ENDPOINT)
CATALOGS = {
    ("redis", "cluster-versions"): ("v1", versions),
    ("redis", "node-types"): ("v1", node_types),
}
