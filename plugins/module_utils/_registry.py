# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""Container Registry of registry/v1 (api/resources.json, registry.v1)."""

from __future__ import annotations

from ._resource import Resource

NAMESPACE = Resource(
    product="registry",
    version="v1",
    path="namespaces",
    one="namespace",
    scope="region",
    needed=("name",),
    create_only=("name",),
    rename={"privacy_policy": "is_public"},
    convert={"privacy_policy": lambda value, option: value == "public"},
    defaults={"description": "", "is_public": False},
    volatile=("size", "image_count", "status_message"),
    status="status",
    steady=("ready",),
    lingers=True,
    leaving=("deleting",),
    legacy={"container_registry": ""},
    legacy_found="container_registry",
)
IMAGE = Resource(
    product="registry",
    version="v1",
    path="images",
    one="image",
    scope="region",
    owner="",
    identity=("namespace", "name"),
    filters=("namespace", "name"),
    rename={"namespace": "namespace_id"},
    references={"namespace": NAMESPACE},
    status="status",
    leaving=("deleting",),
)
TAG = Resource(
    product="registry",
    version="v1",
    path="images/{image}/tags",
    item_path="tags",
    one="tag",
    scope="region",
    owner="",
    not_fields=("image",),
    references={"image": IMAGE},
    status="status",
    lingers=True,
    leaving=("deleting",),
)
