# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_rdb_read_replica
short_description: Manage read replicas of database instances
description:
  - Create and delete read replicas of an instance of Managed Databases. There is nothing to change in one.
  - A read replica has no name. It is the one of its instance that has an endpoint in O(private_network), or a public one; or it is found by its ID.
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
  private_network:
    description:
      - The private network to be reached in, by ID or exact name. If not set, a public endpoint of its own.
    type: str
    aliases: [private_network_id]
  service_ip:
    description:
      - The address in O(private_network), with the length of its subnet. One is chosen if this is not set.
    type: str
  same_zone:
    description:
      - Whether it is in the zone of the instance. A new one is, if this is not set.
    type: bool
  wait_timeout:
    description:
      - How long to wait, in seconds. After that the task fails. Its result holds the resource as it was last seen.
      - A database replica takes two to seven minutes to create.
    type: int
    default: 1200
seealso:
  - module: community.scaleway.scaleway_rdb_read_replica_info
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

- name: Create a read replica
  community.scaleway.scaleway_rdb_read_replica:
    instance: shop
    region: fr-par

- name: Delete it
  community.scaleway.scaleway_rdb_read_replica:
    instance: shop
    region: fr-par
    state: absent
"""

RETURN = r"""
read_replica:
  description:
    - The read replica as the API describes it. Empty when there is none any more.
    - In check mode it is as it would be.
  returned: always, unless nothing is known of it
  type: dict
  contains:
    id:
      description: The ID.
      returned: success
      type: str
      sample: 0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77
    instance_id:
      description: The ID of the instance.
      returned: success
      type: str
      sample: 2f3a6a0c-71b2-4d7f-8a55-0c8c7be3f9d4
    status:
      description: What it is doing, V(ready) when nothing is going on.
      returned: success
      type: str
      sample: ready
    same_zone:
      description: Whether it is in the zone of the instance.
      returned: success
      type: bool
      sample: true
    endpoints:
      description: What it can be reached by.
      returned: success
      type: list
      elements: dict
      sample: [{"ip": "198.51.100.8", "port": 5432, "direct_access": {}}]
    region:
      description: The region.
      returned: success
      type: str
      sample: fr-par
error:
  description: What went wrong, for programs to read.
  returned: failure
  type: dict
  sample: {"type": "quotas_exceeded", "status": 403, "message": "a quota is used up"}
"""

from ..module_utils._module import resource_module
from ..module_utils._rdb_endpoints import READ_REPLICA
from ..module_utils._run import run

MODULE = resource_module(
    READ_REPLICA,
    {
        "instance": {"type": "str", "required": True, "aliases": ["instance_id"]},
        "private_network": {"type": "str", "aliases": ["private_network_id"]},
        "service_ip": {"type": "str"},
        "same_zone": {"type": "bool"},
        "wait_timeout": {"type": "int", "default": 1200},
    },
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
