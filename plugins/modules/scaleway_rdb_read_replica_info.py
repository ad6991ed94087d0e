# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_rdb_read_replica_info
short_description: List read replicas of database instances
description:
  - List the read replicas of an instance of Managed Databases, over all pages.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.attributes.info_module
  - community.scaleway.auth
  - community.scaleway.place
  - community.scaleway.managed.instance
seealso:
  - module: community.scaleway.scaleway_rdb_read_replica
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

- name: List its read replicas
  community.scaleway.scaleway_rdb_read_replica_info:
    instance: shop
    region: fr-par
"""

RETURN = r"""
read_replicas:
  description:
    - They, as the API describes them. An empty list when there is none.
    - See RV(community.scaleway.scaleway_rdb_read_replica#module:read_replica) for what each of them contains.
  returned: success
  type: list
  elements: dict
  sample: [{"id": "5a0c5c39-3e4f-4d52-9d5e-0b3e3d1f7b10"}]
"""

from ..module_utils._module import info_module
from ..module_utils._rdb_endpoints import READ_REPLICA
from ..module_utils._run import run

MODULE = info_module(
    READ_REPLICA, {"instance": {"type": "str", "required": True, "aliases": ["instance_id"]}}, named=False
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
