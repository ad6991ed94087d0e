# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_iot_network
short_description: Manage networks of IoT hubs
description:
  - Create and delete the networks of hubs of Scaleway IoT Hub, through which others than MQTT clients reach a hub.
  - A network is found by its exact name in its hub, or by its ID.
  - A network cannot be changed in place.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.attributes.resource
  - community.scaleway.auth
  - community.scaleway.place
  - community.scaleway.state
  - community.scaleway.wait
options:
  hub:
    description:
      - The hub, by ID or exact name. Needed unless O(id) is set.
    type: str
    aliases: [hub_id]
  name:
    description:
      - The name of the network.
      - Needed unless O(id) is set. It cannot be changed in place.
    type: str
  type:
    description:
      - What reaches the hub through it. Needed for a new network.
    type: str
    choices: [sigfox, rest]
  topic_prefix:
    description:
      - The beginning of the topics of its messages.
    type: str
seealso:
  - module: community.scaleway.scaleway_iot_network_info
  - module: community.scaleway.scaleway_iot_hub
"""

EXAMPLES = r"""
- name: Create a hub
  community.scaleway.scaleway_iot_hub:
    name: factory
    region: fr-par

- name: Let messages in over HTTP
  community.scaleway.scaleway_iot_network:
    hub: factory
    name: web
    type: rest
    topic_prefix: web
    region: fr-par
  register: added

- name: Delete the network
  community.scaleway.scaleway_iot_network:
    hub: factory
    name: web
    region: fr-par
    state: absent
"""

RETURN = r"""
network:
  description:
    - The network as the API describes it. Empty when there is none any more.
    - In check mode it is as it would be. What Scaleway gives it, like its ID, is missing then.
  returned: always, unless nothing is known of it
  type: dict
  contains:
    id:
      description: The ID.
      returned: success
      type: str
      sample: "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77"
    name:
      description: The name.
      returned: success
      type: str
      sample: "factory"
    type:
      description: What reaches the hub through it.
      returned: success
      type: str
      sample: "rest"
    endpoint:
      description: Where messages are sent to.
      returned: success
      type: str
      sample: "rest.iot.fr-par.scw.cloud"
    hub_id:
      description: The ID of its hub.
      returned: success
      type: str
      sample: "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77"
    topic_prefix:
      description: The beginning of the topics of its messages.
      returned: success
      type: str
      sample: "web"
    secret:
      description: The secret of a network that this task created. It is never shown again.
      returned: success
      type: str
      sample: "secret"
    region:
      description: Its region.
      returned: success
      type: str
      sample: "fr-par"
    created_at:
      description: When it was created.
      returned: success
      type: str
      sample: "2026-01-02T03:04:05.000000Z"
error:
  description: What went wrong, for programs to read.
  returned: failure
  type: dict
  sample: {"type": "invalid_arguments", "status": 400, "message": "some arguments are not valid"}
"""

from ..module_utils._iot import NETWORK
from ..module_utils._module import resource_module
from ..module_utils._run import run

MODULE = resource_module(
    NETWORK,
    {
        "hub": {"type": "str", "aliases": ["hub_id"]},
        "name": {"type": "str"},
        "type": {"type": "str", "choices": ["sigfox", "rest"]},
        "topic_prefix": {"type": "str"},
    },
    required_one_of=[("name", "id")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
