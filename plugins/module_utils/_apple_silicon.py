# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""Macs of apple-silicon/v1alpha1 (api/resources.json, applesilicon.v1alpha1; states: recordings/findings.md, section 8).

One that is gone answers as if it were another's. Lists and single ones show the password of the administrator: it is masked.
"""

from __future__ import annotations

import typing as t

from ._api import ResourceApi
from ._choices import check_known
from ._compare import same_ignoring_case
from ._context import Context
from ._errors import InvalidInput
from ._machines import with_networks
from ._managed import check_offered
from ._paging import list_all
from ._plan import Plan
from ._redact import MASK
from ._resource import Item, Request, Resource, Shown, Step, act
from ._vpc import PRIVATE_NETWORK

VERSION = "v1alpha1"
SECRETS = ("sudo_password", "vnc_url")
VPC = {True: "vpc_enabled", False: "vpc_disabled"}


def with_state(server: Item) -> Item:
    """A server without its secrets, with what it is doing as a whole: private networks are enabled while it is ready."""
    shown = dict(server, **{name: MASK for name in SECRETS if server.get(name)})
    if server.get("status") is not None:
        updating = server["status"] == "ready" and server.get("vpc_status") == "vpc_updating"
        shown["state"] = "updating" if updating else server["status"]
    return shown


def planned(api: ResourceApi, context: Context, plan: Plan) -> Plan:
    """The system by its name, and the private networks."""
    wanted, before = context.params.get("os"), plan.before
    after, requests = dict(plan.after or {}), list(plan.requests)
    if wanted:
        systems = {
            str(one["name"]): one for one in list_all(api.client, f"{api.base}/os", "os") if fits(one, after["type"])
        }
        name = check_known("os", str(wanted), systems, f"system for {after['type']}", api.locality)
        ident, there = str(systems[name]["id"]), (before or {}).get("os") or {}
        if any(step.purpose == "create" for step in requests):
            requests = [with_os(step, ident) for step in requests]
        elif there.get("id") != ident:
            if not context.params["reinstall"]:
                raise InvalidInput(
                    f"os: the server {after.get('name')} ({after['id']}) has {there.get('name')} and {name} was asked for. "
                    "To install it anew, which deletes what is on its disk, set reinstall to true."
                )
            requests.append(Request("POST", (str(after["id"]), "reinstall"), {"os_id": ident}))
        if not before or there.get("id") != ident:
            after["os"] = systems[name]
    return with_networks(api, context, Plan(before, after, tuple(requests)), VERSION)


def fits(system: Item, kind: str) -> bool:
    return kind in (system.get("compatible_server_types") or [kind])


def with_os(step: t.Union[Request, Step], ident: str) -> t.Union[Request, Step]:
    if isinstance(step, Request) and step.purpose == "create":
        return step._replace(body=dict(step.body or {}, os_id=ident))
    return step


def check_type(api: ResourceApi, context: Context, plan: Plan) -> None:
    check_offered(api, plan, "type", "server type", "server-types", "server_types")


SERVER = Resource(
    product="apple-silicon",
    version=VERSION,
    path="servers",
    one="server",
    hidden=True,
    filters=(),
    filtered_as={"name": "", "tags": ""},
    fields=("name", "type", "enable_vpc", "public_bandwidth", "schedule_deletion", "commitment_type"),
    not_fields=("os", "reinstall", "private_networks"),
    needed=("name", "type"),
    create_only=("type",),
    write_only=("commitment_type",),
    rename={"public_bandwidth": "public_bandwidth_bps"},
    compare={"type": same_ignoring_case},
    references={"private_networks": PRIVATE_NETWORK},
    shown_as={
        "enable_vpc": Shown("vpc_status", lambda status: status not in (None, VPC[False]), VPC.get),
        "schedule_deletion": Shown("deletion_scheduled", bool, bool),
    },
    creation=lambda fields: dict({"enable_vpc": False, "public_bandwidth_bps": 0, "enable_kext": False}, **fields),
    set_later=("schedule_deletion",),
    actions={"schedule_deletion": act(key="schedule_deletion", method="PATCH")},
    more=planned,
    check=check_type,
    read_as=with_state,
    status="state",
    steady=("ready",),
    failed=("error", "locked", "unknown_status"),
)
