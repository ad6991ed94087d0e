# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Elastic Metal: servers of baremetal/v1 and their private networks of v3."""

from __future__ import annotations

from ..kinds import Kind

SERVER = Kind(
    key="baremetal.server",
    product="baremetal",
    version="v1",
    path="servers",
    one="server",
    many="servers",
    resource="server",
    methods=("GET",),
    exact_filters=("project_id", "organization_id", "status"),
)
PRIVATE_NETWORK = Kind(
    key="baremetal.server_private_network",
    product="baremetal",
    version="v3",
    path="server-private-networks",
    one="server_private_network",
    many="server_private_networks",
    resource="server_private_network",
    methods=("GET",),
    exact_filters=("project_id", "organization_id", "server_id", "private_network_id"),
)
KINDS = (SERVER, PRIVATE_NETWORK)
