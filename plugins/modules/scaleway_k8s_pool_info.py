# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_k8s_pool_info
short_description: List pools of Kubernetes clusters
description:
  - List the pools of a cluster of Scaleway's managed Kubernetes, over all pages.
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
  cluster:
    description: The cluster, by ID or exact name.
    type: str
    required: true
    aliases: [cluster_id]
seealso:
  - module: community.scaleway.scaleway_k8s_pool
"""

EXAMPLES = r"""
- name: Create a cluster
  community.scaleway.scaleway_k8s_cluster:
    name: shop
    version: latest
    cni: cilium
    region: fr-par

- name: List its pools
  community.scaleway.scaleway_k8s_pool_info:
    cluster: shop
    region: fr-par
"""

RETURN = r"""
pools:
  description:
    - They, as the API describes them. An empty list when there is none.
    - See RV(community.scaleway.scaleway_k8s_pool#module:pool) for what each of them contains.
  returned: success
  type: list
  elements: dict
  sample: [{"id": "5a0c5c39-3e4f-4d52-9d5e-0b3e3d1f7b10", "name": "workers"}]
"""

from ..module_utils._k8s import PLAIN_POOL
from ..module_utils._module import info_module
from ..module_utils._run import run

MODULE = info_module(PLAIN_POOL, {"cluster": {"type": "str", "required": True, "aliases": ["cluster_id"]}})


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
