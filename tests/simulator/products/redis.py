# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Clusters of redis/v1: the list."""

from __future__ import annotations

from ..kinds import Kind

CLUSTER = Kind(
    key="redis.cluster",
    product="redis",
    version="v1",
    path="clusters",
    one="cluster",
    many="clusters",
    resource="cluster",
    methods=("GET",),
    exact_filters=("project_id", "organization_id"),
)
KINDS = (CLUSTER,)
