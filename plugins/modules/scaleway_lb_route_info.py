# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_lb_route_info
short_description: List routes of Load Balancers
description:
  - List the routes of a Scaleway Load Balancer, over all pages.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.attributes.info_module
  - community.scaleway.auth
  - community.scaleway.place
options:
  id:
    description:
      - Only list the route with this ID.
    type: str
  lb:
    description:
      - The Load Balancer, by ID or exact name. Needed when O(frontend) is a name.
    type: str
    aliases: [lb_id]
  frontend:
    description:
      - Only list the routes of this frontend, given by ID or exact name.
    type: str
    aliases: [frontend_id]
seealso:
  - module: community.scaleway.scaleway_lb_route
"""

EXAMPLES = r"""
- name: List the routes of a zone
  community.scaleway.scaleway_lb_route_info:
    zone: fr-par-1
"""

RETURN = r"""
routes:
  description:
    - The list, an empty one when there is nothing.
    - See RV(community.scaleway.scaleway_lb_route#module:route) for what each of them contains.
  returned: success
  type: list
  elements: dict
  sample: [{"id": "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77", "match": {"sni": "api.example.com"}}]
"""

from ..module_utils._lb_traffic import ROUTE
from ..module_utils._module import info_module
from ..module_utils._run import run

MODULE = info_module(
    ROUTE,
    {
        "id": {"type": "str"},
        "lb": {"type": "str", "aliases": ["lb_id"]},
        "frontend": {"type": "str", "aliases": ["frontend_id"]},
    },
    named=False,
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
