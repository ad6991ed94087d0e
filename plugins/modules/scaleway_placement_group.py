# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_placement_group
short_description: Manage placement groups of Instances
description:
  - Create, change, and delete placement groups, which say how Scaleway Instances are placed in relation to each other.
  - A placement group is found by its exact name in its zone and project, or by its ID.
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
  - community.scaleway.tags
options:
  name:
    description:
      - The name of the placement group.
      - Needed unless O(id) is set. Together with O(id) it is the name that the placement group gets.
    type: str
  policy_type:
    description:
      - V(max_availability) places the servers on different hardware, V(low_latency) close to each other.
      - A new placement group has V(max_availability) if this is not set.
    type: str
    choices: [max_availability, low_latency]
  policy_mode:
    description:
      - Whether a server starts when the policy cannot be respected (V(optional)), or not (V(enforced)).
      - A new placement group has V(optional) if this is not set.
    type: str
    choices: [optional, enforced]
seealso:
  - module: community.scaleway.scaleway_placement_group_info
"""

EXAMPLES = r"""
- name: Keep the web servers apart
  community.scaleway.scaleway_placement_group:
    name: web
    policy_type: max_availability
    policy_mode: enforced
    zone: fr-par-1

- name: Let them start in any case
  community.scaleway.scaleway_placement_group:
    name: web
    policy_mode: optional
    zone: fr-par-1

- name: Delete the placement group
  community.scaleway.scaleway_placement_group:
    name: web
    zone: fr-par-1
    state: absent
"""

RETURN = r"""
placement_group:
  description:
    - The placement group as the API describes it. Empty when there is none any more.
    - In check mode it is the placement group as it would be. A new one has no ID then.
  returned: always, unless nothing is known of the placement group
  type: dict
  contains:
    id:
      description: The ID of the placement group.
      returned: when the placement group exists
      type: str
      sample: 0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77
    name:
      description: Its name.
      returned: success
      type: str
      sample: web
    policy_type:
      description: How its servers are placed.
      returned: success
      type: str
      sample: max_availability
    policy_mode:
      description: Whether the policy must be respected.
      returned: success
      type: str
      sample: optional
    policy_respected:
      description: Whether the policy is respected at the moment.
      returned: success
      type: bool
      sample: true
    tags:
      description: Its tags.
      returned: success
      type: list
      elements: str
      sample: []
    zone:
      description: Its zone.
      returned: success
      type: str
      sample: fr-par-1
    project:
      description: The ID of its project.
      returned: success
      type: str
      sample: 22222222-2222-4222-8222-222222222222
    organization:
      description: The ID of its organization.
      returned: success
      type: str
      sample: 33333333-3333-4333-8333-333333333333
error:
  description: What went wrong, for programs to read.
  returned: failure
  type: dict
  sample: {"type": "quotas_exceeded", "status": 403, "message": "a quota is used up"}
"""

from ..module_utils._instance import PLACEMENT_GROUP
from ..module_utils._module import resource_module
from ..module_utils._run import run

MODULE = resource_module(
    PLACEMENT_GROUP,
    {
        "name": {"type": "str"},
        "policy_type": {"type": "str", "choices": ["max_availability", "low_latency"]},
        "policy_mode": {"type": "str", "choices": ["optional", "enforced"]},
        "tags": {"type": "list", "elements": "str"},
    },
    required_one_of=[("name", "id")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
