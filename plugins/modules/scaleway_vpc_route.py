# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_vpc_route
short_description: Manage the routes of VPCs
description:
  - Create, change, and delete the routes that you add to a Scaleway VPC.
  - A route is found by its VPC and its destination, or by its ID. There is one route to a destination.
  - The routes to the subnets of private networks are made by Scaleway, and left alone.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.attributes.resource
  - community.scaleway.auth
  - community.scaleway.place
  - community.scaleway.state
  - community.scaleway.wait
  - community.scaleway.tags
options:
  vpc:
    description:
      - The VPC, by ID or exact name. Needed unless O(id) is set.
    type: str
    aliases: [vpc_id]
  destination:
    description:
      - The network that the route leads to, like V(10.30.0.0/16). Needed unless O(id) is set. Together with O(id) it
        is what the route leads to from then on.
    type: str
  nexthop_resource:
    description:
      - The ID of what the packets are handed to, for example of a private network card or of a gateway network.
    type: str
  nexthop_private_network:
    description:
      - The private network in which that is, by ID or exact name.
    type: str
  nexthop_vpc_connector:
    description:
      - The ID of the connector to another VPC that the packets are handed to.
    type: str
  description:
    description:
      - What the route is for. Scaleway calls it V(Custom route) when it is empty.
    type: str
seealso:
  - module: community.scaleway.scaleway_vpc_route_info
"""

EXAMPLES = r"""
- name: Keep a VPC
  community.scaleway.scaleway_vpc:
    name: production
    region: fr-par

- name: Keep a private network in it
  community.scaleway.scaleway_private_network:
    name: internal
    vpc: production
    region: fr-par

- name: Create a server that knows the way to the office
  community.scaleway.scaleway_server:
    name: vpn
    commercial_type: DEV1-S
    image: ubuntu_jammy
    private_networks: [internal]
    zone: fr-par-1
  register: vpn

- name: Send what is for the office to the server
  community.scaleway.scaleway_vpc_route:
    vpc: production
    destination: 10.30.0.0/16
    nexthop_resource: "{{ vpn.server.private_nics[0].id }}"
    nexthop_private_network: internal
    description: The office
    region: fr-par

- name: Delete the route
  community.scaleway.scaleway_vpc_route:
    vpc: production
    destination: 10.30.0.0/16
    region: fr-par
    state: absent
"""

RETURN = r"""
route:
  description:
    - The route as the API describes it. Empty when there is none any more.
    - In check mode it is the route as it would be. A new one has no ID then.
  returned: always, unless nothing is known of the route
  type: dict
  contains:
    id:
      description: The ID of the route.
      returned: when the route exists
      type: str
      sample: 0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77
    description:
      description: What it is for.
      returned: success
      type: str
      sample: The office
    tags:
      description: Its tags.
      returned: success
      type: list
      elements: str
      sample: []
    vpc_id:
      description: The ID of its VPC.
      returned: success
      type: str
      sample: 0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77
    destination:
      description: The network that it leads to.
      returned: success
      type: str
      sample: 10.30.0.0/16
    is_read_only:
      description: Whether Scaleway made it.
      returned: success
      type: bool
      sample: false
    type:
      description: What kind of route it is.
      returned: success
      type: str
      sample: custom
    nexthop_resource_id:
      description: The ID of what the packets are handed to.
      returned: when it is known
      type: str
      sample: 0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77
    nexthop_private_network_id:
      description: The ID of the private network in which that is.
      returned: when it is known
      type: str
      sample: 0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77
    nexthop_vpc_connector_id:
      description: The ID of the connector that the packets are handed to.
      returned: when it is known
      type: str
      sample: 0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77
    region:
      description: Its region.
      returned: success
      type: str
      sample: fr-par
    created_at:
      description: When it was made.
      returned: success
      type: str
      sample: "2026-07-30T13:54:26.075544Z"
    updated_at:
      description: When it was last changed.
      returned: success
      type: str
      sample: "2026-07-30T13:54:26.075544Z"
error:
  description: What went wrong, for programs to read.
  returned: failure
  type: dict
  sample: {"type": "quotas_exceeded", "status": 403, "message": "a quota is used up"}
"""

from ..module_utils._module import resource_module
from ..module_utils._run import run
from ..module_utils._vpc import ROUTE

MODULE = resource_module(
    ROUTE,
    {
        "vpc": {"type": "str", "aliases": ["vpc_id"]},
        "destination": {"type": "str"},
        "nexthop_resource": {"type": "str"},
        "nexthop_private_network": {"type": "str"},
        "nexthop_vpc_connector": {"type": "str"},
        "description": {"type": "str"},
        "tags": {"type": "list", "elements": "str"},
    },
    required_one_of=[("vpc", "id")],
    required_together=[("vpc", "destination")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
