# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Apple silicon: servers of apple-silicon/v1alpha1 and their private networks."""

from __future__ import annotations

from ..kinds import Kind

SERVER = Kind(
    key="apple_silicon.server",
    product="apple-silicon",
    version="v1alpha1",
    path="servers",
    one="server",
    many="servers",
    resource="server",
    methods=("GET",),
    exact_filters=("project_id", "organization_id"),
)
PRIVATE_NETWORK = Kind(
    key="apple_silicon.server_private_network",
    product="apple-silicon",
    version="v1alpha1",
    path="server-private-networks",
    one="server_private_network",
    many="server_private_networks",
    resource="server_private_network",
    methods=("GET",),
    exact_filters=("project_id", "organization_id", "server_id", "private_network_id"),
)
KINDS = (SERVER, PRIVATE_NETWORK)
