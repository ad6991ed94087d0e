# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Key Manager: the keys of key-manager/v1alpha1 and what is done to them. Nothing is encrypted here."""

from __future__ import annotations

import re
from typing import Any

from ..errors import invalid, precondition
from ..kinds import Answer, Body, Call, Field, Kind, Place
from ..store import PROJECT, Entry, Store

USAGES = ("symmetric_encryption", "asymmetric_encryption", "asymmetric_signing")


def policy(store: Store, told: Body | None) -> Body | None:
    """A policy as it is kept: the next time follows from the period."""
    if not told:
        return None
    text = str(told.get("rotation_period") or "")
    if not re.fullmatch(r"[0-9]+(\.[0-9]+)?s", text):
        raise invalid({"rotation_policy.rotation_period": ("format", "is no duration")})
    period = float(text[:-1])
    return {
        "rotation_period": f"{period:.0f}s",
        "next_rotation_at": told.get("next_rotation_at") or store.clock.zulu(period),
    }


def new_key(store: Store, place: Place, body: Body) -> Body:
    now = store.clock.zulu()
    usage = {name: value for name, value in (body.get("usage") or {}).items() if value is not None}
    if len(usage) != 1 or set(usage) - set(USAGES):
        raise invalid({"usage": ("constraint", "exactly one usage must be set")})
    external = body.get("origin") == "external"
    return {
        "project_id": body.get("project_id") or PROJECT,
        "name": body.get("name") or "key-simulated",
        "usage": usage,
        "state": "pending_key_material" if external else "enabled",
        "rotation_count": 0 if external else 1,
        "created_at": now,
        "updated_at": now,
        "protected": not body.get("unprotected"),
        "locked": False,
        "description": body.get("description"),
        "tags": body.get("tags") or [],
        "rotated_at": None if external else now,
        "rotation_policy": policy(store, body.get("rotation_policy")),
        "origin": "external" if external else "scaleway_kms",
        "deletion_requested_at": None,
        "protection_level": "software",
        "region": place.locality,
    }


def change_key(store: Store, entry: Entry, change: Body) -> None:
    usable(entry)
    if "rotation_policy" in change:
        change["rotation_policy"] = policy(store, change["rotation_policy"])


def usable(entry: Entry) -> None:
    if entry.data["state"] == "scheduled_for_deletion":
        raise precondition("resource_not_usable", "the key is scheduled for deletion")


def delete_key(store: Store, entry: Entry, query: Any) -> None:
    """It stays, marked: it can be restored for some days (findings, section 7)."""
    if entry.data["protected"]:
        raise precondition("protected_resource", "cannot delete a protected key")
    now = store.clock.zulu()
    entry.change({"state": "scheduled_for_deletion", "deletion_requested_at": now, "updated_at": now})


def changed(store: Store, entry: Entry, changes: Body) -> Answer:
    usable(entry)
    entry.change({**changes, "updated_at": store.clock.zulu()})
    return Answer(200, entry.data)


def switch(store: Store, entry: Entry, call: Call, state: str) -> Answer:
    if entry.data["state"] == "pending_key_material":
        raise precondition("resource_not_usable", "the key has no material")
    return changed(store, entry, {"state": state})


def rotate(store: Store, entry: Entry, call: Call) -> Answer:
    return changed(store, entry, {"rotation_count": entry.data["rotation_count"] + 1, "rotated_at": store.clock.zulu()})


def import_material(store: Store, entry: Entry, call: Call) -> Answer:
    if entry.data["state"] != "pending_key_material":
        raise precondition("resource_not_usable", "the key has material")
    if not call.body.get("key_material"):
        raise invalid({"key_material": ("required", "required key not provided")})
    return changed(store, entry, {"state": "enabled", "rotation_count": 1, "rotated_at": store.clock.zulu()})


def delete_material(store: Store, entry: Entry, call: Call) -> Answer:
    if entry.data["origin"] != "external":
        raise precondition("resource_not_usable", "the material is not external")
    changed(store, entry, {"state": "pending_key_material", "rotation_count": 0})
    return Answer(204)


def restore(store: Store, entry: Entry, call: Call) -> Answer:
    entry.change({"state": "enabled", "deletion_requested_at": None})
    return Answer(200, entry.data)


def is_scheduled(data: Body, values: list[str]) -> bool:
    return bool(data["state"] == "scheduled_for_deletion") == (values[0].lower() == "true")


def is_for(data: Body, values: list[str]) -> bool:
    return values == ["unknown_usage"] or values[0] in data["usage"]


KEY = Kind(
    key="key_manager.key",
    product="key-manager",
    version="v1alpha1",
    path="keys",
    one="key",
    many="keys",
    resource="key",
    scope="region",
    fields={
        "name": Field(str, update=True),
        "project_id": Field(str),
        "usage": Field(dict, required=True),
        "description": Field(str, update=True),
        "tags": Field(list, update=True),
        "rotation_policy": Field(dict, update=True),
        "unprotected": Field(bool),
        "origin": Field(str, choices=("unknown_origin", "scaleway_kms", "external")),
    },
    exact_filters=("project_id",),
    filters={"scheduled_for_deletion": is_scheduled, "usage": is_for},
    new=new_key,
    may_change=change_key,
    delete=delete_key,
    parts={
        "protect": lambda store, entry, call: changed(store, entry, {"protected": True}),
        "unprotect": lambda store, entry, call: changed(store, entry, {"protected": False}),
        "enable": lambda store, entry, call: switch(store, entry, call, "enabled"),
        "disable": lambda store, entry, call: switch(store, entry, call, "disabled"),
        "rotate": rotate,
        "import-key-material": import_material,
        "delete-key-material": delete_material,
        "restore": restore,
    },
)
KINDS = (KEY,)
