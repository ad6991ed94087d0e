# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_lb_frontend_info
short_description: List frontends of Load Balancers
description:
  - List the frontends of a Scaleway Load Balancer, over all pages.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.attributes.info_module
  - community.scaleway.auth
  - community.scaleway.info
  - community.scaleway.place
options:
  lb:
    description:
      - The Load Balancer, by ID or exact name. Needed unless O(id) is set.
    type: str
    aliases: [lb_id]
seealso:
  - module: community.scaleway.scaleway_lb_frontend
"""

EXAMPLES = r"""
- name: Create a Load Balancer
  community.scaleway.scaleway_lb:
    name: web
    zone: fr-par-1

- name: Create a backend
  community.scaleway.scaleway_lb_backend:
    lb: web
    name: servers
    forward_protocol: http
    forward_port: 8080
    zone: fr-par-1

- name: Create a frontend
  community.scaleway.scaleway_lb_frontend:
    lb: web
    name: http
    inbound_port: 80
    backend: servers
    zone: fr-par-1

- name: List the frontends
  community.scaleway.scaleway_lb_frontend_info:
    lb: web
    zone: fr-par-1
"""

RETURN = r"""
frontends:
  description:
    - The list, an empty one when there is nothing.
    - See RV(community.scaleway.scaleway_lb_frontend#module:frontend) for what each of them contains.
  returned: success
  type: list
  elements: dict
  sample: [{"id": "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77", "name": "web"}]
"""

from ..module_utils._lb_traffic import FRONTEND
from ..module_utils._module import info_module
from ..module_utils._run import run

MODULE = info_module(FRONTEND, {"lb": {"type": "str", "aliases": ["lb_id"]}})


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
