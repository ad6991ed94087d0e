# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_baremetal_server_info
short_description: List Elastic Metal servers
description:
  - List the Elastic Metal servers in one zone or in all of them, over all pages.
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
      - Only list servers that have all of these tags.
    type: list
    elements: str
seealso:
  - module: community.scaleway.scaleway_baremetal_server
"""

EXAMPLES = r"""
- name: List the Elastic Metal servers of all zones
  community.scaleway.scaleway_baremetal_server_info:
    zone: all
"""

RETURN = r"""
servers:
  description:
    - They, as the API describes them. An empty list when there is none.
    - See RV(community.scaleway.scaleway_baremetal_server#module:server) for what each of them contains.
  returned: success
  type: list
  elements: dict
  sample: [{"id": "2f3a6a0c-71b2-4d7f-8a55-0c8c7be3f9d4", "name": "metal"}]
"""

from ..module_utils._baremetal import SERVER
from ..module_utils._module import info_module
from ..module_utils._run import run

MODULE = info_module(SERVER, {"tags": {"type": "list", "elements": "str"}})


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
