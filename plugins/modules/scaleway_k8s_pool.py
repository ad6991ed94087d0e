# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_k8s_pool
short_description: Manage pools of Kubernetes clusters
description:
  - Create, change, upgrade, and delete pools of nodes of Scaleway's managed Kubernetes.
  - A pool is found by its exact name in its cluster, or by its ID.
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
  cluster:
    description:
      - The cluster, by ID or exact name. Needed unless O(id) is set.
    type: str
    aliases: [cluster_id]
  name:
    description:
      - The name of the pool. It cannot be changed in place. Needed unless O(id) is set.
    type: str
  node_type:
    description:
      - The commercial type of the nodes, for example V(DEV1-M) or V(PRO2-XXS). Needed to create a pool. It cannot be changed in place.
    type: str
  size:
    description:
      - How many nodes there are. A new pool has one if this is not set.
      - With O(autoscaling=true) it only counts for a new pool.
    type: int
  autoscaling:
    description:
      - Whether the number of nodes follows the load, between O(min_size) and O(max_size). It does not if this is not set
        for a new pool.
    type: bool
  min_size:
    description: How many nodes there are at least, with O(autoscaling=true).
    type: int
  max_size:
    description: How many nodes there are at most, with O(autoscaling=true).
    type: int
  autohealing:
    description: Whether nodes that fail are replaced. Those of a new pool are not if this is not set.
    type: bool
  version:
    description:
      - The version of Kubernetes, for example V(1.35.3). It is upgraded when it has another one, up to that of the cluster.
      - A new pool gets that of the cluster if this is not set.
    type: str
  upgrade_policy:
    description: How nodes are replaced during an upgrade. What is not mentioned stays as it is.
    type: dict
    suboptions:
      max_unavailable:
        description: How many nodes may be missing.
        type: int
      max_surge:
        description: How many nodes there may be besides those of O(size).
        type: int
  node_zone:
    description: The zone of the nodes. It is the first zone of the region if this is not set. It cannot be changed in place.
    type: str
  placement_group:
    description: The placement group of the nodes, by ID or exact name. It cannot be changed in place.
    type: str
    aliases: [placement_group_id]
  security_group:
    description: The security group of the nodes, by ID or exact name.
    type: str
    aliases: [security_group_id]
  root_volume_type:
    description: The type of the system volume of a node, for example V(sbs_5k) or V(l_ssd). It cannot be changed in place.
    type: str
  root_volume_size:
    description: The size of the system volume of a node, for example V(20GB). It cannot be changed in place.
    type: str
  public_ip_disabled:
    description: Whether nodes have no public address. It cannot be changed in place.
    type: bool
  kubelet_args:
    description: Arguments of the kubelet, by name. Those that are not mentioned go. An empty dictionary removes all of them.
    type: dict
  tags:
    description: The tags of the pool, in any order. An empty list removes all of them.
    type: list
    elements: str
  labels:
    description: The labels of the nodes, by name. Those that are not mentioned go. An empty dictionary removes all of them.
    type: dict
  taints:
    description: The taints of the nodes, in any order. An empty list removes all of them.
    type: list
    elements: dict
    suboptions:
      key:
        description: The key.
        type: str
        required: true
      value:
        description: The value.
        type: str
      effect:
        description: What it does.
        type: str
        required: true
        choices: [NoSchedule, PreferNoSchedule, NoExecute]
  startup_taints:
    description: The taints that a node only has until it is ready, in any order. An empty list removes all of them.
    type: list
    elements: dict
    suboptions:
      key:
        description: The key.
        type: str
        required: true
      value:
        description: The value.
        type: str
      effect:
        description: What it does.
        type: str
        required: true
        choices: [NoSchedule, PreferNoSchedule, NoExecute]
  wait_timeout:
    description:
      - How long to wait, in seconds. After that the task fails. Its result holds the resource as it was last seen.
      - A pool takes one to ten minutes to create.
    type: int
    default: 1200
seealso:
  - module: community.scaleway.scaleway_k8s_pool_info
  - module: community.scaleway.scaleway_k8s_cluster
"""

EXAMPLES = r"""
- name: Create a cluster
  community.scaleway.scaleway_k8s_cluster:
    name: shop
    version: latest
    cni: cilium
    region: fr-par

- name: Give it a pool of nodes
  community.scaleway.scaleway_k8s_pool:
    cluster: shop
    name: workers
    node_type: DEV1-M
    size: 2
    autohealing: true
    labels: {role: worker}
    region: fr-par

- name: Let the number of nodes follow the load
  community.scaleway.scaleway_k8s_pool:
    cluster: shop
    name: workers
    autoscaling: true
    min_size: 1
    max_size: 5
    region: fr-par

- name: Delete the pool
  community.scaleway.scaleway_k8s_pool:
    cluster: shop
    name: workers
    region: fr-par
    state: absent
