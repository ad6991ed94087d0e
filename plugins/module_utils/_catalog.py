# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""What there is to choose from for a server: commercial types with their limits and prices, and images."""

from __future__ import annotations

import typing as t

from ._api import ResourceApi
from ._choices import check_known, did_you_mean
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
    known = check_known("commercial_type", name, types, "commercial type", client.settings.zone)
    return dict(types[known], name=known)


def price_of(about: Item) -> t.Dict[str, t.Any]:
    """What a type costs, in euros."""
    return {"hourly": about.get("hourly_price"), "monthly": about.get("monthly_price"), "currency": "EUR"}


def image_id(client: Client, context: Context, image: str, arch: str, local: bool, server_type: str = "") -> str:
    """The id of an image given by id, marketplace label or own name, for an architecture and perhaps a commercial type.

    ``local`` says whether the root volume is local. Raises :class:`InvalidInput` when there is none, or more than one.
    """
    if UUID.fullmatch(image):
        return image.lower()
    zone, kind = client.settings.zone, "instance_local" if local else "instance_sbs"
    labelled = [] if client.settings.classic else _labelled(client, image)
    fit = [item for item in labelled if _fits(item, arch, server_type)]
    ids = [str(item["id"]) for item in fit if item.get("type") == kind]
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
    if not labelled and not own:
        labels = [] if client.settings.classic else marketplace_labels(client)
        if image in labels:
            raise InvalidInput(f"image: {image!r} is not offered in {zone}. Choose another image, or another zone.")
        raise InvalidInput(
            f"image: there is no label and no own image {image!r} in {zone}.{did_you_mean(image, labels)}"
        )
    what = f"{server_type} ({arch})" if server_type else arch
    if fit:
        volumes = ("sbs_volume", "l_ssd") if local else ("l_ssd", "sbs_volume")
        raise InvalidInput(f"image: {image!r} for {what} needs a root volume of type {volumes[0]}, not {volumes[1]}.")
    others = [] if client.settings.classic else local_images(client, {"zone": zone, "type": kind})
    fitting = sorted({str(item["label"]) for item in others if _fits(item, arch, server_type)})
    there = ", ".join(sorted({str(item.get("arch")) for item in labelled + own}))
    raise InvalidInput(
        f"image: {image!r} in {zone} is not for {what} but for {there}. For it there are: {', '.join(fitting) or 'none'}."
    )


def _labelled(client: Client, label: str) -> t.List[Item]:
    try:
        return local_images(client, {"image_label": label, "zone": client.settings.zone})
    except NotFound:
        return []  # no label: it may be an own name


def _fits(image: Item, arch: str, server_type: str) -> bool:
    return image.get("arch") == arch and (
        not server_type or server_type in (image.get("compatible_commercial_types") or [])
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
