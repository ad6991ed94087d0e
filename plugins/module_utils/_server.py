# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""Servers: created, completed, changed, switched, and deleted.

A server is more than one resource: its addresses, network cards, volumes and user data have endpoints of their own. It is
created first and completed then, each step so that a second run takes up where a broken one ended.
"""

from __future__ import annotations

import typing as t

from ._catalog import image_id, price_of, server_types, type_of
from ._client import Client
from ._context import Context
from ._errors import InvalidInput, ScalewayError
from ._find import find
from ._instance import IP, PRIVATE_NIC, SERVER
from ._power import LEADS_TO, STEADY, act, arrived, settled, way_to
from ._reconcile import create, created_with
from ._references import with_ids
from ._resource import Item, Request
from ._server_change import Change, change_of, check_fits, wanted_texts, wants_old_ipv6
from ._server_ips import FAMILIES, held_ips, id_of_ip, ips_to_release, move_ips, reserve_ips, wanted_ips, wants_dynamic
from ._server_task import Result, ServerTask, told
from ._server_volumes import (
    create_volume,
    delete_volume,
    free_number,
    grow_volumes,
    reference,
    volumes_to_delete,
    wanted_of_new,
)
from ._user_data import Texts
from ._values import in_words

SENT_AS_IS = ("tags", "protected", "boot_type", "security_group", "placement_group")


def manage(client: Client, context: Context) -> Result:
    """Bring the server that the task means to the wanted state, and return the task's result."""
    if context.params["state"] == "absent":
        task = ServerTask(client, context)
        return remove(task, find(task.api, context))
    task = ServerTask(client, with_ids(client, SERVER, context))
    server = find(task.api, task.context)
    return make(task) if server is None else keep(task, server)


def make(task: ServerTask) -> Result:
    """Create a server and complete it. Raises :class:`InvalidInput` for what cannot be, before anything is made."""
    params = task.params
    if params.get("id"):
        raise InvalidInput(f"id: there is no server {params['id']} in {task.client.settings.zone}.")
    missing = [name for name in ("name", "commercial_type", "image") if not params.get(name)]
    if missing:
        raise InvalidInput(f"There is no such server yet: {in_words(missing)} must be set to create it.")
    if task.target == "stopped in place":
        raise InvalidInput("state: a new server is stopped. It can be stopped in place when it has been running.")
    about = type_of(task.client, params["commercial_type"])
    volumes = wanted_of_new(task)
    change = Change(
        new_ips=[text for text in wanted_ips(task) or [] if text in FAMILIES],
        join=list(params.get("private_networks") or []),
        user_data=({}, wanted_texts(task)),
    )
    check_fits(task, about, list(volumes.values()), len(change.join), task.target == "running")
    body = body_of_new(task, about, volumes)
    after = predicted_new(task, about, body, change)
    answer: Result = {"changed": True, "price": price_of(about), "server": after}
    if not task.context.check_mode:
        server = create(task.api, task.context, Request("POST", (), body))
        task.changed = True
        answer["server"] = carry_out(task, server, change, "poweron" if task.target == "running" else None)
    made = dict(shown(after), image=params["image"], **shown_texts(change.user_data[1]))
    answer["diff"] = difference({}, {name: value for name, value in made.items() if value is not None}, params["name"])
    return answer


def keep(task: ServerTask, server: Item) -> Result:
    """Change and switch a server that exists."""
    if server.get("state") == "locked":
        raise InvalidInput(
            f"The server {server.get('name')} ({server['id']}) is locked by Scaleway: nothing can be changed. "
            "The support knows why.",
            server=server,
        )
    change = change_of(task, server)
    action = action_for(task, server)
    after = predicted(task, server, change, action)
    before_texts, after_texts = change.user_data
    answer: Result = {
        "changed": change.needed or action is not None,
        "server": after,
        "diff": difference(
            dict(shown(server), **shown_texts(before_texts)),
            dict(shown(after), **shown_texts(after_texts)),
            after["name"],
        ),
    }
    about = server_types(task.client).get(after["commercial_type"]) if task.context.check_mode else None
    if change.patch.get("commercial_type"):
        about = type_of(task.client, change.patch["commercial_type"])
    if about:
        answer["price"] = price_of(about)
    if not task.context.check_mode:
        answer["server"] = carry_out(task, server, change, action)
    return answer


