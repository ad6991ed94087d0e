# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Managed Inference of inference/v1: models, deployments and their endpoints."""

from __future__ import annotations

from typing import Any

from ..errors import invalid, not_found
from ..kinds import Answer, Body, Call, Field, Kind, Place
from ..store import PROJECT, Entry, Store

CREATE = 0.2  # seconds; a three thousandth of what the real one takes
NODE_TYPES = ("L4", "L40S", "H100", "H100-2")
MODELS = (("meta/llama-3.1-8b-instruct:bf16", True), ("mistral/mistral-7b-instruct-v0.3:bf16", False))


def endpoint(store: Store, place: str, deployment: str, told: Body) -> Body:
    network = (told.get("private_network") or {}).get("private_network_id")
    if network and store.named("vpc.private_network", place, network) is None:
        raise not_found("private_network", network)
    where: Body = {"private_network": {"private_network_id": network}} if network else {"public_network": {}}
    host = f"{deployment}.{network}.internal" if network else f"{deployment}.ifr.{place}.scaleway.com"
    ident = store.new_id()
    return {"id": ident, "url": f"https://{host}", "disable_auth": bool(told.get("disable_auth")), **where}


def check(store: Store, place: Place, body: Body) -> None:
    if not body.get("endpoints"):
        raise invalid({"endpoints": ("required", "Deployments must have at least one endpoint")})
    model = store.find(MODEL, place.locality, body["model_id"])
    if model is None:
        raise not_found("model", body["model_id"])
    if model.data["has_eula"] and not body.get("accept_eula"):
        raise invalid({"accept_eula": ("constraint", "the license of the model must be accepted")})
    if body["node_type_name"] not in NODE_TYPES:
        raise invalid({"node_type_name": ("constraint", "node type is unknown")})


def new_deployment(store: Store, place: Place, body: Body) -> Body:
    ident = store.new_id()
    model = store.find(MODEL, place.locality, body["model_id"])
    return {
        "id": ident,
        "name": body.get("name") or "deployment-simulated",
        "project_id": body.get("project_id") or PROJECT,
        "status": "creating",
        "tags": body.get("tags") or [],
        "node_type_name": body["node_type_name"],
        "endpoints": [endpoint(store, place.locality, ident, told) for told in body["endpoints"]],
        "size": 0,
        "min_size": body.get("min_size") or 1,
        "max_size": body.get("max_size") or body.get("min_size") or 1,
        "model_id": body["model_id"],
        "model_name": model.data["name"] if model else "",
        "quantization": body.get("quantization") or {"bits": 16},
        "region": place.locality,
        "created_at": store.clock.zulu(),
        "updated_at": None,
    }


def made(store: Store, place: Place, entry: Entry, body: Body) -> None:
    failed = {"status": "error", "error_message": "no machine is left"}
    ready = {"status": "ready", "size": entry.data["min_size"], "error_message": ""}
    store.soon(entry, CREATE, failed if "deployment" in store.mishaps else ready)


def may_change(store: Store, entry: Entry, change: Body) -> None:
    if {"min_size", "max_size", "model_id", "quantization"} & set(change):
        entry.change({"status": "deploying"})
        store.soon(entry, CREATE, {"status": "ready"})
    entry.change({"updated_at": store.clock.zulu()})


def endpoints(store: Store, place: Place, call: Call) -> Answer:
    entry = store.find(DEPLOYMENT, place.locality, str(call.body.get("deployment_id")))
    if entry is None:
        raise not_found("deployment", str(call.body.get("deployment_id")))
    made = endpoint(store, place.locality, entry.data["id"], call.body["endpoint"])
    store.add(ENDPOINT, place.locality, dict(made))
    entry.change({"endpoints": [*entry.data["endpoints"], made]})
    return Answer(200, made)


def deployment_of(store: Store, region: str, ident: str) -> Entry | None:
    for entry in store.entries(DEPLOYMENT, region):
        if any(one["id"] == ident for one in entry.data["endpoints"]):
            return entry
    return None


def known_endpoint(store: Store, place: Place, ident: str) -> str:
    """Endpoints live in their deployments: one is looked up there when it is asked for."""
    entry = deployment_of(store, place.locality, ident)
    if entry is not None and store.find(ENDPOINT, place.locality, ident) is None:
        store.add(ENDPOINT, place.locality, next(dict(one) for one in entry.data["endpoints"] if one["id"] == ident))
    return ident


def change_endpoint(store: Store, entry: Entry, change: Body) -> None:
    owner = deployment_of(store, entry.locality, entry.data["id"])
    if owner is not None:
        changed = [{**one, **(change if one["id"] == entry.data["id"] else {})} for one in owner.data["endpoints"]]
        owner.change({"endpoints": changed})


def endpoint_gone(store: Store, entry: Entry) -> None:
    owner = deployment_of(store, entry.locality, entry.data["id"])
    if owner is not None:
        owner.change({"endpoints": [one for one in owner.data["endpoints"] if one["id"] != entry.data["id"]]})


def node_types(store: Store, place: Place, query: Any) -> tuple[str, Any]:
    return "node_types", [
        {"name": name, "stock_status": "available", "vcpus": 8, "gpus": 1, "disabled": False, "region": place.locality}
        for name in NODE_TYPES
    ]


def seed(store: Store) -> None:
    """The models that everybody may deploy."""
    for number, (name, has_eula) in enumerate(MODELS):
        now = store.clock.zulu()
        model = {
            "id": f"7205dbce-cc80-4b2a-bb7f-3fd3a804a00{number}",
            "name": name,
            "project_id": "00000000-0000-4000-8000-000000000000",
            "status": "ready",
            "tags": ["chat"],
            "description": "",
            "has_eula": has_eula,
            "region": "fr-par",
            "nodes_support": [],
            "parameter_size_bits": 16,
            "size_bytes": 16_000_000_000,
            "error_message": None,
            "created_at": now,
            "updated_at": now,
        }
        store.add(MODEL, "fr-par", model)


MODEL = Kind(
    key="inference.model",
    product="inference",
    version="v1",
    path="models",
    one="model",
    many="models",
    resource="model",
    scope="region",
    methods=("GET",),
)
DEPLOYMENT = Kind(
    key="inference.deployment",
    product="inference",
    version="v1",
    path="deployments",
    one="deployment",
    many="deployments",
    resource="deployment",
    scope="region",
    fields={
        "name": Field(str, update=True),
        "tags": Field(list, update=True),
        "model_id": Field(str, required=True, update=True),
        "node_type_name": Field(str, required=True),
        "endpoints": Field(list),
        "accept_eula": Field(bool),
        "min_size": Field(int, update=True),
        "max_size": Field(int, update=True),
        "quantization": Field(dict, update=True),
        "project_id": Field(str),
    },
    exact_filters=("project_id", "organization_id"),
    new=new_deployment,
    check=check,
    made=made,
    may_change=may_change,
    leaves_as={"status": "deleting"},
    deleted=200,
)
ENDPOINT = Kind(
    key="inference.endpoint",
    product="inference",
    version="v1",
    path="endpoints",
    one="endpoint",
    many="endpoints",
    resource="endpoint",
    scope="region",
    methods=("PATCH", "DELETE"),
    fields={"disable_auth": Field(bool, update=True)},
    ident=known_endpoint,
    may_change=change_endpoint,
    gone=endpoint_gone,
)
KINDS = (MODEL, DEPLOYMENT, ENDPOINT)
CATALOGS = {("inference", "node-types"): ("v1", node_types)}
ENDPOINTS = {("inference", "v1", "endpoints"): endpoints}
