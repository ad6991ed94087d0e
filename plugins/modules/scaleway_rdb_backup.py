# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_rdb_backup
short_description: Manage backups of databases
description:
  - Create, change, export, restore, and delete backups of a database of an instance of Managed Databases.
  - A backup is found by its exact name among those of its database, or by its ID.
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
  state:
    description:
      - V(present) creates the backup when there is none, and changes what differs.
      - V(exported) makes it available for download, if it is not. The address is in the result for some hours.
      - V(restored) writes it to O(database_name) of O(instance). That is done each time.
      - V(absent) deletes it.
    type: str
    default: present
    choices: [present, absent, exported, restored]
  instance:
    description:
      - The database instance, by ID or exact name.
      - With O(state=restored) it is the one to restore to. Needed unless O(id) is set, and with O(state=restored).
    type: str
    aliases: [instance_id]
  database_name:
    description:
      - The name of the database.
      - With O(state=restored) it is the one to restore to. Needed unless O(id) is set, and with O(state=restored).
    type: str
  name:
    description:
      - The name of the backup.
      - Needed unless O(id) is set. Together with O(id) it is the name that the backup gets.
    type: str
  expires_at:
    description:
      - When it is deleted by itself, for example V(2027-01-31T12:00:00Z).
    type: str
  wait_timeout:
    description:
      - How long to wait, in seconds. After that the task fails. Its result holds the resource as it was last seen.
    type: int
    default: 1200
seealso:
  - module: community.scaleway.scaleway_rdb_backup_info
  - module: community.scaleway.scaleway_rdb_snapshot
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

- name: Back up a database
  community.scaleway.scaleway_rdb_backup:
    instance: shop
    database_name: rdb
    name: before
    region: fr-par
  register: made

- name: Make it available for download
  community.scaleway.scaleway_rdb_backup:
    id: "{{ made.backup.id }}"
    region: fr-par
    state: exported

- name: Restore it
  community.scaleway.scaleway_rdb_backup:
    id: "{{ made.backup.id }}"
    instance: shop
    database_name: rdb
    region: fr-par
    state: restored

- name: Delete it
  community.scaleway.scaleway_rdb_backup:
    id: "{{ made.backup.id }}"
    region: fr-par
    state: absent
"""

RETURN = r"""
backup:
  description:
    - The backup as the API describes it. Empty when there is none any more.
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
    database_name:
      description: The database.
      returned: success
      type: str
      sample: rdb
    same_region:
      description: Whether it is kept in the region of the instance.
      returned: success
      type: bool
      sample: true
    download_url:
      description: Where it can be downloaded, after an export.
      returned: success
      type: str
      sample: https://example.com/backup
    download_url_expires_at:
      description: Until when.
      returned: success
      type: str
      sample: "2026-03-02T10:00:00Z"
metadata:
  description: The same as RV(backup), for playbooks that were written for C(community.general).
  returned: when RV(backup) is not empty
  type: dict
  sample: {"id": "5a0c5c39-3e4f-4d52-9d5e-0b3e3d1f7b10"}
error:
  description: What went wrong, for programs to read.
  returned: failure
  type: dict
  sample: {"type": "quotas_exceeded", "status": 403, "message": "a quota is used up"}
"""

from ..module_utils._module import resource_module
from ..module_utils._rdb import BACKUP
from ..module_utils._run import run

MODULE = resource_module(
    BACKUP,
    {
        "state": {"type": "str", "default": "present", "choices": ["present", "absent", "exported", "restored"]},
        "instance": {"type": "str", "aliases": ["instance_id"]},
        "database_name": {"type": "str"},
        "name": {"type": "str"},
        "expires_at": {"type": "str"},
        "wait_timeout": {"type": "int", "default": 1200},
    },
    required_one_of=[("name", "id")],
    required_if=[("state", "restored", ("instance", "database_name"))],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
