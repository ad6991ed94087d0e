# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_user_data
short_description: Manage the user data of an Instance
description:
  - Write and delete the texts that a Scaleway Instance can read about itself, cloud-init among them.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.attributes.resource
  - community.scaleway.auth
  - community.scaleway.place
  - community.scaleway.legacy
options:
  state:
    description:
      - V(present) writes what differs.
      - V(absent) deletes O(key), the keys of O(user_data), or all keys when neither is set.
    type: str
    default: present
    choices: [present, absent]
  server:
    description:
      - The server, by ID or exact name.
    type: str
    required: true
    aliases: [server_id]
  key:
    description:
      - The key of a single text, for example V(cloud-init). The others are left alone.
    type: str
  value:
    description:
      - The text of O(key). It may have several lines.
    type: str
  user_data:
    description:
      - All texts by key.
    type: dict
  purge:
    description:
      - Whether keys that are not in O(user_data) are deleted.
    type: bool
    default: true
seealso:
  - module: community.scaleway.scaleway_user_data_info
"""

EXAMPLES = r"""
- name: Have a server
  community.scaleway.scaleway_server:
    name: web-1
    zone: fr-par-1
    commercial_type: DEV1-S
    image: ubuntu_jammy

- name: Say what to install at the first start
  community.scaleway.scaleway_user_data:
    server: web-1
    zone: fr-par-1
    key: cloud-init
    value: |
      #cloud-config
      packages: [nginx]

- name: Have these texts and no others
  community.scaleway.scaleway_user_data:
    server: web-1
    zone: fr-par-1
    user_data:
      role: web
      stage: production
"""

RETURN = r"""
user_data:
  description: The texts that the task is about, by key, as they are afterwards.
  returned: success
  type: dict
  sample: {"role": "web"}
error:
  description: What went wrong, for programs to read.
  returned: failure
  type: dict
  sample: {"type": "quotas_exceeded", "status": 403, "message": "a quota is used up"}
"""

from ..module_utils._module import Module
from ..module_utils._options import AUTH, LEGACY, PLACE, STATE
from ..module_utils._run import run
from ..module_utils._server_data import manage_user_data

MODULE = Module(
    {
        **AUTH,
        **PLACE,
        **LEGACY,
        "state": STATE["state"],
        "server": {"type": "str", "required": True, "aliases": ["server_id"]},
        "key": {"type": "str", "no_log": False},
        "value": {"type": "str"},
        "user_data": {"type": "dict"},
        "purge": {"type": "bool", "default": True},
    },
    manage_user_data,
    {"mutually_exclusive": [("key", "user_data")], "required_by": {"value": ("key",)}},
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
