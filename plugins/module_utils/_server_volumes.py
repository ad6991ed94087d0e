# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""The volumes of a server: which are asked for, which it has, and what is to be made, grown, attached, and detached."""

from __future__ import annotations

import typing as t
from dataclasses import dataclass, field

from ._block import BLOCK_VOLUME
from ._errors import Immutable, InvalidInput, NotUnique
from ._instance import VOLUME
from ._reconcile import patience, wait_steady
from ._resource import Item
from ._server_task import ServerTask
from ._settings import uuid
from ._values import size_in_bytes
from ._wait import wait_until

Volumes = t.Dict[str, Item]  # by number, as a server has them; "0" is the root volume
BLOCK = "sbs_volume"


@dataclass
class VolumeChange:
    """What is to be done about a server's volumes. ``kept`` is None when it keeps all and gets no other."""

    kept: t.Optional[Volumes] = None
    new: t.List[Item] = field(default_factory=list)
    grown: t.Dict[str, int] = field(default_factory=dict)
    """Block volumes by id, with the size that each shall have"""
    local: bool = False
    """Whether local volumes come or go: a server must be stopped for that"""


def wanted_of_new(task: ServerTask) -> Volumes:
    """What the creation of a server says of its volumes. Raises :class:`InvalidInput`."""
    params = task.params
    root = params.get("root_volume") or {}
    volumes: Volumes = {}
    if root.get("volume_type") or root.get("size"):
        volumes["0"] = {"volume_type": root.get("volume_type") or BLOCK}
        if root.get("size"):
            volumes["0"]["size"] = size_in_bytes(root["size"], "root_volume.size")
    for position, asked in enumerate(params.get("additional_volumes") or []):
        found = existing(task, asked, position)
        volumes[str(position + 1)] = reference(found) if found else new_volume(asked, position)
    return volumes


def compare_volumes(task: ServerTask, server: Item) -> VolumeChange:
    """What differs. Raises :class:`Immutable` for a size or kind that cannot be had in place."""
    change = VolumeChange()
    root, asked = task.params.get("root_volume") or {}, task.params.get("additional_volumes")
    there = held_volumes(task, server, root, asked or [])
    if "0" in there:
        _compare_root(server, root, there["0"], change)
    if asked is None:
        return change
    further = {number: volume for number, volume in there.items() if number != "0"}
    kept = {number: volume for number, volume in there.items() if number == "0"}
    for position, volume in enumerate(asked):
        number = next((n for n, found in further.items() if is_same(volume, found)), None)
        if number is not None:
            option = f"additional_volumes[{position}].size"
            _compare_size(server, volume.get("size"), option, further[number], change)
            kept[number] = further.pop(number)
            continue
        found = existing(task, volume, position)
        if found:
            kept[free_number(there, kept)] = found
        else:
            change.new.append(new_volume(volume, position))
    if not task.params["purge_volumes"]:
        kept.update(further)
    if {volume["id"] for volume in kept.values()} != {volume["id"] for volume in there.values()}:
        change.kept = kept
    before = list(there.values())
    coming = [volume for volume in [*kept.values(), *change.new] if volume not in before]
    going = [volume for volume in before if volume not in kept.values()]
    change.local = any(volume.get("volume_type") != BLOCK for volume in coming + going)
    return change


def held_volumes(task: ServerTask, server: Item, root: Item, asked: t.List[Item]) -> Volumes:
    """A server's volumes with names and sizes. Of those of block storage it shows only ids: block storage is asked for
    the rest when it matters, at once for all."""
    there: Volumes = {number: dict(volume) for number, volume in (server.get("volumes") or {}).items()}
    remote = {volume["id"]: volume for volume in there.values() if volume.get("volume_type") == BLOCK}
    by_name = any(volume.get("name") and not volume.get("id") and volume["volume_type"] == BLOCK for volume in asked)
    by_size = any(volume.get("size") for volume in [root, *asked])
    if remote and (by_name or by_size):
        for item in task.of(BLOCK_VOLUME).list({"product_resource_id": str(server["id"])}):
            if item["id"] in remote:
                remote[item["id"]].update(name=item.get("name"), size=item.get("size"))
    return there


def _compare_root(server: Item, wanted: Item, held: Item, change: VolumeChange) -> None:
    kind = wanted.get("volume_type")
    if kind and kind != held.get("volume_type"):
        raise _fixed(server, "root_volume.volume_type", held.get("volume_type"), kind)
    _compare_size(server, wanted.get("size"), "root_volume.size", held, change)


def _compare_size(server: Item, text: t.Any, option: str, held: Item, change: VolumeChange) -> None:
    size = size_in_bytes(text, option) if text else held.get("size")
    if not size or not held.get("size") or size == held["size"]:
        return
    if size < held["size"] or held.get("volume_type") != BLOCK:
        raise _fixed(server, option, f"{held['size'] / 1e9:g} GB", f"{size / 1e9:g} GB")
    change.grown[str(held["id"])] = size


def _fixed(server: Item, option: str, has: t.Any, wanted: t.Any) -> Immutable:
    return Immutable(
        f"{option}: the server {server.get('name')} ({server['id']}) has {has} and {wanted} was asked for. Only volumes of "
        "block storage can change, and only grow: ask for what it has, or delete the server and create it anew.",
        server=server,
    )


