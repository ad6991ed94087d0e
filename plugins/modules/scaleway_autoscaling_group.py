# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_autoscaling_group
short_description: Manage groups of Instances that grow and shrink
description:
  - Create, change, and delete groups of Instances whose number follows the load.
  - A group is found by its exact name in its zone and project, or by its ID.
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
      - The name of the group. Needed unless O(id) is set.
    type: str
  template:
    description:
      - The template of its servers, by ID or exact name. Needed to create a group.
    type: str
    aliases: [template_id]
  scaling_policy:
    description:
      - How it grows and shrinks. What is not mentioned stays as it is.
      - There is one of O(scaling_policy.fixed_size), O(scaling_policy.cpu_target), and O(scaling_policy.memory_target).
    type: dict
    suboptions:
      minimum_size:
        description:
          - How many servers there are at least.
        type: int
      maximum_size:
        description:
          - How many servers there are at most.
        type: int
      fixed_size:
        description:
          - How many servers there shall be.
        type: int
      cpu_target:
        description:
          - The average use of processors to aim at, in percent.
        type: int
      memory_target:
        description:
          - The average use of memory to aim at, in percent.
        type: int
      scale_out_cooldown:
        description:
          - How long it rests after it has grown, for example V(3m).
        type: str
      scale_in_cooldown:
        description:
          - How long it rests after it has shrunk, for example V(3m).
        type: str
      scale_out_step:
        description:
          - How many servers are added at once.
        type: int
      scale_in_step:
        description:
          - How many servers are removed at once.
        type: int
  load_balancing:
    description:
      - How a Load Balancer takes part. What is not mentioned stays as it is.
    type: dict
    suboptions:
      load_balancer:
        description:
          - The Load Balancer, by ID or exact name.
        type: str
      backends:
        description:
          - The backends that servers are added to.
        type: list
        elements: dict
        suboptions:
          backend_id:
            description:
              - The ID of the backend.
            type: str
            required: true
          address_family:
            description:
              - Which of their addresses is used.
            type: str
            choices: [ipv4, ipv6]
          private_network_id:
            description:
              - The ID of the Private Network whose address is used. Public addresses are used if this is not set.
            type: str
      auto_healing:
        description:
          - Whether servers that the Load Balancer finds failing are replaced.
        type: dict
        suboptions:
          enabled:
            description:
              - Whether they are.
            type: bool
          grace_period:
            description:
              - How long a new server may take, for example V(300s).
            type: str
seealso:
  - module: community.scaleway.scaleway_autoscaling_group_info
"""

EXAMPLES = r"""
- name: Say how its servers look
  community.scaleway.scaleway_api:
    method: POST
    path: /instance/v2alpha1/zones/fr-par-1/templates
    body:
      name: web
      server_type: PRO2-S
      project_id: 22222222-2222-4222-8222-222222222222

- name: Create a group
  community.scaleway.scaleway_autoscaling_group:
    name: web
    template: web
    scaling_policy:
      minimum_size: 1
      maximum_size: 5
      cpu_target: 70
    zone: fr-par-1

- name: Keep three servers
  community.scaleway.scaleway_autoscaling_group:
    name: web
    scaling_policy: {fixed_size: 3}
    zone: fr-par-1

- name: Delete the group
  community.scaleway.scaleway_autoscaling_group:
    name: web
    zone: fr-par-1
    state: absent
"""

RETURN = r"""
group:
  description:
    - The group as the API describes it. Empty when there is none any more.
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
      sample: "web"
    status:
      description: What it is doing, V(active) when nothing is going on.
      returned: success
      type: str
      sample: "active"
    template_id:
      description: The ID of the template.
      returned: success
      type: str
      sample: "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77"
    current_size:
      description: How many servers there are.
      returned: success
      type: int
      sample: 3
    target_size:
      description: How many servers there shall be.
      returned: success
      type: int
      sample: 3
    scaling_policy:
      description: How it grows and shrinks.
      returned: success
      type: dict
      sample: {"minimum_size": 1, "maximum_size": 5, "cpu_target": {"target_avg_percent": 70}}
    load_balancer_configuration:
      description: How a Load Balancer takes part.
      returned: success
      type: dict
      sample: {}
    open_alerts:
      description: What is wrong.
      returned: success
      type: list
      elements: dict
      sample: []
    last_scale_out_at:
      description: When it grew last.
      returned: success
      type: str
      sample: "2026-01-02T03:04:05.000000Z"
    last_scale_in_at:
      description: When it shrank last.
      returned: success
      type: str
      sample: "2026-01-02T03:04:05.000000Z"
    tags:
      description: The tags.
      returned: success
      type: list
      elements: str
      sample: ["web"]
    project_id:
      description: The ID of the project.
      returned: success
      type: str
      sample: "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77"
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

from ..module_utils._autoscaling import GROUP
from ..module_utils._module import resource_module
from ..module_utils._run import run

MODULE = resource_module(
    GROUP,
    {
        "name": {"type": "str"},
        "template": {"type": "str", "aliases": ["template_id"]},
        "scaling_policy": {
            "type": "dict",
            "options": {
                "minimum_size": {"type": "int"},
                "maximum_size": {"type": "int"},
                "fixed_size": {"type": "int"},
                "cpu_target": {"type": "int"},
                "memory_target": {"type": "int"},
                "scale_out_cooldown": {"type": "str"},
                "scale_in_cooldown": {"type": "str"},
                "scale_out_step": {"type": "int"},
                "scale_in_step": {"type": "int"},
            },
        },
        "load_balancing": {
            "type": "dict",
            "options": {
                "load_balancer": {"type": "str"},
                "backends": {
                    "type": "list",
                    "elements": "dict",
                    "options": {
                        "backend_id": {"type": "str", "required": True},
                        "address_family": {"type": "str", "choices": ["ipv4", "ipv6"]},
                        "private_network_id": {"type": "str"},
                    },
                },
                "auto_healing": {
                    "type": "dict",
                    "options": {"enabled": {"type": "bool"}, "grace_period": {"type": "str"}},
                },
            },
        },
        "tags": {"type": "list", "elements": "str"},
    },
    required_one_of=[("name", "id")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
