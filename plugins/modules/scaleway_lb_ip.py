# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_lb_ip
short_description: Manage addresses of Load Balancers
description:
  - Reserve, change, attach, and release the flexible addresses of Scaleway Load Balancers.
  - An address is found by O(ip_address), else by its set of O(tags), by O(reverse), by O(lb), or by its ID.
  - Without any of them each run reserves a new one.
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
  ip_address:
    description:
      - The address that is meant, for example V(198.51.100.10).
    type: str
  is_ipv6:
    description:
      - Whether it is an IPv6 address. A new one is IPv4 if this is not set.
      - It cannot be changed in place.
    type: bool
  reverse:
    description:
      - The reverse name of the address. It must resolve to the address.
    type: str
  lb:
    description:
      - The Load Balancer to attach the address to, by ID or exact name. It cannot be taken away from one, except by the
        deletion of that one.
    type: str
    aliases: [lb_id]
seealso:
  - module: community.scaleway.scaleway_lb_ip_info
"""

EXAMPLES = r"""
- name: Reserve an address
  community.scaleway.scaleway_lb_ip:
    tags: [web]
    zone: fr-par-1
  register: reserved

- name: Create a Load Balancer with it
  community.scaleway.scaleway_lb:
    name: web
    ips: ["{{ reserved.ip.ip_address }}"]
    zone: fr-par-1

- name: Name it
  community.scaleway.scaleway_lb_ip:
    ip_address: "{{ reserved.ip.ip_address }}"
    reverse: www.example.com
    zone: fr-par-1

- name: Delete the Load Balancer, and keep the address
  community.scaleway.scaleway_lb:
    name: web
    zone: fr-par-1
    state: absent

- name: Release the address
  community.scaleway.scaleway_lb_ip:
    tags: [web]
    zone: fr-par-1
    state: absent
"""

RETURN = r"""
ip:
  description:
    - The address as the API describes it. Empty when there is none any more.
    - In check mode it is as it would be. What Scaleway gives it, like its ID, is missing then.
  returned: always, unless nothing is known of it
  type: dict
  contains:
    id:
      description: The ID.
      returned: success
      type: str
      sample: "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77"
    ip_address:
      description: The address itself.
      returned: success
      type: str
      sample: "198.51.100.10"
    reverse:
      description: Its reverse name.
      returned: success
      type: str
      sample: "www.example.com"
    lb_id:
      description: The ID of the Load Balancer it is attached to.
      returned: success
      type: str
      sample: "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77"
    tags:
      description: Its tags.
      returned: success
      type: list
      elements: str
      sample: ["web"]
    project_id:
      description: The ID of its project.
      returned: success
      type: str
      sample: "22222222-2222-4222-8222-222222222222"
    organization_id:
      description: The ID of its organization.
      returned: success
      type: str
      sample: "33333333-3333-4333-8333-333333333333"
    zone:
      description: Its zone.
      returned: success
      type: str
      sample: "fr-par-1"
    region:
      description: Its region.
      returned: success
      type: str
      sample: "fr-par"
error:
  description: What went wrong, for programs to read.
  returned: failure
  type: dict
  sample: {"type": "invalid_arguments", "status": 400, "message": "some arguments are not valid"}
"""

from ..module_utils._lb import IP
from ..module_utils._module import resource_module
from ..module_utils._run import run

MODULE = resource_module(
    IP,
    {
        "ip_address": {"type": "str"},
        "is_ipv6": {"type": "bool"},
        "reverse": {"type": "str"},
        "lb": {"type": "str", "aliases": ["lb_id"]},
        "tags": {"type": "list", "elements": "str"},
    },
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
