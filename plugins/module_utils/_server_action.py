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
from ._errors import BadAnswer, InvalidInput, RequestError, ScalewayError
from ._instance import IMAGE, SERVER
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
    result: t.Dict[str, t.Any] = {"changed": True}
    try:
        answer = act(api, server, action, body)
        if action == "backup":
            result["image_id"] = _made_by(api, answer)
    except RequestError as error:
        if error.may_have_happened:
            error.message += f" Whether the server began to {action} is not known." + _images_named(client, context)
        raise
    try:
        if target and context.params["wait"]:
            result["server"] = arrived(api, context, server, target)
        elif action == "terminate":
            if context.params["wait"]:
                _wait_until_gone(api, context, server)
            result["server"] = {}
        else:
            result["server"] = api.get(str(server["id"])) or server
    except ScalewayError as error:
        error.extra.update(result)
        raise
    return result


def _made_by(api: ResourceApi, answer: t.Any) -> str:
    """The id of the image that a backup makes."""
    task = answer.get("task") if isinstance(answer, dict) else None
    if not isinstance(task, dict):
        raise BadAnswer(f"POST {api.url} answered to the backup without a task.", "POST", api.url)
    return str(task.get("href_result") or "").rpartition("/")[2]


def _images_named(client: Client, context: Context) -> str:
    """What may have been made by a backup whose answer was lost; "" when that cannot be seen."""
    name = context.params.get("name")
    if context.params["action"] != "backup" or not name:
        return ""
    try:
        found = ResourceApi(client, IMAGE, context.params).list({"name": name})
    except RequestError:
        return ""
    ids = ", ".join(sorted(str(item["id"]) for item in found if item.get("name") == name))
    return f" Images named {name!r}: {ids or 'none'}."


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
