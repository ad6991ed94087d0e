# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_vpc_info
short_description: List VPCs
description:
  - List the VPCs of one Scaleway region or of all of them, over all pages.
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
  is_default:
    description:
      - Only list the VPCs that projects have from the start, or only the others.
    type: bool
  tags:
    description:
      - Only list VPCs that have all of these tags.
    type: list
    elements: str
seealso:
  - module: community.scaleway.scaleway_vpc
"""

EXAMPLES = r"""
- name: List the VPCs of all regions
  community.scaleway.scaleway_vpc_info:
    region: all
  register: everywhere

- name: Find the VPC that the project has from the start
  community.scaleway.scaleway_vpc_info:
    is_default: true
    region: fr-par
"""

RETURN = r"""
vpcs:
  description:
    - The VPCs, an empty list when there is none.
    - See RV(community.scaleway.scaleway_vpc#module:vpc) for what each of them contains.
  returned: success
  type: list
  elements: dict
  sample: [{"id": "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77", "name": "production"}]
"""

from ..module_utils._module import info_module
from ..module_utils._run import run
from ..module_utils._vpc import VPC

MODULE = info_module(
    VPC,
    {
        "is_default": {"type": "bool"},
        "tags": {"type": "list", "elements": "str"},
    },
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
