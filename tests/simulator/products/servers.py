# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Servers, what they do, and what is attached to them (recordings/findings.md, sections 8, 9, 11 and 12)."""

from __future__ import annotations

import functools
import re
from typing import Any

from ..errors import ApiFault, invalid, no_route, not_found, precondition
from ..kinds import Answer, Body, Call, Field, Kind, Place
from ..store import ORGANIZATION, Entry, Store
from . import block, catalog, file, instance, ipam, vpc
from .security_groups import group_of

# Seconds; a fiftieth of what the real ones take.
START = 0.4
STOP = 0.3
RELEASE = 0.1
ALLOWED = {
    "running": ["poweroff", "reboot", "stop_in_place", "terminate", "backup"],
    "stopped": ["poweron", "backup"],
    "stopped in place": ["poweron", "poweroff", "reboot", "terminate", "backup"],
    "starting": ["stop_in_place", "backup"],
    "stopping": ["stop_in_place", "backup"],
    "locked": [],
}
SBS_ROOT = 10_000_000_000


def look_up_image(store: Store, place: Place, ident: str) -> Body:
    """The image as a server shows it: an own one, or one of the marketplace's."""
    own = store.find(instance.IMAGE, place.locality, ident)
    if own is not None:
        return dict(own.data)
    for image in catalog.LOCAL_IMAGES:
        if image["id"] == ident and image["zone"] == place.locality:
            sbs = image["type"] == "instance_sbs"
            name = catalog.LABELS[image["label"]]
            root: Body = {"volume_type": "sbs_snapshot", "id": catalog.catalog_id(ident), "size": 0, "name": ""}
            if not sbs:
                root = {"id": root["id"], "name": name, "volume_type": "l_ssd", "size": SBS_ROOT}
            made = "2025-09-12T09:11:46.109401+00:00"
            return {
                "id": ident,
                "name": name,
                "organization": ORGANIZATION,
                "project": ORGANIZATION,
                "root_volume": root,
                "extra_volumes": {},
                "public": True,
                "arch": image["arch"],
                "creation_date": made,
                "modification_date": made,
                "default_bootscript": None,
                "from_server": "",
                "state": "available",
                "tags": [],
                "zone": place.locality,
            }
    raise not_found("instance_image", ident)


def check_server(store: Store, place: Place, body: Body) -> None:
    instance.check_owner(store, place, body)
    about = catalog.TYPES.get(body["commercial_type"])
    if about is None:
        raise invalid({"commercial_type": ("constraint", "not a valid value")})
    if body.get("image"):
        image = look_up_image(store, place, body["image"])
        if image["arch"] != about["arch"]:
            raise invalid({"image": ("constraint", f"the image is for {image['arch']}")})
    for ident in [*(body.get("public_ips") or []), body.get("public_ip")]:
        if ident and store.find(instance.IP, place.locality, ident) is None:
            raise not_found("instance_ip", ident)
    group_of(store, place, body.get("security_group"))
    placement_group_of(store, place.locality, body.get("placement_group"))
    local = 0
    for number, volume in (body.get("volumes") or {}).items():
        if volume.get("volume_type", "l_ssd") == "l_ssd" and volume.get("size"):
            local += volume["size"]
        if not (volume.get("id") or volume.get("size") or volume.get("base_snapshot") or number == "0"):
            raise invalid({f"volumes.{number}.size": ("required", "required key not provided")})
    smallest, largest = about["volumes_constraint"]["min_size"], about["volumes_constraint"]["max_size"]
    if local > largest or 0 < local < smallest:
        raise invalid({"volumes": ("constraint", f"the total size of local volumes must be {smallest} to {largest}")})


def placement_group_of(store: Store, zone: str, ident: str | None) -> Body | None:
    if not ident:
        return None
    if not re.fullmatch(r"[0-9a-f-]{36}", ident):
        raise invalid({"placement_group": ("constraint", "not a valid value")})
    found = store.find(instance.PLACEMENT_GROUP, zone, ident)
    if found is None:
        raise not_found("instance_placement_group", ident)
    return dict(found.data)


