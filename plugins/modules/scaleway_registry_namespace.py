# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_registry_namespace
short_description: Manage namespaces of the Container Registry
description:
  - Create, change, and delete namespaces of Scaleway's Container Registry.
  - A namespace is found by its exact name in its region and project, or by its ID. Its name is unique in the region, whoever
    owns it.
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
  - community.scaleway.legacy
options:
  name:
    description:
      - The name of the namespace. It cannot be changed in place.
      - Needed unless O(id) is set.
    type: str
  description:
    description:
      - What the namespace is for. An empty text removes it.
    type: str
  is_public:
    description:
      - Whether everybody can pull the images, unless an image says otherwise.
      - A new namespace is private if this is not set.
    type: bool
  privacy_policy:
    description:
      - The same as O(is_public), as C(community.general) had it.
    type: str
    choices: [public, private]
seealso:
  - module: community.scaleway.scaleway_registry_namespace_info
  - module: community.scaleway.scaleway_registry_image_info
"""

EXAMPLES = r"""
- name: Create a namespace
  community.scaleway.scaleway_registry_namespace:
    name: shop
    description: images of the shop
    region: fr-par

- name: Let everybody pull its images
  community.scaleway.scaleway_registry_namespace:
    name: shop
    is_public: true
    region: fr-par

- name: Delete it with its images
  community.scaleway.scaleway_registry_namespace:
    name: shop
    region: fr-par
    state: absent
"""

RETURN = r"""
namespace:
  description:
    - The namespace as the API describes it. Empty when there is none any more.
    - In check mode it is the namespace as it would be. A new one has no ID then.
  returned: always, unless nothing is known of the namespace
  type: dict
  contains:
    id:
      description: The ID.
      returned: success
      type: str
      sample: 2f3a6a0c-71b2-4d7f-8a55-0c8c7be3f9d4
    name:
      description: The name.
      returned: success
      type: str
      sample: shop
    description:
      description: What it is for.
      returned: success
      type: str
      sample: images of the shop
    endpoint:
      description: Where images are pushed to and pulled from.
      returned: success
      type: str
      sample: rg.fr-par.scw.cloud/shop
    is_public:
      description: Whether everybody can pull the images.
      returned: success
      type: bool
      sample: false
    status:
      description: What it is doing, V(ready) when nothing is going on.
      returned: success
      type: str
      sample: ready
    status_message:
      description: What the API says about that.
      returned: success
      type: str
      sample: ""
    image_count:
      description: How many images there are.
      returned: success
      type: int
      sample: 3
    size:
      description: The size of all images in bytes.
      returned: success
      type: int
      sample: 52428800
    region:
      description: The region.
      returned: success
      type: str
      sample: fr-par
    project_id:
      description: The ID of the project.
      returned: success
      type: str
      sample: 22222222-2222-4222-8222-222222222222
    organization_id:
      description: The ID of the organization.
      returned: success
      type: str
      sample: 33333333-3333-4333-8333-333333333333
    created_at:
      description: When it was created.
      returned: success
      type: str
      sample: "2026-03-01T10:00:00.000000Z"
    updated_at:
      description: When it was changed last.
      returned: success
      type: str
      sample: "2026-03-01T10:00:00.000000Z"
container_registry:
  description: The same as RV(namespace), for playbooks that were written for C(community.general).
  returned: when RV(namespace) is not empty
  type: dict
  sample: {"id": "2f3a6a0c-71b2-4d7f-8a55-0c8c7be3f9d4", "name": "shop"}
error:
  description: What went wrong, for programs to read.
  returned: failure
  type: dict
  sample: {"type": "quotas_exceeded", "status": 403, "message": "a quota is used up"}
"""

from ..module_utils._module import resource_module
from ..module_utils._registry import NAMESPACE
from ..module_utils._run import run

MODULE = resource_module(
    NAMESPACE,
    {
        "name": {"type": "str"},
        "description": {"type": "str"},
        "is_public": {"type": "bool"},
        "privacy_policy": {"type": "str", "choices": ["public", "private"]},
    },
    required_one_of=[("name", "id")],
    mutually_exclusive=[("is_public", "privacy_policy")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
