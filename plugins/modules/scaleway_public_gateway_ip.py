# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_public_gateway_ip
short_description: Manage the addresses of public gateways
description:
  - Reserve public addresses for Scaleway public gateways, name them, and give them back.
  - An address is found by the address itself, by its tags, by its name in DNS, or by its ID. Only if none of these is
    set, a new one is reserved each time.
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
  address:
    description:
      - The address. A new one cannot be chosen.
    type: str
  reverse:
    description:
      - The name of the address in DNS. It must resolve to the address already. An empty text brings back the name
        that Scaleway gives.
    type: str
seealso:
  - module: community.scaleway.scaleway_public_gateway_ip_info
"""

EXAMPLES = r"""
- name: Reserve an address
  community.scaleway.scaleway_public_gateway_ip:
    tags: [gateway]
    zone: fr-par-1
  register: reserved

- name: Keep a gateway with it
  community.scaleway.scaleway_public_gateway:
    name: gateway
    type: VPC-GW-S
    ip: "{{ reserved.ip.address }}"
    zone: fr-par-1

- name: Delete the gateway
  community.scaleway.scaleway_public_gateway:
    name: gateway
    zone: fr-par-1
    state: absent

- name: Give the address back
  community.scaleway.scaleway_public_gateway_ip:
    address: "{{ reserved.ip.address }}"
    zone: fr-par-1
    state: absent
"""

RETURN = r"""
ip:
  description:
    - The address as the API describes it. Empty when there is none any more.
    - In check mode it is the address as it would be. A new one has no ID then.
  returned: always, unless nothing is known of the address
  type: dict
  contains:
    id:
      description: The ID of the address.
      returned: when the address exists
      type: str
      sample: 0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77
    address:
      description: The address.
      returned: success
      type: str
      sample: 203.0.113.7
    reverse:
      description: Its name in DNS.
      returned: success
      type: str
      sample: 7-113-0-203.instances.scw.cloud
    gateway_id:
      description: The ID of the gateway that has it.
      returned: when a gateway has it
      type: str
      sample: 0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77
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
from ..module_utils._vpcgw import PUBLIC_GATEWAY_IP

MODULE = resource_module(
    PUBLIC_GATEWAY_IP,
    {
        "address": {"type": "str"},
        "reverse": {"type": "str"},
        "tags": {"type": "list", "elements": "str"},
    },
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
