# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_flexible_ip_info
short_description: List flexible IPs of Elastic Metal servers
description:
  - List the flexible IPs of Elastic Metal servers in one Scaleway zone or in all of them, over all pages.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.attributes.info_module
  - community.scaleway.auth
  - community.scaleway.info.zone
  - community.scaleway.place
options:
  server:
    description:
      - Only list the addresses of this server, given by its ID or exact name.
    type: str
  status:
    description:
      - Only list addresses with this status.
    type: str
  tags:
    description:
      - Only list addresses that have all of these tags.
    type: list
    elements: str
seealso:
  - module: community.scaleway.scaleway_flexible_ip
"""

EXAMPLES = r"""
- name: List the addresses of all zones
  community.scaleway.scaleway_flexible_ip_info:
    zone: all
  register: everywhere
"""

RETURN = r"""
flexible_ips:
  description:
    - The addresses, an empty list when there is none.
    - See RV(community.scaleway.scaleway_flexible_ip#module:flexible_ip) for what each of them contains.
  returned: success
  type: list
  elements: dict
  sample: [{"id": "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77", "ip_address": "203.0.113.7"}]
"""

from ..module_utils._flexible_ip import FLEXIBLE_IP
from ..module_utils._module import info_module
from ..module_utils._run import run

MODULE = info_module(
    FLEXIBLE_IP,
    {
        "server": {"type": "str"},
        "status": {"type": "str"},
        "tags": {"type": "list", "elements": "str"},
    },
    named=False,
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
