# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_k8s_cluster
short_description: Manage Kubernetes clusters
description:
  - Create, change, upgrade, and delete clusters of Scaleway's managed Kubernetes.
  - A cluster is found by its exact name in its region and project, or by its ID.
  - A cluster without a pool is in the state V(pool_required). See M(community.scaleway.scaleway_k8s_pool).
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
      - The name of the cluster.
      - Needed unless O(id) is set. Together with O(id) it is the name that the cluster gets.
    type: str
  description:
    description:
      - What the cluster is for. An empty text removes it.
    type: str
  type:
    description:
      - The type of the cluster, for example V(kapsule), V(kapsule-dedicated-4), or V(multicloud). A dedicated one
        can be reached in place from a smaller one and from V(kapsule). A new cluster is a V(kapsule) if this is not set.
    type: str
  version:
    description:
      - The version of Kubernetes. V(1.35.3) is that one, V(1.35) is any of that minor version and the newest of it for a new
        cluster, V(latest) is the newest there is. A new cluster gets the newest if this is not set.
      - When the cluster has an earlier one, it is upgraded, one minor version after the other. It cannot be given an
        earlier one.
    type: str
  upgrade_pools:
    description:
      - Whether the pools are upgraded together with the cluster.
    type: bool
    default: true
  cni:
    description:
      - The network plugin, for example V(cilium), V(calico), or V(kilo). Needed to create a cluster. It cannot be changed in place.
    type: str
  private_network:
    description:
      - The private network of the nodes, by ID or exact name. A new one is made for the cluster if this is not set.
      - It cannot be changed in place, see O(recreate).
    type: str
    aliases: [private_network_id]
  autoscaler_config:
    description:
      - The settings of the autoscaler, as the API spells them, for example C(scale_down_delay_after_add). Those that are not mentioned stay as they are.
    type: dict
  auto_upgrade:
    description:
      - Whether and when the cluster gets new patch versions by itself. What is not mentioned stays as it is.
    type: dict
    suboptions:
      enabled:
        description: Whether it does.
        type: bool
      maintenance_window:
        description: When it does.
        type: dict
        suboptions:
          start_hour:
            description: The hour, from 0 to 23 in UTC, at which it may begin. It has two hours from then on.
            type: int
          day:
            description: The day of the week.
            type: str
            choices: [any, monday, tuesday, wednesday, thursday, friday, saturday, sunday]
  feature_gates:
    description:
      - The feature gates that are on, in any order. An empty list removes all of them.
    type: list
    elements: str
  admission_plugins:
    description:
      - The admission plugins that are on, in any order. An empty list removes all of them.
    type: list
    elements: str
  open_id_connect_config:
    description:
      - How users of an OpenID provider are let in, as the API spells it, for example C(issuer_url) and C(client_id). What is not mentioned stays as it is.
    type: dict
  apiserver_cert_sans:
    description:
      - Further names in the certificate of the API server, in any order. An empty list removes all of them.
    type: list
    elements: str
  pod_cidr:
    description:
      - The network of the pods. It cannot be changed in place.
    type: str
  service_cidr:
    description:
      - The network of the services. It cannot be changed in place.
    type: str
  service_dns_ip:
    description:
      - The address of the DNS service in O(service_cidr). It cannot be changed in place.
    type: str
  delete_additional_resources:
    description:
      - Whether the volumes, load balancers, and addresses that the cluster made go with it when it is deleted.
    type: bool
    default: false
  wait_timeout:
    description:
      - How long to wait, in seconds. After that the task fails. Its result holds the resource as it was last seen.
      - A cluster takes some seconds to create, and a minute or more with pools.
    type: int
    default: 1200
seealso:
  - module: community.scaleway.scaleway_k8s_cluster_info
  - module: community.scaleway.scaleway_k8s_pool
  - module: community.scaleway.scaleway_k8s_kubeconfig
"""

EXAMPLES = r"""
- name: Create a cluster
  community.scaleway.scaleway_k8s_cluster:
    name: shop
    version: latest
    cni: cilium
    region: fr-par

- name: Let it upgrade itself on Sunday nights
  community.scaleway.scaleway_k8s_cluster:
    name: shop
    auto_upgrade:
      enabled: true
      maintenance_window: {start_hour: 2, day: sunday}
    region: fr-par

