# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_rdb_snapshot_info
short_description: List snapshots of database instances
description:
  - List the snapshots of the instances of Managed Databases in a region, over all pages.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.attributes.info_module
  - community.scaleway.auth
  - community.scaleway.info
  - community.scaleway.place
options:
  instance:
    description: Only list those of this database instance, given by its ID or exact name.
    type: str
    aliases: [instance_id]
seealso:
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
    region: fr-par

- name: List its snapshots
  community.scaleway.scaleway_rdb_snapshot_info:
    instance: shop
    region: fr-par
"""

RETURN = r"""
snapshots:
  description:
    - They, as the API describes them. An empty list when there is none.
    - See RV(community.scaleway.scaleway_rdb_snapshot#module:snapshot) for what each of them contains.
  returned: success
  type: list
  elements: dict
  sample: [{"id": "5a0c5c39-3e4f-4d52-9d5e-0b3e3d1f7b10", "name": "before"}]
"""

from ..module_utils._module import info_module
from ..module_utils._rdb import SNAPSHOT
from ..module_utils._run import run

MODULE = info_module(SNAPSHOT, {"instance": {"type": "str", "aliases": ["instance_id"]}})


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
