# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_vpn_customer_gateway_info
short_description: List the other sides of VPN connections
description:
  - List the customer gateways of Scaleway's site-to-site VPN in a region, over all pages.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.attributes.info_module
  - community.scaleway.auth
  - community.scaleway.info
  - community.scaleway.place
seealso:
  - module: community.scaleway.scaleway_vpn_customer_gateway
"""

EXAMPLES = r"""
- name: Tell Scaleway of the gateway on the other side
  community.scaleway.scaleway_vpn_customer_gateway:
    name: office
    public_ipv4: 192.0.2.1
    asn: 65000
    region: fr-par

- name: List the customer gateways
  community.scaleway.scaleway_vpn_customer_gateway_info:
    region: fr-par
"""

RETURN = r"""
customer_gateways:
  description:
    - The list, an empty one when there is nothing.
    - See RV(community.scaleway.scaleway_vpn_customer_gateway#module:customer_gateway) for what each of them contains.
  returned: success
  type: list
  elements: dict
  sample: [{"id": "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77", "name": "web"}]
"""

from ..module_utils._module import info_module
from ..module_utils._run import run
from ..module_utils._vpn import CUSTOMER_GATEWAY

MODULE = info_module(CUSTOMER_GATEWAY, {})


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
