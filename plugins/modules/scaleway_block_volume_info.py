# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_block_volume_info
short_description: List volumes of Block Storage
description:
  - List the volumes of Scaleway's Block Storage in one zone or in all of them, over all pages.
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
  tags:
    description:
      - Only list volumes of Scaleway's Block Storage that have all of these tags.
    type: list
    elements: str
seealso:
  - module: community.scaleway.scaleway_block_volume
"""

EXAMPLES = r"""
- name: List the volumes of all zones
  community.scaleway.scaleway_block_volume_info:
    zone: all
  register: everywhere
"""

RETURN = r"""
volumes:
  description:
    - The volumes of Scaleway's Block Storage, an empty list when there is none.
    - See RV(community.scaleway.scaleway_block_volume#module:volume) for what each of them contains.
  returned: success
  type: list
  elements: dict
  sample: [{"id": "8d9b1b1e-6b0f-4f63-9ef9-5a2c4e0c6a51", "name": "data", "size": 20000000000}]
"""

from ..module_utils._block import BLOCK_VOLUME
from ..module_utils._module import info_module
from ..module_utils._run import run

MODULE = info_module(BLOCK_VOLUME, {"tags": {"type": "list", "elements": "str"}})


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
