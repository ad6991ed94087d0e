# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_public_gateway_pat_rule_info
short_description: List the ports that public gateways pass on
description:
  - List the rules by which public gateways pass ports on, in one Scaleway zone or in all of them, over all pages.
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
  gateway:
    description:
      - Only list the rules of this gateway, given by its ID or exact name.
    type: str
  private_ip:
    description:
      - Only list the rules that lead to this address.
    type: str
seealso:
  - module: community.scaleway.scaleway_public_gateway_pat_rule
"""

EXAMPLES = r"""
- name: List the rules in all zones
  community.scaleway.scaleway_public_gateway_pat_rule_info:
    zone: all
  register: everywhere
"""

RETURN = r"""
pat_rules:
  description:
    - The rules, an empty list when there is none.
    - See RV(community.scaleway.scaleway_public_gateway_pat_rule#module:pat_rule) for what each of them contains.
  returned: success
  type: list
  elements: dict
  sample: [{"id": "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77", "public_port": 2222}]
"""

from ..module_utils._module import info_module
from ..module_utils._run import run
from ..module_utils._vpcgw import PUBLIC_GATEWAY_PAT_RULE

MODULE = info_module(
    PUBLIC_GATEWAY_PAT_RULE,
    {
        "gateway": {"type": "str"},
        "private_ip": {"type": "str"},
    },
    named=False,
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
