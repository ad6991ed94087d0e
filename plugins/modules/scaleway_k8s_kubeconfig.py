# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_k8s_kubeconfig
short_description: Get the kubeconfig of a Kubernetes cluster
description:
  - Get what C(kubectl) needs to reach a cluster of Scaleway's managed Kubernetes, or keep it in a file.
  - It holds a token. Use C(no_log) for tasks that return it.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.attributes.resource
  - community.scaleway.auth
  - community.scaleway.place
options:
  cluster:
    description: The cluster, by ID or exact name.
    type: str
    required: true
    aliases: [cluster_id]
  path:
    description:
      - The file to keep it in, readable by its owner only. It is left alone when it holds the same already.
      - Then the result does not hold the kubeconfig.
    type: path
  redacted:
    description: Whether the token is left out.
    type: bool
    default: false
seealso:
  - module: community.scaleway.scaleway_k8s_cluster
"""

EXAMPLES = r"""
- name: Create a cluster
  community.scaleway.scaleway_k8s_cluster:
    name: shop
    version: latest
    cni: cilium
    region: fr-par

- name: Keep its kubeconfig
  community.scaleway.scaleway_k8s_kubeconfig:
    cluster: shop
    path: shop.kubeconfig
    region: fr-par

- name: Read it without the token
  community.scaleway.scaleway_k8s_kubeconfig:
    cluster: shop
    redacted: true
    region: fr-par
"""

RETURN = r"""
kubeconfig:
  description: What C(kubectl) reads, a text in YAML.
  returned: when O(path) is not set
  type: str
  sample: "apiVersion: v1"
kubeconfig_file:
  description: The file that keeps it.
  returned: when O(path) is set
  type: str
  sample: shop.kubeconfig
error:
  description: What went wrong, for programs to read.
  returned: failure
  type: dict
  sample: {"type": "permissions_denied", "status": 403, "message": "the key lacks a permission"}
"""

from ..module_utils._k8s import kubeconfig
from ..module_utils._module import Module
from ..module_utils._options import AUTH, PLACE
from ..module_utils._run import run

MODULE = Module(
    dict(
        AUTH,
        **PLACE,
        cluster={"type": "str", "required": True, "aliases": ["cluster_id"]},
        path={"type": "path"},
        redacted={"type": "bool", "default": False},
    ),
    kubeconfig,
)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
