# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_rdb_privilege
short_description: Manage what users may do in databases of database instances
description:
  - Grant and revoke the permission of a user of an instance of Managed Databases in one of its databases.
  - There is one permission for a user and a database.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.attributes.resource
  - community.scaleway.auth
  - community.scaleway.place
  - community.scaleway.state.singleton
  - community.scaleway.wait
  - community.scaleway.managed.instance
options:
  database:
    description: The name of the database.
    type: str
    required: true
    aliases: [database_name]
  user:
    description: The name of the user.
    type: str
    required: true
    aliases: [user_name]
  permission:
    description: What the user may do. Needed unless O(state=absent).
    type: str
    choices: [readonly, readwrite, all, custom]
seealso:
  - module: community.scaleway.scaleway_rdb_privilege_info
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

- name: Create a user
  community.scaleway.scaleway_rdb_user:
    instance: shop
    name: web
    password: "{{ database_password }}"
    region: fr-par

- name: Let the user read and write
  community.scaleway.scaleway_rdb_privilege:
    instance: shop
    database: rdb
    user: web
    permission: readwrite
    region: fr-par

- name: Take that back
  community.scaleway.scaleway_rdb_privilege:
    instance: shop
    database: rdb
    user: web
    region: fr-par
    state: absent
"""

RETURN = r"""
privilege:
  description:
    - The permission as the API describes it. Empty when there is none any more.
    - In check mode it is as it would be.
  returned: always, unless nothing is known of it
  type: dict
  contains:
    database_name:
      description: The database.
      returned: success
      type: str
      sample: rdb
    user_name:
      description: The user.
      returned: success
      type: str
      sample: web
    permission:
      description: What the user may do.
      returned: success
      type: str
      sample: readwrite
error:
  description: What went wrong, for programs to read.
  returned: failure
  type: dict
  sample: {"type": "quotas_exceeded", "status": 403, "message": "a quota is used up"}
"""

from ..module_utils._module import resource_module
from ..module_utils._rdb import PRIVILEGE
from ..module_utils._run import run

MODULE = resource_module(
    PRIVILEGE,
    {
        "instance": {"type": "str", "required": True, "aliases": ["instance_id"]},
        "database": {"type": "str", "required": True, "aliases": ["database_name"]},
        "user": {"type": "str", "required": True, "aliases": ["user_name"]},
        "permission": {"type": "str", "choices": ["readonly", "readwrite", "all", "custom"]},
    },
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
