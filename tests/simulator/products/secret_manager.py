# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Secret Manager: secrets and their versions of secret-manager/v1beta1.

The versions of a secret are kept in the object itself, with their data, and shown by their own paths only.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
import zlib
from typing import Any

from ..errors import invalid, not_found, precondition
from ..kinds import Answer, Body, Call, Field, Kind, Place
from ..store import PROJECT, Entry, Store

TYPES = ("unknown_type", "opaque", "certificate", "key_value", "basic_credentials", "database_credentials", "ssh_key")
ACTIONS = ("delete", "disable")
NAMES = ("latest", "latest_enabled")
LARGEST = 64 * 1024


def tidy_path(path: str | None) -> str:
    """A path as it is kept: it loses a slash at its end (findings, section 10)."""
    if not path:
        return "/"
    if not path.startswith("/"):
        raise invalid({"path": ("format", "a path begins with a slash")})
    return path.rstrip("/") or "/"


def policy(told: Body | None) -> Body | None:
    if told is None:
        return None
    if told.get("action") not in ACTIONS:
        raise invalid({"ephemeral_policy.action": ("constraint", "must be delete or disable")})
    lasts = told.get("time_to_live")
    return {
        "time_to_live": seconds(lasts) if lasts else None,
        "expires_once_accessed": bool(told.get("expires_once_accessed")),
        "action": told["action"],
    }


def seconds(told: str) -> str:
    """A duration as answers show it: without the zeros of its fraction."""
    if not re.fullmatch(r"[0-9]+(\.[0-9]+)?s", told):
        raise invalid({"ephemeral_policy.time_to_live": ("format", "is no duration")})
    return f"{float(told[:-1]):g}s" if "." in told and float(told[:-1]) < 1e6 else told


def taken(store: Store, locality: str, project: str, name: str, path: str, but: str = "") -> None:
    for entry in store.entries(SECRET, locality):
        data = entry.data
        same = (data["project_id"], data["name"], data["path"]) == (project, name, path) and data["id"] != but
        if same and data["deletion_requested_at"] is None:
            raise invalid({"name": ("constraint", "cannot have same secret name in same path")})


def new_secret(store: Store, place: Place, body: Body) -> Body:
    now = store.clock.zulu()
    project, path = body.get("project_id") or PROJECT, tidy_path(body.get("path"))
    taken(store, place.locality, project, body["name"], path)
    kind = body.get("type") or "unknown_type"
    return {
        "project_id": project,
        "name": body["name"],
        "status": "ready",
        "created_at": now,
        "updated_at": now,
        "tags": body.get("tags") or [],
        "version_count": 0,
        "description": body.get("description") or "",
        "managed": False,
        "type": "opaque" if kind == "unknown_type" else kind,
        "protected": bool(body.get("protected")),
        "path": path,
        "ephemeral_policy": policy(body.get("ephemeral_policy")),
        "used_by": [],
        "deletion_requested_at": None,
        "key_id": body.get("key_id"),
        "region": place.locality,
        "_versions": [],
    }


def shown(store: Store, entry: Entry) -> Body:
    return {name: value for name, value in entry.data.items() if name != "_versions"}


def change_secret(store: Store, entry: Entry, change: Body) -> None:
    if "path" in change:
        change["path"] = tidy_path(change["path"])
    if "ephemeral_policy" in change:
        change["ephemeral_policy"] = policy(change["ephemeral_policy"])
    after = {**entry.data, **change}
    taken(store, entry.locality, after["project_id"], after["name"], after["path"], but=after["id"])


def delete_secret(store: Store, entry: Entry, query: Any) -> None:
    """It stays, marked: it can be restored for some days (findings, section 7)."""
    if entry.data["protected"]:
        raise precondition("protected_resource", "cannot delete a protected secret")
    now = store.clock.zulu()
    entry.change({"deletion_requested_at": now, "updated_at": now})


def protect(store: Store, entry: Entry, call: Call) -> Answer:
    entry.change({"protected": True})
    return Answer(200, shown(store, entry))


def unprotect(store: Store, entry: Entry, call: Call) -> Answer:
    entry.change({"protected": False})
    return Answer(200, shown(store, entry))


def restore(store: Store, entry: Entry, call: Call) -> Answer:
    entry.change({"deletion_requested_at": None})
    return Answer(200, shown(store, entry))


def versions(store: Store, entry: Entry, call: Call) -> Answer:
    kept: list[Body] = entry.data["_versions"]
    if not call.rest:
        if call.method == "POST":
            return Answer(200, version_shown(add_version(store, entry, call.body)))
        status = call.query.get("status")
        found = [version_shown(one) for one in reversed(kept) if not status or one["status"] in status.split(",")]
        size, number = int(call.query.get("page_size") or 50), int(call.query.get("page") or 1)
        return Answer(200, {"versions": found[(number - 1) * size : number * size], "total_count": len(found)})
    version, (action, *_more) = named_version(entry, call.rest[0]), [*call.rest[1:], ""]
    if call.method == "GET" and action == "access":
        return Answer(200, access(store, entry, version))
    if call.method == "GET" and not action:
        return Answer(200, version_shown(version))
    now = store.clock.zulu()
    if call.method == "DELETE":
        version.update(status="scheduled_for_deletion", deletion_requested_at=now)
        return Answer(204)
    if call.method == "PATCH":
        names = ("description", "ephemeral_properties")
        version.update({name: call.body[name] for name in names if call.body.get(name) is not None}, updated_at=now)
    elif action in ("enable", "disable", "restore"):
        if (version["status"] == "scheduled_for_deletion") != (action == "restore"):
            raise precondition("resource_not_usable", f"a version that is {version['status']} cannot be {action}d")
        version.update(status="disabled" if action == "disable" else "enabled", deletion_requested_at=None)
    return Answer(200, version_shown(version))


