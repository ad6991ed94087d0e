# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_ipam_ip
short_description: Manage addresses of private networks
description:
  - Book addresses in Scaleway private networks, attach them to machines of your own, move them, name them, and give
    them back.
  - An address is found by O(private_network) and O(address), by O(address) alone, by the tags with O(private_network)
    or alone, or by its ID. Only if none of these is set, a new one is booked each time.
  - The addresses of Scaleway resources are here, too. What they are attached to is for the modules of these resources
    to change.
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
  private_network:
    description:
      - The private network, by ID or exact name. Needed to book an address, and part of what it is found by. It
        cannot be changed.
    type: str
    aliases: [private_network_id]
  address:
    description:
      - The address. Any free one is booked if this is not set and none has the tags.
    type: str
  is_ipv6:
    description:
      - Whether the address is one of IPv6. It cannot be changed in place.
      - A new address is one of IPv4 if this is not set.
    type: bool
  resource:
    description:
      - The machine of your own that the address is for. An empty dictionary detaches it. Another machine than before
        moves it.
    type: dict
    suboptions:
      mac_address:
        description:
          - The hardware address of the machine.
        type: str
      name:
        description:
          - The name of the machine.
        type: str
  reverses:
    description:
      - The names that the address has in DNS. The names that Scaleway gives by itself do not count. An empty list
        removes your own.
    type: list
    elements: dict
    suboptions:
      hostname:
        description:
          - The name.
        type: str
        required: true
      address:
        description:
          - The address that it stands for, where the address that was booked is a whole network of IPv6.
        type: str
seealso:
  - module: community.scaleway.scaleway_ipam_ip_info
"""

EXAMPLES = r"""
- name: Keep a private network
  community.scaleway.scaleway_private_network:
    name: internal
    subnets: [10.20.0.0/24]
    region: fr-par

- name: Book an address for the database
  community.scaleway.scaleway_ipam_ip:
    private_network: internal
    address: 10.20.0.10
    tags: [database]
    region: fr-par

- name: Attach it to a virtual machine on a server of your own
  community.scaleway.scaleway_ipam_ip:
    private_network: internal
    address: 10.20.0.10
    resource:
      mac_address: "02:00:00:00:00:2a"
      name: database
    region: fr-par

- name: Move it to another one
  community.scaleway.scaleway_ipam_ip:
    private_network: internal
    address: 10.20.0.10
    resource:
      mac_address: "02:00:00:00:00:2b"
      name: database
    region: fr-par

- name: Give it back
  community.scaleway.scaleway_ipam_ip:
    private_network: internal
    address: 10.20.0.10
    region: fr-par
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
      description: The address, with the length of its subnet.
      returned: success
      type: str
      sample: 10.20.0.10/24
    is_ipv6:
      description: Whether it is one of IPv6.
      returned: success
      type: bool
      sample: false
    project_id:
      description: The ID of its project.
      returned: success
      type: str
      sample: 22222222-2222-4222-8222-222222222222
    tags:
      description: Its tags.
      returned: success
      type: list
      elements: str
      sample: []
    reverses:
      description: Its names in DNS.
      returned: success
      type: list
      elements: dict
      sample: []
    source:
      description: Where it comes from.
      returned: success
      type: dict
      sample: {"subnet_id": "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77"}
    resource:
      description: What it is attached to.
      returned: when it is attached
      type: dict
      sample: {"type": "custom", "mac_address": "02:00:00:00:00:2A", "name": "database"}
    region:
      description: Its region.
      returned: success
      type: str
      sample: fr-par
    zone:
      description: Its zone.
      returned: when it belongs to one
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

from ..module_utils._ipam import IPAM_IP
from ..module_utils._module import resource_module
from ..module_utils._run import run

MODULE = resource_module(
    IPAM_IP,
    {
        "private_network": {"type": "str", "aliases": ["private_network_id"]},
        "address": {"type": "str"},
        "is_ipv6": {"type": "bool"},
        "resource": {"type": "dict", "options": {"mac_address": {"type": "str"}, "name": {"type": "str"}}},
        "reverses": {
            "type": "list",
            "elements": "dict",
            "options": {"hostname": {"type": "str", "required": True}, "address": {"type": "str"}},
        },
        "tags": {"type": "list", "elements": "str"},
    },
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
