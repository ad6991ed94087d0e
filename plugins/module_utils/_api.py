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
from ._errors import BadAnswer, InvalidInput, NotFound, PermissionDenied, RequestError
from ._paging import list_all
from ._resource import Item, Params, Part, Request, Resource
from ._settings import Settings
from ._urls import path_of

T = t.TypeVar("T")
WAVERING = 15.0  # seconds; the recordings show ten
LOOK_AGAIN = 0.5


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
        self.owner = self.endpoint.owner(settings, resource.owner)
        self.base = self.endpoint.base(settings, self.locality)
        self.params = params
        self._warn = warn

    @property
    def url(self) -> str:
        return self._url(self.resource.path)

    @property
    def item_url(self) -> str:
        return self._url(self.resource.item_path) if self.resource.item_path else self.url

    def _url(self, path: str) -> str:
        """A path of the product with the values of options in it. Raises :class:`InvalidInput` for one that is not set."""

        def value(found: t.Any) -> str:
            option = found.group(1)
            if self.params.get(option) in (None, ""):
                raise InvalidInput(f"{option} must be set: {self.resource.nouns} belong to one.")
            return path_of(str(self.params[option]))

        return self.base + "/" + re.sub(r"\{(\w+)\}", value, path)

    def list(self, query: t.Optional[Item] = None) -> t.List[Item]:
        """All of them that the query leaves, over all pages."""
        resource = self.resource
        url = self._url(resource.list_path) if resource.list_path else self.url
        key, size = resource.list_key or resource.many, self.endpoint.page_size_name
        items = self._until_known(lambda: list_all(self.client, url, key, query, size, self._warn))
        if resource.listed_in:
            items = [item.get(resource.listed_in) if isinstance(item, dict) else item for item in items]
        items = [resource.read_as(item) if isinstance(item, dict) else item for item in items]
        for item in items:
            if not isinstance(item, dict) or resource.key not in item:
                raise BadAnswer(f"GET {url} answered with an element that is no {resource.noun}.", "GET", url)
        return items

    def get(self, ident: str) -> t.Optional[Item]:
        """The one of this id, None when there is none."""
        if self.resource.only_listed:
            return next((item for item in self.list() if str(item[self.resource.key]) == ident), None)
        return self._read(Request("GET", (ident,)))

    def read(self) -> t.Optional[Item]:
        """The only one there can be (a singleton), None when there is none."""
        query = {name: self.params.get(option) for name, option in self.resource.query.items()}
        owner, owner_id = self.owner
        if owner_id:
            query[owner] = owner_id
        return self._read(Request("GET", (), None, query))

    def again(self, item: Item) -> t.Optional[Item]:
        """An item as it is now, None when it is gone."""
        return self.read() if self.resource.singleton else self.get(str(item[self.resource.key]))

    def _read(self, request: Request) -> t.Optional[Item]:
        try:
            item = self._until_known(lambda: self.send(request))
            completed = self.resource.completed
            return completed(self, item) if completed is not None and item is not None else item
        except NotFound:
            return None
        except PermissionDenied:
            if self.resource.hidden:
                return None
            raise

    def _until_known(self, read: t.Callable[[], T]) -> T:
        """What is read, as soon as all of the API knows it."""
        client, wavers = self.client, self.resource.wavers
        deadline = client.now() + WAVERING
        while True:
            try:
                return read()
            except RequestError as error:
                if wavers is None or not wavers(error) or client.now() >= deadline:
                    raise
            client.sleep(LOOK_AGAIN)

    def part(self, ident: str, part: Part) -> t.List[Item]:
        """A set of the resource of this id, as far as it was set by users."""
        if part.beside:
            url, query = self._url(part.path), {part.beside: ident}
        else:
            url, query = "/".join([self.item_url, path_of(ident, part.path)]), None
        return part.own(list_all(self.client, url, part.key, query, self.endpoint.page_size_name, self._warn))

    def url_of(self, request: Request) -> str:
        """Where a request of a plan goes."""
        if request.path:
            return self._url(request.path)
        return "/".join([self.item_url, path_of(*request.target)]) if request.target else self.url

    def act(self, request: Request) -> t.Any:
        """Carry out a request of a plan, whatever it answers."""
        return self.client.request(request.method, self.url_of(request), request.query, request.body).data

    def send(self, request: Request) -> t.Optional[Item]:
        """Carry out a request of a plan; the item of the answer, None when it has no body."""
        data = self.act(request)
        if data is None:
            return None
        item = self.item_in(data)
        if item is None:
            url = self.url_of(request)
            raise BadAnswer(
                f"{request.method} {url} answered without the {self.resource.noun} that belongs there.",
                request.method,
                url,
            )
        return item

    def item_in(self, data: t.Any) -> t.Optional[Item]:
        """The item that an answer holds, None when it holds none."""
        item = data.get(self.resource.one) if isinstance(data, dict) and self.resource.wrapped else data
        if isinstance(data, dict) and self.resource.given_once and isinstance(data.get(self.resource.one), dict):
            item = dict(
                data[self.resource.one], **{name: data[name] for name in self.resource.given_once if name in data}
            )
        owner, owner_id = self.owner
        if isinstance(item, dict) and self.resource.singleton and owner_id:
            item = dict({owner: owner_id}, **item)
        if isinstance(item, dict):
            item = self.resource.read_as(item)
        if isinstance(item, dict) and (self.resource.singleton or self.resource.key in item):
            return item
        return None


def endpoint_of(resource: Resource, settings: Settings) -> Endpoint:
    """The generation is the settings', unless the resource exists in one only. Raises :class:`InvalidInput`."""
    generation = settings.api_generation
    if generation not in resource.generations:
        if resource.generations != ("classic",):
            raise InvalidInput(
                f"api_generation: {resource.nouns} do not exist in the {generation} generation. "
                f"Use {resource.generations[0]}."
            )
        generation = "classic"
    return Endpoint(resource.product, resource.version, resource.scope, generation == "classic")


def whole_list(key: str) -> t.Callable[[ResourceApi, t.Any], t.Optional[Item]]:
    """For what is a list as a whole, like the rules of something: all of it, over all pages, under ``key``."""

    def look(api: ResourceApi, context: t.Any) -> t.Optional[Item]:
        try:
            return {key: list_all(api.client, api.url, key, None, api.endpoint.page_size_name)}
        except NotFound:
            return None

    return look