def add_version(store: Store, entry: Entry, body: Body) -> Body:
    try:
        data = base64.b64decode(body.get("data") or "", validate=True)
    except (binascii.Error, ValueError):
        raise invalid({"data": ("format", "must be base64")}) from None
    if not data:
        raise invalid({"data": ("required", "required key not provided")})
    if len(data) > LARGEST:
        raise invalid({"data": ("constraint", "is larger than 64 KiB")})
    check_data(entry.data["type"], data)
    if body.get("data_crc32") and body["data_crc32"] != zlib.crc32(data):
        raise invalid({"data_crc32": ("constraint", "does not fit the data")})
    kept: list[Body] = entry.data["_versions"]
    for other in kept:
        other["latest"] = False
        if body.get("disable_previous") and other is kept[-1] and other["status"] == "enabled":
            other["status"] = "disabled"
    now = store.clock.zulu()
    version = {
        "revision": len(kept) + 1,
        "secret_id": entry.data["id"],
        "status": "enabled",
        "created_at": now,
        "updated_at": now,
        "deleted_at": None,
        "description": body.get("description") or "",
        "latest": True,
        "ephemeral_properties": properties(store, entry.data["ephemeral_policy"]),
        "deletion_requested_at": None,
        "region": entry.locality,
        "_data": body["data"],
        "_crc32": body.get("data_crc32"),
    }
    kept.append(version)
    entry.change({"version_count": len(kept)})
    return version


def properties(store: Store, told: Body | None) -> Body | None:
    """When a version expires that is made under a policy."""
    if told is None:
        return None
    lasts = told["time_to_live"]
    return {
        "action": told["action"],
        "expires_at": store.clock.zulu(float(lasts[:-1])) if lasts else None,
        "expires_once_accessed": told["expires_once_accessed"],
    }


def check_data(kind: str, data: bytes) -> None:
    """What a secret of this type holds is JSON of texts; opaque and others hold anything."""
    if kind not in ("key_value", "basic_credentials", "database_credentials"):
        return
    try:
        pairs = json.loads(data)
    except ValueError:
        raise invalid({"data": ("format", "is no JSON")}) from None
    if not isinstance(pairs, dict):
        raise invalid({"data": ("format", "- (root): Invalid type. Expected: object\n")})
    wrong = [name for name, value in pairs.items() if not isinstance(value, str)]
    if wrong and kind != "database_credentials":
        raise invalid({"data": ("format", f"- {wrong[0]}: Invalid type. Expected: string\n")})


def version_shown(version: Body) -> Body:
    return {name: value for name, value in version.items() if not name.startswith("_")}


def named_version(entry: Entry, name: str) -> Body:
    kept: list[Body] = entry.data["_versions"]
    if name in NAMES:
        found = [one for one in kept if name == "latest" or one["status"] == "enabled"][-1:]
    elif name.isdigit():
        found = [one for one in kept if one["revision"] == int(name)]
    else:
        raise invalid({"revision": ("format", "must be a number, latest or latest_enabled")})
    if not found:
        raise not_found("secret_version", name)
    return found[0]


def access(store: Store, entry: Entry, version: Body) -> Body:
    if version["status"] != "enabled":
        raise precondition("resource_not_usable", f"the version is {version['status']}")
    told = version["ephemeral_properties"]
    if told and told["expires_once_accessed"]:
        version["status"] = "disabled" if told["action"] == "disable" else "scheduled_for_deletion"
    return {
        "secret_id": entry.data["id"],
        "revision": version["revision"],
        "data": version["_data"],
        "data_crc32": version["_crc32"],
        "type": entry.data["type"],
    }


def is_scheduled(data: Body, values: list[str]) -> bool:
    return (data["deletion_requested_at"] is not None) == (values[0].lower() == "true")


def is_of_type(data: Body, values: list[str]) -> bool:
    return values == ["unknown_type"] or data["type"] in values


def in_path(data: Body, values: list[str]) -> bool:
    return bool(data["path"] == tidy_path(values[0]))


SECRET = Kind(
    key="secret.secret",
    product="secret-manager",
    version="v1beta1",
    path="secrets",
    one="secret",
    many="secrets",
    resource="secret",
    scope="region",
    fields={
        "name": Field(str, required=True, update=True),
        "protected": Field(bool),
        "project_id": Field(str),
        "tags": Field(list, update=True),
        "description": Field(str, update=True),
        "type": Field(str, choices=TYPES),
        "path": Field(str, update=True),
        "ephemeral_policy": Field(dict, update=True),
        "key_id": Field(str),
    },
    exact_filters=("project_id", "name"),
    filters={"scheduled_for_deletion": is_scheduled, "type": is_of_type, "path": in_path},
    new=new_secret,
    shown=shown,
    may_change=change_secret,
    delete=delete_secret,
    parts={"protect": protect, "unprotect": unprotect, "restore": restore, "versions": versions},
)
KINDS = (SECRET,)
