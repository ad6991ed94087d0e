# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_public_gateway
short_description: Manage public gateways
description:
  - Create, change, and delete public gateways, which connect Scaleway private networks to the internet.
  - A gateway is found by its exact name in its zone and project, or by its ID.
  - The gateway must leave its private networks before it can be deleted. See
    M(community.scaleway.scaleway_public_gateway_network).
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
      - The name of the gateway.
      - Needed unless O(id) is set. Together with O(id) it is the name that the gateway gets.
    type: str
  type:
    description:
      - The type of the gateway, for example V(VPC-GW-S). Needed to create one. It can be changed to a larger type.
    type: str
  ip:
    description:
      - The public address of the gateway, by its ID or the address itself, as
        M(community.scaleway.scaleway_public_gateway_ip) reserves it. It cannot be changed in place.
      - A new gateway gets an address of its own if this is not set.
    type: str
    aliases: [ip_id]
  enable_bastion:
    description:
      - Whether the gateway lets people with a known SSH key pass to the machines behind it.
      - A new gateway has V(false) if this is not set.
    type: bool
  bastion_port:
    description:
      - The port of the bastion. A new gateway has V(61000) if this is not set.
    type: int
  bastion_allowed_ips:
    description:
      - The networks from which the bastion may be used, in any order. A new gateway has V(0.0.0.0/0) if this is not
        set.
    type: list
    elements: str
  enable_smtp:
    description:
      - Whether mail may be sent through the gateway.
      - A new gateway has V(false) if this is not set.
    type: bool
  delete_ip:
    description:
      - Whether O(state=absent) also gives back the public address of the gateway.
    type: bool
    default: false
seealso:
  - module: community.scaleway.scaleway_public_gateway_info
  - module: community.scaleway.scaleway_public_gateway_ip
  - module: community.scaleway.scaleway_public_gateway_network
  - module: community.scaleway.scaleway_public_gateway_pat_rule
"""

EXAMPLES = r"""
- name: Keep a public gateway with a bastion for the office
  community.scaleway.scaleway_public_gateway:
    name: gateway
    type: VPC-GW-S
    enable_bastion: true
    bastion_allowed_ips: [198.51.100.0/24]
    zone: fr-par-1

- name: Have more bandwidth
  community.scaleway.scaleway_public_gateway:
    name: gateway
    type: VPC-GW-M
    zone: fr-par-1

- name: Delete it with its address
  community.scaleway.scaleway_public_gateway:
    name: gateway
    delete_ip: true
    zone: fr-par-1
    state: absent
"""

RETURN = r"""
gateway:
  description:
    - The gateway as the API describes it. Empty when there is none any more.
    - In check mode it is the gateway as it would be. A new one has no ID then.
  returned: always, unless nothing is known of the gateway
  type: dict
  contains:
    id:
      description: The ID of the gateway.
      returned: when the gateway exists
      type: str
      sample: 0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77
    name:
      description: Its name.
      returned: success
      type: str
      sample: gateway
    type:
      description: Its type.
      returned: success
      type: str
      sample: VPC-GW-S
    bandwidth:
      description: Its bandwidth in megabits a second.
      returned: success
      type: int
      sample: 100
    status:
      description: What it does at the moment.
      returned: success
      type: str
      sample: running
    ipv4:
      description: Its public address.
      returned: success
      type: dict
      sample: {"id": "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77", "address": "203.0.113.7"}
    gateway_networks:
      description: Its private networks.
      returned: success
      type: list
      elements: dict
      sample: []
    bastion_enabled:
      description: Whether it has a bastion.
      returned: success
      type: bool
      sample: true
    bastion_port:
      description: The port of the bastion.
      returned: success
      type: int
      sample: 61000
    bastion_allowed_ips:
      description: The networks from which the bastion may be used.
      returned: success
      type: list
      elements: str
      sample: ["0.0.0.0/0"]
    smtp_enabled:
      description: Whether mail may be sent through it.
      returned: success
      type: bool
      sample: false
    is_legacy:
      description: Whether it is of the older kind that is being replaced.
      returned: success
      type: bool
      sample: false
    version:
      description: The version of its software.
      returned: when it is known
      type: str
      sample: 0.7.9
    can_upgrade_to:
      description: The version that it can be brought to.
      returned: when there is one
      type: str
      sample: 0.8.0
    tags:
      description: Its tags.
      returned: success
      type: list
      elements: str
      sample: []
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
from ..module_utils._vpcgw import PUBLIC_GATEWAY

MODULE = resource_module(
    PUBLIC_GATEWAY,
    {
        "name": {"type": "str"},
        "type": {"type": "str"},
        "ip": {"type": "str", "aliases": ["ip_id"]},
        "enable_bastion": {"type": "bool"},
        "bastion_port": {"type": "int"},
        "bastion_allowed_ips": {"type": "list", "elements": "str"},
        "enable_smtp": {"type": "bool"},
        "tags": {"type": "list", "elements": "str"},
        "delete_ip": {"type": "bool", "default": False},
    },
    required_one_of=[("name", "id")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
