# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""Servers: what is wanted of one, compared with what there is, and the requests that lead there.

A server is more than one resource: its addresses, network cards, volumes and user data have endpoints of their own. It is
created first and completed then, each step so that a second run takes up where a broken one ended.
"""

from __future__ import annotations

import typing as t
from dataclasses import dataclass, field

from ._api import ResourceApi
from ._catalog import SOLD_OUT, availabilities, image_id, price_of, type_of
from ._client import Client
from ._compare import same_ignoring_case, same_set
from ._context import Context
from ._errors import Immutable, InvalidInput, NotFound, NotUnique, ScalewayError, WaitTimeout
from ._instance import BLOCK_VOLUME, IP, PRIVATE_NIC, SERVER, VOLUME, uuid_or_address
from ._power import LEADS_TO, STEADY, act, arrived, settled, way_to
from ._reconcile import create, created_with, find
from ._references import with_ids
from ._resource import Item, Request
from ._settings import UUID
from ._user_data import Texts, UserData
from ._values import size_in_bytes

Result = t.Dict[str, t.Any]
TARGETS = {"running": "running", "restarted": "running", "stopped": "stopped", "stopped_in_place": "stopped in place"}
FAMILIES = {"ipv4": "inet", "ipv6": "inet6"}
PLAIN = ("name", "tags", "protected", "boot_type", "dynamic_ip_required", "enable_ipv6")


def manage(client: Client, context: Context) -> Result:
    """Bring the server that the task means to the wanted state, and return the task's result."""
    absent = context.params["state"] == "absent"
    if not absent:
        context = with_ids(client, SERVER, context)
    api = ResourceApi(client, SERVER, context.params, warn=context.warn)
    server = find(api, context)
    if absent:
        return delete(api, context, server)
    return Servers(api, context).keep(server)


@dataclass
class Change:
    """What is to be done to a server that exists. Everything empty is no change."""

    patch: Item = field(default_factory=dict)
    new_ips: t.List[str] = field(default_factory=list)
    new_volumes: t.List[Item] = field(default_factory=list)
    user_data: t.Tuple[Texts, Texts] = field(default_factory=lambda: ({}, {}))
    join: t.List[str] = field(default_factory=list)
    leave: t.List[Item] = field(default_factory=list)
    commercial_type: str = ""

    @property
    def needed(self) -> bool:
        before, after = self.user_data
        return bool(
            self.patch
            or self.new_ips
            or self.new_volumes
            or before != after
            or self.join
            or self.leave
            or self.commercial_type
        )


