# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_rdb_privilege_info
short_description: List what users may do in databases of database instances
description:
  - List what the users of an instance of Managed Databases may do in its databases, over all pages.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.attributes.info_module
  - community.scaleway.auth
  - community.scaleway.place
  - community.scaleway.managed.instance
options:
  database:
    description: Only list what users may do in this database.
    type: str
    aliases: [database_name]
  user:
    description: Only list what this user may do.
    type: str
    aliases: [user_name]
seealso:
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
    region: fr-par

- name: List what the first user may do
  community.scaleway.scaleway_rdb_privilege_info:
    instance: shop
    user: admin
    region: fr-par
"""

RETURN = r"""
privileges:
  description:
    - They, as the API describes them. An empty list when there is none.
    - See RV(community.scaleway.scaleway_rdb_privilege#module:privilege) for what each of them contains.
  returned: success
  type: list
  elements: dict
  sample: [{"database_name": "rdb", "user_name": "web", "permission": "readwrite"}]
"""

from ..module_utils._module import info_module
from ..module_utils._rdb import LISTED_PRIVILEGE
from ..module_utils._run import run

MODULE = info_module(
    LISTED_PRIVILEGE,
    {
        "instance": {"type": "str", "required": True, "aliases": ["instance_id"]},
        "database": {"type": "str", "aliases": ["database_name"]},
        "user": {"type": "str", "aliases": ["user_name"]},
    },
    named=False,
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
