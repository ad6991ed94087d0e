# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_iot_device
short_description: Manage devices of IoT hubs
description:
  - Create, change, switch, and delete the devices of hubs of Scaleway IoT Hub.
  - A device is found by its exact name in its hub, or by its ID.
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
      - The name of the device.
      - Needed unless O(id) is set. It cannot be changed in place.
    type: str
  description:
    description:
      - What the device is. An empty text removes it.
    type: str
  enabled:
    description:
      - Whether the device may connect. A new device may if this is not set.
    type: bool
  allow_insecure:
    description:
      - Whether the device may connect without TLS. A new device may not if this is not set.
    type: bool
  allow_multiple_connections:
    description:
      - Whether the device may connect several times at once. A new device may not if this is not set.
    type: bool
  message_filters:
    description:
      - Which topics the device may use. Keys that are not set stay as they are.
    type: dict
    suboptions:
      publish:
        description:
          - Where it may publish.
        type: dict
        suboptions:
          policy:
            description:
              - Whether the topics are the only ones that are let through, or the ones that are not.
            type: str
            choices: [accept, reject]
          topics:
            description:
              - The topics, in any order.
            type: list
            elements: str
      subscribe:
        description:
          - What it may listen to.
        type: dict
        suboptions:
          policy:
            description:
              - Whether the topics are the only ones that are let through, or the ones that are not.
            type: str
            choices: [accept, reject]
          topics:
            description:
              - The topics, in any order.
            type: list
            elements: str
  certificate:
    description:
      - A certificate of its own for the device, as PEM, in place of the one that Scaleway made.
    type: str
seealso:
  - module: community.scaleway.scaleway_iot_device_info
  - module: community.scaleway.scaleway_iot_hub
"""

EXAMPLES = r"""
- name: Create a hub
  community.scaleway.scaleway_iot_hub:
    name: factory
    region: fr-par

- name: Add a device
  community.scaleway.scaleway_iot_device:
    hub: factory
    name: sensor
    message_filters:
      subscribe: {policy: accept, topics: [orders]}
    region: fr-par
  register: added

- name: Keep it out for now
  community.scaleway.scaleway_iot_device:
    hub: factory
    name: sensor
    enabled: false
    region: fr-par

- name: Delete it
  community.scaleway.scaleway_iot_device:
    hub: factory
    name: sensor
    region: fr-par
    state: absent
"""

RETURN = r"""
device:
  description:
    - The device as the API describes it. Empty when there is none any more.
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
    description:
      description: What it is.
      returned: success
      type: str
      sample: ""
    status:
      description: Whether it may connect.
      returned: success
      type: str
      sample: "enabled"
    hub_id:
      description: The ID of its hub.
      returned: success
      type: str
      sample: "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77"
    is_connected:
      description: Whether it is connected.
      returned: success
      type: bool
      sample: false
    allow_insecure:
      description: Whether it may connect without TLS.
      returned: success
      type: bool
      sample: false
    allow_multiple_connections:
      description: Whether it may connect several times at once.
      returned: success
      type: bool
      sample: false
    has_custom_certificate:
      description: Whether it has a certificate of its own.
      returned: success
      type: bool
      sample: false
    message_filters:
      description: Which topics it may use.
      returned: success
      type: dict
      sample: {"publish": {"policy": "reject", "topics": []}}
    last_activity_at:
      description: When it was last heard of.
      returned: success
      type: str
      sample: "2026-01-02T03:04:05.000000Z"
    certificate:
      description: The certificate (C(crt)) and private key (C(key)) of a device that this task created. They are never shown again.
      returned: success
      type: dict
      sample: {"crt": "PEM", "key": "PEM"}
    created_at:
      description: When it was created.
      returned: success
      type: str
      sample: "2026-01-02T03:04:05.000000Z"
    updated_at:
      description: When it was last changed.
      returned: success
      type: str
      sample: "2026-01-02T03:04:05.000000Z"
error:
  description: What went wrong, for programs to read.
  returned: failure
  type: dict
  sample: {"type": "invalid_arguments", "status": 400, "message": "some arguments are not valid"}
"""

from ..module_utils._iot import DEVICE
from ..module_utils._module import resource_module
from ..module_utils._options import ArgumentSpec
from ..module_utils._run import run

RULE: ArgumentSpec = {
    "policy": {"type": "str", "choices": ["accept", "reject"]},
    "topics": {"type": "list", "elements": "str"},
}
MODULE = resource_module(
    DEVICE,
    {
        "hub": {"type": "str", "aliases": ["hub_id"]},
        "name": {"type": "str"},
        "description": {"type": "str"},
        "enabled": {"type": "bool"},
        "allow_insecure": {"type": "bool"},
        "allow_multiple_connections": {"type": "bool"},
        "message_filters": {
            "type": "dict",
            "options": {"publish": {"type": "dict", "options": RULE}, "subscribe": {"type": "dict", "options": RULE}},
        },
        "certificate": {"type": "str"},
    },
    required_one_of=[("name", "id")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
