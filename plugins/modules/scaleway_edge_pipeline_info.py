# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_edge_pipeline_info
short_description: List pipelines of Edge Services
description:
  - List the pipelines of Scaleway Edge Services, over all pages.
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
  - module: community.scaleway.scaleway_edge_pipeline
"""

EXAMPLES = r"""
- name: Create a pipeline
  community.scaleway.scaleway_edge_pipeline:
    name: shop
  register: shop

- name: List the pipelines
  community.scaleway.scaleway_edge_pipeline_info:
"""

RETURN = r"""
pipelines:
  description:
    - The list, an empty one when there is nothing.
    - See RV(community.scaleway.scaleway_edge_pipeline#module:pipeline) for what each of them contains.
  returned: success
  type: list
  elements: dict
  sample: [{"id": "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77", "name": "web"}]
"""

from ..module_utils._edge import PIPELINE
from ..module_utils._module import info_module
from ..module_utils._run import run

MODULE = info_module(PIPELINE, {})


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
