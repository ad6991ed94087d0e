# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_k8s_version_info
short_description: List versions of Kubernetes
description:
  - List the versions of Kubernetes that a cluster can be given, the newest first.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.attributes.info_module
  - community.scaleway.auth
  - community.scaleway.place
options:
  name:
    description: Only list this version, for example V(1.35.3).
    type: str
seealso:
  - module: community.scaleway.scaleway_k8s_cluster
"""

EXAMPLES = r"""
- name: List the versions
  community.scaleway.scaleway_k8s_version_info:
    region: fr-par
"""

RETURN = r"""
versions:
  description:
    - They, as the API describes them. An empty list when there is none.
    - Among their keys are C(name), C(label), C(available_cnis), and C(available_kubelet_args).
  returned: success
  type: list
  elements: dict
  sample: [{"name": "1.36.1", "label": "Kubernetes 1.36.1"}]
"""

from ..module_utils._k8s import VERSION
from ..module_utils._module import info_module
from ..module_utils._run import run

MODULE = info_module(VERSION, {"name": {"type": "str"}}, named=False)


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
