# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""Options that name another resource: an id stays as it is, a name is looked up, exactly, once."""

from __future__ import annotations

import typing as t

from ._api import ResourceApi
from ._choices import did_you_mean
from ._client import Client
from ._context import Context
from ._errors import InvalidInput, NotUnique
from ._resource import Item, Resource
from ._settings import UUID

# The id, in predictions, of what is not there yet. Nothing is asked about it.
UNMADE = "00000000-0000-4000-8000-000000000000"


class NoSuchReference(InvalidInput):
    """What an option names does not exist."""


def with_ids(client: Client, resource: Resource, context: Context) -> Context:
    """The task with ids in place of names, in the order of the references: one may stand in the path of the next.

    What is to be deleted is so whether or not there is what its options name, except for those that say which one is meant.

    Raises :class:`NoSuchReference`, :class:`NotUnique`.
    """
    for option, other in resource.references.items():
        name, *inner = option.split(".")
        value = context.params.get(name)
        if not value:
            continue
        try:
            found = _with_ids_in(client, other, context, name, value, inner)
        except NoSuchReference:
            if context.params.get("state") != "absent" or _says_which(resource, name, context.params):
                raise
            found = None
        context = context.with_params({name: found})
    return context


def _says_which(resource: Resource, option: str, params: t.Mapping[str, t.Any]) -> bool:
    """Whether an option has a part in saying which one is meant: itself, or because a name that does is looked up in it."""
    return resource.says_which(option, params) or any(
        option in other.places(params) and resource.says_which(name, params)
        for name, other in resource.references.items()
        if params.get(name) and not UUID.fullmatch(str(params[name]))
    )


def _with_ids_in(
    client: Client, resource: Resource, context: Context, told: str, value: t.Any, inner: t.Sequence[str]
) -> t.Any:
    """A value with ids in place of the names at the path ``inner``; ``told`` is how errors name it."""
    if not inner:
        return ids_of(client, resource, context, told, value) if value else value
    if isinstance(value, list):
        return [
            _with_ids_in(client, resource, context, f"{told}[{number}]", item, inner)
            for number, item in enumerate(value)
        ]
    if not isinstance(value, dict) or inner[0] not in value:
        return value
    name = inner[0]
    return dict(value, **{name: _with_ids_in(client, resource, context, f"{told}.{name}", value[name], inner[1:])})


def ids_of(client: Client, resource: Resource, context: Context, option: str, value: t.Any) -> t.Any:
    """The id of a name, or the ids of a list of names."""
    if isinstance(value, list):
        named = [(f"{option}[{number}]", str(text)) for number, text in enumerate(value)]
        return [id_or_unmade(client, resource, context, told, text) for told, text in named]
    return id_or_unmade(client, resource, context, option, str(value))


def id_or_unmade(client: Client, resource: Resource, context: Context, option: str, text: str) -> str:
    """The id of one name. In a prediction, one that there is not is taken for one that is made by then, with a warning."""
    try:
        return id_of(client, resource, context, option, text)
    except NoSuchReference as missing:
        if resource.offered or not context.predicts:
            raise
        context.warn(f"{missing} In check mode it is taken for one that another task makes before.")
        return UNMADE


def id_of(client: Client, resource: Resource, context: Context, option: str, text: str) -> str:
    """The id of one name. An id is taken as it is: whether it exists is for the API to say."""
    if UUID.fullmatch(text):
        return text.lower()
    api = ResourceApi(client, resource, context.params, warn=context.warn)
    called = resource.called(text)
    query = {resource.filter_of(name): value for name, value in called.items() if resource.filter_of(name)}
    owner, owner_id = api.owner
    if owner_id:
        query[owner] = owner_id
    listed = [] if stands_on_unmade(api, context.params) else api.list(query)
    found = [item for item in listed if resource.is_there(item)]
    ids = sorted(str(item[resource.key]) for item in found if _is_called(resource, item, text, called))
    place = f" in {api.locality}" if api.locality else ""
    if not ids:
        near = did_you_mean(
            text, [name for item in api.list() for name in resource.names_of(item)] if resource.offered else ()
        )
        raise NoSuchReference(
            f"{option}: there is no {resource.noun} named {text!r}{place}.{near} Give its exact name or its id."
        )
    if len(ids) > 1:
        raise NotUnique(
            f"{option}: {len(ids)} {resource.nouns} are named {text!r}{place}: {', '.join(ids)}. Give the id.", ids=ids
        )
    return ids[0]


def stands_on_unmade(api: ResourceApi, params: t.Mapping[str, t.Any]) -> bool:
    """Whether what is looked for belongs to something that is not there yet: then it is not there either."""
    return api.owner[1] == UNMADE or any(params.get(option) == UNMADE for option in api.resource.places(params))


def _is_called(resource: Resource, item: Item, text: str, called: Item) -> bool:
    if resource.named_by:
        return text in resource.names_of(item)
    return all(resource.value(item, name) == value for name, value in called.items())
