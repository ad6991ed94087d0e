# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_rdb_snapshot
short_description: Manage snapshots of database instances
description:
  - Create, change, and delete snapshots of an instance of Managed Databases.
  - A snapshot is found by its exact name among those of its instance, or by its ID.
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
  - community.scaleway.managed.snapshot
options:
  wait_timeout:
    description:
      - How long to wait, in seconds. After that the task fails. Its result holds the resource as it was last seen.
    type: int
    default: 1200
seealso:
  - module: community.scaleway.scaleway_rdb_snapshot_info
  - module: community.scaleway.scaleway_rdb_backup
"""

EXAMPLES = r"""
- name: Create a database instance
  community.scaleway.scaleway_rdb_instance:
    name: shop
    engine: PostgreSQL-16
    node_type: DB-DEV-S
    user_name: admin
    password: "{{ database_password }}"
    volume_type: sbs_5k
    volume_size: 10GB
    region: fr-par

- name: Take a snapshot
  community.scaleway.scaleway_rdb_snapshot:
    instance: shop
    name: before
    region: fr-par

- name: Delete the snapshot
  community.scaleway.scaleway_rdb_snapshot:
    instance: shop
    name: before
    region: fr-par
    state: absent
"""

RETURN = r"""
snapshot:
  description:
    - The snapshot as the API describes it. Empty when there is none any more.
    - In check mode it is as it would be.
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
      sample: before
    status:
      description: What it is doing, V(ready) when nothing is going on.
      returned: success
      type: str
      sample: ready
    instance_id:
      description: The ID of the instance.
      returned: success
      type: str
      sample: 2f3a6a0c-71b2-4d7f-8a55-0c8c7be3f9d4
    instance_name:
      description: The name of the instance.
      returned: success
      type: str
      sample: shop
    size:
      description: Its size in bytes.
      returned: success
      type: int
      sample: 10000000000
    expires_at:
      description: When it is deleted by itself.
      returned: success
      type: str
      sample: "2027-03-01T10:00:00Z"
    region:
      description: The region.
      returned: success
      type: str
      sample: fr-par
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
    node_type:
      description: The node type of the instance.
      returned: success
      type: str
      sample: db-dev-s
    volume_type:
      description: The type of the storage.
      returned: success
      type: dict
      sample: {"type": "sbs_5k", "class": "sbs"}
error:
  description: What went wrong, for programs to read.
  returned: failure
  type: dict
  sample: {"type": "quotas_exceeded", "status": 403, "message": "a quota is used up"}
"""

from ..module_utils._managed import SNAPSHOT_OPTIONS
from ..module_utils._module import resource_module
from ..module_utils._rdb import SNAPSHOT
from ..module_utils._run import run

MODULE = resource_module(
    SNAPSHOT,
    {**SNAPSHOT_OPTIONS, "wait_timeout": {"type": "int", "default": 1200}},
    required_one_of=[("name", "id")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