class Servers:
    """One task's work on one server."""

    def __init__(self, api: ResourceApi, context: Context) -> None:
        self.api = api
        self.client = api.client
        self.context = context
        self.params = context.params
        self.target = TARGETS.get(self.params["state"])

    def keep(self, server: t.Optional[Item]) -> Result:
        """Create, complete and change a server, and switch it on or off."""
        if server is None:
            return self._make()
        if server.get("state") == "locked":
            raise InvalidInput(
                f"The server {server.get('name')} ({server['id']}) is locked by Scaleway: nothing can be changed. "
                "The support knows why.",
                server=server,
            )
        change = self.change_of(server)
        action = self._action(server)
        changed = change.needed or action is not None
        before = shown(server)
        before_texts, after_texts = change.user_data
        predicted = self._predicted(server, change, action)
        answer: Result = {"changed": changed}
        if change.commercial_type:
            answer["price"] = price_of(type_of(self.client, change.commercial_type))
        if self.context.check_mode:
            server = predicted
        else:
            server = self._carry_out(server, change, action)
        answer["server"] = server
        answer["diff"] = {
            "before": dict(before, **_told(before_texts)),
            "after": dict(shown(predicted), **_told(after_texts)),
        }
        return answer

    # --- creating

    def _make(self) -> Result:
        params = self.params
        if params.get("id"):
            raise InvalidInput(f"id: there is no server {params['id']} in {self.client.settings.zone}.")
        missing = [name for name in ("name", "commercial_type", "image") if not params.get(name)]
        if missing:
            raise InvalidInput(f"There is no such server yet: {' and '.join(missing)} must be set to create it.")
        if self.target == "stopped in place":
            raise InvalidInput("state: a new server is stopped. It can be stopped in place when it has been running.")
        about = type_of(self.client, params["commercial_type"])
        body, volumes = self._body(about)
        change = Change(
            new_ips=[text for text in self._wanted_ips() or [] if text in FAMILIES],
            join=list(params.get("private_networks") or []),
            user_data=({}, self._wanted_texts()),
        )
        self._check(about, volumes, change)
        predicted = self._predicted_new(body, about, change)
        answer: Result = {"changed": True, "price": price_of(about)}
        if self.context.check_mode:
            answer["server"] = predicted
        else:
            server = create(self.api, self.context, Request("POST", (), body))
            answer["server"] = self._carry_out(server, change, "poweron" if self.target == "running" else None)
        answer["diff"] = {"before": {}, "after": dict(shown(predicted), **_told(change.user_data[1]))}
        return answer

    def _body(self, about: Item) -> t.Tuple[Item, t.Dict[str, Item]]:
        """What a creation sends, and its volumes."""
        params = self.params
        root = dict(params.get("root_volume") or {})
        local = root.get("volume_type") == "l_ssd"
        volumes: t.Dict[str, Item] = {}
        if root.get("volume_type") or root.get("size"):
            volumes["0"] = {"volume_type": root.get("volume_type") or "sbs_volume"}
            if root.get("size"):
                volumes["0"]["size"] = size_in_bytes(root["size"], "root_volume.size")
            volumes["0"] = {name: value for name, value in volumes["0"].items() if value}
        for number, asked in enumerate(params.get("additional_volumes") or [], start=1):
            volumes[str(number)] = self._existing(asked, number - 1) or new_volume(asked, number - 1)
        body: Item = {
            "name": params["name"],
            "commercial_type": about["name"],
            "image": image_id(self.client, self.context, params["image"], about, local),
            "dynamic_ip_required": bool(self._dynamic()),
            **created_with(self.api),
        }
        for name in ("tags", "protected", "boot_type", "enable_ipv6", "security_group", "placement_group"):
            if params.get(name) not in (None, ""):
                body[name] = params[name]
        if volumes:
            body["volumes"] = volumes
        given = [text for text in self._wanted_ips() or [] if text not in FAMILIES]
        if given:
            ids = [self._ip_id(text) for text in given]
            if self.client.settings.classic:
                body["public_ip"] = ids[0]
            else:
                body["public_ips"] = ids
        return body, volumes

    def _check(self, about: Item, volumes: t.Dict[str, Item], change: Change) -> None:
        """What a type cannot have is told before anything is made. Raises :class:`InvalidInput`."""
        name = about["name"]
        constraint = about.get("volumes_constraint") or {}
        local = sum(
            volume["size"] for volume in volumes.values() if volume.get("volume_type") == "l_ssd" and "size" in volume
        )
        smallest, largest = constraint.get("min_size") or 0, constraint.get("max_size")
        asked = any(volume.get("volume_type") == "l_ssd" for volume in volumes.values())
        if asked and largest is not None and not smallest <= local <= largest:
            raise InvalidInput(
                f"root_volume, additional_volumes: local volumes of {local / 1e9:g} GB do not fit a {name}: it takes "
                f"{smallest / 1e9:g} to {largest / 1e9:g} GB of them. Ask for another size, or for sbs_volume."
            )
        most = (about.get("capabilities") or {}).get("private_network")
        if most is not None and len(change.join) > most:
            raise InvalidInput(
                f"private_networks: {len(change.join)} private networks are more than the {most} that a {name} can have."
            )
        if self.target == "running" and availabilities(self.client).get(name) == SOLD_OUT:
            raise InvalidInput(
                f"commercial_type: {name} is out of stock in {self.client.settings.zone}. Choose another type or zone."
            )

    # --- comparing

    def change_of(self, server: Item) -> Change:
        """What differs between a server and what is wanted of it. Raises :class:`Immutable`, :class:`InvalidInput`."""
        params = self.params
        change = Change()
        wanted = {name: params[name] for name in PLAIN if params.get(name) is not None}
        dynamic = self._dynamic()
        if dynamic is not None:
            wanted["dynamic_ip_required"] = dynamic
        for name, value in wanted.items():
            equal = same_set(value, server.get(name)) if name == "tags" else value == server.get(name)
            if not equal:
                change.patch[name] = value
        self._compare_groups(server, change)
        self._compare_type(server, change)
        self._compare_ips(server, change)
        self._compare_volumes(server, change)
        self._compare_networks(server, change)
        texts = self._wanted_texts()
        if texts:
            before = self._user_data(server).read(texts)
            change.user_data = (before, texts)
        return change

    def _compare_groups(self, server: Item, change: Change) -> None:
        group = self.params.get("security_group")
        if group and group != (server.get("security_group") or {}).get("id"):
            change.patch["security_group"] = {"id": group}
        placement = self.params.get("placement_group")
        if placement is not None and (placement or None) != (server.get("placement_group") or {}).get("id"):
            change.patch["placement_group"] = placement or None

    def _compare_type(self, server: Item, change: Change) -> None:
        wanted = self.params.get("commercial_type")
        if not wanted or same_ignoring_case(wanted, server.get("commercial_type")):
            return
        if server.get("state") != "stopped" and not self.params["allow_stop"]:
            raise Immutable(
                f"commercial_type: the server {server.get('name')} ({server['id']}) is a {server.get('commercial_type')} "
                f"and {wanted} was asked for. That needs it to be stopped: set allow_stop to true to have it stopped and "
                "started again.",
                server=server,
            )
        change.commercial_type = str(type_of(self.client, wanted)["name"])

    def _compare_ips(self, server: Item, change: Change) -> None:
        wanted = self._wanted_ips()
        if wanted is None:
            return
        left = held_ips(server)
        there = [str(held["id"]) for held in left]
        kept: t.List[str] = []
        for text in (text for text in wanted if text not in FAMILIES):
            held = next((held for held in left if text in (held["id"], held.get("address"))), None)
            kept.append(str(held["id"]) if held else self._ip_id(text))
            left = [other for other in left if other is not held]
        for text in (text for text in wanted if text in FAMILIES):
            held = next((held for held in left if held.get("family") == FAMILIES[text]), None)
            if held is None:
                change.new_ips.append(text)
            else:
                kept.append(str(held["id"]))
                left = [other for other in left if other is not held]
        if not same_set(kept, there):
            change.patch["public_ips"] = kept

    def _compare_volumes(self, server: Item, change: Change) -> None:
        asked = self.params.get("additional_volumes")
        if asked is None:
            return
        there: t.Dict[str, Item] = dict(server.get("volumes") or {})
        further = {number: volume for number, volume in there.items() if number != "0"}
        kept: t.Dict[str, Item] = {number: volume for number, volume in there.items() if number == "0"}
        for position, volume in enumerate(asked):
            number = next((n for n, found in further.items() if is_same_volume(volume, found)), None)
            if number is None:
                existing = self._existing(volume, position)
                if existing:
                    number = next((n for n, found in further.items() if found["id"] == existing["id"]), None)
                if existing and number is None:
                    kept[free_number(there, kept)] = existing
                elif number is None:
                    change.new_volumes.append(new_volume(volume, position))
            if number is not None:
                kept[number] = further.pop(number)
        if not self.params["purge_volumes"]:
            kept.update(further)
        if set(kept) != set(there) or any(kept[number]["id"] != there[number]["id"] for number in kept):
            change.patch["volumes"] = {number: reference(volume) for number, volume in kept.items()}

    def _compare_networks(self, server: Item, change: Change) -> None:
        wanted = self.params.get("private_networks")
        if wanted is None:
            return
        nics = server.get("private_nics") or []
        there = {str(nic["private_network_id"]) for nic in nics}
        change.join = [network for network in wanted if network not in there]
        if self.params["purge_private_networks"]:
            change.leave = [nic for nic in nics if nic["private_network_id"] not in wanted]

    def _action(self, server: Item) -> t.Optional[str]:
        """The action that leads to the wanted state, None when there is nothing to do."""
        if self.target is None:
            return None
        if server.get("state") not in STEADY:
            if self.context.check_mode:
                return None  # where it is going is not known yet
            server.update(settled(self.api, self.context, server))
        if self.params["state"] == "restarted" and server.get("state") == "running":
            return "reboot"
        return way_to(server, self.target)

    # --- doing

    def _carry_out(self, server: Item, change: Change, action: t.Optional[str]) -> Item:
        """Send what is needed. Whatever fails, the answer holds the server as far as it came."""
        made: t.List[Item] = []
        try:
            if change.commercial_type:
                server, action = self._retype(server, change.commercial_type, action)
            volumes = dict(
                change.patch.get("volumes")
                or {number: reference(v) for number, v in (server.get("volumes") or {}).items()}
            )
            for body in change.new_volumes:
                volume = self._create_volume(body)
                made.append(volume)
                volumes[free_number(server.get("volumes") or {}, volumes)] = reference(dict(body, id=volume["id"]))
                change.patch["volumes"] = volumes
            if self.client.settings.classic and "public_ips" in change.patch:
                self._move_ips(server, change.patch.pop("public_ips"))
            if change.patch:
                server = self.api.send(Request("PATCH", (str(server["id"]),), change.patch)) or server
            ips = ResourceApi(self.client, IP, self.params, warn=self.context.warn)
            for kind in change.new_ips:
                body = dict(created_with(self.api), server=str(server["id"]))
                if not self.client.settings.classic:
                    body["type"] = f"routed_{kind}"
                made.append(self.client.request("POST", ips.url, body=body).data)
            if change.leave or change.join:
                made += self._rewire(server, change)
            self._user_data(server).apply(*change.user_data)
            fresh = bool(change.new_ips or change.leave or change.join)
            if action:
                act(self.api, server, action)
                if self.params["wait"]:
                    return arrived(self.api, self.context, server, LEADS_TO[action])
                fresh = True
            return (self.api.get(str(server["id"])) or server) if fresh else server
        except ScalewayError as error:
            if isinstance(error, WaitTimeout):
                error.extra.setdefault("server", error.extra.pop("last", server))
            error.extra.setdefault("server", server)
            error.extra.setdefault("changed", True)
            raise

    def _rewire(self, server: Item, change: Change) -> t.List[Item]:
        """Leave and join private networks; the new network cards."""
        nics = self._nics(server)
        for nic in change.leave:
            _delete(nics, str(nic["id"]))
        bodies = [{"private_network_id": network} for network in change.join]
        return [self.client.request("POST", nics.url, body=body).data for body in bodies]

    def _move_ips(self, server: Item, wanted: t.List[str]) -> None:
        """Attach and detach addresses one by one, as the classic generation has it."""
        ips = ResourceApi(self.client, IP, self.params, warn=self.context.warn)
        there = [str(held["id"]) for held in held_ips(server)]
        for ident in there:
            if ident not in wanted:
                ips.send(Request("PATCH", (ident,), {"server": None}))
        for ident in wanted:
            if ident not in there:
                ips.send(Request("PATCH", (ident,), {"server": str(server["id"])}))

    def _retype(self, server: Item, name: str, action: t.Optional[str]) -> t.Tuple[Item, t.Optional[str]]:
        """Give a server another type: it is stopped for that, and started again when it was running."""
        running = server.get("state") != "stopped"
        if running:
            act(self.api, server, "poweroff")
            server = arrived(self.api, self.context, server, "stopped")
        server = self.api.send(Request("PATCH", (str(server["id"]),), {"commercial_type": name})) or server
        if running and action in (None, "reboot"):
            return server, "poweron"
        return server, None if action == "poweroff" else action

    def _create_volume(self, body: Item) -> Item:
        local = body["volume_type"] != "sbs_volume"
        api = ResourceApi(self.client, VOLUME if local else BLOCK_VOLUME, self.params, warn=self.context.warn)
        if local:
            sent = dict(body, **created_with(api))
        else:
            sent = {"name": body["name"], "from_empty": {"size": body["size"]}, **created_with(api)}
        found = api.send(Request("POST", (), sent))
        return found or {}

    # --- what is meant

    def _wanted_ips(self) -> t.Optional[t.List[str]]:
        """The addresses that the server shall have, None when nobody says. ``public_ip`` is the older way to say it."""
        wanted = self.params.get("public_ips")
        if wanted is not None:
            return [text if text in FAMILIES else uuid_or_address(text, "public_ips") for text in wanted]
        older = self.params.get("public_ip")
        if older is None:
            return None
        if older in ("absent", "dynamic"):
            return []
        return ["ipv4"] if older == "allocated" else [uuid_or_address(older, "public_ip")]

    def _dynamic(self) -> t.Optional[bool]:
        if self.params.get("dynamic_ip_required") is not None:
            return bool(self.params["dynamic_ip_required"])
        older = self.params.get("public_ip")
        return None if older is None else older == "dynamic"

    def _wanted_texts(self) -> Texts:
        texts = {key: str(value) for key, value in (self.params.get("user_data") or {}).items()}
        if self.params.get("cloud_init") is not None:
            texts["cloud-init"] = self.params["cloud_init"]
        return texts

    def _ip_id(self, text: str) -> str:
        if UUID.fullmatch(text):
            return text
        ips = ResourceApi(self.client, IP, self.params, warn=self.context.warn)
        found = ips.get(text)
        if found is None:
            raise InvalidInput(f"public_ips: {text} is no reserved address in {self.client.settings.zone}.")
        return str(found["id"])

    def _existing(self, asked: Item, position: int) -> t.Optional[Item]:
        """The volume that is asked for by id, or by a name that there is already."""
        if asked.get("id"):
            return {"id": asked["id"], "volume_type": asked.get("volume_type") or "l_ssd", "name": asked.get("name")}
        option = f"additional_volumes[{position}]"
        if not asked.get("name"):
            raise InvalidInput(f"{option}: id or name must be set, to tell the volume from others.")
        local = (asked.get("volume_type") or "l_ssd") != "sbs_volume"
        api = ResourceApi(self.client, VOLUME if local else BLOCK_VOLUME, self.params, warn=self.context.warn)
        owner, owner_id = api.owner
        query = {"name": asked["name"], **({owner: owner_id} if owner_id else {})}
        found = [item for item in api.list(query) if item.get("name") == asked["name"]]
        if len(found) > 1:
            ids = ", ".join(sorted(str(item["id"]) for item in found))
            raise NotUnique(f"{option}.name: {len(found)} volumes are named {asked['name']!r}: {ids}. Give the id.")
        if not found:
            return None
        return {"id": str(found[0]["id"]), "volume_type": "l_ssd" if local else "sbs_volume", "name": asked["name"]}

    def _nics(self, server: Item) -> ResourceApi:
        params = dict(self.params, server=str(server["id"]))
        return ResourceApi(self.client, PRIVATE_NIC, params, warn=self.context.warn)

    def _user_data(self, server: Item) -> UserData:
        return UserData(self.client, f"{self.api.url}/{server['id']}")

    # --- predicting

    def _predicted_new(self, body: Item, about: Item, change: Change) -> Item:
        state = "running" if self.target == "running" else "stopped"
        known: Item = {"arch": about.get("arch"), "state": state, "tags": [], "protected": False}
        made = dict(known, **body)
        made["public_ips"] = [*body.get("public_ips", []), *change.new_ips]
        made["private_nics"] = [{"private_network_id": network} for network in change.join]
        return made

    def _predicted(self, server: Item, change: Change, action: t.Optional[str]) -> Item:
        after = dict(server, **change.patch)
        if "public_ips" in change.patch or change.new_ips:
            kept = change.patch.get("public_ips", [held["id"] for held in server.get("public_ips") or []])
            held = [held for held in server.get("public_ips") or [] if held["id"] in kept]
            there = [one["id"] for one in held]
            after["public_ips"] = held + [ident for ident in kept if ident not in there] + change.new_ips
        if change.new_volumes:
            after["volumes"] = {**(after.get("volumes") or {}), **{f"new {v['name']}": v for v in change.new_volumes}}
        leaving = [nic["id"] for nic in change.leave]
        if change.join or change.leave:
            nics = [nic for nic in server.get("private_nics") or [] if nic["id"] not in leaving]
            after["private_nics"] = nics + [{"private_network_id": network} for network in change.join]
        if change.commercial_type:
            after["commercial_type"] = change.commercial_type
        if action:
            after["state"] = LEADS_TO[action]
        return after


