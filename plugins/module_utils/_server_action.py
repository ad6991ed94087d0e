# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""One-shot actions of servers."""

from __future__ import annotations

import typing as t

from ._api import ResourceApi
from ._client import Client
from ._context import Context
from ._errors import InvalidInput
from ._instance import SERVER
from ._power import LEADS_TO, act, arrived
from ._reconcile import patience
from ._references import id_of
from ._resource import Item
from ._wait import wait_until


def act_once(client: Client, context: Context) -> t.Dict[str, t.Any]:
    """Do with a server what the task says, and return the task's result."""
    action = context.params["action"]
    api, server = server_of(client, context)
    if action == "terminate" and context.params["confirm"] != server.get("name"):
        raise InvalidInput(
            f"confirm: {context.params['confirm']!r} is not the name of the server {server['id']}: nothing was terminated."
        )
    target = LEADS_TO.get(action)
    done = action != "reboot" and target is not None and server.get("state") == target
    if action == "enable_routed_ip" and server.get("routed_ip_enabled"):
        done = True
    if done or context.check_mode:
        return {
            "changed": not done,
            "server": {} if action == "terminate" else dict(server, **_predicted(server, target)),
        }
    body = {"name": context.params["name"]} if action == "backup" and context.params.get("name") else None
    answer = act(api, server, action, body)
    result: t.Dict[str, t.Any] = {"changed": True}
    if action == "backup":
        task = (answer or {}).get("task") or {}
        result["image_id"] = str(task.get("href_result") or "").rpartition("/")[2]
    if target and context.params["wait"]:
        result["server"] = arrived(api, context, server, target)
    elif action == "terminate":
        if context.params["wait"]:
            _wait_until_gone(api, context, server)
        result["server"] = {}
    else:
        result["server"] = api.get(str(server["id"])) or server
    return result


def server_of(client: Client, context: Context) -> t.Tuple[ResourceApi, Item]:
    """The server that the option ``server`` names. Raises :class:`InvalidInput` when there is none."""
    ident = id_of(client, SERVER, context, "server", context.params["server"])
    api = ResourceApi(client, SERVER, context.params, warn=context.warn)
    server = api.get(ident)
    if server is None:
        raise InvalidInput(f"server: there is no server {ident} in {api.locality}.")
    return api, server


def _predicted(server: Item, target: t.Optional[str]) -> Item:
    return {"state": target} if target else {}


def _wait_until_gone(api: ResourceApi, context: Context, server: Item) -> None:
    def look() -> t.Optional[Item]:
        return api.get(str(server["id"]))

    wait_until(
        look,
        lambda found: found is None,
        lambda found: str((found or {}).get("state")),
        f"server {server.get('name')} ({server['id']}) to be terminated",
        patience(api, context),
        context.progress,
    )
