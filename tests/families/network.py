# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Networks: VPCs, private networks, IPAM, public gateways, flexible IPs of Elastic Metal."""

from __future__ import annotations

from tests.families.case import Contract

LATER = (
    ".has_s3_integration",
    ".s3_integration_enabled",
    ".transitivity_enabled",
    ".subnets[].region",
)
CONTRACTS = [
    Contract("vpc/v2", 100, LATER),
    Contract("ipam/v1", 30, LATER),
    Contract("vpc-gw/v2", 10, LATER),
    Contract("flexible-ip/v1alpha1", 12, LATER),
]
