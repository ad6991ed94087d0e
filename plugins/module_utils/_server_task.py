# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""One task's work on one server: what every part of it needs, and what it has made so far."""

from __future__ import annotations

import typing as t

from ._api import ResourceApi
from ._client import Client
from ._context import Context
from ._errors import NotFound, RequestError, ScalewayError, WaitTimeout
from ._instance import SERVER
from ._reconcile import created_with
from ._resource import Item, Request, Resource
from ._user_data import UserData

Result = t.Dict[str, t.Any]
TARGETS = {"running": "running", "restarted": "running", "stopped": "stopped", "stopped_in_place": "stopped in place"}


class ServerTask:
    """``changed`` and ``made`` tell of a task that fails in the middle what it has done by then."""

    def __init__(self, client: Client, context: Context) -> None:
        self.client = client
        self.context = context
        self.params = context.params
        self.target = TARGETS.get(self.params["state"])
        self.api = self.of(SERVER)
        self.changed = False
        self.made: t.List[str] = []

    def of(self, resource: Resource, **params: str) -> ResourceApi:
        """The resources of a kind in the server's zone; ``params`` fill the path."""
        return ResourceApi(self.client, resource, {**self.params, **params}, warn=self.context.warn)

    def create(self, api: ResourceApi, body: Item) -> Item:
        """Make something that belongs to the server."""
        item = api.send(Request("POST", (), dict(body, **created_with(api)))) or {}
        self.changed = True
        self.made.append(f"{api.resource.noun} {item.get('id')}")
        return item

    def update(self, api: ResourceApi, ident: str, change: Item) -> t.Optional[Item]:
        item = api.send(Request("PATCH", (ident,), change))
        self.changed = True
        return item

    def delete(self, api: ResourceApi, ident: str) -> None:
        """Delete. That it is gone already is as good."""
        try:
            api.send(Request("DELETE", (ident,)))
        except NotFound:
            return
        self.changed = True

    def user_data(self, server: Item) -> UserData:
        return UserData(self.client, f"{self.api.url}/{server['id']}")

    def tell(self, error: ScalewayError, server: Item) -> None:
        """Let a failure say how far the task came: the server as it was seen last, and what was made."""
        if isinstance(error, WaitTimeout):
            server = error.extra.pop("last", None) or server
        if isinstance(error, RequestError) and error.may_have_happened:
            server = self._seen(server)  # what was made by the request whose answer was lost is seen there
        error.extra.setdefault("server", server)
        error.extra.setdefault("changed", self.changed)
        if self.made:
            error.message += f" Made before: {', '.join(self.made)}."

    def _seen(self, server: Item) -> Item:
        """The server as it is, or as it was known when that cannot be seen."""
        try:
            return self.api.get(str(server["id"])) or server
        except RequestError:
            return server


def told(value: t.Any) -> t.Any:
    """The id in what the API shows of another resource, or the id itself."""
    return value.get("id") if isinstance(value, dict) else value
