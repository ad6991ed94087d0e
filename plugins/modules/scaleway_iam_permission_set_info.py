# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_iam_permission_set_info
short_description: List permission sets of IAM
description:
  - List what rules of policies can allow, over all pages.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.attributes.info_module
  - community.scaleway.auth
  - community.scaleway.info
  - community.scaleway.place
seealso:
  - module: community.scaleway.scaleway_iam_policy
"""

EXAMPLES = r"""
- name: List all that is about Instances
  community.scaleway.scaleway_iam_permission_set_info:
    name: Instances
    name_match: contains
"""

RETURN = r"""
permission_sets:
  description:
    - The permission sets, an empty list when there is none.
  returned: success
  type: list
  elements: dict
  sample: [{"name": "InstancesReadOnly", "scope_type": "projects"}]
"""

from ..module_utils._identity import PERMISSION_SET
from ..module_utils._module import info_module
from ..module_utils._run import run

MODULE = info_module(PERMISSION_SET, {})


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
