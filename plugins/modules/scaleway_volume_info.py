# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_volume_info
short_description: List volumes of Instances
description:
  - List the volumes of Scaleway Instances in one zone or in all of them, over all pages.
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
  volume_type:
    description:
      - Only list volumes of this type, for example V(l_ssd).
    type: str
  state:
    description:
      - Only list volumes in this state, for example V(available).
    type: str
  tags:
    description:
      - Only list volumes that have all of these tags.
    type: list
    elements: str
seealso:
  - module: community.scaleway.scaleway_volume
"""

EXAMPLES = r"""
- name: List the volumes of a zone
  community.scaleway.scaleway_volume_info:
    zone: fr-par-1
  register: here

- name: List the tagged volumes of all zones whose names begin alike
  community.scaleway.scaleway_volume_info:
    zone: all
    name: data
    name_match: contains
    tags: [backup]
  register: everywhere
"""

RETURN = r"""
volumes:
  description:
    - The volumes, an empty list when there is none.
    - See RV(community.scaleway.scaleway_volume#module:volume) for what each of them contains.
  returned: success
  type: list
  elements: dict
  sample: [{"id": "8d9b1b1e-6b0f-4f63-9ef9-5a2c4e0c6a51", "name": "data"}]
scaleway_volume_info:
  description: The same as RV(volumes), for playbooks that were written for C(community.general).
  returned: success
  type: list
  elements: dict
  sample: [{"id": "8d9b1b1e-6b0f-4f63-9ef9-5a2c4e0c6a51", "name": "data"}]
"""

from ..module_utils._instance import VOLUME
from ..module_utils._module import info_module
from ..module_utils._run import run

MODULE = info_module(
    VOLUME,
    {
        "volume_type": {"type": "str"},
        "state": {"type": "str"},
        "tags": {"type": "list", "elements": "str"},
    },
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
