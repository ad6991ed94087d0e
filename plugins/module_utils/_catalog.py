# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""What there is to choose from for a server: commercial types with their limits and prices, and images."""

from __future__ import annotations

import difflib
import typing as t

from ._api import ResourceApi
from ._client import Client
from ._context import Context
from ._endpoints import Endpoint
from ._errors import InvalidInput, NotFound
from ._instance import IMAGE, SERVER
from ._paging import list_all
from ._resource import Item
from ._settings import UUID

T = t.TypeVar("T")
SOLD_OUT = "shortage"


def remembered(client: Client, url: str, query: t.Optional[Item], fetch: t.Callable[[], T]) -> T:
    """What does not change while a playbook runs is asked for once."""
    key = f"{url}?{sorted((query or {}).items())}"
    if key not in client.catalogs:
        client.catalogs[key] = fetch()
    return t.cast(T, client.catalogs[key])


def server_types(client: Client, zone: str = "") -> t.Dict[str, Item]:
    """The commercial types of a zone by name, as ``products/servers`` describes them."""
    url = f"{_base(client, zone)}/products/servers"
    return remembered(client, url, None, lambda: dict(list_all(client, url, "servers", None, "per_page")))


def availabilities(client: Client, zone: str = "") -> t.Dict[str, str]:
    """Type to available, scarce or shortage."""
    url = f"{_base(client, zone)}/products/servers/availability"
    pairs = list_all(client, url, "servers", None, "per_page")
    return {name: str(about.get("availability")) for name, about in pairs}


def type_of(client: Client, name: str) -> Item:
    """One commercial type. Raises :class:`InvalidInput` with the nearest ones when there is none of this name."""
    types = server_types(client)
    for known, about in types.items():
        if known.lower() == name.lower():
            return dict(about, name=known)
    near = difflib.get_close_matches(name.upper(), list(types), n=3, cutoff=0.4) or sorted(types)[:3]
    raise InvalidInput(
        f"commercial_type: there is no {name!r} in {client.settings.zone}. Near to it are {', '.join(near)}."
    )


def price_of(about: Item) -> t.Dict[str, t.Any]:
    """What a type costs, in euros."""
    return {"hourly": about.get("hourly_price"), "monthly": about.get("monthly_price"), "currency": "EUR"}


def image_id(client: Client, context: Context, image: str, server_type: Item, local: bool) -> str:
    """The id of an image given by id, marketplace label or own name, fit for a type.

    ``local`` says whether the root volume is local. Raises :class:`InvalidInput`, which names what would fit.
    """
    if UUID.fullmatch(image):
        return image.lower()
    if not client.settings.classic:
        found = _of_marketplace(client, image, server_type, local)
        if found:
            return found
    api = ResourceApi(client, IMAGE, context.params, warn=context.warn)
    own = [item for item in api.list({"name": image}) if item.get("name") == image]
    fit = [item for item in own if item.get("arch") == server_type.get("arch")]
    if own and not fit:
        raise InvalidInput(
            f"image: {image!r} is for {own[0].get('arch')}, and a {server_type['name']} is {server_type.get('arch')}."
        )
    if len(fit) > 1:
        ids = ", ".join(sorted(str(item["id"]) for item in fit))
        raise InvalidInput(f"image: {len(fit)} images are named {image!r}: {ids}. Give the id.")
    if fit:
        return str(fit[0]["id"])
    raise _no_image(client, image)


def image_named(client: Client, context: Context, image: str, arch: str, local: bool) -> str:
    """The id of an image given by id, marketplace label or own name, for an architecture.

    Raises :class:`InvalidInput` when there is none, or more than one.
    """
    if UUID.fullmatch(image):
        return image.lower()
    zone, kind = client.settings.zone, "instance_local" if local else "instance_sbs"
    found: t.List[Item] = []
    if not client.settings.classic:
        try:
            found = local_images(client, {"image_label": image, "zone": zone})
        except NotFound:
            pass  # no label: it may be an own name
        ids = [str(item["id"]) for item in found if item.get("arch") == arch and item.get("type") == kind]
        if ids:
            return ids[0]
    api = ResourceApi(client, IMAGE, context.params, warn=context.warn)
    owner, owner_id = api.owner
    query: Item = {"name": image, owner: owner_id} if owner_id else {"name": image}
    own = [item for item in api.list(query) if item.get("name") == image]
    ids = sorted(str(item["id"]) for item in own if item.get("arch") == arch)
    if len(ids) > 1:
        raise InvalidInput(f"image: {len(ids)} images are named {image!r} in {zone}: {', '.join(ids)}. Give the id.")
    if ids:
        return ids[0]
    others = sorted({f"{item.get('arch')} {item.get('type') or 'of your own'}" for item in found + own})
    if others:
        raise InvalidInput(f"image: there is no {image!r} for {arch} ({kind}) in {zone}, only: {', '.join(others)}.")
    raise _no_image(client, image)


def _no_image(client: Client, image: str) -> InvalidInput:
    labels = [] if client.settings.classic else marketplace_labels(client)
    near = difflib.get_close_matches(image, labels, n=3, cutoff=0.5)
    hint = f" Near to it are {', '.join(near)}." if near else ""
    return InvalidInput(f"image: there is no label and no own image {image!r} in {client.settings.zone}.{hint}")


def _of_marketplace(client: Client, label: str, server_type: Item, local: bool) -> str:
    """The id of a marketplace image, "" when there is no such label."""
    name = server_type["name"]
    kind = "instance_local" if local else "instance_sbs"
    try:
        images = local_images(client, {"image_label": label, "zone": client.settings.zone})
    except NotFound:
        return ""
    fit = [image for image in images if name in (image.get("compatible_commercial_types") or [])]
    for image in fit:
        if image.get("type") == kind:
            return str(image["id"])
    if fit:
        other = "l_ssd" if kind == "instance_sbs" else "sbs_volume"
        raise InvalidInput(
            f"image: {label!r} for {name} needs a root volume of type {other}. Set root_volume.volume_type."
        )
    fitting = sorted(
        {
            str(image["label"])
            for image in local_images(client, {"zone": client.settings.zone, "type": kind})
            if name in (image.get("compatible_commercial_types") or [])
        }
    )
    raise InvalidInput(
        f"image: {label!r} does not exist for {name} ({server_type.get('arch')}) in {client.settings.zone}. "
        f"These do: {', '.join(fitting) or 'none'}."
    )


def local_images(client: Client, query: Item) -> t.List[Item]:
    """The marketplace's images as a zone has them. Raises :class:`NotFound` for an unknown label."""
    base = Endpoint("marketplace", "v2", "global", False).base(client.settings)
    url = f"{base}/local-images"
    return remembered(client, url, query, lambda: list_all(client, url, "local_images", query))


def marketplace_labels(client: Client) -> t.List[str]:
    base = Endpoint("marketplace", "v2", "global", False).base(client.settings)
    return sorted(str(image["label"]) for image in list_all(client, f"{base}/images", "images"))


def _base(client: Client, zone: str) -> str:
    return Endpoint(SERVER.product, SERVER.version, "zone", client.settings.classic).base(client.settings, zone)
