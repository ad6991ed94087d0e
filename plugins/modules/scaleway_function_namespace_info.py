# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_function_namespace_info
short_description: List namespaces of Serverless Functions
description:
  - List the namespaces of Scaleway's Serverless Functions in one region or in all of them, over all pages.
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
  - community.scaleway.legacy
seealso:
  - module: community.scaleway.scaleway_function_namespace
"""

EXAMPLES = r"""
- name: List the namespaces of all regions
  community.scaleway.scaleway_function_namespace_info:
    region: all
"""

RETURN = r"""
function_namespaces:
  description:
    - The list, an empty one when there is nothing.
    - See RV(community.scaleway.scaleway_function_namespace#module:function_namespace) for what each of them contains.
  returned: success
  type: list
  elements: dict
  sample: [{"id": "2f3a6a0c-71b2-4d7f-8a55-0c8c7be3f9d4", "name": "shop"}]
function_namespace:
  description: The first of RV(function_namespaces), empty when there is none, for playbooks that were written for C(community.general).
  returned: success
  type: dict
  sample: {"id": "2f3a6a0c-71b2-4d7f-8a55-0c8c7be3f9d4", "name": "shop"}
"""

from ..module_utils._functions import NAMESPACE
from ..module_utils._module import info_module
from ..module_utils._run import run

MODULE = info_module(NAMESPACE, {})


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