def delete(api: ResourceApi, context: Context, server: t.Optional[Item]) -> Result:
    """Stop a server and delete it; its volumes and addresses only when that was asked for."""
    if server is None:
        return {"changed": False, "server": {}, "diff": {"before": {}, "after": {}}}
    who = f"The server {server.get('name')} ({server['id']})"
    if server.get("protected"):
        raise InvalidInput(f"{who} is protected. Set protected to false first.", server=server)
    if server.get("state") == "locked":
        raise InvalidInput(f"{who} is locked by Scaleway and cannot be deleted. The support knows why.", server=server)
    params, client = context.params, api.client
    volumes = list((server.get("volumes") or {}).values()) if params["delete_volumes"] else []
    held = held_ips(server) if params["delete_ips"] else []
    result: Result = {"changed": True, "server": {}, "diff": {"before": shown(server), "after": {}}}
    result["deleted_volumes"] = [str(volume["id"]) for volume in volumes]
    result["deleted_ips"] = [str(ip["id"]) for ip in held]
    if context.check_mode:
        return result
    gone = False
    try:
        if server.get("state") not in STEADY:
            server = settled(api, context, server)
        if server.get("state") != "stopped":
            act(api, server, "poweroff")
            server = arrived(api, context, server, "stopped")
        _delete(api, str(server["id"]))
        gone = True
        for ip in held:
            _delete(ResourceApi(client, IP, params), str(ip["id"]))
        for volume in volumes:
            kind = BLOCK_VOLUME if volume.get("volume_type") == "sbs_volume" else VOLUME
            _delete(ResourceApi(client, kind, params), str(volume["id"]))
    except ScalewayError as error:
        if isinstance(error, WaitTimeout):
            server = error.extra.pop("last", server)
        error.extra.setdefault("server", server)
        if gone:
            error.message += f" {who} itself was deleted."
            error.extra.setdefault("changed", True)
        raise
    return result


