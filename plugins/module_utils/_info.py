# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""Listing resources: every page, every place that was asked for, filters that mean what they say."""

from __future__ import annotations

import typing as t
from concurrent.futures import ThreadPoolExecutor

from ._api import ResourceApi
from ._client import Client
from ._context import Context
from ._errors import NotFound
from ._locality import CLASSIC_ZONES, REGIONS, ZONES
from ._redact import masked_id
from ._resource import Item, Resource


def info(client: Client, resource: Resource, context: Context) -> t.Dict[str, t.Any]:
    """The task's result: a list under the resource's plural name. No match gives an empty list.

    The default project does not narrow the list, a project that the task names does.
    """
    params, settings = context.params, client.settings
    places = localities(resource, params, settings.classic)
    apis = [ResourceApi(client, resource, params, place, context.warn) for place in places]
    if resource.singleton:
        seen = [api.read() if resource.look is None else resource.look(api, context) for api in apis]
        found = [item for item in seen if item is not None]
    elif params.get("id"):
        ident = resource.id_given(params["id"], "id")
        found = [item for item in (api.get(ident) for api in apis) if item is not None]
    else:
        found = _list_all_places(apis, query_of(apis[0], context), len(places) > 1)
    matching = [
        masked(resource, item) for item in found if resource.is_there(item) and matches(resource, context, item)
    ]
    answer: t.Dict[str, t.Any] = {"changed": False, resource.many: matching}
    if resource.legacy_list:
        answer[resource.legacy_list] = matching
    if resource.legacy_found:
        answer[resource.legacy_found] = matching[0] if matching else {}
    return answer


def localities(resource: Resource, params: t.Mapping[str, t.Any], classic: bool) -> t.Sequence[str]:
    """The zones or regions to look in; "" is that of the settings."""
    if resource.scope == "global":
        return [""]
    chosen = params.get(resource.scope)
    if chosen != "all":
        return [""]
    if resource.scope == "region":
        return REGIONS
    return CLASSIC_ZONES if classic else ZONES


def query_of(api: ResourceApi, context: Context) -> Item:
    """What the API itself can filter by."""
    params, settings = context.params, api.client.settings
    query: Item = {}
    resource = api.resource
    for option in dict.fromkeys(("name", *resource.filters)):
        if resource.filter_of(option) and params.get(option) not in (None, "") and option != "tags":
            query[resource.filter_of(option)] = params[option]
    if params.get("tags") and resource.filter_of("tags") != "tags":
        query.update({resource.filter_of("tags"): params["tags"][0]} if resource.filter_of("tags") else {})
    elif params.get("tags"):
        # instance/v1 reads one comma-separated value, everything else repeated keys (findings, section 2).
        query["tags"] = ",".join(params["tags"]) if api.endpoint.page_size_name == "per_page" else params["tags"]
    owner, owner_id = api.owner
    if owner_id and (settings.chosen_project or settings.chosen_organization or resource.owner == "organization"):
        query[owner] = owner_id
    query.update(params.get("query_parameters") or {})
    return query


def matches(resource: Resource, context: Context, item: Item) -> bool:
    """What the API's filters leave open: they match parts of names."""
    name, tags = context.params.get("name"), context.params.get("tags")
    if name:
        has = resource.names_of(item)
        if not (any(name in text for text in has) if context.params.get("name_match") == "contains" else name in has):
            return False
    if context.params.get("state") and item.get(resource.status) != context.params["state"]:
        return False
    for option in resource.identity:
        wanted, has_it = context.params.get(option), resource.value(item, resource.field_of(option))
        if option not in ("name", "tags") and wanted and has_it is not None and wanted != has_it:
            return False
    return not tags or set(tags) <= set(item.get("tags") or [])


def masked(resource: Resource, item: Item) -> Item:
    """The item with stars in place of what is secret."""
    return dict(item, **{name: masked_id(str(item[name])) for name in resource.secret if item.get(name)})


def _list_all_places(apis: t.List[ResourceApi], query: Item, several: bool) -> t.List[Item]:
    if not several:
        return apis[0].list(query)

    def in_place(api: ResourceApi) -> t.List[Item]:
        try:
            return api.list(query)
        except NotFound:
            return []  # a product that is not offered there

    with ThreadPoolExecutor(max_workers=len(apis)) as pool:
        return [item for items in pool.map(in_place, apis) for item in items]
