# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_organization_info
short_description: List organizations of the classic account API
description:
  - List the organizations that the token can see, with their users, in the classic Scaleway API.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.attributes.info_module
  - community.scaleway.auth
  - community.scaleway.info
  - community.scaleway.place
  - community.scaleway.legacy
"""

EXAMPLES = r"""
- name: List the organizations
  community.scaleway.scaleway_organization_info:
  register: found
"""

RETURN = r"""
organizations:
  description:
    - The organizations as the API describes them, an empty list when there is none.
    - Among their keys are C(id), C(name), and C(users).
  returned: success
  type: list
  elements: dict
  sample: [{"id": "5a0c5c39-3e4f-4d52-9d5e-0b3e3d1f7b10"}]
scaleway_organization_info:
  description: The same as RV(organizations), for playbooks that were written for C(community.general).
  returned: success
  type: list
  elements: dict
  sample: []
"""

from ..module_utils._account import ORGANIZATION
from ..module_utils._module import info_module
from ..module_utils._run import run

MODULE = info_module(
    ORGANIZATION,
    {},
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
