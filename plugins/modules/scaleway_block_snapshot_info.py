# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_block_snapshot_info
short_description: List snapshots of Block Storage
description:
  - List the snapshots of Scaleway's Block Storage in one zone or in all of them, over all pages.
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
      - Only list snapshots of Scaleway's Block Storage that have all of these tags.
    type: list
    elements: str
seealso:
  - module: community.scaleway.scaleway_block_snapshot
"""

EXAMPLES = r"""
- name: List the snapshots of a zone
  community.scaleway.scaleway_block_snapshot_info:
    zone: fr-par-1
  register: here
"""

RETURN = r"""
snapshots:
  description:
    - The snapshots of Scaleway's Block Storage, an empty list when there is none.
    - See RV(community.scaleway.scaleway_block_snapshot#module:snapshot) for what each of them contains.
  returned: success
  type: list
  elements: dict
  sample: [{"id": "5a0c5c39-3e4f-4d52-9d5e-0b3e3d1f7b10", "name": "before-upgrade"}]
"""

from ..module_utils._block import BLOCK_SNAPSHOT
from ..module_utils._module import info_module
from ..module_utils._run import run

MODULE = info_module(BLOCK_SNAPSHOT, {"tags": {"type": "list", "elements": "str"}})


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
