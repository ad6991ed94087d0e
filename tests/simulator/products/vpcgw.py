# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Public gateways of vpc-gw/v2: the lists."""

from __future__ import annotations

from ..kinds import Kind

GATEWAY = Kind(
    key="vpcgw.gateway",
    product="vpc-gw",
    version="v2",
    path="gateways",
    one="gateway",
    many="gateways",
    resource="gateway",
    methods=("GET",),
    exact_filters=("project_id", "organization_id"),
)
GATEWAY_NETWORK = Kind(
    key="vpcgw.gateway_network",
    product="vpc-gw",
    version="v2",
    path="gateway-networks",
    one="gateway_network",
    many="gateway_networks",
    resource="gateway_network",
    methods=("GET",),
    exact_filters=("project_id", "organization_id"),
)
KINDS = (GATEWAY, GATEWAY_NETWORK)
