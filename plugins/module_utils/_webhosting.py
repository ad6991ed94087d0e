# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""Web Hosting of webhosting/v1 (api/resources.json, webhosting.v1)."""

from __future__ import annotations

from ._compare import same_set
from ._redact import MASK
from ._resource import ITEM, Item, Request, Resource, inside
from ._values import domain_name, email_of

OFFER = Resource(
    product="webhosting",
    version="v1",
    path="offers",
    one="offer",
    scope="region",
    offered=True,
    owner="",
    filtered_as={"name": ""},
)


def without_password(item: Item) -> Item:
    """The API goes on showing the first password: results do not."""
    user = item.get("user")
    if not isinstance(user, dict):
        return item
    hidden = {name: MASK for name in user if name.startswith("one_time_password") and user[name]}
    return dict(item, user=dict(user, **hidden))


HOSTING = Resource(
    product="webhosting",
    version="v1",
    path="hostings",
    one="hosting",
    scope="region",
    identity=("domain",),
    filters=("domain",),
    named_by=("domain",),
    summaries=True,
    read_as=without_password,
    needed=("domain", "offer", "email"),
    create_only=("domain", "subdomain"),
    write_only=("subdomain", "language", "skip_welcome_email"),
    rename={"offer": "offer_id"},
    convert={"domain": domain_name, "email": email_of},
    references={"offer": OFFER},
    shown_as={"offer_id": inside("offer", "id"), "email": inside("user", "contact_email")},
    compare={"tags": same_set},
    defaults={"tags": [], "protected": False},
    actions={"protected": lambda item, on: [Request("PATCH", (ITEM,), {"protected": on})]},
    set_later=("protected",),
    volatile=("dns_status", "domain_status", "domain_info", "platform", "ipv4"),
    status="status",
    steady=("ready",),
    failed=("error", "locked", "payment_failed"),
    leaving=("deleting",),
    lingers=True,
)
