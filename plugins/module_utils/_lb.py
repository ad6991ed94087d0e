# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""Load Balancers, their addresses, subscribers and private networks (api/resources.json, lb.v1).

All updates but those of addresses are PUTs of all fields, here and in :mod:`._lb_traffic`.
"""

from __future__ import annotations

import typing as t
from dataclasses import replace

from ._api import ResourceApi
from ._catalog import remembered
from ._choices import check_known
from ._client import Client
from ._compare import same_ignoring_case, same_set
from ._context import Context
from ._endpoints import Endpoint
from ._errors import InvalidInput
from ._instance import inner_id
from ._ipam import IPAM_IP
from ._paging import list_all
from ._plan import Plan
from ._resource import ITEM, Item, Params, Request, Resource, Shown, Steps
from ._values import email_of
from ._vpc import PRIVATE_NETWORK as NETWORK


def ids_in(items: t.Any) -> t.List[str]:
    return [str(item["id"]) for item in items or []]


def includes(wanted: t.List[str], current: t.List[str]) -> bool:
    """Addresses that were not asked for stay: the API has no way to take one away."""
    return set(wanted) <= set(current)


def lb_types(client: Client) -> t.List[Item]:
    """The types of a zone."""
    url = f"{Endpoint('lb', 'v1', 'zone', False).base(client.settings, client.settings.zone)}/lb-types"
    return remembered(client, url, None, lambda: list_all(client, url, "lb_types", None, "page_size"))


def check_type(api: ResourceApi, context: Context, plan: Plan) -> None:
    wanted = str((plan.after or {}).get("type"))
    if plan.before is None or not same_ignoring_case(wanted, plan.before.get("type")):
        known = [item["name"] for item in lb_types(api.client)]
        check_known("type", str(context.params.get("type") or wanted), known, "load balancer type", api.locality)


def attach_ips(item: Item, idents: t.List[str]) -> Steps:
    new = [ident for ident in idents if ident not in ids_in(item.get("ip"))]
    return [Request("PATCH", (), {"lb_id": item["id"]}, path=f"ips/{ident}") for ident in new]


def subscribe(item: Item, ident: t.Optional[str]) -> Steps:
    if ident:
        return [Request("POST", (), {"subscriber_id": ident}, path=f"lb/{item['id']}/subscribe")]
    return [Request("DELETE", (), path=f"lb/{item['id']}/unsubscribe")]


def mail(value: t.Any, option: str) -> Item:
    return dict(value, email=email_of(value["email"], f"{option}.email"))


def subscriber_of(fields: Item) -> Item:
    if not (fields.get("email_config") or fields.get("webhook_config")):
        raise InvalidInput("There is no such subscriber yet: email_config or webhook_config must be set to create it.")
    return fields


def delete_subscriber(item: Item, params: Params) -> Steps:
    return [Request("DELETE", (), path=f"lb/subscription/{item['id']}", purpose="delete")]


SUBSCRIBER = Resource(
    product="lb",
    version="v1",
    path="subscribers",
    one="subscriber",
    needed=("name",),
    write_only=("project_id",),
    convert={"email_config": mail},
    exclusive=(("email_config", "webhook_config"),),
    put=True,
    creation=subscriber_of,
    deletion=delete_subscriber,
)
IP = Resource(
    product="lb",
    version="v1",
    path="ips",
    one="ip",
    identity=("ip_address",),
    alternatives=(("tags",), ("reverse",), ("lb",)),
    nameless=True,
    called=lambda text: {"ip_address": text},
    filters=("ip_address", "tags"),
    fields=("is_ipv6", "reverse", "lb", "tags"),
    create_only=("is_ipv6",),
    rename={"lb": "lb_id"},
    shown_as={"is_ipv6": Shown("ip_address", lambda address: ":" in str(address), lambda wanted: None)},
    compare={"tags": same_set},
    defaults={"lb_id": None, "tags": []},
    creation=lambda fields: dict({"is_ipv6": False}, **fields),
    set_later=("lb_id",),
    actions={"lb_id": lambda item, ident: [Request("PATCH", (ITEM,), {"lb_id": ident})]},
)
LB = Resource(
    product="lb",
    version="v1",
    path="lbs",
    one="lb",
    needed=("name",),
    not_fields=("release_ip",),
    create_only=("assign_flexible_ip", "assign_flexible_ipv6"),
    write_only=("assign_flexible_ip", "assign_flexible_ipv6"),
    rename={"ips": "ip_ids", "subscriber": "subscriber_id"},
    references={"ips": IP, "subscriber": SUBSCRIBER},
    convert={"type": lambda name, option: str(name).lower()},
    null_clears=("subscriber",),
    shown_as={
        "ip_ids": Shown("ip", ids_in, lambda idents: [{"id": ident} for ident in idents]),
        "subscriber_id": inner_id("subscriber"),
    },
    compare={"tags": same_set, "type": same_ignoring_case, "ip_ids": includes},
    defaults={
        "description": "",
        "type": "lb-s",
        "tags": [],
        "ssl_compatibility_level": "ssl_compatibility_level_intermediate",
        "subscriber": None,
    },
    sent_defaults=("description", "type"),
    put=True,
    actions={
        "type": lambda item, name: [Request("POST", (ITEM, "migrate"), {"type": str(name).upper()})],
        "ip_ids": attach_ips,
        "subscriber_id": subscribe,
    },
    set_later=("subscriber_id",),
    delete_query={"release_ip": "release_ip"},
    check=check_type,
    status="status",
    steady=("ready", "stopped"),
    leaving=("to_delete", "deleting"),
    lingers=True,
    volatile=("instances", "frontend_count", "backend_count", "route_count", "private_network_count"),
    legacy={"scaleway_lb": ""},
)
IP = replace(IP, references={"lb": LB})


def detach(item: Item, params: Params) -> Steps:
    body = {"private_network_id": item["private_network_id"]}
    return [Request("POST", (), body, path="lbs/{lb}/detach-private-network", purpose="delete")]


PRIVATE_NETWORK = Resource(
    product="lb",
    version="v1",
    path="lbs/{lb}/attach-private-network",
    list_path="lbs/{lb}/private-networks",
    one="private_network",
    many="private_networks",
    list_key="private_network",
    key="private_network_id",
    only_listed=True,
    owner="",
    identity=("private_network",),
    filters=(),
    not_fields=("lb",),
    create_only=("private_network_id", "ipam_ids"),
    rename={"private_network": "private_network_id"},
    references={"lb": LB, "private_network": NETWORK, "ipam_ids": IPAM_IP},
    compare={"ipam_ids": same_set},
    deletion=detach,
    status="status",
    steady=("ready",),
    volatile=("lb",),
)
