# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# This module util is PRIVATE to the collection: it may change at any time. Do not use it from elsewhere.

"""The resources of File Storage (api/resources.json, file.v1alpha1)."""

from __future__ import annotations

from ._compare import same_set
from ._resource import Resource
from ._values import size_in_bytes

FILE_SYSTEM = Resource(
    product="file",
    version="v1alpha1",
    path="filesystems",
    one="filesystem",
    scope="region",
    needed=("name", "size"),
    grow_only=("size",),
    write_only=("type",),
    convert={"size": size_in_bytes},
    compare={"tags": same_set},
    defaults={"tags": [], "number_of_attachments": 0},
    status="status",
    steady=("available",),
    failed=("error",),
)
