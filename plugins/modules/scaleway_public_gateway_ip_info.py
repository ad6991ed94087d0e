# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_public_gateway_ip_info
short_description: List the addresses of public gateways
description:
  - List the addresses that are reserved for public gateways in one Scaleway zone or in all of them, over all pages.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.attributes.info_module
  - community.scaleway.auth
  - community.scaleway.info.zone
  - community.scaleway.place
options:
  is_free:
    description:
      - Only list addresses that no gateway has, or only those that one has.
    type: bool
  tags:
    description:
      - Only list addresses that have all of these tags.
    type: list
    elements: str
seealso:
  - module: community.scaleway.scaleway_public_gateway_ip
"""

EXAMPLES = r"""
- name: List the addresses that no gateway has
  community.scaleway.scaleway_public_gateway_ip_info:
    zone: all
    is_free: true
  register: unused
"""

RETURN = r"""
ips:
  description:
    - The addresses, an empty list when there is none.
    - See RV(community.scaleway.scaleway_public_gateway_ip#module:ip) for what each of them contains.
  returned: success
  type: list
  elements: dict
  sample: [{"id": "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77", "address": "203.0.113.7"}]
"""

from ..module_utils._module import info_module
from ..module_utils._run import run
from ..module_utils._vpcgw import PUBLIC_GATEWAY_IP

MODULE = info_module(
    PUBLIC_GATEWAY_IP,
    {
        "is_free": {"type": "bool"},
        "tags": {"type": "list", "elements": "str"},
    },
    named=False,
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
