# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_user_data_info
short_description: Read the user data of an Instance
description:
  - Read the texts that a Scaleway Instance can read about itself.
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
    aliases: [server_id]
  key:
    description:
      - Only read the text of this key.
    type: str
"""

EXAMPLES = r"""
- name: Have a server
  community.scaleway.scaleway_server:
    name: web-1
    zone: fr-par-1
    commercial_type: DEV1-S
    image: ubuntu_jammy
    user_data: {role: web}

- name: Read its user data
  community.scaleway.scaleway_user_data_info:
    server: web-1
    zone: fr-par-1
  register: found
"""

RETURN = r"""
user_data:
  description: The texts by key, empty when there are none.
  returned: success
  type: dict
  sample: {"role": "web"}
"""

from ..module_utils._module import Module
from ..module_utils._options import AUTH, PLACE
from ..module_utils._run import run
from ..module_utils._server_data import list_user_data

MODULE = Module(
    {
        **AUTH,
        **PLACE,
        "server": {"type": "str", "required": True, "aliases": ["server_id"]},
        "key": {"type": "str", "no_log": False},
    },
    list_user_data,
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
