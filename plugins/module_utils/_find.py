# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""Finding the one resource that a task means: exactly, or not at all."""

from __future__ import annotations

import typing as t

from ._api import ResourceApi
from ._context import Context
from ._errors import BadAnswer, NotFound, NotUnique
from ._references import stands_on_unmade
from ._resource import Item, Resource


def find(api: ResourceApi, context: Context, besides: t.Collection[str] = ()) -> t.Optional[Item]:
    """The one that is meant: by id, or by its identity compared exactly; ``besides`` are the ids of those that are not,
    because they are being replaced. Raises :class:`NotUnique`."""
    params, resource = context.params, api.resource
    if stands_on_unmade(api, params):
        return None
    if resource.look is not None:
        found = resource.look(api, context)
    elif resource.singleton:
        found = api.read()
    elif params.get("id"):
        found = api.get(resource.id_given(params["id"], "id"))
    else:
        found = listed_one(api, context, besides)
    if found is not None and str(found.get(resource.key)) in besides:
        return None
    return found if resource.is_there(found) else None


def listed_one(api: ResourceApi, context: Context, besides: t.Collection[str] = ()) -> t.Optional[Item]:
    """The one of the list that has the identity. Raises :class:`NotUnique`."""
    resource = api.resource
    try:
        found = [
            item
            for item in candidates(api, context)
            if resource.is_there(item) and str(item[resource.key]) not in besides
        ]
    except NotFound:
        if context.params.get("state") != "absent":
            raise
        found = []  # what it would belong to is gone
    one = the_only(api, found, identity_text(api, context)) if found else None
    if one is None or not resource.summaries:
        return one
    whole = api.again(one)
    if whole is None and context.params.get("state") != "absent":
        ident = one[resource.key]
        raise BadAnswer(
            f"The list shows the {resource.noun} {ident}, and asked for it the API says that there is none. Nothing was done: "
            "run the task again.",
            "GET",
            api.url,
        )
    return whole


def the_only(api: ResourceApi, found: t.List[Item], what: str) -> t.Optional[Item]:
    """The one that was found, None when there is none. ``what`` says what all of them have. Raises :class:`NotUnique`."""
    if len(found) > 1:
        resource = api.resource
        ids = sorted(str(item[resource.key]) for item in found)
        twins = NotUnique(
            f"{len(found)} {resource.nouns} have the {what}{place(api)}: {', '.join(ids)}. "
            "None was touched. Give the id of the one that is meant.",
            ids=ids,
        )
        twins.found = found
        raise twins
    return found[0] if found else None


def half_replaced(api: ResourceApi, context: Context, twins: NotUnique) -> t.Tuple[Item, Item]:
    """Of two that have the identity the one to go on with, and the one that a task which was stopped midway left. Raises
    :class:`NotUnique` for what no such task has left."""
    resource = api.resource
    if resource.halfway is None or len(twins.found) != 2 or context.params["state"] == "absent":
        raise twins
    older, newer = sorted(twins.found, key=lambda item: str(item.get("created_at") or ""))
    chosen = resource.halfway(resource, context.params, newer, older)
    if chosen is None:
        raise twins
    left = older if chosen is newer else newer
    context.warn(
        f"The {resource.noun} {older[resource.key]} was to be replaced by {newer[resource.key]}, and the task that did so was "
        f"stopped midway. This one finishes it: {left[resource.key]} is deleted."
    )
    return chosen, left


def candidates(api: ResourceApi, context: Context) -> t.List[Item]:
    """Whatever has the identity. The API's own filters only shorten the list: they match parts of names."""
    params, resource = context.params, api.resource
    options = resource.identity_of(params)
    if not options:
        return []
    spelled = resource.wanted(params)
    identity = {
        name: spelled[name] if name in spelled else resource.converted(option, params[option])
        for option, name in resource.named(options)
    }
    query = resource.query_of(options, identity)
    query.update(params.get("query_parameters") or {})
    owner, owner_id = api.owner
    if owner_id:
        query[owner] = owner_id
    found = [item for item in api.list(query) if has(resource, item, identity)]
    # Where items do not show their owner, the list's filter is all there is.
    return [item for item in found if not owner_id or item.get(owner, owner_id) == owner_id]


def has(resource: Resource, item: Item, identity: Item) -> bool:
    """Whether an item is the one that is meant: names are compared exactly, sets of tags as sets."""
    compare = {**resource.compare, **resource.recognized}
    return all(compare.get(name, equal)(value, resource.value(item, name)) for name, value in identity.items())


def equal(wanted: t.Any, current: t.Any) -> bool:
    return bool(wanted == current)


def can_be_found(api: ResourceApi, context: Context) -> bool:
    """Whether a new one can be told from others. What is recreated by id, or has no name, cannot."""
    if api.resource.singleton:
        return True
    if api.resource.look is not None:
        return not context.params.get("id")
    return not context.params.get("id") and bool(api.resource.identity_of(context.params))


def identity_text(api: ResourceApi, context: Context) -> str:
    options = api.resource.identity_of(context.params)
    told = {option: context.params.get(option) for option in options}
    return " and the ".join(f"{option} {value!r}" for option, value in told.items() if value is not None)


def place(api: ResourceApi) -> str:
    return f" in {api.locality}" if api.locality else ""
