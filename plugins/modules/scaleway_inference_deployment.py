# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_inference_deployment
short_description: Manage deployments of models
description:
  - Create, change, and delete deployments of models of Scaleway's Managed Inference.
  - A deployment is found by its exact name in its region and project, or by its ID.
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
      - The name of the deployment. Needed unless O(id) is set.
    type: str
  model:
    description:
      - The model, by ID or exact name. Needed to create a deployment.
    type: str
    aliases: [model_id]
  node_type:
    description:
      - The type of the machines, for example V(L4). Needed to create a deployment. It cannot be changed in place.
    type: str
    aliases: [node_type_name]
  accept_eula:
    description:
      - Whether the license of the model is accepted. Some models cannot be deployed without. It only counts for a new deployment.
    type: bool
  min_size:
    description:
      - How many machines there are at least. A new deployment has one if this is not set.
    type: int
  max_size:
    description:
      - How many machines there are at most. A new deployment has one if this is not set.
    type: int
  quantization_bits:
    description:
      - How many bits each parameter of the model takes.
    type: int
  endpoints:
    description:
      - Where it answers, in any order, once in public at most, and once in each Private Network.
      - Those that are not mentioned go. Needed to create a deployment.
    type: list
    elements: dict
    suboptions:
      private_network:
        description:
          - The Private Network that it is in, by ID or exact name. It is public if this is not set.
        type: str
      disable_auth:
        description:
          - Whether requests need no key.
        type: bool
        default: false
  wait_timeout:
    description:
      - How long to wait, in seconds. After that the task fails. Its result holds the resource as it was last seen.
      - A deployment takes ten to fifteen minutes to create, large models take longer.
    type: int
    default: 4800
seealso:
  - module: community.scaleway.scaleway_inference_deployment_info
"""

EXAMPLES = r"""
- name: Deploy a model
  community.scaleway.scaleway_inference_deployment:
    name: chat
    model: mistral/mistral-7b-instruct-v0.3:bf16
    node_type: L4
    endpoints: [{disable_auth: false}]
    region: fr-par

- name: Let it grow with the load
  community.scaleway.scaleway_inference_deployment:
    name: chat
    max_size: 3
    region: fr-par

- name: Delete it
  community.scaleway.scaleway_inference_deployment:
    name: chat
    region: fr-par
    state: absent
"""

RETURN = r"""
deployment:
  description:
    - The deployment as the API describes it. Empty when there is none any more.
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
      description: What it is doing, V(ready) when nothing is going on.
      returned: success
      type: str
      sample: "ready"
    error_message:
      description: What went wrong.
      returned: success
      type: str
      sample: ""
    model_id:
      description: The ID of the model.
      returned: success
      type: str
      sample: "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77"
    model_name:
      description: The name of the model.
      returned: success
      type: str
      sample: "mistral/mistral-7b-instruct-v0.3:bf16"
    node_type_name:
      description: The type of the machines.
      returned: success
      type: str
      sample: "L4"
    quantization:
      description: How many bits each parameter takes.
      returned: success
      type: dict
      sample: {"bits": 16}
    size:
      description: How many machines there are.
      returned: success
      type: int
      sample: 1
    min_size:
      description: How many machines there are at least.
      returned: success
      type: int
      sample: 1
    max_size:
      description: How many machines there are at most.
      returned: success
      type: int
      sample: 1
    endpoints:
      description: Where it answers.
      returned: success
      type: list
      elements: dict
      sample: [{"id": "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77", "url": "https://example.ifr.fr-par.scaleway.com", "disable_auth": false, "public_network": {}}]
    tags:
      description: The tags.
      returned: success
      type: list
      elements: str
      sample: ["web"]
    region:
      description: The region.
      returned: success
      type: str
      sample: "fr-par"
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

from ..module_utils._inference import DEPLOYMENT
from ..module_utils._module import resource_module
from ..module_utils._run import run

MODULE = resource_module(
    DEPLOYMENT,
    {
        "name": {"type": "str"},
        "model": {"type": "str", "aliases": ["model_id"]},
        "node_type": {"type": "str", "aliases": ["node_type_name"]},
        "accept_eula": {"type": "bool"},
        "min_size": {"type": "int"},
        "max_size": {"type": "int"},
        "quantization_bits": {"type": "int"},
        "endpoints": {
            "type": "list",
            "elements": "dict",
            "options": {"private_network": {"type": "str"}, "disable_auth": {"type": "bool", "default": False}},
        },
        "tags": {"type": "list", "elements": "str"},
        "wait_timeout": {"type": "int", "default": 4800},
    },
    required_one_of=[("name", "id")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
