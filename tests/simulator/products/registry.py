# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Container Registry of registry/v1: namespaces, and the images and tags that were pushed into them."""

from __future__ import annotations

from dataclasses import replace

from ..errors import untyped
from ..kinds import Body, Field, Kind, Place
from ..store import ORGANIZATION, PROJECT, Entry, Store

LEAVES = {"status": "deleting"}


def new_namespace(store: Store, place: Place, body: Body) -> Body:
    now = store.clock.zulu()
    name = body.get("name") or "ns-simulated"
    return {
        "name": name,
        "description": body.get("description") or "",
        "organization_id": ORGANIZATION,
        "project_id": body.get("project_id") or PROJECT,
        "status": "ready",
        "status_message": "",
        "endpoint": f"rg.{place.locality}.scw.cloud/{name}",
        "is_public": bool(body.get("is_public")),
        "size": 0,
        "image_count": 0,
        "region": place.locality,
        "created_at": now,
        "updated_at": now,
    }


def check_namespace(store: Store, place: Place, body: Body) -> None:
    if any(entry.data["name"] == body.get("name") for entry in store.entries(NAMESPACE, place.locality)):
        raise untyped(400, "Namespace already exist")


def gone_namespace(store: Store, entry: Entry) -> None:
    for image in list(store.entries(IMAGE, entry.locality)):
        if image.data["namespace_id"] == entry.data["id"]:
            store.remove(image)
            gone_image(store, image)


def gone_image(store: Store, entry: Entry) -> None:
    for tag in list(store.entries(TAG, entry.locality)):
        if tag.data["image_id"] == entry.data["id"]:
            store.remove(tag)


def gone_tag(store: Store, entry: Entry) -> None:
    image = store.find(IMAGE, entry.locality, entry.data["image_id"])
    if image is not None:
        image.change({"tags": [name for name in image.data["tags"] if name != entry.data["name"]]})


NAMESPACE = Kind(
    key="registry.namespace",
    product="registry",
    version="v1",
    path="namespaces",
    one="namespace",
    many="namespaces",
    resource="namespace",
    scope="region",
    fields={
        "name": Field(str, required=True),
        "description": Field(str, update=True),
        "is_public": Field(bool, update=True),
        "project_id": Field(str),
    },
    substring_filters=(),
    exact_filters=("name", "project_id", "organization_id"),
    new=new_namespace,
    check=check_namespace,
    gone=gone_namespace,
    leaves_as=LEAVES,
    deleted=200,
    missing="Namespace was not found",
)
IMAGE = Kind(
    key="registry.image",
    product="registry",
    version="v1",
    path="images",
    one="image",
    many="images",
    resource="image",
    scope="region",
    methods=("GET", "PATCH", "DELETE"),
    fields={"visibility": Field(str, update=True, choices=("inherit", "public", "private"))},
    exact_filters=("namespace_id",),
    gone=gone_image,
    leaves_as=LEAVES,
    deleted=200,
    missing="Image was not found",
)
TAG = Kind(
    key="registry.tag",
    product="registry",
    version="v1",
    path="tags",
    one="tag",
    many="tags",
    resource="tag",
    scope="region",
    methods=("GET", "DELETE"),
    gone=gone_tag,
    leaves_as=LEAVES,
    deleted=200,
    missing="Tag was not found",
)
# Tags are listed below their image, and are alone otherwise.
TAG_LIST = replace(TAG, path="images/{image_id}/tags", methods=("GET",))
KINDS = (NAMESPACE, IMAGE, TAG_LIST, TAG)
