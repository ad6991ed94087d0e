# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""What an organization consumes and pays (api/resources.json, billing.v2 and v2beta1)."""

from __future__ import annotations

import re
import typing as t

from ._client import Client
from ._context import Context
from ._errors import InvalidInput
from ._info import info
from ._resource import Resource

CONSUMPTION = Resource(
    product="billing",
    version="v2beta1",
    path="consumptions",
    key="sku",
    one="consumption",
    scope="global",
    owner="organization",
    identity=(),
    filters=("billing_period", "category"),
    rename={"category": "category_name"},
)
INVOICE = Resource(
    product="billing",
    version="v2beta1",
    path="invoices",
    one="invoice",
    scope="global",
    owner="organization",
    identity=(),
    filters=("invoice_type",),
)
BUDGET = Resource(
    product="billing",
    version="v2",
    path="budgets",
    one="budget",
    scope="global",
    owner="organization",
    identity=(),
    filters=(),
)
LISTS = (CONSUMPTION, INVOICE, BUDGET)


def billing(client: Client, context: Context) -> t.Dict[str, t.Any]:
    """The lists that were asked for."""
    period = context.params.get("billing_period")
    if period and not re.fullmatch(r"[0-9]{4}-(0[1-9]|1[0-2])", period):
        raise InvalidInput(f"billing_period: {period!r} is no month. Write it like 2026-03.")
    found: t.Dict[str, t.Any] = {"changed": False}
    for resource in LISTS:
        if resource.many in context.params["gather"]:
            found.update(info(client, resource, context))
    return found