def _delete(api: ResourceApi, ident: str) -> None:
    try:
        api.send(Request("DELETE", (ident,)))
    except NotFound:
        return


def held_ips(server: Item) -> t.List[Item]:
    """The flexible addresses of a server. The classic generation shows one."""
    shown_ips = server.get("public_ips")
    if shown_ips is None:
        shown_ips = [server["public_ip"]] if server.get("public_ip") else []
    return [held for held in shown_ips if not held.get("dynamic")]


def is_same_volume(asked: Item, found: Item) -> bool:
    """Whether a volume of a server is the one that was asked for. Those of block storage show no name there."""
    if asked.get("id"):
        return bool(asked["id"] == found["id"])
    return bool(asked.get("name") and asked["name"] == found.get("name"))


def new_volume(asked: Item, position: int) -> Item:
    """A volume to be made. Raises :class:`InvalidInput` when it has no size."""
    if not asked.get("size"):
        raise InvalidInput(
            f"additional_volumes[{position}]: there is no volume named {asked['name']!r}: size must be set to create it."
        )
    size = size_in_bytes(asked["size"], f"additional_volumes[{position}].size")
    return {"name": asked["name"], "size": size, "volume_type": asked.get("volume_type") or "l_ssd"}


def reference(volume: Item) -> Item:
    """A volume as an update of a server takes it (findings, section 9)."""
    if volume.get("volume_type") == "sbs_volume":
        return {"id": str(volume["id"]), "volume_type": "sbs_volume"}
    return {"id": str(volume["id"]), "name": volume.get("name") or str(volume["id"])}


