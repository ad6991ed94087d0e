# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_vpc
short_description: Manage VPCs
description:
  - Create, change, and delete VPCs, which hold the private networks of a Scaleway region.
  - A VPC is found by its exact name in its region and project, or by its ID.
  - Each project has a VPC named V(default) in each region from the start.
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
  name:
    description:
      - The name of the VPC.
      - Needed unless O(id) is set. Together with O(id) it is the name that the VPC gets.
    type: str
  enable_routing:
    description:
      - Whether the VPC routes between its private networks. It can be turned on, and not off again.
      - >-
        Every new VPC routes: only very old ones may not.
    type: bool
  enable_custom_routes_propagation:
    description:
      - Whether the routes that you add reach the machines in the private networks. It can be turned on, and not off
        again.
    type: bool
  enable_transitivity:
    description:
      - Whether what comes from one connected VPC may go on to another. It is said at creation, and cannot be changed.
      - A new VPC has V(false) if this is not set.
    type: bool
seealso:
  - module: community.scaleway.scaleway_vpc_info
"""

EXAMPLES = r"""
- name: Keep a VPC
  community.scaleway.scaleway_vpc:
    name: production
    tags: [production]
    region: fr-par

- name: Give it a private network
  community.scaleway.scaleway_private_network:
    name: internal
    vpc: production
    region: fr-par

- name: Delete the private network
  community.scaleway.scaleway_private_network:
    name: internal
    vpc: production
    region: fr-par
    state: absent

- name: Delete the VPC
  community.scaleway.scaleway_vpc:
    name: production
    region: fr-par
    state: absent
"""

RETURN = r"""
vpc:
  description:
    - The VPC as the API describes it. Empty when there is none any more.
    - In check mode it is the VPC as it would be. A new one has no ID then.
  returned: always, unless nothing is known of the VPC
  type: dict
  contains:
    id:
      description: The ID of the VPC.
      returned: when the VPC exists
      type: str
      sample: 0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77
    name:
      description: Its name.
      returned: success
      type: str
      sample: production
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
    is_default:
      description: Whether it is the one that the project has from the start.
      returned: success
      type: bool
      sample: false
    private_network_count:
      description: How many private networks it has.
      returned: success
      type: int
      sample: 1
    routing_enabled:
      description: Whether it routes between its private networks.
      returned: success
      type: bool
      sample: true
    custom_routes_propagation_enabled:
      description: Whether added routes reach the machines.
      returned: success
      type: bool
      sample: true
    transitivity_enabled:
      description: Whether what comes from one connected VPC may go on to another.
      returned: success
      type: bool
      sample: false
    s3_integration_enabled:
      description: Whether object storage can be reached from its private networks.
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
error:
  description: What went wrong, for programs to read.
  returned: failure
  type: dict
  sample: {"type": "quotas_exceeded", "status": 403, "message": "a quota is used up"}
"""

from ..module_utils._module import resource_module
from ..module_utils._run import run
from ..module_utils._vpc import VPC

MODULE = resource_module(
    VPC,
    {
        "name": {"type": "str"},
        "enable_routing": {"type": "bool"},
        "enable_custom_routes_propagation": {"type": "bool"},
        "enable_transitivity": {"type": "bool"},
        "tags": {"type": "list", "elements": "str"},
    },
    required_one_of=[("name", "id")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
