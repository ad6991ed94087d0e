# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""Managed Inference of inference/v1 (api/resources.json, inference.v1)."""

from __future__ import annotations

import typing as t

from ._api import ResourceApi
from ._choices import check_known, check_span
from ._compare import same_set
from ._context import Context
from ._errors import InvalidInput
from ._paging import list_all
from ._plan import Plan
from ._resource import Item, Request, Resource, Steps, inside
from ._vpc import PRIVATE_NETWORK

PUBLIC = "public"
MODEL = Resource(
    product="inference",
    version="v1",
    path="models",
    one="model",
    scope="region",
    offered=True,
    owner="",
    status="status",
)


def endpoints(values: t.List[Item], option: str) -> t.List[Item]:
    """Endpoints as the API spells them. Raises InvalidInput for two in one network, and for none."""
    spelled: t.List[Item] = []
    for value in values:
        network = value.get("private_network")
        where: Item = {"private_network": {"private_network_id": network}} if network else {"public_network": {}}
        spelled.append(dict(where, disable_auth=bool(value.get("disable_auth"))))
    if not spelled or len({network_of(one) for one in spelled}) < len(spelled):
        raise InvalidInput(f"{option}: there must be at least one, and one at most in each network.")
    return spelled


def network_of(endpoint: Item) -> str:
    """The Private Network that an endpoint is in, or that it is public."""
    return str((endpoint.get("private_network") or {}).get("private_network_id") or PUBLIC)


def same_endpoints(wanted: t.Any, current: t.Any) -> bool:
    def told(values: t.Any) -> t.Dict[str, bool]:
        return {network_of(one): bool(one.get("disable_auth")) for one in values or []}

    return told(wanted) == told(current)


def set_endpoints(item: Item, wanted: t.List[Item]) -> Steps:
    """Those that are missing are made before others go: a deployment has at least one."""
    there = {network_of(one): one for one in item.get("endpoints") or []}
    steps = []
    for one in wanted:
        known = there.pop(network_of(one), None)
        if known is None:
            body = {"deployment_id": item["id"], "endpoint": one}
            steps.append(Request("POST", (), body, path="endpoints"))
        elif bool(known.get("disable_auth")) != one["disable_auth"]:
            body = {"disable_auth": one["disable_auth"]}
            steps.append(Request("PATCH", (), body, path=f"endpoints/{known['id']}"))
    return [*steps, *(Request("DELETE", (), path=f"endpoints/{one['id']}") for one in there.values())]


def quantized(fields: Item) -> Item:
    """Bodies hold the quantization as an object."""
    sent = {name: value for name, value in fields.items() if name != "quantization_bits"}
    if "quantization_bits" in fields:
        sent["quantization"] = {"bits": fields["quantization_bits"]}
    return sent


def check(api: ResourceApi, context: Context, plan: Plan) -> None:
    """Sizes must not contradict each other; the node type of a new one must be one of the region's."""
    after = plan.after or {}
    check_span(after, "min_size", "max_size")
    if plan.before is None:
        types = list_all(api.client, f"{api.base}/node-types", "node_types", {"include_disabled_types": False})
        names = [str(found["name"]) for found in types]
        check_known("node_type", str(after["node_type_name"]), names, "node type", api.locality)


DEPLOYMENT = Resource(
    product="inference",
    version="v1",
    path="deployments",
    one="deployment",
    scope="region",
    needed=("name", "model", "node_type", "endpoints"),
    create_only=("node_type_name",),
    write_only=("accept_eula",),
    rename={"model": "model_id", "node_type": "node_type_name"},
    references={"model": MODEL, "endpoints.private_network": PRIVATE_NETWORK},
    convert={"endpoints": endpoints, "node_type": lambda value, option: str(value).upper()},
    shown_as={"quantization_bits": inside("quantization", "bits")},
    compare={"tags": same_set, "endpoints": same_endpoints},
    defaults={"min_size": 1, "max_size": 1, "tags": []},
    creation=quantized,
    change=lambda fields, item: quantized(fields),
    actions={"endpoints": set_endpoints},
    check=check,
    volatile=("size", "error_message"),
    status="status",
    steady=("ready",),
    leaving=("deleting",),
    gone=("deleted",),
    lingers=True,
)
