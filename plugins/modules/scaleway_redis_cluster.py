# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_redis_cluster
short_description: Manage Redis clusters
description:
  - Create, change, migrate, and delete clusters of Managed Database for Redis.
  - A cluster is found by its exact name in its zone and project, or by its ID.
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
  - community.scaleway.managed.endpoints
  - community.scaleway.tags
options:
  name:
    description:
      - The name of the cluster.
      - Needed unless O(id) is set. Together with O(id) it is the name that the cluster gets.
    type: str
  version:
    description:
      - The version of Redis, for example V(8.4.0). Needed to create a cluster. A later one is an upgrade in place.
    type: str
  node_type:
    description:
      - The node type, for example V(RED1-micro). Needed to create a cluster. It can be changed in place.
    type: str
  cluster_size:
    description:
      - The number of nodes. A new cluster has 1 if this is not set.
      - It can grow in place from 3 on. A single node cannot become a cluster.
    type: int
  user_name:
    description:
      - The name of the user. Needed to create a cluster.
    type: str
  tls_enabled:
    description:
      - Whether connections are encrypted. It cannot be changed in place. A new cluster uses TLS if this is not set.
    type: bool
  acl_rules:
    description:
      - The networks that the public endpoint can be reached from, as a whole and in any order.
      - An empty list removes all of them.
    type: list
    elements: dict
    suboptions:
      ip:
        description: The network, for example V(192.0.2.0/24), or an address.
        type: str
        required: true
        aliases: [ip_cidr]
      description:
        description: What it is for.
        type: str
  settings:
    description:
      - Settings of Redis, by name. Those that are not mentioned stay as they are. An empty dictionary removes all.
    type: dict
  wait_timeout:
    description:
      - How long to wait, in seconds. After that the task fails. Its result holds the resource as it was last seen.
      - A cluster takes one to five minutes to create.
    type: int
    default: 900
seealso:
  - module: community.scaleway.scaleway_redis_cluster_info
"""

EXAMPLES = r"""
- name: Create a cluster
  community.scaleway.scaleway_redis_cluster:
    name: cache
    version: 8.4.0
    node_type: RED1-micro
    user_name: admin
    password: "{{ database_password }}"
    acl_rules:
      - ip: 192.0.2.0/24
        description: the office
    settings:
      maxclients: 5000
    zone: fr-par-1

- name: Give it larger nodes
  community.scaleway.scaleway_redis_cluster:
    name: cache
    node_type: RED1-S
    zone: fr-par-1

- name: Delete it
  community.scaleway.scaleway_redis_cluster:
    name: cache
    zone: fr-par-1
    state: absent
"""

RETURN = r"""
cluster:
  description:
    - The cluster as the API describes it. Empty when there is none any more.
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
      sample: cache
    status:
      description: What it is doing, V(ready) when nothing is going on.
      returned: success
      type: str
      sample: ready
    version:
      description: The version of Redis.
      returned: success
      type: str
      sample: 8.4.0
    node_type:
      description: The node type.
      returned: success
      type: str
      sample: RED1-micro
    cluster_size:
      description: The number of nodes.
      returned: success
      type: int
      sample: 1
    user_name:
      description: The name of the user.
      returned: success
      type: str
      sample: admin
    tls_enabled:
      description: Whether connections are encrypted.
      returned: success
      type: bool
      sample: true
    tags:
      description: The tags.
      returned: success
      type: list
      elements: str
      sample: []
    acl_rules:
      description: The networks that the public endpoint can be reached from.
      returned: success
      type: list
      elements: dict
      sample: [{"ip_cidr": "192.0.2.0/24", "description": "the office"}]
    cluster_settings:
      description: The settings of Redis.
      returned: success
      type: list
      elements: dict
      sample: [{"name": "maxclients", "value": "5000"}]
    endpoints:
      description: What it can be reached by.
      returned: success
      type: list
      elements: dict
      sample: [{"ips": ["198.51.100.7"], "port": 6379, "public_network": {}}]
    upgradable_versions:
      description: The versions that it can be upgraded to.
      returned: success
      type: list
      elements: str
      sample: []
    zone:
      description: The zone.
      returned: success
      type: str
      sample: fr-par-1
    project_id:
      description: The ID of the project.
      returned: success
      type: str
      sample: 22222222-2222-4222-8222-222222222222
    created_at:
      description: When it was created.
      returned: success
      type: str
      sample: "2026-03-01T10:00:00.000000Z"
    updated_at:
      description: When it was changed last.
      returned: success
      type: str
      sample: "2026-03-01T10:00:00.000000Z"
error:
  description: What went wrong, for programs to read.
  returned: failure
  type: dict
  sample: {"type": "quotas_exceeded", "status": 403, "message": "a quota is used up"}
"""

from ..module_utils._managed import PASSWORD, PUBLIC_ENDPOINTS
from ..module_utils._module import resource_module
from ..module_utils._redis import CLUSTER
from ..module_utils._run import run

MODULE = resource_module(
    CLUSTER,
    {
        "name": {"type": "str"},
        "version": {"type": "str"},
        "node_type": {"type": "str"},
        "cluster_size": {"type": "int"},
        "user_name": {"type": "str"},
        **PASSWORD,
        "tls_enabled": {"type": "bool"},
        "tags": {"type": "list", "elements": "str"},
        "acl_rules": {
            "type": "list",
            "elements": "dict",
            "options": {
                "ip": {"type": "str", "required": True, "aliases": ["ip_cidr"]},
                "description": {"type": "str"},
            },
        },
        "settings": {"type": "dict"},
        **PUBLIC_ENDPOINTS,
        "wait_timeout": {"type": "int", "default": 900},
    },
    required_one_of=[("name", "id")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
