# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_registry_image_info
short_description: List images of the Container Registry
description:
  - List the images in Scaleway's Container Registry, in one region or in all of them, over all pages.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.attributes.info_module
  - community.scaleway.auth
  - community.scaleway.info
  - community.scaleway.info.region
  - community.scaleway.place
options:
  namespace:
    description:
      - Only list the images of this namespace, given by its ID or exact name.
    type: str
    aliases: [namespace_id]
seealso:
  - module: community.scaleway.scaleway_registry_namespace
  - module: community.scaleway.scaleway_registry_tag
"""

EXAMPLES = r"""
- name: Create a namespace
  community.scaleway.scaleway_registry_namespace:
    name: shop
    region: fr-par

- name: List its images
  community.scaleway.scaleway_registry_image_info:
    namespace: shop
    region: fr-par
"""

RETURN = r"""
images:
  description:
    - The images as the API describes them, an empty list when there is none.
    - Among their keys are C(id), C(name), C(namespace_id), C(tags), C(visibility), C(size), C(status), C(created_at),
      and C(updated_at).
  returned: success
  type: list
  elements: dict
  sample: [{"id": "5a0c5c39-3e4f-4d52-9d5e-0b3e3d1f7b10", "name": "web", "tags": ["latest"]}]
"""

from ..module_utils._module import info_module
from ..module_utils._registry import IMAGE
from ..module_utils._run import run

MODULE = info_module(IMAGE, {"namespace": {"type": "str", "aliases": ["namespace_id"]}})


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
