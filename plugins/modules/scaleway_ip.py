# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_ip
short_description: Manage flexible IP addresses of Instances
description:
  - Reserve, attach, detach, tag, and release flexible IP addresses of Scaleway Instances.
  - An address is found by O(id) or O(address); without them by O(tags), O(reverse) or O(server), the first of these
    that is set.
  - When none of them is set, a new address is reserved each time, as the module of C(community.general) did.
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
  id:
    description:
      - The ID of the address that is meant.
    type: str
  address:
    description:
      - The address that is meant, for example V(192.0.2.10).
    type: str
  type:
    description:
      - "The kind of address: V(routed_ipv4) or V(routed_ipv6). A new one is V(routed_ipv4) if this is not set."
      - It cannot be changed in place, see O(recreate).
    type: str
    choices: [routed_ipv4, routed_ipv6]
  reverse:
    description:
      - The reverse name of the address. It must resolve to the address. An empty text resets it.
    type: str
  server:
    description:
      - The server to attach the address to, by ID or exact name. An empty text detaches it. Nothing is changed
        if it is not set.
    type: str
seealso:
  - module: community.scaleway.scaleway_ip_info
  - module: community.scaleway.scaleway_server
"""

EXAMPLES = r"""
- name: Reserve an address
  community.scaleway.scaleway_ip:
    tags: [web]
    zone: fr-par-1
  register: reserved

- name: Create a server for it
  community.scaleway.scaleway_server:
    name: web
    commercial_type: DEV1-S
    image: ubuntu_jammy
    zone: fr-par-1

- name: Attach the address
  community.scaleway.scaleway_ip:
    id: "{{ reserved.ip.id }}"
    server: web
    zone: fr-par-1

- name: Detach it again
  community.scaleway.scaleway_ip:
    address: "{{ reserved.ip.address }}"
    server: ""
    zone: fr-par-1

- name: Release it
  community.scaleway.scaleway_ip:
    tags: [web]
    zone: fr-par-1
    state: absent
"""

RETURN = r"""
ip:
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
      description: V(attached), V(detached), or what it is doing.
      returned: success
      type: str
      sample: attached
    zone:
      description: The zone, in the current API.
      returned: success
      type: str
      sample: fr-par-1
    project:
      description: The ID of the project, in the current API.
      returned: success
      type: str
      sample: "22222222-2222-4222-8222-222222222222"
    organization:
      description: The ID of the organization.
      returned: success
      type: str
      sample: "33333333-3333-4333-8333-333333333333"
    address:
      description: The address.
      returned: success
      type: str
      sample: 192.0.2.10
    prefix:
      description: The prefix of an IPv6 address.
      returned: success
      type: str
      sample: null
    reverse:
      description: The reverse name.
      returned: success
      type: str
      sample: null
    server:
      description: ID and name of the server that it is attached to. In check mode only its ID.
      returned: success
      type: dict
      sample: {"id": "2f3a6a0c-71b2-4d7f-8a55-0c8c7be3f9d4", "name": "web"}
    type:
      description: The kind of address.
      returned: success
      type: str
      sample: routed_ipv4
    ipam_id:
      description: Its ID in IPAM.
      returned: success
      type: str
      sample: 5a0c5c39-3e4f-4d52-9d5e-0b3e3d1f7b10
data:
  description: RV(ip) under the key C(ips), for playbooks that were written for C(community.general).
  returned: when RV(ip) is not empty
  type: dict
  sample: {"ips": {"id": "5a0c5c39-3e4f-4d52-9d5e-0b3e3d1f7b10"}}
error:
  description: What went wrong, for programs to read.
  returned: failure
  type: dict
  sample: {"type": "quotas_exceeded", "status": 403, "message": "a quota is used up"}
"""

from ..module_utils._instance import IP
from ..module_utils._module import resource_module
from ..module_utils._run import run

MODULE = resource_module(
    IP,
    {
        "address": {"type": "str"},
        "type": {"type": "str", "choices": ["routed_ipv4", "routed_ipv6"]},
        "reverse": {"type": "str"},
        "server": {"type": "str"},
        "tags": {"type": "list", "elements": "str"},
    },
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
