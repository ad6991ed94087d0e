# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_snapshot
short_description: Manage snapshots of local volumes
description:
  - Create, rename, tag, and delete snapshots of the local volumes of Scaleway Instances.
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
      - The volume to take the snapshot of, by ID or exact name. Needed to create one.
      - A snapshot is not taken again when there is one of this name already.
    type: str
    aliases: [volume_id]
seealso:
  - module: community.scaleway.scaleway_snapshot_info
"""

EXAMPLES = r"""
- name: Keep the data on a volume
  community.scaleway.scaleway_volume:
    name: data
    size: 20GB
    zone: fr-par-1

- name: Take a snapshot before the upgrade
  community.scaleway.scaleway_snapshot:
    name: before-upgrade
    volume: data
    zone: fr-par-1
    tags: [upgrade]

- name: Delete the snapshot
  community.scaleway.scaleway_snapshot:
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
    size:
      description: The size in bytes.
      returned: success
      type: int
      sample: 20000000000
    volume_type:
      description: The type of the volume.
      returned: success
      type: str
      sample: l_ssd
    base_volume:
      description: ID and name of the volume.
      returned: success
      type: dict
      sample: {"id": "8d9b1b1e-6b0f-4f63-9ef9-5a2c4e0c6a51", "name": "data"}
    error_details:
      description: What went wrong with it.
      returned: success
      type: str
      sample: null
error:
  description: What went wrong, for programs to read.
  returned: failure
  type: dict
  sample: {"type": "quotas_exceeded", "status": 403, "message": "a quota is used up"}
"""

from ..module_utils._instance import SNAPSHOT
from ..module_utils._module import resource_module
from ..module_utils._run import run

MODULE = resource_module(
    SNAPSHOT,
    {
        "name": {"type": "str"},
        "volume": {"type": "str", "aliases": ["volume_id"]},
        "tags": {"type": "list", "elements": "str"},
    },
    required_one_of=[("name", "id")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
