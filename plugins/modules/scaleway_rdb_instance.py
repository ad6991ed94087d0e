# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_rdb_instance
short_description: Manage instances of Managed Databases
description:
  - Create, change, upgrade, and delete instances of Managed Databases for PostgreSQL and MySQL.
  - An instance is found by its exact name in its region and project, or by its ID.
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
  - community.scaleway.tags
options:
  name:
    description:
      - The name of the instance.
      - Needed unless O(id) is set. Together with O(id) it is the name that the instance gets.
    type: str
  engine:
    description:
      - The engine with its version, for example V(PostgreSQL-16). Needed to create an instance.
      - A later version is an upgrade. See O(allow_engine_upgrade).
    type: str
  allow_engine_upgrade:
    description:
      - Whether the instance may be upgraded to a later O(engine).
      - An upgrade makes a new instance with the data and the endpoints of the former one, which is deleted then, together
        with its backups and snapshots.
    type: bool
    default: false
  node_type:
    description:
      - The node type, for example V(DB-DEV-S). Needed to create an instance. It can be changed in place.
    type: str
  user_name:
    description:
      - The name of the first user. Needed to create an instance, and ignored afterwards.
    type: str
  password:
    description:
      - The password of the first user. Needed to create an instance, and ignored afterwards.
      - It has 8 to 128 characters, among them a lower case letter, a capital, a digit, and a special character.
      - Use M(community.scaleway.scaleway_rdb_user) to change it.
    type: str
  is_ha_cluster:
    description:
      - Whether a standby node takes over when the main node fails. A new instance has none if this is not set.
      - It can be switched on in place, and not off.
    type: bool
  volume_type:
    description:
      - The type of the storage, for example V(lssd), V(sbs_5k), or V(sbs_15k). If not set, Scaleway chooses it for a new
        instance. It can be changed in place.
    type: str
  volume_size:
    description:
      - The size of the storage, as a number of bytes or with a unit, for example V(10GB). It can grow in
        place, and not shrink.
    type: str
  encryption_at_rest:
    description:
      - Whether the storage is encrypted. It can be switched on in place, and not off.
    type: bool
  backup_same_region:
    description:
      - Whether backups are kept in the region of the instance, instead of another one.
    type: bool
  backup_schedule:
    description:
      - The automatic backups. What is not mentioned stays as it is.
    type: dict
    suboptions:
      disabled:
        description: Whether there are no automatic backups.
        type: bool
      frequency:
        description: The hours from one backup to the next.
        type: int
      retention:
        description: For how many days a backup is kept.
        type: int
  logs_policy:
    description:
      - For how long logs are kept. What is not mentioned stays as it is.
    type: dict
    suboptions:
      max_age_retention:
        description: For how many days logs are kept.
        type: int
      total_disk_retention:
        description: How large all logs may become, in bytes.
        type: int
  settings:
    description:
      - Settings of the engine, by name. Those that are not mentioned stay as they are. An empty dictionary removes all.
    type: dict
  init_settings:
    description:
      - Settings of the engine that can only be set when the instance is created, by name. They cannot be changed in place, see O(recreate).
    type: dict
  endpoints:
    description:
      - What the instance can be reached by, as a whole. A new instance has a public endpoint if this is not set.
      - To add or remove a single one, use M(community.scaleway.scaleway_rdb_endpoint).
    type: dict
    suboptions:
      load_balancer:
        description: Whether there is a public endpoint.
        type: bool
        default: false
      private_networks:
        description: The private networks with an endpoint of the instance, by ID or exact name.
        type: list
        elements: str
        default: []
  wait_timeout:
    description:
      - How long to wait, in seconds. After that the task fails. Its result holds the resource as it was last seen.
      - A database instance takes three to eight minutes to create.
    type: int
    default: 1200
seealso:
  - module: community.scaleway.scaleway_rdb_instance_info
  - module: community.scaleway.scaleway_rdb_user
  - module: community.scaleway.scaleway_rdb_database
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

- name: Grow it, and let it use more connections
  community.scaleway.scaleway_rdb_instance:
    name: shop
    volume_size: 20GB
    settings:
      max_connections: 200
    region: fr-par

