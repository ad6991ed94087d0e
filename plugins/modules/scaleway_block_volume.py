# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_block_volume
short_description: Manage volumes of Block Storage
description:
  - Create, grow, rename, tag, and delete volumes of Scaleway's Block Storage.
  - A volume is found by its exact name in its zone and project, or by its ID.
  - M(community.scaleway.scaleway_server) attaches volumes to servers.
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
      - The name of the volume.
      - Needed unless O(id) is set. Together with O(id) it is the name that the volume gets.
    type: str
  size:
    description:
      - The size, as a number of bytes or with a unit, for example V(20GB) (20 × 10⁹ bytes) or V(20GiB) (20 × 2³⁰ bytes).
      - It can grow in place. A smaller size than the volume has is refused, unless O(recreate=true).
      - Needed to create a volume, unless it begins as a copy of a O(snapshot), which may have a larger size.
    type: str
  snapshot:
    description:
      - The snapshot that a new volume begins as a copy of, by ID or exact name. It cannot be changed in place.
    type: str
    aliases: [snapshot_id]
  perf_iops:
    description:
      - How many operations the volume can do in a second, for example V(5000) or V(15000).
    type: int
  kms_key:
    description:
      - The key of Key Manager that encrypts a new volume, by ID or exact name. It cannot be changed in place.
    type: str
    aliases: [kms_key_id]
seealso:
  - module: community.scaleway.scaleway_block_volume_info
"""

EXAMPLES = r"""
- name: Keep the data on a volume of its own
  community.scaleway.scaleway_block_volume:
    name: data
    zone: fr-par-1
    size: 20GB
    perf_iops: 5000
    tags: [production]

- name: Make it larger and faster
  community.scaleway.scaleway_block_volume:
    name: data
    zone: fr-par-1
    size: 50GB
    perf_iops: 15000

- name: Take a snapshot
  community.scaleway.scaleway_block_snapshot:
    name: data-monday
    zone: fr-par-1
    volume: data

- name: Begin another volume as a copy
  community.scaleway.scaleway_block_volume:
    name: data-copy
    zone: fr-par-1
    snapshot: data-monday

- name: Delete the volume
  community.scaleway.scaleway_block_volume:
    name: data
    zone: fr-par-1
    state: absent
"""

RETURN = r"""
volume:
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
      sample: 8d9b1b1e-6b0f-4f63-9ef9-5a2c4e0c6a51
    name:
      description: The name.
      returned: success
      type: str
      sample: data
    size:
      description: The size in bytes.
      returned: success
      type: int
      sample: 20000000000
    specs:
      description: The class of storage and the number of operations in a second.
      returned: success
      type: dict
      sample: {"perf_iops": 5000, "class": "sbs"}
    type:
      description: The type, which follows the number of operations.
      returned: success
      type: str
      sample: sbs_5k
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
      description: What it is attached to.
      returned: success
      type: list
      elements: dict
      sample: []
    parent_snapshot_id:
      description: The snapshot that it began as a copy of.
      returned: success
      type: str
      sample: null
    kms_key_id:
      description: The key that encrypts it.
      returned: success
      type: str
      sample: null
    last_detached_at:
      description: When it was detached last.
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

from ..module_utils._block import BLOCK_VOLUME
from ..module_utils._module import resource_module
from ..module_utils._run import run

MODULE = resource_module(
    BLOCK_VOLUME,
    {
        "name": {"type": "str"},
        "size": {"type": "str"},
        "snapshot": {"type": "str", "aliases": ["snapshot_id"]},
        "perf_iops": {"type": "int"},
        "tags": {"type": "list", "elements": "str"},
        "kms_key": {"type": "str", "no_log": False, "aliases": ["kms_key_id"]},
    },
    required_one_of=[("name", "id")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
