# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_server_info
short_description: List Instances
description:
  - List the Scaleway Instances of one zone or of all of them, over all pages.
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
  - community.scaleway.legacy
options:
  state:
    description:
      - Only list servers in this state, for example V(running) or V(stopped in place).
    type: str
  commercial_type:
    description:
      - Only list servers of this commercial type, for example V(DEV1-S).
    type: str
  tags:
    description:
      - Only list servers that have all of these tags.
    type: list
    elements: str
"""

EXAMPLES = r"""
- name: List the servers of a zone
  community.scaleway.scaleway_server_info:
    zone: fr-par-1
  register: here

- name: List the running web servers of all zones
  community.scaleway.scaleway_server_info:
    zone: all
    state: running
    tags: [web]
  register: web_servers

- name: Show their addresses
  ansible.builtin.debug:
    msg: "{{ item.name }}: {{ item.public_ips | map(attribute='address') | join(', ') }}"
  loop: "{{ web_servers.servers }}"
  loop_control:
    label: "{{ item.id }}"
"""

RETURN = r"""
servers:
  description:
    - The servers as the API describes them, an empty list when there is none.
    - Among their keys are C(id), C(name), C(hostname), C(state), C(commercial_type), C(tags), C(public_ips),
      C(private_nics), C(volumes), C(security_group), C(image), C(zone), and C(project).
  returned: success
  type: list
  elements: dict
  sample: [{"id": "2f3a6a0c-71b2-4d7f-8a55-0c8c7be3f9d4", "name": "web-1", "state": "running"}]
scaleway_server_info:
  description: The same as RV(servers), for playbooks that were written for C(community.general).
  returned: success
  type: list
  elements: dict
  sample: []
"""

from ..module_utils._instance import SERVER
from ..module_utils._module import info_module
from ..module_utils._run import run

MODULE = info_module(
    SERVER,
    {
        "state": {"type": "str"},
        "commercial_type": {"type": "str"},
        "tags": {"type": "list", "elements": "str"},
    },
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