- name: Delete it, with what it made
  community.scaleway.scaleway_k8s_cluster:
    name: shop
    region: fr-par
    state: absent
    delete_additional_resources: true
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
      sample: shop
    description:
      description: What it is for.
      returned: success
      type: str
      sample: ""
    type:
      description: The type.
      returned: success
      type: str
      sample: kapsule
    status:
      description: What it is doing, V(ready) or V(pool_required) when nothing is going on.
      returned: success
      type: str
      sample: ready
    version:
      description: The version of Kubernetes.
      returned: success
      type: str
      sample: 1.36.1
    upgrade_available:
      description: Whether there is a later version.
      returned: success
      type: bool
      sample: false
    cni:
      description: The network plugin.
      returned: success
      type: str
      sample: cilium
    tags:
      description: The tags.
      returned: success
      type: list
      elements: str
      sample: []
    cluster_url:
      description: Where its API is.
      returned: success
      type: str
      sample: https://2f3a6a0c.api.k8s.fr-par.scw.cloud:6443
    dns_wildcard:
      description: The names that lead to its nodes.
      returned: success
      type: str
      sample: "*.2f3a6a0c.nodes.k8s.fr-par.scw.cloud"
    autoscaler_config:
      description: The settings of the autoscaler.
      returned: success
      type: dict
      sample: {"estimator": "binpacking"}
    auto_upgrade:
      description: Whether and when it upgrades itself.
      returned: success
      type: dict
      sample: {"enabled": true, "maintenance_window": {"start_hour": 2, "day": "sunday"}}
    feature_gates:
      description: The feature gates that are on.
      returned: success
      type: list
      elements: str
      sample: []
    admission_plugins:
      description: The admission plugins that are on.
      returned: success
      type: list
      elements: str
      sample: []
    open_id_connect_config:
      description: How users of an OpenID provider are let in.
      returned: success
      type: dict
      sample: {"issuer_url": ""}
    apiserver_cert_sans:
      description: Further names in the certificate of the API server.
      returned: success
      type: list
      elements: str
      sample: []
    private_network_id:
      description: The ID of the private network.
      returned: success
      type: str
      sample: 8d9b1b1e-6b0f-4f63-9ef9-5a2c4e0c6a51
    pod_cidr:
      description: The network of the pods.
      returned: success
      type: str
      sample: 100.64.0.0/15
    service_cidr:
      description: The network of the services.
      returned: success
      type: str
      sample: 10.32.0.0/20
    service_dns_ip:
      description: The address of the DNS service.
      returned: success
      type: str
      sample: 10.32.0.10
    acl_available:
      description: Whether it can be told who reaches it.
      returned: success
      type: bool
      sample: true
    iam_nodes_group_id:
      description: The IAM group of the nodes.
      returned: success
      type: str
      sample: ""
    commitment_ends_at:
      description: Until when a dedicated type is paid for.
      returned: success
      type: str
      sample: "2026-03-01T10:00:00.000000Z"
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

from ..module_utils._k8s import CLUSTER
from ..module_utils._module import resource_module
from ..module_utils._run import run

MODULE = resource_module(
    CLUSTER,
    {
        "name": {"type": "str"},
        "description": {"type": "str"},
        "type": {"type": "str"},
        "version": {"type": "str"},
        "upgrade_pools": {"type": "bool", "default": True},
        "cni": {"type": "str"},
        "private_network": {"type": "str", "aliases": ["private_network_id"]},
        "tags": {"type": "list", "elements": "str"},
        "autoscaler_config": {"type": "dict"},
        "auto_upgrade": {
            "type": "dict",
            "options": {
                "enabled": {"type": "bool"},
                "maintenance_window": {
                    "type": "dict",
                    "options": {
                        "start_hour": {"type": "int"},
                        "day": {
                            "type": "str",
                            "choices": [
                                "any",
                                "monday",
                                "tuesday",
                                "wednesday",
                                "thursday",
                                "friday",
                                "saturday",
                                "sunday",
                            ],
                        },
                    },
                },
            },
        },
        "feature_gates": {"type": "list", "elements": "str"},
        "admission_plugins": {"type": "list", "elements": "str"},
        "open_id_connect_config": {"type": "dict"},
        "apiserver_cert_sans": {"type": "list", "elements": "str"},
        "pod_cidr": {"type": "str"},
        "service_cidr": {"type": "str"},
        "service_dns_ip": {"type": "str"},
        "delete_additional_resources": {"type": "bool", "default": False},
        "wait_timeout": {"type": "int", "default": 1200},
    },
    required_one_of=[("name", "id")],
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