def new_server(store: Store, place: Place, body: Body) -> Body:
    now = store.clock.text()
    about = catalog.TYPES[body["commercial_type"]]
    image = look_up_image(store, place, body["image"]) if body.get("image") else None
    group = group_of(store, place, body.get("security_group"))
    name = body["name"]
    store.addresses += 1
    return {
        "name": name,
        "arch": about["arch"],
        "commercial_type": body["commercial_type"],
        "boot_type": body.get("boot_type") or "local",
        "organization": ORGANIZATION,
        "project": body.get("project") or body.get("organization"),
        "hostname": hostname(name),
        "image": image,
        "volumes": {},
        "tags": body.get("tags") or [],
        "state": "stopped",
        "protected": body.get("protected") or False,
        "state_detail": "",
        "public_ip": None,
        "public_ips": [],
        "mac_address": f"de:00:00:{store.addresses >> 16 & 255:02x}:{store.addresses >> 8 & 255:02x}:"
        f"{store.addresses & 255:02x}",
        "routed_ip_enabled": True,
        "ipv6": None,
        "extra_networks": [],
        "dynamic_ip_required": body.get("dynamic_ip_required", False),
        "enable_ipv6": body.get("enable_ipv6") or False,
        "private_ip": None,
        "creation_date": now,
        "modification_date": now,
        "bootscript": None,
        "security_group": {"id": group.data["id"], "name": group.data["name"]},
        "location": None,
        "maintenances": [],
        "allowed_actions": ALLOWED["stopped"],
        "placement_group": placement_group_of(store, place.locality, body.get("placement_group")),
        "private_nics": [],
        "zone": place.locality,
        "filesystems": [],
        "end_of_service": False,
        "dns": "",
    }


def made_server(store: Store, place: Place, entry: Entry, body: Body) -> None:
    """Make and attach what a new server comes with: at least a root volume."""
    entry.change({"dns": f"{entry.data['id']}.pub.instances.example"})
    asked = dict(body.get("volumes") or {})
    asked.setdefault("0", {})
    volumes = {number: _volume(store, place, entry, number, volume) for number, volume in sorted(asked.items())}
    entry.change({"volumes": volumes})
    _note_in_group(store, entry, True)
    for ident in [*(body.get("public_ips") or []), body.get("public_ip")]:
        address = store.find(instance.IP, place.locality, ident) if ident else None
        if address is not None:
            instance.attach_ip(store, address, str(entry.data["id"]))


def _volume(store: Store, place: Place, entry: Entry, number: str, asked: Body) -> Body:
    """A volume of a server: an existing one, or a new one as it was asked for."""
    if asked.get("id"):
        return attach_volume(store, entry, asked["id"], asked.get("boot", False))
    root = (entry.data["image"] or {}).get("root_volume") or {}
    local = place.classic or root.get("volume_type") == "l_ssd"
    kind = asked.get("volume_type") or ("l_ssd" if local else "sbs_volume")
    least = catalog.TYPES[entry.data["commercial_type"]]["volumes_constraint"]["min_size"]
    size = asked.get("size") or (least if place.classic and number == "0" else 0) or SBS_ROOT
    image_name = (entry.data["image"] or {}).get("name", "empty")
    if kind == "sbs_volume":
        name = asked.get("name") or f"{image_name}_sbs_volume_{number}"
        made = {"name": name, "from_empty": {"size": size}, "project_id": entry.data["project"]}
        data = {"id": store.new_id(), **block.new_volume(store, place, made), "status": "in_use"}
        volume = store.add(block.VOLUME, place.locality, data)
    else:
        made = {"name": asked.get("name") or image_name, "size": size, "volume_type": kind}
        made.update(project=entry.data["project"], base_snapshot=asked.get("base_snapshot"))
        data = {"id": store.new_id(), **instance.new_volume(store, place, made)}
        volume = store.add(instance.VOLUME, place.locality, data)
    return attach_volume(store, entry, str(volume.data["id"]), asked.get("boot", False))


def attach_volume(store: Store, entry: Entry, ident: str, boot: bool = False) -> Body:
    """Attach a volume that exists, and return it as its server shows it."""
    zone = entry.locality
    local = store.find(instance.VOLUME, zone, ident)
    if local is not None:
        holder = local.data["server"]
        if holder and holder["id"] != entry.data["id"]:
            raise invalid({"volume_id": ("constraint", f"Volume {ident} is attached to another server.")})
        local.change({"server": {"id": entry.data["id"], "name": entry.data["name"]}})
        return shown_volume(local, boot)
    remote = store.find(block.VOLUME, zone, ident)
    if remote is None:
        raise not_found("instance_volume", ident)
    if remote.data["references"] and remote.data["references"][0]["product_resource_id"] != entry.data["id"]:
        raise invalid({"volume_id": ("constraint", f"Volume {ident} is attached to another server.")})
    if not remote.data["references"]:
        block.attach(store, remote, str(entry.data["id"]))
    return {"boot": boot, "volume_type": "sbs_volume", "id": ident, "state": "available", "zone": zone}


