# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_iot_hub
short_description: Manage IoT hubs
description:
  - Create, change, switch, and delete the hubs of Scaleway IoT Hub.
  - A hub is found by its exact name in its region and project, or by its ID.
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
  name:
    description:
      - The name of the hub.
      - Needed unless O(id) is set. Together with O(id) it is the name that the hub gets.
    type: str
  product_plan:
    description:
      - The plan, which says how much the hub can do. A new hub has V(plan_shared) if this is not set.
    type: str
    choices: [plan_shared, plan_dedicated, plan_ha]
  enabled:
    description:
      - Whether the hub works. A new hub does if this is not set.
    type: bool
  disable_events:
    description:
      - Whether the hub publishes no events about itself and its devices.
    type: bool
  events_topic_prefix:
    description:
      - The beginning of the topics of events.
    type: str
  enable_device_auto_provisioning:
    description:
      - Whether devices that show a certificate of the hub's own authority are added by themselves.
    type: bool
  twins_graphite_config:
    description:
      - Where changes of device twins are pushed to.
    type: dict
    suboptions:
      push_uri:
        description:
          - The address of the Graphite server.
        type: str
        required: true
  ca_certificate:
    description:
      - The certificate of an authority of your own, as PEM, which vouches for the certificates of devices.
    type: str
  ca_challenge_certificate:
    description:
      - A certificate that this authority signed to show that it is yours, as PEM.
    type: str
  delete_devices:
    description:
      - Whether the devices of the hub are deleted with it. Otherwise a hub with devices cannot be deleted.
    type: bool
    default: false
seealso:
  - module: community.scaleway.scaleway_iot_hub_info
  - module: community.scaleway.scaleway_iot_device
  - module: community.scaleway.scaleway_iot_route
"""

EXAMPLES = r"""
- name: Create a hub
  community.scaleway.scaleway_iot_hub:
    name: factory
    region: fr-par

- name: Let it rest
  community.scaleway.scaleway_iot_hub:
    name: factory
    enabled: false
    region: fr-par

- name: Delete it with its devices
  community.scaleway.scaleway_iot_hub:
    name: factory
    delete_devices: true
    region: fr-par
    state: absent
"""

RETURN = r"""
hub:
  description:
    - The hub as the API describes it. Empty when there is none any more.
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
    status:
      description: What it is doing.
      returned: success
      type: str
      sample: "ready"
    product_plan:
      description: Its plan.
      returned: success
      type: str
      sample: "plan_shared"
    enabled:
      description: Whether it works.
      returned: success
      type: bool
      sample: true
    device_count:
      description: How many devices it has.
      returned: success
      type: int
      sample: 1
    connected_device_count:
      description: How many of them are connected.
      returned: success
      type: int
      sample: 0
    endpoint:
      description: Where devices connect to.
      returned: success
      type: str
      sample: "iot.fr-par.scw.cloud"
    disable_events:
      description: Whether it publishes no events.
      returned: success
      type: bool
      sample: false
    events_topic_prefix:
      description: The beginning of the topics of events.
      returned: success
      type: str
      sample: "$SCW/events"
    enable_device_auto_provisioning:
      description: Whether devices are added by themselves.
      returned: success
      type: bool
      sample: false
    has_custom_ca:
      description: Whether it has an authority of its own.
      returned: success
      type: bool
      sample: false
    twins_graphite_config:
      description: Where changes of device twins are pushed to.
      returned: success
      type: dict
      sample: {"push_uri": "https://graphite.example.com"}
    region:
      description: Its region.
      returned: success
      type: str
      sample: "fr-par"
    project_id:
      description: The ID of its project.
      returned: success
      type: str
      sample: "22222222-2222-4222-8222-222222222222"
    organization_id:
      description: The ID of its organization.
      returned: success
      type: str
      sample: "33333333-3333-4333-8333-333333333333"
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

from ..module_utils._iot import HUB
from ..module_utils._module import resource_module
from ..module_utils._run import run

MODULE = resource_module(
    HUB,
    {
        "name": {"type": "str"},
        "product_plan": {"type": "str", "choices": ["plan_shared", "plan_dedicated", "plan_ha"]},
        "enabled": {"type": "bool"},
        "disable_events": {"type": "bool"},
        "events_topic_prefix": {"type": "str"},
        "enable_device_auto_provisioning": {"type": "bool"},
        "twins_graphite_config": {"type": "dict", "options": {"push_uri": {"type": "str", "required": True}}},
        "ca_certificate": {"type": "str"},
        "ca_challenge_certificate": {"type": "str"},
        "delete_devices": {"type": "bool", "default": False},
    },
    required_one_of=[("name", "id")],
    required_together=[("ca_certificate", "ca_challenge_certificate")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