def existing(task: ServerTask, asked: Item, position: int) -> t.Optional[Item]:
    """The volume that is asked for by id, or by a name that there is already.

    Raises :class:`InvalidInput` for an id that there is not, :class:`NotUnique`.
    """
    option = f"additional_volumes[{position}]"
    if asked.get("id"):
        return _of_id(task, uuid(asked["id"], f"{option}.id"), f"{option}.id")
    if not asked.get("name"):
        raise InvalidInput(f"{option}: id or name must be set, to tell the volume from others.")
    api = task.of(_kind(asked))
    owner, owner_id = api.owner
    query = {"name": asked["name"], **({owner: owner_id} if owner_id else {})}
    found = [item for item in api.list(query) if item.get("name") == asked["name"]]
    if len(found) > 1:
        ids = ", ".join(sorted(str(item["id"]) for item in found))
        raise NotUnique(f"{option}.name: {len(found)} volumes are named {asked['name']!r}: {ids}. Give the id.")
    if not found:
        return None
    return {"volume_type": asked["volume_type"], **{name: found[0].get(name) for name in ("id", "name", "size")}}


def _of_id(task: ServerTask, ident: str, option: str) -> Item:
    """A volume by id: it may be in block storage or not, whatever the task says."""
    if not task.client.settings.classic:
        remote = task.of(BLOCK_VOLUME).get(ident)
        if remote:
            return {"id": ident, "name": remote.get("name"), "size": remote.get("size"), "volume_type": BLOCK}
    local = task.of(VOLUME).get(ident)
    if local is None:
        raise InvalidInput(f"{option}: there is no volume {ident} in {task.client.settings.zone}.")
    return {name: local.get(name) for name in ("id", "name", "size", "volume_type")}


def is_same(asked: Item, found: Item) -> bool:
    """Whether a volume of a server is the one that was asked for."""
    if asked.get("id"):
        return bool(asked["id"] == found["id"])
    kind = BLOCK if found.get("volume_type") == BLOCK else "local"
    return bool(
        asked.get("name") == found.get("name") and kind == (BLOCK if asked["volume_type"] == BLOCK else "local")
    )


def new_volume(asked: Item, position: int) -> Item:
    """A volume to be made. Raises :class:`InvalidInput` when it has no size."""
    option = f"additional_volumes[{position}]"
    if not asked.get("size"):
        raise InvalidInput(f"{option}: there is no volume named {asked['name']!r}: size must be set to create it.")
    size = size_in_bytes(asked["size"], f"{option}.size")
    return {"name": asked["name"], "size": size, "volume_type": asked["volume_type"]}


def create_volume(task: ServerTask, body: Item) -> Item:
    """Make a volume and wait until it can be attached."""
    api = task.of(_kind(body))
    sent = {"name": body["name"], "from_empty": {"size": body["size"]}} if body["volume_type"] == BLOCK else body
    made = wait_steady(api, task.context, task.create(api, sent))
    return dict(body, id=made["id"])


def grow_volumes(task: ServerTask, sizes: t.Mapping[str, int]) -> None:
    for ident, size in sizes.items():
        api = task.of(BLOCK_VOLUME)
        grown = task.update(api, ident, {"size": size})
        if grown and task.params["wait"]:
            wait_steady(api, task.context, grown)


def volumes_to_delete(task: ServerTask, server: Item) -> t.List[Item]:
    """The volumes that go with a server. Raises :class:`InvalidInput` for what is no id in ``keep_volumes``."""
    kept = [
        uuid(text, f"keep_volumes[{position}]") for position, text in enumerate(task.params.get("keep_volumes") or [])
    ]
    if not task.params["delete_volumes"]:
        return []
    return [volume for volume in (server.get("volumes") or {}).values() if volume["id"] not in kept]


def delete_volume(task: ServerTask, volume: Item) -> None:
    """Delete a volume of a server that is gone. Block storage learns of that a little later (findings, section 12)."""
    api, ident = task.of(_kind(volume)), str(volume["id"])
    if volume.get("volume_type") == BLOCK:
        wait_until(
            lambda: api.get(ident),
            lambda found: found is None or found.get("status") != "in_use",
            lambda found: str((found or {}).get("status")),
            f"volume {ident} to be released",
            patience(api, task.context),
            task.context.progress,
        )
    task.delete(api, ident)


def reference(volume: Item) -> Item:
    """A volume as a server takes it (findings, section 9)."""
    if volume.get("volume_type") == BLOCK:
        return {"id": str(volume["id"]), "volume_type": BLOCK}
    return {"id": str(volume["id"]), "name": volume.get("name") or str(volume["id"])}


def free_number(*used: t.Mapping[str, t.Any]) -> str:
    """The lowest number that no volume has."""
    taken = {number for numbers in used for number in numbers}
    return next(str(number) for number in range(1, 1000) if str(number) not in taken)


def _kind(volume: Item) -> t.Any:
    return BLOCK_VOLUME if volume.get("volume_type") == BLOCK else VOLUME