def free_number(*used: t.Mapping[str, t.Any]) -> str:
    """The lowest number that no volume has."""
    taken = {number for numbers in used for number in numbers}
    return next(str(number) for number in range(1, 1000) if str(number) not in taken)


def shown(server: Item) -> Item:
    """A server as a diff shows it: what a task can ask for."""
    volumes = server.get("volumes") or {}
    return {
        "name": server.get("name"),
        "commercial_type": server.get("commercial_type"),
        "state": server.get("state"),
        "tags": server.get("tags"),
        "protected": server.get("protected"),
        "boot_type": server.get("boot_type"),
        "dynamic_ip_required": server.get("dynamic_ip_required"),
        "security_group": _id(server.get("security_group")),
        "placement_group": _id(server.get("placement_group")),
        "public_ips": [
            ip.get("address") or ip["id"] if isinstance(ip, dict) else ip for ip in server.get("public_ips") or []
        ],
        "private_networks": [nic.get("private_network_id") for nic in server.get("private_nics") or []],
        "volumes": {number: volume.get("id") or volume.get("name") for number, volume in volumes.items()},
    }


def _id(value: t.Any) -> t.Any:
    return value.get("id") if isinstance(value, dict) else value


def _told(texts: Texts) -> Item:
    """User data in a diff: it may hold secrets, so only how long it is."""
    return {f"user_data {key}": f"{len(text)} characters" for key, text in texts.items()} if texts else {}
