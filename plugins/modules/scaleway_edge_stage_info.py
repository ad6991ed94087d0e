# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_edge_stage_info
short_description: List stages of pipelines of Edge Services
description:
  - List the stages of one kind of a pipeline of Scaleway Edge Services, over all pages.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.attributes.info_module
  - community.scaleway.auth
  - community.scaleway.place
options:
  pipeline:
    description:
      - The pipeline, by ID or exact name.
    type: str
    required: true
    aliases: [pipeline_id]
  kind:
    description:
      - What the stages do.
    type: str
    required: true
    choices: [dns, tls, cache, route, waf, backend]
seealso:
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
      is_website: true
  register: bucket

- name: List the backend stages
  community.scaleway.scaleway_edge_stage_info:
    pipeline: shop
    kind: backend
"""

RETURN = r"""
stages:
  description:
    - The list, an empty one when there is nothing.
    - See RV(community.scaleway.scaleway_edge_stage#module:stage) for what each of them contains.
  returned: success
  type: list
  elements: dict
  sample: [{"id": "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77", "status": "active"}]
"""

from ..module_utils._edge import PLAIN_STAGE
from ..module_utils._module import info_module
from ..module_utils._run import run

MODULE = info_module(
    PLAIN_STAGE,
    {
        "pipeline": {"type": "str", "required": True, "aliases": ["pipeline_id"]},
        "kind": {"type": "str", "required": True, "choices": ["dns", "tls", "cache", "route", "waf", "backend"]},
    },
    named=False,
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
