# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Billing: consumption and invoices of v2beta1, budgets of v2; and the events of audit-trail/v1alpha1."""

from __future__ import annotations

from ..kinds import Answer, Body, Call, Field, Kind, Place
from ..store import ORGANIZATION, PROJECT, Store

MONTHS = ("2026-02", "2026-01")  # those that were invoiced
LINES = (
    ("Compute", "DEV1-M", "/compute/dev1_m/run_par1", "minute", 2),
    ("Compute", "Dynamic IP", "/ip/dynamic", "ip_minute", 0),
    ("Managed Databases", "RED1-XS", "/storage/redis/main-node/RED1-XS/fr-par-1", "node_minute", 252),
)


def money(units: int, nanos: int = 0) -> Body:
    return {"currency_code": "EUR", "units": units, "nanos": nanos}


def consumptions(store: Store, place: Place, call: Call) -> Answer:
    wanted = call.query.get("category_name")
    found = [
        {
            "value": money(euros, 420_000_000),
            "product_name": name,
            "resource_name": f"{name} - FR-PAR",
            "sku": sku,
            "project_id": PROJECT,
            "category_name": category,
            "unit": unit,
            "billed_quantity": "22",
        }
        for category, name, sku, unit, euros in LINES
        if wanted in (None, "", category)
    ]
    answer = {"consumptions": found, "total_count": len(found), "total_discount_untaxed_value": 0.0}
    return Answer(200, {**answer, "updated_at": store.clock.zulu()})


def invoices(store: Store, place: Place, call: Call) -> Answer:
    found = [
        {
            "id": f"4dea1dad-a88c-4f6d-b0e3-dd2b47e3200{number}",
            "organization_id": ORGANIZATION,
            "organization_name": "simulated",
            "number": 1000 - number,
            "type": "periodic",
            "state": "paid",
            "seller_name": "Scaleway SAS",
            "billing_period": f"{month}-01T00:00:00Z",
            "start_date": f"{month}-01T00:00:00Z",
            "stop_date": f"{month}-28T00:00:00Z",
            "issued_date": f"{month}-28T10:00:00Z",
            "due_date": f"{month}-28T23:59:59Z",
            **{name: money(12) for name in ("total_untaxed", "total_taxed", "total_undiscount")},
            **{name: money(0) for name in ("total_tax", "total_discount")},
        }
        for number, month in enumerate(MONTHS)
        if call.query.get("invoice_type") in (None, "", "unknown_type", "periodic")
    ]
    return Answer(200, {"invoices": found, "total_count": len(found)})


def new_budget(store: Store, place: Place, body: Body) -> Body:
    now = store.clock.zulu()
    return {
        "organization_id": body.get("organization_id") or ORGANIZATION,
        "enabled": bool(body.get("enabled")),
        "consumption_limit": {**money(body["consumption_limit"]), "currency_code": ""},
        "alerts": [],
        "created_at": now,
        "updated_at": now,
    }


EVENTS = (
    ("secret-manager", "scaleway.secret_manager.v1beta1.Api", "CreateSecret", "secret_manager_secret", "2026-02-03"),
    ("secret-manager", "scaleway.secret_manager.v1beta1.Api", "DeleteSecret", "secret_manager_secret", "2026-02-02"),
    ("instance", "scaleway.instance.v1.Api", "ServerAction", "instance_server", "2026-02-01"),
)
NAMES = ("product_name", "service_name", "method_name", "resource_type")


def recorded(day: str) -> str:
    return f"{day}T12:06:03.593624077Z"


def events(store: Store, place: Place, call: Call) -> Answer:
    """Two of them on a page, the latest first: this list goes on with a token."""
    query = call.query
    found = [
        event(place, number, *told)
        for number, told in enumerate(EVENTS)
        if all(query.get(name) in (None, "", "unknown_type", value) for name, value in zip(NAMES, told))
        and (query.get("recorded_after") or "") <= recorded(told[-1]) <= (query.get("recorded_before") or "9")
    ]
    first = int(query.get("page_token") or 0)
    following = {"next_page_token": str(first + 2)} if len(found) > first + 2 else {}
    return Answer(200, {"events": found[first : first + 2], **following})


def event(place: Place, number: int, product: str, service: str, method: str, kind: str, day: str) -> Body:
    ident = f"bd884257-abd9-4aa0-85bc-eea53f6e540{number}"
    return {
        "id": f"019aa128-4a4a-79f8-aca4-bbc6f56db10{number}",
        "recorded_at": recorded(day),
        "locality": place.locality,
        "principal": {"id": ident},
        "organization_id": ORGANIZATION,
        "project_id": PROJECT,
        "source_ip": "203.0.113.10",
        "user_agent": "simulated",
        "product_name": product,
        "service_name": service,
        "method_name": method,
        "request_id": ident,
        "request_body": {},
        "status_code": 200,
        "resources": [{"id": ident, "type": kind, "created_at": None, "updated_at": None, "deleted_at": None}],
    }


BUDGET = Kind(
    key="billing.budget",
    product="billing",
    version="v2",
    path="budgets",
    one="budget",
    many="budgets",
    resource="Budget",
    scope="global",
    fields={
        "consumption_limit": Field(int, required=True),
        "enabled": Field(bool, update=True),
        "organization_id": Field(str),
    },
    exact_filters=("organization_id",),
    new=new_budget,
)
KINDS = (BUDGET,)
ENDPOINTS = {
    ("billing", "v2beta1", "consumptions"): consumptions,
    ("billing", "v2beta1", "invoices"): invoices,
    ("audit-trail", "v1alpha1", "events"): events,
}
