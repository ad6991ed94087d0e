# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_registry_tag
short_description: Delete tags of images in the Container Registry
description:
  - Delete tags of images in Scaleway's Container Registry. They come into being when images are pushed.
  - A tag is found by its exact name among those of its image, or by its ID.
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
  state:
    description:
      - V(absent) deletes the tag.
    type: str
    default: absent
    choices: [absent]
  image:
    description:
      - The image, by ID or exact name. Needed unless O(id) is set.
    type: str
    aliases: [image_id]
  name:
    description:
      - The name of the tag. Needed unless O(id) is set.
    type: str
seealso:
  - module: community.scaleway.scaleway_registry_image_info
"""

EXAMPLES = r"""
- name: Delete a tag, if it is there
  community.scaleway.scaleway_registry_tag:
    image: web
    name: outdated
    region: fr-par
"""

RETURN = r"""
tag:
  description: Empty, as there is none any more.
  returned: success
  type: dict
  sample: {}
error:
  description: What went wrong, for programs to read.
  returned: failure
  type: dict
  sample: {"type": "quotas_exceeded", "status": 403, "message": "a quota is used up"}
"""

from ..module_utils._module import resource_module
from ..module_utils._registry import TAG
from ..module_utils._run import run

MODULE = resource_module(
    TAG,
    {
        "state": {"type": "str", "default": "absent", "choices": ["absent"]},
        "image": {"type": "str", "aliases": ["image_id"]},
        "name": {"type": "str"},
    },
    required_one_of=[("name", "id")],
    required_together=[("name", "image")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
