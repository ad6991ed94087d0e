# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_rdb_user
short_description: Manage users of database instances
description:
  - Create, change, and delete users of an instance of Managed Databases.
  - A user is found by its exact name in its instance. What it may do in a database is told by M(community.scaleway.scaleway_rdb_privilege).
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
  - community.scaleway.managed.password
  - community.scaleway.managed.instance
options:
  name:
    description: The name of the user.
    type: str
    required: true
  is_admin:
    description:
      - Whether the user is an administrator of the instance. A new one is none if this is not set.
    type: bool
seealso:
  - module: community.scaleway.scaleway_rdb_user_info
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

- name: Create a user
  community.scaleway.scaleway_rdb_user:
    instance: shop
    name: web
    password: "{{ database_password }}"
    region: fr-par

- name: Give the user another password
  community.scaleway.scaleway_rdb_user:
    instance: shop
    name: web
    password: "{{ database_password }}"
    update_password: always
    region: fr-par

- name: Delete the user
  community.scaleway.scaleway_rdb_user:
    instance: shop
    name: web
    region: fr-par
    state: absent
"""

RETURN = r"""
user:
  description:
    - The user as the API describes it. Empty when there is none any more.
    - In check mode it is as it would be.
  returned: always, unless nothing is known of it
  type: dict
  contains:
    name:
      description: The name.
      returned: success
      type: str
      sample: web
    is_admin:
      description: Whether the user is an administrator.
      returned: success
      type: bool
      sample: false
error:
  description: What went wrong, for programs to read.
  returned: failure
  type: dict
  sample: {"type": "quotas_exceeded", "status": 403, "message": "a quota is used up"}
"""

from ..module_utils._managed import PASSWORD
from ..module_utils._module import resource_module
from ..module_utils._rdb import USER
from ..module_utils._run import run

MODULE = resource_module(
    USER,
    {
        "instance": {"type": "str", "required": True, "aliases": ["instance_id"]},
        "name": {"type": "str", "required": True},
        **PASSWORD,
        "is_admin": {"type": "bool"},
    },
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
