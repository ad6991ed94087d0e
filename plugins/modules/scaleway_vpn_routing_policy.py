# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_vpn_routing_policy
short_description: Manage routing policies of VPN connections
description:
  - "Create, change, and delete routing policies of Scaleway's site-to-site VPN: which networks each side announces to the other."
  - A routing policy is found by its exact name in its region and project, or by its ID.
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
      - The name of the routing policy. Needed unless O(id) is set.
    type: str
  is_ipv6:
    description:
      - Whether it is for IPv6. A new one is for IPv4 if this is not set. It cannot be changed in place.
    type: bool
  prefix_filter_in:
    description:
      - The networks that are accepted from the other side, in any order. An empty list accepts none.
    type: list
    elements: str
  prefix_filter_out:
    description:
      - The networks that are announced to the other side, in any order. An empty list announces none.
    type: list
    elements: str
seealso:
  - module: community.scaleway.scaleway_vpn_routing_policy_info
  - module: community.scaleway.scaleway_vpn_connection
"""

EXAMPLES = r"""
- name: Say which networks are announced
  community.scaleway.scaleway_vpn_routing_policy:
    name: office
    prefix_filter_in: [192.0.2.0/24]
    prefix_filter_out: [198.51.100.0/24]
    region: fr-par

- name: Announce nothing any more
  community.scaleway.scaleway_vpn_routing_policy:
    name: office
    prefix_filter_out: []
    region: fr-par

- name: Delete it
  community.scaleway.scaleway_vpn_routing_policy:
    name: office
    region: fr-par
    state: absent
"""

RETURN = r"""
routing_policy:
  description:
    - The routing policy as the API describes it. Empty when there is none any more.
    - In check mode it is as it would be. What Scaleway gives it, like its ID, is missing then.
  returned: always, unless nothing is known of it
  type: dict
  contains:
    id:
      description: The ID.
      returned: success
      type: str
      sample: "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77"
    name:
      description: The name.
      returned: success
      type: str
      sample: "web"
    is_ipv6:
      description: Whether it is for IPv6.
      returned: success
      type: bool
      sample: false
    prefix_filter_in:
      description: The networks that are accepted.
      returned: success
      type: list
      elements: str
      sample: ["192.0.2.0/24"]
    prefix_filter_out:
      description: The networks that are announced.
      returned: success
      type: list
      elements: str
      sample: ["198.51.100.0/24"]
    tags:
      description: The tags.
      returned: success
      type: list
      elements: str
      sample: ["web"]
    region:
      description: The region.
      returned: success
      type: str
      sample: "fr-par"
    project_id:
      description: The ID of the project.
      returned: success
      type: str
      sample: "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77"
    organization_id:
      description: The ID of the organization.
      returned: success
      type: str
      sample: "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77"
    created_at:
      description: When it was created.
      returned: success
      type: str
      sample: "2026-01-02T03:04:05.000000Z"
    updated_at:
      description: When it was last changed.
      returned: success
      type: str
      sample: "2026-01-02T03:04:05.000000Z"
error:
  description: What went wrong, for programs to read.
  returned: failure
  type: dict
  sample: {"type": "invalid_arguments", "status": 400, "message": "some arguments are not valid"}
"""

from ..module_utils._module import resource_module
from ..module_utils._run import run
from ..module_utils._vpn import ROUTING_POLICY

MODULE = resource_module(
    ROUTING_POLICY,
    {
        "name": {"type": "str"},
        "is_ipv6": {"type": "bool"},
        "prefix_filter_in": {"type": "list", "elements": "str"},
        "prefix_filter_out": {"type": "list", "elements": "str"},
        "tags": {"type": "list", "elements": "str"},
    },
    required_one_of=[("name", "id")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
