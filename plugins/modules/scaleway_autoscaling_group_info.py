# Copyright: Contributors to the community.scaleway project
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: scaleway_autoscaling_group_info
short_description: List groups of Instances that grow and shrink
description:
  - List the groups of Instances of a zone whose number follows the load, over all pages.
  - Lists show a summary of each. Ask for one by O(id) to see all of it.
version_added: 1.0.0
author:
  - Contributors to the community.scaleway project (@ansible-collections)
extends_documentation_fragment:
  - community.scaleway.attributes
  - community.scaleway.attributes.info_module
  - community.scaleway.auth
  - community.scaleway.info
  - community.scaleway.place
seealso:
  - module: community.scaleway.scaleway_autoscaling_group
"""

EXAMPLES = r"""
- name: Say how its servers look
  community.scaleway.scaleway_api:
    method: POST
    path: /instance/v2alpha1/zones/fr-par-1/templates
    body:
      name: web
      server_type: PRO2-S
      project_id: 22222222-2222-4222-8222-222222222222

- name: Create a group
  community.scaleway.scaleway_autoscaling_group:
    name: web
    template: web
    scaling_policy:
      minimum_size: 1
      maximum_size: 5
      cpu_target: 70
    zone: fr-par-1

- name: List the groups
  community.scaleway.scaleway_autoscaling_group_info:
    zone: fr-par-1
"""

RETURN = r"""
groups:
  description:
    - The list, an empty one when there is nothing.
    - See RV(community.scaleway.scaleway_autoscaling_group#module:group) for what each of them contains.
  returned: success
  type: list
  elements: dict
  sample: [{"id": "0d2a4c53-3bd8-4a3c-9a5e-2f0f6f1d8a77", "name": "web"}]
"""

from ..module_utils._autoscaling import GROUP
from ..module_utils._module import info_module
from ..module_utils._run import run

MODULE = info_module(GROUP, {})


def main() -> None:
    run(MODULE)


if __name__ == "__main__":
    main()
