# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""File storage: the file systems of file/v1alpha1, which servers of the region attach."""

from __future__ import annotations

from ..errors import invalid, precondition
from ..kinds import Body, Field, Kind, Place
from ..store import ORGANIZATION, PROJECT, Entry, Store

CREATE = 0.2  # seconds; a twentieth of what the real one takes
SMALLEST = 100_000_000_000


def new_file_system(store: Store, place: Place, body: Body) -> Body:
    now = store.clock.zulu()
    return {
        "name": body["name"],
        "size": body["size"],
        "status": "creating",
        "project_id": body.get("project_id") or PROJECT,
        "organization_id": ORGANIZATION,
        "tags": body.get("tags") or [],
        "number_of_attachments": 0,
        "region": place.locality,
        "created_at": now,
        "updated_at": now,
        "filesystem_type_id": "",
    }


def check(store: Store, place: Place, body: Body) -> None:
    if body["size"] < SMALLEST:
        raise invalid({"size": ("constraint", f"value must be at least {SMALLEST}")})


def made(store: Store, place: Place, entry: Entry, body: Body) -> None:
    store.soon(entry, CREATE, {"status": "available"})


def may_change(store: Store, entry: Entry, change: Body) -> None:
    """A larger size comes later: the answer shows the old one."""
    size = change.pop("size", None)
    if size is None:
        return
    if size < entry.data["size"]:
        raise invalid({"size": ("constraint", "a file system cannot shrink")})
    store.soon(entry, CREATE, {"size": size, "status": "available"})
    entry.change({"status": "updating"})


def may_go(store: Store, entry: Entry) -> None:
    if entry.data["number_of_attachments"]:
        raise precondition("resource_still_in_use", "the file system is attached")


FILE_SYSTEM = Kind(
    key="file.filesystem",
    product="file",
    version="v1alpha1",
    path="filesystems",
    one="filesystem",
    many="filesystems",
    resource="filesystem",
    scope="region",
    fields={
        "name": Field(str, required=True, update=True),
        "size": Field(int, required=True, update=True),
        "project_id": Field(str),
        "type": Field(str),
        "tags": Field(list, update=True),
    },
    exact_filters=("project_id", "organization_id"),
    new=new_file_system,
    check=check,
    made=made,
    may_change=may_change,
    may_go=may_go,
)
KINDS = (FILE_SYSTEM,)


def attached(store: Store, zone: str, ident: str, change: int) -> None:
    """A server of the zone attached it, or let go of it."""
    entry = store.named(FILE_SYSTEM.key, zone.rpartition("-")[0], ident)
    if entry is not None:
        entry.change({"number_of_attachments": max(0, entry.data["number_of_attachments"] + change)})
