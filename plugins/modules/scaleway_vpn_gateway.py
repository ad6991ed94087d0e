# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_vpn_gateway
short_description: Manage VPN gateways
description:
  - Create, change, and delete the gateways of Scaleway's site-to-site VPN.
  - A gateway is found by its exact name in its region and project, or by its ID.
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
      - The name of the gateway. Needed unless O(id) is set.
    type: str
  gateway_type:
    description:
      - The type, for example V(VGW-S). Needed to create a gateway. It cannot be changed in place.
    type: str
  private_network:
    description:
      - The Private Network that it connects, by ID or exact name. Needed to create a gateway. It cannot be changed in place.
    type: str
    aliases: [private_network_id]
  gateway_zone:
    description:
      - The zone in which it runs. Scaleway chooses one if this is not set. It cannot be changed in place.
    type: str
  private_ipv4:
    description:
      - "Its IPv4 address in the Private Network: the ID, or the address, of one in IPAM. It cannot be changed."
    type: str
  private_ipv6:
    description:
      - "Its IPv6 address in the Private Network: the ID, or the address, of one in IPAM. It cannot be changed."
    type: str
  public_ipv4:
    description:
      - "Its public IPv4 address: the ID, or the address, of one in IPAM. It cannot be changed."
    type: str
  public_ipv6:
    description:
      - "Its public IPv6 address: the ID, or the address, of one in IPAM. It cannot be changed."
    type: str
  wait_timeout:
    description:
      - How long to wait, in seconds. After that the task fails. Its result holds the resource as it was last seen.
      - A gateway takes about a minute to create.
    type: int
    default: 900
seealso:
  - module: community.scaleway.scaleway_vpn_gateway_info
  - module: community.scaleway.scaleway_vpn_customer_gateway
  - module: community.scaleway.scaleway_vpn_connection
"""

EXAMPLES = r"""
- name: Create a Private Network
  community.scaleway.scaleway_private_network:
    name: inner
    region: fr-par

- name: Create a gateway on Scaleway's side
  community.scaleway.scaleway_vpn_gateway:
    name: cloud
    gateway_type: VGW-S
    private_network: inner
    region: fr-par

- name: Delete it
  community.scaleway.scaleway_vpn_gateway:
    name: cloud
    region: fr-par
    state: absent
"""

RETURN = r"""
gateway:
  description:
    - The gateway as the API describes it. Empty when there is none any more.
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
    status:
      description: What it is doing, V(active) when nothing is going on.
      returned: success
      type: str
      sample: "active"
    gateway_type:
      description: The type.
      returned: success
      type: str
      sample: "VGW-S"
    private_network_id:
      description: The ID of the Private Network.
      returned: success
      type: str
      sample: "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77"
    ipam_private_ipv4_id:
      description: The ID of its IPv4 address in the Private Network.
      returned: success
      type: str
      sample: "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77"
    ipam_private_ipv6_id:
      description: The ID of its IPv6 address in the Private Network.
      returned: success
      type: str
      sample: "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77"
    public_config:
      description: The IDs of its public addresses.
      returned: success
      type: dict
      sample: {"ipam_ipv4_id": "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77", "ipam_ipv6_id": "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77"}
    asn:
      description: The number of its autonomous system.
      returned: success
      type: int
      sample: 12876
    connection_ids:
      description: The IDs of its connections.
      returned: success
      type: list
      elements: str
      sample: []
    tags:
      description: The tags.
      returned: success
      type: list
      elements: str
      sample: ["web"]
    zone:
      description: The zone.
      returned: success
      type: str
      sample: "fr-par-1"
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
from ..module_utils._vpn import GATEWAY

MODULE = resource_module(
    GATEWAY,
    {
        "name": {"type": "str"},
        "gateway_type": {"type": "str"},
        "private_network": {"type": "str", "aliases": ["private_network_id"]},
        "gateway_zone": {"type": "str"},
        "private_ipv4": {"type": "str"},
        "private_ipv6": {"type": "str"},
        "public_ipv4": {"type": "str"},
        "public_ipv6": {"type": "str"},
        "tags": {"type": "list", "elements": "str"},
        "wait_timeout": {"type": "int", "default": 900},
    },
    required_one_of=[("name", "id")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
