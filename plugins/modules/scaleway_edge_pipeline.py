# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_edge_pipeline
short_description: Manage pipelines of Edge Services
description:
  - "Create, change, and delete pipelines of Scaleway Edge Services: what stands before a bucket, a Load Balancer, a container, or a function."
  - A pipeline is found by its exact name in its project, or by its ID.
  - Its stages are managed by M(community.scaleway.scaleway_edge_stage). They go with it.
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
      - The name of the pipeline. Needed unless O(id) is set.
    type: str
  description:
    description:
      - What it is for.
    type: str
  head_stage:
    description:
      - The ID of the DNS stage that requests reach first. Without one the pipeline does not work.
      - An empty string takes it away.
    type: str
    aliases: [head_stage_id]
seealso:
  - module: community.scaleway.scaleway_edge_pipeline_info
  - module: community.scaleway.scaleway_edge_stage
"""

EXAMPLES = r"""
- name: Create a pipeline
  community.scaleway.scaleway_edge_pipeline:
    name: shop
  register: shop

- name: Lead to a bucket
  community.scaleway.scaleway_edge_stage:
    pipeline: shop
    kind: backend
    bucket:
      bucket_name: shop
      bucket_region: fr-par
  register: bucket

- name: Give it a name
  community.scaleway.scaleway_edge_stage:
    pipeline: shop
    kind: dns
    backend_stage: "{{ bucket.stage.id }}"
  register: dns

- name: Requests come in there
  community.scaleway.scaleway_edge_pipeline:
    name: shop
    head_stage: "{{ dns.stage.id }}"

- name: Delete it
  community.scaleway.scaleway_edge_pipeline:
    name: shop
    state: absent
"""

RETURN = r"""
pipeline:
  description:
    - The pipeline as the API describes it. Empty when there is none any more.
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
    description:
      description: What it is for.
      returned: success
      type: str
      sample: ""
    status:
      description: Whether it works. V(warning) until it has all of its stages.
      returned: success
      type: str
      sample: "ready"
    errors:
      description: What is wrong with it.
      returned: success
      type: list
      elements: dict
      sample: []
    head_stage_id:
      description: The ID of the DNS stage that requests reach first.
      returned: success
      type: str
      sample: "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77"
    vpc_endpoint_ids:
      description: The IDs of its endpoints in Private Networks.
      returned: success
      type: list
      elements: str
      sample: []
    project_id:
      description: The ID of the project.
      returned: success
      type: str
      sample: "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77"
    organization_id:
      description: The ID of the organization.
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

from ..module_utils._edge import PIPELINE
from ..module_utils._module import resource_module
from ..module_utils._run import run

MODULE = resource_module(
    PIPELINE,
    {
        "name": {"type": "str"},
        "description": {"type": "str"},
        "head_stage": {"type": "str", "aliases": ["head_stage_id"]},
    },
    required_one_of=[("name", "id")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