def shown_volume(volume: Entry, boot: bool = False) -> Body:
    """A local volume as its server shows it."""
    return {"boot": boot, **volume.data}


def detach_volume(store: Store, entry: Entry, ident: str) -> None:
    local = store.find(instance.VOLUME, entry.locality, ident)
    if local is not None:
        local.change({"server": None})
    remote = store.find(block.VOLUME, entry.locality, ident)
    if remote is not None:
        block.detach(store, remote)


def hostname(name: str) -> str:
    return re.sub(r"[_ ]", "-", name.lower())


def _note_in_group(store: Store, entry: Entry, member: bool) -> None:
    """Let the security group know its servers."""
    group = store.named("instance.security_group", entry.locality, entry.data["security_group"]["id"])
    if group is not None:
        others = [server for server in group.data["servers"] if server["id"] != entry.data["id"]]
        mine = [{"id": entry.data["id"], "name": entry.data["name"]}] if member else []
        group.change({"servers": others + mine})


def change_server(store: Store, entry: Entry, change: Body) -> None:
    zone = entry.locality
    if "placement_group" in change:
        if change["placement_group"] and entry.data["state"] != "stopped":
            raise precondition("resource_not_usable", "server should be stopped", 400)
        change["placement_group"] = placement_group_of(store, zone, change["placement_group"])
    if change.get("security_group"):
        group = group_of(store, Place(zone, False), change["security_group"]["id"])
        _note_in_group(store, entry, False)
        change["security_group"] = {"id": group.data["id"], "name": group.data["name"]}
        entry.change({"security_group": change["security_group"]})
        _note_in_group(store, entry, True)
    wanted_type = change.get("commercial_type")
    if wanted_type and wanted_type != entry.data["commercial_type"]:
        if wanted_type not in catalog.TYPES:
            raise invalid({"commercial_type": ("constraint", "not a valid value")})
        if entry.data["state"] != "stopped":
            raise precondition("resource_not_usable", "server should be stopped", 400)
    if change.get("volumes") is not None:
        change["volumes"] = _changed_volumes(store, entry, change["volumes"])
    if change.get("public_ips") is not None:
        _change_ips(store, entry, change.pop("public_ips"))
    if change.get("name"):
        change["hostname"] = hostname(change["name"])
    for name in ("name", "tags", "protected", "volumes", "dynamic_ip_required"):
        if name in change and change[name] is None:
            del change[name]


def _changed_volumes(store: Store, entry: Entry, wanted: Body) -> Body:
    """The whole map: what is left out is detached."""
    now = entry.data["volumes"]
    kept = {volume.get("id") for volume in wanted.values()}
    moved = kept ^ {volume["id"] for volume in now.values()}
    if entry.data["state"] != "stopped" and any(
        store.find(instance.VOLUME, entry.locality, one or "") for one in moved
    ):
        raise precondition("resource_not_usable", "server should be stopped to attach and detach local volumes", 400)
    for volume in now.values():
        if volume["id"] not in kept:
            detach_volume(store, entry, volume["id"])
    return {
        number: attach_volume(store, entry, volume["id"], volume.get("boot") or False)
        for number, volume in sorted(wanted.items())
    }


def _change_ips(store: Store, entry: Entry, wanted: list[Any]) -> None:
    ids = [item["id"] if isinstance(item, dict) else item for item in wanted]
    found = [store.find(instance.IP, entry.locality, ident) for ident in ids]
    for ident, address in zip(ids, found):
        if address is None:
            raise not_found("instance_ip", ident)
    for held in list(entry.data["public_ips"]):
        address = store.find(instance.IP, entry.locality, held["id"])
        if address is not None and held["id"] not in ids:
            instance.attach_ip(store, address, None)
    there = {held["id"] for held in entry.data["public_ips"]}
    for address in found:
        if address is not None and address.data["id"] not in there:
            instance.attach_ip(store, address, str(entry.data["id"]))


def may_delete(store: Store, entry: Entry) -> None:
    if entry.data["protected"]:
        raise precondition("protected_resource", "the server is protected", 400)
    if entry.data["state"] == "locked":
        raise precondition("resource_not_usable", "the server is locked", 400)
    if entry.data["state"] != "stopped":
        raise precondition("resource_not_usable", "server should be stopped", 400)


