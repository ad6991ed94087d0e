# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_image_info
short_description: List images of Instances
description:
  - List the images of Scaleway Instances that the account can see, in one zone or in all of them, over all pages.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.attributes.info_module
  - community.scaleway.auth
  - community.scaleway.info
  - community.scaleway.info.zone
  - community.scaleway.place
  - community.scaleway.legacy
options:
  arch:
    description:
      - Only list images for this architecture, for example V(x86_64) or V(arm64).
    type: str
  public:
    description:
      - Whether to list only public images (V(true)) or only those of the account (V(false)). Both by default.
    type: bool
  tags:
    description:
      - Only list images that have all of these tags.
    type: list
    elements: str
"""

EXAMPLES = r"""
- name: List the images of the account in a zone
  community.scaleway.scaleway_image_info:
    zone: fr-par-1
    public: false
  register: own_images
"""

RETURN = r"""
images:
  description:
    - The images as the API describes them, an empty list when there is none.
    - Among their keys are C(id), C(name), C(arch), C(state), C(public), C(root_volume), C(extra_volumes), C(tags), C(zone),
      and C(project).
  returned: success
  type: list
  elements: dict
  sample: [{"id": "4c1a2e0b-5c6d-4f0e-8a1b-9d3e7f2a6c55", "name": "web", "arch": "x86_64"}]
scaleway_image_info:
  description: The same as RV(images), for playbooks that were written for C(community.general).
  returned: success
  type: list
  elements: dict
  sample: []
"""

from ..module_utils._instance import IMAGE
from ..module_utils._module import info_module
from ..module_utils._run import run

MODULE = info_module(
    IMAGE,
    {
        "arch": {"type": "str"},
        "public": {"type": "bool"},
        "tags": {"type": "list", "elements": "str"},
    },
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
