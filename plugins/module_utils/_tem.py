# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""The resources of Transactional Email, for the modules that manage, list or name them (api/resources.json, tem.v1alpha1)."""

from __future__ import annotations

import typing as t

from ._compare import same_set
from ._errors import InvalidInput
from ._resource import ITEM, Item, Request, Resource
from ._values import domain_name


def new_domain(fields: Item) -> Item:
    """The body of a creation calls the name otherwise."""
    return {"domain_name" if name == "name" else name: value for name, value in fields.items()}


def topic(value: t.Any, option: str) -> str:
    """The name of an SNS topic. Raises :class:`InvalidInput`."""
    if not str(value).startswith("arn:scw:sns:"):
        raise InvalidInput(f"{option}: {value!r} names no SNS topic of Scaleway: these begin with arn:scw:sns:.")
    return str(value)


DOMAIN = Resource(
    product="transactional-email",
    version="v1alpha1",
    path="domains",
    one="domain",
    scope="region",
    needed=("name",),
    create_only=("name",),
    convert={"name": domain_name},
    creation=new_domain,
    defaults={"autoconfig": False},
    sent_defaults=("autoconfig",),
    deletion=lambda item, params: [Request("POST", (ITEM, "revoke"), {}, purpose="delete")],
    status="status",
    steady=("checked", "unchecked", "invalid", "unknown"),
    failed=("locked",),
    gone=("revoked",),
    volatile=("statistics", "reputation", "next_check_at", "last_valid_at", "last_error"),
)
WEBHOOK = Resource(
    product="transactional-email",
    version="v1alpha1",
    path="webhooks",
    one="webhook",
    scope="region",
    identity=("domain", "name"),
    filters=("domain",),
    filtered_as={"name": ""},
    needed=("domain", "name", "sns_arn"),
    create_only=("domain_id",),
    rename={"domain": "domain_id"},
    references={"domain": DOMAIN},
    convert={"sns_arn": topic},
    compare={"event_types": same_set},
    defaults={"event_types": []},
)