def body_of_new(task: ServerTask, about: Item, volumes: t.Dict[str, Item]) -> Item:
    """What a creation sends."""
    params = task.params
    local = volumes.get("0", {}).get("volume_type") == "l_ssd"
    body: Item = {
        "name": params["name"],
        "commercial_type": about["name"],
        "image": image_id(task.client, task.context, params["image"], about["arch"], local, about["name"]),
        "dynamic_ip_required": bool(wants_dynamic(task)),
        **created_with(task.api),
    }
    for name in SENT_AS_IS:
        if params.get(name) not in (None, ""):
            body[name] = params[name]
    old_ipv6 = wants_old_ipv6(task)
    if old_ipv6 is not None:
        body["enable_ipv6"] = old_ipv6
    if volumes:
        body["volumes"] = {number: reference(v) if v.get("id") else v for number, v in volumes.items()}
    given = [id_of_ip(task, text) for text in wanted_ips(task) or [] if text not in FAMILIES]
    if given and task.client.settings.classic:
        body["public_ip"] = given[0]
    elif given:
        body["public_ips"] = given
    return body


def action_for(task: ServerTask, server: Item) -> t.Optional[str]:
    """The action that leads to the wanted state, None when there is nothing to do."""
    if task.target is None:
        return None
    if server.get("state") not in STEADY:
        if task.context.check_mode:
            return None  # where it is going is not known yet
        server.update(settled(task.api, task.context, server))
    if task.params["state"] == "restarted" and server.get("state") == "running":
        return "reboot"
    return way_to(server, task.target)


def carry_out(task: ServerTask, server: Item, change: Change, action: t.Optional[str]) -> Item:
    """Send what is needed. Whatever fails, the answer holds the server as far as it came."""
    ident = str(server["id"])
    try:
        if change.stopped_for:
            server = stop(task, server)
            action = {None: "poweron", "reboot": "poweron", "poweroff": None}.get(action, action)
        grow_volumes(task, change.volumes.grown)
        for body in change.volumes.new:
            volumes = change.patch.setdefault(
                "volumes", {number: reference(v) for number, v in (server.get("volumes") or {}).items()}
            )
            volumes[free_number(server.get("volumes") or {}, volumes)] = reference(create_volume(task, body))
        if task.client.settings.classic and "public_ips" in change.patch:
            move_ips(task, server, change.patch.pop("public_ips"))
        if change.patch:
            server = task.update(task.api, ident, change.patch) or server
        reserve_ips(task, server, change.new_ips)
        for nic in change.leave:
            task.delete(task.of(PRIVATE_NIC, server=ident), str(nic["id"]))
        for network in change.join:
            task.create(task.of(PRIVATE_NIC, server=ident), {"private_network_id": network})
        before, after = change.user_data
        if before != after:
            task.user_data(server).apply(before, after)
            task.changed = True
        fresh = bool(change.new_ips or change.leave or change.join)
        if action:
            act(task.api, server, action)
            task.changed = fresh = True
            if task.params["wait"]:
                return arrived(task.api, task.context, server, LEADS_TO[action])
        return (task.api.get(ident) or server) if fresh else server
    except ScalewayError as error:
        task.tell(error, server)
        raise


def stop(task: ServerTask, server: Item) -> Item:
    """Have a server stopped, and wait for that."""
    act(task.api, server, "poweroff")
    task.changed = True
    return arrived(task.api, task.context, server, "stopped")


