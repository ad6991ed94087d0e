# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""One kind of resource at its place in the API: list, get, send. Stands between the engine and the client."""

from __future__ import annotations

import re
import typing as t

from ._client import Client
from ._endpoints import Endpoint
from ._errors import BadAnswer, InvalidInput, NotFound
from ._paging import list_all
from ._resource import Item, Params, Part, Request, Resource
from ._settings import Settings
from ._urls import path_of


class ResourceApi:
    """``locality`` is the zone or region in today's spelling; by default that of the settings."""

    def __init__(
        self,
        client: Client,
        resource: Resource,
        params: Params,
        locality: str = "",
        warn: t.Optional[t.Callable[[str], None]] = None,
    ) -> None:
        self.client = client
        self.resource = resource
        settings = client.settings
        self.endpoint = endpoint_of(resource, settings)
        self.locality = "" if resource.scope == "global" else locality or getattr(settings, resource.scope)
        self.owner = self.endpoint.owner(settings) if resource.owned else ("", "")
        path = re.sub(r"\{(\w+)\}", lambda found: path_of(str(params[found.group(1)])), resource.path)
        self.url = f"{self.endpoint.base(settings, self.locality)}/{path}"
        self._warn = warn

    def list(self, query: t.Optional[Item] = None) -> t.List[Item]:
        """All of them that the query leaves, over all pages."""
        items = list_all(self.client, self.url, self.resource.many, query, self.endpoint.page_size_name, self._warn)
        for item in items:
            if not isinstance(item, dict) or "id" not in item:
                raise BadAnswer(
                    f"GET {self.url} answered with an element that is no {self.resource.one}.", "GET", self.url
                )
        return items

    def get(self, ident: str) -> t.Optional[Item]:
        """The one of this id, None when there is none."""
        try:
            return self.send(Request("GET", (ident,)))
        except NotFound:
            return None

    def part(self, ident: str, part: Part) -> t.List[Item]:
        """A set below the resource of this id, as far as it was set by users."""
        url = "/".join([self.url, path_of(ident, part.path)])
        return part.own(list_all(self.client, url, part.key, None, self.endpoint.page_size_name, self._warn))

    def replace_part(self, request: Request) -> None:
        """Carry out a PUT of a whole set."""
        url = "/".join([self.url, path_of(*request.target)])
        self.client.request(request.method, url, request.query, request.body)

    def send(self, request: Request) -> t.Optional[Item]:
        """Carry out a request of a plan; the item of the answer, None when it has no body."""
        url = "/".join([self.url, path_of(*request.target)]) if request.target else self.url
        data = self.client.request(request.method, url, request.query, request.body).data
        if data is None:
            return None
        item = data.get(self.resource.one) if isinstance(data, dict) and self.resource.wrapped else data
        if not isinstance(item, dict) or "id" not in item:
            raise BadAnswer(
                f"{request.method} {url} answered without the {self.resource.one} that belongs there.",
                request.method,
                url,
            )
        return item


def endpoint_of(resource: Resource, settings: Settings) -> Endpoint:
    """The generation is the settings', unless the resource exists in one only. Raises :class:`InvalidInput`."""
    generation = settings.api_generation
    if generation not in resource.generations:
        if resource.generations != ("classic",):
            raise InvalidInput(
                f"api_generation: {resource.many} do not exist in the {generation} generation. "
                f"Use {resource.generations[0]}."
            )
        generation = "classic"
    return Endpoint(resource.product, resource.version, resource.scope, generation == "classic")
