# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_ip_info
short_description: List flexible IPs of Instances
description:
  - List the flexible IP addresses of Scaleway Instances in one zone or in all of them, over all pages.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.attributes.info_module
  - community.scaleway.auth
  - community.scaleway.info.zone
  - community.scaleway.place
  - community.scaleway.legacy
options:
  id:
    description:
      - Only list the address with this ID, or this address.
    type: str
    aliases: [address]
  type:
    description:
      - Only list addresses of this type, for example V(routed_ipv4) or V(routed_ipv6).
    type: str
  state:
    description:
      - Only list addresses in this state, for example V(detached).
    type: str
  tags:
    description:
      - Only list addresses that have all of these tags.
    type: list
    elements: str
"""

EXAMPLES = r"""
- name: List the addresses of all zones
  community.scaleway.scaleway_ip_info:
    zone: all
  register: everywhere

- name: Show those that no server has
  ansible.builtin.debug:
    msg: "{{ everywhere.ips | selectattr('server', 'none') | map(attribute='address') }}"
"""

RETURN = r"""
ips:
  description:
    - The flexible IPs as the API describes them, an empty list when there is none.
    - Among their keys are C(id), C(address), C(type), C(reverse), C(server), C(state), C(tags), C(zone), and C(project).
  returned: success
  type: list
  elements: dict
  sample: [{"id": "1f6a4e7c-8f0f-4c39-8c1a-3b8f3f4f2d11", "address": "198.51.100.7", "server": null}]
scaleway_ip_info:
  description: The same as RV(ips), for playbooks that were written for C(community.general).
  returned: success
  type: list
  elements: dict
  sample: []
"""

from ..module_utils._instance import IP
from ..module_utils._module import info_module
from ..module_utils._run import run

MODULE = info_module(
    IP,
    {
        "id": {"type": "str", "aliases": ["address"]},
        "type": {"type": "str"},
        "state": {"type": "str"},
        "tags": {"type": "list", "elements": "str"},
    },
    named=False,
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
