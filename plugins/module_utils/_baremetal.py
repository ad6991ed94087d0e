# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""Elastic Metal servers of baremetal/v1 (api/resources.json, baremetal.v1; states: recordings/findings.md, section 8)."""

from __future__ import annotations

import base64
import typing as t

from ._api import ResourceApi
from ._choices import check_known
from ._compare import same_ignoring_case, same_set
from ._context import Context
from ._errors import InvalidInput
from ._identity import SSH_KEY
from ._machines import with_networks
from ._paging import list_all
from ._plan import Plan
from ._resource import ITEM, Item, Request, Resource, Shown, Step, Steps, act
from ._settings import UUID
from ._values import what_was_set
from ._vpc import PRIVATE_NETWORK

SECRETS = ("password", "service_password")
NETWORKS_VERSION = "v3"

OFFER = Resource(
    product="baremetal",
    version="v1",
    path="offers",
    one="offer",
    owner="",
    filters=("billing",),
    filtered_as={"name": "", "billing": "subscription_period"},
)
OS = Resource(product="baremetal", version="v1", path="os", one="os", owner="", filtered_as={"name": ""})


def with_state(server: Item) -> Item:
    """A server with what it is doing as a whole: it is ``ready`` when it is delivered, before its system is installed."""
    status, install = server.get("status"), (server.get("install") or {}).get("status")
    moving = [
        str(option.get("status")).replace("option_status_", "")
        for option in server.get("options") or []
        if str(option.get("status")).endswith(("enabling", "disabling"))
    ]
    if status is None:
        return server
    if status == "ready" and install in ("to_install", "installing", "error"):
        return dict(server, state="error" if install == "error" else "installing")
    return dict(server, state=f"{moving[0]} an option" if status == "ready" and moving else status)


def listed(api: ResourceApi, context: Context, path: str, query: t.Optional[Item] = None) -> t.List[Item]:
    """What there is to choose from, asked for once."""
    if path not in context.memory:
        context.memory[path] = list_all(api.client, f"{api.base}/{path}", path, query)
    return t.cast(t.List[Item], context.memory[path])


def offer_of(api: ResourceApi, context: Context) -> Item:
    """The offer that was asked for. Raises InvalidInput for one that there is not, or that is sold out."""
    name, billing = str(context.params["offer"]), context.params["billing"]
    offers = [one for one in listed(api, context, "offers") if one.get("enable", True)]
    known = check_known("offer", name, {str(one["name"]) for one in offers}, "offer", api.locality)
    found = [one for one in offers if one["name"] == known and one.get("subscription_period") == billing]
    if not found:
        raise InvalidInput(f"billing: {known} cannot be had with {billing} billing in {api.locality}.")
    if found[0].get("stock") == "empty":
        raise InvalidInput(f"offer: {known} is sold out in {api.locality}.")
    return found[0]


def os_of(api: ResourceApi, context: Context, wanted: str) -> str:
    """The id of a system, given by it, by its name, or by name and version."""
    if UUID.fullmatch(wanted):
        return wanted.lower()
    named: t.Dict[str, t.Set[str]] = {}
    for one in listed(api, context, "os"):
        for text in (one["name"], f"{one['name']} {one['version']}"):
            named.setdefault(str(text), set()).add(str(one["id"]))
    idents = sorted(named[check_known("install.os", wanted, named, "system", api.locality)])
    if len(idents) > 1:
        texts = sorted(text for text, found in named.items() if len(found) == 1 and set(found) <= set(idents))
        raise InvalidInput(f"install.os: {wanted} has several versions. Choose one of: {', '.join(texts)}.")
    return idents[0]


def option_ids(api: ResourceApi, context: Context, wanted: t.Iterable[str]) -> t.Dict[str, str]:
    """The names of options, as they are spelled, with their ids."""
    ids = {str(one["name"]): str(one["id"]) for one in listed(api, context, "options") if one.get("manageable")}
    names = [check_known("options", str(name), ids, "option", api.locality) for name in wanted]
    return {name: ids[name] for name in names}


def install_of(api: ResourceApi, context: Context) -> Item:
    """What an installation is told."""
    told: Item = what_was_set(context.params["install"])
    context.secrets.update(str(told[name]) for name in SECRETS if told.get(name))
    told["os_id"] = os_of(api, context, str(told.pop("os")))
    if "ssh_keys" in told:
        told["ssh_key_ids"] = told.pop("ssh_keys")
    return told


def shown_install(install: Item) -> Item:
    return {name: value for name, value in install.items() if name not in SECRETS}


def planned(api: ResourceApi, context: Context, plan: Plan) -> Plan:
    """What only the lists of the zone can tell: offer, system, and options by name; then the private networks."""
    if plan.after is None:
        return plan
    new = any(isinstance(step, Request) and step.purpose == "create" for step in plan.requests)
    plan = ordered(api, context, plan) if new else changed(api, context, plan)
    return with_networks(api, context, plan, NETWORKS_VERSION)


