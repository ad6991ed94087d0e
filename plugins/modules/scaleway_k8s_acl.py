# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_k8s_acl
short_description: Manage from where Kubernetes clusters can be reached
description:
  - Set the addresses from which the API server of a cluster of Scaleway's managed Kubernetes can be reached, all of them at once.
  - A new cluster can be reached from everywhere.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.attributes.resource
  - community.scaleway.auth
  - community.scaleway.place
  - community.scaleway.state.singleton
  - community.scaleway.wait
  - community.scaleway.rules.networks
options:
  cluster:
    description: The cluster, by ID or exact name.
    type: str
    required: true
    aliases: [cluster_id]
seealso:
  - module: community.scaleway.scaleway_k8s_acl_info
  - module: community.scaleway.scaleway_k8s_cluster
"""

EXAMPLES = r"""
- name: Create a cluster
  community.scaleway.scaleway_k8s_cluster:
    name: shop
    version: latest
    cni: cilium
    region: fr-par

- name: Let in the office only
  community.scaleway.scaleway_k8s_acl:
    cluster: shop
    rules:
      - {ip: 192.0.2.0/24, description: the office}
    region: fr-par

- name: Remove the rules
  community.scaleway.scaleway_k8s_acl:
    cluster: shop
    region: fr-par
    state: absent
"""

RETURN = r"""
acl:
  description:
    - The rules as the API describes it. Empty when there is none any more.
    - In check mode it is as it would be.
  returned: always, unless nothing is known of it
  type: dict
  contains:
    rules:
      description: All rules.
      returned: success
      type: list
      elements: dict
      sample: [{"ip": "192.0.2.0/24", "description": "the office"}]
error:
  description: What went wrong, for programs to read.
  returned: failure
  type: dict
  sample: {"type": "quotas_exceeded", "status": 403, "message": "a quota is used up"}
"""

from ..module_utils._k8s import ACL
from ..module_utils._module import resource_module
from ..module_utils._rules import NETWORKS
from ..module_utils._run import run

MODULE = resource_module(
    ACL,
    {
        "cluster": {"type": "str", "required": True, "aliases": ["cluster_id"]},
        **NETWORKS,
    },
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
