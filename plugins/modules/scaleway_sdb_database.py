# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_sdb_database
short_description: Manage Serverless SQL databases
description:
  - Create, change, and delete databases of Serverless SQL Databases.
  - A database is found by its exact name in its region and project, or by its ID.
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
options:
  name:
    description:
      - The name of the database. Needed unless O(id) is set. It cannot be changed in place.
    type: str
  cpu_min:
    description:
      - How many vCPUs it always has. 0 lets it sleep when nobody uses it. A new database has 0 if this is not set.
    type: int
  cpu_max:
    description:
      - How many vCPUs it may grow to, up to 15. A new database has 15 if this is not set.
    type: int
seealso:
  - module: community.scaleway.scaleway_sdb_database_info
"""

EXAMPLES = r"""
- name: Create a database
  community.scaleway.scaleway_sdb_database:
    name: orders
    cpu_max: 4
    region: fr-par

- name: Delete it
  community.scaleway.scaleway_sdb_database:
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
    id:
      description: The ID.
      returned: success
      type: str
      sample: 2f3a6a0c-71b2-4d7f-8a55-0c8c7be3f9d4
    name:
      description: The name.
      returned: success
      type: str
      sample: orders
    status:
      description: What it is doing, V(ready) when nothing is going on.
      returned: success
      type: str
      sample: ready
    endpoint:
      description: The address to connect to, without user and password.
      returned: success
      type: str
      sample: postgres://db.example.com:5432/orders?sslmode=require
    cpu_min:
      description: How many vCPUs it always has.
      returned: success
      type: int
      sample: 0
    cpu_max:
      description: How many vCPUs it may grow to.
      returned: success
      type: int
      sample: 4
    cpu_current:
      description: How many vCPUs it has at the moment.
      returned: success
      type: int
      sample: 0
    started:
      description: Whether it is awake.
      returned: success
      type: bool
      sample: false
    engine_major_version:
      description: The version of PostgreSQL.
      returned: success
      type: int
      sample: 16
    region:
      description: The region.
      returned: success
      type: str
      sample: fr-par
    project_id:
      description: The ID of the project.
      returned: success
      type: str
      sample: 22222222-2222-4222-8222-222222222222
    organization_id:
      description: The ID of the organization.
      returned: success
      type: str
      sample: 33333333-3333-4333-8333-333333333333
    created_at:
      description: When it was created.
      returned: success
      type: str
      sample: "2026-03-01T10:00:00.000000Z"
error:
  description: What went wrong, for programs to read.
  returned: failure
  type: dict
  sample: {"type": "quotas_exceeded", "status": 403, "message": "a quota is used up"}
"""

from ..module_utils._module import resource_module
from ..module_utils._run import run
from ..module_utils._sdb import DATABASE

MODULE = resource_module(
    DATABASE,
    {"name": {"type": "str"}, "cpu_min": {"type": "int"}, "cpu_max": {"type": "int"}},
    required_one_of=[("name", "id")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