def ordered(api: ResourceApi, context: Context, plan: Plan) -> Plan:
    """A new server: one order for all of it."""
    offer = offer_of(api, context)
    more: Item = {"offer_id": offer["id"]}
    after = dict(plan.after or {}, offer_id=offer["id"], offer_name=offer["name"])
    if context.params.get("install"):
        more["install"] = install_of(api, context)
        after["install"] = shown_install(more["install"])
    if context.params.get("options"):
        more["option_ids"] = sorted(option_ids(api, context, context.params["options"]).values())
    requests: t.List[t.Union[Request, Step]] = []
    for step in plan.requests:
        if isinstance(step, Request) and step.purpose == "create":
            body = {name: value for name, value in (step.body or {}).items() if name != "offer"}
            step = step._replace(body=dict(body, **more))
        requests.append(step)
    return Plan(plan.before, after, tuple(requests))


def changed(api: ResourceApi, context: Context, plan: Plan) -> Plan:
    """A server that is there: billing, options, and its system."""
    server, after = plan.before or {}, dict(plan.after or {})
    ident, params = str(server["id"]), context.params
    requests: t.List[t.Union[Request, Step]] = []
    if params.get("offer"):
        requests += rebilled(api, context, server, after)
    if params.get("options") is not None:
        wanted = option_ids(api, context, params["options"])
        there = {str(one["name"]): str(one["id"]) for one in server.get("options") or [] if one.get("manageable")}
        come = {name: option for name, option in wanted.items() if name not in there}
        gone = {name: option for name, option in there.items() if name not in wanted}
        requests += [Request("POST", (ident, "options", come[name]), {}) for name in sorted(come)]
        requests += [Request("DELETE", (ident, "options", gone[name])) for name in sorted(gone)]
        kept = [one for one in server.get("options") or [] if one.get("name") not in gone]
        after["options"] = kept + [{"id": come[name], "name": name, "manageable": True} for name in sorted(come)]
    if params.get("install"):
        requests += reinstalled(api, context, server, after)
    return Plan(plan.before, after, (*plan.requests, *requests))


def rebilled(api: ResourceApi, context: Context, server: Item, after: Item) -> Steps:
    """Hourly billing can become monthly, and not the other way round."""
    offers = {str(one["id"]): one for one in listed(api, context, "offers")}
    offer, wanted = offers.get(str(server.get("offer_id"))) or {}, context.params["billing"]
    billing = offer.get("subscription_period")
    if billing in (None, wanted):
        return []
    if wanted == "hourly":
        raise InvalidInput(f"billing: the server {server.get('name')} has monthly billing, which cannot become hourly.")
    after["offer_id"] = offer.get("monthly_offer_id")
    return [Request("POST", (str(server["id"]), "migrate-offer-monthly"), {})]


def reinstalled(api: ResourceApi, context: Context, server: Item, after: Item) -> Steps:
    """An installation deletes what is on the disks: it takes an explicit word."""
    wanted, there = install_of(api, context), server.get("install") or {}
    names = ("os_id", "hostname", "partitioning_schema")
    differing = [name for name in names if name in wanted and there.get(name) != wanted[name]]
    reinstall = context.params["reinstall"]
    if not differing and reinstall != "always":
        return []
    if reinstall == "never":
        told = " and ".join(f"{name} is {there.get(name)!r}" for name in differing)
        raise InvalidInput(
            f"install: of the server {server.get('name')} ({server['id']}) {told}, and something else was asked for. To "
            "install it anew, which deletes what is on its disks, set reinstall to changed."
        )
    after["install"] = dict(there, **shown_install(wanted))
    return [Request("POST", (str(server["id"]), "install"), wanted)]


def powered(item: Item, on: bool) -> Steps:
    return act("start", boot_type="normal")(item, on) if on else [Request("POST", (ITEM, "stop"), {})]


def encoded(value: t.Any, option: str) -> str:
    """Cloud-init is kept in base64."""
    return base64.b64encode(str(value).encode()).decode()


SERVER = Resource(
    product="baremetal",
    version="v1",
    path="servers",
    one="server",
    filters=("name", "tags"),
    fields=("name", "description", "tags", "protected", "cloud_init", "offer", "powered"),
    not_fields=("billing", "install", "reinstall", "options", "private_networks"),
    needed=("name", "offer"),
    create_only=("offer",),
    rename={"cloud_init": "user_data"},
    convert={"cloud_init": encoded},
    compare={"tags": same_set, "offer": same_ignoring_case},
    references={"install.ssh_keys": SSH_KEY, "private_networks": PRIVATE_NETWORK},
    shown_as={
        "offer": Shown("offer_name", lambda name: name, lambda name: name),
        "powered": Shown("status", lambda status: status != "stopped", lambda on: "ready" if on else "stopped"),
    },
    defaults={"description": "", "tags": [], "protected": False},
    sent_defaults=("description", "protected"),
    actions={"powered": powered},
    set_later=("powered",),
    more=planned,
    read_as=with_state,
    volatile=("ping_status",),
    status="state",
    steady=("ready", "stopped"),
    failed=("error", "locked", "out_of_stock", "unknown"),
    lingers=True,
    leaving=("deleting",),
)
