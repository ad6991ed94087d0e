# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Kubernetes clusters of k8s/v1 with their pools and nodes: the lists."""

from __future__ import annotations

from ..kinds import Kind

CLUSTER = Kind(
    key="k8s.cluster",
    product="k8s",
    version="v1",
    path="clusters",
    one="cluster",
    many="clusters",
    resource="cluster",
    scope="region",
    methods=("GET",),
    exact_filters=("project_id", "organization_id"),
)
POOL = Kind(
    key="k8s.pool",
    product="k8s",
    version="v1",
    path="clusters/{cluster_id}/pools",
    one="pool",
    many="pools",
    resource="pool",
    scope="region",
    methods=("GET",),
    exact_filters=("project_id", "organization_id"),
)
NODE = Kind(
    key="k8s.node",
    product="k8s",
    version="v1",
    path="clusters/{cluster_id}/nodes",
    one="node",
    many="nodes",
    resource="node",
    scope="region",
    methods=("GET",),
    exact_filters=("pool_id",),
)
KINDS = (CLUSTER, POOL, NODE)
