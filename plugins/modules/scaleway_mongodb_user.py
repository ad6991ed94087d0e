# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_mongodb_user
short_description: Manage users of MongoDB instances
description:
  - Create, change, and delete users of an instance of Managed MongoDB, with their roles.
  - A user is found by its exact name in its instance.
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
options:
  instance:
    description:
      - The MongoDB instance, by ID or exact name.
    type: str
    required: true
    aliases: [instance_id]

  name:
    description: The name of the user.
    type: str
    required: true
  roles:
    description:
      - What the user may do, as a whole and in any order. An empty list takes all roles away.
    type: list
    elements: dict
    suboptions:
      role:
        description: The role.
        type: str
        required: true
        choices: [read, read_write, db_admin, sync]
      database:
        description: The database that it is for. Leave it out for all databases.
        type: str
        aliases: [database_name]
seealso:
  - module: community.scaleway.scaleway_mongodb_user_info
  - module: community.scaleway.scaleway_mongodb_instance
"""

EXAMPLES = r"""
- name: Create an instance
  community.scaleway.scaleway_mongodb_instance:
    name: documents
    version: "7.0"
    node_amount: 1
    node_type: MGDB-PLAY2-NANO
    user_name: admin
    password: "{{ database_password }}"
    volume_size: 5GB
    region: fr-par

- name: Create a user
  community.scaleway.scaleway_mongodb_user:
    instance: documents
    name: web
    password: "{{ database_password }}"
    roles:
      - role: read_write
        database: orders
      - role: read
    region: fr-par

- name: Delete the user
  community.scaleway.scaleway_mongodb_user:
    instance: documents
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
    roles:
      description: What the user may do.
      returned: success
      type: list
      elements: dict
      sample: [{"role": "read", "any_database": true}]
error:
  description: What went wrong, for programs to read.
  returned: failure
  type: dict
  sample: {"type": "quotas_exceeded", "status": 403, "message": "a quota is used up"}
"""

from ..module_utils._managed import PASSWORD
from ..module_utils._module import resource_module
from ..module_utils._mongodb import ROLES, USER
from ..module_utils._run import run

MODULE = resource_module(
    USER,
    {
        "instance": {"type": "str", "required": True, "aliases": ["instance_id"]},
        "name": {"type": "str", "required": True},
        **PASSWORD,
        "roles": {
            "type": "list",
            "elements": "dict",
            "options": {
                "role": {"type": "str", "required": True, "choices": list(ROLES)},
                "database": {"type": "str", "aliases": ["database_name"]},
            },
        },
    },
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
