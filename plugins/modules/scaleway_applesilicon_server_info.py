# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_applesilicon_server_info
short_description: List Apple silicon servers
description:
  - List the Macs of Apple silicon as a Service in one zone or in all of them, over all pages.
  - Passwords are not shown.
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
seealso:
  - module: community.scaleway.scaleway_applesilicon_server
"""

EXAMPLES = r"""
- name: List the Macs of all zones
  community.scaleway.scaleway_applesilicon_server_info:
    zone: all
"""

RETURN = r"""
servers:
  description:
    - They, as the API describes them. An empty list when there is none.
    - See RV(community.scaleway.scaleway_applesilicon_server#module:server) for what each of them contains.
  returned: success
  type: list
  elements: dict
  sample: [{"id": "2f3a6a0c-71b2-4d7f-8a55-0c8c7be3f9d4", "name": "builder"}]
"""

from ..module_utils._apple_silicon import SERVER
from ..module_utils._module import info_module
from ..module_utils._run import run

MODULE = info_module(SERVER, {})


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
