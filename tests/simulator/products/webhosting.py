# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Web Hosting of webhosting/v1: offers and hostings."""

from __future__ import annotations

from typing import Any

from ..errors import invalid, untyped
from ..kinds import Body, Field, Kind, Place
from ..store import PROJECT, Entry, Store

CREATE = 0.2  # seconds; a hundredth of what the real one takes
OFFERS = {
    "5fb20315-3661-4b4f-8884-94f29dc05d0d": "mini",
    "b88b9cf9-7f35-4d36-aa4c-0de8cf301f87": "essential",
    "a1b20315-3661-4b4f-8884-94f29dc05d0e": "premium",
}
SUMMARY = (
    *("id", "project_id", "status", "protected", "region", "created_at", "updated_at", "domain", "dns_status"),
    *("domain_status", "domain_info"),
)


def offer(ident: str, region: str) -> Body:
    return {
        "id": ident,
        "name": OFFERS[ident],
        "billing_operation_path": f"/webhosting/{OFFERS[ident]}/{region}",
        "options": [],
        "available": True,
        "control_panel_name": "cpanel",
        "end_of_life": False,
        "quota_warning": "unknown_warning",
        "control_panels": [],
        "commitments": [],
        "region": region,
        "price": {"currency_code": "EUR", "units": 9, "nanos": 990_000_000},
    }


def check(store: Store, place: Place, body: Body) -> None:
    if body["offer_id"] not in OFFERS:
        raise invalid({"offer_id": ("constraint", "offer is unknown")})
    if any(one.data["domain"] == body["domain"] for one in store.entries(HOSTING, place.locality)):
        raise untyped(409, "domain is already in use")


def new_hosting(store: Store, place: Place, body: Body) -> Body:
    now = store.clock.zulu()
    unknown = "unknown_status"
    custom = {"domain": body["domain"], "domain_status": unknown, "dns_status": unknown, "auto_config_domain_dns": None}
    return {
        "project_id": body.get("project_id") or PROJECT,
        "status": "delivering",
        "tags": body.get("tags") or [],
        "ipv4": "",
        "protected": False,
        "region": place.locality,
        "created_at": now,
        "updated_at": now,
        "domain": body["domain"],
        "offer": offer(body["offer_id"], place.locality),
        "platform": None,
        "dns_status": unknown,
        "domain_status": unknown,
        "domain_info": {"subdomain": f"{body.get('subdomain') or 'simulated'}.scw.site", "custom_domain": custom},
        "user": {
            "username": "cpe0004206",
            "contact_email": body["email"],
            "one_time_password": "First-Password-1",
            "one_time_password_b64": "Rmlyc3QtUGFzc3dvcmQtMQ==",
        },
    }


def made(store: Store, place: Place, entry: Entry, body: Body) -> None:
    status = "error" if "hosting" in store.mishaps else "ready"
    store.soon(entry, CREATE, {"status": status, "ipv4": "192.0.2.80", "dns_status": "invalid"})


def may_change(store: Store, entry: Entry, change: Body) -> None:
    if "email" in change:
        change["user"] = {**entry.data["user"], "contact_email": change.pop("email")}
    if "offer_id" in change:
        change["offer"] = offer(change.pop("offer_id"), entry.locality)
        entry.change({"status": "updating"})
        store.soon(entry, CREATE, {"status": "ready"})


def may_go(store: Store, entry: Entry) -> None:
    if entry.data["protected"]:
        raise untyped(412, "the hosting is protected")


def summary(data: Body) -> Body:
    return {**{name: data[name] for name in SUMMARY}, "offer_name": data["offer"]["name"]}


def offers(store: Store, place: Place, query: Any) -> tuple[str, Any]:
    return "offers", [offer(ident, place.locality) for ident in OFFERS]


HOSTING = Kind(
    key="webhosting.hosting",
    product="webhosting",
    version="v1",
    path="hostings",
    one="hosting",
    many="hostings",
    resource="hosting",
    scope="region",
    fields={
        "offer_id": Field(str, required=True, update=True),
        "email": Field(str, required=True, update=True),
        "domain": Field(str, required=True),
        "tags": Field(list, update=True),
        "protected": Field(bool, update=True),
        "subdomain": Field(str),
        "language": Field(str),
        "skip_welcome_email": Field(bool),
        "project_id": Field(str),
    },
    substring_filters=("domain",),
    exact_filters=("project_id", "organization_id"),
    new=new_hosting,
    check=check,
    made=made,
    may_change=may_change,
    may_go=may_go,
    listed=summary,
    leaves_as={"status": "deleting"},
    deleted=200,
    missing="hosting not found",
)
KINDS = (HOSTING,)
CATALOGS = {("webhosting", "offers"): ("v1", offers)}
