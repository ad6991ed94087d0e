# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_vpc_route_info
short_description: List the routes of VPCs
description:
  - >-
    List the routes in one Scaleway region or in all of them, over all pages: those that you added, and those that
    Scaleway made to the subnets of private networks. The latter have no ID.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.attributes.info_module
  - community.scaleway.auth
  - community.scaleway.info.region
  - community.scaleway.place
options:
  vpc:
    description:
      - Only list the routes of this VPC, given by its ID or exact name.
    type: str
  nexthop_private_network:
    description:
      - Only list the routes that lead into this private network, given by its ID or exact name.
    type: str
  nexthop_resource:
    description:
      - Only list the routes that hand packets to the resource with this ID.
    type: str
  is_ipv6:
    description:
      - Only list the routes of IPv6, or only those of IPv4.
    type: bool
  tags:
    description:
      - Only list routes that have all of these tags.
    type: list
    elements: str
seealso:
  - module: community.scaleway.scaleway_vpc_route
"""

EXAMPLES = r"""
- name: List the routes of a VPC
  community.scaleway.scaleway_vpc_route_info:
    vpc: default
    is_ipv6: false
    region: fr-par
"""

RETURN = r"""
routes:
  description:
    - The routes, an empty list when there is none.
    - See RV(community.scaleway.scaleway_vpc_route#module:route) for what each of them contains.
  returned: success
  type: list
  elements: dict
  sample: [{"id": "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77", "destination": "10.30.0.0/16"}]
"""

from ..module_utils._module import info_module
from ..module_utils._run import run
from ..module_utils._vpc import LISTED_ROUTE

MODULE = info_module(
    LISTED_ROUTE,
    {
        "vpc": {"type": "str"},
        "nexthop_private_network": {"type": "str"},
        "nexthop_resource": {"type": "str"},
        "is_ipv6": {"type": "bool"},
        "tags": {"type": "list", "elements": "str"},
    },
    named=False,
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
