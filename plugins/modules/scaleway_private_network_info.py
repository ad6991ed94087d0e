# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_private_network_info
short_description: List private networks
description:
  - List the private networks of one Scaleway region or of all of them, over all pages.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.attributes.info_module
  - community.scaleway.auth
  - community.scaleway.info
  - community.scaleway.info.region
  - community.scaleway.place
options:
  vpc:
    description:
      - Only list the private networks of this VPC, given by its ID or exact name.
    type: str
  tags:
    description:
      - Only list private networks that have all of these tags.
    type: list
    elements: str
seealso:
  - module: community.scaleway.scaleway_private_network
"""

EXAMPLES = r"""
- name: List the private networks of all regions
  community.scaleway.scaleway_private_network_info:
    region: all
  register: everywhere

- name: List those of one VPC
  community.scaleway.scaleway_private_network_info:
    vpc: default
    region: fr-par
"""

RETURN = r"""
private_networks:
  description:
    - The private networks, an empty list when there is none.
    - See RV(community.scaleway.scaleway_private_network#module:private_network) for what each of them contains.
  returned: success
  type: list
  elements: dict
  sample: [{"id": "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77", "name": "internal"}]
"""

from ..module_utils._module import info_module
from ..module_utils._run import run
from ..module_utils._vpc import PRIVATE_NETWORK

MODULE = info_module(
    PRIVATE_NETWORK,
    {
        "vpc": {"type": "str"},
        "tags": {"type": "list", "elements": "str"},
    },
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