def gone(store: Store, entry: Entry) -> None:
    """Volumes and addresses stay; those of block storage are in use a little longer (findings, section 12)."""
    for volume in entry.data["volumes"].values():
        remote = store.find(block.VOLUME, entry.locality, volume["id"])
        if remote is None:
            detach_volume(store, entry, volume["id"])
        else:
            store.soon(remote, RELEASE, functools.partial(block.detach, store, remote))
    for held in entry.data["public_ips"]:
        address = store.find(instance.IP, entry.locality, held["id"])
        if address is not None:
            address.change({"server": None, "state": "detached"})
    for found in entry.data["filesystems"]:
        file.attached(store, entry.locality, found["filesystem_id"], -1)
    _note_in_group(store, entry, False)
    for nic in [nic for nic in store.entries(NIC, entry.locality) if nic.data["server_id"] == entry.data["id"]]:
        store.remove(nic)
        ipam.let_go(store, entry.locality.rpartition("-")[0], nic.data["id"])
    store.texts.pop(str(entry.data["id"]), None)


def act(store: Store, entry: Entry, call: Call) -> Answer:
    """An action: only what ``allowed_actions`` lists."""
    if call.method == "GET":
        return Answer(200, {"actions": entry.data["allowed_actions"]})
    action = call.body.get("action")
    if action == "enable_routed_ip":
        entry.change({"routed_ip_enabled": True})
        return _accepted(store, entry, f"/servers/{entry.data['id']}")
    if action not in ("poweron", "poweroff", "reboot", "stop_in_place", "terminate", "backup"):
        raise invalid({"action": ("constraint", "not a valid value")})
    if action not in entry.data["allowed_actions"]:
        wanted = "stopped" if action == "poweron" else "running"
        raise precondition("resource_not_usable", f"server should be {wanted}", 400)
    if action in ("terminate", "poweroff") and entry.data["protected"]:
        raise precondition("protected_resource", "the server is protected", 400)
    if action == "poweron" and entry.data["commercial_type"] in catalog.SHORT:
        raise ApiFault(
            503,
            {"type": "out_of_stock", "message": "resource is out of stock", "resource": entry.data["commercial_type"]},
            {"type": "api_error", "message": "resource is out of stock"},
        )
    if action == "backup":
        return _accepted(store, entry, f"/images/{_backup(store, entry, call.body)}")
    if action in ("poweron", "reboot"):
        power_on(store, entry, "allocating node" if action == "poweron" else "rebooting")
    elif action == "terminate":
        _become(entry, "stopping", "terminating")
        store.soon(entry, STOP, lambda: _terminated(store, entry))
    else:
        last = "stopped in place" if action == "stop_in_place" else "stopped"
        _become(entry, "stopping", "stopping in place" if action == "stop_in_place" else "stopping")
        store.soon(entry, STOP, lambda: _stopped(entry, last))
    return _accepted(store, entry, f"/servers/{entry.data['id']}")


def power_on(store: Store, entry: Entry, detail: str) -> None:
    _become(entry, "starting", detail)
    if "poweron" in store.mishaps:
        store.soon(entry, START, lambda: _stopped(entry, "stopped"))
    else:
        store.soon(entry, START, lambda: _running(store, entry))


def _become(entry: Entry, state: str, detail: str = "") -> None:
    entry.change({"state": state, "state_detail": detail, "allowed_actions": ALLOWED[state]})


def _running(store: Store, entry: Entry) -> None:
    _become(entry, "running", "booting kernel")
    if entry.data["dynamic_ip_required"] and not entry.data["public_ips"]:
        store.addresses += 1
        ident = store.new_id()
        data = {"id": ident, "address": f"198.51.100.{store.addresses % 250 + 1}", "tags": [], "ipam_id": ident}
        held = instance.public_ip(data, dynamic=True)
        entry.change({"public_ips": [held], "public_ip": held})


def _stopped(entry: Entry, state: str) -> None:
    _become(entry, state)
    kept = [held for held in entry.data["public_ips"] if not held["dynamic"]]
    entry.change({"public_ips": kept, "public_ip": kept[0] if kept else None})


def _terminated(store: Store, entry: Entry) -> None:
    """Local volumes go with the server, block volumes stay (findings, section 12)."""
    local = [store.find(instance.VOLUME, entry.locality, volume["id"]) for volume in entry.data["volumes"].values()]
    store.remove(entry)
    gone(store, entry)
    for volume in local:
        if volume is not None:
            store.remove(volume)


