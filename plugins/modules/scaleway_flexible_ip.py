# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_flexible_ip
short_description: Manage flexible IPs of Elastic Metal servers
description:
  - Reserve public addresses for Scaleway Elastic Metal servers, attach and detach them, give them hardware addresses
    for virtual machines, and give them back.
  - An address is found by the address itself, by its tags, by its name in DNS, or by its ID. Only if none of these is
    set, a new one is reserved each time.
  - For the addresses of Instances see M(community.scaleway.scaleway_ip).
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
    aliases: [ip_address]
  description:
    description:
      - What the address is for.
    type: str
  is_ipv6:
    description:
      - Whether it is a network of IPv6. It cannot be changed in place.
      - A new one is an address of IPv4 if this is not set.
    type: bool
  server:
    description:
      - The server that has the address, by ID or exact name. An empty text detaches it.
    type: str
    aliases: [server_id]
  virtual_mac:
    description:
      - The kind of virtual machine that the address has a hardware address for. An empty text deletes the hardware
        address. Another kind than before replaces it by a new one.
    type: str
    choices: ["", kvm, vmware, xen]
  share_mac_of:
    description:
      - Another flexible IP, by its ID or the address itself, whose hardware address this one has, too. So one virtual
        machine can have several addresses.
    type: str
  reverse:
    description:
      - The name of the address in DNS. It must resolve to the address already. An empty text brings back the name
        that Scaleway gives.
    type: str
seealso:
  - module: community.scaleway.scaleway_flexible_ip_info
"""

EXAMPLES = r"""
- name: Reserve an address for a virtual machine
  community.scaleway.scaleway_flexible_ip:
    tags: [virtual-machine]
    description: For the first virtual machine
    virtual_mac: kvm
    zone: fr-par-1
  register: reserved

- name: Describe it in another way
  community.scaleway.scaleway_flexible_ip:
    address: "{{ reserved.flexible_ip.ip_address }}"
    description: For the second virtual machine
    zone: fr-par-1

- name: Give it back
  community.scaleway.scaleway_flexible_ip:
    tags: [virtual-machine]
    zone: fr-par-1
    state: absent
"""

RETURN = r"""
flexible_ip:
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
    ip_address:
      description: The address.
      returned: success
      type: str
      sample: 203.0.113.7
    description:
      description: What it is for.
      returned: success
      type: str
      sample: For the first virtual machine
    status:
      description: What it does at the moment.
      returned: success
      type: str
      sample: ready
    server_id:
      description: The ID of the server that has it.
      returned: when a server has it
      type: str
      sample: 0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77
    mac_address:
      description: Its hardware address for a virtual machine.
      returned: when it has one
      type: dict
      sample: {"mac_address": "52:54:00:64:b1:9d", "mac_type": "kvm", "status": "ready"}
    reverse:
      description: Its name in DNS.
      returned: success
      type: str
      sample: 203-0-113-7.rev.poneytelecom.eu.
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

from ..module_utils._flexible_ip import FLEXIBLE_IP
from ..module_utils._module import resource_module
from ..module_utils._run import run

MODULE = resource_module(
    FLEXIBLE_IP,
    {
        "address": {"type": "str", "aliases": ["ip_address"]},
        "description": {"type": "str"},
        "is_ipv6": {"type": "bool"},
        "server": {"type": "str", "aliases": ["server_id"]},
        "virtual_mac": {"type": "str", "choices": ["", "kvm", "vmware", "xen"]},
        "share_mac_of": {"type": "str"},
        "reverse": {"type": "str"},
        "tags": {"type": "list", "elements": "str"},
    },
    mutually_exclusive=[("virtual_mac", "share_mac_of")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
