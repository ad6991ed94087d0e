# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_ipam_ip_info
short_description: List addresses of private networks
description:
  - >-
    List the addresses that Scaleway manages in one region or in all of them, over all pages: those that were booked,
    and those that resources hold.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.attributes.info_module
  - community.scaleway.auth
  - community.scaleway.info.region
  - community.scaleway.place
options:
  private_network:
    description:
      - Only list the addresses of this private network, given by its ID or exact name.
    type: str
  attached:
    description:
      - Only list addresses that are attached to something, or only those that are not.
    type: bool
  is_ipv6:
    description:
      - Only list addresses of IPv6, or only those of IPv4.
    type: bool
  resource_type:
    description:
      - Only list addresses of resources of this type, for example V(instance_private_nic) or V(custom).
    type: str
  resource_id:
    description:
      - Only list addresses of the resource with this ID.
    type: str
  resource_name:
    description:
      - Only list addresses of resources with this name.
    type: str
  mac_address:
    description:
      - Only list addresses of the resource with this hardware address.
    type: str
  tags:
    description:
      - Only list addresses that have all of these tags.
    type: list
    elements: str
seealso:
  - module: community.scaleway.scaleway_ipam_ip
"""

EXAMPLES = r"""
- name: List the addresses of servers in all regions
  community.scaleway.scaleway_ipam_ip_info:
    region: all
    resource_type: instance_private_nic
  register: everywhere
"""

RETURN = r"""
ips:
  description:
    - The addresses, an empty list when there is none.
    - See RV(community.scaleway.scaleway_ipam_ip#module:ip) for what each of them contains.
  returned: success
  type: list
  elements: dict
  sample: [{"id": "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77", "address": "10.20.0.10/24"}]
"""

from ..module_utils._ipam import IPAM_IP
from ..module_utils._module import info_module
from ..module_utils._run import run

MODULE = info_module(
    IPAM_IP,
    {
        "private_network": {"type": "str"},
        "attached": {"type": "bool"},
        "is_ipv6": {"type": "bool"},
        "resource_type": {"type": "str"},
        "resource_id": {"type": "str"},
        "resource_name": {"type": "str"},
        "mac_address": {"type": "str"},
        "tags": {"type": "list", "elements": "str"},
    },
    named=False,
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
