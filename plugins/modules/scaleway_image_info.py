# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_image_info
short_description: List images of Instances
description:
  - "List images for Scaleway Instances, in one zone or in all of them, over all pages: those that the account can
    see, or those of the marketplace."
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
  state:
    description:
      - Only list images in this state, for example V(available).
    type: str
  tags:
    description:
      - Only list images that have all of these tags.
    type: list
    elements: str
  marketplace:
    description:
      - Whether to list the images of the marketplace instead. O(name) is then a label like V(ubuntu_jammy).
    type: bool
    default: false
  commercial_type:
    description:
      - Only list images of the marketplace for this type of server.
    type: str
"""

EXAMPLES = r"""
- name: List the images of the account in a zone
  community.scaleway.scaleway_image_info:
    zone: fr-par-1
    public: false
  register: own_images

- name: List the images of the marketplace for a type
  community.scaleway.scaleway_image_info:
    zone: fr-par-1
    marketplace: true
    commercial_type: DEV1-S
  register: images
"""

RETURN = r"""
images:
  description:
    - The images as the API describes them, an empty list when there is none.
    - Among the keys of images of the account are C(id), C(name), C(arch), C(state), C(public), C(root_volume), C(extra_volumes),
      C(tags), C(zone), and C(project).
    - Images of the marketplace have C(id), C(label), C(arch), C(zone), C(type), and C(compatible_commercial_types).
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

from ..module_utils._module import Module
from ..module_utils._options import AUTH, INFO, LEGACY, PLACE
from ..module_utils._run import run
from ..module_utils._server_data import list_images

MODULE = Module(
    {
        **AUTH,
        **PLACE,
        **INFO,
        **LEGACY,
        "arch": {"type": "str"},
        "public": {"type": "bool"},
        "state": {"type": "str"},
        "tags": {"type": "list", "elements": "str"},
        "marketplace": {"type": "bool", "default": False},
        "commercial_type": {"type": "str"},
    },
    list_images,
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
