# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""Power of a server: actions, and waiting for what they lead to (findings, section 8)."""

from __future__ import annotations

import typing as t

from ._api import ResourceApi
from ._context import Context
from ._errors import ApiError, FailedState, InvalidInput
from ._reconcile import patience
from ._resource import Item
from ._urls import path_of
from ._wait import wait_until

STEADY = ("running", "stopped", "stopped in place")
# What brings a server from one steady state to another; what is missing cannot be.
WAYS = {
    ("stopped", "running"): "poweron",
    ("stopped in place", "running"): "poweron",
    ("running", "stopped"): "poweroff",
    ("stopped in place", "stopped"): "poweroff",
    ("running", "stopped in place"): "stop_in_place",
}
LOOKS_AT_REBOOT = 3
LEADS_TO = {
    "poweron": "running",
    "reboot": "running",
    "poweroff": "stopped",
    "stop_in_place": "stopped in place",
}


def way_to(server: Item, target: str) -> t.Optional[str]:
    """The action that leads to a state, None when it is there. Raises :class:`InvalidInput` when none does."""
    state = str(server.get("state"))
    if state == target:
        return None
    action = WAYS.get((state, target))
    if action is None:
        raise InvalidInput(
            f"state: the server {server.get('name')} ({server['id']}) is {state} and cannot become {target} from there."
        )
    return action


def act(api: ResourceApi, server: Item, action: str, body: t.Optional[Item] = None) -> t.Any:
    """Ask for an action. What the server allows is told when it refuses. Returns what the API answered."""
    try:
        return api.client.request(
            "POST", f"{api.url}/{path_of(str(server['id']), 'action')}", body=dict(body or {}, action=action)
        ).data
    except ApiError as error:
        allowed = ", ".join(server.get("allowed_actions") or []) or "nothing"
        error.message += (
            f" The server {server.get('name')} ({server['id']}) is {server.get('state')}. It allows {allowed}."
        )
        error.extra.setdefault("server", server)
        raise


def settled(api: ResourceApi, context: Context, server: Item) -> Item:
    """The server when it has come to rest in whatever state."""
    return _wait(api, context, server, lambda found: str(found.get("state")) in STEADY, "to come to rest")


def arrived(api: ResourceApi, context: Context, server: Item, target: str) -> Item:
    """The server in the state that an action leads to.

    Raises :class:`FailedState` when it comes to rest in another one, :class:`WaitTimeout` when it does not come to rest.
    """
    origin = str(server.get("state"))
    moved = False
    looks = 0

    def done(found: Item) -> bool:
        nonlocal moved, looks
        looks += 1
        state = str(found.get("state"))
        if state not in STEADY:
            moved = True
            return state == "locked"
        # At first the API may still show the state from which the action leads away; a reboot may be over already.
        return moved or state != origin or (target == origin and looks > LOOKS_AT_REBOOT)

    found = _wait(api, context, server, done, f"to be {target}")
    if found.get("state") != target:
        detail = f" ({found['state_detail']})" if found.get("state_detail") else ""
        raise FailedState(
            f"The server {found.get('name')} ({found['id']}) should be {target} and is {found.get('state')}{detail}.",
            server=found,
        )
    return found


def _wait(api: ResourceApi, context: Context, server: Item, done: t.Callable[[Item], bool], what: str) -> Item:
    def fetch() -> Item:
        found = api.get(str(server["id"]))
        if found is None:
            raise FailedState(f"The server {server.get('name')} ({server['id']}) vanished while it was waited for.")
        return found

    return wait_until(
        fetch,
        done,
        lambda found: str(found.get("state")),
        f"server {server.get('name')} ({server['id']}) {what}",
        patience(api, context),
        context.progress,
    )
