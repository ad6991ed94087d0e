# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_mongodb_instance_info
short_description: List instances of Managed MongoDB
description:
  - List the instances of Managed MongoDB in one region or in all of them, over all pages.
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
  tags:
    description:
      - Only list instances that have all of these tags.
    type: list
    elements: str
seealso:
  - module: community.scaleway.scaleway_mongodb_instance
"""

EXAMPLES = r"""
- name: List the MongoDB instances of all regions
  community.scaleway.scaleway_mongodb_instance_info:
    region: all
"""

RETURN = r"""
instances:
  description:
    - They, as the API describes them. An empty list when there is none.
    - See RV(community.scaleway.scaleway_mongodb_instance#module:instance) for what each of them contains.
  returned: success
  type: list
  elements: dict
  sample: [{"id": "2f3a6a0c-71b2-4d7f-8a55-0c8c7be3f9d4", "name": "documents"}]
"""

from ..module_utils._module import info_module
from ..module_utils._mongodb import INSTANCE
from ..module_utils._run import run

MODULE = info_module(INSTANCE, {"tags": {"type": "list", "elements": "str"}})


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
