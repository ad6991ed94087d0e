# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_private_nic_info
short_description: List the private networks that an Instance is connected to
description:
  - List the connections of a Scaleway Instance to private networks.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.attributes.info_module
  - community.scaleway.auth
  - community.scaleway.place
options:
  server:
    description:
      - The server, by ID or exact name.
    type: str
    required: true
    aliases: [server_id, compute_id]
  state:
    description:
      - Only list connections in this state, for example V(available).
    type: str
  tags:
    description:
      - Only list connections that have all of these tags.
    type: list
    elements: str
"""

EXAMPLES = r"""
- name: Create a server
  community.scaleway.scaleway_server:
    name: web
    commercial_type: DEV1-S
    image: ubuntu_jammy
    zone: fr-par-1

- name: List its private networks
  community.scaleway.scaleway_private_nic_info:
    server: web
    zone: fr-par-1
  register: found
"""

RETURN = r"""
private_nics:
  description:
    - The connections as the API describes them, an empty list when there is none.
    - Among their keys are C(id), C(private_network_id), C(server_id), C(mac_address), C(state), C(ipam_ip_ids),
      C(tags), and C(zone).
  returned: success
  type: list
  elements: dict
  sample: [{"id": "5a0c5c39-3e4f-4d52-9d5e-0b3e3d1f7b10"}]
"""

from ..module_utils._instance import PRIVATE_NIC
from ..module_utils._module import info_module
from ..module_utils._run import run

MODULE = info_module(
    PRIVATE_NIC,
    {
        "server": {"type": "str", "required": True, "aliases": ["server_id", "compute_id"]},
        "state": {"type": "str"},
        "tags": {"type": "list", "elements": "str"},
    },
    named=False,
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
