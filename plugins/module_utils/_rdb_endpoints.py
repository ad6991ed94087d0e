# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""Read replicas and endpoints of databases: an instance shows its own (api/resources.json, rdb.v1)."""

from __future__ import annotations

import typing as t

from ._api import ResourceApi
from ._context import Context
from ._find import the_only
from ._rdb import FAILED, INSTANCE
from ._reconcile import wait_steady
from ._resource import Item, Params, Resource, inside
from ._settings import uuid
from ._vpc import PRIVATE_NETWORK


def kind_of_endpoint(params: Params) -> Item:
    """What a task asks an endpoint to be. Raises InvalidInput."""
    if params.get("private_network"):
        network: Item = {"private_network_id": params["private_network"]}
        if params.get("service_ip"):
            network["service_ip"] = params["service_ip"]
        else:
            network["ipam_config"] = {}
        return {"private_network": network}
    return {"direct_access" if params.get("direct_access") else "load_balancer": {}}


def is_of_kind(endpoint: Item, kind: Item) -> bool:
    name = next(iter(kind))
    if name != "private_network":
        return endpoint.get(name) is not None
    there = endpoint.get("private_network") or {}
    return bool(there.get("private_network_id") == kind["private_network"]["private_network_id"])


def replica_of_instance(api: ResourceApi, context: Context) -> t.Optional[Item]:
    """A read replica has no name: it is the one with an endpoint of the kind that was asked for."""
    params = context.params
    if params.get("id"):
        return api.get(uuid(params["id"], "id"))
    kind = kind_of_endpoint(dict(params, direct_access=True))
    there = api.list()
    found = _replica_of_kind(api, there, kind)
    if found is None:  # one that is being made has no endpoint yet: only then can it be told which one it is
        born = [
            one for one in there if not one.get("endpoints") and one.get("status") in ("provisioning", "initializing")
        ]
        found = _replica_of_kind(api, [wait_steady(api, context, one) for one in born], kind)
    return found


def _replica_of_kind(api: ResourceApi, replicas: t.List[Item], kind: Item) -> t.Optional[Item]:
    fitting = [one for one in replicas if any(is_of_kind(found, kind) for found in one.get("endpoints") or [])]
    return the_only(api, fitting, "kind of endpoint that was asked for")


def endpoint_of_instance(api: ResourceApi, context: Context) -> t.Optional[Item]:
    params = context.params
    if params.get("id"):
        return api.get(uuid(params["id"], "id"))
    kind = kind_of_endpoint(params)
    return next((one for one in api.list() if is_of_kind(one, kind)), None)


def new_replica(fields: Item) -> Item:
    own = {name: fields[name] for name in ("instance_id", "same_zone")}
    return dict(own, endpoint_spec=[kind_of_endpoint(dict(fields, direct_access=True))])


READ_REPLICA = Resource(
    product="rdb",
    version="v1",
    path="read-replicas",
    list_path="instances/{instance}",
    one="read_replica",
    scope="region",
    owner="",
    look=replica_of_instance,
    identity=("instance",),
    rename={"instance": "instance_id"},
    create_only=("instance_id", "same_zone"),
    write_only=("private_network", "service_ip"),
    references={"instance": INSTANCE, "private_network": PRIVATE_NETWORK},
    defaults={"same_zone": True},
    sent_defaults=("same_zone",),
    creation=new_replica,
    status="status",
    steady=("ready",),
    failed=FAILED,
    lingers=True,
    leaving=("deleting",),
)
ENDPOINT = Resource(
    product="rdb",
    version="v1",
    path="instances/{instance}/endpoints",
    item_path="endpoints",
    list_path="instances/{instance}",
    one="endpoint",
    scope="region",
    owner="",
    look=endpoint_of_instance,
    identity=(),
    nameless=True,
    not_fields=("instance",),
    create_only=("private_network", "service_ip"),
    references={"instance": INSTANCE, "private_network": PRIVATE_NETWORK},
    shown_as={
        "private_network": inside("private_network", "private_network_id"),
        "service_ip": inside("private_network", "service_ip"),
    },
    creation=lambda fields: {"endpoint_spec": kind_of_endpoint(fields)},
)
