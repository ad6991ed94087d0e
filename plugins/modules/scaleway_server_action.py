# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_server_action
short_description: Do something with an Instance once
description:
  - Start, stop, restart, back up, or terminate a Scaleway Instance.
  - M(community.scaleway.scaleway_server) brings a server to a state. This module is for what has no lasting state,
    and for playbooks that think in actions.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.attributes.resource
  - community.scaleway.auth
  - community.scaleway.place
  - community.scaleway.wait
options:
  server:
    description:
      - The server, by ID or exact name.
    type: str
    required: true
    aliases: [server_id]
  action:
    description:
      - What to do.
      - V(poweron), V(poweroff), and V(stop_in_place) do nothing when the server is in that state already.
      - V(backup) makes an image of the server.
      - V(terminate) deletes the server together with its local volumes. It needs O(confirm).
      - V(enable_routed_ip) moves the server to routed addresses.
    type: str
    required: true
    choices: [poweron, poweroff, reboot, stop_in_place, backup, terminate, enable_routed_ip]
  confirm:
    description:
      - The exact name of the server, once more. Needed for V(terminate).
    type: str
  name:
    description:
      - The name of the image that V(backup) makes.
    type: str
seealso:
  - module: community.scaleway.scaleway_server
"""

EXAMPLES = r"""
- name: Have a server
  community.scaleway.scaleway_server:
    name: web-1
    zone: fr-par-1
    commercial_type: DEV1-S
    image: ubuntu_jammy

- name: Switch it on
  community.scaleway.scaleway_server_action:
    server: web-1
    zone: fr-par-1
    action: poweron

- name: Make an image of it
  community.scaleway.scaleway_server_action:
    server: web-1
    zone: fr-par-1
    action: backup
    name: web-1-monday
  register: backup

- name: Be rid of it and its local volumes
  community.scaleway.scaleway_server_action:
    server: web-1
    zone: fr-par-1
    action: terminate
    confirm: web-1
"""

RETURN = r"""
server:
  description: The server as the API describes it. Empty when it was terminated.
  returned: success
  type: dict
  sample: {"id": "2f3a6a0c-71b2-4d7f-8a55-0c8c7be3f9d4", "name": "web-1", "state": "running"}
image_id:
  description: The ID of the image that was made.
  returned: when O(action) is V(backup), and not in check mode
  type: str
  sample: 4c1a2e0b-5c6d-4f0e-8a1b-9d3e7f2a6c55
error:
  description: What went wrong, for programs to read.
  returned: failure
  type: dict
  sample: {"type": "quotas_exceeded", "status": 403, "message": "a quota is used up"}
"""

from ..module_utils._module import Module
from ..module_utils._options import AUTH, PLACE, WAIT
from ..module_utils._run import run
from ..module_utils._server_action import act_once

MODULE = Module(
    {
        **AUTH,
        **PLACE,
        **WAIT,
        "server": {"type": "str", "required": True, "aliases": ["server_id"]},
        "action": {
            "type": "str",
            "required": True,
            "choices": ["poweron", "poweroff", "reboot", "stop_in_place", "backup", "terminate", "enable_routed_ip"],
        },
        "confirm": {"type": "str"},
        "name": {"type": "str"},
    },
    act_once,
    {"required_if": [("action", "terminate", ("confirm",))]},
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