- name: Delete it
  community.scaleway.scaleway_rdb_instance:
    name: shop
    region: fr-par
    state: absent
"""

RETURN = r"""
instance:
  description:
    - The instance as the API describes it. Empty when there is none any more.
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
      sample: shop
    engine:
      description: The engine with its version.
      returned: success
      type: str
      sample: PostgreSQL-16
    node_type:
      description: The node type, in lower case.
      returned: success
      type: str
      sample: db-dev-s
    status:
      description: What it is doing, V(ready) when nothing is going on.
      returned: success
      type: str
      sample: ready
    is_ha_cluster:
      description: Whether there is a standby node.
      returned: success
      type: bool
      sample: false
    high_availability_mode:
      description: How the standby node is placed.
      returned: success
      type: str
      sample: unknown_high_availability_mode
    volume:
      description: Type and size of the storage.
      returned: success
      type: dict
      sample: {"type": "sbs_5k", "class": "sbs", "size": 10000000000}
    tags:
      description: The tags.
      returned: success
      type: list
      elements: str
      sample: []
    settings:
      description: The settings of the engine.
      returned: success
      type: list
      elements: dict
      sample: [{"name": "max_connections", "value": "100"}]
    init_settings:
      description: The settings that were set at the creation.
      returned: success
      type: list
      elements: dict
      sample: [{"name": "lower_case_table_names", "value": "0"}]
    endpoints:
      description: What it can be reached by.
      returned: success
      type: list
      elements: dict
      sample: [{"id": "8d9b1b1e-6b0f-4f63-9ef9-5a2c4e0c6a51", "ip": "198.51.100.7", "port": 15432, "load_balancer": {}}]
    endpoint:
      description: One of the endpoints. It is there for older programs.
      returned: success
      type: dict
      sample: {"ip": "198.51.100.7", "port": 15432}
    read_replicas:
      description: The read replicas.
      returned: success
      type: list
      elements: dict
      sample: [{"id": "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77"}]
    maintenances:
      description: Maintenances that are planned.
      returned: success
      type: list
      elements: dict
      sample: [{"status": "pending"}]
    upgradable_version:
      description: The engines that it can be upgraded to.
      returned: success
      type: list
      elements: dict
      sample: [{"name": "PostgreSQL-17"}]
    backup_same_region:
      description: Whether backups are kept in its region.
      returned: success
      type: bool
      sample: false
    backup_schedule:
      description: The automatic backups.
      returned: success
      type: dict
      sample: {"disabled": false, "frequency": 24, "retention": 7}
    logs_policy:
      description: For how long logs are kept.
      returned: success
      type: dict
      sample: {"max_age_retention": 30}
    encryption:
      description: Whether the storage is encrypted.
      returned: success
      type: dict
      sample: {"enabled": false}
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
from ..module_utils._rdb import INSTANCE
from ..module_utils._run import run

MODULE = resource_module(
    INSTANCE,
    {
        "name": {"type": "str"},
        "engine": {"type": "str"},
        "allow_engine_upgrade": {"type": "bool", "default": False},
        "node_type": {"type": "str"},
        "user_name": {"type": "str"},
        "password": {"type": "str", "no_log": True},
        "is_ha_cluster": {"type": "bool"},
        "volume_type": {"type": "str"},
        "volume_size": {"type": "str"},
        "encryption_at_rest": {"type": "bool"},
        "tags": {"type": "list", "elements": "str"},
        "backup_same_region": {"type": "bool"},
        "backup_schedule": {
            "type": "dict",
            "options": {
                "disabled": {"type": "bool"},
                "frequency": {"type": "int"},
                "retention": {"type": "int"},
            },
        },
        "logs_policy": {
            "type": "dict",
            "options": {
                "max_age_retention": {"type": "int"},
                "total_disk_retention": {"type": "int"},
            },
        },
        "settings": {"type": "dict"},
        "init_settings": {"type": "dict"},
        "endpoints": {
            "type": "dict",
            "options": {
                "load_balancer": {"type": "bool", "default": False},
                "private_networks": {"type": "list", "elements": "str", "default": []},
            },
        },
        "wait_timeout": {"type": "int", "default": 1200},
    },
    required_one_of=[("name", "id")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
