# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_public_gateway_info
short_description: List public gateways
description:
  - List the public gateways of one Scaleway zone or of all of them, over all pages.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.attributes.info_module
  - community.scaleway.auth
  - community.scaleway.info
  - community.scaleway.info.zone
  - community.scaleway.place
options:
  status:
    description:
      - Only list gateways with this status.
    type: str
  type:
    description:
      - Only list gateways of this type.
    type: str
  private_network:
    description:
      - Only list gateways in this private network, given by its ID or exact name.
    type: str
  tags:
    description:
      - Only list gateways that have all of these tags.
    type: list
    elements: str
seealso:
  - module: community.scaleway.scaleway_public_gateway
"""

EXAMPLES = r"""
- name: List the gateways of all zones
  community.scaleway.scaleway_public_gateway_info:
    zone: all
  register: everywhere
"""

RETURN = r"""
gateways:
  description:
    - The gateways, an empty list when there is none.
    - See RV(community.scaleway.scaleway_public_gateway#module:gateway) for what each of them contains.
  returned: success
  type: list
  elements: dict
  sample: [{"id": "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77", "name": "gateway"}]
"""

from ..module_utils._module import info_module
from ..module_utils._run import run
from ..module_utils._vpcgw import PUBLIC_GATEWAY

MODULE = info_module(
    PUBLIC_GATEWAY,
    {
        "status": {"type": "str"},
        "type": {"type": "str"},
        "private_network": {"type": "str"},
        "tags": {"type": "list", "elements": "str"},
    },
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
