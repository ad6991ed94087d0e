# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_rdb_database
short_description: Manage databases of database instances
description:
  - Create and delete databases of an instance of Managed Databases. There is nothing to change in one.
  - A database is found by its exact name in its instance.
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
  - community.scaleway.managed.instance
options:
  name:
    description: The name of the database.
    type: str
    required: true
seealso:
  - module: community.scaleway.scaleway_rdb_database_info
  - module: community.scaleway.scaleway_rdb_privilege
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

- name: Create a database in it
  community.scaleway.scaleway_rdb_database:
    instance: shop
    name: orders
    region: fr-par

- name: Delete the database with all that it holds
  community.scaleway.scaleway_rdb_database:
    instance: shop
    name: orders
    region: fr-par
    state: absent
"""

RETURN = r"""
database:
  description:
    - The database as the API describes it. Empty when there is none any more.
    - In check mode it is as it would be.
  returned: always, unless nothing is known of it
  type: dict
  contains:
    name:
      description: The name.
      returned: success
      type: str
      sample: orders
    owner:
      description: The user that owns it.
      returned: success
      type: str
      sample: admin
    managed:
      description: Whether it is managed by Scaleway.
      returned: success
      type: bool
      sample: true
    size:
      description: Its size in bytes.
      returned: success
      type: int
      sample: 7672291
error:
  description: What went wrong, for programs to read.
  returned: failure
  type: dict
  sample: {"type": "quotas_exceeded", "status": 403, "message": "a quota is used up"}
"""

from ..module_utils._module import resource_module
from ..module_utils._rdb import DATABASE
from ..module_utils._run import run

MODULE = resource_module(
    DATABASE,
    {
        "instance": {"type": "str", "required": True, "aliases": ["instance_id"]},
        "name": {"type": "str", "required": True},
    },
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
