# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_public_gateway_network
short_description: Connect public gateways to private networks
description:
  - Connect a Scaleway public gateway to a private network, and disconnect it.
  - A connection is found by gateway and private network, or by its ID.
  - While a gateway is being set up, Scaleway refuses other changes. That is waited out.
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
options:
  gateway:
    description:
      - The gateway, by ID or exact name. Needed unless O(id) is set. It cannot be changed in place.
    type: str
    aliases: [gateway_id]
  private_network:
    description:
      - The private network, by ID or exact name. Needed unless O(id) is set. It cannot be changed in place.
    type: str
    aliases: [private_network_id]
  enable_masquerade:
    description:
      - Whether machines without a public address reach the internet through the gateway.
      - A new connection has V(false) if this is not set.
    type: bool
  push_default_route:
    description:
      - Whether the gateway is the default route of the private network.
      - A new connection has V(false) if this is not set.
    type: bool
  ipam_ip:
    description:
      - The address that the gateway has in the private network, by its ID or the address itself, as
        M(community.scaleway.scaleway_ipam_ip) books it.
      - A new connection has any free address if this is not set.
    type: str
    aliases: [ipam_ip_id]
seealso:
  - module: community.scaleway.scaleway_public_gateway_network_info
"""

EXAMPLES = r"""
- name: Keep a public gateway
  community.scaleway.scaleway_public_gateway:
    name: gateway
    type: VPC-GW-S
    zone: fr-par-1

- name: Keep a private network
  community.scaleway.scaleway_private_network:
    name: internal
    region: fr-par

- name: Let its machines reach the internet through the gateway
  community.scaleway.scaleway_public_gateway_network:
    gateway: gateway
    private_network: internal
    enable_masquerade: true
    push_default_route: true
    zone: fr-par-1

- name: Disconnect it
  community.scaleway.scaleway_public_gateway_network:
    gateway: gateway
    private_network: internal
    zone: fr-par-1
    state: absent
"""

RETURN = r"""
gateway_network:
  description:
    - The gateway network as the API describes it. Empty when there is none any more.
    - In check mode it is the gateway network as it would be. A new one has no ID then.
  returned: always, unless nothing is known of the gateway network
  type: dict
  contains:
    id:
      description: The ID of the gateway network.
      returned: when the gateway network exists
      type: str
      sample: 0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77
    gateway_id:
      description: The ID of the gateway.
      returned: success
      type: str
      sample: 0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77
    private_network_id:
      description: The ID of the private network.
      returned: success
      type: str
      sample: 0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77
    masquerade_enabled:
      description: Whether machines reach the internet through the gateway.
      returned: success
      type: bool
      sample: true
    push_default_route:
      description: Whether the gateway is the default route.
      returned: success
      type: bool
      sample: true
    ipam_ip_id:
      description: The ID of the address of the gateway in the private network.
      returned: success
      type: str
      sample: 0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77
    mac_address:
      description: Its hardware address.
      returned: when it is known
      type: str
      sample: "02:00:00:12:14:EB"
    status:
      description: What it does at the moment.
      returned: success
      type: str
      sample: ready
    zone:
      description: Its zone.
      returned: success
      type: str
      sample: fr-par-1
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
from ..module_utils._vpcgw import PUBLIC_GATEWAY_NETWORK

MODULE = resource_module(
    PUBLIC_GATEWAY_NETWORK,
    {
        "gateway": {"type": "str", "aliases": ["gateway_id"]},
        "private_network": {"type": "str", "aliases": ["private_network_id"]},
        "enable_masquerade": {"type": "bool"},
        "push_default_route": {"type": "bool"},
        "ipam_ip": {"type": "str", "aliases": ["ipam_ip_id"]},
    },
    required_one_of=[("gateway", "id")],
    required_together=[("gateway", "private_network")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
