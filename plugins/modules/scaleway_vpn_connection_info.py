# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_vpn_connection_info
short_description: List VPN connections
description:
  - List the connections of Scaleway's site-to-site VPN in a region, over all pages.
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
  - module: community.scaleway.scaleway_vpn_connection
"""

EXAMPLES = r"""
- name: Create a Private Network
  community.scaleway.scaleway_private_network:
    name: inner
    region: fr-par

- name: Create a gateway on Scaleway's side
  community.scaleway.scaleway_vpn_gateway:
    name: cloud
    gateway_type: VGW-S
    private_network: inner
    region: fr-par

- name: Tell Scaleway of the gateway on the other side
  community.scaleway.scaleway_vpn_customer_gateway:
    name: office
    public_ipv4: 192.0.2.1
    asn: 65000
    region: fr-par

- name: Say which networks are announced
  community.scaleway.scaleway_vpn_routing_policy:
    name: office
    prefix_filter_in: [192.0.2.0/24]
    prefix_filter_out: [198.51.100.0/24]
    region: fr-par

- name: Connect the two
  community.scaleway.scaleway_vpn_connection:
    name: cloud-office
    vpn_gateway: cloud
    customer_gateway: office
    ikev2_ciphers: [{encryption: aes256, integrity: sha256, dh_group: modp2048}]
    esp_ciphers: [{encryption: aes256, integrity: sha256, dh_group: modp2048}]
    bgp_config_ipv4:
      routing_policy: office
      private_ip: 169.254.1.1/30
      peer_private_ip: 169.254.1.2/30
    region: fr-par

- name: List the connections
  community.scaleway.scaleway_vpn_connection_info:
    region: fr-par
"""

RETURN = r"""
connections:
  description:
    - The list, an empty one when there is nothing.
    - See RV(community.scaleway.scaleway_vpn_connection#module:connection) for what each of them contains.
  returned: success
  type: list
  elements: dict
  sample: [{"id": "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77", "name": "web"}]
"""

from ..module_utils._module import info_module
from ..module_utils._run import run
from ..module_utils._vpn import CONNECTION

MODULE = info_module(CONNECTION, {})


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
