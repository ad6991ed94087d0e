# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_inference_deployment_info
short_description: List deployments of models
description:
  - List the deployments of Scaleway's Managed Inference in a region, over all pages.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.attributes.info_module
  - community.scaleway.auth
  - community.scaleway.info
  - community.scaleway.place
seealso:
  - module: community.scaleway.scaleway_inference_deployment
"""

EXAMPLES = r"""
- name: Deploy a model
  community.scaleway.scaleway_inference_deployment:
    name: chat
    model: mistral/mistral-7b-instruct-v0.3:bf16
    node_type: L4
    endpoints: [{disable_auth: false}]
    region: fr-par

- name: List the deployments
  community.scaleway.scaleway_inference_deployment_info:
    region: fr-par
"""

RETURN = r"""
deployments:
  description:
    - The list, an empty one when there is nothing.
    - See RV(community.scaleway.scaleway_inference_deployment#module:deployment) for what each of them contains.
  returned: success
  type: list
  elements: dict
  sample: [{"id": "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77", "name": "web"}]
"""

from ..module_utils._inference import DEPLOYMENT
from ..module_utils._module import info_module
from ..module_utils._run import run

MODULE = info_module(DEPLOYMENT, {})


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
