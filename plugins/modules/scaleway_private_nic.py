# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_private_nic
short_description: Connect Instances to private networks
description:
  - Connect a Scaleway Instance to a private network, and disconnect it.
  - A connection is found by server and private network, or by its ID.
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
  server:
    description:
      - The server, by ID or exact name.
    type: str
    required: true
    aliases: [server_id, compute_id]
  private_network:
    description:
      - The private network, by ID or exact name. Needed unless O(id) is set.
    type: str
    aliases: [private_network_id]
seealso:
  - module: community.scaleway.scaleway_private_nic_info
"""

EXAMPLES = r"""
- name: Create a server
  community.scaleway.scaleway_server:
    name: web
    commercial_type: DEV1-S
    image: ubuntu_jammy
    zone: fr-par-1

- name: Create a private network
  community.scaleway.scaleway_private_network:
    name: inner
    region: fr-par

- name: Connect the server to the private network
  community.scaleway.scaleway_private_nic:
    server: web
    private_network: inner
    zone: fr-par-1

- name: Disconnect it
  community.scaleway.scaleway_private_nic:
    server: web
    private_network: inner
    zone: fr-par-1
    state: absent
"""

RETURN = r"""
private_nic:
  description:
    - It, as the API describes it. Empty when there is none any more.
    - In check mode it is as it would be. A new one has no ID then.
  returned: always, unless nothing is known of it
  type: dict
  contains:
    id:
      description: The ID.
      returned: success
      type: str
      sample: 5a0c5c39-3e4f-4d52-9d5e-0b3e3d1f7b10
    tags:
      description: The tags.
      returned: success
      type: list
      elements: str
      sample: []
    state:
      description: What it is doing.
      returned: success
      type: str
      sample: available
    zone:
      description: The zone, in the current API.
      returned: success
      type: str
      sample: fr-par-1
    creation_date:
      description: When it was created.
      returned: success
      type: str
      sample: "2026-03-01T10:00:00.000000+00:00"
    modification_date:
      description: When it was changed last.
      returned: success
      type: str
      sample: "2026-03-01T10:00:00.000000+00:00"
    server_id:
      description: The ID of the server.
      returned: success
      type: str
      sample: 2f3a6a0c-71b2-4d7f-8a55-0c8c7be3f9d4
    private_network_id:
      description: The ID of the private network.
      returned: success
      type: str
      sample: 8d9b1b1e-6b0f-4f63-9ef9-5a2c4e0c6a51
    mac_address:
      description: Its MAC address.
      returned: success
      type: str
      sample: 02:00:00:12:34:56
    ipam_ip_ids:
      description: The IDs of its addresses in IPAM.
      returned: success
      type: list
      elements: str
      sample: []
scaleway_compute_private_network:
  description: The same as RV(private_nic), for playbooks that were written for C(community.general).
  returned: when RV(private_nic) is not empty
  type: dict
  sample: {"id": "5a0c5c39-3e4f-4d52-9d5e-0b3e3d1f7b10"}
error:
  description: What went wrong, for programs to read.
  returned: failure
  type: dict
  sample: {"type": "quotas_exceeded", "status": 403, "message": "a quota is used up"}
"""

from ..module_utils._instance import PRIVATE_NIC
from ..module_utils._module import resource_module
from ..module_utils._run import run

MODULE = resource_module(
    PRIVATE_NIC,
    {
        "server": {"type": "str", "required": True, "aliases": ["server_id", "compute_id"]},
        "private_network": {"type": "str", "aliases": ["private_network_id"]},
        "tags": {"type": "list", "elements": "str"},
    },
    required_one_of=[("private_network", "id")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
