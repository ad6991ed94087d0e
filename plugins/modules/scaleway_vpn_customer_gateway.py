# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_vpn_customer_gateway
short_description: Manage the other sides of VPN connections
description:
  - "Create, change, and delete customer gateways of Scaleway's site-to-site VPN: what Scaleway knows of the gateway on your side."
  - A customer gateway is found by its exact name in its region and project, or by its ID.
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
      - The name of the customer gateway. Needed unless O(id) is set.
    type: str
  asn:
    description:
      - The number of its autonomous system. Needed to create a customer gateway.
    type: int
  public_ipv4:
    description:
      - Its public IPv4 address.
    type: str
  public_ipv6:
    description:
      - Its public IPv6 address.
    type: str
seealso:
  - module: community.scaleway.scaleway_vpn_customer_gateway_info
  - module: community.scaleway.scaleway_vpn_connection
"""

EXAMPLES = r"""
- name: Tell Scaleway of the gateway on the other side
  community.scaleway.scaleway_vpn_customer_gateway:
    name: office
    public_ipv4: 192.0.2.1
    asn: 65000
    region: fr-par

- name: It has another address now
  community.scaleway.scaleway_vpn_customer_gateway:
    name: office
    public_ipv4: 192.0.2.2
    region: fr-par

- name: Forget it
  community.scaleway.scaleway_vpn_customer_gateway:
    name: office
    region: fr-par
    state: absent
"""

RETURN = r"""
customer_gateway:
  description:
    - The customer gateway as the API describes it. Empty when there is none any more.
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
    asn:
      description: The number of its autonomous system.
      returned: success
      type: int
      sample: 65000
    public_ipv4:
      description: Its public IPv4 address.
      returned: success
      type: str
      sample: "192.0.2.1"
    public_ipv6:
      description: Its public IPv6 address.
      returned: success
      type: str
      sample: "2001:db8::1"
    connection_ids:
      description: The IDs of its connections.
      returned: success
      type: list
      elements: str
      sample: []
    tags:
      description: The tags.
      returned: success
      type: list
      elements: str
      sample: ["web"]
    region:
      description: The region.
      returned: success
      type: str
      sample: "fr-par"
    project_id:
      description: The ID of the project.
      returned: success
      type: str
      sample: "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77"
    organization_id:
      description: The ID of the organization.
      returned: success
      type: str
      sample: "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77"
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

from ..module_utils._module import resource_module
from ..module_utils._run import run
from ..module_utils._vpn import CUSTOMER_GATEWAY

MODULE = resource_module(
    CUSTOMER_GATEWAY,
    {
        "name": {"type": "str"},
        "asn": {"type": "int"},
        "public_ipv4": {"type": "str"},
        "public_ipv6": {"type": "str"},
        "tags": {"type": "list", "elements": "str"},
    },
    required_one_of=[("name", "id")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
