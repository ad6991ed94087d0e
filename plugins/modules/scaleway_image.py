# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_image
short_description: Manage images of Instances
description:
  - Create, rename, tag, and delete the account's own images of Scaleway Instances. An image is made of snapshots.
  - An image is found by its exact name in its zone and project, or by its ID.
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
      - The name of the image.
      - Needed unless O(id) is set. Together with O(id) it is the name that the image gets.
    type: str
  snapshot:
    description:
      - The snapshot of the root volume, by ID or exact name, or the ID of a snapshot of block storage. Needed
        to create an image.
      - It cannot be changed in place.
    type: str
    aliases: [root_volume]
  arch:
    description:
      - The architecture of the image. Needed to create one.
    type: str
    choices: [x86_64, arm64, arm]
  extra_snapshots:
    description:
      - The snapshots of further volumes, by ID or exact name, in the order of the volumes.
      - They cannot be changed in place.
    type: list
    elements: str
  public:
    description:
      - Whether everybody can use the image.
    type: bool
seealso:
  - module: community.scaleway.scaleway_image_info
"""

EXAMPLES = r"""
- name: Keep the data on a volume
  community.scaleway.scaleway_volume:
    name: golden
    size: 20GB
    zone: fr-par-1

- name: Take a snapshot of it
  community.scaleway.scaleway_snapshot:
    name: golden
    volume: golden
    zone: fr-par-1

- name: Make an image of the snapshot
  community.scaleway.scaleway_image:
    name: golden
    snapshot: golden
    arch: x86_64
    zone: fr-par-1
    tags: [golden]

- name: Delete the image
  community.scaleway.scaleway_image:
    name: golden
    zone: fr-par-1
    state: absent
"""

RETURN = r"""
image:
  description:
    - It, as the API describes it. Empty when there is none any more.
    - In check mode it is as it would be. A new one has no ID then.
  returned: always, unless nothing is known of it
  type: dict
  contains:
    id:
      description: The ID.
      returned: success
      type: str
      sample: 5a0c5c39-3e4f-4d52-9d5e-0b3e3d1f7b10
    name:
      description: The name.
      returned: success
      type: str
      sample: web
    tags:
      description: The tags.
      returned: success
      type: list
      elements: str
      sample: []
    state:
      description: What it is doing.
      returned: success
      type: str
      sample: available
    zone:
      description: The zone, in the current API.
      returned: success
      type: str
      sample: fr-par-1
    project:
      description: The ID of the project, in the current API.
      returned: success
      type: str
      sample: "22222222-2222-4222-8222-222222222222"
    organization:
      description: The ID of the organization.
      returned: success
      type: str
      sample: "33333333-3333-4333-8333-333333333333"
    creation_date:
      description: When it was created.
      returned: success
      type: str
      sample: "2026-03-01T10:00:00.000000+00:00"
    modification_date:
      description: When it was changed last.
      returned: success
      type: str
      sample: "2026-03-01T10:00:00.000000+00:00"
    arch:
      description: The architecture.
      returned: success
      type: str
      sample: x86_64
    public:
      description: Whether everybody can use it.
      returned: success
      type: bool
      sample: false
    root_volume:
      description: The snapshot of the root volume. In check mode only its ID.
      returned: success
      type: dict
      sample: {"id": "8d9b1b1e-6b0f-4f63-9ef9-5a2c4e0c6a51", "name": "golden"}
    extra_volumes:
      description: The snapshots of further volumes, by number.
      returned: success
      type: dict
      sample: {}
    from_server:
      description: The ID of the server that it was made of.
      returned: success
      type: str
      sample: ""
    default_bootscript:
      description: Not used by the API any more.
      returned: success
      type: dict
      sample: null
error:
  description: What went wrong, for programs to read.
  returned: failure
  type: dict
  sample: {"type": "quotas_exceeded", "status": 403, "message": "a quota is used up"}
"""

from ..module_utils._instance import IMAGE
from ..module_utils._module import resource_module
from ..module_utils._run import run

MODULE = resource_module(
    IMAGE,
    {
        "name": {"type": "str"},
        "snapshot": {"type": "str", "aliases": ["root_volume"]},
        "arch": {"type": "str", "choices": ["x86_64", "arm64", "arm"]},
        "extra_snapshots": {"type": "list", "elements": "str"},
        "public": {"type": "bool"},
        "tags": {"type": "list", "elements": "str"},
    },
    required_one_of=[("name", "id")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
