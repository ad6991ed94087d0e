# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""The addresses of a server: which are asked for, which it has, and how they come and go."""

from __future__ import annotations

import typing as t

from ._compare import same_set
from ._errors import InvalidInput
from ._instance import IP, uuid_or_address
from ._resource import Item
from ._server_task import ServerTask
from ._settings import UUID

FAMILIES = {"ipv4": "inet", "ipv6": "inet6"}


def wanted_ips(task: ServerTask) -> t.Optional[t.List[str]]:
    """Ids, addresses, and kinds of the addresses that the server shall have; None when nobody says.

    ``public_ip`` is the older way to say it. Raises :class:`InvalidInput`.
    """
    params = task.params
    wanted, option = params.get("public_ips"), "public_ips"
    older = params.get("public_ip")
    if wanted is None and older is not None:
        wanted = {"absent": [], "dynamic": [], "allocated": ["ipv4"]}.get(older, [older])
        option = "public_ip"
    if wanted is None:
        return None
    if task.client.settings.classic and "ipv6" in wanted:
        raise InvalidInput(f"{option}: the classic generation has no flexible IPv6 addresses. Use enable_ipv6.")
    otherwise = " For one that is reserved when there is none, give ipv4 or ipv6." if option == "public_ips" else ""
    return [text if text in FAMILIES else uuid_or_address(text, option, otherwise) for text in wanted]


def wants_dynamic(task: ServerTask) -> t.Optional[bool]:
    """Whether the server shall have an address while it is running; None when nobody says."""
    if task.params.get("dynamic_ip_required") is not None:
        return bool(task.params["dynamic_ip_required"])
    older = task.params.get("public_ip")
    return None if older is None else bool(older == "dynamic")


def id_of_ip(task: ServerTask, text: str) -> str:
    """The id of a reserved address. Raises :class:`InvalidInput` when there is none."""
    if UUID.fullmatch(text):
        return text
    found = task.of(IP).get(text)
    if found is None:
        raise InvalidInput(f"public_ips: {text} is no reserved address in {task.client.settings.zone}.")
    return str(found["id"])


def held_ips(server: Item) -> t.List[Item]:
    """The flexible addresses of a server. The classic generation shows one."""
    shown = server.get("public_ips")
    if shown is None:
        shown = [server["public_ip"]] if server.get("public_ip") else []
    return [held for held in shown if not held.get("dynamic")]


def ips_to_release(task: ServerTask, server: Item) -> t.List[Item]:
    """The addresses that go with a server. Raises :class:`InvalidInput` for what is no address in ``keep_ips``."""
    kept = [uuid_or_address(text, "keep_ips") for text in task.params.get("keep_ips") or []]
    if not task.params["delete_ips"]:
        return []
    return [held for held in held_ips(server) if held["id"] not in kept and held.get("address") not in kept]


def compare_ips(task: ServerTask, server: Item) -> t.Tuple[t.Optional[t.List[str]], t.List[str]]:
    """The ids that the server shall hold, None when they are those that it does; and the kinds of those to reserve."""
    wanted = wanted_ips(task)
    if wanted is None:
        return None, []
    left = held_ips(server)
    there = [str(held["id"]) for held in left]
    kept: t.List[str] = []
    new: t.List[str] = []
    for text in (text for text in wanted if text not in FAMILIES):
        held = next((held for held in left if text in (held["id"], held.get("address"))), None)
        kept.append(str(held["id"]) if held else id_of_ip(task, text))
        left = [other for other in left if other is not held]
    for text in (text for text in wanted if text in FAMILIES):
        held = next((held for held in left if held.get("family", "inet") == FAMILIES[text]), None)
        if held is None:
            new.append(text)
        else:
            kept.append(str(held["id"]))
            left = [other for other in left if other is not held]
    return (None if same_set(kept, there) else kept), new


def reserve_ips(task: ServerTask, server: Item, kinds: t.List[str]) -> None:
    """Reserve addresses for a server."""
    for kind in kinds:
        routed = {} if task.client.settings.classic else {"type": f"routed_{kind}"}
        task.create(task.of(IP), {"server": str(server["id"]), **routed})


def move_ips(task: ServerTask, server: Item, wanted: t.List[str]) -> None:
    """Attach and detach addresses one by one, as the classic generation has it."""
    ips = task.of(IP)
    there = [str(held["id"]) for held in held_ips(server)]
    for ident in there:
        if ident not in wanted:
            task.update(ips, ident, {"server": None})
    for ident in wanted:
        if ident not in there:
            task.update(ips, ident, {"server": str(server["id"])})
