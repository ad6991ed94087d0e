# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_lb_private_network
short_description: Attach Load Balancers to private networks
description:
  - Attach a Scaleway Load Balancer to a private network, and detach it.
  - An attachment is found by Load Balancer and private network.
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
  id:
    description:
      - The ID of the private network, in place of O(private_network). An attachment has no ID of its own.
    type: str
  lb:
    description:
      - The Load Balancer, by ID or exact name.
    type: str
    required: true
    aliases: [lb_id]
  private_network:
    description:
      - The private network, by ID or exact name. Needed unless O(id) is set.
    type: str
    aliases: [private_network_id]
  ipam_ids:
    description:
      - The addresses in IPAM that the Load Balancer gets there, each by ID or by the address itself. Scaleway chooses one
        if this is not set.
      - They cannot be changed in place.
    type: list
    elements: str
seealso:
  - module: community.scaleway.scaleway_lb_private_network_info
  - module: community.scaleway.scaleway_lb
"""

EXAMPLES = r"""
- name: Create a Load Balancer
  community.scaleway.scaleway_lb:
    name: web
    zone: fr-par-1

- name: Create a private network
  community.scaleway.scaleway_private_network:
    name: balanced
    region: fr-par

- name: Attach the Load Balancer
  community.scaleway.scaleway_lb_private_network:
    lb: web
    private_network: balanced
    zone: fr-par-1

- name: Detach it
  community.scaleway.scaleway_lb_private_network:
    lb: web
    private_network: balanced
    zone: fr-par-1
    state: absent
"""

RETURN = r"""
private_network:
  description:
    - The attachment as the API describes it. Empty when there is none any more.
    - In check mode it is as it would be. What Scaleway gives it, like its ID, is missing then.
  returned: always, unless nothing is known of it
  type: dict
  contains:
    private_network_id:
      description: The ID of the private network.
      returned: success
      type: str
      sample: "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77"
    ipam_ids:
      description: The IDs of its addresses in IPAM.
      returned: success
      type: list
      elements: str
      sample: ["0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77"]
    dhcp_config:
      description: An older way to tell the address.
      returned: success
      type: dict
      sample: {"ip_id": "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77"}
    status:
      description: What it is doing.
      returned: success
      type: str
      sample: "ready"
    lb:
      description: The Load Balancer that it belongs to.
      returned: success
      type: dict
      sample: {"id": "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77", "name": "web"}
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

from ..module_utils._lb import PRIVATE_NETWORK
from ..module_utils._module import resource_module
from ..module_utils._run import run

MODULE = resource_module(
    PRIVATE_NETWORK,
    {
        "lb": {"type": "str", "required": True, "aliases": ["lb_id"]},
        "private_network": {"type": "str", "aliases": ["private_network_id"]},
        "ipam_ids": {"type": "list", "elements": "str"},
    },
    required_one_of=[("private_network", "id")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