def _backup(store: Store, entry: Entry, body: Body) -> str:
    """An image of the server; its volumes become snapshots."""
    place = Place(entry.locality, False)
    project = entry.data["project"]
    snapshots = {}
    for number, volume in entry.data["volumes"].items():
        local = store.find(instance.VOLUME, entry.locality, volume["id"])
        if local is not None:
            asked = {"name": f"{body.get('name')}_snap_{number}", "volume_id": volume["id"], "project": project}
            snapshot = store.add(
                instance.SNAPSHOT,
                entry.locality,
                {"id": store.new_id(), **instance.new_snapshot(store, place, asked), "state": "available"},
            )
        else:
            asked = {"name": f"{body.get('name')}_snap_{number}", "volume_id": volume["id"], "project_id": project}
            made = {"id": store.new_id(), **block.new_snapshot(store, place, asked), "status": "available"}
            snapshot = store.add(block.SNAPSHOT, entry.locality, made)
        snapshots[number] = {"id": str(snapshot.data["id"])}
    image = {
        "name": body.get("name") or f"{entry.data['name']}-backup",
        "arch": entry.data["arch"],
        "root_volume": snapshots.pop("0")["id"],
        "extra_volumes": snapshots,
        "project": project,
    }
    data = {"id": store.new_id(), **instance.new_image(store, place, image), "from_server": entry.data["id"]}
    return str(store.add(instance.IMAGE, entry.locality, data).data["id"])


def _accepted(store: Store, entry: Entry, result: str) -> Answer:
    origin = f"/servers/{entry.data['id']}/action"
    return Answer(202, {"task": instance.fake_task(store, origin, result, entry.locality)})


def attach_or_detach(store: Store, entry: Entry, call: Call, attach: bool) -> Answer:
    ident = call.body.get("volume_id") or ""
    volumes = dict(entry.data["volumes"])
    if attach:
        number = next(str(number) for number in range(len(volumes) + 1) if str(number) not in volumes)
        volumes[number] = attach_volume(store, entry, ident, call.body.get("boot") or False)
    else:
        numbers = [number for number, volume in volumes.items() if volume["id"] == ident]
        if not numbers:
            told = f"Volume {ident} is not attached to this server"
            raise invalid({"volume_id": ("constraint", told)})
        detach_volume(store, entry, ident)
        del volumes[numbers[0]]
    entry.change({"volumes": volumes})
    return Answer(200, {"server": entry.data})


def attach_filesystem(store: Store, entry: Entry, call: Call) -> Answer:
    ident = call.body["filesystem_id"]
    if ident not in [found["filesystem_id"] for found in entry.data["filesystems"]]:
        file.attached(store, call.place.locality, ident, 1)
        added = {"filesystem_id": ident, "state": "available"}
        entry.change({"filesystems": [*entry.data["filesystems"], added]})
    return Answer(200, {"server": entry.data})


def detach_filesystem(store: Store, entry: Entry, call: Call) -> Answer:
    ident = call.body["filesystem_id"]
    left = [found for found in entry.data["filesystems"] if found["filesystem_id"] != ident]
    if len(left) < len(entry.data["filesystems"]):
        file.attached(store, call.place.locality, ident, -1)
    entry.change({"filesystems": left})
    return Answer(200, {"server": entry.data})


def user_data(store: Store, entry: Entry, call: Call) -> Answer:
    """Texts by key. A missing one is an empty text of type text/plain with status 404."""
    texts = store.texts.setdefault(str(entry.data["id"]), {})
    if not call.rest:
        return Answer(200, {"user_data": sorted(texts)})
    key = call.rest[0]
    if call.method == "PATCH":
        texts[key] = call.content.decode("utf-8", "replace")
        return Answer(204)
    if key not in texts:
        return Answer(404, "")
    if call.method == "DELETE":
        del texts[key]
        return Answer(204)
    if call.method != "GET":
        raise no_route(call.method, "user_data")
    return Answer(200, texts[key])


