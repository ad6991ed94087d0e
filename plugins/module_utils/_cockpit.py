# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""The resources of Cockpit, for the modules that manage, list or name them (api/resources.json, cockpit.v1)."""

from __future__ import annotations

import typing as t

from ._api import ResourceApi
from ._choices import check_known
from ._compare import same_set
from ._context import Context
from ._errors import InvalidInput
from ._paging import list_all
from ._plan import Plan
from ._resource import Item, Request, Resource, Step, Steps
from ._values import email_of

CONTACTS = "alert-manager/contact-points"


def days(value: t.Any, option: str) -> int:
    """How long something is kept. Raises :class:`InvalidInput`."""
    if int(value) < 1:
        raise InvalidInput(f"{option}: {value} is no number of days. Give 1 or more.")
    return int(value)


SOURCE = Resource(
    product="cockpit",
    version="v1",
    path="data-sources",
    one="data_source",
    scope="region",
    identity=("name", "type"),
    alternatives=(("name",),),
    filters=("type",),
    filtered_as={"name": "", "type": "types"},
    needed=("name", "type"),
    create_only=("type",),
    convert={"retention_days": days},
    settles=True,
    reread=True,
    volatile=("current_month_usage",),
)


def new_token(fields: Item) -> Item:
    """The body of a creation calls the scopes otherwise."""
    return {"token_scopes" if name == "scopes" else name: value for name, value in fields.items()}


TOKEN = Resource(
    product="cockpit",
    version="v1",
    path="tokens",
    one="token",
    scope="region",
    filters=(),
    filtered_as={"name": ""},
    needed=("name", "scopes"),
    create_only=("name", "scopes"),
    creation=new_token,
    compare={"scopes": same_set},
    given_once=("secret_key",),
    secret=("secret_key",),
    read_as=lambda item: {name: value for name, value in item.items() if value or name != "secret_key"},
)


def contact(email: t.Any, resolved: t.Any, option: str) -> Item:
    return {"email": email_of(email, option), "send_resolved_notifications": bool(resolved)}


def contacts(points: t.Any, option: str) -> t.List[Item]:
    """Contact points in one order. Raises :class:`InvalidInput` for an address that is none, or given twice."""
    wanted = [
        contact(point["email"], point["send_resolved_notifications"], f"{option}[{number}].email")
        for number, point in enumerate(points)
    ]
    for point in wanted:
        if len([other for other in wanted if other["email"] == point["email"]]) > 1:
            raise InvalidInput(f"{option}: {point['email']} is given twice.")
    return sorted(wanted, key=lambda point: str(point["email"]))


def listed(api: ResourceApi, path: str, key: str, **query: t.Any) -> t.List[Item]:
    owner, owner_id = api.owner
    return list_all(
        api.client, f"{api.base}/{path}", key, dict(query, **{owner: owner_id}), api.endpoint.page_size_name
    )


def rules_of(api: ResourceApi) -> t.Dict[str, Item]:
    """The alerts that Scaleway has prepared, by name."""
    return {str(rule["name"]): rule for rule in listed(api, "alerts", "alerts", is_preconfigured="true")}


def with_contacts_and_alerts(api: ResourceApi, item: Item) -> Item:
    if not item.get("alert_manager_enabled"):
        return item
    points = [
        {"email": point["email"]["to"], "send_resolved_notifications": point["send_resolved_notifications"]}
        for point in listed(api, CONTACTS, "contact_points")
        if point.get("email")
    ]
    on = [name for name, rule in rules_of(api).items() if rule.get("rule_status") in ("enabled", "enabling")]
    return dict(
        item, contact_points=sorted(points, key=lambda point: str(point["email"])), preconfigured_alerts=sorted(on)
    )


def set_contacts(item: Item, wanted: t.Any) -> Steps:
    def run(api: ResourceApi, item: Item) -> None:
        there = {point["email"]: point for point in item.get("contact_points") or []}
        for point in wanted:
            before = there.pop(point["email"], None)
            if before != point:
                body = dict(point, email={"to": point["email"]}, project_id=item["project_id"])
                api.act(Request("PATCH" if before else "POST", path=CONTACTS, body=body))
        for email in there:
            body = {"email": {"to": email}, "project_id": item["project_id"]}
            api.act(Request("POST", path=f"{CONTACTS}/delete", body=body))

    return [Step("set the contact points", run)]


def set_alerts(item: Item, wanted: t.Any) -> Steps:
    def run(api: ResourceApi, item: Item) -> None:
        there = item.get("preconfigured_alerts") or []
        known = rules_of(api)
        for verb, names in (
            ("enable", [name for name in wanted if name not in there]),
            ("disable", [name for name in there if name not in wanted]),
        ):
            if names:
                ids = [known[name]["preconfigured_data"]["preconfigured_rule_id"] for name in names]
                body = {"project_id": item["project_id"], "rule_ids": ids}
                api.act(Request("POST", path=f"alert-manager/{verb}-alert-rules", body=body))

    return [Step("set the preconfigured alerts", run)]


def check_alerts(api: ResourceApi, context: Context, plan: Plan) -> None:
    wanted = context.params.get("preconfigured_alerts")
    known = rules_of(api) if wanted else {}
    for number, name in enumerate(wanted or []):
        check_known(f"preconfigured_alerts[{number}]", name, known, "preconfigured alert", api.locality)


ALERT_MANAGER = Resource(
    product="cockpit",
    version="v1",
    path="alert-manager",
    create_path="alert-manager/enable",
    one="alert_manager",
    many="alert_managers",
    scope="region",
    singleton=True,
    identity=(),
    nameless=True,
    convert={"contact_points": contacts},
    compare={"preconfigured_alerts": same_set},
    actions={"contact_points": set_contacts, "preconfigured_alerts": set_alerts},
    set_later=("contact_points", "preconfigured_alerts"),
    deletion=lambda item, params: [
        Request("POST", body={"project_id": item["project_id"]}, purpose="delete", path="alert-manager/disable")
    ],
    check=check_alerts,
    checks_place=True,
    completed=with_contacts_and_alerts,
    nothing=lambda item: not item.get("alert_manager_enabled"),
    defaults={"alert_manager_enabled": True},
    settles=True,
)
