# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_vpn_routing_policy_info
short_description: List routing policies of VPN connections
description:
  - List the routing policies of Scaleway's site-to-site VPN in a region, over all pages.
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
  - module: community.scaleway.scaleway_vpn_routing_policy
"""

EXAMPLES = r"""
- name: Say which networks are announced
  community.scaleway.scaleway_vpn_routing_policy:
    name: office
    prefix_filter_in: [192.0.2.0/24]
    prefix_filter_out: [198.51.100.0/24]
    region: fr-par

- name: List the routing policies
  community.scaleway.scaleway_vpn_routing_policy_info:
    region: fr-par
"""

RETURN = r"""
routing_policies:
  description:
    - The list, an empty one when there is nothing.
    - See RV(community.scaleway.scaleway_vpn_routing_policy#module:routing_policy) for what each of them contains.
  returned: success
  type: list
  elements: dict
  sample: [{"id": "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77", "name": "web"}]
"""

from ..module_utils._module import info_module
from ..module_utils._run import run
from ..module_utils._vpn import ROUTING_POLICY

MODULE = info_module(ROUTING_POLICY, {})


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
