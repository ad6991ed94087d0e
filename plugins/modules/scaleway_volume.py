# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_volume
short_description: Manage volumes of Instances
description:
  - Create, rename, tag, and delete the local and scratch volumes of Scaleway Instances.
  - A volume is found by its exact name in its zone and project, or by its ID.
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
  - community.scaleway.tags
options:
  name:
    description:
      - The name of the volume.
      - Needed unless O(id) is set. Together with O(id) it is the name that the volume gets.
    type: str
  size:
    description:
      - The size of the volume, as a number of bytes or with a unit, for example V(20GB) (20 × 10⁹ bytes) or V(20GiB)
        (20 × 2³⁰ bytes).
      - Needed to create a volume. Another size is refused, unless O(recreate=true). Volumes that grow are those of
        M(community.scaleway.scaleway_block_volume).
    type: str
  volume_type:
    description:
      - The type of the volume, for example V(l_ssd) (local storage) or V(scratch).
      - A new volume is an V(l_ssd) if this is not set. It cannot be changed in place, see O(recreate).
    type: str
seealso:
  - module: community.scaleway.scaleway_volume_info
  - module: community.scaleway.scaleway_block_volume
"""

EXAMPLES = r"""
- name: Keep the data on a volume of its own
  community.scaleway.scaleway_volume:
    name: data
    size: 20GB
    zone: fr-par-1
    tags: [backup, production]

- name: Show what would change before removing the tags
  community.scaleway.scaleway_volume:
    name: data
    zone: fr-par-1
    tags: []
  check_mode: true
  diff: true

- name: Delete the volume
  community.scaleway.scaleway_volume:
    name: data
    zone: fr-par-1
    state: absent

- name: Create a volume with the classic API
  community.scaleway.scaleway_volume:
    name: data
    size: 20GB
    zone: par1
    api_generation: classic
"""

RETURN = r"""
volume:
  description:
    - The volume as the API describes it. Empty when there is none any more.
    - In check mode it is the volume as it would be. A new one has no ID then.
  returned: always, unless nothing is known of the volume
  type: dict
  contains:
    id:
      description: The ID of the volume.
      returned: when the volume exists
      type: str
      sample: 8d9b1b1e-6b0f-4f63-9ef9-5a2c4e0c6a51
    name:
      description: Its name.
      returned: success
      type: str
      sample: data
    size:
      description: Its size in bytes.
      returned: success
      type: int
      sample: 20000000000
    volume_type:
      description: Its type.
      returned: success
      type: str
      sample: l_ssd
    tags:
      description: Its tags. The classic API may know none.
      returned: success
      type: list
      elements: str
      sample: [backup, production]
    state:
      description: What it is doing, V(available) when nothing is going on.
      returned: success
      type: str
      sample: available
    server:
      description: ID and name of the server that it is attached to, or V(null).
      returned: success
      type: dict
      sample: {"id": "2f3a6a0c-71b2-4d7f-8a55-0c8c7be3f9d4", "name": "web-1"}
    zone:
      description: Its zone, in the current API.
      returned: success
      type: str
      sample: fr-par-1
    project:
      description: The ID of its project, in the current API.
      returned: success
      type: str
      sample: 22222222-2222-4222-8222-222222222222
    organization:
      description: The ID of its organization.
      returned: success
      type: str
      sample: 33333333-3333-4333-8333-333333333333
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
    export_uri:
      description: Not used by the API any more.
      returned: success
      type: str
      sample: null
data:
  description: RV(volume) under the key C(volume), for playbooks that were written for C(community.general).
  returned: when RV(volume) is not empty
  type: dict
  sample: {"volume": {"id": "8d9b1b1e-6b0f-4f63-9ef9-5a2c4e0c6a51", "name": "data"}}
error:
  description: What went wrong, for programs to read.
  returned: failure
  type: dict
  sample: {"type": "quotas_exceeded", "status": 403, "message": "a quota is used up"}
"""

from ..module_utils._instance import VOLUME
from ..module_utils._module import resource_module
from ..module_utils._run import run

MODULE = resource_module(
    VOLUME,
    {
        "name": {"type": "str"},
        "size": {"type": "str"},
        "volume_type": {"type": "str"},
        "tags": {"type": "list", "elements": "str"},
    },
    required_one_of=[("name", "id")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
