# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_vpc_acl_info
short_description: Read the rules between the private networks of VPCs
description:
  - Read the rules that say what may pass between the private networks of a Scaleway VPC.
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
  vpc:
    description:
      - The VPC, by ID or exact name.
    type: str
    required: true
  is_ipv6:
    description:
      - Whether to read the rules of IPv6, instead of those of IPv4.
    type: bool
    default: false
seealso:
  - module: community.scaleway.scaleway_vpc_acl
"""

EXAMPLES = r"""
- name: Read the rules of a VPC
  community.scaleway.scaleway_vpc_acl_info:
    vpc: default
    region: fr-par
"""

RETURN = r"""
acls:
  description:
    - The rules as one element, with what happens to other packets, an empty list when there is none.
    - See RV(community.scaleway.scaleway_vpc_acl#module:acl) for what each of them contains.
  returned: success
  type: list
  elements: dict
  sample: [{"default_policy": "accept", "rules": []}]
"""

from ..module_utils._module import info_module
from ..module_utils._run import run
from ..module_utils._vpc import LISTED_ACL

MODULE = info_module(
    LISTED_ACL,
    {
        "vpc": {"type": "str", "required": True},
        "is_ipv6": {"type": "bool", "default": False},
    },
    named=False,
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