"""

RETURN = r"""
pool:
  description:
    - The pool as the API describes it. Empty when there is none any more.
    - In check mode it is as it would be.
  returned: always, unless nothing is known of it
  type: dict
  contains:
    id:
      description: The ID.
      returned: success
      type: str
      sample: 5a0c5c39-3e4f-4d52-9d5e-0b3e3d1f7b10
    cluster_id:
      description: The ID of the cluster.
      returned: success
      type: str
      sample: 2f3a6a0c-71b2-4d7f-8a55-0c8c7be3f9d4
    name:
      description: The name.
      returned: success
      type: str
      sample: workers
    status:
      description: What it is doing, V(ready) when nothing is going on.
      returned: success
      type: str
      sample: ready
    error_message:
      description: What went wrong.
      returned: success
      type: str
      sample: null
    version:
      description: The version of Kubernetes.
      returned: success
      type: str
      sample: 1.36.1
    node_type:
      description: The type of the nodes, as the API spells it.
      returned: success
      type: str
      sample: dev1_m
    size:
      description: How many nodes there are.
      returned: success
      type: int
      sample: 2
    autoscaling:
      description: Whether the number of nodes follows the load.
      returned: success
      type: bool
      sample: false
    min_size:
      description: How many nodes there are at least.
      returned: success
      type: int
      sample: 1
    max_size:
      description: How many nodes there are at most.
      returned: success
      type: int
      sample: 5
    autohealing:
      description: Whether nodes that fail are replaced.
      returned: success
      type: bool
      sample: true
    container_runtime:
      description: What runs the containers.
      returned: success
      type: str
      sample: containerd
    kubelet_args:
      description: Arguments of the kubelet.
      returned: success
      type: dict
      sample: {}
    upgrade_policy:
      description: How many nodes may be missing or too many during an upgrade.
      returned: success
      type: dict
      sample: {"max_unavailable": 1, "max_surge": 0}
    zone:
      description: The zone of the nodes.
      returned: success
      type: str
      sample: fr-par-1
    placement_group_id:
      description: The ID of the placement group.
      returned: success
      type: str
      sample: null
    security_group_id:
      description: The ID of the security group.
      returned: success
      type: str
      sample: 8d9b1b1e-6b0f-4f63-9ef9-5a2c4e0c6a51
    root_volume_type:
      description: The type of the system volumes.
      returned: success
      type: str
      sample: sbs_5k
    root_volume_size:
      description: The size of the system volumes in bytes.
      returned: success
      type: int
      sample: 20000000000
    public_ip_disabled:
      description: Whether nodes have no public address.
      returned: success
      type: bool
      sample: false
    tags:
      description: The tags.
      returned: success
      type: list
      elements: str
      sample: []
    labels:
      description: The labels of the nodes.
      returned: success
      type: dict
      sample: {"role": "worker"}
    taints:
      description: The taints of the nodes.
      returned: success
      type: list
      elements: dict
      sample: [{"key": "dedicated", "value": "batch", "effect": "NoSchedule"}]
    startup_taints:
      description: The taints of nodes that are not ready.
      returned: success
      type: list
      elements: dict
      sample: []
    region:
      description: The region.
      returned: success
      type: str
      sample: fr-par
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

from ..module_utils._k8s import POOL
from ..module_utils._module import resource_module
from ..module_utils._run import run

MODULE = resource_module(
    POOL,
    {
        "cluster": {"type": "str", "aliases": ["cluster_id"]},
        "name": {"type": "str"},
        "node_type": {"type": "str"},
        "size": {"type": "int"},
        "autoscaling": {"type": "bool"},
        "min_size": {"type": "int"},
        "max_size": {"type": "int"},
        "autohealing": {"type": "bool"},
        "version": {"type": "str"},
        "upgrade_policy": {
            "type": "dict",
            "options": {"max_unavailable": {"type": "int"}, "max_surge": {"type": "int"}},
        },
        "node_zone": {"type": "str"},
        "placement_group": {"type": "str", "aliases": ["placement_group_id"]},
        "security_group": {"type": "str", "aliases": ["security_group_id"]},
        "root_volume_type": {"type": "str"},
        "root_volume_size": {"type": "str"},
        "public_ip_disabled": {"type": "bool"},
        "kubelet_args": {"type": "dict"},
        "tags": {"type": "list", "elements": "str"},
        "labels": {"type": "dict"},
        "taints": {
            "type": "list",
            "elements": "dict",
            "options": {
                "key": {"type": "str", "required": True, "no_log": False},
                "value": {"type": "str"},
                "effect": {
                    "type": "str",
                    "required": True,
                    "choices": ["NoSchedule", "PreferNoSchedule", "NoExecute"],
                },
            },
        },
        "startup_taints": {
            "type": "list",
            "elements": "dict",
            "options": {
                "key": {"type": "str", "required": True, "no_log": False},
                "value": {"type": "str"},
                "effect": {
                    "type": "str",
                    "required": True,
                    "choices": ["NoSchedule", "PreferNoSchedule", "NoExecute"],
                },
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
