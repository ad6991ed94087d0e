# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_k8s_acl_info
short_description: List from where Kubernetes clusters can be reached
description:
  - List the addresses from which a cluster of Scaleway's managed Kubernetes can be reached.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.attributes.info_module
  - community.scaleway.auth
  - community.scaleway.place
options:
  cluster:
    description: The cluster, by ID or exact name.
    type: str
    required: true
    aliases: [cluster_id]
seealso:
  - module: community.scaleway.scaleway_k8s_acl
"""

EXAMPLES = r"""
- name: Create a cluster
  community.scaleway.scaleway_k8s_cluster:
    name: shop
    version: latest
    cni: cilium
    region: fr-par

- name: Show from where it can be reached
  community.scaleway.scaleway_k8s_acl_info:
    cluster: shop
    region: fr-par
"""

RETURN = r"""
acls:
  description:
    - They, as the API describes them. An empty list when there is none.
    - See RV(community.scaleway.scaleway_k8s_acl#module:acl) for what each of them contains.
  returned: success
  type: list
  elements: dict
  sample: [{"rules": [{"ip": "0.0.0.0/0"}]}]
"""

from ..module_utils._k8s import ACL
from ..module_utils._module import info_module
from ..module_utils._run import run

MODULE = info_module(ACL, {"cluster": {"type": "str", "required": True, "aliases": ["cluster_id"]}}, named=False)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
