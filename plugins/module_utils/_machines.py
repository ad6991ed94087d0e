# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""Private networks of machines that are not virtual: Elastic Metal and Macs have them in the same way."""

from __future__ import annotations

import typing as t

from ._api import ResourceApi
from ._context import Context
from ._errors import FailedState
from ._paging import list_all
from ._plan import Plan
from ._reconcile import patience
from ._resource import Item, Step, Steps
from ._wait import wait_until

STEADY = ("attached", "error", "locked")


def networks_there(api: ResourceApi, base: str, ident: str) -> t.List[Item]:
    """What ties a server to its private networks."""
    query = {"server_id": ident}
    return list_all(api.client, f"{base}/server-private-networks", "server_private_networks", query)


def with_networks(api: ResourceApi, context: Context, plan: Plan, version: str) -> Plan:
    """Adds to a plan that a server shall be in the private networks that were asked for; ``version`` is the API's that has
    them."""
    wanted = context.params.get("private_networks")
    if wanted is None or plan.after is None:
        return plan
    base = api.base.replace(f"/{api.resource.version}/", f"/{version}/")
    told = sorted(set(wanted))
    after = dict(plan.after, private_networks=told)
    before = plan.before
    replaced = any(step.purpose == "create" for step in plan.requests)
    there: t.List[Item] = []
    if before is not None:
        there = networks_there(api, base, str(before["id"]))
        before["private_networks"] = sorted(str(one["private_network_id"]) for one in there if is_tied(one))
    if not told if before is None or replaced else before.get("private_networks") == told:
        return Plan(before, after, plan.requests)
    steps: Steps = [Step("set the private networks", setting_networks(base, told, context))]
    return Plan(before, after, (*plan.requests, *steps))


def is_tied(one: Item) -> bool:
    return bool(one.get("status") != "detaching")


def setting_networks(base: str, wanted: t.List[str], context: Context) -> t.Callable[[ResourceApi, Item], Item]:
    """Those that stay keep their addresses; with ``wait``, until all have come or gone."""

    def look(api: ResourceApi, ident: str) -> t.List[Item]:
        return networks_there(api, base, ident)

    def done(found: t.List[Item]) -> bool:
        return len(found) == len(wanted) and all(one.get("status") in STEADY for one in found)

    def run(api: ResourceApi, item: Item) -> Item:
        ident = str(item["id"])
        kept = {
            str(one["private_network_id"]): one.get("ipam_ip_ids") or [] for one in look(api, ident) if is_tied(one)
        }
        body = {"per_private_network_ipam_ip_ids": {network: kept.get(network, []) for network in wanted}}
        api.client.request("PUT", f"{base}/servers/{ident}/private-networks", body=body)
        if context.params.get("wait", True):
            named = f"the private networks of {item.get('name')} ({ident})"
            found = wait_until(
                lambda: look(api, ident),
                done,
                lambda ones: ", ".join(sorted(str(one.get("status")) for one in ones)) or "gone",
                named,
                patience(api, context),
                context.progress,
            )
            wrong = [str(one["private_network_id"]) for one in found if one.get("status") != "attached"]
            if wrong:
                raise FailedState(f"Of {named}, {', '.join(wrong)} could not be attached.", server=item)
        return dict(item, private_networks=wanted)

    return run