def remove(task: ServerTask, server: t.Optional[Item]) -> Result:
    """Stop a server and delete it; its volumes and addresses only when that was asked for."""
    if server is None:
        return {"changed": False, "server": {}, "diff": {"before": {}, "after": {}}}
    who = f"The server {server.get('name')} ({server['id']})"
    if server.get("protected"):
        raise InvalidInput(f"{who} is protected. Set protected to false first.", server=server)
    if server.get("state") == "locked":
        raise InvalidInput(f"{who} is locked by Scaleway and cannot be deleted. The support knows why.", server=server)
    volumes, ips = volumes_to_delete(task, server), ips_to_release(task, server)
    result: Result = {"changed": True, "server": {}, "diff": difference(shown(server), {}, server.get("name"))}
    result["deleted_volumes"] = [str(volume["id"]) for volume in volumes]
    result["deleted_ips"] = [str(ip["id"]) for ip in ips]
    if task.context.check_mode:
        return result
    gone = False
    left = [f"volume {volume['id']}" for volume in volumes]
    try:
        if server.get("state") not in STEADY:
            server = settled(task.api, task.context, server)
        if server.get("state") != "stopped":
            server = stop(task, server)
        for ip in ips:  # while the server is there to find them by, should the next step fail
            task.delete(task.of(IP), str(ip["id"]))
        task.delete(task.api, str(server["id"]))
        gone = True
        for volume in volumes:
            delete_volume(task, volume)
            left.pop(0)
    except ScalewayError as error:
        if gone:
            error.message += f" {who} itself was deleted. Delete by id what it left: {', '.join(left)}."
            error.extra.pop("last", None)
        task.tell(error, server)
        raise
    return result


# --- what it will be


def predicted_new(task: ServerTask, about: Item, body: Item, change: Change) -> Item:
    state = "running" if task.target == "running" else "stopped"
    known: Item = {"arch": about.get("arch"), "state": state, "tags": [], "protected": False}
    made = dict(known, **body)
    made["public_ips"] = [*body.get("public_ips", []), *change.new_ips]
    made["private_nics"] = [{"private_network_id": network} for network in change.join]
    return made


def predicted(task: ServerTask, server: Item, change: Change, action: t.Optional[str]) -> Item:
    after = dict(server, **change.patch)
    if "public_ips" in change.patch or change.new_ips:
        kept = change.patch.get("public_ips", [held["id"] for held in held_ips(server)])
        held = [held for held in held_ips(server) if held["id"] in kept]
        there = [one["id"] for one in held]
        after["public_ips"] = held + [ident for ident in kept if ident not in there] + change.new_ips
    grown = {
        number: dict(volume, size=change.volumes.grown[volume["id"]])
        for number, volume in (after.get("volumes") or {}).items()
        if volume["id"] in change.volumes.grown
    }
    new = {f"new {volume['name']}": volume for volume in change.volumes.new}
    if grown or new:
        after["volumes"] = {**(after.get("volumes") or {}), **grown, **new}
    if change.join or change.leave:
        leaving = [nic["id"] for nic in change.leave]
        nics = [nic for nic in server.get("private_nics") or [] if nic["id"] not in leaving]
        after["private_nics"] = nics + [{"private_network_id": network} for network in change.join]
    if action:
        after["state"] = LEADS_TO[action]
    return after


def difference(before: Item, after: Item, name: t.Any) -> Item:
    header = f"server {name}"
    return {"before": before, "after": after, "before_header": header, "after_header": header}


def shown(server: Item) -> Item:
    """A server as a diff shows it: what a task can ask for."""
    volumes = server.get("volumes") or {}
    names = ("name", "commercial_type", "state", "tags", "protected", "boot_type", "dynamic_ip_required")
    return {
        **{name: server.get(name) for name in names},
        "security_group": told(server.get("security_group")),
        "placement_group": told(server.get("placement_group")),
        "public_ips": [
            ip.get("address") or ip["id"] if isinstance(ip, dict) else ip for ip in server.get("public_ips") or []
        ],
        "private_networks": [nic.get("private_network_id") for nic in server.get("private_nics") or []],
        "volumes": {number: _shown_volume(volume) for number, volume in volumes.items()},
    }


def _shown_volume(volume: Item) -> t.Any:
    """Which volume it is; its size when that is told, as it is of one that grows."""
    which = volume.get("id") or volume.get("name")
    return {"id": which, "size": volume["size"]} if volume.get("size") else which


def shown_texts(texts: Texts) -> Item:
    """User data in a diff: it may hold secrets, so only how long it is."""
    return {f"user_data {key}": f"{len(text)} characters" for key, text in texts.items()}