def new_nic(store: Store, place: Place, body: Body) -> Body:
    now = store.clock.text()
    server = dict(place.parents)["server_id"]
    holder = store.find(SERVER, place.locality, server)
    if holder is None:
        raise not_found("instance_server", server)
    region = place.locality.rpartition("-")[0]
    network = store.find(vpc.PRIVATE_NETWORK, region, body["private_network_id"])
    if network is None:
        raise not_found("private_network", body["private_network_id"])
    if any(nic["private_network_id"] == body["private_network_id"] for nic in holder.data["private_nics"]):
        raise invalid({"private_network_id": ("constraint", "the server is in this private network already")})
    largest = catalog.TYPES.get(holder.data["commercial_type"], {}).get("capabilities", {}).get("private_network", 8)
    if len(holder.data["private_nics"]) >= largest:
        raise invalid({"private_network_id": ("constraint", f"a server of this type has at most {largest}")})
    store.addresses += 1
    numbers = (store.addresses >> 16 & 255, store.addresses >> 8 & 255, store.addresses & 255)
    mac, ident = "02:00:00:{:02x}:{:02x}:{:02x}".format(*numbers), store.new_id()
    resource = {
        "type": "instance_private_nic",
        "id": ident,
        "mac_address": mac.upper(),
        "name": holder.data["name"],
    }
    addresses = body.get("ipam_ip_ids") or []
    if addresses:
        ipam.hold(store, region, addresses, resource)
    else:
        addresses = [ipam.book(store, network, v6, resource).data["id"] for v6 in (False, True)]
    return {
        "id": ident,
        "private_network_id": body["private_network_id"],
        "server_id": server,
        "mac_address": mac,
        "state": "available",
        "creation_date": now,
        "modification_date": now,
        "zone": place.locality,
        "tags": body.get("tags") or [],
        "ipam_ip_ids": addresses,
    }


def made_nic(store: Store, place: Place, entry: Entry, body: Body) -> None:
    _show_nics(store, entry)


def nic_gone(store: Store, entry: Entry) -> None:
    ipam.let_go(store, entry.locality.rpartition("-")[0], entry.data["id"])
    _show_nics(store, entry)


def nic_changed(store: Store, entry: Entry, change: Body) -> None:
    entry.change(change)
    _show_nics(store, entry)


def _show_nics(store: Store, entry: Entry) -> None:
    server = store.named("instance.server", entry.locality, entry.data["server_id"])
    if server is not None:
        nics = [nic.data for nic in store.entries(NIC, entry.locality) if nic.data["server_id"] == server.data["id"]]
        server.change({"private_nics": nics})


def classic_server(data: Body) -> Body:
    """The classic API knows no projects, zones and routed addresses."""
    newer = (
        "project",
        "zone",
        "public_ips",
        "private_nics",
        "placement_group",
        "routed_ip_enabled",
        "filesystems",
        "dns",
    )
    return {name: value for name, value in data.items() if name not in newer}


SERVER = Kind(
    key="instance.server",
    product="instance",
    version="v1",
    path="servers",
    one="server",
    many="servers",
    resource="instance_server",
    wrapped=True,
    paging="per_page",
    created=201,
    located=True,
    nulls=True,
    fields={
        "name": Field(str, required=True, update=True),
        "commercial_type": Field(str, required=True, update=True),
        "image": Field(str),
        "volumes": Field(dict, update=True),
        "tags": Field(list, update=True),
        "boot_type": Field(str, update=True, choices=("local", "rescue", "bootscript")),
        "dynamic_ip_required": Field(bool, update=True),
        "enable_ipv6": Field(bool, update=True),
        "protected": Field(bool, update=True),
        "public_ip": Field(str),
        "public_ips": Field(list, update=True),
        "placement_group": Field(str, update=True),
        "security_group": Field(object, update=True),
        "project": Field(str),
        "organization": Field(str),
    },
    exact_filters=("project", "organization", "state", "commercial_type"),
    new=new_server,
    made=made_server,
    check=check_server,
    may_change=change_server,
    may_go=may_delete,
    gone=gone,
    parts={
        "action": act,
        "attach-volume": lambda store, entry, call: attach_or_detach(store, entry, call, True),
        "detach-volume": lambda store, entry, call: attach_or_detach(store, entry, call, False),
        "attach-filesystem": attach_filesystem,
        "detach-filesystem": detach_filesystem,
        "user_data": user_data,
    },
    classic=classic_server,
)
NIC = Kind(
    key="instance.private_nic",
    product="instance",
    version="v1",
    path="servers/{server_id}/private_nics",
    one="private_nic",
    many="private_nics",
    resource="instance_private_nic",
    wrapped=True,
    paging="per_page",
    created=201,
    fields={
        "private_network_id": Field(str, required=True),
        "tags": Field(list, update=True),
        "ipam_ip_ids": Field(list),
        "ip_ids": Field(list),
    },
    substring_filters=(),
    new=new_nic,
    made=made_nic,
    may_change=nic_changed,
    gone=nic_gone,
)
KINDS = (SERVER, NIC)
