# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_mongodb_instance
short_description: Manage instances of Managed MongoDB
description:
  - Create, change, upgrade, and delete instances of Managed MongoDB.
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
  - community.scaleway.managed.endpoints
  - community.scaleway.tags
options:
  name:
    description:
      - The name of the instance.
      - Needed unless O(id) is set. Together with O(id) it is the name that the instance gets.
    type: str
  version:
    description:
      - The version of MongoDB, for example V(7.0). Needed to create an instance. A later one is an upgrade in place.
    type: str
  node_type:
    description:
      - The node type, for example V(MGDB-PLAY2-NANO). Needed to create an instance. It cannot be changed in place.
    type: str
  node_amount:
    description:
      - The number of nodes. A new instance has 1 if this is not set. It cannot be changed in place.
    type: int
  user_name:
    description:
      - The name of the first user. Needed to create an instance, and ignored afterwards.
    type: str
  password:
    description:
      - The password of the first user. Needed to create an instance, and ignored afterwards.
      - It has 8 to 128 characters, among them a lower case letter, a capital, a digit, and a special character.
      - Use M(community.scaleway.scaleway_mongodb_user) to change it.
    type: str
  volume_type:
    description:
      - The type of the storage, V(sbs_5k) or V(sbs_15k). A new instance has V(sbs_5k) if this is not set. It cannot be changed in place.
    type: str
  volume_size:
    description:
      - The size of the storage, as a number of bytes or with a unit, for example V(10GB). It can grow in place.
      - A new instance has 5 GB if this is not set.
    type: str
  snapshot_schedule:
    description:
      - The automatic snapshots. What is not mentioned stays as it is.
    type: dict
    suboptions:
      enabled:
        description: Whether there are automatic snapshots.
        type: bool
      frequency_hours:
        description: The hours from one snapshot to the next.
        type: int
      retention_days:
        description: For how many days a snapshot is kept.
        type: int
  wait_timeout:
    description:
      - How long to wait, in seconds. After that the task fails. Its result holds the resource as it was last seen.
      - An instance takes four to fifteen minutes to create.
    type: int
    default: 1800
seealso:
  - module: community.scaleway.scaleway_mongodb_instance_info
  - module: community.scaleway.scaleway_mongodb_user
  - module: community.scaleway.scaleway_mongodb_snapshot
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

- name: Grow it, and take snapshots each day
  community.scaleway.scaleway_mongodb_instance:
    name: documents
    volume_size: 10GB
    snapshot_schedule:
      enabled: true
      frequency_hours: 24
    region: fr-par

- name: Delete it
  community.scaleway.scaleway_mongodb_instance:
    name: documents
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
      sample: documents
    status:
      description: What it is doing, V(ready) when nothing is going on.
      returned: success
      type: str
      sample: ready
    version:
      description: The version of MongoDB.
      returned: success
      type: str
      sample: "7.0"
    node_type:
      description: The node type, in lower case.
      returned: success
      type: str
      sample: mgdb-play2-nano
    node_amount:
      description: The number of nodes.
      returned: success
      type: int
      sample: 1
    volume:
      description: Type and size of the storage.
      returned: success
      type: dict
      sample: {"type": "sbs_5k", "size_bytes": 5000000000}
    tags:
      description: The tags.
      returned: success
      type: list
      elements: str
      sample: []
    endpoints:
      description: What it can be reached by.
      returned: success
      type: list
      elements: dict
      sample: [{"dns_record": "mongo.example.com", "port": 27017, "public_network": {}}]
    snapshot_schedule:
      description: The automatic snapshots.
      returned: success
      type: dict
      sample: {"enabled": false, "frequency_hours": 24, "retention_days": 7}
    settings:
      description: The settings of MongoDB.
      returned: success
      type: list
      elements: dict
      sample: [{"name": "maxConns", "value": "100"}]
    maintenances:
      description: Maintenances that are planned.
      returned: success
      type: list
      elements: dict
      sample: [{"status": "pending"}]
    upgradable_versions:
      description: The versions that it can be upgraded to.
      returned: success
      type: list
      elements: str
      sample: ["8.0"]
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

from ..module_utils._managed import PUBLIC_ENDPOINTS
from ..module_utils._module import resource_module
from ..module_utils._mongodb import INSTANCE
from ..module_utils._run import run

MODULE = resource_module(
    INSTANCE,
    {
        "name": {"type": "str"},
        "version": {"type": "str"},
        "node_type": {"type": "str"},
        "node_amount": {"type": "int"},
        "user_name": {"type": "str"},
        "password": {"type": "str", "no_log": True},
        "volume_type": {"type": "str"},
        "volume_size": {"type": "str"},
        "tags": {"type": "list", "elements": "str"},
        "snapshot_schedule": {
            "type": "dict",
            "options": {
                "enabled": {"type": "bool"},
                "frequency_hours": {"type": "int"},
                "retention_days": {"type": "int"},
            },
        },
        **PUBLIC_ENDPOINTS,
        "wait_timeout": {"type": "int", "default": 1800},
    },
    required_one_of=[("name", "id")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
