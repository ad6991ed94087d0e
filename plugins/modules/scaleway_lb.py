# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_lb
short_description: Manage Load Balancers
description:
  - Create, change, and delete Scaleway Load Balancers.
  - A Load Balancer is found by its exact name in its zone and project, or by its ID.
  - Its backends, frontends, certificates, and private networks have modules of their own.
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
  name:
    description:
      - The name of the Load Balancer.
      - Needed unless O(id) is set. Together with O(id) it is the name that the Load Balancer gets.
    type: str
  description:
    description:
      - What the Load Balancer is for. An empty text removes it.
    type: str
  type:
    description:
      - The commercial type, for example V(LB-S) or V(LB-GP-M). Upper and lower case are the same.
      - A new Load Balancer is a V(LB-S) if this is not set.
      - When it differs, the Load Balancer is migrated to the new type, which takes a while.
    type: str
  ips:
    description:
      - The addresses of the Load Balancer, each by ID or by the address itself.
      - Those that it lacks are attached. Addresses that it has besides stay, because the API cannot take one away.
      - A new Load Balancer without it gets a new IPv4 address, unless O(assign_flexible_ip) is V(false).
    type: list
    elements: str
    aliases: [ip_ids]
  assign_flexible_ip:
    description:
      - Whether a new Load Balancer gets a new IPv4 address. V(false) makes one that private networks alone can reach.
      - It gets one if this is not set, unless O(ips) names its addresses.
      - It means nothing for a Load Balancer that exists.
    type: bool
  assign_flexible_ipv6:
    description:
      - Whether a new Load Balancer gets a new IPv6 address. It does not if this is not set.
      - It means nothing for a Load Balancer that exists.
    type: bool
  ssl_compatibility_level:
    description:
      - Which versions and ciphers of TLS clients may use.
      - A new Load Balancer has V(ssl_compatibility_level_intermediate) if this is not set.
    type: str
    choices: [ssl_compatibility_level_intermediate, ssl_compatibility_level_modern, ssl_compatibility_level_old]
  subscriber:
    description:
      - The subscriber that is told when something happens to the Load Balancer, by ID or exact name. See
        M(community.scaleway.scaleway_lb_subscriber).
      - An empty text removes the one there is.
    type: str
  release_ip:
    description:
      - Whether the addresses of the Load Balancer are released with it when it is deleted. Otherwise they stay, and are
        paid for.
    type: bool
    default: false
seealso:
  - module: community.scaleway.scaleway_lb_info
  - module: community.scaleway.scaleway_lb_backend
  - module: community.scaleway.scaleway_lb_frontend
"""

EXAMPLES = r"""
- name: Create a Load Balancer
  community.scaleway.scaleway_lb:
    name: web
    zone: fr-par-1

- name: Say what it is for, and let in modern clients only
  community.scaleway.scaleway_lb:
    name: web
    description: for the web
    tags: [web]
    ssl_compatibility_level: ssl_compatibility_level_modern
    zone: fr-par-1

- name: Migrate it to a larger type
  community.scaleway.scaleway_lb:
    name: web
    type: LB-GP-M
    zone: fr-par-1

- name: Delete it with its address
  community.scaleway.scaleway_lb:
    name: web
    release_ip: true
    zone: fr-par-1
    state: absent
"""

RETURN = r"""
lb:
  description:
    - The Load Balancer as the API describes it. Empty when there is none any more.
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
    description:
      description: What it is for.
      returned: success
      type: str
      sample: "for the web"
    status:
      description: What it is doing.
      returned: success
      type: str
      sample: "ready"
    type:
      description: Its commercial type, in lower case.
      returned: success
      type: str
      sample: "lb-s"
    ip:
      description: Its addresses.
      returned: success
      type: list
      elements: dict
      sample: [{"id": "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77", "ip_address": "198.51.100.1"}]
    tags:
      description: Its tags.
      returned: success
      type: list
      elements: str
      sample: ["web"]
    ssl_compatibility_level:
      description: Which versions and ciphers of TLS clients may use.
      returned: success
      type: str
      sample: "ssl_compatibility_level_modern"
    subscriber:
      description: Who is told when something happens to it.
      returned: success
      type: dict
      sample: {"id": "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77", "name": "ops"}
    instances:
      description: The machines that it runs on.
      returned: success
      type: list
      elements: dict
      sample: [{"id": "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77", "status": "ready"}]
    frontend_count:
      description: How many frontends it has.
      returned: success
      type: int
      sample: 1
    backend_count:
      description: How many backends it has.
      returned: success
      type: int
      sample: 1
    route_count:
      description: How many routes it has.
      returned: success
      type: int
      sample: 0
    private_network_count:
      description: How many private networks it is attached to.
      returned: success
      type: int
      sample: 0
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
scaleway_lb:
  description: The same as RV(lb), under the name that the module of C(community.general) used.
  returned: when RV(lb) is returned and not empty
  type: dict
  sample: {"name": "web", "status": "ready"}
"""

from ..module_utils._lb import LB
from ..module_utils._module import resource_module
from ..module_utils._run import run

MODULE = resource_module(
    LB,
    {
        "name": {"type": "str"},
        "description": {"type": "str"},
        "type": {"type": "str"},
        "ips": {"type": "list", "elements": "str", "aliases": ["ip_ids"]},
        "assign_flexible_ip": {"type": "bool"},
        "assign_flexible_ipv6": {"type": "bool"},
        "ssl_compatibility_level": {
            "type": "str",
            "choices": [
                "ssl_compatibility_level_intermediate",
                "ssl_compatibility_level_modern",
                "ssl_compatibility_level_old",
            ],
        },
        "subscriber": {"type": "str"},
        "release_ip": {"type": "bool", "default": False},
        "tags": {"type": "list", "elements": "str"},
    },
    required_one_of=[("name", "id")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
