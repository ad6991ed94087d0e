# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""The resources of Key Manager (api/resources.json, key_manager.v1alpha1)."""

from __future__ import annotations

import base64
import binascii
import typing as t
from datetime import datetime

from ._api import ResourceApi
from ._compare import same_set
from ._context import Context
from ._errors import InvalidInput
from ._plan import Plan, placed
from ._protection import protection, unprotected_first
from ._resource import CREATED, ITEM, Item, Request, Resource, Shown, Steps
from ._values import duration

PENDING = "pending_key_material"


def set_only(value: t.Any, option: str) -> Item:
    """A dict without the keys that were not set."""
    return {name: item for name, item in value.items() if item is not None}


def rotation(value: t.Any, option: str) -> Item:
    """When a key is renewed, in the API's spelling."""
    policy = set_only(value, option)
    if not policy:
        raise InvalidInput(f"{option}: set rotation_period or next_rotation_at. A policy cannot be taken from a key.")
    if "rotation_period" in policy:
        policy["rotation_period"] = duration(policy["rotation_period"], f"{option}.rotation_period")
    if "next_rotation_at" in policy and moment(policy["next_rotation_at"]) is None:
        raise InvalidInput(
            f"{option}.next_rotation_at: {policy['next_rotation_at']!r} is no time, like 2030-01-01T00:00:00Z."
        )
    return policy


def moment(text: t.Any) -> t.Optional[float]:
    """A time as seconds, None when it is no time with a zone."""
    plain = str(text).strip().replace("Z", "+00:00")
    try:
        found = datetime.fromisoformat(plain)
    except ValueError:
        return None
    return found.timestamp() if found.tzinfo else None


def same_rotation(wanted: Item, current: t.Any) -> bool:
    """Whether what was asked for is so. A time may be spelled in several ways."""
    there = current or {}
    if "rotation_period" in wanted and wanted["rotation_period"] != there.get("rotation_period"):
        return False
    return "next_rotation_at" not in wanted or moment(wanted["next_rotation_at"]) == moment(
        there.get("next_rotation_at")
    )


def whole_rotation(change: Item, key: Item) -> Item:
    """The API takes a policy as a whole, and finds the next time by itself when the period changes."""
    policy = change.get("rotation_policy")
    if policy is None or "rotation_period" in policy:
        return change
    there = (key.get("rotation_policy") or {}).get("rotation_period")
    return dict(change, rotation_policy=dict({"rotation_period": there} if there else {}, **policy))


def made(fields: Item) -> Item:
    """The body of a new key."""
    kept = {name: value for name, value in fields.items() if name != "protected"}
    return dict(kept, unprotected=not fields.get("protected", True))


def switched(key: Item, value: t.Any) -> Steps:
    return [Request("POST", (ITEM, "enable" if value else "disable"), {})]


def with_next_rotation(plan: Plan, context: Context) -> Item:
    """What a plan leads to: when a key is rotated next follows from another period, and is not known before."""
    after = dict(plan.after or {})
    policy, former = after.get("rotation_policy"), (plan.before or {}).get("rotation_policy")
    if policy and policy != former and not (context.params.get("rotation_policy") or {}).get("next_rotation_at"):
        after["rotation_policy"] = {name: value for name, value in policy.items() if name != "next_rotation_at"}
    return after


def with_material(api: ResourceApi, context: Context, plan: Plan) -> Plan:
    """The plan with the import of what an external key consists of, where it lacks that."""
    if plan.after is None:
        return plan
    after, material = with_next_rotation(plan, context), context.params.get("key_material")
    fresh = any(request.purpose == "create" for request in plan.requests)
    if fresh and after.get("origin") == "external":
        after["state"] = PENDING
    if not material or after.get("state") != PENDING:
        return plan._replace(after=after)
    try:
        base64.b64decode(material, validate=True)
    except (binascii.Error, ValueError):
        raise InvalidInput("key_material: what is given is no base64.") from None
    steps = [Request("POST", (ITEM, "import-key-material"), {"key_material": material})]
    item = dict(after, **{api.resource.key: CREATED}) if fresh else after
    after["state"] = "enabled"
    return plan._replace(after=after, requests=(*plan.requests, *placed(api.resource, item, steps)))


KEY = Resource(
    product="key-manager",
    version="v1alpha1",
    path="keys",
    one="key",
    many="key_manager_keys",  # "keys" is what every dictionary has in a template
    list_key="keys",
    scope="region",
    needed=("name", "usage"),
    create_only=("usage", "origin"),
    rename={"enabled": "state"},
    not_fields=("key_material",),
    convert={"usage": set_only, "rotation_policy": rotation},
    shown_as={
        "state": Shown("state", lambda state: state == "enabled", lambda on: "enabled" if on else "disabled"),
    },
    compare={"tags": same_set, "rotation_policy": same_rotation},
    creation=made,
    change=whole_rotation,
    actions={"protected": protection, "state": switched},
    set_later=("state",),
    deletion=unprotected_first("key"),
    more=with_material,
    defaults={
        "description": None,
        "state": "enabled",
        "protected": True,
        "locked": False,
        "tags": [],
        "origin": "scaleway_kms",
        "rotation_policy": None,
        "deletion_requested_at": None,
    },
    gone=("scheduled_for_deletion",),
    volatile=("rotation_count", "rotated_at"),
)
