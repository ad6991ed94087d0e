# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_private_network
short_description: Manage private networks
description:
  - Create, change, and delete the private networks of VPCs.
  - A private network is found by its exact name in its region and project, and in its VPC if O(vpc) is set, or by its
    ID.
  - Its subnets must be free in its VPC. That is checked before anything is sent.
  - >-
    A private network that something is in cannot be deleted. Right after the last thing in it has gone, Scaleway may
    refuse for a little while: that is waited out, for as long as O(retry_timeout) says.
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
  - community.scaleway.legacy
  - community.scaleway.tags
options:
  name:
    description:
      - The name of the private network.
      - Needed unless O(id) is set. Together with O(id) it is the name that the private network gets.
    type: str
  vpc:
    description:
      - The VPC, by ID or exact name. It is said at creation, and cannot be changed.
      - A new private network is in the VPC that its project has from the start if this is not set.
    type: str
    aliases: [vpc_id]
  subnets:
    description:
      - The networks of its addresses, one for each IP version at most, like V(10.0.0.0/24) and V(2001:db8::/64). They
        cannot be changed.
      - Scaleway chooses a network for each version that is not given.
    type: list
    elements: str
  default_route_propagation_enabled:
    description:
      - Whether the machines in it get the default routes of the VPC.
      - A new private network has V(false) if this is not set.
    type: bool
  enable_dhcp:
    description:
      - Whether machines get their addresses by DHCP. It can be turned on, and not off again.
      - >-
        Every new private network has it: only very old ones may not.
    type: bool
seealso:
  - module: community.scaleway.scaleway_private_network_info
"""

EXAMPLES = r"""
- name: Keep a private network with a subnet of your choice
  community.scaleway.scaleway_private_network:
    name: internal
    subnets: [10.20.0.0/24]
    tags: [production]
    region: fr-par

- name: Let its machines have the default routes of the VPC
  community.scaleway.scaleway_private_network:
    name: internal
    default_route_propagation_enabled: true
    region: fr-par

- name: Delete it
  community.scaleway.scaleway_private_network:
    name: internal
    region: fr-par
    state: absent
"""

RETURN = r"""
private_network:
  description:
    - The private network as the API describes it. Empty when there is none any more.
    - In check mode it is the private network as it would be. A new one has no ID then.
  returned: always, unless nothing is known of the private network
  type: dict
  contains:
    id:
      description: The ID of the private network.
      returned: when the private network exists
      type: str
      sample: 0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77
    name:
      description: Its name.
      returned: success
      type: str
      sample: internal
    project_id:
      description: The ID of its project.
      returned: success
      type: str
      sample: 22222222-2222-4222-8222-222222222222
    organization_id:
      description: The ID of its organization.
      returned: success
      type: str
      sample: 33333333-3333-4333-8333-333333333333
    region:
      description: Its region.
      returned: success
      type: str
      sample: fr-par
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
    subnets:
      description: Its subnets, with their IDs.
      returned: success
      type: list
      elements: dict
      sample: [{"id": "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77", "subnet": "10.20.0.0/24"}]
    dhcp_enabled:
      description: Whether machines get their addresses by DHCP.
      returned: success
      type: bool
      sample: true
    default_route_propagation_enabled:
      description: Whether machines get the default routes of the VPC.
      returned: success
      type: bool
      sample: false
    has_s3_integration:
      description: Whether object storage can be reached from it.
      returned: success
      type: bool
      sample: false
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
scaleway_private_network:
  description: The same as RV(private_network), under the name that M(community.general.scaleway_private_network) gave it.
  returned: when there is a private network
  type: dict
  sample: {"id": "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77", "name": "internal"}
error:
  description: What went wrong, for programs to read.
  returned: failure
  type: dict
  sample: {"type": "quotas_exceeded", "status": 403, "message": "a quota is used up"}
"""

from ..module_utils._module import resource_module
from ..module_utils._run import run
from ..module_utils._vpc import PRIVATE_NETWORK

MODULE = resource_module(
    PRIVATE_NETWORK,
    {
        "name": {"type": "str"},
        "vpc": {"type": "str", "aliases": ["vpc_id"]},
        "subnets": {"type": "list", "elements": "str"},
        "default_route_propagation_enabled": {"type": "bool"},
        "enable_dhcp": {"type": "bool"},
        "tags": {"type": "list", "elements": "str"},
    },
    required_one_of=[("name", "id")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
