# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_security_group_info
short_description: List security groups of Instances
description:
  - List the security groups of Scaleway Instances in one zone or in all of them, over all pages.
  - Their rules are not among what is listed.
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
  project_default:
    description:
      - Whether to list only default security groups (V(true)) or only others (V(false)). Both by default.
    type: bool
  state:
    description:
      - Only list security groups in this state, for example V(available).
    type: str
  tags:
    description:
      - Only list security groups that have all of these tags.
    type: list
    elements: str
seealso:
  - module: community.scaleway.scaleway_security_group
"""

EXAMPLES = r"""
- name: List the security groups of all zones
  community.scaleway.scaleway_security_group_info:
    zone: all
  register: everywhere
"""

RETURN = r"""
security_groups:
  description:
    - The security groups, an empty list when there is none.
    - See RV(community.scaleway.scaleway_security_group#module:security_group) for what each of them contains.
  returned: success
  type: list
  elements: dict
  sample: [{"id": "5a0c5c39-3e4f-4d52-9d5e-0b3e3d1f7b10", "name": "web"}]
scaleway_security_group_info:
  description: The same as RV(security_groups), for playbooks that were written for C(community.general).
  returned: success
  type: list
  elements: dict
  sample: []
"""

from ..module_utils._instance import SECURITY_GROUP
from ..module_utils._module import info_module
from ..module_utils._run import run

MODULE = info_module(
    SECURITY_GROUP,
    {
        "project_default": {"type": "bool"},
        "state": {"type": "str"},
        "tags": {"type": "list", "elements": "str"},
    },
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
