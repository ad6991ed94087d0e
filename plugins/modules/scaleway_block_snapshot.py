# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_block_snapshot
short_description: Manage snapshots of Block Storage
description:
  - Take snapshots of volumes of Scaleway's Block Storage, import them from object storage, export them there, rename, tag,
    and delete them.
  - A snapshot is found by its exact name in its zone and project, or by its ID.
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
      - The name of the snapshot.
      - Needed unless O(id) is set. Together with O(id) it is the name that the snapshot gets.
    type: str
  volume:
    description:
      - The volume to take the snapshot of, by ID or exact name. Needed to create one, unless O(import_from) is set.
      - A snapshot is not taken again when there is one of this name already.
    type: str
    aliases: [volume_id]
  import_from:
    description:
      - The image in object storage that a new snapshot is made of. It must be in the region of O(zone).
      - It only counts when there is no snapshot of this name yet.
    type: dict
    suboptions:
      bucket:
        description:
          - The name of the bucket.
        type: str
        required: true
      key:
        description:
          - The name of the object, an image in the format QCOW2.
        type: str
        required: true
      size:
        description:
          - The size of the snapshot, if it is larger than that of the image.
        type: str
  export_to:
    description:
      - Where to store the snapshot as an image in object storage, in the region of O(zone).
      - It is exported when there is no such object yet. To see that, C(boto3) and O(access_key) are needed.
    type: dict
    suboptions:
      bucket:
        description:
          - The name of the bucket.
        type: str
        required: true
      key:
        description:
          - The name that the object gets.
        type: str
        required: true
  public:
    description:
      - Whether everybody may use it.
    type: bool
seealso:
  - module: community.scaleway.scaleway_block_snapshot_info
"""

EXAMPLES = r"""
- name: Keep the data on a volume
  community.scaleway.scaleway_block_volume:
    name: data
    zone: fr-par-1
    size: 20GB

- name: Take a snapshot before the upgrade
  community.scaleway.scaleway_block_snapshot:
    name: before-upgrade
    zone: fr-par-1
    volume: data
    tags: [upgrade]

- name: Have a bucket for images
  community.scaleway.scaleway_bucket:
    name: example-images
    region: fr-par

- name: Store the snapshot in it
  community.scaleway.scaleway_block_snapshot:
    name: before-upgrade
    zone: fr-par-1
    export_to:
      bucket: example-images
      key: before-upgrade.qcow2

- name: Make a snapshot of an image
  community.scaleway.scaleway_block_snapshot:
    name: golden
    zone: fr-par-1
    import_from:
      bucket: example-images
      key: golden.qcow2

- name: Delete the snapshot
  community.scaleway.scaleway_block_snapshot:
    name: before-upgrade
    zone: fr-par-1
    state: absent
"""

RETURN = r"""
snapshot:
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
      sample: before-upgrade
    size:
      description: The size in bytes.
      returned: success
      type: int
      sample: 20000000000
    parent_volume:
      description: The volume that it was taken of. V(null) if it was imported.
      returned: success
      type: dict
      sample: {"id": "8d9b1b1e-6b0f-4f63-9ef9-5a2c4e0c6a51", "name": "data"}
    class:
      description: The class of storage.
      returned: success
      type: str
      sample: sbs
    public:
      description: Whether everybody may use it.
      returned: success
      type: bool
      sample: false
    tags:
      description: The tags.
      returned: success
      type: list
      elements: str
      sample: []
    status:
      description: What it is doing, V(available) or V(in_use) when nothing is going on.
      returned: success
      type: str
      sample: available
    references:
      description: What uses it.
      returned: success
      type: list
      elements: dict
      sample: []
    kms_key_id:
      description: The key that encrypts it.
      returned: success
      type: str
      sample: null
    zone:
      description: The zone.
      returned: success
      type: str
      sample: fr-par-1
    project_id:
      description: The ID of the project.
      returned: success
      type: str
      sample: 22222222-2222-4222-8222-222222222222
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
error:
  description: What went wrong, for programs to read.
  returned: failure
  type: dict
  sample: {"type": "quotas_exceeded", "status": 403, "message": "a quota is used up"}
"""

from ..module_utils._block import BLOCK_SNAPSHOT
from ..module_utils._module import resource_module
from ..module_utils._run import run

MODULE = resource_module(
    BLOCK_SNAPSHOT,
    {
        "name": {"type": "str"},
        "volume": {"type": "str", "aliases": ["volume_id"]},
        "import_from": {
            "type": "dict",
            "options": {
                "bucket": {"type": "str", "required": True},
                "key": {"type": "str", "required": True, "no_log": False},
                "size": {"type": "str"},
            },
        },
        "export_to": {
            "type": "dict",
            "options": {
                "bucket": {"type": "str", "required": True},
                "key": {"type": "str", "required": True, "no_log": False},
            },
        },
        "public": {"type": "bool"},
        "tags": {"type": "list", "elements": "str"},
    },
    required_one_of=[("name", "id")],
    mutually_exclusive=[("volume", "import_from")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
