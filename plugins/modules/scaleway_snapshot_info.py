# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_snapshot_info
short_description: List snapshots of local volumes
description:
  - List the snapshots of local volumes of Scaleway Instances, in one zone or in all of them, over all pages.
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
  - community.scaleway.legacy
options:
  state:
    description:
      - Only list snapshots in this state, for example V(available).
    type: str
  tags:
    description:
      - Only list snapshots that have all of these tags.
    type: list
    elements: str
"""

EXAMPLES = r"""
- name: List the snapshots of all zones
  community.scaleway.scaleway_snapshot_info:
    zone: all
  register: found
"""

RETURN = r"""
snapshots:
  description:
    - The snapshots as the API describes them, an empty list when there is none.
    - Among their keys are C(id), C(name), C(size), C(state), C(base_volume), C(volume_type), C(tags), C(zone),
      and C(project).
  returned: success
  type: list
  elements: dict
  sample: [{"id": "5a0c5c39-3e4f-4d52-9d5e-0b3e3d1f7b10"}]
scaleway_snapshot_info:
  description: The same as RV(snapshots), for playbooks that were written for C(community.general).
  returned: success
  type: list
  elements: dict
  sample: []
"""

from ..module_utils._instance import SNAPSHOT
from ..module_utils._module import info_module
from ..module_utils._run import run

MODULE = info_module(
    SNAPSHOT,
    {
        "state": {"type": "str"},
        "tags": {"type": "list", "elements": "str"},
    },
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
