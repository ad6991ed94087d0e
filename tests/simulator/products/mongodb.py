# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Databases of mongodb/v1: the list."""

from __future__ import annotations

from ..kinds import Kind

INSTANCE = Kind(
    key="mongodb.instance",
    product="mongodb",
    version="v1",
    path="instances",
    one="instance",
    many="instances",
    resource="instance",
    scope="region",
    methods=("GET",),
    exact_filters=("project_id", "organization_id"),
)
KINDS = (INSTANCE,)
